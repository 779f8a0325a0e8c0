"""``kubectl inject`` as a user runs it: whole processes, the real kubectl."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from tests.conftest import MESH, MESH_FLAGS, POD, ROOT

TOOL = Path(sys.executable).with_name("kubectl-inject")
BOOKINFO = ROOT / "examples" / "bookinfo"


def tool(*arguments: str | Path, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run([TOOL, *arguments], input=stdin, capture_output=True, text=True, check=True)


def test_folder_with_every_file_in_it() -> None:
    run = tool("-f", BOOKINFO, *MESH_FLAGS)
    kinds = [document["kind"] for document in yaml.safe_load_all(run.stdout)]
    given = [
        document["kind"] for path in sorted(BOOKINFO.glob("*.yaml")) for document in yaml.safe_load_all(path.open())
    ]
    assert kinds == given
    assert "Deployment bookinfo/details: injected (sidecar)" in run.stderr


def test_standard_input_to_standard_output() -> None:
    assert "name: istio-proxy" in tool("-f", "-", *MESH_FLAGS, stdin=POD).stdout


def test_istioctl_spellings() -> None:
    flags = ("--injectConfigFile", f"--valuesFile={MESH}/values.json", "--meshConfigFile")
    arguments: list[str | Path] = [flags[0], MESH / "inject-config.yaml", flags[1], flags[2], MESH / "mesh.yaml"]
    assert tool("-f", "-", *arguments, stdin=POD).stdout == tool("-f", "-", *MESH_FLAGS, stdin=POD).stdout


def test_json_output_is_one_object_after_another() -> None:
    text = tool("-f", "-", "-o", "json", *MESH_FLAGS, stdin=POD + "---\n# empty\n---\n" + POD).stdout
    decoder, objects = json.JSONDecoder(), []
    while text.strip():
        value, end = decoder.raw_decode(text.lstrip())
        objects.append(value["kind"])
        text = text.lstrip()[end:]
    assert objects == ["Pod", "Pod"]


def test_json_input_as_yaml() -> None:
    text = json.dumps(yaml.safe_load(POD))
    assert tool("-f", "-", "-o", "yaml", *MESH_FLAGS, stdin=text).stdout.startswith("---\napiVersion: v1\n")


@pytest.mark.parametrize("flag", ["--output", "-o"])
def test_output_file(tmp_path: Path, flag: str) -> None:
    output = tmp_path / "out.yaml"
    output.write_text("old")
    output.chmod(0o640)
    run = tool("-f", "-", flag, output, *MESH_FLAGS, stdin=POD)
    assert run.stdout == ""
    assert "istio-proxy" in output.read_text()
    assert output.stat().st_mode & 0o777 == 0o640


def test_quiet() -> None:
    assert tool("-f", "-", "--quiet", *MESH_FLAGS, stdin=POD).stderr == ""


def test_no_native_sidecars() -> None:
    (pod,) = yaml.safe_load_all(tool("-f", "-", "--no-native-sidecars", *MESH_FLAGS, stdin=POD).stdout)
    assert [container["name"] for container in pod["spec"]["containers"]] == ["web", "istio-proxy"]


def test_files_become_one_stream(write_file: Callable[[str, str], Path]) -> None:
    first, second = write_file("a.yaml", POD.rstrip("\n")), write_file("b.yaml", "# second\n" + POD)
    run = tool("-f", first, "-f", second, *MESH_FLAGS)
    assert len(list(yaml.safe_load_all(run.stdout))) == 2


def test_broken_pipe_ends_quietly(write_file: Callable[[str, str], Path]) -> None:
    many = write_file("many.yaml", "---\n".join([POD] * 200))
    reader, writer = os.pipe()
    os.close(reader)
    run = subprocess.run(
        [TOOL, "-q", "-f", many, *MESH_FLAGS], stdout=writer, stderr=subprocess.PIPE, text=True, check=False
    )
    os.close(writer)
    assert (run.returncode, run.stderr) == (1, "")


def test_version_and_help() -> None:
    assert tool("--version").stdout.startswith("kubectl-inject 0.")
    assert "kubectl inject -f app.yaml" in tool("--help").stdout


@pytest.mark.real
def test_as_a_plugin_of_the_real_kubectl() -> None:
    kubectl = shutil.which("kubectl")
    assert kubectl is not None, "the tests need kubectl on the PATH"
    run = subprocess.run(
        [kubectl, "inject", "-f", "-", *MESH_FLAGS],
        input=POD,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PATH": f"{TOOL.parent}{os.pathsep}{os.environ['PATH']}"},
    )
    assert "name: istio-proxy" in run.stdout
