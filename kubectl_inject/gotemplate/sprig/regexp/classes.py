"""Classes of characters, by ranges and by Unicode's general categories."""

from __future__ import annotations

import unicodedata

from kubectl_inject.gotemplate.sprig.text.strings import lower_character, title_character, upper_character
from kubectl_inject.startup.frozen import dataclass

Ranges = tuple[tuple[str, str], ...]

DIGIT: Ranges = (("0", "9"),)
SPACE: Ranges = (("\t", "\n"), ("\f", "\r"), (" ", " "))
WORD: Ranges = (("0", "9"), ("A", "Z"), ("_", "_"), ("a", "z"))
ANY_CHARACTER: Ranges = (("\0", "\U0010ffff"),)

PERL_CLASSES = {"d": DIGIT, "s": SPACE, "w": WORD}

POSIX_CLASSES: dict[str, Ranges] = {
    "alnum": (("0", "9"), ("A", "Z"), ("a", "z")),
    "alpha": (("A", "Z"), ("a", "z")),
    "ascii": (("\0", "\x7f"),),
    "blank": (("\t", "\t"), (" ", " ")),
    "cntrl": (("\0", "\x1f"), ("\x7f", "\x7f")),
    "digit": DIGIT,
    "graph": (("!", "~"),),
    "lower": (("a", "z"),),
    "print": ((" ", "~"),),
    "punct": (("!", "/"), (":", "@"), ("[", "`"), ("{", "~")),
    "space": (("\t", "\r"), (" ", " ")),
    "upper": (("A", "Z"),),
    "word": WORD,
    "xdigit": (("0", "9"), ("A", "F"), ("a", "f")),
}

CATEGORIES = frozenset(
    (
        *("C", "Cc", "Cf", "Cn", "Co", "Cs", "L", "Ll", "Lm", "Lo", "Lt", "Lu", "M", "Mc", "Me", "Mn", "N", "Nd"),
        *("Nl", "No", "P", "Pc", "Pd", "Pe", "Pf", "Pi", "Po", "Ps", "S", "Sc", "Sk", "Sm", "So", "Z", "Zl", "Zp"),
        "Zs",
    )
)

# The two i's of Turkish, which fold to themselves.
_UNFOLDED = "İı"
# Characters that fold to others, without those being able to name them as their upper or title case.
_ONE_WAY_FOLDED = (
    "\xb5\u017f\u0345\u03c2\u03d0\u03d1\u03d5\u03d6\u03f0\u03f1\u03f4\u03f5\u1c80\u1c81"
    "\u1c82\u1c83\u1c84\u1c85\u1c86\u1c87\u1c88\u1e9b\u1e9e\u1fbe\u2126\u212a\u212b"
)


@dataclass(frozen=True, slots=True)
class CharacterClass:
    """What one character may be: in a range, in a category, or in one of the parts."""

    ranges: Ranges = ()
    categories: tuple[str, ...] = ()
    parts: tuple[CharacterClass, ...] = ()
    negated: bool = False
    folded: bool = False

    def matches(self, character: str) -> bool:
        """Say whether the character is in the class."""
        variants = case_variants(character) if self.folded else (character,)
        return any(map(self._holds, variants)) != self.negated

    def _holds(self, character: str) -> bool:
        return (
            any(low <= character <= high for low, high in self.ranges)
            or (bool(self.categories) and unicodedata.category(character).startswith(self.categories))
            or any(part.matches(character) for part in self.parts)
        )


def case_variants(character: str) -> set[str]:
    """Return the characters that differ from this one in case only, and itself: what (?i) takes for the same."""
    folded = _fold(character)
    variants = {character, folded, upper_character(folded), title_character(folded)}
    variants.update(other for other in _ONE_WAY_FOLDED if _fold(other) == folded)
    return {variant for variant in variants if _fold(variant) == folded}


def _fold(character: str) -> str:
    return character if character in _UNFOLDED else lower_character(upper_character(character))
