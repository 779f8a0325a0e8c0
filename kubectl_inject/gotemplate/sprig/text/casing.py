"""Changing the case of words: the rules of huandu/xstrings and, for swapcase and untitle, Masterminds/goutils."""

from __future__ import annotations

import unicodedata
from enum import Enum
from itertools import groupby, pairwise, zip_longest

from kubectl_inject.gotemplate.sprig.text.strings import SPACES, lower_character, title_character, upper_character

# Characters of these ranges are letters that do not make words.
_CHINESE = (("\u3400", "\u4d85"), ("\u4e00", "\u9fcc"), ("\U00020000", "\U0002b81d"))


class _Word(Enum):
    """What a word consists of; a connector is what stands between words."""

    NUMBER = 1
    CAPITALS = 2
    LETTERS = 3
    CONNECTOR = 4
    PUNCTUATION = 5
    OTHER = 6


def _is_upper(character: str) -> bool:
    return unicodedata.category(character) == "Lu"


def _kind_of(character: str) -> _Word:
    category = unicodedata.category(character)
    if character in SPACES or character in "-_":
        return _Word.CONNECTOR
    if category == "Lu":
        return _Word.CAPITALS
    if category[0] == "L" and not any(low <= character <= high for low, high in _CHINESE):
        return _Word.LETTERS
    return {"P": _Word.PUNCTUATION, "N": _Word.NUMBER}.get(category[0], _Word.OTHER)


def _words(text: str) -> list[tuple[_Word, str]]:
    """Split a text into words: HTTPServer is HTTP and Server, which count as capitals."""
    words: list[tuple[_Word, str]] = []
    for kind, characters in groupby(text, _kind_of):
        word = "".join(characters)
        if kind is _Word.LETTERS and words and words[-1][0] is _Word.CAPITALS:
            _, capitals = words.pop()
            if len(capitals) > 1:
                words.append((_Word.CAPITALS, capitals[:-1]))
            words.append((_Word.CAPITALS, capitals[-1] + word))
        else:
            words.append((kind, word))
    return words


def _connected(text: str, connector: str) -> str:
    parts: list[str] = []
    previous: _Word | None = None
    in_number = False
    words = _words(text)
    for (kind, word), (following, _) in zip_longest(words, words[1:], fillvalue=(None, "")):
        if previous is not None and kind is not None and _needs_connector(previous, kind, following, in_number):
            parts.append(connector)
        if kind is _Word.CONNECTOR:
            parts.append(connector * len(word))
        else:
            parts.append("".join(map(lower_character, word)) if kind is _Word.CAPITALS else word)
        in_number = kind is _Word.NUMBER or (in_number and kind is _Word.LETTERS)
        previous = kind
    return "".join(parts)


def _needs_connector(previous: _Word, kind: _Word, following: _Word | None, in_number: bool) -> bool:
    if not {previous, kind}.isdisjoint({_Word.CONNECTOR, _Word.PUNCTUATION}):
        return False
    if in_number:
        return kind not in (_Word.LETTERS, _Word.NUMBER)
    # A number belongs to the word before it unless it starts one: bld4_floor, but http_2xx.
    return kind is not _Word.NUMBER or following is _Word.LETTERS


def snakecase(text: str) -> str:
    """Write FirstName as first_name."""
    return _connected(text, "_")


def kebabcase(text: str) -> str:
    """Write FirstName as first-name."""
    return _connected(text, "-")


def camelcase(text: str) -> str:
    """Write first_name as FirstName."""
    bare = text.lstrip(SPACES + "-_")
    leading = text[: len(text) - len(bare)]
    if not bare:
        return leading + leading[-1:]  # as sprig does
    parts = [leading]
    previous = upper_character(bare[0])
    in_capitals = _is_upper(bare[0])
    for character in bare[1:]:
        current = character
        after_connector = _kind_of(previous) is _Word.CONNECTOR
        if after_connector and _kind_of(character) is not _Word.CONNECTOR:
            # The one connector before a word goes; others before it stay.
            in_capitals = _is_upper(character)
            previous = upper_character(character)
            continue
        if not after_connector and in_capitals:
            in_capitals = _is_upper(character)
            current = lower_character(character) if in_capitals else character
        parts.append(previous)
        previous = current
    return "".join([*parts, previous])


def swapcase(text: str) -> str:
    """Turn capitals into small letters and the reverse."""
    swapped: list[str] = []
    after_space = True
    for character in text:
        category = unicodedata.category(character)
        if category in ("Lu", "Lt"):
            swapped.append(lower_character(character))
        elif category == "Ll":
            swapped.append(title_character(character) if after_space else upper_character(character))
        else:
            swapped.append(character)
            after_space = character in SPACES
            continue
        after_space = False
    return "".join(swapped)


def untitle(text: str) -> str:
    """Turn the first letter of every word into a small one."""
    return "".join(
        lower_character(character) if previous in SPACES else character for previous, character in pairwise(" " + text)
    )
