"""The manifest by which krew installs the plugin: inject.yaml, as its index takes it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from tools.release.checksums import sha256
from tools.release.standalone.archive import PREFIX, archive_name
from tools.release.standalone.platforms import platforms

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from tools.release.source import SourceTree

NAME = "inject.yaml"
_CAVEATS = """\
kubectl's own completion of `kubectl inject` asks a program that krew does not link. Link it beside the plugin:
  root="${KREW_ROOT:-$HOME/.krew}"
  ln -s "$root/store/inject/v%s/kubectl_complete-inject" "$root/bin/"
"""


def manifest(version: str, archives: Iterable[Path], url: str) -> dict[str, Any]:
    """Return the manifest for the platforms whose archives are given.

    Windows is left out: krew links to programs, and ours there look for their Python beside the link.
    """
    by_name = {path.name: path for path in archives}
    linked = [each for each in platforms().values() if each.os != "windows"]
    found = [(each, by_name.get(archive_name(version, each))) for each in linked]
    return {
        "apiVersion": "krew.googlecontainertools.github.com/v1alpha2",
        "kind": "Plugin",
        "metadata": {"name": "inject"},
        "spec": {
            "version": f"v{version}",
            "homepage": url.partition("/releases/")[0],
            "shortDescription": "Inject Istio's sidecar into manifests",
            "description": (
                "Injects Istio's sidecar into manifests before they reach a cluster, as the\n"
                "cluster's own injector would. It needs no cluster, and no Python.\n"
            ),
            "caveats": _CAVEATS % version,
            "platforms": [
                {
                    "selector": {"matchLabels": {"os": platform.os, "arch": platform.arch}},
                    "uri": f"{url}/{path.name}",
                    "sha256": sha256(path),
                    "files": [{"from": f"{PREFIX}/*", "to": "."}],
                    "bin": "kubectl-inject",
                }
                for platform, path in found
                if path is not None
            ],
        },
    }


def build(tree: SourceTree, archives: Iterable[Path], url: str, output: Path) -> None:
    """Write the manifest."""
    text = yaml.safe_dump(manifest(tree.version, archives, url), sort_keys=False, width=100)
    (output / NAME).write_text(text, encoding="utf-8")
