"""Go's functions html, js and urlquery, which escape text; ``limit`` is how long it may get."""

from __future__ import annotations

from kubectl_inject.gotemplate.encoding import to_bytes
from kubectl_inject.gotemplate.fmt.printing import NO_VALUE, concatenated, sprint
from kubectl_inject.gotemplate.limits import DEFAULT
from kubectl_inject.gotemplate.quoting import is_surrogate

_HTML = str.maketrans({"\0": "\ufffd", '"': "&#34;", "'": "&#39;", "&": "&amp;", "<": "&lt;", ">": "&gt;"})
_JS_NAMED = {"\\": "\\\\", "'": "\\'", '"': '\\"', "<": "\\u003C", ">": "\\u003E", "&": "\\u0026", "=": "\\u003D"}
_UNRESERVED = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.~")


def html(*values: object, limit: int = DEFAULT.value_length) -> str:
    """Print values and escape what HTML would take for markup."""
    return concatenated([_printed(values, limit).translate(_HTML)], limit)


def js(*values: object, limit: int = DEFAULT.value_length) -> str:
    """Print values and escape what a string of JavaScript cannot hold."""
    return concatenated([_js_escaped(char) for char in _printed(values, limit)], limit)


def urlquery(*values: object, limit: int = DEFAULT.value_length) -> str:
    """Print values and escape them for the query of a URL."""
    return concatenated(
        [
            "+" if byte == ord(" ") else chr(byte) if byte in _UNRESERVED else f"%{byte:02X}"
            for byte in to_bytes(_printed(values, limit))
        ],
        limit,
    )


def _printed(values: tuple[object, ...], limit: int) -> str:
    # Go's printableValue makes nil, which is no value there, a text before it is printed.
    return sprint([NO_VALUE if value is None else value for value in values], limit)


def _js_escaped(char: str) -> str:
    named = _JS_NAMED.get(char)
    if named is not None:
        return named
    code = ord(char)
    if code < 0x20:
        return f"\\u{code:04X}"
    if code < 0x80 or char.isprintable():
        return char
    return "".join(["\\uFFFD"] * len(to_bytes(char))) if is_surrogate(code) else f"\\u{code:04X}"
