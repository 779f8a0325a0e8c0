"""The source distribution and the wheel, as PyPI takes them."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from tools.release.problem import run

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tools.release.source import SourceTree


def emptied(folder: Path) -> None:
    """Make a folder, without what an earlier release left in it."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)


def build(tree: SourceTree, output: Path) -> Path:
    """Build both, the wheel from the source distribution, and have them checked. Returns the wheel."""
    python = [sys.executable, "-P", "-m"]
    run([*python, "build", "--no-isolation", "--outdir", str(output)], tree.folder, **tree.environment)
    (wheel,) = output.glob("*.whl")
    (sources,) = output.glob("*.tar.gz")
    run([*python, "twine", "check", "--strict", str(wheel), str(sources)], tree.folder)
    run([*python, "check_wheel_contents", str(wheel)], tree.folder)
    return wheel
