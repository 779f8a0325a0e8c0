"""Reading one document: what sigs.k8s.io/yaml makes of it, where its nodes are, and how errors are reported.

The expected values of scalars, keys and merges were taken from sigs.k8s.io/yaml v1.6.0 itself.
"""

from collections.abc import Callable

import pytest

from kubectl_inject.manifests.errors import ManifestError
from kubectl_inject.manifests.parsing.kubernetes_yaml import UNTAGGED, check_syntax, compose, construct, load
from kubectl_inject.manifests.parsing.limits import Limits
from kubectl_inject.manifests.stream import Document, split

SCALARS: dict[str, object] = {
    **dict.fromkeys(("y", "Y", "yes", "on", "On", "TRUE", "!!bool 'yes'"), True),
    **dict.fromkeys(("n", "N", "No", "off", "OFF", "false"), False),
    **dict.fromkeys(("~", "null", "NULL", "", "!!null ''"), None),
    "5": 5,
    "+5": 5,
    "-0": 0,
    "1_000": 1000,
    "1_": 1,
    "-_5": -5,
    "0644": 420,
    "0o644": 420,
    "0O7": 7,
    "00": 0,
    "0x1F": 31,
    "-0x1F": -31,
    "0x_F": 15,
    "0b101": 5,
    "+0b101": 5,
    "-0o7": -7,
    "0_7": 7,
    "!!int '5'": 5,
    "18446744073709551615": 2**64 - 1,
    "-9223372036854775808": -(2**63),
    "0xffffffffffffffff": 2**64 - 1,
    "18446744073709551616": 2.0**64,
    "-9223372036854775809": -(2.0**63),
    "0899": 899.0,
    "08": 8.0,
    "1e3": 1000.0,
    "1.e3": 1000.0,
    ".5": 0.5,
    "5.": 5.0,
    "1_0.5": 10.5,
    "1e1_0": 1e10,
    ".9_7": 0.97,
    "1e-400": 0.0,
    "!!float 5": 5,
    "!!binary aGVsbG8=": "hello",
    "!!binary '/w=='": "\ufffd",
    "!!str 5": "5",
    "!!str": "",
    "!foo 5": "5",
    "!!foo x": "x",
    "!!str null": "null",
    "!!timestamp 2001-01-01": "2001-01-01",
    **{text: text for text in ("tRUE", "oN", "22:22", "2001-01-01", "1.2.3", "1e", "1e400", "_1", "+", ".", "0x")},
    **{text: text for text in ("0xzz", "0o8", "0b2", "0x1ffffffffffffffff", "._5", "inf", "nan", "=", "<<", "1,000")},
    "'on'": "on",
    '"5"': "5",
    "a b": "a b",
    "x#y": "x#y",
    "x #y": "x",
    "b:c": "b:c",
    '"\\/"': "/",
}


@pytest.mark.parametrize(("text", "value"), SCALARS.items())
def test_scalars(text: str, value: object) -> None:
    found = load(f"a: {text}\n")
    assert found == {"a": value}
    assert isinstance(found, dict)
    assert type(found["a"]) is type(value)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        *(("true", "true"), ("on", "true"), ("1", "1"), ("0x1F", "31"), ("1.5", "1.5"), ("1e3", "1000")),
        *(("1.23456789012", "1.2345679"), ("123456789.0", "1.2345679e+08"), ("1e-7", "1e-07"), ("0.0001", "0.0001")),
        *(("1000000.0", "1e+06"), ("99999999999999999999", "1e+20"), (".inf", ".inf"), ("1e300", ".inf")),
        *(("-.inf", "-.inf"), (".nan", ".nan"), ("2001-01-01", "2001-01-01"), ("!!str 5", "5"), ("'null'", "null")),
    ],
)
def test_keys_become_strings(text: str, key: str) -> None:
    assert load(f"{text}: x") == {key: "x"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("# nothing\n", None),
        ("---\n", None),
        ("\ufeffa: 1", {"a": 1}),
        ("a: 1\na: 2\n", {"a": 2}),
        ("1: a\n'1': b\n", {"1": "b"}),
        ("x: &a {b: 1, c: 2}\nz:\n  <<: *a\n  b: 3\n", {"x": {"b": 1, "c": 2}, "z": {"b": 3, "c": 2}}),
        ("b: 3\n<<: {b: 1, c: 2}\n", {"b": 1, "c": 2}),
        ("<<: [{a: 1}, {a: 2, b: 2}]\n", {"a": 1, "b": 2}),
        ("x: &a {b: 1}\nz:\n  <<: [*a, {c: 2}]\n", {"x": {"b": 1}, "z": {"b": 1, "c": 2}}),
        ("<<: &l [{a: 1}]\nb: *l\n", {"a": 1, "b": [{"a": 1}]}),
        ("<<: {<<: {q: 1}, b: 1}\n", {"q": 1, "b": 1}),
        ("'<<': {a: 1}\n", {"<<": {"a": 1}}),
        ("!!merge <<: {a: 1}\n", {"a": 1}),
        ("a: &x 1\nb: &x 2\nc: *x\n", {"a": 1, "b": 2, "c": 2}),
        ("a: &x k\n*x : v\n", {"a": "k", "k": "v"}),
        ("a: >\n  folded\n  text\n\n  para\n", {"a": "folded text\npara\n"}),
        ("a: |-\n  x\n\nb: |+\n  y\n\n", {"a": "x", "b": "y\n\n"}),
        ('{\n\t"a": [1, {"b": null}]\n}', {"a": [1, {"b": None}]}),
        ("a: 1\r\nb: 2\r\n", {"a": 1, "b": 2}),
        ("a: 1\rb: 2\r", {"a": 1, "b": 2}),
        ("a: 'x\u2028y'\n", {"a": "x\u2028y"}),
        ("%TAG !e! tag:yaml.org,2002:\n---\na: !e!str 5\n", {"a": "5"}),
        ("a: !!set {b, c}\n", {"a": {"b": None, "c": None}}),
        (f"a: {'x' * 1_000_000}\n", {"a": "x" * 1_000_000}),
    ],
)
def test_documents(text: str, value: object) -> None:
    assert load(text) == value


def test_aliases_are_copies() -> None:
    value = load("a: &x [1]\nb: *x\n")
    assert isinstance(value, dict)
    assert value["a"] == value["b"]
    assert value["a"] is not value["b"]


def test_marks_index_into_the_text() -> None:
    text = "# é😀\r\na: 'q'\r\nb: &x plain\r\nc: *x\r\n"
    root = compose(Document(text))
    assert root is not None
    (_, quoted), (_, plain), (_, alias) = root.value
    assert text[quoted.start_mark.index : quoted.end_mark.index] == "'q'"
    assert text[plain.start_mark.index : plain.end_mark.index].endswith("plain")
    assert alias is plain


@pytest.mark.parametrize("scalar", ["'true'", '"1"', '""', "plain", "truely", "a1"])
def test_what_can_only_be_a_string_has_its_tag(scalar: str) -> None:
    root = compose(Document(f"[{scalar}]"))
    assert root is not None
    assert root.value[0].tag == "tag:yaml.org,2002:str"


@pytest.mark.parametrize("scalar", ["true", "y", "~", "1", "-1", ".5", "<<", "{}", "[]", "-x"])
def test_what_may_be_something_else_has_no_tag(scalar: str) -> None:
    root = compose(Document(f"[{scalar}, ]"))
    assert root is not None
    assert root.value[0].tag == UNTAGGED


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a:\n\tb: 1", "app.yaml:2:1: document 1: found a tab where indentation must be spaces"),
        ("a: @x", "app.yaml:1:4: document 1: found '@', which cannot begin a value without quotes around it"),
        (
            "a: 1\nb: {c",
            (
                "app.yaml:3:1: document 1: did not find expected ',' or '}', "
                "while parsing a flow mapping that begins at line 2"
            ),
        ),
        (
            "a: 'x",
            (
                "app.yaml:1:6: document 1: found unexpected end of stream, "
                "while scanning a quoted scalar that begins at line 1"
            ),
        ),
        ("a: b: c", "app.yaml:1:5: document 1: mapping values are not allowed in this context"),
        ("a: 1\n---\nb: *nope", "app.yaml:3:4: document 2: found undefined alias"),
        ("a: 1\n---\n- x\nb: c", "app.yaml:4:1: document 2: did not find expected '-' indicator"),
        ("a: \x01", "app.yaml:1:4: document 1: found the character U+0001: control characters are not allowed"),
        ("a: \ud800", "app.yaml:1:4: document 1: found the character U+D800: half of a surrogate pair"),
        ("a: .inf", "app.yaml:1:4: document 1: found .inf, a number that JSON, and so Kubernetes, does not have"),
        ("a: !!int x", "app.yaml:1:4: document 1: found 'x', which the tag !!int does not fit"),
        ("a: !!binary '*'", "app.yaml:1:4: document 1: found !!binary data that is not base64"),
        ("a: {null: 1}", "app.yaml:1:5: document 1: found null as a key, expected a string"),
        ("? [a]\n: 1", "app.yaml:1:3: document 1: found a list as a key, expected a string"),
        ("{a: b}: 1", "app.yaml:1:1: document 1: found a mapping as a key, expected a string"),
        ("18446744073709551615: 1", "document 1: the key 18446744073709551615 is larger than Kubernetes allows"),
        *(
            (
                f"a: &l {items}\nb: {{<<: *l}}",
                "app.yaml:2:5: document 1: found a merge (<<) of an alias to a list, expected one to a mapping",
            )
            for items in ("[1]", "[]", "[{c: 1}]")
        ),
        (
            "a: &l [{c: 1}]\n<<: [*l]",
            "app.yaml:1:4: document 1: found a merge (<<) of what is neither a mapping nor a list of mappings",
        ),
        ("<<: [1]", "app.yaml:1:6: document 1: found a merge (<<) of what is neither a mapping nor a list of mappings"),
        ("a: &x [*x]", "app.yaml:1:4: document 1: found an anchor whose value contains itself"),
        ("a: 1\n...\nb: 2", "app.yaml:3:1: document 1: did not find expected <document start>"),
    ],
)
def test_errors_name_the_place_in_the_file(text: str, message: str) -> None:
    with pytest.raises(ManifestError) as caught:
        [construct(compose(document), document) for document in split(text, "app.yaml")]
    assert message in str(caught.value)


CUT = """\
a: {b: [c, "d e"], 'f': g}
h: |
  text
i:
- "j
  k": [l, {m: n}]
- &o !!str p
"""


@pytest.mark.parametrize("end", range(len(CUT)))
@pytest.mark.parametrize("comment", ["", f"# {'[' * 300}\n"], ids=["few brackets", "many brackets"])
def test_the_check_of_the_syntax_finds_what_reading_finds(end: int, comment: str) -> None:
    document = Document(comment + CUT[:end])

    def message(read: Callable[[Document], object]) -> str:
        try:
            read(document)
        except ManifestError as error:
            return str(error)
        return ""

    assert message(check_syntax) == message(compose)


LEVELS = 10_000
NESTED = {
    "lists in flow style": "[" * LEVELS + "]" * LEVELS,
    "lists never closed": "[" * LEVELS,
    "mappings in flow style": "{a: " * LEVELS,
    "JSON": '{"a":[' * LEVELS,
    "pairs in lists": "[a: " * LEVELS,
    "lists on one line": "- " * LEVELS + "a",
    "complex keys": "? " * LEVELS + "a",
    "indented mappings": "".join(f"{' ' * level}a:\n" for level in range(LEVELS // 10)),
    "lists in their keys' columns": "".join(f"{' ' * level}a:\n{' ' * level}-\n" for level in range(101)),
    "lists with nothing in the last": "[" * 201 + "]" * 201,
    "an anchor defined again": "a: &x 1\nb: &x 2\nc: " + "[" * 250 + "]" * 250,
    "an alias of nothing before it": "a: *x\nb: " + "[" * 250 + "]" * 250,
    "aliases": "".join(f"k{i}: &k{i} {'[' * 45}{f'*k{i - 1}' if i else ''}{']' * 45}\n" for i in range(10)),
}


@pytest.mark.parametrize("text", NESTED.values(), ids=NESTED)
def test_deep_nesting_is_refused(text: str) -> None:
    with pytest.raises(ManifestError, match="nest deeper than the limit of 200"):
        load(text)


def test_nesting_up_to_the_limit_is_read() -> None:
    load("[" * 200 + "]" * 200)
    load("[" * 200 + "a" + "]" * 200)
    load("a: &x 1\nb: &x 2\nc: " + "[" * 199 + "*x" + "]" * 199)
    load("".join(f"{' ' * level}a:\n" for level in range(200)))


def test_deep_nesting_is_refused_by_the_check_of_the_syntax() -> None:
    with pytest.raises(ManifestError, match="nest deeper than the limit of 200"):
        check_syntax(Document("[" * 10_000_000))


def test_an_alias_bomb_is_refused() -> None:
    levels = "".join(f"k{i}: &k{i} [{', '.join([f'*k{i - 1}'] * 10)}]\n" for i in range(1, 10))
    with pytest.raises(
        ManifestError,
        match=r"aliases add \d+ nodes to those written, the limit is 100000; --raise-limits 2 allows more$",
    ):
        load("k0: &k0 x\n" + levels)


def test_limits_are_the_callers() -> None:
    assert load("[[1]]", limits=Limits(nesting=2)) == [[1]]
    with pytest.raises(ManifestError, match="limit of 1"):
        load("[[1]]", limits=Limits(nesting=1))
    with pytest.raises(ManifestError, match="the limit is 1"):
        load("[&a x, &b [*a], *b]", limits=Limits(alias_nodes=1))


@pytest.mark.parametrize(
    ("start", "again", "end"),
    [
        pytest.param("[", "{a: b},", "]", id="mappings"),
        pytest.param("[", "a: b,", "]", id="mappings without braces"),
        pytest.param("[", "a: ,", "]", id="keys without values"),
        pytest.param("{", "a,", "}", id="keys alone"),
        pytest.param("[", "[],", "]", id="empty lists"),
        pytest.param("", "a: b\n", "", id="lines"),
        pytest.param("", "- - a\n", "", id="lists of lists"),
        pytest.param("", "? a\n", "", id="keys of lines"),
        pytest.param("- &a {x: y}\n", "- *a\n", "", id="aliases"),
        pytest.param("- &a x\n- &a y\n", "- {a: b}\n", "", id="behind an anchor that is defined again"),
    ],
)
def test_too_many_nodes_are_refused(start: str, again: str, end: str) -> None:
    with pytest.raises(ManifestError, match=r"more than 2000 mappings.* \(Limits\.nodes\)"):
        load(start + again * 2001 + end, limits=Limits(nodes=2000))


def test_too_many_nodes_are_refused_by_default() -> None:
    with pytest.raises(ManifestError, match=r"more than 1000000 mappings"):
        load("[" + "{a: b}," * 350_000 + "]")


@pytest.mark.parametrize(
    ("text", "nodes"),
    [("x", 1), ("[a: b]", 4), ("{a, b}", 5), ("- - x", 3), ("? a\n? b", 5), ("[&a x, *a]", 3), ("", 0)],
)
def test_nodes_are_counted_exactly(text: str, nodes: int) -> None:
    load(text, limits=Limits(nodes=nodes))
    if nodes:
        with pytest.raises(ManifestError, match=f"more than {nodes - 1} mappings"):
            load(text, limits=Limits(nodes=nodes - 1))


def test_much_text_is_no_node() -> None:
    described = "description: |-\n  It is: one of {a, b}, [c], - or not?\n" + "  Some, more: text.\n" * 10
    definitions = "- " + described.replace("\n", "\n  ").strip() + "\n"
    assert len(str(load(definitions * 100_000))) > 20_000_000
