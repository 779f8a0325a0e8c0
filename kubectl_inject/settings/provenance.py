"""Where each value of a settled configuration is from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kubectl_inject.config.injection_config import InjectionConfig
from kubectl_inject.config.protobuf_json import plain_message
from kubectl_inject.config.value_tree import leaves, path_text, with_leaf
from kubectl_inject.manifests.writing import with_whole_numbers
from kubectl_inject.settings.settled import SettingsLayer, Settled, ValueLayer

_DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class SourcedValue:
    """A value of the configuration by its path, such as ``values.global.hub``, and where it is from."""

    path: str
    value: Any
    source: str


def sourced_values(settled: Settled, layers: Sequence[SettingsLayer]) -> list[SourcedValue]:
    """Return every value that decides an injection; ``layers`` are the settings that it was settled from.

    A template's value is the number of its lines.
    """
    config = settled.config
    mesh = _with_zeros(plain_message(config.mesh), settled.mesh)
    return [
        *_of_installation(settled, layers),
        *_of_inject_config(config, settled),
        *_of_tree("meshConfig", mesh, settled.mesh),
        *_of_tree("values", with_whole_numbers(config.values.tree), settled.values),
    ]


def _of_installation(settled: Settled, layers: Sequence[SettingsLayer]) -> Iterator[SourcedValue]:
    installation = settled.config.installation
    rows = {
        "injection": ("injection", "auto" if installation.automatic else "manual"),
        "revision": ("revision", installation.revision or _DEFAULT),
        "revisionTags": ("revision_tags", dict(installation.revision_tags)),
        "nativeSidecars": ("native_sidecars", installation.native_sidecars),
        "platform": ("platform", installation.platform),
        "compliancePolicy": ("compliance_policy", installation.compliance_policy),
        "webhooks": ("", [f"{webhook.configuration}: {webhook.name}" for webhook in installation.webhooks]),
    }
    captured = {} if settled.captured is None else settled.captured.content()
    for path, (name, value) in rows.items():
        saying = [layer.source for layer in layers if name and layer.settings.said(name)]
        source = saying[-1] if saying else settled.source if captured.get(path) else _DEFAULT
        yield SourcedValue(path, value, source)


def _of_inject_config(config: InjectionConfig, settled: Settled) -> Iterator[SourcedValue]:
    yield SourcedValue("policy", config.policy, settled.source)
    yield SourcedValue("defaultTemplates", list(config.default_templates), settled.source)
    for name, selectors in (
        ("neverInjectSelector", config.never_inject),
        ("alwaysInjectSelector", config.always_inject),
    ):
        yield SourcedValue(name, [str(selector) for selector in selectors], settled.source)
    yield SourcedValue("injectedAnnotations", dict(config.injected_annotations), settled.source)
    for name, text in config.templates.items():
        path = ("sidecarInjectorWebhook", "templates", name)
        source = _source_of(path, settled.values[1:]) or settled.source
        yield SourcedValue(f"templates.{name}", f"{len(text.splitlines())} lines", source)


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
