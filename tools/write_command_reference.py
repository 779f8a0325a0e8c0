"""Writes the page of commands, docs/commands.md, from their options: ``python -m tools.write_command_reference``."""

from __future__ import annotations

from pathlib import Path

import typer

from kubectl_inject.cli.app import app
from kubectl_inject.options.option import GENERAL, GROUPS
from kubectl_inject.options.typer_commands import DEFAULT_COMMAND, SHARED_PAGE, options_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from kubectl_inject.options.option import Option

PAGE = Path(__file__).parent.parent / "docs" / "commands.md"
PROGRAM = "kubectl inject"
_INTRODUCTION = """\
# Commands

<!-- Written by make reference, from the options in kubectl_inject/cli. -->

`kubectl inject COMMAND --help` prints the same in the terminal. `kubectl-inject` is the same program without kubectl.
[Exit statuses](text-preserving.md#exit-statuses) and [what is printed](text-preserving.md#what-was-done) are on a page
of their own.

Options that several commands have are [at the end](#shared-options).

<!-- given
mkdir -p deploy mesh overlay
cp examples/bookinfo/ratings.yaml app.yaml
cp examples/bookinfo/reviews.yaml deploy/
sed 's/name: ratings$/name: web/' examples/bookinfo/ratings.yaml > deploy/web.yaml
printf 'resources: [web.yaml]\\n' > overlay/kustomization.yaml
cp examples/kustomize/base/web.yaml overlay/
kubectl inject config freeze -o mesh/
kubectl inject config freeze --istio-version 1.30 -o mesh/1-30.yaml
kubectl inject config freeze --istio-version 1.31 -o mesh/1-31.yaml
kubectl inject -q -f app.yaml --output injected.yaml
-->
"""
_IN_A_CLUSTER = ("", "init", "config capture", "config verify", "config discover", "check")
_FINDS = ("diff", "check", "config diff", "config verify")
_CHANGING = ("init",)
_NOT_RUN = {
    "serve": "serves until it is ended",
    "completion": "is for several shells",
    "status": "is for a cluster in which workloads run",
}


def reference() -> str:
    """Return the page's text."""
    root: Any = typer.main.get_command(app)
    shared = {name: option for name, option in options_of(root.commands[SHARED_PAGE]).items() if option.is_shared}
    parts = [_INTRODUCTION, *(_command(path, command) for path, command in _commands(root, ""))]
    parts += ["## Shared options\n\n" + _options(shared.values())]
    return "\n".join(parts)


def _commands(command: Any, path: str) -> Iterator[tuple[str, Any]]:
    yield path, command
    for name, each in getattr(command, "commands", {}).items():
        if name not in (DEFAULT_COMMAND, SHARED_PAGE):
            yield from _commands(each, f"{path} {name}".strip())


def _command(path: str, command: Any) -> str:
    options = list(options_of(command).values())
    own = [option for option in options if not option.is_shared and not option.is_argument]
    words = [option.value_name for option in options if option.is_argument]
    full = f"{PROGRAM} {path}".strip()
    summary = "\n\n".join(" ".join(paragraph.split()) for paragraph in (command.help or "").split("\n\n"))
    parts = [f"## {path or PROGRAM}", summary]
    if options:
        parts.append(f"Usage: `{' '.join([full, *words, '[options]'])}`")
    if command.epilog:
        parts.append(_examples(path, command.epilog))
    if own:
        parts.append(_options(own).rstrip())
    if len(own) < len(options) - len(words):
        parts.append("And [shared options](#shared-options).")
    return "\n\n".join(filter(None, parts)) + "\n"


def _examples(path: str, text: str) -> str:
    """Return the examples as a block that tests run, with the mark that says how: tests/pages/document_sessions.py."""
    _, *lines = [line.strip() for line in text.strip().splitlines()]
    mark = ", ".join(
        [
            *(["cluster"] if path in _IN_A_CLUSTER else []),
            *(["may exit with 1"] if path in _FINDS else []),
            *(["apart"] if path in _CHANGING else []),
        ]
    )
    if path in _NOT_RUN:
        mark = f"not run: {_NOT_RUN[path]}"
    comment = f"<!-- {mark} -->\n" if mark else ""
    return f"{comment}```sh\n" + "\n".join(filter(None, lines)) + "\n```"


def _options(options: Iterable[Option]) -> str:
    """Return tables of options, one for each heading that there is."""
    rows = [(option.group or GENERAL, _row(option)) for option in options]
    tables = ((group, [row for heading, row in rows if heading == group]) for group in GROUPS)
    return "\n".join(f"| {group} | |\n|---|---|\n" + "\n".join(found) + "\n" for group, found in tables if found)


def _row(option: Option) -> str:
    flags = sorted(option.flags, key=lambda flag: len(flag) > len("-x"))
    if option.kind is bool and option.default is True:
        flags = [flag.partition("/")[2] or flag for flag in flags]
    shown = ", ".join(flags).replace("/--no-", ", --no-")
    notes = ["Can be repeated."] if option.repeated and "repeated" not in option.help else []
    return f"| {_code(f'{shown} {option.value_name}'.strip())} | {_cell(' '.join([option.help, *notes]))} |"


def _code(text: str) -> str:
    return f"<code>{text.replace('|', '&#124;')}</code>" if "|" in text else f"`{text}`"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;")


if __name__ == "__main__":
    PAGE.write_text(reference(), encoding="utf-8")
