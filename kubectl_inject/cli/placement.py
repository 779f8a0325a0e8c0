"""Where output goes: standard output, one file, back into the files that it came from, or a mirrored folder."""

from __future__ import annotations

import os
import sys

from kubectl_inject.cli.progress import note
from kubectl_inject.cli.spool import HeldOutput
from kubectl_inject.concealment import without_secrets
from kubectl_inject.errors import InjectionError
from kubectl_inject.manifests.repository import is_within
from kubectl_inject.options.option import UsageError, path_of
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from kubectl_inject.manifests.output_format import OutputFormat


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

    def write(self, outputs: Sequence[HeldOutput]) -> None:
        """Write outputs. Raises InjectionError.

        Where several files are written, nothing is touched if one of them cannot be.
        """
        if not self.in_place and self.folder is None:
            self._write_together([output.pieces for output in outputs])
            return
        from pathlib import Path

        from kubectl_inject.cli.whole_file import write_whole_files

        if self.folder is not None:
            lost = write_whole_files(self._mirrored(outputs, self.folder))
        else:
            changed = [output for output in outputs if output.changed]
            self._check_links(changed)
            lost = write_whole_files([(Path(output.name), output.pieces) for output in changed])
        note(*(f"warning: {problem}" for problem in lost))

    def _check_links(self, outputs: Sequence[HeldOutput]) -> None:
        """Raise InjectionError for a file in a folder whose link leads out of it: that is not to be written."""
        from pathlib import Path

        folders = [name for name in self.filenames if Path(name).is_dir()]
        for name in (output.name for output in outputs if output.name not in self.filenames):
            holding = [folder for folder in folders if _plain(name).is_relative_to(_plain(folder))]
            if not any(is_within(name, folder) for folder in holding):
                raise InjectionError(f"{name}: this link leads out of {', '.join(holding)}, and is not written through")

    def _mirrored(self, outputs: Sequence[HeldOutput], folder: Path) -> list[tuple[Path, Iterable[bytes]]]:
        """Return for each output its file below the folder, at its place below the name that the user gave."""
        from pathlib import Path

        roots = [_plain(name) for name in self.filenames if Path(name).is_dir()]
        files: dict[Path, Iterable[bytes]] = {}
        for output in outputs:
            path = _plain(output.name)
            root = next((root for root in roots if path.is_relative_to(root)), path.parent)
            place = folder / path.relative_to(root)
            if place in files:
                raise InjectionError(f"two inputs would be written to {place}; name one folder that holds both")
            files[place] = output.pieces
        return list(files.items())

    def _write_together(self, streams: Sequence[Iterable[bytes]]) -> None:
        from kubectl_inject.manifests.output_format import one_stream

        pieces = one_stream(streams, self.form)
        if self.file is not None:
            from kubectl_inject.cli.whole_file import write_whole_files

            write_whole_files([(self.file, pieces)])
            return
        sys.stdout.buffer.writelines(pieces)
        sys.stdout.buffer.flush()


def write_texts(texts: Iterable[str], file: str | None) -> None:
    """Write texts to the file that an option names, whole or not at all; None is standard output.

    Raises InjectionError.
    """
    Placement([], path_of(file)).write([HeldOutput("", (text.encode() for text in texts))])


def _plain(name: str) -> Path:
    """Return an absolute path without ``..``."""
    from pathlib import Path

    return Path(os.path.abspath(name))  # noqa: PTH100  # resolve() would follow links out of the user's tree
