"""Compiled templates as bytes, for a cache of them. They mean something only to the same Python and this version."""

from __future__ import annotations

import marshal
import sys

from kubectl_inject.gotemplate.compiled import CompiledTemplate
from kubectl_inject.startup.frozen import fields


def format_name() -> str:
    """Return what tells whose bytes they are: of which Python, and of which form."""
    return f"{sys.implementation.cache_tag}-{marshal.version}-7"


def to_bytes(compiled: CompiledTemplate, compiler: str) -> bytes:
    """Return a compiled template as bytes, with what is known of the compiler."""
    return marshal.dumps((compiler, *(getattr(compiled, field.name) for field in fields(compiled))))


def from_bytes(data: bytes) -> tuple[str, CompiledTemplate]:
    """Return what ``to_bytes`` wrote: what is known of the compiler, and the template. Raises ValueError.

    Only for bytes that nobody else could have written: they are code.
    """
    try:
        compiler, *values = marshal.loads(data)
        return compiler, CompiledTemplate(*values)
    except (EOFError, TypeError, ValueError) as error:
        raise ValueError("not a compiled template") from error
