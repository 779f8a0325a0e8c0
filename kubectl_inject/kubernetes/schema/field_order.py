"""The order of fields that people write: that of Kubernetes' API types, which name things first."""

from __future__ import annotations

from kubectl_inject.kubernetes.schema.types import FieldType, Kind
from kubectl_inject.manifests.identity import NOTHING_KNOWN, ByIdentity

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def in_api_order(value: Any, kind: FieldType, in_order: ByIdentity = NOTHING_KNOWN) -> Any:
    """Return a value of a type with the fields of all structs in it in the API's order, unknown ones last.

    ``in_order`` are mappings and lists that are known to be so.
    """
    if value.__class__ is str or value in in_order:
        return value
    match kind.kind:
        case Kind.STRUCT if isinstance(value, dict):
            fields = kind.struct_type().fields
            known = {
                field.json_name: in_api_order(value[field.json_name], field.type, in_order)
                for field in fields
                if field.json_name in value
            }
            return {**known, **{name: item for name, item in value.items() if name not in known}}
        case Kind.LIST if isinstance(value, list) and kind.element is not None:
            return [in_api_order(item, kind.element, in_order) for item in value]
        case _:
            return value
