"""Looking into injected Pods, for the tests of injection."""

from __future__ import annotations

from typing import Any

from kubectl_inject.config.injection_config import InjectionConfig
from tests.conftest import injected, pod, small_config

CLASSIC = """
spec:
  containers:
  - name: istio-proxy
    image: {{ .ProxyImage }}
"""
WITH_INIT = """
spec:
  initContainers:
  - name: istio-init
    image: {{ .ProxyInitImage }}
    args: [istio-iptables, -p, "15001", -u, "1337"]
    securityContext: {runAsUser: 0}
  {{ if not .NativeSidecars }}
  containers:
  {{ end }}
  - name: istio-proxy
    image: {{ .ProxyImage }}
    args: [proxy, sidecar]
    env:
    - {name: OWN, value: template}
"""


def containers(value: dict[str, Any]) -> list[str]:
    """Return the names of a Pod's containers, in order."""
    return [item["name"] for item in value["spec"].get("containers", [])]


def init_containers(value: dict[str, Any]) -> list[str]:
    """Return the names of a Pod's init containers, in order."""
    return [item["name"] for item in value["spec"].get("initContainers", [])]


def container(value: dict[str, Any], name: str) -> dict[str, Any]:
    """Return the container or init container of a Pod that has the name."""
    spec = value["spec"]
    named: list[dict[str, Any]] = [
        item for item in [*spec.get("containers", []), *spec.get("initContainers", [])] if item["name"] == name
    ]
    assert len(named) == 1, f"expected one container {name}, found {len(named)}"
    return named[0]


def variables(value: dict[str, Any], name: str = "istio-proxy") -> dict[str, str]:
    """Return the environment variables of a container that have plain values."""
    return {item["name"]: item["value"] for item in container(value, name).get("env", []) if "value" in item}


def annotations_of(value: dict[str, Any]) -> dict[str, str]:
    """Return a Pod's annotations, without those that are this project's own."""
    found: dict[str, str] = value["metadata"].get("annotations", {})
    return {name: text for name, text in found.items() if not name.startswith("kubectl-inject/")}


def rendered(expression: str, value: dict[str, Any] | None = None, **config: Any) -> str:
    """Return what a template's expression renders for a Pod, as one string."""
    template = f'metadata: {{annotations: {{result: {{{{ printf "%v" ({expression}) | quote }}}}}}}}'
    return annotations_of(injected(value or pod(), small_config(template, **config)))["result"]


def classic(**config: Any) -> InjectionConfig:
    """Return a configuration whose template makes the proxy a plain container."""
    return small_config(CLASSIC, **config, native_sidecars=False)
