"""``kubectl inject config``: capture a mesh's configuration, look at it, compare it, verify it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kubectl_inject.cli.placement import Placement
from kubectl_inject.cli.settings import ClusterOptions, ConfigurationOptions, check_choice
from kubectl_inject.cli.spool import HeldOutput
from kubectl_inject.cli.typer_commands import with_options

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kubectl_inject.config.injection_config import InjectionConfig

_CAPTURE_EXAMPLE = """
Examples:

  # Write mesh/default.yaml

  kubectl inject config capture -o mesh/

  # Another revision, of another cluster

  kubectl inject config capture --revision 1-31 --context staging -o mesh/staging.yaml
"""
_SHOW_EXAMPLE = """
Example:

  kubectl inject config show --config mesh/default.yaml
"""
_DIFF_EXAMPLE = """
Examples:

  kubectl inject config diff mesh/1-30.yaml mesh/1-31.yaml

  # What an upgrade of a default installation would change in your own workloads

  kubectl inject config diff 1.30 1.31 -f deploy/
"""
_VERIFY_EXAMPLE = """
Examples:

  kubectl inject config verify mesh/default.yaml

  kubectl inject config verify mesh/default.yaml --from-cluster
"""

Revision = Annotated[str, typer.Option("--revision", "-r", help="Revision of the control plane, or a tag.")]

app = typer.Typer(name="config", no_args_is_help=True, help="The configuration to inject with.")


@app.command(epilog=_CAPTURE_EXAMPLE)
@with_options
def capture(
    cluster: ClusterOptions,
    revision: Revision = "",
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="File or folder. Default: standard output.")
    ] = None,
) -> None:
    """Write the configuration of a control plane as one file. The same cluster gives the same bytes."""
    from kubectl_inject.cluster.control_plane import read_control_plane
    from kubectl_inject.config.captured import KIND
    from kubectl_inject.manifests.writing import write_yaml

    access = cluster.access(revision)
    captured = read_control_plane(access.kubectl, access.names)
    file = _file_in(output, captured.revision or "default")
    Placement([], file).write([HeldOutput("", [write_yaml(captured.document()).encode()])])
    if file is not None:
        typer.echo(f"{KIND} of revision {captured.revision}: {file}", err=True)


def _file_in(output: Path | None, revision: str) -> Path | None:
    """Return the file to write: where a folder is named, the revision's in it."""
    if output is None or (output.suffix in (".yaml", ".yml") and not output.is_dir()):
        return output
    output.mkdir(parents=True, exist_ok=True)
    return output / f"{revision}.yaml"


@app.command(epilog=_SHOW_EXAMPLE)
@with_options
def show(
    options: ConfigurationOptions,
    output: Annotated[str, typer.Option("-o", help="text, json or yaml.")] = "text",
) -> None:
    """Show the configuration that flags, files and environment make together, and where each value is from."""
    from kubectl_inject.cli.config_output import SHOW_FORMATS, print_values
    from kubectl_inject.settings.provenance import sourced_values
    from kubectl_inject.settings.resolved import resolve

    options.check()
    check_choice("-o", output, SHOW_FORMATS)
    layers = options.layers()
    print_values(sourced_values(resolve(layers, options.access), layers), output)


@app.command(epilog=_DIFF_EXAMPLE)
@with_options
def diff(
    old: Annotated[str, typer.Argument(help="A configuration's file or folder, or a version such as 1.30.")],
    new: Annotated[str, typer.Argument(help="The one to compare it with.")],
    filenames: Annotated[
        list[str] | None, typer.Option("--filename", "-f", help="Workloads to try both with. Default: samples.")
    ] = None,
    output: Annotated[str, typer.Option("-o", help="text or json.")] = "text",
) -> None:
    """Name the settings that differ, and those of them that change injected Pods.

    Exits with 0 where no Pod would change, 1 where some would, 2 on an error.
    """
    from kubectl_inject.cli.config_output import DIFF_FORMATS, print_comparison
    from kubectl_inject.cli.input import objects_of
    from kubectl_inject.config.injection_config import ConfigError
    from kubectl_inject.errors import InjectionError
    from kubectl_inject.injection.config_comparison import compare_configs

    check_choice("-o", output, DIFF_FORMATS)
    try:
        samples = objects_of(filenames or [])
        if filenames and not samples:
            raise ConfigError(f"no workloads in {', '.join(filenames)}")
        comparison = compare_configs(_config_named(old), _config_named(new), samples)
        print_comparison(comparison, output)
    except InjectionError as error:
        typer.echo(f"error: {error}", err=True)
        raise typer.Exit(2) from None
    raise typer.Exit(not comparison.same_pods)


def _config_named(name: str) -> InjectionConfig:
    """Return the configuration in a file or folder, or the built-in one of a version."""
    import re

    from kubectl_inject.settings.injection_settings import InjectionSettings
    from kubectl_inject.settings.resolved import SettingsLayer, resolve

    is_version = re.fullmatch(r"\d+\.\d+(\.\d+)?", name) and not Path(name).exists()
    settings = InjectionSettings(istio_version=name) if is_version else InjectionSettings(config=(name,))
    return resolve([SettingsLayer("arguments", settings)]).config


@app.command(epilog=_VERIFY_EXAMPLE)
@with_options
def verify(
    cluster: ClusterOptions,
    file: Annotated[str, typer.Argument(help="A file that config capture wrote.")],
    from_cluster: Annotated[bool, typer.Option("--from-cluster", help="Compare with the cluster too.")] = False,
    revision: Revision = "",
) -> None:
    """Say whether a captured file is as it was written, and with --from-cluster, as the cluster is.

    Exits with 0 or 1.
    """
    from kubectl_inject.cli.config_output import print_verification
    from kubectl_inject.cluster.control_plane import read_control_plane
    from kubectl_inject.config.saved_files import read_captured_file, was_edited

    if not from_cluster:
        cluster.check_unused()
    document, captured = read_captured_file(file)
    edited = was_edited(document)
    now = None
    if from_cluster:
        access = cluster.access(revision or captured.revision)
        now = read_control_plane(access.kubectl, access.names)
    raise typer.Exit(print_verification(file, captured, edited=edited, now=now))
