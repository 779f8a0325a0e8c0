"""What a real API server says of the results, without storing them: ours pass where Istio's own do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from kubectl_inject.injection.reports.report import Report
from kubectl_inject.injection.reports.warnings.warning import Warned
from tests.cluster.recorded_cases import CONFORMANCE, RecordedCase, recorded_cases
from tests.cluster.servers.api_server import ApiServer

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

REFUSED = {
    "differential/0007",
    "differential/0087",
    "differential/0111",
    "differential/0118",
    "istio-goldens/only-proxy-container",
    "istio-goldens/sidecar-spire",
    "istio-goldens/user-volume",
}
"""The cases of which an API server takes what a user wrote, but not what Istio makes of it."""

REFUSAL = {
    *(Warned.API_VERSION, Warned.TWO_VALUES, Warned.MOUNT_WITHOUT_VOLUME, Warned.VOLUME_PATH, Warned.TWO_OF_ONE_NAME),
    *(Warned.NO_NAME, Warned.NO_IMAGE, Warned.NO_APPLICATION, Warned.REQUEST_ABOVE_LIMIT, Warned.SECOND_PROXY),
}
"""Warnings of what an API server refuses."""

pytestmark = pytest.mark.skipif(not CONFORMANCE.is_dir(), reason="no recorded results beside the project")


@dataclass(frozen=True, slots=True)
class DryRun:
    """The cases whose manifests the API server takes, by name, with our reports, and what it refuses of our results."""

    cases: Mapping[str, RecordedCase]
    reports: Mapping[str, Report]
    refused: Mapping[str, str]


@pytest.fixture(scope="module")
def dry_run(api_server: ApiServer, tmp_path_factory: pytest.TempPathFactory) -> DryRun:
    """Show all manifests of kinds that it knows to the API server, and the results of those that it takes."""
    known = _known_kinds(api_server)
    cases, namespaces = dict[str, RecordedCase](), set[str]()
    for case in recorded_cases("samples", "istio-goldens", "differential"):
        objects = _objects(case.manifest)
        if all((thing["apiVersion"], thing["kind"]) in known for thing in objects):
            cases[case.name] = case
            namespaces |= {thing["metadata"].get("namespace", "default") for thing in objects}
    api_server.create_namespaces(*sorted(namespaces))
    not_taken = _refused(api_server, {name: case.manifest for name, case in cases.items()})
    taken = {name: case for name, case in cases.items() if name not in not_taken}
    reports, results = _inject(taken, tmp_path_factory.mktemp("injected"))
    return DryRun(taken, reports, _refused(api_server, results))


def _known_kinds(api_server: ApiServer) -> set[tuple[str, str]]:
    """Return the versions and kinds that an API server has."""
    lines = (line.split() for line in api_server.kubectl("api-resources", "--no-headers").splitlines())
    return {(version, kind) for *_, version, _namespaced, kind in lines}


def _objects(manifest: Path) -> list[dict[str, Any]]:
    """Return the objects of a manifest, those in lists among them."""
    documents = [document for document in yaml.load_all(manifest.read_bytes(), LOADER) if document]
    return [thing for document in documents for thing in document.get("items", [document])]


def _inject(cases: Mapping[str, RecordedCase], folder: Path) -> tuple[dict[str, Report], dict[str, Path]]:
    """Inject cases into files of a folder; return the reports, and the files."""
    reports, files = {}, {}
    for name, case in cases.items():
        result = case.inject()
        reports[name] = result.report
        files[name] = folder / f"{name.replace('/', '-')}.yaml"
        files[name].write_bytes(result.text.encode())
    return reports, files


def _refused(api_server: ApiServer, files: Mapping[str, Path]) -> dict[str, str]:
    """Return what the API server says of those files that it refuses.

    One kubectl reads them all, and goes on after each: that takes a third of the time of one for each.
    """
    flags = [flag for path in files.values() for flag in ("-f", str(path))]
    run = api_server.run_kubectl("apply", "--dry-run=server", "--validate=strict", *flags)
    reported = run.stderr.splitlines()
    refused = {name: "\n".join(line for line in reported if str(path) in line) for name, path in files.items()}
    refused = {name: lines for name, lines in refused.items() if lines}
    assert bool(run.returncode) == bool(refused), run.stderr
    return refused


def test_the_api_server_takes_the_manifests_that_it_is_known_to_take(dry_run: DryRun) -> None:
    assert len(dry_run.cases) == 146


def test_the_api_server_takes_all_our_results_but_the_known_ones(dry_run: DryRun) -> None:
    assert {name: reported for name, reported in dry_run.refused.items() if name not in REFUSED} == {}
    assert set(dry_run.refused) == REFUSED


def test_what_it_refuses_of_ours_it_refuses_of_istios_too(api_server: ApiServer, dry_run: DryRun) -> None:
    assert set(_refused(api_server, {name: dry_run.cases[name].expected for name in dry_run.refused})) == REFUSED


def test_the_report_warns_of_what_is_refused_and_of_nothing_else(dry_run: DryRun) -> None:
    warned = {
        name
        for name, report in dry_run.reports.items()
        if any(warning.code in REFUSAL for workload in report.workloads for warning in workload.warnings)
    }
    assert warned == set(dry_run.refused)
