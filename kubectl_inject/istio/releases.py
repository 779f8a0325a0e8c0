"""Istio's releases, and what the injector of each does that others do not.

What depends on a release is in this module: ``InjectorRules`` for the injector's own code, ``CHART_FEATURES`` for the
templates of its chart. Which annotations a release heeds and checks is in their table, ``istio.annotations``. The rest
of the project asks for a rule by its name. A minor release is taken as the newest of its patches has it. The source of
each rule is Istio's pkg/kube/inject.
"""

from __future__ import annotations

from functools import lru_cache
from types import MappingProxyType

from kubectl_inject.startup.frozen import dataclass, field, fields

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

_OLDEST_KNOWN, _NEWEST_KNOWN = 26, 31


@dataclass(frozen=True, slots=True)
class Release:
    """A release of Istio 1, by its minor number; ``name`` is all that is known of it, such as ``1.30.3``.

    ``source`` says what names it, such as ``values global.tag``.
    """

    minor: int
    name: str = field(default="", compare=False)
    source: str = field(default="the newest known here", compare=False)

    def __str__(self) -> str:
        """Return the release's name, such as ``1.30.3`` or ``1.30``."""
        return self.name or f"1.{self.minor}"

    @property
    def note(self) -> str:
        """What users must know of the rules that are used for it: nothing where these are its own."""
        if self.minor > _NEWEST_KNOWN:
            return f"Istio {self} is newer than the newest release known here: the rules of 1.{_NEWEST_KNOWN} are used"
        if self.minor < _OLDEST_KNOWN:
            return f"Istio {self} is older than the oldest release known here: the rules of 1.{_OLDEST_KNOWN} are used"
        return ""


OLDEST_KNOWN, NEWEST_KNOWN = Release(_OLDEST_KNOWN), Release(_NEWEST_KNOWN)


def release_named(text: str, source: str) -> Release | None:
    """Return the release that a text names, or None where it names none.

    The text is a version or a tag of an image (``1.30``, ``v1.30.3``, ``1.30.3-distroless``), or the name of a chart
    with its version (``istiod-1.30.3``). What is built from source has the version 1.0.0, which is no release.
    ``source`` is where the text is from.
    """
    for part in text.split("-"):
        numbers = part.removeprefix("v").split(".")
        if len(numbers) > 1 and numbers[0] == "1" and _is_number(numbers[1]) and int(numbers[1]):
            patch = f".{numbers[2]}" if len(numbers) > 2 and _is_number(numbers[2]) else ""
            return Release(int(numbers[1]), f"1.{int(numbers[1])}{patch}", source)
    return None


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 4


def _since(minor: int) -> Any:
    return field(default=False, metadata={"since": minor})


@dataclass(frozen=True, slots=True)
class InjectorRules:
    """What holds for a release; each rule holds since the minor release that it names."""

    exact_inject_values: bool = _since(27)
    """``sidecar.istio.io/inject`` knows ``true`` and ``false``; before, y, yes, true and on in any case, or a no."""

    counts_users_of_init_containers: bool = _since(27)
    """On OpenShift, users of init containers count as the application's."""

    native_sidecars_by_nodes: bool = _since(27)
    """Native sidecars are on where the nodes can have them, if nothing is set."""

    checks_scrape_port: bool = _since(31)
    """``prometheus.io/port`` must be a port, and none that the data plane has."""

    scrape_targets: bool = _since(31)
    """``prometheus.istio.io/scrape-targets`` is known."""

    announces_secure_port: bool = _since(31)
    """``prometheus.istio.io/secure-port`` is set from a variable of the proxy."""

    checks_connection_settings: bool = _since(31)
    """``connectionSettings`` of a proxy config must hold numbers and durations that make sense."""

    missing_functions: frozenset[str] = frozenset()
    """The template functions that only later releases have."""

    missing_data: frozenset[str] = frozenset()
    """The fields of the template data that only later releases have."""


_FUNCTIONS_SINCE: Mapping[str, int] = MappingProxyType({"omitNil": 28, "otelResourceAttributes": 30})
_DATA_SINCE: Mapping[str, int] = MappingProxyType({"NativeSidecars": 27, "ProxyInitImage": 31})

CHART_FEATURES: Mapping[str, int] = MappingProxyType(
    {
        "resourceDivisor": 29,  # the divisor of a resourceFieldRef is written
        "namedCrl": 29,  # the ConfigMap of revoked certificates can be named: pilot.crlConfigMapName
        "otelResourceAttributes": 30,  # the proxy's spans say which service it belongs to
        "strictCanonicalName": 31,  # a canonical name neither begins nor ends with a sign
        "ownInitImage": 31,  # global.proxy_init.image names the init container's image
        "fipsRuntime": 31,  # the policy fips-140-3 holds for the agent too
    }
)
"""What the templates of the chart have, and since which minor release."""


def rules_of(release: Release) -> InjectorRules:
    """Return the rules of a release; of one beyond those known, the rules of the nearest."""
    return _rules(release.minor)


@lru_cache(maxsize=16)
def _rules(minor: int) -> InjectorRules:
    since = {rule.name: rule.metadata["since"] for rule in fields(InjectorRules) if "since" in rule.metadata}
    return InjectorRules(
        **{name: minor >= first for name, first in since.items()},
        missing_functions=_later(_FUNCTIONS_SINCE, minor),
        missing_data=_later(_DATA_SINCE, minor),
    )


def _later(since: Mapping[str, int], minor: int) -> frozenset[str]:
    return frozenset(name for name, first in since.items() if minor < first)


def chart_features(release: Release) -> dict[str, bool]:
    """Return for every feature of the chart's templates whether a release has it."""
    return {name: release.minor >= first for name, first in CHART_FEATURES.items()}
