"""What goes wrong with single files: the first such error ends the run, or with ``--keep-going`` waits for its end."""

from __future__ import annotations

from kubectl_inject.errors import InjectionError


class Failures:
    """Collects the errors of files that are passed over, where the others are to be done."""

    def __init__(self, *, keep_going: bool = False) -> None:
        """Collect nothing yet; without ``keep_going``, ever."""
        self._keep_going = keep_going
        self._messages: list[str] = []

    def add(self, error: InjectionError) -> None:
        """Keep the error of a file, or raise it where it is to end the run."""
        if not self._keep_going:
            raise error
        self._messages.append(str(error))

    def conclude(self) -> None:
        """Raise InjectionError where files were passed over, once the others are done."""
        if not self._messages:
            return
        count = len(self._messages)
        files = "1 file was" if count == 1 else f"{count} files were"
        raise InjectionError(f"{files} passed over:\n  " + "\n  ".join(self._messages))


AT_ONCE = Failures()
"""Ends the run with the first error."""
