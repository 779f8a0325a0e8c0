"""Post-rendering itself: a stream of manifests in, the stream out."""

from __future__ import annotations

from helm_postrenderer.hooks import HookInjector
from kubectl_inject.frozen import dataclass
from kubectl_inject.injection.injector import InjectedText
from kubectl_inject.injection.namespaces import find_namespaces
from kubectl_inject.injection.pod_injector import TemplateInjector
from kubectl_inject.manifests.stream import split
from kubectl_inject.settings.injector import injector_of
from kubectl_inject.settings.settled import SettingsLayer, Settled, settle
from kubectl_inject.settings.template_store import template_store

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from kubectl_inject.settings.template_cache import TemplateCache

_NOTHING = "# nothing was rendered\n"
"""Helm takes empty output for an error; a chart may render nothing all the same."""
_SOURCE = "<rendered>"


@dataclass(frozen=True, slots=True)
class PostRendered:
    """The stream after injection with its report, and the configuration that was used."""

    injected: InjectedText
    settled: Settled


def post_render(
    text: str,
    layers: Sequence[SettingsLayer],
    *,
    hooks: str = "",
    restore: bool = False,
    cache: TemplateCache | None = None,
) -> PostRendered:
    """Inject what Helm has rendered. Raises InjectionError.

    ``hooks`` is as for HookInjector; ``cache`` keeps compiled templates.
    """
    settled = settle(layers)
    documents = list(split(text, _SOURCE))
    installation = settled.config.installation
    store = template_store(settled, cache)
    pods = HookInjector(TemplateInjector(settled.config, store), hooks, native_sidecars=installation.native_sidecars)
    found = find_namespaces(documents) if settled.config.reads_namespaces else None
    injector = injector_of(settled.settings, settled.config, found=found, records=restore, in_transit=True, pods=pods)
    texts, report = injector.inject_documents(documents)
    injected = "".join(texts)
    return PostRendered(InjectedText(injected if injected.strip() else _NOTHING, report), settled)
