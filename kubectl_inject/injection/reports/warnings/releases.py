"""Releases of Istio: the configuration's, and that of a cluster's injector as its answers show it."""

from __future__ import annotations

from kubectl_inject.injection.pod import find_sidecar
from kubectl_inject.injection.reports.warnings.warning import InjectionWarning, Warned
from kubectl_inject.istio.releases import release_named

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kubectl_inject.config.injection_config import InjectionConfig
    from kubectl_inject.injection.pod import Pod


def newer_release(injected: Pod, config: InjectionConfig) -> InjectionWarning | None:
    """Return the warning of a Pod that an injector newer than a configuration has injected, by its proxy's image."""
    image = (find_sidecar(injected) or {}).get("image") or ""
    name, _, tag = image.partition("@")[0].rpartition(":")
    release = release_named(tag, f"image {image}") if name and "/" not in tag else None
    if release is None or release.minor <= config.release.minor:
        return None
    return InjectionWarning(Warned.OLDER_THAN_CLUSTER, f"Istio {config.release}, in the cluster {release}")
