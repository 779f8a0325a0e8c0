"""The Containerfiles of the images, with the commit that they are built of; the sources are their context."""

from __future__ import annotations

import re
from pathlib import Path

from tools.release.problem import ReleaseError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tools.release.source import SourceTree

IMAGES = {
    "argocd": Path("kubectl_inject", "argocd"),
    "krm": Path("kustomize_plugin"),
    "webhook": Path("kubectl_inject", "webhook"),
}
"""The images, and the folders of their Containerfiles."""
_COMMIT = 'ARG COMMIT=""\n'
_PINNED = re.compile(r"\S+@sha256:[0-9a-f]{64}")


def containerfile(text: str, commit: str) -> str:
    """Return a Containerfile that notes a commit. Raises ReleaseError where something it builds upon is not pinned."""
    stages = re.findall(r"^FROM \S+ AS (\S+)$", text, re.MULTILINE)
    for image in re.findall(r"^FROM (\S+)", text, re.MULTILINE):
        if image not in stages and not _PINNED.fullmatch(image):
            raise ReleaseError(f"FROM {image}: expected an image with its digest")
    if text.count(_COMMIT) != 1:
        raise ReleaseError(f"expected one line {_COMMIT.strip()}")
    return text.replace(_COMMIT, f'ARG COMMIT="{commit}"\n')


def build(tree: SourceTree, output: Path) -> None:
    """Write the Containerfiles."""
    for name, folder in IMAGES.items():
        text = (tree.folder / folder / "Containerfile").read_text(encoding="utf-8")
        path = output / f"kubectl-inject-{name}-{tree.version}.Containerfile"
        path.write_text(containerfile(text, tree.commit), encoding="utf-8")
