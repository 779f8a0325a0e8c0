"""Regular expressions that are compiled when they are first used.

Compiling one takes up to three milliseconds, and a program that starts for one Deployment needs few of those it has.
"""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class _Pattern:
    """Takes the methods of the compiled expression for its own, with the first of them that is asked for."""

    __slots__ = ("_flags", "_text", "findall", "finditer", "fullmatch", "match", "search", "split", "sub", "subn")

    def __init__(self, text: str, flags: int) -> None:
        self._text = text
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self._text, self._flags)
        for method in self.__slots__[2:]:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


if TYPE_CHECKING:
    pattern = re.compile
else:

    def pattern(text: str, flags: int = 0) -> _Pattern:
        """Return what ``re.compile`` returns, for its methods; it fails at the first use if the text is wrong."""
        return _Pattern(text, int(flags))
