"""The user's own istio-proxy and istio-init containers, laid over those of the template."""

from __future__ import annotations

import json
from typing import Any

import pytest

from kubectl_inject import InjectionError
from kubectl_inject.config.injection_config import InjectionConfig
from kubectl_inject.injection.pod_injector import TemplateInjector
from kubectl_inject.injection.selection.namespaces import Namespaces
from kubectl_inject.injection.workload import find_workload
from tests.conftest import injected, pod, small_config
from tests.injection.looking import (
    CLASSIC,
    WITH_INIT,
    annotations_of,
    container,
    containers,
    init_containers,
    variables,
)

OVERRIDES = "proxy.istio.io/overrides"
VALIDATION = WITH_INIT.replace("istio-init", "istio-validation").replace("{runAsUser: 0}", "{runAsUser: 1337}")


def spec(*own: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return {"containers": [{"name": "app", "image": "nginx"}, *own], **fields}


def proxy(image: str = "auto", **fields: Any) -> dict[str, Any]:
    return {"name": "istio-proxy", "image": image, **fields}


def config(
    template: str = WITH_INIT, *, native: bool = True, proxy_config: dict[str, Any] | None = None
) -> InjectionConfig:
    mesh = {"trustDomain": "td", "defaultConfig": proxy_config or {}}
    return small_config(template, native_sidecars=native, mesh=mesh)


def remembered(value: dict[str, Any]) -> Any:
    return json.loads(annotations_of(value)[OVERRIDES])


@pytest.mark.parametrize("native", [True, False], ids=["native", "classic"])
@pytest.mark.parametrize(
    ("own", "field", "result"),
    [
        pytest.param(proxy(), "image", "hub/proxyv2:1.0", id="image: auto"),
        pytest.param(proxy("mine:1"), "image", "mine:1", id="own image"),
        pytest.param(proxy(args=["own"]), "args", ["own"], id="args are replaced"),
        pytest.param(proxy(tty=True), "args", ["proxy", "sidecar"], id="other fields stay"),
        pytest.param(proxy(""), "image", "hub/proxyv2:1.0", id="an empty image asks for nothing"),
        pytest.param(proxy(args=[]), "args", ["proxy", "sidecar"], id="nor do empty args"),
        pytest.param(proxy(resources={"limits": {"cpu": "1"}}), "resources", {"limits": {"cpu": "1"}}, id="resources"),
        pytest.param(
            proxy(env=[{"name": "OWN", "value": "mine"}]), "env", [{"name": "OWN", "value": "mine"}], id="env"
        ),
    ],
)
def test_own_proxy(own: dict[str, Any], field: str, result: object, native: bool) -> None:
    value = injected(pod(spec(own)), config(native=native))
    assert container(value, "istio-proxy")[field] == result
    assert (containers(value), init_containers(value)) == (
        (["app"], ["istio-init", "istio-proxy"]) if native else (["app", "istio-proxy"], ["istio-init"])
    )


def test_own_variables_are_added() -> None:
    value = injected(pod(spec(proxy(env=[{"name": "MORE", "value": "1"}]))), config())
    assert variables(value) == {"MORE": "1", "OWN": "template"}


@pytest.mark.parametrize(
    ("place", "native", "remembered_as"),
    [
        pytest.param("containers", True, "initContainers", id="container, native"),
        pytest.param("containers", False, "containers", id="container, classic"),
        pytest.param("initContainers", True, "initContainers", id="init container, native"),
    ],
)
def test_what_is_remembered(place: str, native: bool, remembered_as: str) -> None:
    own = proxy(lifecycle={"preStop": {"exec": {"command": ["a<b"]}}}, ports=[{"containerPort": 1}])
    given = spec(own) if place == "containers" else spec(initContainers=[own])
    value = injected(pod(given), config(CLASSIC if not native else WITH_INIT, native=native))
    assert remembered(value) == {
        remembered_as: [{name: item for name, item in own.items() if name != "image"} | {"resources": {}}]
    }


def test_exact_text_of_what_is_remembered() -> None:
    own = {"resources": {"limits": {"cpu": "1000m"}}, "image": "a&b", "args": ["<"], "name": "istio-proxy"}
    assert annotations_of(injected(pod(spec(own)), config()))[OVERRIDES] == (
        r'{"initContainers":[{"name":"istio-proxy","image":"a\u0026b","args":["\u003c"],'
        r'"resources":{"limits":{"cpu":"1"}}}]}'
    )


def test_nothing_to_remember() -> None:
    assert OVERRIDES not in annotations_of(injected(pod(), config()))


def test_own_init_container() -> None:
    own = {"name": "istio-init", "image": "mine:1", "args": ["own"]}
    value = injected(pod(spec(initContainers=[own])), config())
    assert container(value, "istio-init") == {**own, "securityContext": {"runAsUser": 0}}
    assert remembered(value) == {"initContainers": [{**own, "resources": {}}]}


def test_container_that_the_template_lacks_is_no_override() -> None:
    value = injected(pod(spec(initContainers=[{"name": "istio-init", "image": "mine"}])), small_config())
    assert container(value, "istio-init") == {"name": "istio-init", "image": "mine"}
    assert OVERRIDES not in annotations_of(value)


@pytest.mark.parametrize(
    ("context", "argument"),
    [
        pytest.param({"runAsUser": 2000}, "2000", id="user"),
        pytest.param({"runAsUser": 2000, "runAsGroup": 3000}, "2000", id="user and group"),
        pytest.param({"runAsGroup": 3000}, "1337", id="group only"),
        pytest.param({"runAsUser": 0}, "1337", id="user 0"),
        pytest.param({"privileged": False}, "1337", id="no ids"),
    ],
)
def test_init_container_follows_the_user(context: dict[str, Any], argument: str) -> None:
    value = injected(pod(spec(proxy(securityContext=context))), config())
    assert container(value, "istio-proxy")["securityContext"] == context
    init = container(value, "istio-init")
    assert init["args"] == ["istio-iptables", "-p", "15001", "-u", argument]
    assert init["securityContext"] == {"runAsUser": 0}


@pytest.mark.parametrize(
    ("context", "ids"),
    [
        pytest.param({"runAsUser": 2000}, {"runAsUser": 2000}, id="user"),
        pytest.param({"runAsUser": 2000, "runAsGroup": 3000}, {"runAsUser": 2000, "runAsGroup": 3000}, id="both"),
        pytest.param({"runAsGroup": 3000}, {"runAsUser": 1337, "runAsGroup": 3000}, id="group only"),
    ],
)
def test_validation_container_takes_the_ids(context: dict[str, Any], ids: dict[str, int]) -> None:
    value = injected(pod(spec(proxy(securityContext=context))), config(VALIDATION))
    assert container(value, "istio-validation")["securityContext"] == ids


@pytest.mark.parametrize("by", ["annotation", "mesh"])
def test_tproxy_keeps_user_0(by: str) -> None:
    given = {"sidecar.istio.io/interceptionMode": "TPROXY"} if by == "annotation" else {}
    settings = {"interceptionMode": "TPROXY"} if by == "mesh" else {}
    own = proxy(securityContext={"runAsUser": 2000, "runAsGroup": 3000})
    value = injected(pod(spec(own), annotations=given), config(proxy_config=settings))
    assert container(value, "istio-proxy")["securityContext"] == {"runAsUser": 0, "runAsGroup": 3000}
    assert "2000" in container(value, "istio-init")["args"]
    value = injected(pod(spec(own), annotations=given), config(VALIDATION, proxy_config=settings))
    assert container(value, "istio-validation")["securityContext"] == {"runAsUser": 1337}


def test_repeated_injection_remembers_the_first() -> None:
    first = injected(pod(spec(proxy("mine:1"))), config())
    proxy_of_first = container(first, "istio-proxy")
    proxy_of_first["image"] = "changed"
    workload = find_workload(first)
    assert workload is not None
    # As Istio's injector has it for a Pod that it is shown, and the webhook.
    _, again = TemplateInjector(config()).inject(workload, Namespaces())
    assert again is not None
    assert remembered(again.pod) == remembered(injected(pod(spec(proxy("mine:1"))), config()))
    # A manifest is somebody's text, in which an annotation must not say another container than what is to be seen.
    with pytest.raises(InjectionError, match=r"proxy\.istio\.io/overrides is not of this Pod: by it image"):
        injected(first, config())


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("{", id="no JSON"),
        pytest.param("[]", id="a list"),
        pytest.param('"x"', id="a string"),
        pytest.param('{"containers": {"a": 1}}', id="containers no list"),
        pytest.param('{"initContainers": [{"name": 1}]}', id="a name that is a number"),
        pytest.param("[" * 100_000, id="deep"),
    ],
)
def test_unreadable_overrides(text: str) -> None:
    with pytest.raises(InjectionError, match=f"annotation {OVERRIDES}: "):
        injected(pod(annotations={OVERRIDES: text}), config())
