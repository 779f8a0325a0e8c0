"""What Helm takes: the plugin for Helm 4, and the chart of the webhook."""

from __future__ import annotations

from pathlib import Path

from tools.release.archives import write_archive

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tools.release.source import SourceTree


def build(tree: SourceTree, output: Path) -> None:
    """Write both archives, as ``helm plugin install`` and ``helm install`` read them."""
    plugin = output / f"kubectl-inject-helm-plugin-{tree.version}.tgz"
    write_archive(plugin, tree.folder / "helm_postrenderer" / "plugin", "inject", tree.time)
    chart = tree.folder / "charts" / "kubectl-inject"
    write_archive(output / f"kubectl-inject-chart-{tree.version}.tgz", chart, "kubectl-inject", tree.time)
