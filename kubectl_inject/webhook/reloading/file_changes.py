"""Whether files have changed, by what the file system says of them.

Their state is asked for every few seconds: kubelet renews mounted ConfigMaps and Secrets about once a minute, by
turning the symbolic link ``..data`` to a new folder, which shows in what the links lead to. Watches of the kernel would
come sooner by seconds, but see a link's target no more than its name, and work on no network file system.
"""

from __future__ import annotations

from pathlib import Path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

State = tuple[tuple[str, int, int, int], ...]
"""For each file that is there: its name, and what tells one content from another."""


def state_of(names: Iterable[str]) -> State:
    """Return the state of files, and of the files in folders; what is not there, and URLs, are left out."""
    return tuple(entry for name in names if "://" not in name for entry in _entries(Path(name)))


def _entries(path: Path) -> Iterable[tuple[str, int, int, int]]:
    try:
        files = sorted(path.iterdir()) if path.is_dir() else [path]
    except OSError:
        return
    for file in files:
        try:
            found = file.stat()
        except OSError:
            continue
        yield str(file), found.st_ino, found.st_mtime_ns, found.st_size
