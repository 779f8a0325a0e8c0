"""Checking and converting arguments of functions. What is expected was recorded from Go 1.26."""

PRINTED = [
    ("{{ flist nil }}", "0"),
    ("{{ fint 1.0 }} {{ fint 1e3 }} {{ ffloat 3 }} {{ ffloat 'a' }}", "1 1000 3 97"),
    ("{{ fint64 5 }} {{ fint64 (i64 5) }}", "5 5"),
    ("{{ ffloat .n }}", "15020"),
    ("{{ fmap .m }} {{ fmap .em }} {{ fmap nil }} {{ fmap .missing }}", "3 0 0 0"),
    ("{{ fany nil }} {{ fany .nul }} {{ fany .missing }} {{ fzero }}", "<no value> <no value> <no value> <no value>"),
    ('{{ fvar "a" 1 2 3 }} {{ fvar "a" }} {{ 3 | fvar "a" 1 }} {{ "b" | fvar }}', "a[1 2 3] a[] a[1 3] b[]"),
    ("{{ (fzero).x }}", "<no value>"),
    ("{{range (list 1 nil 2)}}{{.}}{{fany .}}{{end}}", "11<no value><no value>22"),
]

REFUSED = [
    (
        "{{ fstr .nul }}",
        'template: t:1:8: executing "t" at <.nul>: wrong type for value; expected string; got interface {}',
    ),
    ("{{ fstr .missing }}", 'template: t:1:8: executing "t" at <.missing>: invalid value; expected string'),
    ("{{ .nul | fstr }}", 'template: t:1:10: executing "t" at <fstr>: invalid value; expected string'),
    ("{{ fstr (.nul) }}", 'template: t:1:9: executing "t" at <.nul>: invalid value; expected string'),
    ("{{ fstr .n }}", 'template: t:1:8: executing "t" at <.n>: wrong type for value; expected string; got float64'),
    ("{{ fstr 1 }}", 'template: t:1:8: executing "t" at <1>: expected string; found 1'),
    ('{{ flist "a" }}', 'template: t:1:9: executing "t" at <"a">: can\'t handle "a" for arg of type []interface {}'),
    ("{{ fstr nil }}", 'template: t:1:8: executing "t" at <nil>: cannot assign nil to string'),
    ("{{ fint 1.5 }}", 'template: t:1:8: executing "t" at <1.5>: expected integer; found 1.5'),
    ('{{ fint "a" }}', 'template: t:1:8: executing "t" at <"a">: expected integer; found "a"'),
    ("{{ fint true }}", 'template: t:1:8: executing "t" at <true>: expected integer; found true'),
    ("{{ fint .n }}", 'template: t:1:8: executing "t" at <.n>: wrong type for value; expected int; got float64'),
    (
        "{{ fint .nul }}",
        'template: t:1:8: executing "t" at <.nul>: wrong type for value; expected int; got interface {}',
    ),
    ("{{ fint (i64 5) }}", 'template: t:1:13: executing "t" at <5>: wrong type for value; expected int; got int64'),
    ("{{ fbool 1 }}", 'template: t:1:9: executing "t" at <1>: expected bool; found 1'),
    ('{{ fbool "a" }}', 'template: t:1:9: executing "t" at <"a">: expected bool; found "a"'),
    ('{{ ffloat "a" }}', 'template: t:1:10: executing "t" at <"a">: expected float; found "a"'),
    (
        "{{ flist .l }} {{ flist mkstrlist }}",
        'template: t:1:24: executing "t" at <mkstrlist>: wrong type for value; expected []interface {}; got []string',
    ),
    (
        "{{ fstrlist mkstrlist }} {{ fstrlist .l }}",
        'template: t:1:37: executing "t" at <.l>: wrong type for value; expected []string; got []interface {}',
    ),
    ("{{ fstrlist 1 }}", 'template: t:1:12: executing "t" at <1>: can\'t handle 1 for arg of type []string'),
    (
        "{{ fany 18446744073709551615 }}",
        'template: t:1:8: executing "t" at <18446744073709551615>: 18446744073709551615 overflows int',
    ),
    ("{{ fvar }}", 'template: t:1:3: executing "t" at <fvar>: wrong number of args for fvar: want at least 1 got 0'),
    ("{{ fvar 1 }}", 'template: t:1:8: executing "t" at <1>: expected string; found 1'),
    ('{{ fvar "a" "b" }}', 'template: t:1:12: executing "t" at <"b">: expected integer; found "b"'),
    (
        '{{ "b" | fvar "a" }}',
        'template: t:1:14: executing "t" at <"a">: wrong type for value; expected int; got string',
    ),
    ("{{ ferr }}", 'template: t:1:3: executing "t" at <ferr>: error calling ferr: bad thing'),
    ("{{ print ferr }}", 'template: t:1:9: executing "t" at <ferr>: error calling ferr: bad thing'),
    ("{{ print (ferr) 1 }}", 'template: t:1:10: executing "t" at <ferr>: error calling ferr: bad thing'),
    ("{{ if ferr }}{{ end }}", 'template: t:1:6: executing "t" at <ferr>: error calling ferr: bad thing'),
    ('{{ fstr "a" "b" }}', 'template: t:1:3: executing "t" at <fstr>: wrong number of args for fstr: want 1 got 2'),
    ("{{ fstr }}", 'template: t:1:3: executing "t" at <fstr>: wrong number of args for fstr: want 1 got 0'),
    ('{{ "x" | fstr "a" }}', 'template: t:1:9: executing "t" at <fstr>: wrong number of args for fstr: want 1 got 2'),
    ("{{ fzero.x }}", 'template: t:1:3: executing "t" at <fzero>: nil pointer evaluating interface {}.x'),
    ("{{ fstr.x }}", 'template: t:1:3: executing "t" at <fstr>: wrong number of args for fstr: want 1 got 0'),
    ("{{ .s \n\n| fint }}", 'template: t:3:2: executing "t" at <fint>: wrong type for value; expected int; got string'),
    (
        '{{ define "x" }}\n{{ .foo.bar.baz | fstr }}{{ end }}\n\n{{ template "x" .s }}',
        'template: t:2:7: executing "x" at <.foo.bar.baz>: can\'t evaluate field foo in type string',
    ),
    (
        "{{range (list nil 2)}}{{fstr .}}{{end}}",
        'template: t:1:29: executing "t" at <.>: wrong type for value; expected string; got interface {}',
    ),
    (
        "{{range $x := (list nil 2)}}{{fstr $x}}{{end}}",
        'template: t:1:35: executing "t" at <$x>: wrong type for value; expected string; got interface {}',
    ),
    (
        "{{ fstr (print 1 (print 2 (ferr))) }}",
        'template: t:1:27: executing "t" at <ferr>: error calling ferr: bad thing',
    ),
    (
        "{{ .n | fstr | print }}",
        'template: t:1:8: executing "t" at <fstr>: wrong type for value; expected string; got float64',
    ),
    (
        "{{ print 1 | fint }}",
        'template: t:1:13: executing "t" at <fint>: wrong type for value; expected int; got string',
    ),
    ("{{ fint (print 1) }}", 'template: t:1:15: executing "t" at <1>: wrong type for value; expected int; got string'),
    ("{{ fint .s }}", 'template: t:1:8: executing "t" at <.s>: wrong type for value; expected int; got string'),
    ("{{ fint $.s }}", 'template: t:1:9: executing "t" at <$.s>: wrong type for value; expected int; got string'),
    (
        "{{ fint . }}",
        'template: t:1:8: executing "t" at <.>: wrong type for value; expected int; got map[string]interface {}',
    ),
    (
        "{{ range .l }}{{ fint . }}{{ end }}",
        'template: t:1:22: executing "t" at <.>: wrong type for value; expected int; got string',
    ),
    (
        "{{ with .l }}{{ fint . }}{{ end }}",
        'template: t:1:21: executing "t" at <.>: wrong type for value; expected int; got []interface {}',
    ),
    (
        "{{ with .nul }}{{ else }}{{ fint .x }}{{ end }}",
        'template: t:1:33: executing "t" at <.x>: invalid value; expected int',
    ),
    (
        "{{ .n | fvar (print .s) }}",
        'template: t:1:20: executing "t" at <.s>: wrong type for value; expected int; got float64',
    ),
    (
        "{{ fstr fzero }}",
        'template: t:1:8: executing "t" at <fzero>: wrong type for value; expected string; got interface {}',
    ),
]
