"""The verbs, flags, widths, precisions and indexes of printf. What is expected was recorded from Go 1.26."""

import pytest

from kubectl_inject.gotemplate import TemplateError
from tests.gotemplate.recorded import rendered

PRINTED = [
    ('{{ printf "%[2]d %[1]d" 1 2 }}', "2 1"),
    ('{{ printf "%[3]d" 1 2 }}', "%!d(BADINDEX)"),
    ('{{ printf "%[2]*[1]d|" 12 6 }}', "    12|"),
    ('{{ printf "%[3]*.[2]*[1]f|" 12.0 2 6 }}', " 12.00|"),
    ('{{ printf "%6.2f|" 12.0 }}', " 12.00|"),
    ('{{ printf "%*d|%-*d|" 5 1 5 2 }}', "    1|2    |"),
    ('{{ printf "%*d" -5 1 }}|', "1    |"),
    ('{{ printf "%*d" "a" 1 }}', "%!(BADWIDTH)1"),
    ('{{ printf "%.*d" -2 1 }}', "%!(BADPREC)1"),
    ('{{ printf "%.*f|%.*f" 2 3.14159 "x" 1.0 }}', "3.14|%!(BADPREC)1.000000"),
    ('{{ printf "%[1]d %d %d" 1 2 3 }}', "1 2 3"),
    ('{{ printf "%[5]d %d" 1 2 }}', "%!d(BADINDEX) 1"),
    ('{{ printf "%[x]d" 1 }}', "%!d(BADINDEX)"),
    ('{{ printf "%[]d" 1 }}', "%!d(BADINDEX)"),
    ('{{ printf "%[1" 1 }}', "%!(NOVERB)"),
    ('{{ printf "%[1]" 1 }}', "%!(NOVERB)"),
    ('{{ printf "%[-1]d" 1 }}', "%!d(BADINDEX)"),
    ('{{ printf "%[1]2d" 1 }}', "%!d(BADINDEX)"),
    ('{{ printf "%[1].2d" 1 }}', "%!d(BADINDEX)"),
    ('{{ printf "%.[2]*[1]d" 1 2 }}', "01"),
    ('{{ printf "%99999999999d" 1 }}', "%!(NOVERB)%!(EXTRA int=1)"),
    ('{{ printf "%.99999999999d" 1 }}', "%!(NOVERB)%!(EXTRA int=1)"),
    ('{{ printf "%" }}', "%!(NOVERB)"),
    ('{{ printf "%5" 1 }}', "%!(NOVERB)%!(EXTRA int=1)"),
    ('{{ printf "%z" }}', "%!z(MISSING)"),
    ('{{ printf "%!" }}', "%!!(MISSING)"),
    ('{{ printf "%d" }}', "%!d(MISSING)"),
    ('{{ printf "" 1 "a" nil .l }}', "%!(EXTRA int=1, string=a, <nil>, []interface {}=[x y z])"),
    ('{{ printf "%%|%5%|%-5%" }}', "%|%|%"),
    ('{{ printf "%.d|%.0d|%5.0d|%.0x" 0 0 0 0 }}', "||     |"),
    ('{{ printf "%世" 1 }}', "%!世(int=1)"),
    ('{{ printf "%U %#U %#U %U" 9731 9731 10 -1 }}', "U+2603 U+2603 '☃' U+000A U+FFFFFFFFFFFFFFFF"),
    ('{{ printf "%q %+q %#q %#q" "a☃" "a☃" "a" "a`" }}', '"a☃" "a\\u2603" `a` "a`"'),
    ('{{ printf "%q %+q %q" 9731 9731 10 }}', "'☃' '\\u2603' '\\n'"),
    (
        '{{ printf "% x|%#x|% #x|%X" "hello" "hello" "hello" "hello" }}',
        "68 65 6c 6c 6f|0x68656c6c6f|0x68 0x65 0x6c 0x6c 0x6f|68656C6C6F",
    ),
    ('{{ printf "%.2x|%10.1x|%-10x|" "hello" "hello" "hi" }}', "6865|        68|6869      |"),
    ('{{ printf "%s %v %d" nil nil nil }}', "%!s(<nil>) <nil> %!d(<nil>)"),
    ('{{ printf "%s" .missing }}', "%!s(<nil>)"),
    (
        '{{ printf "%#v %#v %#v %#v %#v %#v" 1 1.0 "a" true .l nil }}',
        '1 1 "a" true []interface {}{"x", "y", "z"} <nil>',
    ),
    ('{{ printf "%#v" 1000000.0 }} {{ printf "%#v" 1e21 }} {{ printf "%#v" 0.5 }}', "1e+06 1e+21 0.5"),
    ('{{ printf "%e %E %g %G" 123456.789 123456.789 1e10 1e-10 }}', "1.234568e+05 1.234568E+05 1e+10 1E-10"),
    (
        '{{ printf "%8.3e|%-12.2g|%+.1f|% .1f|%012.3f|%+012.3f" 1.5 1.5 1.5 1.5 1.5 -1.5 }}',
        "1.500e+00|1.5         |+1.5| 1.5|00000001.500|-0000001.500",
    ),
    ('{{ printf "%x %X %b" 1.5 255.75 2.5 }}', "0x1.8p+00 0X1.FF8P+07 5629499534213120p-51"),
    ('{{ printf "%.3x %.0x %.20x" 1.0 1.9 1.1 }}', "0x1.000p+00 0x1p+01 0x1.199999999999a0000000p+00"),
    (
        '{{ printf "%#g %#.3g %#e %#f %#.0f %#x" 1.0 1.0 1.0 1.0 1.0 1.0 }}',
        "1.00000 1.00 1.000000e+00 1.000000 1. 0x1.0000p+00",
    ),
    ('{{ printf "%6t|%-6t|" true false }}', "  true|false |"),
    ('{{ printf "%5v|%-5v|%05v" "a" "a" "a" }}', "    a|a    |0000a"),
    ('{{ printf "%03s" "a" }} {{ printf "%-03s|" "a" }}', "00a a  |"),
    ('{{ printf "%.2s|%.2v|%.2q|%.0s" "héllo" "héllo" "héllo" "a" }}', 'hé|hé|"hé"|'),
    (
        '{{ printf "%s" .l }} {{ printf "%q" .l }} {{ printf "%x" .l }} {{ printf "%d" .l }}',
        '[x y z] ["x" "y" "z"] [78 79 7a] [%!d(string=x) %!d(string=y) %!d(string=z)]',
    ),
    ('{{ printf "%t" 1 }} {{ printf "%t" "a" }}', "%!t(int=1) %!t(string=a)"),
    ('{{ printf "%o %#o %O %#O" 8 8 8 8 }} {{ printf "%b %#b" 5 5 }}', "10 010 0o10 0o010 101 0b101"),
    ('{{ printf "%08b" 5 }} {{ printf "%x %#x %X %#X" -255 -255 255 255 }}', "00000101 -ff -0xff FF 0XFF"),
    ('{{ printf "%+d %+d % d % d" 5 -5 5 -5 }}', "+5 -5  5 -5"),
    ('{{ printf "%+.3d|%8.3d|%-8.3d|%08.3d" 5 5 5 5 }}', "+005|     005|005     |     005"),
    ('{{ printf "%T" .nul }} {{ printf "%5T|" 1 }} {{ printf "%.3T" 1.0 }}', "<nil>   int| flo"),
    ('{{ "%d" | printf }}', "%!d(MISSING)"),
    ('{{ 3 | printf "%d-%d" 1 }}', "1-3"),
    ('{{ printf "%*d" 3 1 }}', "  1"),
    ('{{ printf "%#v %#v %#v" 1 1.0 "a" }}', '1 1 "a"'),
    ('{{ printf "%#v %#v %#v" true .l nil }}', 'true []interface {}{"x", "y", "z"} <nil>'),
    ('{{ printf "%8.3e|%-12.2g|%+.1f" 1.5 1.5 1.5 }}', "1.500e+00|1.5         |+1.5"),
    ('{{ printf "% .1f|%012.3f|%+012.3f" 1.5 1.5 -1.5 }}', " 1.5|00000001.500|-0000001.500"),
    ('{{ printf "%#g %#.3g %#e" 1.0 1.0 1.0 }}', "1.00000 1.00 1.000000e+00"),
    ('{{ printf "%#f %#.0f %#x" 1.0 1.0 1.0 }}', "1.000000 1. 0x1.0000p+00"),
]

REFUSED = [
    ("{{ printf 1 }}", 'template: t:1:10: executing "t" at <1>: expected string; found 1'),
    ("{{ printf .n }}", 'template: t:1:10: executing "t" at <.n>: wrong type for value; expected string; got float64'),
    (
        "{{ printf .nul }}",
        'template: t:1:10: executing "t" at <.nul>: wrong type for value; expected string; got interface {}',
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
