"""Modules that are found and loaded by our own finder are as Python's own would make them."""

from __future__ import annotations

import importlib
import importlib.util
import inspect
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kubectl_inject.startup.own_modules import OwnModules
from tests.own_programs import KUBECTL_INJECT

PACKAGE = "package_of_a_test"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Yield the folder of a package whose modules our finder finds."""
    folder = tmp_path / PACKAGE
    (folder / "room").mkdir(parents=True)
    for name, text in {
        "__init__": "",
        "module": "VALUE = 1\n",
        "room/__init__": "VALUE = 0\n",
        "room/inner": "VALUE = 2\n",
    }.items():
        (folder / f"{name}.py").write_text(text)
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "meta_path", [OwnModules(PACKAGE, str(folder)), *sys.meta_path])
    yield folder
    for name in [name for name in sys.modules if name.partition(".")[0] == PACKAGE]:
        del sys.modules[name]


def value_of(module: str) -> object:
    """Import a module as for the first time, and return its value."""
    sys.modules.pop(f"{PACKAGE}.{module}", None)
    return importlib.import_module(f"{PACKAGE}.{module}").VALUE


def bytecode_of(source: Path) -> Path:
    return Path(importlib.util.cache_from_source(str(source)))


@pytest.mark.parametrize(
    ("name", "source"), [("module", "module.py"), ("room", "room/__init__.py"), ("room.inner", "room/inner.py")]
)
def test_a_module_has_the_attributes_that_python_gives(folder: Path, name: str, source: str) -> None:
    def attributes() -> dict[str, object]:
        sys.modules.pop(f"{PACKAGE}.{name}", None)
        module = importlib.import_module(f"{PACKAGE}.{name}")
        given = {
            key: getattr(module, key, None) for key in ("__name__", "__file__", "__cached__", "__package__", "__path__")
        }
        spec = module.__spec__
        assert spec is not None
        return {
            **given,
            "source": inspect.getsource(module),
            "origin": spec.origin,
            "cached": spec.cached,
            "parent": spec.parent,
        }

    own = attributes()
    assert own["__file__"] == str(folder / source)
    del sys.meta_path[0]
    assert own == attributes()


def test_bytecode_is_written_and_then_read(folder: Path) -> None:
    assert value_of("module") == 1
    source = folder / "module.py"
    written = bytecode_of(source)
    state = source.stat()
    source.write_text("VALUE = 3\n")  # as long and, by its time, as old as the one before
    os.utime(source, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert (written.exists(), value_of("module")) == (True, 1)


@pytest.mark.parametrize("change", ["longer", "newer", "broken bytecode", "empty bytecode", "no bytecode"])
def test_other_bytecode_is_made_anew(change: str, folder: Path) -> None:
    assert value_of("module") == 1
    source = folder / "module.py"
    state = source.stat()
    match change:
        case "longer":
            source.write_text("VALUE = 30\n")
        case "newer":
            source.write_text("VALUE = 3\n")
            os.utime(source, ns=(state.st_atime_ns, state.st_mtime_ns + 2_000_000_000))
        case "broken bytecode":
            bytecode_of(source).write_bytes(b"no bytecode at all")
        case "empty bytecode":
            bytecode_of(source).write_bytes(b"")
        case "no bytecode":
            bytecode_of(source).unlink()
    assert value_of("module") == {"longer": 30, "newer": 3}.get(change, 1)


def test_what_is_not_there_is_not_found(folder: Path) -> None:
    with pytest.raises(ModuleNotFoundError, match=f"No module named '{PACKAGE}.missing'"):
        importlib.import_module(f"{PACKAGE}.missing")
    assert OwnModules(PACKAGE, str(folder)).find_spec("json") is None


def test_programs_run_where_bytecode_is_kept_elsewhere(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    ended = subprocess.run(
        [KUBECTL_INJECT, "inject", "--output", "x"],
        env={**os.environ, "PYTHONPYCACHEPREFIX": str(elsewhere), "PYTHONDONTWRITEBYTECODE": ""},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 2
    assert any(elsewhere.rglob("option_groups.*.pyc"))
