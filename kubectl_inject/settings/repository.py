"""Which files a settings file may name: whoever writes it writes a pull request, and not from the user's account."""

from __future__ import annotations

import os
import stat

from kubectl_inject.manifests.input.repository import is_within, repository_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


def refusal(file: str, folder: str) -> str:
    """Return why settings in a folder may not name a file or folder of files, or nothing where they may.

    They may name what lies below the repository that they are in, or else below their own folder, and no link, nor a
    link in the folder that is named, may lead out of it. What is no file at all, such as a pipe, they may not name.
    """
    root = os.path.realpath(repository_of(folder) or folder)
    for name in _named(file):
        target = os.path.realpath(name)
        if not is_within(name, root):
            return f"{name}: leads out of {root}, and settings may name files below it alone; a flag may name any file"
        if not _is_readable(target):
            return f"{name}: expected a file or a folder, found something else"
    return ""


def _named(file: str) -> Iterator[str]:
    yield file
    if os.path.isdir(file):
        yield from (os.path.join(file, entry) for entry in sorted(os.listdir(file)))


def _is_readable(file: str) -> bool:
    try:
        mode = os.stat(file).st_mode
    except OSError:
        return True  # whoever reads it says what is wrong
    return stat.S_ISREG(mode) or stat.S_ISDIR(mode)
