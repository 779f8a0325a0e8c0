"""Conditions, loops and templates that call each other. What is expected was recorded from Go 1.26."""

PRINTED = [
    ('{{ template "a" }}{{ define "a" }}{{ . }}|{{ print . }}|{{ .x }}{{ end }}', "<no value>|<nil>|<no value>"),
    ('{{ block "b" .s }}[{{ . }}]{{ end }}', "[hello]"),
    ("{{ range .l }}{{ break }}{{ end }}", ""),
    ('{{ define "x" }}{{ end }}{{ define "x" }}b{{ end }}{{ template "x" }}', "b"),
    ('{{ define "x" }}a{{ end }}{{ define "x" }} {{ end }}{{ template "x" }}', "a"),
    ('{{ define "t" }}a{{ end }}', "a"),
    ("{{ define `x` }}y{{ end }}{{ template `x` }}", "y"),
    ("{{if true}}{{$x := 1}}{{else}}{{$x}}{{end}}", ""),
    ("{{range $x := .el}}{{else}}{{$x}}{{end}}", "[]"),
    ("{{range $i, $x := .el}}{{else}}{{$x}}{{$i}}{{end}}", "[][]"),
    ("{{$x := 1}}{{range $x := .l}}{{$x}}{{end}}{{$x}}", "xyz1"),
    ("{{$x := 1}}{{range $x = .l}}{{$x}}{{end}}{{$x}}", "xyzz"),
    ("{{$x := 1}}{{$y := 2}}{{range $x, $y = .l}}{{$x}}{{$y}}{{end}}{{$x}}{{$y}}", "0x1y2z2z"),
    (
        "{{range $i := 3}}{{$i}}{{.}}{{end}}{{range 0}}{{else}}none{{end}}{{range -1}}{{else}}none{{end}}",
        "001122nonenone",
    ),
    ('{{range i64 2}}{{printf "%T" .}}{{end}}', "int64int64"),
    ("{{range $x, $y := .nul}}a{{else}}{{$x}}{{end}}", "<no value>"),
    ("{{with $x := .s}}{{$x}}{{.}}{{else}}{{$x}}{{end}}", "hellohello"),
    ("{{with $x := .e}}{{$x}}{{.}}{{else}}[{{$x}}]{{.s}}{{end}}", "[]hello"),
    ("{{with .e}}1{{else with .nul}}2{{else}}3{{end}}", "3"),
    ("{{with $x := .e}}1{{else with $y := .s}}{{$x}}{{$y}}{{else}}3{{end}}", "hello"),
    ("{{if $x := .s}}{{$x}}{{end}}{{if false}}{{else if $y := 5}}{{$y}}{{end}}", "hello5"),
    ("{{with .l}}{{range .}}{{with .}}{{.}}{{continue}}{{end}}x{{end}}{{end}}", "xyz"),
]

REFUSED = [
    (
        "{{ range .l }}{{ .x }}{{end}}",
        'template: t:1:17: executing "t" at <.x>: can\'t evaluate field x in type interface {}',
    ),
    (
        "{{ range $a := .l }}{{ $a.x }}{{end}}",
        'template: t:1:25: executing "t" at <$a.x>: can\'t evaluate field x in type interface {}',
    ),
    (
        "{{ range mkstrlist }}{{ .x }}{{end}}",
        'template: t:1:24: executing "t" at <.x>: can\'t evaluate field x in type string',
    ),
    ("{{ range .s }}{{ end }}", 'template: t:1:9: executing "t" at <.s>: range can\'t iterate over hello'),
    ('{{ range "héy" }}{{ . }}{{ end }}', 'template: t:1:9: executing "t" at <"héy">: range can\'t iterate over héy'),
    ("{{ range 1.5 }}{{ . }}{{ end }}", 'template: t:1:9: executing "t" at <1.5>: range can\'t iterate over 1.5'),
    (
        "{{ range $i, $v := 3 }}{{ end }}",
        'template: t:1:19: executing "t" at <3>: can\'t use 3 to iterate over more than one variable',
    ),
    ("{{ range $x, $y = .l }}{{end}}", 'template: t:1:18: executing "t" at <.l>: undefined variable: $x'),
    ('{{ template "x" . . }}', 'template: t:1:12: executing "t" at <{{template "x" . .}}>: template "x" not defined'),
    (
        '{{ template "x" 1 2 }}{{ define "x" }}{{ end }}',
        'template: t:1:16: executing "t" at <1>: can\'t give argument to non-function 1',
    ),
    (
        '{{ define "x%d" }}\n{{ .foo }}{{ end }}\n\n{{ template "x%d" .s }}',
        'template: t:2:3: executing "x%d" at <.foo>: can\'t evaluate field foo in type string',
    ),
    (
        '{{ template "no\\"pe" . }}',
        'template: t:1:12: executing "t" at <{{template "no\\"pe" .}}>: template "no\\"pe" not defined',
    ),
    (
        '{{ template "nope" .s | print }}',
        'template: t:1:12: executing "t" at <{{template "nope" .s | print}}>: template "nope" not defined',
    ),
    (
        "{{ template `nope` (print 1) }}",
        'template: t:1:12: executing "t" at <{{template "nope" (print 1)}}>: template "nope" not defined',
    ),
    ("{{if false}}{{$x := 1}}{{else}}{{$x}}{{end}}", 'template: t:1:33: executing "t" at <$x>: undefined variable: $x'),
    (
        "{{range .el}}{{$x := 1}}{{else}}{{$x}}{{end}}",
        'template: t:1:34: executing "t" at <$x>: undefined variable: $x',
    ),
    ("{{range u8 2}}{{.x}}{{end}}", 'template: t:1:16: executing "t" at <.x>: can\'t evaluate field x in type uint8'),
    ("{{range 2}}{{.x}}{{end}}", 'template: t:1:13: executing "t" at <.x>: can\'t evaluate field x in type int'),
    (
        "{{range .m}}{{.x}}{{end}}",
        'template: t:1:14: executing "t" at <.x>: can\'t evaluate field x in type interface {}',
    ),
    (
        "{{range .lm}}{{.name}}{{.nope}}{{.v.x}}{{end}}",
        'template: t:1:35: executing "t" at <.v.x>: can\'t evaluate field x in type interface {}',
    ),
    (
        "{{range $k, $v := mkstrmap}}{{$k.x}}{{end}}",
        'template: t:1:32: executing "t" at <$k.x>: can\'t evaluate field x in type string',
    ),
    (
        "{{range $k, $v := .m}}{{$v.x}}{{end}}",
        'template: t:1:26: executing "t" at <$v.x>: can\'t evaluate field x in type interface {}',
    ),
    (
        "{{range $k, $v := mkstrmap}}{{$v.x}}{{end}}",
        'template: t:1:32: executing "t" at <$v.x>: can\'t evaluate field x in type string',
    ),
    (
        "{{range .nul}}a{{else}}b{{end}}{{range .missing}}a{{else}}b{{end}}{{range nil}}a{{end}}",
        'template: t:1:74: executing "t" at <nil>: nil is not a command',
    ),
    ("{{range .t}}a{{end}}", 'template: t:1:8: executing "t" at <.t>: range can\'t iterate over true'),
    ("{{range $x, $y := .t}}a{{end}}", 'template: t:1:18: executing "t" at <.t>: range can\'t iterate over true'),
    (
        "{{range (list 1 nil 2)}}{{.x}}{{end}}",
        'template: t:1:26: executing "t" at <.x>: can\'t evaluate field x in type interface {}',
    ),
    (
        "{{range (list nil 2)}}{{.x}}{{end}}",
        'template: t:1:24: executing "t" at <.x>: nil pointer evaluating interface {}.x',
    ),
    (
        "{{range $x := (list nil 2)}}{{$x.y 1}}{{end}}",
        'template: t:1:32: executing "t" at <$x.y>: nil pointer evaluating interface {}.y',
    ),
    (
        "{{ $a := 1 }}{{ range $a = .m }}{{ $a.name }}{{ end }}",
        'template: t:1:37: executing "t" at <$a.name>: can\'t evaluate field name in type interface {}',
    ),
    (
        "{{ range $a := .l }}{{ $a = 1 }}{{ $a.name }}{{ end }}",
        'template: t:1:37: executing "t" at <$a.name>: can\'t evaluate field name in type int',
    ),
    (
        "{{ range $a := .el }}{{ else }}{{ $a.name }}{{ end }}",
        'template: t:1:36: executing "t" at <$a.name>: can\'t evaluate field name in type []interface {}',
    ),
]
