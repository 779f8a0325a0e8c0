"""What differs between two injections of a Pod, named as settings rather than as places in YAML."""

from __future__ import annotations

import json

from kubectl_inject.istio.names import INIT_CONTAINER, PROXY_CONTAINER, VALIDATION_CONTAINER
from kubectl_inject.kubernetes.patches.differences import differences
from kubectl_inject.kubernetes.schema.types import CONTAINER
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from kubectl_inject.injection.pod import Container
    from kubectl_inject.kubernetes.patches.differences import Difference

CNI = "CNI"
"""The setting that has a plugin of the nodes redirect traffic, in place of an init container."""
_LONGEST = 60
_RESOURCES = {"cpu": "CPU", "memory": "memory"}
_PROXY_CONFIG = "PROXY_CONFIG"
_OF_NATIVE = ("restartPolicy", "lifecycle", "startupProbe")
"""What a proxy has otherwise once it is a native sidecar: the setting's name says it all."""


@dataclass(frozen=True, slots=True)
class ChangedSetting:
    """A setting with its value in what runs, and in what injection makes now; None where there is none."""

    name: str
    old: str | None
    new: str | None

    def __str__(self) -> str:
        """Return it in a few words: ``CPU request 100m → 200m``, ``new: ISTIO_META_X``."""
        if self.old is None:
            return f"new: {self.name}"
        return f"gone: {self.name}" if self.new is None else f"{self.name} {self.old} → {self.new}"

    def to_plain(self) -> dict[str, Any]:
        """Return it as plain data."""
        return {"setting": self.name, "from": self.old, "to": self.new}


@dataclass(frozen=True, slots=True)
class PlacedContainer:
    """A container, and whether it is one of the init containers."""

    container: Container
    is_init: bool


def changed_containers(
    old: Mapping[str, PlacedContainer], new: Mapping[str, PlacedContainer]
) -> Iterator[ChangedSetting]:
    """Yield what differs between the containers of two Pods, which are given by name."""
    gone, added = [name for name in old if name not in new], [name for name in new if name not in old]
    if (swap := _cni(gone, added)) is not None:
        yield swap
        gone = [name for name in gone if name not in (INIT_CONTAINER, VALIDATION_CONTAINER)]
        added = [name for name in added if name not in (INIT_CONTAINER, VALIDATION_CONTAINER)]
    for name in gone:
        yield ChangedSetting(f"container {name}", "there", None)
    for name in added:
        yield ChangedSetting(f"container {name}", None, "there")
    of_proxy: set[tuple[str, str | None, str | None]] = set()
    for name in sorted(old.keys() & new.keys(), key=lambda name: name != PROXY_CONTAINER):
        if old[name] == new[name]:
            continue
        for change in _changed_container(name, old[name], new[name]):
            # The proxy's settings are those of the other containers of the injection too.
            bare = (change.name.removeprefix(_prefix(name)), change.old, change.new)
            if name == PROXY_CONTAINER:
                of_proxy.add(bare)
            elif bare in of_proxy:
                continue
            yield change


def _prefix(container: str) -> str:
    return "proxy " if container == PROXY_CONTAINER else f"{container} "


def _cni(gone: Sequence[str], added: Sequence[str]) -> ChangedSetting | None:
    """Return the setting that has the CNI plugin redirect traffic, in place of a container, where it changed."""
    if INIT_CONTAINER in gone and VALIDATION_CONTAINER in added:
        return ChangedSetting(CNI, "no", "yes")
    if VALIDATION_CONTAINER in gone and INIT_CONTAINER in added:
        return ChangedSetting(CNI, "yes", "no")
    return None


def shortened_images(old: str, new: str) -> tuple[str, str]:
    """Return two images by their tags alone, where all else is the same."""
    (one, _, old_tag), (other, _, new_tag) = old.rpartition(":"), new.rpartition(":")
    same = one and one == other and "/" not in old_tag + new_tag
    return (old_tag, new_tag) if same else (old, new)


def _changed_container(name: str, before: PlacedContainer, after: PlacedContainer) -> Iterator[ChangedSetting]:
    old, new = before.container, after.container
    prefix = _prefix(name)
    if before.is_init != after.is_init:
        yield ChangedSetting(
            "native sidecar" if name == PROXY_CONTAINER else f"init container {name}",
            "yes" if before.is_init else "no",
            "yes" if after.is_init else "no",
        )
        old, new = ({key: item for key, item in each.items() if key not in _OF_NATIVE} for each in (old, new))
    if old.get("image") != new.get("image"):
        images = shortened_images(str(old.get("image") or ""), str(new.get("image") or ""))
        yield ChangedSetting(f"{prefix}image", *images)
        old, new = ({key: item for key, item in each.items() if key != "image"} for each in (old, new))
    for key in ("args", "command"):
        if old.get(key) != new.get(key):
            yield from _changed_arguments(prefix, old.get(key) or [], new.get(key) or [])
            old, new = ({key_: item for key_, item in each.items() if key_ != key} for each in (old, new))
    if old.get("env") != new.get("env"):
        yield from _changed_variables(prefix, _variables(old), _variables(new))
        old, new = ({key: item for key, item in each.items() if key != "env"} for each in (old, new))
    for difference in differences(_whole(old, new), _whole(new, old), CONTAINER):
        yield from _named(prefix, difference)


def _whole(container: Container, other: Container) -> Container:
    """Return a container with an empty part for each that only the other has, so that its fields are named."""
    empty: dict[str, Any] = {
        name: {} for name in ("resources", "securityContext") if name in other and name not in container
    }
    found = {**container, **empty}
    if "resources" in found:
        parts: dict[str, Any] = {name: {} for name in ("requests", "limits")}
        found["resources"] = {**parts, **found["resources"]}
    return found


def _named(prefix: str, difference: Difference) -> Iterator[ChangedSetting]:
    path, old, new = difference.path, difference.old, difference.new
    head, _, rest = path.partition(".")
    if head == "resources":
        yield _changed_resource(prefix, rest, old, new)
    elif path.startswith(("ports[", "volumeMounts[")):
        what = "port" if path.startswith("ports[") else "mount"
        key, _, field = path.partition("[")[2].partition("]")
        yield _setting(f"{prefix}{what} {key}{field}", old, new)
    else:
        yield _setting(f"{prefix}{path}", old, new)


def _changed_resource(prefix: str, path: str, old: Any, new: Any) -> ChangedSetting:
    kind, _, resource = path.replace("[", ".").rstrip("]").partition(".")
    own = "" if prefix == "proxy " else prefix
    name = f"{own}{_RESOURCES.get(resource, resource)} {kind.removesuffix('s')}" if resource else f"{prefix}{path}"
    return _setting(name, old, new)


def _variables(container: Container) -> dict[str, Any]:
    return {
        str(item.get("name")): item.get("value") or item.get("valueFrom") or "" for item in container.get("env") or []
    }


def _changed_variables(prefix: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[ChangedSetting]:
    own = "" if prefix == "proxy " else prefix
    for name in [*old, *(name for name in new if name not in old)]:
        before, after = old.get(name), new.get(name)
        if before == after:
            continue
        fields = _object(before), _object(after)
        if name == _PROXY_CONFIG and fields[0] is not None and fields[1] is not None:
            yield from _changed_fields(f"{own}proxy config ", *fields)
        else:
            yield _setting(f"{own}{name}", before, after)


def _object(text: Any) -> dict[str, Any] | None:
    try:
        value = json.loads(text)
    except (TypeError, ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _changed_fields(prefix: str, old: Any, new: Any) -> Iterator[ChangedSetting]:
    for name in [*old, *(name for name in new if name not in old)]:
        before, after = old.get(name), new.get(name)
        if before == after:
            continue
        if isinstance(before, dict) and isinstance(after, dict):
            yield from _changed_fields(f"{prefix}{name}.", before, after)
        else:
            yield _setting(f"{prefix}{name}", before, after)


def _changed_arguments(prefix: str, old: Sequence[str], new: Sequence[str]) -> Iterator[ChangedSetting]:
    before, after = _pairs(old), _pairs(new)
    found = False
    for name in [*before, *(name for name in after if name not in before)]:
        if before.get(name) != after.get(name):
            found = True
            yield _setting(f"{prefix}argument {name}", before.get(name), after.get(name))
    if not found:
        yield ChangedSetting(f"{prefix}arguments", shown(" ".join(old)), shown(" ".join(new)))


def _pairs(arguments: Sequence[str]) -> dict[str, str]:
    """Return arguments by their flags, each with what follows it."""
    found: dict[str, str] = {}
    flag = ""
    for argument in arguments:
        if argument.startswith("-"):
            flag, equals, value = argument.partition("=")
            found[flag] = value if equals else found.get(flag, "")
        elif flag:
            found[flag] = f"{found[flag]} {argument}".strip()
        else:
            found[argument] = ""
    return found


def changed_entry(name: str, old: str | None, new: str | None) -> ChangedSetting:
    """Return a changed label, annotation or field; see ChangedSetting."""
    return _setting(name, old, new)


def _setting(name: str, old: Any, new: Any) -> ChangedSetting:
    return ChangedSetting(name, None if old is None else shown(old), None if new is None else shown(new))


def shown(value: Any) -> str:
    """Return a value in one short line."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True)
    line = " ".join(text.split())
    return (line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…") or '""'
