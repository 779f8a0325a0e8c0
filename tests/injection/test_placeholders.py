"""Placeholders that a pipeline replaces later: left alone where injection has no business with them."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from kubectl_inject.errors import InjectionError
from kubectl_inject.injection.injector import Injector
from kubectl_inject.injection.removal.uninjection import uninject_document
from kubectl_inject.injection.reports.warnings.warning import Warned
from kubectl_inject.manifests.stream import split
from kubectl_inject.settings.injection_settings import InjectionSettings
from kubectl_inject.settings.resolved import SettingsLayer, resolve
from tests.conftest import mesh_config, pod, small_config

DEPLOYMENT = """\
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 2
  selector:
    matchLabels: {app: web}
  template:
    metadata:
      labels:
        app: web
    spec:
      terminationGracePeriodSeconds: 30
      enableServiceLinks: true
      containers:
      - name: web
        image: nginx
        ports:
        - containerPort: 80
        resources:
          limits:
            cpu: 123m
            memory: 65Mi
        securityContext:
          runAsUser: 1000
        readinessProbe:
          periodSeconds: 5
          timeoutSeconds: 3
          httpGet:
            port: 81
            path: /
      - name: istio-proxy
        image: auto
        securityContext:
          runAsUser: 1338
      volumes:
      - name: scratch
        emptyDir:
          sizeLimit: 1Gi
"""
LEFT_ALONE = [
    ("replicas: 2", "replicas: ${N}", "spec.replicas"),
    ("replicas: 2", 'replicas: "${N:-3}"  # how many', "spec.replicas"),
    ("replicas: 2", "replicas: $(N)", "spec.replicas"),
    ("replicas: 2", "replicas: $N", "spec.replicas"),
    ("Seconds: 30", "Seconds: ${GRACE}", "spec.template.spec.terminationGracePeriodSeconds"),
    ("Links: true", "Links: ${LINKS}", "spec.template.spec.enableServiceLinks"),
    ("cpu: 123m", "cpu: ${CPU}m", "spec.template.spec.containers[0].resources.limits[cpu]"),
    ("memory: 65Mi", "memory: '$(MEMORY)'", "spec.template.spec.containers[0].resources.limits[memory]"),
    ("User: 1000", "User: ${USER_ID}", "spec.template.spec.containers[0].securityContext.runAsUser"),
    ("Seconds: 5", "Seconds: ${PERIOD}", "spec.template.spec.containers[0].readinessProbe.periodSeconds"),
    ("sizeLimit: 1Gi", "sizeLimit: ${SIZE}", "spec.template.spec.volumes[0].emptyDir.sizeLimit"),
]


@pytest.mark.parametrize(("value", "placeholder", "field"), LEFT_ALONE)
def test_left_alone(value: str, placeholder: str, field: str) -> None:
    given, plain = DEPLOYMENT.replace(value, placeholder), DEPLOYMENT
    injector = Injector(mesh_config())
    done, other = injector.inject_text(given), injector.inject_text(plain)
    assert done.text == other.text.replace(value, placeholder)
    (warning,) = done.report.workloads[0].warnings[:1]
    assert f"{field}: {yaml.safe_load(placeholder).popitem()[1]}" in str(warning)
    assert other.report.workloads[0].warnings == ()
    assert injector.inject_text(done.text).text == done.text
    (document,) = split(done.text, "web.yaml")
    assert uninject_document(document).text == given


NEEDED = [
    ("containerPort: 80", "containerPort: ${PORT}", r"containers\[0\].ports\[0\].containerPort: .*'\$\{PORT\}'"),
    ("User: 1338", "User: ${PROXY}", r"containers\[1\].securityContext.runAsUser: expected a whole number of 64 bits"),
    ("Seconds: 3\n", "Seconds: ${TIME}\n", r"readinessProbe.timeoutSeconds: .*'\$\{TIME\}'"),
    ("port: 81", "port: ${PORT}", r"container web: httpGet.port of a probe or hook: .*'\$\{PORT\}'"),
]


@pytest.mark.parametrize(("value", "placeholder", "message"), NEEDED)
@pytest.mark.parametrize("more", [False, True])
def test_needed(value: str, placeholder: str, message: str, more: bool) -> None:
    given = DEPLOYMENT.replace(value, placeholder)
    if more:
        given = given.replace("replicas: 2", "replicas: ${N}").replace("123m", "${CPU}").replace("1Gi", "${SIZE}")
    config = resolve([SettingsLayer("flags", InjectionSettings(istio_version="1.31"))]).config
    with pytest.raises(InjectionError, match=f"Deployment web: .*{message}.*; injection needs the value"):
        Injector(config).inject_text(given)


@pytest.mark.parametrize(
    ("value", "wrong"),
    [
        ("replicas: 2", "replicas: many"),
        ("replicas: 2", "replicas: 2$"),
        ("replicas: 2", "replicas: $1"),
        ("replicas: 2", "replicas: '{{ n }}'"),
        ("sizeLimit: 1Gi", "sizeLimit: big"),
        ("matchLabels: {app: web}", "matchLabels: ${LABELS}"),
        ("      - name: web\n", "      - name: [$N]\n"),
    ],
)
def test_what_is_no_placeholder_of_a_number_stays_an_error(value: str, wrong: str) -> None:
    for other in ("30", "${GRACE}"):
        given = DEPLOYMENT.replace("Seconds: 30", f"Seconds: {other}").replace(value, wrong)
        with pytest.raises(InjectionError, match=r"expected .*, found"):
            Injector(mesh_config()).inject_text(given)


READS = """
spec:
  containers:
  - name: istio-proxy
    image: auto
    args: ["{{ .Spec.TerminationGracePeriodSeconds }}"]
"""
SETS = """
spec:
  terminationGracePeriodSeconds: 60
  containers:
  - name: istio-proxy
    image: auto
"""
COMPARES = """
spec:
  containers:
  - name: istio-proxy
    image: "{{ if .Spec.TerminationGracePeriodSeconds }}given{{ else }}zero{{ end }}"
"""


@pytest.mark.parametrize("template", [READS, SETS, COMPARES])
def test_a_template_decides_what_is_needed(template: str) -> None:
    spec: dict[str, Any] = {
        "terminationGracePeriodSeconds": "${GRACE}",
        "activeDeadlineSeconds": "${DEADLINE}",
        "containers": [{"name": "web", "image": "nginx"}],
    }
    with pytest.raises(InjectionError, match=r"spec.terminationGracePeriodSeconds: .*injection needs the value"):
        Injector(small_config(template)).inject_object(pod(spec))
    done = Injector(small_config(template)).inject_object(pod({**spec, "terminationGracePeriodSeconds": 30}))
    assert done.object["spec"]["activeDeadlineSeconds"] == "${DEADLINE}"


def test_a_probe_that_is_not_rewritten_may_have_one() -> None:
    config = small_config(values={"sidecarInjectorWebhook": {"rewriteAppHTTPProbe": False}})
    given = DEPLOYMENT.replace("port: 81", "port: ${PORT}")
    assert "port: ${PORT}" in Injector(config).inject_text(given).text


def test_a_workload_that_is_skipped_stays_as_it_is() -> None:
    skipped = DEPLOYMENT.replace("        app: web", '        app: web\n        sidecar.istio.io/inject: "false"')
    given = skipped.replace("replicas: 2", "replicas: ${N}")
    done = Injector(mesh_config()).inject_text(given)
    assert done.text == given
    assert Warned.PLACEHOLDER not in [warning.code for warning in done.report.workloads[0].warnings]
