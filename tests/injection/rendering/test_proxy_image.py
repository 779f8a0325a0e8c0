"""The proxy's image: hub, name, tag and variant."""

from __future__ import annotations

from typing import Any

import pytest

from kubectl_inject.injection.rendering.proxy_image import with_variant
from tests.conftest import injected, pod, small_config
from tests.injection.looking import container

IMAGE_TYPE = "sidecar.istio.io/proxyImageType"


def images(values: dict[str, Any], mesh: dict[str, Any] | None = None, **given: str) -> tuple[str, str]:
    template = "spec: {containers: [{name: istio-proxy, image: '{{ .ProxyImage }}', args: ['{{ .ProxyInitImage }}']}]}"
    value = injected(pod(annotations=given), small_config(template, values={"global": values}, mesh=mesh))
    proxy = container(value, "istio-proxy")
    return proxy["image"], proxy["args"][0]


@pytest.mark.parametrize(
    ("tag", "variant", "result"),
    [
        pytest.param("1.31.0", "", "1.31.0", id="none"),
        pytest.param("1.31.0", "default", "1.31.0", id="default"),
        pytest.param("1.31.0", "debug", "1.31.0-debug", id="debug"),
        pytest.param("1.31.0", "distroless", "1.31.0-distroless", id="distroless"),
        pytest.param("1.31.0", "own", "1.31.0-own", id="any other"),
        pytest.param("1.31.0-distroless", "default", "1.31.0", id="default takes it away"),
        pytest.param("1.31.0-debug", "distroless", "1.31.0-distroless", id="one replaces another"),
        pytest.param("1.31.0-distroless", "distroless", "1.31.0-distroless", id="there already"),
        pytest.param("1.31.0-distroless", "", "1.31.0-distroless", id="none keeps it"),
        pytest.param("1.31.0-own", "debug", "1.31.0-own-debug", id="others are part of the tag"),
    ],
)
def test_variant(tag: str, variant: str, result: str) -> None:
    assert with_variant(tag, variant) == result


@pytest.mark.parametrize(
    ("values", "image"),
    [
        pytest.param({"hub": "h", "tag": "t"}, "h/proxyv2:t", id="plain"),
        pytest.param({"hub": "h:5000/x", "tag": "t", "proxy": {"image": "own"}}, "h:5000/x/own:t", id="name"),
        pytest.param({"hub": "h", "tag": "t", "variant": "debug"}, "h/proxyv2:t-debug", id="variant"),
        pytest.param({"hub": "h", "tag": 2.5}, "h/proxyv2:2.5", id="tag that YAML takes for a number"),
        pytest.param({"hub": "h", "tag": 131}, "h/proxyv2:131", id="tag that YAML takes for a whole number"),
    ],
)
def test_values(values: dict[str, Any], image: str) -> None:
    assert images(values)[0] == image


def test_init_image_has_a_name_of_its_own() -> None:
    values = {"hub": "h", "tag": "t", "proxy": {"image": "a"}, "proxy_init": {"image": "b"}}
    assert images(values) == ("h/a:t", "h/b:t")


def test_annotation_before_proxy_config_before_values() -> None:
    values = {"hub": "h", "tag": "t", "variant": "debug"}
    mesh = {"defaultConfig": {"image": {"imageType": "distroless"}}}
    assert images(values, mesh) == ("h/proxyv2:t-distroless", "h/proxyv2:t-debug")  # the init image takes no advice
    assert images(values, mesh, **{"proxy.istio.io/config": "image: {imageType: own}"})[0] == "h/proxyv2:t-own"
    assert images(values, mesh, **{IMAGE_TYPE: "default"}) == ("h/proxyv2:t", "h/proxyv2:t")
    assert images(values, {"defaultConfig": {"image": {}}})[0] == "h/proxyv2:t-debug"
