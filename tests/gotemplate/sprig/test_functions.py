"""Which functions there are, and what is not recorded from Go: mutation, purity, cheap imports."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module

import pytest

from kubectl_inject.gotemplate import TemplateError, render
from kubectl_inject.gotemplate.functions import FunctionError
from kubectl_inject.gotemplate.sprig import FUNCTIONS, MODULES
from kubectl_inject.gotemplate.sprig.refused import REFUSED
from tests.gotemplate.sprig.calls import call

# How many names sprig v3.3.0 has in its TxtFuncMap.
NAMES_IN_SPRIG = 211


def test_every_function_of_sprig_is_offered_or_refused() -> None:
    assert len(FUNCTIONS) + len(REFUSED) == NAMES_IN_SPRIG
    assert not FUNCTIONS.keys() & REFUSED.keys()


@pytest.mark.parametrize("module", MODULES)
def test_every_function_is_found_where_it_is(module: str) -> None:
    functions = import_module(f"kubectl_inject.gotemplate.sprig.{module}").FUNCTIONS
    assert [function.name for function in functions] == MODULES[module].split()


@pytest.mark.parametrize("name", sorted(FUNCTIONS))
def test_functions_know_their_names(name: str) -> None:
    assert FUNCTIONS[name].name == name


@pytest.mark.parametrize("name", sorted(REFUSED))
def test_refusals_say_why(name: str) -> None:
    with pytest.raises(TemplateError) as raised:
        render(f"{{{{ {name} }}}}", {})
    assert REFUSED[name] in str(raised.value)


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("date", ("2006", "no time")),
        ("date", ("2006", None)),
        ("date", ("2006", 1.5)),
        ("htmlDate", (True,)),
        ("dateInZone", ("2006", [], "UTC")),
    ],
)
def test_dates_do_not_fall_back_on_the_clock(name: str, arguments: tuple[object, ...]) -> None:
    with pytest.raises(FunctionError, match="the time of the clock"):
        call(name, *arguments)


def test_rounding_the_time_since_a_date_would_read_the_clock() -> None:
    moment = call("toDate", "2006", "2024")
    with pytest.raises(FunctionError, match="reads the clock"):
        call("durationRound", moment)


def test_set_and_unset_and_merge_change_the_map_given() -> None:
    given: dict[str, object] = {"a": 1}
    assert call("set", given, "b", 2) is given
    assert call("unset", given, "a") is given
    assert call("merge", given, {"c": 3}) is given
    assert given == {"b": 2, "c": 3}


@pytest.mark.parametrize(
    ("name", "arguments"),
    [("append", (4,)), ("prepend", (4,)), ("reverse", ()), ("uniq", ()), ("without", (1,)), ("concat", ([4],))],
)
def test_functions_of_lists_leave_the_list_as_it_is(name: str, arguments: tuple[object, ...]) -> None:
    given = [3, 1, 1]
    call(name, given, *arguments)
    assert given == [3, 1, 1]


def test_keys_and_values_are_in_the_order_of_the_keys() -> None:
    assert render("{{ keys . }} {{ values . }}", {"b": 1, "a": 2, "B": 3}) == "[B a b] [3 2 1]"


def test_patterns_cannot_ask_for_scripts() -> None:
    with pytest.raises(FunctionError, match=r"invalid character class range: `\\p\{Greek\}`"):
        call("mustRegexMatch", r"\p{Greek}", "α")


def test_rarely_used_families_are_imported_when_they_are_called() -> None:
    families = ["aes", "casing", "dates", "decimals", "json.encoding", "passwords", "regexp", "semver", "urls"]
    names = [f"kubectl_inject.gotemplate.sprig.{family}" for family in families]
    program = f"import kubectl_inject.gotemplate, sys; print([name for name in {names!r} if name in sys.modules])"
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"
