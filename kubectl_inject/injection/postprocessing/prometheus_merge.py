"""Merged metrics: Prometheus scrapes the agent, which scrapes the application.

The application's own ``prometheus.io`` annotations move into a variable of the proxy.
"""

from __future__ import annotations

from functools import lru_cache

from kubectl_inject.errors import InjectionError
from kubectl_inject.injection.pod import Container, Pod, annotations_of, find_sidecar, replace_container, with_metadata
from kubectl_inject.istio.annotation_validation import parse_bool
from kubectl_inject.istio.names import MERGE_METRICS, PROMETHEUS_VARIABLE, SCRAPE_TARGETS, SECURE_PORT
from kubectl_inject.kubernetes.go_json import ordered_json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from kubectl_inject.istio.releases import InjectorRules
    from kubectl_inject.mesh_config.protobuf import Message

_MERGED_PATH = "/stats/prometheus"
_TARGETS_LABEL, _SECURE_LABEL = "prometheus_istio_io_scrape_targets", "prometheus_istio_io_secure_port"
_SECURE_VARIABLE = "ENVOY_SECURE_MERGED_METRICS_PORT"
_DEFAULT_PATH = "/metrics"
_FIELDS = {"prometheus_io_scrape": "scrape", "prometheus_io_path": "path", "prometheus_io_port": "port"}
_SPELLED = frozenset({"prometheus.io/scrape", "prometheus.io/path", "prometheus.io/port"})
_IN_LABEL = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")
_RESERVED_PORTS = frozenset({15000, 15001, 15004, 15006, 15008, 15020, 15021, 15053, 15090})
_LONGEST_PORT = 18


def merge_metrics(pod: Pod, mesh: Message, agent_port: str, rules: InjectorRules) -> Pod:
    """Return the Pod with its scraping merged, unless it or the mesh says otherwise.

    ``agent_port`` is the status port of the Pod's own proxy config. Raises InjectionError for a port that the
    release's rules refuse.
    """
    annotations = annotations_of(pod)
    own = scrape_annotations(annotations)
    scrape = parse_bool(own.get("scrape", ""))
    if scrape is False or not _merging(annotations, mesh):
        return pod
    if own.get("port") == agent_port:
        return pod
    given = _scrape_targets_annotation(annotations) if rules.scrape_targets else ""
    targets = _scrape_targets(given)
    for target in targets:
        _check_port(target["port"], SCRAPE_TARGETS, given, agent_port)
    if rules.checks_scrape_port and own.get("port") and not targets:
        _check_port(own["port"], "prometheus.io/port", own["port"], agent_port)
    sidecar = find_sidecar(pod)
    if sidecar is not None and (any(own.values()) or targets):
        pod = replace_container(pod, sidecar, _with_variable(sidecar, _configuration(own, targets)))
    merged = {"prometheus.io/port": agent_port, "prometheus.io/path": _MERGED_PATH, "prometheus.io/scrape": "true"}
    kept = {name: merged.get(name, value) for name, value in annotations.items() if not _is_replaced(name, rules)}
    return with_metadata(pod, annotations={**kept, **merged})


def with_secure_port(pod: Pod) -> Pod:
    """Return the Pod with the port of the secure metrics, if its proxy serves them, where Prometheus finds it.

    An annotation of the user's own wins, in any spelling that Prometheus takes for it.
    """
    port = secure_port(find_sidecar(pod))
    annotations = annotations_of(pod)
    if port is None or any(_label_name(name) == _SECURE_LABEL for name in annotations):
        return pod
    return with_metadata(pod, annotations={**annotations, SECURE_PORT: port})


def secure_port(sidecar: Container | None) -> str | None:
    """Return the port at which a proxy serves its metrics securely, or None."""
    ports = (item.get("value") for item in (sidecar or {}).get("env") or [] if item.get("name") == _SECURE_VARIABLE)
    return next((port for port in ports if port not in (None, "", "0")), None)


def _is_replaced(name: str, rules: InjectorRules) -> bool:
    """Whether an annotation goes: another spelling of what is set, or what the variable holds from now on."""
    return _is_scraping(name, rules) and name not in _SPELLED


def with_original_scraping(annotations: dict[str, str], variable: str | None) -> dict[str, str]:
    """Return the annotations as they were before ``merge_metrics``, which left ``variable`` to the proxy."""
    agent = scrape_annotations(annotations)
    if agent.get("path") != _MERGED_PATH or agent.get("scrape") != "true":
        return annotations
    given = _original_scraping(variable)
    kept = {
        name: given.get(name, value)
        for name, value in annotations.items()
        if _label_name(name) not in _FIELDS or name in given
    }
    return {**kept, **given}


def _original_scraping(variable: str | None) -> dict[str, str]:
    """Return the application's own annotations, from the variable that keeps them."""
    if not variable:
        return {}
    import json

    try:
        own = json.loads(variable)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(own, dict):
        return {}
    given = {name: value for name in ("scrape", "path", "port") if isinstance(value := own.get(name), str) and value}
    targets = [target for target in own.get("targets") or [] if isinstance(target, dict)]
    if targets:
        given = {name: value for name, value in given.items() if targets[0].get(name) != value}
    found = {f"prometheus.io/{name}": value for name, value in given.items()}
    if targets:
        found[SCRAPE_TARGETS] = ",".join(f"{target.get('port')}:{target.get('path')}" for target in targets)
    return found


def scrape_annotations(annotations: dict[str, str]) -> dict[str, str]:
    """Return scrape, path and port as the annotations give them, in any spelling that Prometheus takes for them."""
    return {_FIELDS[name]: value for key, value in annotations.items() if (name := _label_name(key)) in _FIELDS}


def is_scraping_annotation(name: str) -> bool:
    """Whether an annotation tells Prometheus what to scrape, in any spelling that it takes for it."""
    return _label_name(name) in (*_FIELDS, _TARGETS_LABEL, _SECURE_LABEL)


def without_scraping(annotations: dict[str, str], rules: InjectorRules) -> dict[str, str]:
    """Return the annotations without those that tell Prometheus what to scrape."""
    return {name: value for name, value in annotations.items() if not _is_scraping(name, rules)}


@lru_cache(maxsize=256)
def _label_name(annotation: str) -> str:
    if not annotation.startswith("prometheus"):
        return annotation
    return "".join(character if character in _IN_LABEL else "_" for character in annotation)


def _is_scraping(name: str, rules: InjectorRules) -> bool:
    label = _label_name(name)
    return label in _FIELDS or (label == _TARGETS_LABEL and rules.scrape_targets)


def _merging(annotations: dict[str, str], mesh: Message) -> bool:
    requested = parse_bool(annotations.get(MERGE_METRICS, ""))
    if requested is not None:
        return requested
    setting = mesh.get("enablePrometheusMerge")
    return setting.go_is_nil() or bool(setting.get("value"))


def _scrape_targets_annotation(annotations: dict[str, str]) -> str:
    """Return what the annotation for the targets says, in any spelling that Prometheus takes for it."""
    return next((value for name, value in annotations.items() if _label_name(name) == _TARGETS_LABEL), "")


def _scrape_targets(text: str) -> list[dict[str, str]]:
    """Return the targets of ``prometheus.istio.io/scrape-targets``: ``port:path`` with commas.

    There are none where one has no port, as in Istio.
    """
    targets = []
    for item in filter(None, map(str.strip, text.split(","))):
        port, _, path = item.partition(":")
        if not port.strip():
            return []
        targets.append({"port": port.strip(), "path": path.strip() or _DEFAULT_PATH})
    return targets


def _check_port(port: str, annotation: str, value: str, agent_port: str) -> None:
    """Raise InjectionError for a port that is none, or that the data plane keeps for itself."""
    digits = port[1:] if port.startswith(("+", "-")) else port
    number = int(port) if digits.isascii() and digits.isdigit() and len(digits) <= _LONGEST_PORT else 0
    if not 0 < number < 65536 or number in _RESERVED_PORTS or number == int(agent_port):
        raise InjectionError(
            f"invalid value {value!r} for annotation {annotation!r}: expected ports from 1 to 65535 that Istio does "
            f"not keep for itself; found port {port!r}"
        )


def _configuration(own: dict[str, str], targets: list[dict[str, str]]) -> dict[str, Any]:
    first = targets[0] if targets else own
    value: dict[str, Any] = {
        "scrape": own.get("scrape", ""),
        "path": first.get("path", ""),
        "port": first.get("port", ""),
    }
    return {**value, "targets": targets} if targets else value


def _with_variable(sidecar: Container, value: dict[str, Any]) -> Container:
    return {
        **sidecar,
        "env": [*(sidecar.get("env") or []), {"name": PROMETHEUS_VARIABLE, "value": ordered_json(value)}],
    }
