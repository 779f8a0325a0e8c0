"""Templates that can be rendered."""

from __future__ import annotations

from types import FunctionType, MappingProxyType

from kubectl_inject.gotemplate.compiled import FILE_NAME, CompiledTemplate, Site
from kubectl_inject.gotemplate.encoding import byte_length
from kubectl_inject.gotemplate.errors import EvaluationError, LimitExceededError, TemplateError
from kubectl_inject.gotemplate.execution import runtime
from kubectl_inject.gotemplate.execution.builtins import BUILTINS, NIL
from kubectl_inject.gotemplate.execution.meter import UNMETERED
from kubectl_inject.gotemplate.execution.output import Output, concatenated
from kubectl_inject.gotemplate.functions import Function, FunctionError, ParameterType
from kubectl_inject.gotemplate.go_types import ANY_TYPE, PLAIN_TYPES, is_true
from kubectl_inject.gotemplate.limits import DEFAULT, Limits
from kubectl_inject.gotemplate.sprig import FUNCTIONS as SPRIG_FUNCTIONS
from kubectl_inject.gotemplate.values import Int64, StringList, StringMap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from types import TracebackType

    from kubectl_inject.gotemplate.compiling.codegen import ModuleWriter

_NAMESPACE: Mapping[str, object] = MappingProxyType(
    {
        **{kind.__name__: kind for kind in (bool, dict, float, int, list, str, Int64, StringList, StringMap)},
        **{parameter.name: parameter for parameter in ParameterType},
        "type": type,
        "len": len,
        "ANY_TYPE": ANY_TYPE,
        "NIL": NIL,
        "PLAIN": PLAIN_TYPES,
        "UNMETERED": UNMETERED,
        "UNREAD": runtime.UNREAD,
        "SIZED": frozenset({str, list, dict, StringList, StringMap}),
        "Literal": runtime.Literal,
        "bound_method": runtime.bound_method,
        "call_method": runtime.call_method,
        "call_value": runtime.call_value,
        "converted": runtime.converted,
        "fail": runtime.fail,
        "fields": runtime.fields,
        "noted_in": runtime.noted_in,
        "is_true": is_true,
        "literal_argument": runtime.literal_argument,
        "method_parameter": runtime.method_parameter,
        "nil_argument": runtime.nil_argument,
        "slot_of": runtime.slot_of,
    }
)
"""All that compiled code can reach, besides its own functions and those that the template may call."""


def _function(name: str, additional: Mapping[str, Function]) -> Function:
    """Return a function by its name: an additional one, or else sprig's or Go's own."""
    return additional.get(name) or SPRIG_FUNCTIONS.get(name) or BUILTINS[name]


def compiled_module(
    source: str,
    name: str,
    additional: Mapping[str, Function],
    constant_fields: frozenset[str],
    limits: Limits = DEFAULT,
) -> ModuleWriter:
    """Return the Python of a source; of its functions, only the parameters matter. Raise TemplateError if Go would."""
    from kubectl_inject.gotemplate.compiling.compiler import compile_template
    from kubectl_inject.gotemplate.sprig.refused import REFUSED

    functions = {**BUILTINS, **SPRIG_FUNCTIONS, **additional}
    return compile_template(source, name, functions, REFUSED, limits, constant_fields)


def _compiled(
    source: str, name: str, additional: Mapping[str, Function], constant_fields: frozenset[str], limits: Limits
) -> CompiledTemplate:
    try:
        return compiled_module(source, name, additional, constant_fields, limits).compiled()
    except (RecursionError, MemoryError):
        reason = "nested too deeply for the stack that is left (a lower Limits.nesting would say where)"
        raise TemplateError(name, 1, None, reason, source.partition("\n")[0]) from None


class Template:
    """A source that has been compiled, with its functions; it never changes, and threads can share it."""

    def __init__(
        self,
        source: str | CompiledTemplate,
        name: str = "t",
        functions: Mapping[str, Function] | None = None,
        limits: Limits = DEFAULT,
        constant_fields: frozenset[str] = frozenset(),
    ) -> None:
        """Compile a source, which messages call by that name, or take one that has been compiled.

        ``functions`` are added to sprig's and may replace them. ``constant_fields`` may be constant in data that is
        ConstantFields; then the name must be one that no other template for that data has. Raise TemplateError for
        what Go would not parse.
        """
        additional = functions or {}
        self._compiled = (
            source
            if isinstance(source, CompiledTemplate)
            else _compiled(source, name, additional, constant_fields, limits)
        )
        called = [_function(function, additional) for function in self._compiled.functions]
        namespace = {**_NAMESPACE, "__builtins__": {}}
        for number, function in enumerate(called):
            namespace[f"function_{number}"] = function.call
        self._text_lengths = [*(len(text) or 1 for text in self._compiled.texts), 0]  # PRINTED
        self._changes_data = any(function.changes for function in called)
        for code in self._compiled.code:
            namespace[code.co_name] = FunctionType(code, namespace)
        self._main: Callable[[runtime.Run, Output, object], None] = namespace["template_0"]  # type: ignore[assignment]  # what the code defines

    @property
    def texts(self) -> tuple[str, ...]:
        """The pieces of fixed text, which the numbers in an output's way stand for."""
        return self._compiled.texts

    @property
    def changes_data(self) -> bool:
        """Whether it calls a function that changes its arguments, and so may change the data that it is given."""
        return self._changes_data

    @property
    def compiled(self) -> CompiledTemplate:
        """The compiled code, for a template with the same functions."""
        return self._compiled

    def render(self, data: object, limits: Limits = DEFAULT) -> str:
        """Return the text that the template makes of the data. Raise TemplateError if it cannot."""
        output = self.output(data, limits)
        return concatenated(output.way, output.strings, self.texts)

    def output(self, data: object, limits: Limits = DEFAULT) -> Output:
        """Return the parts of the text. Raise TemplateError if the template fails."""
        out = Output()
        run = runtime.Run(limits, self._text_lengths)
        try:
            self._main(run, out, data)
            run.count_parts(out)
        except LimitExceededError as error:
            raise self._error(error.__traceback__, str(error), calling=False, limit=error.limit) from error
        except EvaluationError as error:
            raise self._error(error.__traceback__, str(error), calling=False) from error
        except FunctionError as error:
            raise self._error(error.__traceback__, str(error), calling=True) from error
        except RecursionError as error:
            reason = "values are nested in each other more deeply than the stack allows"
            raise self._error(error.__traceback__, reason, calling=True) from None
        except (ArithmeticError, ValueError, MemoryError) as error:
            # Go too makes an error of what goes wrong inside of a function: text/template's safeCall.
            reason = str(error) or type(error).__name__
            raise self._error(error.__traceback__, reason, calling=True) from error
        return out

    def _error(self, traceback: TracebackType | None, reason: str, *, calling: bool, limit: str = "") -> TemplateError:
        site: Site | None = None
        while traceback is not None:
            if traceback.tb_frame.f_code.co_filename == FILE_NAME:
                site = self._compiled.site_of(traceback.tb_lineno) or site
            traceback = traceback.tb_next
        name, source = self._compiled.name, self._compiled.source
        if site is None:
            return TemplateError(name, 1, None, reason, source.partition("\n")[0], limit=limit)
        if calling and site.callee:
            reason = f"error calling {site.callee}: {reason}"
        start = source.rfind("\n", 0, site.position) + 1
        end = source.find("\n", site.position)
        return TemplateError(
            name,
            source.count("\n", 0, start) + 1,
            byte_length(source[start : site.position]),
            reason,
            source[start : end if end >= 0 else len(source)],
            site.template,
            site.context,
            limit,
        )


def render(
    source: str,
    data: object,
    *,
    name: str = "t",
    functions: Mapping[str, Function] | None = None,
    limits: Limits = DEFAULT,
) -> str:
    """Return the text that a template makes of data: Go's text/template with sprig's functions.

    ``name`` is what messages call it; ``functions`` are added to sprig's. Raise TemplateError if it fails.
    """
    return Template(source, name, functions, limits).render(data, limits)
