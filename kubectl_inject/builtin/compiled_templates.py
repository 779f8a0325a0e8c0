"""The built-in templates as the Python that they compile to, in a module for each, so that no program compiles them.

``make templates`` writes the modules.
"""

from __future__ import annotations

from types import FunctionType

from kubectl_inject.builtin import TEMPLATES
from kubectl_inject.gotemplate.compiled import FILE_NAME, CompiledTemplate, checksum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kubectl_inject.injection.rendering.template_rendering import TemplateStore


class BuiltinTemplates:
    """A store of the built-in templates, in front of another one for the rest."""

    def __init__(self, others: TemplateStore | None = None) -> None:
        """Look for templates that are not built in, or not as they were, in ``others``."""
        self._others = others

    def get(self, source: str, name: str) -> CompiledTemplate | None:
        """Return the compiled form of a template, where it is known."""
        found = compiled_template(source, name) if name in TEMPLATES else None
        return self._others.get(source, name) if found is None and self._others is not None else found

    def put(self, compiled: CompiledTemplate) -> None:
        """Give a compiled template to the other store."""
        if self._others is not None:
            self._others.put(compiled)


def compiled_template(source: str, name: str) -> CompiledTemplate | None:
    """Return a built-in template as code, or None where its module was made of another source."""
    table = __import__(f"{__package__}.compiled.{module_name(name)}", fromlist=("SOURCE",))
    if checksum(source) != table.SOURCE:
        return None
    # The functions of the module are not called: their code is bound to what templates may reach, and to nothing else.
    functions = [function for function in vars(table).values() if isinstance(function, FunctionType)]
    first = min(function.__code__.co_firstlineno for function in functions)
    code = [
        function.__code__.replace(co_filename=FILE_NAME, co_firstlineno=function.__code__.co_firstlineno - first + 1)
        for function in functions
    ]
    return CompiledTemplate(name, source, tuple(code), table.TEXTS, table.FUNCTIONS, table.SITES, table.LINE_SITES)


def module_name(name: str) -> str:
    """Return the name of the module that a template was compiled to."""
    return name.replace("-", "_")
