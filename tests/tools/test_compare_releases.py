"""What tools.compare_releases says of two small configurations."""

from __future__ import annotations

from typing import Any

from kubectl_inject.config.captured import CapturedConfig
from kubectl_inject.istio.releases import release_named
from tools.compare_releases import compare, unknown_fields, used_by

OLD: dict[str, Any] = {
    "templates": {"sidecar": "a: {{ .Values.global.hub }}\nb: {{ trim $.Revision }}", "gone": "c: d"},
}
NEW: dict[str, Any] = {
    "templates": {
        "sidecar": "a: {{ .Values.global.hub }}\nb: {{ shout (annotation .ObjectMeta `sidecar.istio.io/brandNew` 1) }}",
        "new": "c: d",
    },
}


def captured(inject: dict[str, Any], values: dict[str, Any], mesh: dict[str, Any], release: str) -> CapturedConfig:
    return CapturedConfig(inject, values, mesh, release=release_named(release, "test"))


def test_everything_that_differs_is_named() -> None:
    old = captured(OLD, {"global": {"hub": "h", "port": 1, "left": True}}, {"trustDomain": "td"}, "1.31.0")
    new = captured(NEW, {"global": {"hub": "h", "port": "1", "added": None}}, {"brandNew": 1}, "1.32.0")
    assert list(compare(old, new)) == [
        "# 1.31.0 -> 1.32.0",
        *("", "## templates that are gone", "- gone"),
        *("", "## templates that are new", "- new"),
        *("", "## template sidecar", "--- old sidecar", "+++ new sidecar", "@@ -1,2 +1,2 @@"),
        " a: {{ .Values.global.hub }}",
        "-b: {{ trim $.Revision }}",
        "+b: {{ shout (annotation .ObjectMeta `sidecar.istio.io/brandNew` 1) }}",
        *("", "## functions that templates use no more", "- trim"),
        *("", "## functions that templates use now", "- annotation", "- shout"),
        *("", "## data that templates use no more", "- .Revision"),
        *("", "## data that templates use now", "- .ObjectMeta"),
        *("", "## annotations and labels that templates use now", "- sidecar.istio.io/brandNew"),
        *("", "## functions that are not known here", "- shout"),
        *("", "## annotations and labels without a row in istio/annotations.py", "- sidecar.istio.io/brandNew"),
        *("", "## values that are gone", "- global.left"),
        *("", "## values that are new", "- global.added: null"),
        *("", "## values that differ", "- global.port: number 1 -> string '1'"),
        *("", "## mesh config that are gone", "- trustDomain"),
        *("", "## mesh config that are new", "- brandNew: number 1"),
        *("", "## fields of the mesh config that are not known here", "- brandNew"),
    ]


def test_the_same_configuration_differs_in_nothing() -> None:
    config = captured(OLD, {"global": {"hub": "h"}}, {"trustDomain": "td"}, "1.31.0")
    assert list(compare(config, config)) == ["# 1.31.0 -> 1.31.0"]


def test_what_a_template_uses() -> None:
    used = used_by(
        '{{ define "x" }}{{ with $y := index .A.B "c" }}{{ $y.d }}{{ $.E | f }}{{ end }}{{ end }} .text {{.}}'
    )
    assert used.functions == {"index", "f"}
    assert used.data == {".A.B", ".d", ".E"}
    assert not used.annotations


def test_names_of_annotations_are_found_in_text_and_strings() -> None:
    used = used_by("prometheus.io/port: x\n{{ isset .A `traffic.sidecar.istio.io/b` }} docker.io/istio/proxyv2")
    assert used.annotations == {"prometheus.io/port", "traffic.sidecar.istio.io/b"}


def test_fields_of_messages_in_lists_and_maps_are_known_too() -> None:
    mesh = {
        "trust_domain": "by its other name",
        "defaultConfig": {"concurrency": 2, "newer": 1, "proxyMetadata": {"ANY": "x"}},
        "extensionProviders": [{"name": "a", "zipkin": {"service": "b", "newest": {}}}],
        "enableAutoMtls": True,
    }
    assert list(unknown_fields(mesh)) == ["defaultConfig.newer", "extensionProviders[0].zipkin.newest"]
