"""What differs between two configurations, and which of it changes injected Pods."""

from __future__ import annotations

from typing import Any

import pytest

from kubectl_inject.builtin import builtin_config
from kubectl_inject.config.injection_config import InjectionConfig
from kubectl_inject.config.webhook_rules import Webhook
from kubectl_inject.injection.config_comparison import Comparison, SettingDifference, compare_configs
from kubectl_inject.istio.releases import Release
from kubectl_inject.startup.frozen import replace
from tests.conftest import pod, small_config

TEMPLATE = """
metadata:
  annotations:
    hub: {{ .Values.global.hub }}
    trust-domain: {{ .MeshConfig.TrustDomain }}
    native: "{{ .NativeSidecars }}"
    revision: "{{ .Revision }}"
    {{- if and .Values.first .Values.second }}
    both: "true"
    {{- end }}
    {{- if or .Values.third .Values.fourth }}
    either: "true"
    {{- end }}
    {{- if .Values.fails }}
    {{ fail "as requested" }}
    {{- end }}
"""


def config(values: dict[str, Any] | None = None, **given: Any) -> InjectionConfig:
    return small_config(TEMPLATE, values={"global": {"hub": "hub"}, **(values or {})}, **given)


def compared(old: InjectionConfig, new: InjectionConfig) -> Comparison:
    return compare_configs(old, new, [pod()])


def paths(differences: tuple[SettingDifference, ...]) -> list[str]:
    return [difference.path for difference in differences]


def test_the_same() -> None:
    assert compared(config(), config()) == Comparison((), same_pods=True, workloads=("Pod web",))


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        pytest.param(
            config({"global": {"hub": "other"}}),
            SettingDifference("values.global.hub", "hub", "other", ("metadata.annotations.hub",)),
            id="value",
        ),
        pytest.param(
            config(mesh={"trustDomain": "other"}),
            SettingDifference("meshConfig.trustDomain", "td", "other", ("metadata.annotations.trust-domain",)),
            id="mesh config",
        ),
        pytest.param(
            config(native_sidecars=False),
            SettingDifference("nativeSidecars", "true", "false", ("metadata.annotations.native",)),
            id="fact of the installation",
        ),
        pytest.param(
            config(inject={"injectedAnnotations": {"mine": "a"}}),
            SettingDifference("injectedAnnotations", "[]", '[["mine", "a"]]', ("metadata.annotations.mine",)),
            id="inject config",
        ),
        pytest.param(
            small_config(TEMPLATE + "    more: x\n", values={"global": {"hub": "hub"}}),
            SettingDifference("templates.sidecar", "16 lines", "17 lines", ("metadata.annotations.more",)),
            id="template",
        ),
    ],
)
def test_a_setting_that_changes_pods(new: InjectionConfig, expected: SettingDifference) -> None:
    comparison = compared(config(), new)
    assert (comparison.differences, comparison.same_pods) == ((replace(expected, workloads=("Pod web",)),), False)
    (back,) = compared(new, config()).differences
    assert (back.old, back.new, back.places) == (expected.new, expected.old, expected.places)


@pytest.mark.parametrize(
    ("new", "path", "old_shown", "new_shown"),
    [
        pytest.param(config({"unused": {"a.b": 1}}), "values.unused", "nothing", '{"a.b": 1}', id="value"),
        pytest.param(config({"fails": False}), "values.fails", "nothing", "false", id="value as good as none"),
        pytest.param(config({"unused": "x" * 70}), "values.unused", "nothing", "x" * 60 + "…", id="long value"),
        pytest.param(config({"unused": ""}), "values.unused", "nothing", '""', id="empty value"),
        pytest.param(config({"unused": 2}), "values.unused", "nothing", "2", id="whole number"),
        pytest.param(
            config(mesh={"trustDomain": "td", "rootNamespace": "r"}),
            "meshConfig.rootNamespace",
            "istio-system",
            "r",
            id="mesh",
        ),
        pytest.param(
            config(inject={"aliases": {"a": ["sidecar"]}}), "aliases", "[]", '[["a", ["sidecar"]]]', id="alias"
        ),
        pytest.param(
            small_config(templates={"sidecar": TEMPLATE, "other": "a\nb"}, values={"global": {"hub": "hub"}}),
            "templates.other",
            "nothing",
            "2 lines",
            id="template that nothing asks for",
        ),
        pytest.param(config(revision_tags={"prod": "1"}), "revisionTags", "[]", '[["prod", "1"]]', id="tags"),
    ],
)
def test_a_setting_that_changes_none(new: InjectionConfig, path: str, old_shown: str, new_shown: str) -> None:
    inert = SettingDifference(path, old_shown, new_shown)
    assert compared(config(), new) == Comparison((inert,), same_pods=True, workloads=("Pod web",))


def test_what_changes_pods_is_kept_apart_from_what_does_not() -> None:
    new = config(
        {"global": {"hub": "other"}, "a": 1, "b": 2, "c": 3}, mesh={"trustDomain": "other"}, platform="openshift"
    )
    comparison = compared(config(), new)
    assert paths(comparison.changing) == ["meshConfig.trustDomain", "values.global.hub"]
    assert paths(comparison.inert) == ["platform", "values.a", "values.b", "values.c"]


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        pytest.param({}, {"first": 1, "second": 1}, "metadata.annotations.both", id="together only"),
        pytest.param({"first": 1, "second": 1}, {}, "metadata.annotations.both", id="each takes it away"),
        pytest.param({}, {"third": 1, "fourth": 1}, "metadata.annotations.either", id="each alone"),
        pytest.param({"third": 1, "fourth": 1}, {}, "metadata.annotations.either", id="both take it away"),
    ],
)
def test_settings_that_matter_together(old: dict[str, Any], new: dict[str, Any], place: str) -> None:
    comparison = compared(config({**old, "a": 0}), config({**new, "b": 0}))
    assert {difference.path: difference.places for difference in comparison.changing} == {
        f"values.{name}": (place,) for name in {**old, **new}
    }
    assert paths(comparison.inert) == ["values.a", "values.b"]


def test_one_setting_undoes_what_another_does() -> None:
    comparison = compared(config({"third": 1}), config({"fourth": 1}))
    assert (comparison.changing, comparison.same_pods) == ((), True)
    assert paths(comparison.inert) == ["values.third", "values.fourth"]


FAILING = config({"fails": True})
FAILS = "injection itself, which fails with one of them"


@pytest.mark.parametrize(
    ("old", "new", "places"),
    [
        pytest.param(config(), FAILING, (FAILS,), id="with the new one"),
        pytest.param(FAILING, config(), (FAILS,), id="with the old one"),
    ],
)
def test_a_failure_is_an_outcome(old: InjectionConfig, new: InjectionConfig, places: tuple[str, ...]) -> None:
    comparison = compared(old, new)
    assert (comparison.changing[0].places, comparison.same_pods) == (places, False)


def test_two_failures_are_the_same_outcome() -> None:
    comparison = compared(FAILING, config({"fails": True, "global": {"hub": "other"}}))
    assert (paths(comparison.inert), comparison.same_pods) == (["values.global.hub"], True)


OF_1_31 = f"{TEMPLATE}    {{{{- if .Values.uses }}}}\n    image: {{{{ quote .ProxyInitImage }}}}\n    {{{{- end }}}}\n"


def test_a_mixture_that_no_mesh_has_is_no_evidence() -> None:
    """The newer release has a field for templates, and the newer values use it; the older one fails with these."""
    old = small_config(OF_1_31, values={"global": {"hub": "hub"}}, release=Release(30))
    new = small_config(OF_1_31, values={"global": {"hub": "other"}, "uses": True}, release=Release(31))
    comparison = compared(old, new)
    assert {each.path: each.places for each in comparison.changing} == {
        "values.global.hub": ("metadata.annotations.hub",),
        "values.uses": ("metadata.annotations.image",),
    }
    assert [(each.path, each.old, each.new) for each in comparison.inert] == [("istioVersion", "1.30", "1.31")]


def test_settings_change_some_workloads() -> None:
    old, new = config(), config({"global": {"hub": "other"}}, native_sidecars=False)
    off = pod(labels={"sidecar.istio.io/inject": "false"})
    comparison = compare_configs(old, new, [pod(), off, pod()])
    assert comparison.workloads == ("Pod web",) * 3
    assert comparison.changed == ("Pod web",) * 2
    assert [item.workloads for item in comparison.changing] == [("Pod web",) * 2] * 2


@pytest.mark.parametrize("count", [39, 40, 101])
def test_processes_share_workloads(count: int) -> None:
    values = {"global": {"hub": "other"}, "first": "true", "second": "true", "fails": "true"}
    old, new = config(), config(values, revision="canary")
    workloads = [
        pod(name=f"web-{number}", labels={"sidecar.istio.io/inject": "true" if number % 3 else "false"})
        for number in range(count)
    ]
    alone = compare_configs(old, new, workloads, jobs=1)
    assert compare_configs(old, new, workloads, jobs=3) == alone
    assert len(alone.workloads) == count
    assert len(alone.changing) > 1


def test_a_custom_resource_is_compared_by_its_pod_template() -> None:
    template = {"spec": {"containers": [{"name": "web"}]}}
    rollout = {
        "apiVersion": "argoproj.io/v1alpha1",
        "kind": "Rollout",
        "metadata": {"name": "web"},
        "spec": {"selector": {}, "template": template},
    }
    comparison = compare_configs(config(), config({"global": {"hub": "other"}}), [rollout])
    (change,) = comparison.changing
    assert (change.workloads, change.places) == (("Rollout web",), ("spec.template.metadata.annotations.hub",))


WEBHOOKS = [Webhook("a", "injector", "default", object_selector={"matchLabels": {"mesh": name}}) for name in "ab"]


def test_webhooks_that_select_other_pods() -> None:
    old, new = (config(automatic=True, webhooks=(webhook,)) for webhook in WEBHOOKS)
    assert paths(compare_configs(old, new, [pod(labels={"mesh": "a"})]).changing) == ["webhooks"]
    assert paths(compare_configs(old, new, [pod(labels={"mesh": "c"})]).inert) == ["webhooks"]


@pytest.mark.parametrize(
    ("values", "path"),
    [
        pytest.param({"global": {"proxy": {"logLevel": "debug"}}}, "values.global.proxy.logLevel", id="sidecar"),
        pytest.param(
            {"sidecarInjectorWebhook": {"rewriteAppHTTPProbe": False}},
            "values.sidecarInjectorWebhook.rewriteAppHTTPProbe",
            id="probes",
        ),
        pytest.param(
            {"global": {"proxy": {"excludeOutboundPorts": "3306"}}},
            "values.global.proxy.excludeOutboundPorts",
            id="ports",
        ),
    ],
)
def test_the_samples_show_what_usual_settings_change(values: dict[str, Any], path: str) -> None:
    assert path in paths(compare_configs(builtin_config(), builtin_config(values=values)).changing)


def test_a_function_that_only_the_newer_release_has() -> None:
    template = f"{TEMPLATE}    known: '{{{{ omitNil .Values.global | len }}}}'\n"
    old, new = (small_config(template, values={"global": {"hub": "h", "tag": tag}}) for tag in ("1.27.0", "1.28.0"))
    comparison = compared(old, new)
    assert (comparison.changing[-1].places, comparison.same_pods) == ((FAILS,), False)
