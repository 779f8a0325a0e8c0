"""What Kustomize and Helm make of a part of a repository, in a copy of the files that it needs.

The copy holds regular files of the repository alone, so that no link and no path leads a program out of it. No
function, plugin or hook is run.
"""

from __future__ import annotations

import os
import shutil
import tempfile

from kubectl_inject.cluster.bounded_process import ProgramError, output_of
from kubectl_inject.manifests.output.writing import write_yaml
from kubectl_inject.manifests.parsing.limits import DEFAULT_LIMITS
from kubectl_inject.startup.frozen import dataclass
from kubectl_inject.wiring.plan import WiringError
from kubectl_inject.wiring.tree import path_below

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    from kubectl_inject.wiring.tree import Tree


@dataclass(frozen=True, slots=True)
class Release:
    """A chart and how it is rendered: paths are below the repository's root.

    ``replaces_defaults``: the files of values stand in place of the chart's own, as Flux has it. ``hooks``: what
    injects it sees hooks too.
    """

    name: str
    namespace: str
    chart: str
    value_files: tuple[str, ...] = ()
    values: tuple[Mapping[str, Any], ...] = ()
    set_values: tuple[str, ...] = ()
    replaces_defaults: bool = False
    hooks: bool = True


def build_kustomization(tree: Tree, files: Iterable[str], folder: str) -> bytes:
    """Return what Kustomize builds of a folder; ``files`` are those that it needs. Raises WiringError."""
    with tempfile.TemporaryDirectory(prefix="kubectl-inject-") as name:
        copy = os.path.realpath(name)
        tree.copy(files, copy)
        return _run([*_kustomize(folder), "--", os.path.join(copy, *folder.split("/"))], folder or ".", copy)


def build_patched(manifests: bytes, patches: object, what: str) -> bytes:
    """Return what Kustomize makes of manifests and patches, as Flux does behind Helm. Raises WiringError."""
    with tempfile.TemporaryDirectory(prefix="kubectl-inject-") as name:
        copy = os.path.realpath(name)
        for file, data in {
            "manifests.yaml": manifests,
            "kustomization.yaml": write_yaml({"resources": ["manifests.yaml"], "patches": patches}).encode(),
        }.items():
            with open(os.path.join(copy, file), "wb") as opened:
                opened.write(data)
        return _run([*_kustomize(what), "--", copy], what, copy)


def render_chart(tree: Tree, release: Release, what: str) -> bytes:
    """Return what Helm renders of a chart. Raises WiringError."""
    if shutil.which("helm") is None:
        raise WiringError(f"{what}: helm is not on the PATH, and the chart {release.chart} is rendered with it")
    files = [*tree.below(release.chart), *release.value_files]
    with tempfile.TemporaryDirectory(prefix="kubectl-inject-") as name:
        copy = os.path.realpath(name)
        tree.copy(files, copy)
        chart = os.path.join(copy, *release.chart.split("/"))
        flags = [f"--values={os.path.join(copy, *file.split('/'))}" for file in release.value_files]
        if release.replaces_defaults and release.value_files:
            own = os.path.join(chart, "values.yaml")
            if path_below(release.chart, "values.yaml") not in release.value_files and os.path.exists(own):
                os.unlink(own)
        for number, values in enumerate(release.values):
            file = os.path.join(copy, f".values-{number}.yaml")
            with open(file, "w", encoding="utf-8") as opened:
                opened.write(write_yaml(dict(values)))
            flags.append(f"--values={file}")
        flags += [f"--set={value}" for value in release.set_values]
        if not release.hooks:
            flags.append("--no-hooks")
        if release.namespace:
            flags.append(f"--namespace={release.namespace}")
        return _run(["helm", "template", *flags, "--", release.name, chart], what, copy)


def helm_major() -> int:
    """Return the major version of the Helm on the PATH, 3 where there is none or it does not tell."""
    if shutil.which("helm") is None:
        return 3
    printed = _run(["helm", "version", "--short"], "helm version", "")
    return 4 if printed.startswith(b"v4") else 3


def _kustomize(what: str) -> list[str]:
    if shutil.which("kustomize") is not None:
        return ["kustomize", "build"]
    if shutil.which("kubectl") is not None:
        return ["kubectl", "kustomize"]
    raise WiringError(f"{what}: neither kustomize nor kubectl is on the PATH, and kustomizations are built with one")


def _run(command: list[str], what: str, copy: str) -> bytes:
    """Return what a program prints. Raises WiringError, in one line without the copy's place."""
    try:
        return output_of(command, DEFAULT_LIMITS.input_bytes, unnamed=copy)
    except ProgramError as error:
        raise WiringError(f"{what}: {' '.join(str(error).split())}") from None
