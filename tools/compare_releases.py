"""Says what differs between two captured configurations: ``python -m tools.compare_releases OLD NEW``.

Each is a file that ``kubectl inject config capture`` wrote, or a folder of what was saved from a cluster. Compared are
the templates, what these use (functions, data, annotations), and the values and mesh config with their types. What a
newer release has and this project does not know is named. CONTRIBUTING.md says what to do with it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from difflib import unified_diff
from typing import Any, NamedTuple

from kubectl_inject.config.captured import CapturedConfig
from kubectl_inject.config.saved_files import read_saved
from kubectl_inject.config.value_tree import leaves, path_text
from kubectl_inject.gotemplate.execution.builtins import BUILTINS
from kubectl_inject.gotemplate.limits import DEFAULT
from kubectl_inject.gotemplate.parsing.lexer import TokenType, tokenize
from kubectl_inject.gotemplate.sprig import FUNCTIONS as SPRIG
from kubectl_inject.injection.rendering.template_functions import injection_functions
from kubectl_inject.istio.annotations import TABLE
from kubectl_inject.istio.releases import NEWEST_KNOWN, rules_of
from kubectl_inject.mesh_config.mesh_config import MESH_CONFIG
from kubectl_inject.mesh_config.protobuf import MessageField, message_type

_WELL_KNOWN = re.compile(r"(?:[a-z0-9-]+\.)*(?:istio|prometheus)\.io/[A-Za-z0-9._-]+")
_NAMES = {None: "null", bool: "boolean", int: "number", float: "number", str: "string", list: "list", dict: "mapping"}


class Used(NamedTuple):
    """What templates use, each in the order of the alphabet."""

    functions: frozenset[str]
    data: frozenset[str]
    annotations: frozenset[str]


def used_by(template: str) -> Used:
    """Return what a template's actions call, read and name."""
    functions, data, annotations = set(), set(), set()
    chain = ""
    for token in tokenize(template, frozenset(), DEFAULT.tokens):
        if token.type is TokenType.FIELD:
            chain += token.text
            continue
        if chain:
            data.add(chain.removeprefix("$"))
        chain = token.text if token.type is TokenType.VARIABLE and token.text == "$" else ""
        if token.type is TokenType.IDENTIFIER:
            functions.add(token.text)
        annotations.update(_WELL_KNOWN.findall(token.text))
    return Used(frozenset(functions), frozenset(data - {""}), frozenset(annotations))


def compare(old: CapturedConfig, new: CapturedConfig) -> Iterator[str]:
    """Yield the lines of the report."""
    yield f"# {old.release or 'unknown release'} -> {new.release or 'unknown release'}"
    yield from _templates(_texts(old), _texts(new))
    yield from _uses(_texts(old), _texts(new))
    for title, ours, theirs in (("values", old.values, new.values), ("mesh config", old.mesh, new.mesh)):
        yield from _tree(title, ours, theirs)
    yield from _listed("fields of the mesh config that are not known here", unknown_fields(new.mesh))


def _texts(config: CapturedConfig) -> dict[str, str]:
    return {name: str(text) for name, text in config.inject.get("templates", {}).items()}


def _templates(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[str]:
    yield from _listed("templates that are gone", old.keys() - new.keys())
    yield from _listed("templates that are new", new.keys() - old.keys())
    for name in sorted(old.keys() & new.keys()):
        lines = unified_diff(
            old[name].splitlines(), new[name].splitlines(), f"old {name}", f"new {name}", "", "", 2, ""
        )
        yield from _section(f"template {name}", lines)


def _uses(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[str]:
    before, after = used_by("".join(old.values())), used_by("".join(new.values()))
    for title, ours, theirs in zip(("functions", "data", "annotations and labels"), before, after, strict=True):
        yield from _listed(f"{title} that templates use no more", ours - theirs)
        yield from _listed(f"{title} that templates use now", theirs - ours)
    known = {*BUILTINS, *SPRIG, *injection_functions({}, rules_of(NEWEST_KNOWN))}
    rows = {row.name for part in TABLE.values() for row in part}
    yield from _listed("functions that are not known here", after.functions - known)
    yield from _listed("annotations and labels without a row in istio/annotations.py", after.annotations - rows)


def _tree(title: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[str]:
    before, after = (dict(leaves(tree)) for tree in (old, new))
    yield from _listed(f"{title} that are gone", map(path_text, before.keys() - after.keys()))
    yield from _listed(
        f"{title} that are new", (f"{path_text(path)}: {_shown(after[path])}" for path in after.keys() - before.keys())
    )
    both = [path for path in before if path in after and repr(before[path]) != repr(after[path])]
    yield from _listed(
        f"{title} that differ", (f"{path_text(path)}: {_shown(before[path])} -> {_shown(after[path])}" for path in both)
    )


def _shown(value: Any) -> str:
    kind = _NAMES[None if value is None else type(value)]
    return kind if value is None else f"{kind} {value!r}"


def unknown_fields(mesh: Any, message: str = MESH_CONFIG, path: str = "") -> Iterator[str]:
    """Yield the paths in a plain message at which it has a field that the table of types has not."""
    if not isinstance(mesh, Mapping):
        return
    fields = message_type(message)
    by_name = {**{field.proto_name: field for field in fields.fields}, **fields.by_json_name}
    for name, value in mesh.items():
        field = by_name.get(name)
        if field is None:
            yield f"{path}{name}"
        elif field.kind == "message" and message_type(field.type_name).fields:
            for place, item in _messages(field, value):
                yield from unknown_fields(item, field.type_name, f"{path}{name}{place}.")


def _messages(field: MessageField, value: Any) -> Iterator[tuple[str, Any]]:
    if field.label == "list":
        yield from ((f"[{index}]", item) for index, item in enumerate(value or []))
    elif field.label == "map":
        yield from ((f"[{key}]", item) for key, item in (value or {}).items())
    else:
        yield "", value


def _listed(title: str, items: Any) -> Iterator[str]:
    yield from _section(title, (f"- {item}" for item in sorted(items)))


def _section(title: str, lines: Any) -> Iterator[str]:
    """Yield a title and lines, nothing where there are no lines."""
    found = list(lines)
    if found:
        yield from ("", f"## {title}", *found)


def main(write: Callable[[str], object] = sys.stdout.write) -> None:
    """Compare the two configurations that the command line names."""
    if len(sys.argv) != 3:
        sys.exit("usage: python -m tools.compare_releases OLD NEW")
    old, new = (read_saved([name]) for name in sys.argv[1:])
    for line in compare(old, new):
        write(f"{line}\n")


if __name__ == "__main__":
    main()
