"""The table of workload kinds, and what users add to it."""

from __future__ import annotations

import pytest

from kubectl_inject.errors import InjectionError
from kubectl_inject.kubernetes.workload_kinds import (
    DEFAULT_KINDS,
    WorkloadKinds,
    group_of,
    known_kinds,
    read_kinds,
)


def included(kinds: WorkloadKinds, api_version: str, kind: str) -> bool:
    row = kinds.find(api_version, kind)
    return row is not None and kinds.includes(row)


@pytest.mark.parametrize("row", known_kinds(), ids=lambda row: row.name)
def test_a_row_has_templates_or_a_reason(row: object) -> None:
    found = [each for each in known_kinds() if each == row]
    assert len(found) == 1
    assert bool(found[0].places) != bool(found[0].left_alone)
    for place in found[0].places:
        assert ("{item}" in place.owner_name) <= ("[*]" in place.path)


@pytest.mark.parametrize(
    ("own", "named", "injected"),
    [
        ((), "", ["Deployment", "Rollout"]),
        ((), "known", ["Deployment", "Rollout"]),
        ((), "known,Service", ["Deployment", "Rollout", "Service"]),
        ((), "builtin", ["Deployment"]),
        ((), "Rollout", ["Rollout"]),
        ((), "builtin, Service.serving.knative.dev", ["Deployment", "Service"]),
        (("Game.example.com=spec.game",), "builtin", ["Deployment", "Game"]),
        (("Game.example.com=spec.game",), "", ["Deployment", "Rollout", "Game"]),
    ],
)
def test_which_kinds_are_injected(own: tuple[str, ...], named: str, injected: list[str]) -> None:
    kinds = read_kinds(own, named)
    all_kinds = {
        "Deployment": "apps/v1",
        "Rollout": "argoproj.io/v1alpha1",
        "Service": "serving.knative.dev/v1",
        "Game": "example.com/v3",
    }
    assert [kind for kind, version in all_kinds.items() if included(kinds, version, kind)] == injected


@pytest.mark.parametrize("api_version", ["v1", "example.com/v1", "apps/v9", ""])
def test_another_group_is_another_kind(api_version: str) -> None:
    assert not included(DEFAULT_KINDS, api_version, "Deployment")
    assert not included(DEFAULT_KINDS, api_version, "Service")


def test_paths_of_one_kind_go_together() -> None:
    (row,) = read_kinds(("Game.example.com=spec.a", "Game.example.com=spec.b[*].t"), "").own
    assert [place.path for place in row.places] == ["spec.a", "spec.b[*].t"]


@pytest.mark.parametrize(
    ("own", "named", "message"),
    [
        ("Game", "", "--workload-kind: expected KIND.GROUP=PATH"),
        ("Game.example.com=", "", "--workload-kind: expected KIND.GROUP=PATH"),
        ("=spec.template", "", "--workload-kind: expected KIND.GROUP=PATH"),
        ("Game.example.com=spec[0]", "", r"--workload-kind: Game.example.com: expected a path .*, found 'spec\[0\]'"),
        ("Game.example.com=$", "", "found the object itself"),
        ("Deployment.apps=spec.other", "", "Deployment.apps is known already"),
        ("Game.example.com=spec.a", "Gmae", "--workload-kinds: 'Gmae' is none of the known kinds"),
    ],
)
def test_what_is_not_understood(own: str, named: str, message: str) -> None:
    with pytest.raises(InjectionError, match=message):
        read_kinds((own,), named)


@pytest.mark.parametrize(
    ("text", "may_be"),
    [
        ("apiVersion: v1\nkind: Service\n", False),
        ("apiVersion: serving.knative.dev/v1\nkind: Service\n", True),
        ('apiVersion: "serving\\x2eknative.dev/v1"\nkind: Service\n', True),
        ("apiVersion: argoproj.io/v1alpha1\nkind: Rollout\n", True),
        ("apiVersion: v1\nkind: ConfigMap\n", False),
        ("apiVersion: example.com/v1\nkind: Game\n", False),
    ],
)
def test_which_documents_may_be_workloads(text: str, may_be: bool) -> None:
    assert DEFAULT_KINDS.may_be_workload(text) is may_be
    assert read_kinds(("Game.example.com=spec.a",), "").may_be_workload(text) is (may_be or "Game" in text)


@pytest.mark.parametrize(("api_version", "group"), [("v1", ""), ("apps/v1", "apps"), ("a.b/c", "a.b"), ("", "")])
def test_group(api_version: str, group: str) -> None:
    assert group_of(api_version) == group
