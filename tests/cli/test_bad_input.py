"""Bad input: one clear message, exit status 1 (2 for wrong usage), nothing on standard output."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.conftest import MESH, MESH_FLAGS
from tests.program_runs import Run

WORKLOAD = """\
apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  template:
    metadata: {annotations: {ANNOTATION}}
    spec:
      containers: [{name: web, image: nginx}]
"""
BOMB = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 40)) + "kind: Pod\n"


def annotated(name: str, value: str) -> str:
    return WORKLOAD.replace("{ANNOTATION}", json.dumps({name: value}))


@pytest.mark.parametrize(
    ("manifest", "expected"),
    [
        ("", ["nothing was in it"]),
        ("a: [1\nb: 2\n", ["app.yaml:2", "document 1"]),
        ("kind: Pod\n\tspec: x\n", ["app.yaml:2:1", "tab"]),
        ("- a\n- b\n", ["expected an object", "found a list; if it is no manifest, --exclude leaves the file out"]),
        ("- op: remove\n  path: /spec/replicas\n", ["found a list; this looks like a JSON patch", "by -k"]),
        ("- {apiVersion: v1, kind: Pod}\n", ["found a list; write its items as documents"]),
        ("just text\n", ["expected an object", "found the string 'just text'; if it is no manifest"]),
        ("- a {{ .Values.a }}\n", ["found a list; this looks like a template of a Helm chart"]),
        (
            "kind: Pod\napiVersion: v1\nspec: {containers: nope}\n",
            ["Pod <unnamed>", "spec.containers", "expected a list"],
        ),
        (
            "kind: Pod\napiVersion: v1\nspec: {containers: [{name: a, ports: [{containerPort: x}]}]}\n",
            ["spec.containers[0].ports[0].containerPort", "whole number", "'x'"],
        ),
        ("kind: Deployment\napiVersion: apps/v1\nspec: {template: []}\n", ["spec.template", "expected a mapping"]),
        ("kind: Pod\napiVersion: v1\nspec: {containers: [{name: a", ["app.yaml:"]),
        (BOMB, ["alias", "limit"]),
        ("kind: Pod\nspec: " + "[" * 10_000, ["nest", "limit"]),
        (
            annotated("sidecar.istio.io/interceptionMode", "SIDEWAYS"),
            ["Deployment web", "'sidecar.istio.io/interceptionMode'", "'SIDEWAYS'", "REDIRECT,TPROXY,NONE"],
        ),
        (
            annotated("traffic.sidecar.istio.io/excludeInboundPorts", "80,web"),
            ["excludeInboundPorts", "'web'", "65535"],
        ),
        (annotated("traffic.sidecar.istio.io/includeOutboundIPRanges", "10.0.0.0"), ["includeIPRanges", "10.0.0.0/8"]),
        (
            annotated("sidecar.istio.io/proxyCPU", "lots"),
            ["'sidecar.istio.io/proxyCPU'", "'lots'", "quantities must match"],
        ),
        (
            annotated("proxy.istio.io/config", "concurrency: many"),
            ["proxy.istio.io/config", "concurrency", "whole number"],
        ),
        (annotated("inject.istio.io/templates", "gateway"), ["'gateway' not found", "there are: sidecar"]),
        (annotated("proxy.istio.io/overrides", "{"), ["proxy.istio.io/overrides", "cannot be read"]),
    ],
    ids=lambda value: None if isinstance(value, list) else value[:40],
)
def test_manifest(run: Run, write_file: Callable[[str, str], Path], manifest: str, expected: list[str]) -> None:
    code, out, err = run("-f", str(write_file("app.yaml", manifest)), *MESH_FLAGS)
    assert (code, out) == (1, "")
    assert "Traceback" not in err
    for words in expected:
        assert words in err


@pytest.mark.parametrize(
    ("flag", "text", "expected"),
    [
        ("--inject-config-file", "", ["nothing was in it"]),
        ("--inject-config-file", "policy: enabled\n", ["no templates", "found policy"]),
        ("--inject-config-file", "- a\n", ["expected a mapping, found a list"]),
        ("--inject-config-file", "templates: {sidecar: [a]}\n", ["templates.sidecar", "expected a text"]),
        ("--inject-config-file", "templates: {sidecar: ''}\npolicy: maybe\n", ["policy", "enabled or disabled"]),
        (
            "--inject-config-file",
            "templates: {sidecar: '{{ if }}'}\n",
            ["'sidecar' cannot be parsed", "missing value for if"],
        ),
        (
            "--inject-config-file",
            'templates: {sidecar: "a\\n{{ fail `no` }}"}\n',
            ["Deployment web", "template 'sidecar'", "sidecar:2:3", "no"],
        ),
        ("--inject-config-file", "templates: {sidecar: 'a: [b'}\n", ["template 'sidecar' did not render YAML"]),
        (
            "--inject-config-file",
            "templates: {sidecar: 'spec: {containers: no}'}\n",
            ["did not render a part of a Pod", "spec.containers"],
        ),
        ("--values-file", "{", ["expected"]),
        ("--mesh-config-file", "defaultConfig: {concurrency: many}\n", ["defaultConfig.concurrency", "whole number"]),
        ("--mesh-config-file", "enableTracing: perhaps\n", ["enableTracing", "true or false"]),
    ],
    ids=lambda value: None if isinstance(value, list) else value[:40],
)
def test_configuration(
    run: Run, write_file: Callable[[str, str], Path], flag: str, text: str, expected: list[str]
) -> None:
    manifest = write_file("app.yaml", annotated("a", "b"))
    code, out, err = run("-f", str(manifest), *MESH_FLAGS, flag, str(write_file("given", text)))
    assert (code, out) == (1, "")
    for words in expected:
        assert words in err


@pytest.mark.parametrize(
    ("arguments", "code", "expected"),
    [
        (["-f", "no-such-file.yaml", *MESH_FLAGS], 1, "no such file"),
        (["-f", str(MESH.parent), *MESH_FLAGS], 1, "--recursive"),
        (["-f", "x.yaml", *MESH_FLAGS[2:]], 1, "missing --inject-config-file"),
        (["-f", "-", "-f", "-", *MESH_FLAGS], 1, "named twice"),
        (["-f", "ftp://example.com/x", *MESH_FLAGS], 1, "expected http:// or https://"),
        (MESH_FLAGS, 2, "expected files, at least one"),
        (["-f", "x.yaml", "-o", "toml", *MESH_FLAGS], 2, "expected yaml or json"),
        (["-f", "x.yaml", "--platform", "vms", *MESH_FLAGS], 2, "expected openshift"),
        (["-f", "x.yaml", "--no-such-flag"], 2, "no such option"),
    ],
)
def test_usage(run: Run, arguments: list[str], code: int, expected: str) -> None:
    found, out, err = run(*arguments, stdin="a: b")
    assert (found, out) == (code, "")
    assert expected in err


@pytest.fixture
def server() -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:  # the name is the library's
            self.send_error(404)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as httpd:
        threading.Thread(target=httpd.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{httpd.server_port}"
        httpd.shutdown()


def test_url_that_answers_404(run: Run, server: str) -> None:
    code, out, err = run("-f", f"{server}/app.yaml", *MESH_FLAGS)
    assert (code, out) == (1, "")
    assert "404" in err


def test_nothing_is_printed_where_a_later_document_fails(run: Run, write_file: Callable[[str, str], Path]) -> None:
    manifest = annotated("a", "b") + "---\n" + annotated("sidecar.istio.io/proxyCPU", "lots")
    code, out, err = run("-f", str(write_file("app.yaml", manifest)), *MESH_FLAGS)
    assert (code, out) == (1, "")
    assert "document 2" in err


def test_output_file_is_left_alone_on_error(run: Run, write_file: Callable[[str, str], Path]) -> None:
    output = write_file("out.yaml", "as it was")
    code, _, _ = run("-f", str(write_file("app.yaml", "- a")), "--output", str(output), *MESH_FLAGS)
    assert code == 1
    assert output.read_text() == "as it was"
    assert sorted(path.name for path in output.parent.iterdir()) == ["app.yaml", "out.yaml"]
