"""Go's string and character literals: reading and writing them as package strconv does."""

from __future__ import annotations

from kubectl_inject.gotemplate.encoding import to_bytes, to_text

_ESCAPE_LETTERS = {"a": 7, "b": 8, "f": 12, "n": 10, "r": 13, "t": 9, "v": 11, "\\": 0x5C}
_LETTER_ESCAPES = {chr(code): f"\\{letter}" for letter, code in _ESCAPE_LETTERS.items()}
_HEX_DIGITS = {"x": 2, "u": 4, "U": 8}
_HEXADECIMAL = frozenset("0123456789abcdefABCDEF")
_OCTAL = frozenset("01234567")

MAX_RUNE = 0x10FFFF
REPLACEMENT = "\ufffd"


class LiteralSyntaxError(ValueError):
    """A literal is not one of Go's; the text is Go's reason."""


def is_surrogate(code: int) -> bool:
    """Tell whether a number is one of those that UTF-16 uses in pairs, which are no characters."""
    return 0xD800 <= code <= 0xDFFF


def quote(text: str, *, ascii_only: bool = False) -> str:
    """Return a text as Go's %q prints it, or as its %+q does."""
    if text.isascii() and text.isprintable() and '"' not in text and "\\" not in text:
        return f'"{text}"'
    return '"' + "".join(_escaped(char, '"', ascii_only=ascii_only) for char in text) + '"'


def quote_rune(code: int, *, ascii_only: bool = False) -> str:
    """Return a character's number as Go's %q prints it, or as its %+q does."""
    return f"'{_escaped(rune_text(code), chr(39), ascii_only=ascii_only)}'"


def rune_text(code: int) -> str:
    """Return the character of a number, U+FFFD for a number that is none."""
    return chr(code) if 0 <= code <= MAX_RUNE and not is_surrogate(code) else REPLACEMENT


def can_be_raw(text: str) -> bool:
    """Tell whether a text can stand between back quotes: strconv.CanBackquote."""
    return not any((char < " " and char != "\t") or char in "`\x7f\ufeff" or is_surrogate(ord(char)) for char in text)


def describe_character(char: str) -> str:
    """Return a character as %#U prints it: ``U+002B '+'``."""
    code = 0xFFFD if is_surrogate(ord(char)) else ord(char)
    shown = f" '{chr(code)}'" if chr(code).isprintable() else ""
    return f"U+{code:04X}{shown}"


def unquote(literal: str) -> str:
    """Return what a quoted or raw string literal, quotes included, stands for."""
    if literal[0] == "`":
        return literal[1:-1].replace("\r", "")
    body = literal[1:-1]
    if "\\" not in body:
        return body
    pieces = bytearray()
    position = 0
    while position < len(body):
        escape = body.find("\\", position)
        if escape < 0:
            escape = len(body)
        pieces += to_bytes(body[position:escape])
        position = escape
        if escape < len(body):
            piece, position = _unescape(body, escape, '"')
            pieces += piece if isinstance(piece, bytes) else to_bytes(chr(piece))
    return to_text(bytes(pieces))


def unquote_rune(literal: str) -> int:
    """Return the number that a character literal, quotes included, stands for."""
    body = literal[1:]
    if body[0] == "'":
        raise LiteralSyntaxError("invalid syntax")
    if body[0] == "\\":
        piece, position = _unescape(body, 0, "'")
        code = piece[0] if isinstance(piece, bytes) else piece
    else:
        code, position = (0xFFFD if is_surrogate(ord(body[0])) else ord(body[0])), 1
    if body[position:] != "'":
        raise LiteralSyntaxError(f"malformed character constant: {literal}")
    return code


def _unescape(body: str, start: int, closing: str) -> tuple[bytes | int, int]:
    r"""Read the escape at ``start``: a byte for \x and octal, a character's number for others; and its end."""
    letter = body[start + 1 : start + 2]
    if letter in _ESCAPE_LETTERS:
        return _ESCAPE_LETTERS[letter], start + 2
    if letter == closing:
        return ord(closing), start + 2
    if letter in _HEX_DIGITS:
        end = start + 2 + _HEX_DIGITS[letter]
        code = _number(body[start + 2 : end], _HEX_DIGITS[letter], 16)
        if letter == "x":
            return bytes([code]), end
        if code > MAX_RUNE or is_surrogate(code):
            raise LiteralSyntaxError("invalid syntax")
        return code, end
    if letter in _OCTAL:
        code = _number(body[start + 1 : start + 4], 3, 8)
        if code > 0xFF:
            raise LiteralSyntaxError("invalid syntax")
        return bytes([code]), start + 4
    raise LiteralSyntaxError("invalid syntax")


def _number(digits: str, count: int, base: int) -> int:
    if len(digits) != count or not _HEXADECIMAL.issuperset(digits) or (base == 8 and not _OCTAL.issuperset(digits)):
        raise LiteralSyntaxError("invalid syntax")
    return int(digits, base)


def _escaped(char: str, closing: str, *, ascii_only: bool) -> str:
    if char in (closing, "\\"):
        return f"\\{char}"
    code = ord(char)
    if char.isprintable() and (code < 0x80 or not ascii_only):
        return char
    if char in _LETTER_ESCAPES:
        return _LETTER_ESCAPES[char]
    if is_surrogate(code):
        return "".join(f"\\x{byte:02x}" for byte in to_bytes(char))
    if code < 0x20 or code == 0x7F:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
