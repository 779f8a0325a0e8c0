"""The way back: the bytes from before the injection, whatever the style they were in."""

from __future__ import annotations

import json
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kubectl_inject import InjectionError
from kubectl_inject.injection.injector import Injector
from kubectl_inject.injection.removal.uninjection import uninject_document
from kubectl_inject.manifests.stream import Document, split
from tests.injection.random_workloads import CONFIGS, random_workload
from tests.manifests.editing.random_style import is_alike, written
from tests.manifests.readers import comments, read_with_pyyaml, read_with_ruamel

INJECTORS = {name: Injector(config) for name, config in CONFIGS.items()}
PLAIN = """\
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web # the name
spec:
  template:
    spec:
      containers:
      - name: app  # the application
        image: nginx

        livenessProbe: {httpGet: {port: 80}}
"""


def uninjected(text: str) -> str:
    return "".join(uninject_document(document).text for document in split(text))


@pytest.mark.slow
@pytest.mark.parametrize("name", INJECTORS)
@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 2**32))
def test_there_and_back(name: str, seed: int) -> None:
    random = Random(seed)
    text = written(random, random_workload(random))
    injected = INJECTORS[name].inject_text(text)
    once = injected.text
    assert (once != text) or not any(workload.injected for workload in injected.report)
    assert INJECTORS[name].inject_text(once).text == once
    assert uninjected(once) == text
    assert is_alike(read_with_pyyaml(once), read_with_ruamel(once))
    missing = comments(text) - comments(once)
    assert all(comment in remembered(once) for comment in missing)


def remembered(text: str) -> str:
    """Return the lines that the workloads of a document remember."""
    value = read_with_pyyaml(text)
    records = [
        json.loads(((item.get("metadata") or {}).get("annotations") or {}).get("kubectl-inject/restore", "{}"))
        for item in value.get("items", [value])
    ]
    return "\n".join(line for record in records for entry in record.get("text", []) for line in entry["was"])


@pytest.mark.parametrize("name", INJECTORS)
@pytest.mark.parametrize(
    "text",
    [
        PLAIN,
        PLAIN.rstrip("\n"),
        PLAIN.replace("\n", "\r\n"),
        "\ufeff" + PLAIN,
        f"# one\n{PLAIN}---\n{PLAIN}...\n---\nkind: ConfigMap\n",
        PLAIN.replace("  name: web", "  annotations: {}\n  name: web"),
        PLAIN.replace("    spec:\n", "    metadata:\n      labels: &l {app: a}\n    spec:\n"),
        PLAIN.replace("spec:\n  template", "spec:\n  selector: {matchLabels: &l {app: a}}\n  template").replace(
            "    spec:\n", "    metadata:\n      labels: *l # t\n    spec:\n"
        ),
        json.dumps(
            {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "a"}, "spec": {"containers": [{"name": "b"}]}}
        ),
        "apiVersion: v1\nkind: List\nitems:\n- " + PLAIN.replace("\n", "\n  ").rstrip(" "),
        PLAIN.replace("\n", "\r"),
        PLAIN.replace("\n", "\r", 4),
        PLAIN.replace("metadata:\n  name: web # the name\n", ""),
        PLAIN.replace("metadata:\n  name: web # the name\n", "metadata: # none\n"),
        PLAIN.replace("    spec:\n", "    metadata: # none\n    spec:\n"),
        PLAIN.replace("    spec:\n", "    metadata: {labels: {app: , n: 5}, annotations: {a: null}}\n    spec:\n"),
        PLAIN.replace("{httpGet: {port: 80}}", "{tcpSocket: {host: a, port: 80}}"),
        PLAIN.replace("{httpGet: {port: 80}}", "{tcpSocket: {port: nope}, periodSeconds: 5}"),
        PLAIN.replace("{httpGet: {port: 80}}", "{grpc: {service: null, port: 80}}"),
    ],
)
def test_styles(name: str, text: str) -> None:
    once = INJECTORS[name].inject_text(text).text
    assert "istio-proxy" in once
    assert uninjected(once) == text


SHARED_LABELS = """\
apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec: # 1
  # 2
  selector:
    matchLabels: &labels # 3
      app: web
      version: 1 # 4
  template:
    metadata:
      labels: *labels # 5
      annotations: {sidecar.istio.io/inject: "true"}
    spec:
      # 6
      containers:
      - name: app
        image: nginx
"""


@pytest.mark.parametrize("inject", ["true", "false"])
def test_numbers_in_labels_that_an_alias_shares(inject: str) -> None:
    text = SHARED_LABELS.replace('"true"', f'"{inject}"')
    injected = INJECTORS["native"].inject_text(text)
    assert read_with_pyyaml(injected.text)["spec"]["selector"]["matchLabels"]["version"] == "1"
    assert read_with_pyyaml(injected.text)["spec"]["template"]["metadata"]["labels"]["version"] == "1"
    assert comments(injected.text) == comments(text)
    assert injected.report.written_anew == 0
    assert uninjected(injected.text) == text


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_a_list_of_many_workloads_that_are_alike(line_break: str) -> None:
    item = PLAIN.replace("{httpGet: {port: 80}}", "{tcpSocket: {host: a, port: 80}} # why").replace("\n", "\n  ")
    text = ("apiVersion: v1\nkind: List\nitems:\n" + 60 * f"- {item.rstrip(' ')}").replace("\n", line_break)
    once = INJECTORS["native"].inject_text(text).text
    assert max(map(len, once.splitlines())) < 1000
    assert uninjected(once) == text
    assert INJECTORS["native"].inject_text(once).text == once


def test_another_configuration_later() -> None:
    text = PLAIN.replace("{httpGet: {port: 80}}", "{tcpSocket: {host: a, port: 80}} # why")
    again = INJECTORS["classic"].inject_text(INJECTORS["native"].inject_text(text).text).text
    assert again == INJECTORS["classic"].inject_text(text).text
    assert uninjected(again) == text


def test_what_was_never_injected_stays() -> None:
    result = uninject_document(Document(PLAIN))
    assert result.text == PLAIN
    assert str(result.reports[0]) == "Deployment web: unchanged: it is not injected"


def test_edits_by_hand_since_stay() -> None:
    text = PLAIN.replace("{httpGet: {port: 80}}", "{httpGet: {port: 80},}")
    once = INJECTORS["native"].inject_text(text).text
    edited = once.replace("image: nginx", "image: nginx:2")
    assert uninjected(edited) == text.replace("image: nginx", "image: nginx:2")
    edited = once.replace("metadata:\n", "# new\nmetadata:\n", 1)
    assert "# new\n" in uninjected(edited)
    assert "istio" not in uninjected(edited)


def test_lines_that_cannot_come_back_since_an_edit_are_reported() -> None:
    text = PLAIN.replace("{httpGet: {port: 80}}", "{tcpSocket: {port: 80}} # why")
    edited = INJECTORS["native"].inject_text(text).text.replace("metadata:\n", "# new\nmetadata:\n", 1)
    (report,) = uninject_document(Document(edited)).reports
    assert "the text was edited since" in str(report)


@pytest.mark.parametrize(
    "record",
    ["{", "5", "[]", '{"object":5}', '{"text":5}', '{"text":[{"line":Infinity,"now":[],"was":[]}]}', "[" * 5000],
)
def test_a_record_that_cannot_be_used(record: str) -> None:
    value = json.dumps(record)
    text = PLAIN.replace("metadata:", f"metadata:\n  annotations:\n    kubectl-inject/restore: {value}")
    with pytest.raises(InjectionError, match="<input>: document 1: Deployment"):
        uninjected(text)


@pytest.mark.parametrize("was", ["\0", "a: [", "\t", "- &x *x", "...", "---"])
def test_remembered_lines_that_are_no_text_are_not_used(was: str) -> None:
    record = json.dumps({"text": [{"line": 1, "now": ["apiVersion: apps/v1"], "was": [was]}]})
    text = PLAIN.replace("metadata:", f"metadata:\n  annotations:\n    kubectl-inject/restore: {json.dumps(record)}")
    assert uninjected(text) == PLAIN
