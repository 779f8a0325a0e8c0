"""What holds for every Pod: a result or a message, its input unchanged, the order of keys no matter."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kubectl_inject import InjectionError
from kubectl_inject.injection.injector import Injector
from tests.conftest import mesh_config, small_config
from tests.injection.looking import WITH_INIT

TEMPLATES = {
    "sidecar": WITH_INIT + "  volumes: [{name: istio-envoy, emptyDir: {}}]\n",
    "second": "metadata: {labels: {a: '{{ len .Spec.Containers }}'}}\nspec: {securityContext: {fsGroup: 1}}",
    "broken": "{{ fromJSON (annotation .ObjectMeta `a` `{`) | index `x` }}",
}
INJECTORS = {
    "native": Injector(small_config(templates=TEMPLATES)),
    "classic": Injector(small_config(templates=TEMPLATES, native_sidecars=False)),
    "openshift": Injector(small_config(templates=TEMPLATES, platform="openshift")),
    "example": Injector(mesh_config()),
}
NAMES = ["app", "web", "istio-proxy", "istio-init", "istio-validation", "enable-core-dump"]
ANNOTATIONS = {
    "inject.istio.io/templates": ["sidecar", "second", "sidecar, second", "nope", "", "broken"],
    "sidecar.istio.io/inject": ["true", "false", ""],
    "sidecar.istio.io/interceptionMode": ["TPROXY", "REDIRECT", "SIDEWAYS"],
    "sidecar.istio.io/nativeSidecar": ["true", "false", "x"],
    "sidecar.istio.io/rewriteAppHTTPProbers": ["true", "false", "x"],
    "sidecar.istio.io/proxyCPU": ["1", "lots"],
    "sidecar.istio.io/proxyImageType": ["debug", ""],
    "sidecar.istio.io/status": ["{}", "{", '{"containers":["app"],"initContainers":["istio-proxy"]}', "[]"],
    "status.sidecar.istio.io/port": ["0", "15021", " 5 ", "x"],
    "prometheus.io/scrape": ["true", "false", "x"],
    "prometheus_io_port": ["80", "15020", ""],
    "prometheus.istio.io/merge-metrics": ["true", "false", "x"],
    "prometheus.istio.io/scrape-targets": ["80:/a", "x", ""],
    "proxy.istio.io/config": ["statusPort: 16000", "holdApplicationUntilProxyStarts: true", "{", "concurrency: -1"],
    "proxy.istio.io/overrides": ['{"containers":[{"name":"istio-proxy"}]}', "{", "[]"],
    "traffic.sidecar.istio.io/includeInboundPorts": ["*", "80", "x"],
}


def optional(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=fields)


ports = st.sampled_from([0, 80, 8080, 15020])
port_or_name = ports | st.sampled_from(["web", "nope", "80", ""])
probes = st.one_of(
    optional(
        httpGet=st.fixed_dictionaries(
            {"port": port_or_name},
            optional={"path": st.sampled_from(["/", "/<&>", ""]), "scheme": st.sampled_from(["HTTP", "HTTPS"])},
        )
    ),
    st.fixed_dictionaries({"tcpSocket": st.fixed_dictionaries({"port": port_or_name})}),
    st.fixed_dictionaries({"grpc": st.fixed_dictionaries({"port": ports}, optional={"service": st.just("s")})}),
    st.fixed_dictionaries({"exec": st.just({"command": ["true"]}), "timeoutSeconds": st.integers(0, 9)}),
    st.none(),
)
containers = st.fixed_dictionaries(
    {"name": st.sampled_from(NAMES)},
    optional={
        "image": st.sampled_from(["auto", "nginx:1"]),
        "args": st.lists(st.sampled_from(["-u", "x"]), max_size=3),
        "env": st.none() | st.lists(st.sampled_from([{"name": "A", "value": "1"}, {"name": "OWN"}]), unique_by=str),
        "ports": st.lists(optional(containerPort=ports, name=st.sampled_from(["web", ""])), max_size=2),
        "readinessProbe": probes,
        "livenessProbe": probes,
        "startupProbe": probes,
        "lifecycle": st.none() | optional(preStop=probes, postStart=probes),
        "restartPolicy": st.just("Always"),
        "securityContext": optional(runAsUser=st.sampled_from([0, 1337, 2000]), runAsGroup=st.just(3000)),
    },
)
specs = optional(
    containers=st.lists(containers, max_size=3, unique_by=lambda item: item["name"]),
    initContainers=st.lists(containers, max_size=3, unique_by=lambda item: item["name"]),
    volumes=st.none() | st.just([{"name": "istio-envoy"}]),
    hostNetwork=st.just(False),
)
some_annotations = st.lists(
    st.sampled_from([(name, value) for name, values in ANNOTATIONS.items() for value in values]), max_size=3
).map(dict)
metadata = optional(
    name=st.sampled_from(["web", "web-1"]),
    annotations=st.none() | some_annotations,
    labels=st.none()
    | st.dictionaries(st.sampled_from(["app", "topology.istio.io/network"]), st.sampled_from(["a", 1])),
)
pods = st.fixed_dictionaries(
    {"apiVersion": st.just("v1"), "kind": st.just("Pod")}, optional={"metadata": metadata, "spec": specs}
)


def reversed_keys(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: reversed_keys(value[name]) for name in reversed(value)}
    return [reversed_keys(item) for item in value] if isinstance(value, list) else value


def outcome(injector: Injector, value: dict[str, Any]) -> object:
    """Return the injected object, or the message that says why there is none."""
    try:
        return injector.inject_object(value).object
    except InjectionError as error:
        return str(error)


@pytest.mark.parametrize("name", INJECTORS)
@settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(value=pods)
def test_any_pod(name: str, value: dict[str, Any]) -> None:
    before = copy.deepcopy(value)
    result = outcome(INJECTORS[name], value)
    assert value == before
    assert outcome(INJECTORS[name], reversed_keys(value)) == result
    assert isinstance(result, dict) or str(result).startswith("<object>: document 1: Pod ")


def without_nulls(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: without_nulls(item) for name, item in value.items() if item is not None}
    return [without_nulls(item) for item in value] if isinstance(value, list) else value


def is_taken_by_kubernetes(value: dict[str, Any]) -> bool:
    """Return whether there are containers, no two of them with one name, and no port is 0.

    With "0" for the agent's port, the probes that injection rewrites have no port.
    """
    agent_port = ((value.get("metadata") or {}).get("annotations") or {}).get("status.sidecar.istio.io/port")
    spec = value.get("spec") or {}
    containers = [item for field in ("containers", "initContainers") for item in spec.get(field) or ()]
    names = [item["name"] for item in containers]
    ports = [port for item in containers for port in item.get("ports") or ()]
    unique = len(names) == len(set(names))
    return (
        bool(spec.get("containers"))
        and unique
        and all(port.get("containerPort") for port in ports)
        and "'port': 0" not in str(spec)
        and agent_port != "0"
    )


def was_injected(value: dict[str, Any]) -> bool:
    found = (value.get("metadata") or {}).get("annotations") or {}
    return "sidecar.istio.io/status" in found or "proxy.istio.io/overrides" in found


@pytest.mark.parametrize("name", INJECTORS)
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(value=pods.filter(lambda value: not was_injected(value) and is_taken_by_kubernetes(value)))
def test_once_is_enough(name: str, value: dict[str, Any]) -> None:
    once = outcome(INJECTORS[name], without_nulls(value))
    if isinstance(once, dict):
        assert outcome(INJECTORS[name], once) == once
