"""What commands read: plain words, commas, kustomizations; what is left out; which workloads are meant."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import CONFIG_MAP, POD
from tests.program_runs import Run
from tests.requirements import require

Write = Callable[[str, str], Path]

SHOP = POD.replace("name: web}", "name: shop, labels: {app: shop}}", 1)
WEB = POD.replace("name: web}", "name: web, labels: {app: web}}", 1)
BOTH = f"{WEB}---\n{SHOP}"
SETTINGS = "apiVersion: kubectl-inject/v1alpha1\nkind: Settings\n"


def injected(text: str) -> list[str]:
    """Return the names of the Pods in a text that have a sidecar, by their documents."""
    documents = [part for part in text.split("---\n") if "istio-proxy" in part]
    return ["shop" if "name: shop" in part else "web" for part in documents]


@pytest.fixture
def files(write_file: Write) -> None:
    """Write what the tests read."""
    for name, text in (("web.yaml", WEB), ("shop.yaml", SHOP), ("both.yaml", BOTH), ("a,b.yaml", WEB)):
        write_file(name, text)
    write_file("deploy/sub/web.yaml", WEB)
    write_file("deploy/sub/shop-test.yaml", SHOP)


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        pytest.param(["web.yaml"], ["web"], id="a word"),
        pytest.param(["web.yaml", "shop.yaml"], ["web", "shop"], id="words"),
        pytest.param(["-f", "web.yaml", "shop.yaml"], ["web", "shop"], id="what a shell makes of -f *.yaml"),
        pytest.param(["-qf", "web.yaml", "shop.yaml"], ["web", "shop"], id="the same, not plain"),
        pytest.param(["-f", "web.yaml,shop.yaml"], ["web", "shop"], id="commas"),
        pytest.param(["-f", "a,b.yaml"], ["web"], id="a file with a comma in its name"),
        pytest.param(["-"], ["shop"], id="standard input"),
        pytest.param(["-R", "deploy"], ["shop", "web"], id="folder"),
        pytest.param(["-R", "deploy", "--exclude", "*-test.yaml"], ["web"], id="excluded"),
        pytest.param(["-R", "deploy", "--exclude=sub", "web.yaml"], ["web"], id="a folder excluded"),
        pytest.param(["both.yaml", "-l", "app=shop"], ["shop"], id="labels"),
        pytest.param(["-f=both.yaml", "-l=app=shop"], ["shop"], id="short flags with ="),
        pytest.param(["both.yaml", "pod/web"], ["web"], id="kind and name"),
        pytest.param(["pod/shop", "both.yaml", "po/web"], ["web", "shop"], id="kinds and names"),
        pytest.param(["both.yaml", "pod/web", "-l", "app=shop"], [], id="kind, name and labels"),
        pytest.param(["-f", "both.yaml", "-l", ""], ["web", "shop"], id="no selector"),
    ],
)
def test_what_is_injected(run: Run, arguments: list[str], names: list[str]) -> None:
    ended = run(*arguments, stdin=SHOP)
    assert (ended.code, injected(ended.out)) == (0, names)


@pytest.mark.usefixtures("files")
def test_what_is_not_selected_passes_through(run: Run) -> None:
    assert run("both.yaml", "pod/shop").out.startswith(f"{WEB}---\n")


def test_items_of_a_list_are_selected_one_by_one(run: Run, write_file: Write) -> None:
    items = "".join(f"- {text.rstrip()}\n".replace("\n", "\n  ").rstrip() + "\n" for text in (WEB, SHOP))
    write_file("list.yaml", f"apiVersion: v1\nkind: List\nitems:\n{items}")
    ended = run("list.yaml", "pod/shop")
    assert (ended.code, ended.out.count("name: istio-proxy")) == (0, 1)
    assert "Pod web" not in ended.err


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize("command", ["explain", "diff", "check", "uninject"])
def test_every_command_selects(run: Run, command: str) -> None:
    ended = run(command, "both.yaml", "pod/shop")
    assert "Pod web" not in ended.err
    assert ("both.yaml" if command == "diff" else "shop") in ended.out + ended.err
    assert "Pod web" not in ended.out


@pytest.mark.usefixtures("files")
def test_the_diff_of_configurations_selects(run: Run) -> None:
    arguments = ["config", "diff", "1.30", "1.31", "-R", "-f", "deploy"]
    assert run(*arguments, "--exclude", "shop*").code == 1
    assert "no workloads in deploy" in run(*arguments, "--exclude", "sub").err
    assert "no workloads in deploy" in run(*arguments, "-l", "app=none").err


@pytest.mark.usefixtures("files")
def test_an_existing_file_is_no_workload(run: Run, write_file: Write) -> None:
    write_file("pod/web", SHOP)
    assert injected(run("pod/web").out) == ["shop"]


def test_the_settings_file_leaves_out_and_is_left_out(run: Run, write_file: Write) -> None:
    write_file("kubectl-inject.yaml", f"{SETTINGS}exclude: ['*-test.yaml']\n")
    write_file("web.yaml", WEB)
    write_file("shop-test.yaml", SHOP)
    for arguments in (["-f", "."], ["kubectl-inject.yaml", "shop-test.yaml", "web.yaml"]):
        ended = run(*arguments)
        assert (ended.code, injected(ended.out)) == (0, ["web"])
        assert "kind: Settings" not in ended.out
    assert injected(run("-f", ".", "--exclude", "web.yaml").out) == []


def test_a_manifest_may_have_the_settings_files_name(run: Run, write_file: Write) -> None:
    write_file("deploy/kubectl-inject.yaml", WEB)
    assert injected(run("-f", "deploy").out) == ["web"]


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        pytest.param(["pod/web"], 2, "Pod/web says which workload of them", id="no file beside a workload"),
        pytest.param(["both.yaml", "pod/none"], 1, "Pod/none: not found in what was read", id="no such workload"),
        pytest.param(["web.yaml", "pod/none.yaml"], 1, "pod/none.yaml: no such file", id="a manifest that is missing"),
        pytest.param(["web.yaml", "cm/web"], 1, "cm/web: no such file", id="no kind of workload"),
        pytest.param(["web.yaml", "-l", "a=b=c"], 2, "-l/--selector: expected a selector such as", id="selector"),
        pytest.param(["-f", "web.yaml,"], 2, "found an empty one", id="nothing behind a comma"),
        pytest.param(
            ["-n", "x", "check", "-f", "web.yaml"],
            2,
            "a command comes first, as in: kubectl inject check",
            id="command",
        ),
        pytest.param(
            ["expain", "web.yaml"], 2, "expain: no such command, file or folder; did you mean explain?", id="typo"
        ),
        pytest.param(["both.yaml", "pod", "web"], 2, "such as pod/NAME, found the kind", id="kind and name apart"),
        pytest.param(["-k", "none"], 1, "-k none: kubectl kustomize failed: ", id="no kustomization"),
        pytest.param(
            ["-k", "sub", "--in-place"], 2, "expected files and folders, found -k sub", id="kustomization in place"
        ),
    ],
)
def test_errors(run: Run, arguments: list[str], code: int, message: str) -> None:
    ended = run(*arguments)
    assert (ended.code, ended.out) == (code, "")
    assert message in ended.err


@pytest.mark.real
@pytest.mark.parametrize(
    "command", [[], ["explain"], ["diff"], ["check"], ["uninject"], ["config", "diff", "1.30", "1.31"]]
)
def test_kustomizations(run: Run, write_file: Write, command: list[str]) -> None:
    require(shutil.which("kubectl"), "kubectl is not on the PATH")
    write_file("overlay/kustomization.yaml", "resources: [app.yaml]\nnamePrefix: blue-\n")
    write_file("overlay/app.yaml", f"{CONFIG_MAP}---\n{POD}")
    ended = run(*command, "-k", "overlay")
    assert ended.code == (1 if command and command[0] in ("diff", "check", "config") else 0)
    if command[:1] != ["config"]:
        assert "blue-web" in ended.out


def test_without_kubectl_the_error_names_the_cure(run: Run, write_file: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    write_file("overlay/kustomization.yaml", "resources: []\n")
    monkeypatch.setenv("PATH", "")
    ended = run("-k", "overlay")
    assert (ended.code, ended.out) == (1, "")
    assert "kubectl is not on the PATH" in ended.err
    assert "kustomize build FOLDER | kubectl-inject -f -" in ended.err
