"""Runs of ``check``, files with findings, and the schemas of its formats."""

from __future__ import annotations

import functools
import json
from pathlib import Path

import pytest
import xmlschema
from jsonschema import Draft4Validator

from tests.cli.check.checked import (
    CRON_JOB,
    Write,
    injected,
)
from tests.conftest import CONFIG_MAP, MESH_FLAGS, POD, REFUSED
from tests.program_runs import Run

SCHEMAS = Path(__file__).with_name("schemas")


@pytest.fixture
def run_check(run: Run) -> Run:
    """Return a function that runs ``check`` with the example mesh."""
    return functools.partial(run, "check", *MESH_FLAGS)


@pytest.fixture(scope="module")
def sarif() -> Draft4Validator:
    """Return the validator of OASIS' schema."""
    schema = json.loads((SCHEMAS / "sarif-schema-2.1.0.json").read_text())
    Draft4Validator.check_schema(schema)
    return Draft4Validator(schema)


@pytest.fixture(scope="module")
def junit() -> xmlschema.XMLSchema:
    """Return the schema of Jenkins' xunit plugin."""
    return xmlschema.XMLSchema(SCHEMAS / "junit-10.xsd")


@pytest.fixture
def findings(write_file: Write) -> list[str]:
    """Write files with a workload for each finding and one without; return the flags that name them."""
    write_file("app/different.yaml", injected(CRON_JOB).replace("1.31.0", "1.30.0"))
    write_file(
        "app/injected.yaml", "\n" + injected(POD).replace("{security", '{sidecar.istio.io/inject: "false", security')
    )
    write_file("app/not-injected.yaml", f"{CONFIG_MAP}---\n{POD}---\n{REFUSED}")
    return ["-f", "app"]
