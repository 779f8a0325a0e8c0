"""What the values of annotations may be, as Istio's injector checks them.

Each check returns what is wrong with a value, or what is allowed; nothing where it is right.
"""

from __future__ import annotations

from functools import partial

from kubectl_inject.istio import names, well_known
from kubectl_inject.istio.annotation_validation import parse_bool
from kubectl_inject.kubernetes.schema.quantity import SYNTAX_HINT, parse_quantity
from kubectl_inject.manifests.errors import ManifestError
from kubectl_inject.manifests.parsing.kubernetes_yaml import load
from kubectl_inject.mesh_config.mesh_config import default_proxy_config, merge_proxy_config
from kubectl_inject.mesh_config.protobuf_json import MessageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from kubectl_inject.istio.releases import InjectorRules
    from kubectl_inject.istio.well_known import WellKnown

    Check = Callable[[str], str]

_MODES = ("REDIRECT", "TPROXY", "NONE")
_MAX_PORT = 65535
_LONGEST_INTERFACE = 15
_INTERFACE_SIGNS = {ord(sign): None for sign in "_.-"}


def check_of(annotation: WellKnown, rules: InjectorRules) -> Check:
    """Return the check of an annotation's values by a release's rules."""
    parameter = annotation.short_name
    match annotation.values:
        case well_known.MODE:
            return _check_mode
        case well_known.BOOLEAN:
            return _check_bool
        case well_known.WHOLE_NUMBER:
            return _check_uint32
        case well_known.QUANTITY:
            return _check_quantity
        case well_known.PORT:
            return _check_port
        case well_known.PORTS:
            return _check_ports(parameter)
        case well_known.PORTS_OR_ALL:
            return _or_star(_check_ports(parameter))
        case well_known.RANGES:
            return _check_ranges(parameter.replace("Outbound", ""))
        case well_known.RANGES_OR_ALL:
            return _or_star(_check_ranges(parameter.replace("Outbound", "")))
        case well_known.INTERFACES:
            return _check_interfaces
        case well_known.PROXY_CONFIG:
            return partial(_check_proxy_config, rules)
        case other:
            raise LookupError(f"{annotation.name}: nothing checks {other}")


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


def _check_ports(parameter: str) -> Check:
    def check(value: str) -> str:
        ports = value.strip().split(",") if value.strip() else []
        problem = next(filter(None, map(_check_port, ports)), "")
        return f"{parameter} invalid: {problem}" if problem else ""

    return check


def _or_star(check: Check) -> Check:
    return lambda value: "" if value == "*" else check(value)


def _check_ranges(parameter: str) -> Check:
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
        config = merge_proxy_config(default_proxy_config(), load(value, f"annotation {names.PROXY_CONFIG}"))
    except (ManifestError, MessageError) as error:
        return f"{error}; expected YAML or JSON of a ProxyConfig"
    return check_proxy_config(config, connection_settings=rules.checks_connection_settings)
