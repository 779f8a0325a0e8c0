"""YAML, for programs."""

from __future__ import annotations

from kubectl_inject.manifests.writing import write_yaml

__all__ = ["write_yaml"]
