"""Go's values, as this engine holds them in Python.

| Go                          | Python                                            |
|-----------------------------|---------------------------------------------------|
| nil                         | ``None``                                          |
| bool, string                | ``bool``, ``str``                                 |
| int, float64                | ``int``, ``float``                                |
| int64, int32, uint8, …      | ``Int64``, ``Int32``, ``Uint8``, … (``int``)      |
| []interface {}, []string    | ``list``, ``StringList``                          |
| map[string]interface {}     | ``dict``                                          |
| map[string]string           | ``StringMap``                                     |
| structs, pointers, enums    | subclasses of ``GoObject``                        |

Nothing else may be handed to a template. A template sees of a ``GoObject`` only what its methods
give it, and of the other kinds only items, so Python's own attributes are out of its reach.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import ClassVar

    from kubectl_inject.gotemplate.functions import Function


class SizedInt(int):
    """An integer of one of Go's types other than ``int``."""

    __slots__ = ()
    go_type: ClassVar[str]
    bits: ClassVar[int]
    signed: ClassVar[bool] = True


class Int64(SizedInt):
    """Go's int64."""

    __slots__ = ()
    go_type = "int64"
    bits = 64


class Int32(SizedInt):
    """Go's int32, which is also its rune."""

    __slots__ = ()
    go_type = "int32"
    bits = 32


class Uint8(SizedInt):
    """Go's uint8, which is also its byte."""

    __slots__ = ()
    go_type = "uint8"
    bits = 8
    signed = False


class Uint32(SizedInt):
    """Go's uint32."""

    __slots__ = ()
    go_type = "uint32"
    bits = 32
    signed = False


class Uint64(SizedInt):
    """Go's uint64."""

    __slots__ = ()
    go_type = "uint64"
    bits = 64
    signed = False


class StringList(list[str]):
    """Go's []string."""

    __slots__ = ()


class StringMap(dict[str, str]):
    """Go's map[string]string: a key that is not there reads as the empty string, not as nil."""

    __slots__ = ()


class NoSuchFieldError(LookupError):
    """A GoObject has no field of the requested name; str() of it is the name."""


class GoObject:
    """A Go value with fields and methods of its own: a struct, a pointer to one, or an enum."""

    __slots__ = ()

    @property
    def go_type(self) -> str:
        """The type as Go's %T prints it, such as ``*v1alpha1.ProxyConfig``. Every subclass says it."""
        raise NotImplementedError

    @property
    def go_kind(self) -> str:
        """The kind as reflect.Kind prints it: ``ptr``, ``struct``, ``int32``, …."""
        return "ptr" if self.go_type.startswith("*") else "struct"

    @property
    def go_basic(self) -> object:
        """What comparison functions and numeric verbs see: an int for an enum, None for a struct."""
        return None

    def go_is_nil(self) -> bool:
        """Whether this is a nil pointer. Methods can be called on one, fields cannot be read."""
        return False

    def go_truth(self) -> bool:
        """Whether ``if`` takes the value for true: structs always, pointers unless nil, enums unless 0."""
        return not self.go_is_nil()

    def go_field(self, name: str) -> object:
        """Return the value of an exported field. Raise NoSuchFieldError where there is none."""
        raise NoSuchFieldError(name)

    def go_method(self, name: str) -> Function | None:  # noqa: ARG002  # for those that have methods
        """Return the method of that name, bound, or None where there is none."""
        return None

    def go_contents(self) -> object:
        """Return the strings, lists, maps and objects that it takes to print the value, for what that costs."""
        return None

    def go_print(self) -> str:
        """Return the value as fmt's %v prints it. Every subclass says it."""
        raise NotImplementedError


class ConstantFields(GoObject):
    """A Go struct some of whose fields are the same for many renderings.

    ``constant`` are the names of these fields, and ``known`` is where what chains of fields from them lead to is
    noted: objects that share it have the same values in these fields.
    """

    __slots__ = ("constant", "known")

    def __init__(self, constant: frozenset[str], known: dict[str, object]) -> None:
        """Note what the constant fields lead to in ``known``."""
        self.constant = constant
        self.known = known
