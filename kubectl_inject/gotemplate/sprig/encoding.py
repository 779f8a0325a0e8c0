"""Base64 and base32. Where text to decode is wrong, sprig returns Go's complaint as if it were the result."""

from __future__ import annotations

import binascii

from kubectl_inject.gotemplate.encoding import to_bytes, to_text
from kubectl_inject.gotemplate.functions import Function, ParameterType, Work
from kubectl_inject.gotemplate.sprig.tables import imported_when_called

STRING = ParameterType.STRING

BASE64_ALPHABET = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
LINE_BREAKS = b"\r\n"


class CorruptInputError(ValueError):
    """Text is not in the encoding it should be in; str() of it is what Go says."""

    def __init__(self, encoding: str, position: int) -> None:
        """Name the encoding and the position of the byte."""
        super().__init__(f"illegal {encoding} data at input byte {position}")


def b64enc(text: str) -> str:
    """Encode in base64."""
    return binascii.b2a_base64(to_bytes(text), newline=False).decode()


def b64dec(text: str) -> str:
    """Decode base64, or return what is wrong with it."""
    try:
        return to_text(decode_base64(text))
    except CorruptInputError as problem:
        return str(problem)


def decode_base64(text: str) -> bytes:
    """Decode base64 as Go's base64.StdEncoding: line breaks do not count, anything else that is odd is an error."""
    data = to_bytes(text)
    encoded = data.translate(None, LINE_BREAKS)
    digits = encoded.rstrip(b"=")
    padding = len(encoded) - len(digits)
    if digits.translate(None, BASE64_ALPHABET) or padding > 2 or len(encoded) % 4:
        raise CorruptInputError("base64", _corrupt_base64_position(data))
    return binascii.a2b_base64(encoded)


def _corrupt_base64_position(data: bytes) -> int:
    """Return the position that Go names in text that is not base64."""
    places = [place for place, byte in enumerate(data) if byte not in LINE_BREAKS]
    wrong = next((n for n, place in enumerate(places) if data[place] not in BASE64_ALPHABET), len(places))
    if wrong == len(places):
        # Go steps back from the end by the digits of the last, incomplete group.
        return len(data) - len(places) % 4
    if data[places[wrong]] != ord("=") or wrong % 4 < 2:
        return places[wrong]
    after = wrong + 1
    if wrong % 4 == 2:
        if after == len(places):
            return len(data)
        if data[places[after]] != ord("="):
            return places[after] - 1
        after += 1
    return places[after]


def _base32(name: str) -> Function:
    return Function(name, imported_when_called("base32", name), (STRING,))


FUNCTIONS = (
    Function("b64enc", b64enc, (STRING,), work=Work.COPYING),
    Function("b64dec", b64dec, (STRING,)),
    _base32("b32enc"),
    _base32("b32dec"),
)
