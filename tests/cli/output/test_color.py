"""Colours: what decides whether there are any, and that all commands heed it."""

from __future__ import annotations

import pytest

from kubectl_inject.cli.output.color import uses_color
from tests.conftest import MESH_FLAGS, POD
from tests.program_runs import Run


@pytest.mark.parametrize(
    ("choice", "environment", "terminal", "expected"),
    [
        ("auto", {}, True, True),
        ("auto", {}, False, False),
        ("auto", {"TERM": "dumb"}, True, False),
        ("auto", {"NO_COLOR": "1"}, True, False),
        ("auto", {"NO_COLOR": ""}, True, True),
        ("auto", {"FORCE_COLOR": "1"}, False, True),
        ("auto", {"FORCE_COLOR": "0"}, False, False),
        ("auto", {"FORCE_COLOR": "0"}, True, True),
        ("auto", {"FORCE_COLOR": ""}, False, False),
        ("auto", {"FORCE_COLOR": "1", "NO_COLOR": "1"}, True, False),
        ("always", {"NO_COLOR": "1"}, False, True),
        ("never", {"FORCE_COLOR": "1"}, True, False),
    ],
)
def test_what_decides(choice: str, environment: dict[str, str], terminal: bool, expected: bool) -> None:
    assert uses_color(choice, environment, terminal) is expected


@pytest.mark.parametrize(
    ("command", "colored"),
    [
        pytest.param([], "Pod web: \x1b[32minjected\x1b[0m (sidecar): by default\n", id="inject"),
        pytest.param(["uninject"], "Pod web: \x1b[2munchanged\x1b[0m: it is not injected\n", id="uninject"),
        pytest.param(["explain"], "\x1b[1mPod web\x1b[0m \x1b[32minjected\x1b[0m\n", id="explain"),
        pytest.param(["diff"], "\n\x1b[32m+  - name: istio-init\x1b[0m\n", id="diff"),
        pytest.param(["diff", "--stat"], " | 78 \x1b[32m+++++++", id="diff --stat"),
        pytest.param(["check"], "Pod web \x1b[31mshould be injected and is not\x1b[0m. Reason", id="check"),
    ],
)
def test_commands(run: Run, monkeypatch: pytest.MonkeyPatch, command: list[str], colored: str) -> None:
    flags = [] if command == ["uninject"] else MESH_FLAGS
    monkeypatch.setenv("FORCE_COLOR", "1")
    ended = run(*command, "-f", "-", *flags, stdin=POD)
    assert colored in ended.out + ended.err
    monkeypatch.setenv("NO_COLOR", "1")
    ended = run(*command, "-f", "-", *flags, stdin=POD)
    assert "\x1b" not in ended.out + ended.err
    ended = run(*command, "-f", "-", *flags, "--color", "always", stdin=POD)
    assert colored in ended.out + ended.err
    monkeypatch.delenv("NO_COLOR")
    ended = run(*command, "-f", "-", *flags, "--color", "never", stdin=POD)
    assert "\x1b" not in ended.out + ended.err
