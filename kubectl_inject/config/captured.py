"""A mesh's configuration as one file, of the kind InjectionConfig: what ``config capture`` writes."""

from __future__ import annotations

from kubectl_inject.config.helm_values import helm_values
from kubectl_inject.config.injection_config import (
    API_VERSION,
    ConfigError,
    InjectionConfig,
    Installation,
    injection_config,
    release_of_values,
)
from kubectl_inject.config.spelling import refuse_unknown
from kubectl_inject.istio.releases import release_named
from kubectl_inject.kubernetes.schema.decoding import describe
from kubectl_inject.kubernetes.workload_kinds import KNOWN, read_kinds
from kubectl_inject.startup.frozen import dataclass, field, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from kubectl_inject.config.webhook_rules import Webhook
    from kubectl_inject.istio.releases import Release

KIND = "InjectionConfig"

_FIELDS = {
    "apiVersion": str,
    "kind": str,
    "digest": str,
    "source": dict,
    "istioVersion": str,
    "revision": str,
    "tags": list,
    "nativeSidecars": bool,
    "platform": str,
    "compliancePolicy": str,
    "webhooks": list,
    "meshConfig": dict,
    "values": dict,
    "injectConfig": dict,
    "workloadKind": list,
}
_SOURCE_FIELDS = {"server": str, "changed": str, "objects": list, "oldestNode": str}
_WEBHOOK_FIELDS = {
    "name": str,
    "configuration": str,
    "tag": str,
    "service": dict,
    "namespaceSelector": dict,
    "objectSelector": dict,
}
_SERVICE_FIELDS = {"namespace": str, "name": str, "port": int, "path": str}


@dataclass(frozen=True, slots=True)
class CaptureSource:
    """Where a configuration came from: the API server, its objects, when these last changed, the oldest kubelet."""

    server: str = ""
    changed: str = ""
    objects: tuple[str, ...] = ()
    oldest_node: str = ""


@dataclass(frozen=True, slots=True)
class CapturedConfig:
    """All that a control plane injects by: the three parts as plain objects, and what is known of it beside them.

    ``tags`` are the names that point to ``revision``. ``native_sidecars`` is None where nothing says, ``release`` where
    nothing names one. ``workload_kinds`` are kinds beside those that are known, as ``--workload-kind`` spells them.
    """

    inject: Mapping[str, Any]
    values: Mapping[str, Any]
    mesh: Mapping[str, Any]
    revision: str = ""
    tags: tuple[str, ...] = ()
    webhooks: tuple[Webhook, ...] = ()
    native_sidecars: bool | None = None
    platform: str = ""
    compliance_policy: str = ""
    release: Release | None = None
    source: CaptureSource = field(default_factory=CaptureSource)
    workload_kinds: tuple[str, ...] = ()

    def installation(self) -> Installation:
        """Return the facts of the installation."""
        return Installation(
            revision=self.revision,
            native_sidecars=self.native_sidecars is not False,
            platform=self.platform,
            compliance_policy=self.compliance_policy,
            release=self.release,
            revision_tags=dict.fromkeys(self.tags, self.revision or "default"),
            webhooks=self.webhooks,
        )

    def injection_config(self, installation: Installation | None = None) -> InjectionConfig:
        """Return the configuration to inject with; ``installation`` replaces its own facts. Raises InjectionError."""
        parts = (dict(self.inject), dict(self.values), dict(self.mesh))
        config = injection_config(*parts, installation or self.installation())
        if not self.workload_kinds:
            return config
        return replace(config, kinds=read_kinds(self.workload_kinds, KNOWN, "workloadKind"))

    def content(self) -> dict[str, Any]:
        """Return the plain form of all but when and where it came from."""
        return ({"istioVersion": str(self.release)} if self.release else {}) | {
            "revision": self.revision,
            "tags": list(self.tags),
            "nativeSidecars": self.native_sidecars is not False,
            "platform": self.platform,
            "compliancePolicy": self.compliance_policy,
            "webhooks": [_plain_webhook(webhook) for webhook in self.webhooks],
            "meshConfig": dict(self.mesh),
            "values": dict(self.values),
            "injectConfig": dict(self.inject),
            **({"workloadKind": list(self.workload_kinds)} if self.workload_kinds else {}),
        }

    def document(self) -> dict[str, Any]:
        """Return the plain form of the whole file, with its digest. The same configuration gives the same form."""
        source = {
            "server": self.source.server,
            "changed": self.source.changed,
            "objects": list(self.source.objects),
            "oldestNode": self.source.oldest_node,
        }
        head = {"apiVersion": API_VERSION, "kind": KIND}
        rest = {"source": {name: value for name, value in source.items() if value}, **self.content()}
        return {**head, "digest": digest_of({**head, **rest}), **rest}


def captured_parts(
    inject: Mapping[str, Any],
    values: Mapping[str, Any],
    mesh: Mapping[str, Any],
    revision: str = "",
    release: Release | None = None,
) -> CapturedConfig:
    """Return a configuration of its three parts, with what the values say of the installation.

    ``release`` is the one that something else names, which counts before the values.
    """
    from_values = helm_values(dict(values))
    return CapturedConfig(
        inject,
        values,
        mesh,
        revision,
        native_sidecars=from_values.native_sidecars,
        platform=from_values.platform,
        compliance_policy=from_values.compliance_policy,
        release=release or release_of_values(from_values),
    )


def digest_of(document: Mapping[str, Any]) -> str:
    """Return the digest of a document of this kind: of what it says, whatever its formatting, but for ``digest``."""
    import hashlib
    import json

    from kubectl_inject.manifests.output.writing import with_whole_numbers

    content = with_whole_numbers({name: value for name, value in document.items() if name != "digest"})
    text = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return f"sha256:{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()}"


def _cure(version: object) -> str:
    """Return what to do about a file of another version of this format, which is not one of another kind."""
    if isinstance(version, str) and version.startswith(f"{API_VERSION.partition('/')[0]}/"):
        return ". Upgrade kubectl-inject, or capture the configuration again with this one"
    return ""


def captured_config(document: Mapping[str, Any], name: str) -> CapturedConfig:
    """Read the plain form of a file of this kind; ``name`` is what messages call it.

    Raises ConfigError for fields that are not known or of the wrong type, and for what is missing. The digest is not
    compared: a file may be edited on purpose; see ``digest_of``.
    """
    version = document.get("apiVersion")
    if version != API_VERSION:
        # Before the fields: those of another version are not known here.
        raise ConfigError(f"{name}: apiVersion: expected {API_VERSION}, found {describe(version)}{_cure(version)}")
    _check(document, _FIELDS, name)
    for part in ("injectConfig", "values", "meshConfig"):
        if document.get(part) is None:
            raise ConfigError(f"{name}: the field {part} is missing")
    source = document.get("source") or {}
    _check(source, _SOURCE_FIELDS, f"{name}: source")
    revision = document.get("revision") or ""
    webhooks = enumerate(document.get("webhooks") or [])
    return CapturedConfig(
        document["injectConfig"],
        document["values"],
        document["meshConfig"],
        revision,
        _strings(document.get("tags"), f"{name}: tags"),
        tuple(_webhook(webhook, revision, f"{name}: webhooks[{index}]") for index, webhook in webhooks),
        document.get("nativeSidecars"),
        document.get("platform") or "",
        document.get("compliancePolicy") or "",
        _release(document, name),
        CaptureSource(
            source.get("server") or "",
            source.get("changed") or "",
            _strings(source.get("objects"), f"{name}: source.objects"),
            source.get("oldestNode") or "",
        ),
        _strings(document.get("workloadKind"), f"{name}: workloadKind"),
    )


def _release(document: Mapping[str, Any], name: str) -> Release | None:
    """Return the release that a file was captured from; one of an older form has it in its values alone."""
    given = document.get("istioVersion")
    if not given:
        return release_of_values(helm_values(document["values"]))
    release = release_named(given, "istioVersion")
    if release is None:
        raise ConfigError(f"{name}: istioVersion: expected a release such as 1.30.3, found {describe(given)}")
    return release


def _plain_webhook(webhook: Webhook) -> dict[str, Any]:
    service = webhook.service
    plain: dict[str, Any] = {"name": webhook.name, "configuration": webhook.configuration}
    if webhook.tag:
        plain["tag"] = webhook.tag
    if service is not None:
        address = {"namespace": service.namespace, "name": service.name, "port": service.port, "path": service.path}
        plain["service"] = address
    selectors = {"namespaceSelector": webhook.namespace_selector, "objectSelector": webhook.object_selector}
    return plain | {name: dict(selector) for name, selector in selectors.items() if selector}


def _webhook(given: Any, revision: str, path: str) -> Webhook:
    from kubectl_inject.config.webhook_rules import Webhook, WebhookService
    from kubectl_inject.kubernetes.label_selector import parse_selector

    if not isinstance(given, dict):
        raise ConfigError(f"{path}: expected a mapping, found {describe(given)}")
    _check(given, _WEBHOOK_FIELDS, path)
    selectors = [given.get(name) or {} for name in ("namespaceSelector", "objectSelector")]
    for selector in selectors:
        parse_selector(selector, path)
    service = given.get("service")
    if service is not None:
        _check(service, _SERVICE_FIELDS, f"{path}.service")
        for name in ("namespace", "name"):
            if not service.get(name):
                raise ConfigError(f"{path}.service: the field {name} is missing")
        service = {name: value for name, value in service.items() if value is not None}
    return Webhook(
        given.get("name") or "",
        given.get("configuration") or "",
        revision or "default",
        given.get("tag") or "",
        selectors[0],
        selectors[1],
        WebhookService(**service) if service else None,
    )


def _check(given: Mapping[str, Any], types: Mapping[str, type], path: str) -> None:
    refuse_unknown(given, types, path)
    for name, value in given.items():
        if value is not None and type(value) is not types[name]:
            words = {str: "a string", dict: "a mapping", list: "a list", bool: "true or false", int: "a whole number"}
            raise ConfigError(f"{path}: {name}: expected {words[types[name]]}, found {describe(value)}")


def _strings(value: Any, path: str) -> tuple[str, ...]:
    for item in value or []:
        if not isinstance(item, str):
            raise ConfigError(f"{path}: expected strings, found {describe(item)}")
    return tuple(value or [])
