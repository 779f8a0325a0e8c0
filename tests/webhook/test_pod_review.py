"""Answers to AdmissionReviews: what the API server would make of each Pod."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from kubectl_inject.injection.selection.namespaces import NamespaceMetadata, Namespaces
from kubectl_inject.webhook.review.admission_review import ReviewError
from kubectl_inject.webhook.review.pod_review import PodReviewer, Verdict
from tests.conftest import injected, mesh_config, pod, small_config
from tests.webhook.reviews import UID, Object, operations_in, patched, response_in, review_of

APP = {"name": "app", "image": "nginx"}
SIDECAR_AND_DATA = """
metadata:
  labels:
    added: "yes"
spec:
  serviceAccountName: '{{ .ObjectMeta.Namespace }}/{{ .DeploymentMeta.Name }}'
  containers:
  - name: istio-proxy
    image: {{ .ProxyImage }}
  volumes:
  - name: data
"""


def answer_for(value: Any, path: str = "/inject", reviewer: PodReviewer | None = None, **request: Any) -> bytes:
    return (reviewer or PodReviewer(small_config())).review(review_of(value, **request), path).answer


STATES: list[Any] = [
    pytest.param({"apiVersion": "v1", "kind": "Pod", "metadata": {}, "spec": {"containers": [APP]}}, id="no maps"),
    pytest.param({"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [APP]}}, id="no metadata"),
    pytest.param({"apiVersion": "v1", "kind": "Pod", "metadata": None, "spec": {"containers": [APP]}}, id="null"),
    pytest.param({"apiVersion": "v1", "kind": "Pod", "metadata": {}}, id="no spec"),
    pytest.param(
        pod({"containers": [APP], "initContainers": None, "volumes": []}, labels=None, annotations={}), id="empty"
    ),
    pytest.param(pod({"containers": [APP], "volumes": [{"name": "own"}]}, labels={"a": "b"}), id="filled"),
    pytest.param(pod({"containers": [APP, {"name": "istio-proxy", "image": "auto"}]}), id="own proxy"),
    pytest.param(pod({"containers": [{"name": "a/b~c", "image": "x"}]}, annotations={"x/y~z": "1"}), id="escapes"),
]


def test_hooks_are_pods_like_others_as_they_are_to_istio_s_injector() -> None:
    hook = pod({"containers": [APP]}, annotations={"helm.sh/hook": "test"})
    made = patched(hook, answer_for(hook, reviewer=PodReviewer(mesh_config(native_sidecars=False))))
    assert [container["name"] for container in made["spec"]["containers"]] == ["app", "istio-proxy"]


@pytest.mark.parametrize("given", STATES)
@pytest.mark.parametrize("native", [True, False], ids=["native", "beside"])
def test_the_patch_makes_what_the_command_makes(given: Object, native: bool) -> None:
    config = mesh_config(native_sidecars=native)
    expected = injected({**given, "metadata": {**(given.get("metadata") or {}), "namespace": "shop"}}, config)
    expected["metadata"].pop("namespace")
    made = patched(given, answer_for(given, reviewer=PodReviewer(config)))
    for value in (expected, made):
        value["metadata"]["annotations"].pop("kubectl-inject/restore", None)
    assert made == expected


def test_the_patch_is_minimal() -> None:
    given = pod({"containers": [APP], "volumes": [{"name": "own"}]}, namespace="shop", labels={"app": "web"})
    operations = operations_in(answer_for(given, reviewer=PodReviewer(small_config(SIDECAR_AND_DATA))))
    assert sorted(operation["path"] for operation in operations if operation["op"] == "add") == [
        "/metadata/annotations",
        "/metadata/labels/added",
        "/spec/containers/1",
        "/spec/serviceAccountName",
        "/spec/volumes/0",
    ]
    assert len(operations) == 5


def test_a_second_injection_changes_nothing() -> None:
    reviewer = PodReviewer(mesh_config())
    once = patched(pod(labels={"app": "web"}), answer_for(pod(labels={"app": "web"}), reviewer=reviewer))
    assert operations_in(answer_for(once, reviewer=reviewer)) == []


def test_the_namespace_is_that_of_the_request_and_the_name_that_of_the_owner() -> None:
    owner = {"apiVersion": "apps/v1", "kind": "ReplicaSet", "name": "web-5d4", "controller": True, "uid": "1"}
    metadata = {"generateName": "web-5d4-", "labels": {"pod-template-hash": "5d4"}, "ownerReferences": [owner]}
    given = {"apiVersion": "v1", "kind": "Pod", "metadata": metadata, "spec": {"containers": [APP]}}
    reviewed = PodReviewer(small_config(SIDECAR_AND_DATA)).review(review_of(given), "/inject")
    made = patched(given, reviewed.answer)
    assert made["spec"]["serviceAccountName"] == "shop/web"
    assert "namespace" not in made["metadata"]
    assert (reviewed.outcome.subject, reviewed.outcome.owner) == ("Pod shop/web-5d4-", "Deployment/web")


@pytest.mark.parametrize(
    ("given", "request_", "reason"),
    [
        pytest.param(pod({"hostNetwork": True}), {}, "the Pod uses the host's network", id="host network"),
        pytest.param(
            pod(labels={"sidecar.istio.io/inject": "false"}),
            {},
            "the Pod's label disables injection",
            id="refused by label",
        ),
        pytest.param(
            pod(), {"namespace": "kube-system"}, "the namespace is one that Istio never injects", id="ignored namespace"
        ),
        pytest.param({"kind": "Scale"}, {"subResource": "eviction"}, "nothing is created", id="subresource"),
        pytest.param(pod(), {"operation": "UPDATE"}, "nothing is created", id="update"),
        pytest.param(None, {"operation": "DELETE"}, "nothing is created", id="delete"),
    ],
)
def test_what_must_not_be_injected_is_allowed_unchanged(given: Object, request_: Object, reason: str) -> None:
    reviewed = PodReviewer(small_config()).review(review_of(given, **request_), "/inject")
    assert operations_in(reviewed.answer) == []
    assert (reviewed.outcome.verdict, reviewed.outcome.reason) == (Verdict.SKIPPED, reason)


def test_labels_of_namespaces_decide_nothing() -> None:
    config = small_config(automatic=True, revision="canary")
    namespaces = Namespaces({"shop": NamespaceMetadata({"istio-injection": "disabled"})})
    assert operations_in(answer_for(pod(), reviewer=PodReviewer(config, namespaces)))


def test_annotations_of_namespaces_count_on_openshift() -> None:
    config = small_config("spec: {securityContext: {runAsUser: {{ .ProxyUID }}}}", platform="openshift")
    namespaces = Namespaces({"shop": NamespaceMetadata({}, {"openshift.io/sa.scc.uid-range": "1000/10"})})
    made = patched(pod(), answer_for(pod(), reviewer=PodReviewer(config, namespaces)))
    assert made["spec"]["securityContext"] == {"runAsUser": 1009}


@pytest.mark.parametrize(
    ("given", "message"),
    [
        pytest.param(
            pod(annotations={"status.sidecar.istio.io/port": "x"}),
            "Pod shop/web: invalid value 'x' for annotation 'status.sidecar.istio.io/port': ",
            id="annotation",
        ),
        pytest.param(pod({"containers": "x"}), "spec.containers: expected a list, found the string 'x'", id="type"),
        pytest.param(
            pod({"activeDeadlineSeconds": "${N}"}), "spec.activeDeadlineSeconds: expected a whole", id="placeholder"
        ),
        pytest.param(
            {"apiVersion": "apps/v1", "kind": "Deployment"},
            "request.object: expected a Pod of version v1, found the string 'apps/v1' the string 'Deployment'",
            id="kind",
        ),
        pytest.param([1], "request.object: expected a Pod of version v1, found a list", id="no object"),
        pytest.param({"apiVersion": "v1", "kind": "Pod", "metadata": 1}, "metadata: expected", id="metadata"),
        pytest.param(
            pod(annotations={"inject.istio.io/templates": ",".join(["sidecar"] * 101)}),
            "annotation inject.istio.io/templates: 101 templates, the limit is 100",
            id="too many templates",
        ),
    ],
)
def test_what_cannot_be_injected_is_refused_with_the_reason(given: Any, message: str) -> None:
    reviewed = PodReviewer(small_config()).review(review_of(given), "/inject")
    response = response_in(reviewed.answer)
    assert (response["allowed"], response["status"]["code"]) == (False, 400)
    assert message in response["status"]["message"]
    assert reviewed.outcome.verdict is Verdict.REFUSED
    assert message in reviewed.outcome.details
    assert message not in reviewed.outcome.reason


def test_a_message_is_shown_no_longer_than_anybody_reads_it() -> None:
    given = pod(annotations={"status.sidecar.istio.io/port": "x" * 10_000})
    message = response_in(answer_for(given))["status"]["message"]
    assert len(message) < 4000
    assert "characters left out" in message
    assert message.endswith("expected a number from 0 to 65535")


def test_a_review_is_answered_in_its_own_version() -> None:
    for version in ("v1", "v1beta1"):
        answer = json.loads(answer_for(pod(), version=version))
        assert answer["apiVersion"] == f"admission.k8s.io/{version}"
        assert answer["response"]["uid"] == UID


def test_a_dry_run_is_answered_alike() -> None:
    reviewer = PodReviewer(small_config())
    dry, wet = (reviewer.review(review_of(pod(), dryRun=dry), "/inject") for dry in (True, False))
    assert dry.answer == wet.answer
    assert (dry.outcome.dry_run, wet.outcome.dry_run) == (True, False)


@pytest.mark.parametrize(
    ("path", "values", "labels", "variables", "network"),
    [
        ("/inject", {}, {}, {}, None),
        ("/inject/cluster/east/net/n1", {}, {}, {"ISTIO_META_CLUSTER_ID": "east", "ISTIO_META_NETWORK": "n1"}, "n1"),
        (
            "/inject/cluster/east",
            {"global": {"network": "n0", "multiCluster": {"clusterName": "west"}}},
            {},
            {"ISTIO_META_CLUSTER_ID": "east", "ISTIO_META_NETWORK": "n0"},
            "n0",
        ),
        ("/inject/net/n1", {}, {"topology.istio.io/network": "own"}, {"ISTIO_META_NETWORK": "own"}, "own"),
        ("/inject/:ENV:zone=z:ENV:empty=", {}, {}, {"EMPTY": None, "ZONE": "z"}, None),
        ("/inject/net//x/y", {}, {}, {"ISTIO_META_NETWORK": None, "X": "y"}, ""),
    ],
)
def test_the_path_names_cluster_and_network(
    path: str, values: Object, labels: Object, variables: dict[str, str | None], network: str | None
) -> None:
    base = {"global": {"hub": "hub", "tag": "1.0", **values.get("global", {})}}
    given = pod(labels=labels)
    made = patched(given, answer_for(given, path, PodReviewer(small_config(values=base))))
    proxy = made["spec"]["initContainers"][0]
    assert {item["name"]: item.get("value") for item in proxy.get("env", [])} == variables
    assert made["metadata"]["labels"].get("topology.istio.io/network") == network


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (b"", "expected JSON: Expecting value at line 1, column 1"),
        (b"\xff", "expected JSON in UTF-8; byte 0 is none"),
        (b"{", "expected JSON: Expecting property name enclosed in double quotes at line 1, column 2"),
        (b"[1, NaN]", "expected JSON: NaN is no number in JSON"),
        (b"[" * 100_000, "expected JSON of an AdmissionReview: mappings and lists nest too deep"),
        (b"[]", "expected an AdmissionReview, found a list"),
        (
            b'{"kind": "Pod", "apiVersion": "v1"}',
            "expected kind AdmissionReview and apiVersion admission.k8s.io/v1 or admission.k8s.io/v1beta1",
        ),
        (b'{"kind": "AdmissionReview", "apiVersion": "admission.k8s.io/v1"}', "request: expected a mapping, found"),
        (review_of(pod(), uid=None), "request.uid: expected a string that is not empty"),
        (review_of(pod(), uid=1), "request.uid: expected a string, found the number 1"),
        (review_of(pod(), namespace=[]), "request.namespace: expected a string, found a list"),
    ],
)
def test_what_is_no_review(body: bytes, message: str) -> None:
    with pytest.raises(ReviewError) as raised:
        PodReviewer(small_config()).review(body, "/inject")
    assert str(raised.value).startswith(message)


@pytest.mark.parametrize(("depth", "allowed"), [(150, True), (250, False), (900, False)])
def test_an_object_that_nests_too_deep_is_refused(depth: int, allowed: bool) -> None:
    deep: Any = {}
    for _ in range(depth):
        deep = {"x": deep}
    try:
        reviewed = PodReviewer(small_config()).review(review_of(pod({"containers": [APP], "unknown": deep})), "/inject")
    except ReviewError:
        assert not allowed
    else:
        response = response_in(reviewed.answer)
        assert response["allowed"] is allowed
        assert allowed or "nest deeper than the limit of 200" in response["status"]["message"]


def test_more_containers_than_any_node_runs_are_refused_at_once() -> None:
    containers = [{"name": f"c{number}", "image": "a"} for number in range(999)]
    reviewer = PodReviewer(small_config())
    allowed = pod({"containers": containers, "initContainers": [{"name": "i", "image": "a"}]})
    assert response_in(reviewer.review(review_of(allowed), "/inject").answer)["allowed"]
    for extra in ("containers", "initContainers"):
        many = pod({"containers": containers, extra: containers * 20})
        response = response_in(reviewer.review(review_of(many), "/inject").answer)
        assert response["allowed"] is False
        assert re.search(r"spec: (19980|20979) containers, the limit is 1000$", response["status"]["message"])


def test_warnings_are_not_without_end() -> None:
    mounts = [{"name": f"v{number}", "mountPath": f"/{number}"} for number in range(5000)]
    found = PodReviewer(small_config()).review(
        review_of(pod({"containers": [{"name": "a", "image": "a", "volumeMounts": mounts}]})), "/inject"
    )
    warnings = response_in(found.answer)["warnings"]
    assert len(warnings) == 21
    assert warnings[-1] == "4980 other warnings are left out"


def test_a_mistake_is_warned_of_with_its_cure() -> None:
    given = pod({"containers": [{**APP, "securityContext": {"runAsUser": 1337}}]})
    namespaces = Namespaces({"shop": NamespaceMetadata({"istio-injection": "disabled"})})
    reviewed = PodReviewer(small_config(native_sidecars=False), namespaces).review(review_of(given), "/inject")
    (warning,) = response_in(reviewed.answer)["warnings"]
    assert warning.endswith("which are 1337 by default [user-1337]")
    ignoring = PodReviewer(small_config(native_sidecars=False), namespaces, ["user-1337"])
    answer = ignoring.review(review_of(given), "/inject").answer
    assert "warnings" not in response_in(answer)
    assert response_in(answer)["patch"] == response_in(reviewed.answer)["patch"]
