"""Fields that a type knows, and those that it does not: Go's JSON passes over these."""

from __future__ import annotations

from kubectl_inject.kubernetes.patches.strategic_merge_patch import is_directive
from kubectl_inject.kubernetes.schema.types import FieldType, Kind
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Self


_HOLDING_STRUCTS = frozenset({Kind.STRUCT, Kind.LIST, Kind.MAP})


@dataclass(frozen=True, slots=True)
class UnknownField:
    """A field that its type does not know, by its path, such as ``spec.volumes[cache].comfigMap``."""

    path: str
    value: Any

    def inside(self, outer: str) -> Self:
        """Return it with the path of what holds it in front of its own."""
        dot = "" if self.path.startswith("[") else "."
        return type(self)(f"{outer}{dot}{self.path}", self.value)


def with_known_fields(value: Any, kind: FieldType) -> tuple[Any, list[UnknownField]]:
    """Return a patch of type ``kind`` with the fields that the type knows, and the fields that are left out.

    Names are spelt as the type spells them: Go's JSON takes ``readonly`` for ``readOnly``. What holds null is left out
    without a word, for it adds nothing.
    """
    unknown: list[UnknownField] = []
    return _known(value, kind, "", unknown), unknown


def _known(value: Any, kind: FieldType, merge_key: str, unknown: list[UnknownField]) -> Any:
    if kind.kind == Kind.STRUCT and isinstance(value, dict):
        return _known_struct(value, kind, unknown)
    if kind.element is None or kind.element.kind not in _HOLDING_STRUCTS:
        return value
    if isinstance(value, list):
        items = []
        for place, item in enumerate(value):
            first = len(unknown)
            items.append(_known(item, kind.element, "", unknown))
            if len(unknown) > first:
                _place_inside(f"[{_name_of(items[-1], merge_key, place)}]", unknown, first)
        return items
    if isinstance(value, dict):
        return {name: _known_inside(f"[{name}]", item, kind.element, "", unknown) for name, item in value.items()}
    return value


def _known_struct(value: dict[str, Any], kind: FieldType, unknown: list[UnknownField]) -> dict[str, Any]:
    fields = kind.struct_type().by_json_name
    spelt = {} if value.keys() <= fields.keys() else {name.lower(): name for name in fields}
    known: dict[str, Any] = {}
    for given, item in value.items():
        name = given if given in fields else spelt.get(given.lower(), given)
        field = fields.get(name)
        if field is not None:
            known[name] = _known_inside(name, item, field.type, field.merge_key, unknown)
        elif is_directive(name):
            known[name] = item
        elif item is not None:
            unknown.append(UnknownField(name, item))
    return known


def _known_inside(outer: str, value: Any, kind: FieldType, merge_key: str, unknown: list[UnknownField]) -> Any:
    """Return what is known of a value; what is not is noted by its path from what holds the value."""
    if value.__class__ is str:
        return value
    first = len(unknown)
    known = _known(value, kind, merge_key, unknown)
    if len(unknown) > first:
        _place_inside(outer, unknown, first)
    return known


def _place_inside(outer: str, unknown: list[UnknownField], first: int) -> None:
    """Put the path of what holds them in front of those of the unknown fields from the ``first`` on."""
    unknown[first:] = [field.inside(outer) for field in unknown[first:]]


def _name_of(item: Any, merge_key: str, place: int) -> Any:
    """Return what a list's item is found by, its place where it has no name."""
    return (item.get(merge_key) if isinstance(item, dict) else None) or place
