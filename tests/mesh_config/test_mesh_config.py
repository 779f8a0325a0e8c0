from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kubectl_inject.errors import InjectionError
from kubectl_inject.mesh_config.mesh_config import default_proxy_config, merge_proxy_config, mesh_config
from kubectl_inject.mesh_config.protobuf_json import MessageError, message_json


def plain(message: Any) -> Any:
    return json.loads(message_json(message))


@pytest.mark.parametrize(
    ("given_config", "field", "value"),
    [
        ({}, "trustDomain", "cluster.local"),
        ({"trustDomain": "td"}, "trustDomain", "td"),
        ({"trustDomain": None}, "trustDomain", "cluster.local"),
        ({"trust_domain": "td"}, "trustDomain", "td"),
        ({"enableTracing": False}, "enableTracing", None),
        ({"connectTimeout": "1m"}, "connectTimeout", "60s"),
        # messages and lists are replaced whole
        ({"localityLbSetting": {}}, "localityLbSetting", {}),
        ({"defaultServiceExportTo": ["."]}, "defaultServiceExportTo", ["."]),
        # but these are merged
        ({"defaultProviders": {"metrics": ["a"]}}, "defaultProviders", {"metrics": ["a"]}),
    ],
)
def test_given_fields_replace_defaults(given_config: dict[str, Any], field: str, value: Any) -> None:
    assert plain(mesh_config(given_config)).get(field) == value


def test_extension_providers_merge_by_name() -> None:
    providers = [{"name": "envoy", "envoyFileAccessLog": {"path": "/log"}}, {"name": "own", "prometheus": {}}]
    merged = plain(mesh_config({"extensionProviders": providers}))["extensionProviders"]
    assert [provider["name"] for provider in merged] == ["prometheus", "stackdriver", "envoy", "own"]
    assert merged[2] == providers[0]


def test_default_config_merges_into_the_defaults() -> None:
    proxy = plain(mesh_config({"defaultConfig": {"statusPort": 1}}))["defaultConfig"]
    assert proxy == {**plain(default_proxy_config()), "statusPort": 1}


@pytest.mark.parametrize(
    ("base", "over", "merged"),
    [
        (
            {"proxyMetadata": {"a": "1", "b": "1"}},
            {"proxyMetadata": {"b": "2"}},
            {"proxyMetadata": {"a": "1", "b": "2"}},
        ),
        (
            {"proxyHeaders": {"server": {"value": "x"}, "requestId": {}}},
            {"proxyHeaders": {"requestId": {"disabled": True}}},
            {"proxyHeaders": {"server": {"value": "x"}, "requestId": {"disabled": True}}},
        ),
        ({"tracing": {"sampling": 1}}, {"tracing": {"zipkin": {}}}, {"tracing": {"zipkin": {}}}),
        ({"extraStatTags": ["a"]}, {"extraStatTags": ["b"]}, {"extraStatTags": ["b"]}),
    ],
)
def test_merge_proxy_config(base: dict[str, Any], over: dict[str, Any], merged: dict[str, Any]) -> None:
    first = merge_proxy_config(default_proxy_config(), base)
    result = plain(merge_proxy_config(first, over))
    assert result == {**plain(default_proxy_config()), **merged}
    assert plain(first) == {**plain(default_proxy_config()), **base}


def test_names_of_the_cluster_exclude_each_other() -> None:
    named = merge_proxy_config(default_proxy_config(), {"tracingServiceName": "CANONICAL_NAME_ONLY"})
    assert "serviceCluster" not in plain(named)
    again = plain(merge_proxy_config(named, {"serviceCluster": "x"}))
    assert (again["serviceCluster"], "tracingServiceName" in again) == ("x", False)


@pytest.mark.parametrize(
    ("given_config", "message"),
    [
        ({"defaultConfig": []}, "defaultConfig: expected a mapping, found a list"),
        ({"defaultConfig": {"statusPort": "x"}}, "defaultConfig.statusPort: expected a whole number"),
        ({"extensionProviders": {}}, "extensionProviders: expected a list, found a mapping"),
        ({"enableTracing": "yes"}, "enableTracing: expected true or false, found the string 'yes'"),
    ],
)
def test_bad_mesh_config(given_config: dict[str, Any], message: str) -> None:
    with pytest.raises(MessageError, match="^" + message.replace(".", r"\.")):
        mesh_config(given_config)


@pytest.mark.parametrize("given_config", ["x", [], 1])
def test_proxy_config_of_another_type_says_so(given_config: Any) -> None:
    with pytest.raises(MessageError, match=r"^could not parse proxy config: .*: expected a mapping"):
        merge_proxy_config(default_proxy_config(), given_config)


@given(
    st.dictionaries(
        st.sampled_from(["defaultConfig", "default_config", "defaultProviders", "extensionProviders", "trustDomain"]),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.text(max_size=3),
            lambda inner: (
                st.lists(inner, max_size=2)
                | st.dictionaries(st.sampled_from(["name", "proxyMetadata", "proxyHeaders", "metrics"]), inner)
            ),
            max_leaves=6,
        ),
    )
)
def test_any_mesh_config_is_merged_or_refused(value: dict[str, Any]) -> None:
    try:
        merged = mesh_config(value)
    except InjectionError:
        return
    assert merged.get("defaultConfig").get("configPath") == "./etc/istio/proxy"
