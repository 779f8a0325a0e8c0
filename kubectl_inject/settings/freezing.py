"""A resolved configuration as one file's content: all that decides the result, whatever the settings were."""

from __future__ import annotations

from functools import reduce

from kubectl_inject.config.captured import CapturedConfig, CaptureSource
from kubectl_inject.startup.frozen import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from kubectl_inject.settings.resolved import Resolved, ValueLayer


def frozen_config(resolved: Resolved) -> CapturedConfig:
    """Return a configuration that injects as the resolved one does, wherever its parts came from.

    Whether injection is automatic, and which of the known kinds are injected, stay settings: they are of a run, and not
    of a mesh. Raises ConfigError.
    """
    installation = resolved.config.installation
    tags = tuple(sorted(tag for tag, revision in installation.revision_tags.items() if revision in installation.names))
    captured = resolved.captured or _builtin(resolved)
    return replace(
        captured,
        revision=installation.revision,
        tags=tags,
        webhooks=installation.webhooks,
        native_sidecars=installation.native_sidecars,
        platform=installation.platform,
        compliance_policy=installation.compliance_policy,
        release=installation.release,
        workload_kinds=(*captured.workload_kinds, *resolved.settings.own_workload_kinds),
    )


def _builtin(resolved: Resolved) -> CapturedConfig:
    from kubectl_inject.builtin import NEWEST, builtin_parts

    settings = resolved.settings
    version = settings.istio_version or NEWEST
    values, mesh = _together(resolved.values), _together(resolved.mesh)
    parts = builtin_parts(version, values=values, mesh=mesh, profile=settings.profile)
    return CapturedConfig(*parts, source=CaptureSource(objects=(resolved.source,)))


def _together(layers: Sequence[ValueLayer]) -> Mapping[str, Any]:
    from kubectl_inject.config.installation_values import overlay

    nothing: Mapping[str, Any] = {}
    return reduce(overlay, (layer.tree for layer in layers), nothing)
