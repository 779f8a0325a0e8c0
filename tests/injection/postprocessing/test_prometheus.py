"""Merged metrics: the application's scraping annotations move to the agent."""

from __future__ import annotations

from typing import Any

import pytest

from kubectl_inject import InjectionError
from kubectl_inject.istio.releases import NEWEST_KNOWN, Release
from tests.conftest import injected, pod, small_config
from tests.injection.looking import annotations_of, variables

VARIABLE = "ISTIO_PROMETHEUS_ANNOTATIONS"
MERGE = "prometheus.istio.io/merge-metrics"
TARGETS = "prometheus.istio.io/scrape-targets"
MERGED = {
    "prometheus.io/port": "15020",
    "prometheus.io/path": "/stats/prometheus",
    "prometheus.io/scrape": "true",
}


def merged(given: dict[str, str], release: Release = NEWEST_KNOWN, **mesh: Any) -> tuple[dict[str, str], str | None]:
    """Return the annotations of a Pod after injection, without the status, and what the agent gets."""
    value = injected(pod(annotations=given), small_config(mesh={"trustDomain": "td", **mesh}, release=release))
    found = {name: text for name, text in annotations_of(value).items() if name != "sidecar.istio.io/status"}
    return found, variables(value).get(VARIABLE)


@pytest.mark.parametrize(
    ("given", "text"),
    [
        pytest.param({}, None, id="none"),
        pytest.param(
            {"prometheus.io/scrape": "true", "prometheus.io/path": "/m", "prometheus.io/port": "80"},
            '{"scrape":"true","path":"/m","port":"80"}',
            id="all three",
        ),
        pytest.param({"prometheus.io/port": "80"}, '{"scrape":"","path":"","port":"80"}', id="port only"),
        pytest.param({"prometheus.io/path": "/a&b"}, r'{"scrape":"","path":"/a\u0026b","port":""}', id="escapes"),
        pytest.param(
            {"prometheus-io/port": "80", "prometheus_io.path": "/m"},
            '{"scrape":"","path":"/m","port":"80"}',
            id="other spellings",
        ),
        pytest.param({"prometheus.io/scrape": "often"}, '{"scrape":"often","path":"","port":""}', id="no boolean"),
    ],
)
def test_merged(given: dict[str, str], text: str | None) -> None:
    assert merged(given) == (MERGED, text)


@pytest.mark.parametrize(
    "given",
    [
        pytest.param({"prometheus.io/scrape": "false"}, id="scrape false"),
        pytest.param({"prometheus.io/scrape": "F", "prometheus.io/port": "80"}, id="scrape F"),
        pytest.param({"prometheus_io_scrape": "0"}, id="scrape 0, another spelling"),
        pytest.param({"prometheus.io/port": "15020"}, id="the agent's port"),
        pytest.param({"prometheus_io/port": "15020"}, id="the agent's port, another spelling"),
    ],
)
def test_left_alone(given: dict[str, str]) -> None:
    assert merged(given) == (given, None)


@pytest.mark.parametrize(
    ("annotation", "mesh", "merges"),
    [
        pytest.param(None, None, True, id="on where nothing is given"),
        pytest.param(None, True, True, id="mesh on"),
        pytest.param(None, False, False, id="mesh off"),
        pytest.param("false", True, False, id="annotation off"),
        pytest.param("true", False, True, id="annotation on"),
        pytest.param("0", None, False, id="annotation off, another spelling"),
    ],
)
def test_switch(annotation: str | None, mesh: bool | None, merges: bool) -> None:
    given = {} if annotation is None else {MERGE: annotation}
    setting: dict[str, Any] = {} if mesh is None else {"enablePrometheusMerge": mesh}
    assert merged(given, **setting)[0] == ({**given, **MERGED} if merges else given)


def test_port_of_the_agent() -> None:
    found, _ = merged({"prometheus.io/port": "80"}, defaultConfig={"statusPort": 16000})
    assert found["prometheus.io/port"] == "16000"
    found, _ = merged({"proxy.istio.io/config": "statusPort: 16001"})
    assert found["prometheus.io/port"] == "16001"


def test_without_a_proxy() -> None:
    config = small_config("metadata: {labels: {a: b}}")
    value = injected(pod(annotations={"prometheus.io/port": "80"}), config)
    assert MERGED.items() <= annotations_of(value).items()


ONE_TARGET = '{"scrape":"","path":"/metrics","port":"8080","targets":[{"port":"8080","path":"/metrics"}]}'


@pytest.mark.parametrize(
    ("given", "text"),
    [
        pytest.param(
            {TARGETS: "8080:/a,9090"},
            '{"scrape":"","path":"/a","port":"8080",'
            '"targets":[{"port":"8080","path":"/a"},{"port":"9090","path":"/metrics"}]}',
            id="only targets",
        ),
        pytest.param(
            {TARGETS: " 8080 , ", "prometheus.io/port": "80", "prometheus.io/path": "/m"},
            '{"scrape":"","path":"/metrics","port":"8080","targets":[{"port":"8080","path":"/metrics"}]}',
            id="targets and annotations",
        ),
        pytest.param({TARGETS: "+8080:"}, ONE_TARGET.replace("8080", "+8080"), id="as Go reads numbers"),
        pytest.param({TARGETS: ""}, None, id="empty"),
        pytest.param({"prometheus.istio.io/scrape_targets": "8080"}, ONE_TARGET, id="another spelling"),
        pytest.param({TARGETS: "80:/a,:/b"}, None, id="one without a port"),
    ],
)
def test_scrape_targets(given: dict[str, str], text: str | None) -> None:
    assert merged(given) == (MERGED, text)


@pytest.mark.parametrize("port", ["x", "0", "65536", "-1", "080808", "15020", "015020", "15090", "8 0"])
@pytest.mark.parametrize("annotation", [TARGETS, "prometheus.io/port"])
def test_bad_port(annotation: str, port: str) -> None:
    with pytest.raises(InjectionError, match=f"invalid value '{port}' for annotation '{annotation}': expected ports"):
        merged({annotation: port}, defaultConfig={"statusPort": 16000})


BEFORE_CHECKS = Release(30)


@pytest.mark.parametrize("port", ["x", "0", "15090", "99999"])
def test_before_its_release_no_port_is_looked_at(port: str) -> None:
    found, text = merged({"prometheus.io/port": port}, BEFORE_CHECKS)
    assert (found, text) == (MERGED, f'{{"scrape":"","path":"","port":"{port}"}}')


def test_before_their_release_scrape_targets_are_an_annotation_like_any_other() -> None:
    assert merged({TARGETS: "0:/a"}, BEFORE_CHECKS) == ({TARGETS: "0:/a", **MERGED}, None)


SECURE_PORT = "prometheus.istio.io/secure-port"


@pytest.mark.parametrize(
    ("ports", "given", "found"),
    [
        pytest.param([], {}, None, id="no variable"),
        pytest.param(["15091"], {}, "15091", id="variable"),
        pytest.param([""], {}, None, id="empty"),
        pytest.param(["0"], {}, None, id="zero"),
        pytest.param(["0", "15092"], {}, "15092", id="the first that counts"),
        pytest.param(["15091"], {SECURE_PORT: "1"}, "1", id="the user's own wins"),
        pytest.param(["15091"], {"prometheus.istio.io/secure_port": "1"}, None, id="in another spelling too"),
    ],
)
def test_port_of_the_secure_metrics(ports: list[str], given: dict[str, str], found: str | None) -> None:
    variables = "".join(f"{{name: ENVOY_SECURE_MERGED_METRICS_PORT, value: '{port}'}}, " for port in ports)
    template = f"spec: {{containers: [{{name: istio-proxy, image: proxy, env: [{variables}]}}]}}"
    original = pod(annotations=given)
    after = injected(original, small_config(template))
    assert annotations_of(after).get(SECURE_PORT) == found
    assert injected(after, small_config(template)) == after
    before = injected(original, small_config(template, release=BEFORE_CHECKS))
    assert annotations_of(before).get(SECURE_PORT) == given.get(SECURE_PORT)
