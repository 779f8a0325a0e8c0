"""Go's strings are bytes: how a ``str`` stands for them.

Bytes that are not valid UTF-8 are held as Python's ``surrogateescape`` holds them.
"""

from __future__ import annotations

_FIRST_ESCAPED, _LAST_ESCAPED = "\udc80", "\udcff"


def to_bytes(text: str) -> bytes:
    """Return the bytes that a text stands for. A surrogate that escapes no byte becomes three bytes."""
    try:
        return text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return b"".join(
            char.encode("utf-8", "surrogateescape" if _FIRST_ESCAPED <= char <= _LAST_ESCAPED else "surrogatepass")
            for char in text
        )


def to_text(data: bytes) -> str:
    """Return the text that stands for some bytes."""
    return data.decode("utf-8", "surrogateescape")


def byte_length(text: str) -> int:
    """Return Go's len of a string."""
    return len(text) if text.isascii() else len(to_bytes(text))
