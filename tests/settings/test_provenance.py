"""Where each value of a configuration is from."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kubectl_inject.config.captured import CapturedConfig
from kubectl_inject.config.webhook_rules import Webhook
from kubectl_inject.settings.injection_settings import InjectionSettings
from kubectl_inject.settings.provenance import sourced_values
from kubectl_inject.settings.resolved import SettingsLayer, resolve

VALUES = """
global: {hub: helm.example.com, proxy: {autoInject: disabled}}
meshConfig: {trustDomain: helm, enableTracing: false}
sidecarInjectorWebhook:
  templates: {custom: "metadata: {}\\nspec: {}\\n"}
  neverInjectSelector: [{matchLabels: {app: batch}}]
"""
BUILTIN = "built in, Istio 1.31"
LAYERED = InjectionSettings(
    profile="cni",
    values=("values.yaml", {"pilot": {"env": {"ENABLE_NATIVE_SIDECARS": "false"}}}),
    set_values=(
        "global.proxy.logLevel=debug",
        "revision=canary",
        "sidecarInjectorWebhook.defaultTemplates={sidecar,custom}",
        "meshConfig.defaultConfig.concurrency=0",
    ),
    mesh_config="mesh.yaml",
)


def sources(*layers: tuple[str, InjectionSettings]) -> dict[str, tuple[Any, str]]:
    given = [SettingsLayer(source, settings) for source, settings in layers]
    return {item.path: (item.value, item.source) for item in sourced_values(resolve(given), given)}


@pytest.fixture
def layered(write_file: Callable[[str, str], Path], monkeypatch: pytest.MonkeyPatch) -> dict[str, tuple[Any, str]]:
    """Return the values of a built-in configuration with something laid over in each way that there is."""
    monkeypatch.chdir(write_file("values.yaml", VALUES).parent)
    write_file("mesh.yaml", "ingressClass: ''\naccessLogFile: /dev/stdout\n")
    return sources(
        ("file", InjectionSettings(platform="openshift", injection="auto", hooks="skip")), ("flags", LAYERED)
    )


@pytest.mark.parametrize(
    ("path", "value", "source"),
    [
        pytest.param("values.global.tag", "1.31.0", BUILTIN, id="built in"),
        pytest.param("values.pilot.cni.enabled", True, "profile cni", id="profile"),
        pytest.param("values.global.hub", "helm.example.com", "values.yaml", id="file of values"),
        pytest.param("values.pilot.env.ENABLE_NATIVE_SIDECARS", "false", "inline values", id="inline values"),
        pytest.param("values.global.proxy.logLevel", "debug", "--set", id="--set"),
        pytest.param("meshConfig.connectTimeout", "10s", "Istio's default", id="mesh config's default"),
        pytest.param(
            "meshConfig.defaultConfig.discoveryAddress",
            "istiod-canary.istio-system.svc:15012",
            "made of the values",
            id="mesh config that the chart makes",
        ),
        pytest.param("meshConfig.trustDomain", "helm", "values.yaml", id="mesh config in values"),
        pytest.param("meshConfig.accessLogFile", "/dev/stdout", "mesh.yaml", id="file of mesh config"),
        pytest.param("meshConfig.enableTracing", False, "values.yaml", id="false"),
        pytest.param("meshConfig.ingressClass", "", "mesh.yaml", id="empty"),
        pytest.param("meshConfig.defaultConfig.concurrency", 0, "--set", id="zero"),
        pytest.param("templates.custom", "2 lines", "values.yaml", id="template of the user's"),
        pytest.param("policy", "disabled", "values.yaml", id="policy"),
        pytest.param("defaultTemplates", ["sidecar", "custom"], "--set", id="default templates"),
        pytest.param("neverInjectSelector", ["app=batch"], "values.yaml", id="selector"),
        pytest.param("alwaysInjectSelector", [], BUILTIN, id="selector that nothing sets"),
        pytest.param("revision", "canary", "--set", id="revision in values"),
        pytest.param("nativeSidecars", False, "inline values", id="native sidecars in values"),
        pytest.param("platform", "openshift", "file", id="a setting of a file"),
        pytest.param("injection", "auto", "file", id="injection"),
        pytest.param("compliancePolicy", "", "default", id="what nothing says"),
        pytest.param("hooks", "skip", "file", id="hooks"),
    ],
)
def test_built_in(path: str, value: Any, source: str, layered: dict[str, tuple[Any, str]]) -> None:
    assert layered[path] == (value, source)


def test_the_last_layer_that_says_it_counts() -> None:
    found = sources(
        ("file", InjectionSettings(revision="a", native_sidecars=False)), ("flags", InjectionSettings(revision="b"))
    )
    assert (found["revision"], found["nativeSidecars"]) == (("b", "flags"), (False, "file"))


CAPTURED = CapturedConfig(
    {"templates": {"sidecar": "spec: {}\n"}, "injectedAnnotations": {"a": "b"}},
    {"global": {"hub": "mine"}, "pilot": {"env": {"COMPLIANCE_POLICY": "fips-140-3"}}},
    {"trustDomain": "mine"},
    revision="1-31",
    tags=("prod",),
    webhooks=(Webhook("namespace.sidecar-injector.istio.io", "injector", "1-31"),),
    native_sidecars=False,
)


@pytest.mark.parametrize(
    ("path", "value", "source"),
    [
        pytest.param("values.global.hub", "mine", "inline", id="values"),
        pytest.param("meshConfig.trustDomain", "mine", "inline", id="mesh config"),
        pytest.param("meshConfig.connectTimeout", "10s", "Istio's default", id="mesh config's default"),
        pytest.param("templates.sidecar", "1 lines", "inline", id="template"),
        pytest.param("injectedAnnotations", {"a": "b"}, "inline", id="inject config"),
        pytest.param("revision", "1-31", "inline", id="revision"),
        pytest.param("revisionTags", {"prod": "1-31"}, "inline", id="tags"),
        pytest.param("nativeSidecars", False, "inline", id="native sidecars off"),
        pytest.param("webhooks", ["injector: namespace.sidecar-injector.istio.io"], "inline", id="webhooks"),
        pytest.param("platform", "openshift", "flags", id="a flag over what was captured"),
        pytest.param("compliancePolicy", "", "default", id="what was not captured"),
        pytest.param("injection", "manual", "default", id="what no configuration says"),
    ],
)
def test_captured(path: str, value: Any, source: str) -> None:
    found = sources(("flags", InjectionSettings(config=(CAPTURED.document(),), platform="openshift")))
    assert found[path] == (value, source)
