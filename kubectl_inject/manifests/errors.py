"""What can be wrong with a manifest."""

from kubectl_inject.errors import InjectionError
from kubectl_inject.printable import printable_line


class ManifestError(InjectionError):
    """A manifest that cannot be read.

    ``source`` is the file's name, a URL or ``<stdin>``. ``document`` counts from 1 within the source;
    ``line`` and ``column`` count from 1 within the whole source, not within the document. What is not known
    is None. The message begins with all of these, as in
    ``app.yaml:11:2: document 1: found a tab where indentation must be spaces``.
    """

    def __init__(
        self,
        problem: str,
        *,
        source: str,
        document: int | None = None,
        line: int | None = None,
        column: int | None = None,
    ) -> None:
        """Join the place and the problem into one message."""
        place = ":".join(str(part) for part in (source, line, column) if part is not None)
        which = "" if document is None else f"document {document}: "
        super().__init__(f"{printable_line(place)}: {which}{problem}")
        self.problem = problem
        self.source = source
        self.document = document
        self.line = line
        self.column = column
