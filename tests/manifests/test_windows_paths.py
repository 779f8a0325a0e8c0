"""Paths by Windows' rules, as package ntpath has them: drives, backslashes, and names whose case does not count."""

from __future__ import annotations

import ntpath
from types import ModuleType, SimpleNamespace

import pytest

from kubectl_inject.cli.formats import github
from kubectl_inject.manifests import exclusion, repository
from kubectl_inject.manifests.exclusion import Exclusion

FOLDER = "C:\\shop"


@pytest.fixture(autouse=True)
def windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give the modules Windows' rules, and a current folder; links cannot be followed here."""
    path = ModuleType("path")
    vars(path).update(vars(ntpath))

    def absolute(name: str) -> str:
        return ntpath.normpath(ntpath.join(FOLDER, name))

    vars(path).update(
        abspath=absolute,
        realpath=absolute,
        relpath=lambda name: ntpath.relpath(absolute(name), FOLDER),
    )
    system = SimpleNamespace(path=path, sep="\\", pardir="..", getcwd=lambda: FOLDER)
    for module in (exclusion, github, repository):
        monkeypatch.setattr(module, "os", system)


@pytest.mark.parametrize(
    ("file", "folder", "within"),
    [
        ("C:\\shop\\deploy\\web.yaml", "C:\\shop", True),
        ("deploy/web.yaml", "C:\\shop", True),
        ("c:\\Shop\\web.yaml", "C:\\shop", True),
        ("C:\\shops\\web.yaml", "C:\\shop", False),
        ("C:\\shop\\..\\web.yaml", "C:\\shop", False),
        ("D:\\shop\\web.yaml", "C:\\shop", False),
        ("\\\\server\\share\\web.yaml", "C:\\shop", False),
    ],
)
def test_what_is_in_a_folder(file: str, folder: str, within: bool) -> None:
    assert repository.is_within(file, folder) is within


@pytest.mark.parametrize(
    ("pattern", "path", "excluded"),
    [
        ("tests", "deploy\\tests\\web.yaml", True),
        ("apps/*/old", "deploy\\apps\\a\\old\\web.yaml", True),
        ("apps\\b.yaml", "deploy/apps/b.yaml", True),
        ("apps", "deploy\\web.yaml", False),
    ],
)
def test_what_patterns_leave_out(pattern: str, path: str, excluded: bool) -> None:
    assert Exclusion((pattern,)).excludes(path, "deploy") is excluded


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("deploy\\web.yaml", "deploy/web.yaml"),
        ("C:\\shop\\deploy\\web.yaml", "deploy/web.yaml"),
        ("..\\web.yaml", "..\\web.yaml"),
        ("D:\\web.yaml", "D:\\web.yaml"),
    ],
)
def test_paths_of_annotations(source: str, shown: str) -> None:
    assert github._path(source) == shown  # noqa: SLF001  # the rest of the line is the same everywhere
