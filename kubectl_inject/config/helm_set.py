"""Helm's ``--set``: values given on the command line, such as ``global.hub=my.registry,pilot.cni.enabled=true``."""

from __future__ import annotations

import re

from kubectl_inject.errors import InjectionError
from kubectl_inject.startup.pattern import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

_SHOWN = 60
_WORDS: dict[str, Any] = {"true": True, "false": False, "null": None, "": ""}
_WHOLE_NUMBER = pattern(r"-?(?:0|[1-9][0-9]{0,17})\Z")
_STEP = pattern(r"((?:\\.|[^\\.\[\]=])+)((?:\[\d{1,4}\])*)\Z")
_MAX_INDEX = 1000
_MOST_STEPS = 30
"""How long a path of names may be, as in Helm (MaxNestedNameLevel of its pkg/strvals)."""


class SetError(InjectionError):
    """A ``--set`` cannot be read."""


def parse_set(texts: Sequence[str]) -> dict[str, Any]:
    """Return the values that some ``--set`` options give, later ones winning.

    As in Helm: pairs are separated by commas, names by dots, ``\\`` takes a separator's meaning away, ``[0]`` is an
    item of a list, ``{a,b}`` a list; true, false, null and whole numbers are what they look like. Raises SetError.
    """
    values: dict[str, Any] = {}
    for text in texts:
        for pair in _split(text, ","):
            path, equals, value = _partition(pair)
            if not equals or not path:
                raise SetError(f"--set: expected name=value, found {pair!r}")
            _assign(values, _steps(path), _value(value))
    return values


def _split(text: str, separator: str) -> list[str]:
    """Split at separators that are neither escaped nor within braces."""
    parts, current, depth, escaped = [], "", 0, False
    for character in text:
        if escaped or character != separator or depth:
            current += character
        else:
            parts.append(current)
            current = ""
        depth += 0 if escaped else {"{": 1, "}": -1}.get(character, 0)
        escaped = character == "\\" and not escaped
    return [*parts, current]


def _partition(pair: str) -> tuple[str, str, str]:
    name, *rest = _split(pair, "=")
    return name, "=" if rest else "", "=".join(rest)


def _steps(path: str) -> list[str | int]:
    steps: list[str | int] = []
    for part in _split(path, "."):
        match = _STEP.match(part)
        if match is None:
            raise SetError(f"--set: {path!r} is no path of names, such as global.proxy.logLevel")
        steps.append(_unescaped(match[1]))
        steps.extend(int(index) for index in re.findall(r"\d+", match[2]))
        if len(steps) > _MOST_STEPS:
            raise SetError(f"--set: {path[:_SHOWN]!r}... has more than {_MOST_STEPS} names, which is the limit")
    return steps


def _value(text: str) -> Any:
    if text.startswith("{") and text.endswith("}"):
        return [_value(item) for item in _split(text[1:-1], ",")] if text != "{}" else []
    if text in _WORDS:
        return _WORDS[text]
    return int(text) if _WHOLE_NUMBER.match(text) else _unescaped(text)


def _unescaped(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text)


def _assign(values: Any, steps: list[str | int], value: Any) -> None:
    """Put a value at the end of a path, making the mappings and lists on the way."""
    step, *rest = steps
    if isinstance(step, int):
        if step > _MAX_INDEX:
            raise SetError(f"--set: index {step} is beyond the bound of {_MAX_INDEX}")
        values.extend([None] * (step + 1 - len(values)))
        current = values[step]
    else:
        current = values.get(step)
    if not rest:
        values[step] = value
        return
    wanted: type[Any] = list if isinstance(rest[0], int) else dict
    if not isinstance(current, wanted):
        current = values[step] = wanted()
    _assign(current, rest, value)
