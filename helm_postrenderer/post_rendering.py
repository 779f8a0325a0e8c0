"""Post-rendering itself: a stream of manifests in, the stream out."""

from __future__ import annotations

from kubectl_inject.injection.injector import InjectedText
from kubectl_inject.injection.selection.namespaces import find_namespaces
from kubectl_inject.manifests.limits import DEFAULT_LIMITS
from kubectl_inject.manifests.stream import split
from kubectl_inject.settings.injector import injector_of, template_injector
from kubectl_inject.settings.resolved import Resolved, SettingsLayer, resolve
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from kubectl_inject.settings.template_cache import TemplateCache

_NOTHING = "# nothing was rendered\n"
"""Helm takes empty output for an error; a chart may render nothing all the same."""
_SOURCE = "<rendered>"


@dataclass(frozen=True, slots=True)
class PostRendered:
    """The stream after injection with its report, and the configuration that was used.

    ``settings_file`` is the one that holds, where it lies in a folder above.
    """

    injected: InjectedText
    resolved: Resolved
    settings_file: str = ""


def post_render(
    text: str,
    layers: Sequence[SettingsLayer],
    *,
    restore: bool = False,
    cache: TemplateCache | None = None,
    factor: int = 1,
) -> PostRendered:
    """Inject what Helm has rendered; ``cache`` keeps compiled templates. Raises InjectionError.

    Manifests and templates may be ``factor`` times as much as by default.
    """
    resolved = resolve(layers)
    documents = list(split(text, _SOURCE))
    limits = DEFAULT_LIMITS.times(factor)
    found = find_namespaces(documents, limits, needed=resolved.config.reads_namespaces)
    pods = template_injector(resolved, cache, factor)
    injector = injector_of(resolved, pods, found=found, records=restore, in_transit=True, factor=factor)
    texts, report = injector.inject_documents(documents)
    injected = "".join(texts)
    return PostRendered(InjectedText(injected if injected.strip() else _NOTHING, report), resolved)
