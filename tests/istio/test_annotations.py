"""The table of annotations and labels: it holds together, and with what refers to it."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from kubectl_inject.istio import names as constants
from kubectl_inject.istio.annotation_values import check_of
from kubectl_inject.istio.annotations import ROWS, checked_annotations, names
from kubectl_inject.istio.nearest_name import nearest_name
from kubectl_inject.istio.releases import InjectorRules, Release, rules_of
from kubectl_inject.istio.well_known import ANNOTATION, LABEL
from tests.conftest import ROOT

_TEMPLATES = ROOT / "kubectl_inject" / "builtin" / "templates"


def test_no_name_is_there_twice() -> None:
    assert [name for name, count in Counter((row.kind, row.name) for row in ROWS).items() if count > 1] == []
    settings = Counter(setting.name for row in ROWS for setting in row.settings)
    assert [name for name, count in settings.items() if count > 1] == []


def test_every_constant_is_in_the_table() -> None:
    named = {value for name, value in vars(constants).items() if name.isupper() and "/" in str(value)}
    assert named - names(ANNOTATION) - names(LABEL) == set()


def test_every_name_in_the_built_in_templates_is_in_the_table() -> None:
    text = "".join(file.read_text() for file in _TEMPLATES.iterdir())
    named = set(re.findall(r"[a-z.]*\bistio\.io/[\w/-]+", text))
    assert named - names(ANNOTATION) - names(LABEL) == set()


def test_every_checked_annotation_has_a_check() -> None:
    for annotation in checked_annotations(31).values():
        assert check_of(annotation, InjectorRules())("\N{SNOWMAN}") != ""


@pytest.mark.parametrize(("minor", "count"), [(25, 12), (26, 12), (27, 16), (29, 16), (30, 19), (31, 19), (40, 19)])
def test_how_many_annotations_a_release_checks(minor: int, count: int) -> None:
    assert len(checked_annotations(minor)) == count


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("sidecar.istio.io/logLevel", 26, 31),
        ("sidecar.istio.io/statsCompression", 26, 28),
        ("sidecar.istio.io/statsFlushInterval", 28, 31),
        ("prometheus.istio.io/scrape-targets", 31, 31),
    ],
)
def test_which_releases_heed_an_annotation(name: str, first: int, last: int) -> None:
    (row,) = (row for row in ROWS if row.name == name)
    assert [minor for minor in range(26, 32) if row.is_heeded(minor)] == [*range(first, last + 1)]


def test_what_the_injector_has_rules_for_is_heeded_since_the_same_release() -> None:
    since = {row.name: row.since for row in ROWS}
    for name, rule in ((constants.SCRAPE_TARGETS, "scrape_targets"), (constants.SECURE_PORT, "announces_secure_port")):
        assert [getattr(rules_of(Release(since[name] - later)), rule) for later in (1, 0)] == [False, True]


@pytest.mark.parametrize(
    ("name", "kind", "near"),
    [
        ("sidecar.istio.io/proxyCpu", ANNOTATION, "sidecar.istio.io/proxyCPU"),
        ("sidecar.istio.io/proxyCPULimits", ANNOTATION, "sidecar.istio.io/proxyCPULimit"),
        ("sidecar.isto.io/proxyMemory", ANNOTATION, "sidecar.istio.io/proxyMemory"),
        ("sidecar.istio.io/excludeOutboundPorts", ANNOTATION, "traffic.sidecar.istio.io/excludeOutboundPorts"),
        ("istio.io/templates", ANNOTATION, "inject.istio.io/templates"),
        (
            "traffic.sidecar.istio.io/excludeOutboundIPRange",
            ANNOTATION,
            "traffic.sidecar.istio.io/excludeOutboundIPRanges",
        ),
        ("sidecar.istio.io/injects", LABEL, "sidecar.istio.io/inject"),
        ("istio_injection", LABEL, "istio-injection"),
        ("sidecar.istio.io/proxyCPU", ANNOTATION, ""),
        ("sidecar.istio.io/somethingOfALaterRelease", ANNOTATION, ""),
        ("example.com/logLevel", ANNOTATION, ""),
        ("prometheus.io/scrape_slow", ANNOTATION, ""),
        ("port", ANNOTATION, ""),
        ("", ANNOTATION, ""),
    ],
)
def test_nearest_name(name: str, kind: str, near: str) -> None:
    assert nearest_name(name, kind) == near
