"""The program ``kubectl-inject-helm``: settings from flags, environment and file, what it says, exit statuses."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kubectl_inject.manifests.parsing.kubernetes_yaml import load
from kubectl_inject.settings.injection_settings import OBJECT_FIELDS
from tests.conftest import MESH_FLAGS
from tests.program_runs import Run

RENDERED = """\
---
# Source: web/templates/config.yaml
apiVersion: v1
kind: ConfigMap # of values
metadata: {name: web}
---
# Source: web/templates/web.yaml
apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers: [{name: app, image: nginx}]
"""
HOOK = RENDERED.replace("  name: web\n", "  name: web\n  annotations: {helm.sh/hook: test}\n")


# --- settings ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "environment", "file", "expected"),
    [
        pytest.param([], None, "1.29", "1.29", id="file"),
        pytest.param([], "1.30", "1.29", "1.30", id="environment over file"),
        pytest.param(["--istio-version=1.28"], "1.30", "1.29", "1.28", id="flag over both"),
        pytest.param(["--istio-version", "1.28"], None, None, "1.28", id="two words"),
    ],
)
def test_flags_over_environment_over_file(
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    environment: str | None,
    file: str | None,
    expected: str,
) -> None:
    if environment:
        monkeypatch.setenv("KUBECTL_INJECT_ISTIO_VERSION", environment)
    if file:
        head = "apiVersion: kubectl-inject/v1alpha1\nkind: Settings\n"
        Path("kubectl-inject.yaml").write_text(f"{head}istioVersion: '{file}'\n")
    ended = run(*arguments, stdin=RENDERED)
    assert ended.err.startswith(f"configuration: built in, Istio {expected}\n")
    assert f"proxyv2:{expected}" in ended.out


@pytest.mark.parametrize(
    ("arguments", "shows"),
    [
        pytest.param(["--set", "global.hub=here", "--set=global.tag=now"], "here/proxyv2:now", id="more than one"),
        pytest.param(
            ["--no-native-sidecars"], "containers: [{name: app, image: nginx}, {name: istio-proxy", id="switch"
        ),
        pytest.param(["-n=shop"], "namespaces/shop/pods/web", id="short, with its value"),
        pytest.param(["-n", "shop"], "namespaces/shop/pods/web", id="short"),
        pytest.param(["-r", "canary"], "istio.io/rev: canary", id="revision"),
        pytest.param(["-r", "canary"], "istiod-canary.istio-system.svc:15012", id="address of the revision's istiod"),
    ],
)
def test_flags(run: Run, arguments: list[str], shows: str) -> None:
    ended = run(*arguments, stdin=RENDERED)
    assert ended.code == 0
    assert shows in ended.out


@pytest.mark.parametrize(
    ("arguments", "environment", "injected"),
    [
        pytest.param([], "", True, id="default"),
        pytest.param([], "skip", False, id="environment"),
        pytest.param(["--hooks=inject"], "skip", True, id="flag over environment"),
        pytest.param(["--hooks", "skip"], "", False, id="flag"),
        pytest.param(["--no-native-sidecars"], "", False, id="one that would never end"),
        pytest.param(["--no-native-sidecars"], "inject", True, id="one that would never end, requested"),
    ],
)
def test_hooks(
    run: Run, monkeypatch: pytest.MonkeyPatch, arguments: list[str], environment: str, injected: bool
) -> None:
    monkeypatch.setenv("KUBECTL_INJECT_HOOKS", environment)
    assert ("istio-proxy" in run(*arguments, *MESH_FLAGS, stdin=HOOK).out) is injected


def test_the_release_s_namespace_matters_in_auto_mode(run: Run) -> None:
    Path("namespaces.yaml").write_text(
        "{apiVersion: v1, kind: Namespace, metadata: {name: shop, labels: {istio-injection: enabled}}}\n"
    )
    flags = ["--injection=auto", "--namespace-file=namespaces.yaml", *MESH_FLAGS]
    assert ["istio-proxy" in run(*flags, f"-n={name}", stdin=RENDERED).out for name in ("shop", "other")] == [
        True,
        False,
    ]


def test_namespaces_of_the_chart_count_in_auto_mode(run: Run) -> None:
    namespace = "---\n{apiVersion: v1, kind: Namespace, metadata: {name: shop, labels: {istio-injection: enabled}}}\n"
    ended = run("--injection=auto", "-n=shop", *MESH_FLAGS, stdin=namespace + RENDERED)
    assert "istio-proxy" in ended.out


# --- what comes out, and what is reported ---------------------------------------------------------------------------


def test_what_injection_does_not_change_keeps_every_byte(run: Run) -> None:
    ended = run(*MESH_FLAGS, stdin=RENDERED)
    first, _, _ = RENDERED.partition("metadata:\n")
    assert ended.out.startswith(first)


def test_what_was_done_is_reported(run: Run) -> None:
    ended = run("--set", "global.proxy.resources.limits.cpu=1m", stdin=RENDERED)
    reported = ended.err.splitlines()
    assert reported[:2] == [
        "configuration: built in, Istio 1.31",
        "Pod web: injected (sidecar): by default",
    ]
    assert reported[2].startswith("  warning: ")
    assert reported[-1] == "1 injected, 1 warning"


@pytest.mark.parametrize("by_flag", [True, False], ids=["flag", "environment"])
def test_the_log_has_it_too_after_what_it_had(run: Run, monkeypatch: pytest.MonkeyPatch, by_flag: bool) -> None:
    log = Path("log.txt")
    log.write_text("before\n")
    if not by_flag:
        monkeypatch.setenv("KUBECTL_INJECT_LOG", str(log))
    arguments = ["--log", str(log)] if by_flag else []
    first = run(*arguments, *MESH_FLAGS, stdin=RENDERED)
    second = run(*arguments, "--config=nope.yaml", stdin=RENDERED)
    assert (first.code, second.code) == (0, 1)
    assert log.read_text() == f"before\n{first.err}{second.err}"


def test_a_log_that_cannot_be_written(run: Run) -> None:
    ended = run("--log", "no/such/folder.txt", *MESH_FLAGS, stdin=RENDERED)
    assert (ended.code, ended.out) == (1, "")
    assert ended.err.endswith("error: --log no/such/folder.txt: No such file or directory\n")


@pytest.mark.parametrize(
    "given", ["", "\n", "# only a comment\n", "---\n"], ids=["nothing", "blank", "comment", "mark"]
)
def test_a_chart_that_renders_nothing(run: Run, given: str) -> None:
    ended = run(stdin=given)
    assert ended.code == 0
    assert ended.out.strip(), "Helm takes empty output for an error"
    assert load(ended.out) is None


@pytest.mark.parametrize(
    ("arguments", "stdin", "message"),
    [
        pytest.param([], b"a: [\n", "<rendered>:2:1: document 1: ", id="broken YAML"),
        pytest.param([], b"\xff\xff", "<stdin>:1: found 0xFF", id="no text"),
        pytest.param(
            [], RENDERED.replace("[{name: app, image: nginx}]", "nginx"), "<rendered>: document 2: ", id="Pod"
        ),
        pytest.param(["--config=nope.yaml"], RENDERED, "nope.yaml: no such file or folder", id="no such file"),
        pytest.param(["--istio-version=0.9"], RENDERED, "no built-in configuration for Istio '0.9'", id="version"),
        pytest.param(
            ["--config=a", "--values-file=b"], RENDERED, "--config and --values-file", id="two configurations"
        ),
    ],
)
def test_what_is_wrong_is_reported_and_nothing_comes_out(
    run: Run, arguments: list[str], stdin: str | bytes, message: str
) -> None:
    ended = run(*arguments, stdin=stdin)
    assert (ended.code, ended.out) == (1, "")
    assert ended.err.startswith(f"error: {message}")
    assert ended.err.endswith("\n")


def test_wrong_hooks_in_the_environment(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KUBECTL_INJECT_HOOKS", "maybe")
    ended = run(stdin=RENDERED)
    assert ended == (1, "", "error: KUBECTL_INJECT_HOOKS: expected inject or skip, found 'maybe'\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["--nope"], "no such option: --nope", id="unknown"),
        pytest.param(["--istio=1.31"], "no such option: --istio", id="no abbreviations"),
        pytest.param(["web.yaml"], "unexpected extra argument(s) (web.yaml)", id="a file"),
        pytest.param(["--config"], "option '--config' requires an argument", id="no value"),
        pytest.param(["--injection=on"], "--injection: expected manual or auto, found 'on'", id="injection"),
        pytest.param(["--hooks=maybe"], "--hooks: expected inject or skip, found 'maybe'", id="hooks"),
    ],
)
def test_wrong_usage(run: Run, arguments: list[str], message: str) -> None:
    ended = run(*arguments, stdin=RENDERED)
    assert (ended.code, ended.out) == (2, "")
    assert message in ended.err


def test_help_names_every_setting(run: Run) -> None:
    ended = run("--help")
    named = set(re.findall(r"^  (?:-\w, )?(--[a-z-]+)", ended.out, re.MULTILINE))
    assert {setting.flag for setting in OBJECT_FIELDS} - named == set()
    assert run("--version").out.startswith("kubectl-inject-helm 0.")


# --- the cache --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "variable", "kept"),
    [
        pytest.param([], "", True, id="kept"),
        pytest.param(["--no-cache"], "", False, id="not by flag"),
        pytest.param([], "false", False, id="not by variable"),
    ],
)
def test_compiled_templates_of_captured_files_are_kept(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, arguments: list[str], variable: str, kept: bool
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    (tmp_path / "current").mkdir()
    monkeypatch.chdir(tmp_path / "current")
    monkeypatch.setenv("KUBECTL_INJECT_CACHE", variable)
    assert run(*MESH_FLAGS, *arguments, stdin=RENDERED).code == 0
    assert bool(list(tmp_path.glob("cache/kubectl-inject/*"))) == kept


def test_a_wrong_word_about_the_cache(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KUBECTL_INJECT_CACHE", "no")
    ended = run(stdin=RENDERED)
    assert (ended.code, ended.out) == (1, "")
    assert "KUBECTL_INJECT_CACHE: expected true or false, found 'no'" in ended.err
