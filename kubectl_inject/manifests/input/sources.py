"""Where manifests come from: files, folders, URLs and standard input, as kubectl's ``-f`` names them."""

from __future__ import annotations

import os
from itertools import chain

from kubectl_inject.manifests.errors import ManifestError
from kubectl_inject.manifests.input.repository import is_within, repository_of
from kubectl_inject.manifests.parsing.limits import DEFAULT_LIMITS, Limits, too_large
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from io import FileIO
    from typing import BinaryIO

STANDARD_INPUT = "-"
_STANDARD_INPUT_NAME = "<stdin>"
_EXTENSIONS = frozenset({".json", ".yaml", ".yml"})


@dataclass(frozen=True, slots=True)
class Source:
    """All the bytes of one file, response or standard input, and the name that messages call it by."""

    name: str
    data: bytes


def _refuse(error: ManifestError) -> None:
    raise error


def read_sources(
    filenames: Sequence[str],
    *,
    recursive: bool = False,
    stdin: BinaryIO | None = None,
    limits: Limits = DEFAULT_LIMITS,
    timeout: float = 30.0,
    leaves_out: Callable[[str, str], bool] = lambda _path, _root: False,
    failed: Callable[[ManifestError], None] = _refuse,
) -> Iterator[Source]:
    """Yield what ``filenames`` name, in their order, reading each when it is requested.

    A name is a file, a folder (its manifests by name, those of its sub-folders too if ``recursive``), ``-`` for
    ``stdin``, or an http(s) URL, for which ``timeout`` bounds the seconds that all of it may take. ``leaves_out`` says
    for a file, and the folder that was named (empty where the file itself was), whether not to read it.
    ``failed`` is given the ManifestError for what is missing, empty, larger than ``limits``, or cannot be read; where
    it does not raise that, the rest is read.
    """
    for number, name in enumerate(filenames):
        try:
            if name == STANDARD_INPUT and name in filenames[:number]:
                raise ManifestError("standard input is named twice, it can be read only once", source=name)
            places = [name] if name == STANDARD_INPUT or "://" in name else _kept(name, recursive, leaves_out, failed)
        except ManifestError as error:
            failed(error)
            continue
        for place in places:
            try:
                source = _read_place(place, stdin, limits, timeout)
            except ManifestError as error:
                failed(error)
                continue
            yield source


def _kept(
    name: str, recursive: bool, leaves_out: Callable[[str, str], bool], failed: Callable[[ManifestError], None]
) -> list[str]:
    """Return the files that a name stands for, but those that are left out. Raises ManifestError."""
    if not name or "\0" in name:
        raise ManifestError("this is no name of a file or a folder", source=repr(name))
    root = name if os.path.isdir(name) else ""
    return [path for path in _files(name, failed, recursive=recursive) if not leaves_out(path, root)]


def _read_place(place: str, stdin: BinaryIO | None, limits: Limits, timeout: float) -> Source:
    if place == STANDARD_INPUT:
        return _read_standard_input(stdin, limits)
    if "://" in place:
        from kubectl_inject.manifests.input.downloads import download, name_of_url

        return _collect(name_of_url(place), [download(place, limits.input_bytes, timeout)], limits)
    return _read_file(place, limits)


def separate_names(names: Iterable[str]) -> list[str]:
    """Return names that commas join each by itself, as kubectl's ``-f`` takes them.

    What there is by a name with a comma in it stays one.
    """
    return [each for name in names for each in (_parts(name) if "," in name else [name])]


def _parts(name: str) -> list[str]:
    return [name] if "\0" not in name and os.path.exists(name) else name.split(",")


def _read_standard_input(stdin: BinaryIO | None, limits: Limits) -> Source:
    if stdin is None:
        raise ManifestError("there is no standard input to read", source=_STANDARD_INPUT_NAME)
    return _read(_STANDARD_INPUT_NAME, stdin, limits)


def _read_file(path: str, limits: Limits) -> Source:
    try:
        with open(path, "rb", buffering=0) as file:
            likely = min(os.fstat(file.fileno()).st_size, limits.input_bytes) + 1
            data = file.read(likely) or b""
            return _collect(path, [data], limits) if len(data) < likely else _read(path, file, limits, data)
    except OSError as error:
        raise _unreadable(path, error) from None


def _read(name: str, file: BinaryIO | FileIO, limits: Limits, begin: bytes = b"") -> Source:
    # One read of it all needs the memory once. More than the limit is never read.
    return _collect(name, chain([begin], iter(lambda: file.read(limits.input_bytes + 1) or b"", b"")), limits)


def _collect(name: str, chunks: Iterable[bytes], limits: Limits) -> Source:
    """Join ``chunks``, no more of them than ``limits`` allows."""
    parts: list[bytes] = []
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > limits.input_bytes:
            raise ManifestError(too_large(limits.input_bytes), source=name)
        parts.append(chunk)
    data = b"".join(parts)
    if not data or data.isspace():
        raise ManifestError("nothing was in it, expected Kubernetes manifests", source=name)
    return Source(name, data)


# --- files and folders ------------------------------------------------------------------------------------------


def _files(path: str, failed: Callable[[ManifestError], None], *, recursive: bool) -> list[str]:
    """Return ``path`` if it is a file, of whatever extension; the manifests in it if it is a folder."""
    try:
        if not os.path.isdir(path):
            return [path]
        from pathlib import Path

        root = repository_of(path) or path
        found = in_order(_manifests(str(Path(path)), root, failed, recursive=recursive, above=frozenset()))
    except OSError as error:
        raise _unreadable(path, error) from None
    if not found:
        where = "the folder or below it" if recursive else "the folder (sub-folders are read with --recursive)"
        raise ManifestError(f"no *.yaml, *.yml or *.json file in {where}", source=path)
    return found


def in_order(files: Iterable[str]) -> list[str]:
    """Return files in the order in which they are read, the same on every system: Windows' own disregards case."""
    return sorted(files, key=lambda file: file.split(os.sep))


def _manifests(
    folder: str, root: str, failed: Callable[[ManifestError], None], *, recursive: bool, above: frozenset[str]
) -> Iterator[str]:
    """Yield the manifests in ``folder``; ``above`` are the folders around it, which a link may lead back to.

    What is no file, such as a pipe, is passed over. ``failed`` is given a ManifestError for a link that leads out of
    ``root``, and for a folder that cannot be read.
    """
    itself = os.path.realpath(folder)
    if itself in above:
        return
    try:
        with os.scandir(folder) as found:
            entries = list(found)
    except OSError as error:
        failed(_unreadable(folder, error))
        return
    for entry in entries:
        path = entry.name if folder == os.curdir else entry.path
        is_link = entry.is_symlink()
        is_folder = os.path.isdir(path) if is_link else entry.is_dir()
        if not (recursive if is_folder else os.path.splitext(entry.name)[1] in _EXTENSIONS):
            continue
        if is_link and not is_within(path, root):
            problem = f"this link leads out of {root}, and is not followed; a file that is named itself may be anywhere"
            failed(ManifestError(problem, source=path))
        elif is_folder:
            yield from _manifests(path, root, failed, recursive=True, above=above | {itself})
        elif (os.path.isfile(path) or not os.path.exists(path)) if is_link else entry.is_file():
            yield path


def _unreadable(path: str, error: OSError) -> ManifestError:
    if isinstance(error, FileNotFoundError):
        return ManifestError("no such file or folder", source=path)
    if isinstance(error, PermissionError):
        return ManifestError("permission denied", source=error.filename or path)
    return ManifestError(f"cannot be read: {error.strerror or error}", source=path)
