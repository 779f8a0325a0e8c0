"""decryptAES: AES-256 with cipher block chaining (FIPS 197), for texts that sprig's encryptAES wrote.

The package cryptography does it where it is installed, as it is with the extra ``serve``. It is no requirement of all
programs, since hardly a template decrypts.
"""

from __future__ import annotations

from functools import reduce
from itertools import pairwise
from operator import xor

from kubectl_inject.gotemplate.encoding import to_bytes, to_text
from kubectl_inject.gotemplate.functions import FunctionError
from kubectl_inject.gotemplate.sprig.encoding import CorruptInputError, decode_base64

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kubectl_inject.gotemplate.execution.meter import Meter

_STEPS_OF_A_KEY, _STEPS_OF_A_BYTE = 100_000, 16
BLOCK = 16
KEY_SIZE = 32
ROUNDS = 14
# Decryption takes some twenty milliseconds for each thousand bytes.
MAX_ENCRYPTED_SIZE = 64 * 1024


def _doubled(byte: int) -> int:
    """Multiply by x in the field of 256 elements."""
    return (byte << 1) ^ (0x11B if byte & 0x80 else 0)


def _product(left: int, right: int) -> int:
    result = 0
    while right:
        if right & 1:
            result ^= left
        left, right = _doubled(left), right >> 1
    return result


def _substitution(byte: int) -> int:
    inverse = next((other for other in range(256) if _product(byte, other) == 1), 0)
    rotated = ((inverse << shift | inverse >> (8 - shift)) & 0xFF for shift in range(5))
    return reduce(xor, rotated) ^ 0x63


class Decryptor:
    """AES with one key."""

    def __init__(self, key: bytes) -> None:
        """Prepare the keys of all rounds."""
        self._substitutions = bytes(_substitution_table())
        self._inverse_substitutions = bytes(map(self._substitutions.index, range(256)))
        self._products = {factor: bytes(_product(byte, factor) for byte in range(256)) for factor in (9, 11, 13, 14)}
        self._round_keys = self._expand(key)

    def _expand(self, key: bytes) -> list[bytes]:
        words = [key[place : place + 4] for place in range(0, len(key), 4)]
        size = len(words)
        constant = 1
        while len(words) < 4 * (ROUNDS + 1):
            word = words[-1]
            if len(words) % size == 0:
                word = (word[1:] + word[:1]).translate(self._substitutions)
                word = bytes([word[0] ^ constant]) + word[1:]
                constant = _doubled(constant)
            elif len(words) % size == 4:
                word = word.translate(self._substitutions)
            words.append(_xor(words[-size], word))
        return [b"".join(words[place : place + 4]) for place in range(0, len(words), 4)]

    def block(self, data: bytes) -> bytes:
        """Decrypt one block."""
        state = _xor(data, self._round_keys[ROUNDS])
        for number in range(ROUNDS - 1, -1, -1):
            # Rows of the state are shifted to the right by their number.
            state = bytes(state[(place - 4 * (place % 4)) % BLOCK] for place in range(BLOCK))
            state = _xor(state.translate(self._inverse_substitutions), self._round_keys[number])
            if number:
                state = self._unmix(state)
        return state

    def _unmix(self, state: bytes) -> bytes:
        by9, by11, by13, by14 = (self._products[factor] for factor in (9, 11, 13, 14))
        mixed = bytearray()
        for place in range(0, BLOCK, 4):
            a, b, c, d = state[place : place + 4]
            mixed += bytes(
                (
                    by14[a] ^ by11[b] ^ by13[c] ^ by9[d],
                    by9[a] ^ by14[b] ^ by11[c] ^ by13[d],
                    by13[a] ^ by9[b] ^ by14[c] ^ by11[d],
                    by11[a] ^ by13[b] ^ by9[c] ^ by14[d],
                )
            )
        return bytes(mixed)


def _substitution_table() -> list[int]:
    return [_substitution(byte) for byte in range(256)]


def _xor(left: bytes, right: bytes) -> bytes:
    return bytes(map(xor, left, right))


def decrypt_aes(password: str, encrypted: str, *, meter: Meter) -> str:
    """Decrypt a text in base64 that begins with the initial vector."""
    if not encrypted:
        return ""
    try:
        data = decode_base64(encrypted)
    except CorruptInputError as problem:
        raise FunctionError(str(problem)) from None
    if len(data) < BLOCK:
        raise FunctionError(
            f"runtime error: slice bounds out of range [:{BLOCK}] with capacity {len(encrypted) // 4 * 3}"
        )
    if len(data) > MAX_ENCRYPTED_SIZE:
        raise FunctionError(f"the encrypted text is longer than {MAX_ENCRYPTED_SIZE} bytes")
    if len(data) % BLOCK:
        raise FunctionError("crypto/cipher: input not full blocks")
    meter.work(_STEPS_OF_A_KEY + _STEPS_OF_A_BYTE * len(data))
    plain = _decrypted(to_bytes(password)[:KEY_SIZE].ljust(KEY_SIZE, b"\0"), data)
    if not plain:
        raise FunctionError("runtime error: index out of range [-1]")
    size = len(plain) - plain[-1]
    if size < 0:
        raise FunctionError(f"runtime error: slice bounds out of range [:{size}]")
    return to_text(plain[:size])


def _decrypted(key: bytes, data: bytes) -> bytes:
    try:
        from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
    except ModuleNotFoundError:
        return _decrypted_here(key, data)
    decryptor = Cipher(algorithms.AES(key), modes.CBC(data[:BLOCK])).decryptor()
    return decryptor.update(data[BLOCK:]) + decryptor.finalize()


def _decrypted_here(key: bytes, data: bytes) -> bytes:
    decryptor = Decryptor(key)
    blocks = [data[place : place + BLOCK] for place in range(0, len(data), BLOCK)]
    return b"".join(_xor(decryptor.block(block), previous) for previous, block in pairwise(blocks))
