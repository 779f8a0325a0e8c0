"""Which templates are laid over a Pod, and what a template may render."""

from __future__ import annotations

from typing import Any

import pytest

from kubectl_inject import InjectionError
from kubectl_inject.gotemplate.compiled import CompiledTemplate
from kubectl_inject.injection.injector import Injector
from kubectl_inject.injection.pod_injector import TemplateInjector
from kubectl_inject.istio.releases import Release
from kubectl_inject.startup.frozen import replace
from tests.conftest import injected, pod, small_config
from tests.injection.looking import annotations_of, container, containers, variables

REQUESTED = "inject.istio.io/templates"
NAMED = {
    name: f"metadata: {{labels: {{last: {name}, from-{name}: 'yes'}}}}"
    for name in ("sidecar", "gateway", "spire", "custom")
}


def laid_over(requested: str | None, **inject: Any) -> tuple[str, ...]:
    """Return the templates that the report names for a Pod."""
    value = pod() if requested is None else pod(annotations={REQUESTED: requested})
    report = Injector(small_config(templates=NAMED, inject=inject)).inject_object(value).report
    return next(iter(report)).templates


def failure(template: str) -> str:
    with pytest.raises(InjectionError) as error:
        injected(pod(), small_config(template))
    return str(error.value)


@pytest.mark.parametrize(
    ("template", "since", "problem"),
    [
        ("spec: {{ toJson (omitNil (dict)) }}", 28, 'function "omitNil" not defined'),
        (
            "{{ with otelResourceAttributes .MeshConfig nil nil `` .Spec.Containers }}{{ end }}",
            30,
            "otelResourceAttributes",
        ),
        ("# {{ .NativeSidecars }}", 27, "NativeSidecars"),
        ("# {{ .ProxyInitImage }}", 31, "ProxyInitImage"),
    ],
)
def test_a_template_has_what_its_release_has(template: str, since: int, problem: str) -> None:
    assert injected(pod(), small_config(template, release=Release(since)))
    with pytest.raises(InjectionError, match=problem):
        injected(pod(), small_config(template, release=Release(since - 1)))


def test_a_template_compiled_for_a_later_release_is_not_taken_for_an_earlier_one() -> None:
    kept: dict[str, CompiledTemplate] = {}

    class Store:
        def get(self, _source: str, name: str) -> CompiledTemplate | None:
            return kept.get(name)

        def put(self, compiled: CompiledTemplate) -> None:
            kept[compiled.name] = compiled

    template = "spec: {{ toJson (omitNil (dict)) }}"
    TemplateInjector(small_config(template), Store()).library.template("sidecar")
    assert "omitNil" in kept["sidecar"].functions
    with pytest.raises(InjectionError, match="not defined"):
        TemplateInjector(small_config(template, release=Release(27)), Store()).library.template("sidecar")


@pytest.mark.parametrize(
    ("requested", "inject", "templates"),
    [
        pytest.param(None, {}, ("sidecar",), id="the sidecar where nothing is configured"),
        pytest.param(None, {"defaultTemplates": ["custom", "spire"]}, ("custom", "spire"), id="defaults"),
        pytest.param(None, {"defaultTemplates": []}, ("sidecar",), id="empty defaults"),
        pytest.param("gateway", {"defaultTemplates": ["custom"]}, ("gateway",), id="annotation before defaults"),
        pytest.param("sidecar,custom", {}, ("sidecar", "custom"), id="several"),
        pytest.param(" sidecar ,  custom ", {}, ("sidecar", "custom"), id="spaces"),
        pytest.param("custom,sidecar", {}, ("custom", "sidecar"), id="in the order that was requested"),
        pytest.param("both", {"aliases": {"both": ["sidecar", "spire"]}}, ("sidecar", "spire"), id="alias"),
        pytest.param(
            "custom,both", {"aliases": {"both": ["sidecar", "spire"]}}, ("custom", "sidecar", "spire"), id="alias among"
        ),
        pytest.param(
            None,
            {"defaultTemplates": ["both"], "aliases": {"both": ["gateway"]}},
            ("gateway",),
            id="alias among the defaults",
        ),
        pytest.param(None, {"aliases": {"sidecar": ["spire"]}}, ("spire",), id="alias hides a template"),
    ],
)
def test_selection(requested: str | None, inject: dict[str, Any], templates: tuple[str, ...]) -> None:
    assert laid_over(requested, **inject) == templates


@pytest.mark.parametrize(
    ("requested", "name"),
    [
        pytest.param("nope", "nope", id="unknown"),
        pytest.param("sidecar,nope", "nope", id="one of several"),
        pytest.param("", "", id="empty"),
        pytest.param("Sidecar", "Sidecar", id="another case"),
    ],
)
def test_unknown_name_lists_those_there_are(requested: str, name: str) -> None:
    with pytest.raises(InjectionError) as error:
        laid_over(requested)
    message = f"requested template {name!r} not found; there are: custom, gateway, sidecar, spire"
    assert str(error.value).endswith(message)


def test_later_templates_win() -> None:
    value = injected(pod(annotations={REQUESTED: "sidecar,custom"}), small_config(templates=NAMED))
    assert value["metadata"]["labels"] == {"from-sidecar": "yes", "last": "custom", "from-custom": "yes"}


def test_every_template_sees_the_pod_that_was_given() -> None:
    count = (
        "metadata: {{annotations: {{{0}: '{{{{ len .Spec.Containers }}}}'}}}}\nspec: {{containers: [{{name: {0}}}]}}"
    )
    templates = {name: count.format(name) for name in ("sidecar", "second")}
    value = injected(pod(annotations={REQUESTED: "sidecar,second"}), small_config(templates=templates))
    assert (annotations_of(value)["sidecar"], annotations_of(value)["second"]) == ("1", "1")
    assert sorted(containers(value)) == ["app", "second", "sidecar"]


@pytest.mark.parametrize(
    "template",
    [
        pytest.param("", id="empty"),
        pytest.param("{{ if false }}spec: {}{{ end }}", id="nothing rendered"),
        pytest.param("# only a comment", id="comment"),
        pytest.param("{}", id="empty mapping"),
        pytest.param("spec: {}", id="empty spec"),
        pytest.param("metadata: {annotations: null}", id="null"),
    ],
)
def test_template_that_adds_nothing(template: str) -> None:
    value = injected(pod(), small_config(template))
    assert value["spec"] == pod()["spec"]
    assert annotations_of(value)["sidecar.istio.io/status"] == (
        '{"initContainers":null,"containers":null,"volumes":null,"imagePullSecrets":null,"revision":"default"}'
    )


@pytest.mark.parametrize(
    ("template", "message"),
    [
        pytest.param("spec: {containers: [", "template 'sidecar' did not render YAML", id="not YAML"),
        pytest.param("a: b: c", "template 'sidecar' did not render YAML", id="not YAML either"),
        pytest.param("- a", "did not render a part of a Pod", id="a list"),
        pytest.param("text", "did not render a part of a Pod", id="a string"),
        pytest.param(
            "spec: {containers: {}}", "spec.containers: expected a list, found a mapping", id="containers no list"
        ),
        pytest.param(
            "spec: {containers: [{name: a, args: [1]}]}",
            "spec.containers[0].args[0]: expected a string, found the number 1",
            id="number for a string",
        ),
        pytest.param(
            "metadata: {annotations: {a: true}}",
            "metadata.annotations[a]: expected a string, found true",
            id="boolean for a string",
        ),
        pytest.param("{{ .Nope }}", "failed to run injection template 'sidecar'", id="no such field"),
        pytest.param('{{ fail "no luck" }}', "no luck", id="fail"),
        pytest.param("{{ if }}", "template 'sidecar' cannot be parsed", id="no template"),
        pytest.param("{{ nope 1 }}", "template 'sidecar' cannot be parsed", id="no such function"),
    ],
)
def test_template_that_cannot_be_used(template: str, message: str) -> None:
    text = failure(template)
    assert text.startswith("<object>: document 1: Pod web: ")
    assert message in text


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        pytest.param(".DeploymentMeta.Name", "web", id="DeploymentMeta.Name"),
        pytest.param(".DeploymentMeta.Namespace", "shop", id="DeploymentMeta.Namespace"),
        pytest.param(".TypeMeta.Kind", "Deployment", id="TypeMeta.Kind"),
        pytest.param(".TypeMeta.APIVersion", "apps/v1", id="TypeMeta.APIVersion"),
        pytest.param(".ObjectMeta.Labels.app", "w", id="ObjectMeta"),
        pytest.param(".Spec.ServiceAccountName", "me", id="Spec"),
        pytest.param("(index .Spec.Containers 0).Name", "app", id="Spec.Containers"),
        pytest.param(".ProxyConfig.StatusPort", "15020", id="ProxyConfig"),
        pytest.param(".MeshConfig.TrustDomain", "td", id="MeshConfig"),
        pytest.param(".Values.global.hub", "hub", id="Values"),
        pytest.param(".Revision", "canary", id="Revision"),
        pytest.param(".NativeSidecars", "false", id="NativeSidecars"),
        pytest.param(".ProxyImage", "hub/proxyv2:1.0", id="ProxyImage"),
        pytest.param(".ProxyInitImage", "hub/proxyv2:1.0", id="ProxyInitImage"),
        pytest.param(".ProxyUID", "1337", id="ProxyUID"),
        pytest.param(".ProxyGID", "1337", id="ProxyGID"),
        pytest.param(".InboundTrafficPolicyMode", "passthrough", id="InboundTrafficPolicyMode"),
        pytest.param(".CompliancePolicy", "fips-140-3", id="CompliancePolicy"),
    ],
)
def test_data(expression: str, text: str) -> None:
    template = f"spec: {{containers: [{{name: istio-proxy, env: [{{name: IT, value: '{{{{ {expression} }}}}'}}]}}]}}"
    values = {"global": {"hub": "hub", "tag": "1.0"}}
    installation: dict[str, Any] = {"revision": "canary", "native_sidecars": False, "compliance_policy": "fips-140-3"}
    deployment = {
        "apiVersion": "apps/v1",
        "kind": "Deployment",
        "metadata": {"name": "web", "namespace": "shop"},
        "spec": {
            "template": {
                "metadata": {"labels": {"app": "w"}},
                "spec": {"serviceAccountName": "me", "containers": [{"name": "app"}]},
            }
        },
    }
    value = injected(deployment, small_config(template, values=values, **installation))
    assert variables(value["spec"]["template"])["IT"] == text


@pytest.mark.parametrize(
    ("mode", "text"),
    [("LOCALHOST", "localhost"), ("PASSTHROUGH", "passthrough")],
)
def test_inbound_traffic_policy(mode: str, text: str) -> None:
    template = "spec: {containers: [{name: istio-proxy, image: '{{ .InboundTrafficPolicyMode }}'}]}"
    mesh = {"inboundTrafficPolicy": {"mode": mode}}
    assert container(injected(pod(), small_config(template, mesh=mesh)), "istio-proxy")["image"] == text


def test_a_template_that_changes_the_values_changes_them_for_its_own_pod_only() -> None:
    template = """
{{ $_ := set .Values.global "seen" (printf "%v%s" (.Values.global.seen | default "") .ObjectMeta.Name) }}
metadata: {labels: {seen: "{{ .Values.global.seen }}"}}
"""
    after = "metadata: {labels: {after: '{{ .Values.global.seen }}'}}"
    config = small_config(templates={"sidecar": template, "after": after})
    injector = Injector(replace(config, default_templates=("sidecar", "after")))
    for name in ("a", "b"):
        value = {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": name}, "spec": {"containers": [{"name": "c"}]}}
        labels = injector.inject_object(value).object["metadata"]["labels"]
        assert labels == {"seen": name, "after": name}


def test_containers_without_a_name() -> None:
    given = {"containers": [{"image": "one"}, {"image": "two"}]}
    template = "spec: {containers: [{name: istio-proxy, image: p}], initContainers: [{image: i}]}"
    spec = injected(pod(given), small_config(template))["spec"]
    # Only where the Pod has such a list, too, Kubernetes' merging asks for the names of what is added to it.
    assert spec["initContainers"] == [{"image": "i"}]
    assert [(item.get("name"), item["image"]) for item in spec["containers"]] == [
        (None, "one"),
        (None, "two"),
        ("istio-proxy", "p"),
    ]
    assert "a list item has no usable 'name'" in failure("spec: {containers: [{image: p}]}")
