"""``kubectl inject config diff``: what differs between two configurations, and in the Pods that they inject."""

from __future__ import annotations

import re
import sys
from dataclasses import asdict
from pathlib import Path

import typer

from kubectl_inject.cli.formats.json import write_json
from kubectl_inject.cli.formats.text import comparison_text
from kubectl_inject.options.option import argument, either, option
from kubectl_inject.options.typer_commands import with_options

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from kubectl_inject.config.injection_config import InjectionConfig
    from kubectl_inject.injection.config_comparison import Comparison

EXAMPLES = """
Examples:

  kubectl inject config diff mesh/1-30.yaml mesh/1-31.yaml

  # What an upgrade of a default installation would change in your own workloads

  kubectl inject config diff 1.30 1.31 -f deploy/
"""
FORMATS: dict[str, Callable[[Comparison], str]] = {
    "text": comparison_text,
    "json": lambda comparison: write_json(_plain(comparison)),
}


@with_options
def diff(
    old: str = argument(text="A configuration's file or folder, or a version such as 1.30."),
    new: str = argument(text="The one to compare it with."),
    filenames: list[str] | None = option(
        "--filename", "-f", text="Workloads to try both with. Default: samples.", default=None, repeated=True
    ),
    output: str = option("-o", text=f"{either(FORMATS)}.", default="text", choices=tuple(FORMATS)),
) -> None:
    """Name the settings that differ, and those of them that change injected Pods.

    Exits with 0 where no Pod would change, 1 where some would, 2 on an error.
    """
    from kubectl_inject.cli.input import objects_of
    from kubectl_inject.config.injection_config import ConfigError
    from kubectl_inject.injection.config_comparison import compare_configs

    samples = objects_of(filenames or [])
    if filenames and not samples:
        raise ConfigError(f"no workloads in {', '.join(filenames)}")
    comparison = compare_configs(_config_named(old), _config_named(new), samples)
    sys.stdout.write(FORMATS[output](comparison))
    raise typer.Exit(not comparison.same_pods)


def _config_named(name: str) -> InjectionConfig:
    """Return the configuration in a file or folder, or the built-in one of a version."""
    from kubectl_inject.settings.injection_settings import InjectionSettings
    from kubectl_inject.settings.resolved import SettingsLayer, resolve

    is_version = re.fullmatch(r"\d+\.\d+(\.\d+)?", name) and not Path(name).exists()
    settings = InjectionSettings(istio_version=name) if is_version else InjectionSettings(config=(name,))
    return resolve([SettingsLayer("arguments", settings)]).config


def _plain(comparison: Comparison) -> dict[str, Any]:
    return {
        "samePods": comparison.same_pods,
        "differences": [asdict(difference) for difference in comparison.differences],
    }
