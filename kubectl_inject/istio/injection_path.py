"""What the path of a webhook says of the proxy: Istio's ``/inject/cluster/NAME/net/NAME`` and its older form.

One webhook can so serve several clusters: their configurations call it by different paths.
"""

from __future__ import annotations

import posixpath

from kubectl_inject.istio.names import CLUSTER_VARIABLE, NETWORK_VARIABLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

INJECT = "/inject"
_MARK = ":ENV:"
_SLASH = "--slash--"
_VARIABLES = {"cluster": CLUSTER_VARIABLE, "net": NETWORK_VARIABLE}


def cleaned(path: str) -> str:
    """Return a path without repeated slashes and dot segments: Go's servers, and so Istio's, read none with them."""
    clean = posixpath.normpath(f"/{path.lstrip('/')}")
    return f"{clean}/" if path.endswith("/") and clean != "/" else clean


def is_injection_path(path: str) -> bool:
    """Whether a path asks for an injection."""
    return path == INJECT or path.startswith(f"{INJECT}/")


def proxy_variables(path: str) -> dict[str, str]:
    """Return the variables for the proxy that a path names, its escapes of URLs resolved, as Istio reads it.

    After ``/inject/`` names and values follow in turn, ``--slash--`` in a value standing for a slash; a last name
    without a value counts for nothing. ``cluster`` and ``net`` stand for the proxy's cluster and network, any other
    name for the variable of that name in capitals. In the older form each ``:ENV:NAME=VALUE`` is one of them, and
    what is not of that form counts for nothing.
    """
    rest = path.removesuffix("/").split("/", 2)[2:]
    if not rest:
        return {}
    pairs = _marked(rest[0]) if rest[0].startswith(_MARK) else _in_turn(rest[0])
    named = ((_VARIABLES.get(name, name.upper()), value) for name, value in pairs)
    return {name: value for name, value in named if name}


def _in_turn(text: str) -> Iterator[tuple[str, str]]:
    parts = text.split("/")
    for name, value in zip(parts[::2], parts[1::2], strict=False):
        yield name, value.replace(_SLASH, "/")


def _marked(text: str) -> Iterator[tuple[str, str]]:
    for part in text.split(_MARK)[1:]:
        name, equals, value = part.partition("=")
        if name and equals:
            yield name, value
