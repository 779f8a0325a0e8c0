"""What changed between two objects, in terms that people use: items by name, fields by path."""

from __future__ import annotations

from kubectl_inject.kubernetes.field_path import path_inside
from kubectl_inject.kubernetes.patches.strategic_merge_patch import are_keyed
from kubectl_inject.kubernetes.schema.types import Field, FieldType, Kind
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

Object = dict[str, "Any"]


@dataclass(frozen=True, slots=True)
class Difference:
    """A place that differs, such as ``spec.containers[web].image``: None for ``old`` or ``new`` where it is absent."""

    path: str
    old: Any
    new: Any


_SHOWN = 100


def shown(value: Any) -> str:
    """Return a value for a message: as JSON, cut where it is long."""
    import json

    if value is None:
        return "nothing"
    text = json.dumps(value, ensure_ascii=True)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}..."


def differences(old: Object, new: Object, kind: FieldType, path: str = "") -> Iterator[Difference]:
    """Yield what differs between two values of a struct or map type.

    Items of keyed lists are compared by their key, so that an added container is one difference.
    """
    fields = kind.struct_type().by_json_name if kind.kind == Kind.STRUCT else {}
    for name in [*old, *(name for name in new if name not in old)]:
        field = fields.get(name)
        inner = field.type if field is not None else kind.element if kind.kind == Kind.MAP else None
        yield from _between(old.get(name), new.get(name), field, inner, path_inside(path, name))


def _between(old: Any, new: Any, field: Field | None, kind: FieldType | None, path: str) -> Iterator[Difference]:
    if old == new:
        return
    if field is not None and field.merge_key and are_keyed(old, field.merge_key) and are_keyed(new, field.merge_key):
        before = {item[field.merge_key]: item for item in old or []}
        after = {item[field.merge_key]: item for item in new or []}
        for key in [*before, *(key for key in after if key not in before)]:
            yield from _between(before.get(key), after.get(key), None, field.type.element, f"{path}[{key}]")
    elif _is_struct(old, new, kind) and kind is not None:
        yield from differences(old or {}, new or {}, kind, path)
    else:
        yield Difference(path, old, new)


def _is_struct(old: Any, new: Any, kind: FieldType | None) -> bool:
    """Whether to look into two values: mappings that are both there, or maps of names to values in any case."""
    if kind is None or kind.kind not in (Kind.STRUCT, Kind.MAP):
        return False
    if kind.kind == Kind.MAP or kind.struct == "ObjectMeta":
        return isinstance(old or {}, dict) and isinstance(new or {}, dict)
    return isinstance(old, dict) and isinstance(new, dict)
