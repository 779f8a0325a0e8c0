"""Templates that want all time or all memory, each run in a process of its own: ``python -m tests.gotemplate.hostile``.

Run so, it prints what each of them takes with the default limits. The tests run them with a part of these.
"""

from __future__ import annotations

import os
import pickle
import resource
import sys
from dataclasses import dataclass

from kubectl_inject.gotemplate import DEFAULT, Limits, TemplateError
from kubectl_inject.gotemplate.template import Template

MILLION = '{{ $b := repeat 1000 "abcdefghij" }}{{ $b = repeat 100 $b }}'
TEXT = '{{ $b := repeat 10000 "abcdefghij" }}'
ACCENTS = '{{ $b := repeat 10000 "é ß-ñ_Ωж" }}'
NUMBERS = "{{ $l := until 100000 }}"
TEXTS = '{{ $l := splitList "," (repeat 30000 "aa,") }}'
DEEP = "{{ $x := list 1 2 }}{{ range 60 }}{{ $x = list $x $x }}{{ end }}"
DEEP_MAP = '{{ $x := dict "a" 1 }}{{ range 60 }}{{ $x = dict "a" $x "b" $x }}{{ end }}'
JSON_TEXT = '{{ $j := printf "[%s0]" (repeat 30000 "0,") }}'


def turns(body: str, count: int = 100_000_000) -> str:
    """Return a loop that would turn very often."""
    return f"{{{{ range {count} }}}}{body}{{{{ end }}}}"


HOSTILE: dict[str, str] = {
    # Loops and calls.
    "empty loop": turns(""),
    "text in a loop": turns("x"),
    "numbers in a loop": turns("{{ . }}"),
    "many actions in a loop": turns("{{ . }}" * 500),
    "fields in a loop": turns("{{ $.a.b.c.d }}" * 50),
    "long chains of fields": turns("{{ $x := $ }}{{ $x." + ".".join(["a"] * 500) + " }}"),
    "arithmetic": turns("{{ add 1 2 3 . }}"),
    "comparison": turns("{{ $x := eq . 1 2 3 4 5 6 7 8 9 }}"),
    "conditions": turns("{{ if and (gt . 1) (lt . 2) (or (eq . 3) (not .)) }}{{ end }}"),
    "loops in loops": turns(turns(turns("", 1000), 1000), 1000),
    "loop over a map": "{{ $d := dict }}{{ range 50000 }}{{ $_ := set $d (toString .) . }}{{ end }}"
    + turns("{{ range $k, $v := $d }}{{ break }}{{ end }}"),
    "templates that call each other": "".join(
        f'{{{{ define "t{n}" }}}}{{{{ template "t{n + 1}" }}}}{{{{ template "t{n + 1}" }}}}{{{{ end }}}}'
        for n in range(90)
    )
    + '{{ define "t90" }}{{ end }}{{ template "t0" }}',
    "variables in a loop": turns("{{ $x := . }}" * 300),
    # Values that grow.
    "doubling": '{{ $x := "ab" }}' + turns("{{ $x = print $x $x }}"),
    "growing a map's text": '{{ $d := dict "k" "" }}' + turns('{{ $_ := set $d "k" (print $d.k "xxxxxxxxxx") }}'),
    "keeping short texts": "{{ $d := dict }}" + turns('{{ $_ := set $d (toString .) (printf "%060d" .) }}'),
    "keeping short texts of others": "{{ $d := dict }}"
    + turns('{{ $_ := set $d (toString .) (repeat 60 "\U0001f600") }}'),
    "keeping short lists": "{{ $l := until 60 }}{{ $d := dict }}" + turns("{{ $_ := set $d (toString .) (rest $l) }}"),
    "keeping empty lists": "{{ $d := dict }}" + turns("{{ $_ := set $d (toString .) (list) }}"),
    "keeping maps": "{{ $d := dict }}" + turns('{{ $_ := set $d (toString .) (dict "a" 1 "b" 2) }}'),
    "keeping long texts": MILLION + "{{ $d := dict }}" + turns("{{ $_ := set $d (toString .) (print . $b) }}"),
    "keeping long texts of others": '{{ $b := repeat 100000 "\U0001f600" }}{{ $d := dict }}'
    + turns("{{ $_ := set $d (toString .) (print . $b) }}"),
    "keeping long lists": NUMBERS + "{{ $d := dict }}" + turns("{{ $_ := set $d (toString .) (append $l .) }}"),
    "keeping lists of texts": "{{ $d := dict }}"
    '{{ $b := repeat 90000 "aa," }}' + turns('{{ $_ := set $d (toString .) (splitList "," $b) }}'),
    "keeping split texts": "{{ $d := dict }}"
    '{{ $b := repeat 90000 "aa," }}' + turns('{{ $_ := set $d (toString .) (split "," $b) }}'),
    "keeping chunks": NUMBERS + "{{ $d := dict }}" + turns("{{ $_ := set $d (toString .) (chunk 1 $l) }}"),
    "keeping what was read": JSON_TEXT + "{{ $d := dict }}" + turns("{{ $_ := set $d (toString .) (fromJson $j) }}"),
    "appending": "{{ $l := list }}" + turns("{{ $l = append $l . }}"),
    "joining lists": "{{ $l := list 1 2 3 4 }}" + turns("{{ $l = concat $l $l }}"),
    "nesting lists": "{{ $l := list 1 }}" + turns("{{ $l = list $l }}"),
    "printing long texts": MILLION + turns("{{ $b }}"),
    "printing empty texts": turns('{{ "" }}{{ "" }}{{ "" }}{{ "" }}'),
    # Values that hold themselves, or the same again and again.
    "print of shared lists": DEEP + "{{ $x }}",
    "toJson of shared lists": DEEP + "{{ toJson $x }}",
    "toPrettyJson of shared maps": DEEP_MAP + "{{ toPrettyJson $x }}",
    "deepCopy of shared lists": DEEP + "{{ deepCopy $x }}",
    "deepEqual of shared lists": DEEP + DEEP.replace("$x", "$y") + turns("{{ deepEqual $x $y }}"),
    "join of shared lists": DEEP + '{{ join "," $x }}',
    "quote of shared lists": DEEP + "{{ quote $x }}",
    "dict with a shared list as its key": DEEP + "{{ dict $x 1 }}",
    "printf of shared lists": DEEP + '{{ printf "%#v" $x }}',
    "html of shared maps": DEEP_MAP + "{{ html $x }}",
    "merge of shared maps": DEEP_MAP + turns("{{ merge (dict) $x }}"),
    "has of shared lists": DEEP + "{{ $l := list $x $x }}" + turns("{{ has $x $l }}"),
    "uniq of shared lists": DEEP + DEEP.replace("$x", "$y") + turns("{{ uniq (list $x $y) }}"),
    "a map in itself": '{{ $d := dict "a" 1 }}{{ $_ := set $d "b" $d }}{{ toJson $d }}',
    "a map in itself, printed": '{{ $d := dict "a" 1 }}{{ $_ := set $d "b" $d }}{{ $d }}',
    "a map in itself, merged": '{{ $d := dict "a" 1 }}{{ $_ := set $d "b" $d }}{{ merge $d $d }}',
    # Functions of long texts.
    "sha256sum": MILLION + turns("{{ $x := sha256sum $b }}"),
    "sha512sum": MILLION + turns("{{ $x := sha512sum $b }}"),
    "sha1sum of short texts": turns('{{ $x := sha1sum "a" }}' * 100),
    "adler32sum": MILLION + turns("{{ $x := adler32sum $b }}"),
    "b64enc": MILLION + turns("{{ $x := b64enc (substr 0 10 $b) }}"),
    "b64dec of what is none": MILLION + turns('{{ $x := b64dec (print $b "*") }}'),
    "b32dec": TEXT + turns("{{ $x := b32dec (upper $b) }}"),
    "contains": MILLION + '{{ $n := print (substr 0 1000 $b) "x" }}' + turns("{{ $x := contains $n $b }}"),
    "replace": TEXT + turns('{{ $x := replace "a" "b" $b }}'),
    "title": ACCENTS + turns("{{ $x := title $b | empty }}"),
    "upper": ACCENTS + turns("{{ $x := upper $b | empty }}"),
    "snakecase": ACCENTS + turns("{{ $x := snakecase $b | empty }}"),
    "camelcase of short texts": turns('{{ $x := camelcase "é_ß_ñ_Ω" }}' * 30),
    "swapcase": ACCENTS + turns("{{ $x := swapcase $b | empty }}"),
    "nospace": TEXT + turns("{{ $x := nospace $b | empty }}"),
    "initials": TEXT + turns("{{ $x := initials $b | empty }}"),
    "quote": '{{ $b := repeat 100000 "é\\"\\n" }}' + turns("{{ $x := quote $b | empty }}"),
    "js": ACCENTS + turns("{{ $x := js $b | empty }}"),
    "urlquery": ACCENTS + turns("{{ $x := urlquery $b | empty }}"),
    "wrap": '{{ $b := repeat 100000 "a " }}' + turns("{{ $x := wrap 1 $b | empty }}"),
    "abbrev": MILLION + turns("{{ $x := abbrevboth 10 100 $b }}"),
    "trimAll": MILLION
    + "{{ $n := reverse (splitList `` `abcdefghij`) | join `` }}"
    + turns("{{ $x := trimAll $n $b }}"),
    "trim": '{{ $b := repeat 100000 "\u2003 " }}' + turns("{{ $x := trim $b }}"),
    "trunc": ACCENTS + turns("{{ $x := trunc 10 $b }}"),
    "len": ACCENTS + turns("{{ $x := len $b }}"),
    "index of a text": ACCENTS + turns("{{ $x := index $b 5 }}"),
    "equal texts": '{{ $a := repeat 500000 "ab" }}{{ $b := repeat 500000 "ab" }}' + turns("{{ $x := eq $a $b }}"),
    "equal keys": '{{ $a := repeat 500000 "ab" }}{{ $b := repeat 500000 "ab" }}{{ $d := dict $a 1 }}'
    + turns("{{ $x := hasKey $d $b }}{{ $x = index $d $b }}{{ $x = get $d $b }}"),
    "clean": '{{ $b := repeat 100000 "a/../" }}' + turns("{{ $x := clean $b }}"),
    "regexMatch": TEXT + turns('{{ $x := regexMatch "(a|b)*c$" $b }}'),
    "regexFind with many captures": TEXT + turns('{{ $x := regexFind "' + "(a?)" * 1000 + '" $b }}'),
    "regexReplaceAll with many captures": TEXT + turns('{{ $x := regexReplaceAll "' + "(a?)" * 1000 + '" $b "$1" }}'),
    "a pattern with many alternatives": TEXT + turns('{{ $x := regexReplaceAll "' + "(a)|" * 2000 + '" $b "$1" }}'),
    "a pattern that is repeated": turns('{{ $x := regexMatch "((a{10}){10}){10}" "a" }}'),
    "a pattern without case": ACCENTS + turns('{{ $x := regexMatch "(?i)[a-zäöüß]{20}x" $b }}'),
    "a pattern with a large class": ACCENTS
    + turns(
        '{{ $x := regexMatch "[' + "".join(f"{chr(n)}-{chr(n + 1)}" for n in range(0x4E00, 0x5800, 3)) + ']" $b }}'
    ),
    "regexFindAll": TEXT + turns('{{ $x := regexFindAll "a" $b -1 }}'),
    "regexSplit": TEXT + turns('{{ $x := regexSplit "a" $b -1 }}'),
    "a replacement with many names": TEXT + turns('{{ $x := regexReplaceAll "(a)" $b "' + "$1" * 5000 + '" }}'),
    "regexQuoteMeta": TEXT + turns("{{ $x := regexQuoteMeta $b | empty }}"),
    "semver": turns('{{ $x := semver "1.2.3-a.b.c.d+e.f.g" }}'),
    "semver of a long text": TEXT
    + turns('{{ $x := (semver (print "1.2.3-" (replace "a" "b" $b))).Prerelease | empty }}'),
    "semverCompare": turns('{{ $x := semverCompare "' + ">1.0.0-a || " * 80 + '>2" "1.2.3-b" }}'),
    "methods": '{{ $v := semver "1.2.3" }}' + turns("{{ $x := $v.IncMajor.IncMinor.IncPatch.String }}"),
    "date": turns('{{ $x := date "' + "January Monday 2006 __2" * 20 + '" . }}'),
    "dates of other zones": turns('{{ $x := dateInZone "2006" . "Europe/London" }}'),
    "toDate": turns('{{ $x := toDate "2006-01-02" "2024-01-02" }}'),
    "methods of dates": '{{ $t := toDate "2006" "2399" }}' + turns("{{ $x := $t.YearDay }}"),
    "dateModify": '{{ $t := toDate "2006" "2399" }}' + turns('{{ $x := dateModify "' + "1s" * 400 + '" $t }}'),
    "durationRound": turns('{{ $x := durationRound "' + "1s" * 400 + '" }}'),
    "urlParse": '{{ $b := repeat 1000 "%41" }}' + turns('{{ $x := urlParse (print "http://h/" $b) }}'),
    "urlJoin": '{{ $d := dict "path" (repeat 10000 "é") }}' + turns("{{ $x := urlJoin $d | empty }}"),
    "derivePassword": turns('{{ $x := derivePassword . "long" "a" "b" "c" }}'),
    "decryptAES": '{{ $b := b64enc (repeat 1000 "abcdefghijklmnop") }}' + turns('{{ $x := decryptAES "a" $b }}'),
    "fromJson": JSON_TEXT + turns("{{ $x := fromJson $j }}"),
    "fromJson of a text": MILLION + turns("{{ $x := fromJson (quote $b) | empty }}"),
    "toJson": TEXTS + turns("{{ $x := toJson $l | empty }}"),
    # Functions of long lists.
    "sortAlpha": TEXTS + turns("{{ $x := sortAlpha $l }}"),
    "has": TEXTS + turns('{{ $x := has "x" $l }}'),
    "has of lists": "{{ $l := chunk 1 (until 2000) }}" + turns("{{ $x := has (list 1 2) $l }}"),
    "uniq": NUMBERS + turns("{{ $x := uniq $l }}"),
    "uniq of lists": NUMBERS + "{{ $x := uniq (chunk 1 $l) }}",
    "without": NUMBERS + turns("{{ $x := without $l 1 }}"),
    "reverse": NUMBERS + turns("{{ $x := reverse $l }}"),
    "compact": NUMBERS + turns("{{ $x := compact $l }}"),
    "join": TEXTS + turns('{{ $x := join "," $l | empty }}'),
    "until": turns("{{ $x := until 100000 }}"),
    "seq": turns("{{ $x := seq 1 100000 }}"),
    "keys": "{{ $d := dict }}{{ range 30000 }}{{ $_ := set $d (toString .) . }}{{ end }}"
    + turns("{{ $x := keys $d }}"),
    "pick and omit": "{{ $d := dict }}{{ range 30000 }}{{ $_ := set $d (toString .) . }}{{ end }}"
    + turns('{{ $x := omit $d "1" "2" "3" }}'),
    "omit of much": "{{ $d := dict }}{{ range 30000 }}{{ $_ := set $d (toString .) . }}{{ end }}"
    + turns("{{ $x := omit $d" + ' "x"' * 20_000 + " }}", 100),
    "many arguments": turns("{{ $x := list" + " 1" * 20_000 + " }}"),
    "many arguments to a map": turns("{{ $x := dict" + ' "a" 1' * 10_000 + " }}"),
    "many factors": turns("{{ $x := mul" + " 9223372036854775807" * 20_000 + " }}"),
    "mulf": turns("{{ $x := mulf" + " 1.7976931348623157e308" * 20_000 + " }}"),
    "mulf of small numbers": turns("{{ $x := mulf" + " 4.9e-324" * 20_000 + " }}"),
    "divf": turns("{{ $x := divf 1.0" + " 4.9e-324" * 20_000 + " }}"),
    "addf": turns("{{ $x := addf" + " 4.9e-324 1.7e308" * 10_000 + " }}"),
    "printf with widths": turns('{{ $x := printf "%1000000d" 1 | empty }}'),
    "printf with precisions": turns('{{ $x := printf "%.900000f" 1.1 | empty }}'),
    "printf with many verbs": turns('{{ $x := printf "' + "%d" * 10_000 + '" 1 | empty }}'),
    "slice": NUMBERS + turns("{{ $x := slice $l 1 }}"),
    "templates that call themselves twice": '{{ define "x" }}{{ template "x" . }}{{ template "x" . }}{{ end }}'
    '{{ template "x" . }}',
    "templates that double what they are given": '{{ define "x" }}{{ template "x" (list . .) }}{{ end }}'
    '{{ template "x" 1 }}',
    "a map in a map in a map": "{{ $d := dict }}" + turns('{{ $d = dict "a" $d }}'),
    "mergeOverwrite": "{{ $d := dict }}{{ range 3000 }}{{ $_ := set $d (toString .) . }}{{ end }}"
    + turns("{{ $x := mergeOverwrite (dict) $d $d $d }}"),
    "pluck": '{{ $d := dict "a" 1 }}' + turns('{{ $x := pluck "a"' + " $d" * 5000 + " }}"),
    "nindent": '{{ $b := repeat 100000 "\\n" }}' + turns("{{ $x := nindent 9 $b | empty }}"),
    "a pattern in many parentheses": turns('{{ $x := regexMatch "' + "(" * 5000 + "a" + ")" * 5000 + '" "a" }}'),
    "printf with widths as arguments": turns('{{ $x := printf "%*d" 1000000 1 | empty }}'),
    "printf with many indexes": turns('{{ $x := printf "' + "%[1]d" * 5000 + '" 1 | empty }}'),
    "printf in hexadecimal": MILLION + turns('{{ $x := printf "%x" $b | empty }}'),
    "prepend": "{{ $l := list }}" + turns("{{ $l = prepend $l . }}"),
    "a number of many digits": '{{ $b := repeat 100000 "9" }}' + turns("{{ $x := float64 $b }}"),
    "a date of many years": '{{ $b := repeat 100000 "2006" }}' + turns("{{ $x := toDate $b $b }}"),
    "wrapWith": '{{ $b := repeat 100000 "a " }}' + turns('{{ $x := wrapWith 1 "\\n\\n\\n" $b | empty }}'),
    "long fields": "{{ $x := .a" + ".a" * 1_900_000 + " }}",
    "a large exponent": "{{ 1e" + "9" * 1_000_000 + " }}",
    "many escapes": '{{ "' + "\\U0010ffff" * 300_000 + '" }}',
    "many long strings": ('{{ $x := "' + "a" * 1000 + '" }}') * 3900,
    # Sources.
    "many actions": "{{1}}" * 300_000,
    "a long pipe": "{{ 1" + " | print" * 100_000 + " }}",
    "many arms": "{{ if 0 }}" + "{{ else if 0 }}" * 100_000 + "{{ end }}",
    "many texts": "{{/* */}}x" * 300_000,
    "many definitions": "".join(f'{{{{ define "{n}" }}}}x{{{{ end }}}}' for n in range(100_000)),
    "many parentheses": "{{" + "(" * 1_000_000,
    "deep blocks": "{{ if 1 }}" * 100_000,
    "a long number": "{{ " + "1" * 4_000_000 + " }}",
    "a long name": "{{ " + "a" * 4_000_000 + " }}",
    "a long string": '{{ "' + "a\\n" * 1_300_000 + '" }}',
    "long blanks": "{{ 1" + " " * 4_000_000 + "}}",
    "a long text": "x" * 4_000_000,
    "a text that is too long": "x" * 5_000_000,
    "as many variables as there may be": "{{$a:=1}}" * 11_900,
    "as many names as there may be": "".join(f"{{{{$a{n}:=1}}}}" for n in range(6_000)) + "{{$a5999}}" * 9_000,
    "as many actions as there may be": "{{1}}" * 19_900,
    "as many calls as there may be": "{{upper .a}}" * 9_900,
    "as many fields as there may be": "{{.a.b.c.d.e.f.g}}" * 6_600,
    "as many arms as there may be": "{{ if .a }}" + "{{ else if .b }}" * 6_000 + "{{ end }}",
    "as many loops as there may be": "{{range .a}}{{end}}" * 7_000,
    "as long a pipe as there may be": "{{ 1" + " | print" * 14_900 + " }}",
    "as many arguments as there may be": "{{ and" + " .a" * 29_900 + " }}",
    "as many nested pipes as there may be": "{{ print" + " (print (print (print .a)))" * 3_500 + " }}",
    "as many definitions as there may be": "".join(
        f'{{{{define "{n}"}}}}{{{{.a}}}}{{{{end}}}}{{{{template "{n}"}}}}' for n in range(3_300)
    ),
}


@dataclass(frozen=True)
class Taken:
    """What a template took: processor time in seconds, memory in megabytes, and the error, if any, that ended it."""

    seconds: float
    megabytes: float
    reason: str
    limit: str


def take(source: str, limits: Limits) -> Taken:
    """Render a template in a process of its own."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        before = resource.getrusage(resource.RUSAGE_SELF)
        reason = limit = ""
        try:
            Template(source, limits=limits).render({"a": {"b": "c"}, "b": 0}, limits)
        except TemplateError as error:
            reason, limit = error.reason, error.limit
        after = resource.getrusage(resource.RUSAGE_SELF)
        seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        os.write(writing, pickle.dumps(Taken(seconds, after.ru_maxrss / 1024, reason[:300], limit)))
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        written = pipe.read()
    os.waitpid(child, 0)
    taken: Taken = pickle.loads(written)
    return taken


def main() -> None:
    """Print a line for each template, or for those whose names are given."""
    for name, source in HOSTILE.items():
        if len(sys.argv) > 1 and name not in sys.argv[1:]:
            continue
        taken = take(source, DEFAULT)
        sys.stdout.write(f"{taken.seconds:6.2f} s {taken.megabytes:5.0f} MB  {name}: {taken.reason[:110]}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
