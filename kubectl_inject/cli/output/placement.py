"""Where output goes: standard output, one file, back into the files that it came from, or a mirrored folder."""

from __future__ import annotations

import os
import sys

from kubectl_inject.cli.output.progress import note
from kubectl_inject.cli.output.spool import HeldOutput, Spool
from kubectl_inject.concealment import without_secrets
from kubectl_inject.errors import InjectionError
from kubectl_inject.manifests.input.repository import is_within
from kubectl_inject.options.option import UsageError, path_of
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path
    from typing import Self

    from kubectl_inject.manifests.output.output_format import OutputFormat


@dataclass(frozen=True, slots=True)
class Placement:
    """The place that the options request.

    ``filenames`` are the inputs as the user named them, beside a ``kustomization``.
    """

    filenames: Sequence[str]
    file: Path | None = None
    folder: Path | None = None
    in_place: bool = False
    form: OutputFormat | None = None
    kustomization: str = ""

    def __post_init__(self) -> None:
        """Raise UsageError for places that exclude each other, or inputs that have no place of their own."""
        requested = [
            flag
            for flag, given in (
                ("--output", self.file is not None),
                ("--output-dir", self.folder is not None),
                ("--in-place", self.in_place),
            )
            if given
        ]
        if len(requested) > 1:
            raise UsageError(f"expected one of {' and '.join(requested)}", requested[0])
        if self.in_place or self.folder is not None:
            if self.kustomization:
                raise UsageError(f"expected files and folders, found -k {self.kustomization}", requested[0])
            for name in self.filenames:
                if name == "-" or "://" in name:
                    raise UsageError(f"expected files and folders, found {without_secrets(name)}", requested[0])

    def writing(self) -> Writing:
        """Return what writes outputs as they come. Until it has finished, no file has changed."""
        if self.folder is not None:
            return _WritingMirrored(self, self.folder)
        return _WritingInPlace(self) if self.in_place else Writing(self)

    def write(self, outputs: Iterable[HeldOutput]) -> None:
        """Write outputs. Raises InjectionError.

        Where several files are written, nothing is touched if one of them cannot be.
        """
        with self.writing() as writing:
            for output in outputs:
                writing.add(output)
            writing.finish()


class Writing:
    """Writes outputs as one stream, when it finishes. All methods raise InjectionError."""

    def __init__(self, placement: Placement) -> None:
        """Write to the place that the options request."""
        self._placement = placement
        self._spool = Spool()
        self._outputs: list[HeldOutput] = []

    def __enter__(self) -> Self:
        """Return what writes; what has not finished within the block leaves nothing."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the writing."""

    def spool(self) -> Spool:
        """Return where the next output is to be held."""
        return self._spool

    def add(self, output: HeldOutput) -> None:
        """Take the next output."""
        self._outputs.append(output)

    def finish(self) -> None:
        """Let what was written be seen."""
        from kubectl_inject.manifests.output.output_format import one_stream

        pieces = one_stream([output.pieces for output in self._outputs], self._placement.form)
        if self._placement.file is not None:
            from kubectl_inject.cli.output.whole_file import write_whole_files

            write_whole_files([(self._placement.file, pieces)])
            return
        sys.stdout.buffer.writelines(pieces)
        sys.stdout.buffer.flush()


class _WritingInPlace(Writing):
    """Writes each output back into its file, when it finishes: until then, not even the folders are touched."""

    def finish(self) -> None:
        from kubectl_inject.cli.output.whole_file import write_whole_files

        changed = [output for output in self._outputs if output.changed]
        self._check_links(changed)
        _warn_of(write_whole_files((output.name, output.pieces) for output in changed))

    def _check_links(self, outputs: Iterable[HeldOutput]) -> None:
        """Raise InjectionError for a file in a folder whose link leads out of it: that is not to be written."""
        given = set(self._placement.filenames)
        folders = {name: os.path.abspath(name) for name in given if os.path.isdir(name)}
        checked: set[str] = set()
        for name in (output.name for output in outputs if output.name not in given):
            # What is no link itself is where its folder is.
            path = name if os.path.islink(name) else os.path.dirname(name)
            if path in checked:
                continue
            holding = [folder for folder, place in folders.items() if _is_below(os.path.abspath(path), place)]
            if not any(is_within(path, folder) for folder in holding):
                raise InjectionError(f"{name}: this link leads out of {', '.join(holding)}, and is not written through")
            checked.add(path)


class _WritingMirrored(Writing):
    """Writes each output to a file below a folder, at its place below the name that the user gave.

    A file waits beside its place until all can be put in place, so that it is written in the time that others are made.
    """

    def __init__(self, placement: Placement, folder: Path) -> None:
        from kubectl_inject.cli.output.whole_file import WholeFiles

        super().__init__(placement)
        self._folder = folder
        self._files = WholeFiles()
        self._roots = [os.path.abspath(name) for name in placement.filenames if os.path.isdir(name)]
        self._mirrors: dict[str, str] = {}
        self._places: set[str] = set()

    def __exit__(self, *_: object) -> None:
        self._files.remove_waiting()

    def spool(self) -> Spool:
        return Spool()  # nobody needs an output any more once it is in a file

    def add(self, output: HeldOutput) -> None:
        folder, name = os.path.split(output.name)
        if folder not in self._mirrors:
            self._mirrors[folder] = self._mirror(os.path.abspath(folder))
        place = os.path.join(self._mirrors[folder], name)
        if place in self._places:
            raise InjectionError(f"two inputs would be written to {place}; name one folder that holds both")
        self._places.add(place)
        self._files.add(place, output.pieces)

    def _mirror(self, path: str) -> str:
        """Return the folder that is to a folder of inputs what the output is to the one that the user named."""
        root = next((root for root in self._roots if _is_below(path, root)), path)
        return os.path.normpath(os.path.join(self._folder, os.path.relpath(path, root)))

    def finish(self) -> None:
        _warn_of(self._files.put_in_place())


def _warn_of(problems: Iterable[str]) -> None:
    """Warn of what could not be kept of files that were replaced."""
    note(*(f"warning: {problem}" for problem in problems))


def _is_below(path: str, folder: str) -> bool:
    """Whether an absolute path, without ``..``, is that of a folder or of something in it."""
    path, folder = os.path.normcase(path), os.path.normcase(folder)
    return path == folder or path.startswith(folder if folder.endswith(os.sep) else folder + os.sep)


def write_texts(texts: Iterable[str], file: str | None) -> None:
    """Write texts to the file that an option names, whole or not at all; None is standard output.

    Raises InjectionError.
    """
    Placement([], path_of(file)).write([HeldOutput("", (text.encode() for text in texts))])
