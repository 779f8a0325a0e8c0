"""Which files belong together: those below the root of a repository, or else below a folder.

What is in a repository comes from other people's pull requests: nothing in it may lead to a file outside of it.
"""

from __future__ import annotations

import os

_MARK = ".git"


def repository_of(folder: str) -> str | None:
    """Return the root of the repository that a folder is in, or None where it is in none."""
    place, below = os.path.abspath(folder), ""
    while place != below:
        if os.path.exists(os.path.join(place, _MARK)):
            return place
        place, below = os.path.dirname(place), place
    return None


def relative_path(path: str, folder: str = ".") -> str | None:
    """Return the way from a folder to a file or another folder, with ``/`` between names.

    None where there is no way: on Windows, from one drive to another.
    """
    try:
        return os.path.relpath(path, folder).replace(os.sep, "/")
    except ValueError:
        return None


def is_within(file: str, folder: str) -> bool:
    """Whether a file is in a folder or below it, once all links are followed."""
    root, found = os.path.realpath(folder), os.path.realpath(file)
    if os.path.splitdrive(root)[0].lower() != os.path.splitdrive(found)[0].lower():
        return False  # of two drives there is no common path
    return os.path.normcase(os.path.commonpath((root, found))) == os.path.normcase(root)
