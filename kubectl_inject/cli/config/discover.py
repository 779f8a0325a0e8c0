"""``kubectl inject config discover``: which kinds of a cluster's custom resources have Pod templates."""

from __future__ import annotations

import sys

from kubectl_inject.cli.output.progress import note
from kubectl_inject.cli.shared_options import ClusterOptions
from kubectl_inject.options.typer_commands import with_options

EXAMPLES = """
Example:

  kubectl inject config discover
"""


@with_options
def discover(cluster: ClusterOptions) -> None:
    """List the cluster's custom resources that have Pod templates, each with the option that includes it."""
    from kubectl_inject.cluster.custom_kinds import custom_kinds
    from kubectl_inject.kubernetes.workload_kinds import known_kind, line_for
    from kubectl_inject.printable import printable_line

    for each in custom_kinds(cluster.access("").kubectl):
        row = known_kind(each.group, each.kind)
        if row is None:
            line = line_for(f"{each.group}/{each.version}", each.kind, each.templates)
            sys.stdout.write(printable_line(line) + "\n")
        else:
            why = row.left_alone or row.caution
            note(f"{each.kind}.{each.group}: known already{', and left alone: ' + why if why else ''}")
