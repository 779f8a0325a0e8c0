"""Post-rendering itself: a stream of manifests in, the stream out."""

from __future__ import annotations

from kubectl_inject.manifests.stream import split
from kubectl_inject.settings.injector import inject_streams
from kubectl_inject.settings.resolved import Resolved, SettingsLayer, resolve
from kubectl_inject.startup.frozen import dataclass, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from kubectl_inject.injection.injected import InjectedText
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
    [injected] = inject_streams([documents], resolved, cache, records=restore, in_transit=True, factor=factor)
    return PostRendered(injected if injected.text.strip() else replace(injected, text=_NOTHING), resolved)
