"""The Python API: the nouns of the command line, with arguments checked."""

from __future__ import annotations

import copy
import inspect
import pydoc
from enum import Enum
from pathlib import Path
from typing import Any

import pytest
import yaml

import kubectl_inject
from kubectl_inject import Finding, InjectionConfig, InjectionError, Injector, Reason
from tests.conftest import MESH, POD, REFUSED, ROOT
from tests.program_runs import Run

VALUES = {"global": {"proxy": {"logLevel": "debug"}}}
PARTS = [(MESH / name).read_text() for name in ("inject-config.yaml", "values.json", "mesh.yaml")]
LABELS = {"istio-injection": "enabled"}
NAMESPACE = {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "shop", "labels": LABELS}}


CONFIG = InjectionConfig.builtin("1.31")


@pytest.fixture(scope="module")
def injector() -> Injector:
    return Injector(CONFIG)


# --- configurations: as the command's flags -----------------------------------------------------------------------


def files(tmp_path: Path) -> dict[str, str]:
    for name, value in (("values.yaml", VALUES), ("mesh.yaml", {"trustDomain": "other"})):
        (tmp_path / name).write_text(yaml.safe_dump(value))
    return {name: str(MESH / name) for name in ("inject-config.yaml", "values.json", "mesh.yaml")}


@pytest.mark.parametrize(
    ("given", "flags"),
    [
        ({"version": "1.30"}, ["--istio-version", "1.30"]),
        ({}, []),
        ({"values": VALUES}, ["--values", "values.yaml"]),
        ({"mesh_config": {"trustDomain": "other"}}, ["--mesh-config", "mesh.yaml"]),
        ({"revision": "canary", "native_sidecars": False}, ["--revision", "canary", "--no-native-sidecars"]),
        ({"profile": "openshift", "version": "1.31"}, ["--profile", "openshift", "--istio-version", "1.31"]),
        ({"platform": "openshift"}, ["--platform", "openshift"]),
        ({"compliance_policy": "fips-140-3"}, ["--compliance-policy", "fips-140-3"]),
        ({"revision": "prod", "revision_tags": {"prod": "1-31"}}, ["-r", "prod", "--revision-tag", "prod=1-31"]),
    ],
)
def test_builtin(run: Run, tmp_path: Path, given: dict[str, Any], flags: list[str]) -> None:
    files(tmp_path)
    assert Injector(InjectionConfig.builtin(**given)).inject(POD).text == run("-f", "-", *flags, stdin=POD).out


def test_load_and_texts(run: Run, tmp_path: Path) -> None:
    names = files(tmp_path)
    assert run("config", "freeze", "-o", "mesh", "--values", "values.yaml", "--istio-version", "1.30").code == 0
    for path in ("mesh", Path("mesh")):
        loaded = InjectionConfig.load(path, revision="")
        assert Injector(loaded).inject(POD).text == run("-f", "-", "--config", "mesh", stdin=POD).out
        assert (str(loaded.release), loaded.revision, loaded.source) == ("1.30.0", "", "mesh")
    flags = zip(("--inject-config-file", "--values-file", "--mesh-config-file"), names.values(), strict=True)
    expected = run("-f", "-", *(word for pair in flags for word in pair), stdin=POD).out
    assert Injector(InjectionConfig.from_texts(*PARTS)).inject(POD).text == expected
    other = InjectionConfig.from_texts(*PARTS, istio_version="1.30", native_sidecars=False)
    assert (other.release.minor, InjectionConfig.from_texts(*PARTS).release.minor) == (30, 31)
    assert (loaded == InjectionConfig.load("mesh"), loaded == other) == (True, False)


GAME = """\
apiVersion: example.com/v1
kind: Game
metadata: {name: chess}
spec: {game: {template: {spec: {containers: [{name: chess, image: chess}]}}}}
"""
GAME_KIND = "Game.example.com=spec.game.template"


@pytest.mark.parametrize(
    ("given", "flags", "injected"),
    [
        ({}, [], [True]),
        ({"workload_kinds": "builtin"}, ["--workload-kinds", "builtin"], [False]),
        ({"own_workload_kinds": [GAME_KIND]}, ["--workload-kind", GAME_KIND], [True, True]),
    ],
)
def test_kinds_of_workloads(run: Run, given: dict[str, Any], flags: list[str], injected: list[bool]) -> None:
    manifests = (ROOT / "tests/injection/manifests/podtemplate.yaml").read_text() + "---\n" + GAME
    result = Injector(InjectionConfig.builtin(**given)).inject(manifests)
    assert result.text == run("-f", "-", *flags, stdin=manifests).out
    assert [workload.injected for workload in result.report] == injected
    for config in (InjectionConfig.load(MESH, **given), InjectionConfig.from_texts(*PARTS, **given)):
        assert [workload.injected for workload in Injector(config).inject(manifests).report] == injected


def test_nothing_around_the_caller_counts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    expected = Injector(InjectionConfig.builtin("1.31")).inject(POD).text
    monkeypatch.chdir(tmp_path)
    (tmp_path / "kubectl-inject.yaml").write_text("apiVersion: kubectl-inject/v1alpha1\nkind: nonsense\n")
    monkeypatch.setenv("KUBECTL_INJECT_REVISION", "canary")
    assert Injector(InjectionConfig.builtin("1.31")).inject(POD).text == expected


# --- what injectors do, on texts and on objects --------------------------------------------------------------------


def test_text_and_object_are_treated_alike(injector: Injector) -> None:
    given: dict[str, Any] = yaml.safe_load(POD)
    before = copy.deepcopy(given)
    text, value = injector.inject(POD), injector.inject(given)
    assert yaml.safe_load(text.text) == value.object
    assert given == before
    assert [str(item) for item in text.report] == [str(item) for item in value.report]
    assert injector.uninject(text.text).text == POD
    assert injector.uninject(value.object).object == given
    assert injector.uninject(given).object is given
    assert [item.restored for item in injector.uninject(value.object).workloads] == [True]
    for manifests in (POD, given):
        assert [item.finding for item in injector.check(manifests)] == [Finding.NOT_INJECTED]
        (explanation,) = injector.explain(manifests)
        assert "spec.initContainers[istio-proxy]" in {item.path for item in explanation.added}
        assert "+++ web.yaml (injected)\n" in injector.diff(manifests, source="web.yaml")
    for manifests in (text.text, value.object):
        assert [item.finding for item in injector.check(manifests)] == [None]
        assert injector.diff(manifests) == ""


def test_lists_several_documents_and_others(injector: Injector) -> None:
    config_map = {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "web"}}
    items = {"apiVersion": "v1", "kind": "List", "items": [yaml.safe_load(POD), config_map, yaml.safe_load(REFUSED)]}
    for manifests in (items, yaml.safe_dump(items), "---\n".join((POD, yaml.safe_dump(config_map), REFUSED))):
        reasons = [item.report.decision.reason for item in injector.explain(manifests)]
        assert reasons == [Reason.DEFAULT, Reason.REFUSED_BY_LABEL]
        assert len(injector.check(manifests)) == 2
    assert injector.inject(config_map).object is config_map
    assert (injector.check(config_map), injector.diff(config_map), injector.check("")) == ([], "", [])


@pytest.mark.parametrize(
    ("given", "injected"),
    [
        ({}, 0),
        ({"namespace": "shop"}, 0),
        ({"namespace": "shop", "namespaces": [NAMESPACE]}, 1),
        ({"namespace": "shop", "namespace_labels": LABELS}, 1),
    ],
)
def test_automatic(given: dict[str, Any], injected: int) -> None:
    injector = Injector(InjectionConfig.builtin("1.31", injection="auto"), **given)
    assert injector.inject(POD).report.injected == injected
    in_text = yaml.safe_dump(NAMESPACE) + "---\n" + POD.replace("name: web}", "name: web, namespace: shop}", 1)
    assert injector.inject(in_text).report.injected == 1
    assert [item.finding for item in injector.check(in_text)] == [Finding.NOT_INJECTED]
    assert [item.report.injected for item in injector.explain(in_text)] == [True]


def test_what_cannot_be_injected(injector: Injector) -> None:
    for manifests in (POD.replace("nginx", "nginx, ports: 1"), {**yaml.safe_load(POD), "spec": 1}):
        for method in (injector.inject, injector.check, injector.explain, injector.diff):
            with pytest.raises(InjectionError, match=r"^web.yaml: document 1: Pod web: spec"):
                method(manifests, source="web.yaml")


def test_limits_can_be_raised() -> None:
    text = POD + f"one: &one [{'1, ' * 400}]\nmany: [{'*one, ' * 400}]\n"
    with pytest.raises(InjectionError, match="alias"):
        Injector(CONFIG).inject(text)
    injector = Injector(CONFIG, raise_limits=2)
    done = injector.inject(text)
    assert (done.report.injected, injector.uninject(done.text).text) == (1, text)


# --- arguments ------------------------------------------------------------------------------------------------------

AnyConfig: Any = InjectionConfig
AnyInjector: Any = Injector


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: AnyConfig(), r"use InjectionConfig.builtin\(\), .load\(\)"),
        (lambda: AnyConfig.builtin(1.31), "version: expected a string, found a float"),
        (lambda: AnyConfig.builtin(values="a: b"), "values: expected a dict, found a str"),
        (lambda: AnyConfig.builtin(native_sidecars="yes"), "native_sidecars: expected True, False or None"),
        (lambda: AnyConfig.builtin(revision=None), "revision: expected a string, found None"),
        (lambda: AnyConfig.builtin(revision_tags={"a": 1}), r"revision_tags\['a'\]: expected a string, found an"),
        (lambda: AnyConfig.load(), "paths: expected a file or a folder, at least one"),
        (lambda: AnyConfig.load(["mesh"]), "paths: expected names of files or folders, found a list"),
        (lambda: AnyConfig.from_texts({}, "", ""), "inject_config: expected a string, found a dict"),
        (lambda: AnyConfig.from_cluster(context=1), "context: expected a string, found an int"),
        (lambda: AnyInjector("1.31"), "config: expected an InjectionConfig, found a str"),
        (lambda: AnyInjector(InjectionConfig), "config: expected an InjectionConfig, found the class InjectionConfig"),
        (lambda: AnyInjector(CONFIG, namespaces={"shop": LABELS}), "namespaces: expected a list of Namespace objects"),
        (lambda: AnyInjector(CONFIG, namespaces=["shop"]), "namespaces: expected Namespace objects, each a dict"),
        (lambda: AnyInjector(CONFIG, namespace_labels=["a"]), "namespace_labels: expected a dict of strings"),
        (lambda: AnyInjector(CONFIG, restore=0), "restore: expected True or False, found an int"),
        (lambda: AnyInjector(CONFIG).inject(POD.encode()), "found bytes: decode them first"),
        (lambda: AnyInjector(CONFIG).check([{}]), "found a list: give its objects one by one"),
        (lambda: AnyInjector(CONFIG).explain(None), "manifests: expected text or one object as a dict, found None"),
        (lambda: AnyInjector(CONFIG).uninject(Path("a")), "manifests: expected text or one object as a dict"),
        (lambda: AnyInjector(CONFIG).diff(POD, source=1), "source: expected a string, found an int"),
        (lambda: AnyConfig.builtin(workload_kinds=["known"]), "workload_kinds: expected a string, found a list"),
        (lambda: AnyConfig.builtin(own_workload_kinds=GAME_KIND), "own_workload_kinds: expected a list of strings"),
        (lambda: AnyConfig.load("a", own_workload_kinds=[1]), "own_workload_kinds: expected strings, found an int"),
    ],
)
def test_wrong_types(call: Any, message: str) -> None:
    with pytest.raises(TypeError, match=message):
        call()


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: AnyConfig.builtin(injection="yes"), "injection: expected 'manual' or 'auto', found 'yes'"),
        (lambda: AnyConfig.builtin(platform="gke"), "platform: expected '' or 'openshift', found 'gke'"),
        (lambda: AnyInjector(CONFIG, raise_limits=0), "raise_limits: expected a whole number from 1 on, found 0"),
        (lambda: AnyInjector(CONFIG, hooks="none"), "hooks: expected '' or 'inject' or 'skip', found 'none'"),
    ],
)
def test_wrong_choices(call: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        call()


# --- what is public ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", kubectl_inject.__all__)
def test_names(name: str) -> None:
    value = getattr(kubectl_inject, name)
    assert value.__name__ == name
    assert value.__doc__
    if not issubclass(value, (Exception, Enum)):
        parameters = inspect.signature(value).parameters.values()
        assert not [item for item in parameters if item.kind in (item.VAR_POSITIONAL, item.VAR_KEYWORD)]


def test_help_shows_what_is_public() -> None:
    text = pydoc.plain(pydoc.render_doc(kubectl_inject))
    assert "class Injector(" in text
    assert "explain(self, manifests: 'str | Object', *, source: 'str' = '')" in text
    assert "InjectedText(text: 'str', report: 'Report')" in text
    for internal in ("in_transit", "records", "pods:", "inject_each", "_frozen", "lazy_names"):
        assert internal not in text
    assert set(kubectl_inject.__all__) <= set(dir(kubectl_inject))
