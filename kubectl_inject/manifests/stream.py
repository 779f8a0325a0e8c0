"""A stream of manifests, taken apart into documents that make the same stream again."""

from __future__ import annotations

from kubectl_inject.manifests.errors import ManifestError
from kubectl_inject.startup.frozen import dataclass
from kubectl_inject.startup.pattern import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

BYTE_ORDER_MARK = "\ufeff"

# YAML 1.1 breaks lines at these too (https://yaml.org/spec/1.1/#b-char), as do libyaml and Kubernetes' reader.
_UNUSUAL_LINE_BREAKS = "\x85\u2028\u2029"
_LINE_BREAK = pattern(r"\r\n|[\n\r\x85\u2028\u2029]")

_AFTER_DASHES = frozenset(" \t\r\n") | {""}
_SEPARATOR_AFTER_ANY_BREAK = pattern(r"[\n\r\x85\u2028\u2029](?=---(?:[ \t\r\n\x85\u2028\u2029]|\Z))")

_REST_OF_LINE = r"[^\r\n]*(?:\r\n|\r(?!\n)|\n)"
_EMPTY_LINE = rf"[ \t]*(?:#{_REST_OF_LINE}|(?:\r\n|\r(?!\n)|\n))"
_PREAMBLE_LINES = rf"(?:{_EMPTY_LINE}|%{_REST_OF_LINE})*\Z"
# What may stand before the first separator without being a document: comments and directives.
_PREAMBLE = pattern(_PREAMBLE_LINES)
# The end of a document after which directives stand: they are the next one's.
_END_BEFORE_DIRECTIVES = pattern(
    rf"(?:[\n\r{_UNUSUAL_LINE_BREAKS}]|\}})\.\.\.{_EMPTY_LINE}(?=(?:{_EMPTY_LINE})*%{_REST_OF_LINE}{_PREAMBLE_LINES})"
)
_DIRECTIVE = pattern(rf"[\n\r{_UNUSUAL_LINE_BREAKS}]%")

_BEGINS_AS_JSON = pattern(r"(?:---)?\s*\{")
_ADJACENT_OBJECTS = pattern(r"\}\s*\{")
# Go's YAML reads no further than the end of a mapping in braces; libyaml wants the dots on a line of their own.
_END_BEHIND_JSON = pattern(rf"(?<=\}})[ \t]*\.\.\.(?:{_EMPTY_LINE})*(?:[ \t]*(?:#[^\r\n]*)?)\Z")

_CONTROL_CHARACTERS = bytes(set(range(0x20)) - set(b"\t\n\r")) + b"\x7f"
_PIECE = 128 * 1024
"""How many bytes are looked at in one go: what fits into a processor's cache."""


@dataclass(frozen=True, slots=True)
class Document:
    """One document of a stream.

    ``text`` is all that YAML counts to the document: its ``---`` line, directives, comments, and everything up
    to the next separator; positions that a parser reports for ``text`` index into it. ``prefix`` is a byte order
    mark or empty, ``suffix`` the ``...`` right behind a JSON object, or empty. The ``prefix + text + suffix`` of all
    documents, one after the other, are the stream.
    """

    text: str
    source: str = "<input>"
    index: int = 1
    start_line: int = 1
    prefix: str = ""
    suffix: str = ""

    @property
    def whole(self) -> str:
        """The text with its prefix and suffix: what stands in the stream."""
        return self.whole_with(self.text)

    def whole_with(self, text: str) -> str:
        """Return what stands in the stream once another text is in the place of this one."""
        return f"{self.prefix}{text}{self.suffix}"

    def error(
        self, problem: str, line: int | None = None, column: int | None = None, otherwise: str = ""
    ) -> ManifestError:
        """Return the error that has ``problem`` at a place in this document, counted from 0 as libyaml does.

        The likely reason is added, and ``otherwise`` where none shows in the text.
        """
        from kubectl_inject.manifests.parsing.likely_reason import likely_reason

        reason = likely_reason(self.text) or otherwise
        return ManifestError(
            f"{problem}; {reason}" if reason else problem,
            source=self.source,
            document=self.index,
            line=None if line is None else self.start_line + line,
            column=None if column is None else column + 1,
        )


def decode(data: bytes, source: str) -> tuple[str, str]:
    """Return the text of ``data`` and the encoding that gives ``data`` back: ``text.encode(encoding) == data``.

    Manifests are UTF-8, or UTF-16 if they begin with a byte order mark, which stays in the text. Raises
    ManifestError for what is neither, and for characters that YAML allows nowhere.
    """
    encoding = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}.get(data[:2], "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(encoding, "replace")
        from kubectl_inject.manifests.parsing.likely_reason import reason_of_bytes

        found = " ".join(f"0x{byte:02X}" for byte in data[error.start : error.end])
        reason = reason_of_bytes(data)
        raise ManifestError(
            f"found {found} at byte offset {error.start}, which is not {encoding.upper()}{reason and f'; {reason}'}",
            source=source,
            line=1 + count_lines(before),
        ) from None
    octets = data if encoding == "utf-8" else text.encode()
    if any(_has_control_character(octets[start : start + _PIECE]) for start in range(0, len(octets), _PIECE)):
        raise _control_character(text, source)
    return text, encoding


def _has_control_character(octets: bytes) -> bool:
    return len(octets.translate(None, _CONTROL_CHARACTERS)) != len(octets)


def _control_character(text: str, source: str) -> ManifestError:
    controls = _CONTROL_CHARACTERS.decode()
    offset = next(i for i, character in enumerate(text) if character in controls)
    breaks = [match.end() for match in _LINE_BREAK.finditer(text, 0, offset)]
    from kubectl_inject.manifests.parsing.likely_reason import reason_of_bytes

    reason = reason_of_bytes(text.encode(errors="replace"))
    return ManifestError(
        f"found the control character U+{ord(text[offset]):04X}, which YAML does not allow{reason and f'; {reason}'}",
        source=source,
        line=1 + len(breaks),
        column=1 + offset - (breaks[-1] if breaks else 0),
    )


def split(text: str, source: str = "<input>") -> Iterator[Document]:
    """Yield the documents of ``text``, one by one, without parsing them.

    A line that begins with ``---`` and goes on with a blank, or ends there, begins a document, as in YAML, and so do
    directives before it that follow a line ``...``. What stands before the first one is a document of its own only if
    it has more than comments and directives.
    JSON objects that follow each other are documents too, as kubectl reads them. Empty documents count.
    """
    prefix = BYTE_ORDER_MARK if text.startswith(BYTE_ORDER_MARK) else ""
    index, line, start = 1, 1, len(prefix)
    for end in _ends(text, start):
        for piece, suffix in _json_objects(text[start:end]):
            yield Document(piece, source, index, line, prefix, suffix)
            index, line, prefix = index + 1, line + count_lines(piece + suffix), ""
        start = end


def _ends(text: str, start: int) -> Iterator[int]:
    """Yield the offset after each document."""
    has_directives = "%" in text and _DIRECTIVE.search(text, start) is not None
    begin = start
    for end in _separators(text, start):
        if has_directives and (ended := _END_BEFORE_DIRECTIVES.search(text, begin, end)):
            yield ended.end()
        elif begin > start or not _PREAMBLE.match(text, start, end):
            yield end
        begin = end
    if text:
        yield len(text)


def _separators(text: str, start: int) -> Iterator[int]:
    """Yield the offset of each line that separates documents: what ``_SEPARATOR_AFTER_ANY_BREAK`` finds."""
    if "---" in text and has_unusual_line_breaks(text):
        yield from (match.end() for match in _SEPARATOR_AFTER_ANY_BREAK.finditer(text, start))
        return
    dashes = text.find("\n---", start)
    while dashes >= 0:
        following = dashes + len("\n---")
        if text[following : following + 1] in _AFTER_DASHES:
            yield dashes + 1
        dashes = text.find("\n---", following)


def _json_objects(text: str) -> Iterator[tuple[str, str]]:
    """Yield the JSON objects of ``text``, or ``text`` if it is not several of them.

    Each has the blanks before it, and beside it what ends the document right behind it.
    """
    begin = _begin_as_json(text)
    if begin is None:
        yield text, ""
        return
    end = end_of_json(text)
    start, opening = 0, begin.end() - 1
    if _ADJACENT_OBJECTS.search(text) is not None:
        from json import JSONDecoder

        decoder = JSONDecoder()
        try:
            while following := _ADJACENT_OBJECTS.match(text, decoder.raw_decode(text, opening)[1] - 1):
                yield text[start : following.start() + 1], ""
                start, opening = following.start() + 1, following.end() - 1
        except (ValueError, RecursionError):
            pass  # not JSON, or not sound: the rest is one document, for the YAML parser to judge
    yield text[start:end], text[end:]


def _begin_as_json(text: str) -> re.Match[str] | None:
    """Return what ``_BEGINS_AS_JSON`` matches, which is expensive to compile; YAML mostly begins with a name."""
    begins_with_name = text[4:5].isalpha() if text.startswith("---\n") else text[:1].isalpha()
    return None if begins_with_name else _BEGINS_AS_JSON.match(text)


def end_of_json(text: str) -> int:
    """Return the offset of the ``...`` right behind a JSON object, the length of ``text`` where there is none."""
    behind = _END_BEHIND_JSON.search(text) if "..." in text and _begin_as_json(text) else None
    return behind.start() if behind else len(text)


def count_lines(text: str) -> int:
    """Return the number of line breaks in ``text``, as YAML counts them."""
    if has_unusual_line_breaks(text):
        return sum(1 for _ in _LINE_BREAK.finditer(text))
    return text.count("\n")


def has_unusual_line_breaks(text: str) -> bool:
    r"""Whether a line of ``text`` ends otherwise than with ``\n`` or ``\r\n``."""
    if "\r" in text and text.count("\r") != text.count("\r\n"):
        return True
    return not text.isascii() and any(character in text for character in _UNUSUAL_LINE_BREAKS)
