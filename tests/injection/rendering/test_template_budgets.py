"""Istio's own templates, and the built-in ones, take a hundredth of what a rendering may: strangers' get the rest.

``python -m tests.injection.rendering.test_template_budgets`` prints what part of each budget they take.
"""

from __future__ import annotations

import copy
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kubectl_inject import InjectionError
from kubectl_inject.builtin import builtin_config
from kubectl_inject.config.injection_config import InjectionConfig
from kubectl_inject.gotemplate import DEFAULT, Limits
from kubectl_inject.injection.injector import Injector
from kubectl_inject.injection.pod_injector import TemplateInjector
from kubectl_inject.startup.frozen import replace
from tests.conftest import ROOT, pod

CONFIGS = ROOT.parent / "shared" / "conformance" / "configs"
RENDERING = ("steps", "output_length", "value_length", "values_length")
READING = ("source_length", "tokens", "pipeline_tokens")
PARTS = (1000, 500, 200, 100, 50, 20, 10, 5, 2)
TEMPLATES = ("sidecar", "gateway", "grpc-agent", "grpc-simple", "spire", "waypoint", "kube-gateway")
MANY = {
    "sidecar.istio.io/proxyCPU": "100m",
    "sidecar.istio.io/proxyMemory": "128Mi",
    "sidecar.istio.io/userVolume": '[{"name":"a","emptyDir":{}}]',
    "sidecar.istio.io/userVolumeMount": '[{"name":"a","mountPath":"/a"}]',
    "sidecar.istio.io/bootstrapOverride": "b",
    "traffic.sidecar.istio.io/excludeInboundPorts": "1,2,3",
    "proxy.istio.io/config": "{concurrency: 3, proxyMetadata: {A: b}, holdApplicationUntilProxyStarts: true}",
    "prometheus.io/scrape": "true",
}
CONTAINERS = [
    {"name": f"app-{number}", "image": "nginx", "ports": [{"containerPort": 8000 + number}]} for number in range(10)
]


def configurations() -> Iterator[tuple[str, InjectionConfig]]:
    yield "built in", builtin_config()
    for file in sorted(CONFIGS.glob("*/inject-config.yaml")):
        yield file.parent.name, _captured(file.parent)


def _captured(folder: Path) -> InjectionConfig:
    texts = [file.read_text() if (file := folder / name).is_file() else "{}" for name in
             ("inject-config.yaml", "values.json", "mesh.yaml")]  # fmt: skip
    return InjectionConfig.from_texts(*texts)


CONFIGURATIONS = dict(configurations())


def limits(divisor: int, *fields: str) -> Limits:
    return replace(DEFAULT, **{field: getattr(DEFAULT, field) // divisor for field in fields})


def exceeded(config: InjectionConfig, allowed: Limits) -> str:
    """Return which limit a template of a configuration exceeds with a Pod of many containers and annotations."""
    for name in sorted(config.templates.keys() & set(TEMPLATES)):
        value: dict[str, Any] = copy.deepcopy(
            pod({"containers": CONTAINERS}, annotations={**MANY, "inject.istio.io/templates": name})
        )
        try:
            Injector(config, pods=TemplateInjector(config, None, allowed)).inject_object(value)
        except InjectionError as error:
            if "Limits." in str(error):
                return f"{name}: {error}"
    return ""


@pytest.mark.parametrize("name", CONFIGURATIONS)
def test_istio_s_own_templates_take_a_hundredth(name: str) -> None:
    assert exceeded(CONFIGURATIONS[name], limits(100, *RENDERING)) == ""


@pytest.mark.parametrize("name", CONFIGURATIONS)
def test_istio_s_own_templates_are_a_tenth_of_what_is_read(name: str) -> None:
    assert exceeded(CONFIGURATIONS[name], limits(10, *READING)) == ""


def test_the_error_says_how_to_allow_more() -> None:
    assert "--raise-limits 2 allows more" in exceeded(builtin_config(), limits(100_000, "steps"))


def main() -> None:
    """Print of each budget what part the neediest template takes."""
    for field in (*READING, *RENDERING):
        part = next(
            divisor
            for divisor in (*PARTS, 1)
            if not any(exceeded(config, limits(divisor, field)) for config in CONFIGURATIONS.values())
        )
        sys.stdout.write(f"{field} ({getattr(DEFAULT, field)}): under 1/{part}\n")


if __name__ == "__main__":
    main()
