"""Telling, without parsing, that a document is none of the kinds one looks for."""

from __future__ import annotations

from kubectl_inject.manifests.stream import BYTE_ORDER_MARK, has_unusual_line_breaks
from kubectl_inject.startup.pattern import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection

# Each line in one way only, so that no text takes longer than its length.
_EMPTY_LINES = r"(?:[ \t]*(?:#[^\n]*|\r)?\n)*"
# Blank lines, comments and the separator, then a plain key at column 0: all keys of the object are at column 0.
_BLOCK_MAPPING = pattern(rf"(?:{_EMPTY_LINES}---)?{_EMPTY_LINES}[A-Za-z]+:(?=[ \r\n])")
# A line at column 0 that has, or could have, the key "kind"; the group is the kind if it is written plainly.
_KIND = pattern(r"\n(?:kind(?:: ([A-Za-z]+)\r?(?=\n|\Z)|)|[\"'?*&!<{\[])")
_PLAIN_KEY = "\nkind: "
_LONGEST_KIND = 64


def may_be(text: str, kinds: Collection[str]) -> bool:
    """Whether the document ``text`` may be an object whose ``kind`` is one of ``kinds``.

    False is certain: the document is a block mapping that plainly states another kind on a line of its own, and
    no other line can state one. Everything unusual (flow style, quotes, tags, anchors, merges, no kind at all)
    is for the parser to find out.

    A document of which this is False need not be parsed, and Kubernetes' manifests are mostly such documents
    (a custom resource definition has 100 KB and more). The price: what is wrong with their YAML goes unseen
    here and is left to whoever reads the output. ``limits.check_nesting`` finds it, at the price of parsing.
    """
    # The patterns are expensive to compile, and a list is for the parser.
    return stated_kind(text) in kinds or text.startswith("- ") or _may_be_by_patterns(text, kinds)


def _may_be_by_patterns(text: str, kinds: Collection[str]) -> bool:
    if has_unusual_line_breaks(text):
        return True
    text = text.removeprefix(BYTE_ORDER_MARK)
    start = _BLOCK_MAPPING.match(text)
    if start is None:
        return True
    # A separator's line states no kind. Without one, the first line may.
    stated = _KIND.findall(text if text.startswith("---") else "\n" + text)
    return not stated or any(not kind or kind in kinds for kind in stated)


def stated_kind(text: str) -> str:
    """Return what follows the first plain key ``kind`` at the start of a line; nothing where there is none."""
    start = text.find(_PLAIN_KEY)
    if start < 0:
        return ""
    start += len(_PLAIN_KEY)
    return text[start : start + _LONGEST_KIND].partition("\n")[0]
