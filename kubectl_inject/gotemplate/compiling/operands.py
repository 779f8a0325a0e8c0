"""Compiling pipelines: each operand becomes a line of Python that sets a local variable.

One line for each thing that can fail, so that an exception's line tells where in the template it happened.
"""

from __future__ import annotations

from collections import ChainMap

from kubectl_inject.gotemplate.compiling.calls import Call, CallWriter, parameter_of
from kubectl_inject.gotemplate.compiling.lines import COPIED, NOTHING, Value
from kubectl_inject.gotemplate.errors import EvaluationError
from kubectl_inject.gotemplate.execution.builtins import BUILTINS
from kubectl_inject.gotemplate.execution.runtime import NILLABLE, Literal, literal_argument
from kubectl_inject.gotemplate.functions import Function, ParameterType, Work
from kubectl_inject.gotemplate.parsing.nodes import (
    Bool,
    Chain,
    Command,
    Dot,
    Field,
    Identifier,
    Nil,
    Number,
    Operand,
    Pipe,
    String,
    Variable,
)
from kubectl_inject.gotemplate.parsing.numbers import ideal_value
from kubectl_inject.gotemplate.values import Int64
from kubectl_inject.startup.frozen import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from kubectl_inject.gotemplate.compiling.codegen import ModuleWriter

_RESULT_TYPES: dict[str, type] = {
    **dict.fromkeys(("html", "js", "print", "printf", "println", "urlquery"), str),
    **dict.fromkeys(("eq", "ge", "gt", "le", "lt", "ne", "not"), bool),
    "len": int,
}
_MAX_EXPRESSION_INDENT = 40


class ExpressionCompiler(CallWriter):
    """Compiles the pipelines of one template."""

    def __init__(
        self,
        module: ModuleWriter,
        functions: Mapping[str, Function],
        template: str,
        *,
        spills: bool,
        copies: bool,
        reads_once: bool,
        constant_fields: frozenset[str],
    ) -> None:
        """Start with nothing but the variable ``$``.

        ``copies`` keeps the value of each operand from being changed by an assignment in a later one. Everything else
        is as for CallWriter.
        """
        super().__init__(module, template, spills=spills, reads_once=reads_once, constant_fields=constant_fields)
        self._functions = functions
        self._copies = copies
        self._conditional = 0
        self._unset: list[str] = []
        self._scope: ChainMap[str, Value] = ChainMap({"$": self._root})

    # Pipelines

    def pipeline(self, pipe: Pipe) -> Value:
        """Compile a pipeline, and the variables that it sets."""
        self._at = pipe
        start = self._progress
        value: Value | None = None
        for command in pipe.commands:
            value = replace(self._command(command, value, start), slot="None")
        result = value or NOTHING
        for variable in pipe.variables:
            if pipe.assigns:
                self.assign(variable.name, result)
            else:
                self.declare(variable.name, result)
        return result

    def declare(self, name: str, value: Value) -> Value:
        """Make a variable; return what stands for it."""
        code = self._new_variable()
        if self._conditional and not self._spills:
            self._unset.append(code)
        self._settings += 1
        self._emit_plain(f"{code} = {value.code}")
        self._scope[name] = Value(code, slot=value.slot)
        return self._scope[name]

    def assign(self, name: str, value: Value) -> None:
        """Set a variable that there is."""
        variable = self._scope.get(name)
        if variable is None:
            self._fail(f"undefined variable: {name}")
            return
        self._settings += 1
        self._emit_plain(f"{variable.code} = {value.code}")
        self._scope[name] = replace(variable, slot=value.slot)

    def _command(self, command: Command, final: Value | None, start: tuple[int, int]) -> Value:
        """Compile a command; ``final`` is the result of the one before it, the first of them began at ``start``."""
        first, arguments = command.operands[0], command.operands[1:]
        has_arguments = bool(arguments) or final is not None
        match first:
            case Identifier():
                return self._function_call(first, command, arguments, final, start)
            case Field() | Chain() if has_arguments:
                return self._method_call(first, arguments, final)
            case Variable() if first.fields and has_arguments:
                return self._method_call(first, arguments, final)
            case Field() | Chain() | Pipe() if not has_arguments:
                return self._operand(first)
        if not isinstance(first, Pipe):
            self._at = first
        if has_arguments:
            return self._fail(f"can't give argument to non-function {first}")
        if isinstance(first, Nil):
            return self._fail("nil is not a command")
        return self._operand(first)

    # Operands

    def _operand(self, node: Operand, *, strict: bool = False) -> Value:
        """Compile an operand; ``strict`` makes a nil that is there NIL, so that it differs from a missing value."""
        self._at = node
        self._steps += 1
        match node:
            case Dot():
                return self._distinct(self._dot) if strict else self._dot
            case Nil():
                return NOTHING
            case Bool() | String():
                return Value(repr(node.value), type(node.value))
            case Number():
                return self._number(node)
            case Field():
                return self._fields(self._dot, node.names, strict=strict)
            case Variable():
                return self._variable(node, strict=strict)
            case Identifier():
                result = self._function_call(node, node, (), None, self._progress)
                # Functions that can give nil give an interface in Go.
                result = replace(result, slot=f"(ANY_TYPE if {result.code} is None else None)")
                return self._distinct(result) if strict else result
            case Chain():
                return self._fields(self._operand(node.operand), node.fields, strict=strict)
            case Pipe():
                return self.pipeline(node)

    def _number(self, node: Number) -> Value:
        value = ideal_value(node.literal)
        if value is None:
            return self._fail(f"{node} overflows int")
        return Value(repr(value), type(value))

    def _variable(self, node: Variable, *, strict: bool) -> Value:
        variable = self._scope.get(node.name)
        if variable is None:
            return self._fail(f"undefined variable: {node.name}")
        if node.fields:
            return self._fields(variable, node.fields, strict=strict)
        if strict:
            return self._distinct(variable)
        return replace(self._set(variable.code), slot=variable.slot) if self._copies else variable

    def _distinct(self, value: Value) -> Value:
        return value if value.slot == "None" else self._set(f"NIL if {value.code} is None else {value.code}")

    def _fields(self, value: Value, names: tuple[str, ...], *, strict: bool) -> Value:
        self._steps += len(names) + sum(map(len, names)) // COPIED
        if self._repetition.is_root(value.code):
            key = (names, strict)
            constant = self._repetition.has_constant(names[0])
            code = self._repetition.variable(key, constant=constant)
            nil = ", None, NIL" if strict else ""
            if constant:
                self._emit_plain(f"if {code} is UNREAD:")
                self._indent += 1
                noted = ".".join(names) + (" or nil" if strict else "")
                self._emit_plain(f"{code} = noted.get({noted!r}, UNREAD)")
                self._emit(
                    f"if {code} is UNREAD: {code} = noted[{noted!r}] = fields(UNMETERED, {value.code}, {names!r}{nil})"
                )
                self._indent -= 1
            else:
                self._emit(f"if {code} is UNREAD: {code} = fields(run, {value.code}, {names!r}{nil})")
            return Value(code)
        if strict:
            return self._set(f"fields(run, {value.code}, {names!r}, {value.slot}, NIL)")
        slot = "" if value.slot == "None" else f", {value.slot}"
        return self._set(f"fields(run, {value.code}, {names!r}{slot})")

    # Calls

    def _function_call(
        self,
        node: Identifier,
        called_at: Command | Operand,
        operands: tuple[Operand, ...],
        final: Value | None,
        start: tuple[int, int],
    ) -> Value:
        self._at = node
        name = node.name
        function = self._functions[name]
        count = len(operands) + (final is not None)
        if count < len(function.params) or (function.variadic is None and count != len(function.params)):
            wanted = f"want at least {len(function.params)} got {len(operands)}"
            if function.variadic is None:
                wanted = f"want {len(function.params)} got {count}"
            return self._fail(f"wrong number of args for {name}: {wanted}")
        is_builtin = function is BUILTINS.get(name)
        if is_builtin and name in ("and", "or"):
            return self._short_circuit(name, operands, final)
        strict = is_builtin and name == "len"
        arguments = [
            self._argument(operand, parameter_of(function, at), strict=strict) for at, operand in enumerate(operands)
        ]
        if final is not None:
            arguments.append(self._converted(final, parameter_of(function, len(operands))))
        if is_builtin and name == "call":
            source = str(operands[0]) if operands else None
            return self._set(f"call_value({arguments[0]}, {source!r})", None, called_at, name)
        known = _RESULT_TYPES.get(name) if is_builtin else None
        call = Call(function, tuple(arguments), self._module.function(name), known, called_at)
        return self._call(call, start)

    def _short_circuit(self, name: str, operands: tuple[Operand, ...], final: Value | None) -> Value:
        """Compile ``and`` and ``or``, which leave later operands alone once one has decided."""
        result = Value(self._temporary())
        only_bools = True
        for number, operand in enumerate([*operands, final]):
            if operand is None:
                continue
            if number:
                decided = replace(result, known=bool if only_bools else None).truth
                self._emit(f"if {'not ' if name == 'or' else ''}{decided}:")
                self._indent += 1
                self._conditional += 1
            value = operand if isinstance(operand, Value) else self._conditional_operand(operand)
            only_bools = only_bools and value.known is bool
            self._emit_plain(f"{result.code} = {value.code}")
            if number:
                self._indent -= 1
                self._conditional -= 1
        return replace(result, known=bool if only_bools else None)

    def _conditional_operand(self, operand: Operand) -> Value:
        if not self._spills or self._indent < _MAX_EXPRESSION_INDENT:
            return self._operand(operand)

        def compile_operand() -> None:
            self._emit_plain(f"return {self._operand(operand).code}")

        return self._set(self.outlined(compile_operand))

    def _method_call(self, node: Field | Variable | Chain, operands: tuple[Operand, ...], final: Value | None) -> Value:
        """Compile a method with arguments, of an object that only the run time knows."""
        self._at = node
        receiver, names = self._receiver(node)
        count = len(operands) + (final is not None)
        result = self._temporary()
        self._emit_plain(f"{result} = None")
        method = self._set(f"bound_method(run, {receiver.code}, {names!r}, {count}, {receiver.slot})").code
        self._emit_plain(f"if {method} is not None:")
        self._indent += 1
        arguments = [self._method_argument(method, at, operand) for at, operand in enumerate(operands)]
        if final is not None:
            converted = f"converted({final.code}, method_parameter({method}, {len(operands)}))"
            arguments.append(self._set(converted).code)
        self._pay(Work.CRAWLING, arguments, (), node)
        self._emit(f"{result} = call_method({method}, ({', '.join(arguments)},))", node)
        self._pay_for_result(Value(result), node)
        self._indent -= 1
        return Value(result)

    def _receiver(self, node: Field | Variable | Chain) -> tuple[Value, tuple[str, ...]]:
        match node:
            case Field():
                return self._dot, node.names
            case Variable():
                return self._scope.get(node.name) or self._fail(f"undefined variable: {node.name}"), node.fields
            case Chain():
                return self._operand(node.operand), node.fields

    def _method_argument(self, method: str, position: int, operand: Operand) -> str:
        self._at = operand
        parameter = f"method_parameter({method}, {position})"
        if isinstance(operand, Nil):
            return self._set(f"nil_argument({parameter})").code
        if isinstance(operand, (Bool, Number, String)):
            return self._set(f"literal_argument({parameter}, {_literal(operand)!r})").code
        return self._set(f"converted({self._operand(operand, strict=True).code}, {parameter})").code

    # Arguments

    def _argument(self, operand: Operand, parameter: ParameterType, *, strict: bool = False) -> str:
        """Compile an argument for a parameter; return its Python code."""
        self._at = operand
        match operand:
            case Nil():
                if parameter is ParameterType.ANY:
                    return "None"
                if parameter in NILLABLE:
                    return self._set(f"nil_argument({parameter.name})").code
                return self._fail(f"cannot assign nil to {parameter.value}").code
            case Bool() | Number() | String():
                try:
                    value = literal_argument(parameter, _literal(operand))
                except EvaluationError as error:
                    return self._fail(str(error)).code
                code = f"Int64({int(value)})" if isinstance(value, Int64) else repr(value)
                self._repetition.note(code, constant=True)
                return code
        if parameter is ParameterType.ANY:
            return self._operand(operand, strict=strict).code
        return self._converted(self._operand(operand, strict=True), parameter)


def _literal(node: Bool | Number | String) -> Literal:
    if isinstance(node, Number):
        return Literal(str(node), ideal_value(node.literal), node.literal.integer, node.literal.floating)
    return Literal(str(node), node.value, None, None)
