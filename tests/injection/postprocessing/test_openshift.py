"""OpenShift: the proxy's ids come from the ranges of its namespace."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from kubectl_inject.injection.injector import Injector
from kubectl_inject.injection.postprocessing.openshift import SUPPLEMENTAL_GROUPS, UID_RANGE, proxy_ids
from tests.conftest import injected, pod, small_config
from tests.injection.looking import container

TEMPLATE = """
spec:
  initContainers:
  - name: istio-validation
    securityContext: {runAsUser: {{ .ProxyUID }}, runAsGroup: {{ .ProxyGID }}}
  - name: istio-proxy
    securityContext: {runAsUser: {{ .ProxyUID }}, runAsGroup: {{ .ProxyGID }}}
"""


def namespace(name: str = "shop", **annotations: str) -> dict[str, Any]:
    return {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": name, "annotations": annotations}}


def ids_in_stream(*documents: dict[str, Any], platform: str = "openshift", default: str = "") -> tuple[int, int]:
    """Return the ids of the proxy in the last document of a stream, after injection."""
    injector = Injector(small_config(TEMPLATE, platform=platform), namespace=default)
    text = injector.inject_text(yaml.safe_dump_all(documents)).text
    context = container(list(yaml.safe_load_all(text))[-1], "istio-proxy")["securityContext"]
    return context["runAsUser"], context["runAsGroup"]


@pytest.mark.parametrize(
    ("users", "groups", "ids"),
    [
        pytest.param(None, None, (1337, 1337), id="nothing"),
        pytest.param("1000/10", None, (1009, 1009), id="start/length"),
        pytest.param("1000-1010", None, (1010, 1010), id="start-end"),
        pytest.param("1000/10", "2000/5", (1009, 2004), id="groups in their own range"),
        pytest.param("1000/10", "2000-2005,3000/9", (1009, 2005), id="first of several groups"),
        pytest.param(None, "2000/5", (1337, 2004), id="groups only"),
        pytest.param("1000/10", "", (1009, 1009), id="empty groups"),
        pytest.param("1000740000/10000", "1000740000/10000", (1000749999, 1000749999), id="as OpenShift makes them"),
        pytest.param("some", "other", (1337, 1337), id="no ranges"),
        pytest.param("1000", "-5", (1337, 1337), id="half of a range"),
        pytest.param("9" * 19 + "/1", None, (1337, 1337), id="far too large"),
    ],
)
def test_ids(users: str | None, groups: str | None, ids: tuple[int, int]) -> None:
    given = {UID_RANGE: users, SUPPLEMENTAL_GROUPS: groups}
    assert proxy_ids({name: text for name, text in given.items() if text is not None}) == ids


@pytest.mark.parametrize(
    ("documents", "ids"),
    [
        pytest.param([namespace(**{UID_RANGE: "1000/10"}), pod(namespace="shop")], (1009, 1009), id="its namespace"),
        pytest.param([namespace("other", **{UID_RANGE: "1000/10"}), pod(namespace="shop")], (1337, 1337), id="another"),
        pytest.param([namespace(**{UID_RANGE: "1000/10"}), pod()], (1337, 1337), id="Pod without namespace"),
        pytest.param([pod(namespace="shop")], (1337, 1337), id="no namespace in the stream"),
        pytest.param(
            [{"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "shop"}}, pod(namespace="shop")],
            (1337, 1337),
            id="namespace without annotations",
        ),
    ],
)
def test_namespace_in_the_stream(documents: list[dict[str, Any]], ids: tuple[int, int]) -> None:
    assert ids_in_stream(*documents) == ids


def test_namespace_may_come_last() -> None:
    documents = [pod(namespace="shop"), namespace(**{UID_RANGE: "1000/10"})]
    text = Injector(small_config(TEMPLATE, platform="openshift")).inject_text(yaml.safe_dump_all(documents)).text
    first = next(iter(yaml.safe_load_all(text)))
    assert container(first, "istio-proxy")["securityContext"]["runAsUser"] == 1009


def test_namespace_by_default() -> None:
    assert ids_in_stream(namespace(**{UID_RANGE: "1000/10"}), pod(), default="shop") == (1009, 1009)


def test_other_platforms_do_not_read_the_namespace() -> None:
    documents = [namespace(**{UID_RANGE: "1000/10"}), pod(namespace="shop")]
    assert ids_in_stream(*documents, platform="") == (1337, 1337)


def assigned(application: int | None, proxy: dict[str, int]) -> dict[str, Any]:
    context = {} if application is None else {"securityContext": {"runAsUser": application}}
    return pod(
        {
            "containers": [
                {"name": "app", "image": "nginx", **context},
                {"name": "istio-proxy", "image": "auto", "securityContext": proxy},
            ]
        }
    )


@pytest.mark.parametrize(
    ("application", "proxy", "platform", "ids"),
    [
        pytest.param(
            500, {"runAsUser": 500, "runAsGroup": 600}, "openshift", (1337, 1337), id="the application's: taken back"
        ),
        pytest.param(500, {"runAsUser": 501, "runAsGroup": 600}, "openshift", (501, 600), id="its own: kept"),
        pytest.param(None, {"runAsUser": 500}, "openshift", (500, 1337), id="the application has none"),
        pytest.param(500, {"runAsUser": 500, "runAsGroup": 600}, "", (500, 600), id="not on OpenShift"),
    ],
)
def test_assigned_user(application: int | None, proxy: dict[str, int], platform: str, ids: tuple[int, int]) -> None:
    value = injected(assigned(application, proxy), small_config(TEMPLATE, platform=platform))
    context = container(value, "istio-proxy")["securityContext"]
    assert (context["runAsUser"], context["runAsGroup"]) == ids
    context = container(value, "istio-validation")["securityContext"]
    assert (context["runAsUser"], context["runAsGroup"]) == ids
