"""Whatever a function is given, it answers or raises FunctionError."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kubectl_inject.gotemplate.errors import LimitExceededError
from kubectl_inject.gotemplate.functions import FunctionError, ParameterType
from kubectl_inject.gotemplate.sprig import FUNCTIONS
from kubectl_inject.gotemplate.values import Int64, StringList, StringMap
from tests.gotemplate.sprig.calls import call

if TYPE_CHECKING:
    from hypothesis.strategies import DataObject, SearchStrategy

# Pieces of what some functions look for, so that more than the first check is reached.
TEXTS = st.one_of(
    st.text(max_size=20),
    st.text(alphabet="\udc80\udcffaé ", max_size=5),
    st.text(alphabet="()[]{}*+?|\\^$.,:-<>=!P01ab", max_size=12),
    st.text(alphabet="0123456789.-+_eExXpP~^ ,|v*", max_size=10),
    st.text(alphabet='{}[]":,\\u0123ab tfn', max_size=12),
    st.sampled_from(
        [
            "2006-01-02",
            "Mon Jan _2 15:04:05.000 MST 2006",
            "2024-02-29",
            "1h5m",
            "http://u:p@h:1/p?q#f",
            "GMT+3",
            "aGk=",
        ]
    ),
)
INTS = st.one_of(st.integers(-3, 12), st.integers(-(2**63), 2**63 - 1))
SCALARS = st.one_of(st.none(), st.booleans(), INTS, INTS.map(Int64), st.floats(), TEXTS)
VALUES: SearchStrategy[object] = st.recursive(
    st.one_of(
        SCALARS,
        st.lists(TEXTS, max_size=3).map(StringList),
        st.dictionaries(TEXTS, TEXTS, max_size=3).map(StringMap),
    ),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(TEXTS, inner, max_size=4)),
    max_leaves=8,
)
STRATEGIES: dict[ParameterType, SearchStrategy[object]] = {
    ParameterType.ANY: VALUES,
    ParameterType.STRING: TEXTS,
    ParameterType.INT: INTS,
    ParameterType.INT64: INTS.map(Int64),
    ParameterType.FLOAT64: st.floats(),
    ParameterType.BOOL: st.booleans(),
    ParameterType.LIST: st.lists(VALUES, max_size=4),
    ParameterType.MAP: st.dictionaries(TEXTS, VALUES, max_size=4),
    ParameterType.STRING_LIST: st.lists(TEXTS, max_size=4).map(StringList),
    ParameterType.STRING_MAP: st.dictionaries(TEXTS, TEXTS, max_size=4).map(StringMap),
}
SLOW = {"derivePassword", "decryptAES"}


@pytest.mark.parametrize("name", sorted(set(FUNCTIONS) - SLOW))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_answers_or_raises_function_error(name: str, data: DataObject) -> None:
    function = FUNCTIONS[name]
    arguments = [data.draw(STRATEGIES[parameter]) for parameter in function.params]
    if function.variadic is not None:
        arguments += data.draw(st.lists(STRATEGIES[function.variadic], max_size=4))
    with suppress(FunctionError, LimitExceededError):
        call(name, *arguments)


@settings(max_examples=20, deadline=None)
@given(TEXTS, st.binary(max_size=70))
def test_decrypting_answers_or_raises_function_error(password: str, encrypted: bytes) -> None:
    text = call("b64enc", encrypted.decode("utf-8", "surrogateescape"))
    with suppress(FunctionError, LimitExceededError):
        call("decryptAES", password, text)
