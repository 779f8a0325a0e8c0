"""Enumerations that are cheap to make.

To import package enum takes as long as to import ten modules of this project, and every class that it makes as long as
one. A program that starts for one Deployment notices both. What is made here behaves as ``enum.Enum`` does: members
have a name and a value, there is one of each, and they can be called for by value, gone through, and pickled. Type
checkers see the standard library's own.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any, NoReturn

__all__ = ["Enum"]


class _Enumeration(type):
    """The class of enumerations; an enumeration's public attributes that are no methods become its members."""

    _by_value: dict[Any, Any]

    def __new__(mcs, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> Any:
        values = {key: value for key, value in namespace.items() if key[0] != "_" and not hasattr(value, "__get__")}
        rest = {key: value for key, value in namespace.items() if key not in values}
        rest.setdefault("__slots__", ())
        cls: Any = super().__new__(mcs, name, bases, rest)
        cls._by_value = {}
        for key, value in values.items():
            member = cls._by_value.get(value)
            if member is None:
                member = cls._by_value[value] = object.__new__(cls)
                object.__setattr__(member, "name", key)
                object.__setattr__(member, "value", value)
            setattr(cls, key, member)
        return cls

    def __call__(cls, value: Any) -> Any:
        try:
            return cls._by_value[value]
        except (KeyError, TypeError):
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}") from None

    def __iter__(cls) -> Iterator[Any]:
        return iter(cls._by_value.values())

    def __len__(cls) -> int:
        return len(cls._by_value)


class _Enum(metaclass=_Enumeration):
    __slots__ = ("name", "value")

    name: str
    value: Any

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"cannot set {name!r} of {self}")

    def __reduce__(self) -> Any:
        return self.__class__, (self.value,)

    def __repr__(self) -> str:
        return f"<{self}: {self.value!r}>"

    def __str__(self) -> str:
        return f"{self.__class__.__qualname__}.{self.name}"


if TYPE_CHECKING:
    from enum import Enum  # noqa: TID251  # for type checkers alone
else:
    Enum = _Enum
