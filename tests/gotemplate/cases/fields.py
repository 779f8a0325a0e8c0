"""Fields of maps and of what is none, positions of errors. What is expected was recorded from Go 1.26."""

PRINTED = [
    ("{{ (.nul).foo }}", "<no value>"),
    (
        '{{ printf "%T %T %T %T %T %T %T" 1 1.0 "a" true nil .m .l }}',
        "int float64 string bool <nil> map[string]interface {} []interface {}",
    ),
    ('{{ printf "%T %T %T" mkstrmap mkstrlist (u8 1) }}', "map[string]string []string uint8"),
    ("{{ .s }}}", "hello}"),
    ("{{ .s | }}", "hello"),
    ("{{ .x.__class__ }} {{ .__globals__ }} {{ .m.__class__ }}", "<no value> <no value> <no value>"),
    ("{{ .m.keys }} {{ .m.get }}", "<no value> <no value>"),
    ("{{ 1 | .missing.x }}", "<no value>"),
    ('{{ .missing.x 1 (fail "no") }}', "<no value>"),
    ("\ufeff{{ .s }}", "\ufeffhello"),
]

REFUSED = [
    ("{{ mkstrmap.a.b }}", 'template: t:1:3: executing "t" at <mkstrmap>: can\'t evaluate field b in type string'),
    ("{{ .nul.foo }}", 'template: t:1:7: executing "t" at <.nul.foo>: nil pointer evaluating interface {}.foo'),
    ("{{ .nul.foo.bar }}", 'template: t:1:7: executing "t" at <.nul.foo.bar>: nil pointer evaluating interface {}.foo'),
    ("{{ (.s).foo }}", 'template: t:1:4: executing "t" at <.s>: can\'t evaluate field foo in type string'),
    (
        "{{ .s.foo.bar }}",
        'template: t:1:5: executing "t" at <.s.foo.bar>: can\'t evaluate field foo in type interface {}',
    ),
    ("{{ .l.x }}", 'template: t:1:5: executing "t" at <.l.x>: can\'t evaluate field x in type interface {}'),
    ("{{ .m.c 1 }}", 'template: t:1:5: executing "t" at <.m.c>: c is not a method but has arguments'),
    ("{{ .missing 1 2 }}", 'template: t:1:3: executing "t" at <.missing>: missing is not a method but has arguments'),
    ("{{ .s | (print) }}", 'template: t:1:3: executing "t" at <.s>: can\'t give argument to non-function print'),
    ("{{ .s | .l }}", 'template: t:1:8: executing "t" at <.l>: l is not a method but has arguments'),
    ("{{ (.s) (.l) }}", 'template: t:1:3: executing "t" at <(.s) (.l)>: can\'t give argument to non-function .s'),
    ("{{ .m.a.b.c }}", 'template: t:1:5: executing "t" at <.m.a.b.c>: can\'t evaluate field b in type interface {}'),
    ("{{ .m .s }}", 'template: t:1:3: executing "t" at <.m>: m is not a method but has arguments'),
    (
        "{{ print .m.c.d.e }}",
        'template: t:1:11: executing "t" at <.m.c.d.e>: can\'t evaluate field e in type interface {}',
    ),
    (
        "\n\n  {{ .s.foo }}",
        'template: t:3:7: executing "t" at <.s.foo>: can\'t evaluate field foo in type interface {}',
    ),
    ("é☃ {{ .s.foo }}", 'template: t:1:11: executing "t" at <.s.foo>: can\'t evaluate field foo in type interface {}'),
    (
        '\né {{ print "☃" .s.foo }}',
        'template: t:2:20: executing "t" at <.s.foo>: can\'t evaluate field foo in type interface {}',
    ),
    (
        "{{ print\n 1 \n.s.foo }}",
        'template: t:3:2: executing "t" at <.s.foo>: can\'t evaluate field foo in type interface {}',
    ),
    ("{{- \n .s.foo -}}", 'template: t:2:3: executing "t" at <.s.foo>: can\'t evaluate field foo in type interface {}'),
    (
        "{{/* a\n*/ -}}\n{{ .s.foo }}",
        'template: t:3:5: executing "t" at <.s.foo>: can\'t evaluate field foo in type interface {}',
    ),
    (
        "{{/* a\n*/}}{{ .s.foo }}",
        'template: t:2:9: executing "t" at <.s.foo>: can\'t evaluate field foo in type interface {}',
    ),
    ("{{ .lm.x }}", 'template: t:1:6: executing "t" at <.lm.x>: can\'t evaluate field x in type interface {}'),
    (
        "{{ .s.__class__ }}",
        'template: t:1:5: executing "t" at <.s.__class__>: can\'t evaluate field __class__ in type interface {}',
    ),
    (
        "{{ .l.append }}",
        'template: t:1:5: executing "t" at <.l.append>: can\'t evaluate field append in type interface {}',
    ),
    ("{{ .s | .missing }}", 'template: t:1:8: executing "t" at <.missing>: missing is not a method but has arguments'),
    ("{{ .s | .nul.x }}", 'template: t:1:12: executing "t" at <.nul.x>: nil pointer evaluating interface {}.x'),
    ("{{ .s.x 1 }}", 'template: t:1:5: executing "t" at <.s.x>: can\'t evaluate field x in type interface {}'),
    ("{{ .l.x 1 }}", 'template: t:1:5: executing "t" at <.l.x>: can\'t evaluate field x in type interface {}'),
    ("{{ .nul.x 1 }}", 'template: t:1:7: executing "t" at <.nul.x>: nil pointer evaluating interface {}.x'),
    ("{{ (.m).a 1 }}", 'template: t:1:4: executing "t" at <.m>: a is not a method but has arguments'),
    ("{{ (.s).a 1 }}", 'template: t:1:4: executing "t" at <.s>: can\'t evaluate field a in type string'),
    ("{{ mkstrmap.a 1 }}", 'template: t:1:3: executing "t" at <mkstrmap>: a is not a method but has arguments'),
    ("{{ .m.a | .m.b }}", 'template: t:1:12: executing "t" at <.m.b>: b is not a method but has arguments'),
]
