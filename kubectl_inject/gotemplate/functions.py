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


@dataclass(frozen=True, slots=True)
class Function:
    """A function that templates may call by its name.

    ``call`` gets one argument for each of ``params``, then any number of ``variadic`` ones. Arguments are
    checked and converted as Go does before the call: a literal number becomes the type asked for; any other
    value must be of that type already (ANY takes all). ``call`` raises FunctionError to fail.
    ``changes``: it changes what it is given, and with that maybe the template's data.
    """

    name: str
    call: Callable[..., object]
    params: tuple[ParameterType, ...] = ()
    variadic: ParameterType | None = None
    changes: bool = False


class FunctionError(Exception):
    """A function could not answer; the text is the reason that Go's function would have given."""
