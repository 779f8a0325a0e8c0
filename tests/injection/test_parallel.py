"""Injection by several processes comes to the same as by one."""

from __future__ import annotations

import pytest

from kubectl_inject import InjectionError, Injector
from kubectl_inject.injection.parallel import inject_in_parallel
from kubectl_inject.manifests.stream import Document, split
from tests.conftest import small_config

POD = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: web-{}\nspec:\n  containers:\n  - name: app\n    image: nginx\n"
CONFIG_MAP = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: config\n"


def stream(*broken: int, last: str = CONFIG_MAP) -> list[Document]:
    """Return many Pods and something else at the end; in some of the Pods, by their number, a field is wrong."""
    pods = [POD.format(number) + ("    ports: 80\n" if number in broken else "") for number in range(500)]
    return list(split("---\n".join([*pods, last]), "many.yaml"))


@pytest.fixture
def injector() -> Injector:
    return Injector(small_config())


@pytest.mark.parametrize("jobs", [0, 2, 3, 100])
def test_the_result_is_that_of_one_process(injector: Injector, jobs: int) -> None:
    assert inject_in_parallel(injector, stream(), {}, jobs) == injector.inject_documents(stream())


def test_the_first_error_is_the_one_reported(injector: Injector) -> None:
    with pytest.raises(InjectionError) as alone:
        injector.inject_documents(stream(70, 480))
    with pytest.raises(InjectionError) as together:
        inject_in_parallel(injector, stream(70, 480), {}, 4)
    assert str(together.value) == str(alone.value)
    assert "Pod/web-70" in str(alone.value)


def test_a_stream_that_was_cut_off_is_noticed(injector: Injector) -> None:
    with pytest.raises(InjectionError, match=r"many\.yaml"):
        inject_in_parallel(injector, stream(last=CONFIG_MAP + 'data: {a: "'), {}, 2)
