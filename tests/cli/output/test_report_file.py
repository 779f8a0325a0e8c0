"""``--report FILE``: JSON by a schema for programs, and files that it cannot be."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from kubectl_inject.injection.reports.checking import Finding
from tests.conftest import CONFIG_MAP, MESH_FLAGS, POD, REFUSED, ROOT
from tests.program_runs import Run

Write = Callable[[str, str], Path]
UNWISE = POD.replace(", image: nginx", "")


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    """Return the validator of the published schema."""
    schema = json.loads((ROOT / "docs" / "report.schema.json").read_text())
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def report(tmp_path: Path, validator: Draft202012Validator) -> dict[str, Any]:
    """Return the report that was written, which is by the schema."""
    value: dict[str, Any] = json.loads((tmp_path / "out" / "report.json").read_text())
    assert [error.message for error in validator.iter_errors(value)] == []
    return value


@pytest.mark.parametrize(
    ("command", "counts", "outcomes"),
    [
        pytest.param(
            MESH_FLAGS,
            {"injected": 2, "updated": 0, "unchanged": 0, "skipped": 1, "warnings": 2},
            ["injected", "skipped", "injected"],
            id="inject",
        ),
        pytest.param(
            [*MESH_FLAGS, "--emit", "flux-patches", "patches"],
            {"injected": 2, "updated": 0, "unchanged": 0, "skipped": 1, "warnings": 2},
            ["injected", "skipped", "injected"],
            id="emit",
        ),
        pytest.param(["uninject"], {"uninjected": 0, "unchanged": 3}, ["unchanged"] * 3, id="uninject"),
        pytest.param(
            ["diff", *MESH_FLAGS],
            {"injected": 2, "updated": 0, "unchanged": 0, "skipped": 1, "warnings": 2},
            ["injected", "skipped", "injected"],
            id="diff",
        ),
        pytest.param(
            ["check", *MESH_FLAGS],
            {"checked": 3, "findings": 2, "skipped": 1, "warnings": 2},
            ["injected", "skipped", "injected"],
            id="check",
        ),
    ],
)
def test_commands(
    run: Run,
    write_file: Write,
    tmp_path: Path,
    validator: Draft202012Validator,
    command: list[str],
    counts: dict[str, int],
    outcomes: list[str],
) -> None:
    unwise = UNWISE.replace("name: web", "name: unwise", 1)
    write_file("app.yaml", f"{POD}---\n{REFUSED}---\n{unwise}")
    write_file("config.yaml", CONFIG_MAP)
    write_file("values.yaml", "image: nginx\nreplicaCount: 1\n")
    files = ["-f", "app.yaml", "-f", "config.yaml", "-f", "values.yaml"]
    plain = run(*command, *files)
    assert run(*command, *files, "--report", "out/report.json") == plain
    value = report(tmp_path, validator)
    assert (value["counts"], value["withoutWorkloads"]) == (counts, ["config.yaml", "values.yaml"])
    passed_over = [(item["source"], item["code"]) for item in value["passedOver"]]
    assert passed_over == ([("values.yaml", "helm-values")] if "warnings" in counts else [])
    assert [item["outcome"] for item in value["workloads"]] == outcomes
    assert [item["document"] for item in value["workloads"]] == [1, 2, 3]


def test_quiet_runs_have_one_too(run: Run, tmp_path: Path, validator: Draft202012Validator) -> None:
    assert run(*MESH_FLAGS, "-q", "-f", "-", "--report", "out/report.json", stdin=UNWISE).err == ""
    (workload,) = report(tmp_path, validator)["workloads"]
    assert workload == {
        "source": "<stdin>",
        "document": 1,
        "kind": "Pod",
        "name": "web",
        "namespace": "",
        "outcome": "injected",
        "injected": True,
        "reason": "DEFAULT",
        "why": "by default",
        "decidedBy": "",
        "note": "",
        "templates": ["sidecar"],
        "warnings": [
            {
                "code": "container-without-image",
                "message": "a container has no image, which a cluster refuses",
                "where": "web",
                "cure": "name its image",
            }
        ],
    }


def test_what_check_prints_as_json_is_its_report(
    run: Run, write_file: Write, tmp_path: Path, validator: Draft202012Validator
) -> None:
    write_file("app.yaml", POD)
    out = run("check", *MESH_FLAGS, "-f", "app.yaml", "-o", "json", "--report", "out/report.json").out
    assert json.loads(out) == report(tmp_path, validator)


def test_the_schema_has_all_findings() -> None:
    schema = json.loads((ROOT / "docs" / "report.schema.json").read_text())
    finding = schema["$defs"]["checked"]["properties"]["finding"]
    assert set(finding["enum"]) == {*(finding.name for finding in Finding), None}


@pytest.mark.parametrize("name", ["app.yaml", "./folder/b.yaml"])
@pytest.mark.parametrize(
    "command",
    [
        *([name, *MESH_FLAGS] for name in ("check", "explain", "diff")),
        ["diff", *MESH_FLAGS, "-o", "html"],
        ["config", "diff", "1.30", "1.31"],
    ],
    ids=["check", "explain", "diff", "diff as a page", "config diff"],
)
def test_a_result_that_is_no_manifest_replaces_none(run: Run, write_file: Write, command: list[str], name: str) -> None:
    files = [write_file("app.yaml", POD), write_file("folder/b.yaml", POD)]
    code, out, err = run(*command, "-f", "app.yaml", "-f", "folder", "--output", name)
    assert (code, out, [file.read_text() for file in files]) == (2, "", [POD, POD])
    assert f"--output: expected a file of its own, found {name.removeprefix('./')}, which is read" in err


def test_a_comparison_replaces_no_configuration(run: Run, tmp_path: Path) -> None:
    assert run("config", "freeze", "-o", "old.yaml").code == 0
    before = tmp_path.joinpath("old.yaml").read_bytes()
    assert run("config", "diff", "old.yaml", "1.30", "--output", "old.yaml").code == 2
    assert tmp_path.joinpath("old.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("name", "flags", "message"),
    [
        pytest.param("-", [], "expected the name of a file, found '-': standard output has the result", id="-"),
        pytest.param("", [], "expected the name of a file, found ''", id="empty"),
        pytest.param("folder", [], "--report folder: cannot be written: Is a directory", id="folder"),
        pytest.param("app.yaml/x", [], "--report app.yaml/x: cannot be written: Not a directory", id="below a file"),
        pytest.param("app.yaml", [], "expected a file of its own, found app.yaml", id="input"),
        pytest.param("./folder/b.yaml", [], "expected a file of its own, found folder/b.yaml", id="input in a folder"),
        pytest.param("o.yaml", ["--output", "o.yaml"], "expected a file of its own, found o.yaml", id="output"),
    ],
)
@pytest.mark.parametrize(
    "command",
    [
        MESH_FLAGS,
        ["uninject"],
        *([name, *MESH_FLAGS] for name in ("check", "explain", "diff")),
        ["config", "diff", "1", "2"],
    ],
    ids=["inject", "uninject", "check", "explain", "diff", "config diff"],
)
def test_files_that_it_cannot_be(
    run: Run, write_file: Write, tmp_path: Path, command: list[str], name: str, flags: list[str], message: str
) -> None:
    write_file("app.yaml", POD)
    write_file("folder/b.yaml", POD)
    code, out, err = run(*command, "-f", "app.yaml", "-f", "folder", *flags, "--report", name)
    assert code
    assert out == ""
    assert message in " ".join(err.split())
    assert (tmp_path / "app.yaml").read_text() == (tmp_path / "folder" / "b.yaml").read_text() == POD
    assert not (tmp_path / "o.yaml").exists()


@pytest.mark.parametrize("command", [MESH_FLAGS, ["uninject"]], ids=["inject", "uninject"])
def test_what_is_json_alone_is_in_no_file_for_markdown(run: Run, write_file: Write, command: list[str]) -> None:
    write_file("app.yaml", POD)
    code, out, err = run(*command, "-f", "app.yaml", "--report", "o.md")
    assert (code, out) == (2, "")
    assert "expected a name for JSON, found o.md: diff writes this report as Markdown" in err


def test_an_error_leaves_none(run: Run, tmp_path: Path) -> None:
    assert run(*MESH_FLAGS, "-f", "-", "--strict", "--report", "out/report.json", stdin=UNWISE).code == 1
    assert not (tmp_path / "out").exists()
