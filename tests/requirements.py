"""What becomes of a test where a part of the real world is missing."""

from __future__ import annotations

import os

import pytest

from tools.real_programs import REQUIRED, RealProgram


def require(present: object, missing: str) -> None:
    """Skip the test where a part is missing; fail where .ci/run says that all parts must be there."""
    if present:
        return
    if os.environ.get(REQUIRED):
        pytest.fail(missing)
    pytest.skip(missing)


def require_program(program: RealProgram) -> str:
    """Return the path of a real program; see ``require`` for where it is missing."""
    require(program.path.exists(), f"{program.name} is not built; `make programs` builds it, with Go")
    return str(program.path)
