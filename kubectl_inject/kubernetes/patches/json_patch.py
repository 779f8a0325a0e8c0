"""JSON patches (RFC 6902) from one object to another, item by item where lists have names."""

from __future__ import annotations

from kubectl_inject.manifests.sameness import is_same

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

Operation = dict[str, "Any"]


def json_patch(old: Any, new: Any) -> list[Operation]:
    """Return the operations, in order, that make ``new`` of ``old``."""
    operations: list[Operation] = []
    _compare(old, new, "", operations)
    return operations


def _compare(old: Any, new: Any, path: str, operations: list[Operation]) -> None:
    """Add the operations for what is at a path."""
    if isinstance(old, dict) and isinstance(new, dict):
        _compare_mappings(old, new, path, operations)
    elif is_same(old, new):
        return
    elif isinstance(old, list) and isinstance(new, list) and _is_named(old) and _is_named(new):
        _compare_lists(old, new, path, operations)
    else:
        operations.append({"op": "replace", "path": path, "value": new})


def _compare_mappings(old: dict[str, Any], new: dict[str, Any], path: str, operations: list[Operation]) -> None:
    operations += [{"op": "remove", "path": _below(path, name)} for name in old if name not in new]
    for name, value in new.items():
        # Most of an injected Pod is the very objects of the one before: no path is made for them.
        if name not in old:
            operations.append({"op": "add", "path": _below(path, name), "value": value})
        elif old[name] is not value:
            _compare(old[name], value, _below(path, name), operations)


def _compare_lists(old: list[Any], new: list[Any], path: str, operations: list[Operation]) -> None:
    """Add operations on items found by name; a list whose items changed their order is replaced whole."""
    wanted = dict.fromkeys([item["name"] for item in new])
    by_name = {item["name"]: item for item in old if item["name"] in wanted}
    if list(by_name) != [name for name in wanted if name in by_name]:
        operations.append({"op": "replace", "path": path, "value": new})
        return
    gone = [index for index, item in enumerate(old) if item["name"] not in wanted]
    operations += [{"op": "remove", "path": _below(path, str(index))} for index in reversed(gone)]
    for index, item in enumerate(new):
        before = by_name.get(item["name"])
        if before is None:
            operations.append({"op": "add", "path": _below(path, str(index)), "value": item})
        elif before is not item:
            _compare(before, item, _below(path, str(index)), operations)


def _is_named(items: Sequence[Any]) -> bool:
    names = [item.get("name") if isinstance(item, dict) else None for item in items]
    return all(isinstance(name, str) for name in names) and len(set(names)) == len(names)


def _below(path: str, name: str) -> str:
    return f"{path}/{name.replace('~', '~0').replace('/', '~1')}"
