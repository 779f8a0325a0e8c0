"""The Python module that a template becomes: its lines, and what they refer to by number."""

from __future__ import annotations

from types import CodeType

from kubectl_inject.gotemplate.compiled import FILE_NAME, NO_SITE, CompiledTemplate, Site
from kubectl_inject.startup.frozen import dataclass


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
