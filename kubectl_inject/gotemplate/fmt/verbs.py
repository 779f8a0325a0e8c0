"""What the verbs of package fmt make of a value."""

from __future__ import annotations

from kubectl_inject.gotemplate.encoding import to_bytes
from kubectl_inject.gotemplate.fmt.floats import format_float
from kubectl_inject.gotemplate.functions import FunctionError
from kubectl_inject.gotemplate.go_types import item_type_name, type_name
from kubectl_inject.gotemplate.limits import check_length
from kubectl_inject.gotemplate.quoting import MAX_RUNE, can_be_raw, quote, quote_rune, rune_text
from kubectl_inject.gotemplate.values import GoObject, SizedInt

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kubectl_inject.gotemplate.fmt.formats import Flags

_BASES = {"v": 10, "d": 10, "b": 2, "o": 8, "O": 8, "x": 16, "X": 16}
_DIGIT_FORMATS = {2: "b", 8: "o", 10: "d", 16: "x"}
_PREFIXES = {2: "0b", 8: "0", 16: "0x"}
_FLOAT_VERBS = "vbgGxXfFeE"
_STRINGER_VERBS = "vsxXq"
_MAX_NESTING = 100
_FIXED_PRECISION = 6
_SHARP_DIGITS = 6


def format_argument(value: object, verb: str, flags: Flags, limit: int) -> str:
    """Return a value as a verb prints it; a verb that is wrong for it gives Go's ``%!verb(type=value)``.

    Raise LimitExceededError if that takes more than ``limit`` characters.
    """
    if value is None:
        return flags.pad("<nil>") if verb in "vT" else _bad_verb(value, verb, flags)
    if verb == "T":
        return _text(type_name(value), flags)
    if verb == "p":
        # Python's values have no address that Go would show; Go's own changes with every run.
        return "0xc000000000" if isinstance(value, (list, dict)) else _bad_verb(value, verb, flags)
    if verb == "w" and isinstance(value, (list, dict)):
        return f"%!w({type_name(value)}={_ItemPrinter('v', flags, limit).value(value, 0)})"
    return _ItemPrinter(verb, flags, limit).value(value, 0)


class _ItemPrinter:
    """Prints a value and those inside of it with one verb, and counts what they come to."""

    def __init__(self, verb: str, flags: Flags, limit: int) -> None:
        self._verb = verb
        self._flags = flags
        self._limit = limit
        self._length = 0

    def value(self, value: object, depth: int) -> str:
        """Print a value that is nested that deep in what is printed."""
        if isinstance(value, (list, dict)):
            if depth > _MAX_NESTING:
                raise FunctionError(f"the value is nested more than {_MAX_NESTING} deep")
            return self._list(value, depth) if isinstance(value, list) else self._map(value, depth)
        text = _scalar(value, self._verb, self._flags)
        self._length += len(text)
        check_length(self._length, self._limit)
        return text

    def _item(self, value: object, depth: int, item_type: str) -> str:
        self._length += 1
        check_length(self._length, self._limit)
        if value is None:
            return f"{item_type}(nil)" if self._flags.sharp_v else "<nil>"
        return self.value(value, depth + 1)

    def _list(self, items: list[object], depth: int) -> str:
        item_type = item_type_name(items)
        texts = [self._item(item, depth, item_type) for item in items]
        if self._flags.sharp_v:
            return f"{type_name(items)}{{{', '.join(texts)}}}"
        return f"[{' '.join(texts)}]"

    def _map(self, items: dict[str, object], depth: int) -> str:
        item_type = item_type_name(items)
        texts = [
            f"{self._item(key, depth, 'string')}:{self._item(items[key], depth, item_type)}" for key in sorted(items)
        ]
        if self._flags.sharp_v:
            return f"{type_name(items)}{{{', '.join(texts)}}}"
        return f"map[{' '.join(texts)}]"


def _scalar(value: object, verb: str, flags: Flags) -> str:
    match value:
        case bool():
            return flags.pad("true" if value else "false") if verb in "tv" else _bad_verb(value, verb, flags)
        case str():
            return _string(value, verb, flags)
        case int():
            return _integer(value, value, verb, flags)
        case float():
            return _float(value, verb, flags) if verb in _FLOAT_VERBS else _bad_verb(value, verb, flags)
        case complex():
            return _complex(value, verb, flags)
        case GoObject():
            return _object(value, verb, flags)
    return flags.pad(f"?{type_name(value)}?")


def _bad_verb(value: object, verb: str, flags: Flags) -> str:
    if value is None:
        return f"%!{verb}(<nil>)"
    if isinstance(value, GoObject) and value.go_basic is not None:
        # Go leaves the type's own String method alone here.
        return f"%!{verb}({value.go_type}={_scalar(value.go_basic, 'v', flags)})"
    return f"%!{verb}({type_name(value)}={_scalar(value, 'v', flags)})"


def _object(value: GoObject, verb: str, flags: Flags) -> str:
    if verb in _STRINGER_VERBS:
        return _string(value.go_print(), verb, flags)
    basic = value.go_basic
    if type(basic) is int or isinstance(basic, SizedInt):
        return _integer(int(basic), value, verb, flags)
    if basic is not None:
        return _scalar(basic, verb, flags)
    return _bad_verb(value, verb, flags)


# Strings


def _truncated(text: str, flags: Flags) -> str:
    return text if flags.precision is None else text[: flags.precision]


def _text(text: str, flags: Flags) -> str:
    return flags.pad(_truncated(text, flags))


def _string(value: str, verb: str, flags: Flags) -> str:
    if verb == "q" or (verb == "v" and flags.sharp_v):
        text = _truncated(value, flags)
        if flags.sharp and can_be_raw(text):
            return flags.pad(f"`{text}`")
        return flags.pad(quote(text, ascii_only=flags.plus))
    if verb in "vs":
        return _text(value, flags)
    if verb in "xX":
        return _hexadecimal_string(to_bytes(value), verb, flags)
    return _bad_verb(value, verb, flags)


def _hexadecimal_string(data: bytes, verb: str, flags: Flags) -> str:
    data = data if flags.precision is None else data[: flags.precision]
    prefix = "0x" if flags.sharp and data else ""
    separator = f" {prefix}" if flags.space else ""
    text = prefix + separator.join(f"{byte:02x}" for byte in data)
    return flags.pad(text.upper() if verb == "X" else text)


# Numbers


def _integer(number: int, value: object, verb: str, flags: Flags) -> str:
    """Print a number; ``value`` is what a message names if the verb is wrong."""
    unsigned = isinstance(value, SizedInt) and not value.signed
    if verb == "v" and flags.sharp_v and unsigned:
        return _digits(number, 16, "v", flags, prefix="0x")
    if verb in _BASES:
        base = _BASES[verb]
        return _digits(number, base, verb, flags, prefix=_PREFIXES.get(base, "") if flags.sharp else "")
    code = number if 0 <= number <= MAX_RUNE else -1
    if verb == "c":
        return flags.pad(rune_text(code))
    if verb == "q":
        return flags.pad(quote_rune(code, ascii_only=flags.plus))
    if verb == "U":
        return _unicode(number, flags)
    return _bad_verb(value, verb, flags)


def _digits(number: int, base: int, verb: str, flags: Flags, prefix: str) -> str:
    if flags.precision == 0 and number == 0:
        return " " * (flags.width or 0)
    sign = "-" if number < 0 else "+" if flags.plus else " " if flags.space else ""
    if flags.precision is not None:
        least = flags.precision
    elif flags.zero and not flags.minus and flags.width is not None:
        least = flags.width - len(sign)
    else:
        least = 0
    digits = format(abs(number), _DIGIT_FORMATS[base]).rjust(least, "0")
    if base == 8 and digits.startswith("0"):
        prefix = ""
    if verb == "O":
        prefix = "0o" + prefix
    text = prefix + digits
    return flags.pad(sign + (text.upper() if verb == "X" else text), zeros=False)


def _unicode(number: int, flags: Flags) -> str:
    number %= 2**64
    text = f"U+{format(number, 'X').rjust(max(4, flags.precision or 0), '0')}"
    if flags.sharp and number <= MAX_RUNE and chr(number).isprintable():
        text += f" '{chr(number)}'"
    return flags.pad(text, zeros=False)


def _complex(value: complex, verb: str, flags: Flags) -> str:
    if verb not in _FLOAT_VERBS:
        return _bad_verb(value, verb, flags)
    real = _float(value.real, verb, flags)
    imaginary = _float(value.imag, verb, flags.with_plus())
    return f"({real}{imaginary}i)"


def _float(number: float, verb: str, flags: Flags) -> str:
    form = {"v": "g", "F": "f"}.get(verb, verb)
    precision = flags.precision
    if precision is None and form in "feE":
        precision = _FIXED_PRECISION
    text = format_float(number, form, precision)
    sign, digits = (text[0], text[1:]) if text[0] in "+-" else ("+", text)
    shown_sign = "-" if sign == "-" else "+" if flags.plus else " " if flags.space else ""
    if digits in ("Inf", "NaN"):
        if digits == "Inf" and not shown_sign:
            shown_sign = "+"
        return flags.pad(shown_sign + digits, zeros=False)
    if flags.sharp and form != "b":
        digits = _with_point(digits, form, precision)
    text = shown_sign + digits
    if shown_sign and flags.zero and not flags.minus:
        return shown_sign + digits.rjust((flags.width or 0) - 1, "0")
    return flags.pad(text)


def _with_point(digits: str, form: str, precision: int | None) -> str:
    """Return digits with a decimal point, and the zeros at their end that %g leaves off."""
    wanted = (_SHARP_DIGITS if precision is None else precision) if form in "gGx" else 0
    marks = "pP" if form in "xX" else "eE"
    end = next((at for at, char in enumerate(digits) if char in marks), len(digits))
    number, tail = digits[:end], digits[end:]
    significant = number.replace(".", "").lstrip("0")
    wanted -= len(significant)
    if "." not in number:
        wanted -= number == "0"
        number += "."
    return number + "0" * wanted + tail
