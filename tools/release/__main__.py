"""``python -m tools.release VERSION``: builds into dist/, and prints what was built."""

from __future__ import annotations

import argparse
import sys
import sysconfig
import tempfile
from pathlib import Path

from tools.release import checksums, notes, sbom, source
from tools.release.channels import charts, images, krew, packages
from tools.release.problem import ReleaseError
from tools.release.standalone import archive
from tools.release.standalone.platforms import platform_here

ROOT = Path(__file__).resolve().parents[2]
_DOWNLOADS = "https://github.com/kubectl-inject/kubectl-inject/releases/download"


def main() -> int:
    """Build; return the exit status."""
    parser = argparse.ArgumentParser(prog="make release", description="Build a release into a folder.")
    parser.add_argument("version", help="must be the version of the package")
    parser.add_argument("--output", type=Path, default=ROOT / "dist", help="folder, which is emptied first")
    parser.add_argument(
        "--python", type=Path, default=Path(sys.base_prefix), help="the Python that the self-contained archive gets"
    )
    parser.add_argument("--commit", default="HEAD", help="what is released")
    parser.add_argument("--url", default=_DOWNLOADS, help="where the files of all versions are to be found")
    given = parser.parse_args()
    try:
        built = release(given.version, given.output, given.python, given.url, given.commit)
    except ReleaseError as error:
        sys.stderr.write(f"error: {error}\n")
        return 1
    for path in built:
        sys.stdout.write(f"{path.stat().st_size / 1e6:7.2f} MB  {path.name}\n")
    return 0


def release(version: str, output: Path, python: Path, url: str, commit: str = "HEAD") -> list[Path]:
    """Build everything, and return the files. Raises ReleaseError."""
    with tempfile.TemporaryDirectory() as folder:
        tree = source.exported(ROOT, commit, version, Path(folder) / "source")
        packages.emptied(output)
        wheel = packages.build(tree, output)
        standalone = archive.build(tree, wheel, platform_here(sysconfig.get_platform()), python, output)
        krew.build(tree, [standalone], f"{url}/v{version}", output)
        charts.build(tree, output)
        images.build(tree, output)
        sbom.build(tree, standalone, output)
        notes.build(tree, output)
        checksums.build(output)
    return sorted(output.iterdir())


if __name__ == "__main__":
    sys.exit(main())
