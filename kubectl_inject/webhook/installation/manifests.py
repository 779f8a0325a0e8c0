"""The objects that run the webhook in a cluster, and have its API server call it."""

from __future__ import annotations

import base64
from enum import Enum
from typing import Any

from kubectl_inject.cluster.control_plane import ControlPlaneNames
from kubectl_inject.istio.injection_path import INJECT
from kubectl_inject.istio.injection_webhooks import selections
from kubectl_inject.istio.names import DEFAULT_REVISION, NAMESPACE_LABEL, REVISION_LABEL, SIDECAR_INJECT, TAG_LABEL
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from kubectl_inject.webhook.installation.certificates import ServiceCertificate

Object = dict[str, Any]

NAME = "kubectl-inject"
_PORT = 8443
_SERVICE_PORT = 443
_WEBHOOK_SECONDS = 10
_USER = 65532
_OF_GROUP = 0o440
_STOP_SECONDS = 40
_LEAVE_SECONDS = 5
"""For how long a Pod that is to end goes on: until everybody knows that its Service has another address."""
_CONFIG_FILE = "mesh.yaml"
_FOLDER = "/etc/kubectl-inject"
_TOKEN_FOLDER = "/var/run/secrets/kubernetes.io/serviceaccount"


class Certificates(Enum):
    """Who makes the certificate: cert-manager, this tool, or somebody else who puts it into the Secret."""

    CERT_MANAGER = "cert-manager"
    SELF_SIGNED = "self-signed"
    GIVEN = "given"


@dataclass(frozen=True, slots=True)
class WebhookInstallation:
    """What is to be installed.

    ``config`` is the text of a captured configuration; where it is empty the server reads the cluster's own, which
    ``control_plane`` names. ``revision`` and ``tags`` are what the webhooks select for, ``by_default`` as for
    ``selections``. ``certificate`` is for Certificates.SELF_SIGNED.
    """

    image: str
    config: str = ""
    namespace: str = NAME
    control_plane: ControlPlaneNames = ControlPlaneNames()
    revision: str = ""
    tags: tuple[str, ...] = ()
    by_default: bool = False
    reads_nodes: bool = True
    reads_namespaces: bool = False
    path: str = INJECT
    certificates: Certificates = Certificates.GIVEN
    certificate: ServiceCertificate | None = None
    fails_closed: bool = True

    @property
    def name(self) -> str:
        """What the objects are called: each revision has its own."""
        return NAME if self.revision in ("", DEFAULT_REVISION) else f"{NAME}-{self.revision}"

    @property
    def secret(self) -> str:
        """The Secret with the certificate."""
        return f"{self.name}-tls"

    @property
    def labels(self) -> dict[str, str]:
        """The labels of all objects."""
        return {"app.kubernetes.io/name": NAME, "app.kubernetes.io/instance": self.name}

    def metadata(self, name: str = "") -> Object:
        """Return the metadata of an object in the namespace."""
        return {"name": name or self.name, "namespace": self.namespace, "labels": self.labels}

    def metadata_of_cluster(self, name: str = "") -> Object:
        """Return the metadata of an object of the whole cluster, named after the namespace too where it has its own."""
        suffix = "" if self.namespace == NAME else f"-{self.namespace}"
        return {"name": (name or self.name) + suffix, "labels": self.labels}


def service_names(name: str, namespace: str) -> list[str]:
    """Return the names by which a Service is called in its cluster, the one that API servers use first."""
    return [f"{name}.{namespace}.svc", f"{name}.{namespace}.svc.cluster.local", f"{name}.{namespace}", name]


def manifests(wanted: WebhookInstallation) -> list[Object]:
    """Return all objects, in an order in which they can be applied."""
    return [
        _namespace(wanted),
        _service_account(wanted),
        *_rights(wanted),
        *_configuration(wanted),
        *_certificate(wanted),
        _service(wanted),
        _deployment(wanted),
        _disruption_budget(wanted),
        *webhook_configurations(wanted),
    ]


def webhook_configurations(wanted: WebhookInstallation) -> list[Object]:
    """Return a MutatingWebhookConfiguration for the revision, and one for each tag."""
    revision = wanted.revision or DEFAULT_REVISION
    return [
        _webhook_configuration(wanted, wanted.name, revision, {}),
        *(
            _webhook_configuration(wanted, f"{wanted.name}-tag-{tag}", tag, {TAG_LABEL: tag})
            for tag in dict.fromkeys(wanted.tags)
        ),
    ]


def _webhook_configuration(wanted: WebhookInstallation, name: str, selected: str, labels: Mapping[str, str]) -> Object:
    revision = {REVISION_LABEL: wanted.revision or DEFAULT_REVISION}
    metadata = wanted.metadata_of_cluster(name)
    metadata = {**metadata, "labels": {**metadata["labels"], **revision, **labels}}
    client: Object = {
        "service": {"name": wanted.name, "namespace": wanted.namespace, "path": wanted.path, "port": _SERVICE_PORT}
    }
    if wanted.certificate is not None:
        client["caBundle"] = base64.b64encode(wanted.certificate.authority).decode()
    if wanted.certificates is Certificates.CERT_MANAGER:
        metadata["annotations"] = {"cert-manager.io/inject-ca-from": f"{wanted.namespace}/{wanted.name}"}
    pods = {"operations": ["CREATE"], "apiGroups": [""], "apiVersions": ["v1"], "resources": ["pods"]}
    return {
        "apiVersion": "admissionregistration.k8s.io/v1",
        "kind": "MutatingWebhookConfiguration",
        "metadata": metadata,
        "webhooks": [
            {
                "name": selection.name,
                "admissionReviewVersions": ["v1"],
                "clientConfig": client,
                "rules": [pods],
                **selection.selectors(),
                "failurePolicy": "Fail" if wanted.fails_closed else "Ignore",
                "matchPolicy": "Equivalent",
                "reinvocationPolicy": "Never",
                "sideEffects": "None",
                "timeoutSeconds": _WEBHOOK_SECONDS,
            }
            for selection in selections(selected, by_default=wanted.by_default)
        ],
    }


# --- who it is, and what it may read ------------------------------------------------------------------------------


def _namespace(wanted: WebhookInstallation) -> Object:
    # No webhook selects Pods of a namespace that refuses: the first Pod of a webhook cannot wait for itself.
    labels = {**wanted.labels, NAMESPACE_LABEL: "disabled", "pod-security.kubernetes.io/enforce": "restricted"}
    return {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": wanted.namespace, "labels": labels}}


def _service_account(wanted: WebhookInstallation) -> Object:
    account = {"apiVersion": "v1", "kind": "ServiceAccount", "metadata": wanted.metadata()}
    return {**account, "automountServiceAccountToken": False}


def _rights(wanted: WebhookInstallation) -> list[Object]:
    """Return what it may read of the cluster: nothing where its configuration comes with it."""
    if wanted.config:
        return []
    config_maps = list(wanted.control_plane.config_maps(wanted.revision))
    rules = [_may_list("admissionregistration.k8s.io", "mutatingwebhookconfigurations")]
    rules += [_may_list("", "nodes")] if wanted.reads_nodes else []
    rules += [_may_list("", "namespaces")] if wanted.reads_namespaces else []
    named = {"apiGroups": [""], "resources": ["configmaps"], "resourceNames": config_maps}
    in_istio = {**wanted.metadata(), "namespace": wanted.control_plane.namespace}
    everywhere = wanted.metadata_of_cluster()
    return [
        {**_rbac("Role", in_istio), "rules": [{**named, "verbs": ["get", "list", "watch"]}]},
        _binding(wanted, "Role", in_istio),
        {**_rbac("ClusterRole", everywhere), "rules": rules},
        _binding(wanted, "ClusterRole", everywhere),
    ]


def _may_list(group: str, resource: str) -> Object:
    return {"apiGroups": [group], "resources": [resource], "verbs": ["list"]}


def _rbac(kind: str, metadata: Object) -> Object:
    return {"apiVersion": "rbac.authorization.k8s.io/v1", "kind": kind, "metadata": metadata}


def _binding(wanted: WebhookInstallation, kind: str, metadata: Object) -> Object:
    role = {"apiGroup": "rbac.authorization.k8s.io", "kind": kind, "name": metadata["name"]}
    subject = {"kind": "ServiceAccount", "name": wanted.name, "namespace": wanted.namespace}
    return {**_rbac(f"{kind}Binding", metadata), "roleRef": role, "subjects": [subject]}


# --- its configuration and certificate ----------------------------------------------------------------------------


def _configuration(wanted: WebhookInstallation) -> list[Object]:
    data = {_CONFIG_FILE: wanted.config} if wanted.config else {"kubeconfig": _KUBECONFIG}
    return [{"apiVersion": "v1", "kind": "ConfigMap", "metadata": wanted.metadata(), "data": data}]


_KUBECONFIG = f"""apiVersion: v1
kind: Config
clusters:
- name: this
  cluster:
    server: https://kubernetes.default.svc
    certificate-authority: {_TOKEN_FOLDER}/ca.crt
users:
- name: this
  user:
    tokenFile: {_TOKEN_FOLDER}/token
contexts:
- name: this
  context: {{cluster: this, user: this}}
current-context: this
"""
"""Leads kubectl to the API server of the cluster that it runs in."""


def _certificate(wanted: WebhookInstallation) -> list[Object]:
    if wanted.certificates is Certificates.CERT_MANAGER:
        issuer = {**_cert_manager("Issuer", wanted), "spec": {"selfSigned": {}}}
        spec = {
            "secretName": wanted.secret,
            "dnsNames": service_names(wanted.name, wanted.namespace),
            "issuerRef": {"name": wanted.name, "kind": "Issuer"},
            "privateKey": {"algorithm": "ECDSA", "rotationPolicy": "Always"},
            "usages": ["digital signature", "server auth"],
        }
        return [issuer, {**_cert_manager("Certificate", wanted), "spec": spec}]
    if wanted.certificate is None:
        return []
    pair = {"tls.crt": wanted.certificate.certificate, "tls.key": wanted.certificate.key}
    data = {name: base64.b64encode(value).decode() for name, value in pair.items()}
    secret = {"apiVersion": "v1", "kind": "Secret", "metadata": wanted.metadata(wanted.secret)}
    return [{**secret, "type": "kubernetes.io/tls", "data": data}]


def _cert_manager(kind: str, wanted: WebhookInstallation) -> Object:
    return {"apiVersion": "cert-manager.io/v1", "kind": kind, "metadata": wanted.metadata()}


# --- where it runs ------------------------------------------------------------------------------------------------


def _service(wanted: WebhookInstallation) -> Object:
    port = {"name": "https", "port": _SERVICE_PORT, "targetPort": "https", "protocol": "TCP"}
    spec = {"selector": wanted.labels, "ports": [port]}
    return {"apiVersion": "v1", "kind": "Service", "metadata": wanted.metadata(), "spec": spec}


def _disruption_budget(wanted: WebhookInstallation) -> Object:
    spec = {"minAvailable": 1, "selector": {"matchLabels": wanted.labels}}
    return {"apiVersion": "policy/v1", "kind": "PodDisruptionBudget", "metadata": wanted.metadata(), "spec": spec}


def _deployment(wanted: WebhookInstallation) -> Object:
    annotations = {
        "prometheus.io/scrape": "true",
        "prometheus.io/scheme": "https",
        "prometheus.io/port": str(_PORT),
        "prometheus.io/path": "/metrics",
    }
    template = {
        "metadata": {"labels": {**wanted.labels, SIDECAR_INJECT: "false"}, "annotations": annotations},
        "spec": _pod_spec(wanted),
    }
    spec = {
        "replicas": 2,
        "selector": {"matchLabels": wanted.labels},
        "strategy": {"type": "RollingUpdate", "rollingUpdate": {"maxUnavailable": 0, "maxSurge": 1}},
        "template": template,
    }
    return {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": wanted.metadata(), "spec": spec}


def _pod_spec(wanted: WebhookInstallation) -> Object:
    apart = {
        "maxSkew": 1,
        "topologyKey": "kubernetes.io/hostname",
        "whenUnsatisfiable": "ScheduleAnyway",
        "labelSelector": {"matchLabels": wanted.labels},
    }
    volumes: list[Object] = [
        {"name": "config", "configMap": {"name": wanted.name}},
        {"name": "tls", "secret": {"secretName": wanted.secret, "defaultMode": _OF_GROUP}},
        {"name": "tmp", "emptyDir": {"sizeLimit": "32Mi"}},
    ]
    return {
        "serviceAccountName": wanted.name,
        "automountServiceAccountToken": not wanted.config,
        "priorityClassName": "system-cluster-critical",
        "terminationGracePeriodSeconds": _STOP_SECONDS,
        "securityContext": {
            "runAsNonRoot": True,
            "runAsUser": _USER,
            "runAsGroup": _USER,
            "fsGroup": _USER,
            "seccompProfile": {"type": "RuntimeDefault"},
        },
        "topologySpreadConstraints": [apart],
        "containers": [_container(wanted)],
        "volumes": volumes,
    }


def _container(wanted: WebhookInstallation) -> Object:
    return {
        "name": "webhook",
        "image": wanted.image,
        "args": _arguments(wanted),
        "env": [{"name": "HOME", "value": "/tmp"}],
        "ports": [{"name": "https", "containerPort": _PORT, "protocol": "TCP"}],
        "startupProbe": {**_probe("/readyz"), "periodSeconds": 1, "failureThreshold": 60},
        "readinessProbe": {**_probe("/readyz"), "periodSeconds": 5},
        "livenessProbe": {**_probe("/healthz"), "periodSeconds": 10, "timeoutSeconds": 5},
        "lifecycle": {"preStop": {"sleep": {"seconds": _LEAVE_SECONDS}}},
        "resources": {"requests": {"cpu": "100m", "memory": "256Mi"}, "limits": {"memory": "512Mi"}},
        "securityContext": {
            "allowPrivilegeEscalation": False,
            "capabilities": {"drop": ["ALL"]},
            "readOnlyRootFilesystem": True,
        },
        "volumeMounts": [
            {"name": "config", "mountPath": f"{_FOLDER}/config", "readOnly": True},
            {"name": "tls", "mountPath": f"{_FOLDER}/tls", "readOnly": True},
            {"name": "tmp", "mountPath": "/tmp"},
        ],
    }


def _arguments(wanted: WebhookInstallation) -> list[str]:
    found = [
        "serve",
        f"--tls-cert={_FOLDER}/tls/tls.crt",
        f"--tls-key={_FOLDER}/tls/tls.key",
        f"--listen=:{_PORT}",
        "--workers=2",
        "--log-format=json",
    ]
    if wanted.config:
        return [*found, f"--config={_FOLDER}/config/{_CONFIG_FILE}"]
    names = wanted.control_plane
    where = {
        "--kubeconfig": f"{_FOLDER}/config/kubeconfig",
        "--istio-namespace": names.namespace,
        "--inject-config-map-name": names.inject_config_map,
        "--mesh-config-map-name": names.mesh_config_map,
        "--webhook-config": names.webhook_config,
        "--revision": wanted.revision,
    }
    return [*found, "--from-cluster", *(f"{flag}={value}" for flag, value in where.items() if value)]


def _probe(path: str) -> Object:
    return {"httpGet": {"path": path, "port": "https", "scheme": "HTTPS"}}
