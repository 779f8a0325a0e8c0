"""JSON patches (RFC 6902) from one object to another, item by item where lists have names."""

from __future__ import annotations

from kubectl_inject.manifests.sameness import is_same

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

Operation = dict[str, "Any"]


def json_patch(old: Any, new: Any) -> list[Operation]:
    """Return the operations, in order, that make ``new`` of ``old``."""
    return list(_between(old, new, ""))


def _between(old: Any, new: Any, path: str) -> Iterator[Operation]:
    if isinstance(old, dict) and isinstance(new, dict):
        yield from _between_mappings(old, new, path)
    elif is_same(old, new):
        return
    elif isinstance(old, list) and isinstance(new, list) and _is_named(old) and _is_named(new):
        yield from _between_lists(old, new, path)
    else:
        yield {"op": "replace", "path": path, "value": new}


def _between_mappings(old: dict[str, Any], new: dict[str, Any], path: str) -> Iterator[Operation]:
    for name in old:
        if name not in new:
            yield {"op": "remove", "path": _below(path, name)}
    for name, value in new.items():
        # Most of an injected Pod is the very objects of the one before: no path is made for them.
        if name not in old:
            yield {"op": "add", "path": _below(path, name), "value": value}
        elif old[name] is not value:
            yield from _between(old[name], value, _below(path, name))


def _between_lists(old: list[Any], new: list[Any], path: str) -> Iterator[Operation]:
    """Yield operations on items found by name; a list whose items changed their order is replaced whole."""
    wanted = dict.fromkeys(item["name"] for item in new)
    by_name = {item["name"]: item for item in old if item["name"] in wanted}
    if list(by_name) != [name for name in wanted if name in by_name]:
        yield {"op": "replace", "path": path, "value": new}
        return
    for index in reversed(range(len(old))):
        if old[index]["name"] not in wanted:
            yield {"op": "remove", "path": _below(path, str(index))}
    for index, item in enumerate(new):
        place = _below(path, str(index))
        if item["name"] in by_name:
            if by_name[item["name"]] is not item:
                yield from _between(by_name[item["name"]], item, place)
        else:
            yield {"op": "add", "path": place, "value": item}


def _is_named(items: Sequence[Any]) -> bool:
    names = [item.get("name") if isinstance(item, dict) else None for item in items]
    return all(isinstance(name, str) for name in names) and len(set(names)) == len(names)


def _below(path: str, name: str) -> str:
    return f"{path}/{name.replace('~', '~0').replace('/', '~1')}"
