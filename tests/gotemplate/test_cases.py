"""Templates print what Go prints, and fail as they fail in Go."""

from __future__ import annotations

import pytest

from kubectl_inject.gotemplate import TemplateError
from tests.gotemplate.cases import (
    arguments,
    comparison,
    control,
    escaping,
    fields,
    items,
    literals,
    printf,
    printing,
    variables,
)
from tests.gotemplate.recorded import rendered

TOPICS = (arguments, comparison, control, escaping, fields, items, literals, printf, printing, variables)


def _table(name: str) -> list[object]:
    return [
        pytest.param(*case, id=f"{topic.__name__.rpartition('.')[2]}-{number}")
        for topic in TOPICS
        for number, case in enumerate(getattr(topic, name))
    ]


@pytest.mark.parametrize(("template", "printed"), _table("PRINTED"))
def test_prints_as_go(template: str, printed: str) -> None:
    assert rendered(template) == printed


@pytest.mark.parametrize(("template", "message"), _table("REFUSED"))
def test_fails_as_go(template: str, message: str) -> None:
    with pytest.raises(TemplateError) as caught:
        rendered(template)
    assert caught.value.message == message
