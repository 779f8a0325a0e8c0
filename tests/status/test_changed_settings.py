"""What differs between two injections, by the names of settings."""

from __future__ import annotations

from typing import Any

import pytest

from kubectl_inject.status.changed_settings import PlacedContainer, changed_containers, shortened_images

Container = dict[str, Any]


def proxy(**fields: Any) -> Container:
    return {"name": "istio-proxy", "image": "docker.io/istio/proxyv2:1.30.3", **fields}


def changes(old: list[Container], new: list[Container], *, was_init: bool = True, is_init: bool = True) -> list[str]:
    one = {each["name"]: PlacedContainer(each, was_init) for each in old}
    other = {each["name"]: PlacedContainer(each, is_init) for each in new}
    return [str(change) for change in changed_containers(one, other)]


def env(*pairs: tuple[str, Any]) -> list[Container]:
    return [{"name": name, **(value if isinstance(value, dict) else {"value": value})} for name, value in pairs]


FIELD = {"valueFrom": {"fieldRef": {"fieldPath": "metadata.name"}}}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ({}, {}, []),
        ({}, {"image": "docker.io/istio/proxyv2:1.31.0"}, ["proxy image 1.30.3 → 1.31.0"]),
        ({}, {"image": "own/proxyv2:1.30.3"}, ["proxy image docker.io/istio/proxyv2:1.30.3 → own/proxyv2:1.30.3"]),
        (
            {"resources": {"requests": {"cpu": "100m"}}},
            {"resources": {"requests": {"cpu": "200m", "memory": "1Gi"}, "limits": {"x/y": "1"}}},
            ["CPU request 100m → 200m", "new: memory request", "new: x/y limit"],
        ),
        ({"resources": {"limits": {"cpu": "2"}}}, {}, ["gone: CPU limit"]),
        (
            {"env": env(("A", "1"), ("B", "2"), ("C", "3"), ("D", FIELD))},
            {"env": env(("A", "1"), ("B", "3"), ("E", ""), ("D", "name"))},
            [
                "B 2 → 3",
                "gone: C",
                'D {"fieldRef": {"fieldPath": "metadata.name"}} → name',
                "new: E",
            ],
        ),
        (
            {"env": env(("PROXY_CONFIG", '{"concurrency":2,"tracing":{"sampling":1}}'))},
            {"env": env(("PROXY_CONFIG", '{"tracing":{"sampling":5},"statusPort":15021}'))},
            ["gone: proxy config concurrency", "proxy config tracing.sampling 1 → 5", "new: proxy config statusPort"],
        ),
        ({"env": env(("PROXY_CONFIG", "{"))}, {"env": env(("PROXY_CONFIG", "{}"))}, ["PROXY_CONFIG { → {}"]),
        (
            {"args": ["proxy", "sidecar", "--domain", "a", "--proxyLogLevel=warning"]},
            {"args": ["proxy", "sidecar", "--domain", "b", "--proxyLogLevel=debug", "--x"]},
            [
                "proxy argument --domain a → b",
                "proxy argument --proxyLogLevel warning → debug",
                "new: proxy argument --x",
            ],
        ),
        ({"args": ["a", "b"]}, {"args": ["b", "a"]}, ["proxy arguments a b → b a"]),
        (
            {"readinessProbe": {"periodSeconds": 15}},
            {"readinessProbe": {"periodSeconds": 30}},
            ["proxy readinessProbe.periodSeconds 15 → 30"],
        ),
        (
            {"volumeMounts": [{"mountPath": "/a", "name": "a"}], "ports": [{"containerPort": 1}]},
            {"volumeMounts": [{"mountPath": "/a", "name": "b"}], "ports": [{"containerPort": 2}]},
            ["proxy mount /a.name a → b", "gone: proxy port 1", "new: proxy port 2"],
        ),
    ],
)
def test_settings_of_the_proxy(old: Container, new: Container, expected: list[str]) -> None:
    found = changes([proxy(**old)], [proxy(**new)])
    assert sorted(found) == sorted(expected)


def test_what_goes_with_a_native_sidecar_is_not_named_apart() -> None:
    native = proxy(restartPolicy="Always", startupProbe={"httpGet": {"port": 15021}})
    assert changes([native], [proxy(lifecycle={})], is_init=False) == ["native sidecar yes → no"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("istio-init", "istio-validation", ["CNI no → yes"]),
        ("istio-validation", "istio-init", ["CNI yes → no"]),
        ("istio-init", "own", ["gone: container istio-init", "new: container own"]),
    ],
)
def test_containers_that_came_and_went(old: str, new: str, expected: list[str]) -> None:
    assert changes([{"name": old}], [{"name": new}]) == expected


def test_what_the_proxy_has_alike_is_named_once() -> None:
    old = [proxy(), {"name": "istio-init", "image": "docker.io/istio/proxyv2:1.30.3", "args": ["-p", "1"]}]
    new = [
        proxy(image="docker.io/istio/proxyv2:1.31.0"),
        {"name": "istio-init", "image": "docker.io/istio/proxyv2:1.31.0", "args": ["-p", "2"]},
    ]
    assert changes(old, new) == ["proxy image 1.30.3 → 1.31.0", "istio-init argument -p 1 → 2"]


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("a/b:1", "a/b:2", ("1", "2")),
        ("a/b:1", "c/b:2", ("a/b:1", "c/b:2")),
        ("a:5000/b", "a:5000/c", ("a:5000/b", "a:5000/c")),
        ("", "b:2", ("", "b:2")),
        ("a/b@sha256:1", "a/b@sha256:2", ("1", "2")),
    ],
)
def test_images(old: str, new: str, shown: tuple[str, str]) -> None:
    assert shortened_images(old, new) == shown


def test_long_values_are_cut() -> None:
    (found,) = changes([proxy(env=env(("A", "x" * 100)))], [proxy(env=env(("A", "a\nb")))])
    assert found == f"A {'x' * 60}… → a b"
