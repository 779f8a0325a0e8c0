"""Writing JSON as Go's json.Marshal: keys sorted, numbers in Go's notation."""

from __future__ import annotations

import math
from abc import ABC, abstractmethod

from kubectl_inject.gotemplate.functions import FunctionError
from kubectl_inject.gotemplate.sprig.limits import MAX_TEXT_LENGTH, check_nesting, check_text_length
from kubectl_inject.gotemplate.sprig.reflection import type_of
from kubectl_inject.gotemplate.values import GoObject

_ESCAPES = {ord(character): f"\\u{ord(character):04x}" for character in map(chr, range(0x20))} | {
    ord('"'): '\\"',
    ord("\\"): "\\\\",
    ord("\b"): "\\b",
    ord("\f"): "\\f",
    ord("\n"): "\\n",
    ord("\r"): "\\r",
    ord("\t"): "\\t",
    0x2028: "\\u2028",
    0x2029: "\\u2029",
}
_HTML_ESCAPES = _ESCAPES | {ord(character): f"\\u{ord(character):04x}" for character in "<>&"}


class JSONMarshaler(ABC):
    """A GoObject that knows how it is written as JSON."""

    __slots__ = ()

    @abstractmethod
    def go_json(self) -> object:
        """Return the value that is written in place of this one."""


class UnsupportedError(ValueError):
    """JSON has no way to write a value; str() of it is what Go says."""


def to_json(value: object) -> str:
    """Write as JSON; nothing if that cannot be done, as in sprig."""
    return _or_nothing(value, None)


def must_to_json(value: object) -> str:
    """Write as JSON."""
    return _or_failure(value, None, escapes=_HTML_ESCAPES)


def to_pretty_json(value: object) -> str:
    """Write as JSON on several lines; nothing if that cannot be done."""
    return _or_nothing(value, "  ")


def must_to_pretty_json(value: object) -> str:
    """Write as JSON on several lines."""
    return _or_failure(value, "  ", escapes=_HTML_ESCAPES)


def to_raw_json(value: object) -> str:
    """Write as JSON without escaping the characters that mean something in HTML."""
    return _or_failure(value, None, escapes=_ESCAPES)


def must_to_raw_json(value: object) -> str:
    """Write as to_raw_json does."""
    return to_raw_json(value)


def _or_nothing(value: object, indent: str | None) -> str:
    try:
        return _Writer(_HTML_ESCAPES, indent).write_all(value)
    except UnsupportedError:
        return ""


def _or_failure(value: object, indent: str | None, *, escapes: dict[int, str]) -> str:
    try:
        return _Writer(escapes, indent).write_all(value)
    except UnsupportedError as problem:
        raise FunctionError(str(problem)) from None


class _Writer:
    def __init__(self, escapes: dict[int, str], indent: str | None) -> None:
        self._escapes = escapes
        self._indent = indent
        self._parts: list[str] = []
        self._length = 0

    def write_all(self, value: object) -> str:
        self._write(value, 0)
        return "".join(self._parts)

    def _put(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)
        if self._length > MAX_TEXT_LENGTH:
            check_text_length(self._length)

    def _write(self, value: object, depth: int) -> None:
        check_nesting(depth)
        if isinstance(value, dict):
            items = [(f"{self._string(key)}:{' ' * (self._indent is not None)}", value[key]) for key in sorted(value)]
            self._write_items("{}", items, depth)
        elif isinstance(value, list):
            self._write_items("[]", [("", item) for item in value], depth)
        elif isinstance(value, GoObject):
            self._write_object(value, depth)
        else:
            self._put(self._scalar(value))

    def _write_items(self, brackets: str, items: list[tuple[str, object]], depth: int) -> None:
        line_break = "" if self._indent is None else "\n" + self._indent * (depth + 1)
        self._put(brackets[0])
        for number, (key, value) in enumerate(items):
            self._put(f"{',' * (number > 0)}{line_break}{key}")
            self._write(value, depth + 1)
        if items and self._indent is not None:
            self._put("\n" + self._indent * depth)
        self._put(brackets[1])

    def _write_object(self, value: GoObject, depth: int) -> None:
        if value.go_is_nil():
            self._put("null")
        elif isinstance(value, JSONMarshaler):
            self._write(value.go_json(), depth)
        elif value.go_basic is not None:
            self._put(self._scalar(value.go_basic))
        else:
            raise FunctionError(f"a value of type {type_of(value)} cannot be written as JSON here")

    def _scalar(self, value: object) -> str:
        if value is None:
            return "null"
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, int):
            return str(int(value))
        if isinstance(value, float):
            return format_float(value)
        if isinstance(value, str):
            return self._string(value)
        raise UnsupportedError(f"json: unsupported type: {type_of(value)}")

    def _string(self, text: str) -> str:
        escaped = text.translate(self._escapes)
        if not text.isascii():  # bytes that are no UTF-8
            escaped = "".join("\\ufffd" if "\ud800" <= character <= "\udfff" else character for character in escaped)
        return f'"{escaped}"'


def format_float(number: float) -> str:
    """Write a float64 as encoding/json: the shortest digits, an exponent for what is very small or large."""
    if not math.isfinite(number):
        shown = "NaN" if math.isnan(number) else ("+Inf" if number > 0 else "-Inf")
        raise UnsupportedError(f"json: unsupported value: {shown}")
    sign = "-" if math.copysign(1, number) < 0 else ""
    digits, _, exponent = repr(abs(number)).partition("e")
    whole, _, fraction = digits.partition(".")
    if fraction == "0":
        fraction = ""
    significant = (whole + fraction).lstrip("0")
    # The number is 0.SIGNIFICANT × 10 ** point.
    point = len(whole) + int(exponent or 0) - (len(whole + fraction) - len(significant))
    significant = significant.rstrip("0")
    if not significant:
        return sign + "0"
    if 1e-6 <= abs(number) < 1e21:
        return sign + _positional(significant, point)
    mantissa = significant[0] + ("." + significant[1:] if len(significant) > 1 else "")
    return f"{sign}{mantissa}e{point - 1:+d}"


def _positional(digits: str, point: int) -> str:
    if point <= 0:
        return "0." + "0" * -point + digits
    if point >= len(digits):
        return digits + "0" * (point - len(digits))
    return f"{digits[:point]}.{digits[point:]}"
