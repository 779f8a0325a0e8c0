"""Names of objects and files in every format of ``check``."""

from __future__ import annotations

import json
import os
from pathlib import Path
from xml.etree import ElementTree

import pytest
import xmlschema
from jsonschema import Draft4Validator

from tests.cli.check.checked import (
    FORMATS,
    Write,
)
from tests.conftest import POD
from tests.program_runs import Run

NAMES = [
    pytest.param("<b>&amp; \"one\" 'two'", id="markup"),
    pytest.param("größe-日本-🚢", id="other scripts"),
    pytest.param("a\nb\tc", id="line end and tab"),
    pytest.param("a\u202eb\u2066c", id="another direction"),
    pytest.param("]]>", id="end of CDATA"),
    pytest.param("%s {0} \\n", id="placeholders"),
]


@pytest.mark.parametrize("name", NAMES)
def test_names_come_out_as_they_are(
    run_check: Run, write_file: Write, sarif: Draft4Validator, junit: xmlschema.XMLSchema, name: str
) -> None:
    write_file("app.yaml", POD.replace("name: web}", f"name: {json.dumps(name, ensure_ascii=False)}}}", 1))
    message = f"Pod {name} should be injected and is not. Reason: by default"
    escapes: dict[str, str | int | None] = {"\n": "\\n", "\t": "\\t", "\u202e": "\\u202e", "\u2066": "\\u2066"}
    printable = message.translate(str.maketrans(escapes))
    assert run_check("-f", "app.yaml").out.startswith(f"app.yaml:1: {printable}\n")

    (workload,) = json.loads(run_check("-f", "app.yaml", "-o", "json").out)["workloads"]
    assert (workload["name"], workload["message"]) == (name, message)

    log = json.loads(run_check("-f", "app.yaml", "-o", "sarif").out)
    sarif.validate(log)
    assert log["runs"][0]["results"][0]["message"]["text"] == printable

    report = run_check("-f", "app.yaml", "-o", "junit").out
    junit.validate(report)
    (failure,) = ElementTree.fromstring(report).iter("failure")
    assert failure.get("message") == message


def test_junit_with_a_control_character(run_check: Run, write_file: Write) -> None:
    write_file("app.yaml", POD.replace("name: web}", 'name: "a\\u0001b"}', 1))
    ElementTree.fromstring(run_check("-f", "app.yaml", "-o", "junit").out)


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        pytest.param("a b/c.yaml", "a%20b/c.yaml", id="space"),
        pytest.param("größe.yaml", "gr%C3%B6%C3%9Fe.yaml", id="other letters"),
        pytest.param("50%#1?.yaml", "50%25%231%3F.yaml", id="marks of URIs"),
        pytest.param("a:b.yaml", "a%3Ab.yaml", id="colon"),
        pytest.param('<&".yaml', "%3C%26%22.yaml", id="marks of XML"),
    ],
)
def test_file_names(
    run_check: Run, write_file: Write, sarif: Draft4Validator, junit: xmlschema.XMLSchema, name: str, uri: str
) -> None:
    write_file(name, POD)
    log = json.loads(run_check("-f", name, "-o", "sarif").out)
    sarif.validate(log)
    place = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == uri

    report = run_check("-f", name, "-o", "junit").out
    junit.validate(report)
    (case,) = ElementTree.fromstring(report).iter("testcase")
    assert (case.get("classname"), case[0].text) == (name, f"{name}:1")


@pytest.mark.parametrize("form", FORMATS)
def test_file_name_that_is_not_utf_8(run_check: Run, tmp_path: Path, form: str) -> None:
    name = os.fsdecode(b"\xff.yaml")
    (tmp_path / name).write_text(POD)
    code, _, err = run_check("-f", name, "-o", form)
    assert (code, err) == (1, "")


def test_standard_input(run_check: Run, sarif: Draft4Validator) -> None:
    log = json.loads(run_check("-f", "-", "-o", "sarif", stdin=POD).out)
    sarif.validate(log)
    place = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "%3Cstdin%3E"
