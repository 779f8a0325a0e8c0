"""Which configuration is used where several are named, and what standard error says of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from kubectl_inject.config.captured import CapturedConfig
from kubectl_inject.manifests.output.writing import write_yaml
from tests.conftest import MESH, MESH_FLAGS
from tests.program_runs import Run

APP = "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n  containers: [{name: app, image: nginx}]\n"
SETTINGS = "apiVersion: kubectl-inject/v1alpha1\nkind: Settings\n"
FILE, VARIABLE = "kubectl-inject.yaml", "KUBECTL_INJECT_CONFIG"
BUILT_IN = "docker.io/istio"


def captured(name: str) -> CapturedConfig:
    """Return the example mesh's configuration, whose images are of a hub of that name."""
    inject, mesh = (yaml.safe_load((MESH / file).read_text()) for file in ("inject-config.yaml", "mesh.yaml"))
    values = json.loads((MESH / "values.json").read_text())
    return CapturedConfig(inject, {**values, "global": {**values["global"], "hub": name}}, mesh)


@pytest.fixture
def run(run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that runs the program in a folder with a configuration for each way to name one."""
    Path("repository/app").mkdir(parents=True)
    monkeypatch.chdir("repository/app")
    Path("app.yaml").write_text(APP)
    for name in ("by-flag", "by-variable", "by-file"):
        Path(f"{name}.yaml").write_text(write_yaml(captured(name).document()))
    return run


def hub_of(manifest: str) -> str:
    pod = yaml.safe_load(manifest)
    return str(pod["spec"]["initContainers"][0]["image"]).rpartition("/")[0]


@pytest.mark.parametrize(
    ("arguments", "variable", "file", "hub", "reported"),
    [
        pytest.param(
            [], "", "", BUILT_IN, "built in, Istio 1.31; no configuration files were given", id="nothing is named"
        ),
        pytest.param(
            ["--istio-version", "1.30"],
            *("", "", BUILT_IN),
            "built in, Istio 1.30; no configuration files were given",
            id="a version by a flag",
        ),
        pytest.param(
            [], "", "profile: cni", BUILT_IN, "built in, Istio 1.31 ({file})", id="a profile by the settings file"
        ),
        pytest.param([], "", "config: by-file.yaml", "by-file", "{folder}/by-file.yaml ({file})", id="settings file"),
        pytest.param(
            [], "by-variable.yaml", "", "by-variable", "by-variable.yaml (KUBECTL_INJECT_CONFIG)", id="variable"
        ),
        pytest.param(
            [],
            *("by-variable.yaml", "config: by-file.yaml", "by-variable"),
            "by-variable.yaml (KUBECTL_INJECT_CONFIG)",
            id="the variable before the file",
        ),
        pytest.param(
            ["--config", "by-flag.yaml"],
            *("by-variable.yaml", "config: by-file.yaml", "by-flag"),
            "",
            id="a flag before all, and nothing is given of it",
        ),
        pytest.param(
            MESH_FLAGS, "by-variable.yaml", "config: by-file.yaml", BUILT_IN, "", id="so do flags for the three parts"
        ),
        pytest.param(
            ["--profile", "cni"],
            *("by-variable.yaml", "config: by-file.yaml", BUILT_IN),
            "built in, Istio 1.31; no configuration files were given",
            id="a flag asks for the built-in one",
        ),
        pytest.param(
            ["--set", "global.hub=by-set"],
            *("", "set: global.hub=by-file", "by-set"),
            "built in, Istio 1.31; no configuration files were given",
            id="a flag's values lie over the file's",
        ),
    ],
)
def test_precedence(
    arguments: list[str], variable: str, file: str, hub: str, reported: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = Path.cwd()
    if variable:
        monkeypatch.setenv(VARIABLE, variable)
    if file:
        Path(FILE).write_text(f"{SETTINGS}{file}\n")
    code, out, err = run("-f", "app.yaml", *arguments)
    assert (code, hub_of(out)) == (0, hub)
    lines = [line for line in err.splitlines() if line.startswith("configuration: ")]
    assert lines == ([f"configuration: {reported.format(file=folder / FILE, folder=folder)}"] if reported else [])


def test_the_settings_file_may_be_a_captured_configuration_above(run: Run) -> None:
    Path("..", ".git").mkdir()
    Path("..", FILE).write_text(write_yaml(captured("above").document()))
    code, out, err = run("-f", "app.yaml")
    assert (code, hub_of(out)) == (0, "above")
    file = Path.cwd().parent / FILE
    assert err.startswith(f"configuration: {file} ({file})\n")


def test_other_settings_of_the_file_hold_beside_a_flags_configuration(run: Run) -> None:
    namespace = "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop, labels: {istio-injection: disabled}}\n"
    Path("namespaces.yaml").write_text(namespace)
    Path(FILE).write_text(f"{SETTINGS}injection: auto\nnamespace: shop\nnamespaceFiles: [namespaces.yaml]\n")
    code, out, err = run("-f", "app.yaml", "--config", "by-flag.yaml")
    assert (code, out) == (0, APP)
    skipped = "Pod shop/web: skipped: the namespace's label disables injection (istio-injection: disabled)"
    assert err.splitlines() == [skipped, "1 skipped"]
    assert "Pod shop/web: injected" in run("-f", "app.yaml", "--config", "by-flag.yaml", "--injection", "manual").err


def test_a_bad_settings_file_is_an_error(run: Run) -> None:
    Path(FILE).write_text(f"{SETTINGS}istioVersoin: '1.31'\n")
    code, out, err = run("-f", "app.yaml")
    assert (code, out) == (1, "")
    assert f"{FILE}: unknown field 'istioVersoin'; did you mean 'istioVersion'?" in err


# --- what contradicts itself ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "code", "expected"),
    [
        pytest.param(
            ["--config", "by-flag.yaml", *MESH_FLAGS],
            1,
            "--config and --inject-config-file each name a configuration; expected one of them",
            id="a configuration and a part's file",
        ),
        pytest.param(
            ["--config", "by-flag.yaml", "--from-cluster"],
            1,
            "--config and --from-cluster each name a configuration",
            id="a configuration and the cluster",
        ),
        pytest.param(
            ["--config", "by-flag.yaml", "--set", "a=b"],
            2,
            "--set: is for the built-in configuration, not for one from files or a cluster",
            id="values for a captured one",
        ),
        pytest.param([*MESH_FLAGS, "--profile", "cni"], 2, "--profile: is for the built-in", id="a profile for files"),
        pytest.param([*MESH_FLAGS, "--istio-version", "new"], 1, "a release such as 1.30", id="no release"),
        pytest.param(["--context", "prod"], 2, "--context: is for --from-cluster; nothing else asks", id="context"),
        pytest.param(
            ["--kubeconfig", "a", "--config", "by-flag.yaml"], 2, "--kubeconfig: is for --from-", id="kubeconfig"
        ),
        pytest.param(["-i", "istio"], 2, "--istio-namespace: is for --from-cluster", id="namespace of Istio"),
        pytest.param(["--config", "no.yaml"], 1, "no.yaml: no such file or folder", id="no such file"),
        pytest.param(["--config", "-"], 1, "<stdin>: there is no standard input to read", id="standard input"),
        pytest.param(["--config", "app.yaml"], 1, "expected a file of kind InjectionConfig", id="no configuration"),
    ],
)
def test_conflicts(arguments: list[str], code: int, expected: str, run: Run) -> None:
    found, out, err = run("-f", "app.yaml", *arguments)
    assert (found, out) == (code, "")
    assert expected in " ".join(err.split())


def test_another_revision_than_was_captured(run: Run) -> None:
    document = {**captured("by-flag").document(), "revision": "1-31", "tags": ["prod"]}
    Path("mesh.yaml").write_text(write_yaml(document))
    assert run("-f", "app.yaml", "--config", "mesh.yaml", "--revision", "prod").code == 0
    code, out, err = run("-f", "app.yaml", "--config", "mesh.yaml", "--revision", "1-30")
    assert (code, out) == (1, "")
    assert "--revision: the configuration is of revision '1-31', not of '1-30'" in err


def test_values_of_a_flag_do_not_fit_the_settings_files_configuration(run: Run) -> None:
    Path(FILE).write_text(f"{SETTINGS}config: by-file.yaml\n")
    code, out, err = run("-f", "app.yaml", "--set", "a=b")
    assert (code, out) == (1, "")
    assert "--set: is for the built-in configuration" in err


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["--from-cluster"], id="--from-cluster"),
        pytest.param(["--injectConfigMapName", "injector"], id="istioctl's --injectConfigMapName"),
        pytest.param(["--meshConfigMapName=istio"], id="istioctl's --meshConfigMapName"),
        pytest.param(["--webhook-config", "injector"], id="--webhook-config"),
        pytest.param(["--webhookConfig=injector", "--istioNamespace", "mesh"], id="istioctl's --webhookConfig"),
        pytest.param(["--via-injector"], id="--via-injector"),
    ],
)
@pytest.mark.parametrize("kubeconfig", ["--kubeconfig", "-c"])
def test_what_asks_the_cluster(arguments: list[str], kubeconfig: str, run: Run) -> None:
    code, out, err = run("-f", "app.yaml", *arguments, kubeconfig, "no-such-file")
    assert (code, out) == (1, "")
    assert err == "error: --kubeconfig: no such file no-such-file\n"


# --- facts of the installation ----------------------------------------------------------------------------------


def facts_shown(run: Run, *arguments: str) -> tuple[object, ...]:
    values = json.loads(run("config", "show", "-o", "json", *arguments).out)["values"]
    by_path = {item["path"]: item["value"] for item in values}
    return tuple(by_path[path] for path in ("nativeSidecars", "platform", "compliancePolicy"))


@pytest.mark.parametrize(
    ("flags", "expected"),
    [
        pytest.param([], (False, "openshift", "fips-140-3"), id="of the values"),
        pytest.param(["--native-sidecars"], (True, "openshift", "fips-140-3"), id="native sidecars by a flag"),
        pytest.param(["--compliance-policy", "other"], (False, "openshift", "other"), id="compliance policy by a flag"),
    ],
)
@pytest.mark.parametrize("form", ["built in", "saved", "files"])
def test_facts_of_the_installation(form: str, flags: list[str], expected: tuple[object, ...], run: Run) -> None:
    env = {"ENABLE_NATIVE_SIDECARS": "false", "COMPLIANCE_POLICY": "fips-140-3"}
    values = {"global": {"platform": "openshift"}, "pilot": {"env": env}}
    Path("saved").mkdir()
    for name in ("inject-config.yaml", "mesh.yaml"):
        Path("saved", name).write_text((MESH / name).read_text())
    Path("saved/values.json").write_text(json.dumps(values))
    named = {
        "built in": ["--values", "saved/values.json"],
        "saved": ["--config", "saved"],
        "files": [*MESH_FLAGS, "--values-file", "saved/values.json"],
    }
    assert facts_shown(run, *named[form], *flags) == expected


def test_platform_by_a_flag(run: Run) -> None:
    assert facts_shown(run, "--config", "by-flag.yaml", "--platform", "openshift") == (True, "openshift", "")


@pytest.mark.parametrize(
    ("flags", "containers"),
    [
        pytest.param([], ["app", "istio-proxy"], id="of the values"),
        pytest.param(["--native-sidecars"], ["app"], id="by a flag"),
    ],
)
def test_facts_decide_the_result(flags: list[str], containers: list[str], run: Run) -> None:
    named = ["--set", "pilot.env.ENABLE_NATIVE_SIDECARS=false"]
    pod = yaml.safe_load(run("-f", "app.yaml", *named, *flags).out)
    assert [container["name"] for container in pod["spec"]["containers"]] == containers
