"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from kubectl_inject.manifests.output_format import OutputFormat

_CONFIGURATION = "Configuration"

Filenames = Annotated[
    list[str] | None,
    typer.Option("--filename", "-f", help="File, folder, URL or - for standard input. Can be repeated."),
]
Recursive = Annotated[bool, typer.Option("--recursive", "-R", help="Read the sub-folders of folders too.")]
Namespace = Annotated[str, typer.Option("--namespace", "-n", help="Namespace of objects that name none.")]
InjectConfigFile = Annotated[
    Path | None,
    typer.Option(
        "--inject-config-file",
        help="Key 'config' of the ConfigMap istio-sidecar-injector.",
        rich_help_panel=_CONFIGURATION,
    ),
]
ValuesFile = Annotated[
    Path | None,
    typer.Option(
        "--values-file",
        help="Key 'values' of the ConfigMap istio-sidecar-injector.",
        rich_help_panel=_CONFIGURATION,
    ),
]
MeshConfigFile = Annotated[
    Path | None,
    typer.Option("--mesh-config-file", help="Key 'mesh' of the ConfigMap istio.", rich_help_panel=_CONFIGURATION),
]
Revision = Annotated[
    str, typer.Option("--revision", "-r", help="Revision of the control plane.", rich_help_panel=_CONFIGURATION)
]
NativeSidecars = Annotated[
    bool,
    typer.Option(
        "--native-sidecars/--no-native-sidecars",
        help="Run the proxy as an init container that restarts always.",
        rich_help_panel=_CONFIGURATION,
    ),
]
Platform = Annotated[str, typer.Option("--platform", help="openshift, or nothing.", rich_help_panel=_CONFIGURATION)]
CompliancePolicy = Annotated[
    str, typer.Option("--compliance-policy", help="Such as fips-140-3.", rich_help_panel=_CONFIGURATION)
]
Injection = Annotated[
    str,
    typer.Option(
        "--injection",
        help="manual: every workload that does not refuse; auto: what the control plane's webhooks would select.",
        rich_help_panel=_CONFIGURATION,
    ),
]
RevisionTags = Annotated[
    list[str] | None,
    typer.Option("--revision-tag", help="TAG=REVISION. Can be repeated.", rich_help_panel=_CONFIGURATION),
]
NamespaceFiles = Annotated[
    list[str] | None,
    typer.Option("--namespace-file", help="Namespace objects, for --injection auto.", rich_help_panel=_CONFIGURATION),
]
NamespaceLabels = Annotated[
    str,
    typer.Option(
        "--namespace-labels",
        help="KEY=VALUE,... : labels of every namespace that no object describes.",
        rich_help_panel=_CONFIGURATION,
    ),
]
Output = Annotated[
    str,
    typer.Option(
        "-o", help="Format of the output: yaml or json. Documents keep their own by default.", show_default=False
    ),
]
OutputFile = Annotated[
    Path | None, typer.Option("--output", help="Write to this file, whole or not at all.", show_default=False)
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing on standard error but errors.")]

# istioctl kube-inject's spellings, so that a command from Istio's documentation works as it is.
ISTIOCTL_SPELLINGS = {
    "--injectConfigFile": "--inject-config-file",
    "--meshConfigFile": "--mesh-config-file",
    "--valuesFile": "--values-file",
    "--injectConfigMapName": "--inject-config-map-name",
    "--meshConfigMapName": "--mesh-config-map-name",
}


def without_istioctl_spellings(arguments: list[str]) -> list[str]:
    """Return command-line arguments with istioctl's camel-case flags in this tool's spelling."""
    spelled: list[str] = []
    for place, argument in enumerate(arguments):
        if argument == "--":
            return spelled + arguments[place:]
        flag, equals, value = argument.partition("=")
        spelled.append(ISTIOCTL_SPELLINGS.get(flag, flag) + equals + value)
    return spelled


def output_choice(output: str, output_file: Path | None) -> tuple[OutputFormat | None, Path | None]:
    """Return the format and the file that ``-o`` and ``--output`` ask for.

    As istioctl writes a file with ``-o``, a value with a dot or a slash is one here too.
    """
    if output in {form.value for form in OutputFormat}:
        return OutputFormat(output), output_file
    if not output:
        return None, output_file
    if output_file is None and ("." in output or "/" in output):
        return None, Path(output)
    raise typer.BadParameter(f"expected yaml or json, found {output!r}; --output names a file", param_hint="-o")


def check_choice(flag: str, value: str, choices: Sequence[str]) -> None:
    """Raise BadParameter for a value that is none of the choices."""
    if value not in choices:
        raise typer.BadParameter(f"expected {' or '.join(filter(None, choices))}, found {value!r}", param_hint=flag)


def key_values(flag: str, pairs: Sequence[str]) -> dict[str, str]:
    """Return ``KEY=VALUE`` texts as a mapping. Raises BadParameter for a text without key or ``=``."""
    split_pairs = [pair.strip().partition("=") for pair in pairs]
    for key, equals, _ in split_pairs:
        if not key or not equals:
            raise typer.BadParameter(f"expected KEY=VALUE, found {key!r}", param_hint=flag)
    return {key: value for key, _, value in split_pairs}
