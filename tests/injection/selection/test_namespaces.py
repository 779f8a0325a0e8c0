"""What is known of namespaces, from the input, from other files and from flags."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from kubectl_inject.cli.main import main
from kubectl_inject.injection.injector import Injector
from kubectl_inject.injection.selection.namespaces import NamespaceMetadata, Namespaces, find_namespaces
from kubectl_inject.manifests.stream import split
from tests.conftest import MESH_FLAGS, small_config
from tests.injection.looking import variables

Written = Callable[[str, str], Path]

ENABLED = {"istio-injection": "enabled"}
NAMESPACE = "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop, labels: {istio-injection: enabled}}\n"
REFUSING = NAMESPACE.replace("enabled", "disabled")
WEB = """
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop}
spec:
  template:
    spec: {containers: [{name: web, image: nginx}]}
"""
UNNAMED = WEB.replace(", namespace: shop", "")


def found_in(text: str) -> dict[str, NamespaceMetadata]:
    return find_namespaces(split(text, "input"))


def as_list(kind: str, *items: str) -> str:
    return json.dumps({"apiVersion": "v1", "kind": kind, "items": [json.loads(item) for item in items]})


ITEM = (
    '{"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "shop", "labels": {"istio-injection": "enabled"}}}'
)
UNTYPED = '{"metadata": {"name": "shop", "labels": {"istio-injection": "enabled"}}}'


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(NAMESPACE, id="document"),
        pytest.param(WEB + "---\n" + NAMESPACE, id="after others"),
        pytest.param(ITEM, id="JSON"),
        pytest.param(as_list("List", ITEM), id="List"),
        pytest.param(as_list("List", as_list("List", ITEM)), id="List in a List"),
        pytest.param(as_list("NamespaceList", ITEM), id="NamespaceList"),
        pytest.param(as_list("NamespaceList", UNTYPED), id="NamespaceList whose items leave their type out"),
        pytest.param(as_list("List", "5", "null", "[]", ITEM), id="List with items that are no objects"),
        pytest.param(REFUSING + "---\n" + NAMESPACE, id="the last of two counts"),
    ],
)
def test_found(text: str) -> None:
    assert found_in(text) == {"shop": NamespaceMetadata(ENABLED)}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(NAMESPACE.replace("v1", "example.com/v1"), id="another API"),
        pytest.param(NAMESPACE.replace("Namespace", "NamespaceLimit"), id="another kind"),
        pytest.param(as_list("List", UNTYPED) + "\n# Namespace", id="List whose items leave their type out"),
        pytest.param("# Namespace\nkind: List\napiVersion: v1\nitems: 5\n", id="List of nothing"),
        pytest.param("# Namespace\n[]\n", id="no object"),
        pytest.param("# Namespace\n", id="no document"),
    ],
)
def test_not_found(text: str) -> None:
    assert found_in(text) == {}


@pytest.mark.parametrize(
    ("metadata", "wanted"),
    [
        pytest.param("{name: shop}", NamespaceMetadata(), id="neither"),
        pytest.param("{name: shop, labels: null, annotations: {}}", NamespaceMetadata(), id="null and empty"),
        pytest.param(
            "{name: shop, labels: {a: b}, annotations: {c: d}}", NamespaceMetadata({"a": "b"}, {"c": "d"}), id="both"
        ),
        pytest.param("{name: shop, labels: {a: 1}}", NamespaceMetadata({"a": "1"}), id="a number is text"),
    ],
)
def test_labels_and_annotations(metadata: str, wanted: NamespaceMetadata) -> None:
    assert found_in(f"apiVersion: v1\nkind: Namespace\nmetadata: {metadata}\n") == {"shop": wanted}


@pytest.mark.parametrize("metadata", ["[1]", "text"])
def test_metadata_that_is_no_mapping(metadata: str) -> None:
    assert found_in(f"apiVersion: v1\nkind: Namespace\nmetadata: {metadata}\n") == {}


SHOP, OTHERS = NamespaceMetadata({"a": "shop"}), {"a": "others"}


@pytest.mark.parametrize(
    ("namespaces", "name", "wanted"),
    [
        pytest.param(Namespaces({"shop": SHOP}), "shop", SHOP, id="by its name"),
        pytest.param(Namespaces({"shop": SHOP}), "other", None, id="not known"),
        pytest.param(Namespaces({"default": SHOP}), "", SHOP, id="no name is default"),
        pytest.param(Namespaces({"shop": SHOP}, OTHERS), "shop", SHOP, id="an object before the labels of others"),
        pytest.param(Namespaces({"shop": SHOP}, OTHERS), "other", NamespaceMetadata(OTHERS), id="labels of others"),
        pytest.param(Namespaces({}, {}), "other", NamespaceMetadata(), id="others have no labels"),
        pytest.param(Namespaces({}, OTHERS).with_found({"shop": SHOP}), "shop", SHOP, id="found"),
        pytest.param(Namespaces({}, OTHERS).with_found({"x": SHOP}), "y", NamespaceMetadata(OTHERS), id="others stay"),
        pytest.param(
            Namespaces({"shop": NamespaceMetadata()}).with_found({"shop": SHOP}), "shop", SHOP, id="found once more"
        ),
    ],
)
def test_described(namespaces: Namespaces, name: str, wanted: NamespaceMetadata | None) -> None:
    assert namespaces.describe(name) == wanted


@pytest.mark.parametrize(
    ("text", "platform", "automatic", "user"),
    [
        pytest.param(NAMESPACE + "---\n", "openshift", False, "2009", id="manual"),
        pytest.param(NAMESPACE + "---\n", "openshift", True, "2009", id="automatic"),
        pytest.param("", "openshift", False, "1337", id="no object"),
        pytest.param(NAMESPACE + "---\n", "", False, "1337", id="another platform"),
    ],
)
def test_annotations_of_a_namespace_in_the_input(text: str, platform: str, automatic: bool, user: str) -> None:
    ranged = text.replace("labels:", 'annotations: {openshift.io/sa.scc.uid-range: "2000/10"}, labels:')
    template = "spec: {containers: [{name: istio-proxy, env: [{name: USER, value: '{{ .ProxyUID }}'}]}]}"
    config = small_config(template, platform=platform, automatic=automatic, native_sidecars=False)
    *_, web = yaml.safe_load_all(Injector(config).inject_text(ranged + WEB).text)
    assert variables(web["spec"]["template"]) == {"USER": user}


@pytest.fixture
def reasons(capsys: pytest.CaptureFixture[str]) -> Callable[..., list[tuple[str, str]]]:
    """Return a function that runs ``explain --injection auto`` and returns each workload's reason and note."""

    def run(*arguments: str | Path) -> list[tuple[str, str]]:
        with pytest.raises(SystemExit) as ended:
            main(["explain", "--injection", "auto", "-o", "json", *MESH_FLAGS, *map(str, arguments)])
        assert ended.value.code in (0, None)
        workloads = json.loads(capsys.readouterr().out)["workloads"]
        return [(workload["reason"], workload["note"]) for workload in workloads]

    return run


Reasons = Callable[..., list[tuple[str, str]]]


def test_namespace_in_another_file_of_the_input(write_file: Written, reasons: Reasons) -> None:
    first, second = write_file("a.yaml", WEB), write_file("b.yaml", NAMESPACE)
    assert reasons("-f", first, "-f", second) == [("NAMESPACE_ENABLED", "")]


def test_namespace_file(write_file: Written, reasons: Reasons) -> None:
    web = write_file("web.yaml", WEB + "---\n" + WEB.replace("shop", "cellar"))
    files = write_file("a.yaml", NAMESPACE), write_file("b.yaml", REFUSING.replace("shop", "cellar"))
    assert reasons("-f", web, "--namespace-file", files[0], "--namespace-file", files[1]) == [
        ("NAMESPACE_ENABLED", ""),
        ("NAMESPACE_DISABLED", ""),
    ]


def test_the_input_before_a_namespace_file(write_file: Written, reasons: Reasons) -> None:
    web, other = write_file("web.yaml", NAMESPACE + "---" + WEB), write_file("other.yaml", REFUSING)
    assert reasons("-f", web, "--namespace-file", other) == [("NAMESPACE_ENABLED", "")]


def test_namespace_labels(write_file: Written, reasons: Reasons) -> None:
    web, other = write_file("web.yaml", WEB + "---" + UNNAMED), write_file("other.yaml", REFUSING)
    labels = "--namespace-labels", "team=x, istio-injection=enabled"
    assert reasons("-f", web, *labels, "--namespace-file", other) == [
        ("NAMESPACE_DISABLED", ""),
        ("NAMESPACE_ENABLED", ""),
    ]


def test_namespace_of_objects_that_name_none(write_file: Written, reasons: Reasons) -> None:
    web = write_file("web.yaml", NAMESPACE + "---" + UNNAMED + "---" + WEB.replace("shop", "cellar"))
    assert reasons("-f", web, "-n", "shop") == [
        ("NAMESPACE_ENABLED", ""),
        ("NOT_ENABLED", "namespace cellar is taken as unlabelled"),
    ]


@pytest.mark.parametrize(
    ("flags", "label", "reason"),
    [
        pytest.param(["--revision", "1-31"], "istio.io/rev: 1-31", "NAMESPACE_REVISION", id="revision"),
        pytest.param(["--revision", "1-31"], "istio.io/rev: prod", "NAMESPACE_OTHER_REVISION", id="no tag"),
        pytest.param(
            ["--revision", "1-31", "--revision-tag", "old=1-30", "--revision-tag", "prod=1-31"],
            "istio.io/rev: prod",
            "NAMESPACE_REVISION",
            id="tag",
        ),
        pytest.param(
            ["--revision", "1-31", "--revision-tag", "default=1-31"],
            "istio-injection: enabled",
            "NAMESPACE_ENABLED",
            id="default tag",
        ),
    ],
)
def test_revision_flags(flags: list[str], label: str, reason: str, write_file: Written, reasons: Reasons) -> None:
    web = write_file("web.yaml", NAMESPACE.replace("istio-injection: enabled", label) + "---" + WEB)
    assert reasons("-f", web, *flags) == [(reason, "")]


@pytest.mark.parametrize(
    "flags",
    [
        pytest.param(["--namespace-labels", "enabled"], id="labels without a value"),
        pytest.param(["--namespace-labels", "=enabled"], id="labels without a key"),
        pytest.param(["--revision-tag", "prod"], id="tag without a revision"),
    ],
)
def test_flag_that_is_no_pair(flags: list[str], write_file: Written, capsys: pytest.CaptureFixture[str]) -> None:
    web = write_file("web.yaml", WEB)
    with pytest.raises(SystemExit) as ended:
        main(["explain", "-f", str(web), *MESH_FLAGS, *flags])
    assert ended.value.code == 2
    output = capsys.readouterr()
    assert output.out == ""
    assert "expected KEY=VALUE" in output.err


def test_namespace_file_that_is_missing(
    write_file: Written, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    web = write_file("web.yaml", WEB)
    with pytest.raises(SystemExit, match="1"):
        main(["explain", "-f", str(web), *MESH_FLAGS, "--namespace-file", str(tmp_path / "none.yaml")])
    assert "none.yaml: no such file" in capsys.readouterr().err
