"""What an injector remembers of other workloads changes nothing: text, objects and errors are those of a fresh one."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kubectl_inject import InjectionError
from kubectl_inject.builtin import NEWEST, builtin_config
from kubectl_inject.injection.injector import Injector
from kubectl_inject.manifests.reading import Reading
from kubectl_inject.manifests.shapes.memory import ShapeMemory
from kubectl_inject.manifests.stream import Document
from tests.cluster.recorded_cases import CONFORMANCE, recorded_cases
from tests.conftest import POD
from tests.injection.random_workloads import CONFIGS, random_workload
from tests.manifests.editing.random_style import written
from tests.program_runs import Run

ALL_CONFIGS = {**CONFIGS, "built in": builtin_config(NEWEST)}
SHARED = {name: Injector(config) for name, config in ALL_CONFIGS.items()}


def outcome(injector: Injector, text: str) -> object:
    try:
        return injector.inject_text(text)
    except InjectionError as error:
        return str(error)


@pytest.mark.parametrize(("flags", "reads_by_shape"), [([], True), (["--verify-edits", "all"], False)])
def test_documents_alike_are_read_by_their_shape(
    flags: list[str], reads_by_shape: bool, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    seen: list[bool] = []
    read = ShapeMemory.read

    def noted(memory: ShapeMemory, document: Document) -> Reading | None:
        reading = read(memory, document)
        seen.append(reading is not None)
        return reading

    monkeypatch.setattr(ShapeMemory, "read", noted)
    text = "---\n".join(POD.replace("web", name) for name in ("a", "b", "c", "d", "e", "f"))
    status, output, _ = run("-f", "-", "--jobs", "1", *flags, stdin=text)
    assert status == 0
    assert output.count("name: istio-proxy") == 6
    assert any(seen) == reads_by_shape


@pytest.mark.slow
@pytest.mark.parametrize("name", ALL_CONFIGS)
@settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 2**32))
def test_random_workloads(name: str, seed: int) -> None:
    random = Random(seed)
    text = written(random, random_workload(random))
    others = [text.replace("web", app) for app in ("app", "web", "true", "a-b", "x: y", "c.d", "r.io/x:1", "web-2")]
    outcomes = [outcome(SHARED[name], other) for other in others]
    place = random.randrange(len(others))  # a fresh injector compiles its templates, which takes a while
    assert outcomes[place] == outcome(Injector(ALL_CONFIGS[name]), others[place])


@pytest.mark.slow
@pytest.mark.skipif(not CONFORMANCE.is_dir(), reason="the recorded cases are not beside the project")
@pytest.mark.parametrize("suite", ["samples", "yaml", "istio-goldens"])
def test_recorded_manifests(suite: str) -> None:
    injector = Injector(ALL_CONFIGS["built in"])
    manifests = [case.manifest.read_bytes().decode() for case in recorded_cases(suite)]
    assert len(manifests) > 10
    for text in manifests:
        fresh = outcome(Injector(ALL_CONFIGS["built in"]), text)
        assert [outcome(injector, text) for _ in range(3)] == [fresh] * 3
