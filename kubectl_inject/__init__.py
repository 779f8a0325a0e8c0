"""Istio sidecar injection that happens before manifests reach a cluster.

The Python API: an ``InjectionConfig`` says how to inject, an ``Injector`` does it.
"""

from __future__ import annotations

from kubectl_inject.config.injection_config import InjectionConfig, Installation
from kubectl_inject.errors import InjectionError
from kubectl_inject.injection.injector import InjectedObject, InjectedText, Injector
from kubectl_inject.injection.report import Report, WorkloadReport

__all__ = [
    "InjectedObject",
    "InjectedText",
    "InjectionConfig",
    "InjectionError",
    "Injector",
    "Installation",
    "Report",
    "WorkloadReport",
]
__version__ = "0.1.0"
