"""--raise-limits: what a user allows, and a settings file cannot."""

from __future__ import annotations

import pytest

from kubectl_inject.errors import InjectionError
from kubectl_inject.options.option import UsageError
from kubectl_inject.options.raised_limits import check_raised, read_times


@pytest.mark.parametrize("times", [0, -1, 1001])
def test_no_number_of_times(times: int) -> None:
    with pytest.raises(UsageError, match=f"expected a whole number from 1 to 1000, found {times}"):
        check_raised(times)


@pytest.mark.parametrize(("text", "times"), [("", 0), ("1", 1), ("1000", 1000)])
def test_a_variable(text: str, times: int) -> None:
    assert read_times(text, "X") == times


@pytest.mark.parametrize("text", ["0", "-1", "2.5", "twice", "1001", "9" * 5000, "²"])
def test_a_wrong_variable(text: str) -> None:
    with pytest.raises(InjectionError, match="X: expected a whole number from 1 to 1000, found"):
        read_times(text, "X")
