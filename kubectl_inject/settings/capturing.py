"""Any configuration that settings make, as one file of the kind InjectionConfig."""

from __future__ import annotations

from functools import reduce

from kubectl_inject.config.captured import CapturedConfig
from kubectl_inject.config.installation_values import InstallationValues
from kubectl_inject.startup.frozen import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kubectl_inject.settings.resolved import Resolved, ValueLayer


def as_captured(resolved: Resolved) -> CapturedConfig:
    """Return a resolved configuration as one that could have been captured; a built-in one is written out.

    Flags about the installation, such as ``--native-sidecars``, are in it.
    """
    installation = resolved.config.installation
    captured = resolved.captured or _builtin(resolved)
    names = sorted(installation.names - {installation.revision or "default"})
    return replace(
        captured,
        revision=installation.revision,
        tags=tuple(names),
        native_sidecars=installation.native_sidecars,
        platform=installation.platform,
        compliance_policy=installation.compliance_policy,
        release=resolved.config.release,
    )


def _builtin(resolved: Resolved) -> CapturedConfig:
    from kubectl_inject.builtin import NEWEST, builtin_parts

    settings = resolved.settings
    values, mesh = _together(resolved.values), _together(resolved.mesh)
    parts = builtin_parts(
        settings.istio_version or NEWEST, values=values.values, mesh=mesh.values, profile=settings.profile
    )
    return CapturedConfig(*parts)


def _together(layers: tuple[ValueLayer, ...]) -> InstallationValues:
    given = (InstallationValues(layer.tree) for layer in layers)
    return reduce(InstallationValues.overlaid_by, given, InstallationValues())
