"""The program ``kubectl_complete-inject``, which kubectl and the scripts of ``completion`` ask for words.

It gets the words of a command line, the last of which is being written, and answers as cobra's ``__complete`` does: a
line for each word that fits, with a tab before what it means, and at last a colon and the sum of directives.
"""

from __future__ import annotations

import sys

from kubectl_inject.program import run_program
from kubectl_inject.startup.frozen import dataclass, replace
from kubectl_inject.startup.libyaml import load_libyaml_alone

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from typing import Any

    from kubectl_inject.options.option import Option

# cobra's ShellCompDirective flags.
_FILES_TOO, _NO_SPACE, _NO_FILES, _WITH_SUFFIX, _FOLDERS = 0, 2, 4, 8, 16
_SUFFIXES = ("yaml", "yml", "json")
_SECONDS = 2.0
"""How long kubectl may take to answer: somebody is waiting with a finger on a key."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Words that fit, what each means, and what a shell is to do with them."""

    words: tuple[tuple[str, str], ...] = ()
    directive: int = _NO_FILES

    def lines(self, beginning: str) -> Iterator[str]:
        """Yield the answer's lines for a word that begins so."""
        for word, meaning in self.words:
            if self.directive == _WITH_SUFFIX or word.startswith(beginning):
                yield f"{word}\t{meaning}" if meaning else word
        yield f":{self.directive}"


@dataclass(frozen=True, slots=True)
class Typed:
    """A command line: the command, the values and the words so far, and the beginning of what is being written.

    ``awaiting`` is the option whose value that is, if it is one's.
    """

    command: Any
    options: Mapping[str, Option]
    values: Mapping[str, list[str]]
    words: list[str]
    awaiting: Option | None = None
    beginning: str = ""

    def value(self, name: str) -> str:
        """Return the last value of an option, or nothing."""
        return (self.values.get(name) or [""])[-1]


def main(arguments: list[str] | None = None) -> None:
    """Run the program."""
    load_libyaml_alone()
    given = sys.argv[1:] if arguments is None else arguments
    sys.exit(run_program(lambda: _answer(given)))


def _answer(given: Sequence[str]) -> None:
    *words, beginning = given or [""]
    offer, beginning = offered(words, beginning)
    sys.stdout.write("".join(f"{line}\n" for line in offer.lines(beginning)))


def offered(words: Sequence[str], beginning: str) -> tuple[Offer, str]:
    """Return what fits behind words where one begins so, and the part of that which is completed."""
    typed = replace(_typed(words), beginning=beginning)
    if typed.awaiting is not None:
        return _values(typed, typed.awaiting), beginning
    if beginning.startswith("--") and "=" in beginning:
        flag, _, value = beginning.partition("=")
        option = _by_flag(typed.options).get(flag)
        return (_values(typed, option) if option else Offer()), value
    if beginning.startswith("-"):
        flags = [(flag, option.help) for flag, option in _by_flag(typed.options).items()]
        return Offer((*flags, ("--help", "Show the help."))), beginning
    return _words(typed), beginning


def _typed(words: Sequence[str]) -> Typed:
    import typer

    from kubectl_inject.cli.app import app
    from kubectl_inject.options.typer_commands import options_of

    command, rest = typer.main.get_command(app), list(words)
    while rest and rest[0] in getattr(command, "commands", {}):
        command = command.commands[rest.pop(0)]  # type: ignore[attr-defined]
    options = options_of(command)
    by_flag = _by_flag(options)
    names = {id(option): name for name, option in options.items()}
    values: dict[str, list[str]] = {}
    plain: list[str] = []
    awaiting: list[Option] = []
    for word in rest:
        flag, equals, value = word.partition("=") if word.startswith("--") else (word, "", "")
        if awaiting:
            values.setdefault(names[id(awaiting.pop(0))], []).append(word)
        elif flag in by_flag:
            option = by_flag[flag]
            if equals:
                values.setdefault(names[id(option)], []).append(value)
            elif option.kind is bool:
                values[names[id(option)]] = [flag]
            else:
                awaiting = [option] * option.count
        else:
            plain.append(word)
    return Typed(command, options, values, plain, awaiting[0] if awaiting else None)


def _by_flag(options: Mapping[str, Option]) -> dict[str, Option]:
    return {flag: option for option in options.values() for flags in option.flags for flag in flags.split("/")}


def _words(typed: Typed) -> Offer:
    commands = [
        (name, each.get_short_help_str(100))
        for name, each in getattr(typed.command, "commands", {}).items()
        if not each.hidden and not typed.words and not typed.values and name.startswith(typed.beginning)
    ]
    arguments = [option for option in typed.options.values() if option.is_argument]
    if commands:
        return Offer(tuple(commands), _FILES_TOO if arguments else _NO_FILES)
    place = min(len(typed.words), len(arguments) - 1)
    if place < 0 or (len(typed.words) > place and not arguments[place].repeated):
        return Offer()
    return _values(typed, arguments[place])


def _values(typed: Typed, option: Option) -> Offer:
    """Return the offer for an option's value."""
    if isinstance(option.completes, tuple):
        return Offer(_bare(option.completes))
    if option.choices:
        return Offer(_bare(filter(None, option.choices)))
    offer = _OFFERS.get(option.completes)
    return offer(typed) if offer else Offer()


def _bare(words: Iterable[str]) -> tuple[tuple[str, str], ...]:
    return tuple((word, "") for word in words)


def _workloads(typed: Typed) -> Offer:
    """Offer files, and the workloads in the files that are given already, or else their kinds."""
    from kubectl_inject.injection.selection.workload_filter import SHORT_NAMES, workload_name
    from kubectl_inject.injection.workload import workload_kinds

    short = {kind: name for name, kind in SHORT_NAMES.items()}
    spelled = {kind: short.get(kind, kind.lower()) for kind in workload_kinds()}
    if written := workload_name(typed.beginning if "/" in typed.beginning[:-1] else f"{typed.beginning}x"):
        spelled[written.kind] = typed.beginning.partition("/")[0]
    if found := _names_in(typed):
        return Offer(_bare(f"{spelled[kind]}/{name}" for kind, name in found), _FILES_TOO)
    return Offer(tuple((f"{name}/", kind) for kind, name in spelled.items()), _FILES_TOO | _NO_SPACE)


def _names_in(typed: Typed) -> list[tuple[str, str]]:
    """Return kind and name of the workloads in the files of a command line; nothing where they cannot be read."""
    from kubectl_inject.cli.input.options import InputOptions
    from kubectl_inject.cli.input.streams import objects_in, streams_of, workload_documents
    from kubectl_inject.errors import InjectionError
    from kubectl_inject.injection.workload import find_workload

    options = InputOptions(recursive=bool(typed.values.get("recursive")))
    names = options.names([*typed.values.get("filenames", []), *typed.words])
    options = replace(options, filenames=[name for name in names if name != "-" and "://" not in name])
    try:
        objects = [item for _, value in workload_documents(streams_of(options, None)) for item in objects_in(value)]
        found = [workload for item in objects if (workload := find_workload(item))]
    except InjectionError:
        return []
    return [(workload.kind, workload.name) for workload in found if workload.name]


def _contexts(typed: Typed) -> Offer:
    return Offer(_bare(_kubectl(typed, "config", "get-contexts", "-o", "name")))


def _namespaces(typed: Typed) -> Offer:
    names = _kubectl(typed, "get", "namespaces", "-o", "name")
    return Offer(_bare(name.removeprefix("namespace/") for name in names))


def _kubectl(typed: Typed, *arguments: str) -> list[str]:
    """Return the lines that kubectl prints; nothing where it cannot answer in time."""
    from kubectl_inject.cluster.kubectl import ClusterError, Kubectl

    kubectl = Kubectl(typed.value("context"), typed.value("kubeconfig"), timeout=_SECONDS, grace=_SECONDS)
    try:
        return kubectl.run(*arguments).split()
    except ClusterError:
        return []


def _releases(_typed: Typed) -> Offer:
    from kubectl_inject.builtin import SUPPORTED

    return Offer(_bare(reversed(SUPPORTED)))


def _profiles(_typed: Typed) -> Offer:
    from kubectl_inject.builtin.defaults import profiles

    return Offer(_bare(profiles()))


_OFFERS: Mapping[str, Callable[[Typed], Offer]] = {
    "files": lambda _typed: Offer((), _FILES_TOO),
    "folders": lambda _typed: Offer((), _FOLDERS),
    "manifests": lambda _typed: Offer(_bare(_SUFFIXES), _WITH_SUFFIX),
    "workloads": _workloads,
    "contexts": _contexts,
    "namespaces": _namespaces,
    "releases": _releases,
    "profiles": _profiles,
    "configurations": lambda typed: Offer(_releases(typed).words, _FILES_TOO),
}
"""What the names that options give as ``completes`` stand for."""


if __name__ == "__main__":
    main()
