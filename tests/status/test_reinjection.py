"""Pods that are as their injector would make them now are never called otherwise."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest

from kubectl_inject.builtin import builtin_config
from kubectl_inject.config.injection_config import InjectionConfig, Installation
from kubectl_inject.injection.removal.restoring import injection_of
from kubectl_inject.injection.rendering.template_data import Surroundings
from kubectl_inject.injection.rendering.template_rendering import TemplateLibrary
from kubectl_inject.injection.selection.namespaces import Namespaces, namespaces_in
from kubectl_inject.injection.workload import find_workload
from kubectl_inject.istio.releases import release_named
from kubectl_inject.startup.frozen import replace
from kubectl_inject.status.control_planes import Mesh, control_plane
from kubectl_inject.status.pod_templates import template_of
from kubectl_inject.status.reinjection import changes_of
from kubectl_inject.status.survey import Survey
from kubectl_inject.status.verdicts import Finding
from tests.cluster.recorded_cases import CONFORMANCE, RecordedCase, recorded_cases
from tests.cluster.servers.installation import captured_files
from tests.printed_objects import objects_in

SUITES = ("samples", "yaml", "istio-goldens", "differential", "releases")
BUILT_IN = {"istio-1.29.6": "1.29.6"}
"""Default installations of which there is no captured configuration, and the release."""


@cache
def injector(name: str, release: str, installation: tuple[Any, ...]) -> tuple[InjectionConfig, TemplateLibrary]:
    known = release_named(release, "case") if release else None
    given = replace(Installation(*installation), release=known)
    if name in BUILT_IN:
        found = builtin_config(BUILT_IN[name], installation=given)
    else:
        files = captured_files(name, CONFORMANCE / "configs")
        texts = (path.read_text() for path in (files.config, files.values, files.mesh))
        found = InjectionConfig.from_texts(*texts, installation=given)
    return found, TemplateLibrary(found)


def differing(case: RecordedCase) -> dict[str, list[str]]:
    """Return what differs in the workloads that Istio injected, by their titles.

    What is in the cluster beside the Pods is what the case began with: templates, and namespaces.
    """
    release = json.loads((case.folder / "case.json").read_text()).get("istioVersion", "")
    installation = (case.revision, case.native_sidecars, case.platform, case.compliance_policy)
    config, library = injector(case.config, release, installation)
    given = objects_in(case.manifest.read_text())
    templates, namespaces = {}, namespaces_in(given)
    for value in given:
        workload = find_workload(value, "default")
        for each in workload.each if workload else ():
            templates[str(each)] = template_of(each.pod, is_injected_again=injection_of(each) is not None)
    found = {}
    for value in objects_in(case.expected.read_text()):
        workload = find_workload(value, "default")
        for each in workload.each if workload else ():
            if (status := injection_of(each)) is not None:
                namespace = namespaces.get(each.namespace)
                annotations = namespace.annotations if namespace else {}
                template = templates[str(each)]
                surroundings = Surroundings(each.owner, annotations)
                changes = changes_of(each.pod, status, surroundings, config, library, template)
                found[str(each)] = [str(change) for change in changes]
    return found


@pytest.mark.parametrize("suite", SUITES)
def test_recorded_pods_are_current(suite: str) -> None:
    cases = list(recorded_cases(suite))
    if not cases:
        pytest.skip("no recorded cases beside the project")
    counted = 0
    for case in cases:
        found = differing(case)
        counted += len(found)
        assert {title: changes for title, changes in found.items() if changes} == {}, case.name
    assert counted > 10


@pytest.mark.parametrize("name", ["auto-default-revision", "auto-canary-revision", "auto-namespaces-by-default"])
def test_recorded_pods_of_automatic_injection_are_current(name: str) -> None:
    folder = CONFORMANCE / "automatic" / name
    if not folder.is_dir():
        pytest.skip("no recorded cases beside the project")
    case = json.loads((folder / "case.json").read_text())
    config, _ = injector(case["config"], case["istioVersion"], (case["revision"],))
    values = objects_in((folder / "expected.yaml").read_text())
    namespaces = namespaces_in(objects_in((folder / "input.yaml").read_text()))
    survey = Survey(
        Mesh({case["revision"]: control_plane(case["revision"], config)}, namespaces=Namespaces(namespaces))
    )
    survey.add_pods(value for value in values if value["kind"] == "Pod")
    found = survey.status()
    assert len(found.workloads) == 288
    assert [each for each in found.workloads if each.finding is not Finding.CURRENT] == []
    injected = sum("sidecar.istio.io/status" in (value["metadata"].get("annotations") or {}) for value in values)
    assert sum(each.injectors != ("nobody",) for each in found.workloads) == injected
