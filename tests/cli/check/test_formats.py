"""The formats of ``check``, by their schemas: findings, places, warnings."""

from __future__ import annotations

import json
from xml.etree import ElementTree

import pytest
import xmlschema
import yaml
from jsonschema import Draft4Validator

from kubectl_inject.injection.reports.checking import Finding
from tests.cli.check.checked import (
    DIFFERENT,
    FORMATS,
    IMAGES,
    INJECTED,
    NOT_INJECTED,
    Write,
    injected,
)
from tests.conftest import CONFIG_MAP, POD, REFUSED
from tests.program_runs import Run


def test_text(run_check: Run, findings: list[str]) -> None:
    lines = [
        f"app/different.yaml:1: {DIFFERENT}",
        f"app/injected.yaml:2: {INJECTED}",
        f"app/not-injected.yaml:5: {NOT_INJECTED}",
        "4 workloads checked, 3 findings",
    ]
    assert run_check(*findings) == (1, "\n".join(lines) + "\n", "")


def test_json(run_check: Run, findings: list[str]) -> None:
    code, out, err = run_check(*findings, "-o", "json")
    assert (code, err) == (1, "")
    report = json.loads(out)
    assert report["counts"] == {"checked": 4, "findings": 3, "skipped": 2, "warnings": 0}
    different, _, _, refused = report["workloads"]
    assert different == {
        "source": "app/different.yaml",
        "document": 1,
        "line": 1,
        "kind": "CronJob",
        "name": "nightly",
        "namespace": "shop",
        "outcome": "updated",
        "injected": True,
        "reason": "DEFAULT",
        "why": "by default",
        "decidedBy": "",
        "note": "",
        "templates": ["sidecar"],
        "warnings": [],
        "finding": "DIFFERENT",
        "message": DIFFERENT,
        "differing": IMAGES,
    }
    assert refused == {
        "source": "app/not-injected.yaml",
        "document": 3,
        "line": 11,
        "kind": "Pod",
        "name": "web",
        "namespace": "",
        "outcome": "skipped",
        "injected": False,
        "reason": "REFUSED_BY_LABEL",
        "why": "the Pod's label disables injection",
        "decidedBy": "sidecar.istio.io/inject: 'false'",
        "note": "",
        "templates": [],
        "warnings": [],
        "finding": None,
        "message": "",
        "differing": [],
    }


def test_junit(run_check: Run, findings: list[str], junit: xmlschema.XMLSchema) -> None:
    code, out, err = run_check(*findings, "-o", "junit")
    assert (code, err) == (1, "")
    junit.validate(out)
    suites = ElementTree.fromstring(out)
    (suite,) = suites
    assert suites.attrib == {"tests": "4", "failures": "3"}
    assert suite.attrib == {"name": "kubectl inject check", "tests": "4", "failures": "3", "errors": "0"}
    assert [(case.get("classname"), case.get("name"), len(case)) for case in suite] == [
        ("app/different.yaml", "CronJob shop/nightly", 1),
        ("app/injected.yaml", "Pod web", 1),
        ("app/not-injected.yaml", "Pod web", 1),
        ("app/not-injected.yaml", "Pod web", 0),
    ]
    assert [(item.get("type"), item.get("message"), item.text) for item in suites.iter("failure")] == [
        ("DIFFERENT", DIFFERENT, "app/different.yaml:1"),
        ("INJECTED", INJECTED, "app/injected.yaml:2"),
        ("NOT_INJECTED", NOT_INJECTED, "app/not-injected.yaml:5"),
    ]


def test_sarif(run_check: Run, findings: list[str], sarif: Draft4Validator) -> None:
    code, out, err = run_check(*findings, "-o", "sarif")
    assert (code, err) == (1, "")
    log = json.loads(out)
    assert [error.message for error in sarif.iter_errors(log)] == []
    (found,) = log["runs"]
    rules = [rule["id"] for rule in found["tool"]["driver"]["rules"]]
    assert rules == [finding.name for finding in Finding]
    places = [result["locations"][0]["physicalLocation"] for result in found["results"]]
    assert [
        (result["ruleId"], result["message"]["text"], place["artifactLocation"]["uri"], place["region"]["startLine"])
        for result, place in zip(found["results"], places, strict=True)
    ] == [
        ("DIFFERENT", DIFFERENT, "app/different.yaml", 1),
        ("INJECTED", INJECTED, "app/injected.yaml", 2),
        ("NOT_INJECTED", NOT_INJECTED, "app/not-injected.yaml", 5),
    ]


TWO_TEMPLATES = """\
apiVersion: jobset.x-k8s.io/v1alpha2
kind: JobSet
metadata: {name: simulate}
spec:
  replicatedJobs:
  - name: driver
    template:
      spec:
        template: {spec: {containers: [{name: driver, image: driver}]}}
  - name: workers
    template:
      spec:
        template:
          # Each of them
          spec: {containers: [{name: worker, image: worker}]}
"""
IN_A_LIST = "apiVersion: v1\nkind: List\nitems:\n-\n" + "".join(f"  {line}\n" for line in TWO_TEMPLATES.splitlines())
MERGED = """\
apiVersion: kubeflow.org/v1
kind: TFJob
metadata: {name: train}
spec:
  tfReplicaSpecs:
    PS: &worker
      template: {spec: {containers: [{name: a, image: a}]}}
    Worker:
      <<: *worker
      replicas: 2
    Chief: *worker
"""


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param(TWO_TEMPLATES, [9, 13], id="block style"),
        pytest.param("# more\n---\n" + TWO_TEMPLATES, [11, 15], id="in a stream"),
        pytest.param(IN_A_LIST, [13, 17], id="in a List"),
        pytest.param(json.dumps(yaml.safe_load(TWO_TEMPLATES), indent=1), [13, 30], id="JSON"),
        pytest.param(MERGED, [7, 8, 7], id="merged"),
    ],
)
def test_a_finding_is_at_the_lines_of_its_template(run_check: Run, text: str, lines: list[int]) -> None:
    (found,) = json.loads(run_check("-f", "-", "-o", "sarif", stdin=text).out)["runs"]
    regions = [result["locations"][0]["physicalLocation"]["region"] for result in found["results"]]
    assert [region["startLine"] for region in regions if region] == lines


@pytest.mark.parametrize(
    ("text", "workloads"),
    [pytest.param(CONFIG_MAP, 0, id="no workload"), pytest.param(REFUSED, 1, id="no finding")],
)
@pytest.mark.parametrize("form", FORMATS)
def test_nothing_found(
    run_check: Run,
    write_file: Write,
    sarif: Draft4Validator,
    junit: xmlschema.XMLSchema,
    form: str,
    text: str,
    workloads: int,
) -> None:
    write_file("app.yaml", text)
    code, out, err = run_check("-f", "app.yaml", "-o", form)
    warning = "warning: 0 workloads checked: no workloads in app.yaml\n"
    assert (code, err) == (0, "" if workloads else warning)
    if form in ("text", "github"):
        assert out == f"{workloads} workload{'s' if workloads != 1 else ''} checked, 0 findings\n"
    elif form == "json":
        assert len(json.loads(out)["workloads"]) == workloads
    elif form == "junit":
        junit.validate(out)
        assert out.count("<testcase ") == workloads
    else:
        sarif.validate(json.loads(out))
        assert json.loads(out)["runs"][0]["results"] == []


def test_github(run_check: Run, findings: list[str]) -> None:
    head = "::error file=app/"
    assert run_check(*findings, "-o", "github").out.splitlines() == [
        f"{head}different.yaml,line=1,title=DIFFERENT::{DIFFERENT}",
        f"{head}injected.yaml,line=2,title=INJECTED::{INJECTED}",
        f"{head}not-injected.yaml,line=5,title=NOT_INJECTED::{NOT_INJECTED}",
        "4 workloads checked, 3 findings",
    ]


@pytest.mark.parametrize(
    ("file", "name", "line"),
    [
        pytest.param("./a.yaml", "web", f"::error file=a.yaml,line=1,title=NOT_INJECTED::{NOT_INJECTED}", id="./"),
        pytest.param(
            "a,b:100%.yaml",
            "web",
            f"::error file=a%2Cb%3A100%25.yaml,line=1,title=NOT_INJECTED::{NOT_INJECTED}",
            id="what separates properties",
        ),
        pytest.param(
            "a.yaml",
            "50%\n::error::b\r",
            r"::error file=a.yaml,line=1,title=NOT_INJECTED::" + NOT_INJECTED.replace("web", r"50%25\n::error::b\r"),
            id="a name with a command",
        ),
        pytest.param("-", "web", f"::error title=NOT_INJECTED::{NOT_INJECTED}", id="standard input"),
    ],
)
def test_github_escapes(run_check: Run, write_file: Write, file: str, name: str, line: str) -> None:
    text = POD.replace("name: web}", f"name: {json.dumps(name)}}}", 1)
    if file != "-":
        write_file(file, text)
    assert run_check("-f", file, "-o", "github", stdin=text).out.splitlines()[0] == line


NO_IMAGE = "a container has no image, which a cluster refuses (web): name its image [container-without-image]"
UNBUILT = (
    "Kustomization: this is a kustomization, and was not built: inject what Kustomize builds: kubectl inject -k "
    "FOLDER, or kubectl kustomize FOLDER | kubectl inject -f - [kustomization]"
)


@pytest.fixture
def warned(write_file: Write) -> list[str]:
    """Write a workload with a warning and a document that is no workload with another; return the flags for them."""
    write_file("a.yaml", injected(POD.replace(", image: nginx", "")))
    write_file("k.yaml", "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [a.yaml]\n")
    return ["-f", "a.yaml", "-f", "k.yaml"]


@pytest.mark.parametrize(
    ("form", "lines"),
    [
        (
            "text",
            [f"a.yaml:1: warning: Pod web: {NO_IMAGE}", f"k.yaml: document 1: warning: {UNBUILT}"],
        ),
        (
            "github",
            [
                f"::warning file=a.yaml,line=1,title=container-without-image::Pod web: {NO_IMAGE}",
                f"::warning file=k.yaml,title=kustomization::k.yaml: document 1: {UNBUILT}",
            ],
        ),
    ],
)
def test_warnings_in_lines(run_check: Run, warned: list[str], form: str, lines: list[str]) -> None:
    shown = [*lines, "1 workload checked, 0 findings, 2 warnings"]
    assert run_check(*warned, "-o", form) == (0, "".join(f"{line}\n" for line in shown), "")


def test_warnings_are_results_of_sarif_too(run_check: Run, warned: list[str], sarif: Draft4Validator) -> None:
    code, out, err = run_check(*warned, "-o", "sarif")
    assert (code, err) == (0, "")
    log = json.loads(out)
    sarif.validate(log)
    (found,) = log["runs"]
    codes = ["container-without-image", "kustomization"]
    assert [(result["ruleId"], result["level"]) for result in found["results"]] == [(each, "warning") for each in codes]
    assert [rule["id"] for rule in found["tool"]["driver"]["rules"]][-2:] == codes


def test_warnings_are_output_of_junit(run_check: Run, warned: list[str], junit: xmlschema.XMLSchema) -> None:
    code, out, err = run_check(*warned, "-o", "junit")
    assert (code, err) == (0, "")
    junit.validate(out)
    ((case, of_suite),) = ElementTree.fromstring(out)
    assert [(item.tag, item.text) for item in case] == [("system-out", f"warning: {NO_IMAGE}")]
    assert (of_suite.tag, of_suite.text) == ("system-out", f"warning: k.yaml: document 1: {UNBUILT}")
