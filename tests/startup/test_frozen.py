from __future__ import annotations

import copy
import dataclasses
import pickle
from typing import Any, ClassVar

import pytest

from kubectl_inject.startup.frozen import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Point:
    unit: ClassVar[str] = "m"
    x: int
    y: int = 0
    tags: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Place(Point):
    name: str = ""
    secret: str = field(default="none", repr=False)
    length: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "length", len(self.name))


@dataclass(frozen=True, slots=True)
class Nothing:
    pass


@dataclass(frozen=True, slots=True)
class Name:
    text: str

    def __repr__(self) -> str:
        return self.text


@pytest.fixture(params=["first", "often used"], autouse=True)
def _often_used(request: pytest.FixtureRequest) -> None:
    """Run each test with classes as they are made, and once they are compiled."""
    if request.param == "often used":
        for _ in range(500):
            Point(1), Place(1), Nothing(), Name("a")


def test_values_and_defaults() -> None:
    place = Place(1, 2, name="here")
    assert (place.x, place.y, place.tags, place.name, place.secret, place.length) == (1, 2, [], "here", "none", 4)
    assert Point(1).tags is not Point(1).tags
    assert Place.unit == "m"
    assert not hasattr(place, "__dict__")


@pytest.mark.parametrize(
    ("args", "given"), [((), {}), ((1, 2, [], 4), {}), ((1,), {"x": 1}), ((1,), {"z": 1})], ids=str
)
def test_wrong_arguments(args: tuple[Any, ...], given: dict[str, Any]) -> None:
    with pytest.raises(TypeError, match="Point"):
        Point(*args, **given)


def test_frozen() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError, match="'x' of Point"):
        Point(1).x = 2  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        del Point(1).x


def test_equality() -> None:
    assert Name("a") == Name("a") != Name("b")
    assert hash(Name("a")) == hash(Name("a"))
    assert Point(1) != Place(1)
    assert Nothing() == Nothing()


def test_repr() -> None:
    assert repr(Place(1, name="here")) == "Place(x=1, y=0, tags=[], name='here')"
    assert repr(Name("as it says")) == "as it says"


def test_replace() -> None:
    assert replace(Place(1, name="here"), y=3) == Place(1, 3, [], "here")
    assert replace(Place(1), name="there").length == 5


@pytest.mark.parametrize(
    "copied", [copy.deepcopy, lambda value: pickle.loads(pickle.dumps(value))], ids=["copy", "pickle"]
)
def test_copies(copied: Any) -> None:
    assert copied(Place(1, tags=["a"])) == Place(1, tags=["a"])


def test_standard_library_knows_them() -> None:
    assert dataclasses.is_dataclass(Place)
    assert [item.name for item in dataclasses.fields(Place)] == ["x", "y", "tags", "name", "secret", "length"]
    assert dataclasses.asdict(Point(1, tags=["a"])) == {"x": 1, "y": 0, "tags": ["a"]}
    assert dataclasses.replace(Point(1), y=2) == Point(1, 2)


def test_only_frozen_ones() -> None:
    with pytest.raises(TypeError, match="frozen"):
        dataclass(frozen=False, slots=True)  # type: ignore[call-overload,unused-ignore]
