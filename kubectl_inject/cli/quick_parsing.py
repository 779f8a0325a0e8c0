"""Plain command lines read without Typer, whose import takes longer than an injection.

What is not plain (a command, an abbreviation, help, anything wrong) is left to Typer, which knows what to say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, get_args

from kubectl_inject.cli.option_groups import OptionField, OptionGroup


def quick_parse(arguments: Sequence[str], group: OptionGroup) -> dict[str, Any] | None:
    """Return the values of a group's options, by name, or None where the arguments are not plain."""
    options = list(group)
    by_flag = {flag: (field, value) for field in options for flag, value in _flags(field)}
    given: dict[str, Any] = {field.name: field.default for field in options}
    rest = iter(arguments)
    for argument in rest:
        name, equals, text = argument.partition("=") if argument.startswith("--") else (argument, "", "")
        if name not in by_flag:
            return None
        field, switch = by_flag[name]
        if switch is not None:
            if equals:
                return None
            given[field.name] = switch
            continue
        types = _types(field)
        texts = [text] if equals else []
        texts += [text for _, text in zip(range(len(types) - len(texts)), rest, strict=False)]
        if len(texts) != len(types):
            return None
        if any(
            kind is int and not (text.isascii() and text.isdigit()) for kind, text in zip(types, texts, strict=True)
        ):
            return None
        values = [kind(text) for kind, text in zip(types, texts, strict=True)]
        if _is_list(field):
            given[field.name] = [*(given[field.name] or []), values[0]]
        else:
            given[field.name] = values[0] if len(values) == 1 else tuple(values)
    return given


def _flags(field: OptionField) -> Iterator[tuple[str, bool | None]]:
    """Yield the flags of an option, with the value that each stands for, None where a value follows."""
    switches = bool in (field.type, *get_args(field.type))
    for flag in field.option.flags:
        yes, _, no = flag.partition("/")
        yield yes, True if switches else None
        if no:
            yield no, False


def _is_list(field: OptionField) -> bool:
    return any(kind == list[str] for kind in (field.type, *get_args(field.type)))


def _types(field: OptionField) -> list[type]:
    """Return the types of the values that follow a flag."""
    kinds = [kind for kind in (get_args(field.type) or (field.type,)) if kind is not type(None)]
    inner = get_args(kinds[0])
    return list(inner) if inner and not _is_list(field) else [kinds[0] if kinds[0] in (Path, int) else str]
