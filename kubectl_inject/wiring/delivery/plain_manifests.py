"""Manifests that nothing builds: they are what is applied, so the sidecar goes into the files themselves."""

from __future__ import annotations

import posixpath

from kubectl_inject.errors import InjectionError
from kubectl_inject.injection.injected import text_of
from kubectl_inject.manifests.stream import decode, split
from kubectl_inject.wiring.plan import NOTHING, Step, Wiring
from kubectl_inject.wiring.sidecars import checked

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from kubectl_inject.injection.injector import Injector
    from kubectl_inject.injection.selection.namespaces import NamespaceMetadata
    from kubectl_inject.wiring.tree import Tree

_SHOWN = 5


def wire_plain(tree: Tree, files: Sequence[str], injector: Injector) -> Wiring:
    """Return the wiring of manifests that are injected where they lie."""
    namespaces: dict[str, NamespaceMetadata] = {}
    found = NOTHING
    read: dict[str, tuple[bytes, str, str]] = {}
    for file in files:
        try:
            before = tree.read(file)
            text, encoding = decode(before, file)
            read[file] = before, text, encoding
            namespaces |= injector.namespaces_of(text, file)
        except InjectionError as error:
            found += Wiring(problems=(str(error),))
    for file, (before, text, encoding) in read.items():
        try:
            injected = text_of(injector.inject_each(split(text, file), namespaces))
        except InjectionError as error:
            found += Wiring(problems=(str(error),))
            continue
        if not injected.report.injected:
            continue
        after = injected.text.encode(encoding)
        built = checked(after, file, "in the file", injector)
        found += Wiring(steps=(Step(file, before, after, "sidecars in plain manifests"),), built=(built,))
    checks = sorted({_place(tree, file, files) for file in read})
    return found + Wiring(checks=(tuple(part for place in checks for part in ("-f", place)),) if checks else ())


def plain_left(files: Sequence[str]) -> Wiring:
    """Return what to say of plain manifests that are left as they are."""
    if not files:
        return NOTHING
    shown = ", ".join([*files[:_SHOWN], *(["…"] if len(files) > _SHOWN else [])])
    return Wiring(notes=(f"{shown}: not wired: plain manifests; --in-place puts the sidecar into the files",))


def _place(tree: Tree, file: str, plain: Sequence[str]) -> str:
    """Return what a check of a file reads: its folder, or the file alone where other manifests are in that."""
    folder = posixpath.dirname(file)
    beside = [
        each
        for each in tree.files
        if posixpath.dirname(each) == folder and each.endswith((".yaml", ".yml", ".json")) and each not in plain
    ]
    return file if beside or not folder else folder
