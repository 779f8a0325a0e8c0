"""Documents that are no workloads: which of them deserve a warning."""

from __future__ import annotations

import json
from typing import Any

import pytest

from kubectl_inject.injection.injector import Injector
from kubectl_inject.injection.reports.warnings.documents import document_warnings, find_pod_template
from kubectl_inject.injection.reports.warnings.warning import Warned
from kubectl_inject.manifests.stream import split
from tests.conftest import POD, small_config

TEMPLATE = {"spec": {"containers": [{"name": "app", "image": "nginx"}]}}
THING = """\
apiVersion: harbours.example.org/v1
kind: Thing
metadata:
  name: orders
spec:
  template:
    spec:
      containers: [{name: app, image: nginx}]
"""
KUSTOMIZATION = "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [a.yaml]\n"
VALUES = "replicaCount: 2\nimage: {repository: nginx}\nservice: {port: 80}\n"
SERVICE = "apiVersion: v1\nkind: Service\nmetadata:\n  name: {{ .Release.Name }}-web\n"


def found(text: str, source: str = "app.yaml") -> list[tuple[str, str, str]]:
    """Return code, title and place of each warning of a text; injection and the other commands find the same."""
    injector = Injector(small_config())
    report = injector.inject_text(text + "---\n" + POD if not text.startswith("{") else text, source).report
    assert report.passed_over == tuple(document_warnings(split(text, source)))
    return [(each.warning.code, each.title, each.warning.where) for each in report.passed_over]


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        pytest.param(THING, "", (Warned.UNKNOWN_KIND, "Thing orders", "spec.template"), id="unknown kind"),
        pytest.param(
            json.dumps({"apiVersion": "x/v1", "kind": "Thing", "spec": {"sets": [{"podTemplate": TEMPLATE}]}}),
            "",
            (Warned.UNKNOWN_KIND, "Thing", "spec.sets[0].podTemplate"),
            id="in JSON, in a list, without a name",
        ),
        pytest.param(
            THING.replace("harbours.example.org/v1", "apps.example.org/v1").replace("Thing", "StatefulSet"),
            "",
            (Warned.UNKNOWN_KIND, "StatefulSet orders", "spec.template"),
            id="a known kind of another group",
        ),
        pytest.param(
            "apiVersion: v1\nkind: List\nitems:\n- " + THING.replace("\n", "\n  ").rstrip() + "\n",
            "",
            (Warned.UNKNOWN_KIND, "Thing orders", "spec.template"),
            id="in a List",
        ),
        pytest.param(KUSTOMIZATION, "", (Warned.KUSTOMIZATION, "Kustomization", ""), id="kustomization"),
        pytest.param(
            "resources: [a.yaml]\n", "base/kustomization.yaml", (Warned.KUSTOMIZATION, "", ""), id="by the file's name"
        ),
        pytest.param(
            "kind: Kustomization\nresources: [a]\n",
            "",
            (Warned.KUSTOMIZATION, "Kustomization", ""),
            id="without a version",
        ),
        pytest.param("resources: [a]\nnamePrefix: b\n", "", (Warned.KUSTOMIZATION, "", ""), id="by its fields"),
        pytest.param(VALUES, "", (Warned.HELM_VALUES, "", ""), id="values by what they are"),
        pytest.param("a: 1\n", "chart/values-prod.yaml", (Warned.HELM_VALUES, "", ""), id="values by the file's name"),
        pytest.param(
            "apiVersion: v2\nname: web\nversion: 1.0.0\n",
            "web/Chart.yaml",
            (Warned.HELM_VALUES, "", ""),
            id="Chart.yaml",
        ),
        pytest.param(SERVICE, "", (Warned.HELM_TEMPLATE, "", ""), id="template that is not YAML"),
        pytest.param(
            SERVICE.replace("{{ .Release.Name }}-web", "'{{ .Release.Name }}-web'"),
            "",
            (Warned.HELM_TEMPLATE, "Service {{ .Release.Name }}-web", ""),
            id="template that is YAML",
        ),
    ],
)
def test_found(text: str, source: str, expected: tuple[str, str, str]) -> None:
    assert found(text, source or "app.yaml") == [expected]


@pytest.mark.parametrize(
    ("api_version", "kind", "cure"),
    [
        ("apps/v2", "Deployment", "found apps/v2 Deployment; did you mean apps/v1 Deployment?"),
        ("v1", "CronJob", "found v1 CronJob; did you mean batch/v1 CronJob?"),
        ("apps/v1", "Deploymnt", "found apps/v1 Deploymnt; did you mean apps/v1 Deployment?"),
        ("apps/v1", "statefulset", "found apps/v1 statefulset; did you mean apps/v1 StatefulSet?"),
        ("template.openshift.io/v1", "Template", "inject what it makes: oc process --local -f FILE | "),
        ("apps/v1", "Thing", "have it injected by --workload-kind 'Thing.apps=spec.template', or "),
        ("x.example.org/v1", "Deploymnt", "have it injected by --workload-kind 'Deploymnt.x.example.org=spec."),
    ],
)
def test_the_cure_is_that_of_the_kind(api_version: str, kind: str, cure: str) -> None:
    text = THING.replace("harbours.example.org/v1", api_version).replace("Thing", kind)
    (warning,) = document_warnings(split(text))
    assert warning.warning.cure.startswith(cure)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("apiVersion: v1\nkind: ConfigMap\ndata: {containers: a}\n", id="no template"),
        pytest.param(
            "apiVersion: v1\nkind: ConfigMap\ndata:\n  a: |\n    kind: Kustomization  # kustomize.config.k8s.io/v1\n",
            id="text in a ConfigMap",
        ),
        pytest.param("apiVersion: v1\nkind: ConfigMap\ndata: {a: '{{ .Values.b }}'}\n", id="template in a ConfigMap"),
        pytest.param(
            "apiVersion: m/v1\nkind: PrometheusRule\nmetadata: {name: a}\nspec: {a: '{{ $labels.b }}: containers'}\n",
            id="template of another tool",
        ),
        pytest.param(
            KUSTOMIZATION.replace("kustomize.config.k8s.io/v1beta1", "kustomize.toolkit.fluxcd.io/v1"), id="Flux's"
        ),
        pytest.param(
            "apiVersion: x/v1\nkind: Thing\nspec:\n  template:\n    metadata:\n      labels:\n"
            '        sidecar.istio.io/inject: "false"\n    spec:\n      containers: [{name: a}]\n',
            id="a template that refuses",
        ),
        pytest.param(
            THING.replace("metadata:\n", "metadata:\n  annotations: {kubectl-inject/ignore: unknown-kind}\n"),
            id="ignored by an annotation",
        ),
        pytest.param(
            "apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: a}\n"
            f"spec: {json.dumps({'values': {'template': TEMPLATE}})}\n",
            id="values of a HelmRelease",
        ),
        pytest.param(
            "apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: a}\n"
            f"spec: {json.dumps({'source': {'helm': {'valuesObject': {'template': TEMPLATE}}}})}\n",
            id="values of an Application",
        ),
        pytest.param("apiVersion: x/v1\nkind: Thing\nspec: {containers: [nginx]}\n", id="containers of another kind"),
        pytest.param(
            json.dumps({"apiVersion": "batch/v1", "kind": "Job", "spec": {"template": TEMPLATE}}),
            id="a workload in JSON",
        ),
        pytest.param("a: 1\nimage: b\n", id="any mapping"),
        pytest.param("", id="nothing"),
    ],
)
def test_not_found(text: str) -> None:
    assert found(text) == []


def test_a_document_that_cannot_be_read_is_left_as_it_is() -> None:
    text = "apiVersion: x/v1\nkind: Thing\nspec: {containers: [}\n---\n" + POD
    result = Injector(small_config()).inject_text(text)
    assert (result.text.startswith(text[:50]), result.report.passed_over) == (True, ())


def nested(depth: int) -> dict[str, Any]:
    value: dict[str, Any] = {"template": TEMPLATE}
    for _ in range(depth):
        value = {"a": value}
    return {"apiVersion": "x/v1", "kind": "Thing", "spec": value}


def test_the_search_is_bounded() -> None:
    assert find_pod_template(nested(3)) == "spec.a.a.a.template"
    assert find_pod_template(nested(50)) is None
    wide = {"spec": {"first": [{"a": {}} for _ in range(100_000)], "template": TEMPLATE}}
    assert find_pod_template(wide) in (None, "spec.template")


def test_passed_over_by_an_object() -> None:
    thing = {"apiVersion": "x/v1", "kind": "Thing", "metadata": {"name": "a"}, "spec": {"template": TEMPLATE}}
    result = Injector(small_config()).inject_object(thing)
    assert result.object is thing
    assert [(each.title, each.warning.code) for each in result.report.passed_over] == [("Thing a", Warned.UNKNOWN_KIND)]
    ignoring = Injector(small_config(), ignored=[Warned.UNKNOWN_KIND]).inject_object(thing)
    assert ignoring.report.passed_over == ()


def test_the_error_of_a_chart_s_template_names_the_cure() -> None:
    deployment = "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: {{ .Release.Name }}-web\n"
    with pytest.raises(Exception, match=r"app\.yaml:4:.*template of a Helm chart: render it first, by helm template"):
        Injector(small_config()).inject_text(deployment, "app.yaml")
    quoted = "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec: {replicas: '{{ .Values.replicas }}'}\n"
    with pytest.raises(Exception, match=r"spec\.replicas: expected .*: render it first, by helm template\Z"):
        Injector(small_config()).inject_text(quoted, "app.yaml")
