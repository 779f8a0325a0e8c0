"""print and println. What is expected was recorded from Go 1.26."""

PRINTED = [
    (
        '{{ print }}|{{ println }}|{{ print nil }}|{{ print "a" nil "b" 1 2 nil nil }}',
        "|\n|<nil>|a<nil>b1 2 <nil> <nil>",
    ),
    ('{{ println 1 "a" nil .l }}', "1 a <nil> [x y z]\n"),
    ("{{ print 1.0 2.5 1e6 1e20 1e21 1e-5 100000.0 -0.0 }}", "1 2.5 1e+06 1e+20 1e+21 1e-05 100000 -0"),
    ('{{ print .l .m }}{{ print "" "" 1 "" 2 }}', "[x y z] map[a:1 b:2 c:map[d:deep]]12"),
]

REFUSED: list[tuple[str, str]] = []
