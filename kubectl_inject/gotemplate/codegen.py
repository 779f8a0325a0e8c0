"""The Python module that a template becomes: its lines, and what they refer to by number."""

from __future__ import annotations

from types import CodeType

from kubectl_inject.startup.frozen import dataclass

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


@dataclass(frozen=True, slots=True)
class Line:
    """A line of Python, and the index of its site."""

    code: str
    site: int = NO_SITE


class ModuleWriter:
    """Collects functions, texts and sites, each once for all templates of a source."""

    def __init__(self, name: str, source: str) -> None:
        """Start an empty module for a source of that name."""
        self._name = name
        self._source = source
        self._lines: list[Line] = []
        self._starts: list[int] = []
        self._texts: list[str] = []
        self._functions: dict[str, int] = {}
        self._sites: dict[Site, int] = {}
        self._parts = 0
        self._constants = 0

    def text(self, text: str) -> int:
        """Return the number of a piece of text, which is its own even if another has the same text."""
        self._texts.append(text)
        return len(self._texts) - 1

    def function(self, name: str) -> str:
        """Return what the code calls a function."""
        return f"function_{self._functions.setdefault(name, len(self._functions))}"

    def new_function_name(self) -> str:
        """Return a name for a function that is part of a template's."""
        self._parts += 1
        return f"part_{self._parts}"

    def constant(self) -> str:
        """Return a key for what is the same in all renderings, one that no other template of the host's has.

        It ends with a blank and a number, which no chain of fields does.
        """
        self._constants += 1
        return f"{self._name} {self._constants}"

    def site(self, site: Site) -> int:
        """Return the index of a site."""
        return self._sites.setdefault(site, len(self._sites))

    def add_function(self, header: str, body: list[Line]) -> None:
        """Add a function, whose body is indented by at least a space."""
        self._starts.append(len(self._lines))
        self._lines.append(Line(header))
        self._lines.extend(body)

    def python(self) -> str:
        """Return the module as Python."""
        return "\n".join(line.code for line in self._lines)

    def compiled(self) -> CompiledTemplate:
        """Return the module as code."""
        ends = [*self._starts[1:], len(self._lines)]
        return CompiledTemplate(
            self._name,
            self._source,
            tuple(map(self._code, self._starts, ends)),
            tuple(self._texts),
            tuple(self._functions),
            tuple((site.position, site.context, site.template, site.callee) for site in self._sites),
            tuple(line.site for line in self._lines),
        )

    def _code(self, start: int, end: int) -> CodeType:
        """Return the code of one function. To compile all at once would take memory for all at once."""
        text = "\n".join([line.code for line in self._lines[start:end]])
        module = compile(text, FILE_NAME, "exec", dont_inherit=True, optimize=2)
        code = next(constant for constant in module.co_consts if isinstance(constant, CodeType))
        return code.replace(co_firstlineno=start + 1)
