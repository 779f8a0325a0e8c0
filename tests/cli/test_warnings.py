"""Warnings on the command line, and --strict, which makes them errors."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import MESH_FLAGS, POD
from tests.program_runs import Run

BROKEN = POD.replace(", image: nginx", "")
WARNING = "a container has no image, which a cluster refuses (web): name its image [container-without-image]"
STRICT = f"error: warnings are errors with --strict:\n  Pod web: {WARNING}\n"


def test_shown_after_the_workload(run: Run) -> None:
    code, out, err = run("-f", "-", *MESH_FLAGS, stdin=BROKEN)
    assert (code, err.splitlines()[1:]) == (0, [f"  warning: {WARNING}", "1 injected, 1 warning"])
    assert "istio-proxy" in out


def test_strict(run: Run) -> None:
    code, out, err = run("-f", "-", *MESH_FLAGS, "--strict", stdin=BROKEN)
    assert (code, out, err.splitlines(keepends=True)[3:]) == (1, "", STRICT.splitlines(keepends=True))
    code, out, err = run("-f", "-", *MESH_FLAGS, "--strict", stdin=POD)
    assert (code, err.splitlines()[1:]) == (0, ["1 injected"])
    assert "istio-proxy" in out


def test_strict_explain(run: Run) -> None:
    assert run("explain", "-f", "-", *MESH_FLAGS, "--strict", stdin=BROKEN) == (1, "", STRICT)
    assert run("explain", "-f", "-", *MESH_FLAGS, stdin=BROKEN).code == 0
    assert run("explain", "-f", "-", *MESH_FLAGS, "--strict", stdin=POD).code == 0


@pytest.mark.parametrize("command", [[], ["explain"]], ids=["inject", "explain"])
def test_strict_holds_for_the_configuration(run: Run, command: list[str]) -> None:
    code, out, err = run(*command, "-f", "-", "--set", "global.proxi.cpu=1", "--strict", stdin=POD)
    assert (code, out) == (1, "")
    _, _, refused = err.partition("error: warnings are errors with --strict:\n")
    assert "[unknown-value]" in refused


@pytest.mark.parametrize("command", ["check", "explain", "diff"])
def test_quiet(run: Run, write_file: Callable[[str, str], Path], command: str) -> None:
    write_file("kustomization.yaml", KUSTOMIZATION)
    arguments = [command, "-f", "-", "-f", "kustomization.yaml", "--set", "global.proxi.cpu=1"]
    plain, quiet = run(*arguments, stdin=BROKEN), run(*arguments, "--quiet", stdin=BROKEN)
    assert plain.err
    assert quiet == (plain.code, plain.out, "")
    assert "error: " in run(*arguments, "--quiet", stdin="kind: [").err


# --- ignoring ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "flags",
    [
        pytest.param(["--ignore", "container-without-image"], id="one"),
        pytest.param(["--ignore", "user-1337", "--ignore", "container-without-image"], id="repeated"),
        pytest.param(["--ignore", "user-1337,container-without-image"], id="with a comma"),
    ],
)
def test_ignored_by_a_flag(run: Run, flags: list[str]) -> None:
    code, out, err = run("-f", "-", *MESH_FLAGS, *flags, "--strict", stdin=BROKEN)
    assert (code, "warning" in err) == (0, False)
    assert out == run("-f", "-", *MESH_FLAGS, stdin=BROKEN).out


@pytest.mark.parametrize(
    ("code", "message"),
    [
        pytest.param("user-133", "no warning has the code 'user-133'; did you mean 'user-1337'?", id="nearly"),
        pytest.param("USER_1337", "no warning has the code 'USER_1337'; did you mean 'user-1337'?", id="spelling"),
        pytest.param("weather", "no warning has the code 'weather'; docs/warnings.md lists the codes", id="other"),
    ],
)
def test_an_unknown_code_is_wrong_usage(run: Run, code: str, message: str) -> None:
    ended = run("-f", "-", "--ignore", code, stdin=BROKEN)
    assert (ended.code, ended.out) == (2, "")
    assert message in ended.err


SETTINGS = "apiVersion: kubectl-inject/v1alpha1\nkind: Settings\nignore: "


def test_ignored_by_the_settings_file(run: Run, write_file: Callable[[str, str], Path]) -> None:
    write_file("kubectl-inject.yaml", f"{SETTINGS}[container-without-image]\n")
    assert "warning" not in run("-f", "-", *MESH_FLAGS, stdin=BROKEN).err
    assert "warning" not in run("-f", "-", *MESH_FLAGS, "--ignore", "user-1337", stdin=BROKEN).err
    write_file("kubectl-inject.yaml", f"{SETTINGS}[container-with-image]\n")
    code, out, err = run("-f", "-", *MESH_FLAGS, stdin=BROKEN)
    assert (code, out) == (1, "")
    assert "kubectl-inject.yaml: ignore: no warning has the code 'container-with-image'" in err


# --- documents that are no workloads ----------------------------------------------------------------------------

KUSTOMIZATION = "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [a.yaml]\n"
PASSED_OVER = "warning: kustomization.yaml: document 1: Kustomization: this is a kustomization, and was not built"


@pytest.mark.parametrize("command", [[], ["explain"]], ids=["inject", "explain"])
def test_what_was_passed_over(run: Run, write_file: Callable[[str, str], Path], command: list[str]) -> None:
    write_file("kustomization.yaml", KUSTOMIZATION)
    arguments = [*command, "-f", "kustomization.yaml", *MESH_FLAGS]
    assert sum(line.startswith(PASSED_OVER) for line in run(*arguments).err.splitlines()) == 1
    assert PASSED_OVER not in run(*arguments, "--ignore", "kustomization").err


@pytest.mark.parametrize("emit", [[], ["--emit", "flux-patches", "patches"]], ids=["manifests", "patches"])
@pytest.mark.parametrize(
    ("stdin", "line"),
    [
        pytest.param(POD, "1 injected, 1 warning", id="beside a workload"),
        pytest.param(BROKEN, "1 injected, 2 warnings", id="beside a workload's own"),
        pytest.param("kind: ConfigMap\n", "no workloads found: nothing to inject; 1 warning", id="alone"),
    ],
)
def test_what_was_passed_over_is_counted(
    run: Run, write_file: Callable[[str, str], Path], emit: list[str], stdin: str, line: str
) -> None:
    write_file("kustomization.yaml", KUSTOMIZATION)
    lines = run("-f", "-", "-f", "kustomization.yaml", *MESH_FLAGS, *emit, stdin=stdin).err.splitlines()
    assert sum(shown.startswith(PASSED_OVER) for shown in lines) == 1
    assert lines[-1] == line


def test_explain_has_it_for_programs(run: Run, write_file: Callable[[str, str], Path]) -> None:
    write_file("kustomization.yaml", KUSTOMIZATION)
    (warning,) = json.loads(run("explain", "-f", "kustomization.yaml", *MESH_FLAGS, "-o", "json").out)["passedOver"]
    assert (warning["source"], warning["document"], warning["title"], warning["code"]) == (
        "kustomization.yaml",
        1,
        "Kustomization",
        "kustomization",
    )


@pytest.mark.parametrize("command", [[], ["explain"]], ids=["inject", "explain"])
def test_strict_holds_for_what_was_passed_over(
    run: Run, write_file: Callable[[str, str], Path], command: list[str]
) -> None:
    write_file("kustomization.yaml", KUSTOMIZATION)
    code, out, err = run(*command, "-f", "kustomization.yaml", *MESH_FLAGS, "--strict")
    assert (code, out) == (1, "")
    assert "warnings are errors with --strict" in err


def test_every_process_reports_what_it_passed_over(run: Run) -> None:
    unknown = "apiVersion: x/v1\nkind: Thing\nspec: {template: {spec: {containers: [{name: a}]}}}\n"
    stream = "---\n".join([POD, unknown] * 60)
    err = run("-f", "-", *MESH_FLAGS, "--jobs", "2", "--verbose", stdin=stream).err
    assert err.count("[unknown-kind]") == 60


@pytest.mark.parametrize("command", [[], ["explain"]], ids=["inject", "explain"])
def test_many_warnings_of_documents_share_a_line_for_each_code(
    run: Run, write_file: Callable[[str, str], Path], command: list[str]
) -> None:
    for number in range(31):
        write_file(f"all/{number:02}/kustomization.yaml", KUSTOMIZATION)
    write_file("all/a.yaml", "apiVersion: x/v1\nkind: Thing\nspec: {template: {spec: {containers: [{name: a}]}}}\n")
    lines = run(*command, "-R", "-f", "all", *MESH_FLAGS).err.splitlines()
    kustomizations, unknown, *counts = lines
    assert kustomizations.startswith("warning: all/00/kustomization.yaml, all/01/kustomization.yaml and 29 more: this")
    assert (kustomizations.endswith("[kustomization]"), unknown.startswith("warning: all/a.yaml: its kind")) == (
        True,
    ) * 2
    expected = [] if command else ["no workloads found: nothing to inject; 32 warnings; --verbose lists each"]
    assert counts == expected


# --- check ------------------------------------------------------------------------------------------------------


def test_check_reports_warnings_and_finds_nothing_for_them(run: Run) -> None:
    injected = run("-f", "-", *MESH_FLAGS, stdin=BROKEN).out
    assert run("check", "-f", "-", *MESH_FLAGS, stdin=injected) == (
        0,
        f"<stdin>:1: warning: Pod web: {WARNING}\n1 workload checked, 0 findings, 1 warning\n",
        "",
    )
    code, out, err = run("check", "-f", "-", *MESH_FLAGS, "-o", "json", stdin=injected)
    assert (code, err) == (0, "")
    (workload,) = json.loads(out)["workloads"]
    assert [warning["code"] for warning in workload["warnings"]] == ["container-without-image"]


# --- settings of a folder above ---------------------------------------------------------------------------------


def test_a_settings_file_above_is_named(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    line = "settings: ../kubectl-inject.yaml, which holds for the folders below it too"
    folder = tmp_path / "repository" / "app"
    folder.mkdir(parents=True)
    (folder.parent / ".git").mkdir()
    (folder.parent / "kubectl-inject.yaml").write_text(f"{SETTINGS}[user-1337]\n")
    monkeypatch.chdir(folder)
    assert line in run("-f", "-", *MESH_FLAGS, stdin=POD).err.splitlines()
    assert line not in run("-f", "-", *MESH_FLAGS, "--quiet", stdin=POD).err.splitlines()
    (folder / "kubectl-inject.yaml").write_text(f"{SETTINGS}[user-1337]\n")
    assert "settings" not in run("-f", "-", *MESH_FLAGS, stdin=POD).err


# --- namespaces of the input ------------------------------------------------------------------------------------

NAMESPACE = "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop, labels: {istio-injection: disabled}}\n"
IN_SHOP = POD.replace("{name: web}", "{name: web, namespace: shop}")


def test_a_namespace_of_another_file_counts(run: Run, write_file: Callable[[str, str], Path]) -> None:
    write_file("app.yaml", IN_SHOP)
    write_file("namespace.yaml", NAMESPACE)
    alone = run("-f", "app.yaml", *MESH_FLAGS)
    both = run("-f", "app.yaml", "-f", "namespace.yaml", *MESH_FLAGS)
    assert ("[namespace-disabled]" in alone.err, "[namespace-disabled]" in both.err) == (False, True)
    assert both.out.startswith(alone.out)
    automatic = run("-f", "app.yaml", "-f", "namespace.yaml", *MESH_FLAGS, "--injection", "auto")
    assert "[namespace-disabled]" not in automatic.err


def test_a_namespace_that_cannot_be_read_is_no_error_of_manual_injection(run: Run) -> None:
    broken = "---\napiVersion: v1\nkind: Namespace\nmetadata: {name: [}\n---\n"
    code, out, _ = run("-f", "-", *MESH_FLAGS, stdin=f"{IN_SHOP}{broken}{POD}")
    assert (code, broken in out) == (0, True)
