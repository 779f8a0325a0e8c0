"""Lines for the calls of functions: each is paid for, and made once where it gives the same wherever it stands."""

from __future__ import annotations

from kubectl_inject.gotemplate.compiling.lines import LineWriter, Value
from kubectl_inject.gotemplate.compiling.repetition import Repetition
from kubectl_inject.gotemplate.execution.runtime import parameter_class
from kubectl_inject.gotemplate.functions import Function, ParameterType, Work
from kubectl_inject.startup.frozen import dataclass, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kubectl_inject.gotemplate.compiling.codegen import Line, ModuleWriter
    from kubectl_inject.gotemplate.parsing.nodes import Command, Operand


@dataclass(frozen=True, slots=True)
class Call:
    """A call of a function: its arguments and the function's name as Python, and where it stands in the template."""

    function: Function
    arguments: tuple[str, ...]
    name: str
    known: type | None
    at: Command | Operand

    @property
    def texts(self) -> frozenset[str]:
        """The arguments that are strings."""
        parameters = (parameter_of(self.function, position) for position in range(len(self.arguments)))
        return frozenset(
            argument
            for argument, parameter in zip(self.arguments, parameters, strict=True)
            if parameter is ParameterType.STRING
        )

    @property
    def code(self) -> str:
        """The call as Python."""
        arguments = list(self.arguments)
        if self.known is str:
            arguments.append("limit=run.value_length")
        if self.function.metered:
            arguments.append("meter=run")
        return f"{self.name}({', '.join(arguments)})"


def parameter_of(function: Function, position: int) -> ParameterType:
    """Return the type of a function's parameter at a position, from 0 on."""
    if position < len(function.params) or function.variadic is None:
        return function.params[position]
    return function.variadic


class CallWriter(LineWriter):
    """Writes the calls of one template, whose data are in the variables for the dot and ``$`` when it begins."""

    def __init__(
        self, module: ModuleWriter, template: str, *, spills: bool, reads_once: bool, constant_fields: frozenset[str]
    ) -> None:
        """Start with no variable set.

        ``spills`` is as for LineWriter. ``reads_once``: neither ``$`` nor anything in the data ever changes, so that
        fields of ``$`` need be read only once. What functions make of ``constant_fields`` of ``$`` is noted for other
        renderings, where the data allows it.
        """
        super().__init__(module, template, spills=spills)
        self._settings = 0
        self._dot = Value(self._new_variable())
        self._root = Value(self._new_variable())
        roots = (self._dot.code, self._root.code) if reads_once and not spills else ()
        self._repetition = Repetition(roots, constant_fields)

    @property
    def _progress(self) -> tuple[int, int]:
        """How many lines there are, and how often variables of the template were set."""
        return len(self._lines), self._settings

    def _call(self, call: Call, start: tuple[int, int]) -> Value:
        """Compile a call, whose arguments were compiled since ``start``; return what stands for its result."""
        if self._repetition.are_constant(call.arguments):
            return self._call_for_all(call, start)
        if self._repetition.are_stable(call.arguments):
            return self._call_once(call)
        return self._call_into(self._temporary(), call)

    def _call_into(self, name: str, call: Call) -> Value:
        """Set a Python variable to the result of a call, which is paid for."""
        result = Value(name, call.known)
        self._pay(call.function.work, call.arguments, call.texts, call.at)
        self._emit(f"{name} = {call.code}", call.at, call.function.name)
        if call.function.work is not Work.CONSTANT:
            self._pay_for_result(result, call.at)
        return result

    def _call_once(self, call: Call) -> Value:
        """Set a variable to what a call gives that may stand in several places of the template."""
        name = self._repetition.variable(call.code)
        self._emit_plain(f"if {name} is UNREAD:")
        self._indent += 1
        result = self._call_into(name, call)
        self._indent -= 1
        return result

    def _call_for_all(self, call: Call, start: tuple[int, int]) -> Value:
        """Set a variable to what a call gives in all renderings: an earlier one may have noted it.

        Then what was compiled since ``start`` for its arguments need not run either, if it sets no variables. What is
        noted takes no rendering any steps, and each pays for its length, so that it costs all of them the same.
        """
        name, key = self._temporary(), self._module.constant()
        self._repetition.note(name, constant=True)
        line, settings = start
        before: list[Line] = []
        if settings == self._settings:
            before, self._lines = self._lines[line:], self._lines[:line]
        long_key = f"{key} long"
        self._emit_plain(f"{name} = noted.get({key!r}, UNREAD)")
        self._emit(f"if {name} is UNREAD: {name} = run.paid_again(noted.get({long_key!r}))", call.at)
        self._emit_plain(f"if {name} is UNREAD:")
        self._indent += 1
        self._emit_plain(f"{name}_steps = run.steps_left; {name}_values = run.values_left")
        self._lines += [replace(line, code=f" {line.code}") for line in before]
        result = self._call_into(name, call)
        self._emit_plain(f"run.steps_left = {name}_steps")
        self._emit_plain(f"if run.values_left == {name}_values: noted[{key!r}] = {name}")
        self._emit_plain(f"else: noted[{long_key!r}] = ({name}, {name}_values - run.values_left)")
        self._indent -= 1
        return result

    def _converted(self, value: Value, parameter: ParameterType) -> str:
        """Return the code of a value that has been converted for a parameter, as far as it need be."""
        expected = parameter_class(parameter)
        if expected is None or value.known is expected:
            return value.code
        code = value.code
        converted = self._set(
            f"{code} if type({code}) is {expected.__name__} else converted({code}, {parameter.name})", expected
        )
        self._repetition.follow(converted.code, code)
        return converted.code
