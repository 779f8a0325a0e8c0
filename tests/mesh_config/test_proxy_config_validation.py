from __future__ import annotations

from typing import Any

import pytest

from kubectl_inject.mesh_config.mesh_config import PROXY_CONFIG, default_proxy_config, merge_proxy_config
from kubectl_inject.mesh_config.protobuf_json import decode_message
from kubectl_inject.mesh_config.proxy_config_validation import check_proxy_config


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"drainDuration": "1s", "concurrency": 0, "statNameLength": 0, "statusPort": 65535},
        {"discoveryAddress": "[::1]:15012"},
        {"discoveryAddress": "istiod.$(NS):$(PORT)"},
        {"zipkinAddress": ""},
        {"serviceCluster": "", "tracingServiceName": "CANONICAL_NAME_ONLY"},
        {"connectionSettings": {"httpIdleTimeout": "0s", "listenerConnectionLimit": 1, "httpMergeSlashes": False}},
        {"connectionSettings": {"http2InitialStreamWindowSize": 65535}},
    ],
)
def test_good(changes: dict[str, Any]) -> None:
    assert check_proxy_config(merge_proxy_config(default_proxy_config(), changes), connection_settings=True) == ""


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"configPath": ""}, "config path must be set"),
        ({"binaryPath": ""}, "binary path must be set"),
        ({"serviceCluster": ""}, "oneof service cluster or tracing service name must be specified"),
        ({"drainDuration": "0s"}, "drainDuration: expected whole seconds, 1s or more"),
        ({"drainDuration": "1500ms"}, "drainDuration: expected whole seconds, 1s or more"),
        ({"drainDuration": "-5s"}, "drainDuration: expected whole seconds, 1s or more"),
        ({"discoveryAddress": ""}, "invalid discoveryAddress: expected host:port"),
        ({"discoveryAddress": "istiod"}, "invalid discoveryAddress 'istiod': expected host:port"),
        ({"discoveryAddress": ":15012"}, "invalid discoveryAddress ':15012': expected host:port"),
        ({"discoveryAddress": "istiod:0"}, "invalid discoveryAddress 'istiod:0': expected host:port"),
        ({"discoveryAddress": "istiod:65536"}, "invalid discoveryAddress 'istiod:65536': expected host:port"),
        ({"discoveryAddress": "istiod:٣"}, "invalid discoveryAddress 'istiod:٣': expected host:port"),
        ({"discoveryAddress": "a b:1"}, "invalid discoveryAddress 'a b:1': expected host:port"),
        ({"zipkinAddress": "z"}, "invalid zipkinAddress 'z': expected host:port"),
        ({"statsdUdpAddress": "z"}, "invalid statsdUdpAddress 'z': expected host:port"),
        ({"envoyMetricsServiceAddress": "z"}, "invalid envoyMetricsServiceAddress 'z': expected host:port"),
        ({"proxyAdminPort": 0}, "proxyAdminPort: port number 0 must be in the range 1..65535"),
        ({"statusPort": 65536}, "statusPort: port number 65536 must be in the range 1..65535"),
        ({"statNameLength": -1}, "statNameLength: -1 must not be negative"),
        ({"concurrency": -1}, "concurrency must be greater than or equal to 0"),
        (
            {"connectionSettings": {"httpIdleTimeout": "-1s"}},
            "invalid connection settings: httpIdleTimeout must not be negative",
        ),
        (
            {"connectionSettings": {"httpMaxConcurrentStreams": 0}},
            "invalid connection settings: httpMaxConcurrentStreams must be positive",
        ),
        (
            {"connectionSettings": {"http2InitialConnectionWindowSize": 65534}},
            "invalid connection settings: http2InitialConnectionWindowSize must be 65535 or more",
        ),
    ],
)
def test_bad(changes: dict[str, Any], problem: str) -> None:
    assert check_proxy_config(merge_proxy_config(default_proxy_config(), changes), connection_settings=True) == problem


def test_first_problem_of_a_config_that_sets_nothing() -> None:
    assert check_proxy_config(decode_message({}, PROXY_CONFIG), connection_settings=True) == "config path must be set"


def test_connection_settings_are_checked_on_request() -> None:
    config = merge_proxy_config(default_proxy_config(), {"connectionSettings": {"listenerConnectionLimit": 0}})
    assert check_proxy_config(config, connection_settings=False) == ""
