"""Custom resources with Pod templates: one or several in an object, kinds of the user's, and what is passed over."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from kubectl_inject.builtin import builtin_config
from kubectl_inject.errors import InjectionError
from kubectl_inject.injection.injector import Injector
from kubectl_inject.injection.removal.uninjection import uninject_document
from kubectl_inject.injection.selection.decision import Decision, Reason
from kubectl_inject.injection.workload import find_workload, value_at
from kubectl_inject.istio.names import RESTORE
from kubectl_inject.kubernetes.workload_kinds import DEFAULT_KINDS, known_kinds, read_kinds
from kubectl_inject.manifests.stream import split
from kubectl_inject.startup.frozen import replace
from tests.conftest import mesh_config
from tests.injection.looking import variables
from tests.injection.test_workload_kinds import MANIFESTS

JOB_SET = (MANIFESTS / "jobset.yaml").read_text()
GAME = """\
apiVersion: example.com/v1
kind: Game
metadata: {name: chess}
spec:
  boards: # a list without names
    - template:
        spec:
          containers:
            - {name: a, image: a, livenessProbe: {httpGet: {port: web}}, ports: [{name: web, containerPort: 1}]}
    - template:
        spec: {containers: [{name: b, image: b}]}
  unknown: {x: 1}
"""


def injector(*own: str, named: str = "", **settings: Any) -> Injector:
    return Injector(replace(mesh_config(), kinds=read_kinds(own, named)), **settings)


def restored(text: str) -> str:
    return "".join(uninject_document(document).text for document in split(text, "x"))


def templates_of(value: dict[str, Any]) -> list[dict[str, Any]]:
    workload = find_workload(value, kinds=read_kinds((), value["kind"]))
    assert workload is not None
    return [each.pod for each in workload.each]


def test_every_known_kind_has_an_example() -> None:
    values = [value for path in MANIFESTS.glob("*.yaml") for value in yaml.safe_load_all(path.read_text())]
    examples = {(value["apiVersion"].rpartition("/")[0], value["kind"]) for value in values}
    assert {(row.group, row.kind) for row in known_kinds()} <= examples


@pytest.mark.parametrize("path", sorted(MANIFESTS.glob("*.yaml")), ids=lambda path: path.stem)
def test_there_and_back(path: Path) -> None:
    text = path.read_text()
    once = injector().inject_text(text).text
    assert restored(once) == text
    assert injector().inject_text(once).text == once
    assert all(item.finding is None for item in injector().check_documents(split(once, "x")))


@pytest.mark.parametrize(
    ("manifest", "names"),
    [
        ("argo-rollout", ["checkout/v1alpha1/rollouts"]),
        ("kruise-cloneset", ["search/apps.kruise.io/v1alpha1/clonesets"]),
        ("kruise-statefulset", ["search/apps.kruise.io/v1beta1/statefulsets"]),
        ("kruise-jobs", ["warm/apps.kruise.io/v1alpha1/broadcastjobs"]),
        ("keda-scaledjob", ["thumbnails/batch/v1/jobs"]),
        ("kubeflow", ["train-chief-0/v1/pods", "train-ps-0/v1/pods", "train-worker-0/v1/pods"]),
        ("jobset", ["simulate-driver-0/batch/v1/jobs", "simulate-workers-0/batch/v1/jobs"]),
        ("leaderworkerset", ["serve/apps/v1/statefulsets", "serve-0/apps/v1/statefulsets"]),
        ("knative", ["hello-00001-deployment/apps/v1/deployments"]),
        ("podtemplate", ["base/v1/podtemplates"]),
        ("agones", ["arena/v1/pods"]),
    ],
)
def test_the_names_that_the_webhook_would_give(manifest: str, names: list[str]) -> None:
    value = next(yaml.safe_load_all((MANIFESTS / f"{manifest}.yaml").read_text()))
    for pod in templates_of(value):
        pod["spec"]["containers"][0].setdefault("name", "user-container")
    namespace = value["metadata"]["namespace"]
    config = replace(builtin_config("1.31"), kinds=read_kinds((), f"known,{value['kind']}"))
    given = [variables(pod) for pod in templates_of(Injector(config).inject_object(value).object)]
    expected = [name.partition("/")[::2] for name in names]
    assert [each["ISTIO_META_WORKLOAD_NAME"] for each in given] == [name for name, _ in expected]
    assert [each["ISTIO_META_OWNER"] for each in given] == [
        f"kubernetes://apis/{version}/namespaces/{namespace}/{kinds}/{name}"
        for name, (version, _, kinds) in ((name, rest.rpartition("/")) for name, rest in expected)
    ]


@pytest.mark.parametrize(
    ("refusing", "injected"), [((0,), [False, True]), ((1,), [True, False]), ((0, 1), [False, False])]
)
def test_each_template_is_decided_on(refusing: tuple[int, ...], injected: list[bool]) -> None:
    value = yaml.safe_load(JOB_SET)
    for place in refusing:
        template = value["spec"]["replicatedJobs"][place]["template"]["spec"]["template"]
        template["metadata"] = {"labels": {"sidecar.istio.io/inject": "false"}}
    result = injector().inject_object(value)
    assert [report.injected for report in result.report] == injected
    assert [report.title for report in result.report] == [
        f"JobSet ml/simulate at spec.replicatedJobs[{place}].template.spec.template" for place in range(2)
    ]
    text = yaml.safe_dump(value, sort_keys=False)
    assert restored(injector().inject_text(text).text) == text


def test_a_template_that_refuses_later_keeps_its_injection() -> None:
    once = injector().inject_text(JOB_SET).text
    refusing = once.replace("labels:\n", 'labels:\n                sidecar.istio.io/inject: "false"\n', 1)
    assert refusing != once
    checked = injector().check_documents(split(refusing, "x"))
    assert [item.finding.name if item.finding else "" for item in checked] == ["INJECTED", ""]
    assert injector().inject_text(refusing).text == refusing


def test_only_a_changed_template_is_injected_anew() -> None:
    once = injector(records=False).inject_text(JOB_SET).text
    changed = once.replace("registry.example.com/worker:1", "registry.example.com/worker:2")
    checked = injector(records=False).check_documents(split(changed, "x"))
    assert [item.finding for item in checked] == [None, None]
    lost = once.replace("- name: istio-init\n", "- name: other\n", 1)
    checked = injector(records=False).check_documents(split(lost, "x"))
    assert [item.finding is None for item in checked] == [False, True]


def test_one_record_restores_all_templates() -> None:
    value = yaml.safe_load(GAME)
    kinds = "Game.example.com=spec.boards[*].template"
    once = injector(kinds).inject_text(GAME)
    assert [report.injected for report in once.report] == [True, True]
    assert once.text.count(RESTORE) == 1
    assert "# a list without names\n" in once.text
    # Without the flag too: it is found again by its status.
    assert restored(once.text) == GAME
    assert yaml.safe_load(restored(once.text)) == value


def test_a_record_may_not_change_what_is_around_the_templates() -> None:
    once = injector("Game.example.com=spec.boards[*].template").inject_object(yaml.safe_load(GAME)).object
    once["metadata"]["annotations"] = {RESTORE: '{"object":{"spec":{"unknown":{"x":2}}}}'}
    with pytest.raises(InjectionError, match=r"would change spec.unknown"):
        restored(yaml.safe_dump(once))


@pytest.mark.parametrize(
    ("text", "kinds", "reason", "source"),
    [
        (
            (MANIFESTS / "keda-scaledjob.yaml").read_text(),
            "builtin",
            Reason.KIND_NOT_NAMED,
            "builtin,ScaledJob.keda.sh",
        ),
        (
            (MANIFESTS / "argo-workflow.yaml").read_text().partition("---")[0],
            "",
            Reason.NO_POD_TEMPLATE,
            "Argo Workflows",
        ),
        (
            "apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nspec: {workloadRef: {kind: Deployment, name: web}}\n",
            "",
            Reason.NO_POD_TEMPLATE,
            "workloadRef: Deployment/web",
        ),
        (
            (MANIFESTS / "knative.yaml").read_text().partition("---")[0],
            "",
            Reason.UNFIT_KIND,
            "Knative refuses",
        ),
        ("apiVersion: keda.sh/v1alpha1\nkind: ScaledJob\n", "", Reason.NO_POD_TEMPLATE, "spec.jobTargetRef.template"),
    ],
)
def test_what_is_passed_over_is_reported(text: str, kinds: str, reason: Reason, source: str) -> None:
    result = injector(named=kinds).inject_text(text)
    assert result.text == text
    (report,) = result.report
    assert report.decision.reason is reason
    assert source in report.decision.source
    (explanation,) = injector(named=kinds).explain_documents(split(text, "x"))
    assert explanation.to_plain()["reason"] == reason.name


@pytest.mark.parametrize("path", sorted(MANIFESTS.glob("*.yaml")), ids=lambda path: path.stem)
def test_what_lacks_a_required_field_is_taken_for_a_patch(path: Path) -> None:
    for value in yaml.safe_load_all(path.read_text()):
        row = DEFAULT_KINDS.find(value["apiVersion"], value["kind"])
        if row is None or not row.required or find_workload(value) is None:
            continue
        patch = without_field(value, row.required)
        result = injector().inject_object(patch)
        (report,) = result.report
        assert (result.object, report.decision.reason) == (patch, Reason.TAKEN_FOR_PATCH)


def without_field(value: Any, path: str) -> Any:
    """Return an object without a field, in the first item where the path goes through a list."""
    step, _, rest = path.partition(".")
    if step.endswith("[*]"):
        name = step.removesuffix("[*]")
        return {**value, name: [without_field(value[name][0], rest), *value[name][1:]]}
    if not rest:
        return {name: item for name, item in value.items() if name != step}
    return {**value, step: without_field(value[step], rest)}


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "{apiVersion: argoproj.io/v1alpha1, kind: Rollout, spec: {template: {spec: {containers: [{name: a}]}}}}",
            "no spec.selector, which Argo Rollouts requires",
        ),
        (
            JOB_SET.replace("- name: driver\n      template", "- template"),
            "no spec.replicatedJobs[0].name, which JobSet requires",
        ),
        (
            "{apiVersion: agones.dev/v1, kind: Fleet, spec: {template: {spec: {template: {metadata: {labels: {}}}}}}}",
            "no spec.template.spec.template.spec, which Agones requires",
        ),
        (
            "{apiVersion: kubeflow.org/v1, kind: TFJob, spec: {tfReplicaSpecs: {Worker: {template: {spec: {}}}}}}",
            "no spec.tfReplicaSpecs.Worker.template.spec.containers, which Kubeflow requires",
        ),
        (
            "{apiVersion: v1, kind: PodTemplate, template: {spec: {nodeName: a}}}",
            "no template.spec.containers, which Kubernetes requires",
        ),
    ],
)
def test_what_a_patch_lacks_is_named(text: str, source: str) -> None:
    text += "\n"
    result = injector().inject_text(text)
    (report,) = result.report
    assert (result.text, report.decision) == (text, Decision(False, Reason.TAKEN_FOR_PATCH, source))


@pytest.mark.parametrize(
    ("own", "value"),
    [
        ((), {"apiVersion": "apps/v1", "kind": "Deployment", "spec": {"template": {"spec": {}}}}),
        (
            ("Game.example.com=spec.game",),
            {"apiVersion": "example.com/v1", "kind": "Game", "spec": {"game": {"spec": {}}}},
        ),
    ],
)
def test_kinds_of_istioctl_and_of_the_user_have_no_such_rule(own: tuple[str, ...], value: dict[str, Any]) -> None:
    assert [report.injected for report in injector(*own).inject_object(value).report] == [True]


def test_a_kind_that_nobody_named_is_warned_of_with_the_line_that_includes_it() -> None:
    result = injector().inject_text(GAME)
    assert (result.text, result.report.workloads) == (GAME, ())
    (warned,) = result.report.passed_over
    assert "--workload-kind 'Game.example.com=spec.boards[*].template'" in str(warned)
    assert injector("Game.example.com=spec.boards[*].template").inject_text(GAME).report.passed_over == ()


@pytest.mark.parametrize(
    "text",
    [
        "apiVersion: example.com/v1\nkind: Game\nspec: {template: {spec: {containers: []}}}\n",
        "apiVersion: example.com/v1\nkind: Game\nspec: {template: {spec: {containers: [\n",  # no YAML
        "apiVersion: v1\nkind: ConfigMap\ndata: {a: containers}\n",
    ],
)
def test_what_has_nothing_to_do_with_pods_is_not(text: str) -> None:
    result = injector().inject_text(text + "---\napiVersion: v1\nkind: ConfigMap\n")
    assert (result.text, len(result.report)) == (text + "---\napiVersion: v1\nkind: ConfigMap\n", 0)
    assert result.report.passed_over == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{apiVersion: keda.sh/v1, kind: ScaledJob, spec: []}", "spec: expected a mapping, found a list"),
        (
            "{apiVersion: jobset.x-k8s.io/v1, kind: JobSet, spec: {replicatedJobs: 3}}",
            "spec.replicatedJobs: expected a list or a mapping",
        ),
        (
            "{apiVersion: agones.dev/v1, kind: GameServer, spec: {template: {spec: {containers: x}}}}",
            "spec.template.spec.containers: expected a list",
        ),
    ],
)
def test_a_field_of_the_wrong_type(text: str, message: str) -> None:
    with pytest.raises(InjectionError, match=message):
        injector().inject_text(text)


@pytest.mark.parametrize(
    ("claims", "claimed"),
    [([{"metadata": {"name": "index"}}], {"index"}), ("x", set()), ([1, {}], {""}), (None, set())],
)
def test_volumes_that_an_advanced_statefulset_claims(claims: object, claimed: set[str]) -> None:
    value = yaml.safe_load((MANIFESTS / "kruise-statefulset.yaml").read_text())
    value["spec"]["volumeClaimTemplates"] = claims
    workload = find_workload(value)
    assert workload is not None
    assert workload.claimed_volumes == claimed


def test_fields_that_nobody_knows_stay() -> None:
    value = yaml.safe_load((MANIFESTS / "knative.yaml").read_text().partition("---")[0])
    injected = injector(named="Service").inject_object(value).object
    assert value_at(injected, ("spec", "template", "spec", "containerConcurrency")) == 5
    assert injected["spec"]["traffic"] == value["spec"]["traffic"]
