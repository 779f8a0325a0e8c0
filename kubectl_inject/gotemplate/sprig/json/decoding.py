"""Reading JSON as Go's json.Unmarshal into an interface {}: every number is a float64."""

from __future__ import annotations

from kubectl_inject.gotemplate.encoding import to_bytes
from kubectl_inject.gotemplate.functions import FunctionError
from kubectl_inject.gotemplate.quoting import quote
from kubectl_inject.gotemplate.sprig.limits import check_nesting

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

WHITE_SPACE = " \t\r\n"
DIGITS = "0123456789"
ESCAPED = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
LITERALS: dict[str, tuple[str, bool | None]] = {"t": ("true", True), "f": ("false", False), "n": ("null", None)}
SURROGATES = range(0xD800, 0xE000)
LOW_SURROGATES = range(0xDC00, 0xE000)


class JSONSyntaxError(ValueError):
    """A text is not JSON; str() of it is what Go says."""


def from_json(text: str) -> object:
    """Read JSON; nil if it is not JSON, as in sprig."""
    reader = _Reader(text)
    try:
        return reader.read_all()
    except JSONSyntaxError:
        return None


def must_from_json(text: str) -> object:
    """Read JSON."""
    reader = _Reader(text)
    try:
        value = reader.read_all()
    except JSONSyntaxError as problem:
        raise FunctionError(str(problem)) from None
    if reader.number_out_of_range:
        raise FunctionError(f"json: cannot unmarshal number {reader.number_out_of_range} into Go value of type float64")
    return value


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._place = 0
        self.number_out_of_range = ""

    def read_all(self) -> object:
        value = self._value(0)
        if self._next_token():
            self._unexpected("after top-level value")
        return value

    def _peek(self) -> str:
        return self._text[self._place : self._place + 1]

    def _next_token(self) -> str:
        """Skip white space and return the character after it, an empty text at the end."""
        while (character := self._peek()) and character in WHITE_SPACE:
            self._place += 1
        return character

    def _unexpected(self, where: str) -> NoReturn:
        # At the end, Go tries a space first, and is content where it can be skipped.
        character = self._peek() or " "
        if not self._peek() and where.startswith(("after object", "after array", "looking for", "in string literal")):
            raise JSONSyntaxError("unexpected end of JSON input")
        # Go sees bytes, and quotes the first one of a character as if it were one.
        byte = to_bytes(character)[:1].decode("latin-1")
        shown = {"'": "\\'", '"': '"'}.get(byte) or quote(byte)[1:-1]
        raise JSONSyntaxError(f"invalid character '{shown}' {where}")

    def _value(self, depth: int) -> object:
        check_nesting(depth)
        character = self._next_token()
        if character == "{":
            return self._object(depth)
        if character == "[":
            return self._array(depth)
        if character == '"':
            return self._string()
        if character and character in "-" + DIGITS:
            return self._number()
        if character in LITERALS:
            return self._literal(*LITERALS[character])
        return self._unexpected("looking for beginning of value")

    def _object(self, depth: int) -> dict[str, object]:
        result: dict[str, object] = {}
        self._place += 1
        if self._next_token() == "}":
            self._place += 1
            return result
        while True:
            if self._next_token() != '"':
                self._unexpected("looking for beginning of object key string")
            key = self._string()
            if self._next_token() != ":":
                self._unexpected("after object key")
            self._place += 1
            result[key] = self._value(depth + 1)
            if self._ends("}", "after object key:value pair"):
                return result

    def _array(self, depth: int) -> list[object]:
        result: list[object] = []
        self._place += 1
        if self._next_token() == "]":
            self._place += 1
            return result
        while True:
            result.append(self._value(depth + 1))
            if self._ends("]", "after array element"):
                return result

    def _ends(self, bracket: str, where: str) -> bool:
        character = self._next_token()
        if character not in (bracket, ","):
            self._unexpected(where)
        self._place += 1
        return character == bracket

    def _literal(self, word: str, value: bool | None) -> bool | None:
        for expected in word:
            if self._peek() != expected:
                self._unexpected(f"in literal {word} (expecting '{expected}')")
            self._place += 1
        return value

    def _number(self) -> float | None:
        start = self._place
        if self._peek() == "-":
            self._place += 1
        if self._peek() == "0":
            self._place += 1
        else:
            self._digits("in numeric literal")
        if self._peek() == ".":
            self._place += 1
            self._digits("after decimal point in numeric literal")
        if self._peek() in ("e", "E"):
            self._place += 1
            if self._peek() in ("+", "-"):
                self._place += 1
            self._digits("in exponent of numeric literal")
        digits = self._text[start : self._place]
        number = float(digits)
        if number in (float("inf"), float("-inf")):
            self.number_out_of_range = self.number_out_of_range or digits
            return None
        return number

    def _digits(self, where: str) -> None:
        start = self._place
        while (character := self._peek()) and character in DIGITS:
            self._place += 1
        if self._place == start:
            self._unexpected(where)

    def _string(self) -> str:
        parts = []
        self._place += 1
        while (character := self._peek()) != '"':
            if character == "\\":
                self._place += 1
                parts.append(self._escape())
            elif character < " ":  # the end of the text too
                self._unexpected("in string literal")
            else:
                parts.append("\ufffd" if "\ud800" <= character <= "\udfff" else character)
                self._place += 1
        self._place += 1
        return "".join(parts)

    def _escape(self) -> str:
        character = self._peek()
        if character == "u":
            code = self._code_unit()
            if code not in SURROGATES:
                return chr(code)
            return self._second_half(code)
        if character not in ESCAPED:
            self._unexpected("in string escape code")
        self._place += 1
        return ESCAPED[character]

    def _second_half(self, high: int) -> str:
        """Read what follows one half of a pair of surrogates; a half alone is replaced."""
        if high not in LOW_SURROGATES and self._text.startswith("\\u", self._place):
            start = self._place
            self._place += 1
            low = self._code_unit()
            if low in LOW_SURROGATES:
                return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
            self._place = start
        return "\ufffd"

    def _code_unit(self) -> int:
        self._place += 1
        start = self._place
        for _ in range(4):
            if not self._peek() or self._peek() not in "0123456789abcdefABCDEF":
                self._unexpected("in \\u hexadecimal character escape")
            self._place += 1
        return int(self._text[start : self._place], 16)
