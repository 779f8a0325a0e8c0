"""What a template can call: functions with the parameter types that Go would check."""

from __future__ import annotations

from enum import Enum

from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable


class ParameterType(Enum):
    """Go's type of a parameter; the value is how Go spells it in its messages."""

    ANY = "interface {}"
    STRING = "string"
    INT = "int"
    INT64 = "int64"
    FLOAT64 = "float64"
    BOOL = "bool"
    LIST = "[]interface {}"
    MAP = "map[string]interface {}"
    STRING_LIST = "[]string"
    STRING_MAP = "map[string]string"


class Work(Enum):
    """What a call costs, by its arguments; the value has no meaning."""

    CONSTANT = 0
    """The same whatever the arguments are. The result is one of them, or part of one, or short."""
    COPYING = 1
    """Goes through texts, and through the items of lists and maps, no faster than C can."""
    WALKING = 2
    """Looks at each character in Python, or at what is in lists and maps all the way down."""
    CRAWLING = 3
    """Takes several times as long as that."""


@dataclass(frozen=True, slots=True)
class Function:
    """A function that templates may call by its name.

    ``call`` gets one argument for each of ``params``, then any number of ``variadic`` ones. Arguments are
    checked and converted as Go does before the call: a literal number becomes the type asked for; any other
    value must be of that type already (ANY takes all). ``call`` raises FunctionError to fail.
    ``changes``: it changes what it is given, and with that maybe the template's data. ``work`` is what a rendering
    pays for a call. ``metered``: ``call`` takes the Meter as ``meter``, too, to pay for what its arguments do not show.
    """

    name: str
    call: Callable[..., object]
    params: tuple[ParameterType, ...] = ()
    variadic: ParameterType | None = None
    changes: bool = False
    work: Work = Work.WALKING
    metered: bool = False


class FunctionError(Exception):
    """A function could not answer; the text is the reason that Go's function would have given."""
