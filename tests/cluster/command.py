"""The command, run in this process against the real API server, through the real kubectl."""

from __future__ import annotations

import pytest

from kubectl_inject.cli.main import main
from tests.cli.conftest import Ended, Run

__all__ = ["Run", "runner"]


def runner(capfd: pytest.CaptureFixture[str]) -> Run:
    """Return a function that runs the command with arguments."""

    def run(*arguments: str) -> Ended:
        with pytest.raises(SystemExit) as ended:
            main(list(arguments))
        out, err = capfd.readouterr()
        code = ended.value.code
        return Ended(1, out, err + code) if isinstance(code, str) else Ended(code or 0, out, err)

    return run
