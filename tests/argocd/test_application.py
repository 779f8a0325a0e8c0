"""Where an application lies, and which settings file holds for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kubectl_inject.argocd.application import read_application

SETTINGS = "kubectl-inject.yaml"


@pytest.mark.parametrize(
    ("given", "source_path", "found"),
    [
        pytest.param([".git/", f"apps/web/{SETTINGS}"], "apps/web", f"apps/web/{SETTINGS}", id="in the folder"),
        pytest.param([".git/", SETTINGS], "apps/web", SETTINGS, id="in the repository's root"),
        pytest.param([".git/", SETTINGS, f"apps/{SETTINGS}"], "apps/web", f"apps/{SETTINGS}", id="the nearest"),
        pytest.param([SETTINGS], "apps/web", SETTINGS, id="no .git, by the path"),
        pytest.param([SETTINGS], "./apps/web/", SETTINGS, id="no .git, by another spelling of the path"),
        pytest.param([SETTINGS], "web", None, id="no .git, above the source"),
        pytest.param([SETTINGS], "other/web", None, id="no .git, another path"),
        pytest.param([SETTINGS], "", None, id="no .git and no path"),
        pytest.param([SETTINGS, "apps/.git/"], "web", None, id="above the repository"),
        pytest.param([f"{SETTINGS}/"], "apps/web", None, id="a folder by that name"),
        pytest.param([".git/"], "apps/web", None, id="none"),
    ],
)
def test_the_settings_file_is_found_within_the_source(
    tmp_path: Path, given: list[str], source_path: str, found: str | None
) -> None:
    folder = tmp_path / "apps" / "web"
    folder.mkdir(parents=True)
    for name in given:
        place = tmp_path / name
        if name.endswith("/"):
            place.mkdir()
        else:
            place.touch()
    application = read_application(str(folder), {"ARGOCD_APP_SOURCE_PATH": source_path})
    assert application.settings_file == (None if found is None else str(tmp_path / found))


def test_the_cluster_and_the_namespace_are_handed_on(tmp_path: Path) -> None:
    application = read_application(
        str(tmp_path),
        {
            "ARGOCD_APP_NAME": "web",
            "ARGOCD_APP_NAMESPACE": "shop",
            "KUBE_VERSION": "1.36.3",
            "KUBE_API_VERSIONS": "v1,apps/v1,apps/v1/Deployment,",
            "ARGOCD_APP_PARAMETERS": '[{"name": "revision", "string": "canary"}]',
        },
    )
    assert (application.name, application.kube_version) == ("web", "1.36.3")
    assert application.api_versions == ("v1", "apps/v1", "apps/v1/Deployment")
    settings = application.layer.settings
    assert (settings.namespace, settings.revision) == ("shop", "canary")
