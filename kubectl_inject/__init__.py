"""Istio sidecar injection that happens before manifests reach a cluster.

The Python API: an ``InjectionConfig`` says how to inject, an ``Injector`` does it. Each name is imported when it is
first used, so that a command pays only for what it needs.
"""

from __future__ import annotations

from kubectl_inject.startup.lazy_names import lazy_names

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kubectl_inject.config.injection_config import InjectionConfig, Installation
    from kubectl_inject.errors import InjectionError
    from kubectl_inject.injection.injector import InjectedObject, InjectedText, Injector
    from kubectl_inject.injection.reports.report import Report, WorkloadReport
    from kubectl_inject.istio.releases import Release

__all__ = [
    "InjectedObject",
    "InjectedText",
    "InjectionConfig",
    "InjectionError",
    "Injector",
    "Installation",
    "Release",
    "Report",
    "WorkloadReport",
]
__version__ = "0.1.0"

__getattr__ = lazy_names(
    __name__,
    {
        "InjectedObject": "injection.injector",
        "InjectedText": "injection.injector",
        "InjectionConfig": "config.injection_config",
        "InjectionError": "errors",
        "Injector": "injection.injector",
        "Installation": "config.injection_config",
        "Release": "istio.releases",
        "Report": "injection.reports.report",
        "WorkloadReport": "injection.reports.report",
    },
)
