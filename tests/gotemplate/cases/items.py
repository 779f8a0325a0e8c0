"""len, index, slice and call. What is expected was recorded from Go 1.26."""

PRINTED = [
    (
        '{{ mkstrmap.zz.b }}|{{mkstrmap.zz}}|{{index mkstrmap "zz"}}|{{ (mkstrmap).zz }}',
        "<no value>|<no value>||<no value>",
    ),
    ("{{ index 1 }}", "1"),
    ("{{ fint (len .l) }} {{ len .l | fint }}", "3 3"),
    ('{{ 5 | fvar "a" (len .l) 4 }}', "a[3 4 5]"),
]

REFUSED = [
    ("{{ len .nul }}", 'template: t:1:3: executing "t" at <len .nul>: error calling len: len of nil pointer'),
    ("{{ len .n }}", 'template: t:1:3: executing "t" at <len .n>: error calling len: len of type float64'),
    (
        "{{ call .s }}",
        'template: t:1:3: executing "t" at <call .s>: error calling call: non-function .s of type string',
    ),
    (
        "{{ .s | call }}",
        'template: t:1:8: executing "t" at <call>: error calling call: non-function hello of type string',
    ),
    (
        "{{ .n | call }}",
        'template: t:1:8: executing "t" at <call>: error calling call: non-function <float64 Value> of type float64',
    ),
    ("{{ call }}", 'template: t:1:3: executing "t" at <call>: wrong number of args for call: want at least 1 got 0'),
    ("{{ call nil }}", 'template: t:1:3: executing "t" at <call nil>: error calling call: call of nil'),
    (
        "{{ index .m 1 }}",
        'template: t:1:3: executing "t" at <index .m 1>: error calling index: value has type int; should be string',
    ),
    (
        "{{ index .s 10 }}",
        'template: t:1:3: executing "t" at <index .s 10>: error calling index: index out of range: 10',
    ),
    (
        "{{ index .s 5 }}",
        'template: t:1:3: executing "t" at <index .s 5>: error calling index: reflect: string index out of range',
    ),
    (
        "{{ index .l 3 }}",
        'template: t:1:3: executing "t" at <index .l 3>: error calling index: reflect: slice index out of range',
    ),
    (
        "{{ index .l -1 }}",
        'template: t:1:3: executing "t" at <index .l -1>: error calling index: index out of range: -1',
    ),
    (
        "{{ index .l nil }}",
        'template: t:1:3: executing "t" at <index .l nil>: error calling index: cannot index slice/array with nil',
    ),
    (
        "{{ index .n 1 }}",
        'template: t:1:3: executing "t" at <index .n 1>: error calling index: can\'t index item of type float64',
    ),
    (
        '{{ index .m "zz" "a" }}',
        'template: t:1:3: executing "t" at <index .m "zz" "a">: error calling index: index of nil pointer',
    ),
    (
        '{{ index .m "nul" "a" }}',
        'template: t:1:3: executing "t" at <index .m "nul" "a">: error calling index: index of nil pointer',
    ),
    (
        "{{ slice .l 1 }} {{ slice .s 1 3 }} {{ slice .l 2 1 }}",
        'template: t:1:39: executing "t" at <slice .l 2 1>: error calling slice: invalid slice index: 2 > 1',
    ),
    (
        "{{ slice .l 1 2 9 }}",
        'template: t:1:3: executing "t" at <slice .l 1 2 9>: error calling slice: index out of range: 9',
    ),
    (
        "{{ slice .l 0 9 }}",
        'template: t:1:3: executing "t" at <slice .l 0 9>: error calling slice: index out of range: 9',
    ),
    (
        "{{ slice .s 0 9 }}",
        'template: t:1:3: executing "t" at <slice .s 0 9>: error calling slice: index out of range: 9',
    ),
    (
        "{{ slice .s 0 1 2 }}",
        'template: t:1:3: executing "t" at <slice .s 0 1 2>: error calling slice: cannot 3-index slice a string',
    ),
    (
        "{{ slice .s 0 1 2 3 }}",
        'template: t:1:3: executing "t" at <slice .s 0 1 2 3>: error calling slice: too many slice indexes: 4',
    ),
    ("{{ slice nil }}", 'template: t:1:3: executing "t" at <slice nil>: error calling slice: slice of untyped nil'),
    (
        "{{ slice .n }}",
        'template: t:1:3: executing "t" at <slice .n>: error calling slice: can\'t slice item of type float64',
    ),
    ("{{ fint64 (len .l) }}", 'template: t:1:15: executing "t" at <.l>: wrong type for value; expected int64; got int'),
    (
        "{{ ffloat (len .l) }}",
        'template: t:1:15: executing "t" at <.l>: wrong type for value; expected float64; got int',
    ),
    (
        "{{range $x := (list nil 2)}}{{len $x}}{{end}}",
        'template: t:1:30: executing "t" at <len $x>: error calling len: len of nil pointer',
    ),
    (
        "{{ (index .lm 0).name }} {{ (index .lm 0).nope.x }} {{ (index .lm 0).v.x }}",
        'template: t:1:66: executing "t" at <0>: can\'t evaluate field x in type interface {}',
    ),
    (
        "{{ fstr (index .l 9) }}",
        'template: t:1:9: executing "t" at <index .l 9>: error calling index: index out of range: 9',
    ),
    (
        '{{ .n | fvar "a" (len .l) 4 }}',
        'template: t:1:26: executing "t" at <4>: wrong type for value; expected int; got float64',
    ),
    (
        '{{ .n | fvar "a" (len .l) (fint 5) }}',
        'template: t:1:32: executing "t" at <5>: wrong type for value; expected int; got float64',
    ),
]
