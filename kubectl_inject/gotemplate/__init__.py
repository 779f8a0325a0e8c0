"""Go's text/template with sprig's functions, compiled to Python."""

from __future__ import annotations

from kubectl_inject.startup.lazy_names import lazy_names

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kubectl_inject.gotemplate.compiled import CompiledTemplate
    from kubectl_inject.gotemplate.errors import TemplateError
    from kubectl_inject.gotemplate.functions import Function, FunctionError, ParameterType
    from kubectl_inject.gotemplate.limits import DEFAULT, Limits
    from kubectl_inject.gotemplate.template import Template, render

__all__ = [
    "DEFAULT",
    "CompiledTemplate",
    "Function",
    "FunctionError",
    "Limits",
    "ParameterType",
    "Template",
    "TemplateError",
    "render",
]

__getattr__ = lazy_names(
    __name__,
    {
        "DEFAULT": "limits",
        "CompiledTemplate": "compiled",
        "Function": "functions",
        "FunctionError": "functions",
        "Limits": "limits",
        "ParameterType": "functions",
        "Template": "template",
        "TemplateError": "errors",
        "render": "template",
    },
)
