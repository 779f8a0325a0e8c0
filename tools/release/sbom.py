"""The bill of materials of the self-contained archive: CycloneDX, as JSON."""

from __future__ import annotations

import json
import sys
import tarfile
import tempfile
from pathlib import Path

from tools.release.checksums import sha256
from tools.release.problem import run
from tools.release.standalone import PREFIX, site_packages_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tools.release.source import SourceTree


def build(tree: SourceTree, archive: Path, output: Path) -> None:
    """Write what the archive has in it: cyclonedx-py reads its packages, and Python itself is added."""
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(archive) as files:
            files.extractall(folder, filter="data")
        root = Path(folder) / PREFIX
        text = run(
            [
                *(sys.executable, "-P", "-m", "cyclonedx_py", "environment", "--output-reproducible"),
                *("--pyproject", tree.folder / "pyproject.toml", "--mc-type", "application"),
                *("--gather-license-texts", "--spec-version", "1.6", root / "python" / "bin" / "python3"),
            ],
            tree.folder,
            **tree.environment,
        )
        python = site_packages_in(root).parent.name.removeprefix("python")
        version = run([root / "python" / "bin" / "python3", "-I", "-V"], tree.folder).split()[1]
    document = json.loads(text)
    document["components"].append(
        {
            "bom-ref": f"python=={version}",
            "type": "platform",
            "name": "CPython",
            "version": version,
            "licenses": [{"license": {"id": "Python-2.0.1"}}],
            "cpe": f"cpe:2.3:a:python:python:{version}:*:*:*:*:*:*:*",
            "description": f"the interpreter and the standard library of Python {python}",
        }
    )
    subject = document["metadata"]["component"]
    subject["version"] = tree.version
    subject["hashes"] = [{"alg": "SHA-256", "content": sha256(archive)}]
    path = output / f"kubectl-inject-{tree.version}.cdx.json"
    path.write_text(json.dumps(document, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
