"""Checksums, as hexadecimal digits or, for Adler-32, as a decimal number."""

from __future__ import annotations

from kubectl_inject.gotemplate.encoding import to_bytes
from kubectl_inject.gotemplate.functions import Function, ParameterType, Work

STRING = ParameterType.STRING


def _hex_digest(algorithm: str, text: str) -> str:
    import hashlib  # slow to import, and rarely needed

    return hashlib.new(algorithm, to_bytes(text), usedforsecurity=False).hexdigest()


def sha1sum(text: str) -> str:
    """Return the SHA-1 of a text."""
    return _hex_digest("sha1", text)


def sha256sum(text: str) -> str:
    """Return the SHA-256 of a text."""
    return _hex_digest("sha256", text)


def sha512sum(text: str) -> str:
    """Return the SHA-512 of a text."""
    return _hex_digest("sha512", text)


def adler32sum(text: str) -> str:
    """Return the Adler-32 of a text."""
    import zlib

    return str(zlib.adler32(to_bytes(text)))


FUNCTIONS = tuple(
    Function(function.__name__, function, (STRING,), work=Work.COPYING)
    for function in (sha1sum, sha256sum, sha512sum, adler32sum)
)
