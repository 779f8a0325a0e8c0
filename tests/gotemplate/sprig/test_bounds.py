"""What a stranger's template must not do: take all memory or all time, or break the engine."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest

from kubectl_inject.gotemplate.errors import LimitExceededError
from kubectl_inject.gotemplate.functions import FunctionError
from tests.gotemplate.sprig.calls import call

LONG = "x" * 1_000_000
HUGE = 2**63 - 1


def nested(depth: int) -> list[object]:
    value: list[object] = []
    for _ in range(depth):
        value = [value]
    return value


def endless() -> dict[str, object]:
    value: dict[str, object] = {}
    value["self"] = value
    return value


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("repeat", (HUGE, "ab")),
        ("indent", (HUGE, "a")),
        ("nindent", (1_000_000, "\n" * 100)),
        ("replace", ("", LONG, LONG)),
        ("wrapWith", (1, LONG, LONG)),
        ("join", (LONG, list(range(100)))),
        ("b32enc", (LONG * 10,)),
        ("toJson", ([LONG] * 20,)),
        ("regexReplaceAll", ("x", "x" * 100, LONG)),
        ("date", ("January" * 1_000_000, 0)),
    ],
)
def test_refuses_to_build_a_long_text(name: str, arguments: tuple[object, ...]) -> None:
    with pytest.raises(FunctionError, match="longer than 10485760 characters"):
        call(name, *arguments)


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("until", (HUGE,)),
        ("untilStep", (-(2**63), HUGE, 1)),
        ("seq", (1, HUGE - 1)),
        ("concat", ([None] * 60_000, [None] * 60_000)),
        ("splitList", ("", LONG)),
        ("splitList", ("x", LONG)),
        ("regexFindAll", ("x", LONG, -1)),
    ],
)
def test_refuses_to_build_a_long_list(name: str, arguments: tuple[object, ...]) -> None:
    with pytest.raises(FunctionError, match="more than 100000 items"):
        call(name, *arguments)


@pytest.mark.parametrize("name", ["toJson", "toPrettyJson", "deepCopy"])
@pytest.mark.parametrize("value", [nested(5000), endless()], ids=["deep", "endless"])
def test_refuses_what_is_nested_too_deeply(name: str, value: object) -> None:
    with pytest.raises(FunctionError, match="nested more than"):
        call(name, value)


def test_refuses_to_merge_maps_that_hold_themselves() -> None:
    with pytest.raises(FunctionError, match="nested more than"):
        call("merge", endless(), endless())


def test_refuses_json_that_is_nested_too_deeply() -> None:
    with pytest.raises(FunctionError, match="nested more than"):
        call("fromJson", "[" * 5000)


def test_compares_what_is_nested_deeply_or_holds_itself() -> None:
    assert call("deepEqual", nested(5000), nested(5000)) is True
    assert call("deepEqual", endless(), endless()) is True


def test_a_copy_does_not_grow_out_of_shared_lists() -> None:
    value: list[object] = []
    for _ in range(30):
        value = [value, value]
    with pytest.raises(FunctionError, match="items"):
        call("deepCopy", value)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [("(a*)*b", "a" * 2000), ("(a|aa)+$", "a" * 2000 + "b"), ("(.*)(.*)(.*)(.*)x", "a" * 1000)],
)
def test_no_pattern_backtracks(pattern: str, text: str) -> None:
    start = time.perf_counter()
    assert call("regexMatch", pattern, text) is False
    assert time.perf_counter() - start < 5


def test_refuses_patterns_that_are_too_large() -> None:
    with pytest.raises(FunctionError, match="expression too large"):
        call("mustRegexMatch", "(a{1000}b{1000}){0,1}" * 30, "a")
    with pytest.raises(FunctionError, match="expression nests too deeply"):
        call("mustRegexMatch", "(" * 5000, "a")
    with pytest.raises(FunctionError, match="expression too large"):
        call("mustRegexMatch", LONG, "a")


def test_patterns_may_be_nested_up_to_the_bound() -> None:
    assert call("mustRegexMatch", "(?:a|(" * 32 + "b{1,2}" + "|c)*)+" * 32, "b") is True


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("snakecase", (LONG[:200_000],)),
        ("camelcase", (LONG[:200_000],)),
        ("mustDateModify", ("1s" * 500_000, call("toDate", "2006", "2024"))),
        ("mustToDate", ("2" * 1_000_000, "1" * 1_000_000)),
        ("semverCompare", ("1" * 1_000_000, "1")),
        ("semver", ("1" * 1_000_000,)),
        ("fromJson", (f'["{LONG}"]',)),
        ("b64dec", (LONG + "*",)),
        ("decryptAES", ("", "A" * 1_000_000)),
    ],
)
def test_long_arguments_take_no_long_time(name: str, arguments: tuple[object, ...]) -> None:
    start = time.perf_counter()
    with suppress(FunctionError):
        call(name, *arguments)
    assert time.perf_counter() - start < 5


def test_refuses_to_search_for_too_long() -> None:
    with pytest.raises(LimitExceededError, match="steps"):
        call("regexMatch", "(a?){1000}b", "a" * 30_000)
