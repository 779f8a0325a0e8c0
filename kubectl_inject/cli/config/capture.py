"""``kubectl inject config capture``: a control plane's configuration as one file."""

from __future__ import annotations

from kubectl_inject.cli.output.placement import Placement
from kubectl_inject.cli.output.progress import note
from kubectl_inject.cli.output.spool import HeldOutput
from kubectl_inject.cli.shared_options import COLOR, REVISION, ClusterOptions
from kubectl_inject.options.option import OUTPUT, option, path_of
from kubectl_inject.options.typer_commands import with_options

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path

    from kubectl_inject.config.captured import CapturedConfig

EXAMPLES = """
Examples:

  # Write mesh/default.yaml

  kubectl inject config capture -o mesh/

  # Another revision, of another cluster

  kubectl inject config capture -r 1-31 --context staging -o mesh/
"""

CONFIG_PATH = option(
    "-o",
    "--output",
    text="File or folder. Default: standard output.",
    default=None,
    metavar="PATH",
    group=OUTPUT,
    completes="files",
)

WORKLOAD_KIND = option(
    "--workload-kind",
    text="Kind of your own to write too, such as Game.example.com=spec.game. Can be repeated.",
    default=None,
    metavar="KIND",
    repeated=True,
)


@with_options
def capture(
    cluster: ClusterOptions,
    revision: str = REVISION,
    workload_kind: list[str] | None = WORKLOAD_KIND,
    output: str | None = CONFIG_PATH,
    color: str = COLOR,  # noqa: ARG001  # every command takes it; nothing here is coloured
) -> None:
    """Write a control plane's configuration as one file.

    The same cluster gives the same bytes.
    """
    from kubectl_inject.cluster.control_plane import read_control_plane
    from kubectl_inject.kubernetes.workload_kinds import KNOWN, read_kinds
    from kubectl_inject.startup.frozen import replace

    own = tuple(workload_kind or ())
    read_kinds(own, KNOWN)  # before the cluster is read, so that an error comes at once
    access = cluster.access(revision)
    captured = replace(read_control_plane(access.kubectl, access.names), workload_kinds=own)
    write_config(captured, output, f"of revision {captured.revision}")


def write_config(config: CapturedConfig, output: str | None, what: str) -> None:
    """Write a configuration as one file: to ``output``, or below it where that is a folder, and report ``what`` it is.

    None is standard output, with no report. Raises InjectionError.
    """
    from kubectl_inject.config.captured import KIND
    from kubectl_inject.manifests.output.writing import write_yaml

    file = _file_in(path_of(output), config.revision or "default")
    Placement([], file).write([HeldOutput("", [write_yaml(config.document()).encode()])])
    if file is not None:
        note(f"{KIND} {what}: {file}")


def _file_in(output: Path | None, revision: str) -> Path | None:
    """Return the file to write: where a folder is given, the revision's in it."""
    if output is None or (output.suffix in (".yaml", ".yml") and not output.is_dir()):
        return output
    output.mkdir(parents=True, exist_ok=True)
    return output / f"{revision}.yaml"
