"""Changes of one shape: what becomes of an object, described without what may differ between objects."""

from __future__ import annotations

from functools import lru_cache

from kubectl_inject.manifests.editing.items import sources
from kubectl_inject.manifests.editing.outline import word
from kubectl_inject.manifests.output.writing import inline_string
from kubectl_inject.manifests.sameness import is_same
from kubectl_inject.manifests.stand_in import StandIn
from kubectl_inject.manifests.words import is_word
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence
    from typing import Any

_ADDED = None
"""What stands before what comes in: neither a key nor a place in a list."""
_WORDY = "wordy"


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of an object.

    ``common`` describes it. Of a mapping it has an entry for each pair, of a list one for each item: the key or the
    place where it stays as it is, with a description where it changes, or with _ADDED where it comes in. Of what is
    replaced it has what was there, and what comes in. ``incoming`` are the mappings, lists and strings that come in and
    that may differ.
    """

    common: Hashable
    incoming: Sequence[Any]


def change_of(old: object, new: object) -> Change | None:
    """Return what becomes of an object; None where something is taken away."""
    incoming: list[Any] = []
    try:
        return Change(_change(old, new, incoming), incoming)
    except _TakesAwayError:
        return None


class _TakesAwayError(Exception):
    """A change takes something away."""


def _change(old: Any, new: Any, incoming: list[Any]) -> Hashable:
    if old and new and old.__class__ is new.__class__:
        if new.__class__ is dict:
            return _change_of_mapping(old, new, incoming)
        if new.__class__ is list:
            return _change_of_list(old, new, incoming)
    if old.__class__ is dict or old.__class__ is list:
        raise _TakesAwayError
    return _WORDY if _is_wordy(old) else (old.__class__, old), _coming(new, incoming)


def _change_of_mapping(old: dict[str, Any], new: dict[str, Any], incoming: list[Any]) -> Hashable:
    if not old.keys() <= new.keys():
        raise _TakesAwayError
    return tuple(
        [
            _entry(name, old[name], value, incoming) if name in old else (name, _ADDED, _coming(value, incoming))
            for name, value in new.items()
        ]
    )


def _change_of_list(old: list[Any], new: list[Any], incoming: list[Any]) -> Hashable:
    origins = sources(old, new)
    if len(origins) - origins.count(None) != len(old):
        raise _TakesAwayError
    return tuple(
        [
            (_ADDED, _coming(value, incoming)) if place is None else _entry(place, old[place], value, incoming)
            for place, value in zip(origins, new, strict=True)
        ]
    )


def _entry(place: str | int, old: Any, new: Any, incoming: list[Any]) -> Hashable:
    """Describe what becomes of what an old mapping or list has at a key or place."""
    return place if is_same(old, new) else (place, _change(old, new, incoming))


def _coming(value: Any, incoming: list[Any]) -> Hashable:
    """Describe what comes in, and note it where it may differ."""
    if value and (value.__class__ is dict or value.__class__ is list):
        incoming.append(value)
        return value.__class__
    if _is_wordy(value):
        incoming.append(value)
        return _WORDY
    return value.__class__, None if value.__class__ in (dict, list) else value


def _is_wordy(value: object) -> bool:
    """Whether a value is a string that is written alike in all places: a word, or a path of words."""
    return value.__class__ is str and _is_wordy_string(value)


@lru_cache(maxsize=1024)
def _is_wordy_string(text: str) -> bool:
    return ":" not in text and is_word(text.removeprefix("/")) and inline_string(text) == text


class ChangeWithWords:
    """A change with words for what comes in; the first has a given number. ``words`` are those that were placed."""

    def __init__(self, change: Change, first: int) -> None:
        """Take a change."""
        self._change: Any = change.common
        self._incoming = change.incoming
        self._first = first
        self.words: list[str] = []

    def of(self, old: object) -> object:
        """Return what an object becomes that is like the one whose change this is."""
        return self._changed(old, self._change)

    def _changed(self, old: Any, change: Any) -> Any:
        if old.__class__ is dict:
            return {entry if entry.__class__ is str else entry[0]: self._value(old, entry) for entry in change}
        if old.__class__ is list:
            return [self._value(old, entry) for entry in change]
        return self._word(change[-1])

    def _value(self, old: Any, entry: Any) -> Any:
        if entry.__class__ is not tuple:
            return old[entry]
        return self._word(entry[-1]) if entry[-2] is _ADDED else self._changed(old[entry[0]], entry[1])

    def _word(self, coming: Any) -> Any:
        """Return a word for what comes in, or itself where it is the same for all."""
        if coming not in (dict, list, _WORDY):
            kind, value = coming
            return kind() if kind in (dict, list) else value
        number = len(self.words)
        name = word(self._first + number)
        self.words.append(name if coming == _WORDY else StandIn(name, self._incoming[number]))
        return self.words[-1]
