"""Output that is held back until all of it is there, so that an error leaves nothing half written."""

from __future__ import annotations

import io

from kubectl_inject.errors import InjectionError
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any, BinaryIO

    from kubectl_inject.cli.input.streams import Stream

_MOST_IN_MEMORY = 4 * 1024 * 1024
_PIECE = 256 * 1024


class Spool:
    """Bytes that are written now and read later: in memory while they are few, else in a temporary file.

    Where there is no folder for such a file, they stay in memory.
    """

    def __init__(self, most_in_memory: int = _MOST_IN_MEMORY) -> None:
        """Hold nothing yet, and up to ``most_in_memory`` bytes without a file."""
        self._file: BinaryIO = io.BytesIO()
        self._most_in_memory = most_in_memory
        self._is_in_memory = True
        self.size = 0

    def write(self, data: bytes) -> None:
        """Add bytes to the end. Raises InjectionError where there is no room for them."""
        try:
            self._file.write(data)
            self.size += len(data)
            if self._is_in_memory and self.size > self._most_in_memory:
                self._move_to_file()
        except OSError as error:
            raise _unwritable(error) from None

    def since(self, start: int) -> SpooledPart:
        """Return what was written from an offset on. Raises InjectionError where there is no room for it."""
        try:
            self._file.flush()
        except OSError as error:
            raise _unwritable(error) from None
        return SpooledPart(self, start, self.size)

    def _move_to_file(self) -> None:
        from tempfile import TemporaryFile

        self._is_in_memory = False
        try:
            file: Any = TemporaryFile(buffering=_PIECE, prefix="kubectl-inject-")  # noqa: SIM115  # it has no name, and goes with the process
        except OSError:
            return
        file.writelines(self.pieces(0, self.size))
        self._file = file

    def pieces(self, start: int, end: int) -> Iterator[bytes]:
        """Yield the bytes of a part. Nothing may be written until all of them are read."""
        self._file.seek(start)
        while start < end:
            piece = self._file.read(min(_PIECE, end - start))
            start += len(piece)
            yield piece
        self._file.seek(0, io.SEEK_END)


def _unwritable(error: OSError) -> InjectionError:
    return InjectionError(f"a temporary file cannot be written: {error.strerror or error}")


@dataclass(frozen=True, slots=True)
class SpooledPart:
    """A part of a spool. It can be read any number of times."""

    spool: Spool
    start: int
    end: int

    def __iter__(self) -> Iterator[bytes]:
        """Yield the bytes, in pieces."""
        return self.spool.pieces(self.start, self.end)

    def texts(self) -> Iterator[str]:
        """Yield the same as text in pieces, where it is UTF-8."""
        from codecs import getincrementaldecoder

        decoder = getincrementaldecoder("utf-8")()
        return (decoder.decode(piece) for piece in self)


@dataclass(frozen=True, slots=True)
class HeldOutput:
    """What a source becomes: its bytes, in pieces, and whether they are others than those that were read."""

    name: str
    pieces: Iterable[bytes]
    changed: bool = True


def hold(spool: Spool, stream: Stream, texts: Iterable[str], encoding: str) -> HeldOutput:
    """Put the texts that a stream becomes into a spool."""
    start, offset = spool.size, 0
    changed = encoding != stream.encoding
    for text in texts:
        changed = changed or not stream.text.startswith(text, offset)
        offset += len(text)
        spool.write(text.encode(encoding))
    return HeldOutput(stream.name, spool.since(start), changed or offset != len(stream.text))
