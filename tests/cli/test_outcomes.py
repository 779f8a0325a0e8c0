"""What was done, at a glance: outcomes, counts, and many workloads in few lines."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path

import pytest

from kubectl_inject.injection.injector import Injector
from tests.conftest import CONFIG_MAP, MESH_FLAGS, POD, REFUSED, mesh_config
from tests.program_runs import Run

Write = Callable[[str, str], Path]
NO_IMAGE, CURE = "a container has no image, which a cluster refuses", "name its image [container-without-image]"
REFUSAL = "skipped: the Pod's label disables injection (sidecar.istio.io/inject: 'false')"


@pytest.fixture
def run_inject(run: Run) -> Run:
    """Return a function that injects with the example mesh."""
    return functools.partial(run, *MESH_FLAGS)


def named(name: str) -> str:
    return POD.replace("name: web", f"name: {name}", 1)


def injected(text: str) -> str:
    return Injector(mesh_config()).inject_text(text).text


def test_each_outcome(run_inject: Run, write_file: Write) -> None:
    older = injected(named("older")).replace("1.31.0", "1.30.0")
    refusing = injected(named("late")).replace("labels: {", 'labels: {sidecar.istio.io/inject: "false", ')
    texts = [named("new"), older, injected(named("same")), REFUSED, refusing]
    write_file("app.yaml", "---\n".join(texts))
    code, _, err = run_inject("-f", "app.yaml")
    assert code == 0
    assert err.splitlines() == [
        "Pod new: injected (sidecar): by default",
        "Pod older: updated (sidecar): by default",
        "Pod same: unchanged (sidecar): by default",
        f"Pod web: {REFUSAL}",
        f"Pod late: {REFUSAL}; it is injected already and stays so, until kubectl inject uninject",
        "1 injected, 1 updated, 1 unchanged, 2 skipped",
    ]


@pytest.mark.parametrize("again", [POD, f"{CONFIG_MAP}---\n{POD}"])
def test_what_is_unchanged_keeps_its_bytes(run_inject: Run, again: str) -> None:
    text = injected(again)
    _, out, err = run_inject("-f", "-", stdin=text)
    assert (out, err) == (text, "Pod web: unchanged (sidecar): by default\n1 unchanged\n")


@pytest.mark.parametrize(
    ("files", "line"),
    [
        (["b.yaml"], "no workloads in b.yaml"),
        (["b.yaml", "c.yaml", "d.yaml"], "no workloads in b.yaml, c.yaml and d.yaml"),
        (["b.yaml", "c.yaml", "d.yaml", "e.yaml"], "no workloads in 4 files: b.yaml, c.yaml and 2 more"),
    ],
)
def test_files_without_workloads_share_a_line(run_inject: Run, write_file: Write, files: list[str], line: str) -> None:
    write_file("a.yaml", POD)
    for file in files:
        write_file(file, CONFIG_MAP)
    err = run_inject("-f", "a.yaml", *(f"--filename={file}" for file in files)).err
    assert err.splitlines()[1:] == [line, "1 injected"]


def many(number: int) -> str:
    """Return Pods, every tenth of which refuses, every fifteenth of which has no image."""
    texts = []
    for at in range(number):
        text = (REFUSED if at % 10 == 9 else POD).replace("name: web", f"name: web-{at}", 1)
        texts.append(text.replace(", image: nginx", "") if at % 15 == 0 else text)
    return "---\n".join(texts)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_many_that_say_the_same_share_a_line(run_inject: Run, jobs: str) -> None:
    assert run_inject("-f", "-", "--jobs", jobs, stdin=many(300)).err.splitlines() == [
        "Pod web-0, web-1 and 268 more: injected (sidecar): by default",
        f"Pod web-9, web-19 and 28 more: {REFUSAL}",
        f"warning: Pod web-0, web-15 and 18 more: {NO_IMAGE} (web): {CURE}",
        "270 injected, 30 skipped, 20 warnings; --verbose lists each",
    ]


def test_warnings_of_other_places_share_a_line_too(run_inject: Run) -> None:
    pods = [named(f"web-{at}").replace("[{name: web, image: nginx}]", f"[{{name: app-{at}}}]") for at in range(31)]
    assert run_inject("-f", "-", stdin="---\n".join(pods)).err.splitlines()[1:] == [
        f"warning: Pod web-0, web-1 and 29 more: {NO_IMAGE}: {CURE}",
        "31 injected, 31 warnings; --verbose lists each",
    ]


@pytest.mark.parametrize(("number", "flags"), [(30, []), (31, ["--verbose"])])
def test_few_have_a_line_each(run_inject: Run, number: int, flags: list[str]) -> None:
    lines = run_inject("-f", "-", *flags, stdin=many(number)).err.splitlines()
    assert [line.split(": ")[0] for line in lines if line.startswith("Pod ")] == [
        f"Pod web-{at}" for at in range(number)
    ]
    assert "--verbose" not in lines[-1]


def test_uninject_sums_up_too(run: Run, run_inject: Run) -> None:
    text = run_inject("-f", "-", stdin=many(40)).out
    lines = run("uninject", "-f", "-", stdin=text).err.splitlines()
    assert lines[-1] == "36 uninjected, 4 unchanged; --verbose lists each"
    assert len(lines) < 5
    lines = run("uninject", "-f", "-", "--verbose", stdin=text).err.splitlines()
    assert (len(lines), lines[-1]) == (41, "36 uninjected, 4 unchanged")
