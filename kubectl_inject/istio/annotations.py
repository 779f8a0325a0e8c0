"""Checking annotations as Istio's injector does before it injects."""

from __future__ import annotations

from functools import lru_cache, partial

from kubectl_inject.errors import InjectionError
from kubectl_inject.istio.names import (
    EXCLUDE_INBOUND_PORTS,
    INCLUDE_INBOUND_PORTS,
    INTERCEPTION_MODE,
    MERGE_METRICS,
    PROXY_CONFIG,
    STATUS_PORT,
)
from kubectl_inject.istio.releases import InjectorRules
from kubectl_inject.kubernetes.quantity import SYNTAX_HINT, parse_quantity
from kubectl_inject.manifests.errors import ManifestError
from kubectl_inject.manifests.kubernetes_yaml import load
from kubectl_inject.mesh_config.mesh_config import default_proxy_config, merge_proxy_config
from kubectl_inject.mesh_config.protobuf_json import MessageError
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kubectl_inject.mesh_config.protobuf import Message

_TRUE = frozenset({"1", "t", "T", "true", "TRUE", "True"})
_FALSE = frozenset({"0", "f", "F", "false", "FALSE", "False"})
_MODES = ("REDIRECT", "TPROXY", "NONE")
_MAX_PORT = 65535
_LONGEST_INTERFACE = 15
_INTERFACE_SIGNS = {ord(sign): None for sign in "_.-"}


class AnnotationError(InjectionError):
    """Annotations have values that Istio does not accept."""

    def __init__(self, *problems: AnnotationProblem) -> None:
        """Name each of the annotations, and say what is wrong with its value."""
        super().__init__("; ".join(map(str, problems)))


@dataclass(frozen=True, slots=True)
class AnnotationProblem:
    """An annotation, its value, and what is wrong with that, or what is allowed."""

    name: str
    value: str
    problem: str

    def __str__(self) -> str:
        """Return all of it in one sentence."""
        return f"invalid value {self.value!r} for annotation {self.name!r}: {self.problem}"


def parse_bool(value: str) -> bool | None:
    """Return what Go's strconv.ParseBool makes of a text, or None where it refuses."""
    if value in _TRUE:
        return True
    return False if value in _FALSE else None


def check_annotations(annotations: Mapping[str, str], rules: InjectorRules) -> None:
    """Raise AnnotationError for the annotations, by name, whose values Istio does not accept by a release's rules.

    The source of the rules is Istio's pkg/kube/inject/validate.go.
    """
    found = annotations.keys() & _CHECKS.keys()
    if not found:
        return
    checks = _checks(rules)
    problems = [
        AnnotationProblem(name, annotations[name], problem)
        for name in sorted(found & checks.keys())
        if (problem := checks[name](annotations[name]))
    ]
    if problems:
        raise AnnotationError(*problems)


@lru_cache(maxsize=16)
def _checks(rules: InjectorRules) -> Mapping[str, Callable[[str], str]]:
    """Return the checks of a release."""
    left_out = {
        *(() if rules.checks_proxy_resources else _RESOURCES),
        *(() if rules.checks_interface_names else _INTERFACES),
    }
    checks = {name: check for name, check in _CHECKS.items() if name not in left_out}
    return checks | {PROXY_CONFIG: partial(_check_proxy_config, rules)}


def proxy_config_with_annotation(base: Message, annotations: Mapping[str, str]) -> Message:
    """Return the proxy config with the annotation proxy.istio.io/config laid over it, which has been checked."""
    text = annotations.get(PROXY_CONFIG)
    return base if text is None else merge_proxy_config(base, load(text, f"annotation {PROXY_CONFIG}"))


def _check_mode(value: str) -> str:
    return "" if value in _MODES else f"interceptionMode invalid, use {','.join(_MODES)}: {value}"


def _check_bool(value: str) -> str:
    return "expected true or false" if parse_bool(value) is None else ""


def _check_uint32(value: str) -> str:
    valid = value.isascii() and value.isdigit() and len(value) <= 10 and int(value) < 2**32
    return "" if valid else "expected a whole number, 0 or more"


def _check_quantity(value: str) -> str:
    return SYNTAX_HINT if parse_quantity(value) is None else ""


def _check_port(value: str) -> str:
    port = value.strip()
    valid = port.isascii() and port.isdigit() and len(port) <= 20 and int(port) <= _MAX_PORT
    return "" if valid else f"failed parsing port '{value}': expected a number from 0 to {_MAX_PORT}"


def _check_ports(parameter: str) -> Callable[[str], str]:
    def check(value: str) -> str:
        ports = value.strip().split(",") if value.strip() else []
        problem = next(filter(None, map(_check_port, ports)), "")
        return f"{parameter} invalid: {problem}" if problem else ""

    return check


def _or_star(check: Callable[[str], str]) -> Callable[[str], str]:
    return lambda value: "" if value == "*" else check(value)


def _check_ranges(parameter: str) -> Callable[[str], str]:
    def check(value: str) -> str:
        for item in value.split(",") if value else ():
            if not _is_cidr(item):
                return f"{parameter} invalid: failed parsing cidr '{item}': expected such as 10.0.0.0/8"
        return ""

    return check


def _is_cidr(text: str) -> bool:
    """Whether Go's netip.ParsePrefix takes the text: an address without zone, a slash, and a plain length."""
    address, slash, length = text.partition("/")
    if not slash or "%" in address or not (length.isascii() and length.isdigit()) or length != str(int(length[:4])):
        return False
    from ipaddress import ip_network

    try:
        ip_network(text, strict=False)
    except ValueError:
        return False
    return True


def _check_interfaces(value: str) -> str:
    """Check names of network interfaces, with commas; as ValidateInterfaceNames of Istio's pkg/util/net."""
    for name in value.split(",") if value else ():
        stripped = name.strip()
        if not stripped:
            return "empty interface name"
        if len(stripped.encode()) > _LONGEST_INTERFACE:
            return f"interface name {stripped!r} too long (max {_LONGEST_INTERFACE} chars)"
        rest = stripped[1:].translate(_INTERFACE_SIGNS)
        if not (stripped.isascii() and stripped[0].isalpha() and (not rest or rest.isalnum())):
            return f"interface name {stripped!r}: expected a letter, then letters, digits, '_', '.' or '-'"
    return ""


def _check_proxy_config(rules: InjectorRules, value: str) -> str:
    from kubectl_inject.mesh_config.proxy_config_validation import check_proxy_config

    try:
        config = merge_proxy_config(default_proxy_config(), load(value, f"annotation {PROXY_CONFIG}"))
    except (ManifestError, MessageError) as error:
        return f"{error}; expected YAML or JSON of a ProxyConfig"
    return check_proxy_config(config, rules)


_TRAFFIC = "traffic.sidecar.istio.io/"
_READINESS = "readiness.status.sidecar.istio.io/"
_RESOURCES = tuple(f"sidecar.istio.io/proxy{name}" for name in ("CPU", "CPULimit", "Memory", "MemoryLimit"))
_INTERFACES = (
    _TRAFFIC + "excludeInterfaces",
    _TRAFFIC + "kubevirtInterfaces",
    "istio.io/reroute-virtual-interfaces",
)
_CHECKS: Mapping[str, Callable[[str], str]] = {
    INTERCEPTION_MODE: _check_mode,
    STATUS_PORT: _check_port,
    _READINESS + "initialDelaySeconds": _check_uint32,
    _READINESS + "periodSeconds": _check_uint32,
    _READINESS + "failureThreshold": _check_uint32,
    _TRAFFIC + "includeOutboundIPRanges": _or_star(_check_ranges("includeIPRanges")),
    _TRAFFIC + "excludeOutboundIPRanges": _check_ranges("excludeIPRanges"),
    INCLUDE_INBOUND_PORTS: _or_star(_check_ports("includeInboundPorts")),
    EXCLUDE_INBOUND_PORTS: _check_ports("excludeInboundPorts"),
    _TRAFFIC + "excludeOutboundPorts": _check_ports("excludeOutboundPorts"),
    MERGE_METRICS: _check_bool,
    PROXY_CONFIG: partial(_check_proxy_config, InjectorRules()),
    **dict.fromkeys(_RESOURCES, _check_quantity),
    **dict.fromkeys(_INTERFACES, _check_interfaces),
}
"""The checks of all releases together."""
