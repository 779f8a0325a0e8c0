"""Application probes rewritten to the agent.

The kubelet cannot reach an application whose inbound traffic the proxy takes (with mutual TLS it has no
certificate), so its probes go to the agent, which makes the real request and answers for it.
"""

from __future__ import annotations

from kubectl_inject.errors import InjectionError
from kubectl_inject.injection.pod import (
    Container,
    Pod,
    annotations_of,
    containers_of,
    find_sidecar,
    init_containers_of,
    replace_container,
    with_containers,
)
from kubectl_inject.istio.annotation_validation import parse_bool
from kubectl_inject.istio.names import (
    PROBERS_VARIABLE,
    PROXY_CONTAINER,
    REWRITE_PROBES,
    STATUS_PORT,
)
from kubectl_inject.kubernetes.go_json import go_value, ordered_json
from kubectl_inject.kubernetes.schema.decoding import describe, without_nulls
from kubectl_inject.kubernetes.schema.types import Kind, field_type

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from kubectl_inject.config.injection_config import InjectionConfig

Probe = dict[str, "Any"]

_LONGEST_PORT = 20
_PROBES = (
    ("readinessProbe", "app-health", "readyz"),
    ("livenessProbe", "app-health", "livez"),
    ("startupProbe", "app-health", "startupz"),
)
_OWN_HOSTS = (None, "", "localhost", "127.0.0.1", "::1")
_HOOKS = (("preStop", "app-lifecycle", "prestopz"), ("postStart", "app-lifecycle", "poststartz"))
AGENT_PROBES = tuple(field for field, _, _ in _PROBES)
AGENT_HOOKS = tuple(field for field, _, _ in _HOOKS)
_AGENT_PATHS = {field: (room, suffix) for field, room, suffix in (*_PROBES, *_HOOKS)}
_ACTIONS = (("httpGet", "HTTPGetAction"), ("tcpSocket", "TCPSocketAction"), ("grpc", "GRPCAction"))


def rewrite_probes(pod: Pod, config: InjectionConfig, default_port: int, *, injected_before: bool) -> Pod:
    """Return the Pod with its containers' probes and hooks sent to the agent, which is given the real ones.

    ``default_port`` is the agent's, unless an annotation gives another. Nothing is done where the annotation
    ``sidecar.istio.io/rewriteAppHTTPProbers`` or else the values say so, or where there is no proxy.
    """
    annotations = annotations_of(pod)
    sidecar = find_sidecar(pod)
    requested = parse_bool(annotations.get(REWRITE_PROBES, ""))
    if requested is None:
        requested = config.values.enabled("sidecarInjectorWebhook.rewriteAppHTTPProbe")
    if sidecar is None or not requested:
        return pod
    probers = _probers(pod, default_port)
    if probers:
        pod = replace_container(pod, sidecar, _with_probers(sidecar, probers, merge=injected_before))
    agent_port = _agent_port(annotations, default_port)
    return with_containers(
        pod,
        [_rewritten(container, agent_port) for container in containers_of(pod)],
        [_rewritten(container, agent_port) for container in init_containers_of(pod)],
    )


def with_original_probes(container: Container, probers: str | None) -> Container:
    """Return a container with the probes and hooks that the agent was given in the variable ``probers``.

    The ports are numbers, even where they were names.
    """
    known = read_probers(probers)
    if not known:
        return container
    name = container.get("name") or ""
    changes: dict[str, Any] = {}
    for field in AGENT_PROBES:
        changes |= _asking_itself(container, field, agent_path(field, name), known)
    lifecycle = container.get("lifecycle") or {}
    hooks: dict[str, Any] = {}
    for field in AGENT_HOOKS:
        hooks |= _asking_itself(lifecycle, field, agent_path(field, name), known)
    changes |= {"lifecycle": {**lifecycle, **hooks}} if hooks else {}
    return {**container, **changes} if changes else container


def read_probers(probers: str | None) -> dict[str, Any]:
    """Return what the agent was given to ask, by its own paths; nothing where that cannot be read."""
    if not probers:
        return {}
    import json

    try:
        known = json.loads(probers)
    except (ValueError, RecursionError):
        return {}
    return known if isinstance(known, dict) else {}


def probers_of(pod: Pod) -> dict[str, Any]:
    """Return what the agent in a Pod was told to ask, by its own paths."""
    variables = (find_sidecar(pod) or {}).get("env") or []
    return read_probers(next((item.get("value") for item in variables if item.get("name") == PROBERS_VARIABLE), None))


def agent_path(field: str, name: str) -> str:
    """Return the agent's path for a probe or hook of a container of that name."""
    room, suffix = _AGENT_PATHS[field]
    return f"/{room}/{name}/{suffix}"


def _asks_agent(check: Any, path: str) -> bool:
    """Whether a probe or hook was sent to the agent, whose path for it that is."""
    return isinstance(check, dict) and ((check.get("httpGet") or {}).get("path") == path)


def _asking_itself(holder: dict[str, Any], field: str, path: str, known: dict[str, Any]) -> dict[str, Any]:
    """Return the probe under ``field``, sent to the agent's ``path``, with its own action, if that is known."""
    probe, prober = holder.get(field), known.get(path)
    if not isinstance(prober, dict) or not isinstance(probe, dict) or not _asks_agent(probe, path):
        return {}
    actions = {name: without_nulls(prober[name]) for name, _ in _ACTIONS if isinstance(prober.get(name), dict)}
    if "httpGet" in actions:  # the fields that it has still keep their places
        given, agents = actions["httpGet"], probe["httpGet"] or {}
        actions["httpGet"] = {name: given[name] for name in (*agents, *given) if name in given}
    restored: Probe = {}
    for name, value in probe.items():
        restored |= actions if name == "httpGet" else {name: value}
    return {field: restored} if actions else {}


def probes_of_agent(container: Container) -> list[str]:
    """Return the names of a container's probes and hooks that ask the agent."""
    name = container.get("name") or ""
    lifecycle = container.get("lifecycle") or {}
    checks = [(field, container.get(field)) for field in AGENT_PROBES]
    checks += [(field, lifecycle.get(field)) for field in AGENT_HOOKS]
    return [field for field, check in checks if _asks_agent(check, agent_path(field, name))]


def rewritten_of(there: Container, own: Container, known: dict[str, Any]) -> Iterator[str]:
    """Yield the paths of a container's probes and hooks that may be the user's ``own`` ones, sent to the agent."""
    for field in AGENT_PROBES:
        if may_be_original(field, own.get(field), there.get(field), own, known):
            yield field
    hooks, own_hooks = there.get("lifecycle") or {}, own.get("lifecycle") or {}
    for field in AGENT_HOOKS:
        if may_be_original(field, own_hooks.get(field), hooks.get(field), own, known):
            yield f"lifecycle.{field}"


_DEFAULT_AGENT_PORT = 15020
"""What Istio takes for the agent's port where the mesh configuration names none, whatever a Pod's annotation says."""


def may_be_original(field: str, check: Any, rewritten: Any, container: Container, known: dict[str, Any]) -> bool:
    """Whether a probe or hook may be what was ``rewritten`` to ask the agent, by all that is known of it.

    ``field`` is where the container has it, ``known`` what the agent was given. An action that the agent was not
    given is one that nobody could ask over the network, or the agent's own: it has no host but the Pod's own.
    """
    path = agent_path(field, container.get("name") or "")
    if not isinstance(check, dict) or not _asks_agent(rewritten, path):
        return False
    actions = [(name, struct) for name, struct in _ACTIONS if check.get(name) is not None]
    if not actions:
        return False
    name, struct = actions[0]
    rest = {key: value for key, value in check.items() if key != name}
    if rest != {key: value for key, value in rewritten.items() if key != "httpGet"} or (
        field in AGENT_HOOKS and name == "grpc"
    ):
        return False
    action, port = check[name], check[name].get("port", 0)
    named = _named_ports(container).get(port) if isinstance(port, str) else port
    prober = known.get(path)
    if isinstance(prober, dict):
        recorded = prober.get(name)
        kind = field_type(struct)
        return (
            named is not None
            and isinstance(recorded, dict)
            and go_value({**action, "port": named}, kind) == go_value(without_nulls(recorded), kind)
        )
    if isinstance(port, str):
        return named is None and (action.get("host") in _OWN_HOSTS or not port.isdecimal())
    return port in (rewritten["httpGet"].get("port"), _DEFAULT_AGENT_PORT) and action.get("host") in _OWN_HOSTS


def _agent_port(annotations: dict[str, str], default: int) -> int:
    value = annotations.get(STATUS_PORT)
    if value is None:
        return default
    return int(value) if value.isascii() and value.isdigit() and len(value) <= _LONGEST_PORT else 0


def _checks(container: Container) -> Iterator[tuple[str, Probe]]:
    """Yield the probes and hooks of a container, each with the agent's path for it."""
    name = container.get("name") or ""
    for field, room, suffix in _PROBES:
        if isinstance(probe := container.get(field), dict):
            yield f"/{room}/{name}/{suffix}", probe
    for field, room, suffix in _HOOKS:
        if isinstance(hook := (container.get("lifecycle") or {}).get(field), dict):
            yield f"/{room}/{name}/{suffix}", {key: hook[key] for key in ("httpGet", "tcpSocket") if key in hook}


def _probers(pod: Pod, default_port: int) -> dict[str, Any]:
    """Return what the agent must ask, by its own paths, with named ports resolved.

    A probe of the agent's own port is left out: it was sent to the agent before.
    """
    found: dict[str, Any] = {}
    for container in [*init_containers_of(pod), *containers_of(pod)]:
        if container.get("name") == PROXY_CONTAINER:
            continue
        for path, probe in _checks(container):
            prober = _prober(probe, container, default_port)
            if prober is not None:
                found[path] = prober
    return found


def _prober(probe: Probe, container: Container, default_port: int) -> dict[str, Any] | None:
    for name, struct in _ACTIONS:
        action = probe.get(name)
        if action is None:
            continue
        port = action.get("port", 0)
        if isinstance(port, str):
            if "$" in port:
                _refuse_placeholder(port, f"container {container.get('name')}: {name}.port of a probe or hook")
            port = _named_ports(container).get(port)
        elif port == default_port and name != "grpc":
            port = None
        if port is None:
            return None
        prober = {name: go_value({**action, "port": port}, field_type(struct))}
        timeout = probe.get("timeoutSeconds")
        return {**prober, "timeoutSeconds": timeout} if timeout else prober
    return None


def _refuse_placeholder(port: str, place: str) -> None:
    """Raise InjectionError where a port is filled in later: neither is it a name, nor could the agent be given it."""
    from kubectl_inject.kubernetes.placeholders import is_placeholder

    if is_placeholder(port):
        raise InjectionError(
            f"{place}: expected {Kind.INT_OR_STRING}, found {describe(port)}; injection needs the value: replace the "
            "placeholder first"
        )


def _named_ports(container: Container) -> dict[str, int]:
    return {port["name"]: port.get("containerPort", 0) for port in container.get("ports") or [] if port.get("name")}


def _with_probers(sidecar: Container, probers: dict[str, Any], *, merge: bool) -> Container:
    """Return the proxy with the variable for its agent.

    After an earlier injection the variable's own entries stay: the Pod's probes are the agent's by now.
    """
    variables = sidecar.get("env") or []
    if merge:
        for place, variable in enumerate(variables):
            if variable.get("name") == PROBERS_VARIABLE:
                value = _merged(probers, variable.get("value") or "")
                return {**sidecar, "env": [*variables[:place], _variable(value), *variables[place + 1 :]]}
    return {**sidecar, "env": [*variables, _variable(_json(probers))]}


def _merged(probers: dict[str, Any], existing: str) -> str:
    import json

    try:
        known = json.loads(existing)
    except (ValueError, RecursionError):
        return existing
    return _json({**probers, **known}) if isinstance(known, dict) else existing


def _json(probers: dict[str, Any]) -> str:
    ordered = {path: probers[path] for path in sorted(probers)}
    return ordered_json(ordered)


def _variable(value: str) -> dict[str, str]:
    return {"name": PROBERS_VARIABLE, "value": value}


def _rewritten(container: Container, agent_port: int) -> Container:
    if container.get("name") == PROXY_CONTAINER:
        return container
    name = container.get("name") or ""
    changes: dict[str, Any] = {}
    for field, room, suffix in _PROBES:
        if isinstance(probe := container.get(field), dict):
            changes[field] = _sent_to_agent(probe, f"/{room}/{name}/{suffix}", agent_port)
    lifecycle = container.get("lifecycle")
    if isinstance(lifecycle, dict):
        hooks = {
            field: _sent_to_agent(hook, f"/{room}/{name}/{suffix}", agent_port)
            for field, room, suffix in _HOOKS
            if isinstance(hook := lifecycle.get(field), dict) and "grpc" not in hook
        }
        changes |= {"lifecycle": {**lifecycle, **hooks}} if hooks else {}
    return {**container, **changes} if changes else container


def _sent_to_agent(probe: Probe, path: str, agent_port: int) -> Probe:
    """Return a probe or hook that asks the agent over HTTP, at the place of the action that it had."""
    for name, _ in _ACTIONS:
        action = probe.get(name)
        if action is None:
            continue
        http = {**(action if name == "httpGet" else {}), "path": path, "port": agent_port}
        if http.get("scheme") == "HTTPS":
            http["scheme"] = "HTTP"
        return {("httpGet" if key == name else key): (http if key == name else value) for key, value in probe.items()}
    return probe
