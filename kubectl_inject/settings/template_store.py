"""Where the compiled templates of a settled configuration are kept."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kubectl_inject.injection.template_rendering import TemplateStore
    from kubectl_inject.settings.settled import Settled
    from kubectl_inject.settings.template_cache import TemplateCache


def template_store(settled: Settled, cache: TemplateCache | None) -> TemplateStore | None:
    """Return where to look for compiled templates: among the built-in ones, and in the user's cache if there is one."""
    if settled.captured is not None:
        return cache
    from kubectl_inject.builtin.compiled_templates import BuiltinTemplates

    return BuiltinTemplates(cache)
