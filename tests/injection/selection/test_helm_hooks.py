"""Which of Helm's hooks get a sidecar."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from kubectl_inject.builtin import builtin_config
from kubectl_inject.config.injection_config import InjectionConfig, Installation
from kubectl_inject.injection.injector import Injector
from kubectl_inject.injection.pod_injector import TemplateInjector
from kubectl_inject.injection.selection.decision import Decision, Reason
from kubectl_inject.injection.selection.namespaces import NamespaceMetadata, Namespaces
from kubectl_inject.manifests.stream import split
from tests.conftest import small_config

HOOK = {"helm.sh/hook": "pre-install,pre-upgrade"}
SOURCE = "helm.sh/hook: pre-install,pre-upgrade"
NOTE = (
    'it would never end with a sidecar that is not native; --hooks inject or sidecar.istio.io/inject: "true" ask for it'
)
LEFT_OUT = Decision(False, Reason.HELM_HOOK, SOURCE, NOTE)
VERSIONS = {"Pod": "v1", "Job": "batch/v1", "CronJob": "batch/v1", "Deployment": "apps/v1"}


def workload(
    kind: str = "Job",
    own: dict[str, str] | None = HOOK,
    *,
    annotations: dict[str, str] | None = None,
    labels: dict[str, str] | None = None,
    containers: tuple[dict[str, str], ...] = ({"name": "app", "image": "busybox"},),
) -> dict[str, Any]:
    """Return a hook, or another workload, with annotations of its own and annotations and labels of its Pod."""
    spec = {"containers": list(containers)}
    metadata: dict[str, Any] = {"name": "web", "annotations": own or {}}
    if kind == "Pod":
        pod = {**metadata, "annotations": {**(own or {}), **(annotations or {})}, "labels": labels or {}}
        return {"apiVersion": "v1", "kind": kind, "metadata": pod, "spec": spec}
    template = {"metadata": {"annotations": annotations or {}, "labels": labels or {}}, "spec": spec}
    inner: dict[str, Any] = {"template": template}
    return {
        "apiVersion": VERSIONS[kind],
        "kind": kind,
        "metadata": metadata,
        "spec": {"jobTemplate": {"spec": inner}} if kind == "CronJob" else inner,
    }


def _mesh(*, native_sidecars: bool, automatic: bool = False) -> InjectionConfig:
    """Return the built-in configuration, whose templates heed what a Pod says of native sidecars."""
    return builtin_config(installation=Installation(native_sidecars=native_sidecars, automatic=automatic))


def decision_on(value: dict[str, Any], hooks: str = "", *, native: bool = False) -> Decision:
    """Return the decision, after a look whether the object was injected accordingly."""
    done = Injector(_mesh(native_sidecars=native), hooks=hooks, records=False).inject_object(value)
    (found,) = done.report
    assert ("proxyv2" in str(done.object)) is found.injected
    assert (done.object is value) is not found.injected
    return found.decision


NATIVE = "sidecar.istio.io/nativeSidecar"
INJECT = "sidecar.istio.io/inject"
OWN_PROXY = ({"name": "app", "image": "busybox"}, {"name": "istio-proxy", "image": "auto"})


@pytest.mark.parametrize(
    ("value", "native", "reason"),
    [
        pytest.param(workload(), True, Reason.DEFAULT, id="native"),
        pytest.param(workload(), False, Reason.HELM_HOOK, id="classic"),
        pytest.param(workload("Pod"), False, Reason.HELM_HOOK, id="a Pod"),
        pytest.param(workload("Pod"), True, Reason.DEFAULT, id="a Pod, native"),
        pytest.param(workload(annotations={NATIVE: "false"}), True, Reason.HELM_HOOK, id="the Pod wants a classic one"),
        pytest.param(workload(annotations={NATIVE: "true"}), False, Reason.DEFAULT, id="the Pod wants a native one"),
        pytest.param(workload(annotations={NATIVE: "maybe"}), False, Reason.DEFAULT, id="native is what is not false"),
        pytest.param(workload(containers=OWN_PROXY), False, Reason.HELM_HOOK, id="settings of the proxy, classic"),
        pytest.param(workload(containers=OWN_PROXY), True, Reason.DEFAULT, id="settings of the proxy, native"),
        pytest.param(workload(labels={INJECT: "true"}), False, Reason.ASKED_BY_LABEL, id="requested by a label"),
        pytest.param(
            workload(annotations={INJECT: "true"}), False, Reason.ASKED_BY_ANNOTATION, id="requested by an annotation"
        ),
        pytest.param(workload(labels={INJECT: "false"}), False, Reason.REFUSED_BY_LABEL, id="refused"),
        pytest.param(workload("Deployment"), False, Reason.DEFAULT, id="Helm does not wait for a Deployment's end"),
        pytest.param(workload("CronJob"), False, Reason.DEFAULT, id="nor for a CronJob's Jobs"),
        pytest.param(workload(own={"helm.sh/hook": ""}), False, Reason.HELM_HOOK, id="a hook of nothing"),
        pytest.param(workload(own={"helm.sh/hook-weight": "1"}), False, Reason.DEFAULT, id="another annotation"),
        pytest.param(workload(own=None, annotations=HOOK), False, Reason.DEFAULT, id="only the template's"),
        pytest.param(workload(own=None), False, Reason.DEFAULT, id="no hook"),
    ],
)
def test_by_default(value: dict[str, Any], native: bool, reason: Reason) -> None:
    assert decision_on(value, native=native).reason is reason


@pytest.mark.parametrize("kind", ["Job", "Pod", "Deployment", "CronJob"])
@pytest.mark.parametrize("native", [True, False])
@pytest.mark.parametrize("labels", [{}, {INJECT: "true"}], ids=["silent", "asking"])
def test_all_or_none(kind: str, native: bool, labels: dict[str, str]) -> None:
    value = workload(kind, labels=labels)
    assert decision_on(value, "inject", native=native).inject
    assert decision_on(value, "skip", native=native) == Decision(False, Reason.HELM_HOOK, SOURCE)


def test_inject_asks_nothing_of_a_pod_that_refuses() -> None:
    assert decision_on(workload(labels={INJECT: "false"}), "inject").reason is Reason.REFUSED_BY_LABEL


def test_it_is_reported_why_a_hook_is_left_out() -> None:
    assert str(decision_on(workload("Pod", {"helm.sh/hook": "test"}))) == (
        "the workload is a hook of Helm's (helm.sh/hook: test); it would never end with a sidecar that is not native; "
        '--hooks inject or sidecar.istio.io/inject: "true" ask for it'
    )


@pytest.mark.parametrize(
    ("template", "injected"),
    [
        pytest.param("spec: {containers: [{name: agent, image: agent}]}", False, id="a container of another name"),
        pytest.param("spec: {containers: [{name: app, env: [{name: A, value: b}]}]}", True, id="the hook's own"),
        pytest.param("spec: {initContainers: [{name: once, image: once}]}", True, id="an init container"),
    ],
)
def test_what_the_template_adds_decides(template: str, injected: bool) -> None:
    injector = Injector(small_config(template, native_sidecars=False))
    assert bool(injector.inject_object(workload()).report.injected) is injected


@pytest.mark.parametrize(
    ("labels", "reason"),
    [({}, Reason.HELM_HOOK), ({INJECT: "true"}, Reason.NAMESPACE_ENABLED)],
    ids=["silent", "asking"],
)
def test_a_namespace_that_is_injected_asks_for_no_hook(labels: dict[str, str], reason: Reason) -> None:
    known = Namespaces({"default": NamespaceMetadata({"istio-injection": "enabled"}, {})})
    injector = Injector(_mesh(native_sidecars=False, automatic=True), namespaces=known)
    (found,) = injector.inject_object(workload(labels=labels)).report
    assert found.decision.reason is reason


# --- what is reported of hooks by all that looks at them --------------------------------------------------------------


def test_check_and_explain_agree_with_it() -> None:
    text = yaml.safe_dump(workload())
    with_sidecar = Injector(_mesh(native_sidecars=False), hooks="inject").inject_text(text).text
    injector = Injector(_mesh(native_sidecars=False))
    (explained,) = injector.explain_documents(split(text, "app.yaml"))
    assert (explained.report.decision, explained.differences) == (LEFT_OUT, ())
    left_out, injected = injector.check_documents(split(f"{text}---\n{with_sidecar}", "app.yaml"))
    assert left_out.finding is None
    assert injected.message.startswith(
        "Job web is injected and should not be. Reason: the workload is a hook of Helm's"
    )


@pytest.mark.parametrize(("hooks", "injected"), [("", False), ("skip", False), ("inject", True)])
def test_another_injector_is_compared_by_the_same_rule(hooks: str, injected: bool) -> None:
    config = _mesh(native_sidecars=False)
    documents = split(yaml.safe_dump(workload()), "app.yaml")
    (found,) = Injector(config, hooks=hooks).compare_documents(documents, TemplateInjector(config))
    assert (found.finding, found.report.injected) == (None, injected)
