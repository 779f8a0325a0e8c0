"""The lines of Python that a template becomes, and the values that they stand for."""

from __future__ import annotations

from kubectl_inject.gotemplate.codegen import Line, ModuleWriter, Site
from kubectl_inject.gotemplate.nodes import Command, Nil, Operand, TemplateCall
from kubectl_inject.gotemplate.runtime import LARGE
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

PRINTING = " put = out.way.append; say = out.strings.append"
"""The line that a function begins with, to add to an Output."""


@dataclass(frozen=True, slots=True)
class Value:
    """A value at run time: a Python name or constant.

    ``known`` is its class where that is certain. ``slot`` is the name of the type of the list's or map's item
    that it was taken from, as Python code; it is "None" for other values.
    """

    code: str
    known: type | None = None
    slot: str = "None"

    @property
    def truth(self) -> str:
        """The Python condition for its being true."""
        code = self.code
        return code if self.known is not None else f"({code} if type({code}) in PLAIN else is_true({code}))"


NOTHING = Value("None", type(None))


class LineWriter:
    """Writes the lines of one template, each that can fail with the place in the source that it comes from.

    ``spills`` puts variables into a list instead of locals of Python, so that code can be moved out into
    functions of its own: Python's compiler takes neither many nested loops nor much indentation.
    """

    def __init__(self, module: ModuleWriter, template: str, *, spills: bool) -> None:
        """Start with no lines."""
        self._module = module
        self._template = template
        self._spills = spills
        self._lines: list[Line] = []
        self._indent = 1
        self._temporaries = 0
        self._variable_count = 0
        self._at: Operand | Command | TemplateCall = Nil(0)

    def _emit(self, code: str, at: Operand | Command | TemplateCall | None = None, callee: str = "") -> None:
        node = at or self._at
        site = self._module.site(Site(node.position, str(node), self._template, callee))
        self._lines.append(Line(" " * self._indent + code, site))

    def _emit_plain(self, code: str) -> None:
        """Emit a line that cannot fail."""
        self._lines.append(Line(" " * self._indent + code))

    def _fail(self, reason: str) -> Value:
        self._emit(f"fail({reason!r})")
        return NOTHING

    def _temporary(self) -> str:
        self._temporaries += 1
        return f"t{self._temporaries}"

    def _set(
        self, code: str, known: type | None = None, at: Command | Operand | None = None, callee: str = ""
    ) -> Value:
        name = self._temporary()
        self._emit(f"{name} = {code}", at, callee)
        return Value(name, known)

    def _new_variable(self) -> str:
        number = self._variable_count
        self._variable_count += 1
        return f"v[{number}]" if self._spills else f"v{number}"

    def _count_large(self, result: Value, at: Command | Operand) -> None:
        if result.known in (None, str):
            code = result.code
            self._emit(f"if type({code}) in SIZED and len({code}) > {LARGE}: run.count_large(len({code}))", at)

    def outlined(self, compile_lines: Callable[[], None]) -> str:
        """Compile lines into a function of their own; return the Python code that calls it."""
        lines, indent = self._lines, self._indent
        self._lines, self._indent = [Line(PRINTING)], 1
        compile_lines()
        name = self._module.new_function_name()
        self._module.add_function(f"def {name}(run, out, v):", self._lines)
        self._lines, self._indent = lines, indent
        return f"{name}(run, out, v)"
