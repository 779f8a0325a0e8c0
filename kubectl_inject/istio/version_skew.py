"""How far the release of a proxy may be from that of its control plane.

The source is Istio's page of supported releases: a control plane may be one minor release ahead of its proxies, and no
proxy may be ahead of its control plane. https://istio.io/latest/docs/releases/supported-releases/
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kubectl_inject.istio.releases import Release

_MOST_BEHIND = 1


def unsupported_skew(proxy: Release, control_plane: Release) -> str:
    """Return what is wrong with the distance of two releases, or nothing where Istio supports it."""
    behind = control_plane.minor - proxy.minor
    if behind < 0:
        return f"proxy {proxy} is newer than control plane {control_plane}, which Istio does not support"
    if behind > _MOST_BEHIND:
        return f"proxy {proxy} is {behind} minor releases behind control plane {control_plane}; Istio supports one"
    return ""
