"""``--emit --for OVERLAY``: patches with the names that an overlay builds, and the warning where they are missing."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import POD
from tests.kustomize_builds import kustomize_build
from tests.printed_objects import pod_templates
from tests.program_runs import Ended, Run
from tests.requirements import require

BUILT_IN = ["--istio-version", "1.31"]
POD_SPEC = {"containers": [{"name": "web", "image": "nginx"}]}


def deployment(name: str, **metadata: str) -> dict[str, Any]:
    labels = {"app": "web"}
    template = {"metadata": {"labels": labels}, "spec": POD_SPEC}
    return {
        "apiVersion": "apps/v1",
        "kind": "Deployment",
        "metadata": {"name": name, **metadata},
        "spec": {"selector": {"matchLabels": labels}, "template": template},
    }


def write_kustomization(folder: str, *objects: dict[str, Any], **fields: object) -> None:
    Path(folder).mkdir(parents=True, exist_ok=True)
    own = {}
    if objects:
        Path(folder, "objects.yaml").write_text("---\n".join(f"{json.dumps(value)}\n" for value in objects))
        own = {"resources": ["objects.yaml"]}
    Path(folder, "kustomization.yaml").write_text(json.dumps({**own, **fields}))


def emit(run: Run, source: str, folder: str, overlay: str, *flags: str) -> Ended:
    require(shutil.which("kubectl"), "kubectl is not on the PATH")
    given = ("-f", f"{source}/objects.yaml") if Path(source, "objects.yaml").exists() else ("-k", source)
    return run(*given, "--emit", "kustomize-patches", folder, "--for", overlay, *BUILT_IN, *flags)


def proxies(folder: str) -> dict[str, tuple[str, str]]:
    """Return what the proxies of a built kustomization call their workload and its owner, by the built names."""
    named = {}
    for (_, namespace, name), pod in pod_templates(kustomize_build(Path(folder))).items():
        containers = [*pod["spec"]["containers"], *pod["spec"].get("initContainers", [])]
        (proxy,) = (container for container in containers if container["name"] == "istio-proxy")
        variables = {each["name"]: each.get("value", "") for each in proxy["env"]}
        named[f"{namespace}/{name}"] = (variables["ISTIO_META_WORKLOAD_NAME"], variables["ISTIO_META_OWNER"])
    return named


def names_of(*built: str) -> dict[str, tuple[str, str]]:
    owner = "kubernetes://apis/apps/v1/namespaces/{}/deployments/{}"
    return {each: (each.partition("/")[2], owner.format(*each.split("/"))) for each in built}


TRANSFORMER = (
    "{apiVersion: builtin, kind: PrefixTransformer, metadata: {name: x}, prefix: t-, "
    "fieldSpecs: [{path: metadata/name}]}"
)
RENAMED: list[Any] = [
    pytest.param({"namePrefix": "eu-"}, ["shop/eu-web", "shop/eu-web-api"], id="prefix"),
    pytest.param({"nameSuffix": "-v2"}, ["shop/web-v2", "shop/web-api-v2"], id="suffix"),
    pytest.param({"namespace": "live"}, ["live/web", "live/web-api"], id="namespace"),
    pytest.param(
        {"transformers": [TRANSFORMER]},
        ["shop/t-web", "shop/t-web-api"],
        id="a transformer",
    ),
]


@pytest.mark.real
@pytest.mark.parametrize(("fields", "built"), RENAMED)
def test_the_names_that_an_overlay_builds(run: Run, fields: dict[str, object], built: list[str]) -> None:
    write_kustomization("base", deployment("web", namespace="shop"), deployment("web-api", namespace="shop"))
    write_kustomization("prod", resources=["../base"], **fields)
    assert emit(run, "base", "prod/sidecars", "prod").code == 0
    write_kustomization("prod", resources=["../base"], components=["sidecars"], **fields)
    assert proxies("prod") == names_of(*built)
    assert run("check", "-k", "prod", *BUILT_IN).code == 0
    before = {path: path.read_bytes() for path in Path("prod/sidecars").iterdir()}
    assert emit(run, "base", "prod/sidecars", "prod").code == 0
    assert {path: path.read_bytes() for path in Path("prod/sidecars").iterdir()} == before


@pytest.mark.real
@pytest.mark.parametrize("source", ["base", "middle"])
def test_several_overlays_above_each_other(run: Run, source: str) -> None:
    write_kustomization("base", deployment("web"))
    write_kustomization("middle", resources=["../base"], namePrefix="m-", namespace="shop")
    write_kustomization("top", resources=["../middle"], namePrefix="t-", namespace="live")
    assert emit(run, source, "patches", "top").code == 0
    write_kustomization("top", resources=["../middle"], components=["../patches"], namePrefix="t-", namespace="live")
    assert proxies("top") == names_of("live/t-m-web")
    assert run("check", "-k", "top", *BUILT_IN).code == 0


@pytest.mark.real
def test_workloads_that_the_overlay_leaves_out(run: Run) -> None:
    gone = {"patch": "{apiVersion: v1, kind: Pod, metadata: {name: web}, $patch: delete}"}
    write_kustomization("base", deployment("web"), deployment("other"))
    Path("base/objects.yaml").write_text(f"{Path('base/objects.yaml').read_text()}---\n{POD}")
    write_kustomization("prod", resources=["../base"], namePrefix="eu-", patches=[gone])
    ended = emit(run, "base", "prod/sidecars", "prod")
    assert ended.code == 0
    assert "objects.yaml: document 3: Pod web: the overlay does not build this workload" in ended.err
    assert "[not-in-overlay]" in ended.err
    assert sorted(path.name for path in Path("prod/sidecars").iterdir()) == [
        "deployment_other.yaml",
        "deployment_web.yaml",
        "kustomization.yaml",
    ]
    strict = emit(run, "base", "strict", "prod", "--strict")
    assert (strict.code, Path("strict").exists()) == (1, False)


@pytest.mark.real
def test_some_workloads_by_their_own_names(run: Run) -> None:
    write_kustomization("base", deployment("web"), deployment("other"))
    write_kustomization("prod", resources=["../base"], namePrefix="eu-")
    ended = emit(run, "base", "prod/sidecars", "prod", "deployment/web")
    assert (ended.code, "1 injected" in ended.err) == (0, True)
    assert sorted(path.name for path in Path("prod/sidecars").iterdir()) == [
        "deployment_web.yaml",
        "kustomization.yaml",
    ]


@pytest.mark.real
def test_namespaces_that_the_overlay_builds(run: Run) -> None:
    labels = {"istio-injection": "enabled"}
    space = {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "live", "labels": labels}}
    write_kustomization("base", deployment("web"))
    write_kustomization("prod", space, namespace="live")
    write_kustomization("prod", resources=["../base", "objects.yaml"], namespace="live")
    assert "1 injected" in emit(run, "base", "prod/sidecars", "prod", "--injection", "auto").err


FAILING: list[Any] = [
    pytest.param("none", "must build at directory", id="no folder"),
    pytest.param("unlike", "--for unlike: builds none of the workloads that were read", id="another"),
    pytest.param(
        "both",
        "both: builds Deployment web more than once, as Deployment a-web and Deployment b-web: write patches for each",
        id="twice",
    ),
]


@pytest.mark.real
@pytest.mark.parametrize(("overlay", "message"), FAILING)
def test_an_overlay_that_is_of_no_use(run: Run, overlay: str, message: str) -> None:
    write_kustomization("base", deployment("web"))
    write_kustomization("unlike", deployment("other"))
    write_kustomization("a", resources=["../base"], namePrefix="a-")
    write_kustomization("b", resources=["../base"], namePrefix="b-")
    write_kustomization("both", resources=["../a", "../b"])
    ended = emit(run, "base", "sidecars", overlay)
    assert (ended.code, ended.out, Path("sidecars").exists()) == (1, "", False)
    assert message in ended.err


WRONG: list[Any] = [
    pytest.param(["-k", "base", "--for", "./base", "--emit", "kustomize-patches", "out"], "what -k names", id="-k"),
    pytest.param(["-f", "base", "--for", "base", "--emit", "flux-patches", "out"], "kustomize-patches", id="flux"),
    pytest.param(["-f", "base", "--for", "base"], "is for --emit", id="no --emit"),
]


@pytest.mark.parametrize(("flags", "message"), WRONG)
def test_wrong_usage(run: Run, flags: list[str], message: str) -> None:
    write_kustomization("base", deployment("web"))
    ended = run(*flags, *BUILT_IN)
    assert (ended.code, ended.out, Path("out").exists()) == (2, "", False)
    assert message in ended.err


CODE = "[renamed-by-kustomization]"


@pytest.mark.parametrize(
    ("fields", "warned"),
    [
        pytest.param({"namePrefix": "eu-"}, "prod/kustomization.yaml", id="prefix"),
        pytest.param({"nameSuffix": "-v2"}, "prod/kustomization.yaml", id="suffix"),
        pytest.param({"namespace": "live"}, "prod/kustomization.yaml", id="another namespace"),
        pytest.param({"namespace": "shop"}, "", id="the same namespace"),
        pytest.param({"commonLabels": {"a": "b"}}, "", id="no names"),
        pytest.param({}, "", id="nothing"),
    ],
)
def test_the_warning_of_other_names(run: Run, fields: dict[str, object], warned: str) -> None:
    Path(".git").mkdir()
    write_kustomization("base", deployment("web", namespace="shop"))
    write_kustomization("prod", resources=["../base"], **fields)
    ended = run("-f", "base/objects.yaml", "--emit", "kustomize-patches", "prod/parts/sidecars", *BUILT_IN)
    assert ended.code == 0
    lines = [line for line in ended.err.splitlines() if CODE in line]
    assert [line.split(":")[1].strip() for line in lines] == ([warned] if warned else [])
    assert all("take the names that it builds: --for prod " in line for line in lines)
    ignored = ("--ignore", "renamed-by-kustomization")
    again = run("-f", "base/objects.yaml", "--emit", "kustomize-patches", "prod/parts/sidecars", *BUILT_IN, *ignored)
    assert CODE not in again.err


def test_no_warning_beyond_the_repository(run: Run) -> None:
    write_kustomization(".", namePrefix="x-", resources=[])
    write_kustomization("repository/base", deployment("web"))
    Path("repository/.git").mkdir()
    ended = run("-f", "repository/base/objects.yaml", "--emit", "kustomize-patches", "repository/sidecars", *BUILT_IN)
    assert (ended.code, CODE in ended.err) == (0, False)


@pytest.mark.parametrize("text", ["{", "[]", "", "namePrefix: ''\n"])
def test_a_kustomization_above_that_says_nothing(run: Run, text: str) -> None:
    Path("kustomization.yaml").write_text(text)
    write_kustomization("base", deployment("web"))
    ended = run("-f", "base/objects.yaml", "--emit", "kustomize-patches", "sidecars", *BUILT_IN)
    assert (ended.code, CODE in ended.err) == (0, False)
