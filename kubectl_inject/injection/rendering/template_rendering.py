"""Choosing the templates for a Pod, and rendering them to overlays."""

from __future__ import annotations

from kubectl_inject.errors import InjectionError
from kubectl_inject.gotemplate.errors import TemplateError
from kubectl_inject.gotemplate.limits import DEFAULT as DEFAULT_LIMITS
from kubectl_inject.gotemplate.template import Template
from kubectl_inject.injection.pod import Pod, annotations_of, with_spec
from kubectl_inject.injection.rendering.overlay_memory import OverlayMemory, Reading, RenderedOverlay
from kubectl_inject.injection.rendering.template_data import (
    CONFIGURED_FIELDS,
    ConfiguredData,
    NamedValues,
    configured_data,
)
from kubectl_inject.injection.rendering.template_functions import injection_functions
from kubectl_inject.istio.names import INJECT_TEMPLATES
from kubectl_inject.kubernetes.known_fields import with_known_fields
from kubectl_inject.kubernetes.schema.decoding import FieldTypeError, decode
from kubectl_inject.kubernetes.schema.field_order import in_api_order
from kubectl_inject.kubernetes.schema.types import POD
from kubectl_inject.manifests.errors import ManifestError
from kubectl_inject.manifests.parsing.kubernetes_yaml import load
from kubectl_inject.manifests.parsing.limits import RAISE_LIMITS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any, Protocol

    from kubectl_inject.config.injection_config import InjectionConfig
    from kubectl_inject.gotemplate.compiled import CompiledTemplate
    from kubectl_inject.gotemplate.limits import Limits
    from kubectl_inject.mesh_config.protobuf import Message
else:
    Protocol = object

Overlay = dict[str, "Any"]
_MOST_TEMPLATES = 100
"""For how many templates a Pod may ask; each is rendered and laid over what came before."""

_NAMED_ITEMS = ("containers", "initContainers", "volumes")


class OverlayError(InjectionError):
    """A template cannot be used for a Pod: there is none of that name, it fails, or it renders no part of a Pod."""


class TemplateStore(Protocol):
    """Keeps compiled templates from one run to the next. Those for other functions are not put into the same one."""

    def get(self, source: str, name: str) -> CompiledTemplate | None:
        """Return the compiled form of a template, where it is known."""

    def put(self, compiled: CompiledTemplate) -> None:
        """Keep a compiled template, if that is possible."""


class TemplateLibrary:
    """The templates of a configuration, each compiled when it is first used."""

    def __init__(
        self, config: InjectionConfig, store: TemplateStore | None = None, limits: Limits = DEFAULT_LIMITS
    ) -> None:
        """Take the templates of a configuration; compiled ones are kept in a store, if there is one."""
        self._limits = limits
        self._store = store
        self._sources: Mapping[str, str] = config.templates
        self._functions = injection_functions(_injector_environment(config), config.rules)
        self._compiled: dict[str, Template] = {}
        self._memory = OverlayMemory()
        self._config = config
        self._proxy_config: Message = config.mesh.get("defaultConfig")
        self._configured = configured_data(config, self._proxy_config)
        self._private: dict[tuple[str, ...], bool] = {}

    def template(self, name: str) -> Template:
        """Return a template by its name. Raises OverlayError where there is none, or where it cannot be parsed."""
        if name not in self._sources:
            known = ", ".join(sorted(self._sources)) or "none"
            raise OverlayError(f"requested template {name!r} not found; there are: {known}")
        if name not in self._compiled:
            try:
                self._compiled[name] = self._compile(name, self._sources[name])
            except TemplateError as error:
                raise OverlayError(f"template {name!r} cannot be parsed: {error}{_cure(error)}") from None
        return self._compiled[name]

    def _compile(self, name: str, source: str) -> Template:
        known = self._store.get(source, name) if self._store is not None else None
        if known is not None and not self._config.rules.missing_functions.isdisjoint(known.functions):
            known = None
        template = Template(known or source, name, self._functions, self._limits, CONFIGURED_FIELDS)
        if known is None and self._store is not None:
            self._store.put(template.compiled)
        return template

    @property
    def proxy_config(self) -> Message:
        """The mesh's proxy config, for Pods that say nothing of theirs."""
        return self._proxy_config

    def configured_data(self, names: tuple[str, ...], proxy_config: Message) -> ConfiguredData:
        """Return what the templates of those names see of the configuration. Raises OverlayError."""
        if names not in self._private:
            self._private[names] = any([self.template(name).changes_data for name in names])  # noqa: C419  # all parsed
        private = self._private[names]
        if proxy_config is self._proxy_config and not private:
            return self._configured
        return configured_data(self._config, proxy_config, private=private)

    def render(self, name: str, data: NamedValues) -> RenderedOverlay:
        """Return the partial Pod that a template makes of the data. Raises OverlayError."""
        template = self.template(name)
        try:
            output = template.output(data, self._limits)
        except TemplateError as error:
            raise OverlayError(f"failed to run injection template {name!r}: {error}{_cure(error)}") from None
        return self._memory.overlay(name, template.texts, output, lambda text: _read_overlay(text, name))


def _cure(error: TemplateError) -> str:
    """Return how to allow what a limit forbids, if one does; the stack bounds how deep things nest."""
    return f"\n{RAISE_LIMITS} allows more" if error.limit not in ("", "nesting", "template_depth") else ""


def _read_overlay(text: str, name: str) -> Reading:
    """Return the partial Pod that a template of that name rendered, and what is in no Pod. Raises OverlayError.

    Istio reads its result as a Pod of Go, which holds no other fields than a Pod has.
    """
    try:
        overlay = load(text, f"output of template {name!r}")
    except ManifestError as error:
        raise OverlayError(f"template {name!r} did not render YAML: {error}") from None
    overlay, unknown = with_known_fields(overlay or {}, POD)
    try:
        decode(overlay, POD, "", coerce=False)
    except FieldTypeError as error:
        raise OverlayError(f"template {name!r} did not render a part of a Pod: {error}") from None
    return Reading(_with_items_in_order(overlay), unknown)


def _with_items_in_order(overlay: Overlay) -> Overlay:
    """Return an overlay with the fields of its containers and volumes in the order that people write, name first."""
    fields = POD.struct_type().by_json_name["spec"].type.struct_type().by_json_name
    spec = overlay.get("spec") or {}
    ordered = {name: in_api_order(spec[name], fields[name].type) for name in _NAMED_ITEMS if spec.get(name)}
    return with_spec(overlay, **ordered) if ordered else overlay


def _injector_environment(config: InjectionConfig) -> dict[str, str]:
    """Return the variables of the injector's own environment that templates read: before Istio 1.27, only this."""
    return {"ENABLE_NATIVE_SIDECARS": "true" if config.installation.native_sidecars else "false"}


def selected_templates(pod: Pod, config: InjectionConfig) -> Iterator[str]:
    """Yield the names of the templates for a Pod, in order: those it asks for, or the default ones, unaliased.

    Raises OverlayError where it asks for too many.
    """
    requested = annotations_of(pod).get(INJECT_TEMPLATES)
    names = config.default_templates if requested is None else [name.strip() for name in requested.split(",")]
    if len(names) > _MOST_TEMPLATES:
        raise OverlayError(f"annotation {INJECT_TEMPLATES}: {len(names)} templates, the limit is {_MOST_TEMPLATES}")
    for name in names:
        yield from config.aliases.get(name, (name,))
