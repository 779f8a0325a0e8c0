"""ResourceLists that are taken apart by lines mean the same as read in one, or are not taken apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kubectl_inject.manifests.errors import ManifestError
from kubectl_inject.manifests.parsing.kubernetes_yaml import compose, construct
from kubectl_inject.manifests.stream import Document
from kustomize_plugin import function
from kustomize_plugin.function import run_function
from kustomize_plugin.resource_list import taken_apart
from tests.conftest import MESH
from tests.kustomize_plugin.resource_lists import BROKEN, DEPLOYMENT, FUNCTION_CONFIG, REFUSING, SERVICE, resource_list

COMMENTS = "# first\n- apiVersion: v1 # a\n  # b\n  kind: Service\n# between\n"
EMPTY_LINES = "- apiVersion: v1\n\n  kind: Service\n  metadata:\n\n    name: a\n\n"
BLOCK_SCALAR = (
    "- kind: ConfigMap\n  data:\n    a: |\n      items:\n      - a\n\n      # no comment\n    b: >-\n      - b\n"
)
QUOTED = '- kind: ConfigMap\n  data:\n    a: "one\n\n      two"\n'
HEAD = "apiVersion: config.kubernetes.io/v1\nkind: ResourceList\n"


def indented(text: str) -> str:
    return "".join(f"  {line}" if line.strip() else line for line in text.splitlines(keepends=True))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(resource_list(SERVICE, DEPLOYMENT, REFUSING), id="three"),
        pytest.param(resource_list(DEPLOYMENT, BROKEN), id="one is wrong"),
        pytest.param(resource_list(COMMENTS, SERVICE), id="comments"),
        pytest.param(resource_list(EMPTY_LINES, DEPLOYMENT), id="empty lines"),
        pytest.param(resource_list(BLOCK_SCALAR, QUOTED, DEPLOYMENT), id="text of several lines"),
        pytest.param(HEAD + FUNCTION_CONFIG + "items:\n" + DEPLOYMENT, id="items at the end"),
        pytest.param(resource_list(DEPLOYMENT, results="results:\n- {message: a}\n"), id="results"),
        pytest.param(HEAD + "items:\n- &a {kind: Service}\n- *a\n", id="alias"),
        pytest.param(resource_list("- apiVersion: v1\n  kind: List\n  items:\n" + indented(DEPLOYMENT)), id="a List"),
    ],
)
def test_the_same_comes_of_it(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert taken_apart(Document(text)) is not None
    output = run_function(text, MESH)
    monkeypatch.setattr(function, "taken_apart", lambda _: None)
    assert output == run_function(text, MESH)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("kind: ResourceList\nitems: []\n", id="none"),
        pytest.param("items:\n- a: b\nitems:\n- a: b\n", id="twice"),
        pytest.param('text: "\nitems:\n- a: b"\n', id="in a quoted text"),
        pytest.param("kind: ResourceList\nitems:\n- a: b\n\tc\n", id="broken"),
        pytest.param("kind: ResourceList\r\nitems:\r\n- a: b\r\n", id="CRLF"),
        pytest.param(HEAD + "items:\n" + indented(DEPLOYMENT + SERVICE) + FUNCTION_CONFIG, id="indented"),
        pytest.param(resource_list(DEPLOYMENT.removesuffix("\n"), function_config=""), id="no line end"),
        pytest.param('{"kind": "ResourceList", "items": [{"a": "b"}]}\n', id="JSON"),
    ],
)
def test_it_stays_in_one(text: str) -> None:
    assert taken_apart(Document(text)) is None


LINES = st.lists(
    st.sampled_from(
        ["- a: b", '- c: "d', '  e"', "  f: g", "- - h", "# i", "", "  j: |", "    - k", "l: m", "- 'n", "o'"]
    ),
    min_size=1,
    max_size=8,
)


@given(LINES)
def test_parts_mean_what_the_whole_means(lines: list[str]) -> None:
    document = Document("kind: ResourceList\nitems:\n" + "".join(f"{line}\n" for line in lines))
    parts = taken_apart(document)
    if parts is None:
        return
    assert parts.whole_with(parts.frame.text, [item.text for item in parts.items]) == document.text
    try:
        values = [construct(compose(item), item) for item in parts.items]
    except ManifestError:
        return
    items = [value[0] for value in values if isinstance(value, list) and len(value) == 1 and isinstance(value[0], dict)]
    if len(items) == len(values):
        assert construct(compose(document), document) == {**parts.given, "items": items}
