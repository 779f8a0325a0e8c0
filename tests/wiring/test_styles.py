"""People's own files keep their bytes: the project's editor, and ruamel.yaml's round trip beside it."""

from __future__ import annotations

import difflib
from io import StringIO
from typing import Any

import pytest
import yaml
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from kubectl_inject.wiring.yaml_file import Object, edited
from tests.wiring.styles import Styled, corpus

CORPUS = list(corpus())
PATCH = {"patch": "a: b\n", "target": {"kind": "Deployment", "name": "web"}}


def wired(value: Object) -> Object:
    if value["kind"] == "Kustomization":
        return {**value, "components": ["sidecars"]}
    return {**value, "spec": {**value["spec"], "postRenderers": [{"kustomize": {"patches": [PATCH]}}]}}


def by_editor(styled: Styled) -> str:
    return edited(styled.text.encode(), "file.yaml", 0, wired).decode()


def by_ruamel(styled: Styled) -> str:
    reader = YAML()
    reader.preserve_quotes = True
    try:
        value: Any = reader.load(styled.text)
        if value["kind"] == "Kustomization":
            value["components"] = ["sidecars"]
        else:
            value["spec"]["postRenderers"] = [{"kustomize": {"patches": [PATCH]}}]
        written = StringIO()
        reader.dump(value, written)
    except YAMLError:
        return ""
    return written.getvalue()


def kept(before: str, after: str) -> int:
    """Return how many bytes of a text are in the other one, in the same order: of lines that stay as they are."""
    lines = before.splitlines(keepends=True)
    matcher = difflib.SequenceMatcher(None, lines, after.splitlines(keepends=True), autojunk=False)
    blocks = matcher.get_matching_blocks()
    return sum(len(line.encode()) for block in blocks for line in lines[block.a : block.a + block.size])


def test_there_are_thirty_styles_and_all_are_yaml() -> None:
    assert len(CORPUS) == 30
    assert len({styled.text for styled in CORPUS}) == 30
    assert all(isinstance(yaml.safe_load(styled.text), dict) for styled in CORPUS)


@pytest.mark.parametrize("styled", CORPUS, ids=lambda styled: f"{styled.base}, {styled.style}")
def test_the_editor_keeps_every_byte_and_adds_what_is_meant(styled: Styled) -> None:
    after = by_editor(styled)
    assert yaml.safe_load(after) == wired(yaml.safe_load(styled.text))
    is_open = not styled.text.endswith("\n")
    assert kept(styled.text + "\n" * is_open, after) == len((styled.text + "\n" * is_open).encode())


def test_the_editor_keeps_more_than_ruamel() -> None:
    ours = sum(kept(styled.text, by_editor(styled)) for styled in CORPUS)
    theirs = sum(kept(styled.text, by_ruamel(styled)) for styled in CORPUS)
    assert theirs < ours
