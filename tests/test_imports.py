"""Who imports whom, as docs/architecture.md has it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import ROOT

SHIPPED = ("kubectl_inject", "kustomize_plugin", "helm_postrenderer")
NOT_SHIPPED = {"tests", "bench", "tools"}
SERVE_COMMANDS = {"kubectl_inject.cli.serve.serve", "kubectl_inject.cli.serve.manifests"}
ROW = re.compile(r"\| (\d+) \| `([a-z_/]+)` \|")


def documented() -> dict[str, int]:
    """Return the number of each room."""
    page = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    return {room: int(number) for number, room in ROW.findall(page)}


NUMBERS = documented()
HOUSES = {room.partition("/")[0] for room in NUMBERS if "/" in room}
"""The rooms whose own rooms have numbers."""


def module_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


@cache
def modules() -> dict[str, Path]:
    return {module_of(path): path for package in SHIPPED for path in (ROOT / package).rglob("*.py")}


def names_imported(source: str) -> Iterator[str]:
    """Yield what a module imports, anywhere in it, for type checkers alone too."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "imports are absolute here"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@cache
def imports() -> list[tuple[str, str]]:
    """Return pairs of a module and what it imports of this project: a module, or a name in one."""
    projects = {*SHIPPED, *NOT_SHIPPED}
    return [
        (module, name)
        for module, path in modules().items()
        for name in names_imported(path.read_text(encoding="utf-8"))
        if name.partition(".")[0] in projects
    ]


def room_of(name: str) -> str:
    """Return the room of a module or of a name in one; ``kubectl_inject`` for the package itself."""
    package, *rest = name.split(".")
    if package != "kubectl_inject":
        return package
    return rest[0] if rest and f"{package}.{rest[0]}" in modules() else package


def inner_room_of(name: str) -> str:
    """Return the room within a room, of those whose rooms have numbers; empty for all else."""
    parts = name.split(".")[1:3]
    room = "/".join(parts)
    is_package = modules().get(f"kubectl_inject.{'.'.join(parts)}", Path()).name == "__init__.py"
    return room if len(parts) == 2 and is_package and parts[0] in HOUSES else ""


def test_every_room_is_in_the_table() -> None:
    rooms = {room_of(module) for module in modules()} - {"kubectl_inject"}
    within = {inner_room_of(module) for module in modules()} - {""}
    assert rooms | within == set(NUMBERS)


def test_a_room_imports_only_rooms_with_a_higher_number() -> None:
    upward = [
        f"{module} imports {name}"
        for module, name in imports()
        if (source := room_of(module)) in NUMBERS
        and (target := room_of(name)) in NUMBERS
        and source != target
        and NUMBERS[source] >= NUMBERS[target]
    ]
    assert not upward


def test_a_room_within_a_room_imports_only_those_with_a_higher_number() -> None:
    upward = [
        f"{module} imports {name}"
        for module, name in imports()
        if room_of(module) == room_of(name)
        and (source := inner_room_of(module))
        and (target := inner_room_of(name))
        and source != target
        and NUMBERS[source] >= NUMBERS[target]
    ]
    assert not upward


def test_templates_know_nothing_of_the_rest() -> None:
    known = {room_of(name) for module, name in imports() if room_of(module) == "gotemplate"}
    assert known <= {"gotemplate", "startup"}


def test_only_the_commands_of_serve_import_the_webhook() -> None:
    importing = {module for module, name in imports() if room_of(name) == "webhook" and room_of(module) != "webhook"}
    assert importing <= SERVE_COMMANDS


def test_inside_only_the_version_is_imported_from_the_package() -> None:
    inside = [(module, name) for module, name in imports() if module != "kubectl_inject"]
    assert not [
        pair for pair in inside if room_of(pair[1]) == "kubectl_inject" and pair[1] != "kubectl_inject.__version__"
    ]


def test_what_is_shipped_imports_nothing_of_what_is_not() -> None:
    assert not [pair for pair in imports() if pair[1].partition(".")[0] in NOT_SHIPPED]


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("import a.b, c", ["a.b", "c"]),
        ("from a import b as c", ["a.b"]),
        ("def f():\n    from a.b import c, d", ["a.b.c", "a.b.d"]),
        ("if TYPE_CHECKING:\n    import a", ["a"]),
        ("a = 'import b'", []),
    ],
)
def test_finds_imports_wherever_they_stand(source: str, names: list[str]) -> None:
    assert list(names_imported(source)) == names
