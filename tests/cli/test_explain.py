"""``kubectl inject explain``: a tree for people, JSON and YAML by a schema for programs."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from pytest_snapshot.plugin import Snapshot

from kubectl_inject.cli.formats.tree import tree_lines
from kubectl_inject.injection.injector import Injector
from kubectl_inject.manifests.stream import split
from tests.conftest import MESH_FLAGS, ROOT, mesh_config
from tests.program_runs import Run

BOOKINFO = ROOT / "examples" / "bookinfo"
PROXY = "docker.io/istio/proxyv2"
SCHEMA = ROOT / "docs" / "explain.schema.json"
POD = "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n  containers: [{name: web}]\n"

Explained = Callable[..., str]


@pytest.fixture
def explained(run: Run) -> Explained:
    """Return a function that runs ``explain`` with the example mesh, and returns what it prints."""

    def explain(*arguments: str | Path) -> str:
        code, out, err = run("explain", *MESH_FLAGS, *map(str, arguments))
        assert (code, err) == (0, "")
        return out

    return explain


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    """Return the validator of the published schema."""
    schema = json.loads(SCHEMA.read_text())
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def test_tree(explained: Explained, snapshot: Snapshot) -> None:
    snapshot.snapshot_dir = ROOT / "snapshots" / "explain"
    snapshot.assert_match(explained("-f", BOOKINFO), "bookinfo.txt")


EVERYTHING = """
apiVersion: v1
kind: Pod
metadata:
  name: everything
  namespace: shop
  labels: {service.istio.io/canonical-name: mine, sidecar.istio.io/inject: "true"}
  annotations: {proxy.istio.io/config: "proxyMetadata: {A: b}"}
spec:
  containers:
  - name: web
    readinessProbe: {tcpSocket: {port: 80}}
  - name: istio-proxy
    image: auto
    resources: {limits: {cpu: 1m}}
"""
SELECTED = ["--injection", "auto", "--no-native-sidecars", "--compliance-policy", "fips-140-3"]


@pytest.mark.parametrize("form", ["json", "yaml"])
@pytest.mark.parametrize(
    ("text", "flags", "workloads"),
    [
        pytest.param("", ["-f", str(BOOKINFO)], 8, id="bookinfo"),
        pytest.param(EVERYTHING + "---\n" + POD, SELECTED, 2, id="selected and not"),
        pytest.param("kind: ConfigMap\n", [], 0, id="no workload"),
    ],
)
def test_schema(
    text: str,
    flags: list[str],
    workloads: int,
    form: str,
    explained: Explained,
    write_file: Callable[[str, str], Path],
    validator: Draft202012Validator,
) -> None:
    given = ["-f", str(write_file("input.yaml", text))] if text else []
    output = explained(*given, *flags, "-o", form)
    value = json.loads(output) if form == "json" else yaml.safe_load(output)
    assert [error.message for error in validator.iter_errors(value)] == []
    assert len(value["workloads"]) == workloads


def test_yaml_says_what_json_says(explained: Explained, write_file: Callable[[str, str], Path]) -> None:
    path = write_file("input.yaml", EVERYTHING)
    value = json.loads(explained("-f", path, "-o", "json"))
    assert yaml.safe_load(explained("-f", path, "-o", "yaml")) == value
    (workload,) = value["workloads"]
    assert all(workload[part] for part in ("added", "changed", "removed", "settings", "warnings"))


def without(value: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: item for key, item in value.items() if key != name}


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda item: without(item, "note"), id="a field less"),
        pytest.param(lambda item: {**item, "more": 1}, id="a field more"),
        pytest.param(lambda item: {**item, "document": 0}, id="document 0"),
        pytest.param(lambda item: {**item, "reason": "the words"}, id="reason in words"),
        pytest.param(lambda item: {**item, "settings": [{"name": "a", "value": 1}]}, id="setting without source"),
    ],
)
def test_schema_is_strict(
    change: Callable[[dict[str, Any]], dict[str, Any]], explained: Explained, validator: Draft202012Validator
) -> None:
    value = json.loads(explained("-f", BOOKINFO / "reviews.yaml", "-o", "json"))
    first, *others = value["workloads"]
    assert validator.is_valid({**value, "workloads": [first, *others]})
    assert not validator.is_valid({**value, "workloads": [change(first), *others]})


def test_documents_are_counted_in_their_source(explained: Explained, write_file: Callable[[str, str], Path]) -> None:
    first, second = write_file("a.yaml", POD + "---\nkind: ConfigMap\n---\n" + POD), write_file("b.yaml", POD)
    workloads = json.loads(explained("-f", first, "-f", second, "-o", "json"))["workloads"]
    assert [(Path(item["source"]).name, item["document"]) for item in workloads] == [
        ("a.yaml", 1),
        ("a.yaml", 3),
        ("b.yaml", 1),
    ]


def test_no_word_is_broken_on_a_narrow_terminal() -> None:
    path = BOOKINFO / "reviews.yaml"
    (explanation, *_) = Injector(mesh_config()).explain_documents(split(path.read_text(), "reviews.yaml"))
    width = 60
    guides = re.compile(r"^[ │├└─]*")
    whole, narrow = (list(tree_lines(explanation, wide)) for wide in (None, width))
    assert max(map(len, whole)) > width
    words, kept = ([word for line in lines for word in guides.sub("", line).split()] for lines in (whole, narrow))
    assert kept == words
    for line in narrow:
        assert len(line) <= width or " " not in guides.sub("", line), line


LIMIT = "the proxy requests more than its limit, which a cluster refuses (cpu: 100m above 1m)"


def test_tree_of_what_the_examples_lack(explained: Explained, write_file: Callable[[str, str], Path]) -> None:
    lines = explained("-f", write_file("input.yaml", EVERYTHING), *SELECTED).splitlines()
    assert lines[0] == "Pod shop/everything injected"
    assert lines[1] == (
        "├── why: the Pod's label enables injection (sidecar.istio.io/inject: 'true'); "
        "namespace shop is taken as unlabelled"
    )
    for line in (
        "    metadata.labels[service.istio.io/canonical-name]: mine -> everything",
        '    spec.containers[web].readinessProbe.tcpSocket: {"port": 80}',
        '    proxyMetadata: {"A": "b"} [annotation proxy.istio.io/config]',
        '    resources: {"limits": {"cpu": "1m"}} [the Pod\'s own container istio-proxy]',
        "    compliance policy: fips-140-3 [configuration: compliance policy]",
        f"    {LIMIT}: raise the limit, or lower the request [proxy-request-above-limit]",
        "    a container has no image, which a cluster refuses (web): name its image [container-without-image]",
    ):
        assert any(found.endswith(f"── {line.strip()}") for found in lines), line


@pytest.mark.parametrize(
    ("was", "now", "flags", "lines"),
    [
        pytest.param("", "", [], ["web unchanged", "would not change"], id="the same"),
        pytest.param(
            "proxyv2:1.31.0",
            "proxyv2:1.30.0",
            [],
            [
                "web updated",
                f"injected already: {PROXY}:1.30.0, a native sidecar, revision default",
                f"spec.initContainers[istio-proxy].image: {PROXY}:1.30.0 -> {PROXY}:1.31.0",
            ],
            id="an older proxy",
        ),
        pytest.param(
            "--proxyLogLevel=warning",
            "--proxyLogLevel=debug",
            [],
            ["spec.initContainers[istio-proxy].args: --proxyLogLevel=debug -> --proxyLogLevel=warning"],
            id="an argument",
        ),
        pytest.param(
            "",
            "",
            ["--no-native-sidecars"],
            ["spec.containers[istio-proxy] (added)", "spec.initContainers[istio-proxy] (removed)"],
            id="another kind of sidecar",
        ),
        pytest.param(
            "labels:",
            'labels:\n    sidecar.istio.io/inject: "false"',
            [],
            ["web skipped", "would not change: kubectl inject uninject takes that injection out"],
            id="injected and refused",
        ),
    ],
)
def test_of_injected_input(
    was: str,
    now: str,
    flags: list[str],
    lines: list[str],
    explained: Explained,
    write_file: Callable[[str, str], Path],
    validator: Draft202012Validator,
) -> None:
    pod = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  labels:\n    app: web\n"
    text = Injector(mesh_config()).inject_text(f"{pod}spec:\n  containers:\n  - name: web\n    image: nginx\n").text
    path = write_file("input.yaml", text.replace(was, now))
    found = explained("-f", path, *flags).splitlines()
    for line in lines:
        assert any(shown.endswith(line) for shown in found), line
    value = json.loads(explained("-f", path, *flags, "-o", "json"))
    assert [error.message for error in validator.iter_errors(value)] == []
    assert value["workloads"][0]["present"]["initContainers"] == ["istio-init", "istio-proxy"]


def test_nothing_found(explained: Explained, write_file: Callable[[str, str], Path]) -> None:
    assert explained("-f", write_file("input.yaml", "kind: ConfigMap\n")) == "no workloads found\n"


LOG_LEVEL = "sidecar.istio.io/logLevel"


@pytest.mark.parametrize(
    ("level", "shown"),
    [
        pytest.param("[red]a[/] \\", "[red]a[/] \\", id="markup"),
        pytest.param("a\n  b", "a b", id="one line"),
        pytest.param("x" * 101, "x" * 100 + "…", id="long"),
        pytest.param("x" * 100, "x" * 100, id="not too long"),
        pytest.param(
            "a:key:b",
            "a:key:b",
            id="colons",
        ),
    ],
)
def test_value_on_one_line(
    level: str, shown: str, explained: Explained, write_file: Callable[[str, str], Path]
) -> None:
    text = POD.replace("name: web}", f"name: web, annotations: {{{LOG_LEVEL}: {json.dumps(level)}}}}}")
    path = write_file("input.yaml", text.replace("[{name: web}]", "[{name: web, image: nginx}]"))
    assert f"proxy log level: {shown} [annotation {LOG_LEVEL}]\n" in explained("-f", path)


@pytest.mark.parametrize("form", ["xml", "JSON", "tree"])
def test_unknown_format(form: str, run: Run) -> None:
    code, out, err = run("explain", "-f", str(BOOKINFO), *MESH_FLAGS, "-o", form)
    assert (code, out) == (2, "")
    assert f"expected json or yaml or html, found '{form}'" in " ".join(err.split())


def test_error_in_the_input(run: Run, write_file: Callable[[str, str], Path]) -> None:
    broken = POD.replace("name: web}", 'name: web, annotations: {proxy.istio.io/config: "{"}}')
    path = write_file("broken.yaml", POD + "---\n" + broken)
    code, out, err = run("explain", "-f", str(path), *MESH_FLAGS, "-o", "json")
    assert (code, out) == (1, "")
    assert re.search(r"error: .*broken\.yaml: document 2: Pod web: invalid value '\{'", err)
