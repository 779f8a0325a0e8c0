"""What is remembered of documents by their shapes is what each of them gives by itself."""

from __future__ import annotations

import copy
from collections.abc import Iterable
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kubectl_inject.manifests.editing import edit_document
from kubectl_inject.manifests.editing.outline import WrittenParts
from kubectl_inject.manifests.errors import ManifestError
from kubectl_inject.manifests.identity import NOTHING_KNOWN
from kubectl_inject.manifests.parsing.kubernetes_yaml import compose, construct
from kubectl_inject.manifests.reading import Reading
from kubectl_inject.manifests.sameness import is_same
from kubectl_inject.manifests.shapes.memory import ShapeMemory
from kubectl_inject.manifests.stream import Document
from tests.manifests.editing.random_style import random_mapping, written

_WORDS = ["a", "web", "b-c", "d.e/f", "r.io/x:1.2", "h:80", "yes", "true", "null", "5", "1.5", "0x1", "a_b", "x" * 300]
_TEXTS = [
    "a b",
    "a: b",
    "- a",
    "a #b",
    "#",
    "it's",
    '"',
    "é",
    "",
    "~",
    "<<",
    "&a",
    "*a",
    "!a",
    "a,b",
    "{a}",
    "a\\",
    "%a",
]
_COMING: list[Any] = ["new", "/a/b", "true", "5", 5, None, True, "x: y", "l1\nl2\n", {}, [], {"k": "v"}, [1, "b"], 1.5]


def _read(document: Document) -> Reading:
    root = compose(document)
    value = construct(root, document)
    assert root is not None
    return Reading.of(document, root, value)


def _learned(memory: ShapeMemory, document: Document) -> Reading:
    """Return what a document means, and let the memory learn of it."""
    reading = memory.read(document) or _read(document)
    memory.learn(reading)
    return reading


def _changed(random: Random, value: Any) -> Any:
    """Return a value with some things in it that were not there; what is random depends on nothing in it but keys."""
    if isinstance(value, dict):
        value = {name: _changed(random, item) for name, item in value.items()}
        for number in range(random.choice([0, 0, 1, 2])):
            value[f"added-{number}"] = random.choice(_COMING)
    elif isinstance(value, list):
        value = [_changed(random, item) for item in value]
        for _ in range(random.choice([0, 0, 1, 2])):
            value.insert(random.randint(0, len(value)), random.choice([{"name": "istio-proxy"}, *_COMING]))
    elif random.random() < 0.1:
        return random.choice(_COMING)
    return copy.copy(value)


def _marked(random: Random, value: Any, markers: Iterable[str]) -> Any:
    """Return a value with markers in the place of some of its strings."""
    if isinstance(value, dict):
        return {name: _marked(random, item, markers) for name, item in value.items()}
    if isinstance(value, list):
        return [_marked(random, item, markers) for item in value]
    return random.choice([*markers]) if isinstance(value, str) and random.random() < 0.7 else value


@settings(deadline=None, max_examples=300)
@given(seed=st.integers(0, 2**32))
def test_documents_are_read_and_edited_as_each_by_itself(seed: int) -> None:
    random = Random(seed)
    markers = [f"marker{number}" for number in range(3)]
    text = written(random, _marked(random, random_mapping(random, 4), markers))
    memory = ShapeMemory()
    for _ in range(6):
        other = text
        for marker in markers:
            other = other.replace(marker, random.choice(_WORDS if random.random() < 0.95 else _TEXTS))
        document = Document(other)
        try:
            by_itself = _read(document)
        except ManifestError:
            assert memory.read(document) is None
            continue
        reading = _learned(memory, document)
        assert is_same(reading.value, by_itself.value)
        assert reading.line == by_itself.line
        new = _changed(Random(seed), by_itself.value)
        expected = edit_document(document, by_itself.root, by_itself.value, new, WrittenParts(), NOTHING_KNOWN)
        assert memory.edit(reading, new, NOTHING_KNOWN) == expected


TEXT = """\
# a web server
kind: Deployment
metadata:
  name: {0}  # its name
  labels: {{app: {0}, "track": '{1}'}}
spec:
  containers:
  - name: {0}
    image: {1}
    args: [--one, "{1}"]
"""


def _given(*strings: str) -> Document:
    return Document(TEXT.format(*strings))


def _injected(value: Any) -> Any:
    containers = [*value["spec"]["containers"], {"name": "istio-proxy", "args": [value["metadata"]["name"]]}]
    labels = {**value["metadata"]["labels"], "canonical": value["metadata"]["name"]}
    return {**value, "metadata": {**value["metadata"], "labels": labels}, "spec": {"containers": containers}}


def _experienced() -> ShapeMemory:
    """Return a memory that has edited two documents of one shape."""
    memory = ShapeMemory()
    for name in ("one", "two"):
        reading = _learned(memory, _given(name, f"{name}.io/image:1"))
        memory.edit(reading, _injected(reading.value), NOTHING_KNOWN)
    return memory


def test_the_third_document_of_a_shape_is_neither_composed_nor_derived() -> None:
    memory = _experienced()
    document = _given("web", "r.io/web:2")
    reading = memory.read(document)
    assert reading is not None
    edited = memory.edit(reading, _injected(reading.value), NOTHING_KNOWN)
    assert "root" not in vars(reading)
    assert edited.text == TEXT.format("web", "r.io/web:2").replace("'}", "', canonical: web}") + (
        "  - name: istio-proxy\n    args:\n    - web\n"
    )


@pytest.mark.parametrize("string", [*_WORDS, *_TEXTS])
@pytest.mark.parametrize("place", [0, 1])
def test_a_string_is_exchanged_for_what_means_itself_there_alone(string: str, place: int) -> None:
    memory = _experienced()
    strings = ["web", "web"]
    strings[place] = string
    document = _given(*strings)
    known = memory.read(document)
    if known is not None:
        assert known.value == _read(document).value


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("a: one\n", "a: two # why\n"),
        ("a: one\n", "b: one\n"),
        ("a: one\nb: 1\n", "a: one\nb: 2\n"),
        ("a: one\n", "a: 'one'\n"),
        ("a:\n  b: one\n", "a:\n   b: one\n"),
        ("a: one\n", "a: one"),
    ],
)
def test_another_text_has_another_shape(text: str, other: str) -> None:
    memory = ShapeMemory()
    for _ in range(3):
        reading = _learned(memory, Document(text))
        memory.edit(reading, {**reading.value, "c": {"d": "e"}}, NOTHING_KNOWN)
    assert memory.read(Document(text)) is not None
    assert memory.read(Document(other)) is None


@pytest.mark.parametrize(
    "text", ["a: &x one\nb: *x\n", '{"a": "one"}\n', "<<: {a: one}\nb: two\n", "a: one\rb: two\r", "one\n"]
)
def test_aliases_merges_and_json_have_no_shape(text: str) -> None:
    memory = ShapeMemory()
    for _ in range(3):
        reading = _learned(memory, Document(text))
        new = {**reading.value, "c": {"d": "e"}} if isinstance(reading.value, dict) else "two"
        memory.edit(reading, new, NOTHING_KNOWN)
    assert memory.read(Document(text)) is None


def test_what_is_taken_away_is_not_remembered() -> None:
    memory = ShapeMemory()
    for name in ("one", "two", "three", "four"):
        document = Document(f"a: {name}\nb: {name}  # why\n")
        reading = _learned(memory, document)
        assert memory.edit(reading, {"a": name}, NOTHING_KNOWN).text == f"a: {name}\n"
        assert "root" in vars(reading)  # derived, though it was read by its shape
