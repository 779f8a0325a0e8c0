"""Annotations whose values Istio checks: those it takes, and what is reported of the others."""

from __future__ import annotations

import pytest

from kubectl_inject import InjectionError
from kubectl_inject.istio.annotation_validation import AnnotationError, check_annotations, parse_bool
from kubectl_inject.istio.releases import NEWEST_KNOWN, Release
from tests.conftest import injected, pod

TRAFFIC = "traffic.sidecar.istio.io/"
READINESS = "readiness.status.sidecar.istio.io/"
SIDECAR = "sidecar.istio.io/"
STATUS_PORT = "status.sidecar.istio.io/port"
MERGE = "prometheus.istio.io/merge-metrics"
CONFIG = "proxy.istio.io/config"


@pytest.mark.parametrize(
    ("name", "values"),
    [
        (SIDECAR + "interceptionMode", ["REDIRECT", "TPROXY", "NONE"]),
        (STATUS_PORT, ["0", "15021", "65535", " 15021 "]),
        (READINESS + "initialDelaySeconds", ["0", "1", "4294967295"]),
        (READINESS + "periodSeconds", ["2"]),
        (READINESS + "failureThreshold", ["30"]),
        (TRAFFIC + "includeOutboundIPRanges", ["*", "", "10.0.0.0/8", "10.1.2.3/8,192.168.0.0/16", "fd00::/8"]),
        (TRAFFIC + "excludeOutboundIPRanges", ["", "10.0.0.0/8", "0.0.0.0/0"]),
        (TRAFFIC + "includeInboundPorts", ["*", "", "80", "80,443", "80, 443"]),
        (TRAFFIC + "excludeInboundPorts", ["", "80", "80,443"]),
        (TRAFFIC + "excludeOutboundPorts", ["", "80", "1,2,3"]),
        (MERGE, ["true", "false", "1", "0", "T", "False"]),
        (CONFIG, ["", "{}", "concurrency: 2", '{"drainDuration":"30s"}', "statusPort: 1", "fieldOfALaterVersion: 1"]),
        (SIDECAR + "proxyCPU", ["100m", "1", "0.5", "1e3"]),
        (SIDECAR + "proxyCPULimit", ["2"]),
        (SIDECAR + "proxyMemory", ["128Mi", "1G"]),
        (SIDECAR + "proxyMemoryLimit", ["1Gi"]),
        (TRAFFIC + "excludeInterfaces", ["", "eth0", "eth0, net1.5", "a-b_c", "abcdefghijklmno"]),
        ("istio.io/reroute-virtual-interfaces", ["kubevirt0"]),
        ("sidecar.istio.io/logLevel", ["anything at all"]),
    ],
)
def test_good(name: str, values: list[str]) -> None:
    for value in values:
        check_annotations({name: value}, NEWEST_KNOWN)


QUANTITY = "quantities must match the regular expression"
WHOLE = "expected a whole number, 0 or more"
PORT = "expected a number from 0 to 65535"
RANGE = "expected such as 10.0.0.0/8"


@pytest.mark.parametrize(
    ("name", "value", "allowed"),
    [
        (SIDECAR + "interceptionMode", "SIDEWAYS", "use REDIRECT,TPROXY,NONE"),
        (SIDECAR + "interceptionMode", "tproxy", "use REDIRECT,TPROXY,NONE"),
        (SIDECAR + "interceptionMode", "", "use REDIRECT,TPROXY,NONE"),
        (STATUS_PORT, "http", PORT),
        (STATUS_PORT, "65536", PORT),
        (STATUS_PORT, "-1", PORT),
        (STATUS_PORT, "", PORT),
        (STATUS_PORT, "٣", PORT),
        (READINESS + "initialDelaySeconds", "soon", WHOLE),
        (READINESS + "periodSeconds", "-1", WHOLE),
        (READINESS + "periodSeconds", "4294967296", WHOLE),
        (READINESS + "failureThreshold", "1.5", WHOLE),
        (TRAFFIC + "includeOutboundIPRanges", "10.0.0.0", RANGE),
        (TRAFFIC + "includeOutboundIPRanges", "*,10.0.0.0/8", RANGE),
        (TRAFFIC + "includeOutboundIPRanges", "10.0.0.0/33", RANGE),
        (TRAFFIC + "excludeOutboundIPRanges", "*", RANGE),
        (TRAFFIC + "excludeOutboundIPRanges", "10.0.0.0/8,", RANGE),
        (TRAFFIC + "excludeOutboundIPRanges", "10.0.0.0/255.0.0.0", RANGE),
        (TRAFFIC + "includeInboundPorts", "80,x", PORT),
        (TRAFFIC + "includeInboundPorts", "*,80", PORT),
        (TRAFFIC + "excludeInboundPorts", "*", PORT),
        (TRAFFIC + "excludeInboundPorts", "80-90", PORT),
        (TRAFFIC + "excludeOutboundPorts", "70000", PORT),
        (MERGE, "yes", "expected true or false"),
        (MERGE, "tRUE", "expected true or false"),
        (CONFIG, "concurrency: -1", "greater than or equal to 0"),
        (CONFIG, "concurrency: many", "concurrency"),
        (CONFIG, "- a", ""),
        (CONFIG, "{", "expected YAML or JSON of a ProxyConfig"),
        (CONFIG, "drainDuration: 500ms", "whole seconds"),
        (CONFIG, "discoveryAddress: istiod", "host:port"),
        (CONFIG, "statusPort: 70000", "range 1..65535"),
        (CONFIG, "proxyAdminPort: 0", "range 1..65535"),
        (CONFIG, "configPath: ''", "config path must be set"),
        (CONFIG, "statNameLength: -1", "must not be negative"),
        (SIDECAR + "proxyCPU", "lots", QUANTITY),
        (SIDECAR + "proxyCPULimit", "", QUANTITY),
        (SIDECAR + "proxyMemory", "128MB", QUANTITY),
        (SIDECAR + "proxyMemoryLimit", "1 Gi", QUANTITY),
    ],
)
def test_bad(name: str, value: str, allowed: str) -> None:
    with pytest.raises(InjectionError) as error:
        injected(pod(annotations={name: value}))
    message = str(error.value)
    assert message.startswith(f"<object>: document 1: Pod web: invalid value {value!r} for annotation {name!r}: ")
    assert allowed in message


def test_all_bad_annotations_are_named_in_one_error() -> None:
    bad = {SIDECAR + "proxyMemory": "x", STATUS_PORT: "y", SIDECAR + "proxyCPU": "1"}
    with pytest.raises(AnnotationError) as caught:
        check_annotations(bad, NEWEST_KNOWN)
    assert [problem.partition(": ")[0] for problem in str(caught.value).split("; ")] == [
        f"invalid value 'x' for annotation '{SIDECAR}proxyMemory'",
        f"invalid value 'y' for annotation '{STATUS_PORT}'",
    ]


@pytest.mark.parametrize(
    ("name", "value", "since"),
    [
        (SIDECAR + "proxyCPU", "lots", 27),
        (TRAFFIC + "excludeInterfaces", "eth 0", 30),
        (TRAFFIC + "kubevirtInterfaces", "0eth", 30),
        ("istio.io/reroute-virtual-interfaces", ",", 30),
        (CONFIG, "connectionSettings: {listenerConnectionLimit: 0}", 31),
    ],
)
def test_a_release_checks_what_its_own_injector_checks(name: str, value: str, since: int) -> None:
    check_annotations({name: value}, Release(since - 1))
    with pytest.raises(AnnotationError):
        check_annotations({name: value}, Release(since))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *((text, True) for text in ("1", "t", "T", "true", "TRUE", "True")),
        *((text, False) for text in ("0", "f", "F", "false", "FALSE", "False")),
        *((text, None) for text in ("", "yes", "tRUE", " true", "2")),
    ],
)
def test_parse_bool(text: str, value: bool | None) -> None:
    assert parse_bool(text) is value


def test_a_pod_that_is_skipped_is_not_checked() -> None:
    bad = {SIDECAR + "proxyCPU": "lots"}
    value = pod(annotations=bad, labels={SIDECAR + "inject": "false"})
    assert injected(value) == value
