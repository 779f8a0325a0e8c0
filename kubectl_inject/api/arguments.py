"""Arguments of the Python API: one of a wrong type gets a TypeError that says so at once, not an error far inside."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection
    from typing import Any


def check_type(name: str, value: object, expected: type | tuple[type, ...], words: str) -> None:
    """Raise TypeError where an argument is of no expected type; ``words`` say what is expected, for people."""
    if not isinstance(value, expected):
        raise TypeError(f"{name}: expected {words}, found {_described(value)}")


def check_texts(**arguments: object) -> None:
    """Raise TypeError for an argument that is no string."""
    for name, value in arguments.items():
        check_type(name, value, str, "a string")


def check_choice(name: str, value: object, choices: Collection[str]) -> None:
    """Raise TypeError for an argument that is no string, ValueError for one that is none of the choices."""
    check_texts(**{name: value})
    if value not in choices:
        named = " or ".join(repr(choice) for choice in choices)
        raise ValueError(f"{name}: expected {named}, found {value!r}")


def check_labels(name: str, value: object) -> None:
    """Raise TypeError for an argument that is no mapping of strings to strings."""
    check_type(name, value, dict, "a dict of strings")
    pairs: dict[Any, Any] = value  # type: ignore[assignment]  # it was just checked
    for key, item in pairs.items():
        check_type(f"a key of {name}", key, str, "a string")
        check_type(f"{name}[{key!r}]", item, str, "a string")


def _described(value: object) -> str:
    if isinstance(value, type):
        return f"the class {value.__name__}"
    article = "an" if type(value).__name__[0].lower() in "aeiou" else "a"
    return "None" if value is None else f"{article} {type(value).__name__}"
