"""A report as Markdown for a comment on a pull request, within the size that GitHub takes."""

from __future__ import annotations

from itertools import groupby

from kubectl_inject.printable import printable_line
from kubectl_inject.startup.frozen import dataclass
from kubectl_inject.startup.pattern import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kubectl_inject.cli.formats.html.page import Entry, Page, Section, Side

LARGEST = 65_536
"""How many characters the body of a comment may have."""
_FOR_LISTS = 6_000
_FOR_ROWS = 24_000
_LEAST_FOR_ENTRY = 2_000
_FOR_NAMES = 1_000
_FOR_LINE = 100
"""For how many lines or rows are left out, and the end of what they are left out of."""
_LONGEST_NAME = 60
_ORDER = ("bad", "open", "good")
_SIGNS = {"good": "🟢", "bad": "🔴", "open": "🟡"}
# What means something in Markdown, or makes a link of a word.
_SPECIAL = pattern(r"[\\`*_{}\[\]()<>#+!|~&@:$\"']|^[^\w\s]|(?<=\bwww)\.|(?<=^\d)[.)]|(?<=^\d\d)[.)]")
# GitHub finds mentions, issues and emoji in what Markdown has become, where characters are no longer escaped.
_FOUND_LATER = pattern(r"(?<!\w)@(?=\w)|#(?=\d)|(?<=\b[Gg][Hh]-)(?=\d)|:(?=[\w+-]+:)")
_BREAK = "\u200b"
_TICKS = pattern("`+")


@dataclass(frozen=True, slots=True)
class _Fitting:
    """The pieces that fit, and how many do not."""

    pieces: tuple[str, ...]
    left: int


def write_markdown(page: Page) -> str:
    """Return a page as Markdown, all its text escaped.

    What is beyond GitHub's limit is left out, and it is noted how much that is, and of what.
    """
    entries = sorted(page.entries, key=lambda entry: _ORDER.index(entry.tone))
    counts = [f"**{count.number}** {escaped(count.label)}" for count in page.counts]
    head = f"## {escaped(page.title)}\n\n{escaped(page.summary)}\n\n{' · '.join(counts)}\n"
    parts = [head, *_list("", [f"- {escaped(note)}\n" for note in page.notes])]
    commands = [f"    {printable_line(command)}\n" for command in page.commands]
    parts += _list("To bring these up to date:\n\n", commands)
    parts += _table(page, entries)
    parts += _all_details(entries, LARGEST - sum(map(len, parts)))
    return "".join(parts)


def _list(before: str, lines: Sequence[str]) -> list[str]:
    fitting = _fitting(lines, _FOR_LISTS)
    more = f"\n{fitting.left} more left out\n" if fitting.left else ""
    return [f"\n{before}", *fitting.pieces, more] if lines else []


def _table(page: Page, entries: Sequence[Entry]) -> list[str]:
    if not entries:
        return []
    header = ["", *map(escaped, (page.of, *page.columns)), "Verdict"]
    fitting = _fitting((_row((_SIGNS[each.tone], *map(escaped, _cells(each)))) for each in entries), _FOR_ROWS)
    left = entries[len(fitting.pieces) :]
    return ["\n", _row(header), _row(["---"] * len(header)), *fitting.pieces, _left_out(left)]


def _cells(entry: Entry) -> tuple[str, ...]:
    return entry.title, *entry.cells, entry.verdict


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _all_details(entries: Sequence[Entry], room: int) -> list[str]:
    """Return what there is of each entry beside its row, as much as there is room for."""
    entries = [entry for entry in entries if entry.sections]
    room -= _FOR_NAMES + _FOR_LINE
    parts = ["\n"] if entries else []
    for number, entry in enumerate(entries):
        # What an entry does not need of its share is for those after it.
        text = _details(entry, max(room // (len(entries) - number), _LEAST_FOR_ENTRY))
        if len(text) > room:
            return [*parts, _left_out(entries[number:])]
        parts.append(text)
        room -= len(text)
    return parts


def _left_out(entries: Sequence[Entry]) -> str:
    """Return how many entries are left out, and the names of the first."""
    if not entries:
        return ""
    names, size = list[str](), 0
    for entry in entries:
        title = entry.title if len(entry.title) <= _LONGEST_NAME else f"{entry.title[:_LONGEST_NAME]}…"
        name = escaped(title)
        size += len(name) + len(", ")
        if size > _FOR_NAMES:
            names.append("…")
            break
        names.append(name)
    return f"\n{len(entries)} more left out: {', '.join(names)}\n"


def _details(entry: Entry, most: int) -> str:
    """Return the sections of an entry, with as many of their lines as there is room for."""
    start = f"<details><summary>{escaped(entry.title)}: {escaped(entry.verdict)}</summary>\n\n"
    end = "</details>\n\n"
    texts = [start]
    room = most - len(start) - len(end)
    for section in entry.sections:
        text = _section(section, room)
        texts.append(text)
        room -= len(text)
    return "".join([*texts, end])


def _section(section: Section, most: int) -> str:
    texts = [f"**{escaped(section.title)}**\n\n"]
    room = most - len(texts[0])
    if section.rows:
        header = [*map(escaped, section.header or ("",) * len(section.rows[0]))]
        before = _row(header) + _row(["---"] * len(header))
        texts += _block(before, [_row(map(escaped, row)) for row in section.rows], "", "row", room)
    if section.sides:
        lines = [f"{line}\n" for line in _diff_lines(section.sides)]
        fence = "`" * max([3, *(len(ticks) + 1 for line in lines for ticks in _TICKS.findall(line))])
        texts += _block(f"{fence}diff\n", lines, f"{fence}\n", "line", room)
    if section.lines:
        texts += _block("", [f"- {escaped(line)}\n" for line in section.lines], "", "line", room)
    return "".join(texts)


def _block(before: str, pieces: Sequence[str], after: str, called: str, most: int) -> list[str]:
    """Return the pieces for which there is room, between two texts, and how many others there are."""
    fitting = _fitting(pieces, most - len(before) - len(after) - _FOR_LINE)
    lines = f"{fitting.left} more {called}{'' if fitting.left == 1 else 's'} left out"
    more = f"\n{lines}\n" if fitting.left else ""
    return [*([before, *fitting.pieces, after] if fitting.pieces else []), more, "\n"]


def _fitting(pieces: Iterable[str], most: int) -> _Fitting:
    """Return the first of some pieces, up to so many characters."""
    kept, size, left = list[str](), 0, 0
    for piece in pieces:
        size += len(piece)
        if left or size > most:
            left += 1
        else:
            kept.append(piece)
    return _Fitting(tuple(kept), left)


def _diff_lines(sides: Sequence[Side]) -> Iterator[str]:
    """Yield two texts beside each other as a diff: what is gone, then what takes its place."""
    after_gap = False
    for changed, group in groupby(sides, key=lambda side: side.changed):
        run = list(group)
        if changed:
            yield from (f"-{printable_line(side.before)}" for side in run if side.old is not None)
            yield from (f"+{printable_line(side.after)}" for side in run if side.new is not None)
            continue
        for side in run:
            if side.old is None and side.new is None:
                after_gap = True
                continue
            if after_gap:
                yield f"@@ -{side.old} +{side.new} @@"
                after_gap = False
            yield f" {printable_line(side.before)}"


def escaped(text: str) -> str:
    """Return a text in one line that Markdown, and GitHub after it, show as it is."""
    broken = _FOUND_LATER.sub(lambda match: f"{match[0]}{_BREAK}", printable_line(text))
    return _SPECIAL.sub(lambda match: f"&#{ord(match[0])};", broken)
