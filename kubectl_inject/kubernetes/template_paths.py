"""Paths to Pod templates, in the small part of JSONPath that leads to fields and to all items of a list or a map."""

from __future__ import annotations

from functools import cache

from kubectl_inject.kubernetes.field_path import path_of
from kubectl_inject.kubernetes.schema.decoding import FieldTypeError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

ALL = "[*]"
"""The step to each item of a list, or each value of a map."""

_DEEPEST, _MOST_LOOKED_AT = 9, 2000
_AROUND = ("apiVersion", "kind", "metadata", "status")

TemplatePath = tuple[str, ...]
"""The steps of a path: names of fields, and ALL."""

ConcretePath = tuple[str | int, ...]
"""The steps to one Pod template of an object: names of fields, and places in lists."""


@cache
def parse_template_path(text: str) -> TemplatePath:
    """Return the steps of a path such as ``spec.games[*].template`` or ``$.spec['a.b'].template``.

    The empty path is the object itself. Raises ValueError.
    """
    steps: list[str] = []
    rest = text.removeprefix("$")
    if rest and rest[0] not in ".[":
        rest = f".{rest}"
    while rest:
        if rest.startswith(ALL):
            step, rest = ALL, rest[len(ALL) :]
        elif rest[:2] in ("['", '["'):
            step, closed, rest = rest[2:].partition(f"{rest[1]}]")
            if not closed:
                raise ValueError(f"a bracket is open in the path {text!r}")
        elif rest[0] == ".":
            length = next((place for place in range(1, len(rest)) if rest[place] in ".["), len(rest))
            step, rest = rest[1:length], rest[length:]
        else:
            step = ""
        if not step:
            raise ValueError(f"expected a path such as spec.template or spec.games[*].template, found {text!r}")
        steps.append(step)
    return tuple(steps)


def found_at(value: Any, steps: TemplatePath, passed: ConcretePath = ()) -> Iterator[ConcretePath]:
    """Yield the paths of what an object holds at the steps; nothing for what is absent or null.

    Raises FieldTypeError where something else is on the way than a mapping, or for ALL a list or a mapping.
    """
    if value is None:
        return
    if not steps:
        if not isinstance(value, dict):
            raise FieldTypeError(path_of(passed), "a mapping", value)
        yield passed
        return
    step, *others = steps
    rest = tuple(others)
    if step == ALL and isinstance(value, list):
        for place, item in enumerate(value):
            yield from found_at(item, rest, (*passed, place))
    elif not isinstance(value, dict):
        raise FieldTypeError(path_of(passed), "a list or a mapping" if step == ALL else "a mapping", value)
    elif step == ALL:
        for name, item in value.items():
            yield from found_at(item, rest, (*passed, name))
    else:
        yield from found_at(value.get(step), rest, (*passed, step))


def missing_at(value: Any, steps: ConcretePath, passed: ConcretePath = ()) -> ConcretePath:
    """Return the path of the first field on the way of the steps that is absent or null; empty where all are there.

    What is of another type than the steps expect lacks nothing.
    """
    if value is None:
        return passed
    if not steps:
        return ()
    step, rest = steps[0], steps[1:]
    if step == ALL:
        items: Any = enumerate(value) if isinstance(value, list) else value.items() if isinstance(value, dict) else ()
        return next(filter(None, (missing_at(item, rest, (*passed, name)) for name, item in items)), ())
    if isinstance(value, list) and isinstance(step, int):
        return missing_at(value[step], rest, (*passed, step))
    return missing_at(value.get(step), rest, (*passed, step)) if isinstance(value, dict) else ()


def pod_templates_in(value: Any) -> Iterator[tuple[ConcretePath, dict[str, Any]]]:
    """Yield the Pod templates in an object of an unknown kind, whatever it holds, each with its path.

    A Pod template has a ``spec`` with a list of ``containers``, each a mapping with a name or an image. What lies in
    another template is a part of that. So much is looked at that the templates of a controller's resource are found.
    """
    waiting: list[tuple[ConcretePath, Any]] = [((), value)] if isinstance(value, dict) else []
    for path, item in waiting:  # grows, so that the outermost are found first
        if path and _is_pod_template(item):
            yield path, item
        elif len(path) < _DEEPEST and len(waiting) < _MOST_LOOKED_AT:
            waiting.extend(
                ((*path, step), each)
                for step, each in _inside(item)
                if isinstance(each, dict | list) and (path or step not in _AROUND)
            )


def _inside(value: dict[str, Any] | list[Any]) -> Iterator[tuple[str | int, Any]]:
    if isinstance(value, list):
        yield from enumerate(value)
    else:
        yield from ((name, item) for name, item in value.items() if isinstance(name, str))


def pod_template_places(value: Any) -> tuple[TemplatePath, ...]:
    """Return where ``pod_templates_in`` finds Pod templates: each path once, those in the items of a list as one."""
    paths = [tuple(ALL if isinstance(step, int) else step for step in path) for path, _ in pod_templates_in(value)]
    return tuple(dict.fromkeys(paths))


def _is_pod_template(value: Any) -> bool:
    spec = value.get("spec") if isinstance(value, dict) else None
    containers = spec.get("containers") if isinstance(spec, dict) else None
    return (
        isinstance(containers, list)
        and bool(containers)
        and all(isinstance(item, dict) and ("name" in item or "image" in item) for item in containers)
    )


def spelled(steps: TemplatePath) -> str:
    """Return a path as ``parse_template_path`` reads it."""
    text = ""
    for step in steps:
        if step == ALL:
            text += ALL
        elif any(sign in step for sign in ".['\"]"):
            text += f"['{step}']"
        else:
            text += f".{step}" if text else step
    return text
