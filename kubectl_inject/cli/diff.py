"""``kubectl inject diff -f``: what injection would change, as a unified diff."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
import tempfile
from difflib import unified_diff
from pathlib import Path

from kubectl_inject.errors import InjectionError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kubectl_inject.cli.inject import InjectedStream


def print_diff(streams: list[InjectedStream], external: str | None) -> int:
    """Print what differs between streams and their injected texts; return 0 for nothing, 1 for something.

    ``external`` is a command with its arguments, as kubectl's variable KUBECTL_EXTERNAL_DIFF gives one; it gets two
    folders, and its exit status is returned. Raises InjectionError where it cannot be run.
    """
    changed = [stream for stream in streams if stream.output.changed]
    if not changed:
        return 0
    if external:
        return _run_external(changed, external)
    lines = [line for stream in changed for line in _unified(stream)]
    if sys.stdout.isatty():
        _print_coloured(lines)
    else:
        sys.stdout.write("".join(lines))
    return 1


def _unified(stream: InjectedStream) -> list[str]:
    source = stream.source
    after = b"".join(stream.output.pieces).decode(source.encoding)
    lines = unified_diff(_lines(source.text), _lines(after), source.name, f"{source.name} (injected)")
    return [line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines]


def _lines(text: str) -> list[str]:
    """Return the lines of a text with their ends, as diff and patch tell lines: only LF ends one."""
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def _print_coloured(lines: list[str]) -> None:
    from rich.console import Console
    from rich.text import Text

    styles = {"+": "green", "-": "red", "@": "cyan"}
    console = Console(highlight=False, soft_wrap=True)
    for line in lines:
        style = "bold" if line.startswith(("+++", "---")) else styles.get(line[:1], "")
        console.print(Text(line.rstrip("\n"), style=style))


def _run_external(streams: list[InjectedStream], command: str) -> int:
    try:
        arguments = shlex.split(command)
    except ValueError as error:
        raise InjectionError(f"KUBECTL_EXTERNAL_DIFF: {command!r} is no command: {error}") from None
    with tempfile.TemporaryDirectory(prefix="kubectl-inject-") as folder:
        folders = [Path(folder, name) for name in ("BEFORE", "INJECTED")]
        for place in folders:
            place.mkdir()
        for number, stream in enumerate(streams, 1):
            name = f"{number}-{Path(stream.source.name).name.strip('<>') or 'stream'}"
            folders[0].joinpath(name).write_bytes(stream.source.data)
            folders[1].joinpath(name).write_bytes(b"".join(stream.output.pieces))
        try:
            return subprocess.run([*arguments, *folders], check=False).returncode
        except OSError as error:
            raise InjectionError(f"KUBECTL_EXTERNAL_DIFF: {command!r} cannot be run: {error.strerror}") from None
