"""``kubectl inject config freeze``: the configuration that all settings make, as one file."""

from __future__ import annotations

from kubectl_inject.cli.config.capture import CONFIG_PATH, write_config
from kubectl_inject.cli.shared_options import ConfigurationOptions
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
    output: str | None = CONFIG_PATH,
) -> None:
    """Write the configuration as one file, as 'config capture' does.

    No cluster is needed. With --config and this file, injection gives the same result for good.
    """
    from kubectl_inject.settings.freezing import frozen_config
    from kubectl_inject.settings.resolved import resolve

    options.check()
    resolved = resolve(options.layers(), options.cluster_access)
    write_config(frozen_config(resolved), output, f"({resolved.source})")
