"""``config show``, ``config diff`` and ``config verify``, without a cluster."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from kubectl_inject.cli.formats.text import values_text
from kubectl_inject.config.captured import CapturedConfig
from kubectl_inject.manifests.output.writing import write_yaml
from kubectl_inject.settings.provenance import SourcedValue
from tests.conftest import POD
from tests.program_runs import Ended, Run

TEMPLATE = """
spec:
  containers:
  - name: istio-proxy
    image: {{ .Values.global.hub }}/proxyv2
"""
CAPTURED = CapturedConfig(
    {"templates": {"sidecar": TEMPLATE}}, {"global": {"hub": "first"}}, {"trustDomain": "first"}, native_sidecars=True
)


def write(name: str, **parts: Any) -> str:
    """Write a captured configuration with some of its fields changed; return the file's name."""
    document = {**CAPTURED.document(), **parts}
    Path(name).write_text(write_yaml(document))
    return name


# --- show -------------------------------------------------------------------------------------------------------


def test_show_as_text_is_one_line_for_each_value(run: Run) -> None:
    shown = run("config", "show", "--config", write("mesh.yaml"))
    lines = [line.split() for line in shown.out.splitlines()]
    assert shown.code == 0
    assert ["revision", "default", "[default]"] in lines
    assert ["platform", '""', "[default]"] in lines
    assert ["values.global.hub", "first", "[mesh.yaml]"] in lines
    assert ["templates.sidecar", "5", "lines", "[mesh.yaml]"] in lines
    starts = {line.rindex(" [") for line in shown.out.splitlines()}
    assert len(starts) == 1, "the sources do not stand in one column"


@pytest.mark.parametrize(
    ("width", "text"),
    [
        pytest.param(None, "a       1      [default]\nlonger  words  [flags]\n", id="a file"),
        pytest.param(24, "a       1      [default]\nlonger  words  [flags]\n", id="wide enough"),
        pytest.param(23, "a  1  [default]\nlonger  words  [flags]\n", id="narrow"),
    ],
)
def test_show_has_no_columns_on_a_narrow_terminal(width: int | None, text: str) -> None:
    values = [SourcedValue("a", 1, "default"), SourcedValue("longer", "words", "flags")]
    assert values_text(values, width) == text


@pytest.mark.parametrize(
    ("tag", "flags", "shown"),
    [
        ("1.30.3", [], ["istioVersion", "1.30.3", "[mesh.yaml:", "values", "global.tag]"]),
        ("1.30.3", ["--istio-version", "1.29"], ["istioVersion", "1.29", "[flags]"]),
        ("latest", [], ["istioVersion", "1.31", "[the", "newest", "known", "here]"]),
    ],
)
def test_the_release_whose_rules_hold(run: Run, tag: str, flags: list[str], shown: list[str]) -> None:
    name = write("mesh.yaml", values={"global": {"hub": "first", "tag": tag}})
    assert shown in [line.split() for line in run("config", "show", "--config", name, *flags).out.splitlines()]


def test_a_release_beyond_those_known_is_reported_in_a_line(run: Run) -> None:
    Path("pod.yaml").write_text(POD)
    name = write("mesh.yaml", values={"global": {"hub": "first", "tag": "1.99.1"}})
    ended = run("-f", "pod.yaml", "--config", name)
    assert ended.code == 0
    note = "Istio 1.99.1 is newer than the newest release known here: the rules of 1.31 are used"
    assert f"warning: {note} [unknown-release]\n" in ended.err


def test_long_values_are_cut_and_stand_on_one_line(run: Run) -> None:
    name = write("mesh.yaml", values={"global": {"hub": "first", "note": "a\n" * 80}})
    (line,) = [
        line
        for line in run("config", "show", "--config", name).out.splitlines()
        if line.startswith("values.global.note")
    ]
    assert line.split(maxsplit=1)[1] == f"{'a ' * 30}…  [mesh.yaml]"


def test_programs_get_the_same_as_json_and_yaml(run: Run) -> None:
    name = write("mesh.yaml")
    shown = json.loads(run("config", "show", "--config", name, "-o", "json").out)
    assert {"path": "meshConfig.trustDomain", "value": "first", "source": "mesh.yaml"} in shown["values"]
    assert yaml.safe_load(run("config", "show", "--config", name, "-o", "yaml").out) == shown


# --- diff -------------------------------------------------------------------------------------------------------


def compared(run: Run, *arguments: str) -> tuple[Ended, dict[str, tuple[str, str, Sequence[str]]]]:
    """Return what a comparison came to, and its differences by path."""
    ended = run("config", "diff", *arguments, "-o", "json")
    found = json.loads(ended.out)["differences"]
    return ended, {item["path"]: (item["old"], item["new"], item["places"]) for item in found}


def test_versions_are_compared(run: Run) -> None:
    ended, found = compared(run, "1.30", "1.31")
    assert (ended.code, ended.err) == (1, "")
    old, new, places = found["values.global.tag"]
    assert (old, new) == ("1.30.0", "1.31.0")
    assert "spec.template.spec.initContainers[istio-proxy].image" in places


@pytest.mark.parametrize(
    ("changed", "code", "expected"),
    [
        pytest.param({}, 0, "the configurations are the same\n", id="same"),
        pytest.param(
            {"values": {"global": {"hub": "second"}}, "meshConfig": {"trustDomain": "second"}},
            1,
            (
                "workloads that come out otherwise: 1 of 1\n"
                "settings that change injected Pods: 1\n"
                "  values.global.hub: first -> second\n"
                "    of 1 workload: Pod web\n"
                "    in spec.containers[istio-proxy].image\n"
                "settings that change none of the workloads tried: 1\n"
                "  meshConfig.trustDomain: first -> second\n"
            ),
            id="one changes Pods, one does not",
        ),
        pytest.param(
            {"platform": "openshift"},
            0,
            (
                "workloads that come out otherwise: 0 of 1\n"
                "settings that change injected Pods: 0\n"
                "settings that change none of the workloads tried: 1\n"
                '  platform: "" -> openshift\n'
            ),
            id="nothing changes Pods",
        ),
        pytest.param(
            {"injectConfig": {"templates": {"sidecar": TEMPLATE + "    env: none\n"}}},
            1,
            (
                "  templates.sidecar: 5 lines -> 6 lines\n"
                "    of 1 workload: Pod web\n"
                "    in injection itself, which fails with one of them\n"
            ),
            id="a template that does not work",
        ),
    ],
)
def test_files_are_compared_with_own_workloads(changed: dict[str, Any], code: int, expected: str, run: Run) -> None:
    Path("app.yaml").write_text(POD)
    ended = run("config", "diff", write("old.yaml"), write("new.yaml", **changed), "-f", "app.yaml")
    assert (ended.code, ended.err) == (code, "")
    assert expected in ended.out


def test_each_setting_names_the_workloads_that_it_changes(run: Run, tmp_path: Path) -> None:
    template = TEMPLATE + "    {{- if .ObjectMeta.Labels.debug }}\n    args: [{{ .Values.level }}]\n    {{- end }}\n"
    parts = {"injectConfig": {"templates": {"sidecar": template}}}
    old = write("old.yaml", **parts, values={"global": {"hub": "first"}, "level": "info", "unused": 1})
    new = write("new.yaml", **parts, values={"global": {"hub": "second"}, "level": "debug", "unused": 2})
    pods = (("web", "debug: a"), ("db", "app: b"), ("batch", 'sidecar.istio.io/inject: "false"'))
    texts = [POD.replace("name: web}", f"name: {name}, labels: {{{label}}}}}") for name, label in pods]
    # It may be a workload until it is looked into.
    texts.append("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: map}\ndata: {kind: Pod, containers: a}\n")
    Path("app.yaml").write_text("---\n".join(texts))
    arguments = ("config", "diff", old, new, "-f", "app.yaml", "--report", "upgrade.md", "-o")
    shown = run(*arguments, "text").out
    assert shown == (
        "workloads that come out otherwise: 2 of 3\n"
        "settings that change injected Pods: 2\n"
        "  values.global.hub: first -> second\n"
        "    of 2 workloads: Pod web and Pod db\n"
        "    in spec.containers[istio-proxy].image\n"
        "  values.level: info -> debug\n"
        "    of 1 workload: Pod web\n"
        "    in spec.containers[istio-proxy].args\n"
        "settings that change none of the workloads tried: 1\n"
        "  values.unused: 1 -> 2\n"
    )
    plain = json.loads(run(*arguments, "json").out)
    assert (plain["workloads"], plain["changed"]) == (["Pod web", "Pod db", "Pod batch"], ["Pod web", "Pod db"])
    changed = {item["path"]: item["workloads"] for item in plain["differences"]}
    assert changed == {"values.global.hub": ["Pod web", "Pod db"], "values.level": ["Pod web"], "values.unused": []}
    page = run(*arguments, "html").out
    for text in (page, (tmp_path / "upgrade.md").read_text()):
        assert "2 of 3 workloads would come out otherwise" in text
        assert ("1 of 3" in text, "changes 1 workload" in text, "changes no workload" in text) == (True, True, True)


def test_many_places_are_counted(run: Run) -> None:
    template = "metadata:\n  labels:\n" + "".join(f"    l{n}: {{{{ .Values.global.hub }}}}\n" for n in range(5))
    parts = {"injectConfig": {"templates": {"sidecar": template}}}
    old, new = write("old.yaml", **parts), write("new.yaml", **parts, values={"global": {"hub": "second"}})
    Path("app.yaml").write_text(POD)
    shown = run("config", "diff", old, new, "-f", "app.yaml").out
    assert "    in metadata.labels.l0, metadata.labels.l1, metadata.labels.l2 and 2 more\n" in shown


def test_workloads_in_sub_folders_are_tried(run: Run) -> None:
    Path("deploy/below").mkdir(parents=True)
    Path("deploy/below/app.yaml").write_text(
        POD.replace("name: web}", 'name: web, labels: {sidecar.istio.io/inject: "false"}}')
    )
    old, new = write("old.yaml"), write("new.yaml", values={"global": {"hub": "second"}})
    assert run("config", "diff", old, new).code == 1
    assert run("config", "diff", old, new, "-R", "-f", "deploy").code == 0


def test_a_file_named_like_a_version_is_a_file(run: Run) -> None:
    write("1.30", values={"global": {"hub": "second"}})
    _, found = compared(run, write("old.yaml"), "1.30")
    assert list(found) == ["values.global.hub"]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        pytest.param(["1.30", "no-such"], "no-such: no such file or folder", id="no such file"),
        pytest.param(["1.30", "1.99"], "no built-in configuration for Istio '1.99'", id="no such version"),
        pytest.param(["1.30", "app.yaml"], "app.yaml: expected a file of kind InjectionConfig", id="no configuration"),
        pytest.param(["1.30", "1.31", "-f", "none.yaml"], "none.yaml: no such file", id="no such workloads"),
        pytest.param(["1.30", "1.31", "-f", "map.yaml"], "no workloads in map.yaml", id="no workloads in the files"),
        pytest.param(["1.30", "1.31", "-o", "yaml"], "expected text or json or html, found 'yaml'", id="format"),
        pytest.param(["1.30"], "missing argument", id="only one"),
    ],
)
def test_errors_of_diff_exit_with_2(arguments: list[str], expected: str, run: Run) -> None:
    Path("app.yaml").write_text(POD)
    Path("map.yaml").write_text("apiVersion: v1\nkind: ConfigMap\n")
    code, out, err = run("config", "diff", *arguments)
    assert (code, out) == (2, "")
    assert expected in " ".join(err.split())


# --- verify -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changed", "code", "expected"),
    [
        pytest.param({}, 0, "mesh.yaml: as it was captured\n", id="as it was"),
        pytest.param({"platform": "openshift"}, 1, "mesh.yaml: edited since it was captured", id="edited"),
        pytest.param({"digest": "sha256:0"}, 1, "mesh.yaml: edited since it was captured", id="another digest"),
        pytest.param({"digest": None}, 1, "mesh.yaml: edited since it was captured", id="no digest"),
    ],
)
def test_verify(changed: dict[str, Any], code: int, expected: str, run: Run) -> None:
    ended = run("config", "verify", write("mesh.yaml", **changed))
    assert (ended.code, ended.err) == (code, "")
    assert ended.out.startswith(expected)


def test_formatting_is_no_edit(run: Run) -> None:
    file = Path(write("mesh.yaml"))
    file.write_text("# reviewed\n" + yaml.safe_dump(yaml.safe_load(file.read_text()), indent=4))
    assert run("config", "verify", "mesh.yaml").code == 0


@pytest.mark.parametrize(
    ("arguments", "code", "expected"),
    [
        pytest.param(["app.yaml"], 2, "app.yaml: expected one document of kind InjectionConfig", id="another kind"),
        pytest.param(["none.yaml"], 2, "none.yaml: no such file or folder", id="no such file"),
        pytest.param(["mesh.yaml", "--context", "prod"], 2, "--context: is for --from-cluster", id="context"),
        pytest.param(
            ["mesh.yaml", "--from-cluster", "--kubeconfig", "no-such-file"],
            2,
            "--kubeconfig: no such file no-such-file",
            id="no cluster",
        ),
    ],
)
def test_errors_of_verify(arguments: list[str], code: int, expected: str, run: Run) -> None:
    write("mesh.yaml")
    Path("app.yaml").write_text(POD)
    found, out, err = run("config", "verify", *arguments)
    assert (found, out) == (code, "")
    assert expected in " ".join(err.split())
