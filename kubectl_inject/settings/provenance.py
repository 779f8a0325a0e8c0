"""Where each value of a resolved configuration is from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kubectl_inject.config.captured import CapturedConfig
from kubectl_inject.config.value_tree import leaves, path_text, with_leaf
from kubectl_inject.manifests.output.writing import with_whole_numbers
from kubectl_inject.mesh_config.mesh_config import default_mesh_config
from kubectl_inject.mesh_config.protobuf_json import plain_message
from kubectl_inject.settings.resolved import Resolved, SettingsLayer, ValueLayer
from kubectl_inject.startup.frozen import dataclass, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from kubectl_inject.config.injection_config import InjectionConfig

_DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class SourcedValue:
    """A value of the configuration by its path, such as ``values.global.hub``, and where it is from."""

    path: str
    value: Any
    source: str


def sourced_values(resolved: Resolved, layers: Sequence[SettingsLayer]) -> list[SourcedValue]:
    """Return every value that decides an injection; ``layers`` are the settings that it was resolved from.

    A template's value is the number of its lines.
    """
    config = resolved.config
    resolved = _with_layers_below(resolved)
    mesh = _with_zeros(plain_message(config.mesh), resolved.mesh)
    return [
        *_of_installation(resolved, layers),
        *_of_inject_config(config, resolved),
        *_of_tree("meshConfig", mesh, resolved.mesh),
        *_of_tree("values", with_whole_numbers(config.values.tree), resolved.values),
    ]


def _with_layers_below(resolved: Resolved) -> Resolved:
    """Return a resolved configuration whose layers include those that the user's own lie upon."""
    if resolved.captured is not None:
        mesh = (("Istio's default", default_mesh_config()), (resolved.source, resolved.captured.mesh))
        return replace(resolved, values=_layers([(resolved.source, resolved.captured.values)]), mesh=_layers(mesh))
    from kubectl_inject.builtin import NEWEST, builtin_layers

    settings = resolved.settings
    values, below = builtin_layers(settings.istio_version or NEWEST, settings.profile, resolved.config)
    return replace(resolved, values=(*_layers(values), *resolved.values), mesh=(*_layers(below), *resolved.mesh))


def _layers(trees: Sequence[tuple[str, Mapping[str, Any]]]) -> tuple[ValueLayer, ...]:
    return tuple(ValueLayer(source, tree) for source, tree in trees)


def _of_installation(resolved: Resolved, layers: Sequence[SettingsLayer]) -> Iterator[SourcedValue]:
    installation = resolved.config.installation
    captured = resolved.captured or CapturedConfig({}, {}, {})
    webhooks = [f"{webhook.configuration}: {webhook.name}" for webhook in installation.webhooks]
    native = "pilot.env.ENABLE_NATIVE_SIDECARS"
    policy = "pilot.env.COMPLIANCE_POLICY"
    # Its path and value, the setting and the Helm value that give it, and what was captured.
    yield SourcedValue("istioVersion", str(resolved.config.release), _source_of_release(resolved))
    rows = (
        ("injection", "auto" if installation.automatic else "manual", "injection", "", None),
        ("hooks", resolved.settings.hooks, "hooks", "", None),
        ("revision", installation.revision or _DEFAULT, "revision", "revision", captured.revision),
        ("revisionTags", dict(installation.revision_tags), "revision_tags", "", captured.tags),
        ("nativeSidecars", installation.native_sidecars, "native_sidecars", native, captured.native_sidecars),
        ("platform", installation.platform, "platform", "global.platform", captured.platform),
        ("compliancePolicy", installation.compliance_policy, "compliance_policy", policy, captured.compliance_policy),
        ("webhooks", webhooks, "", "", captured.webhooks),
    )
    for path, value, setting, helm_value, found in rows:
        source = next((layer.source for layer in reversed(layers) if setting and layer.settings.is_given(setting)), "")
        if not source and found not in (None, "", ()):
            source = resolved.source
        yield SourcedValue(path, value, source or _source_above_builtin(helm_value, resolved) or _DEFAULT)


def _source_of_release(resolved: Resolved) -> str:
    release, settings = resolved.config.release, resolved.settings
    if resolved.captured is None:
        return resolved.named_by if settings.istio_version else resolved.source
    named_by_capture = resolved.captured.release is not None and not settings.istio_version
    return f"{resolved.source}: {release.source}" if named_by_capture else release.source


def _of_inject_config(config: InjectionConfig, resolved: Resolved) -> Iterator[SourcedValue]:
    rows = {
        "policy": ("global.proxy.autoInject", config.policy),
        "defaultTemplates": ("sidecarInjectorWebhook.defaultTemplates", list(config.default_templates)),
        "neverInjectSelector": ("sidecarInjectorWebhook.neverInjectSelector", list(map(str, config.never_inject))),
        "alwaysInjectSelector": ("sidecarInjectorWebhook.alwaysInjectSelector", list(map(str, config.always_inject))),
        "injectedAnnotations": ("sidecarInjectorWebhook.injectedAnnotations", dict(config.injected_annotations)),
    }
    for path, (helm_value, value) in rows.items():
        yield SourcedValue(path, value, _source_above_builtin(helm_value, resolved) or resolved.source)
    for name, text in config.templates.items():
        in_values = ("sidecarInjectorWebhook", "templates", name)
        source = _source_of(in_values, resolved.values[1:]) or resolved.source
        yield SourcedValue(f"templates.{name}", f"{len(text.splitlines())} lines", source)


def _source_above_builtin(helm_value: str, resolved: Resolved) -> str:
    """Return the last layer that has a Helm value, laid over the built-in ones; nothing if there is none."""
    return _source_of(helm_value.split("."), resolved.values[1:])


def _of_tree(root: str, tree: Any, layers: Sequence[ValueLayer]) -> Iterator[SourcedValue]:
    for path, value in leaves(tree):
        source = _source_of(path, layers) or (layers[0].source if layers else _DEFAULT)
        yield SourcedValue(path_text((root, *path)), value, source)


def _with_zeros(mesh: dict[str, Any], layers: Sequence[ValueLayer]) -> dict[str, Any]:
    """Return a mesh config with the zero values that layers set, which its plain form leaves out."""
    for layer in layers:
        for path, value in leaves(layer.tree):
            if value in (False, 0, "") and not _has(mesh, path):
                mesh = with_leaf(mesh, path, value)
    return mesh


def _source_of(path: Sequence[str], layers: Sequence[ValueLayer]) -> str:
    """Return the name of the last layer that has anything at a path, or nothing."""
    return next((layer.source for layer in reversed(layers) if _has(layer.tree, path)), "")


def _has(tree: Any, path: Sequence[str]) -> bool:
    for name in path:
        if not isinstance(tree, Mapping) or name not in tree:
            return False
        tree = tree[name]
    return True
