"""The template functions that Istio's injector adds to sprig's, and puts in the place of some of them."""

from __future__ import annotations

from kubectl_inject.gotemplate.fmt.printing import sprint_value
from kubectl_inject.gotemplate.functions import Function, FunctionError, ParameterType, Work
from kubectl_inject.gotemplate.values import GoObject, StringMap
from kubectl_inject.injection.rendering.otel_resource import otel_resource_attributes
from kubectl_inject.istio.names import PROXY_CONTAINER
from kubectl_inject.kubernetes.go_json import go_value, ordered_json, plain_json
from kubectl_inject.kubernetes.go_struct import GoIntOrString, GoStruct
from kubectl_inject.mesh_config.go_duration import format_duration
from kubectl_inject.mesh_config.mesh_config import PROXY_CONFIG, default_proxy_config
from kubectl_inject.mesh_config.protobuf import DurationValue, Message
from kubectl_inject.mesh_config.protobuf_json import message_json, plain_message

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from kubectl_inject.gotemplate.execution.meter import Meter
    from kubectl_inject.istio.releases import InjectorRules

_ANY, _STRING, _INT, _MAP = ParameterType.ANY, ParameterType.STRING, ParameterType.INT, ParameterType.STRING_MAP
_NOT_JSON = "{}"
_MAX_INDENT = 1000

# Fields of a proxy config that the proxy is not given when they have their default value.
_LEFT_OUT_WHEN_DEFAULT = (
    "configPath",
    "binaryPath",
    "controlPlaneAuthPolicy",
    "serviceCluster",
    "drainDuration",
    "terminationDrainDuration",
    "discoveryAddress",
    "envoyMetricsService",
    "envoyAccessLogService",
    "tracing",
    "proxyAdminPort",
    "statNameLength",
    "statusPort",
    "concurrency",
)


def _format_duration(duration: object) -> str:
    if not isinstance(duration, DurationValue):
        raise FunctionError(f"expected a duration, found {sprint_value(duration)}")
    return format_duration(duration.nanoseconds or 0)


def _isset(mapping: Mapping[str, str], key: str) -> bool:
    return key in mapping


def _exclude_inbound_port(port: object, excluded: str) -> str:
    """Add a port to a comma-separated list of them, unless it is 0 or already there."""
    number = sprint_value(port).strip()
    listed = excluded.split(",")
    if number in ("", "0") or number in listed:
        return excluded
    return ",".join([*(item.strip() for item in listed if item.strip()), number])


def _struct_list(value: object) -> list[dict[str, Any]]:
    if not isinstance(value, list) or not all(isinstance(item, GoStruct) for item in value):
        raise FunctionError(f"expected a list of containers, found {sprint_value(value)}")
    return [item.value or {} for item in value]


def _tcp_ports(containers: list[dict[str, Any]]) -> str:
    return ",".join(
        str(port.get("containerPort", 0))
        for container in containers
        for port in container.get("ports") or []
        if port.get("protocol") not in ("UDP", "SCTP")
    )


def _include_inbound_ports(containers: object) -> str:
    return _tcp_ports(_struct_list(containers))


def _application_ports(containers: object) -> str:
    return _tcp_ports([item for item in _struct_list(containers) if item.get("name") != PROXY_CONTAINER])


def _annotation(metadata: object, name: str, default: object, *, meter: Meter) -> str:
    """Return an annotation's value, or the default as Go prints it where it is not set."""
    if not isinstance(metadata, GoStruct):
        raise FunctionError(f"expected an object's metadata, found {sprint_value(metadata)}")
    annotations = (metadata.value or {}).get("annotations")
    if annotations and name in annotations:
        return str(annotations[name])
    if default.__class__ is str:
        return default
    if isinstance(default, (list, dict, GoObject)):
        meter.walk(default)
    return sprint_value(default)


def _value_or_default(value: object, default: object) -> object:
    return default if value is None or value == "" else value


def _to_json(mapping: Mapping[str, str]) -> str:
    return plain_json(dict(mapping))


def _from_json(text: str) -> object:
    """Parse JSON; what cannot be parsed becomes the string ``{}``, as in Istio."""
    import json

    try:
        return json.loads(text, parse_int=_float64, parse_float=_float64, parse_constant=_refuse_constant)
    except (ValueError, RecursionError):
        return _NOT_JSON


def _float64(text: str) -> float:
    number = float(text)
    return number if abs(number) != float("inf") else _refuse_constant(text)


def _refuse_constant(name: str) -> float:
    raise ValueError(name)


def _struct_to_json(value: object) -> str:
    """Return any value's JSON, as Go's encoding/json writes it."""
    if value is None:
        return _NOT_JSON
    return ordered_json(_plain(value))


def _proto_to_json(message: object) -> str:
    """Return a message's JSON; of a proxy config only what differs from its defaults."""
    if not isinstance(message, Message) or message.fields is None:
        return _NOT_JSON
    if message.type.name == PROXY_CONFIG:
        message = _without_defaults(message)
    return message_json(message)


def _without_defaults(config: Message) -> Message:
    defaults = default_proxy_config()
    unset = {name: None for name in _LEFT_OUT_WHEN_DEFAULT if config.get(name) == defaults.get(name)}
    return config.with_fields(**unset)


def _to_yaml(value: object) -> str:
    from kubectl_inject.manifests.output.writing import write_yaml

    return write_yaml(_sorted_keys(_plain(value)))


def _plain(value: object) -> object:
    """Return a value of the template engine as plain data, as JSON has it: whole floats as integers, maps sorted."""
    match value:
        case GoStruct():
            return go_value(value.value, value.kind) if value.value is not None else None
        case Message():
            return plain_message(value) if value.fields is not None else None
        case GoIntOrString():
            return value.value
        case GoObject():
            return value.go_print() if value.go_basic is None else value.go_basic
        case float() if value.is_integer() and abs(value) < 2**53:
            return int(value)
        case dict():
            return {str(name): _plain(value[name]) for name in sorted(value)}
        case list():
            return [_plain(item) for item in value]
        case _:
            return value


def _sorted_keys(value: object) -> object:
    if isinstance(value, dict):
        return {name: _sorted_keys(value[name]) for name in sorted(value)}
    if isinstance(value, list):
        return [_sorted_keys(item) for item in value]
    return value


def _indent(spaces: int, text: str) -> str:
    """Indent every line but the first: Istio's, unlike sprig's, is used in the middle of a line."""
    if abs(spaces) > _MAX_INDENT:
        raise FunctionError(f"indent of {spaces} is beyond the bound of {_MAX_INDENT}")
    return text.replace("\n", "\n" + " " * abs(spaces))


def _directory(path: str) -> str:
    return path[: path.rfind("/") + 1]


def _contains(needle: str, haystack: str) -> bool:
    return needle in haystack


def _append_multus_network(existing: str, network: str) -> str:
    """Add a network, ``namespace/name``, to the annotation of Multus in its own form: with commas, or a JSON list."""
    import json

    if not existing:
        return network
    end = existing.rfind("]")
    if end < 0:
        return existing if network in (name.strip() for name in existing.split(",")) else f"{existing}, {network}"
    try:
        networks = json.loads(existing)
    except (ValueError, RecursionError):
        return existing
    if not isinstance(networks, list) or not all(isinstance(item, dict) for item in networks):
        return existing
    namespace, _, name = network.rpartition("/")
    entry = {"name": name, "namespace": namespace} if namespace else {"name": name}
    if entry in networks or {"name": network} in networks:
        return existing
    return f"{existing[:end]}, {json.dumps(entry)}{existing[end:]}"


def _omit(mapping: Mapping[str, str], *names: str) -> StringMap:
    left_out = frozenset(names)
    return StringMap({name: value for name, value in mapping.items() if name not in left_out})


def _strdict(*pairs: str) -> StringMap:
    return StringMap({name: pairs[place + 1] if place + 1 < len(pairs) else "" for place, name in _every_second(pairs)})


def _every_second(pairs: tuple[str, ...]) -> list[tuple[int, str]]:
    return [(place, pairs[place]) for place in range(0, len(pairs), 2)]


def _merge_maps(*mappings: Mapping[str, str]) -> StringMap:
    return StringMap({name: value for mapping in mappings for name, value in mapping.items()})


def _to_json_map(*mappings: Mapping[str, str]) -> str:
    return plain_json(dict(_merge_maps(*mappings)))


def _omit_nil(value: object) -> object:
    """Return the value without what is nil, and without mappings and lists that held only that."""
    if isinstance(value, dict):
        kept = {name: item for name, old in value.items() if (item := _omit_nil(old)) is not None}
        return kept if kept or not value else None
    if isinstance(value, list):
        items = [item for old in value if (item := _omit_nil(old)) is not None]
        return items if items or not value else None
    return value


def _same(value: object) -> object:
    return value


def injection_functions(environment: Mapping[str, str], rules: InjectorRules) -> dict[str, Function]:
    """Return the functions of a release by name. ``env`` reads ``environment``, never that of this process.

    The built-in templates are for several releases: they call what some of these lack by a name of their own.
    """

    def env(name: str, default: str) -> str:
        return environment.get(name) or default

    of_release = {name: function for name, function in _FUNCTIONS.items() if name not in rules.missing_functions}
    return {**of_release, **_OF_ANY_RELEASE, "env": Function("env", env, (_STRING, _STRING), work=Work.CONSTANT)}


_FUNCTIONS: Mapping[str, Function] = {
    function.name: function
    for function in (
        Function("formatDuration", _format_duration, (_ANY,), work=Work.CONSTANT),
        Function("isset", _isset, (_MAP, _STRING), work=Work.CONSTANT),
        Function("excludeInboundPort", _exclude_inbound_port, (_ANY, _STRING)),
        Function("includeInboundPorts", _include_inbound_ports, (_ANY,)),
        Function("applicationPorts", _application_ports, (_ANY,)),
        Function("kubevirtInterfaces", _same, (_STRING,), work=Work.CONSTANT),
        Function("excludeInterfaces", _same, (_STRING,), work=Work.CONSTANT),
        Function("annotation", _annotation, (_ANY, _STRING, _ANY), work=Work.CONSTANT, metered=True),
        Function("valueOrDefault", _value_or_default, (_ANY, _ANY), work=Work.CONSTANT),
        Function("toJSON", _to_json, (_MAP,)),
        Function("fromJSON", _from_json, (_STRING,)),
        Function("structToJSON", _struct_to_json, (_ANY,)),
        Function("protoToJSON", _proto_to_json, (_ANY,)),
        Function("toYaml", _to_yaml, (_ANY,)),
        Function("indent", _indent, (_INT, _STRING), work=Work.COPYING),
        Function("directory", _directory, (_STRING,), work=Work.COPYING),
        Function("contains", _contains, (_STRING, _STRING), work=Work.COPYING),
        Function("toLower", str.lower, (_STRING,), work=Work.COPYING),
        Function("appendMultusNetwork", _append_multus_network, (_STRING, _STRING)),
        Function("omit", _omit, (_MAP,), _STRING),
        Function("strdict", _strdict, (), _STRING),
        Function("mergeMaps", _merge_maps, (), _MAP),
        Function("toJsonMap", _to_json_map, (), _MAP),
        Function("omitNil", _omit_nil, (_ANY,)),
        Function(
            "otelResourceAttributes",
            otel_resource_attributes,
            (_ANY, _MAP, _MAP, _STRING, _ANY),
            work=Work.CONSTANT,
            metered=True,
        ),
    )
}
_OF_ANY_RELEASE: Mapping[str, Function] = {
    function.name: function
    for function in (
        Function("builtinOmitNil", _omit_nil, (_ANY,)),
        Function(
            "builtinOtelResourceAttributes",
            otel_resource_attributes,
            (_ANY, _MAP, _MAP, _STRING, _ANY),
            work=Work.CONSTANT,
            metered=True,
        ),
    )
}
