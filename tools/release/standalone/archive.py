"""The self-contained archive: this package, what it needs, and a Python of its own that runs wherever it is unpacked.

    kubectl-inject/kubectl-inject       starts the Python below, on Windows as an .exe; the other programs lie beside it
    kubectl-inject/python/              the interpreter, the standard library, and site-packages

A frozen program would be smaller and cannot start workers as ``python -c``; see docs/architecture.md.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import tomllib
from pathlib import Path

from tools.release.archives import write_archive
from tools.release.problem import run
from tools.release.standalone import interpreter
from tools.release.standalone.launchers import write_launcher

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tools.release.source import SourceTree
    from tools.release.standalone.interpreter import Interpreter
    from tools.release.standalone.platforms import Platform

PREFIX = "kubectl-inject"
"""The folder that is in the archive."""

_OF_NO_USE = ("RECORD", "INSTALLER", "REQUESTED", "direct_url.json")
"""What pip notes of an installation: it would tell of the machine on which the archive was made."""


def archive_name(version: str, platform: Platform) -> str:
    """Return the name of the archive for a platform."""
    return f"kubectl-inject-{version}-{platform.name}.tar.gz"


def build(tree: SourceTree, wheel: Path, platform: Platform, python: Path, output: Path) -> Path:
    """Build the archive of a platform, from the wheel and the Python in a folder."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / PREFIX
        interpreter.copy_interpreter(python, root / "python")
        copied = interpreter.interpreter_in(root / "python")
        _install(tree, wheel, platform, copied)
        _compile(tree, root, copied)
        for name, entry in _programs(tree).items():
            write_launcher(root, name, entry, platform)
        shutil.copy(tree.folder / "LICENSE", root)
        archive = output / archive_name(tree.version, platform)
        write_archive(archive, root, PREFIX, tree.time)
    return archive


def _install(tree: SourceTree, wheel: Path, platform: Platform, python: Interpreter) -> None:
    """Install the wheel with its dependencies, those of the webhook too, as wheels for the platform."""
    run(
        [
            *(sys.executable, "-P", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-compile"),
            *("--only-binary", ":all:", "--implementation", "cp"),
            *("--python-version", python.version),
            *(word for tag in platform.wheels for word in ("--platform", tag)),
            *("--constraint", "constraints.txt", "--target", python.packages, f"{wheel}[serve]"),
        ],
        tree.folder,
        **tree.environment,
    )
    shutil.rmtree(python.packages / "bin", ignore_errors=True)
    for note in [path for name in _OF_NO_USE for path in python.packages.glob(f"*.dist-info/{name}")]:
        note.unlink()


def _compile(tree: SourceTree, root: Path, python: Interpreter) -> None:
    """Write bytecode that is never compared with its source, so that nothing depends on the time of files."""
    for cache in list(python.library.rglob("__pycache__")):
        shutil.rmtree(cache)
    run(
        [
            *(python.program, "-I", "-m", "compileall", "-q", "-f", "-j", "1"),
            *("--invalidation-mode", "unchecked-hash", "-s", root, python.library),
        ],
        tree.folder,
        **tree.environment,
    )


def _programs(tree: SourceTree) -> dict[str, str]:
    project = tomllib.loads((tree.folder / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    scripts: dict[str, str] = project["scripts"]
    return scripts
