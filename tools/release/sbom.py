"""The bill of materials of the self-contained archive: CycloneDX, as JSON."""

from __future__ import annotations

import json
import re
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import Any

from tools.release.checksums import sha256
from tools.release.problem import run
from tools.release.standalone.archive import PREFIX
from tools.release.standalone.interpreter import interpreter_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tools.release.source import SourceTree
_LICENCES = {
    "libbz2": "bzip2-1.0.6",
    "libcrypto": "Apache-2.0",
    "libexpat": "MIT",
    "libffi": "MIT",
    "liblzma": "0BSD",
    "libssl": "Apache-2.0",
    "libz": "Zlib",
}
"""Of the shared libraries that an archive may have beside Python's own."""


def build(tree: SourceTree, archive: Path, output: Path) -> None:
    """Write what the archive has in it: cyclonedx-py reads its packages, and Python itself is added."""
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(archive) as files:
            files.extractall(folder, filter="data")
        python = interpreter_in(Path(folder) / PREFIX / "python")
        text = run(
            [
                *(sys.executable, "-P", "-m", "cyclonedx_py", "environment", "--output-reproducible"),
                *("--pyproject", tree.folder / "pyproject.toml", "--mc-type", "application"),
                *("--gather-license-texts", "--spec-version", "1.6", python.program),
            ],
            tree.folder,
            **tree.environment,
        )
        shared = [*python.library.parent.glob("*.so*"), *python.library.parent.glob("DLLs/*.dll")]
        libraries = [_library(path) for path in sorted(shared)]
        version = run([python.program, "-I", "-V"], tree.folder).split()[1]
    document = json.loads(text)
    document["components"].append(
        {
            "bom-ref": f"python=={version}",
            "type": "platform",
            "name": "CPython",
            "version": version,
            "licenses": [{"license": {"id": "Python-2.0.1"}}],
            "cpe": f"cpe:2.3:a:python:python:{version}:*:*:*:*:*:*:*",
            "description": f"the interpreter and the standard library of Python {python.version}",
        }
    )
    document["components"] += [library for library in libraries if not library["name"].startswith("libpython")]
    subject = document["metadata"]["component"]
    subject["version"] = tree.version
    subject["hashes"] = [{"alg": "SHA-256", "content": sha256(archive)}]
    path = output / f"kubectl-inject-{tree.version}.cdx.json"
    path.write_text(json.dumps(document, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def _library(path: Path) -> dict[str, Any]:
    """Return a shared library as a component, by the name of its file: what version it is of, only its digest tells."""
    licence = _LICENCES.get(re.split(r"[.-]", path.name)[0])
    return {
        "bom-ref": path.name,
        "type": "library",
        "name": path.name,
        "hashes": [{"alg": "SHA-256", "content": sha256(path)}],
        **({"licenses": [{"license": {"id": licence}}]} if licence else {}),
    }
