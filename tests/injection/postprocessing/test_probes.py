"""Probes and lifecycle hooks sent to the agent, which gets the real ones."""

from __future__ import annotations

import json
from typing import Any

import pytest

from kubectl_inject.config.injection_config import InjectionConfig
from tests.conftest import injected, pod, small_config
from tests.injection.looking import container, variables

PROBERS = "ISTIO_KUBE_APP_PROBERS"
REWRITE = "sidecar.istio.io/rewriteAppHTTPProbers"
STATUS_PORT = "status.sidecar.istio.io/port"
PORTS = [{"containerPort": 8080, "name": "web"}, {"containerPort": 9090}]


def app(**fields: Any) -> dict[str, Any]:
    return {"name": "app", "image": "nginx", "ports": PORTS, **fields}


def with_probe(probe: dict[str, Any], *, config: InjectionConfig | None = None, **given: str) -> dict[str, Any]:
    return injected(pod({"containers": [app(readinessProbe=probe)]}, annotations=given), config)


def probers(value: dict[str, Any]) -> Any:
    text = variables(value).get(PROBERS)
    return None if text is None else json.loads(text)


def agent(path: str, **fields: Any) -> dict[str, Any]:
    return {"httpGet": {"path": path, "port": 15020, **fields}}


@pytest.mark.parametrize(
    ("probe", "prober"),
    [
        pytest.param({"httpGet": {"path": "/", "port": 80}}, {"httpGet": {"path": "/", "port": 80}}, id="httpGet"),
        pytest.param({"httpGet": {"port": 80}}, {"httpGet": {"port": 80}}, id="httpGet without a path"),
        pytest.param({"tcpSocket": {"port": 80}}, {"tcpSocket": {"port": 80}}, id="tcpSocket"),
        pytest.param(
            {"tcpSocket": {"port": 80, "host": "h"}}, {"tcpSocket": {"port": 80, "host": "h"}}, id="tcpSocket with host"
        ),
        pytest.param({"grpc": {"port": 80}}, {"grpc": {"port": 80, "service": None}}, id="grpc"),
        pytest.param(
            {"grpc": {"port": 80, "service": "s"}}, {"grpc": {"port": 80, "service": "s"}}, id="grpc with service"
        ),
        pytest.param({"httpGet": {"port": "web"}}, {"httpGet": {"port": 8080}}, id="named port"),
        pytest.param({"tcpSocket": {"port": "web"}}, {"tcpSocket": {"port": 8080}}, id="named port of tcpSocket"),
    ],
)
def test_action(probe: dict[str, Any], prober: dict[str, Any]) -> None:
    value = with_probe(probe)
    assert probers(value) == {"/app-health/app/readyz": prober}
    assert container(value, "app")["readinessProbe"] == agent("/app-health/app/readyz")


def test_exec_stays() -> None:
    probe = {"exec": {"command": ["true"]}, "timeoutSeconds": 2}
    value = with_probe(probe)
    assert container(value, "app")["readinessProbe"] == probe
    assert probers(value) is None


@pytest.mark.parametrize(
    ("probe", "rewritten"),
    [
        pytest.param(
            {"httpGet": {"port": 80, "scheme": "HTTPS"}}, agent("/app-health/app/readyz", scheme="HTTP"), id="HTTPS"
        ),
        pytest.param(
            {"httpGet": {"port": 80, "scheme": "HTTP"}}, agent("/app-health/app/readyz", scheme="HTTP"), id="HTTP"
        ),
        pytest.param(
            {"httpGet": {"port": 80, "httpHeaders": [{"name": "a", "value": "b"}]}},
            agent("/app-health/app/readyz", httpHeaders=[{"name": "a", "value": "b"}]),
            id="headers",
        ),
        pytest.param({"httpGet": {"port": 80, "host": "h"}}, agent("/app-health/app/readyz", host="h"), id="host"),
        pytest.param(
            {"tcpSocket": {"port": 80}, "timeoutSeconds": 3, "periodSeconds": 4},
            {**agent("/app-health/app/readyz"), "timeoutSeconds": 3, "periodSeconds": 4},
            id="times",
        ),
        pytest.param({"httpGet": {"port": "nope"}}, agent("/app-health/app/readyz"), id="port that names nothing"),
    ],
)
def test_what_else_the_probe_says_stays(probe: dict[str, Any], rewritten: dict[str, Any]) -> None:
    assert container(with_probe(probe), "app")["readinessProbe"] == rewritten


@pytest.mark.parametrize(
    ("probe", "text"),
    [
        pytest.param(
            {"httpGet": {"httpHeaders": [{"value": "v", "name": "n"}], "scheme": "HTTPS", "host": "h", "port": 80}},
            '"httpGet":{"port":80,"host":"h","scheme":"HTTPS","httpHeaders":[{"name":"n","value":"v"}]}',
            id="order of fields",
        ),
        pytest.param(
            {"timeoutSeconds": 7, "tcpSocket": {"port": 80}}, '"tcpSocket":{"port":80},"timeoutSeconds":7', id="timeout"
        ),
        pytest.param({"timeoutSeconds": 0, "tcpSocket": {"port": 80}}, '"tcpSocket":{"port":80}', id="timeout 0"),
        pytest.param(
            {"httpGet": {"path": '/a?b=<1>&c="d"\\é', "port": 80}},
            r'"httpGet":{"path":"/a?b=\u003c1\u003e\u0026c=\"d\"\\é","port":80}',
            id="escapes",
        ),
        pytest.param({"httpGet": {"path": "", "port": 80}}, '"httpGet":{"port":80}', id="empty path"),
    ],
)
def test_exact_text(probe: dict[str, Any], text: str) -> None:
    assert variables(with_probe(probe))[PROBERS] == '{"/app-health/app/readyz":{' + text + "}}"


@pytest.mark.parametrize("port", ["nope", "Web", ""])
def test_port_that_names_nothing_is_not_probed(port: str) -> None:
    assert probers(with_probe({"httpGet": {"port": port}})) is None


@pytest.mark.parametrize(
    ("fields", "paths"),
    [
        pytest.param({"readinessProbe": {"tcpSocket": {"port": 1}}}, ["/app-health/app/readyz"], id="readiness"),
        pytest.param({"livenessProbe": {"tcpSocket": {"port": 1}}}, ["/app-health/app/livez"], id="liveness"),
        pytest.param({"startupProbe": {"tcpSocket": {"port": 1}}}, ["/app-health/app/startupz"], id="startup"),
        pytest.param(
            {"lifecycle": {"preStop": {"tcpSocket": {"port": 1}}}}, ["/app-lifecycle/app/prestopz"], id="preStop"
        ),
        pytest.param(
            {"lifecycle": {"postStart": {"tcpSocket": {"port": 1}}}}, ["/app-lifecycle/app/poststartz"], id="postStart"
        ),
        pytest.param(
            {
                "startupProbe": {"tcpSocket": {"port": 1}},
                "livenessProbe": {"tcpSocket": {"port": 1}},
                "lifecycle": {"preStop": {"tcpSocket": {"port": 1}}, "postStart": {"exec": {"command": ["a"]}}},
            },
            ["/app-health/app/livez", "/app-health/app/startupz", "/app-lifecycle/app/prestopz"],
            id="several, sorted",
        ),
    ],
)
def test_paths(fields: dict[str, Any], paths: list[str]) -> None:
    assert list(probers(injected(pod({"containers": [app(**fields)]})))) == paths


def test_hooks() -> None:
    command = {"exec": {"command": ["bye"]}}
    lifecycle = {"preStop": {"httpGet": {"path": "/x", "port": "web", "scheme": "HTTPS"}}, "postStart": command}
    value = injected(pod({"containers": [app(lifecycle=lifecycle)]}))
    assert container(value, "app")["lifecycle"] == {
        "preStop": agent("/app-lifecycle/app/prestopz", scheme="HTTP"),
        "postStart": command,
    }
    assert probers(value) == {
        "/app-lifecycle/app/prestopz": {"httpGet": {"path": "/x", "port": 8080, "scheme": "HTTPS"}}
    }


def test_every_container_has_its_own_ports() -> None:
    probe = {"tcpSocket": {"port": "web"}}
    other = {"name": "other", "ports": [{"containerPort": 7070, "name": "web"}], "livenessProbe": probe}
    early = {"name": "early", "restartPolicy": "Always", "startupProbe": {"grpc": {"port": 5, "service": "s"}}}
    lacking = {"name": "lacking", "livenessProbe": probe}
    spec = {"containers": [app(livenessProbe=probe), other, lacking], "initContainers": [early]}
    value = injected(pod(spec))
    assert probers(value) == {
        "/app-health/app/livez": {"tcpSocket": {"port": 8080}},
        "/app-health/early/startupz": {"grpc": {"port": 5, "service": "s"}},
        "/app-health/other/livez": {"tcpSocket": {"port": 7070}},
    }
    assert container(value, "early")["startupProbe"] == agent("/app-health/early/startupz")
    assert container(value, "other")["livenessProbe"] == agent("/app-health/other/livez")


def test_probes_of_the_proxy_stay() -> None:
    probe = {"httpGet": {"path": "/healthz/ready", "port": 15021}}
    own = {"name": "istio-proxy", "image": "auto", "readinessProbe": probe, "lifecycle": {"preStop": probe}}
    value = injected(pod({"containers": [app(), own]}))
    assert container(value, "istio-proxy")["readinessProbe"] == probe
    assert container(value, "istio-proxy")["lifecycle"] == {"preStop": probe}
    assert probers(value) is None


@pytest.mark.parametrize(
    ("annotation", "values", "rewritten"),
    [
        pytest.param(None, True, True, id="values on"),
        pytest.param(None, False, False, id="values off"),
        pytest.param(None, None, False, id="values silent"),
        pytest.param("true", False, True, id="annotation on"),
        pytest.param("1", False, True, id="annotation on, another spelling"),
        pytest.param("false", True, False, id="annotation off"),
        pytest.param("maybe", True, True, id="annotation that says neither, values on"),
        pytest.param("maybe", False, False, id="annotation that says neither, values off"),
    ],
)
def test_switch(annotation: str | None, values: bool | None, rewritten: bool) -> None:
    webhook = {} if values is None else {"rewriteAppHTTPProbe": values}
    given = {} if annotation is None else {REWRITE: annotation}
    config = small_config(values={"sidecarInjectorWebhook": webhook})
    probe = {"tcpSocket": {"port": 1}}
    value = with_probe(probe, config=config, **given)
    assert (container(value, "app")["readinessProbe"] != probe) is rewritten
    assert (probers(value) is not None) is rewritten


def test_nothing_without_a_proxy() -> None:
    probe = {"tcpSocket": {"port": 1}}
    value = with_probe(probe, config=small_config("metadata: {labels: {a: b}}"))
    assert container(value, "app")["readinessProbe"] == probe


@pytest.mark.parametrize(
    ("given", "mesh", "port"),
    [
        pytest.param({}, {}, 15020, id="default"),
        pytest.param({}, {"defaultConfig": {"statusPort": 16000}}, 16000, id="mesh config"),
        pytest.param({"proxy.istio.io/config": "statusPort: 16001"}, {}, 16001, id="proxy config of the Pod"),
        pytest.param({STATUS_PORT: "16002"}, {"defaultConfig": {"statusPort": 16000}}, 16002, id="annotation"),
        pytest.param({STATUS_PORT: "0"}, {}, 0, id="annotation that says 0"),
    ],
)
def test_port_of_the_agent(given: dict[str, str], mesh: dict[str, Any], port: int) -> None:
    config = small_config(mesh={"trustDomain": "td", **mesh})
    value = with_probe({"tcpSocket": {"port": 1}}, config=config, **given)
    assert container(value, "app")["readinessProbe"]["httpGet"]["port"] == port
