"""Functions of Go's package strings, their arguments turned around for pipelines, and cuts by bytes."""

from __future__ import annotations

from kubectl_inject.gotemplate.encoding import to_bytes, to_text
from kubectl_inject.gotemplate.functions import Function, FunctionError, ParameterType, Work
from kubectl_inject.gotemplate.sprig.limits import check_item_count, check_text_length
from kubectl_inject.gotemplate.sprig.tables import named
from kubectl_inject.gotemplate.values import StringList, StringMap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

STRING, INT = ParameterType.STRING, ParameterType.INT

# unicode.IsSpace; str.isspace() would add the separators U+001C to U+001F.
SPACES = (
    "\t\n\v\f\r \x85\xa0\u1680"
    "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)


def upper_character(character: str) -> str:
    """Return unicode.ToUpper of one character: never more than one, unlike ``str.upper``."""
    mapped = character.upper()
    return mapped if len(mapped) == 1 else title_character(character)


def lower_character(character: str) -> str:
    """Return unicode.ToLower of one character."""
    return character.lower()[0]


def title_character(character: str) -> str:
    """Return unicode.ToTitle of one character."""
    mapped = character.title()
    return mapped if len(mapped) == 1 else character


def upper(text: str) -> str:
    """Return strings.ToUpper, which maps every character by itself."""
    return text.upper() if text.isascii() else "".join(map(upper_character, text))


def lower(text: str) -> str:
    """Return strings.ToLower, which maps every character by itself."""
    return text.lower() if text.isascii() else "".join(map(lower_character, text))


def title(text: str) -> str:
    """Return strings.Title: a letter after a word boundary becomes a capital, the rest stays."""
    previous = " "
    titled = []
    for character in text:
        titled.append(title_character(character) if _separates_words(previous) else character)
        previous = character
    return "".join(titled)


def _separates_words(character: str) -> bool:
    if character == "_" or character.isalpha() or character.isdecimal():
        return False
    return character.isascii() or character in SPACES


def trim(text: str) -> str:
    """Remove white space at both ends."""
    return text.strip(SPACES)


def trim_all(characters: str, text: str) -> str:
    """Remove any of the characters at both ends."""
    left_out = frozenset(characters)  # str.strip looks through all of them at each place
    start, end = 0, len(text)
    while start < end and text[start] in left_out:
        start += 1
    while start < end and text[end - 1] in left_out:
        end -= 1
    return text[start:end]


def trim_suffix(suffix: str, text: str) -> str:
    """Remove a suffix, once."""
    return text.removesuffix(suffix)


def trim_prefix(prefix: str, text: str) -> str:
    """Remove a prefix, once."""
    return text.removeprefix(prefix)


def contains(part: str, text: str) -> bool:
    """Say whether a text contains another."""
    return part in text


def has_prefix(prefix: str, text: str) -> bool:
    """Say whether a text starts with another."""
    return text.startswith(prefix)


def has_suffix(suffix: str, text: str) -> bool:
    """Say whether a text ends with another."""
    return text.endswith(suffix)


def replace(old: str, new: str, text: str) -> str:
    """Replace every occurrence; an empty ``old`` is found around every character."""
    check_text_length(len(text) + text.count(old) * (len(new) - len(old)))
    return text.replace(old, new)


def repeat(count: int, text: str) -> str:
    """Repeat a text."""
    if count < 0:
        raise FunctionError("strings: negative Repeat count")
    check_text_length(count * len(text))
    return text * count


def trunc(length: int, text: str) -> str:
    """Keep the first bytes or, for a negative length, the last ones."""
    data = to_bytes(text)
    if length < 0:
        return to_text(data[length:])
    return to_text(data[:length])


def substr(start: int, end: int, text: str) -> str:
    """Cut out bytes; a negative ``start`` means the beginning, and a negative or too large ``end`` the end."""
    data = to_bytes(text)
    size = len(data)
    if start < 0:
        if end < 0:
            raise FunctionError(f"runtime error: slice bounds out of range [:{end}]")
        if end > size:
            raise FunctionError(f"runtime error: slice bounds out of range [:{end}] with length {size}")
        return to_text(data[:end])
    if end < 0 or end > size:
        end = size
    if start > end:
        raise FunctionError(f"runtime error: slice bounds out of range [{start}:{end}]")
    return to_text(data[start:end])


def split_parts(separator: str, text: str, limit: int) -> list[str]:
    """Return strings.SplitN: at most ``limit`` parts, all of them if it is negative."""
    if limit == 0:
        return []
    if separator:
        count = text.count(separator) + 1
        check_item_count(count if limit < 0 else min(count, limit))
        return text.split(separator, limit - 1 if limit > 0 else -1)
    if limit < 0 or limit >= len(text):
        check_item_count(len(text))
        return list(text)
    check_item_count(limit)
    return [*text[: limit - 1], text[limit - 1 :]]


def _numbered(parts: list[str]) -> StringMap:
    return StringMap((f"_{number}", part) for number, part in enumerate(parts))


def split(separator: str, text: str) -> StringMap:
    """Split into a map with the keys ``_0``, ``_1``, …."""
    return _numbered(split_parts(separator, text, -1))


def splitn(separator: str, limit: int, text: str) -> StringMap:
    """Split into a map of at most ``limit`` parts."""
    return _numbered(split_parts(separator, text, limit))


def split_list(separator: str, text: str) -> StringList:
    """Split into a list."""
    return StringList(split_parts(separator, text, -1))


def _of_one_text(name: str, call: Callable[[str], str]) -> Function:
    return Function(name, call, (STRING,))


def _of_two_texts(name: str, call: Callable[[str, str], object], work: Work = Work.COPYING) -> Function:
    return Function(name, call, (STRING, STRING), work=work)


FUNCTIONS = (
    _of_one_text("upper", upper),
    _of_one_text("lower", lower),
    _of_one_text("title", title),
    _of_one_text("trim", trim),
    *named(_of_two_texts("trimAll", trim_all, Work.WALKING), "trimall"),
    _of_two_texts("trimSuffix", trim_suffix),
    _of_two_texts("trimPrefix", trim_prefix),
    _of_two_texts("contains", contains),
    _of_two_texts("hasPrefix", has_prefix),
    _of_two_texts("hasSuffix", has_suffix),
    _of_two_texts("split", split),
    _of_two_texts("splitList", split_list),
    Function("splitn", splitn, (STRING, INT, STRING), work=Work.COPYING),
    Function("replace", replace, (STRING, STRING, STRING), work=Work.COPYING),
    Function("repeat", repeat, (INT, STRING), work=Work.COPYING),
    Function("trunc", trunc, (INT, STRING), work=Work.COPYING),
    Function("substr", substr, (INT, INT, STRING), work=Work.COPYING),
)
