"""Constraints on versions, such as ``>=1.2, <2 || ~3.1``, by the rules of Masterminds/semver v3."""

from __future__ import annotations

from kubectl_inject.gotemplate.functions import FunctionError
from kubectl_inject.gotemplate.sprig.semver.versions import (
    DIGITS,
    Version,
    VersionError,
    compare_prereleases,
    parse_version,
    scan_version,
)
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

# What stands for a number in a constraint; of a bar, the syntax says that it may, but it never can.
NUMBER_OR_WILDCARD = DIGITS + "xX*|"
WILDCARDS = ("", "x", "X", "*")
SPACES = "\t\n\f\r "
MAX_LENGTH = 1000


@dataclass(frozen=True, slots=True)
class Constraint:
    """An operator and a version, of which some numbers may be open."""

    operator: str
    version: Version
    minor_is_open: bool = False
    patch_is_open: bool = False
    # Whether any number is open, be it the major one.
    is_open: bool = False

    @classmethod
    def parse(cls, operator: str, text: str) -> Constraint:
        """Read what follows the operator."""
        scanned = scan_version(text, 0, NUMBER_OR_WILDCARD)
        if scanned is None:
            raise FunctionError(f"improper constraint: {operator}{text}")
        major, minor, patch, prerelease, _ = scanned[0]
        suffix = f"-{prerelease}" if prerelease else ""
        try:
            if major in WILDCARDS:
                return cls(operator, Version.parse(f"0.0.0{suffix}"), is_open=True)
            if minor in WILDCARDS:
                return cls(operator, Version.parse(f"{major}.0.0{suffix}"), minor_is_open=True, is_open=True)
            if patch in WILDCARDS:
                return cls(operator, Version.parse(f"{major}.{minor}.0{suffix}"), patch_is_open=True, is_open=True)
            return cls(operator, Version.parse(text))
        except VersionError:
            raise FunctionError("constraint Parser Error") from None

    def allows(self, version: Version) -> bool:
        """Say whether a version is within the constraint; prereleases only are if it names one itself."""
        if version.prerelease and not self.version.prerelease and (self.operator != "!=" or self.is_open):
            return False
        return _CHECKS[self.operator](self, version)


def _equal(constraint: Constraint, version: Version) -> bool:
    return _tilde(constraint, version) if constraint.is_open else version.compare(constraint.version) == 0


def _not_equal(constraint: Constraint, version: Version) -> bool:
    bound = constraint.version
    if constraint.is_open:
        if bound.major != version.major:
            return True
        if constraint.minor_is_open:
            return False
        if bound.minor != version.minor:
            return True
        if constraint.patch_is_open:
            return compare_prereleases(version.prerelease, bound.prerelease) != 0
        if bound.patch != version.patch:
            return True
    return version.compare(bound) != 0


def _greater(constraint: Constraint, version: Version) -> bool:
    bound = constraint.version
    if constraint.is_open and version.major == bound.major:
        if constraint.minor_is_open:
            return False
        if constraint.patch_is_open:
            return version.minor > bound.minor
    return version.compare(bound) > 0


def _less(constraint: Constraint, version: Version) -> bool:
    return version.compare(constraint.version) < 0


def _at_least(constraint: Constraint, version: Version) -> bool:
    return version.compare(constraint.version) >= 0


def _at_most(constraint: Constraint, version: Version) -> bool:
    bound = constraint.version
    if not constraint.is_open:
        return version.compare(bound) <= 0
    return version.major < bound.major or (
        version.major == bound.major and (version.minor <= bound.minor or constraint.minor_is_open)
    )


def _tilde(constraint: Constraint, version: Version) -> bool:
    bound = constraint.version
    if version.compare(bound) < 0:
        return False
    if bound[:3] == (0, 0, 0) and not constraint.minor_is_open and not constraint.patch_is_open:
        return True  # ~* is any version
    return version.major == bound.major and (version.minor == bound.minor or constraint.minor_is_open)


def _caret(constraint: Constraint, version: Version) -> bool:
    bound = constraint.version
    if version.compare(bound) < 0 or version.major != bound.major:
        return False
    if bound.major > 0 or constraint.minor_is_open:
        return True
    if version.minor != bound.minor:
        return False
    return bound.minor > 0 or constraint.patch_is_open or version.patch == bound.patch


_CHECKS: dict[str, Callable[[Constraint, Version], bool]] = {
    "": _equal,
    "=": _equal,
    "!=": _not_equal,
    ">": _greater,
    "<": _less,
    ">=": _at_least,
    "=>": _at_least,
    "<=": _at_most,
    "=<": _at_most,
    "~": _tilde,
    "~>": _tilde,
    "^": _caret,
}


def semver_compare(constraints: str, version: str) -> bool:
    """Say whether a version is within one of the alternatives of a constraint."""
    if len(constraints) > MAX_LENGTH:
        raise FunctionError(f"a constraint of more than {MAX_LENGTH} characters")
    alternatives = [_parse_all(alternative) for alternative in _with_ranges_written_out(constraints).split("||")]
    parsed = parse_version(version)
    return any(all(constraint.allows(parsed) for constraint in alternative) for alternative in alternatives)


def _parse_all(text: str) -> list[Constraint]:
    """Read constraints that stand side by side, with spaces or commas between them."""
    constraints: list[tuple[str, str]] = []
    place = 0
    while True:
        place = _skip(text, place, SPACES)
        start = place
        place = _skip(text, place, "=!<>~^")
        operator = text[start:place]
        place = _skip(text, place, SPACES)
        scanned = scan_version(text, place, NUMBER_OR_WILDCARD)
        if operator not in _CHECKS or scanned is None:
            raise FunctionError(f"improper constraint: {text}")
        constraints.append((operator, text[place : scanned[1]]))
        place = _skip(text, scanned[1], SPACES)
        if place == len(text):
            return [Constraint.parse(*constraint) for constraint in constraints]
        if text[place] == ",":
            place += 1
        elif place == scanned[1]:
            raise FunctionError(f"improper constraint: {text}")


def _with_ranges_written_out(text: str) -> str:
    """Replace every ``1.2 - 1.4`` by ``>= 1.2, <= 1.4``."""
    parts: list[str] = []
    place = copied = 0
    while place < len(text):
        bounds = _range_at(text, place)
        if bounds is None:
            place += 1
            continue
        low, high, end = bounds
        parts.append(f"{text[copied:place]}>= {low}, <= {high} ")
        place = copied = end
    return "".join([*parts, text[copied:]])


def _range_at(text: str, place: int) -> tuple[str, str, int] | None:
    start = _skip(text, place, SPACES)
    low = scan_version(text, start, NUMBER_OR_WILDCARD)
    if low is None:
        return None
    hyphen = _skip(text, low[1], SPACES)
    if hyphen == low[1] or not text.startswith("-", hyphen):
        return None
    high_start = _skip(text, hyphen + 1, SPACES)
    high = scan_version(text, high_start, NUMBER_OR_WILDCARD) if high_start > hyphen + 1 else None
    if high is None:
        return None
    return text[start : low[1]], text[high_start : high[1]], _skip(text, high[1], SPACES)


def _skip(text: str, place: int, characters: str) -> int:
    while place < len(text) and text[place] in characters:
        place += 1
    return place
