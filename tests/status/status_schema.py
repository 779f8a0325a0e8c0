"""The published schema of ``status -o json``, for tests."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator

from tests.conftest import ROOT


@cache
def schema() -> dict[str, Any]:
    """Return the schema, which is one."""
    found: dict[str, Any] = json.loads((ROOT / "docs" / "status.schema.json").read_text())
    Draft202012Validator.check_schema(found)
    return found


def against_schema(plain: dict[str, Any]) -> list[str]:
    """Return what of a status is not by the schema."""
    errors = Draft202012Validator(schema()).iter_errors(plain)
    return [f"{error.json_path}: {error.message}" for error in errors]
