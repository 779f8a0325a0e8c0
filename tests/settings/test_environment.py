"""Settings in environment variables, and that all three programs heed them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import helm_postrenderer.main
import kubectl_inject.cli.main
import kustomize_plugin.main
from kubectl_inject.settings.environment import settings_from_environment
from kubectl_inject.settings.injection_settings import FIELDS, InjectionSettings, SettingError
from tests.conftest import POD
from tests.program_runs import program_runner

FROM_ENVIRONMENT: list[tuple[str, str, Any]] = [
    ("KUBECTL_INJECT_CONFIG", "a.yaml\nb b.yaml", ("a.yaml", "b b.yaml")),
    ("KUBECTL_INJECT_INJECT_CONFIG_FILE", "a", "a"),
    ("KUBECTL_INJECT_VALUES_FILE", "a", "a"),
    ("KUBECTL_INJECT_MESH_CONFIG_FILE", "a", "a"),
    ("KUBECTL_INJECT_ISTIO_VERSION", "1.30", "1.30"),
    ("KUBECTL_INJECT_PROFILE", "cni", "cni"),
    ("KUBECTL_INJECT_VALUES", "a\n\nb\n", ("a", "b")),
    ("KUBECTL_INJECT_SET", "a=b\nc=d,e=f", ("a=b", "c=d,e=f")),
    ("KUBECTL_INJECT_MESH_CONFIG", "a", "a"),
    ("KUBECTL_INJECT_REVISION", "1-31", "1-31"),
    ("KUBECTL_INJECT_NATIVE_SIDECARS", "false", False),
    ("KUBECTL_INJECT_PLATFORM", "openshift", "openshift"),
    ("KUBECTL_INJECT_COMPLIANCE_POLICY", "fips-140-3", "fips-140-3"),
    ("KUBECTL_INJECT_HOOKS", "skip", "skip"),
    ("KUBECTL_INJECT_INJECTION", "auto", "auto"),
    ("KUBECTL_INJECT_WORKLOAD_KINDS", "builtin", "builtin"),
    ("KUBECTL_INJECT_WORKLOAD_KIND", "A.b=c\nD.e=f", ("A.b=c", "D.e=f")),
    ("KUBECTL_INJECT_NAMESPACE", "shop", "shop"),
    ("KUBECTL_INJECT_NAMESPACE_FILE", "a\nb", ("a", "b")),
    ("KUBECTL_INJECT_NAMESPACE_LABELS", "a=b", {"a": "b"}),
    ("KUBECTL_INJECT_REVISION_TAG", "a=b,c=d", {"a": "b", "c": "d"}),
    ("KUBECTL_INJECT_EXCLUDE", "tests\n*-dev.yaml", ("tests", "*-dev.yaml")),
    ("KUBECTL_INJECT_IGNORE", "user-1337\nunknown-kind", ("user-1337", "unknown-kind")),
    ("KUBECTL_INJECT_VERIFY_EDITS", "all", "all"),
]
"""A variable for each setting, in the order of the table of settings."""


@pytest.mark.parametrize(
    ("setting", "variable", "text", "value"),
    [
        pytest.param(setting.name, *case, id=setting.name)
        for setting, case in zip(FIELDS, FROM_ENVIRONMENT, strict=True)
    ],
)
def test_every_setting_is_an_environment_variable(setting: str, variable: str, text: str, value: Any) -> None:
    assert settings_from_environment({variable: text}) == InjectionSettings(**{setting: value})
    assert settings_from_environment({variable: ""}) == InjectionSettings()


@pytest.mark.parametrize(
    ("variable", "text", "message"),
    [
        pytest.param("NATIVE_SIDECARS", "no", "expected true or false, found 'no'", id="switch"),
        pytest.param("INJECTION", "on", "expected manual or auto, found 'on'", id="choice"),
        pytest.param("NAMESPACE_LABELS", "a", "expected KEY=VALUE, found 'a'", id="pairs"),
    ],
)
def test_a_wrong_environment_variable(variable: str, text: str, message: str) -> None:
    with pytest.raises(SettingError, match=rf"\AKUBECTL_INJECT_{variable}: {message}\Z"):
        settings_from_environment({f"KUBECTL_INJECT_{variable}": text})


ITEMS = (
    "apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:\n- " + POD.replace("\n", "\n  ").rstrip() + "\n"
)


@pytest.mark.parametrize(
    ("main", "arguments", "given"),
    [
        pytest.param(kubectl_inject.cli.main.main, ["-f", "-"], POD, id="kubectl-inject"),
        pytest.param(kustomize_plugin.main.main, [], ITEMS, id="kubectl-inject-krm"),
        pytest.param(helm_postrenderer.main.main, [], POD, id="kubectl-inject-helm"),
    ],
)
def test_every_program_heeds_them(
    main: Callable[..., None],
    arguments: list[str],
    given: str,
    capfdbinary: pytest.CaptureFixture[bytes],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("KUBECTL_INJECT_SET", "global.hub=example.com/mirror")
    monkeypatch.setenv("KUBECTL_INJECT_CACHE", "false")
    ended = program_runner(main, capfdbinary, monkeypatch)(*arguments, stdin=given)
    assert "image: example.com/mirror/proxyv2:" in ended.out
