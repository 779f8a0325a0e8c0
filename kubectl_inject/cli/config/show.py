"""``kubectl inject config show``: the configuration that all settings make, and where each value is from."""

from __future__ import annotations

import sys
from dataclasses import asdict

from kubectl_inject.cli.formats.json import write_json
from kubectl_inject.cli.formats.text import values_text
from kubectl_inject.cli.output.progress import terminal_width
from kubectl_inject.cli.shared_options import ConfigurationOptions
from kubectl_inject.manifests.output.writing import write_yaml
from kubectl_inject.options.option import OUTPUT, option
from kubectl_inject.options.typer_commands import with_options

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from kubectl_inject.settings.provenance import SourcedValue

EXAMPLES = """
Example:

  kubectl inject config show --config mesh/default.yaml
"""
FORMATS: dict[str, Callable[[Sequence[SourcedValue]], str]] = {
    "text": lambda values: values_text(values, terminal_width(sys.stdout)),
    "json": lambda values: write_json(_plain(values)),
    "yaml": lambda values: write_yaml(_plain(values)),
}


@with_options
def show(
    options: ConfigurationOptions,
    output: str = option("-o", text="Format.", default="text", choices=tuple(FORMATS), group=OUTPUT),
) -> None:
    """Show each value that applies, and where it is from.

    Values come from options, environment variables, kubectl-inject.yaml and the files that these name.
    """
    from kubectl_inject.settings.provenance import sourced_values
    from kubectl_inject.settings.resolved import resolve

    options.check()
    layers = options.layers()
    sys.stdout.write(FORMATS[output](sourced_values(resolve(layers, options.cluster_access), layers)))


def _plain(values: Sequence[SourcedValue]) -> dict[str, Any]:
    return {"values": [asdict(value) for value in values]}
