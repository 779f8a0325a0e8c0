"""What is remembered of a render is what reading it would give."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kubectl_inject.errors import InjectionError
from kubectl_inject.gotemplate.execution.output import PRINTED, Output
from kubectl_inject.injection.rendering.overlay_memory import OverlayMemory, Reading
from kubectl_inject.kubernetes.known_fields import UnknownField
from kubectl_inject.manifests.parsing.kubernetes_yaml import load

CONTEXTS = [
    "a: {}\n",
    "a: '{}'\n",
    'a: "{}"\n',
    'a: "\\{}"\n',
    'a: "\\x4{}"\n',
    "a: 1{}\n",
    "a: 0x{}\n",
    "a: {}:{}\n",
    "a: {} {}\n",
    "a: [{}, {}]\n",
    "a: {{b: {}, c: {}}}\n",
    "a: |\n  x {}\n  {}\n",
    "a: >-\n  {}\n  {}\n",
    "a: x # {}\n",
    "{}: x\n",
    "a: &{} x\nb: *{}\n",
    "a: !!{} x\n",
    "a:\n- {}\n- b: {}\n",
    "a: |{}\n  x\n",
    "a: {}\n{}: b\n",
    "? {}\n: {}\n",
    "--{}\n",
    "a: -{}\n",
    "a: {}#\n",
]
WORDS = ["true", "null", "y", "No", "on", "e5", "e", "x1", "inf", "NaN", "zq0x", "", "1", "a: b", "#", "str", "binary"]


class Reader:
    """Reads texts, and counts them; a field ``left`` is known to no type, wherever it is."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, text: str) -> Reading:
        self.count += 1
        value = load(text)
        overlay = value if isinstance(value, dict) else {"value": value}
        unknown = [UnknownField(f"[{overlay.get('name')}].left", overlay.pop("left"))] if "left" in overlay else []
        return Reading(overlay, unknown)


def output(*parts: int | str) -> Output:
    printed = Output()
    for part in parts:
        printed.way.append(PRINTED if isinstance(part, str) else part)
    printed.strings += [part for part in parts if isinstance(part, str)]
    return printed


def outcome(read: Callable[[], object]) -> object:
    try:
        return read()
    except InjectionError as error:
        return str(error)


quoted = st.sampled_from(['"web"', '"api"', '"web', '""', '"true"', '"a://b/c-1"', "a://b", "on://no"])
strings = st.one_of(st.sampled_from(WORDS), quoted, st.from_regex(r"[A-Za-z0-9][-A-Za-z0-9._/]{0,8}", fullmatch=True))


@given(st.sampled_from(CONTEXTS), st.lists(st.tuples(strings, strings), min_size=3, max_size=8))
def test_it_is_what_reading_gives(context: str, renders: list[tuple[str, str]]) -> None:
    texts = context.replace("{{", "\0").replace("}}", "\1").split("{}")
    texts = [text.replace("\0", "{").replace("\1", "}") for text in texts]
    memory, read = OverlayMemory(), Reader()
    for render in renders:
        parts: list[int | str] = [0]
        for number in range(1, len(texts)):
            parts += [render[number - 1], number]
        whole = "".join(texts[part] if isinstance(part, int) else part for part in parts)
        remembered = outcome(lambda: memory.overlay("t", texts, output(*parts), read).overlay)  # noqa: B023  # called at once
        assert remembered == outcome(lambda: read(whole).overlay)  # noqa: B023  # called at once


TEXTS = ["kind: x\nname: ", "\nimage: example/", ":1\n"]


def test_a_shape_is_read_no_more_once_it_is_known() -> None:
    memory, read = OverlayMemory(), Reader()
    for name in ("web", "api"):
        memory.overlay("t", TEXTS, output(0, name, 1, name, 2), read)
    known = read.count
    overlay = memory.overlay("t", TEXTS, output(0, "shop-2", 1, "shop-2", 2), read).overlay
    assert overlay == {"kind": "x", "name": "shop-2", "image": "example/shop-2:1"}
    assert read.count == known


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param([0, '"web"', 1, "web", 2], id="a word in quotes"),
        pytest.param([0, "true", 1, "web", 2], id="a word that is no string"),
        pytest.param([0, "a b", 1, "web", 2], id="a string that is not harmless"),
        pytest.param([0, "", 1, "web", 2], id="an empty string"),
        pytest.param([0, "web", 1, "web", 2, 0], id="another way"),
    ],
)
def test_what_is_of_another_shape_is_read(parts: list[int | str]) -> None:
    memory, read = OverlayMemory(), Reader()
    for name in ("web", "api"):
        memory.overlay("t", TEXTS, output(0, name, 1, name, 2), read)
    known = read.count
    outcome(lambda: memory.overlay("t", TEXTS, output(*parts), read).overlay)
    assert read.count == known + 1


def test_an_overlay_is_not_shared_where_it_was_filled() -> None:
    memory, read = OverlayMemory(), Reader()
    first, second, third, fourth = (
        memory.overlay("t", TEXTS, output(0, name, 1, name, 2), read).overlay for name in ("a", "b", "c", "d")
    )
    assert [overlay["name"] for overlay in (first, second, third, fourth)] == ["a", "b", "c", "d"]


LEFT = [
    pytest.param(
        ["name: ", "\nleft: 1\n"], ["web", "api", "shop"], ["[web].left", "[api].left", "[shop].left"], id="path"
    ),
    pytest.param(["name: a\nleft: {b: [", "]}\n"], ["web", "api", "shop"], ["[a].left"] * 3, id="value"),
]


@pytest.mark.parametrize(("texts", "words", "paths"), LEFT)
def test_fields_left_out_are_those_of_each_render_and_cost_nothing(
    texts: list[str], words: list[str], paths: list[str]
) -> None:
    memory, read = OverlayMemory(), Reader()
    first, second, third = (memory.overlay("t", texts, output(0, word, 1), read) for word in words)
    assert [list(render.unknown) for render in (first, second, third)] == [[path] for path in paths]
    assert "left" not in third.overlay
    assert read.count == 3  # two renders, and one with markers
