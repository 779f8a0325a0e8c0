"""The built-in configuration on the command line, with what a user lays over it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.program_runs import Run

APP = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n  - name: app\n    image: nginx\n"
NOTE = "configuration: built in, Istio 1.31; no configuration files were given\n"
HELM_VALUES = "global: {hub: helm.example.com, tag: helm}\nmeshConfig: {defaultConfig: {concurrency: 7}}\n"
OPERATOR = """
apiVersion: install.istio.io/v1alpha1
kind: IstioOperator
spec:
  values:
    sidecarInjectorWebhook:
      defaultTemplates: [sidecar, custom]
      templates:
        custom: |
          spec:
            containers:
            - name: istio-proxy
              env:
              - name: GREETING
                value: hello-world
"""


@pytest.fixture(autouse=True)
def _files(tmp_path: Path) -> None:
    (tmp_path / "app.yaml").write_text(APP)
    (tmp_path / "values.yaml").write_text(HELM_VALUES)
    (tmp_path / "operator.yaml").write_text(OPERATOR)
    (tmp_path / "mesh.yaml").write_text("trustDomain: mine\n")


@pytest.mark.parametrize("command", [[], ["explain"], ["diff"], ["check"]])
def test_the_use_of_the_builtin_one_is_reported(run: Run, command: list[str]) -> None:
    assert run(*command, "-f", "app.yaml").err.startswith(NOTE)


def test_quiet(run: Run) -> None:
    assert run("-f", "app.yaml", "--quiet").err == ""


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], "image: docker.io/istio/proxyv2:1.31.0"),
        (["--istio-version", "1.28"], "image: docker.io/istio/proxyv2:1.28.0"),
        (["--istio-version", "1.30.3"], "image: docker.io/istio/proxyv2:1.30.3"),
        (["--values", "values.yaml"], "image: helm.example.com/proxyv2:helm"),
        (["--values", "values.yaml"], '"concurrency":7'),
        (["--values", "values.yaml", "--set", "global.hub=set.example.com"], "image: set.example.com/proxyv2:helm"),
        (["--values", "values.yaml", "--set", "meshConfig.defaultConfig.concurrency=8"], '"concurrency":8'),
        (["--set", "global.proxy.resources.limits.cpu=3"], "cpu: 3"),
        (["--mesh-config", "mesh.yaml"], "value: mine"),
        (["--profile", "cni"], "name: istio-validation"),
        (["--revision", "canary"], "value: istiod-canary.istio-system.svc:15012"),
        (["--values", "operator.yaml", "--no-native-sidecars"], "name: GREETING"),
    ],
)
def test_settings_are_laid_over_it(run: Run, arguments: list[str], expected: str) -> None:
    code, out, _ = run("-f", "app.yaml", *arguments)
    assert code == 0
    assert expected in out


@pytest.mark.parametrize(
    ("arguments", "code", "expected"),
    [
        (["--istio-version", "1.2"], 1, "no built-in configuration for Istio '1.2'; there are: 1.28, 1.29, 1.30, 1.31"),
        (["--profile", "none"], 1, "no built-in profile 'none'; there are: "),
        (["--set", "a"], 1, "--set: expected name=value, found 'a'"),
        (["--set", "global=1"], 1, "global: expected a mapping, found the number 1"),
        (["--values", "nothing.yaml"], 1, "nothing.yaml: no such file"),
        (["--set", "a=b", "--values-file", "values.yaml"], 2, "is for the built-in configuration"),
    ],
)
def test_refused(run: Run, arguments: list[str], code: int, expected: str) -> None:
    found, out, err = run("-f", "app.yaml", *arguments)
    assert (found, out) == (code, "")
    assert expected in err
