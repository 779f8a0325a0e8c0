"""Which release a text names, and what its injector's rules are."""

from __future__ import annotations

import pytest

from kubectl_inject.istio.releases import NEWEST_KNOWN, Release, chart_features, release_named, rules_of


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("1.30.3", "1.30.3"),
        ("1.30", "1.30"),
        ("v1.28.10", "1.28.10"),
        ("1.31.0-distroless", "1.31.0"),
        ("istiod-1.29.6", "1.29.6"),
        ("1.32-alpha.7d0a", "1.32"),
        ("asm-1.26.8-asm.1", "1.26.8"),
        ("1.30.x", "1.30"),
        ("latest", None),
        ("1.0.0", None),
        ("", None),
        ("2.1.0", None),
        ("1", None),
        ("1.x", None),
        ("1.٣", None),
        ("1.99999999", None),
    ],
)
def test_the_release_that_a_text_names(text: str, name: str | None) -> None:
    found = release_named(text, "here")
    assert (str(found) if found else None) == name


@pytest.mark.parametrize(
    ("minor", "held", "functions", "data"),
    [
        (26, [], {"omitNil", "otelResourceAttributes"}, {"NativeSidecars", "ProxyInitImage"}),
        (
            27,
            ["exact_inject_values"],
            {"omitNil", "otelResourceAttributes"},
            {"ProxyInitImage"},
        ),
        (28, ["counts_users_of_init_containers"], {"otelResourceAttributes"}, {"ProxyInitImage"}),
        (30, ["native_sidecars_by_nodes"], set(), {"ProxyInitImage"}),
        (31, ["checks_scrape_port", "scrape_targets", "announces_secure_port"], set(), set()),
    ],
)
def test_rules_hold_since_a_release(minor: int, held: list[str], functions: set[str], data: set[str]) -> None:
    rules, before = rules_of(Release(minor)), rules_of(Release(25))
    assert all(getattr(rules, rule) and not getattr(before, rule) for rule in held)
    assert rules.missing_functions == functions
    assert rules.missing_data == data


def test_beyond_the_releases_known_the_nearest_rules_hold_and_a_note_says_so() -> None:
    later, earlier = Release(40), Release(20, "1.20.3")
    assert rules_of(later) == rules_of(NEWEST_KNOWN)
    assert rules_of(earlier) == rules_of(Release(26))
    assert later.note == "Istio 1.40 is newer than the newest release known here: the rules of 1.31 are used"
    assert earlier.note == "Istio 1.20.3 is older than the oldest release known here: the rules of 1.26 are used"
    assert NEWEST_KNOWN.note == ""


def test_features_of_the_chart() -> None:
    assert chart_features(Release(29)) == {
        "resourceDivisor": True,
        "namedCrl": True,
        "otelResourceAttributes": False,
        "strictCanonicalName": False,
        "ownInitImage": False,
        "fipsRuntime": False,
    }
