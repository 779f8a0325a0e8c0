"""Fields that are not known, and what was probably meant."""

from __future__ import annotations

from kubectl_inject.config.injection_config import ConfigError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any


def refuse_unknown(given: Mapping[str, Any], known: Iterable[str], path: str) -> None:
    """Raise ConfigError for a field that is none of the known ones, naming the nearest; ``path`` names the holder."""
    names = tuple(known)
    for name in given:
        if name not in names:
            raise ConfigError(f"{path}: unknown field {name!r}; {suggestion(str(name), names)}")


def suggestion(name: str, known: Iterable[str]) -> str:
    """Return what to say of a name that is none of the known ones: the nearest of them, or all."""
    names = tuple(known)
    likely = nearest(name, names)
    return f"did you mean {likely!r}?" if likely else f"there are: {', '.join(names)}"


def nearest(name: str, known: Iterable[str], likeness: float = 0.6) -> str:
    """Return the known name that is nearest to one, whatever the case of letters; empty where none is that near.

    ``likeness`` is how much of the two must be alike, from 0 to 1, as package difflib counts it.
    """
    import difflib

    folded = {candidate.lower(): candidate for candidate in known}
    found = difflib.get_close_matches(name.lower(), folded, n=1, cutoff=likeness)
    return folded[found[0]] if found else ""
