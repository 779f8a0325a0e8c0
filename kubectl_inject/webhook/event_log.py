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
_LONGEST_MESSAGE, _LONGEST_FIELD = 2000, 300
"""In characters as they are written; longer texts are cut off."""
_CUT = "..."


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
            for name, value in given.items():
                given[name] = _json_cut(value, _LONGEST_FIELD) if isinstance(value, str) else value
            message = _json_cut(message, _LONGEST_MESSAGE)
            line = json.dumps({"time": time, "level": level.value, "message": message, **given}).replace(
                "\x7f", r"\u007f"
            )
        else:
            rest = "".join(f" {name}={_shown(value)}" for name, value in given.items())
            line = f"{time} {level.value} {_plain(message, _LONGEST_MESSAGE)}{rest}"
        # Where nobody reads the log any more, Pods are injected all the same.
        with contextlib.suppress(OSError):
            self.stream.write(line + "\n")
            self.stream.flush()


def _shown(value: str | float | bool | None) -> str:
    text = _plain(str(value), _LONGEST_FIELD)
    return json.dumps(text) if " " in text or '"' in text else text


def _plain(text: str, longest: int) -> str:
    """Return a text in one line of printable characters: names come from callers, who may send anything."""
    start = text[: longest + 1]
    if not (start.isascii() and start.isprintable()):
        start = start.encode("unicode_escape").decode("ascii")
    return start if len(start) <= longest else start[: longest - len(_CUT)] + _CUT


def _json_cut(text: str, longest: int) -> str:
    """Return a text, or its start, that JSON writes in about ``longest`` characters at most."""
    start = text[:longest]
    while len(json.dumps(start)) > longest:
        start = start[: len(start) * 7 // 8]
    return text if len(start) == len(text) else start + _CUT
