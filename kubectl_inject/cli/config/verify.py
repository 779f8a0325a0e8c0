"""``kubectl inject config verify``: whether a captured file is as it was written, and as the cluster is."""

from __future__ import annotations

import sys

import typer

from kubectl_inject.cli.formats.text import verification_text
from kubectl_inject.cli.shared_options import COLOR, REVISION, ClusterOptions
from kubectl_inject.options.option import CLUSTER, argument, option
from kubectl_inject.options.typer_commands import with_options
from kubectl_inject.startup.frozen import replace

EXAMPLES = """
Examples:

  kubectl inject config verify mesh/default.yaml

  kubectl inject config verify mesh/default.yaml --from-cluster
"""


@with_options
def verify(
    cluster: ClusterOptions,
    file: str = argument(text="A file that 'config capture' wrote.", metavar="FILE", completes="files"),
    from_cluster: bool = option("--from-cluster", text="Compare with the cluster too.", default=False, group=CLUSTER),
    revision: str = REVISION,
    color: str = COLOR,  # noqa: ARG001  # every command takes it; nothing here is coloured
) -> None:
    """Verify a captured file, by itself or by the cluster.

    Exits with 0 where it is as it was written, 1 where it is not, 2 on an error.
    """
    from kubectl_inject.cluster.control_plane import read_control_plane
    from kubectl_inject.config.saved_files import read_captured_file, was_edited
    from kubectl_inject.config.value_tree import leaf_differences

    if not from_cluster:
        cluster.check_unused()
    document, captured = read_captured_file(file)
    edited = was_edited(document)
    now = None
    if from_cluster:
        access = cluster.access(revision or captured.revision)
        now = read_control_plane(access.kubectl, access.names)
    differences = list(leaf_differences(replace(captured, workload_kinds=()).content(), now.content())) if now else []
    sys.stdout.write(verification_text(file, differences, edited=edited, server=now.source.server if now else None))
    raise typer.Exit(edited or bool(differences))
