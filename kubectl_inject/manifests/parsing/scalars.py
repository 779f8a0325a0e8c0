"""What a scalar means to Kubernetes' YAML library, sigs.k8s.io/yaml.

The rules are those of its goyaml.v2 (``resolve.go``), which reads YAML 1.1 with some of 1.2, and of its own
conversion to JSON (``yaml.go``).
"""

from __future__ import annotations

from kubectl_inject.startup.pattern import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

Scalar = str | int | float | bool | None

_INFINITY = float("inf")

WORDS: dict[str, bool | float | None] = {
    **dict.fromkeys(("y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"), True),
    **dict.fromkeys(("n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"), False),
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys((".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"), _INFINITY),
    **dict.fromkeys(("-.inf", "-.Inf", "-.INF"), -_INFINITY),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), float("nan")),
}
NUMBER_STARTS = frozenset("+-.0123456789")
_DIGITS = frozenset("0123456789")
_IN_NUMBERS = "0123456789abcdefABCDEF+-._oOxX"

_INTEGER = pattern(
    r"(?P<sign>[-+]?)"
    r"(?:0[bB](?P<two>[01]+)|0[oO]?(?P<eight>[0-7]+)|0[xX](?P<sixteen>[0-9a-fA-F]+)|(?P<ten>0|[1-9][0-9]*))"
)
_FLOAT = pattern(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_UNDERSCORE_IN_DIGITS = pattern(r"(?<=[0-9])_(?=[0-9])")
_MOST_DIGITS = 1000
"""Far above what 64 bits take, in any base; Python refuses to read much longer numbers."""
_BASES = {"two": 2, "eight": 8, "sixteen": 16, "ten": 10}


def resolve(text: str) -> Scalar:
    """Return what ``text``, written plain (without quotes), means."""
    found = WORDS.get(text, text)
    if found is not text or text[0] not in NUMBER_STARTS:
        return found
    return _number(text)


def _number(text: str) -> Scalar:
    """Return the number that ``text`` is; ``text`` itself if it is none, or none that Go can hold."""
    if text.strip(_IN_NUMBERS) or text.count(".") > 1 or _DIGITS.isdisjoint(text):
        return text
    if text.isdecimal() and (text[0] != "0" or text == "0") and len(text) < len(str(2**63)):
        return int(text)
    # Go's YAML library removes underscores wherever they are, but leaves numbers that begin with a point to
    # strconv.ParseFloat, which wants them between digits.
    digits = _UNDERSCORE_IN_DIGITS.sub("", text) if text[0] == "." else text.replace("_", "")
    integer = _INTEGER.fullmatch(digits)
    base = (integer.lastgroup if integer is not None else None) or "ten"
    if integer is not None and len(integer[base]) <= _MOST_DIGITS:
        value = int(integer["sign"] + integer[base], _BASES[base])
        if -(2**63) <= value < (2**63 if integer["sign"] else 2**64):
            return value
    if _FLOAT.fullmatch(digits):
        number = float(digits)
        return text if number in (_INFINITY, -_INFINITY) else number
    return text


def key_text(value: str | float | bool) -> str:
    """Return the string that a mapping key becomes in JSON. Raises ValueError for a key that Go cannot write."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return _float32_text(value)
    if value >= 2**63:
        raise ValueError(f"the key {value} is larger than Kubernetes allows (2^63-1)")
    return str(value)


def float_text(value: float) -> str:
    """Return ``value`` as sigs.k8s.io/yaml writes it: a whole number as an integer, others as Go's 'g' format."""
    if value.is_integer() and -(2**63) <= value < 2**64:
        return str(int(value))
    return _general_format(value, float)


def _float32_text(value: float) -> str:
    """Return ``value`` as Go's ``strconv.FormatFloat(value, 'g', -1, 32)`` does, infinities spelled as in YAML."""
    if value != value:
        return ".nan"
    nearest = _nearest_float32(value)
    if nearest in (_INFINITY, -_INFINITY):
        return ".inf" if value > 0 else "-.inf"
    return _general_format(nearest, lambda text: _nearest_float32(float(text)))


def _nearest_float32(value: float) -> float:
    import struct

    try:
        nearest: float = struct.unpack("f", struct.pack("f", value))[0]
    except OverflowError:
        return _INFINITY if value > 0 else -_INFINITY
    return nearest


def _general_format(value: float, read: Callable[[str], float]) -> str:
    """Return the shortest text that ``read`` makes ``value`` of, in the form of Go's 'g'."""
    candidates = (f"{value:.{precision}e}" for precision in range(17))
    shortest = next(text for text in candidates if read(text) == value)
    mantissa, exponent = shortest.split("e")
    if not -4 <= int(exponent) < 6:  # where Go's 'g' turns to exponents, if set to write the shortest text
        return shortest
    decimals = len(mantissa.partition(".")[2]) - int(exponent)
    return f"{value:.{max(decimals, 0)}f}"
