"""Compiled templates as bytes, for a cache of them. They mean something only to the same Python and this version."""

from __future__ import annotations

import marshal
import sys

from kubectl_inject.gotemplate.codegen import CompiledTemplate, Site


def format_name() -> str:
    """Return what tells whose bytes they are: of which Python, and of which form."""
    return f"{sys.implementation.cache_tag}-{marshal.version}-3"


def to_bytes(compiled: CompiledTemplate) -> bytes:
    """Return a compiled template as bytes."""
    sites = tuple((site.position, site.context, site.template, site.callee) for site in compiled.sites)
    return marshal.dumps(
        (
            compiled.name,
            compiled.source,
            compiled.code,
            compiled.texts,
            compiled.functions,
            sites,
            compiled.line_sites,
        )
    )


def from_bytes(data: bytes) -> CompiledTemplate:
    """Return what ``to_bytes`` wrote. Raises ValueError for anything else.

    Only for bytes that nobody else could have written: they are code.
    """
    try:
        name, source, code, texts, functions, sites, line_sites = marshal.loads(data)
    except (EOFError, TypeError, ValueError) as error:
        raise ValueError("not a compiled template") from error
    return CompiledTemplate(name, source, code, texts, functions, tuple(Site(*site) for site in sites), line_sites)
