"""Base32, as Go's base32.StdEncoding."""

from __future__ import annotations

import base64

from kubectl_inject.gotemplate.encoding import to_bytes, to_text
from kubectl_inject.gotemplate.sprig.encoding import LINE_BREAKS, CorruptInputError
from kubectl_inject.gotemplate.sprig.limits import check_text_length

ALPHABET = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
GROUP = 8
# A number of digits in the last group that no whole number of bytes leads to.
IMPOSSIBLE_DIGITS = (1, 3, 6)


def b32enc(text: str) -> str:
    """Encode in base32."""
    check_text_length(len(text) * 2)
    return base64.b32encode(to_bytes(text)).decode()


def b32dec(text: str) -> str:
    """Decode base32, or return what is wrong with it."""
    encoded = to_bytes(text).translate(None, LINE_BREAKS)
    try:
        digits = _checked_digits(encoded)
    except CorruptInputError as problem:
        return str(problem)
    return to_text(base64.b32decode(digits + b"=" * (-len(digits) % GROUP)))


def _checked_digits(encoded: bytes) -> bytes:
    """Return the digits without their padding, or name the position that Go would name."""
    size = len(encoded)
    digits = next((place for place, byte in enumerate(encoded) if byte not in ALPHABET), size)
    used = digits % GROUP
    if digits == size:
        if used:
            raise CorruptInputError("base32", size - used)
        return encoded
    following = size - digits - 1
    if encoded[digits] != ord("=") or used < 2 or following >= GROUP:
        raise CorruptInputError("base32", digits)
    if following < GROUP - 1 - used:
        raise CorruptInputError("base32", size)
    padding = encoded[digits : digits + GROUP - used]
    wrong = next((place for place, byte in enumerate(padding) if byte != ord("=")), None)
    if wrong is not None:
        # Go counts one byte too few here.
        raise CorruptInputError("base32", digits + wrong - 1)
    if used in IMPOSSIBLE_DIGITS:
        raise CorruptInputError("base32", digits)
    return encoded[:digits]
