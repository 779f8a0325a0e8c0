"""What tests share: the example mesh of the repository, and injection with small templates."""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, settings

from kubectl_inject.cli.main import main
from kubectl_inject.config.injection_config import InjectionConfig, Installation
from kubectl_inject.injection.injector import Injector
from kubectl_inject.manifests.editing import edit_document
from kubectl_inject.manifests.editing.derivation import EditedDocument
from kubectl_inject.manifests.editing.outline import WrittenParts
from kubectl_inject.manifests.identity import ByIdentity
from kubectl_inject.manifests.parsing.kubernetes_yaml import compose, construct
from kubectl_inject.manifests.reading import Reading
from kubectl_inject.manifests.sameness import is_same
from kubectl_inject.manifests.shapes.memory import ShapeMemory
from kubectl_inject.manifests.stream import Document
from tests.helm import Helm, helm_at
from tests.program_runs import Run, program_runner

# A loaded machine is slow, and a run of CI must give the same result twice.
settings.register_profile(
    "project",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=not {"CI", "KUBECTL_INJECT_REQUIRE_REAL"}.isdisjoint(os.environ),
)
settings.load_profile("project")

ROOT = Path(__file__).resolve().parent.parent
MESH = ROOT / "examples" / "mesh"
MESH_FLAGS = [
    *("--inject-config-file", str(MESH / "inject-config.yaml")),
    *("--values-file", str(MESH / "values.json")),
    *("--mesh-config-file", str(MESH / "mesh.yaml")),
]

POD = "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n  containers: [{name: web, image: nginx}]\n"
REFUSED = POD.replace("name: web}", 'name: web, labels: {sidecar.istio.io/inject: "false"}}', 1)
CONFIG_MAP = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: web}\n"

_REAL_ROOMS = tuple(ROOT / "tests" / room for room in ("cluster", "delivery", "release"))
_REAL_FIXTURES = frozenset({"api_server", "browser", "helm", "helm_3", "helm_4", "programs"})

_HEEDED = ("KUBECTL_INJECT_CONFIG", "KUBECTL_EXTERNAL_DIFF", "FORCE_COLOR", "NO_COLOR", "COLUMNS")
"""The environment variables that change what the command does or prints."""

_JUDGED = 5
"""Of how many documents that are read or edited by their shapes one is judged."""

SIDECAR = """
spec:
  {{ if .NativeSidecars }}initContainers{{ else }}containers{{ end }}:
  - name: istio-proxy
    image: {{ .ProxyImage }}
"""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark as real what lives in a room of real servers, or has one as a fixture; other tests are marked by hand."""
    for item in items:
        fixtures = getattr(item, "fixturenames", ())
        if not _REAL_FIXTURES.isdisjoint(fixtures) or any(item.path.is_relative_to(room) for room in _REAL_ROOMS):
            item.add_marker(pytest.mark.real)


@pytest.fixture(autouse=True, scope="session")
def remembered_documents_are_judged() -> Iterator[None]:
    """Let every few of the documents that are read or edited by their shapes be read and edited by themselves, too."""
    read, edit = ShapeMemory.read, ShapeMemory.edit
    turns = itertools.count()

    def judged_read(memory: ShapeMemory, document: Document) -> Reading | None:
        reading = read(memory, document)
        if reading is not None and next(turns) % _JUDGED == 0:
            assert is_same(reading.value, construct(compose(document), document))
        return reading

    def judged_edit(memory: ShapeMemory, reading: Reading, new: object, constants: ByIdentity) -> EditedDocument:
        edited = edit(memory, reading, new, constants)
        if next(turns) % _JUDGED == 0:
            root = compose(reading.document)
            assert root is not None
            assert edited == edit_document(reading.document, root, reading.value, new, WrittenParts(), constants)
        return edited

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ShapeMemory, "read", judged_read)
        patch.setattr(ShapeMemory, "edit", judged_edit)
        yield


def mesh_config(**installation: Any) -> InjectionConfig:
    """Return the configuration of examples/mesh."""
    texts = ((MESH / name).read_text() for name in ("inject-config.yaml", "values.json", "mesh.yaml"))
    return InjectionConfig.from_texts(*texts, installation=Installation(**installation))


def small_config(
    template: str = SIDECAR,
    *,
    templates: dict[str, str] | None = None,
    inject: dict[str, Any] | None = None,
    values: dict[str, Any] | None = None,
    mesh: dict[str, Any] | None = None,
    **installation: Any,
) -> InjectionConfig:
    """Return a configuration with one small template, or with those given."""
    inject_config = {"templates": templates or {"sidecar": template}, **(inject or {})}
    chart = {"global": {"hub": "hub", "tag": "1.0"}, "sidecarInjectorWebhook": {"rewriteAppHTTPProbe": True}}
    return InjectionConfig.from_texts(
        yaml.safe_dump(inject_config),
        yaml.safe_dump({**chart, **(values or {})}),
        yaml.safe_dump(mesh or {"trustDomain": "td"}),
        installation=Installation(**installation),
    )


def pod(spec: dict[str, Any] | None = None, **metadata: Any) -> dict[str, Any]:
    """Return a Pod with one container, or with another spec."""
    given = spec or {"containers": [{"name": "app", "image": "nginx"}]}
    return {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "web", **metadata}, "spec": given}


def injected(value: dict[str, Any], config: InjectionConfig | None = None) -> dict[str, Any]:
    """Return an object after injection."""
    return Injector(config or small_config()).inject_object(value).object


@pytest.fixture
def write_file(tmp_path: Path) -> Callable[[str, str], Path]:
    """Return a function that writes a file into a folder of the test's own, and returns its path."""

    def write(name: str, text: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return path

    return write


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Return a function that runs the command in this process, in a folder of the test's own."""
    monkeypatch.chdir(tmp_path)
    for name in _HEEDED:
        monkeypatch.delenv(name, raising=False)
    return program_runner(main, capfdbinary, monkeypatch)


@pytest.fixture(scope="session")
def helm_3(tmp_path_factory: pytest.TempPathFactory) -> Helm:
    """Return the real Helm 3."""
    return helm_at(tmp_path_factory.mktemp("helm-3"), 3)


@pytest.fixture(scope="session")
def helm_4(tmp_path_factory: pytest.TempPathFactory) -> Helm:
    """Return the real Helm 4, with the plugin."""
    return helm_at(tmp_path_factory.mktemp("helm-4"), 4)


@pytest.fixture(scope="session", params=["helm_3", "helm_4"])
def helm(request: pytest.FixtureRequest) -> Helm:
    """Return each of the two."""
    found: Helm = request.getfixturevalue(request.param)
    return found
