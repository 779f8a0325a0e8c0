"""Help pages: commands first, then examples, then options under headings, within the width of a screen."""

from __future__ import annotations

import textwrap

from kubectl_inject.options.option import GENERAL, GROUPS, Option
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_INDENT = "  "
_WIDEST = 100
_NARROWEST = 40
_WIDEST_TERM = 28
"""How much of a line flags may take. The text of longer ones begins on a line of its own."""
_FEW = 16
"""How many options a page shows in full, shared ones too."""


@dataclass(frozen=True, slots=True)
class HelpPage:
    """What a help page holds.

    ``usage`` are command lines, ``commands`` names and what each does, ``examples`` the lines of an EXAMPLES text.
    ``shared_page`` is the command that prints shared options, where this page may leave them to it.
    """

    summary: str
    usage: Sequence[str] = ()
    commands: Sequence[tuple[str, str]] = ()
    examples: str = ""
    options: Sequence[Option] = ()
    shared_page: str = ""
    notes: Sequence[str] = ()

    def text(self, columns: int) -> str:
        """Return the page for a screen of so many columns."""
        width = max(_NARROWEST, min(columns, _WIDEST))
        sections = [self._summary(width), _section("Usage", [f"{_INDENT}{line}" for line in self.usage])]
        sections.append(_section("Commands", list(_rows(self.commands, width))))
        sections.append(_examples(self.examples))
        shown = self._shown
        for group in GROUPS:
            rows = [_row(option) for option in shown if (option.group or GENERAL) == group]
            sections.append(_section(group, list(_rows(rows, width))))
        sections.append("\n".join(line for note in self._notes for line in _wrapped(note, width)))
        return "\n\n".join(filter(None, sections)) + "\n"

    def _summary(self, width: int) -> str:
        paragraphs = [" ".join(paragraph.split()) for paragraph in self.summary.split("\n\n")]
        return "\n\n".join("\n".join(_wrapped(paragraph, width)) for paragraph in paragraphs)

    @property
    def _shown(self) -> list[Option]:
        with_flags = [option for option in self.options if not option.is_argument]
        own = [option for option in with_flags if not option.is_shared]
        return own if self.shared_page and len(with_flags) > _FEW else with_flags

    @property
    def _notes(self) -> Iterator[str]:
        left_out = sum(not option.is_argument for option in self.options) - len(self._shown)
        if left_out:
            yield f"Configuration, cluster, automatic injection: see '{self.shared_page}'."
        yield from self.notes


def _section(title: str, lines: Sequence[str]) -> str:
    return "\n".join([f"{title}:", *lines]) if lines else ""


def _examples(text: str) -> str:
    """Return examples with a heading, each comment right above its command."""
    lines = [line.strip() for line in text.strip().splitlines()]
    return _section("Examples", [f"{_INDENT}{line}" for line in lines[1:] if line])


def _row(option: Option) -> tuple[str, str]:
    """Return the flags of an option with what its values are called, and its text."""
    short = [flag for flag in option.flags if len(flag) == len("-x")]
    long = [flag for flag in option.flags if flag not in short]
    if option.kind is bool and option.default is True:
        long = [flag.partition("/")[2] for flag in long]
    else:
        long = [flag.replace("/--no-", ", --no-") for flag in long]
    flags = ", ".join([*short, *long])
    return f"{flags} {option.value_name}".rstrip(), option.help


def _rows(rows: Iterable[tuple[str, str]], width: int) -> Iterator[str]:
    rows = list(rows)
    widest = min(_WIDEST_TERM, width // 3)
    column = max((len(term) for term, _ in rows if len(term) <= widest), default=0)
    start = len(_INDENT) + column + len(_INDENT)
    for term, text in rows:
        first, *rest = textwrap.wrap(text, width - start) or [""]
        if len(term) <= column:
            yield f"{_INDENT}{term:{column}}{_INDENT}{first}".rstrip()
        else:
            yield f"{_INDENT}{term}"
            rest = [first, *rest]
        yield from (" " * start + line for line in rest)


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)
