"""What a rendering has left of its budgets, and what things cost: everything that a template asks for is paid here.

A step is about as much as a call of a function that does next to nothing. What takes no time to speak of is not
looked at one by one: the compiler adds it up beforehand.
"""

from __future__ import annotations

from kubectl_inject.gotemplate.errors import LimitExceededError
from kubectl_inject.gotemplate.limits import DEFAULT
from kubectl_inject.gotemplate.values import GoObject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

    from kubectl_inject.gotemplate.limits import Limits

LONG = 1024
"""From this length on, arguments that are only copied are paid for; shorter ones cost no more than the call."""

SHORT = 64
"""Up to this length, texts that are looked at in Python cost no more than the call."""

MADE = 64
"""From this length on, results are paid for."""

_COPIED = 256
_LISTED = 4
_CALL, _SLOW_CALL = 2, 50
CRAWLED = 8
"""How many steps a character costs that is read by a function that is slow."""
_OBJECT = 200
_ITEM_LENGTH, _ENTRY_LENGTH = 16, 32


class Meter:
    """The budgets of one rendering. Functions that are metered get it, and pay for what their arguments do not show."""

    __slots__ = ("_limits", "steps_left", "value_length", "values_left")

    def __init__(self, limits: Limits = DEFAULT) -> None:
        """Start with nothing used."""
        self._limits = limits
        self.steps_left: float = limits.steps
        self.values_left: float = limits.values_length
        self.value_length = limits.value_length

    @property
    def steps_used(self) -> float:
        """How many steps were taken."""
        return self._limits.steps - self.steps_left

    @property
    def values_used(self) -> float:
        """How long the results of functions were in all."""
        return self._limits.values_length - self.values_left

    def work(self, steps: int) -> None:
        """Pay for so many steps."""
        self.steps_left -= steps
        if self.steps_left < 0:
            self.exceeded("steps", "the template takes more than {} steps")

    def copy(self, value: object) -> None:
        """Pay for going through a value in C: its characters, or its items but nothing inside of them."""
        if isinstance(value, str):
            self.work(len(value) // _COPIED)
        elif isinstance(value, (list, dict)):
            self.work(len(value) // _LISTED)

    def walk(self, *values: object) -> None:
        """Pay for a function in Python that looks at each character and item, all the way down."""
        steps = _CALL
        for value in values:
            if value.__class__ is str:
                steps += len(value)
            elif isinstance(value, (list, dict, GoObject)):
                steps += self._size(value, self.steps_left - steps)
        self.steps_left -= steps
        if self.steps_left < 0:
            self.work(0)

    def crawl(self, *values: object) -> None:
        """Pay for a function that is slower still: one that reads a language of its own."""
        before = self.steps_left
        self.walk(*values)
        self.work(_SLOW_CALL + (CRAWLED - 1) * int(before - self.steps_left))

    def _size(self, value: object, most: float) -> int:
        """Count the characters and items of a value, what is found twice twice; stop where it is more than ``most``."""
        size = 0
        waiting = [value]
        while waiting:
            value = waiting.pop()
            size += 1
            if value.__class__ is str:
                size += len(value)
            elif isinstance(value, list):
                size += len(value)
                waiting.extend(value)
            elif isinstance(value, dict):
                size += sum(map(len, value))
                waiting.extend(value.values())
            elif isinstance(value, GoObject):
                size += _OBJECT
                waiting.append(value.go_contents())
            if size > most:
                break
        return size

    def made(self, value: object) -> None:
        """Pay for the result of a function; what is in a list or map was paid for when it was made."""
        if isinstance(value, str):
            length = size = len(value)
        elif isinstance(value, (list, dict)):
            length = len(value)
            size = length * (_ITEM_LENGTH if isinstance(value, list) else _ENTRY_LENGTH)
        else:
            return
        if length > self.value_length:
            self.exceeded("value_length", "the value would be longer than {} characters or items")
        self.pay_length(size)

    def pay_length(self, size: float) -> None:
        """Pay for values of that length."""
        self.values_left -= size
        if self.values_left < 0:
            self.exceeded("values_length", "the values that functions made are longer than {} characters together")

    def exceeded(self, limit: str, problem: str) -> NoReturn:
        """End the rendering because of the limit in a field of Limits, which stands for {} in the problem."""
        raise LimitExceededError(limit, problem.format(getattr(self._limits, limit)))


class _Unmetered(Meter):
    """For what is found once and kept for all renderings, so that it costs each of them the same: nothing."""

    __slots__ = ()

    def work(self, steps: int) -> None:
        """Let it pass."""

    def copy(self, value: object) -> None:
        """Let it pass."""

    def walk(self, *values: object) -> None:
        """Let it pass."""

    def crawl(self, *values: object) -> None:
        """Let it pass."""

    def made(self, value: object) -> None:
        """Let it pass."""


UNMETERED: Meter = _Unmetered()
