"""Plain command lines read without Typer, whose import takes longer than an injection.

What is not plain (a command, flags run together, help, anything wrong) is left to Typer, which also knows the message
for it.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

    from kubectl_inject.options.option import Option
    from kubectl_inject.options.option_groups import OptionGroup


def quick_parse(arguments: Sequence[str], group: OptionGroup) -> dict[str, Any] | None:
    """Return the values of a group's options, by name, or None where the arguments are not plain.

    Words without a flag are those of the group's repeated argument, if it has one.
    """
    options = dict(group)
    by_flag = {flag: (name, switch) for name, option in options.items() for flag, switch in _flags(option)}
    words = next((name for name, option in options.items() if option.is_argument and option.repeated), None)
    given: dict[str, Any] = {name: option.default for name, option in options.items()}
    rest = iter(arguments)
    for argument in rest:
        if words is not None and (argument == "-" or not argument.startswith("-")):
            given[words] = [*(given[words] or []), argument]
            continue
        flag, equals, text = argument.partition("=") if argument.startswith("--") else (argument, "", "")
        if flag not in by_flag:
            return None
        name, switch = by_flag[flag]
        option = options[name]
        if switch is not None:
            if equals:
                return None
            given[name] = switch
            continue
        texts = [text] if equals else []
        texts += [text for _, text in zip(range(option.count - len(texts)), rest, strict=False)]
        if len(texts) != option.count:
            return None
        if option.repeated:
            given[name] = [*(given[name] or []), *texts]
        else:
            given[name] = texts[0] if len(texts) == 1 else tuple(texts)
    return given


def separated(arguments: Sequence[str]) -> list[str]:
    """Return arguments with short flags apart from their values: ``-n=shop`` becomes two words.

    kubectl takes the two joined. Helm gives each argument of a post-renderer's by itself, so people join them there.
    """
    words: list[str] = []
    for place, argument in enumerate(arguments):
        if argument == "--":
            return words + list(arguments[place:])
        flag, equals, value = argument.partition("=")
        is_attached = bool(equals) and len(flag) == len("-n") and flag[0] == "-" != flag[1]
        words += [flag, value] if is_attached else [argument]
    return words


def _flags(option: Option) -> Iterator[tuple[str, bool | None]]:
    """Yield the flags of an option, with the value that each stands for, None where a value follows."""
    for flag in option.flags:
        yes, _, no = flag.partition("/")
        yield yes, True if option.kind is bool else None
        if no:
            yield no, False
