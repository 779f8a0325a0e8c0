"""Templates that want all time or all memory get a little of both, whatever they do."""

from __future__ import annotations

import pytest

from kubectl_inject.gotemplate import DEFAULT, Limits
from tests.gotemplate.hostile import HOSTILE, take

PART = 20
LIMITS = Limits(
    source_length=DEFAULT.source_length,
    tokens=DEFAULT.tokens // PART,
    pipeline_tokens=DEFAULT.pipeline_tokens // PART,
    steps=DEFAULT.steps // PART,
    output_length=DEFAULT.output_length // PART,
    value_length=DEFAULT.value_length,
    values_length=DEFAULT.values_length // PART,
)
SECONDS, MEGABYTES = 5, 200
"""What all of the limits together may take at most; it is 300 MB with what Python takes itself."""


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_template_ends(name: str) -> None:
    nothing = take("", LIMITS)
    taken = take(HOSTILE[name], LIMITS)
    assert taken.seconds < SECONDS
    assert taken.megabytes < nothing.megabytes + MEGABYTES
