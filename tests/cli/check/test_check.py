"""``kubectl inject check``: findings, the lines they stand at, exit statuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.check.checked import (
    CRON_JOB,
    FORMATS,
    IMAGES,
    REFUSAL,
    STATUS,
    Write,
    injected,
    pod_list,
    without_init_container,
)
from tests.conftest import CONFIG_MAP, POD, REFUSED
from tests.program_runs import Run


@pytest.mark.parametrize(
    ("text", "flags", "finding", "differing"),
    [
        pytest.param(injected(POD), [], None, [], id="injected"),
        pytest.param(injected(CRON_JOB), [], None, [], id="injected CronJob"),
        pytest.param(injected(POD, native_sidecars=False), ["--no-native-sidecars"], None, [], id="injected, classic"),
        pytest.param(REFUSED, [], None, [], id="refused"),
        pytest.param(POD, ["--injection", "auto"], None, [], id="not selected"),
        pytest.param(injected(POD).replace("image: nginx", "image: nginx:2"), [], None, [], id="own image changed"),
        pytest.param(POD, [], "NOT_INJECTED", [], id="not injected"),
        pytest.param(
            POD,
            ["--injection", "auto", "--namespace-labels", "istio-injection=enabled"],
            "NOT_INJECTED",
            [],
            id="selected and not injected",
        ),
        pytest.param(
            injected(POD).replace("labels: {", 'labels: {sidecar.istio.io/inject: "false", '),
            [],
            "INJECTED",
            [],
            id="injected and refused",
        ),
        pytest.param(injected(POD), ["--injection", "auto"], "INJECTED", [], id="injected and not selected"),
        pytest.param(
            injected(POD, revision="old"),
            [],
            "DIFFERENT",
            ["metadata.annotations[istio.io/rev]", STATUS],
            id="another revision",
        ),
        pytest.param(
            injected(POD),
            ["--no-native-sidecars"],
            "DIFFERENT",
            [STATUS, "spec.containers[istio-proxy]", "spec.initContainers[istio-proxy]"],
            id="another kind of sidecar",
        ),
        pytest.param(injected(POD).replace("1.31.0", "1.30.0"), [], "DIFFERENT", IMAGES, id="older proxy"),
        pytest.param(
            injected(POD).replace("proxyLogLevel=warning", "proxyLogLevel=debug"),
            [],
            "DIFFERENT",
            ["spec.initContainers[istio-proxy].args"],
            id="argument changed by hand",
        ),
        pytest.param(
            without_init_container(injected(POD)),
            [],
            "DIFFERENT",
            ["spec.initContainers[istio-init]"],
            id="container removed by hand",
        ),
        pytest.param(
            injected(CRON_JOB).replace("1.31.0", "1.30.0"), [], "DIFFERENT", IMAGES, id="older proxy in a CronJob"
        ),
    ],
)
def test_finding(
    run_check: Run, write_file: Write, text: str, flags: list[str], finding: str | None, differing: list[str]
) -> None:
    write_file("app.yaml", text)
    code, out, err = run_check("-f", "app.yaml", "-o", "json", *flags)
    (workload,) = json.loads(out)["workloads"]
    assert (code, err) == (int(finding is not None), "")
    assert (workload["finding"], workload["differing"]) == (finding, differing)
    assert bool(workload["message"]) == bool(finding)


def test_workloads_in_a_list_are_found_one_by_one(run_check: Run, write_file: Write) -> None:
    one, two, three = (POD.replace("name: web}", f"name: {name}}}", 1) for name in ("one", "two", "three"))
    write_file("app.yaml", pod_list(injected(one), two, injected(three).replace("1.31.0", "1.30.0")))
    code, out, _ = run_check("-f", "app.yaml", "-o", "json")
    assert code == 1
    assert [(item["name"], item["finding"]) for item in json.loads(out)["workloads"]] == [
        ("one", None),
        ("two", "NOT_INJECTED"),
        ("three", "DIFFERENT"),
    ]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param(POD, [1], id="first"),
        pytest.param(f"# a comment\n\n{POD}", [3], id="after a comment"),
        pytest.param(f"---\n{POD}---\n{POD}", [2, 8], id="after separators"),
        pytest.param(f"{CONFIG_MAP}--- # the Pod\n# is this\n\n{POD}", [7], id="after another object"),
        pytest.param(f"{POD}---\n---\n# nothing\n---\n{POD}", [1, 10], id="after empty documents"),
        pytest.param(f"{POD}...\n---\n{POD}", [1, 8], id="after an end"),
        pytest.param(f"# a\n---\n{POD}---\n{POD}".replace("\n", "\r\n"), [3, 9], id="CRLF"),
        pytest.param(f"# the list\n{pod_list(POD, POD)}", [2, 2], id="in a List"),
        pytest.param('\n{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": []}}\n', [2], id="JSON"),
        pytest.param(
            '{"apiVersion": "v1", "kind": "Pod",\n"spec": {"containers": []}}\n' * 2, [1, 3], id="JSON after JSON"
        ),
    ],
)
def test_line(run_check: Run, tmp_path: Path, text: str, lines: list[int]) -> None:
    (tmp_path / "app.yaml").write_bytes(text.encode())
    _, out, _ = run_check("-f", "app.yaml", "-o", "json")
    assert [item["line"] for item in json.loads(out)["workloads"]] == lines


@pytest.mark.parametrize("form", FORMATS)
def test_output_file_holds_what_would_be_printed(
    run_check: Run, findings: list[str], tmp_path: Path, form: str
) -> None:
    printed = run_check(*findings, "-o", form).out
    counts = "4 workloads checked, 3 findings\n"
    assert run_check(*findings, "-o", form, "--output", "reports/found") == (1, "", counts)
    assert (tmp_path / "reports" / "found").read_text() == printed
    assert run_check(*findings, "-o", form, "--output", "reports/found", "--quiet") == (1, "", "")


@pytest.mark.parametrize(
    ("arguments", "code", "expected"),
    [
        pytest.param(["-f", "app.yaml", "-o", "xml"], 2, "json or junit or sarif or github", id="format"),
        pytest.param([], 2, "expected files, at least one", id="nothing to read"),
        pytest.param(["-f", "app.yaml", "--in-place"], 2, "no such option", id="unknown flag"),
        pytest.param(["-f", "none.yaml"], 2, "none.yaml: no such file", id="no file"),
        pytest.param(["-f", "app.yaml", "-f", "broken.yaml"], 2, "broken.yaml: document 1: Pod web: ", id="bad Pod"),
    ],
)
def test_error(
    run_check: Run, write_file: Write, tmp_path: Path, arguments: list[str], code: int, expected: str
) -> None:
    write_file("app.yaml", POD)
    write_file("broken.yaml", POD.replace("image: nginx", "ports: [{containerPort: x}]"))
    found, out, err = run_check(*arguments, "--output", "report")
    assert (found, out) == (code, "")
    assert expected in err
    assert err.count("rror: ") == 1
    assert not (tmp_path / "report").exists()


@pytest.mark.parametrize(
    ("text", "flags", "code", "err"),
    [
        pytest.param(CONFIG_MAP, [], 0, "warning: 0 workloads checked: no workloads in app.yaml\n", id="empty"),
        pytest.param(
            CONFIG_MAP, ["--fail-on-empty"], 1, "error: 0 workloads checked: no workloads in app.yaml\n", id="fails"
        ),
        pytest.param(CONFIG_MAP, ["--quiet"], 0, "", id="quiet"),
        pytest.param(
            CONFIG_MAP,
            ["--fail-on-empty", "-q"],
            1,
            "error: 0 workloads checked: no workloads in app.yaml\n",
            id="both",
        ),
        pytest.param(REFUSED, ["--fail-on-empty"], 0, "", id="not empty"),
        pytest.param(REFUSED, [], 0, "", id="skipped"),
    ],
)
def test_exit_status(run_check: Run, write_file: Write, text: str, flags: list[str], code: int, err: str) -> None:
    write_file("app.yaml", text)
    ended = run_check("-f", "app.yaml", *flags)
    assert (ended.code, ended.err) == (code, err)


def test_skipped_workloads_can_be_findings(run_check: Run, write_file: Write) -> None:
    write_file("app.yaml", f"{REFUSED}---\n{injected(POD)}")
    code, out, err = run_check("-f", "app.yaml", "--fail-on-skip")
    assert (code, err) == (1, "")
    assert out.splitlines() == [
        f"app.yaml:1: Pod web is skipped, and every workload should be injected. Reason: {REFUSAL}",
        "2 workloads checked, 1 finding",
    ]
