"""Paths by Windows' rules, as package ntpath has them: drives, backslashes, and names whose case does not count."""

from __future__ import annotations

import ntpath
import os
from types import ModuleType, SimpleNamespace

import pytest

from kubectl_inject.cli.formats import github, sarif
from kubectl_inject.manifests.input import exclusion, repository, sources
from kubectl_inject.manifests.input.exclusion import Exclusion
from kubectl_inject.settings import repository as settings_repository
from kubectl_inject.settings import settings_file, template_cache
from kubectl_inject.settings.injection_settings import InjectionSettings
from kubectl_inject.settings.resolved import SettingsLayer
from kubectl_inject.wiring import tree

FOLDER = "C:\\shop"
FILES = {"c:\\shop\\.git", "c:\\shop\\kubectl-inject.yaml"}


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
        relpath=lambda name, folder=".": ntpath.relpath(absolute(name), absolute(folder)),
        isdir=lambda _: False,
        isfile=lambda name: ntpath.normcase(name) in FILES,
        exists=lambda name: ntpath.normcase(name) in FILES,
        samefile=lambda one, other: ntpath.normcase(absolute(one)) == ntpath.normcase(absolute(other)),
    )
    system = SimpleNamespace(
        **{name: vars(os)[name] for name in ("environ", "fsencode", "fspath", "stat")}, path=path, sep="\\"
    )
    for module in (exclusion, repository, sarif, settings_file, settings_repository, sources, template_cache, tree):
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


@pytest.mark.parametrize(
    ("source", "uri"),
    [
        ("deploy\\new web.yaml", "deploy/new%20web.yaml"),
        ("C:\\shop\\deploy\\web.yaml", "file:///C:/shop/deploy/web.yaml"),
        ("\\\\server\\share\\web.yaml", "file:///server/share/web.yaml"),
        ("https://x.example/web.yaml", "https://x.example/web.yaml"),
    ],
)
def test_addresses_of_sarif(source: str, uri: str) -> None:
    assert sarif._uri(source) == uri  # noqa: SLF001  # the rest of the log is the same everywhere


@pytest.mark.parametrize(
    ("path", "folder", "way"),
    [
        ("C:\\shop\\deploy\\web.yaml", "C:\\shop", "deploy/web.yaml"),
        ("C:\\web.yaml", "C:\\shop\\deploy", "../../web.yaml"),
        ("D:\\web.yaml", "C:\\shop", None),
    ],
)
def test_the_way_to_a_file(path: str, folder: str, way: str | None) -> None:
    assert repository.relative_path(path, folder) == way


@pytest.mark.parametrize(
    ("folder", "root"),
    [("C:\\shop\\deploy\\a", "C:\\shop"), ("deploy", "C:\\shop"), ("C:\\", None), ("D:\\shop", None)],
)
def test_the_repository_of_a_folder(folder: str, root: str | None) -> None:
    assert repository.repository_of(folder) == root


@pytest.mark.parametrize(
    ("name", "refused"),
    [
        ("mesh\\config.yaml", False),
        ("C:\\shop\\mesh.yaml", False),
        ("..\\..\\mesh.yaml", True),
        ("\\mesh.yaml", True),
        ("D:mesh.yaml", True),
        ("\\\\server\\share\\mesh.yaml", True),
    ],
)
def test_files_that_settings_may_name(name: str, refused: bool) -> None:
    problem = settings_repository.refusal(ntpath.join("C:\\shop\\deploy", name), "C:\\shop\\deploy")
    assert ("leads out of C:\\shop" in problem) is refused


@pytest.mark.parametrize(
    ("folder", "found"),
    [("C:\\shop\\deploy\\a", "C:\\shop\\kubectl-inject.yaml"), ("C:\\other", None), ("D:\\shop", None)],
)
def test_the_settings_file_of_a_folder(folder: str, found: str | None) -> None:
    assert settings_file.find_settings_file(folder) == found


@pytest.mark.parametrize(
    ("source", "folder", "shown"),
    [
        ("C:\\shop\\kubectl-inject.yaml", "C:\\shop\\deploy", "../kubectl-inject.yaml"),
        ("C:\\shop\\kubectl-inject.yaml", "c:\\SHOP", ""),
        ("D:\\kubectl-inject.yaml", "C:\\shop", "D:\\kubectl-inject.yaml"),
    ],
)
def test_how_a_settings_file_above_is_shown(source: str, folder: str, shown: str) -> None:
    layers = [SettingsLayer(source, InjectionSettings())]
    assert settings_file.settings_file_above(layers, folder) == shown


@pytest.mark.parametrize(
    ("environment", "folder"),
    [
        ({"USERPROFILE": "C:\\Users\\a"}, "C:\\Users\\a\\.cache\\kubectl-inject"),
        ({"USERPROFILE": "C:\\Users\\a", "XDG_CACHE_HOME": "E:\\cache"}, "E:\\cache\\kubectl-inject"),
        ({"USERPROFILE": "C:\\shop\\a"}, None),
        ({"USERPROFILE": "a"}, None),
        ({}, None),
    ],
)
def test_where_templates_are_kept(environment: dict[str, str], folder: str | None) -> None:
    cache = template_cache.user_cache(environment, FOLDER)
    assert (cache and cache.folder) == folder


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("base/web.yaml", "deploy/base/web.yaml"),
        ("../web.yaml", "web.yaml"),
        ("../../web.yaml", None),
        ("..\\..\\web.yaml", None),
        ("\\web.yaml", None),
        ("D:web.yaml", None),
    ],
)
def test_what_files_of_a_repository_name(name: str, path: str | None) -> None:
    assert tree.path_below("deploy", name) == path


def test_manifests_have_one_order_on_every_system() -> None:
    assert sources.in_order(["a\\b.yaml", "a\\B\\c.yaml", "A.yaml"]) == ["A.yaml", "a\\B\\c.yaml", "a\\b.yaml"]
