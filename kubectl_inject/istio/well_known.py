"""What the rows of ``istio.annotations`` are: annotations and labels, and what their values may be."""

from __future__ import annotations

from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

ANNOTATION, LABEL = "annotation", "label"

# What values may be, as the reference page has it. Those that the injector checks have a check in annotation_values.
BOOLEAN = "`true` or `false`"
WHOLE_NUMBER = "a whole number, 0 or more"
QUANTITY = "a quantity, such as `100m` or `128Mi`"
PORT = "a port, 0 to 65535"
PORTS = "ports, with commas between them"
PORTS_OR_ALL = "ports, with commas between them, or `*` for all"
RANGES = "IP ranges such as `10.0.0.0/8`, with commas between them"
RANGES_OR_ALL = "IP ranges such as `10.0.0.0/8`, with commas between them, or `*` for all"
INTERFACES = "names of network interfaces, with commas between them"
PROXY_CONFIG = "YAML or JSON of a ProxyConfig"
MODE = "`REDIRECT`, `TPROXY` or `NONE`"

DURATION = "a duration, such as `10s`"
NAMES = "names, with commas between them"
WRITTEN = "written by injection"


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting of the proxy as ``explain`` names it, and the Helm value that gives it, whose own default it has."""

    name: str
    helm_value: str = ""
    default: Any = None


@dataclass(frozen=True, slots=True)
class WellKnown:
    """An annotation or label that Istio defines or reads, and what it does in a sentence.

    ``values`` describes those that make sense, by one of this module's descriptions or its own. ``checked_since`` is
    the minor release since which the injector refuses others, 0 where none does. ``since`` and ``until`` are the first
    and the last minor release that heed it, 0 where all do that are known here. ``settings`` are what it sets;
    ``default`` says what holds without it where no Helm value does. ``instead`` is what Istio wants in its place.
    """

    name: str
    does: str
    values: str
    kind: str = ANNOTATION
    on: tuple[str, ...] = ("Pod",)
    settings: tuple[Setting, ...] = ()
    default: str = ""
    checked_since: int = 0
    since: int = 0
    until: int = 0
    instead: str = ""

    @property
    def short_name(self) -> str:
        """The name without its domain."""
        return self.name.rpartition("/")[2]

    def is_heeded(self, minor: int) -> bool:
        """Whether a minor release heeds it; others ignore it."""
        return self.since <= minor and (not self.until or minor <= self.until)

    def is_checked(self, minor: int) -> bool:
        """Whether the injector of a minor release checks its value."""
        return 0 < self.checked_since <= minor
