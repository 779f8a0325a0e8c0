"""Random workloads as plain objects, with what injection changes and what it must leave alone."""

from __future__ import annotations

import json
from random import Random
from typing import Any

from tests.conftest import small_config

TEMPLATE = """
metadata:
  labels:
    security.istio.io/tlsMode: istio
    service.istio.io/canonical-name: {{ index .ObjectMeta.Labels "app" | default "x" | quote }}
  annotations:
    kubectl.kubernetes.io/default-container: "{{ range .Spec.Containers }}{{ .Name }}{{ break }}{{ end }}"
spec:
  {{ if .NativeSidecars }}initContainers{{ else }}containers{{ end }}:
  - name: istio-proxy
    image: {{ .ProxyImage }}
    {{ if .NativeSidecars }}restartPolicy: Always{{ end }}
    args: [proxy, "--log=a:b"]
    env:
    - name: POD_NAME
      valueFrom: {fieldRef: {fieldPath: metadata.name}}
    volumeMounts: [{name: istio-envoy, mountPath: /etc/istio}]
  volumes:
  - name: istio-envoy
    emptyDir: {medium: Memory}
  securityContext:
    fsGroup: 1337
"""
CONFIGS = {
    "native": small_config(TEMPLATE),
    "custom": small_config(
        "spec:\n  containers:\n  - {name: istio-proxy, image: own, args: [a], resources: {limits: {cpu: 1}}}\n",
        native_sidecars=False,
        values={"sidecarInjectorWebhook": {"rewriteAppHTTPProbe": True}},
    ),
    "classic": small_config(TEMPLATE, native_sidecars=False, values={"global": {"hub": "h", "tag": "2", "proxy": {}}}),
}


def random_workload(random: Random) -> dict[str, Any]:
    """Return a Deployment, Pod or CronJob, or a List of some."""
    if random.random() < 0.1:
        items = [_workload(random) for _ in range(random.randint(1, 4))]
        return _shuffled(random, {"apiVersion": "v1", "kind": "List", "items": items})
    return _workload(random)


def _workload(random: Random) -> dict[str, Any]:
    pod: dict[str, Any] = {"metadata": _metadata(random), "spec": _spec(random)}
    if random.random() < 0.3:
        pod["metadata"] = {}
    if random.random() < 0.2:
        del pod["metadata"]
    elif random.random() < 0.1:
        pod |= {"metadata": None}
    value: dict[str, Any] = {"metadata": {"name": "web", **_metadata(random)}}
    if random.random() < 0.1:
        value = {} if random.random() < 0.5 else {"metadata": random.choice([None, {}])}
    match random.choice(["Deployment", "Deployment", "Pod", "CronJob"]):
        case "Deployment":
            labels = (pod.get("metadata") or {}).get("labels") or {"app": "a"}
            spec = {"replicas": 2, "selector": {"matchLabels": labels}, "template": pod}
            value |= {"apiVersion": "apps/v1", "kind": "Deployment", "spec": spec}
        case "Pod":
            value |= {"apiVersion": "v1", "kind": "Pod", "spec": pod["spec"]}
        case _:
            spec = {"schedule": "* * * * *", "jobTemplate": {"spec": {"template": pod}}}
            value |= {"apiVersion": "batch/v1", "kind": "CronJob", "spec": spec}
    return _shuffled(random, value)


def _shuffled(random: Random, value: dict[str, Any]) -> dict[str, Any]:
    return {key: value[key] for key in random.sample(list(value), len(value))}


def _some(random: Random, **fields: Any) -> dict[str, Any]:
    return _shuffled(random, {name: value for name, value in fields.items() if random.random() < 0.5})


def _metadata(random: Random) -> dict[str, Any]:
    labels = [{"app": "a"}, {}, {"app": "a", "version": "v1"}, None, {"app": "a", "version": 1, "on": True, "n": None}]
    annotations = [{"note": "a: b\nc\n"}, {}, {"n": "5", "m": "it's"}, None, {"n": 5, "note": None}, _rare(random)]
    return _some(random, labels=random.choice(labels), annotations=random.choice(annotations))


def _rare(random: Random) -> dict[str, Any]:
    """Return annotations that decide on the injection, or are of another one."""
    names = {"initContainers": None, "containers": ["one"], "volumes": None, "imagePullSecrets": None}
    return _some(
        random,
        **{
            "sidecar.istio.io/inject": random.choice(["true", "false", None]),
            "sidecar.istio.io/status": random.choice(["", None, "{}", '{"containers":["one"]}', json.dumps(names)]),
            "prometheus.io/port": "80",
            "prometheus.io/scrape": random.choice(["true", None]),
            "prometheus.io/path": random.choice(["/m", None]),
        },
    )


def _spec(random: Random) -> dict[str, Any]:
    names = random.sample(["one", "two", "three"], random.randint(1, 3))
    return {
        "containers": [_container(random, name) for name in names] + _own_proxy(random),
        **_some(
            random,
            initContainers=random.choice([[_container(random, "setup")], [], None]),
            volumes=random.choice([[{"name": "data", "emptyDir": {}}], [], None]),
            securityContext=random.choice([{"fsGroup": 7}, {}, {"runAsUser": 5}]),
            nodeSelector={"a": "b"},
            unknownField=[1, {"a": ["b", []]}],
        ),
    }


def _own_proxy(random: Random) -> list[dict[str, Any]]:
    if random.random() < 0.8:
        return []
    return [_shuffled(random, {"image": random.choice(["auto", "mine"]), **_container(random, "istio-proxy")})]


def _probe(random: Random) -> dict[str, Any]:
    port = random.choice([80, 80, "web", "nope", 15020])
    host = random.choice([{}, {"host": "localhost"}])
    action = random.choice(
        [
            {"httpGet": _shuffled(random, {"port": port, "path": "/a?b=c", **host})},
            {"httpGet": _shuffled(random, {"port": port, "scheme": "HTTPS"})},
            {"tcpSocket": _shuffled(random, {"port": port, **host})},
            {"grpc": _shuffled(random, {"port": 90, **random.choice([{}, {"service": None}, {"service": "s"}])})},
            {"exec": {"command": ["true"]}},
        ]
    )
    return _shuffled(random, {**action, **_some(random, periodSeconds=5, timeoutSeconds=None)})


def _hook(random: Random) -> dict[str, Any]:
    return {name: item for name, item in _probe(random).items() if name in ("httpGet", "tcpSocket", "exec")}


def _container(random: Random, name: str) -> dict[str, Any]:
    probe = _probe(random)
    quantities = random.choice([{"cpu": None, "memory": "1Gi"}, {"cpu": 1}, None, {}])
    return {
        "name": name,
        **_some(
            random,
            image="nginx:1",
            args=random.choice([["-c", "a, b"], [], ["x: y"]]),
            command=["sh", "-c", "echo a\necho b\n"],
            env=random.choice([[{"name": "A", "value": "1"}], [{"name": "B", "value": ""}]]),
            ports=[{"name": "web", "containerPort": 80}],
            resources=_some(random, limits=quantities, requests={"cpu": "1000m", "memory": None}),
            readinessProbe=probe,
            livenessProbe=random.choice([probe, _probe(random), None]),
            lifecycle=_some(random, preStop=_hook(random), postStart=_hook(random)),
        ),
    }
