"""html, js and urlquery. What is expected was recorded from Go 1.26."""

PRINTED = [
    (
        '{{ html "<a&\'\\">" 1 2 nil .nul }} {{ html .l }} {{ html }}',
        "&lt;a&amp;&#39;&#34;&gt;1 2&lt;no value&gt;&lt;no value&gt; [x y z] ",
    ),
    (
        '{{ js "a\'b\\"c\\\\<>&=\\n\\u00e9\\u2028\\x00\\x7f" }}',
        "a\\'b\\\"c\\\\\\u003C\\u003E\\u0026\\u003D\\u000Aé\\u2028\\u0000\x7f",
    ),
    ('{{ urlquery "a b&c=é/?+~" 1 nil }}', "a+b%26c%3D%C3%A9%2F%3F%2B~1%3Cno+value%3E"),
    ('{{ urlquery "a" "b" 1 2 }}', "ab1+2"),
    (
        '{{ js nil }} {{ html nil }} {{ html .missing "x" }}',
        "\\u003Cno value\\u003E &lt;no value&gt; &lt;no value&gt;x",
    ),
    ('{{ js "a\'b\\"c\\\\" }}', "a\\'b\\\"c\\\\"),
    ('{{ js "<>&=\\n" }}', "\\u003C\\u003E\\u0026\\u003D\\u000A"),
    ('{{ js "\\u00e9\\u2028\\x00\\x7f" }}', "é\\u2028\\u0000\x7f"),
]

REFUSED: list[tuple[str, str]] = []
