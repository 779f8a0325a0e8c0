"""Go's text/template with sprig's functions, compiled to Python."""

from kubectl_inject.gotemplate.codegen import CompiledTemplate
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
