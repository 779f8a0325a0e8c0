"""What the server says of its work: one line for each event, as text or as JSON."""

from __future__ import annotations

import contextlib
import json
from datetime import UTC, datetime
from enum import Enum

from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO

FORMATS = ("text", "json")
_LONGEST = 2000
"""In characters; longer texts are cut off."""


class Level(Enum):
    """How grave an event is."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class EventLog:
    """Writes events to a stream. ``details`` says whether texts that may repeat what stands in Pods are written."""

    stream: TextIO
    form: str = "text"
    details: bool = False
    clock: Callable[[], datetime] = _now

    def write(self, level: Level, message: str, **fields: str | float | bool | None) -> None:
        """Write one event; fields that are None or empty are left out."""
        time = self.clock().isoformat(timespec="milliseconds").replace("+00:00", "Z")
        given = {name: value for name, value in fields.items() if value not in (None, "")}
        if self.form == "json":
            line = json.dumps({"time": time, "level": level.value, "message": message[:_LONGEST], **given})
        else:
            said = " ".join(f"{name}={_shown(value)}" for name, value in given.items())
            line = f"{time} {level.value} {_plain(message[:_LONGEST])}{' ' if said else ''}{said}"
        # Where nobody reads the log any more, Pods are injected all the same.
        with contextlib.suppress(OSError):
            self.stream.write(line + "\n")
            self.stream.flush()


def _shown(value: str | float | bool | None) -> str:
    text = _plain(str(value)[:_LONGEST])
    return json.dumps(text) if " " in text or '"' in text else text


def _plain(text: str) -> str:
    """Return a text in one line of printable characters: names come from callers, who may send anything."""
    return text if text.isascii() and text.isprintable() else text.encode("unicode_escape").decode("ascii")
