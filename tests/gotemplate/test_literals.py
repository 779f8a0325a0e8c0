"""Constants, and texts around actions. What is expected was recorded from Go 1.26."""

import pytest

from kubectl_inject.gotemplate import TemplateError
from tests.gotemplate.recorded import rendered

PRINTED = [
    ('{{ "\\a\\b\\f\\v\\\\\\"\\101\\x41\\u0041\\U00000041" }}', '\x07\x08\x0c\x0b\\"AAAA'),
    ("{{ '\\'' }}", "39"),
    ("{{ '\"' }}", "34"),
    ("{{ '\\x41' }}", "65"),
    ("{{ '\\u2603' }}", "9731"),
    ("{{ '☃' }}", "9731"),
    ("{{ '\\101' }}", "65"),
    ("{{ '\\\\' }}", "92"),
    ('b" }}', 'b" }}'),
    ('{{ `a` }}{{ "é" | len }}{{ len "☃" }}{{ len .u }}', "a2310"),
    ('{{ index "é" 0 }} {{ index .u 1 }}', "195 195"),
    ("{{ 1+2i }} {{ print 2i }}", "(1+2i) (0+2i)"),
    ("{{ 1e3 }}", "1000"),
    ("{{ 0x1p4 }}", "16"),
    ("{{ 1_000 }}", "1000"),
    ("{{ 0b11 }}", "3"),
    ("{{ 0o17 }}", "15"),
    ("{{ 017 }}", "15"),
    ("{{ 'a' }}", "97"),
    ("{{ '\\n' }}", "10"),
    ("{{ -0 }}", "0"),
    ("{{ +3 }}", "3"),
    ("{{ .5 }}", "0.5"),
    ("{{ 1. }}", "1"),
    ('{{ printf "%v %d %#v %x" (u8 200) (u8 200) (u8 200) (u8 200) }}', "200 200 0xc8 c8"),
    ("{{-3}}", "-3"),
    ("{{- 3 -}}", "3"),
    ("{{3 -}}  x", "3x"),
    ("a {{- /* c */ -}} b", "ab"),
    ("a {{/* c */}} b", "a  b"),
    ("a {{- /* c */}} b {{/* d */ -}} c", "a b c"),
    ("{{ .1 }}", "0.1"),
    ("{{ 0_1 }}", "1"),
    ("{{ 1+2i }} {{ 1.5-2e3i }} {{ 0i }} {{ 1+0i }}", "(1+2i) (1.5-2000i) (0+0i) (1+0i)"),
    ("{{ 0x1p-2 }} {{ 0X1F }} {{ 0xA_B }} {{ 1_000.5 }}", "0.25 31 171 1000.5"),
    ("{{ 1_0.5 }}", "10.5"),
    ("{{ 0x_1 }} {{ 0_7 }}", "1 7"),
    ("{{ 1e5i }} {{ 0x1p1i }}", "(0+100000i) (0+2i)"),
    ("{{ .é }}", "<no value>"),
    ('a\r\nb {{- "x" -}} \r\n c', "a\r\nbxc"),
    ("x{{`a\r\nb`}}", "xa\nb"),
    ('{{"a%sb" | printf "%s%%"}}', "a%sb%"),
]

REFUSED = [
    ('{{ "\\\'" }}', "template: t:1: invalid syntax"),
    ("{{ '\\\"' }}", "template: t:1: invalid syntax"),
    ("{{ 'ab' }}", "template: t:1: malformed character constant: 'ab'"),
    ("{{ '' }}", "template: t:1: invalid syntax"),
    ('{{ "\\ud800" }}', "template: t:1: invalid syntax"),
    ('{{ "\\U00110000" }}', "template: t:1: invalid syntax"),
    ('{{ "\\400" }}', "template: t:1: invalid syntax"),
    ('{{ "\\x4" }}', "template: t:1: invalid syntax"),
    ('{{ "\\8" }}', "template: t:1: invalid syntax"),
    ('{{ "a', "template: t:1: unterminated quoted string"),
    ("{{ nil }}", 'template: t:1:3: executing "t" at <nil>: nil is not a command'),
    (
        "{{ 0x7fffffffffffffff }} {{ 9223372036854775808 }}",
        'template: t:1:28: executing "t" at <9223372036854775808>: 9223372036854775808 overflows int',
    ),
    ("{{ (print) 1 }}", 'template: t:1:3: executing "t" at <(print) 1>: can\'t give argument to non-function print'),
    ('{{ "a" . }}', 'template: t:1:3: executing "t" at <"a">: can\'t give argument to non-function "a"'),
    ("{{ 1 2 }}", 'template: t:1:3: executing "t" at <1>: can\'t give argument to non-function 1'),
    ("{{ nil 1 }}", 'template: t:1:3: executing "t" at <nil>: can\'t give argument to non-function nil'),
    ("{{ nil | print }}", 'template: t:1:3: executing "t" at <nil>: nil is not a command'),
    ("{{ . 1 }}", 'template: t:1:3: executing "t" at <.>: can\'t give argument to non-function .'),
    ("{{ true 1 }}", 'template: t:1:3: executing "t" at <true>: can\'t give argument to non-function true'),
]


@pytest.mark.parametrize(("template", "printed"), PRINTED)
def test_prints_as_go(template: str, printed: str) -> None:
    assert rendered(template) == printed


@pytest.mark.parametrize(("template", "message"), REFUSED)
def test_fails_as_go(template: str, message: str) -> None:
    with pytest.raises(TemplateError) as caught:
        rendered(template)
    assert caught.value.message == message
