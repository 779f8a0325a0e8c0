"""Laying out text: quotes, indentation, wrapping, abbreviations."""

from __future__ import annotations

from kubectl_inject.gotemplate.encoding import to_bytes, to_text
from kubectl_inject.gotemplate.fmt.printing import sprint_value
from kubectl_inject.gotemplate.functions import Function, ParameterType, Work
from kubectl_inject.gotemplate.quoting import quote as quoted
from kubectl_inject.gotemplate.sprig.limits import check_text_length
from kubectl_inject.gotemplate.sprig.text.strings import SPACES, repeat

ANY, STRING, INT = ParameterType.ANY, ParameterType.STRING, ParameterType.INT

MIN_ABBREVIATION = 4
MIN_ABBREVIATION_ON_BOTH_SIDES = 7


def quote(*values: object) -> str:
    """Print every value but nil as Go quotes a string."""
    return " ".join([quoted(sprint_value(value)) for value in values if value is not None])


def squote(*values: object) -> str:
    """Print every value but nil between single quotes, which are not escaped in it."""
    return " ".join(f"'{sprint_value(value)}'" for value in values if value is not None)


def cat(*values: object) -> str:
    """Print every value but nil, separated by spaces."""
    return " ".join(sprint_value(value) for value in values if value is not None)


def indent(width: int, text: str) -> str:
    """Put spaces before every line, empty ones too."""
    check_text_length(len(text) + width * (text.count("\n") + 1))
    pad = repeat(width, " ")
    return pad + text.replace("\n", "\n" + pad)


def nindent(width: int, text: str) -> str:
    """Indent on a new line."""
    return "\n" + indent(width, text)


def plural(one: str, many: str, count: int) -> str:
    """Return the word for one or the word for many."""
    return one if count == 1 else many


def nospace(text: str) -> str:
    """Remove white space, which sprig looks for among bytes.

    A text with any that is not ASCII comes out as if it had been Latin-1, as sprig's does.
    """
    characters = to_bytes(text).decode("latin-1")
    kept = "".join(character for character in characters if character not in SPACES)
    return text if len(kept) == len(characters) else kept


def initials(text: str) -> str:
    """Return the first byte of every word, as Latin-1, as sprig does."""
    characters = to_bytes(text).decode("latin-1")
    after = " " + characters
    return "".join(
        character
        for previous, character in zip(after, characters, strict=False)
        if previous in SPACES and character not in SPACES
    )


def abbrev(width: int, text: str) -> str:
    """Shorten to ``width`` bytes, the last three of them dots."""
    if width < MIN_ABBREVIATION:
        return text
    return to_text(_abbreviate(to_bytes(text), 0, width))


def abbrevboth(offset: int, width: int, text: str) -> str:
    """Shorten to ``width`` bytes that begin near ``offset``, with dots on both sides."""
    if width < MIN_ABBREVIATION or (offset > 0 and width < MIN_ABBREVIATION_ON_BOTH_SIDES):
        return text
    return to_text(_abbreviate(to_bytes(text), offset, width))


def _abbreviate(data: bytes, offset: int, width: int) -> bytes:
    size = len(data)
    if size <= width:
        return data
    room = width - 3
    offset = min(offset, size)
    if size - offset < room:
        offset = size - room
    if offset <= MIN_ABBREVIATION:
        return data[:room] + b"..."
    if width < MIN_ABBREVIATION_ON_BOTH_SIDES:
        return b""
    if offset + room < size:
        return b"..." + _abbreviate(data[offset:], 0, room)
    return b"..." + data[size - room :]


def wrap(width: int, text: str) -> str:
    """Break lines at spaces; longer words stay whole."""
    return to_text(_wrap(to_bytes(text), width, b"\n", break_words=False))


def wrap_with(width: int, separator: str, text: str) -> str:
    """Break lines at spaces with a separator; longer words are broken too."""
    return to_text(_wrap(to_bytes(text), width, to_bytes(separator) or b"\n", break_words=True))


def _wrap(data: bytes, width: int, separator: bytes, *, break_words: bool) -> bytes:
    width = max(width, 1)
    check_text_length(len(data) + len(separator) * (len(data) // width + data.count(b" ")))
    lines = []
    start = 0
    while len(data) - start > width:
        if data[start] == ord(" "):
            start += 1
            continue
        limit = start + width
        end = data.rfind(b" ", start, limit + 1)
        resume = end + 1
        if end < 0 and break_words:
            end = resume = limit
        elif end < 0:
            end = data.find(b" ", limit)
            resume = end + 1
            if end < 0:
                break
        lines.append(data[start:end])
        start = resume
    lines.append(data[start:])
    return separator.join(lines)


FUNCTIONS = (
    Function("quote", quote, variadic=ANY),
    Function("squote", squote, variadic=ANY),
    Function("cat", cat, variadic=ANY),
    Function("indent", indent, (INT, STRING), work=Work.COPYING),
    Function("nindent", nindent, (INT, STRING), work=Work.COPYING),
    Function("plural", plural, (STRING, STRING, INT), work=Work.CONSTANT),
    Function("nospace", nospace, (STRING,)),
    Function("initials", initials, (STRING,)),
    Function("abbrev", abbrev, (INT, STRING)),
    Function("abbrevboth", abbrevboth, (INT, INT, STRING)),
    Function("wrap", wrap, (INT, STRING)),
    Function("wrapWith", wrap_with, (INT, STRING, STRING)),
)
