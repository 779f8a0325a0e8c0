"""Istio sidecar injection that happens before manifests reach a cluster.

The Python API: an ``InjectionConfig`` says how to inject, an ``Injector`` does it. Each name is imported when it is
first used, so that a command pays only for what it needs. The modules, which ``help`` lists as contents of the
package, are internal: any release may change them.
"""

from __future__ import annotations

from kubectl_inject.startup.lazy_names import lazy_names

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kubectl_inject.api.injection_config import InjectionConfig
    from kubectl_inject.api.injector import Injector, UninjectedObject, UninjectedText
    from kubectl_inject.cluster.kubectl import ClusterError
    from kubectl_inject.config.injection_config import ConfigError
    from kubectl_inject.errors import InjectionError
    from kubectl_inject.injection.injected import InjectedObject, InjectedText
    from kubectl_inject.injection.removal.uninjection import Uninjection
    from kubectl_inject.injection.reports.checking import CheckedWorkload, Finding
    from kubectl_inject.injection.reports.explanation import Explanation
    from kubectl_inject.injection.reports.proxy_settings import ProxySetting
    from kubectl_inject.injection.reports.report import Report, WorkloadReport
    from kubectl_inject.injection.reports.warnings.warning import InjectionWarning
    from kubectl_inject.injection.selection.decision import Decision, Reason
    from kubectl_inject.injection.workload_injection import WorkloadError
    from kubectl_inject.istio.releases import Release
    from kubectl_inject.kubernetes.patches.differences import Difference
    from kubectl_inject.manifests.errors import ManifestError

__all__ = [
    "CheckedWorkload",
    "ClusterError",
    "ConfigError",
    "Decision",
    "Difference",
    "Explanation",
    "Finding",
    "InjectedObject",
    "InjectedText",
    "InjectionConfig",
    "InjectionError",
    "InjectionWarning",
    "Injector",
    "ManifestError",
    "ProxySetting",
    "Reason",
    "Release",
    "Report",
    "UninjectedObject",
    "UninjectedText",
    "Uninjection",
    "WorkloadError",
    "WorkloadReport",
]
__version__ = "0.1.0"

__getattr__ = lazy_names(
    __name__,
    {
        "CheckedWorkload": "injection.reports.checking",
        "ClusterError": "cluster.kubectl",
        "ConfigError": "config.injection_config",
        "Decision": "injection.selection.decision",
        "Difference": "kubernetes.patches.differences",
        "Explanation": "injection.reports.explanation",
        "Finding": "injection.reports.checking",
        "InjectedObject": "injection.injected",
        "InjectedText": "injection.injected",
        "InjectionConfig": "api.injection_config",
        "InjectionError": "errors",
        "InjectionWarning": "injection.reports.warnings.warning",
        "Injector": "api.injector",
        "ManifestError": "manifests.errors",
        "ProxySetting": "injection.reports.proxy_settings",
        "Reason": "injection.selection.decision",
        "Release": "istio.releases",
        "Report": "injection.reports.report",
        "UninjectedObject": "api.injector",
        "UninjectedText": "api.injector",
        "Uninjection": "injection.removal.uninjection",
        "WorkloadError": "injection.workload_injection",
        "WorkloadReport": "injection.reports.report",
    },
)


def __dir__() -> list[str]:
    """Return the names that are offered, for ``help`` and for completion."""
    return [*__all__, "__all__", "__doc__", "__file__", "__name__", "__path__", "__version__"]
