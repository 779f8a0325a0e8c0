"""An enumeration that is cheap to make behaves as the standard library's."""

from __future__ import annotations

import copy
import enum
import pickle
from collections.abc import Callable
from typing import Any

import pytest

from kubectl_inject.enumeration import Enum


class Color(Enum):
    """What a light shows."""

    RED = "r"
    GREEN = "g"
    VERDE = "g"

    @property
    def is_red(self) -> bool:
        """Whether it is red."""
        return self is Color.RED

    def then(self) -> Color:
        """Return what comes next."""
        return Color.GREEN if self.is_red else Color.RED


class StandardColor(enum.Enum):
    """The same by the standard library."""

    RED = "r"
    GREEN = "g"
    VERDE = "g"  # noqa: PIE796  # another name


BEHAVIOURS: dict[str, Callable[[Any], object]] = {
    "name": lambda color: color.RED.name,
    "value": lambda color: color.RED.value,
    "another name": lambda color: color.VERDE is color.GREEN and color.VERDE.name,
    "all": lambda color: [member.name for member in color],
    "how many": len,
    "by value": lambda color: color("g") is color.GREEN,
    "of itself": lambda color: isinstance(color.RED, color),
    "in": lambda color: color.RED in color,
    "equal": lambda color: (color.RED == color.RED, color.RED == color.GREEN, color.RED == "r"),
    "a key": lambda color: {color.RED: 1}[color("r")],
    "copied": lambda color: copy.deepcopy([color.RED])[0] is color.RED,
    "pickled": lambda color: pickle.loads(pickle.dumps(color.GREEN)) is color.GREEN,
    "repr": lambda color: repr(color.RED).replace("Standard", ""),
    "str": lambda color: str(color.RED).replace("Standard", ""),
}


@pytest.mark.parametrize("behaviour", BEHAVIOURS)
def test_it_behaves_as_the_standard_librarys(behaviour: str) -> None:
    assert BEHAVIOURS[behaviour](Color) == BEHAVIOURS[behaviour](StandardColor)


def test_members_have_methods() -> None:
    assert Color.RED.is_red
    assert Color.RED.then() is Color.GREEN
    assert Color.__doc__ == "What a light shows."


@pytest.mark.parametrize("value", ["x", 1, None, []])
def test_there_is_no_member_of_another_value(value: object) -> None:
    with pytest.raises(ValueError, match="is not a valid Color"):
        Color(value)


def test_a_member_does_not_change() -> None:
    with pytest.raises(AttributeError):
        Color.RED.value = "x"  # type: ignore[misc]  # what must not be done


def test_match_knows_members() -> None:
    match Color("g"):
        case Color.RED:
            found = "red"
        case Color.GREEN:
            found = "green"
    assert found == "green"
