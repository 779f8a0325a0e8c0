"""Random workloads as plain objects, with what injection changes and what it must leave alone."""

from __future__ import annotations

from random import Random
from typing import Any

from tests.conftest import small_config

TEMPLATE = """
metadata:
  labels:
    security.istio.io/tlsMode: istio
    service.istio.io/canonical-name: {{ index .ObjectMeta.Labels "app" | default "x" | quote }}
  annotations:
    kubectl.kubernetes.io/default-container: "{{ (index .Spec.Containers 0).Name }}"
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
    "classic": small_config(TEMPLATE, native_sidecars=False, values={"global": {"hub": "h", "tag": "2", "proxy": {}}}),
}


def random_workload(random: Random) -> dict[str, Any]:
    """Return a Deployment, Pod or CronJob."""
    pod = {"metadata": _metadata(random), "spec": _spec(random)}
    if random.random() < 0.2:
        del pod["metadata"]
    name = {"name": "web", **_metadata(random)}
    match random.choice(["Deployment", "Deployment", "Pod", "CronJob"]):
        case "Deployment":
            spec = {"replicas": 2, "selector": {"matchLabels": {"app": "a"}}, "template": pod}
            value: dict[str, Any] = {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": name, "spec": spec}
        case "Pod":
            value = {"apiVersion": "v1", "kind": "Pod", "metadata": name, "spec": pod["spec"]}
        case _:
            spec = {"schedule": "* * * * *", "jobTemplate": {"spec": {"template": pod}}}
            value = {"apiVersion": "batch/v1", "kind": "CronJob", "metadata": name, "spec": spec}
    return _shuffled(random, value)


def _shuffled(random: Random, value: dict[str, Any]) -> dict[str, Any]:
    return {key: value[key] for key in random.sample(list(value), len(value))}


def _some(random: Random, **fields: Any) -> dict[str, Any]:
    return _shuffled(random, {name: value for name, value in fields.items() if random.random() < 0.5})


def _metadata(random: Random) -> dict[str, Any]:
    return _some(
        random,
        labels=random.choice([{"app": "a"}, {}, {"app": "a", "version": "v1"}, None]),
        annotations=random.choice([{"note": "a: b\nc\n"}, {}, {"n": "5", "m": "it's"}, None]),
    )


def _spec(random: Random) -> dict[str, Any]:
    names = random.sample(["one", "two", "three"], random.randint(1, 3))
    return {
        "containers": [_container(random, name) for name in names],
        **_some(
            random,
            initContainers=random.choice([[_container(random, "setup")], [], None]),
            volumes=random.choice([[{"name": "data", "emptyDir": {}}], [], None]),
            securityContext=random.choice([{"fsGroup": 7}, {}, {"runAsUser": 5}]),
            nodeSelector={"a": "b"},
            unknownField=[1, {"a": ["b", []]}],
        ),
    }


def _container(random: Random, name: str) -> dict[str, Any]:
    probe = random.choice(
        [
            {"httpGet": {"port": random.choice([80, "web"]), "path": "/a?b=c"}, "periodSeconds": 5},
            {"tcpSocket": {"port": 80}},
            {"grpc": {"port": 90}},
            {"exec": {"command": ["true"]}},
        ]
    )
    return {
        "name": name,
        **_some(
            random,
            image="nginx:1",
            args=random.choice([["-c", "a, b"], [], ["x: y"]]),
            command=["sh", "-c", "echo a\necho b\n"],
            env=random.choice([[{"name": "A", "value": "1"}], [{"name": "B", "value": ""}]]),
            ports=[{"name": "web", "containerPort": 80}],
            readinessProbe=probe,
            livenessProbe=random.choice([probe, None]),
        ),
    }
