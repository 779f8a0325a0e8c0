"""Writes the page of warnings, docs/warnings.md: ``python -m tools.write_warning_reference``."""

from __future__ import annotations

from pathlib import Path
from textwrap import wrap

from kubectl_inject.injection.reports.warnings.table import TABLE
from kubectl_inject.istio.names import IGNORE_WARNINGS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from kubectl_inject.injection.reports.warnings.table import WarningKind

_WIDTH = 120
PAGE = Path(__file__).parent.parent / "docs" / "warnings.md"
_INTRODUCTION = f"""\
# Warnings

<!-- Written by make reference, from kubectl_inject/injection/reports/warnings/table.py. -->

A warning never changes the result: what is injected is what the cluster's injector would have made. It says that
something will not do what was meant, where, and what to do about it. Each has a code, which stays the same:

    warning: the application runs as the proxy's user, so its traffic passes by the sidecar (web: runAsUser: 1337): run
    the application as another user and group than the proxy's, which are 1337 by default [user-1337]

`kubectl inject` and the Helm post-renderer write warnings to standard error, and count them in the last line. In
`check` they are a part of the result, in every format; in `explain` those of a workload are in its tree, and `-o json`
has all. They are results of severity `warning` of the KRM function, and those of the webhook are shown to whoever
creates the Pod. What nobody can know is not warned of: without a Namespace object in the input, nothing is said of
namespaces.

`--strict` treats warnings as errors.

## Ignoring a warning

| for | how |
|---|---|
| one run | `--ignore CODE`, which can be repeated |
| a folder and all below it | `ignore: [CODE]` in `kubectl-inject.yaml` |
| the KRM function | `ignore: [CODE]` in its configuration |
| the Helm post-renderer | `--ignore CODE`, or the variable `KUBECTL_INJECT_IGNORE` |
| one workload | the annotation `{IGNORE_WARNINGS}: CODE,CODE` on it or on its Pod template |

Injection leaves that annotation as it is. Several codes have commas between them.
"""


def reference() -> str:
    """Return the page's text."""
    parts = (_part(title, kinds) for title, kinds in TABLE.items())
    return "\n".join([_INTRODUCTION, *parts]).removesuffix("\n")


def _part(title: str, kinds: tuple[WarningKind, ...]) -> str:
    return "\n".join([f"## {title}", "", *(line for kind in kinds for line in _entry(kind))])


def _entry(kind: WarningKind) -> Iterator[str]:
    yield f"### `{kind.code}`"
    yield ""
    yield from _wrapped(_sentence(kind.what))
    yield ""
    if kind.why:
        yield from _wrapped(kind.why)
        yield ""
    yield from _wrapped(f"- Cure: {kind.cure}.", "  ")
    yield f"- Since: {kind.since}"
    yield ""


def _wrapped(text: str, indent: str = "") -> list[str]:
    return wrap(text, _WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)


def _sentence(text: str) -> str:
    first = text[:1].upper() if not text.startswith(("istio", "sidecar.", "kubectl")) else text[:1]
    return f"{first}{text[1:]}."


if __name__ == "__main__":
    PAGE.write_text(reference(), encoding="utf-8")
