"""Flow collections: entries with commas between them, on one line or over several, as YAML or as JSON."""

from __future__ import annotations

from kubectl_inject.manifests.editing.edits import CannotEditError, Edit
from kubectl_inject.manifests.output.writing import inline_string, write_json, write_yaml
from kubectl_inject.manifests.stand_in import part_of
from kubectl_inject.startup.frozen import dataclass
from kubectl_inject.startup.pattern import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from kubectl_inject.manifests.editing.block import Addition
    from kubectl_inject.manifests.editing.layout import Entry, Layout

_UNSAFE_IN_FLOW = pattern(r"[,\[\]{}?:\"'&*!|>%@`#\n]")
_REST_OF_LINE = pattern(r"([ \t]*,)?[ \t]*(?:#[^\r\n]*)?(?=\r?\n)")
_JSON_INDENT = pattern(r"[{\[]\r?\n([ \t]+)[\"{\[]")
_JSON_WITHOUT_BLANKS = pattern(r'":[^\s]')


@dataclass(frozen=True, slots=True)
class FlowStyle:
    """How flow collections are written: as JSON or not, with which colon and comma, and how far JSON is indented."""

    as_json: bool = False
    colon: str = ": "
    comma: str = ", "
    indent: str = "  "


def flow_style(text: str, *, as_json: bool) -> FlowStyle:
    """Return the style of the flow collections in a text."""
    if not as_json:
        return FlowStyle()
    indent = _JSON_INDENT.search(text)
    if indent is None and _JSON_WITHOUT_BLANKS.search(text):
        return FlowStyle(as_json=True, colon=":", comma=",")
    return FlowStyle(as_json=True, indent=_indent_unit(indent[1]) if indent else "  ")


def _indent_unit(margin: str) -> str:
    return "\t" if "\t" in margin else margin


_STYLE = FlowStyle()


def flow_text(value: object, style: FlowStyle = _STYLE, line: str | None = None) -> str:
    """Return a value in flow style, on one line.

    JSON goes over several lines where ``line`` is given: what begins its lines, the line break included.
    """
    inner = line + style.indent if line is not None and style.as_json else None
    value = part_of(value)
    match value:
        case dict() if value:
            pairs = [
                flow_text(name, style) + style.colon + flow_text(item, style, inner) for name, item in value.items()
            ]
            return _enclosed("{", pairs, "}", style, inner)
        case list() if value:
            return _enclosed("[", [flow_text(item, style, inner) for item in value], "]", style, inner)
        case str() if style.as_json or _UNSAFE_IN_FLOW.search(value):
            return double_quoted(value)
        case str():
            return inline_string(value)
        case _:
            return write_yaml(value).rstrip("\n")


def double_quoted(text: str) -> str:
    """Return a string in double quotes, with escapes that JSON and YAML both know."""
    if text.isascii() and text.isprintable() and '"' not in text and "\\" not in text:  # JSON is an expensive import
        return f'"{text}"'
    return write_json(text, indent=None).removesuffix("\n")


def _enclosed(begin: str, parts: list[str], end: str, style: FlowStyle, line: str | None) -> str:
    if line is None:
        return begin + style.comma.join(parts) + end
    return begin + line + f",{line}".join(parts) + line.removesuffix(style.indent) + end


def flow_edits(
    layout: Layout, entries: Sequence[Entry], opening: int, gone: set[int], added: Sequence[Addition], comma: str
) -> list[Edit]:
    """Return the edits that take entries out of a flow collection, and put others after given ones.

    ``opening`` is the place of its bracket, ``comma`` what stands between entries where no two are there to tell.
    Raises CannotEditError.
    """
    kept = [place for place in range(len(entries)) if place not in gone]
    if not kept or not all(layout.is_self_contained(entries[place].start, entries[place].end) for place in gone):
        raise CannotEditError
    separator = _separator(layout, entries, opening, comma)
    edits = _removals(layout, entries, kept, gone)
    for after in sorted({addition.after for addition in added}):
        texts = [addition.text for addition in added if addition.after == after]
        before = max((place for place in kept if place <= after), default=None)
        if before is None:
            first = entries[kept[0]].start
            edits.append(Edit(first, first, "".join(text + separator for text in texts)))
        else:
            edits += _insertions(layout, entries[before], separator, texts, alone=not gone)
    return edits


def _removals(layout: Layout, entries: Sequence[Entry], kept: list[int], gone: set[int]) -> list[Edit]:
    edits: list[Edit] = []
    if kept[0] > 0:
        edits.append(Edit(entries[0].start, entries[kept[0]].start, ""))
    for place in sorted(gone):
        entry = entries[place]
        rest = _REST_OF_LINE.match(layout.text, entry.end)
        if not kept[0] < place < kept[-1]:
            continue
        if rest and rest[1] and layout.begins_line(entry.start):
            edits.append(Edit(layout.line_start(entry.start), layout.next_line(entry.end), ""))
        else:
            edits.append(Edit(entries[place - 1].end, entry.end, ""))
    if kept[-1] < len(entries) - 1:
        edits += _without_last(layout, entries[kept[-1]], entries[-1])
    return edits


def _without_last(layout: Layout, kept: Entry, last: Entry) -> list[Edit]:
    """Take out the entries after one, whose comment stays."""
    rest = _REST_OF_LINE.match(layout.text, kept.end)
    if rest is None or not rest[1]:
        return [Edit(kept.end, last.end, "")]
    last_rest = _REST_OF_LINE.match(layout.text, last.end)
    if last_rest is not None and last_rest[1]:
        return [Edit(rest.end(), last_rest.end(), "")]
    return [Edit(kept.end, rest.end(1), ""), Edit(rest.end(), last.end, "")]


def _insertions(layout: Layout, before: Entry, separator: str, texts: list[str], *, alone: bool) -> list[Edit]:
    """Return the edits that put texts after an entry; ``alone`` tells that nothing else comes or goes here."""
    rest = _REST_OF_LINE.match(layout.text, before.end)
    if not alone or rest is None or "\n" not in separator:
        return [Edit(before.end, before.end, "".join(separator + text for text in texts))]
    # A comment that stands behind the entry stays there.
    line = separator.removeprefix(",")
    end = rest.end()
    if rest[1]:
        return [Edit(end, end, "".join(f"{line}{text}," for text in texts))]
    return [Edit(before.end, before.end, ","), Edit(end, end, line + separator.join(texts))]


def _separator(layout: Layout, entries: Sequence[Entry], opening: int, comma: str) -> str:
    """Return what stands between two entries: a comma, and a blank or a line break as the collection has it."""
    first = entries[0]
    if layout.line_start(first.start) > opening:
        return "," + layout.line_break + layout.margin(first.start)
    if len(entries) > 1:
        between = layout.text[first.end : entries[1].start]
        return between if between.strip() == "," and "\n" not in between else comma
    return comma
