"""The pages for those who change the code name files that exist, and commands and names that are there."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml

from kubectl_inject.cli.app import app
from tests.conftest import ROOT

PAGES = ("CONTRIBUTING.md", "README.md", "SECURITY.md", "docs/architecture.md")
FOLDERS = "kubectl_inject|kustomize_plugin|helm_postrenderer|tests|tools|docs|bench|snapshots|examples"
TEMPLATES = ROOT / ".github" / "ISSUE_TEMPLATE"


def text_of(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


def paths_in(text: str) -> set[str]:
    """Return what stands in backquotes or links and is a path of the repository."""
    quoted = re.findall(rf"`((?:{FOLDERS})/[\w./-]*|[\w-]+\.md|\.ci/run)`", text)
    modules = re.findall(r"python -m ([\w.]+)", text)
    return {*quoted, *(f"{module.replace('.', '/')}.py" for module in modules if "." in module)}


def links_in(text: str) -> set[str]:
    return {target.partition("#")[0] for target in re.findall(r"\]\(([^)\s]+)\)", text) if "://" not in target} - {""}


@pytest.mark.parametrize("page", PAGES)
def test_files_that_are_named_exist(page: str) -> None:
    assert not [path for path in sorted(paths_in(text_of(page))) if not (ROOT / path).exists()]


@pytest.mark.parametrize("page", [*PAGES, *(f"docs/{path.name}" for path in sorted((ROOT / "docs").glob("*.md")))])
def test_links_lead_somewhere(page: str) -> None:
    folder = (ROOT / page).parent
    assert not [target for target in sorted(links_in(text_of(page))) if not (folder / target).exists()]


def test_the_guide_names_many_files() -> None:
    assert len(paths_in(text_of("CONTRIBUTING.md"))) > 40


def test_targets_of_make_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", text_of("Makefile"), re.MULTILINE))
    for page in PAGES:
        assert set(re.findall(r"(?:`| {4})make ([a-z]+)", text_of(page))) <= targets


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("kubectl_inject/kubernetes/workload_kinds.py", "_TABLE"),
        ("kubectl_inject/injection/workload.py", "def pod_owner"),
        ("kubectl_inject/injection/reports/warnings/warning.py", "class Warned"),
        ("kubectl_inject/injection/reports/warnings/workload_warnings.py", "def injection_warnings"),
        ("kubectl_inject/injection/reports/warnings/documents.py", "def object_warnings"),
        ("kubectl_inject/builtin/__init__.py", "SUPPORTED"),
        ("kubectl_inject/settings/injection_settings.py", "class InjectionSettings"),
        ("kubectl_inject/options/option.py", "def option("),
        ("kubectl_inject/cli/check.py", "FORMATS"),
        ("kubectl_inject/gotemplate/sprig/__init__.py", "MODULES"),
        ("kubectl_inject/gotemplate/sprig/text/strings.py", "FUNCTIONS"),
        ("kubectl_inject/webhook/metrics.py", "class Metrics"),
        ("tests/manifests/editing/test_flow_styles.py", "CASES"),
    ],
)
def test_names_in_files_are_there(path: str, name: str) -> None:
    assert f"`{name.removeprefix('class ').removeprefix('def ').removesuffix('(')}" in text_of("CONTRIBUTING.md")
    assert name in text_of(path)


def form(name: str) -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load((TEMPLATES / name).read_text(encoding="utf-8"))
    return read


@pytest.mark.parametrize("name", ["wrong-result.yml", "request.yml"])
def test_forms_are_as_github_wants_them(name: str) -> None:
    # https://docs.github.com/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-issue-forms
    read = form(name)
    assert read.keys() <= {"name", "description", "labels", "body"}
    fields = [part for part in read["body"] if part["type"] != "markdown"]
    identifiers = [part["id"] for part in fields]
    assert len(set(identifiers)) == len(identifiers)
    for part in fields:
        assert part["type"] == "textarea"
        assert part["attributes"].keys() <= {"label", "description", "value", "render"}
        assert part["attributes"]["label"]
        assert part.get("validations", {}).keys() <= {"required"}


def test_a_wrong_result_comes_with_what_explain_says_and_versions() -> None:
    required = {part["id"] for part in form("wrong-result.yml")["body"] if part.get("validations", {}).get("required")}
    assert required == {"manifest", "command", "explain", "expected", "versions"}
    commands = {command.callback.__name__ for command in app.registered_commands if command.callback}
    assert commands >= {"explain", "check"}


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ("`kubectl_inject/a/b.py` and `tests`", {"kubectl_inject/a/b.py"}),
        ("`README.md`, [`docs/a.md`](docs/a.md)", {"README.md", "docs/a.md"}),
        ("run `python -m tools.a_b OLD`", {"tools/a_b.py"}),
        ("`x/y.py` `kubectl_inject`", set()),
    ],
)
def test_finds_paths(text: str, paths: set[str]) -> None:
    assert paths_in(text) == paths
