"""The kinds of templates that Istio has, in small: sidecar, gateway, gRPC without a proxy, and a user's own on top."""

from __future__ import annotations

from typing import Any

import pytest
from pytest_snapshot.plugin import Snapshot

from kubectl_inject.manifests.output.writing import write_yaml
from tests.conftest import ROOT, injected, pod, small_config

TEMPLATES = {
    "sidecar": """
metadata:
  labels: {security.istio.io/tlsMode: istio}
spec:
  initContainers:
  - name: istio-init
    image: {{ .ProxyInitImage }}
  {{ if not .NativeSidecars }}
  containers:
  {{ end }}
  - name: istio-proxy
    image: {{ .ProxyImage }}
    {{ if .NativeSidecars }}
    restartPolicy: Always
    {{ end }}
    env:
    - {name: CLUSTER, value: {{ .Values.global.multiCluster | default "Kubernetes" | quote }}}
  volumes:
  - {name: istio-envoy, emptyDir: {medium: Memory}}
""",
    "gateway": """
metadata:
  labels: {istio: {{ .DeploymentMeta.Name }}}
spec:
  securityContext:
    sysctls: [{name: net.ipv4.ip_unprivileged_port_start, value: "0"}]
  containers:
  - name: istio-proxy
    image: {{ .ProxyImage }}
    args: [proxy, router]
    ports: [{containerPort: 15090, name: http-envoy-prom}]
""",
    "grpc-agent": """
metadata:
  annotations: {sidecar.istio.io/rewriteAppHTTPProbers: "false"}
spec:
  containers:
  {{ range $container := .Spec.Containers }}
  {{ if ne $container.Name "istio-proxy" }}
  - name: {{ $container.Name }}
    env: [{name: GRPC_XDS_BOOTSTRAP, value: /etc/istio/proxy/grpc-bootstrap.json}]
    volumeMounts: [{name: istio-xds, mountPath: /etc/istio/proxy}]
  {{ end }}
  {{ end }}
  - name: istio-proxy
    image: {{ .ProxyImage }}
    env: [{name: ISTIO_META_GENERATOR, value: grpc}]
    volumeMounts: [{name: istio-xds, mountPath: /etc/istio/proxy}]
  volumes:
  - {name: istio-xds, emptyDir: {medium: Memory}}
""",
    "custom": """
spec:
  {{ if .NativeSidecars }}initContainers{{ else }}containers{{ end }}:
  - name: istio-proxy
    env: [{name: GREETING, value: hello-world}]
""",
}
APPLICATION = {"containers": [{"name": "app", "image": "nginx", "env": [{"name": "A", "value": "1"}]}]}
GATEWAY = {"containers": [{"name": "istio-proxy", "image": "auto", "resources": {"limits": {"cpu": "1"}}}]}


@pytest.mark.parametrize("native", [True, False], ids=["native", "classic"])
@pytest.mark.parametrize(
    ("templates", "spec"),
    [("sidecar", APPLICATION), ("gateway", GATEWAY), ("grpc-agent", APPLICATION), ("sidecar,custom", APPLICATION)],
)
def test_template_kind(templates: str, spec: dict[str, Any], native: bool, snapshot: Snapshot) -> None:
    snapshot.snapshot_dir = ROOT / "snapshots" / "template_kinds"
    config = small_config(templates=TEMPLATES, native_sidecars=native)
    result = injected(pod(spec, annotations={"inject.istio.io/templates": templates}), config)
    name = templates.replace(",", "-with-")
    snapshot.assert_match(write_yaml(result), f"{name}-{'native' if native else 'classic'}.yaml")
