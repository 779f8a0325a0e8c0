"""Writes the modules of compiled templates: ``python -m tools.write_compiled``."""

from __future__ import annotations

from pathlib import Path

from kubectl_inject import builtin
from kubectl_inject.builtin import TEMPLATES, builtin_config
from kubectl_inject.builtin.compiled_templates import module_name
from kubectl_inject.gotemplate.compiled import checksum
from kubectl_inject.gotemplate.template import compiled_module
from kubectl_inject.injection.rendering.template_data import CONFIGURED_FIELDS
from kubectl_inject.injection.rendering.template_functions import injection_functions
from kubectl_inject.istio.releases import NEWEST_KNOWN, rules_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


def modules() -> dict[Path, str]:
    """Return the text of each module by its file."""
    sources = builtin_config().templates
    folder = Path(builtin.__file__).with_name("compiled")
    return {folder / f"{module_name(name)}.py": _module(sources[name], name) for name in TEMPLATES}


def _module(source: str, name: str) -> str:
    module = compiled_module(source, name, injection_functions({}, rules_of(NEWEST_KNOWN)), CONFIGURED_FIELDS)
    compiled = module.compiled()
    lines = [
        f'"""The template {name} as Python. Written by make templates."""',
        "",
        f"SOURCE = {checksum(source)!r}",
        *_tuple("TEXTS", compiled.texts),
        *_tuple("FUNCTIONS", compiled.functions),
        *_tuple("SITES", compiled.sites),
        f"LINE_SITES = {compiled.line_sites!r}",
        "",
    ]
    return "\n".join([*lines, module.python(), ""])


def _tuple(name: str, items: Sequence[object]) -> list[str]:
    return [f"{name} = (", *(f"    {item!r}," for item in items), ")"]


if __name__ == "__main__":
    for file, text in modules().items():
        file.write_text(text, encoding="utf-8")
