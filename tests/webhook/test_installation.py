"""What installs the webhook; ``tests/cluster/webhook/test_manifests.py`` has the real API server take it."""

from __future__ import annotations

import base64
from datetime import UTC, datetime, timedelta
from itertools import product
from typing import Any

import pytest
from cryptography import x509

from kubectl_inject.cluster.control_plane import ControlPlaneNames
from kubectl_inject.config.captured import captured_config
from kubectl_inject.config.webhook_rules import Webhook
from kubectl_inject.injection.injector import Injector
from kubectl_inject.injection.selection.namespaces import NamespaceMetadata, Namespaces
from kubectl_inject.injection.selection.webhook_selection import select
from kubectl_inject.injection.workload import find_workload
from kubectl_inject.istio.injection_webhooks import selections
from kubectl_inject.settings.capturing import as_captured
from kubectl_inject.settings.injection_settings import InjectionSettings
from kubectl_inject.settings.resolved import Resolved, SettingsLayer, resolve
from kubectl_inject.webhook.installation.certificates import make_certificate
from kubectl_inject.webhook.installation.manifests import Certificates, WebhookInstallation, manifests, service_names
from tests.conftest import MESH, pod, small_config

Object = dict[str, Any]


def printed(**wanted: Any) -> list[Object]:
    return manifests(WebhookInstallation(image="registry.example.com/kubectl-inject", **wanted))


def one(kind: str, objects: list[Object]) -> Object:
    (found,) = (value for value in objects if value["kind"] == kind)
    return found


@pytest.mark.parametrize(
    ("revision", "tags", "by_default"),
    [("", [], False), ("", [], True), ("canary", ["prod"], False), ("canary", ["default"], True)],
)
def test_the_webhooks_select_what_injection_auto_does(revision: str, tags: list[str], by_default: bool) -> None:
    """Every combination of the labels that count, by the rules for manifests and by the selectors."""
    values = {"sidecarInjectorWebhook": {"enableNamespacesByDefault": by_default}}
    known = dict.fromkeys(tags, revision)
    config = small_config(values=values, revision=revision, revision_tags=known, automatic=True)
    names = [revision or "default", *tags]
    webhooks = [
        Webhook(found.name, "", "", "", selectors["namespaceSelector"], selectors["objectSelector"])
        for name in names
        for found in selections(name, by_default=by_default)
        for selectors in [found.selectors()]
    ]
    switches, revisions = [None, "enabled", "disabled", ""], [None, "default", "canary", "prod", "other"]
    selected = 0
    for switch, of_namespace, requested, of_pod in product(
        switches, revisions, [None, "true", "false", "x"], revisions
    ):
        namespace = labels(**{"istio-injection": switch, "istio.io/rev": of_namespace})
        own = labels(**{"sidecar.istio.io/inject": requested, "istio.io/rev": of_pod})
        workload = find_workload(pod(labels=own), "shop")
        assert workload is not None
        expected = select(workload, config, Namespaces({"shop": NamespaceMetadata(namespace)})).inject
        found = any(webhook.selects({**namespace, "kubernetes.io/metadata.name": "shop"}, own) for webhook in webhooks)
        assert found is expected, (namespace, own)
        selected += found
    assert selected


def labels(**given: str | None) -> dict[str, str]:
    return {name: value for name, value in given.items() if value is not None}


def test_no_pod_of_its_own_namespace_is_selected() -> None:
    objects = printed(config="x", tags=("default", "prod"), by_default=True)
    namespace = one("Namespace", objects)["metadata"]
    template = one("Deployment", objects)["spec"]["template"]["metadata"]["labels"]
    of_namespace = {**namespace["labels"], "kubernetes.io/metadata.name": namespace["name"]}
    configurations = [value for value in objects if value["kind"] == "MutatingWebhookConfiguration"]
    assert len(configurations) == 3
    for webhook in (webhook for value in configurations for webhook in value["webhooks"]):
        known = Webhook("", "", "", "", webhook["namespaceSelector"], webhook["objectSelector"])
        for rest in ({}, {"istio.io/rev": "default"}, {"sidecar.istio.io/inject": "true"}):
            assert not known.selects(of_namespace, {**template, **rest})


def test_names_and_parts_belong_together() -> None:
    objects = printed(config="text", revision="canary", tags=("prod",), certificates=Certificates.CERT_MANAGER)
    deployment, service = one("Deployment", objects)["spec"], one("Service", objects)
    spec = deployment["template"]["spec"]
    (container,) = spec["containers"]
    selected = service["spec"]["selector"]
    assert selected.items() <= deployment["template"]["metadata"]["labels"].items()
    assert deployment["selector"] == one("PodDisruptionBudget", objects)["spec"]["selector"]
    volumes = {volume["name"]: volume for volume in spec["volumes"]}
    assert volumes["config"]["configMap"]["name"] == one("ConfigMap", objects)["metadata"]["name"]
    certificate = one("Certificate", objects)
    assert volumes["tls"]["secret"]["secretName"] == certificate["spec"]["secretName"]
    assert certificate["spec"]["issuerRef"]["name"] == one("Issuer", objects)["metadata"]["name"]
    metadata = certificate["metadata"]
    for value in (value for value in objects if value["kind"] == "MutatingWebhookConfiguration"):
        annotations = value["metadata"]["annotations"]
        assert annotations == {"cert-manager.io/inject-ca-from": f"{metadata['namespace']}/{metadata['name']}"}
        for webhook in value["webhooks"]:
            called = webhook["clientConfig"]["service"]
            assert (called["name"], called["namespace"]) == (service["metadata"]["name"], metadata["namespace"])
            assert f"{called['name']}.{called['namespace']}.svc" in certificate["spec"]["dnsNames"]
    assert {mount["name"] for mount in container["volumeMounts"]} == volumes.keys()
    assert container["securityContext"]["readOnlyRootFilesystem"] is True
    assert spec["securityContext"]["runAsNonRoot"] is True
    assert deployment["replicas"] == 2


def test_a_control_plane_of_other_names_is_read_by_the_server_too() -> None:
    names = ControlPlaneNames("mesh", inject_config_map="own-injector", mesh_config_map="own-mesh")
    objects = printed(revision="canary", control_plane=names)
    (container,) = one("Deployment", objects)["spec"]["template"]["spec"]["containers"]
    assert container["args"][-4:] == [
        "--istio-namespace=mesh",
        "--inject-config-map-name=own-injector",
        "--mesh-config-map-name=own-mesh",
        "--revision=canary",
    ]
    role = one("Role", objects)
    assert role["metadata"]["namespace"] == "mesh"
    assert role["rules"][0]["resourceNames"] == ["own-injector", "own-mesh"]


def test_a_self_signed_certificate_is_for_the_service() -> None:
    now = datetime.now(UTC)
    made = make_certificate(service_names("kubectl-inject", "mesh"), 30, now)
    certificate, authority = map(x509.load_pem_x509_certificate, (made.certificate, made.authority))
    certificate.verify_directly_issued_by(authority)
    names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert names.get_values_for_type(x509.DNSName)[0] == "kubectl-inject.mesh.svc"
    assert timedelta(days=29) < certificate.not_valid_after_utc - now <= timedelta(days=30)
    objects = printed(config="x", certificates=Certificates.SELF_SIGNED, certificate=made)
    secret = one("Secret", objects)["data"]
    assert base64.b64decode(secret["tls.crt"]) == made.certificate
    (webhooks,) = (value["webhooks"] for value in objects if value["kind"] == "MutatingWebhookConfiguration")
    bundles = {base64.b64decode(webhook["clientConfig"]["caBundle"]) for webhook in webhooks}
    assert bundles == {made.authority}
    assert made.key.decode() not in repr(made)


def resolved(**settings: Any) -> Resolved:
    return resolve([SettingsLayer("test", InjectionSettings(**settings))])


@pytest.mark.parametrize(
    "settings",
    [
        {"istio_version": "1.30.3", "profile": "cni", "set_values": ("global.hub=registry.example.com",)},
        {
            "mesh_config": {"defaultConfig": {"concurrency": 3}},
            "revision": "next",
            "revision_tags": {"prod": "next"},
        },
        {
            "inject_config_file": str(MESH / "inject-config.yaml"),
            "values_file": str(MESH / "values.json"),
            "mesh_config_file": str(MESH / "mesh.yaml"),
            "native_sidecars": False,
        },
    ],
    ids=["built in", "built in with a mesh config", "files"],
)
def test_a_configuration_that_is_brought_along_injects_as_the_one_it_is_made_of(settings: Object) -> None:
    given = resolved(**settings)
    read = captured_config(as_captured(given).document(), "mesh.yaml").injection_config()
    assert read.installation == given.config.installation
    results = [Injector(config).inject_object(pod(labels={"app": "web"})).object for config in (given.config, read)]
    assert results[0] == results[1]
