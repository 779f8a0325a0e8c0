"""Words: strings that mean themselves wherever YAML takes a word for a string, or for a part of one."""

from __future__ import annotations

from functools import lru_cache

from kubectl_inject.manifests.parsing.scalars import resolve
from kubectl_inject.startup.pattern import pattern

_WORD = pattern(r"(?a)[A-Za-z][A-Za-z0-9]{0,62}(?:(?:://|[-._/])[A-Za-z0-9]{1,63}){0,15}\Z")


@lru_cache(maxsize=1024)
def is_word(text: str) -> bool:
    """Whether a string is a word: letters and digits, with marks between them, such as a name or an address.

    A word begins with a letter, and has no character that YAML knows, no blank and no line break. So where YAML takes
    one word for a string, or for a part of one, it takes any other. What means something else as a whole, such as
    ``true``, is none; a part of a string may become such a thing.
    """
    return _WORD.match(text) is not None and resolve(text) is text
