"""Writes the page of workload kinds, docs/workload-kinds.md: ``python -m tools.write_workload_kinds``."""

from __future__ import annotations

from pathlib import Path

from kubectl_inject.kubernetes.workload_kinds import known_kinds

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from kubectl_inject.kubernetes.workload_kinds import TemplatePlace, WorkloadKind

PAGE = Path(__file__).parent.parent / "docs" / "workload-kinds.md"
_INTRODUCTION = """\
# Kinds of workloads

<!-- Written by make reference, from kubectl_inject/kubernetes/workload_kinds.py. -->

Every object of a kind that the table has is injected. `--workload-kinds builtin` keeps to those that Kubernetes
and OpenShift define, as istioctl does, `--workload-kinds Deployment,Rollout` to those that are named; the report names
what is left out. In `kubectl-inject.yaml` it is `workloadKinds`. Where two groups have a kind of one name, name the
group too, as in `Service.serving.knative.dev`.

An object with several Pod templates has a decision, and a line of the report, for each of them. One record restores
them all. With [`--injection auto`](automatic-injection.md), the labels of the namespace and of each Pod template
decide.

## Your own kinds

```yaml title="game.yaml"
apiVersion: example.com/v1
kind: Game
metadata:
  name: chess
spec:
  game:
    template:
      spec:
        containers:
        - name: chess
          image: registry.example.com/chess:1.0
```

```console
$ kubectl inject -f game.yaml --workload-kind 'Game.example.com=spec.game.template' --output injected.yaml
configuration: built in, Istio 1.31; no configuration files were given
Game chess: injected (sidecar): by default
1 injected
```

A path is of JSONPath: names of fields, `['a.b']` for a name with a dot, and `[*]` for each item of a list or each entry
of a map. Give the option again for another path, or another kind. It is `workloadKind`, a list, in
`kubectl-inject.yaml`, in the Kustomize function's configuration, and in a captured configuration. The proxy is named
after the object itself.

`kubectl inject config discover` lists the kinds of your cluster whose definitions hold a Pod template, each with the
option to paste.

An object of a kind that nobody named is left as it is. If a Pod template is found in it,
[a warning](warnings.md) says so, with the option that would include it. `uninject` needs no option: it finds what was
injected.

## Documents that are patches

A repository has patches too: documents with the kind of a custom resource, and a part of its fields. What lacks a field
that every object of its kind has is taken for one. It stays as it is, and the report says what it lacks. Every Pod
template has `spec.containers`; what else a kind has is in the table below. Kubernetes' own kinds are injected as they
are, as istioctl injects them.

```yaml title="patch.yaml"
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata:
  name: web
  namespace: shop
spec:
  template:
    spec:
      containers:
      - name: web
        image: registry.example.com/web:2
```

```console
$ kubectl inject -f patch.yaml --output injected.yaml
configuration: built in, Istio 1.31; no configuration files were given
Rollout shop/web: skipped: it is taken for a patch (no spec.selector, which Argo Rollouts requires)
1 skipped
```

## Patches for Kustomize

`--emit` writes JSON patches for custom resources, as Kustomize does not know how to merge their lists.

## The table

Istio names a proxy after the owner of its Pod, so what is written here is what the webhook would see when the
controller makes the Pods. `NAME` is the object's name, `ITEM` that of the list's item or of the map's entry.
"""
_LIMITS = """\
What nobody can know before the Pods are made is written for the first of them: the index of a replica (`-0`), and the
end of a name that is made at random, which is left away (ScaledJob, Fleet, GameServerSet, an AdvancedCronJob with a
`broadcastJobTemplate`). It shows in the names of the proxy alone. A label `app` or `service.istio.io/canonical-name` on
the Pod template gives the telemetry a name that does not depend on it.

A DeploymentConfig's Pods have a ReplicationController, whose version Istio's webhook writes: `v1 DeploymentConfig
NAME`. So it is with `--injection auto`; otherwise it is the object's version, as istioctl writes it.

Agones gives a Pod a container of its own. It comes after this injection, and so is not in the proxy's list of the Pod's
containers.
"""


def reference() -> str:
    """Return the page's text."""
    rows = known_kinds()
    injected = [row for row in rows if row.places and not row.caution]
    left = [row for row in rows if row.left_alone]
    cautions = [row for row in rows if row.caution]
    return "\n".join(
        [
            _INTRODUCTION,
            *_table(
                ("kind", "Pod templates", "the proxy's workload", "every object has", "istioctl"), map(_cells, injected)
            ),
            "",
            _LIMITS,
            "## Left alone",
            "",
            *_table(("kind", "why"), ((f"`{row.name}`", row.left_alone) for row in left)),
            *(f"| `{row.name}` | unless `--workload-kinds` names it: {row.caution} |" for row in cautions),
            "",
            "So are kinds without a Pod template, such as Strimzi's, whose templates are their own. A Rollout with a",
            "`workloadRef` has none either: the Deployment that it names is injected, once.",
            "",
        ]
    )


def _cells(row: WorkloadKind) -> tuple[str, ...]:
    paths = "<br>".join(f"`{place.path}`" if place.path else "the object itself" for place in row.places)
    owners = "<br>".join(_owner(row, place) for place in row.places)
    required = f"`{row.required}`" if row.required else ""
    return f"`{row.name}`", paths, owners, required, "yes" if row.is_builtin else ""


def _owner(row: WorkloadKind, place: TemplatePlace) -> str:
    if row.kind == "Pod":
        return "its controller, or itself"
    if not (place.owner_version or place.owner_kind or place.owner_name):
        return "itself"
    name = (place.owner_name or "{name}").replace("{name}", "NAME").replace("{item}", "ITEM")
    return f"`{place.owner_version or row.group} {place.owner_kind or row.kind} {name}`"


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> list[str]:
    cells = [head, ("---",) * len(head), *rows]
    return [f"| {' | '.join(row)} |" for row in cells]


if __name__ == "__main__":
    PAGE.write_text(reference(), encoding="utf-8")
