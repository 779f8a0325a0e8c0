"""Pods without what the API server fills in where a field is not given.

The defaults are those of Kubernetes' pkg/apis/core/v1/defaults.go, and of zz_generated.defaults.go beside it.
"""

from __future__ import annotations

from kubectl_inject.kubernetes.schema.decoding import without_nulls
from kubectl_inject.kubernetes.schema.quantity import canonical_quantity

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    Object = dict[str, Any]

_CONTAINER: Mapping[str, Any] = {
    "terminationMessagePath": "/dev/termination-log",
    "terminationMessagePolicy": "File",
}
_SPEC: Mapping[str, Any] = {
    "dnsPolicy": "ClusterFirst",
    "restartPolicy": "Always",
    "terminationGracePeriodSeconds": 30,
    "schedulerName": "default-scheduler",
    "enableServiceLinks": True,
    "hostNetwork": False,
    "hostPID": False,
    "hostIPC": False,
}
_PROBE: Mapping[str, Any] = {
    "timeoutSeconds": 1,
    "periodSeconds": 10,
    "successThreshold": 1,
    "failureThreshold": 3,
    "initialDelaySeconds": 0,
}
_HTTP: Mapping[str, Any] = {"scheme": "HTTP", "path": "/"}
_PROBES = ("livenessProbe", "readinessProbe", "startupProbe")
_HOOKS = ("postStart", "preStop")
_MODED = ("secret", "configMap", "downwardAPI", "projected")
_MODE = 0o644
_TOKEN_SECONDS = 3600


def spec_without_defaults(spec: Object) -> Object:
    """Return a Pod's spec, of the types that it should have, without nulls and without what is as by default.

    Its containers and volumes stay as they are: see the functions for these.
    """
    apart = ("containers", "initContainers", "volumes")
    rest = {name: value for name, value in spec.items() if name not in apart}
    found: Object = _leaving(without_nulls(rest), _SPEC)
    if found.get("serviceAccount") == found.get("serviceAccountName", "default"):
        found.pop("serviceAccount", None)
    if found.get("serviceAccountName") == "default":
        del found["serviceAccountName"]
    if not found.get("securityContext", True):
        del found["securityContext"]
    return {**found, **{name: spec[name] for name in apart if name in spec}}


def container_without_defaults(container: Object) -> Object:
    """Return a container without nulls and without what is as by default.

    Quantities are spelled as Kubernetes writes them; a request that is not given is the limit.
    """
    found: Object = _leaving(without_nulls(container), _CONTAINER)
    if found.get("imagePullPolicy") == _pull_policy(str(found.get("image") or "")):
        del found["imagePullPolicy"]
    if "resources" in found:
        found["resources"] = _resources(found["resources"])
    if "resizePolicy" in found:
        found["resizePolicy"] = [each for each in found["resizePolicy"] if each.get("restartPolicy") != "NotRequired"]
    if "ports" in found:
        found["ports"] = [_leaving(port, {"protocol": "TCP"}) for port in found["ports"]]
    if "env" in found:
        found["env"] = [_variable(variable) for variable in found["env"]]
    if "volumeMounts" in found:
        found["volumeMounts"] = [_leaving(mount, {"readOnly": False}) for mount in found["volumeMounts"]]
    for name in _PROBES:
        if name in found:
            found[name] = _probe(found[name])
    if "lifecycle" in found:
        hooks = {name: _check(hook) if name in _HOOKS else hook for name, hook in found["lifecycle"].items()}
        found["lifecycle"] = hooks
    return {name: value for name, value in found.items() if value not in ({}, [])}


def _leaving(value: Object, defaults: Mapping[str, Any]) -> Object:
    return {name: item for name, item in value.items() if name not in defaults or defaults[name] != item}


def _pull_policy(image: str) -> str:
    name = image.rpartition("/")[2]
    if "@" in name:
        return "IfNotPresent"
    tag = name.partition(":")[2]
    return "Always" if tag in ("", "latest") else "IfNotPresent"


def _resources(resources: Object) -> Object:
    found = {
        name: {key: canonical_quantity(str(quantity)) for key, quantity in value.items()}
        if name in ("limits", "requests") and isinstance(value, dict)
        else value
        for name, value in resources.items()
    }
    limits = found.get("limits") or {}
    found["requests"] = {**limits, **(found.get("requests") or {})}
    return {name: value for name, value in found.items() if value}


def _variable(variable: Object) -> Object:
    found = _leaving(variable, {"value": ""})
    source = found.get("valueFrom")
    return {**found, "valueFrom": _source(source)} if isinstance(source, dict) else found


def _source(source: Object) -> Object:
    found = dict(source)
    if "fieldRef" in found:
        found["fieldRef"] = _leaving(found["fieldRef"], {"apiVersion": "v1"})
    if "resourceFieldRef" in found:
        found["resourceFieldRef"] = _leaving(found["resourceFieldRef"], {"divisor": "0"})
    return found


def _probe(probe: Object) -> Object:
    return _check(_leaving(probe, _PROBE))


def _check(check: Object) -> Object:
    found = dict(check)
    if isinstance(found.get("httpGet"), dict):
        found["httpGet"] = _leaving(found["httpGet"], _HTTP)
    if isinstance(found.get("grpc"), dict):
        found["grpc"] = _leaving(found["grpc"], {"service": ""})
    return found


def volume_without_defaults(volume: Object) -> Object:
    """Return a volume without nulls and without what is as by default."""
    found = {name: value for name, value in without_nulls(volume).items() if (name, value) != ("emptyDir", {})}
    for name in _MODED:
        if isinstance(found.get(name), dict):
            found[name] = _files(_leaving(found[name], {"defaultMode": _MODE}))
    if isinstance(found.get("hostPath"), dict):
        found["hostPath"] = _leaving(found["hostPath"], {"type": ""})
    return found


def _files(source: Object) -> Object:
    found = dict(source)
    if "items" in found:
        found["items"] = [_source(item) for item in found["items"]]
    if "sources" in found:
        found["sources"] = [_projected(each) for each in found["sources"]]
    return found


def _projected(source: Object) -> Object:
    found = dict(source)
    if isinstance(found.get("serviceAccountToken"), dict):
        token = found["serviceAccountToken"]
        found["serviceAccountToken"] = _leaving(token, {"expirationSeconds": _TOKEN_SECONDS})
    if isinstance(found.get("downwardAPI"), dict):
        found["downwardAPI"] = _files(found["downwardAPI"])
    return found
