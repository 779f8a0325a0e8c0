"""``InjectionConfig``: everything that decides the outcome of an injection."""

from __future__ import annotations

from kubectl_inject.config.helm_values import HelmValues, helm_values
from kubectl_inject.errors import InjectionError
from kubectl_inject.istio.names import DEFAULT_REVISION
from kubectl_inject.istio.releases import NEWEST_KNOWN, InjectorRules, Release, release_named, rules_of
from kubectl_inject.kubernetes.schema.decoding import decode, describe
from kubectl_inject.kubernetes.schema.types import field_type
from kubectl_inject.kubernetes.workload_kinds import DEFAULT_KINDS, WorkloadKinds
from kubectl_inject.mesh_config.mesh_config import mesh_config
from kubectl_inject.startup.frozen import dataclass, field, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from kubectl_inject.config.webhook_rules import Webhook
    from kubectl_inject.kubernetes.label_selector import LabelSelector
    from kubectl_inject.mesh_config.protobuf import Message

API_VERSION = "kubectl-inject/v1alpha1"
"""The version of all kinds of files that are this project's own."""
SIDECAR_TEMPLATE = "sidecar"
"""What a plain installation, without a revision, goes by."""


class ConfigError(InjectionError):
    """A part of the configuration cannot be used; the text says which, what was found and what is expected."""


@dataclass(frozen=True, slots=True)
class Installation:
    """What is known of the installation beside its three texts.

    ``native_sidecars``: whether the proxy runs as an init container that restarts always. ``platform``: empty, or
    ``openshift``. ``release``: the release whose injector's rules hold; None for the one that the values name, or else
    the newest known. ``compliance_policy``: empty, or such as ``fips-140-3``. ``automatic``: whether to inject what the
    control plane's webhooks would select, and not every workload that does not refuse. ``revision_tags``: names of
    revisions by tag. ``webhooks``: this revision's, where they are known; else they are taken for those that Istio's
    chart makes.
    """

    revision: str = ""
    native_sidecars: bool = True
    platform: str = ""
    compliance_policy: str = ""
    release: Release | None = None
    automatic: bool = False
    revision_tags: Mapping[str, str] = field(default_factory=dict)
    webhooks: tuple[Webhook, ...] = ()

    @property
    def names(self) -> frozenset[str]:
        """The names that this revision goes by: its own, and the tags that point to it."""
        revision = self.revision or DEFAULT_REVISION
        return frozenset({revision, *(tag for tag, name in self.revision_tags.items() if name == revision)})


@dataclass(frozen=True, slots=True)
class InjectionConfig:
    """The configuration of an injector: templates, policy, values, mesh config, and the installation's own facts.

    ``kinds`` are those whose Pod templates are injected.
    """

    templates: Mapping[str, str]
    values: HelmValues
    mesh: Message
    default_templates: tuple[str, ...] = (SIDECAR_TEMPLATE,)
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    policy: str = "enabled"
    never_inject: tuple[LabelSelector, ...] = ()
    always_inject: tuple[LabelSelector, ...] = ()
    injected_annotations: Mapping[str, str] = field(default_factory=dict)
    installation: Installation = Installation()
    kinds: WorkloadKinds = DEFAULT_KINDS

    @property
    def release(self) -> Release:
        """The release of Istio whose rules hold."""
        return self.installation.release or NEWEST_KNOWN

    @property
    def rules(self) -> InjectorRules:
        """What the injector of that release does that others do not."""
        return rules_of(self.release)

    @property
    def reads_namespaces(self) -> bool:
        """Whether anything of a namespace beside its name matters."""
        return self.installation.automatic or self.installation.platform == "openshift"

    @classmethod
    def from_texts(
        cls, inject_config: str, values: str, mesh: str, *, installation: Installation | None = None
    ) -> InjectionConfig:
        """Make a configuration of the three texts that Istio keeps in its ConfigMaps.

        ``inject_config`` is the key ``config`` and ``values`` the key ``values`` of istio-sidecar-injector, ``mesh``
        the key ``mesh`` of the ConfigMap istio; YAML or JSON. Raises ConfigError, ManifestError where a text is no
        YAML, or MessageError where the mesh config does not fit.
        """
        return injection_config(
            read_mapping(inject_config, "inject config"),
            read_mapping(values, "values"),
            read_mapping(mesh, "mesh config"),
            installation or Installation(),
        )


def injection_config(
    inject: dict[str, Any], values: dict[str, Any], mesh: dict[str, Any], installation: Installation
) -> InjectionConfig:
    """Make a configuration of plain objects; see InjectionConfig.from_texts."""
    chart_values = helm_values(values)
    templates = {**_templates(chart_values.at("sidecarInjectorWebhook.templates"), "values: sidecarInjectorWebhook")}
    templates |= _templates(inject.get("templates"), "inject config")
    if not templates:
        raise ConfigError(
            "inject config: no templates. Expected the key 'config' of the ConfigMap istio-sidecar-injector, "
            f"with the field 'templates'; found {_fields_found(inject)}"
        )
    policy = inject.get("policy", "enabled")
    if policy not in ("enabled", "disabled"):
        raise ConfigError(f"inject config: policy: expected enabled or disabled, found {describe(policy)}")
    return InjectionConfig(
        templates=templates,
        values=chart_values,
        mesh=mesh_config(mesh),
        default_templates=_names(inject.get("defaultTemplates"), "defaultTemplates") or (SIDECAR_TEMPLATE,),
        aliases={str(name): _names(names, f"aliases.{name}") for name, names in _mapping(inject, "aliases").items()},
        policy=policy,
        never_inject=_selectors(inject, "neverInjectSelector"),
        always_inject=_selectors(inject, "alwaysInjectSelector"),
        injected_annotations=decode(
            _mapping(inject, "injectedAnnotations"),
            field_type("map[string]string"),
            "inject config: injectedAnnotations",
            coerce=True,
        ),
        installation=replace(installation, release=installation.release or release_of_values(chart_values)),
    )


def release_of_values(values: HelmValues) -> Release | None:
    """Return the release that the tag of the images names, or None where it names none."""
    return release_named(values.text("global.tag"), "values global.tag")


def read_mapping(text: str, name: str) -> dict[str, Any]:
    """Read one YAML or JSON text that must be a mapping; ``name`` is what messages call it."""
    from kubectl_inject.manifests.parsing.kubernetes_yaml import load

    value = load(text, name)
    if value is None:
        raise ConfigError(f"{name}: empty")
    if not isinstance(value, dict):
        # A file that was named by mistake may be secret: nothing of it is repeated.
        raise ConfigError(f"{name}: expected a mapping, found {'a list' if isinstance(value, list) else 'a scalar'}")
    return value


def _templates(value: Any, path: str) -> dict[str, str]:
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise ConfigError(f"{path}: templates: expected a mapping of names to texts, found {describe(value)}")
    for name, text in value.items():
        if not isinstance(text, str):
            raise ConfigError(f"{path}: templates.{name}: expected a text, found {describe(text)}")
    return value


def _names(value: Any, path: str) -> tuple[str, ...]:
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
        raise ConfigError(f"inject config: {path}: expected a list of template names, found {describe(value)}")
    return tuple(value)


def _mapping(inject: dict[str, Any], name: str) -> dict[str, Any]:
    value = inject.get(name)
    if value is not None and not isinstance(value, dict):
        raise ConfigError(f"inject config: {name}: expected a mapping, found {describe(value)}")
    return value or {}


def _selectors(inject: dict[str, Any], name: str) -> tuple[LabelSelector, ...]:
    value = inject.get(name)
    if value is not None and not isinstance(value, list):
        raise ConfigError(f"inject config: {name}: expected a list of label selectors, found {describe(value)}")
    if not value:
        return ()
    from kubectl_inject.kubernetes.label_selector import parse_selector

    return tuple(parse_selector(item, f"inject config: {name}[{index}]") for index, item in enumerate(value))


def _fields_found(inject: dict[str, Any]) -> str:
    return ", ".join(sorted(map(str, inject))[:10]) or "no fields"
