"""Kubernetes' Pod security standards: what a Pod does that a level refuses.

https://kubernetes.io/docs/concepts/security/pod-security-standards/. Controls that no template of an injector has a
reason to touch (SELinux, AppArmor, sysctls, Windows) are left out.
"""

from __future__ import annotations

from kubectl_inject.injection.pod import containers_of, init_containers_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from kubectl_inject.injection.pod import Container, Pod

    Violation = tuple[str, str]
    """A container's name, empty for the Pod itself, and what it does."""

_ADDED_IN_BASELINE = frozenset(
    [
        "AUDIT_WRITE",
        "CHOWN",
        "DAC_OVERRIDE",
        "FOWNER",
        "FSETID",
        "KILL",
        "MKNOD",
        "NET_BIND_SERVICE",
        "SETFCAP",
        "SETGID",
        "SETPCAP",
        "SETUID",
        "SYS_CHROOT",
    ]
)
_ADDED_IN_RESTRICTED = frozenset({"NET_BIND_SERVICE"})
_VOLUMES_IN_RESTRICTED = frozenset(
    ["configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret"]
)
_SAFE_PROFILES = ("RuntimeDefault", "Localhost")
_MAY_BE_ROOT, _NO_PROFILE = "may run as root", "has no seccomp profile"
_FROM_POD = frozenset({_MAY_BE_ROOT, _NO_PROFILE})
"""What containers take from the Pod: where the application has none either, it is not injection's doing."""


def added_violations(before: Pod, after: Pod, level: str) -> dict[str, list[str]]:
    """Return what a level (``baseline`` or ``restricted``) refuses after injection and not before, by container."""
    old = set(_violations(before, level))
    of_application = {problem for _, problem in old if problem in _FROM_POD}
    added: dict[str, list[str]] = {}
    for container, problem in _violations(after, level):
        if (container, problem) not in old and problem not in of_application:
            added.setdefault(container, []).append(problem)
    return added


def _violations(pod: Pod, level: str) -> Iterator[Violation]:
    spec = pod.get("spec") or {}
    restricted = level == "restricted"
    for name in ("hostNetwork", "hostPID", "hostIPC"):
        if spec.get(name):
            yield "", f"uses {name}"
    for volume in spec.get("volumes") or []:
        kinds = volume.keys() - {"name"}
        if "hostPath" in kinds or (restricted and not kinds <= _VOLUMES_IN_RESTRICTED):
            yield "", f"has the volume {volume.get('name')} of type {', '.join(sorted(kinds))}"
    base = spec.get("securityContext") or {}
    for container in (*init_containers_of(pod), *containers_of(pod)):
        name = container.get("name") or "<unnamed>"
        for problem in _problems(container, base, restricted=restricted):
            yield name, problem


def _problems(container: Container, base: dict[str, Any], *, restricted: bool) -> Iterator[str]:
    context = container.get("securityContext") or {}
    if context.get("privileged"):
        yield "is privileged"
    capabilities = context.get("capabilities") or {}
    allowed = _ADDED_IN_RESTRICTED if restricted else _ADDED_IN_BASELINE
    refused = [name for name in capabilities.get("add") or [] if name not in allowed]
    if refused:
        yield f"adds {' and '.join(refused)}"
    for port in container.get("ports") or []:
        if port.get("hostPort"):
            yield f"takes the host's port {port['hostPort']}"
    if context.get("procMount") not in (None, "Default"):
        yield f"has procMount {context['procMount']}"
    profile = (context.get("seccompProfile") or base.get("seccompProfile") or {}).get("type")
    if profile == "Unconfined":
        yield "has the seccomp profile Unconfined"
    elif restricted and profile not in _SAFE_PROFILES:
        yield _NO_PROFILE
    if restricted:
        yield from _restricted(context, base, capabilities)


def _restricted(context: dict[str, Any], base: dict[str, Any], capabilities: dict[str, Any]) -> Iterator[str]:
    if context.get("allowPrivilegeEscalation") is not False:
        yield "may gain privileges: allowPrivilegeEscalation is not false"
    if "ALL" not in (capabilities.get("drop") or []):
        yield "does not drop ALL capabilities"
    own = context.get("runAsNonRoot")
    if context.get("runAsUser", base.get("runAsUser")) == 0:
        yield "runs as root"
    elif own is False:
        yield "may run as root: runAsNonRoot is false"
    elif not (base.get("runAsNonRoot") if own is None else own):
        yield _MAY_BE_ROOT
