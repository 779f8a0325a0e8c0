"""``kubectl inject config freeze``: the configuration that all settings make, as one file."""

from __future__ import annotations

from kubectl_inject.cli.config_capture import file_in
from kubectl_inject.cli.placement import Placement
from kubectl_inject.cli.progress import note
from kubectl_inject.cli.shared_options import ConfigurationOptions
from kubectl_inject.cli.spool import HeldOutput
from kubectl_inject.options.option import OUTPUT, option, path_of
from kubectl_inject.options.typer_commands import with_options

EXAMPLES = """
Examples:

  # Write mesh/default.yaml, the built-in configuration

  kubectl inject config freeze -o mesh/

  # With values of your own, for a release

  kubectl inject config freeze --istio-version 1.30.3 --set global.hub=registry.example.com/istio -o mesh/
"""


@with_options
def freeze(
    options: ConfigurationOptions,
    output: str | None = option(
        "-o",
        "--output",
        text="File or folder. Default: standard output.",
        default=None,
        metavar="PATH",
        group=OUTPUT,
        completes="files",
    ),
) -> None:
    """Write the configuration as one file, as 'config capture' does.

    No cluster is needed. With --config and this file, injection gives the same result for good.
    """
    from kubectl_inject.config.captured import KIND
    from kubectl_inject.manifests.writing import write_yaml
    from kubectl_inject.settings.freezing import frozen_config
    from kubectl_inject.settings.resolved import resolve

    options.check()
    resolved = resolve(options.layers(), options.cluster_access)
    frozen = frozen_config(resolved)
    file = file_in(path_of(output), frozen.revision or "default")
    Placement([], file).write([HeldOutput("", [write_yaml(frozen.document()).encode()])])
    if file is not None:
        note(f"{KIND} ({resolved.source}): {file}")
