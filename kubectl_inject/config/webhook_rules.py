"""The webhooks of a control plane: which Pods the API server shows to its injector, by labels."""

from __future__ import annotations

from kubectl_inject.istio.injection_webhooks import INJECTOR
from kubectl_inject.istio.names import DEFAULT_REVISION, REVISION_LABEL, TAG_LABEL
from kubectl_inject.kubernetes.label_selector import LabelSelector, parse_selector
from kubectl_inject.kubernetes.schema.decoding import FieldTypeError
from kubectl_inject.startup.frozen import dataclass, field

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Any, TypeVar

    _T = TypeVar("_T", bound=dict[str, Any] | list[Any] | str | int)


@dataclass(frozen=True, slots=True)
class WebhookService:
    """The service that a webhook's calls go to."""

    namespace: str
    name: str
    port: int = 443
    path: str = "/"


@dataclass(frozen=True, slots=True)
class Webhook:
    """One webhook of a MutatingWebhookConfiguration, and the labels that select its Pods.

    ``revision`` and ``tag`` are those of the configuration that holds it; ``tag`` is empty where it is the
    revision's own. ``namespace_selector`` and ``object_selector`` are as they stand there.
    """

    name: str
    configuration: str
    revision: str
    tag: str = ""
    namespace_selector: Mapping[str, Any] = field(default_factory=dict)
    object_selector: Mapping[str, Any] = field(default_factory=dict)
    service: WebhookService | None = None
    _selectors: tuple[LabelSelector, LabelSelector] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Read the selectors once for all Pods. Raises SelectorError where one is not well formed."""
        given = (self.namespace_selector, self.object_selector)
        namespaces, pods = (parse_selector(dict(selector), self.name) for selector in given)
        object.__setattr__(self, "_selectors", (namespaces, pods))

    def selects(self, namespace: Mapping[str, str], pod: Mapping[str, str]) -> bool:
        """Whether a Pod with these labels, in a namespace with those, is shown to the injector."""
        namespaces, pods = self._selectors
        return _matches(namespaces, namespace) and _matches(pods, pod)


def _matches(selector: LabelSelector, labels: Mapping[str, str]) -> bool:
    """Whether labels match, as the API server has it: a selector that asks for nothing matches everything."""
    return not selector.requirements or selector.matches(labels)


def webhooks_of_revision(webhooks: Iterable[Webhook], revision: str) -> tuple[Webhook, ...]:
    """Return those webhooks that lead to a revision, by its own name or by a tag."""
    return tuple(webhook for webhook in webhooks if webhook.revision == revision)


def tags_of(webhooks: Iterable[Webhook]) -> tuple[str, ...]:
    """Return the tags that webhooks are of, sorted."""
    return tuple(sorted({webhook.tag for webhook in webhooks} - {""}))


def injection_webhooks(configurations: Iterable[Mapping[str, Any]]) -> Iterator[Webhook]:
    """Yield the webhooks of some MutatingWebhookConfigurations that are Istio's injection webhooks for Pods.

    Raises FieldTypeError or SelectorError for what the API server would not have taken.
    """
    for configuration in configurations:
        metadata = _given(configuration, "metadata", _NO_FIELDS, "MutatingWebhookConfiguration")
        path = f"MutatingWebhookConfiguration {metadata.get('name')}"
        labels = _given(metadata, "labels", _NO_FIELDS, path)
        for index, webhook in enumerate(_given(configuration, "webhooks", _NO_ITEMS, path)):
            place = f"{path}: webhooks[{index}]"
            if not isinstance(webhook, dict):
                raise FieldTypeError(place, "a mapping", webhook)
            name = _given(webhook, "name", "", place)
            if name.endswith(INJECTOR):
                yield Webhook(
                    name,
                    _given(metadata, "name", "", path),
                    _given(labels, REVISION_LABEL, "", path) or DEFAULT_REVISION,
                    _given(labels, TAG_LABEL, "", path),
                    _selector(webhook, "namespaceSelector", place),
                    _selector(webhook, "objectSelector", place),
                    _service(_given(webhook, "clientConfig", _NO_FIELDS, place), place),
                )


def _selector(webhook: Mapping[str, Any], name: str, path: str) -> Mapping[str, Any]:
    selector = _given(webhook, name, _NO_FIELDS, path)
    parse_selector(selector, f"{path}.{name}")
    return selector


def _service(client: Mapping[str, Any], path: str) -> WebhookService | None:
    given = _given(client, "service", _NO_FIELDS, path)
    if not given:
        return None
    place = f"{path}.service"
    namespace, name = _given(given, "namespace", "", place), _given(given, "name", "", place)
    if not (namespace and name):
        raise FieldTypeError(place, "a namespace and a name", given)
    return WebhookService(namespace, name, _given(given, "port", 443, place), _given(given, "path", "/", place))


_NO_FIELDS: dict[str, Any] = {}
_NO_ITEMS: list[Any] = []
_WORDS = {dict: "a mapping", list: "a list", str: "a string", int: "a whole number"}


def _given(holder: Mapping[str, Any], name: str, default: _T, path: str) -> _T:
    """Return what a field holds, which must be of the default's type. Raises FieldTypeError."""
    value = holder.get(name)
    if value is None:
        return default
    if type(value) is not type(default):
        raise FieldTypeError(f"{path}.{name}", _WORDS[type(default)], value)
    return value
