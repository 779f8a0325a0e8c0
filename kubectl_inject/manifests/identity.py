"""``ByIdentity``: what is known of very objects, such as the mappings and lists that many documents share."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any, Self


class ByIdentity:
    """What is known of some mappings and lists: of the objects themselves, however alike others are.

    Plain mappings and lists can be no keys, and to compare them takes as long as what is to be saved. So each is found
    by its ``id``, which is right for two reasons. Every object here is held as long as what is known of it, so that no
    other can get its id. And nobody changes it, so that what was known once holds for ever.

    Nothing is noted any more once others have the whole.
    """

    __slots__ = ("held", "known")

    def __init__(self, parts: Iterable[object] = ()) -> None:
        """Know of each of some parts that it is itself."""
        self.known: dict[int, Any] = {id(part): part for part in parts}
        self.held: list[object] = []

    def note(self, part: object, known: object) -> None:
        """Note something of a part, maybe the part itself; None is nothing."""
        if known is not part:
            self.held.append(part)
        self.known[id(part)] = known

    def get(self, part: object) -> Any:
        """Return what is known of a part, or None."""
        return self.known.get(id(part))

    def __contains__(self, part: object) -> bool:
        """Whether anything is known of a part."""
        return id(part) in self.known

    def __len__(self) -> int:
        """Return of how many parts something is known."""
        return len(self.known)

    def merged(self, other: Self) -> Self:
        """Return what both know; of a part that both know, what the other does."""
        if not other.known:
            return self
        if not self.known:
            return other
        merged = type(self)()
        merged.known = {**self.known, **other.known}
        merged.held = [*self.held, *other.held] if other.held else self.held
        return merged

    def values(self) -> Iterable[Any]:
        """Return all that is known."""
        return self.known.values()


NOTHING_KNOWN = ByIdentity()
