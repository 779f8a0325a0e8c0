"""The self-contained archive: everything works in it, wherever it lies, and starts as fast as what pip installs."""

from __future__ import annotations

import json
import os
import resource
from pathlib import Path

from tests.conftest import MESH, POD, ROOT, pod
from tests.release.conftest import Programs
from tests.webhook.reviews import operations_in, review_of
from tests.webhook.running_server import ServerFiles, running_webhook

PODS = "---\n".join(POD.replace("name: web}", f"name: web-{number}}}", 1) for number in range(1000)).encode()
_SLOWER = 1.3
_RUNS = 20


def test_examples_get_the_same_bytes(unpacked: Programs, checkout: Programs) -> None:
    assert unpacked.injected_examples() == checkout.injected_examples()


def test_it_names_its_version_and_its_own_python(unpacked: Programs) -> None:
    version = json.loads(unpacked.run("version", "-o", "json"))
    assert len(version["commit"]) == 40
    script = "import ssl, hashlib, sys, yaml; print(sys.prefix, yaml.__with_libyaml__, ssl.OPENSSL_VERSION)"
    printed = unpacked.run("-I", "-c", script, program="python/bin/python3").decode()
    assert printed.startswith(f"{unpacked.folder / 'python'} True OpenSSL 3")


def test_nothing_of_the_machine_is_needed(unpacked: Programs, tmp_path: Path) -> None:
    manifest = tmp_path / "pod.yaml"
    manifest.write_text(POD)
    misleading = {
        "HOME": str(tmp_path / "none"),
        "PYTHONHOME": "/nonexistent",
        "PYTHONPATH": str(tmp_path),
        "PATH": "/usr/bin:/bin",
    }
    (tmp_path / "yaml.py").write_text("raise SystemExit('another yaml was imported')")
    assert b"istio-proxy" in unpacked.run("-q", "-f", manifest, environment=misleading)


def test_it_may_be_read_only_and_linked_to(unpacked: Programs, tmp_path: Path) -> None:
    first, second = tmp_path / "bin" / "kubectl-inject", tmp_path / "kubectl-inject"
    first.parent.mkdir()
    first.symlink_to(os.path.relpath(unpacked.folder / "kubectl-inject", first.parent))
    second.symlink_to(first)
    before = set(unpacked.folder.rglob("*"))
    assert Programs(tmp_path).run("--version").startswith(b"kubectl-inject ")
    assert set(unpacked.folder.rglob("*")) == before


def test_several_processes_give_the_same_bytes(unpacked: Programs) -> None:
    one, two = (unpacked.run("-q", "-f", "-", "--jobs", jobs, stdin=PODS) for jobs in ("1", "2"))
    assert one.count(b"- name: istio-proxy") == 1000
    assert one == two


def test_compiled_templates_are_kept(unpacked: Programs, tmp_path: Path) -> None:
    cache = {"XDG_CACHE_HOME": str(tmp_path / "cache"), "XDG_STATE_HOME": str(tmp_path / "state")}
    config: list[str | Path] = [
        "--inject-config-file",
        MESH / "inject-config.yaml",
        "--values-file",
        MESH / "values.json",
    ]
    command: list[str | Path] = [
        "-q",
        "-f",
        ROOT / "examples" / "kpt" / "web.yaml",
        *config,
        "--mesh-config-file",
        MESH / "mesh.yaml",
    ]
    first = unpacked.run(*command, environment=cache)
    kept = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert kept
    times = [path.stat().st_mtime_ns for path in kept]
    assert unpacked.run(*command, environment=cache) == first
    assert [path.stat().st_mtime_ns for path in kept] == times


def test_the_webhook_answers_with_its_workers(unpacked: Programs, tmp_path: Path) -> None:
    program = unpacked.folder / "kubectl-inject"
    with running_webhook(ServerFiles(tmp_path), "--workers=2", program=program) as server:
        answer = server.post(review_of(pod()))
    assert "/spec/initContainers" in {operation["path"] for operation in operations_in(answer.content)}


def test_the_other_programs(unpacked: Programs) -> None:
    chart = (ROOT / "examples" / "kpt" / "web.yaml").read_bytes()
    assert b"istio-proxy" in unpacked.run(program="kubectl-inject-helm", stdin=chart)
    listed = {"apiVersion": "config.kubernetes.io/v1", "kind": "ResourceList", "items": [pod()]}
    assert b"istio-proxy" in unpacked.run(program="kubectl-inject-krm", stdin=json.dumps(listed).encode())
    assert b"explain\t" in unpacked.run("exp", program="kubectl_complete-inject")
    for shell in ("bash", "zsh", "fish", "powershell"):
        assert unpacked.run("completion", shell)


def test_it_starts_as_fast_as_what_pip_installs(unpacked: Programs, from_wheel: Programs) -> None:
    command: list[str | Path] = ["-q", "-f", ROOT / "examples" / "kpt" / "web.yaml"]

    def used(programs: Programs) -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        programs.run(*command)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    ours, theirs = zip(*((used(unpacked), used(from_wheel)) for _ in range(_RUNS)), strict=True)
    assert min(ours) <= _SLOWER * min(theirs)
