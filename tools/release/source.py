"""The commit that is released, as a folder that has its files and nothing else."""

from __future__ import annotations

import re
import sys
import tarfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from hatch_build import commit_note
from tools.release.problem import ReleaseError, run

_VERSION = re.compile(r'^__version__ = "(.+)"$', re.MULTILINE)
_PLACE = Path("kubectl_inject") / "__init__.py"


@dataclass(frozen=True, slots=True)
class SourceTree:
    """The folder, the version in it, the commit, and the second since 1970 in which that was made."""

    folder: Path
    version: str
    commit: str
    time: int

    @property
    def environment(self) -> dict[str, str]:
        """The variables by which tools give the same bytes for the same commit."""
        return {"SOURCE_DATE_EPOCH": str(self.time), "PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8"}


def version_in(folder: Path) -> str:
    """Return the version of the package in a folder."""
    found = _VERSION.search((folder / _PLACE).read_text(encoding="utf-8"))
    if found is None:
        raise ReleaseError(f"{_PLACE}: there is no __version__")
    return found[1]


def exported(root: Path, named: str, version: str, folder: Path) -> SourceTree:
    """Write the files of a commit, by any name of it, into a new folder. Raises ReleaseError for another version."""
    commit, time = run(["git", "log", "-1", "--format=%H %ct", named], root).split()
    if named == "HEAD" and run(["git", "status", "--porcelain"], root).strip():
        sys.stderr.write(f"what is not committed is not in the release: it is built from {commit[:12]}\n")
    archive = folder.with_suffix(".tar")
    run(["git", "archive", "--output", str(archive), commit], root)
    with tarfile.open(fileobj=BytesIO(archive.read_bytes())) as files:
        files.extractall(folder, filter="data")
    check_version(version, version_in(folder))
    (folder / "kubectl_inject" / "cli" / "built.py").write_text(commit_note(commit), encoding="utf-8")
    return SourceTree(folder, version, commit, int(time))


def check_version(given: str, found: str) -> None:
    """Raise ReleaseError where the version to release is not the package's."""
    if given != found:
        raise ReleaseError(
            f"VERSION={given}, but {_PLACE} has {found}. Write {given} there and its notes into CHANGELOG.md, and "
            f"commit both; or release {found}"
        )
