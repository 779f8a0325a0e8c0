"""Variables and their scopes. What is expected was recorded from Go 1.26."""

PRINTED = [
    ("{{ $x := mkstrmap }}{{ $x.zz }}|{{ $x.zz.b }}", "<no value>|<no value>"),
    ("{{ $x := 1 }}{{ $x := $x }}{{ $x }}", "1"),
    ("{{ $.s }}", "hello"),
    ("{{ $x := 1 }}{{ $x = 2 }}{{ $x }}", "2"),
    ("{{ $x:=1 }}{{$x}}", "1"),
    ("{{$x := 1}}{{ print $x ($x = 2) $x }}{{$x}}", "1 2 22"),
    ("{{ ($y := 5) }}{{$y}}", "55"),
    ('{{ $ = 3 }}{{ $ }}{{ . | printf "%T" }}', "3map[string]interface {}"),
    ("{{ $ := 3 }}{{ $ }}", "3"),
    ("{{ $.__class__ }}", "<no value>"),
    ("{{ $x := .nul }}{{ $x.y 1 }}{{ $x.y }}", "<no value><no value>"),
]

REFUSED = [
    ("{{ $x := $x }}", 'template: t:1:9: executing "t" at <$x>: undefined variable: $x'),
    ("{{ $x = 1 }}", 'template: t:1:8: executing "t" at <1>: undefined variable: $x'),
    ("{{ .s | $ }}", 'template: t:1:8: executing "t" at <$>: can\'t give argument to non-function $'),
    ("{{ $ 1 }}", 'template: t:1:3: executing "t" at <$>: can\'t give argument to non-function $'),
    ("{{ $x := .s }}{{ $x.y 1 }}", 'template: t:1:19: executing "t" at <$x.y>: can\'t evaluate field y in type string'),
    ("{{ $x := .s }}{{ $x 1 }}", 'template: t:1:17: executing "t" at <$x>: can\'t give argument to non-function $x'),
    ("{{ $x := .m }}{{ $x.a 1 }}", 'template: t:1:19: executing "t" at <$x.a>: a is not a method but has arguments'),
]
