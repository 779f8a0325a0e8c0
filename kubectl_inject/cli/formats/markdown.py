"""A report as Markdown for a comment on a pull request, within the size that GitHub takes."""

from __future__ import annotations

from kubectl_inject.printable import printable_line
from kubectl_inject.startup.pattern import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kubectl_inject.cli.formats.html.page import Entry, Page, Section

LARGEST = 65_536
"""How many characters the body of a comment may have."""
_FOR_ROWS = 40_000
_FOR_END = 200
_ORDER = ("bad", "open", "good")
_SIGNS = {"good": "✅", "bad": "❌", "open": "❔"}
# What means something in GitHub's Markdown, or makes a link, a mention or an emoji of a word.
_SPECIAL = pattern(r"[\\`*_{}\[\]()<>#+!|~&@:$\"']|^[^\w\s]|(?<=\bwww)\.|(?<=^\d)[.)]|(?<=^\d\d)[.)]")


def write_markdown(page: Page) -> str:
    """Return a page as Markdown, all its text escaped; what is beyond GitHub's limit is left out, and counted."""
    entries = sorted(page.entries, key=lambda entry: _ORDER.index(entry.tone))
    counts = [f"**{count.number}** {escaped(count.label)}" for count in page.counts]
    parts = [f"## {escaped(page.title)}\n\n{escaped(page.summary)}\n\n{' · '.join(counts)}\n"]
    parts += _within([f"- {escaped(note)}\n" for note in page.notes], _FOR_ROWS // 4, "\n")
    if page.commands:
        commands = [f"    {printable_line(command)}\n" for command in page.commands]
        parts += _within(commands, _FOR_ROWS // 4, "\nTo bring these up to date:\n\n")
    header = ["", page.of, *page.columns, "Verdict"]
    rows = [f"| {' | '.join(_row(entry))} |\n" for entry in entries]
    table = f"\n| {' | '.join(header)} |\n|{'---|' * len(header)}\n"
    parts += _within(rows, _FOR_ROWS - sum(map(len, parts)), table)
    size = sum(map(len, parts))
    details = (_details(entry) for entry in entries if entry.tone != "good")
    parts += _within(details, LARGEST - size - _FOR_END, "\n")
    return "".join(parts)


def _within(pieces: Sequence[str] | Iterator[str], most: int, before: str) -> list[str]:
    """Return the first of some pieces that fit, with what stands before them, and how many others there are."""
    found, size, left = [before], len(before), 0
    for piece in pieces:
        if left or size + len(piece) > most:
            left += 1
            continue
        found.append(piece)
        size += len(piece)
    if left:
        found.append(f"\n{left} more left out\n")
    return found if len(found) > 1 else []


def _row(entry: Entry) -> list[str]:
    return [_SIGNS[entry.tone], *(escaped(cell) for cell in (entry.title, *entry.cells, entry.verdict))]


def _details(entry: Entry) -> str:
    sections = "\n".join(_section(section) for section in entry.sections)
    return f"<details><summary>{escaped(entry.title)}: {escaped(entry.verdict)}</summary>\n\n{sections}\n</details>\n\n"


def _section(section: Section) -> str:
    lines = [f"**{escaped(section.title)}**\n"]
    if section.rows:
        header = section.header or ("",) * len(section.rows[0])
        lines += [f"| {' | '.join(map(escaped, header))} |", f"|{'---|' * len(header)}"]
        lines += [f"| {' | '.join(map(escaped, row))} |" for row in section.rows]
    lines += [f"- {escaped(line)}" for line in section.lines]
    return "\n".join([*lines, ""])


def escaped(text: str) -> str:
    """Return a text in one line that Markdown shows as it is."""
    return _SPECIAL.sub(lambda match: f"&#{ord(match[0])};", printable_line(text))
