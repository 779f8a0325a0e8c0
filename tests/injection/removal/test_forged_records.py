"""Restore records, overrides and notes for the agent that a stranger wrote: what they may not do, and what they may."""

from __future__ import annotations

import copy
import json
from functools import cache
from typing import Any

import pytest
import yaml

from kubectl_inject.builtin import builtin_config
from kubectl_inject.errors import InjectionError
from kubectl_inject.injection.injector import Injector
from kubectl_inject.injection.removal.uninjection import uninject_document
from kubectl_inject.manifests.stream import split

Object = dict[str, Any]

RECORD, STATUS, OVERRIDES = "kubectl-inject/restore", "sidecar.istio.io/status", "proxy.istio.io/overrides"
PROBERS = "ISTIO_KUBE_APP_PROBERS"
POD: Object = {
    "metadata": {"labels": {"app": "web"}},
    "spec": {
        "containers": [
            {
                "name": "app",
                "image": "nginx",
                "ports": [{"name": "http", "containerPort": 8080}],
                "readinessProbe": {"httpGet": {"path": "/a", "port": 8080}},
            }
        ]
    },
}
DEPLOYMENT: Object = {
    "apiVersion": "apps/v1",
    "kind": "Deployment",
    "metadata": {"name": "web"},
    "spec": {"selector": {"matchLabels": {"app": "web"}}, "template": POD},
}
CRON_JOB: Object = {
    "apiVersion": "batch/v1",
    "kind": "CronJob",
    "metadata": {"name": "web"},
    "spec": {"schedule": "@daily", "jobTemplate": {"spec": {"template": POD}}},
}
EVIL = {"exec": {"command": ["sh", "-c", "evil"]}}


@cache
def injector() -> Injector:
    return Injector(builtin_config())


def injected(value: Object) -> Object:
    return copy.deepcopy(injector().inject_object(value).object)


def noted(value: Object, **annotations: Any) -> Object:
    """Return an object with annotations of its own; what is no text is JSON."""
    found = copy.deepcopy(value)
    texts = {name: item if isinstance(item, str) else json.dumps(item) for name, item in annotations.items()}
    found["metadata"]["annotations"] = {**(found["metadata"].get("annotations") or {}), **texts}
    return found


def recorded(value: Object, patch: Object) -> Object:
    return noted(value, **{RECORD: {"object": patch}})


def of_pod(**fields: Any) -> Object:
    return {"spec": {"template": {"spec": fields}}}


def of_metadata(**fields: Any) -> Object:
    return {"spec": {"template": {"metadata": fields}}}


def of_app(**fields: Any) -> Object:
    return of_pod(containers=[{"name": "app", **fields}])


def of_proxy(**fields: Any) -> Object:
    return of_pod(containers=[{"name": "istio-proxy", "image": "auto", **fields}])


def uninjected(text: str) -> str:
    return "".join(uninject_document(document).text for document in split(text))


REFUSED = {
    # The application's containers.
    "image": (of_app(image="evil"), "containers[app].image"),
    "image that is left out": (of_app(image=None), "containers[app].image"),
    "image, spelled otherwise": (of_app(Image="evil"), "containers[app]"),
    "command": (of_app(command=["evil"]), "containers[app].command"),
    "variable": (of_app(env=[{"name": "A", "value": "b"}]), "containers[app].env"),
    "mount": (of_app(volumeMounts=[{"name": "istio-token", "mountPath": "/x"}]), "containers[app].volumeMounts"),
    "privileges": (of_app(securityContext={"privileged": True}), "containers[app].securityContext"),
    "field of a newer Kubernetes": (of_app(newer=1), "containers[app].newer"),
    "probe that runs a command": (of_app(readinessProbe=EVIL), "readinessProbe"),
    "probe that runs a command instead": (of_app(readinessProbe={"httpGet": None, **EVIL}), "readinessProbe"),
    "probe of another host": (
        of_app(readinessProbe={"httpGet": {"host": "evil", "path": "/a", "port": 8080}}),
        "readinessProbe",
    ),
    "probe that goes": (of_app(readinessProbe=None), "readinessProbe"),
    "probe that comes": (of_app(livenessProbe={"tcpSocket": {"port": 22}}), "livenessProbe"),
    "hook": (of_app(lifecycle={"preStop": EVIL}), "lifecycle.preStop"),
    "container of the same name": (of_pod(containers=[{"name": "app"}, {"name": "app", "image": "evil"}]), "app"),
    "another container": (of_pod(containers=[{"name": "more", "image": "evil"}]), "containers[more]"),
    "another init container": (of_pod(initContainers=[{"name": "more", "image": "evil"}]), "initContainers[more]"),
    "container in both lists": (of_pod(initContainers=[{"name": "app", "image": "nginx"}]), "initContainers[app]"),
    "ephemeral container": (of_pod(ephemeralContainers=[{"name": "d", "image": "evil"}]), "ephemeralContainers"),
    # Istio's own.
    "proxy's image": (of_proxy(image="evil"), "containers[istio-proxy]"),
    "proxy's hook": (of_proxy(lifecycle={"postStart": EVIL}), "containers[istio-proxy]"),
    "proxy's probe": (of_proxy(livenessProbe=EVIL), "containers[istio-proxy]"),
    "proxy's start": (of_proxy(startupProbe=EVIL), "containers[istio-proxy]"),
    "proxy as root": (of_proxy(securityContext={"runAsUser": 0}), "containers[istio-proxy]"),
    "proxy with privileges": (of_proxy(securityContext={"privileged": True}), "containers[istio-proxy]"),
    "proxy with a variable": (of_proxy(env=[{"name": "X", "value": "1"}]), "containers[istio-proxy]"),
    "proxy that asks others": (of_proxy(env=[{"name": PROBERS, "value": "{}"}]), "containers[istio-proxy]"),
    "proxy that tells a secret": (
        of_proxy(env=[{"name": "ISTIO_META_CLUSTER_ID", "valueFrom": {"secretKeyRef": {"name": "s", "key": "k"}}}]),
        "containers[istio-proxy]",
    ),
    "init container's hook": (
        of_pod(initContainers=[{"name": "istio-init", "image": "auto", "lifecycle": {"postStart": EVIL}}]),
        "initContainers[istio-init]",
    ),
    "init container's image": (of_pod(initContainers=[{"name": "istio-init", "image": "evil"}]), "istio-init"),
    "validation": (of_pod(initContainers=[{"name": "istio-validation", "image": "evil"}]), "istio-validation"),
    # The rest of the Pod.
    "service account": (of_pod(serviceAccountName="admin"), "spec.serviceAccountName"),
    "host's network": (of_pod(hostNetwork=True), "spec.hostNetwork"),
    "volume": (of_pod(volumes=[{"name": "new", "hostPath": {"path": "/"}}]), "volumes"),
    "volume of the injection's name": (
        of_pod(volumes=[{"name": "istio-envoy", "hostPath": {"path": "/"}}]),
        "volumes[istio-envoy]",
    ),
    "token for others": (
        of_pod(
            volumes=[{"name": "istio-token", "projected": {"sources": [{"serviceAccountToken": {"audience": "evil"}}]}}]
        ),
        "volumes[istio-token]",
    ),
    "pull secret": (of_pod(imagePullSecrets=[{"name": "evil"}]), "imagePullSecrets"),
    "kernel parameter": (
        of_pod(securityContext={"sysctls": [{"name": "kernel.x", "value": "1"}]}),
        "securityContext.sysctls",
    ),
    "label that is selected by": (of_metadata(labels={"app": "x"}), "labels[app]"),
    "annotation against injection": (of_metadata(annotations={"sidecar.istio.io/inject": "false"}), "inject"),
    "annotation of another image": (of_metadata(annotations={"sidecar.istio.io/proxyImage": "evil"}), "proxyImage"),
    "annotation of other templates": (of_metadata(annotations={"inject.istio.io/templates": "evil"}), "templates"),
    "annotation of proxy config": (of_metadata(annotations={"proxy.istio.io/config": "{}"}), "config"),
    "overrides": (of_metadata(annotations={OVERRIDES: "{}"}), OVERRIDES),
    # The object around it.
    "name": ({"metadata": {"name": "other"}}, "metadata.name"),
    "namespace": ({"metadata": {"namespace": "kube-system"}}, "metadata.namespace"),
    "label": ({"metadata": {"labels": {"a": "b"}}}, "metadata.labels"),
    "annotation": ({"metadata": {"annotations": {"a": "b"}}}, "metadata.annotations"),
    "another record": ({"metadata": {"annotations": {RECORD: "{}"}}}, "metadata.annotations"),
    "owner": ({"metadata": {"ownerReferences": [{"kind": "Pod", "name": "x", "uid": "y"}]}}, "ownerReferences"),
    "kind": ({"kind": "StatefulSet"}, "kind"),
    "kind that is no workload": ({"kind": "ConfigMap", "apiVersion": "v1"}, "kind"),
    "replicas": ({"spec": {"replicas": 0}}, "spec.replicas"),
    "selector": ({"spec": {"selector": {"matchLabels": {"app": "other"}}}}, "selector"),
    "unknown field": ({"spec": {"newer": True}}, "spec.newer"),
    "field at the top": ({"data": {"a": "b"}}, "data"),
    # Directives of strategic merge patches.
    "all containers replaced": (of_pod(containers=[{"$patch": "replace"}, {"name": "app", "image": "evil"}]), "image"),
    "container deleted": (of_pod(containers=[{"$patch": "delete", "name": "app"}]), "containers[app]"),
    "spec replaced": (of_pod(**{"$patch": "replace", "containers": [{"name": "app", "image": "evil"}]}), "image"),
    "spec deleted": (of_pod(**{"$patch": "delete"}), "containers[app]"),
    "template deleted": ({"spec": {"template": {"$patch": "delete"}}}, ""),
    "object replaced": ({"$patch": "replace", "apiVersion": "apps/v1", "kind": "Deployment"}, ""),
    "object deleted": ({"$patch": "delete"}, ""),
    "keys retained": ({"spec": {"strategy": {"$retainKeys": ["type"], "type": "Recreate"}}}, "spec.strategy"),
    "volume's keys retained": (
        of_pod(volumes=[{"name": "istio-envoy", "$retainKeys": ["name", "hostPath"], "hostPath": {"path": "/"}}]),
        "volumes[istio-envoy]",
    ),
    "primitives deleted": (
        {"metadata": {"$deleteFromPrimitiveList/finalizers": ["a"], "finalizers": ["b"]}},
        "metadata.finalizers",
    ),
}


@pytest.mark.parametrize(("patch", "path"), REFUSED.values(), ids=REFUSED)
@pytest.mark.parametrize("in_list", [False, True], ids=["alone", "in a List"])
def test_what_no_injection_touches_is_refused(patch: Object, path: str, in_list: bool) -> None:
    value = recorded(injected(DEPLOYMENT), patch)
    if in_list:
        value = {"apiVersion": "v1", "kind": "List", "items": [injected(DEPLOYMENT), value]}
    for read in (uninjected, lambda text: injector().inject_text(text).text):
        with pytest.raises(InjectionError) as caught:
            read(yaml.safe_dump(value))
        assert f"annotation {RECORD}" in str(caught.value)
        assert path in str(caught.value)


@pytest.mark.parametrize(
    "patch",
    [
        pytest.param(of_app(readinessProbe={"httpGet": {"port": "http"}}), id="a port's name"),
        pytest.param(of_pod(**{"$setElementOrder/containers": [{"name": "x"}, {"name": "app"}]}), id="order"),
        pytest.param(of_proxy(), id="own proxy"),
        pytest.param(of_metadata(labels={"istio.io/rev": "canary"}), id="a label of the injection's"),
        pytest.param(of_pod(volumes=[{"name": "istio-envoy", "emptyDir": {}}]), id="a volume of the injection's"),
    ],
)
def test_what_an_injection_touches_comes_back(patch: Object) -> None:
    once = recorded(injected(DEPLOYMENT), patch)
    (document,) = split(yaml.safe_dump(once))
    (report,) = uninject_document(document).reports
    assert "restored from its record" in str(report)


def test_a_record_on_another_level_of_a_cron_job_is_not_read() -> None:
    evil = json.dumps({"object": of_app(image="evil")})
    value = copy.deepcopy(CRON_JOB)
    job = value["spec"]["jobTemplate"]
    job["metadata"] = {"annotations": {RECORD: evil}}
    once = injected(value)
    once["spec"]["jobTemplate"]["spec"]["template"]["metadata"]["annotations"][RECORD] = evil
    assert yaml.safe_load(uninjected(yaml.safe_dump(once))) == value


@pytest.mark.parametrize("kind", ["ConfigMap", "Role", "Kustomization"])
def test_a_record_on_what_is_no_workload_does_nothing(kind: str) -> None:
    text = yaml.safe_dump(recorded({**DEPLOYMENT, "apiVersion": "v1", "kind": kind}, {"kind": "Pod"}))
    assert uninjected(text) == injector().inject_text(text).text == text


def test_a_record_without_an_injection_changes_nothing_of_the_pod() -> None:
    value = recorded(DEPLOYMENT, of_pod(volumes=[{"name": "istio-envoy", "emptyDir": {}}]))
    with pytest.raises(InjectionError, match=r"volumes"):
        uninjected(yaml.safe_dump(value))


def with_status(**fields: Any) -> Object:
    """Return a Deployment that only looks injected: a status, and a proxy with what the agent is to ask."""
    value = copy.deepcopy(DEPLOYMENT)
    value["spec"]["template"] = noted(
        POD,
        **{STATUS: dict.fromkeys(("initContainers", "volumes", "imagePullSecrets")) | {"containers": ["istio-proxy"]}},
    )
    containers = value["spec"]["template"]["spec"]["containers"]
    containers[0]["readinessProbe"] = {"httpGet": {"path": "/app-health/app/readyz", "port": 15020}}
    containers.append({"name": "istio-proxy", "image": "istio/proxyv2", **fields})
    return value


@pytest.mark.parametrize(
    "prober",
    [
        {"exec": {"command": ["evil"]}},
        {"httpGet": {"port": 80}, "exec": {"command": ["evil"]}},
        {"httpGet": {"port": {"a": 1}}},
        {"httpGet": {"port": [1], "httpHeaders": "x"}},
        {"httpGet": 5, "tcpSocket": "x"},
        {"grpc": {"port": "x" * 100}},
        5,
    ],
)
@pytest.mark.parametrize(
    "patch", [{}, of_app(readinessProbe={"httpGet": None, **EVIL})], ids=["alone", "with a record"]
)
def test_what_the_agent_is_told_runs_nothing(prober: object, patch: Object) -> None:
    told = json.dumps({"/app-health/app/readyz": prober})
    text = yaml.safe_dump(recorded(with_status(env=[{"name": PROBERS, "value": told}]), patch))
    for read in (uninjected, lambda given: injector().inject_text(given).text):
        try:
            found = read(text)
        except InjectionError:
            continue
        assert "exec" not in json.dumps(yaml.safe_load(found)["spec"]["template"]["spec"]["containers"][0])


@pytest.mark.parametrize(
    "own",
    [
        pytest.param({"image": "evil"}, id="image"),
        pytest.param({"lifecycle": {"postStart": EVIL}}, id="hook"),
        pytest.param({"livenessProbe": EVIL}, id="probe"),
        pytest.param({"securityContext": {"runAsUser": 0}}, id="root"),
        pytest.param({"env": [{"name": PROBERS, "value": "{}"}]}, id="probers"),
        pytest.param({"args": ["evil"]}, id="arguments"),
    ],
)
@pytest.mark.parametrize("field", ["containers", "initContainers"])
def test_overrides_that_the_proxy_does_not_show_are_refused(own: Object, field: str) -> None:
    value = injected(DEPLOYMENT)
    overrides = {field: [{"name": "istio-proxy", **own}]}
    value["spec"]["template"] = noted(value["spec"]["template"], **{OVERRIDES: overrides})
    for read in (uninjected, lambda text: injector().inject_text(text).text):
        with pytest.raises(InjectionError, match=f"annotation {OVERRIDES} is not of this Pod"):
            read(yaml.safe_dump(value))


TEXT = """\
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  annotations:
    note: "a"
spec:
  replicas: 1
  template:
    metadata:
      labels: {app: web}
    spec:
      containers:
      - name: app
        image: nginx
        env: [{name: A, value: "1"}]
"""
LINES = TEXT.splitlines()


def forged(line: int, *was: str, now: int = 1) -> str:
    """Return a text whose record has a memory that would put other lines in the place of some."""
    memory = {"text": [{"line": line, "now": LINES[line - 1 : line - 1 + now], "was": list(was)}]}
    record = json.dumps(json.dumps(memory))
    return TEXT.replace('    note: "a"\n', f'    note: "a"\n    {RECORD}: {record}\n')


EXTRA = ("---", "apiVersion: v1", "kind: ServiceAccount", "metadata: {name: evil}")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(forged(16, LINES[15], *EXTRA), id="another document at the end"),
        pytest.param(forged(16, LINES[15], "...", *EXTRA), id="another document behind the end"),
        pytest.param(forged(16, LINES[15], "---"), id="an empty document"),
        pytest.param(forged(1, *EXTRA, "---", LINES[0]), id="another document before"),
        pytest.param(forged(16, "\n".join((LINES[15], *EXTRA))), id="another document in one line"),
        pytest.param(forged(16, "\u2028".join((LINES[15], *EXTRA))), id="another document by unusual breaks"),
        pytest.param(forged(16, LINES[15], "%YAML 1.1", *EXTRA), id="a directive"),
        pytest.param(forged(15, "        image: evil"), id="another value"),
        pytest.param(forged(15, "        image: nginx", "        command: [evil]"), id="another field"),
        pytest.param(forged(15, "        image: nginx", "        image: evil"), id="a field twice"),
        pytest.param(forged(16, '        env: [{name: A, value: "1"}, {name: B}]'), id="another item"),
        pytest.param(forged(16), id="a field less"),
        pytest.param(forged(16, LINES[15], "      - {name: more, image: evil}"), id="another container"),
        pytest.param(forged(8, "  replicas: true"), id="true for 1"),
        pytest.param(forged(8, "  replicas: 2"), id="another number"),
        pytest.param(forged(6, '    note: "a', "---b", '"'), id="a line that kubectl takes for a separator"),
        pytest.param(forged(6, "    note: a", "    <<: {note: a, b: c}"), id="a merge"),
        pytest.param(forged(16, LINES[15], "items: []"), id="a field at the top"),
        pytest.param(forged(16, LINES[15], "\u0000"), id="a character that YAML does not allow"),
    ],
)
def test_lines_that_mean_something_else_are_left_out(text: str) -> None:
    assert uninjected(text) == TEXT


def test_a_separator_of_kubectl_s_in_a_string_is_left_out() -> None:
    note = "a ---b kind: Evil"
    text = TEXT.replace('note: "a"', f'note: "{note}"')
    memory = {"text": [{"line": 6, "now": [f'    note: "{note}"'], "was": ['    note: "a', '---b kind: Evil"']}]}
    record = json.dumps(json.dumps(memory))
    given = text.replace(f'    note: "{note}"\n', f'    note: "{note}"\n    {RECORD}: {record}\n')
    assert uninjected(given) == text


def test_lines_of_another_item_mean_the_same_too() -> None:
    config = "- apiVersion: v1\n  kind: ConfigMap\n  data: {a: 1, b: null}\n"
    record = json.dumps({"text": [{"line": 6, "now": ["  data: {a: 1, b: null}"], "was": ["  data: {a: true}"]}]})
    deployment = yaml.safe_dump([noted(DEPLOYMENT, **{RECORD: record})])
    given = f"apiVersion: v1\nkind: List\nitems:\n{config}{deployment}"
    assert config in uninjected(given)
