"""Comparison and logic. What is expected was recorded from Go 1.26."""

import pytest

from kubectl_inject.gotemplate import TemplateError
from tests.gotemplate.recorded import rendered

PRINTED = [
    ("{{ or 1 | and 0 }}", "0"),
    ("{{ 1 | and 0 }}", "0"),
    ("{{ fbool true }} {{ fbool .t }} {{ fbool (not .t) }}", "true true false"),
    ("{{ eq (u8 1) 1 }}", "true"),
    ("{{ eq 1 (u64 1) }}", "true"),
    ("{{ eq -1 (u64 1) }}", "false"),
    ("{{ lt -1 (u8 3) }}", "true"),
    ("{{ lt (u8 3) -1 }}", "false"),
    ("{{ eq (i64 1) 1 }}", "true"),
    ("{{ le (u8 1) 1 }}", "true"),
    ("{{ ge 1 (u8 1) }}", "true"),
    ("{{ eq nil nil }}", "true"),
    ("{{ eq .nul .missing }}", "true"),
    ("{{ eq nil 1 }}", "false"),
    ("{{ eq 1 nil }}", "false"),
    ("{{ eq .m nil }}", "false"),
    ('{{ ne nil "a" }}', "true"),
    ("{{ eq .l nil }} {{ eq nil .l }}", "false false"),
    ('{{ eq 1 1 "a" }}', "true"),
    ("{{ lt 'a' 98 }}", "true"),
    ("{{ eq 1.0 1.0 }} {{ eq .n 15020.0 }}", "true true"),
    ("{{ eq 1i 1i }}", "true"),
    ('{{ not nil }} {{ not .nul }} {{ not .m }} {{ not "" }}', "true true false true"),
    ('{{ and 1 }} {{ or 0 "" }} {{ and 1 "" 2 }} {{ or nil .nul }} {{ and nil 1 }}', "1   <no value> <no value>"),
    ("{{ or 1 .s.foo }} {{ and 0 .s.foo }}", "1 0"),
    ("{{ and true | or false }}", "true"),
    ('{{ "x" | and 1 2 }}', "x"),
    ('{{ .s | or 0 | printf "%s-%d" "a" }}', "a-%!d(string=hello)"),
    ("{{ if not (and .t (or .fl .e)) }}x{{ end }}", "x"),
    ("{{ if and .m .l (not .e) }}x{{ end }}", "x"),
]

REFUSED = [
    ("{{ eq }}", 'template: t:1:3: executing "t" at <eq>: wrong number of args for eq: want at least 1 got 0'),
    ("{{ eq 1 }}", 'template: t:1:3: executing "t" at <eq 1>: error calling eq: missing argument for comparison'),
    ("{{ not }}", 'template: t:1:3: executing "t" at <not>: wrong number of args for not: want 1 got 0'),
    ("{{ and }}", 'template: t:1:3: executing "t" at <and>: wrong number of args for and: want at least 1 got 0'),
    ("{{ lt nil 1 }}", 'template: t:1:3: executing "t" at <lt nil 1>: error calling lt: invalid type for comparison'),
    (
        "{{ lt true false }}",
        'template: t:1:3: executing "t" at <lt true false>: error calling lt: invalid type for comparison',
    ),
    ("{{ lt .l .l }}", 'template: t:1:3: executing "t" at <lt .l .l>: error calling lt: invalid type for comparison'),
    (
        "{{ le true true }}",
        'template: t:1:3: executing "t" at <le true true>: error calling le: invalid type for comparison',
    ),
    ("{{ lt 1i 2i }}", 'template: t:1:3: executing "t" at <lt 1i 2i>: error calling lt: invalid type for comparison'),
    ("{{ not 1 2 }}", 'template: t:1:3: executing "t" at <not>: wrong number of args for not: want 1 got 2'),
    (
        "{{ and 1 .s.foo }}",
        'template: t:1:11: executing "t" at <.s.foo>: can\'t evaluate field foo in type interface {}',
    ),
]


@pytest.mark.parametrize(("template", "printed"), PRINTED)
def test_prints_as_go(template: str, printed: str) -> None:
    assert rendered(template) == printed


@pytest.mark.parametrize(("template", "message"), REFUSED)
def test_fails_as_go(template: str, message: str) -> None:
    with pytest.raises(TemplateError) as caught:
        rendered(template)
    assert caught.value.message == message
