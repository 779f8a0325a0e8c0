"""Paths of webhooks, as Istio's injector reads them; ``tests/cluster/webhook/test_likeness.py`` asks Istio's own."""

from __future__ import annotations

import pytest

from kubectl_inject.istio.injection_path import cleaned, is_injection_path, proxy_variables

CLUSTER, NETWORK = "ISTIO_META_CLUSTER_ID", "ISTIO_META_NETWORK"


@pytest.mark.parametrize(
    ("path", "variables"),
    [
        ("/inject", {}),
        ("/inject/", {}),
        ("/inject/cluster", {}),
        ("/inject/cluster/east", {CLUSTER: "east"}),
        ("/inject/cluster/east/net/n1/", {CLUSTER: "east", NETWORK: "n1"}),
        ("/inject/net/n1/cluster/east/net", {CLUSTER: "east", NETWORK: "n1"}),
        ("/inject/cluster/a--slash--b", {CLUSTER: "a/b"}),
        ("/inject/a--slash--b/c", {"A--SLASH--B": "c"}),
        ("/inject/cluster/east/zone_name/z", {CLUSTER: "east", "ZONE_NAME": "z"}),
        ("/inject/cluster//net/n1", {CLUSTER: "", NETWORK: "n1"}),
        ("/inject//nothing/net/n1", {NETWORK: "n1"}),
        ("/inject/net/n1/net/n2", {NETWORK: "n2"}),
        ("/inject/:ENV:cluster=east:ENV:root=/a/b=c", {CLUSTER: "east", "ROOT": "/a/b=c"}),
        ("/inject/:ENV:net=:ENV:=x:ENV:y:ENV:=", {NETWORK: ""}),
        ("/inject/:ENV:cluster=a--slash--b", {CLUSTER: "a--slash--b"}),
        ("/inject/a/:ENV:b=c", {"A": ":ENV:b=c"}),
    ],
)
def test_variables(path: str, variables: dict[str, str]) -> None:
    assert proxy_variables(path) == variables


@pytest.mark.parametrize(
    ("path", "clean"),
    [
        ("/inject/", "/inject/"),
        ("//inject//a///b//", "/inject/a/b/"),
        ("/inject/./a/../b", "/inject/b"),
        ("/inject/../metrics", "/metrics"),
        ("/../..", "/"),
        ("//", "/"),
        ("", "/"),
    ],
)
def test_cleaned(path: str, clean: str) -> None:
    assert cleaned(path) == clean


@pytest.mark.parametrize(
    ("path", "injects"), [("/inject", True), ("/inject/x", True), ("/injection", False), ("/", False), ("", False)]
)
def test_what_asks_for_an_injection(path: str, injects: bool) -> None:
    assert is_injection_path(path) is injects
