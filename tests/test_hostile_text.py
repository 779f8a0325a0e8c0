"""Texts of strangers in every place of their input: no program prints one that does more than to be read."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helm_postrenderer.main import main as helm
from kubectl_inject.cli.main import main as inject
from kubectl_inject.webhook.review.pod_review import PodReviewer
from kustomize_plugin.main import main as krm
from tests.conftest import MESH, MESH_FLAGS, mesh_config
from tests.program_runs import Ended, decoded, ended
from tests.webhook.reviews import review_of

Object = dict[str, Any]

EVIL = [
    "a\n::error::all is lost",
    "::set-output name=x::y",
    "  ::add-mask::a",
    "a\r##[error]b",
    "##vso[task.setvariable variable=x]y",
    "##teamcity[buildStatus text='a']",
    "\x1b[31ma\x1b[0m",
    "\x9b31ma\x85b",
    "a\x1b]0;title\x07b",
    "\u202egnp.exe\u2066\u2069\u200f",
    "a\u2028b\u2029c\x0bd\x0ce",
    "\ufeff\u200b\u2060",
    "a\n  warning: b\n  ::error::c",
    "[link](https://example.com) [bold]x[/] {0}",
]
TEXTS = st.one_of(st.sampled_from(EVIL), st.lists(st.sampled_from(EVIL), min_size=2, max_size=3).map("".join))


def printable_problems(text: str) -> Iterator[str]:
    """Yield what in a text does more than to be read."""
    for line in text.split("\n"):
        if line.strip().startswith("::"):
            yield f"a command: {line!r}"
        if re.search(r"##(\[|vso\[|teamcity\[)", line, re.IGNORECASE):
            yield f"a command: {line!r}"
        for character in line:
            if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp"):
                yield f"U+{ord(character):04X} in {line!r}"


APP: Object = {"name": "app", "image": "nginx"}
PLACES: dict[str, tuple[Object, Object]] = {
    "name": ({"name": "TEXT"}, {}),
    "namespace": ({"namespace": "TEXT"}, {}),
    "generateName": ({"name": None, "generateName": "TEXT"}, {}),
    "container": ({}, {"containers": [APP, {"name": "TEXT"}, {"name": "TEXT", "image": "TEXT"}]}),
    "image": ({}, {"containers": [{"name": "app", "image": "TEXT"}]}),
    "volume": (
        {},
        {
            "volumes": [{"name": "TEXT", "configMap": {"items": [{"key": "a", "path": "/TEXT"}]}}],
            "containers": [{**APP, "volumeMounts": [{"name": "TEXT?", "mountPath": "TEXT"}]}],
        },
    ),
    "variable": (
        {},
        {
            "containers": [
                {**APP, "env": [{"name": "TEXT", "value": "TEXT", "valueFrom": {"fieldRef": {"fieldPath": "TEXT"}}}]}
            ]
        },
    ),
    "annotation": ({"annotations": {"TEXT": "TEXT"}}, {}),
    "label": ({"labels": {"TEXT": "TEXT"}}, {}),
    "field": ({}, {"TEXT": {"TEXT": "TEXT"}}),
    "wrong type": ({}, {"containers": [{**APP, "ports": "TEXT"}]}),
    "own proxy": (
        {},
        {"containers": [APP, {"name": "istio-proxy", "image": "TEXT", "env": [{"name": "TEXT", "value": "TEXT"}]}]},
    ),
    "inject label": ({"labels": {"sidecar.istio.io/inject": "TEXT"}}, {}),
    "status": ({"annotations": {"sidecar.istio.io/status": "TEXT"}}, {}),
    "record": (
        {
            "annotations": {
                "sidecar.istio.io/status": '{"containers":["istio-proxy"]}',
                "kubectl-inject/restore": '{"TEXT": "TEXT"}',
            }
        },
        {},
    ),
    **{
        name: ({"annotations": {name: "TEXT"}}, {})
        for name in (
            *("inject.istio.io/templates", "sidecar.istio.io/inject", "sidecar.istio.io/proxyCPU"),
            *("sidecar.istio.io/logLevel", "proxy.istio.io/config", "sidecar.istio.io/proxyImage"),
            *("traffic.sidecar.istio.io/excludeInboundPorts", "sidecar.istio.io/userVolume"),
        )
    },
}


def with_text(value: Any, text: str) -> Any:
    """Return a value with a text wherever TEXT stands in it."""
    if isinstance(value, dict):
        return {with_text(key, text): with_text(item, text) for key, item in value.items()}
    if isinstance(value, list):
        return [with_text(item, text) for item in value]
    return value.replace("TEXT", text) if isinstance(value, str) else value


def pod(text: str, place: str) -> Object:
    """Return a Pod with a text in a place of it."""
    metadata, spec = (with_text(part, text) for part in PLACES[place])
    metadata = {"name": "web", "namespace": "shop", **metadata}
    return {"apiVersion": "v1", "kind": "Pod", "metadata": metadata, "spec": {"containers": [APP], **spec}}


WORKLOADS = st.builds(pod, TEXTS, st.sampled_from(sorted(PLACES)))
TWO_CONTAINERS = json.dumps(pod("x", "container"))

Program = Callable[..., Ended]


@pytest.fixture
def program(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Program:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv("KUBECTL_EXTERNAL_DIFF", raising=False)

    def run(main: Callable[[list[str]], None], *arguments: str, stdin: str = "") -> Ended:
        monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(stdin.encode())))
        return ended(main, arguments, lambda: decoded(capfdbinary.readouterr()))

    return run


by_hypothesis = settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def check(*texts: str) -> None:
    for text in texts:
        assert list(printable_problems(text)) == []


def check_xml(text: str) -> None:
    check(text)
    ElementTree.fromstring(text)


@pytest.mark.slow
@by_hypothesis
@given(WORKLOADS)
def test_commands(program: Program, workload: Object) -> None:
    Path("app.json").write_text(json.dumps(workload))
    flags = ("-f", "app.json", *MESH_FLAGS)
    injected = program(inject, *flags, "--verbose", "-o", "yaml")
    check(injected.err, program(inject, *flags, "--strict").err)
    for form in ("text", "json", "sarif", "junit"):
        checked = program(inject, "check", *flags, "-o", form)
        check(checked.err, checked.out)
        if checked.out and form == "junit":
            ElementTree.fromstring(checked.out)
        elif checked.out and form != "text":
            json.loads(checked.out)
    for output in ((), ("-o", "json"), ("-o", "yaml")):
        explained = program(inject, "explain", *flags, *output)
        check(explained.err, explained.out)
    check(program(inject, "diff", *flags).err)
    if not injected.code:
        Path("injected.yaml").write_text(injected.out)
        check(program(inject, "uninject", "-f", "injected.yaml").err)
        checked = program(inject, "check", "-f", "injected.yaml", *MESH_FLAGS)
        check(checked.err, checked.out)


@by_hypothesis
@given(WORKLOADS, TEXTS)
def test_the_function(program: Program, workload: Object, path: str) -> None:
    metadata = workload["metadata"]
    metadata["annotations"] = {**metadata.get("annotations", {}), "internal.config.kubernetes.io/path": path}
    items = {"apiVersion": "config.kubernetes.io/v1", "kind": "ResourceList", "items": [workload]}
    given_list = json.dumps(items)
    ran = program(krm, stdin=given_list)
    check(ran.err)
    results = yaml.safe_load(ran.out)["results"] if ran.out else []
    assert results
    for result in results:
        check(result["message"], *result.get("resourceRef", {}).values())


@by_hypothesis
@given(WORKLOADS)
def test_the_post_renderer(program: Program, workload: Object) -> None:
    ran = program(helm, "--log", "log.txt", stdin=json.dumps(workload))
    check(ran.err, Path("log.txt").read_text())
    Path("log.txt").unlink()


@by_hypothesis
@given(WORKLOADS)
def test_answers_of_the_webhook(workload: Object) -> None:
    answer = json.loads(PodReviewer(mesh_config()).review(review_of(workload), "/inject").answer)["response"]
    check(
        *answer.get("auditAnnotations", {}).values(),
        *answer.get("warnings", []),
        answer.get("status", {}).get("message", ""),
    )


NAMES = [name for name in EVIL if "/" not in name]
CONTENTS = [TWO_CONTAINERS, "kind: [", "", '{"kind": "\x01"}']
FORMS = [(), ("check",), ("check", "-o", "junit"), ("check", "-o", "sarif"), ("explain",), ("diff",)]


@pytest.mark.parametrize(("name", "content"), list(zip(NAMES, CONTENTS * 4, strict=False)))
def test_names_of_files(program: Program, name: str, content: str) -> None:
    folder = Path(name)
    folder.mkdir()
    (folder / f"{name}.yaml").write_text(content)
    # The lines of a diff are those of the file, so that patch can use them.
    for form in FORMS if content == TWO_CONTAINERS else FORMS[:1]:
        ran = program(inject, *form, "-f", f"./{name}", *MESH_FLAGS)
        check(ran.err, ran.out)
    check(program(inject, "-f", f"{name}/none.yaml").err, program(inject, "config", "verify", f"{name}/x").err)


@pytest.mark.parametrize("text", EVIL)
def test_names_in_configurations(program: Program, text: str) -> None:
    Path("app.json").write_text(TWO_CONTAINERS)
    mesh = yaml.safe_load((MESH / "inject-config.yaml").read_text())
    mesh["templates"][text] = "{{ fail " + json.dumps(text) + " }}"
    mesh["defaultTemplates"] = [text]
    Path("inject.yaml").write_text(json.dumps(mesh))
    values = json.loads((MESH / "values.json").read_text())
    values[text] = values["global"]["hub"] = text
    Path("values.json").write_text(json.dumps(values))
    files = ("--inject-config-file", "inject.yaml", "--values-file", "values.json", *MESH_FLAGS[4:])
    for arguments in (
        ("-f", "app.json", *files),
        ("check", "-f", "app.json", *files),
        ("config", "show", *files),
        ("config", "show", "-o", "json", *files),
        ("config", "show", "-o", "yaml", *files),
        ("config", "diff", "1.30", "inject.yaml"),
        ("-f", "app.json", "--set", f"{text}=1"),
    ):
        ran = program(inject, *arguments)
        check(ran.err, ran.out)
    for settings_file in ({text: 1}, {"values": {text: text}}, {"set": [text]}, {"config": text}, {"revision": text}):
        Path("kubectl-inject.yaml").write_text(json.dumps(settings_file))
        ran = program(inject, "explain", "-f", "app.json")
        check(ran.err, ran.out)
