"""What the commands that inject have in common on their command line: input, configuration, namespaces."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from dataclasses import MISSING, dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, get_type_hints

import typer

if TYPE_CHECKING:
    from kubectl_inject.config.injection_config import InjectionConfig
    from kubectl_inject.injection.namespaces import Namespaces

_PLATFORMS = ("", "openshift")
_INJECTION_MODES = ("manual", "auto")
_PANEL = "Configuration"


def _option(*flags: str, text: str) -> Any:
    return typer.Option(*flags, help=text, rich_help_panel=_PANEL)


Filenames = Annotated[
    list[str] | None,
    typer.Option("--filename", "-f", help="File, folder, URL or - for standard input. Can be repeated."),
]
Recursive = Annotated[bool, typer.Option("--recursive", "-R", help="Read the sub-folders of folders too.")]


def check_filenames(filenames: list[str] | None) -> None:
    """Raise BadParameter where there is nothing to read."""
    if not filenames:
        raise typer.BadParameter("expected at least one; - reads standard input", param_hint="-f/--filename")


@dataclass(frozen=True, slots=True)
class Settings:
    """The values of the common options. Each field is an option of every command that takes settings."""

    filenames: Filenames = None
    recursive: Recursive = False
    namespace: Annotated[str, typer.Option("--namespace", "-n", help="Namespace of objects that name none.")] = ""
    inject_config_file: Annotated[
        Path | None, _option("--inject-config-file", text="Key 'config' of the ConfigMap istio-sidecar-injector.")
    ] = None
    values_file: Annotated[
        Path | None, _option("--values-file", text="Key 'values' of the ConfigMap istio-sidecar-injector.")
    ] = None
    mesh_config_file: Annotated[
        Path | None, _option("--mesh-config-file", text="Key 'mesh' of the ConfigMap istio.")
    ] = None
    istio_version: Annotated[
        str,
        _option("--istio-version", text="Of the built-in configuration, such as 1.31 or 1.30.3. Default: the newest."),
    ] = ""
    profile: Annotated[str, _option("--profile", text="Of the built-in configuration: cni, openshift, ...")] = ""
    values: Annotated[
        list[str] | None,
        _option("--values", text="Helm values of istiod, or an IstioOperator, for the built-in one. Can be repeated."),
    ] = None
    set_values: Annotated[
        list[str] | None, _option("--set", text="NAME=VALUE,... as in Helm, for the built-in one. Can be repeated.")
    ] = None
    mesh_config: Annotated[str, _option("--mesh-config", text="Mesh config laid over the built-in one.")] = ""
    revision: Annotated[str, _option("--revision", "-r", text="Revision of the control plane.")] = ""
    revision_tags: Annotated[
        list[str] | None, _option("--revision-tag", text="TAG=REVISION, for --injection auto. Can be repeated.")
    ] = None
    native_sidecars: Annotated[
        bool,
        _option(
            "--native-sidecars/--no-native-sidecars",
            text="Run the proxy as an init container of its own kind.",
        ),
    ] = True
    platform: Annotated[str, _option("--platform", text="openshift, or nothing.")] = ""
    compliance_policy: Annotated[str, _option("--compliance-policy", text="Such as fips-140-3.")] = ""
    injection: Annotated[
        str,
        _option(
            "--injection",
            text="manual: every workload that does not refuse; auto: what the control plane's webhooks would select.",
        ),
    ] = "manual"
    namespace_files: Annotated[
        list[str] | None, _option("--namespace-file", text="Namespace objects, for --injection auto. Can be repeated.")
    ] = None
    namespace_labels: Annotated[
        str, _option("--namespace-labels", text="KEY=VALUE,... of every namespace that no object describes.")
    ] = ""

    def check(self) -> None:
        """Raise BadParameter for what no command can use."""
        check_filenames(self.filenames)
        check_choice("--platform", self.platform, _PLATFORMS)
        check_choice("--injection", self.injection, _INJECTION_MODES)
        asked = [flag for flag, given in self._for_builtin().items() if given]
        if asked and not self.uses_builtin:
            raise typer.BadParameter("is for the built-in configuration, not for one from files", param_hint=asked[0])

    @property
    def uses_builtin(self) -> bool:
        """Whether no file gives a configuration."""
        return not (self.inject_config_file or self.values_file or self.mesh_config_file)

    def _for_builtin(self) -> dict[str, object]:
        return {
            "--istio-version": self.istio_version,
            "--profile": self.profile,
            "--values": self.values,
            "--set": self.set_values,
            "--mesh-config": self.mesh_config,
        }

    def injection_config(self) -> InjectionConfig:
        """Return the configuration that the options ask for. Raises InjectionError where it cannot be used."""
        from kubectl_inject.cli.configuration import builtin_configuration, configuration_from_files
        from kubectl_inject.config.injection_config import Installation

        installation = Installation(
            revision=self.revision,
            native_sidecars=self.native_sidecars,
            platform=self.platform,
            compliance_policy=self.compliance_policy,
            automatic=self.injection == "auto",
            revision_tags=_key_values("--revision-tag", self.revision_tags or []),
        )
        if self.uses_builtin:
            return builtin_configuration(
                self.istio_version,
                self.profile,
                self.values or [],
                self.set_values or [],
                self.mesh_config,
                installation,
            )
        return configuration_from_files(self.inject_config_file, self.values_file, self.mesh_config_file, installation)

    def known_namespaces(self) -> Namespaces:
        """Return what the options say of namespaces. Raises InjectionError where a file cannot be read."""
        from kubectl_inject.cli.configuration import known_namespaces

        given = self.namespace_labels
        labels = _key_values("--namespace-labels", given.split(",")) if given else None
        return known_namespaces(self.namespace_files or [], labels)


_R = TypeVar("_R")


def takes_settings(command: Callable[..., _R]) -> Callable[..., _R]:
    """Give a command the common options: its first parameter becomes the Settings that they make."""
    types = get_type_hints(Settings, include_extras=True)
    common = [_parameter(field.name, types[field.name], field.default) for field in fields(Settings)]
    own_types = get_type_hints(command, include_extras=True)
    _, *own = inspect.signature(command).parameters.values()
    own = [_parameter(parameter.name, own_types[parameter.name], parameter.default) for parameter in own]

    @functools.wraps(command)
    def run(**given: Any) -> _R:
        settings = Settings(**{parameter.name: given.pop(parameter.name) for parameter in common})
        return command(settings, **given)

    run.__signature__ = inspect.Signature([*common, *own])  # type: ignore[attr-defined]  # what Typer reads
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in (*common, *own)}
    return run


def _parameter(name: str, annotation: Any, default: Any) -> inspect.Parameter:
    empty = inspect.Parameter.empty
    return inspect.Parameter(
        name,
        inspect.Parameter.KEYWORD_ONLY,
        default=empty if default in (MISSING, empty) else default,
        annotation=annotation,
    )


def check_choice(flag: str, value: str, choices: tuple[str, ...]) -> None:
    """Raise BadParameter for a value that is none of the choices."""
    if value not in choices:
        raise typer.BadParameter(f"expected {' or '.join(filter(None, choices))}, found {value!r}", param_hint=flag)


def _key_values(flag: str, pairs: list[str]) -> dict[str, str]:
    """Return ``KEY=VALUE`` texts as a mapping. Raises BadParameter for a text without key or ``=``."""
    split_pairs = [pair.strip().partition("=") for pair in pairs]
    for key, equals, _ in split_pairs:
        if not key or not equals:
            raise typer.BadParameter(f"expected KEY=VALUE, found {key!r}", param_hint=flag)
    return {key: value for key, _, value in split_pairs}
