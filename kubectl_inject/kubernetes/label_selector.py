"""Label selectors, as in ``matchLabels`` and ``matchExpressions``."""

from __future__ import annotations

from kubectl_inject.errors import InjectionError
from kubectl_inject.kubernetes.schema.decoding import decode
from kubectl_inject.kubernetes.schema.types import field_type
from kubectl_inject.startup.frozen import dataclass
from kubectl_inject.startup.pattern import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

_NAME = r"[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?"
_KEY = pattern(rf"(?a)(?:[a-z0-9](?:[-a-z0-9.]{{0,251}}[a-z0-9])?/)?{_NAME}\Z")
_VALUE = pattern(rf"(?a)(?:{_NAME})?\Z")
_OPERATORS = ("In", "NotIn", "Exists", "DoesNotExist")


class SelectorError(InjectionError):
    """A label selector is not well formed."""


@dataclass(frozen=True, slots=True)
class Requirement:
    """One expression: a key, an operator, and the values that In and NotIn compare with."""

    key: str
    operator: str
    values: tuple[str, ...] = ()

    def matches(self, labels: Mapping[str, str]) -> bool:
        """Whether an object with these labels meets the requirement."""
        match self.operator:
            case "In":
                return self.key in labels and labels[self.key] in self.values
            case "NotIn":
                return self.key not in labels or labels[self.key] not in self.values
            case "Exists":
                return self.key in labels
            case _:
                return self.key not in labels

    def __str__(self) -> str:
        """Return the expression in kubectl's notation."""
        match self.operator:
            case "In" if len(self.values) == 1:
                return f"{self.key}={self.values[0]}"
            case "In" | "NotIn":
                return f"{self.key} {self.operator.lower()} ({','.join(self.values)})"
            case "Exists":
                return self.key
            case _:
                return f"!{self.key}"


@dataclass(frozen=True, slots=True)
class LabelSelector:
    """Requirements that must all be met. One without any selects nothing here, as Istio has it."""

    requirements: tuple[Requirement, ...]

    def matches(self, labels: Mapping[str, str]) -> bool:
        """Whether an object with these labels is selected."""
        return bool(self.requirements) and all(requirement.matches(labels) for requirement in self.requirements)

    def __str__(self) -> str:
        """Return the selector in kubectl's notation."""
        return ",".join(map(str, self.requirements))


def parse_selector(value: Any, path: str) -> LabelSelector:
    """Read a selector's plain object; ``path`` names it in messages. Raises SelectorError or FieldTypeError."""
    if not isinstance(value, dict):
        raise SelectorError(f"{path}: expected a mapping with matchLabels or matchExpressions")
    labels = value.get("matchLabels") or {}
    expressions = value.get("matchExpressions") or []
    if not isinstance(labels, dict) or not isinstance(expressions, list):
        raise SelectorError(f"{path}: expected matchLabels to be a mapping and matchExpressions a list")
    labels = decode(labels, field_type("map[string]string"), f"{path}.matchLabels", coerce=True)
    requirements = [_requirement(key, "In", [labels[key]], f"{path}.matchLabels") for key in sorted(labels)]
    for index, expression in enumerate(expressions):
        requirements.append(_parse_expression(expression, f"{path}.matchExpressions[{index}]"))
    return LabelSelector(tuple(requirements))


def _parse_expression(value: Any, path: str) -> Requirement:
    if not isinstance(value, dict) or not isinstance(value.get("key"), str):
        raise SelectorError(f"{path}: expected a mapping with key and operator")
    operator, values = value.get("operator"), value.get("values") or []
    if operator not in _OPERATORS:
        raise SelectorError(f"{path}.operator: expected one of {', '.join(_OPERATORS)}, found {operator!r}")
    if not isinstance(values, list) or bool(values) is not (operator in ("In", "NotIn")):
        raise SelectorError(f"{path}.values: expected a list for In and NotIn, and none otherwise")
    decoded = decode(values, field_type("[]string"), f"{path}.values", coerce=True)
    return _requirement(value["key"], operator, decoded, path)


def _requirement(key: str, operator: str, values: list[str], path: str) -> Requirement:
    if not _KEY.match(key):
        raise SelectorError(f"{path}: {key!r} cannot be the key of a label")
    for value in values:
        if not _VALUE.match(value):
            raise SelectorError(f"{path}: {value!r} cannot be the value of a label")
    return Requirement(key, operator, tuple(values))


# --- kubectl's notation -----------------------------------------------------------------------------------------

_SET_EXPRESSION = pattern(r"(?P<key>[^\s(),=!]+)\s+(?P<operator>in|notin)\s*\((?P<values>[^()]*)\)\Z")
_EQUALITY = pattern(r"(?P<key>[^\s(),=!]+)\s*(?P<operator>==|=|!=)\s*(?P<value>[^\s(),=!]*)\Z")
_EXISTENCE = pattern(r"(?P<not>!?)\s*(?P<key>[^\s(),=!]+)\Z")
_COMMA = pattern(r",(?![^(]*\))")
"""One that stands between two expressions, and not between the values of one."""


def parse_selector_text(text: str) -> tuple[Requirement, ...]:
    """Read a selector as ``kubectl -l`` has it: ``app=web,tier!=db,env in (a,b),!old``. Raises SelectorError.

    The notation is that of Kubernetes' labels.Parse without ``<`` and ``>``. An empty text has no requirements, and
    so selects everything.
    """
    if not text.strip():
        return ()
    return tuple(_requirement_of(part.strip(), text) for part in _COMMA.split(text))


def _requirement_of(part: str, text: str) -> Requirement:
    if found := _SET_EXPRESSION.match(part):
        operator = "In" if found["operator"] == "in" else "NotIn"
        return _requirement(found["key"], operator, [value.strip() for value in found["values"].split(",")], text)
    if found := _EQUALITY.match(part):
        return _requirement(found["key"], "NotIn" if found["operator"] == "!=" else "In", [found["value"]], text)
    if found := _EXISTENCE.match(part):
        return _requirement(found["key"], "DoesNotExist" if found["not"] else "Exists", [], text)
    raise SelectorError(f"expected a selector such as 'app=web' or 'tier in (front,back)', found {text!r}")
