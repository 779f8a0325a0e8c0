"""What is used of dependencies beside their documented interfaces, by name: a release that changes it fails here."""

from __future__ import annotations

import inspect
import re
import tomllib
from collections.abc import Iterable, Mapping
from importlib import import_module, metadata
from typing import Any

import pytest
from packaging.requirements import Requirement

from tests.conftest import ROOT

PRIVATE = {
    "yaml._yaml:CParser": ("get_event", "get_single_node", "raw_parse"),
    "yaml._yaml": ("ComposerError", "ParserError", "ReaderError", "ScannerError"),
    "yaml.composer:Composer": ("compose_node", "get_single_node"),
    "uvicorn.protocols.http.httptools_impl:HttpToolsProtocol": (
        *("connection_made", "connection_lost", "data_received"),
        *("on_message_begin", "on_header", "on_headers_complete", "on_response_complete"),
    ),
    "uvicorn:Server": ("shutdown",),
    "typer.core": ("TyperCommand", "TyperGroup"),
    "typer.main": ("get_command",),
}
FIELDS = {
    "uvicorn.protocols.http.httptools_impl:HttpToolsProtocol": ("cycle", "loop", "transport"),
    "uvicorn.protocols.http.httptools_impl:RequestResponseCycle": ("response_complete",),
}
"""What their ``__init__`` sets."""


def named(path: str) -> Any:
    module, _, name = path.partition(":")
    found = import_module(module)
    return getattr(found, name) if name else found


@pytest.mark.parametrize(("path", "name"), [(path, name) for path, names in PRIVATE.items() for name in names])
def test_a_private_part_is_there(path: str, name: str) -> None:
    assert callable(getattr(named(path), name, None))


@pytest.mark.parametrize(("path", "name"), [(path, name) for path, names in FIELDS.items() for name in names])
def test_a_private_field_is_set(path: str, name: str) -> None:
    assert re.search(rf"self\.{name}\b.*=", inspect.getsource(named(path).__init__))


def test_the_parser_asks_its_own_class_for_tags() -> None:
    asked: list[str] = []

    class Asking(named("yaml._yaml:CParser")):  # type: ignore[misc]
        def descend_resolver(self, *_: object) -> None:
            asked.append("descend")

        def ascend_resolver(self) -> None:
            asked.append("ascend")

        def resolve(self, kind: type, *_: object) -> str:
            asked.append(kind.__name__)
            return "tag"

    assert Asking("a").get_single_node().tag == "tag"
    assert asked == ["descend", "ScalarNode", "ascend"]


def test_every_dependency_of_a_user_is_bounded_on_both_sides() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    for requirement in [*project["dependencies"], *project["optional-dependencies"]["serve"]]:
        assert re.fullmatch(r"[\w.-]+>=[\d.]+,<[\d.]+", requirement)


def test_every_package_that_an_extra_brings_is_constrained() -> None:
    lines = (ROOT / "constraints.txt").read_text().splitlines()
    assert all(re.fullmatch(r"[\w.-]+==[\w.]+", line) for line in lines)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    roots = [*project["dependencies"], *(each for extra in project["optional-dependencies"].values() for each in extra)]
    own = [each for each in roots if not each.startswith("kubectl-inject[")]
    constrained = {canonical(name): version for name, version in (line.split("==") for line in lines)}
    assert needed_by(own, "", constrained, frozenset()) - constrained.keys() == set()


def canonical(name: str) -> str:
    # https://packaging.python.org/en/latest/specifications/name-normalization/
    return re.sub(r"[-_.]+", "-", name).lower()


def needed_by(
    requirements: Iterable[str], extra: str, constrained: Mapping[str, str], known: frozenset[str]
) -> set[str]:
    """Return the names of what is required, and of what that needs where its constrained version is installed here."""
    found: set[str] = set()
    for requirement in map(Requirement, requirements):
        name = canonical(requirement.name)
        if requirement.marker is not None and not requirement.marker.evaluate({"extra": extra}):
            continue
        found.add(name)
        try:
            is_constrained = metadata.version(name) == constrained.get(name)
        except metadata.PackageNotFoundError:
            continue
        if is_constrained and name not in known:
            for each in {"", *requirement.extras}:
                found |= needed_by(metadata.requires(name) or [], each, constrained, known | {name})
    return found


def test_the_licences_are_listed() -> None:
    page = (ROOT / "THIRD_PARTY.md").read_text()
    rows = set(re.findall(r"^\| ([\w.-]+) \|", page, re.MULTILINE))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    for requirement in [*project["dependencies"], *project["optional-dependencies"]["serve"]]:
        name = re.split(r"[><=,]", requirement)[0]
        assert metadata.metadata(name)["Name"] in rows
