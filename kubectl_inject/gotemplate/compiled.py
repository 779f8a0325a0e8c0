"""What a template was compiled to: code, and where in the source each of its lines comes from."""

from __future__ import annotations

from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import CodeType

FILE_NAME = "<go template>"
NO_SITE = -1
_PRIME = 2**61 - 1


def checksum(source: str) -> str:
    """Return what tells one source from others, unless somebody wants it not to."""
    data = source.encode("utf-8", "surrogatepass")
    return f"{len(data)}-{int.from_bytes(data, 'big') % _PRIME:016x}"  # modules of checksums take longer to load


@dataclass(frozen=True, slots=True)
class Site:
    """Where a line of code comes from: a position in the source, the node there, and the template it is in.

    ``callee`` is the name of the function that the line calls, if any.
    """

    position: int
    context: str
    template: str
    callee: str


@dataclass(frozen=True, slots=True)
class CompiledTemplate:
    """A template as code that is not yet bound to functions. All of it is plain values, and code.

    ``code`` is that of a function for each template in the source, and for parts of them; that of the source itself is
    called ``template_0``. ``functions`` are the names of those it calls, as ``function_0`` and so on. ``sites``, which
    are the fields of Sites, and ``line_sites``, which has an index into them for each line of the code, tell where an
    exception comes from.
    """

    name: str
    source: str
    code: tuple[CodeType, ...]
    texts: tuple[str, ...]
    functions: tuple[str, ...]
    sites: tuple[tuple[int, str, str, str], ...]
    line_sites: tuple[int, ...]

    def site_of(self, line: int) -> Site | None:
        """Return where a line of the code, counted from 1, comes from."""
        index = self.line_sites[line - 1] if 0 < line <= len(self.line_sites) else NO_SITE
        return None if index == NO_SITE else Site(*self.sites[index])
