"""``kubectl-inject.yaml``: where it is looked for, and what may stand in it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from kubectl_inject.config.injection_config import ConfigError
from kubectl_inject.errors import InjectionError
from kubectl_inject.settings.injection_settings import InjectionSettings
from kubectl_inject.settings.settings_file import find_settings_file, read_settings_file

Write = Callable[[str, str], Path]
NAME = "kubectl-inject.yaml"
HEAD = "apiVersion: kubectl-inject/v1alpha1\nkind: Settings\n"


@pytest.mark.parametrize(
    ("files", "found"),
    [
        pytest.param([f"repo/app/{NAME}", f"repo/{NAME}"], f"repo/app/{NAME}", id="the folder's own"),
        pytest.param(["repo/.git/config", f"repo/{NAME}", NAME], f"repo/{NAME}", id="the nearest above"),
        pytest.param([f"repo/{NAME}", NAME], None, id="outside of a repository not above"),
        pytest.param([f"repo/app/{NAME}", NAME], f"repo/app/{NAME}", id="but in the folder itself"),
        pytest.param(["repo/.git/config", f"repo/{NAME}"], f"repo/{NAME}", id="of the repository's root"),
        pytest.param(["repo/.git/config", NAME], None, id="not above the repository"),
        pytest.param(["repo/.git", NAME], None, id="not above a worktree of Git's"),
        pytest.param(
            ["repo/.git/config", f"repo/app/{NAME}/file", f"repo/{NAME}"], f"repo/{NAME}", id="a folder is no file"
        ),
        pytest.param([f"repo/app/below/{NAME}", "repo/.git/config"], None, id="not below"),
    ],
)
def test_search(files: list[str], found: str | None, write_file: Write, tmp_path: Path) -> None:
    folder = tmp_path / "repo" / "app"
    folder.mkdir(parents=True)
    for name in files:
        write_file(name, "")
    assert find_settings_file(folder) == (found and str(tmp_path / found))


def test_files_are_taken_from_its_folder(write_file: Write, tmp_path: Path) -> None:
    write_file(".git/config", "")
    file = write_file(f"repo/{NAME}", f"\ufeff{HEAD}config: ../mesh.yaml\ninjection: auto\n")
    assert read_settings_file(file) == InjectionSettings(config=(f"{tmp_path}/repo/../mesh.yaml",), injection="auto")


@pytest.mark.parametrize(
    ("settings", "refused"),
    [
        pytest.param("config: ../secret.yaml", "secret.yaml: leads out of", id="above"),
        pytest.param("config: app/../../secret.yaml", "secret.yaml: leads out of", id="above, on a way"),
        pytest.param("config: {outside}/secret.yaml", "secret.yaml: leads out of", id="whole path"),
        pytest.param("valuesFile: link.yaml", "link.yaml: leads out of", id="link"),
        pytest.param("values: [inside.yaml, link.yaml]", "link.yaml: leads out of", id="link in a list"),
        pytest.param("namespaceFiles: linked", "linked: leads out of", id="link to a folder"),
        pytest.param("config: mesh", "link.yaml: leads out of", id="link in a folder that is named"),
        pytest.param("config: pipe", "pipe: expected a file or a folder", id="pipe"),
        pytest.param('meshConfig: "a\\0b"', "is no name of a file", id="NUL"),
        pytest.param("config: inside.yaml", None, id="inside"),
        pytest.param("config: {repository}/inside.yaml", None, id="inside, by its whole path"),
        pytest.param("config: inner.yaml", None, id="link that stays inside"),
        pytest.param("config: missing.yaml", None, id="missing: whoever reads it says so"),
    ],
)
@pytest.mark.parametrize("is_repository", [True, False])
def test_files_of_others_are_refused(
    settings: str, refused: str | None, is_repository: bool, write_file: Write, tmp_path: Path
) -> None:
    repository, secret = tmp_path / "repo", write_file("secret.yaml", "hush: hush\n")
    write_file("repo/.git/config" if is_repository else "repo/file", "")
    write_file("repo/inside.yaml", "a: b\n")
    (repository / "mesh").mkdir()
    for link in (repository / "link.yaml", repository / "mesh" / "link.yaml"):
        link.symlink_to(secret)
    (repository / "linked").symlink_to(tmp_path)
    (repository / "inner.yaml").symlink_to("inside.yaml")
    os.mkfifo(repository / "pipe")
    text = settings.replace("{outside}", str(tmp_path)).replace("{repository}", str(repository))
    file = write_file(f"repo/{NAME}", f"{HEAD}{text}\n")
    if refused is None:
        read_settings_file(file)
        return
    with pytest.raises(ConfigError, match=refused) as caught:
        read_settings_file(file)
    assert "hush" not in str(caught.value)


def test_a_captured_configuration_by_that_name(write_file: Write) -> None:
    file = write_file(NAME, "kind: InjectionConfig\n")
    assert read_settings_file(file) == InjectionSettings(config=(str(file),))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", f"{NAME}: empty", id="empty"),
        pytest.param("- a\n", f"{NAME}: expected a mapping, found a list", id="list"),
        pytest.param("a: [\n", f"{NAME}:2:1", id="no YAML"),
        pytest.param(
            "kind: Settings\n",
            (
                "expected apiVersion kubectl-inject/v1alpha1 and kind Settings or InjectionConfig, "
                "found nothing and the string 'Settings'"
            ),
            id="no version",
        ),
        pytest.param(HEAD.replace("v1alpha1", "v2"), "found the string 'kubectl-inject/v2'", id="another version"),
        pytest.param(HEAD.replace("Settings", "Pod"), "and the string 'Pod'", id="another kind"),
        pytest.param(HEAD + "profil: cni\n", f"{NAME}: unknown field 'profil'; did you mean 'profile'?", id="field"),
    ],
)
def test_refused(text: str, expected: str, write_file: Write) -> None:
    with pytest.raises(InjectionError) as refused:
        read_settings_file(write_file(NAME, text))
    assert expected in str(refused.value)


def test_a_file_that_is_no_text(tmp_path: Path) -> None:
    file = tmp_path / NAME
    file.write_bytes(b"kind: \xff")
    with pytest.raises(InjectionError, match=rf"{NAME}:1: found 0xFF at byte offset 6, which is not UTF-8"):
        read_settings_file(file)
