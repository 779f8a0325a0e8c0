"""Paths to Pod templates: how they are spelled, what they lead to, and how templates are found without one."""

from __future__ import annotations

from typing import Any

import pytest

from kubectl_inject.kubernetes.schema.decoding import FieldTypeError
from kubectl_inject.kubernetes.template_paths import found_at, parse_template_path, pod_template_places, spelled

TEMPLATE: dict[str, Any] = {"spec": {"containers": [{"name": "app"}]}}


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("spec.template", ("spec", "template")),
        ("$.spec.template", ("spec", "template")),
        (".spec.template", ("spec", "template")),
        ("spec.games[*].template", ("spec", "games", "[*]", "template")),
        ("spec[*][*]", ("spec", "[*]", "[*]")),
        ("spec['a.b'].template", ("spec", "a.b", "template")),
        ('["spec"]["x"]', ("spec", "x")),
        ("", ()),
    ],
)
def test_steps(text: str, steps: tuple[str, ...]) -> None:
    assert parse_template_path(text) == steps
    assert parse_template_path(spelled(steps)) == steps


@pytest.mark.parametrize("text", ["spec..template", "spec.", "spec[0]", "spec[?(@.a)]", "spec['a", "spec[]"])
def test_no_path(text: str) -> None:
    with pytest.raises(ValueError, match=r"spec"):
        parse_template_path(text)


@pytest.mark.parametrize(
    ("value", "path", "found"),
    [
        ({"spec": {"template": {}}}, "spec.template", [("spec", "template")]),
        ({"spec": {"template": None}}, "spec.template", []),
        ({"spec": {}}, "spec.template", []),
        ({}, "spec.template", []),
        ({"a": [{"t": {}}, {}, {"t": {}}]}, "a[*].t", [("a", 0, "t"), ("a", 2, "t")]),
        ({"a": {"x": {"t": {}}, "y": {"t": {}}}}, "a[*].t", [("a", "x", "t"), ("a", "y", "t")]),
        ({"a": []}, "a[*].t", []),
    ],
)
def test_what_is_at_a_path(value: dict[str, Any], path: str, found: list[tuple[str | int, ...]]) -> None:
    assert list(found_at(value, parse_template_path(path))) == found


@pytest.mark.parametrize(
    ("value", "path", "message"),
    [
        ({"spec": "x"}, "spec.template", "spec: expected a mapping, found the string 'x'"),
        ({"spec": {"template": 1}}, "spec.template", "spec.template: expected a mapping, found the number 1"),
        ({"a": 1}, "a[*].t", "a: expected a list or a mapping, found the number 1"),
        ({"a": [{"t": []}]}, "a[*].t", r"a\[0\].t: expected a mapping, found a list"),
    ],
)
def test_something_else_on_the_way(value: dict[str, Any], path: str, message: str) -> None:
    with pytest.raises(FieldTypeError, match=message):
        list(found_at(value, parse_template_path(path)))


@pytest.mark.parametrize(
    ("value", "places"),
    [
        ({"spec": {"game": {"template": TEMPLATE}}}, [("spec", "game", "template")]),
        ({"spec": {"games": [{"template": TEMPLATE}] * 2}}, [("spec", "games", "[*]", "template")]),
        ({"spec": {"a": TEMPLATE, "b": {"c": TEMPLATE}}}, [("spec", "a"), ("spec", "b", "c")]),
        # An object that is a Pod in itself, such as a SidecarSet, has no template.
        ({"kind": "SidecarSet", **TEMPLATE}, []),
        ({"spec": {"template": {"spec": {"containers": []}}}}, []),
        ({"spec": {"template": {"spec": {"containers": ["app"]}}}}, []),
        ({"spec": {"template": {"spec": {"containers": [{"image": "x"}]}}}}, [("spec", "template")]),
        ({"status": {"template": TEMPLATE}, "metadata": {"x": TEMPLATE}}, []),
        ({"spec": {"template": {"pod": {"metadata": {}}}}}, []),
        ("text", []),
    ],
)
def test_templates_that_nobody_named(value: object, places: list[tuple[str, ...]]) -> None:
    assert list(pod_template_places(value)) == places
