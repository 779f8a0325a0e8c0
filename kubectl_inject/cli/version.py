"""``kubectl inject version``: what is installed, and what it knows."""

from __future__ import annotations

import platform
import sys
from pathlib import Path

from kubectl_inject import __version__
from kubectl_inject.cli.formats.json import write_json
from kubectl_inject.manifests.output.writing import write_yaml
from kubectl_inject.options.option import OUTPUT, option
from kubectl_inject.options.typer_commands import with_options
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

EXAMPLES = """
Examples:

  kubectl inject version

  kubectl inject version -o json
"""
_UNKNOWN = "unknown"
_ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class InstalledVersion:
    """The version, the commit that it is built from, and what it runs on.

    ``istio`` are the oldest and the newest release whose rules are known, ``built_in`` those whose configuration is
    built in.
    """

    version: str
    commit: str
    istio: tuple[str, str]
    built_in: tuple[str, ...]
    python: str
    platform: str

    def text(self) -> str:
        """Return lines for people."""
        rows = {
            "commit": self.commit,
            "Istio": " to ".join(self.istio),
            "built in": ", ".join(self.built_in),
            "Python": self.python,
            "platform": self.platform,
        }
        return "".join(
            [f"kubectl-inject {self.version}\n", *(f"{name + ':':<10}{row}\n" for name, row in rows.items())]
        )

    def plain(self) -> dict[str, Any]:
        """Return it for programs."""
        oldest, newest = self.istio
        istio = {"oldest": oldest, "newest": newest, "builtIn": list(self.built_in)}
        where = {"python": self.python, "platform": self.platform}
        return {"version": self.version, "commit": self.commit, "istio": istio, **where}


FORMATS: dict[str, Callable[[InstalledVersion], str]] = {
    "text": InstalledVersion.text,
    "json": lambda installed: write_json(installed.plain()),
    "yaml": lambda installed: write_yaml(installed.plain()),
}


@with_options
def version(
    output: str = option("-o", text="Format.", default="text", choices=tuple(FORMATS), group=OUTPUT),
) -> None:
    """Print the version, the commit, and the Istio releases known.

    "Istio" are the releases whose rules are known, "built in" those whose configuration comes with the program.
    """
    sys.stdout.write(FORMATS[output](installed_version()))


def installed_version() -> InstalledVersion:
    """Return what is installed here."""
    from kubectl_inject.builtin import SUPPORTED
    from kubectl_inject.istio.releases import NEWEST_KNOWN, OLDEST_KNOWN

    return InstalledVersion(
        version=__version__,
        commit=_commit(),
        istio=(str(OLDEST_KNOWN), str(NEWEST_KNOWN)),
        built_in=SUPPORTED,
        python=platform.python_version(),
        platform=f"{sys.platform} {platform.machine()}",
    )


def _commit() -> str:
    """Return the commit noted at build, or else the clone's in which the package lies."""
    try:
        from kubectl_inject.cli.built import COMMIT  # type: ignore[import-not-found]
    except ModuleNotFoundError:
        return _checked_out(_ROOT)
    return str(COMMIT)


def _checked_out(root: Path) -> str:
    import subprocess

    if not (root / ".git").exists():
        return _UNKNOWN
    command = ["git", "-C", str(root), "rev-parse", "HEAD"]
    try:
        run = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=10, check=True)
    except (OSError, subprocess.SubprocessError):
        return _UNKNOWN
    return run.stdout.strip()
