"""Pods, and the records that injection leaves where an injected Pod does not tell what it was."""

from __future__ import annotations

from typing import Any

from tests.conftest import pod

RECORD, STATUS, TARGETS = "kubectl-inject/restore", "sidecar.istio.io/status", "prometheus.istio.io/scrape-targets"
PLAIN = {"name": "app", "image": "nginx"}
OTHER = {"name": "other", "image": "busybox"}
NAMED_PORT = [{"name": "web", "containerPort": 8080}]

Object = dict[str, Any]


def app(**fields: Any) -> Object:
    return {**PLAIN, "env": [{"name": "A", "value": "1"}], "ports": NAMED_PORT, **fields}


def proxy(**fields: Any) -> Object:
    return {"name": "istio-proxy", "image": "auto", **fields}


def spec(*containers: Object, **fields: Any) -> Object:
    return {"containers": list(containers or [PLAIN]), **fields}


def annotated(**annotations: str) -> Object:
    return pod(annotations={f"prometheus.io/{name}": value for name, value in annotations.items()})


def annotations_record(**annotations: str | None) -> Object:
    return {"metadata": {"annotations": annotations}}


def container_record(**fields: Any) -> Object:
    return {"spec": {"containers": [{"name": "app", **fields}]}}


def order(field: str, *names: str) -> Object:
    return {f"$setElementOrder/{field}": [{"name": name} for name in names]}


NAMED_HTTP = {"httpGet": {"path": "/a", "port": "web", "scheme": "HTTPS"}, "periodSeconds": 3, "timeoutSeconds": 2}
OWN_RESOURCES = {"limits": {"cpu": "1000m"}}

# Pods with the record that they need: None where the injected Pod tells all.
PODS: dict[str, tuple[Object, Object | None]] = {
    "plain": (pod(), None),
    "fields of the spec": (pod(spec(nodeSelector={"a": "b"}, terminationGracePeriodSeconds=60)), None),
    "probe over HTTP": (pod(spec(app(readinessProbe={"httpGet": {"path": "/a", "port": 80}}))), None),
    "probe with headers": (
        pod(spec(app(livenessProbe={"httpGet": {"port": 80, "httpHeaders": [{"name": "a", "value": "<b>"}]}}))),
        None,
    ),
    "probe over TCP": (pod(spec(app(livenessProbe={"tcpSocket": {"port": 80}, "failureThreshold": 2}))), None),
    "probe over gRPC": (pod(spec(app(startupProbe={"grpc": {"port": 80, "service": "s"}}))), None),
    "probe by a command": (pod(spec(app(startupProbe={"exec": {"command": ["true"]}}))), None),
    "hooks": (
        pod(
            spec(app(lifecycle={"preStop": {"httpGet": {"port": 80}}, "postStart": {"exec": {"command": ["true"]}}})),
        ),
        None,
    ),
    "named port over HTTP": (
        pod(spec(app(readinessProbe=NAMED_HTTP))),
        container_record(readinessProbe={"httpGet": {"port": "web"}}),
    ),
    "named port over TCP": (
        pod(spec(app(livenessProbe={"tcpSocket": {"port": "web"}}))),
        container_record(livenessProbe={"tcpSocket": {"port": "web"}}),
    ),
    "named port of a hook": (
        pod(spec(app(lifecycle={"preStop": {"httpGet": {"port": "web"}}}))),
        container_record(lifecycle={"preStop": {"httpGet": {"port": "web"}}}),
    ),
    "named port of one of two containers": (
        pod(spec(OTHER, app(readinessProbe=NAMED_HTTP))),
        container_record(readinessProbe={"httpGet": {"port": "web"}}),
    ),
    "named port that is not declared": (
        pod(spec(app(readinessProbe={"httpGet": {"port": "nope"}}))),
        container_record(readinessProbe={"httpGet": {"path": None, "port": "nope"}}),
    ),
    "scraping": (annotated(scrape="true", port="80", path="/m"), None),
    "scraping, port only": (annotated(port="80"), None),
    "scraping refused": (annotated(scrape="false"), None),
    "scraping of the agent": (annotated(port="15020"), None),
    "scraping, another spelling": (
        pod(annotations={"prometheus_io/port": "80"}),
        annotations_record(**{"prometheus.io/port": None, "prometheus_io/port": "80"}),
    ),
    "scrape targets": (pod(annotations={TARGETS: "80:/a,81:/b"}), None),
    "scrape targets, path left out": (
        pod(annotations={TARGETS: "80:/a,81"}),
        annotations_record(**{TARGETS: "80:/a,81"}),
    ),
    "scrape targets and scraping": (
        pod(annotations={TARGETS: "80:/a", "prometheus.io/port": "82", "prometheus.io/path": "/m"}),
        annotations_record(**{"prometheus.io/port": "82", "prometheus.io/path": "/m"}),
    ),
    "labels": (pod(labels={"app": "shop", "version": "v2"}), None),
    "a label as injection adds it": (
        pod(labels={"security.istio.io/tlsMode": "istio"}),
        {"metadata": {"labels": {"security.istio.io/tlsMode": "istio"}}},
    ),
    "a label that the template keeps": (pod(labels={"security.istio.io/tlsMode": "disabled"}), None),
    "a label that injection replaces": (
        pod(labels={"app": "web", "service.istio.io/canonical-name": "mine"}),
        {"metadata": {"labels": {"service.istio.io/canonical-name": "mine"}}},
    ),
    "annotations": (pod(annotations={"example.com/a": "b"}), None),
    "an annotation as injection adds it": (
        pod(annotations={"kubectl.kubernetes.io/default-container": "app"}),
        annotations_record(**{"kubectl.kubernetes.io/default-container": "app"}),
    ),
    "an annotation that injection replaces": (
        pod(annotations={"istio.io/rev": "mine"}),
        annotations_record(**{"istio.io/rev": "mine"}),
    ),
    "no annotations and labels, but their fields": (
        pod(annotations={}, labels={}),
        {"metadata": {"annotations": {}, "labels": {}}},
    ),
    "volume": (pod(spec(volumes=[{"name": "own", "emptyDir": {}}])), None),
    "a volume of the template's name": (
        pod(spec(volumes=[{"name": "istio-envoy", "configMap": {"name": "x"}}, {"name": "own", "emptyDir": {}}])),
        {"spec": {"volumes": [{"name": "istio-envoy", "configMap": {"name": "x"}}]}},
    ),
    "no volumes, but their field": (pod(spec(volumes=[])), {"spec": {"volumes": []}}),
    "image pull secret": (pod(spec(imagePullSecrets=[{"name": "mine"}])), None),
    "an image pull secret of the template's name": (
        pod(spec(imagePullSecrets=[{"name": "mesh-registry"}])),
        {"spec": {"imagePullSecrets": [{"name": "mesh-registry"}]}},
    ),
    "init container": (pod(spec(initContainers=[OTHER])), None),
    "own init container of the template's name": (
        pod(spec(initContainers=[{"name": "istio-init", "image": "mine", "args": ["own"]}])),
        None,
    ),
    "own proxy, last": (pod(spec(app(), proxy(args=["own"]))), None),
    "own proxy with an image": (pod(spec(app(), proxy(image="mine:1", tty=True))), None),
    "own proxy, first": (
        pod(spec(proxy(tty=True), app())),
        {"spec": order("containers", "istio-proxy", "app")},
    ),
    "own proxy, between": (
        pod(spec(app(), proxy(tty=True), OTHER)),
        {"spec": order("containers", "app", "istio-proxy", "other")},
    ),
    "own native sidecar": (pod(spec(initContainers=[proxy(restartPolicy="Always")])), None),
    "own proxy without image": (
        pod(spec(PLAIN, {"name": "istio-proxy"})),
        {"spec": {"containers": [{"name": "istio-proxy", "image": None}]}},
    ),
    "own proxy, a quantity spelled otherwise": (
        pod(spec(PLAIN, proxy(resources=OWN_RESOURCES))),
        {"spec": {"containers": [{"name": "istio-proxy", "resources": OWN_RESOURCES}]}},
    ),
    "own proxy's user": (pod(spec(PLAIN, proxy(securityContext={"runAsUser": 2000}))), None),
    "network": (pod(labels={"topology.istio.io/network": "n1"}), None),
}
