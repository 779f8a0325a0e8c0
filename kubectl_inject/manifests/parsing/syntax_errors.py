"""What libyaml finds wrong with a document, in terms of the file it comes from."""

from __future__ import annotations

from yaml._yaml import ReaderError  # type: ignore[attr-defined]  # the stubs leave it out
from yaml.error import Mark, MarkedYAMLError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import TracebackType

    from kubectl_inject.manifests.errors import ManifestError
    from kubectl_inject.manifests.stream import Document

_CANNOT_START = "found character that cannot start any token"


class reported_for:  # noqa: N801  # used as contextlib's context managers are
    """Turns the YAML errors of the block, which reads a document, into ManifestErrors."""

    __slots__ = ("_document",)

    def __init__(self, document: Document) -> None:
        """Read ``document`` in the block."""
        self._document = document

    def __enter__(self) -> None:
        """Begin the block."""

    def __exit__(
        self, _kind: type[BaseException] | None, error: BaseException | None, _traceback: TracebackType | None
    ) -> None:
        """End the block. Raises ManifestError."""
        if error is None:
            return
        document = self._document
        match error:
            case MarkedYAMLError():
                mark = error.problem_mark or error.context_mark
                problem = _in_words(document, error)
                if mark is None:
                    raise document.error(problem) from None
                raise document.error(problem, mark.line, mark.column) from None
            case ReaderError():
                raise _unreadable(document, error.character, error.reason) from None
            case UnicodeEncodeError():
                raise _unreadable(document, document.text[error.start], "half of a surrogate pair") from None


def _in_words(document: Document, error: MarkedYAMLError) -> str:
    problem = error.problem or "found something that is not YAML"
    mark = error.problem_mark
    if problem == _CANNOT_START and mark is not None:
        found = document.text[mark.index : mark.index + 1]
        if found == "\t":
            return "found a tab where indentation must be spaces"
        return f"found {found!r}, which cannot begin a value without quotes around it"
    if error.context and not error.context.startswith("while "):
        return f"{error.context}, {problem}"
    if error.context:
        return f"{problem}, {error.context}{_since(document, error.context_mark)}"
    return problem


def _since(document: Document, mark: Mark | None) -> str:
    return "" if mark is None else f" that begins at line {document.start_line + mark.line}"


def _unreadable(document: Document, character: str | int, reason: str) -> ManifestError:
    # PyYAML gives the code of the character, and an offset in bytes, which is of no use to a reader.
    code = character if isinstance(character, int) else ord(character)
    before = document.text.partition(chr(code))[0]
    return document.error(
        f"found the character U+{code:04X}: {reason}", before.count("\n"), len(before) - before.rfind("\n") - 1
    )
