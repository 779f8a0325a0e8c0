"""What a template need not do twice: fields and calls that give the same wherever they stand."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable


class Repetition:
    """Knows which Python code stands for the same value all through one rendering, or in all of them.

    The value of a ``root`` never changes, nor does anything in it; its ``constant_fields`` may be the same in other
    renderings, too. Without roots nothing is known.
    """

    def __init__(self, roots: Collection[str], constant_fields: frozenset[str]) -> None:
        """Know no more than the roots, which are names of variables."""
        self._roots = roots
        self._constant_fields = constant_fields
        self._variables: dict[object, str] = {}
        self._stable = {"None"}
        self._constant = {"None"}

    @property
    def variables(self) -> Iterable[str]:
        """The variables that hold values which are found once, none of them at the beginning."""
        return self._variables.values()

    @property
    def is_possible(self) -> bool:
        """Whether anything can be found once."""
        return bool(self._roots)

    def is_root(self, code: str) -> bool:
        """Whether code is the name of a root."""
        return code in self._roots

    def has_constant(self, field: str) -> bool:
        """Whether a field of a root may be the same in other renderings."""
        return field in self._constant_fields

    def variable(self, found: object, *, constant: bool = False) -> str:
        """Return the variable for what is found by some code or fields, the same one each time."""
        name = self._variables.setdefault(found, f"f{len(self._variables)}")
        self.note(name, constant=constant)
        return name

    def note(self, code: str, *, constant: bool) -> None:
        """Note that code stands for the same value in one rendering, or in all of them."""
        self._stable.add(code)
        if constant:
            self._constant.add(code)

    def follow(self, code: str, source: str) -> None:
        """Note that code is made of ``source`` and nothing else."""
        if source in self._stable:
            self.note(code, constant=source in self._constant)

    def are_stable(self, codes: Iterable[str]) -> bool:
        """Whether what is made of some values alone is the same all through one rendering."""
        return self.is_possible and self._stable.issuperset(codes)

    def are_constant(self, codes: Iterable[str]) -> bool:
        """Whether what is made of some values alone may be the same in other renderings, too."""
        return self.is_possible and self._constant.issuperset(codes)
