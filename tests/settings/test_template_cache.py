"""Compiled templates on disk: used where the user's own program wrote them, and never needed."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from kubectl_inject.gotemplate import CompiledTemplate, Template
from kubectl_inject.gotemplate.stored import to_bytes
from kubectl_inject.settings.template_cache import TemplateCache, user_cache
from tests.conftest import ROOT

SOURCE = "hello {{ .name | upper }}\n{{ fail .name }}"


@pytest.fixture
def cache(tmp_path: Path) -> TemplateCache:
    return TemplateCache(str(tmp_path / "cache"), str(tmp_path / "state" / "key"))


def compiled(source: str = SOURCE) -> CompiledTemplate:
    return Template(source, name="sidecar").compiled


def stored_file(cache: TemplateCache) -> Path:
    (file,) = Path(cache.folder).iterdir()
    return file


def key_file(cache: TemplateCache) -> Path:
    (file,) = Path(cache.key_file).parent.iterdir()
    return file


def mode(file: Path) -> int:
    return file.stat().st_mode & 0o777


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
    for file in (stored_file(cache), key_file(cache)):
        assert (mode(file.parent), mode(file)) == (0o700, 0o600)


def test_a_second_template_is_under_the_same_key(cache: TemplateCache) -> None:
    cache.put(compiled())
    key = key_file(cache).read_bytes()
    cache.put(compiled("another"))
    assert key_file(cache).read_bytes() == key
    assert cache.get(SOURCE, "sidecar") is not None


@pytest.mark.parametrize("others_may", [0o620, 0o602])
def test_a_file_that_others_could_write_is_removed(cache: TemplateCache, others_may: int) -> None:
    cache.put(compiled())
    stored_file(cache).chmod(others_may)
    assert cache.get(SOURCE, "sidecar") is None
    assert list(Path(cache.folder).iterdir()) == []


@pytest.mark.parametrize("others_may", [0o720, 0o702])
def test_a_folder_that_others_could_write_is_not_used(cache: TemplateCache, others_may: int) -> None:
    cache.put(compiled())
    Path(cache.folder).chmod(others_may)
    assert cache.get(SOURCE, "sidecar") is None
    cache.put(compiled("another"))
    assert len(list(Path(cache.folder).iterdir())) == 1


def test_a_folder_that_is_a_link_is_not_used(cache: TemplateCache, tmp_path: Path) -> None:
    cache.put(compiled())
    Path(cache.folder).rename(tmp_path / "elsewhere")
    Path(cache.folder).symlink_to(tmp_path / "elsewhere")
    assert cache.get(SOURCE, "sidecar") is None
    cache.put(compiled("another"))
    assert len(list((tmp_path / "elsewhere").iterdir())) == 1


@pytest.mark.parametrize("kind", ["link", "pipe", "folder"])
def test_what_is_no_file_is_not_read(cache: TemplateCache, tmp_path: Path, kind: str) -> None:
    cache.put(compiled())
    file = stored_file(cache)
    file.rename(tmp_path / "elsewhere")
    if kind == "link":
        file.symlink_to(tmp_path / "elsewhere")
    elif kind == "pipe":
        os.mkfifo(file)
    else:
        file.mkdir()
    assert cache.get(SOURCE, "sidecar") is None
    cache.put(compiled())
    assert (cache.get(SOURCE, "sidecar") is None) == (kind == "folder")


@pytest.mark.parametrize("sealed", [False, True], ids=["as it was before", "with the checksum of another"])
def test_a_forged_file_does_not_run(cache: TemplateCache, sealed: bool) -> None:
    cache.put(compiled())
    file = stored_file(cache)
    seal, compiler = file.read_bytes()[:32], _compiler_in(cache)
    code = compile("def template_0(*rest): raise SystemExit('forged')", "x", "exec").co_consts[0]
    forged = compiled()
    object.__setattr__(forged, "code", (code,))
    file.write_bytes(seal * sealed + to_bytes(forged, compiler))
    assert cache.get(SOURCE, "sidecar") is None
    assert not file.exists()


def _compiler_in(cache: TemplateCache) -> str:
    from kubectl_inject.gotemplate.stored import from_bytes

    return from_bytes(stored_file(cache).read_bytes()[32:])[0]


def test_a_file_of_another_key_does_not_run(cache: TemplateCache, tmp_path: Path) -> None:
    other = TemplateCache(cache.folder, str(tmp_path / "other" / "key"))
    other.put(compiled())
    cache.put(compiled("another"))
    assert cache.get(SOURCE, "sidecar") is None
    assert len(list(Path(cache.folder).iterdir())) == 1


# Python may crash on what is no code: a process of its own reads them.
READ = """
import sys
from kubectl_inject.settings.template_cache import TemplateCache
name, key, source, *files = sys.argv[1:]
cache = TemplateCache(name, key)
for bad in files:
    target = cache._file(source, "sidecar")
    open(target, "wb").write(open(bad, "rb").read())
    assert cache.get(source, "sidecar") is None
print(len(files))
"""


def test_corruption_costs_nothing_but_time(cache: TemplateCache, tmp_path: Path) -> None:
    cache.put(compiled())
    whole = stored_file(cache).read_bytes()
    chance = random.Random(18)
    files = []
    for number in range(60):
        data = bytearray(whole)
        for _ in range(chance.randrange(1, 5)):
            data[chance.randrange(len(data))] ^= chance.randrange(1, 256)
        files.append(tmp_path / f"bad-{number}")
        files[-1].write_bytes(data[: chance.randrange(len(data))] if number % 4 == 0 else data)
    for content in (b"", b"not marshalled", b"N", b"\xa9\x01N", whole + b" ", whole[32:]):
        files.append(tmp_path / f"bad-{len(files)}")
        files[-1].write_bytes(content)
    ended = subprocess.run(
        [sys.executable, "-c", READ, cache.folder, cache.key_file, SOURCE, *map(str, files)],
        capture_output=True,
        text=True,
        cwd=ROOT,
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "66\n", "")
    cache.put(compiled())
    assert cache.get(SOURCE, "sidecar") == compiled()


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda key: key.chmod(0o640), id="that others can read"),
        pytest.param(lambda key: key.write_bytes(b"short"), id="that is too short"),
        pytest.param(lambda key: key.unlink(), id="that is lost"),
        pytest.param(lambda key: key.symlink_to(key.rename(key.parent.parent / "moved")), id="that is a link"),
    ],
)
def test_a_key_is_replaced(cache: TemplateCache, spoil: object) -> None:
    cache.put(compiled())
    spoil(key_file(cache))  # type: ignore[operator]
    assert cache.get(SOURCE, "sidecar") is None
    cache.put(compiled())
    assert cache.get(SOURCE, "sidecar") == compiled()
    assert mode(key_file(cache)) == 0o600


@pytest.mark.parametrize("blocked", ["cache", "state"])
def test_a_folder_that_cannot_be_made_is_no_error(cache: TemplateCache, tmp_path: Path, blocked: str) -> None:
    (tmp_path / blocked).write_text("")
    cache.put(compiled())
    assert cache.get(SOURCE, "sidecar") is None
    assert not list(tmp_path.rglob("*.template"))


KEY = "kubectl-inject/template-cache.key"


@pytest.mark.parametrize(
    ("environment", "folder", "key"),
    [
        pytest.param(
            {"XDG_CACHE_HOME": "/cache", "XDG_STATE_HOME": "/state", "HOME": "/home"},
            "/cache/kubectl-inject",
            f"/state/{KEY}",
            id="XDG",
        ),
        pytest.param({"HOME": "/home"}, "/home/.cache/kubectl-inject", f"/home/.local/state/{KEY}", id="home"),
        pytest.param(
            {"XDG_CACHE_HOME": "relative", "XDG_STATE_HOME": "relative", "HOME": "/home"},
            "/home/.cache/kubectl-inject",
            f"/home/.local/state/{KEY}",
            id="relative",
        ),
    ],
)
def test_the_user_s_folders(environment: dict[str, str], folder: str, key: str) -> None:
    assert user_cache(environment, "/work") == TemplateCache(folder, key)


@pytest.mark.parametrize(
    ("cached", "state"),
    [
        pytest.param("", "", id="none"),
        pytest.param("repository/deep/cache", "state", id="cache in a repository"),
        pytest.param("cache", "repository/state", id="key in a repository"),
        pytest.param("current/cache", "state", id="cache below the current folder"),
        pytest.param("cache", "current", id="key in the current folder"),
        pytest.param("link/cache", "state", id="cache in a repository behind a link"),
        pytest.param("cache", "cache", id="key beside what is cached"),
    ],
)
def test_a_stranger_s_folder_is_not_used(tmp_path: Path, cached: str, state: str) -> None:
    (tmp_path / "repository" / ".git").mkdir(parents=True)
    (tmp_path / "current").mkdir()
    (tmp_path / "link").symlink_to("repository")
    names = {"XDG_CACHE_HOME": cached, "XDG_STATE_HOME": state}
    environment = {name: str(tmp_path / folder) for name, folder in names.items() if folder}
    assert user_cache(environment, str(tmp_path / "current")) is None
