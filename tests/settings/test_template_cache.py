"""Compiled templates on disk: used where they are the user's own, and never needed."""

from __future__ import annotations

from pathlib import Path

import pytest

from kubectl_inject.gotemplate import CompiledTemplate, Template
from kubectl_inject.settings.template_cache import TemplateCache, user_cache

SOURCE = "hello {{ .name | upper }}\n{{ fail .name }}"


@pytest.fixture
def cache(tmp_path: Path) -> TemplateCache:
    return TemplateCache(str(tmp_path / "cache"))


def compiled(source: str = SOURCE) -> CompiledTemplate:
    return Template(source, name="sidecar").compiled


def stored_file(cache: TemplateCache) -> Path:
    (file,) = Path(cache.folder).iterdir()
    return file


def test_what_is_stored_is_the_same_template(cache: TemplateCache) -> None:
    assert cache.get(SOURCE, "sidecar") is None
    cache.put(compiled())
    assert cache.get(SOURCE, "sidecar") == compiled()


@pytest.mark.parametrize(("source", "name"), [(SOURCE + " ", "sidecar"), (SOURCE, "gateway")])
def test_another_template_is_not_it(cache: TemplateCache, source: str, name: str) -> None:
    cache.put(compiled())
    assert cache.get(source, name) is None


def test_only_the_owner_can_read_it(cache: TemplateCache) -> None:
    cache.put(compiled())
    assert (Path(cache.folder).stat().st_mode & 0o777, stored_file(cache).stat().st_mode & 0o777) == (0o700, 0o600)


@pytest.mark.parametrize("mode", [0o620, 0o602])
def test_a_file_that_others_could_write_is_ignored(cache: TemplateCache, mode: int) -> None:
    cache.put(compiled())
    stored_file(cache).chmod(mode)
    assert cache.get(SOURCE, "sidecar") is None


@pytest.mark.parametrize("mode", [0o720, 0o702])
def test_a_folder_that_others_could_write_is_not_used(cache: TemplateCache, mode: int) -> None:
    cache.put(compiled())
    Path(cache.folder).chmod(mode)
    assert cache.get(SOURCE, "sidecar") is None
    cache.put(compiled("another"))
    assert len(list(Path(cache.folder).iterdir())) == 1


def test_a_link_is_not_followed(cache: TemplateCache, tmp_path: Path) -> None:
    cache.put(compiled())
    elsewhere = tmp_path / "elsewhere"
    stored_file(cache).rename(elsewhere)
    cache.put(compiled())
    file = stored_file(cache)
    file.unlink()
    file.symlink_to(elsewhere)
    assert cache.get(SOURCE, "sidecar") is None


@pytest.mark.parametrize("content", [b"", b"not marshalled", b"N", b"\xa9\x01N"])
def test_a_broken_file_is_ignored(cache: TemplateCache, content: bytes) -> None:
    cache.put(compiled())
    stored_file(cache).write_bytes(content)
    assert cache.get(SOURCE, "sidecar") is None


def test_a_folder_that_cannot_be_made_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    cache = TemplateCache(str(tmp_path / "file" / "cache"))
    cache.put(compiled())
    assert cache.get(SOURCE, "sidecar") is None


@pytest.mark.parametrize(
    ("environment", "folder"),
    [
        pytest.param({"XDG_CACHE_HOME": "/cache", "HOME": "/home"}, "/cache/kubectl-inject", id="XDG"),
        pytest.param({"HOME": "/home"}, "/home/.cache/kubectl-inject", id="home"),
        pytest.param({"XDG_CACHE_HOME": "relative", "HOME": "/home"}, "/home/.cache/kubectl-inject", id="relative"),
        pytest.param({}, None, id="none"),
    ],
)
def test_the_user_s_folder(environment: dict[str, str], folder: str | None) -> None:
    found = user_cache(environment)
    assert (None if found is None else found.folder) == folder
