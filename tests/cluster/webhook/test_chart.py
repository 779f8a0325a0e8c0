"""The chart of the webhook: its objects are those of ``serve manifests``, and a real API server takes them."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cluster.servers.api_server import ApiServer
from tests.cluster.webhook.installation import printed_manifests
from tests.conftest import ROOT
from tests.helm import Helm
from tests.own_programs import KUBECTL_INJECT, with_own_programs
from tests.printed_objects import objects_in

CHART = ROOT / "charts" / "kubectl-inject"
NAMESPACE = ("--namespace", "kubectl-inject")
WITH_NAMESPACE = ("--set", "namespace.create=true")


def rendered(helm: Helm, *flags: str | Path) -> dict[tuple[str, str, str], dict[str, Any]]:
    """Return the objects that Helm makes of the chart; a Helm that is built here knows no Kubernetes of its own."""
    return by_name(objects_in(helm.out("template", "x", CHART, *NAMESPACE, "--kube-version", "1.36.3", *flags)))


def by_name(objects: list[dict[str, Any]]) -> dict[tuple[str, str, str], dict[str, Any]]:
    return {(each["kind"], each["metadata"].get("namespace", ""), each["metadata"]["name"]): each for each in objects}


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a file with the configuration that is built in."""
    import subprocess

    path = tmp_path_factory.mktemp("config") / "mesh.yaml"
    command = [str(KUBECTL_INJECT), "config", "freeze", "-o", str(path)]
    subprocess.run(command, env=with_own_programs(), capture_output=True, check=True)
    return path


@pytest.mark.parametrize(
    ("flags", "values"),
    [
        pytest.param([], [], id="default"),
        pytest.param(
            ["--cert-manager", "--image", "r.example/x:1", "--ignore-failures"],
            ["certificate.certManager=true", "image=r.example/x:1", "failurePolicy=Ignore"],
            id="cert-manager",
        ),
        pytest.param(
            [
                "--revision",
                "canary",
                "--tag",
                "prod",
                "--tag",
                "default",
                "--tag",
                "prod",
                "--webhook-path",
                "/inject/a/b",
            ],
            ["revision=canary", "tags={prod,default,prod}", "webhookPath=/inject/a/b"],
            id="a revision with tags",
        ),
        pytest.param(
            ["--set", "sidecarInjectorWebhook.enableNamespacesByDefault=true", "-n", "mesh"],
            ["enableNamespacesByDefault=true", "namespace.name=mesh"],
            id="by default, another namespace",
        ),
    ],
)
def test_its_objects_are_those_that_are_printed(helm: Helm, config: Path, flags: list[str], values: list[str]) -> None:
    printed = by_name(printed_manifests(*flags))
    (text,) = (each["data"]["mesh.yaml"] for each in printed.values() if each["kind"] == "ConfigMap")
    config = config.with_name("this.yaml")
    config.write_text(text)
    settings = [word for value in values for word in ("--set", value)]
    assert rendered(helm, *WITH_NAMESPACE, *settings, "--set-file", f"config={config}") == printed


@pytest.mark.usefixtures("istio")
def test_its_objects_for_the_configuration_of_a_cluster(
    helm: Helm, api_server: ApiServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in api_server.environment().items():
        monkeypatch.setenv(name, value)
    printed = by_name(printed_manifests("--from-cluster", "--tag", "prod"))
    # What is found has a revision, by the label of its webhooks.
    assert rendered(helm, *WITH_NAMESPACE, "--set", "tags={prod}", "--set", "revision=default") == printed


def test_a_certificate_of_ones_own(helm: Helm, tmp_path: Path, config: Path) -> None:
    printed = printed_manifests("--self-signed")
    (secret,) = (each for each in printed if each["kind"] == "Secret")
    (webhooks,) = (each for each in printed if each["kind"] == "MutatingWebhookConfiguration")
    parts = {"crt": secret["data"]["tls.crt"], "key": secret["data"]["tls.key"]}
    parts["authority"] = webhooks["webhooks"][0]["clientConfig"]["caBundle"]
    flags = ["--set-file", f"config={config}"]
    for name, value in parts.items():
        (tmp_path / name).write_bytes(base64.b64decode(value))
        flags += ["--set-file", f"certificate.{name}={tmp_path / name}"]
    found = rendered(helm, *flags)
    expected = by_name(printed)
    for key in expected:
        if key[0] in ("Secret", "MutatingWebhookConfiguration"):
            assert found[key] == expected[key]


@pytest.mark.parametrize("values", [[], ["certificate.certManager=true"], ["revision=canary", "tags={prod}"]])
def test_it_is_linted(helm: Helm, values: list[str]) -> None:
    settings = [word for value in values for word in ("--set", value)]
    assert "0 chart(s) failed" in helm.out("lint", "--strict", CHART, *settings)


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("failurePolicy=Maybe", "failurePolicy"),
        ("revison=canary", "revison"),
        ("webhookPath=/other", "webhookPath"),
        ("revision=A_B", "revision"),
    ],
)
def test_values_that_mean_nothing_are_refused(helm: Helm, value: str, message: str) -> None:
    run = helm.run("template", "x", CHART, "--set", value)
    assert run.returncode
    assert message in run.stderr


@pytest.fixture
def installed(helm: Helm, api_server: ApiServer, config: Path) -> Iterator[ApiServer]:
    where = ["--kubeconfig", str(api_server.kubeconfig()), *NAMESPACE]
    api_server.create_namespaces("kubectl-inject")
    flags = ["--set-file", f"config={config}", "--set", "revision=charted"]
    helm.out("install", "webhook", CHART, *where, *flags)
    helm.out("upgrade", "webhook", CHART, *where, *flags, "--set", "tags={charted-tag}")
    yield api_server
    helm.out("uninstall", "webhook", *where)


def test_an_api_server_takes_it(installed: ApiServer) -> None:
    deployment = installed.get("deployment", "kubectl-inject-charted", "-n", "kubectl-inject")
    assert deployment["spec"]["replicas"] == 2
    tagged = installed.get("mutatingwebhookconfiguration", "kubectl-inject-charted-tag-charted-tag")
    assert [webhook["name"] for webhook in tagged["webhooks"]] == [
        "rev.namespace.sidecar-injector.istio.io",
        "rev.object.sidecar-injector.istio.io",
    ]
