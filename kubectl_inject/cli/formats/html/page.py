"""A report as an HTML page, whatever it is a report of."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

from kubectl_inject.errors import InjectionError
from kubectl_inject.printable import printable_line
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_FOLDER = Path(__file__).parent
_WIDTH = 640
"""How wide the chart is, in its own units."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many there are of something; ``tone`` is ``good``, ``bad``, ``open`` or empty."""

    label: str
    number: int
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """A line of a text before and after, with its numbers, None where there is none; or a gap, without any line."""

    old: int | None
    before: str
    new: int | None
    after: str
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A part of an entry: a heading with a table, which has a header where there are columns, or with lines.

    ``sides`` are two texts beside each other.
    """

    title: str
    rows: tuple[tuple[str, ...], ...] = ()
    header: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    sides: tuple[Side, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the table, and what is shown below for it."""

    title: str
    cells: tuple[str, ...]
    verdict: str
    tone: str
    sections: tuple[Section, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """All that a page shows. ``columns`` are the headings of an entry's cells, without its title and verdict.

    ``of`` is what one entry is called, and ``many`` what several are.
    """

    title: str
    summary: str
    counts: tuple[Count, ...]
    columns: tuple[str, ...]
    entries: tuple[Entry, ...]
    notes: tuple[str, ...] = ()
    commands: tuple[str, ...] = ()
    of: str = "Workload"
    many: str = "Workloads"


@dataclass(frozen=True, slots=True)
class Bar:
    """A part of the chart."""

    x: float
    width: float
    count: Count


def write_page(page: Page) -> str:
    """Return a page as HTML. All text is escaped. Raises InjectionError where Jinja2 is not installed."""
    try:
        from jinja2 import Environment, FileSystemLoader, StrictUndefined
    except ImportError:
        raise InjectionError("-o html needs Jinja2: pip install 'kubectl-inject[html]'") from None
    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: (
            printable_line(value) if isinstance(value, str) and not hasattr(value, "__html__") else value
        ),
    )
    style, script = ((_FOLDER / name).read_text(encoding="utf-8") for name in ("report.css", "report.js"))
    from markupsafe import Markup

    text: str = environment.get_template("report.html.j2").render(
        page=page,
        bars=_bars(page.counts),
        tones={entry.tone for entry in page.entries},
        width=_WIDTH,
        style=Markup(style),  # they are this project's own, and hold no input
        script=Markup(script),
        style_hash=_hash(style),
        script_hash=_hash(script),
    )
    return text


def _bars(counts: Sequence[Count]) -> list[Bar]:
    shown = [count for count in counts if count.tone and count.number]
    total = sum(count.number for count in shown)
    bars, x = [], 0.0
    for count in shown:
        width = round(_WIDTH * count.number / total, 2)
        bars.append(Bar(x, width, count))
        x = round(x + width, 2)
    return bars


def _hash(text: str) -> str:
    """Return what a Content-Security-Policy calls a text that it lets through."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
