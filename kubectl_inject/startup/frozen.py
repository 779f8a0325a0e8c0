"""Frozen dataclasses that are cheap to make.

``dataclasses.dataclass`` writes source code for each class and compiles it: a third of a millisecond for each, whenever
a program starts, on top of the import of the module. What is made here has slots and behaves the same; the standard
library's ``fields``, ``asdict`` and ``is_dataclass`` know it. Type checkers see the standard library's own names. Only
a class that is used often gets a compiled ``__init__`` too. Modules must import annotations from ``__future__``, so
that these are strings.
"""

from __future__ import annotations

from itertools import count
from operator import attrgetter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Any, NoReturn

__all__ = ["dataclass", "field", "fields", "replace"]

_FEW = 400
_MISSING: Any = object()
_NONE: Mapping[str, Any] = {}


class _Field:
    """How a field behaves that is not plain, as ``dataclasses.field`` has it."""

    __slots__ = ("compare", "default", "default_factory", "init", "metadata", "repr")

    def __init__(
        self,
        *,
        default: Any = _MISSING,
        default_factory: Callable[[], Any] = _MISSING,
        init: bool = True,
        repr: bool = True,  # noqa: A002  # its name in dataclasses
        compare: bool = True,
        metadata: Mapping[str, Any] = _NONE,
    ) -> None:
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.compare = compare
        self.metadata = metadata


class _NamedField:
    """A field of a class, with the names that ``dataclasses.Field`` has for it."""

    __slots__ = ("default", "metadata", "name")

    def __init__(self, name: str, default: Any, metadata: Mapping[str, Any]) -> None:
        self.name = name
        self.default = default
        self.metadata = metadata


_PLAIN = _Field()


def _dataclass(*, frozen: bool, slots: bool) -> Callable[[Any], Any]:
    """Return what makes a class a dataclass; as for ``dataclasses.dataclass``, but always frozen and with slots."""
    if not (frozen and slots):
        raise TypeError("only frozen dataclasses with slots are made here")
    return _made


def _replace(self: Any, /, **changes: Any) -> Any:
    """Return a dataclass's value with some fields changed, as ``dataclasses.replace`` does."""
    names = self.__match_args__
    given = list(self._given(self)) if len(names) > 1 else [getattr(self, name) for name in names]
    for name in [name for name in changes if name in names]:
        given[names.index(name)] = changes.pop(name)
    return self.__class__(*given, **changes)


def _fields(cls: Any) -> tuple[_NamedField, ...]:
    """Return the fields of a dataclass or of a value of one, as ``dataclasses.fields`` does: those of bases first."""
    defaults = cls._frozen_defaults
    return tuple(
        _NamedField(name, defaults.get(name, _MISSING), given.metadata) for name, given in cls._frozen_fields.items()
    )


def _made(cls: Any) -> Any:
    namespace = dict(vars(cls))
    known: Mapping[str, _Field] = getattr(cls, "_frozen_fields", _NONE)
    fields = {**known}
    defaults = {**getattr(cls, "_frozen_defaults", _NONE)}
    for name, kind in cls.__annotations__.items():
        if kind.startswith("ClassVar"):
            continue
        fields[name] = _PLAIN
        if name in namespace:
            given = namespace.pop(name)
            if given.__class__ is _Field:
                fields[name] = given
                given = given.default
            if given is not _MISSING:
                defaults[name] = given
    for name in ("__dict__", "__weakref__"):
        namespace.pop(name, None)
    for name, method in _METHODS.items():
        if namespace.get(name) is None:
            namespace[name] = method
    namespace |= _COMMON
    namespace["__slots__"] = [name for name in fields if name not in known]
    namespace["__match_args__"] = tuple([name for name in fields if fields[name].init])
    namespace["_frozen_fields"] = fields
    namespace["_frozen_defaults"] = defaults
    return type(cls)(cls.__name__, cls.__bases__, namespace)


class _LazyGetter:
    """What gives the values of some fields of an object, as one value: made when a class first needs it."""

    def __init__(self, name: str, names_of: Callable[[Any], Sequence[str]]) -> None:
        self._name = name
        self._names_of = names_of

    def __get__(self, _instance: object, cls: Any) -> Callable[[Any], Any]:
        names = self._names_of(cls)
        getter: Callable[[Any], Any] = attrgetter(*names) if names else lambda _value: ()
        setattr(cls, self._name, staticmethod(getter))
        return getter


def _first_init(self: Any, *args: Any, **given: Any) -> None:
    """Make a value of the fields that the class's signature names."""
    # The class gets an __init__ of its own with its first value: most classes never have one in a short run.
    cls = self.__class__
    cls.__init__ = _initializer(cls)
    cls.__init__(self, *args, **given)


def _initializer(cls: Any) -> Callable[..., None]:
    names: tuple[str, ...] = cls.__match_args__
    # A slot's own __set__ is the way past a class that refuses assignments.
    setters = {name: getattr(cls, name).__set__ for name in cls._frozen_fields}
    in_order = [setters[name] for name in names]
    after = getattr(cls, "__post_init__", None)
    uses = count()

    def __init__(self: Any, *args: Any, **given: Any) -> None:  # noqa: N807  # it becomes the class's
        for setter, value in zip(in_order, args):  # noqa: B905  # to say so by name takes as long as three fields
            setter(self, value)
        if given or len(args) != len(names):
            for name, value in _further(cls, len(args), given):
                setters[name](self, value)
        if after is not None:
            after(self)
        if next(uses) == _FEW and cls.__init__ is __init__:
            cls.__init__ = _compiled_initializer(cls, setters)

    return __init__


def _compiled_initializer(cls: Any, setters: Mapping[str, Any]) -> Callable[..., None]:
    """Return an ``__init__`` that does the same in less than half the time; it takes longer to make."""
    namespace: dict[str, Any] = {"_missing_": _MISSING}
    parameters, lines = ["self"], []
    for number, name in enumerate(cls.__match_args__):
        namespace[f"set_{number}"] = setters[name]
        factory = cls._frozen_fields[name].default_factory
        value = name
        if name in cls._frozen_defaults:
            namespace[f"default_{number}"] = cls._frozen_defaults[name]
            parameters.append(f"{name}=default_{number}")
        elif factory is not _MISSING:
            namespace[f"make_{number}"] = factory
            parameters.append(f"{name}=_missing_")
            value = f"make_{number}() if {name} is _missing_ else {name}"
        else:
            parameters.append(name)
        lines.append(f" set_{number}(self, {value})")
    if hasattr(cls, "__post_init__"):
        lines.append(" self.__post_init__()")
    exec("\n".join([f"def __init__({', '.join(parameters)}):", *lines, " return"]), namespace)
    compiled: Callable[..., None] = namespace["__init__"]
    compiled.__qualname__ = f"{cls.__qualname__}.__init__"
    return compiled


def _further(cls: Any, count: int, given: dict[str, Any]) -> list[tuple[str, Any]]:
    """Return the values of the fields behind the first ones: those that are given by name, or defaults."""
    names = cls.__match_args__
    values = []
    for name in names[count:]:
        if name in given:
            values.append((name, given.pop(name)))
        elif name in cls._frozen_defaults:
            values.append((name, cls._frozen_defaults[name]))
        elif (factory := cls._frozen_fields[name].default_factory) is not _MISSING:
            values.append((name, factory()))
        else:
            raise TypeError(f"{cls.__name__}() is missing the argument {name!r}")
    if given or count > len(names):
        found = f"{next(iter(given))!r} besides" if given else f"{count}"
        raise TypeError(f"{cls.__name__}() takes {len(names)} arguments, found {found}")
    return values


def _refuse(self: object, name: str, *_value: object) -> NoReturn:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot change the field {name!r} of {self.__class__.__name__}")


def _shown(self: Any) -> str:
    shown = (f"{name}={getattr(self, name)!r}" for name, given in self._frozen_fields.items() if given.repr)
    return f"{self.__class__.__qualname__}({', '.join(shown)})"


def _is_equal(self: Any, other: Any) -> Any:
    if other.__class__ is not self.__class__:
        return NotImplemented
    return self._compared(self) == self._compared(other)


def _hashed(self: Any) -> int:
    return hash(self._compared(self))


def _reduced(self: Any) -> tuple[type, tuple[Any, ...]]:
    return self.__class__, tuple(getattr(self, name) for name in self.__match_args__)


class _LazySignature:
    """The signature of a class, made when somebody asks, such as ``help``."""

    def __get__(self, _instance: object, cls: Any) -> Any:
        from inspect import Parameter, Signature

        kinds = {name: kind for base in reversed(cls.__mro__) for name, kind in _annotations(base).items()}
        parameters = []
        for name in cls.__match_args__:
            factory = cls._frozen_fields[name].default_factory
            default = cls._frozen_defaults.get(name, Parameter.empty) if factory is _MISSING else factory()
            parameters.append(Parameter(name, Parameter.POSITIONAL_OR_KEYWORD, default=default, annotation=kinds[name]))
        return Signature(parameters)


def _annotations(cls: type) -> Mapping[str, str]:
    found: Mapping[str, str] = vars(cls).get("__annotations__", {})
    return found


class _StandardFields:
    """The fields as package dataclasses describes them, made when somebody asks."""

    def __get__(self, _instance: object, cls: Any) -> Any:
        import dataclasses

        described = []
        for name, given in cls._frozen_fields.items():
            settings: dict[str, Any] = {
                "init": given.init,
                "repr": given.repr,
                "compare": given.compare,
                "metadata": given.metadata,
            }
            if given.default_factory is not _MISSING:
                settings["default_factory"] = given.default_factory
            elif name in cls._frozen_defaults:
                settings["default"] = cls._frozen_defaults[name]
            described.append((name, object, dataclasses.field(**settings)))
        return dataclasses.make_dataclass(cls.__name__, described, frozen=True).__dataclass_fields__  # type: ignore[attr-defined]


_METHODS = {"__repr__": _shown, "__eq__": _is_equal, "__hash__": _hashed}
"""What a class may have of its own."""

_COMMON: dict[str, Any] = {
    "__dataclass_fields__": _StandardFields(),
    "__signature__": _LazySignature(),
    "__init__": _first_init,
    "__setattr__": _refuse,
    "__delattr__": _refuse,
    "__reduce__": _reduced,
    "_given": _LazyGetter("_given", lambda cls: cls.__match_args__),
    "_compared": _LazyGetter(
        "_compared", lambda cls: [name for name, given in cls._frozen_fields.items() if given.compare]
    ),
}

for _name, _method in {**_METHODS, "__init__": _first_init, "__setattr__": _refuse, "__reduce__": _reduced}.items():
    _method.__name__ = _name  # what help() calls them

if TYPE_CHECKING:
    from dataclasses import dataclass, field, fields, replace
else:
    dataclass, field, fields, replace = _dataclass, _Field, _fields, _replace
