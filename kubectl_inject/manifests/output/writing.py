"""Plain objects written as YAML in block style, or as JSON.

What is written means the same to readers of YAML 1.1, of YAML 1.2, and to Kubernetes. Lines are never folded.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from kubectl_inject.manifests.parsing.scalars import NUMBER_STARTS, WORDS, float_text, resolve
from kubectl_inject.manifests.stand_in import StandIn
from kubectl_inject.printable import is_command
from kubectl_inject.startup.frozen import dataclass
from kubectl_inject.startup.pattern import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from typing import TypeGuard

# libyaml, and so Kubernetes, takes "key:" for a key only if it is no longer than 1024 characters.
_LONGEST_SIMPLE_KEY = 1000

# How long a string may be whose form on one line is remembered.
_SHORT = 64

_UNSEEN = r"\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
"""What is not seen, or lets text be shown in another order: YAML allows it, reviewers want to know of it."""
_NOT_PRINTABLE = rf"\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff{_UNSEEN}"
_INK = rf"[^{_NOT_PRINTABLE}\t\n \xa0]"
_INK_NO_KEY_END = rf"(?::(?={_INK})|(?!:){_INK})"  # a colon before a blank would end a key
_PLAIN = pattern(
    rf"(?![\[\]{{}},#&*!|>'\"%@`]|[-?:](?!{_INK})|---|\.\.\.)"  # begins with an indicator, or like a separator
    rf"{_INK_NO_KEY_END}(?: *(?!(?<= )\#){_INK_NO_KEY_END})*"  # a hash behind a blank would begin a comment
)
_PRINTABLE_LINE = pattern(rf"[^{_NOT_PRINTABLE}\t\n]*")
_LITERAL = pattern(rf"[^{_NOT_PRINTABLE}]*[^{_NOT_PRINTABLE}\s]\n*")

# Strings to Kubernetes that YAML 1.1 or 1.2 takes for numbers in base 60, dates, or numbers too large for Go.
_NUMBER_ELSEWHERE = pattern(
    r"[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?"
    r"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt \t].*)?"
    r"|[-+]?0[xXoObB][0-9a-fA-F_]*"
    r"|[-+]?(?:[0-9][0-9_]*)?\.?[0-9_]*(?:[eE][-+]?[0-9_]*)?"
)
_IN_NUMBERS_ELSEWHERE = "0123456789abcdefABCDEF+-._:oOxX"
_AFTER_SIGN = frozenset("0123456789._eE") | {""}
_INDICATORS = frozenset(" []{},#&*!|>'\"%@`")
_WORDS_ELSEWHERE = frozenset({word.lower() for word in WORDS} | {"=", "<<"})
_WORD_LENGTH = max(map(len, _WORDS_ELSEWHERE))

_NOT_FOR_YAML = pattern(rf"[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff{_UNSEEN}]")
_ESCAPED = pattern(rf'["\\\t\n{_NOT_PRINTABLE}]')
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\0": "\\0"}


@dataclass(frozen=True, slots=True)
class Style:
    """How block collections are indented, in columns.

    ``mapping``: a mapping within a mapping. ``sequence``: a list under its key. ``item``: what follows the dash of
    an item, counted from the dash.
    """

    mapping: int = 2
    sequence: int = 0
    item: int = 2


_STYLE = Style()
# What plain data are made of: a check whether one of these is a Mapping would take longer.
_PLAIN_CLASSES = frozenset({dict, list, str, int, float, bool, type(None)})


def write_yaml(value: object, *, style: Style = _STYLE, line_break: str = "\n", indent: int = 0) -> str:
    """Return ``value`` (dict with string keys, list, str, int, float, bool or None) as lines of YAML.

    Keys keep their order. All lines are moved to the right by ``indent`` columns, and end with ``line_break``. A
    StandIn in the value is written as the word that it is, and given its place.
    """
    writer = _Writer(style)
    padding = " " * indent
    if value and (_is_mapping(value) or _is_list(value)):
        writer.collection(value, padding)
    else:
        writer.lines.append(padding + _scalar(value, padding, writer.mapping_indent))
    text = "\n".join([*writer.lines, ""])
    return text if line_break == "\n" else text.replace("\n", line_break)


def _is_mapping(value: object) -> TypeGuard[Mapping[str, object]]:
    if value.__class__ in _PLAIN_CLASSES:
        return value.__class__ is dict
    return isinstance(value, Mapping)


def _is_list(value: object) -> TypeGuard[Sequence[object]]:
    if value.__class__ in _PLAIN_CLASSES:
        return value.__class__ is list
    return isinstance(value, Sequence) and not isinstance(value, str)


class _Writer:
    """Gathers the lines of one value. An element of ``lines`` may be several lines, for a literal block."""

    def __init__(self, style: Style) -> None:
        self.mapping_indent = " " * style.mapping
        self._list_indent = " " * style.sequence
        self._item_indent = " " * style.item
        self._indents = (style.mapping, style.sequence, style.item)
        self.lines: list[str] = []

    def collection(self, value: Mapping[str, object] | Sequence[object], padding: str) -> None:
        """Write a mapping or list that has something in it, its first column behind ``padding``."""
        if _is_mapping(value):
            for key, item in value.items():
                self._pair(padding, key, item)
        else:
            for item in value:
                self._item(padding, item)

    def _pair(self, padding: str, key: str, item: object) -> None:
        name = inline_string(key)
        if len(name) <= _LONGEST_SIMPLE_KEY:
            head = f"{padding}{name}:"
        else:
            self.lines.append(f"{padding}? {name}")
            head = f"{padding}:"
        if item.__class__ is StandIn:
            indent = self.mapping_indent if _is_mapping(item.part) else self._list_indent
            item.place(len(padding + indent), self._indents, is_item=False)
            self.lines.append(f"{head} {item}")
        elif isinstance(item, str):
            self.lines.append(f"{head} {_string(item, padding, self.mapping_indent)}")
        elif item and _is_mapping(item):
            self.lines.append(head)
            self.collection(item, padding + self.mapping_indent)
        elif item and _is_list(item):
            self.lines.append(head)
            self.collection(item, padding + self._list_indent)
        else:
            self.lines.append(f"{head} {_scalar(item, padding, self.mapping_indent)}")

    def _item(self, padding: str, item: object) -> None:
        inner = padding + self._item_indent
        dash = f"{padding}-{self._item_indent[1:]}"
        if item.__class__ is StandIn:
            item.place(len(inner), self._indents, is_item=True)
            self.lines.append(dash + item)
        elif item and (_is_mapping(item) or _is_list(item)):
            first = len(self.lines)
            self.collection(item, inner)
            self.lines[first] = dash + self.lines[first][len(inner) :]
        else:
            self.lines.append(dash + _scalar(item, padding, self._item_indent))


def _scalar(value: object, padding: str, indent: str) -> str:
    """Return ``value``, which has nothing in it if it is a collection.

    Lines after the first are indented by ``indent`` more than ``padding``, where the parent begins.
    """
    match value:
        case str():
            return _string(value, padding, indent)
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case float():
            return float_text(value)
        case Mapping():
            return "{}"
        case Sequence():
            return "[]"
    raise TypeError(f"found {type(value).__name__}, which has no form in YAML")


def _string(text: str, padding: str, indent: str) -> str:
    if "\n" in text and _is_literal(text):
        return _literal_block(text, padding, indent)
    return inline_string(text)


def _is_literal(text: str) -> bool:
    """Whether a text of several lines can stand in a literal block, none of them a command to a pipeline's log."""
    if ("::" in text or "##" in text) and any(map(is_command, text.split("\n"))):
        return False
    return _is_printable_block(text)


def _is_printable_block(text: str) -> bool:
    """Whether ``_LITERAL`` matches, which is expensive to compile."""
    if text.isascii() and text.replace("\n", "").isprintable():
        return text.rstrip("\n")[-1:] not in ("", " ")
    return _LITERAL.fullmatch(text) is not None


def _literal_block(text: str, padding: str, indent: str) -> str:
    content = text.rstrip("\n")
    breaks = len(text) - len(content)
    # Where the text itself begins with a blank, readers must know how much indentation is not part of it.
    indentation = str(len(indent)) if text[0] in " \t\n" else ""
    chomping = "-" if not breaks else "" if breaks == 1 else "+"
    lines = [padding + indent + line if line else "" for line in content.split("\n")]
    return "\n".join([f"|{indentation}{chomping}", *lines, *[""] * (breaks - 1)])


def inline_string(text: str) -> str:
    """Return ``text`` on one line: plain where it stays a string so, else in quotes."""
    return _short_inline_string(text) if len(text) <= _SHORT else _inline_string(text)


def _inline_string(text: str) -> str:
    if ("##" in text or text.startswith("::")) and is_command(text):
        return '"' + _ESCAPED.sub(_escape, text).replace("#", r"\x23") + '"'
    is_simple = text.isascii() and text.isprintable()  # the patterns are expensive to compile, and most texts are
    if (_is_plain(text) if is_simple else _PLAIN.fullmatch(text)) and not _seems_typed(text):
        return text
    if ('"' in text or "\\" in text) and (is_simple or _PRINTABLE_LINE.fullmatch(text)):
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"' if is_simple else '"' + _ESCAPED.sub(_escape, text) + '"'


# The same keys and names come again and again.
_short_inline_string = lru_cache(maxsize=1024)(_inline_string)


def _is_plain(text: str) -> bool:
    """Whether ``_PLAIN`` matches a text of printable characters of ASCII."""
    return bool(
        text
        and text[0] not in _INDICATORS
        and not (text[0] in "-?:" and text[1:2] in (" ", ""))
        and not text.startswith(("---", "..."))
        and text[-1] not in " :"
        and ": " not in text
        and " #" not in text
    )


def _seems_typed(text: str) -> bool:
    """Whether some reader of YAML would take ``text``, written plain, for something else than a string."""
    if text[0] in NUMBER_STARTS:
        if resolve(text) is not text:
            return True
        return _is_number_elsewhere(text)
    return len(text) <= _WORD_LENGTH and text.lower() in _WORDS_ELSEWHERE


def _is_number_elsewhere(text: str) -> bool:
    """Whether ``_NUMBER_ELSEWHERE`` matches, which is tried only on what may be a number."""
    if text[:1] in ("-", "+") and text[1:2] not in _AFTER_SIGN:
        return False
    may_be_number = text[4:5] == "-" or not (text.strip(_IN_NUMBERS_ELSEWHERE) or text.count(".") > 1)
    return may_be_number and _NUMBER_ELSEWHERE.fullmatch(text) is not None


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    known = _ESCAPES.get(character)
    if known is not None:
        return known
    code = ord(character)
    return f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}"


def write_json(value: object, *, indent: int | None = 2, line_break: str = "\n") -> str:
    """Return ``value`` as JSON that ends with ``line_break``; None as ``indent`` writes it on one line.

    YAML parsers can read it too. A whole number is written without a fraction, as Go does, which refuses ``1.0``
    where it expects an integer.
    """
    import json

    text = json.dumps(with_whole_numbers(value), indent=indent, ensure_ascii=False) + "\n"
    text = _NOT_FOR_YAML.sub(lambda match: f"\\u{ord(match[0]):04X}", text)
    return text if line_break == "\n" else text.replace("\n", line_break)


def with_whole_numbers(value: object) -> object:
    """Return plain data with whole floats as ints: ``1.0`` is ``1``."""
    if isinstance(value, Mapping):
        return {key: with_whole_numbers(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [with_whole_numbers(item) for item in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value
