"""``kubectl inject check``: findings, the lines they stand at, and the four formats by their schemas."""

from __future__ import annotations

import functools
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import xmlschema
import yaml
from jsonschema import Draft4Validator

from kubectl_inject.injection.injector import Injector
from kubectl_inject.injection.reports.checking import Finding
from tests.conftest import CONFIG_MAP, MESH_FLAGS, POD, REFUSED, mesh_config
from tests.program_runs import Run

SCHEMAS = Path(__file__).with_name("schemas")
FORMATS = ["text", "json", "junit", "sarif", "github"]

CRON_JOB = """\
apiVersion: batch/v1
kind: CronJob
metadata: {name: nightly, namespace: shop}
spec:
  schedule: "17 3 * * *"
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: Never
          containers: [{name: count, image: nginx}]
"""

Write = Callable[[str, str], Path]


@pytest.fixture
def run_check(run: Run) -> Run:
    """Return a function that runs ``check`` with the example mesh."""
    return functools.partial(run, "check", *MESH_FLAGS)


@functools.cache
def injected(text: str, **installation: Any) -> str:
    return Injector(mesh_config(**installation)).inject_text(text).text


def pod_list(*pods: str) -> str:
    items = (f"- {pod}".replace("\n", "\n  ").rstrip() + "\n" for pod in pods)
    return "apiVersion: v1\nkind: List\nitems:\n" + "".join(items)


def without_init_container(text: str) -> str:
    """Return an injected Pod's text without the container istio-init."""
    before, mark, after = text.partition("  - name: istio-init\n")
    assert mark
    return before + "  - name: istio-proxy\n" + after.partition("  - name: istio-proxy\n")[2]


# --- findings ---------------------------------------------------------------------------------------------------

IMAGES = ["spec.initContainers[istio-init].image", "spec.initContainers[istio-proxy].image"]
STATUS = "metadata.annotations[sidecar.istio.io/status]"


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


# --- formats ----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def sarif() -> Draft4Validator:
    """Return the validator of OASIS' schema."""
    schema = json.loads((SCHEMAS / "sarif-schema-2.1.0.json").read_text())
    Draft4Validator.check_schema(schema)
    return Draft4Validator(schema)


@pytest.fixture(scope="module")
def junit() -> xmlschema.XMLSchema:
    """Return the schema of Jenkins' xunit plugin."""
    return xmlschema.XMLSchema(SCHEMAS / "junit-10.xsd")


@pytest.fixture
def findings(write_file: Write) -> list[str]:
    """Write files with a workload for each finding and one without; return the flags that name them."""
    write_file("app/different.yaml", injected(CRON_JOB).replace("1.31.0", "1.30.0"))
    write_file(
        "app/injected.yaml", "\n" + injected(POD).replace("{security", '{sidecar.istio.io/inject: "false", security')
    )
    write_file("app/not-injected.yaml", f"{CONFIG_MAP}---\n{POD}---\n{REFUSED}")
    return ["-f", "app"]


DIFFERENT = (
    "CronJob shop/nightly is injected, but not as this configuration does it: an older one did, or it was edited by "
    f"hand ({', '.join(IMAGES)}). Reason: by default"
)
REFUSAL = "the Pod's label disables injection (sidecar.istio.io/inject: 'false')"
INJECTED = f"Pod web is injected and should not be. Reason: {REFUSAL}"
NOT_INJECTED = "Pod web should be injected and is not. Reason: by default"


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


# --- warnings ---------------------------------------------------------------------------------------------------

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


# --- names ------------------------------------------------------------------------------------------------------

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


# --- the command ------------------------------------------------------------------------------------------------


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
