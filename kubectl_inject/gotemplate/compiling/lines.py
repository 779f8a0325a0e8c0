"""The lines of Python that a template becomes, and the values that they stand for."""

from __future__ import annotations

from kubectl_inject.gotemplate.compiled import Site
from kubectl_inject.gotemplate.compiling.codegen import Line, ModuleWriter
from kubectl_inject.gotemplate.execution.meter import CRAWLED, LONG, MADE, SHORT
from kubectl_inject.gotemplate.functions import Work
from kubectl_inject.gotemplate.parsing.nodes import Command, Nil, Operand, TemplateCall
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

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

# What the names of Python's variables begin with; other code is a literal.
_NAMES = frozenset("tvf")
_CALLS = {Work.CONSTANT: 2, Work.COPYING: 4, Work.WALKING: 32, Work.CRAWLING: 32}
COPIED = 256
"""How many characters of a literal a step copies."""


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
        self._steps = 0
        self._at: Operand | Command | TemplateCall = Nil(0)

    def _emit(self, code: str, at: Operand | Command | TemplateCall | None = None, callee: str = "") -> None:
        self._lines.append(Line(" " * self._indent + code, self._site(at or self._at, callee)))

    def _site(self, node: Operand | Command | TemplateCall, callee: str = "") -> int:
        return self._module.site(Site(node.position, str(node), self._template, callee))

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

    def _pay(self, work: Work, arguments: Sequence[str], texts: Collection[str], at: Command | Operand) -> None:
        """Emit what a call costs before it is made; add what is known beforehand to the steps.

        ``texts`` are those of the arguments that are certainly strings.
        """
        self._steps += _CALLS[work] + len(arguments)
        names = [code for code in arguments if code[0] in _NAMES]
        checks: list[str] = []
        literals = sum(map(len, arguments)) - sum(map(len, names))
        match work:
            case Work.CONSTANT | Work.COPYING:
                self._steps += literals // COPIED
                for code in names:
                    if code in texts:
                        checks.append(f"if len({code}) > {LONG}: run.copy({code})")
                    elif work is Work.COPYING:
                        checks.append(f"if type({code}) in SIZED and len({code}) > {LONG}: run.copy({code})")
            case Work.WALKING:
                self._steps += literals
                checks += [f"if type({code}) is not str or len({code}) > {SHORT}: run.walk({code})" for code in names]
            case Work.CRAWLING:
                self._steps += CRAWLED * literals
                checks.append(f"run.crawl({', '.join(names)})")
        if checks:
            site = self._site(at)
            self._lines += [Line(" " * self._indent + check, site) for check in checks]

    def _pay_for_result(self, result: Value, at: Command | Operand) -> None:
        if result.known is str:
            self._emit(f"if len({result.code}) > {MADE}: run.made({result.code})", at)
        elif result.known is None:
            self._emit(f"if type({result.code}) in SIZED and len({result.code}) > {MADE}: run.made({result.code})", at)

    def outlined(self, compile_lines: Callable[[], None]) -> str:
        """Compile lines into a function of their own; return the Python code that calls it."""
        lines, indent = self._lines, self._indent
        self._lines, self._indent = [Line(PRINTING)], 1
        compile_lines()
        name = self._module.new_function_name()
        self._module.add_function(f"def {name}(run, out, v):", self._lines)
        self._lines, self._indent = lines, indent
        return f"{name}(run, out, v)"
