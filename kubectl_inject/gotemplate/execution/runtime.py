"""What compiled templates call: reading fields, checking arguments, looping, keeping within the limits."""

from __future__ import annotations

from kubectl_inject.gotemplate.errors import EvaluationError
from kubectl_inject.gotemplate.execution.builtins import NIL
from kubectl_inject.gotemplate.execution.meter import MADE, Meter
from kubectl_inject.gotemplate.fmt.printing import show, sprint_value
from kubectl_inject.gotemplate.functions import Function, FunctionError, ParameterType
from kubectl_inject.gotemplate.go_types import ANY_TYPE, item_type_name, type_name
from kubectl_inject.gotemplate.values import (
    ConstantFields,
    GoObject,
    Int64,
    NoSuchFieldError,
    SizedInt,
    StringList,
    StringMap,
)
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import NoReturn

    from kubectl_inject.gotemplate.execution.output import Output
    from kubectl_inject.gotemplate.limits import Limits

_PARAMETER_CLASSES: dict[ParameterType, type] = {
    ParameterType.STRING: str,
    ParameterType.INT: int,
    ParameterType.INT64: Int64,
    ParameterType.FLOAT64: float,
    ParameterType.BOOL: bool,
    ParameterType.LIST: list,
    ParameterType.MAP: dict,
    ParameterType.STRING_LIST: StringList,
    ParameterType.STRING_MAP: StringMap,
}

_SOME_PARTS = 200
"""How many parts are printed before they are looked at; those that are long were paid for when they were made."""

_COLLECTIONS = frozenset({list, dict, StringList, StringMap})

NILLABLE = frozenset({ParameterType.LIST, ParameterType.MAP, ParameterType.STRING_LIST, ParameterType.STRING_MAP})


def parameter_class(parameter: ParameterType) -> type | None:
    """Return the class whose values a parameter takes as they are; None if it takes all."""
    return _PARAMETER_CLASSES.get(parameter)


def fail(reason: str) -> NoReturn:
    """End the rendering."""
    raise EvaluationError(reason)


# Fields


def fields(run: Meter, value: object, names: tuple[str, ...], slot: str | None = None, nil: object = None) -> object:
    """Return what following the names from a value leads to; None for a key that is missing, and beyond it.

    ``slot`` is the type of the item of a list or map that the value was taken from, None if from elsewhere.
    ``nil`` is returned for a nil that is there.
    """
    holder: dict[str, object] | None = None
    last = ""
    for name in names:
        if type(value) is dict:
            holder, last, slot = value, name, ANY_TYPE
            value = value.get(name)
        elif value is None:
            if slot is None or (holder is not None and last not in holder):
                return None
            raise EvaluationError(f"nil pointer evaluating {slot}.{name}")
        else:
            value, slot = _field(run, value, name, slot)
            holder = None
    if value is None and slot is not None and (holder is None or last in holder):
        return nil
    return value


def noted_in(dot: object) -> dict[str, object]:
    """Return where a template notes what it makes of constant fields, for other renderings if the data allows it."""
    return dot.known if isinstance(dot, ConstantFields) and dot.constant else {}


def _field(run: Meter, value: object, name: str, slot: str | None) -> tuple[object, str | None]:
    """Return a method's result, a field, or an item of a map, and the slot that this is in."""
    if isinstance(value, dict):
        return value.get(name), item_type_name(value) if name in value else None
    if value is None:
        if slot is None:
            return None, None
        raise EvaluationError(f"nil pointer evaluating {slot}.{name}")
    if not isinstance(value, GoObject):
        raise EvaluationError(f"can't evaluate field {name} in type {slot or type_name(value)}")
    method = value.go_method(name)
    if method is not None:
        run.crawl()
        return call_method(_with_count(method, name, 0), ()), None
    if value.go_is_nil():
        raise EvaluationError(f"nil pointer evaluating {value.go_type}.{name}")
    try:
        result = value.go_field(name)
    except NoSuchFieldError:
        raise EvaluationError(f"can't evaluate field {name} in type {value.go_type}") from None
    if type(result) in _COLLECTIONS and len(result) > MADE:  # type: ignore[arg-type]  # it has a length
        run.made(result)
    return result, ANY_TYPE if result is None else None


def slot_of(container: object) -> str | None:
    """Return the type of the items of a list or map; None for a number, whose turns are values by themselves."""
    return item_type_name(container) if isinstance(container, (list, dict)) else None


# Methods with arguments


def bound_method(run: Meter, value: object, names: tuple[str, ...], count: int, slot: str | None) -> Function | None:
    """Return the method that following the names from a value leads to, which takes that many arguments.

    None if there is no value to follow them from; Go leaves the arguments alone then.
    """
    for name in names[:-1]:
        value, slot = _field(run, value, name, slot)
    name = names[-1]
    if value is None and slot is None:
        return None
    method = value.go_method(name) if isinstance(value, GoObject) else None
    if method is not None:
        return _with_count(method, name, count)
    if isinstance(value, dict):
        fail(f"{name} is not a method but has arguments")
    _field(run, value, name, slot)
    fail(f"{name} has arguments but cannot be invoked as function")


def _with_count(method: Function, name: str, count: int) -> Function:
    """Return a method if it takes that many arguments."""
    if method.variadic is None and count != len(method.params):
        fail(f"wrong number of args for {name}: want {len(method.params)} got {count}")
    if count < len(method.params):
        fail(f"wrong number of args for {name}: want at least {len(method.params)} got {count}")
    return method


def method_parameter(method: Function, position: int) -> ParameterType:
    """Return the type of a method's parameter."""
    if position < len(method.params) or method.variadic is None:
        return method.params[position]
    return method.variadic


def call_method(method: Function, arguments: tuple[object, ...]) -> object:
    """Call a method with arguments that have been checked."""
    try:
        return method.call(*arguments)
    except FunctionError as error:
        raise EvaluationError(f"error calling {method.name}: {error}") from error


# Arguments


def converted(value: object, parameter: ParameterType) -> object:
    """Return a value as an argument, as Go's validateType does: it must be of the type, or a pointer to it.

    None is no value at all; NIL is a nil that is there.
    """
    if parameter is ParameterType.ANY:
        return None if value is NIL else value
    expected = _PARAMETER_CLASSES[parameter]
    if type(value) is expected:
        return value
    if value is NIL:
        raise EvaluationError(f"wrong type for value; expected {parameter.value}; got {ANY_TYPE}")
    if value is None:
        if parameter in NILLABLE:
            return expected()
        raise EvaluationError(f"invalid value; expected {parameter.value}")
    if isinstance(value, GoObject) and value.go_type == f"*{parameter.value}":
        if value.go_is_nil():
            raise EvaluationError(f"dereference of nil pointer of type {parameter.value}")
        return value.go_basic
    raise EvaluationError(f"wrong type for value; expected {parameter.value}; got {type_name(value)}")


UNREAD = object()
"""What a variable holds for fields that were not read so far."""


@dataclass(frozen=True, slots=True)
class Literal:
    """A constant in a template: its source, its value if nothing else decides on its type, and as a number."""

    source: str
    value: str | bool | int | float | complex | None
    integer: int | None
    floating: float | None


def literal_argument(parameter: ParameterType, literal: Literal) -> object:
    """Return a constant as an argument: it takes the type of the parameter if it can."""
    found: object = None
    match parameter:
        case ParameterType.ANY:
            if literal.value is None:
                raise EvaluationError(f"{literal.source} overflows int")
            return literal.value
        case ParameterType.STRING:
            expected, found = "string", literal.value if isinstance(literal.value, str) else None
        case ParameterType.BOOL:
            expected, found = "bool", literal.value if isinstance(literal.value, bool) else None
        case ParameterType.INT:
            expected, found = "integer", literal.integer
        case ParameterType.INT64:
            expected, found = "integer", None if literal.integer is None else Int64(literal.integer)
        case ParameterType.FLOAT64:
            expected, found = "float", literal.floating
        case _:
            raise EvaluationError(f"can't handle {literal.source} for arg of type {parameter.value}")
    if found is None:
        raise EvaluationError(f"expected {expected}; found {literal.source}")
    return found


def nil_argument(parameter: ParameterType) -> object:
    """Return nil as an argument."""
    if parameter is ParameterType.ANY:
        return None
    if parameter in NILLABLE:
        return _PARAMETER_CLASSES[parameter]()
    raise EvaluationError(f"cannot assign nil to {parameter.value}")


def call_value(value: object, name: str | None) -> NoReturn:
    """Call a value, which is never a function; ``name`` is its source, None if it came from a pipeline."""
    if value is None:
        raise FunctionError("call of nil")
    if name is None:
        name = value if isinstance(value, str) else f"<{type_name(value)} Value>"
    raise FunctionError(f"non-function {name} of type {type_name(value)}")


# Loops and limits


class Run(Meter):
    """One rendering: its limits, and how much of them is left."""

    __slots__ = ("_counted_parts", "_counted_strings", "_length_left", "_looked_at", "_text_lengths", "depth")

    def __init__(self, limits: Limits, text_lengths: Sequence[int]) -> None:
        """Start with nothing used. ``text_lengths`` are of the texts that an output's way has, PRINTED last."""
        super().__init__(limits)
        self._text_lengths = text_lengths
        self._length_left = limits.output_length
        self._counted_parts = 0
        self._counted_strings = 0
        self._looked_at = _SOME_PARTS
        self.depth = 0

    @property
    def output_used(self) -> int:
        """How many characters were printed."""
        return self._limits.output_length - self._length_left

    def elements(self, value: object) -> Iterable[object]:
        """Return what a loop with no variable for the index goes through."""
        if isinstance(value, list):
            return value
        if isinstance(value, dict):
            self.copy(value)
            return [value[key] for key in sorted(value)]
        if value is None:
            return ()
        number = value.go_basic if isinstance(value, GoObject) and value.go_kind != "ptr" else value
        if type(number) is int or isinstance(number, SizedInt):
            numbers: Iterable[object] = range(number)
            if isinstance(number, SizedInt):
                numbers = map(type(number), numbers)
            return numbers if number > 0 else ()
        self.walk(value)
        raise EvaluationError(f"range can't iterate over {show(value)}")

    def pairs(self, value: object) -> Iterable[tuple[object, object]]:
        """Return what a loop with two variables goes through: indexes or keys with their items."""
        if isinstance(value, list):
            return enumerate(value) if value else ()
        if isinstance(value, dict):
            self.copy(value)
            return [(key, value[key]) for key in sorted(value)]
        number = value.go_basic if isinstance(value, GoObject) and value.go_kind != "ptr" else value
        if type(number) is int or isinstance(number, SizedInt):
            raise EvaluationError(f"can't use {sprint_value(value)} to iterate over more than one variable")
        self.elements(value)  # which refuses all but None
        return ()

    def enter(self, out: Output) -> None:
        """Count a call of a template, and now and then what was printed so far."""
        self.depth += 1
        if self.depth > self._limits.template_depth:
            self.exceeded("template_depth", "templates call each other more than {} deep")
        if self.steps_left < 0 or len(out.way) > self._looked_at:
            self.count_parts(out)

    def turn(self, out: Output, steps: int) -> None:
        """Count a loop's turn, which takes so many steps, and now and then what was printed so far."""
        self.steps_left -= steps
        if self.steps_left < 0 or len(out.way) > self._looked_at:
            self.count_parts(out)

    def count_parts(self, out: Output) -> None:
        """End the rendering if what was printed is too long; each part of it is looked at once."""
        if self.steps_left < 0:
            self.work(0)
        parts, strings = out.way[self._counted_parts :], out.strings[self._counted_strings :]
        # Empty strings count too: they take room in the list.
        printed = sum(map(len, strings)) + strings.count("")
        self._length_left -= printed + sum(map(self._text_lengths.__getitem__, parts))
        self._counted_parts += len(parts)
        self._counted_strings += len(strings)
        self._looked_at = self._counted_parts + _SOME_PARTS
        if self._length_left < 0:
            self.exceeded("output_length", "more than {} characters are printed")

    def paid_again(self, noted: tuple[object, float] | None) -> object:
        """Return what another rendering noted with the length that it paid for it, which is paid here too.

        UNREAD where nothing is noted.
        """
        if noted is None:
            return UNREAD
        value, length = noted
        self.pay_length(length)
        return value

    def show(self, value: object) -> str:
        """Return what an action prints for a value that is no string."""
        if isinstance(value, (list, dict, GoObject)):
            self.walk(value)
        text = show(value, self.value_length)
        if len(text) > MADE:
            self.made(text)
        return text
