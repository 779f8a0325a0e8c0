"""Versions, profiles and settings of the built-in configuration."""

from __future__ import annotations

from typing import Any

import pytest

from kubectl_inject.builtin import NEWEST, SUPPORTED, TEMPLATES, builtin_config
from kubectl_inject.config.injection_config import ConfigError, InjectionConfig, Installation
from tests.conftest import injected, pod


def _injected(config: InjectionConfig, value: dict[str, Any] | None = None) -> dict[str, Any]:
    return injected(value or pod(), config)


def _container(value: dict[str, Any], name: str = "istio-proxy") -> dict[str, Any]:
    containers = value["spec"].get("initContainers", []) + value["spec"]["containers"]
    found: dict[str, Any] = next(container for container in containers if container["name"] == name)
    return found


def _environment(container: dict[str, Any]) -> dict[str, Any]:
    return {variable["name"]: variable.get("value", variable.get("valueFrom")) for variable in container["env"]}


@pytest.mark.parametrize("version", SUPPORTED)
@pytest.mark.parametrize("template", TEMPLATES)
def test_every_version_has_every_template(version: str, template: str) -> None:
    value = _injected(builtin_config(version), pod(annotations={"inject.istio.io/templates": template}))
    assert len(value["spec"]["initContainers" if template in ("sidecar", "grpc-simple") else "containers"]) > 0
    assert value["metadata"]["annotations"]["sidecar.istio.io/status"]


@pytest.mark.parametrize(
    ("version", "tag"), [("1.31", "1.31.0"), ("1.31.0", "1.31.0"), ("1.30.3", "1.30.3"), ("1.29", "1.29.0")]
)
def test_the_version_is_the_tag_of_the_image(version: str, tag: str) -> None:
    assert _container(_injected(builtin_config(version)))["image"] == f"docker.io/istio/proxyv2:{tag}"


def test_the_newest_version_is_the_default() -> None:
    assert _injected(builtin_config()) == _injected(builtin_config(NEWEST))


@pytest.mark.parametrize(
    "version", ["", "1", "1.27", "1.27.3", "1.32", "1.31.0.1", "1.31.x", "v1.31", "2.31", "latest"]
)
def test_an_unknown_version_is_refused(version: str) -> None:
    with pytest.raises(ConfigError, match=r"there are: 1\.28, 1\.29, 1\.30, 1\.31"):
        builtin_config(version)


def test_an_unknown_profile_is_refused() -> None:
    with pytest.raises(ConfigError, match="no built-in profile 'tiny'; there are: default, cni, openshift"):
        builtin_config(profile="tiny")


@pytest.mark.parametrize(
    ("version", "variables"),
    [
        ("1.28", {"resourceFieldRef": {"resource": "limits.cpu"}}),
        ("1.29", {"resourceFieldRef": {"resource": "limits.cpu", "divisor": "1"}}),
    ],
)
def test_a_divisor_is_written_since_1_29(version: str, variables: dict[str, Any]) -> None:
    assert _environment(_container(_injected(builtin_config(version))))["GOMAXPROCS"] == variables


@pytest.mark.parametrize(("version", "name"), [("1.28", "istio-ca-crl"), ("1.29", "revoked")])
def test_the_list_of_revoked_certificates_can_be_named_since_1_29(version: str, name: str) -> None:
    value = _injected(builtin_config(version, values={"pilot": {"crlConfigMapName": "revoked"}}))
    (volume,) = [volume for volume in value["spec"]["volumes"] if volume["name"] == "istio-ca-crl"]
    assert volume["configMap"] == {"name": name, "optional": True}


@pytest.mark.parametrize(("version", "image"), [("1.30", "proxyv2"), ("1.31", "init")])
def test_the_init_container_has_an_image_of_its_own_since_1_31(version: str, image: str) -> None:
    value = _injected(builtin_config(version, values={"global": {"proxy_init": {"image": "init"}}}))
    assert _container(value, "istio-init")["image"] == f"docker.io/istio/{image}:{version}.0"


@pytest.mark.parametrize(("version", "name"), [("1.30", "_app."), ("1.31", "app")])
def test_a_canonical_name_begins_and_ends_with_a_letter_or_digit_since_1_31(version: str, name: str) -> None:
    value = _injected(builtin_config(version), pod(labels={"app": "_app."}))
    assert value["metadata"]["labels"]["service.istio.io/canonical-name"] == name


def test_values_are_laid_over_the_defaults() -> None:
    values = {
        "global": {
            "hub": "example.com/mesh",
            "tag": "mine",
            "variant": "distroless",
            "proxy": {"logLevel": "debug", "resources": {"limits": None}},
        }
    }
    proxy = _container(_injected(builtin_config(values=values)))
    assert proxy["image"] == "example.com/mesh/proxyv2:mine-distroless"
    assert "--proxyLogLevel=debug" in proxy["args"]
    assert "--proxyComponentLogLevel=misc:error" in proxy["args"]
    assert proxy["resources"] == {"requests": {"cpu": "100m", "memory": "128Mi"}}


def test_values_that_are_given_are_not_changed() -> None:
    values = {"global": {"proxy": {"logLevel": "debug"}}}
    builtin_config(values=values)
    assert values == {"global": {"proxy": {"logLevel": "debug"}}}


@pytest.mark.parametrize(
    ("values", "path"),
    [
        ({"global": "x"}, "values.global"),
        ({"global": {"proxy": []}}, "values.global.proxy"),
        ({"meshConfig": 1}, "values.meshConfig"),
    ],
)
def test_values_of_another_shape_are_refused(values: dict[str, Any], path: str) -> None:
    with pytest.raises(ConfigError, match=f"^{path}: expected a mapping, found"):
        builtin_config(values=values)


@pytest.mark.parametrize(
    ("values", "installation"),
    [
        pytest.param({"revision": "canary"}, None, id="in the values"),
        pytest.param({}, Installation(revision="canary"), id="of the installation"),
        pytest.param({"revision": "canary"}, Installation(revision="canary"), id="in both"),
    ],
)
def test_the_revision_names_istiod(values: dict[str, Any], installation: Installation | None) -> None:
    value = _injected(
        builtin_config(values={"global": {"istioNamespace": "mesh"}, **values}, installation=installation)
    )
    environment = _environment(_container(value))
    assert environment["CA_ADDR"] == "istiod-canary.mesh.svc:15012"
    assert '"discoveryAddress":"istiod-canary.mesh.svc:15012"' in environment["PROXY_CONFIG"]
    assert value["metadata"]["annotations"]["istio.io/rev"] == "canary"


def test_two_revisions_are_refused() -> None:
    with pytest.raises(ConfigError, match=r"^revision: the values are of 'blue', the installation is of 'canary'$"):
        builtin_config(values={"revision": "blue"}, installation=Installation(revision="canary"))


def test_the_default_revision_is_a_plain_installation() -> None:
    value = _injected(builtin_config(installation=Installation(revision="default")))
    assert value == _injected(builtin_config())
    assert _environment(_container(value))["CA_ADDR"] == "istiod.istio-system.svc:15012"


def test_the_chart_tells_the_proxy_of_its_mesh_and_its_tracer() -> None:
    values = {"global": {"meshID": "shop", "proxy": {"tracer": "zipkin"}}}
    config = _environment(_container(_injected(builtin_config(values=values))))["PROXY_CONFIG"]
    assert '"meshId":"shop"' in config
    assert '"tracing":{"zipkin":{"address":"zipkin.istio-system:9411"}}' in config


def test_the_mesh_config_is_laid_over_that_of_the_values() -> None:
    values = {"meshConfig": {"trustDomain": "one", "defaultConfig": {"proxyMetadata": {"A": "values", "B": "values"}}}}
    mesh = {"defaultConfig": {"proxyMetadata": {"B": "mesh"}, "interceptionMode": "TPROXY"}}
    environment = _environment(_container(_injected(builtin_config(values=values, mesh=mesh))))
    assert environment["TRUST_DOMAIN"] == "one"
    assert (environment["A"], environment["B"]) == ("values", "mesh")
    assert environment["ISTIO_META_INTERCEPTION_MODE"] == "TPROXY"


def test_the_policy_and_the_selectors_are_those_of_the_values() -> None:
    selector = {"matchLabels": {"tier": "batch"}}
    webhook = {
        "neverInjectSelector": [selector],
        "defaultTemplates": ["gateway"],
        "injectedAnnotations": {"example.com/injected": "yes"},
    }
    config = builtin_config(values={"sidecarInjectorWebhook": webhook, "global": {"proxy": {"autoInject": "disabled"}}})
    assert config.policy == "disabled"
    assert config.default_templates == ("gateway",)
    assert config.injected_annotations == {"example.com/injected": "yes"}
    assert len(config.never_inject) == 1
    assert not config.always_inject


def test_an_installation_may_bring_templates() -> None:
    custom = """
    spec:
      containers:
      - name: istio-proxy
        env: [{name: GREETING, value: hello}]
    """
    config = builtin_config(
        values={"sidecarInjectorWebhook": {"templates": {"custom": custom}}},
        installation=Installation(native_sidecars=False),
    )
    value = _injected(config, pod(annotations={"inject.istio.io/templates": "sidecar,custom"}))
    environment = _environment(_container(value))
    assert environment["GREETING"] == "hello"
    assert environment["PILOT_CERT_PROVIDER"] == "istiod"


def test_an_installation_may_replace_a_template() -> None:
    own = "metadata: {labels: {example.com/own: sidecar}}"
    value = _injected(builtin_config(values={"sidecarInjectorWebhook": {"templates": {"sidecar": own}}}))
    assert value["metadata"]["labels"]["example.com/own"] == "sidecar"
    assert [container["name"] for container in value["spec"]["containers"]] == ["app"]


def test_the_cni_plugin_needs_no_init_container_with_rights() -> None:
    value = _injected(builtin_config(profile="cni"))
    validation = _container(value, "istio-validation")
    assert validation["args"][-2:] == ["--run-validation", "--skip-rule-apply"]
    assert validation["securityContext"]["capabilities"] == {"drop": ["ALL"]}
    annotations = value["metadata"]["annotations"]
    assert annotations["traffic.sidecar.istio.io/excludeInboundPorts"] == "15020"
    assert "k8s.v1.cni.cncf.io/networks" not in annotations


def test_openshift_has_the_cni_plugin_behind_multus() -> None:
    config = builtin_config(profile="openshift")
    value = _injected(config, pod(annotations={"k8s.v1.cni.cncf.io/networks": "lan"}))
    assert value["metadata"]["annotations"]["k8s.v1.cni.cncf.io/networks"] == "lan, default/istio-cni"
    assert config.installation.platform == "openshift"


def test_values_win_over_the_profile() -> None:
    value = _injected(builtin_config(profile="openshift", values={"pilot": {"cni": {"provider": "default"}}}))
    assert "k8s.v1.cni.cncf.io/networks" not in value["metadata"]["annotations"]


@pytest.mark.parametrize(
    ("profile", "name", "value"),
    [
        ("preview", "ISTIO_META_DNS_CAPTURE", "true"),
        ("ambient", "ISTIO_META_ENABLE_HBONE", "true"),
        ("demo", "ISTIO_META_DNS_CAPTURE", None),
        ("default", "ISTIO_META_ENABLE_HBONE", None),
    ],
)
def test_profiles_set_what_istio_s_own_set(profile: str, name: str, value: str | None) -> None:
    assert _environment(_container(_injected(builtin_config(profile=profile)))).get(name) == value


def test_the_settings_of_istiod_are_read_from_its_environment() -> None:
    environment = {"ENABLE_NATIVE_SIDECARS": "false", "COMPLIANCE_POLICY": "fips-140-3"}
    value = _injected(builtin_config(values={"pilot": {"env": environment}}))
    assert [container["name"] for container in value["spec"]["containers"]] == ["app", "istio-proxy"]
    assert _environment(_container(value))["GODEBUG"] == "fips140=only"


def test_texts_are_quoted_as_yaml() -> None:
    metadata = {"QUOTED": 'say "no"', "TYPED": "no", "N": "1"}
    value = _injected(builtin_config(mesh={"defaultConfig": {"proxyMetadata": metadata}}))
    environment = _environment(_container(value))
    assert {name: environment[name] for name in metadata} == metadata
