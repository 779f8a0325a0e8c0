"""Regular expressions that are compiled when they are first used.

Compiling one takes up to three milliseconds, and importing what compiles them takes more than one. A program that
starts for one Deployment needs few of those it has, if any.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from typing import Any


class _Pattern:
    """Takes the methods of the compiled expression for its own, with the first of them that is asked for."""

    __slots__ = ("_text", "findall", "finditer", "fullmatch", "match", "search", "split", "sub", "subn")

    def __init__(self, text: str) -> None:
        self._text = text

    def __getattr__(self, name: str) -> Any:
        import re

        compiled = re.compile(self._text)
        for method in self.__slots__[1:]:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


if TYPE_CHECKING:

    def pattern(text: str) -> re.Pattern[str]:
        """Return what ``re.compile`` returns, for its methods."""

else:

    def pattern(text: str) -> _Pattern:
        """Return what ``re.compile`` returns, for its methods; it fails at the first use if the text is wrong.

        Flags stand in the text: ``(?m)``.
        """
        return _Pattern(text)
