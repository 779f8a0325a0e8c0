"""Which of Helm's hooks get a sidecar."""

from __future__ import annotations

import pytest

from helm_postrenderer.post_rendering import post_render
from kubectl_inject.injection.decision import Reason
from kubectl_inject.settings.injection_settings import InjectionSettings
from kubectl_inject.settings.settled import SettingsLayer
from tests.conftest import MESH

FILES = InjectionSettings(
    inject_config_file=str(MESH / "inject-config.yaml"),
    values_file=str(MESH / "values.json"),
    mesh_config_file=str(MESH / "mesh.yaml"),
)
JOB = """\
apiVersion: batch/v1
kind: Job
metadata:
  name: migrate
  annotations: {helm.sh/hook: "pre-install,pre-upgrade"}
spec:
  template:
    metadata: {annotations: {mine: "yes"}}
    spec: {containers: [{name: app, image: busybox}]}
"""
TEST_POD = """\
apiVersion: v1
kind: Pod
metadata:
  name: test
  annotations: {helm.sh/hook: test}
spec: {containers: [{name: app, image: busybox}]}
"""


def decide(text: str, hooks: str, *, native: bool) -> tuple[bool, str]:
    """Return whether the only workload of a stream is injected, and the reason in words."""
    layers = [SettingsLayer("files", FILES), SettingsLayer("flags", InjectionSettings(native_sidecars=native))]
    rendered = post_render(text, layers, hooks=hooks)
    (workload,) = rendered.injected.report
    assert ("istio-proxy" in rendered.injected.text) is workload.injected
    return workload.injected, str(workload.decision)


@pytest.mark.parametrize(
    ("hooks", "native", "own", "injected"),
    [
        pytest.param("", True, "", True, id="native"),
        pytest.param("", False, "", False, id="classic"),
        pytest.param("", True, "false", False, id="the Pod wants a classic one"),
        pytest.param("", False, "true", True, id="the Pod wants a native one"),
        pytest.param("", False, "maybe", False, id="classic, and the Pod says nothing of use"),
        pytest.param("inject", False, "", True, id="inject, classic"),
        pytest.param("inject", True, "false", True, id="inject, whatever the Pod wants"),
        pytest.param("skip", True, "", False, id="skip, native"),
        pytest.param("skip", False, "true", False, id="skip, whatever the Pod wants"),
    ],
)
def test_hooks(hooks: str, native: bool, own: str, injected: bool) -> None:
    text = JOB.replace('mine: "yes"', f'sidecar.istio.io/nativeSidecar: "{own}"') if own else JOB
    done, reason = decide(text, hooks, native=native)
    assert done is injected
    assert reason.startswith(Reason.DEFAULT.value if injected else Reason.HELM_HOOK.value)


@pytest.mark.parametrize(
    ("hooks", "reason"),
    [
        pytest.param(
            "",
            "the workload is a hook of Helm's (helm.sh/hook: test); it would never end with a sidecar that is not "
            "native; --hooks inject does it anyway",
            id="by default",
        ),
        pytest.param("skip", "the workload is a hook of Helm's (helm.sh/hook: test)", id="asked"),
    ],
)
def test_it_is_said_why_a_hook_is_skipped(hooks: str, reason: str) -> None:
    assert decide(TEST_POD, hooks, native=False) == (False, reason)


def test_a_hook_that_refuses_is_not_injected() -> None:
    refusing = TEST_POD.replace("annotations:", "labels: {sidecar.istio.io/inject: 'false'}\n  annotations:")
    assert decide(refusing, "inject", native=True) == (
        False,
        "the Pod's label refuses it (sidecar.istio.io/inject: 'false')",
    )


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(JOB.replace("helm.sh/hook:", "helm.sh/hook-weight:"), id="another annotation of Helm's"),
        pytest.param(
            JOB.replace('mine: "yes"', "helm.sh/hook: test").replace('helm.sh/hook: "pre', 'a: "pre'),
            id="only the template's",
        ),
        pytest.param(
            JOB.replace('  annotations: {helm.sh/hook: "pre-install,pre-upgrade"}\n', ""), id="no annotations"
        ),
    ],
)
def test_what_is_no_hook(text: str) -> None:
    assert decide(text, "skip", native=False)[0] is True
