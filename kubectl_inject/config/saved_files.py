"""A mesh's configuration from files: one of the kind InjectionConfig, or what people save of a cluster with kubectl.

That is the two ConfigMaps, a List of them, their three texts in files of their own as istioctl's documentation has
it, and the control plane's MutatingWebhookConfigurations. Each is known by what is in it, not by its name.
"""

from __future__ import annotations

from kubectl_inject.config.captured import KIND, CapturedConfig, captured_config, captured_parts, digest_of
from kubectl_inject.config.injection_config import ConfigError
from kubectl_inject.config.saved_part import INJECT, KEYS, MESH, VALUES, part_of, release_of, saved_part, texts_of
from kubectl_inject.config.webhook_rules import injection_webhooks, tags_of, webhooks_of_revision
from kubectl_inject.istio.names import REVISION_LABEL
from kubectl_inject.kubernetes.schema.decoding import describe
from kubectl_inject.startup.frozen import dataclass, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import Any

    from kubectl_inject.istio.releases import Release

_LISTS = ("List", "ConfigMapList", "MutatingWebhookConfigurationList")


@dataclass(frozen=True, slots=True)
class SavedPart:
    """One of the three parts, its file, and the revision and release that its ConfigMap's labels name."""

    part: str
    value: dict[str, Any]
    file: str
    revision: str = ""
    release: Release | None = None


def read_saved(filenames: Sequence[str], revision: str = "") -> CapturedConfig:
    """Read a configuration from files and folders.

    ``revision`` says which one to take where there are ConfigMaps of several. Raises ConfigError where a part is
    missing, or there are two of it, and InjectionError for what cannot be read.
    """
    return from_documents(_documents(filenames), revision)


def from_documents(documents: Iterable[tuple[str, Any]], revision: str = "") -> CapturedConfig:
    """Make a configuration of parsed documents, each with the name of its file; see ``read_saved``."""
    captured: list[tuple[str, CapturedConfig]] = []
    webhooks: list[Mapping[str, Any]] = []
    parts: list[SavedPart] = []
    for file, document in documents:
        for value in _items(document):
            if not isinstance(value, dict):
                raise ConfigError(f"{file}: expected a mapping, found {describe(value)}")
            match value.get("kind"):
                case "InjectionConfig":
                    captured.append((file, captured_config(value, file)))
                case "MutatingWebhookConfiguration":
                    webhooks.append(value)
                case _:
                    parts.extend(_parts(value, file))
    if captured:
        if len(captured) > 1 or parts:
            others = [*(file for file, _ in captured), *(part.file for part in parts)]
            raise ConfigError(f"more than one configuration: {', '.join(dict.fromkeys(others))}. Name one file of them")
        return captured[0][1]
    return _merged(parts, webhooks, revision)


def read_captured_file(filename: str) -> tuple[dict[str, Any], CapturedConfig]:
    """Read one file of the kind InjectionConfig: return its plain form, and what it means. Raises InjectionError."""
    documents = list(_documents([filename]))
    name, document = documents[0] if documents else (filename, None)
    if len(documents) != 1 or not isinstance(document, dict) or document.get("kind") != KIND:
        raise ConfigError(f"{name}: expected one document of kind {KIND}, which config capture writes")
    return document, captured_config(document, name)


def was_edited(document: Mapping[str, Any]) -> bool:
    """Whether a captured file says something else than when it was written. One without a digest was."""
    return document.get("digest") != digest_of(document)


def _documents(filenames: Sequence[str]) -> Iterator[tuple[str, Any]]:
    from kubectl_inject.manifests.input.sources import read_sources
    from kubectl_inject.manifests.parsing.kubernetes_yaml import compose, construct
    from kubectl_inject.manifests.parsing.limits import DEFAULT_LIMITS
    from kubectl_inject.manifests.stream import decode, split

    for source in read_sources(filenames):
        text, _ = decode(source.data, source.name)
        for document in split(text, source.name):
            value = construct(compose(document, DEFAULT_LIMITS), document)
            if value is not None:
                yield source.name, value


def _items(document: Any) -> list[Any]:
    listed = isinstance(document, dict) and document.get("kind") in _LISTS and isinstance(document.get("items"), list)
    return document["items"] if listed else [document]


def _parts(value: dict[str, Any], file: str) -> Iterator[SavedPart]:
    if value.get("kind") == "ConfigMap":
        metadata = value.get("metadata") or {}
        if not isinstance(metadata, dict):
            raise ConfigError(f"{file}: metadata: expected a mapping, found {describe(metadata)}")
        revision = texts_of(metadata.get("labels"), f"{file}: metadata.labels").get(REVISION_LABEL, "")
        data = texts_of(value.get("data"), f"{file}: data")
        found = [part for part, key in KEYS.items() if key in data]
        if not found:
            raise ConfigError(f"{file}: ConfigMap {metadata.get('name')}: none of the keys {', '.join(KEYS.values())}")
        release = release_of(value, file)
        for part in found:
            yield SavedPart(part, saved_part(value, part, file), file, revision, release)
        return
    yield SavedPart(_kind_of(value, file), value, file)


def _kind_of(value: dict[str, Any], file: str) -> str:
    """Return which part a mapping is, by its fields."""
    part = part_of(value)
    if part is not None:
        return part
    kind = value.get("kind")
    found = f"kind {kind}" if isinstance(kind, str) else "a mapping with none of their fields"
    raise ConfigError(
        f"{file}: expected a file of kind {KIND}, a ConfigMap of Istio's, or its keys config, values or mesh; "
        f"found {found}"
    )


def _merged(parts: Sequence[SavedPart], configurations: Sequence[Mapping[str, Any]], revision: str) -> CapturedConfig:
    if revision:
        tags = {webhook.tag: webhook.revision for webhook in injection_webhooks(configurations) if webhook.tag}
        revision = tags.get(revision, revision)
        known = sorted({part.revision for part in parts} - {""})
        parts = [part for part in parts if part.revision in ("", revision)]
        if known and not parts:
            raise ConfigError(f"no revision {revision!r}; there are: {', '.join(known)}. --revision says which")
    by_part: dict[str, SavedPart] = {}
    for part in parts:
        other = by_part.get(part.part)
        if other is not None:
            revisions = sorted({other.revision, part.revision} - {""})
            of = f", of the revisions {' and '.join(revisions)}; --revision says which" if len(revisions) > 1 else ""
            raise ConfigError(f"two of {part.part}: in {other.file} and in {part.file}{of}")
        by_part[part.part] = part
    missing = [f"{part} (key {key!r})" for part, key in KEYS.items() if part not in by_part]
    if missing:
        found = ", ".join(f"{part.part} in {part.file}" for part in by_part.values()) or "nothing"
        raise ConfigError(f"a configuration has three parts; missing: {', '.join(missing)}; found: {found}")
    named = revision or by_part[INJECT].revision or by_part[MESH].revision
    release = next((part.release for part in by_part.values() if part.release), None)
    config = captured_parts(by_part[INJECT].value, by_part[VALUES].value, by_part[MESH].value, named, release)
    return with_webhooks(config, configurations)


def with_webhooks(config: CapturedConfig, configurations: Iterable[Mapping[str, Any]]) -> CapturedConfig:
    """Return a configuration with those webhooks of some MutatingWebhookConfigurations that are its revision's."""
    own = webhooks_of_revision(injection_webhooks(configurations), config.revision or "default")
    return replace(config, webhooks=own, tags=tags_of(own))
