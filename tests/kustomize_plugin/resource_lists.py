"""ResourceLists as Kustomize and kpt write them, for tests."""

from __future__ import annotations

from typing import Any

from kubectl_inject.manifests.parsing.kubernetes_yaml import load

FUNCTION_CONFIG = """\
functionConfig:
  apiVersion: kubectl-inject/v1alpha1
  kind: SidecarInjector
  metadata: {name: sidecars}
  spec:
    injectConfigFile: inject-config.yaml
    valuesFile: values.json
    meshConfigFile: mesh.yaml
"""
"""The example mesh, whose files are in the folder of the functionConfig."""

SERVICE = """\
- apiVersion: v1
  kind: Service
  metadata: {name: web} # stays
"""
DEPLOYMENT = """\
- apiVersion: apps/v1
  kind: Deployment
  metadata:
    name: web
    namespace: shop
    annotations:
      config.kubernetes.io/index: '2'
      internal.config.kubernetes.io/path: 'deploy/web.yaml'
      kustomize.config.k8s.io/id: '1'
  spec:
    # two of them
    replicas: 2
    template:
      metadata:
        labels: {app: web}
      spec:
        containers:
        - name: web
          image: "nginx" # by tag
"""
REFUSING = """\
- apiVersion: v1
  kind: Pod
  metadata:
    name: quiet
    labels: {sidecar.istio.io/inject: "false"}
  spec:
    containers: [{name: app, image: nginx}]
"""
BROKEN = """\
- apiVersion: v1
  kind: Pod
  metadata: {name: broken}
  spec: {containers: nginx}
"""


def resource_list(*items: str, function_config: str = FUNCTION_CONFIG, results: str = "") -> str:
    """Return a ResourceList of items."""
    listed = "items:\n" + "".join(items) if items else "items: []\n"
    return "apiVersion: config.kubernetes.io/v1\nkind: ResourceList\n" + listed + function_config + results


def parsed(text: str) -> dict[str, Any]:
    """Return a ResourceList as an object."""
    value = load(text)
    assert isinstance(value, dict)
    return value
