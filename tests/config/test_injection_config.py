from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kubectl_inject.config.injection_config import (
    ConfigError,
    InjectionConfig,
    Installation,
    injection_config,
    read_mapping,
)
from kubectl_inject.errors import InjectionError

TEMPLATES = {"templates": {"sidecar": "text"}}


def config(inject: dict[str, Any], values: dict[str, Any] | None = None) -> InjectionConfig:
    return injection_config(inject, values or {}, {}, Installation())


def test_what_is_not_given_has_istios_defaults() -> None:
    made = config(TEMPLATES)
    assert (made.policy, made.default_templates, made.aliases) == ("enabled", ("sidecar",), {})
    assert (made.never_inject, made.always_inject, made.injected_annotations) == ((), (), {})
    assert (made.installation.revision, made.installation.native_sidecars) == ("", True)


def test_what_is_given() -> None:
    made = config(
        {
            **TEMPLATES,
            "policy": "disabled",
            "defaultTemplates": ["a", "b"],
            "aliases": {"both": ["a", "b"]},
            "neverInjectSelector": [{"matchLabels": {"no": "1"}}],
            "alwaysInjectSelector": [{"matchLabels": {"yes": "1"}}],
            "injectedAnnotations": {"a": "b", "on": True, "n": 1, "none": None},
        }
    )
    assert (made.policy, made.default_templates, made.aliases) == ("disabled", ("a", "b"), {"both": ("a", "b")})
    assert made.never_inject[0].matches({"no": "1"})
    assert made.always_inject[0].matches({"yes": "1"})
    assert made.injected_annotations == {"a": "b", "on": "true", "n": "1", "none": ""}


def test_templates_of_the_values_yield_to_those_of_the_inject_config() -> None:
    values = {"sidecarInjectorWebhook": {"templates": {"sidecar": "values", "own": "values"}}}
    assert config(TEMPLATES, values).templates == {"sidecar": "text", "own": "values"}
    assert config({}, values).templates == {"sidecar": "values", "own": "values"}


@pytest.mark.parametrize("templates", [[], None])
def test_no_default_templates_are_those_of_istio(templates: list[str] | None) -> None:
    assert config({**TEMPLATES, "defaultTemplates": templates}).default_templates == ("sidecar",)


@pytest.mark.parametrize(
    ("inject", "message"),
    [
        ({}, "with the field 'templates'; found no fields"),
        ({"templates": {}}, "inject config: no templates"),
        ({"data": "x", "config": 1}, "found config, data"),
        ({"templates": "x"}, "inject config: templates: expected a mapping of names to texts, found the string 'x'"),
        ({"templates": {"a": 1}}, "inject config: templates.a: expected a text, found the number 1"),
        ({**TEMPLATES, "policy": "on"}, "policy: expected enabled or disabled, found the string 'on'"),
        ({**TEMPLATES, "policy": None}, "policy: expected enabled or disabled, found nothing"),
        ({**TEMPLATES, "policy": []}, "policy: expected enabled or disabled, found a list"),
        (
            {**TEMPLATES, "defaultTemplates": "a"},
            "defaultTemplates: expected a list of template names, found the string",
        ),
        ({**TEMPLATES, "defaultTemplates": [1]}, "defaultTemplates: expected a list of template names"),
        ({**TEMPLATES, "aliases": []}, "aliases: expected a mapping, found a list"),
        ({**TEMPLATES, "aliases": {"a": "b"}}, "aliases.a: expected a list of template names, found the string 'b'"),
        ({**TEMPLATES, "neverInjectSelector": {}}, "neverInjectSelector: expected a list of label selectors"),
        ({**TEMPLATES, "alwaysInjectSelector": ["x"]}, "alwaysInjectSelector[0]: expected a mapping"),
        ({**TEMPLATES, "injectedAnnotations": "a"}, "injectedAnnotations: expected a mapping, found the string 'a'"),
        ({**TEMPLATES, "injectedAnnotations": {"a": []}}, "injectedAnnotations[a]: expected a string, found a list"),
    ],
)
def test_bad_inject_config(inject: dict[str, Any], message: str) -> None:
    with pytest.raises(InjectionError) as error:
        config(inject)
    assert message in str(error.value)


def test_bad_templates_of_the_values() -> None:
    with pytest.raises(ConfigError, match=r"^values: sidecarInjectorWebhook: templates: expected a mapping"):
        config({}, {"sidecarInjectorWebhook": {"templates": []}})


@pytest.mark.parametrize(
    ("text", "message"),
    [("", "mesh: empty"), ("null", "mesh: empty"), ("[]", "mesh: expected a mapping, found a list"), ("a: [", "mesh")],
)
def test_text_that_is_no_mapping(text: str, message: str) -> None:
    with pytest.raises(InjectionError, match=message):
        read_mapping(text, "mesh")


def test_from_texts_takes_yaml_and_json() -> None:
    made = InjectionConfig.from_texts(
        "templates: {sidecar: x}",
        '{"global": {"tag": 1}}',
        "trustDomain: td",
        installation=Installation(revision="canary"),
    )
    assert (made.templates, made.values.text("global.tag"), made.mesh.get("trustDomain")) == (
        {"sidecar": "x"},
        "1",
        "td",
    )
    assert made.installation.revision == "canary"


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from(["matchLabels", "matchExpressions", "key", "operator", "values"]), inner)
    ),
    max_leaves=5,
)
FIELDS = st.sampled_from(
    ["policy", "templates", "defaultTemplates", "aliases", "neverInjectSelector", "injectedAnnotations"]
)


@given(
    inject=st.dictionaries(FIELDS, PLAIN), values=st.dictionaries(st.sampled_from(["sidecarInjectorWebhook"]), PLAIN)
)
def test_any_objects_make_a_config_or_are_refused(inject: dict[str, Any], values: dict[str, Any]) -> None:
    try:
        made = config({**TEMPLATES, **inject}, values)
    except InjectionError:
        return
    assert made.policy in ("enabled", "disabled")
    assert made.templates
