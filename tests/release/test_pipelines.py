"""The GitHub Action and the GitLab component, run step by step, with the release in the place of PyPI."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from kubectl_inject import __version__
from tests.conftest import ROOT
from tests.release.conftest import Programs

PINNED = re.compile(r"[\w/-]+@[0-9a-f]{40}")


@dataclass(frozen=True, slots=True)
class Checked:
    """How a check ended, and what it wrote; empty where it wrote nothing."""

    code: int
    findings: str
    messages: str


@dataclass(frozen=True, slots=True)
class Runner:
    """A machine of a pipeline: a workspace, and the release to install from."""

    workspace: Path
    dist: Path

    def run(self, script: str, variables: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
        """Run a step's script as a pipeline does."""
        inherited = {name: value for name, value in os.environ.items() if not name.startswith("KUBECTL_INJECT_")}
        pip = {"PIP_FIND_LINKS": str(self.dist), "PIP_CONSTRAINT": str(ROOT / "constraints.txt")}
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
            cwd=self.workspace,
            capture_output=True,
            text=True,
            env={**inherited, **pip, "RUNNER_TEMP": str(self.workspace.parent / "temp"), **variables},
            timeout=300,
            check=False,
        )

    def action(self, **given: str) -> Checked:
        """Run the action's steps, but for those that are actions of others."""
        action = yaml.safe_load((ROOT / "action.yml").read_text())
        inputs = {name: str(each["default"]) for name, each in action["inputs"].items()} | given
        code, messages = 0, ""
        for step in (step for step in action["runs"]["steps"] if "run" in step):
            assert "${{" not in step["run"]
            variables = {name: _with_inputs(value, inputs) for name, value in step["env"].items()}
            run = self.run(step["run"], variables)
            code, messages = run.returncode, messages + run.stderr
            if code:
                break
        return Checked(code, self._text(inputs["sarif"]), messages)

    def component(self, **given: str) -> Checked:
        """Run the script of the component's job."""
        header, job = (ROOT / "templates" / "check.yml").read_text().split("---\n")
        inputs = {name: str(each["default"]) for name, each in yaml.safe_load(header)["spec"]["inputs"].items()} | given
        text = re.sub(r"\$\[\[ inputs\.([\w-]+) \]\]", lambda found: inputs[found[1]], job)
        (made,) = yaml.safe_load(text).values()
        run = self.run("\n".join(made["script"]), made["variables"])
        return Checked(run.returncode, self._text(made["artifacts"]["reports"]["junit"]), run.stderr)

    def _text(self, name: str) -> str:
        path = self.workspace / name
        return path.read_text() if path.exists() else ""


def _with_inputs(text: str, inputs: Mapping[str, str]) -> str:
    return re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda found: inputs[found[1]], text)


@pytest.fixture(scope="module")
def runner(dist: Path, checkout: Programs, tmp_path_factory: pytest.TempPathFactory) -> Runner:
    workspace = tmp_path_factory.mktemp("pipeline") / "workspace"
    (workspace / "deploy").mkdir(parents=True)
    (workspace / "bare apps").mkdir()
    shutil.copy(ROOT / "examples" / "kpt" / "web.yaml", workspace / "bare apps")
    shutil.copy(ROOT / "examples" / "kustomize" / "base" / "web.yaml", workspace / "deploy")
    checkout.run("-q", "--in-place", "-f", workspace / "deploy")
    checkout.run("config", "freeze", "-o", workspace / "mesh.yaml")
    return Runner(workspace, dist)


def test_the_action_of_injected_manifests(runner: Runner) -> None:
    checked = runner.action(paths="deploy\n", config="mesh.yaml", sarif="none-found.sarif")
    assert checked.code == 0, checked.messages
    assert json.loads(checked.findings)["runs"][0]["results"] == []


def test_the_action_uploads_findings(runner: Runner) -> None:
    checked = runner.action(paths="deploy\nbare apps", args="--fail-on-skip\n--fail-on-empty", sarif="found.sarif")
    assert checked.code == 1
    (result,) = json.loads(checked.findings)["runs"][0]["results"]
    assert "bare" in json.dumps(result["locations"])


def test_the_action_uploads_nothing_where_it_could_not_check(runner: Runner) -> None:
    checked = runner.action(paths="$(touch executed)", sarif="unwritten.sarif")
    assert (checked.code, checked.findings) == (2, "")
    assert not (runner.workspace / "executed").exists()


def test_the_component(runner: Runner) -> None:
    checked = runner.component(config="mesh.yaml")
    assert checked.code == 0, checked.messages
    assert "<testsuite" in checked.findings
    (runner.workspace / "bare apps").rename(runner.workspace / "bare")
    checked = runner.component(paths="deploy/ bare", args="--fail-on-empty --fail-on-skip")
    (runner.workspace / "bare").rename(runner.workspace / "bare apps")
    assert checked.code == 1
    assert "<failure" in checked.findings


def test_everything_is_pinned() -> None:
    action: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text())
    used = [step["uses"] for step in action["runs"]["steps"] if "uses" in step]
    assert all(PINNED.fullmatch(each) for each in used)
    (upload,) = (step for step in action["runs"]["steps"] if "upload-sarif" in step.get("uses", ""))
    assert upload["if"] == "always() && hashFiles(inputs.sarif) != ''"
    header, job = yaml.safe_load_all((ROOT / "templates" / "check.yml").read_text())
    assert action["inputs"]["version"]["default"] == header["spec"]["inputs"]["version"]["default"] == __version__
    (made,) = job.values()
    assert re.fullmatch(r"[\w.:/-]+@sha256:[0-9a-f]{64}", made["image"])
