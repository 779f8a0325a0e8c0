"""What is measured with: many Deployments, and 20 MB of what is no workload."""

from __future__ import annotations

import json
from pathlib import Path

from kubectl_inject.builtin import NEWEST, builtin_config, builtin_layers
from kubectl_inject.manifests.output.writing import write_yaml
from kubectl_inject.manifests.stream import split

_SCHEMA_DEPTH = 5
_APPLICATIONS = ("web", "cart", "catalog", "payment", "search", "mail")
_DEPLOYMENT = """\
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {app}-{number}
  labels:
    app: {app}
    version: v1
spec:
  replicas: 2
  selector:
    matchLabels:
      app: {app}
      version: v1
  template:
    metadata:
{annotations}      labels:
        app: {app}
        version: v1
    spec:
      serviceAccountName: {app}
      containers:
      - name: {app}
        image: registry.example.com/shop/{app}:1.4.{number}
        ports:
        - containerPort: 8080
{probe}{volumes}"""
_ANNOTATIONS = """\
      annotations:
        prometheus.io/scrape: "true"
        prometheus.io/port: "9102"
"""
_PROBE = """\
        readinessProbe:
          httpGet:
            path: /ready
            port: 8080
"""
_VOLUMES = """\
        volumeMounts:
        - name: scratch
          mountPath: /tmp
      volumes:
      - name: scratch
        emptyDir: {}
"""


def deployments(count: int) -> str:
    """Return a stream of Deployments with names of their own: some scraped, some probed, some with a volume."""
    return "".join(
        _DEPLOYMENT.format(
            app=_APPLICATIONS[number % len(_APPLICATIONS)],
            number=number,
            annotations=_ANNOTATIONS if number % 3 == 0 else "",
            probe=_PROBE if number % 2 else "",
            volumes=_VOLUMES if number % 3 == 1 else "",
        )
        for number in range(count)
    )


def resource_list(stream: str) -> str:
    """Return the documents of a stream as Kustomize gives them to a function."""
    items = [document.text.removeprefix("---\n") for document in split(stream)]
    indented = ["- " + item.replace("\n", "\n  ").rstrip() + "\n" for item in items]
    return "apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:\n" + "".join(indented)


def captured_files(folder: Path) -> list[str]:
    """Write a configuration as the three files that people save from a cluster; return the flags that name them."""
    config = builtin_config()
    _, mesh_layers = builtin_layers(NEWEST, "", config)
    mesh = {name: value for _, layer in mesh_layers for name, value in layer.items()}
    inject = {"policy": config.policy, "defaultTemplates": ["sidecar"], "templates": dict(config.templates)}
    files = {
        "--inject-config-file": ("inject-config.yaml", write_yaml(inject)),
        "--values-file": ("values.json", json.dumps(dict(config.values.tree))),
        "--mesh-config-file": ("mesh.yaml", write_yaml(mesh)),
    }
    for name, text in files.values():
        (folder / name).write_text(text)
    return [word for flag, (name, _) in files.items() for word in (flag, str(folder / name))]


def no_workloads(size: int) -> str:
    """Return custom resource definitions and ConfigMaps, ``size`` characters or more, with a Deployment among them."""
    definition, config_map = _definition(), _config_map()
    pattern = [definition, *[config_map] * 8]
    rounds = 1 + size // sum(map(len, pattern))
    documents = [text.replace("NUMBER", str(number)) for number, text in enumerate(pattern * rounds)]
    documents.insert(len(documents) // 2, deployments(1))
    return "".join(documents)


def _definition() -> str:
    """Return a definition whose schema is a deep tree with descriptions of several lines, as generators write it."""
    head = (
        "---\napiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata:\n"
        "  name: shelves-NUMBER.example.com\nspec:\n  group: example.com\n  scope: Namespaced\n"
        "  names:\n    kind: Shelf\n    plural: shelves\n"
        "  versions:\n  - name: v1\n    served: true\n    storage: true\n"
        "    schema:\n      openAPIV3Schema:\n        type: object\n        properties:\n"
    )
    return head + "".join(_fields(" " * 10, _SCHEMA_DEPTH))


def _fields(indent: str, depth: int) -> list[str]:
    lines = []
    for name in ("kind", "spec", "template"):
        lines += [
            f"{indent}{name}:\n",
            f"{indent}  description: |-\n",
            f"{indent}    What the {name} of this level is, in words that go on for a while, as such words do.\n",
            f"{indent}    More: https://docs.example.com/{name} (kind: Deployment is not what this is).\n",
        ]
        if depth:
            lines += [f"{indent}  type: object\n", f"{indent}  properties:\n", *_fields(indent + " " * 4, depth - 1)]
        else:
            lines.append(f"{indent}  type: string\n")
    return lines


def _config_map() -> str:
    """Return a ConfigMap that holds manifests and a dashboard."""
    manifests = deployments(40)
    panels = [{"id": number, "kind": "Deployment", "title": f"Requests {number}"} for number in range(300)]
    texts = {"manifests.yaml": manifests, "dashboard.json": json.dumps({"panels": panels}, indent=2) + "\n"}
    head = "---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: texts-NUMBER\ndata:\n"
    data = [f"  {name}: |\n" + "".join(f"    {line}\n" for line in text.splitlines()) for name, text in texts.items()]
    return head + "".join(data)
