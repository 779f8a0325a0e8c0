"""Regular expressions as programs, run on a text for all ways to match at once.

A thread is a place in the program with the captures it took to get there. All threads see one character at a
time, and no two of them are ever at the same place, so the time is bounded by text times program. Threads are kept
in the order in which a backtracking matcher would try them, hence the first to match is Perl's match.
"""

from __future__ import annotations

from dataclasses import dataclass

from kubectl_inject.gotemplate.sprig.regexp.characters import ASCII_LETTERS_AND_DIGITS, RegexpSyntaxError
from kubectl_inject.gotemplate.sprig.regexp.classes import CharacterClass
from kubectl_inject.gotemplate.sprig.regexp.expressions import (
    Assertion,
    Capture,
    Expression,
    Node,
    Repeat,
    Sequence,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from kubectl_inject.gotemplate.execution.meter import Meter

MAX_INSTRUCTIONS = 50_000
# How many places all threads together may remember.
MAX_REMEMBERED = 4_000_000
_STEPS_OF_AN_INSTRUCTION = 2
_SAVED_IN_A_STEP = 32
_STEPS_OF_FOLDING = 100

WORD_CHARACTERS = ASCII_LETTERS_AND_DIGITS + "_"


@dataclass(slots=True)
class Consume:
    """Take one character that is in a class."""

    accepts: Callable[[str], bool]
    following: int = 0


@dataclass(slots=True)
class Check:
    """Go on where an assertion holds."""

    assertion: Assertion
    following: int = 0


@dataclass(slots=True)
class Save:
    """Remember the place as one end of a capture."""

    slot: int
    following: int = 0


@dataclass(slots=True)
class Split:
    """Go on in two places, one of which is preferred."""

    preferred: int = 0
    other: int = 0


@dataclass(slots=True)
class Accept:
    """The text matches."""


Instruction = Consume | Check | Save | Split | Accept
Captures = tuple[int, ...]
Thread = tuple[int, Captures]


class _Memo(dict[str, bool]):
    """The characters of a text that a class was asked about before, and the answers."""

    def __init__(self, character_class: CharacterClass, meter: Meter) -> None:
        super().__init__()
        self._class = character_class
        self._meter = meter
        self._steps = _size(character_class)

    def __missing__(self, character: str) -> bool:
        self._meter.work(self._steps)
        answer = self[character] = self._class.matches(character)
        return answer


def _size(character_class: CharacterClass) -> int:
    """Return how many steps it takes to look for a character in a class."""
    inside = len(character_class.ranges) + len(character_class.categories) + sum(map(_size, character_class.parts))
    return 1 + inside * (_STEPS_OF_FOLDING if character_class.folded else 1)


class _Compiler:
    """Writes the program backwards: every expression is compiled for what follows it."""

    def __init__(self, meter: Meter, *, captures: bool) -> None:
        self.instructions: list[Instruction] = [Accept()]
        self._meter = meter
        self._captures = captures

    def _append(self, instruction: Instruction) -> int:
        if len(self.instructions) >= MAX_INSTRUCTIONS:
            raise RegexpSyntaxError("expression too large", "")
        self._meter.work(2 * _STEPS_OF_AN_INSTRUCTION)
        self.instructions.append(instruction)
        return len(self.instructions) - 1

    def compile(self, node: Node, following: int) -> int:
        """Append an expression and return where it starts."""
        if isinstance(node, CharacterClass):
            return self._append(Consume(_Memo(node, self._meter).__getitem__, following))
        if isinstance(node, Assertion):
            return self._append(Check(node, following))
        if isinstance(node, Capture):
            if not self._captures:
                return self.compile(node.item, following)
            end = self._append(Save(2 * node.number + 1, following))
            return self._append(Save(2 * node.number, self.compile(node.item, end)))
        if isinstance(node, Repeat):
            return self._repeat(node, following)
        if isinstance(node, Sequence):
            for item in reversed(node.items):
                following = self.compile(item, following)
            return following
        start = self.compile(node.options[-1], following)
        for option in reversed(node.options[:-1]):
            start = self._append(Split(self.compile(option, following), start))
        return start

    def _repeat(self, node: Repeat, following: int) -> int:
        start = following
        if node.most is None:
            start = self._loop(node, following)
        else:
            for _ in range(node.most - node.least):
                start = self._choice(self.compile(node.item, start), following, greedy=node.greedy)
        # A loop that runs at least once is its own last repetition.
        for _ in range(node.least - (node.most is None and node.least > 0)):
            start = self.compile(node.item, start)
        return start

    def _loop(self, node: Repeat, following: int) -> int:
        again = self._append(Split())
        body = self.compile(node.item, again)
        self.instructions[again] = Split(body, following) if node.greedy else Split(following, body)
        if node.least > 0:
            return body
        if not _can_be_empty(node.item):
            return again
        # Where the body matches nothing, once is preferred to not at all, as in Go.
        return self._choice(body, following, greedy=node.greedy)

    def _choice(self, body: int, following: int, *, greedy: bool) -> int:
        return self._append(Split(body, following) if greedy else Split(following, body))


def _can_be_empty(node: Node) -> bool:
    if isinstance(node, CharacterClass):
        return False
    if isinstance(node, Capture):
        return _can_be_empty(node.item)
    if isinstance(node, Repeat):
        return node.least == 0 or _can_be_empty(node.item)
    if isinstance(node, Sequence):
        return all(map(_can_be_empty, node.items))
    return isinstance(node, Assertion) or any(map(_can_be_empty, node.options))


class Program:
    """A regular expression, ready to search one text or several."""

    def __init__(self, expression: Expression, meter: Meter, *, captures: bool) -> None:
        """Compile an expression, and pay for it and for what is searched with it; ``captures`` are found, too."""
        compiler = _Compiler(meter, captures=captures)
        self._start = compiler.compile(expression.node, 0)
        self._instructions = compiler.instructions
        places = 2 * len(expression.names) if captures else 2
        if places * len(self._instructions) > MAX_REMEMBERED:
            raise RegexpSyntaxError("expression too large", "")
        self._unset: Captures = (-1,) * places
        self._meter = meter
        self._steps_of_a_save = places // _SAVED_IN_A_STEP

    def search(self, text: str, start: int) -> Captures | None:
        """Return the ends of the first match from a place on, then those of captures, -1 where unset."""
        found: Captures | None = None
        threads: list[Thread] = []
        for place in range(start, len(text) + 1):
            if found is None:
                self._meter.work(self._steps_of_a_save)
                occupied = {pc for pc, _ in threads}
                self._follow(self._start, (place, *self._unset[1:]), text, place, threads, occupied)
            elif not threads:
                break
            following: list[Thread] = []
            occupied = set()
            for pc, captures in threads:
                instruction = self._instructions[pc]
                if isinstance(instruction, Accept):
                    found = (captures[0], place, *captures[2:])
                    break
                if isinstance(instruction, Consume) and place < len(text) and instruction.accepts(text[place]):
                    self._follow(instruction.following, captures, text, place + 1, following, occupied)
            threads = following
        return found

    def _follow(
        self, pc: int, captures: Captures, text: str, place: int, threads: list[Thread], occupied: set[int]
    ) -> None:
        """Start a thread, and run it up to where it needs a character."""
        waiting = [(pc, captures)]
        while waiting:
            pc, captures = waiting.pop()
            if pc in occupied:
                continue
            occupied.add(pc)
            self._meter.work(_STEPS_OF_AN_INSTRUCTION)
            instruction = self._instructions[pc]
            if isinstance(instruction, Split):
                waiting.append((instruction.other, captures))
                waiting.append((instruction.preferred, captures))
            elif isinstance(instruction, Save):
                slot = instruction.slot
                self._meter.work(self._steps_of_a_save)
                waiting.append((instruction.following, (*captures[:slot], place, *captures[slot + 1 :])))
            elif isinstance(instruction, Check):
                if _holds(instruction.assertion, text, place):
                    waiting.append((instruction.following, captures))
            else:
                threads.append((pc, captures))


def _holds(assertion: Assertion, text: str, place: int) -> bool:
    before, after = text[place - 1 : place] if place else "", text[place : place + 1]
    if assertion is Assertion.BEGIN_TEXT:
        return not before
    if assertion is Assertion.END_TEXT:
        return not after
    if assertion is Assertion.BEGIN_LINE:
        return before in ("", "\n")
    if assertion is Assertion.END_LINE:
        return after in ("", "\n")
    at_boundary = _is_word(before) != _is_word(after)
    return at_boundary == (assertion is Assertion.WORD_BOUNDARY)


def _is_word(character: str) -> bool:
    return bool(character) and character in WORD_CHARACTERS
