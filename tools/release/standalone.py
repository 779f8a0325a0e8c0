"""The self-contained archive: this package, what it needs, and a Python of its own that runs wherever it is unpacked.

    kubectl-inject/kubectl-inject       a shell script that starts python/bin/python3; the other programs lie beside it
    kubectl-inject/python/              the interpreter, the standard library, and site-packages

A frozen program would be smaller and cannot start workers as ``python -c``; see docs/architecture.md.
"""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
import tomllib
from pathlib import Path

from tools.release import interpreter
from tools.release.archives import write_archive
from tools.release.problem import ReleaseError, run

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tools.release.platforms import Platform
    from tools.release.source import SourceTree

PREFIX = "kubectl-inject"
"""The folder that is in the archive."""

# POSIX's readlink takes no flags; krew and people link to the programs.
_LAUNCHER = """\
#!/bin/sh
self=$0
while [ -L "$self" ]; do
  link=$(readlink "$self")
  case $link in
    /*) self=$link ;;
    *) self=${{self%/*}}/$link ;;
  esac
done
exec "${{self%/*}}/python/bin/python3" -I -c 'from {module} import {function}; {function}()' "$@"
"""
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
        packages = site_packages_in(root)
        _install(tree, wheel, platform, packages)
        _compile(tree, root)
        for name, entry in _programs(tree).items():
            _write_launcher(root / name, entry)
        shutil.copy(tree.folder / "LICENSE", root)
        archive = output / archive_name(tree.version, platform)
        write_archive(archive, root, PREFIX, tree.time)
    return archive


def site_packages_in(root: Path) -> Path:
    """Return the folder of packages in an unpacked archive. Raises ReleaseError where there is no Python."""
    found = list((root / "python" / "lib").glob("python3.*/site-packages"))
    if len(found) != 1:
        raise ReleaseError(f"{root}: there is no Python with a folder for packages")
    return found[0]


def _install(tree: SourceTree, wheel: Path, platform: Platform, packages: Path) -> None:
    """Install the wheel with its dependencies, those of the webhook too, as wheels for the platform."""
    python = re.sub(r"\D", "", packages.parent.name)
    run(
        [
            *(sys.executable, "-P", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-compile"),
            *("--only-binary", ":all:", "--implementation", "cp", "--python-version", python),
            *(word for tag in platform.wheels for word in ("--platform", tag)),
            *("--constraint", "constraints.txt", "--target", packages, f"{wheel}[serve]"),
        ],
        tree.folder,
        **tree.environment,
    )
    shutil.rmtree(packages / "bin", ignore_errors=True)
    for note in [path for name in _OF_NO_USE for path in packages.glob(f"*.dist-info/{name}")]:
        note.unlink()


def _compile(tree: SourceTree, root: Path) -> None:
    """Write bytecode that is never compared with its source, so that nothing depends on the time of files."""
    library = site_packages_in(root).parent
    for cache in list(library.rglob("__pycache__")):
        shutil.rmtree(cache)
    run(
        [
            *(root / "python" / "bin" / "python3", "-I", "-m", "compileall", "-q", "-f", "-j", "1"),
            *("--invalidation-mode", "unchecked-hash", "-s", root, library),
        ],
        tree.folder,
        **tree.environment,
    )


def _programs(tree: SourceTree) -> dict[str, str]:
    project = tomllib.loads((tree.folder / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    scripts: dict[str, str] = project["scripts"]
    return scripts


def _write_launcher(path: Path, entry: str) -> None:
    module, _, function = entry.partition(":")
    path.write_text(_LAUNCHER.format(module=module, function=function), encoding="utf-8")
    path.chmod(0o755)
