"""OTEL_RESOURCE_ATTRIBUTES of a Pod."""

from __future__ import annotations

from typing import Any

import pytest

from tests.conftest import pod
from tests.injection.looking import rendered

REQUESTED = (
    "otelResourceAttributes .MeshConfig .ObjectMeta.Annotations .ObjectMeta.Labels .ObjectMeta.Namespace "
    ".Spec.Containers"
)
PREFIX = "resource.opentelemetry.io/"
DIGEST = "sha256:" + "0" * 64


def mesh(enrichment: str | None = "OTEL_SEMANTIC_CONVENTIONS") -> dict[str, Any]:
    setting = {} if enrichment is None else {"serviceAttributeEnrichment": enrichment}
    provider = {"service": "otel.svc", "port": 4317, **setting}
    return {"extensionProviders": [{"name": "otel", "opentelemetry": provider}]}


def attributes(*containers: dict[str, Any], **metadata: Any) -> str:
    return rendered(REQUESTED, pod({"containers": list(containers)}, **metadata), mesh=mesh())


@pytest.mark.parametrize(
    ("image", "version"),
    [
        pytest.param("nginx:1.25", "1.25", id="tag"),
        pytest.param("registry:5000/a/nginx:1.25", "1.25", id="registry with a port"),
        pytest.param(f"nginx@{DIGEST}", DIGEST, id="digest"),
        pytest.param(f"nginx:1.25@{DIGEST}", f"1.25@{DIGEST}", id="tag and digest"),
    ],
)
def test_version_of_the_image(image: str, version: str) -> None:
    text = attributes({"name": "app", "image": image}, namespace="shop")
    assert text == (f"service.namespace=shop,service.version={version},service.instance.id=shop.$(POD_NAME).app")


@pytest.mark.parametrize("image", ["nginx", "registry:5000/a/nginx"])
def test_no_version(image: str) -> None:
    text = attributes({"name": "app", "image": image}, namespace="shop")
    assert text == "service.namespace=shop,service.instance.id=shop.$(POD_NAME).app"


@pytest.mark.parametrize(
    ("metadata", "text"),
    [
        pytest.param(
            {},
            "service.version=1,service.instance.id=.$(POD_NAME).app",
            id="no namespace",
        ),
        pytest.param(
            {"namespace": "n", "labels": {"app.kubernetes.io/version": "7"}},
            "service.namespace=n,service.version=7,service.instance.id=n.$(POD_NAME).app",
            id="version by label",
        ),
        pytest.param(
            {
                "labels": {"app.kubernetes.io/version": "7"},
                "annotations": {PREFIX + name: "own" for name in ("service.version", "service.namespace")},
            },
            "service.namespace=own,service.version=own,service.instance.id=.$(POD_NAME).app",
            id="annotations win",
        ),
        pytest.param(
            {"annotations": {PREFIX + "service.instance.id": "i"}},
            "service.version=1,service.instance.id=i",
            id="instance by annotation",
        ),
    ],
)
def test_metadata(metadata: dict[str, Any], text: str) -> None:
    assert attributes({"name": "app", "image": "nginx:1"}, **metadata) == text


def test_first_of_several_containers_gives_no_version() -> None:
    text = attributes({"name": "a", "image": "x:1"}, {"name": "b", "image": "x:2"}, namespace="n")
    assert text == "service.namespace=n,service.instance.id=n.$(POD_NAME).a"


def test_no_containers() -> None:
    assert attributes(namespace="n") == "service.namespace=n"


@pytest.mark.parametrize(
    "settings", [{}, mesh(None), {"extensionProviders": [{"name": "z", "zipkin": {"service": "z", "port": 1}}]}]
)
def test_nobody_asks(settings: dict[str, Any]) -> None:
    assert rendered(REQUESTED, pod(), mesh={"trustDomain": "td", **settings}) == ""
