"""Sends what strangers might send to the parts that read it, for a given time: ``make fuzz``.

A finding is whatever is raised but an error of this project's own, an answer that does not come in time, and a note of
the way back that changes what a Pod runs. Inputs that led to one are kept in ``.hypothesis`` and are tried first the
next time. ``python -m tools.fuzz --help`` says more.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import signal
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from kubectl_inject import InjectionError
from kubectl_inject.builtin import builtin_config
from kubectl_inject.config.injection_config import InjectionConfig
from kubectl_inject.config.saved_files import from_documents
from kubectl_inject.injection.injector import Injector
from kubectl_inject.injection.removal.uninjection import uninject_document
from kubectl_inject.manifests.stream import split
from kubectl_inject.settings.injection_settings import read_settings
from kubectl_inject.settings.resolved import SettingsLayer, resolve
from kubectl_inject.webhook.review.admission_review import ReviewError
from kubectl_inject.webhook.review.pod_review import PodReviewer

_PATIENCE = 10
"""How many seconds one input may take."""

_IN_A_ROUND = 200

_DEPLOYMENT = """\
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  labels: &labels {app: web}
spec:
  template:
    metadata:
      labels: *labels
      annotations:
        prometheus.io/port: "9102" # scraped
    spec:
      containers:
      - name: app
        image: nginx
        readinessProbe: {httpGet: {path: /, port: 80}}
"""

SYNTAX = (
    "---\n",
    "...\n",
    "%YAML 1.1\n",
    "&a ",
    "*a",
    "<<: ",
    "- ",
    "? ",
    ": ",
    "{",
    "}",
    "[",
    "]",
    "|\n",
    ">-\n",
    "#",
    "'",
)
WORDS = ("!!str ", '"', "\n", "\r", "\n  ", "\t", "~", "null", "0x1F", "1e999", ".inf", "y", "\u2028", "\ufeff", "\x00")
FIELDS = ("metadata:", "spec:", "labels:", "containers:", "name:", "kind: List\nitems:", "kind: Pod", "apiVersion: v1")
HEAVY = ("sidecar.istio.io/status: '{}'", "kubectl-inject/restore: '{}'", "9" * 5000, "{a: " * 50, "- " * 50)
TOKENS = st.sampled_from((*SYNTAX, *WORDS, *FIELDS, *HEAVY))
SCALARS = st.none() | st.booleans() | st.integers(-(2**70), 2**70) | st.floats() | st.text(max_size=12) | TOKENS
POD_FIELDS = (
    "spec",
    "metadata",
    "template",
    "containers",
    "initContainers",
    "volumes",
    "name",
    "image",
    "command",
    "env",
)
NOTE_FIELDS = ("labels", "annotations", "$patch", "$setElementOrder/containers", "object", "text", "line", "now", "was")
NAMES = st.sampled_from((*POD_FIELDS, *NOTE_FIELDS)) | st.text(max_size=6)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=4), max_leaves=25
)


@st.composite
def manifests(draw: st.DrawFn) -> str:
    """Return a manifest in which some pieces were replaced."""
    text = _DEPLOYMENT
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(len(text), start + 40)))
        text = text[:start] + "".join(draw(st.lists(TOKENS | st.text(max_size=4), max_size=6))) + text[end:]
    return text


CONTROL = (
    "{{",
    "}}",
    "{{-",
    "-}}",
    "{{ if .Values }}",
    "{{ end }}",
    "{{ range $i, $x := until 99999 }}",
    "{{ else if 1 }}",
)
CALLS = (
    "{{ toYaml .Spec }}",
    "{{ repeat 99999 `x` }}",
    "{{ (((1))) }}",
    "|",
    "{{ $a := list 1 2 }}",
    "{{ set .Values `a` 1 }}",
)
OTHERS = ("{{ define `a` }}", "{{ template `a` . }}", "{{ regexFind `(a*)*b` .Revision }}", "{{ printf `%9999d` 1 }}")
PRINTED = ("{{ .ObjectMeta.Annotations }}", "{{ index . 1 2 }}", "spec: {}\n", "spec:\n  containers:\n", "- name: a\n")
ACTIONS = st.sampled_from((*CONTROL, *CALLS, *OTHERS, *PRINTED))


@cache
def _builtin() -> InjectionConfig:
    return builtin_config()


def fuzz_manifests(text: str) -> None:
    """Inject and uninject a text."""
    injected = Injector(_builtin()).inject_text(text, "input.yaml").text
    for document in split(injected, "input.yaml"):
        uninject_document(document)


def fuzz_templates(template: str) -> None:
    """Inject by a template."""
    parts = yaml.safe_dump({"templates": {"sidecar": template}}), "global: {hub: h, tag: t}", "trustDomain: td"
    Injector(InjectionConfig.from_texts(*parts)).inject_text(_DEPLOYMENT)


def fuzz_settings(given_settings: dict[str, Any]) -> None:
    """Read settings, and resolve them."""
    resolve([SettingsLayer("fuzz", read_settings(given_settings, "settings"))])


def fuzz_configurations(document: dict[str, Any]) -> None:
    """Read a captured configuration, and inject by it."""
    config = from_documents([("mesh.yaml", document)]).injection_config()
    Injector(config).inject_text(_DEPLOYMENT)


def fuzz_records(notes: dict[str, Any]) -> None:
    """Inject and uninject a Pod with notes of the way back that it should not have."""
    pod = yaml.safe_load(_DEPLOYMENT)
    annotations = {name: value if isinstance(value, str) else json.dumps(value) for name, value in notes.items()}
    record = {name: value for name, value in annotations.items() if name.startswith("kubectl-inject/")}
    pod["metadata"]["annotations"] = record
    pod["spec"]["template"]["metadata"]["annotations"] = {**annotations}
    injected = Injector(_builtin()).inject_object(pod).object
    (app,) = [each for each in injected["spec"]["template"]["spec"]["containers"] if each.get("name") == "app"]
    assert app["image"] == "nginx", "a note changed what runs"
    assert "command" not in app, "a note changed what runs"


def fuzz_reviews(body: bytes) -> None:
    """Review what somebody sent to the webhook."""
    with contextlib.suppress(ReviewError):
        PodReviewer(_builtin()).review(body, "/inject")


SETTINGS = ["config", "values", "set", "meshConfig", "istioVersion", "revision", "revisionTags", "namespaceLabels"]
CAPTURED = ["injectConfig", "values", "meshConfig", "webhooks", "istioVersion", "source", "tags", "nativeSidecars"]
NOTES = ["kubectl-inject/restore", "sidecar.istio.io/status", "proxy.istio.io/overrides", "proxy.istio.io/config"]
REVIEW = {"apiVersion": "admission.k8s.io/v1", "kind": "AdmissionReview"}
HEAD = {
    "apiVersion": "kubectl-inject/v1alpha1",
    "kind": "InjectionConfig",
    "injectConfig": {},
    "values": {},
    "meshConfig": {},
}


@dataclass(frozen=True, slots=True)
class Target:
    """A part that reads what strangers send, and what is sent to it."""

    run: Callable[[Any], None]
    inputs: st.SearchStrategy[Any]


def _named(names: list[str]) -> st.SearchStrategy[dict[str, Any]]:
    return st.dictionaries(st.sampled_from(names), VALUES, max_size=4)


TARGETS = {
    "manifests": Target(fuzz_manifests, manifests()),
    "templates": Target(fuzz_templates, st.lists(ACTIONS | st.text(max_size=5), max_size=12).map("".join)),
    "settings": Target(fuzz_settings, _named(SETTINGS)),
    "configurations": Target(fuzz_configurations, _named(CAPTURED).map(lambda given_parts: {**HEAD, **given_parts})),
    "records": Target(fuzz_records, _named(NOTES)),
    "reviews": Target(
        fuzz_reviews,
        st.binary(max_size=60)
        | VALUES.map(lambda value: json.dumps({**REVIEW, "request": value}).encode())
        | VALUES.map(
            lambda value: json.dumps(
                {**REVIEW, "request": {"uid": "1", "operation": "CREATE", "namespace": "a", "object": value}}
            ).encode()
        ),
    ),
}


@contextlib.contextmanager
def _in_time() -> Iterator[None]:
    def late(*_signal: object) -> None:
        raise TimeoutError(f"no answer within {_PATIENCE} seconds")

    signal.signal(signal.SIGALRM, late)
    signal.alarm(_PATIENCE)
    try:
        yield
    finally:
        signal.alarm(0)


def try_target(target: Target, number: int, examples: int = _IN_A_ROUND) -> None:
    """Send a number of inputs to a part, others for each ``number``. Raises what is a finding."""

    @seed(number)
    @settings(
        max_examples=examples,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.reuse, Phase.generate, Phase.shrink),
    )
    @given(target.inputs)
    def attack(value: Any) -> None:
        with _in_time(), contextlib.suppress(InjectionError):
            target.run(value)

    attack()


def main() -> int:
    """Try the targets in turns until the time is over; return how many of them had a finding."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("targets", nargs="*", choices=[*TARGETS, []], help="Which parts. Default: all.")
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=time.time_ns() % 2**32, help="Where the random numbers begin.")
    given_arguments = parser.parse_args()
    names = given_arguments.targets or list(TARGETS)
    end, rounds, findings = time.monotonic() + 60 * given_arguments.minutes, 0, 0
    print(f"seed {given_arguments.seed}", flush=True)  # noqa: T201
    while names and (time.monotonic() < end or rounds < len(names)):
        name = names[rounds % len(names)]
        rounds += 1
        try:
            try_target(TARGETS[name], given_arguments.seed + rounds)
        except Exception as error:  # noqa: BLE001  # whatever it is, it is the finding
            print(f"{name}: {type(error).__name__}: {error}", *getattr(error, "__notes__", []), sep="\n")  # noqa: T201
            names.remove(name)
            findings += 1
    print(f"{rounds} rounds of {_IN_A_ROUND} inputs, {findings} findings")  # noqa: T201
    return findings


if __name__ == "__main__":
    sys.exit(min(main(), 1))
