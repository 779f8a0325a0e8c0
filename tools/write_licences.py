"""Writes the licences of all that an installation brings along, THIRD_PARTY.md: ``python -m tools.write_licences``."""

from __future__ import annotations

import re
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement

PAGE = Path(__file__).parent.parent / "THIRD_PARTY.md"
_INTRODUCTION = """\
# Licences of others

<!-- Written by python -m tools.write_licences, from the metadata of the installed packages. -->

kubectl-inject itself is under the [Apache License 2.0](LICENSE), and has no code of others in it. It needs the packages
below; those marked "webhook" come with `kubectl-inject[serve]` alone.

The self-contained archives have all of them, with their licences in `python/lib/python3.*/site-packages`. They have
CPython too (PSF License 2.0) and the libraries that it needs: OpenSSL (Apache License 2.0), libffi and Expat (MIT),
zlib, bzip2 and liblzma (0BSD). On Windows their programs begin as distlib's launcher (PSF License 2.0).

| package | for | licence |
|---|---|---|
"""


def page() -> str:
    """Return the page's text."""
    own = _needed("kubectl-inject", frozenset())
    all_of_them = _needed("kubectl-inject", frozenset({"serve"}))
    rows = [
        f"| {name} | {'all' if name in own else 'webhook'} | {licence_of(name)} |\n"
        for name in sorted(all_of_them, key=str.lower)
    ]
    return _INTRODUCTION + "".join(rows)


def licence_of(name: str) -> str:
    """Return what a package says of its licence; KeyError where it says nothing."""
    about = metadata.metadata(name).json
    classified = [
        value.rpartition(" :: ")[2] for value in about.get("classifier", []) if value.startswith("License ::")
    ]
    written = about.get("license_expression") or ", ".join(classified) or about["license"]
    return str(written).partition("\n")[0]


def _needed(name: str, extras: frozenset[str]) -> set[str]:
    """Return the names of all packages that a package needs, and of those that these need."""
    found: set[str] = set()
    for text in metadata.requires(name) or []:
        requirement = Requirement(text)
        if requirement.marker is None or any(requirement.marker.evaluate({"extra": extra}) for extra in (*extras, "")):
            known = metadata.metadata(requirement.name)["Name"]
            if re.sub(r"[-_.]+", "-", known) not in found:
                found |= {known, *_needed(known, frozenset(requirement.extras))}
    return found


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
