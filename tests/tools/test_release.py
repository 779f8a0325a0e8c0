"""What a release refuses, and how its parts are made; whole releases are built in tests/release."""

from __future__ import annotations

import gzip
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest
import yaml

from kubectl_inject import __version__
from tests.conftest import ROOT
from tests.delivery.container_images import containerfiles
from tools.release.archives import write_archive
from tools.release.channels.images import IMAGES, containerfile
from tools.release.channels.krew import manifest
from tools.release.notes import section
from tools.release.problem import ReleaseError, run
from tools.release.source import check_version, version_in
from tools.release.standalone.archive import archive_name
from tools.release.standalone.interpreter import copy_interpreter, interpreter_in
from tools.release.standalone.launchers import write_launcher
from tools.release.standalone.platforms import platform_here, platforms

CHANGELOG = "# Changelog\n\n## Unreleased\n\n- c\n\n## 1.10.0\n\n- b\n\n## 1.1.0 - 2026-01-01\n\n### Added\n\n- a\n"


def test_the_version_is_found() -> None:
    assert version_in(ROOT) == __version__


def test_another_version_is_refused_with_the_cure() -> None:
    check_version("1.0.0", "1.0.0")
    with pytest.raises(ReleaseError, match=r"VERSION=1\.0\.1, but .*__init__\.py has 1\.0\.0\. Write 1\.0\.1 there"):
        check_version("1.0.1", "1.0.0")


@pytest.mark.parametrize(
    ("version", "notes"), [("1.10.0", "- b\n"), ("1.1.0", "### Added\n\n- a\n"), ("Unreleased", "- c\n")]
)
def test_notes_of_a_version(version: str, notes: str) -> None:
    assert section(CHANGELOG, version) == notes


@pytest.mark.parametrize("version", ["1.1", "2.0.0", "1x10.0"])
def test_a_version_without_notes_is_refused(version: str) -> None:
    with pytest.raises(ReleaseError, match=r"CHANGELOG\.md has no notes for"):
        section(CHANGELOG, version)


def test_an_archive_has_nothing_of_the_machine(tmp_path: Path) -> None:
    archives = []
    for place, mask in (("a", 0o700), ("b", 0o755)):
        folder = tmp_path / place / "x"
        (folder / "z").mkdir(parents=True)
        for name in ("z/1", "a", "program") if place == "a" else ("program", "a", "z/1"):
            (folder / name).write_text(name)
        (folder / "program").chmod(mask)
        (folder / "a").chmod(mask & ~0o111)
        (folder / "link").symlink_to("a")
        path = tmp_path / place / "archive.tar.gz"
        write_archive(path, folder, "top", 1000)
        archives.append(path)
    first, second = archives
    assert first.read_bytes() == second.read_bytes()
    assert gzip.decompress(first.read_bytes())
    with tarfile.open(first) as archive:
        members = archive.getmembers()
    assert [member.name for member in members] == ["top/a", "top/link", "top/program", "top/z/1"]
    assert {(member.uid, member.uname, member.mtime, member.isreg()) for member in members} == {(0, "", 1000, True)}
    assert [member.mode for member in members] == [0o644, 0o644, 0o755, 0o644]


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("linux-x86_64", "linux-amd64"),
        ("linux-aarch64", "linux-arm64"),
        ("macosx-11.0-arm64", "darwin-arm64"),
        ("win-amd64", "windows-amd64"),
    ],
)
def test_platforms_by_the_names_of_python(tag: str, name: str) -> None:
    assert platform_here(tag).name == name


def test_an_unknown_platform_is_refused() -> None:
    with pytest.raises(ReleaseError, match="there is no platform for linux-riscv64"):
        platform_here("linux-riscv64")


def test_only_what_was_run_counts_as_tested() -> None:
    assert [platform.name for platform in platforms().values() if platform.tested] == ["linux-amd64"]


def test_the_manifest_for_krew_names_the_archives_there_are(tmp_path: Path) -> None:
    archives = [
        tmp_path / archive_name("1.0.0", platforms()[name]) for name in ("darwin-arm64", "linux-amd64", "windows-amd64")
    ]
    for path in archives:
        path.write_bytes(b"x")
    made = manifest("1.0.0", archives, "https://x.example/releases/download/v1.0.0")["spec"]
    assert made["homepage"] == "https://x.example"
    assert [(each["selector"]["matchLabels"], each["uri"].rpartition("/")[2]) for each in made["platforms"]] == [
        ({"os": "linux", "arch": "amd64"}, "kubectl-inject-1.0.0-linux-amd64.tar.gz"),
        ({"os": "darwin", "arch": "arm64"}, "kubectl-inject-1.0.0-darwin-arm64.tar.gz"),
    ]


def test_containerfiles_name_the_commit_and_pin_what_they_build_upon() -> None:
    assert {str(folder / "Containerfile") for folder in IMAGES.values()} == set(containerfiles())
    for folder in IMAGES.values():
        text = containerfile((ROOT / folder / "Containerfile").read_text(), "c0ffee")
        assert text.count('ARG COMMIT="c0ffee"') == 1


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('FROM python:3.13\nARG COMMIT=""\n', "FROM python:3.13: expected an image with its digest"),
        (f"FROM python@sha256:{64 * '0'}\n", "expected one line ARG COMMIT"),
    ],
)
def test_an_image_that_could_be_any_is_refused(text: str, problem: str) -> None:
    with pytest.raises(ReleaseError, match=problem):
        containerfile(text, "c0ffee")


def test_the_python_of_windows_is_copied_without_what_is_not_used(tmp_path: Path) -> None:
    prefix, target = tmp_path / "prefix", tmp_path / "target"
    kept = {
        *("python.exe", "python3.dll", "python312.dll", "vcruntime140.dll"),
        *("DLLs/_ssl.pyd", "DLLs/libssl-3.dll", "Lib/os.py", "Lib/json/__init__.py"),
    }
    unused = {"pythonw.exe", "libs/python312.lib", "DLLs/_sqlite3.pyd", "DLLs/sqlite3.dll", "DLLs/_testcapi.pyd"}
    for name in kept | unused | {"Lib/test/x.py", "Lib/site-packages/pip/x.py", "tcl/x.tcl", "DLLs/tcl86t.dll"}:
        (prefix / name).parent.mkdir(parents=True, exist_ok=True)
        (prefix / name).write_text("")
    target.mkdir()
    copy_interpreter(prefix, target)
    assert {path.relative_to(target).as_posix() for path in target.rglob("*") if path.is_file()} == kept
    found = interpreter_in(target)
    assert (found.program, found.version) == (target / "python.exe", "3.12")
    assert found.packages.is_dir()


def test_a_program_of_windows_starts_the_python_beside_it(tmp_path: Path) -> None:
    for folder in (tmp_path / "a", tmp_path / "b"):
        folder.mkdir()
        write_launcher(folder, "kubectl-inject", "kubectl_inject.cli.main:main", platforms()["windows-amd64"])
    program = tmp_path / "a" / "kubectl-inject.exe"
    data = program.read_bytes()
    assert data == (tmp_path / "b" / "kubectl-inject.exe").read_bytes()
    # https://learn.microsoft.com/windows/win32/debug/pe-format: the machine stands after the signature.
    header = int.from_bytes(data[0x3C:0x40], "little")
    assert data[:2] + data[header : header + 6] == b"MZPE\0\0\x64\x86"
    assert b"\n#!<launcher_dir>\\python\\python.exe -I\r\nPK" in b"\n" + data[data.rindex(b"#!") :]
    # Python runs the zip at a program's end.
    ran = subprocess.run([sys.executable, program, "--version"], capture_output=True, text=True, check=True, cwd=ROOT)
    assert ran.stdout == f"kubectl-inject {__version__}\n"


def test_a_folder_without_a_python_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReleaseError, match="expected the folder in which one Python is installed"):
        copy_interpreter(tmp_path, tmp_path / "python")


def test_what_a_program_wrote_is_shown_where_it_fails(tmp_path: Path) -> None:
    with pytest.raises(ReleaseError, match=r"(?s)sh -c .* failed:\nout\nerr"):
        run(["sh", "-c", "echo out; echo err >&2; exit 3"], tmp_path)


@pytest.mark.parametrize("path", ["helm_postrenderer/plugin/plugin.yaml", "charts/kubectl-inject/Chart.yaml"])
def test_what_is_published_has_the_version_of_the_package(path: str) -> None:
    described = yaml.safe_load((ROOT / path).read_text())
    assert described["version"] == described.get("appVersion", __version__) == __version__


def test_the_chart_runs_the_image_of_its_version() -> None:
    values = yaml.safe_load((ROOT / "charts" / "kubectl-inject" / "values.yaml").read_text())
    assert values["image"] == f"kubectl-inject:{__version__}"
