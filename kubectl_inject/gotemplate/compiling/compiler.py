"""Compiling templates to Python.

The code appends to a list: the number of each piece of text, and each printed value as a string.
"""

from __future__ import annotations

import re
from functools import partial

from kubectl_inject.gotemplate.compiling.codegen import Line, ModuleWriter
from kubectl_inject.gotemplate.compiling.lines import NOTHING, PRINTING, Value
from kubectl_inject.gotemplate.compiling.operands import ExpressionCompiler
from kubectl_inject.gotemplate.execution.output import PRINTED
from kubectl_inject.gotemplate.parsing.nodes import (
    Action,
    Body,
    Break,
    Conditional,
    Continue,
    Definition,
    Pipe,
    Range,
    Statement,
    TemplateCall,
    Text,
)
from kubectl_inject.gotemplate.parsing.parser import parse
from kubectl_inject.gotemplate.quoting import quote
from kubectl_inject.startup.frozen import replace
from kubectl_inject.startup.pattern import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from kubectl_inject.gotemplate.functions import Function
    from kubectl_inject.gotemplate.limits import Limits

# Deeper templates are cut into several functions of Python, whose compiler takes 20 loops and 100 indentations.
# Long ones are, too, because it takes a lot of memory for each line.
_MAX_DEPTH_IN_ONE_FUNCTION = 12
_MAX_LOOPS = 10
_MAX_BODY_INDENT = 20
_MAX_SIZE_OF_ONE_FUNCTION = 10_000
_MAX_STATEMENTS = 500
_STEPS_OF_A_TURN = 2

# An assignment to "$" itself, or what might be one.
_ASSIGNS_ROOT = pattern(r"\$\s*[,=]")

# What a part of a template that is a function of its own returns to leave a loop around it.
_BREAKS, _CONTINUES = 1, 2


def compile_template(
    source: str,
    name: str,
    functions: Mapping[str, Function],
    refused: Mapping[str, str],
    limits: Limits,
    constant_fields: frozenset[str] = frozenset(),
) -> ModuleWriter:
    """Parse a source and compile it, with those of the templates in it that it calls.

    ``constant_fields`` are those of the data, if it is ConstantFields, that may be constant. Raise TemplateError for
    what Go would refuse to parse.
    """
    definitions = parse(source, name, functions.keys(), refused, limits)
    reads_once = not (may_change_data(source, functions) or _ASSIGNS_ROOT.search(source))
    module = ModuleWriter(name, source)
    templates = _CalledTemplates(definitions, name)
    for definition in templates:
        _TemplateCompiler(module, functions, templates, definition, reads_once, constant_fields).compile()
    return module


class _CalledTemplates:
    """The templates that one calls, itself first, and those that these call: they get their numbers when called."""

    def __init__(self, definitions: Mapping[str, Definition], name: str) -> None:
        self._definitions = definitions
        self._names = [name]
        self._numbers = {name: 0}

    def number(self, name: str) -> int | None:
        """Return the number of a template that is called, None where there is none of that name."""
        if name in self._definitions and name not in self._numbers:
            self._numbers[name] = len(self._names)
            self._names.append(name)
        return self._numbers.get(name)

    def __iter__(self) -> Iterator[Definition]:
        """Go through the templates, those too that are first called meanwhile."""
        return (self._definitions[name] for name in self._names)


def may_change_data(source: str, functions: Mapping[str, Function]) -> bool:
    """Whether a template might call a function that changes its arguments; False is certain."""
    names = "|".join(name for name, function in functions.items() if function.changes)
    return bool(names) and re.search(rf"\b(?:{names})\b", source) is not None


class _TemplateCompiler(ExpressionCompiler):
    """Compiles one template to a function of Python, or to several if it is nested deeply."""

    def __init__(
        self,
        module: ModuleWriter,
        functions: Mapping[str, Function],
        templates: _CalledTemplates,
        definition: Definition,
        reads_once: bool,
        constant_fields: frozenset[str],
    ) -> None:
        super().__init__(
            module,
            functions,
            definition.name,
            spills=definition.depth > _MAX_DEPTH_IN_ONE_FUNCTION or definition.size > _MAX_SIZE_OF_ONE_FUNCTION,
            copies=definition.assigns_within,
            reads_once=reads_once,
            constant_fields=constant_fields,
        )
        self._templates = templates
        self._definition = definition
        self._loops = 0
        self._loops_in_function = 0

    def compile(self) -> None:
        """Add the functions of the template to the module."""
        self._body(self._definition.body)
        prologue = [PRINTING, f" run.steps_left -= {self._steps}"]
        if self._spills:
            prologue.append(f" v = [None] * {self._variable_count}")
        prologue.append(f" {self._dot.code} = {self._scope['$'].code} = dot")
        prologue.extend(f" {code} = None" for code in self._unset)
        if self._repetition.variables:
            prologue.append(f" {' = '.join([*self._repetition.variables, 'UNREAD'])}")
        if self._repetition.is_possible:
            prologue.append(" noted = noted_in(dot)")
        header = f"def template_{self._templates.number(self._definition.name)}(run, out, dot):"
        self._module.add_function(header, [*map(Line, prologue), *self._lines])

    def _body(self, body: Body) -> None:
        """Compile statements in a scope of their own."""
        self._scope = self._scope.new_child()
        if self._spills and len(body) > _MAX_STATEMENTS:
            for start in range(0, len(body), _MAX_STATEMENTS):
                self._outlined_block(partial(self._statements, body[start : start + _MAX_STATEMENTS]))
        else:
            self._statements(body)
        self._scope = self._scope.parents

    def _statements(self, statements: Body) -> None:
        for statement in statements:
            self._statement(statement)

    def _statement(self, statement: Statement) -> None:
        self._steps += 1
        match statement:
            case Text():
                self._emit_plain(f"put({self._module.text(statement.text)})")
            case Action():
                self._action(statement.pipe)
            case Conditional():
                self._conditional_statement(statement)
            case Range():
                self._range(statement)
            case TemplateCall():
                self._template_call(statement)
            case Break():
                self._emit_plain("break" if self._loops_in_function else f"return {_BREAKS}")
            case Continue():
                self._emit_plain("continue" if self._loops_in_function else f"return {_CONTINUES}")

    def _action(self, pipe: Pipe) -> None:
        value = self.pipeline(pipe)
        if pipe.variables:
            return
        code = value.code
        printed = code if value.known is str else f"{code} if type({code}) is str else run.show({code})"
        self._emit(f"put({PRINTED}); say({printed})")

    def _indented(self, compile_lines: Callable[[], None]) -> None:
        """Compile the lines of a block, in a function of their own if they would be nested too deeply."""
        self._indent += 1
        self._emit_plain("pass")
        if self._spills and (self._indent > _MAX_BODY_INDENT or self._loops_in_function >= _MAX_LOOPS):
            self._outlined_block(compile_lines)
        else:
            compile_lines()
        self._indent -= 1

    def _outlined_block(self, compile_lines: Callable[[], None]) -> None:
        loops = self._loops_in_function
        self._loops_in_function = 0
        call = self.outlined(compile_lines)
        self._loops_in_function = loops
        self._emit_plain(f"s = {call}")
        if self._loops:
            self._emit_plain(f"if s == {_BREAKS}: {'break' if loops else 'return s'}")
            self._emit_plain(f"if s == {_CONTINUES}: {'continue' if loops else 'return s'}")

    def _conditional_statement(self, statement: Conditional) -> None:
        self._scope = self._scope.new_child()
        if len(statement.arms) == 1:
            ((pipe, body),) = statement.arms
            value = self._arm_value(statement, pipe)
            self._emit(f"if {value.truth}:")
            self._indented(lambda: self._arm_body(statement, value, body))
            if statement.otherwise:
                self._emit_plain("else:")
                self._indented(lambda: self._body(statement.otherwise))
        else:
            self._arms(statement)
        self._scope = self._scope.parents

    def _arm_value(self, statement: Conditional, pipe: Pipe) -> Value:
        value = self.pipeline(pipe)
        if not statement.moves_dot:
            return value
        dot = self._new_variable()
        self._emit_plain(f"{dot} = {value.code}")
        return replace(value, code=dot)

    def _arm_body(self, statement: Conditional, value: Value, body: Body) -> None:
        outer = self._dot
        if statement.moves_dot:
            self._dot = Value(value.code)
        self._body(body)
        self._dot = outer

    def _arms(self, statement: Conditional) -> None:
        """Compile a chain of else-ifs flat, by first finding the number of the arm: it may be of any length."""
        chosen = self._temporary()
        self._emit_plain(f"{chosen} = 0")
        values: list[Value] = []
        for number, (pipe, _) in enumerate(statement.arms, start=1):
            self._emit_plain(f"if {chosen} == 0:")
            self._indent += 1
            self._conditional += 1
            values.append(self._arm_value(statement, pipe))
            self._emit(f"if {values[-1].truth}: {chosen} = {number}")
            self._indent -= 1
            self._conditional -= 1
        for number, ((_, body), value) in enumerate(zip(statement.arms, values, strict=True), start=1):
            self._emit_plain(f"if {chosen} == {number}:")
            self._arm_block(statement, value, body)
        if statement.otherwise:
            self._emit_plain(f"if {chosen} == 0:")
            self._indented(lambda: self._body(statement.otherwise))

    def _arm_block(self, statement: Conditional, value: Value, body: Body) -> None:
        self._indented(lambda: self._arm_body(statement, value, body))

    def _range(self, statement: Range) -> None:
        self._scope = self._scope.new_child()
        variables = statement.pipe.variables
        value = self.pipeline(statement.pipe)
        at = self._at
        slot, item = self._new_variable(), self._new_variable()
        self._emit_plain(f"{slot} = slot_of({value.code})")
        index = self._new_variable() if len(variables) > 1 else ""
        items = self._temporary()
        self._emit(f"{items} = run.{'pairs' if index else 'elements'}({value.code})", at)
        if statement.otherwise:
            self._emit_plain(f"if {items}:")
            self._indent += 1
        self._emit(f"for {index}{', ' if index else ''}{item} in {items}:", at)
        self._loops += 1
        self._loops_in_function += 1
        self._indented(lambda: self._turn(statement, Value(item, slot=slot), index))
        self._loops_in_function -= 1
        self._loops -= 1
        if statement.otherwise:
            self._indent -= 1
            self._emit_plain("else:")
            self._indented(lambda: self._body(statement.otherwise))
        self._scope = self._scope.parents

    def _turn(self, statement: Range, item: Value, index: str) -> None:
        """Compile a loop's body; ``item`` is the new dot, ``index`` the Python name of its index, if that is used."""
        line, steps, self._steps = len(self._lines), self._steps, _STEPS_OF_A_TURN
        self._emit("pass")
        self._scope = self._scope.new_child()
        values = [Value(index), item] if index else [item]
        for variable, value in zip(statement.pipe.variables, values, strict=False):
            self.assign(variable.name, value)
        outer, self._dot = self._dot, item
        self._body(statement.body)
        self._dot = outer
        self._scope = self._scope.parents
        turn = self._lines[line]
        self._lines[line] = replace(turn, code=turn.code.replace("pass", f"run.turn(out, {self._steps})"))
        self._steps = steps

    def _template_call(self, call: TemplateCall) -> None:
        self._at = call
        number = self._templates.number(call.name)
        if number is None:
            self._fail(f"template {quote(call.name)} not defined")
            return
        dot = self.pipeline(call.pipe) if call.pipe else NOTHING
        self._emit("run.enter(out)", call)
        self._emit(f"template_{number}(run, out, {dot.code})", call)
        self._emit_plain("run.depth -= 1")
