"""A Python that runs wherever its folder is: copied from a machine's own, without what no program here uses."""

from __future__ import annotations

import re
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from tools.release.problem import ReleaseError, run

_NO_PART = (
    "__pycache__",
    "site-packages",
    "config-*",
    *("test", "tests", "idlelib", "tkinter", "turtledemo", "turtle.py", "ensurepip", "lib2to3", "venv"),
    *("curses", "dbm", "sqlite3", "pydoc_data", "distutils"),
)
"""What of the standard library is left out."""

_NO_EXTENSION = (
    *("_tkinter", "_test*", "_ctypes_test", "_xxtestfuzz", "xxlimited*", "_xxsubinterpreters"),
    *("_curses*", "_dbm", "_gdbm", "_sqlite3", "_crypt", "nis", "ossaudiodev", "audioop", "readline", "_uuid", "spwd"),
)
_NO_WINDOWS_LIBRARY = ("sqlite3.dll", "tcl*.dll", "tk*.dll", "*.ico")
"""What only extensions need that are left out."""

_WINDOWS_LIBRARY = re.compile(r"python3(\d+)\.dll")
_OF_THE_SYSTEM = re.compile(
    r"(linux-vdso|ld-linux.*|libc|libm|libdl|libpthread|librt|libutil|libresolv|libgcc_s)(-[\w-]+)?\.so[.\d]*"
)
"""The C library's own: these are those of the machine on which it runs."""


@dataclass(frozen=True, slots=True)
class Interpreter:
    """A Python in a folder: its program, its standard library, and its minor version, such as ``3.12``."""

    program: Path
    library: Path
    version: str

    @property
    def packages(self) -> Path:
        """The folder of packages."""
        return self.library / "site-packages"


def interpreter_in(folder: Path) -> Interpreter:
    """Return the Python that is installed in a folder, as Unix or Windows has it. Raises ReleaseError."""
    libraries = [path for path in (folder / "lib").glob("python3.*") if (path / "os.py").exists()]
    minors = [found[1] for path in folder.glob("python3*.dll") if (found := _WINDOWS_LIBRARY.fullmatch(path.name))]
    if (folder / "python.exe").exists() and len(minors) == 1:
        return Interpreter(folder / "python.exe", folder / "Lib", f"3.{minors[0]}")
    if len(libraries) != 1:
        raise ReleaseError(f"--python {folder}: expected the folder in which one Python is installed, with bin and lib")
    (library,) = libraries
    program = next((path for name in ("python3", library.name) if (path := folder / "bin" / name).exists()), None)
    if program is None:
        raise ReleaseError(f"--python {folder}: there is no {library.name} in its bin")
    return Interpreter(program, library, library.name.removeprefix("python"))


def copy_interpreter(prefix: Path, target: Path) -> None:
    """Copy the Python installed in a folder, with the shared libraries that it needs beside it. Raises ReleaseError."""
    original = interpreter_in(prefix)
    copied = target / original.library.relative_to(prefix)
    shutil.copytree(original.library, copied, ignore=shutil.ignore_patterns(*_NO_PART))
    (copied / "site-packages").mkdir()
    if original.program.suffix == ".exe":
        _copy_windows_programs(prefix, target)
        return
    for pattern in _NO_EXTENSION:
        for extension in (copied / "lib-dynload").glob(f"{pattern}.*.so"):
            extension.unlink()
    (target / "bin").mkdir()
    program = target / "bin" / "python3"
    shutil.copy(original.program, program)
    if sys.platform == "linux":
        _bring_shared_libraries(prefix, program, copied / "lib-dynload", target / "lib")


def _copy_windows_programs(prefix: Path, target: Path) -> None:
    """Copy the program with the libraries beside it, and the extension modules with theirs."""
    for path in sorted([prefix / "python.exe", *prefix.glob("*.dll")]):
        shutil.copy(path, target)
    unused = [f"{pattern}.pyd" for pattern in _NO_EXTENSION]
    shutil.copytree(prefix / "DLLs", target / "DLLs", ignore=shutil.ignore_patterns(*unused, *_NO_WINDOWS_LIBRARY))


def _bring_shared_libraries(prefix: Path, program: Path, extensions: Path, folder: Path) -> None:
    """Copy what programs need beside the C library, and have them look for it relative to themselves."""
    files = {prefix / "bin" / Path(extensions.parent.name): (program, "$ORIGIN/../lib")}
    own = prefix / "lib" / extensions.parent.name / "lib-dynload"
    files |= {own / path.name: (path, "$ORIGIN/../..") for path in sorted(extensions.glob("*.so"))}
    needed: dict[str, Path] = {}
    for original in files:
        needed |= _needed_by(original)
    for name, path in sorted(needed.items()):
        shutil.copy(path, folder / name)
        (folder / name).chmod(0o755)
        files[path] = (folder / name, "$ORIGIN")
    for path, run_path in files.values():
        run(["strip", "--strip-unneeded", path], folder)
        if needed:
            run(["patchelf", "--set-rpath", run_path, path], folder)


def _needed_by(path: Path) -> dict[str, Path]:
    """Return the shared libraries that a program needs, and those that they need, by name."""
    found = re.findall(r"^\s+(\S+) => (\S+|not found)", run(["ldd", path], path.parent), re.MULTILINE)
    missing = [name for name, place in found if place == "not"]
    if missing:
        raise ReleaseError(f"{path} needs {', '.join(missing)}, which this machine does not have")
    return {name: Path(place) for name, place in found if not _OF_THE_SYSTEM.fullmatch(name)}
