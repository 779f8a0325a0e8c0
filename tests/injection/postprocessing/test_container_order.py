"""The order of containers once the proxy is among them."""

from __future__ import annotations

from typing import Any

import pytest

from kubectl_inject.config.injection_config import InjectionConfig
from tests.conftest import injected, pod, small_config
from tests.injection.looking import containers, init_containers

HOLD = {"holdApplicationUntilProxyStarts": True}


def template(*init: str) -> str:
    names = "".join(f"  - name: {name}\n" for name in init)
    return (
        f"spec:\n  initContainers:\n{names}"
        "  {{ if not .NativeSidecars }}\n  containers:\n  {{ end }}\n  - name: istio-proxy\n"
    )


def config(*init: str, native: bool = False, **fields: Any) -> InjectionConfig:
    return small_config(template(*init), native_sidecars=native, **fields)


def given(*names: str, init: tuple[str, ...] = (), **metadata: Any) -> dict[str, Any]:
    spec = {"containers": [{"name": name} for name in names], "initContainers": [{"name": name} for name in init]}
    return pod(spec, **metadata)


@pytest.mark.parametrize(
    ("native", "added", "own", "order"),
    [
        pytest.param(False, ["istio-init"], ["a", "b"], ["a", "b", "istio-init"], id="classic: network last"),
        pytest.param(
            False, ["istio-validation"], ["a", "b"], ["istio-validation", "a", "b"], id="classic: validation first"
        ),
        pytest.param(
            False,
            ["istio-init", "enable-core-dump"],
            ["a"],
            ["a", "istio-init", "enable-core-dump"],
            id="classic: core dump after the network",
        ),
        pytest.param(
            False,
            ["enable-core-dump", "istio-validation"],
            ["a"],
            ["istio-validation", "a", "enable-core-dump"],
            id="classic: validation and core dump",
        ),
        pytest.param(
            True, ["istio-init"], ["a", "b"], ["istio-init", "istio-proxy", "a", "b"], id="native: network, proxy, rest"
        ),
        pytest.param(
            True,
            ["istio-validation"],
            ["a"],
            ["istio-validation", "istio-proxy", "a"],
            id="native: validation, proxy, rest",
        ),
        pytest.param(
            True,
            ["enable-core-dump", "istio-init"],
            ["a"],
            ["istio-init", "istio-proxy", "enable-core-dump", "a"],
            id="native: core dump after the proxy",
        ),
        pytest.param(
            True,
            ["istio-init"],
            ["a", "istio-init", "b"],
            ["istio-init", "istio-proxy", "a", "b"],
            id="native: the user's own network container",
        ),
    ],
)
def test_init_containers(native: bool, added: list[str], own: list[str], order: list[str]) -> None:
    value = injected(given("app", init=tuple(own)), config(*added, native=native))
    assert init_containers(value) == order


@pytest.mark.parametrize(
    ("own", "hold", "order"),
    [
        pytest.param(["a", "b"], False, ["a", "b", "istio-proxy"], id="last"),
        pytest.param(["a", "b"], True, ["istio-proxy", "a", "b"], id="first where the application waits"),
        pytest.param(["a", "istio-proxy", "b"], False, ["a", "b", "istio-proxy"], id="the user's own too"),
        pytest.param(["a", "istio-proxy", "b"], True, ["istio-proxy", "a", "b"], id="the user's own, waiting"),
    ],
)
def test_containers(own: list[str], hold: bool, order: list[str]) -> None:
    mesh = {"trustDomain": "td", "defaultConfig": HOLD if hold else {}}
    assert containers(injected(given(*own), config("istio-init", mesh=mesh))) == order


@pytest.mark.parametrize(
    ("values", "mesh", "annotation", "first"),
    [
        pytest.param(False, False, None, False, id="nobody"),
        pytest.param(True, False, None, True, id="values"),
        pytest.param(False, True, None, True, id="mesh config"),
        pytest.param(False, False, True, True, id="annotation"),
        pytest.param(False, True, False, False, id="annotation against the mesh"),
        pytest.param(True, False, False, True, id="annotation cannot undo the values"),
    ],
)
def test_who_asks_to_wait(values: bool, mesh: bool, annotation: bool | None, first: bool) -> None:
    requested = (
        {} if annotation is None else {"proxy.istio.io/config": f"holdApplicationUntilProxyStarts: {annotation}"}
    )
    settings = config(
        "istio-init",
        values={"global": {"hub": "h", "tag": "t", "proxy": HOLD if values else {}}},
        mesh={"trustDomain": "td", "defaultConfig": HOLD if mesh else {}},
    )
    names = containers(injected(given("app", annotations=requested), settings))
    assert (names[0] == "istio-proxy") is first


@pytest.mark.parametrize(
    ("requested", "installed", "native"),
    [
        pytest.param(None, True, True, id="installation"),
        pytest.param("true", False, True, id="annotation asks"),
        pytest.param("false", True, False, id="annotation refuses"),
        pytest.param("maybe", True, True, id="annotation says neither"),
    ],
)
def test_own_proxy_goes_where_the_templates_is(requested: str | None, installed: bool, native: bool) -> None:
    text = (
        "{{ $native := .NativeSidecars }}{{ $requested := annotation .ObjectMeta `sidecar.istio.io/nativeSidecar` `` }}"
        "{{ if has $requested (list `true` `false`) }}{{ $native = eq $requested `true` }}{{ end }}"
        "spec: { {{ if $native }}initContainers{{ else }}containers{{ end }}: [{name: istio-proxy}]}"
    )
    asking = {} if requested is None else {"sidecar.istio.io/nativeSidecar": requested}
    value = injected(given("app", "istio-proxy", annotations=asking), small_config(text, native_sidecars=installed))
    assert init_containers(value) == (["istio-proxy"] if native else [])
    assert containers(value) == (["app"] if native else ["app", "istio-proxy"])
