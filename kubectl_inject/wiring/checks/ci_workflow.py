"""A pipeline of GitHub or GitLab runs the checks, with the version of this program and the configuration in Git."""

from __future__ import annotations

import os
import shlex

from kubectl_inject.errors import InjectionError
from kubectl_inject.manifests.output.writing import write_yaml
from kubectl_inject.manifests.stream import decode
from kubectl_inject.wiring.plan import NOTHING, Step, Wiring
from kubectl_inject.wiring.yaml_file import edited, read_documents

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from kubectl_inject.wiring.tree import Tree
    from kubectl_inject.wiring.yaml_file import Object

GITHUB, GITLAB, NONE = "github", "gitlab", "none"
SYSTEMS = (GITHUB, GITLAB, NONE)
GITHUB_FILE = ".github/workflows/kubectl-inject.yml"
GITLAB_FILE = ".gitlab-ci.yml"
_JOB = "kubectl-inject"
_HEADER = "# Written by kubectl inject init: are the sidecars in this repository as they should be?\n"
_WHY = "checks in the pipeline"
_PYTHON = "3.13"
_CHECKOUT = "actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683"
_SETUP_PYTHON = "actions/setup-python@a26af69be951a213d495a4c3e4e4022e16d87065"
_RELEASES = {_CHECKOUT: "v4.2.2", _SETUP_PYTHON: "v5.6.0"}
"""The releases of the actions, whose tags could be moved to other commits."""
_KUBECTL = "v1.34.2"
"""What a job of GitLab's builds kustomizations with: its image has none. GitHub's runners have one."""


def system_of(tree: Tree, remote: str) -> str:
    """Return the system that a repository uses, by its files and the address of its remote."""
    if os.path.isdir(os.path.join(tree.root, ".github")):
        return GITHUB
    if GITLAB_FILE in tree.files:
        return GITLAB
    host = remote.partition("://")[2] or remote
    host = host.rpartition("@")[2].split("/")[0].split(":")[0]
    return GITHUB if host == "github.com" else GITLAB if host == "gitlab.com" else NONE


def wire_pipeline(
    tree: Tree, system: str, checks: Sequence[Sequence[str]], init: Sequence[str], version: str
) -> Wiring:
    """Return the wiring of a pipeline; ``init`` are the arguments of an init that would find what checks cannot.

    Raises ManifestError where a file cannot be read.
    """
    commands = [shlex.join(["kubectl-inject", "check", *check]) for check in checks]
    commands += [shlex.join(["kubectl-inject", *init])] if init else []
    if not commands or system == NONE:
        return NOTHING
    builds = bool(init) or any("-k" in check for check in checks)
    return _github(tree, commands, version) if system == GITHUB else _gitlab(tree, commands, version, builds=builds)


def _github(tree: Tree, commands: Sequence[str], version: str) -> Wiring:
    workflow = {
        "name": "sidecars",
        "on": {"pull_request": {}, "push": {"branches": ["main", "master"]}},
        "permissions": {"contents": "read"},
        "jobs": {
            "check": {
                "runs-on": "ubuntu-24.04",
                "steps": [
                    {"uses": _CHECKOUT},
                    {"uses": _SETUP_PYTHON, "with": {"python-version": _PYTHON}},
                    {"run": f"pip install kubectl-inject=={version}"},
                    *({"run": command} for command in commands),
                ],
            }
        },
    }
    before = tree.found(GITHUB_FILE)
    if before is not None and not before.startswith(_HEADER.encode()):
        return Wiring(notes=(f"{GITHUB_FILE}: left as it is: it is not one that init wrote",))
    text = write_yaml(workflow)
    for action, release in _RELEASES.items():
        text = text.replace(action, f"{action} # {release}")
    return Wiring(steps=(Step(GITHUB_FILE, before, (_HEADER + text).encode(), _WHY),))


def _gitlab(tree: Tree, commands: Sequence[str], version: str, *, builds: bool) -> Wiring:
    before = tree.found(GITLAB_FILE)
    job: Object = {"image": f"python:{_PYTHON}-slim", "script": [f"pip install kubectl-inject=={version}", *commands]}
    if builds:
        address = f"https://dl.k8s.io/release/{_KUBECTL}/bin/linux/amd64/kubectl"
        fetch = f"from urllib.request import urlretrieve; urlretrieve('{address}', '/usr/local/bin/kubectl')"
        job = {**job, "before_script": [f'python -c "{fetch}"', "chmod +x /usr/local/bin/kubectl"]}
    if before is None or not before.strip():
        return Wiring(steps=(Step(GITLAB_FILE, before, (_HEADER + write_yaml({_JOB: job})).encode(), _WHY),))
    try:
        documents = read_documents(before, GITLAB_FILE)
    except InjectionError as error:
        return Wiring(notes=(f"{GITLAB_FILE}: not wired: {error}",))
    if not documents:
        return Wiring(notes=(f"{GITLAB_FILE}: not wired: expected a mapping of jobs",))
    number, value = documents[-1].number, documents[-1].value
    stages = value.get("stages")
    if isinstance(stages, list) and stages and "test" not in stages:
        job = {"stage": str(stages[0]), **job}
    if _JOB not in value:
        # A job's text behind all others changes no byte of these, whatever tags of GitLab's they have.
        text, encoding = decode(before, GITLAB_FILE)
        end = "" if text.endswith("\n") else "\n"
        after = f"{text}{end}\n{_HEADER}{write_yaml({_JOB: job})}".encode(encoding)
        return Wiring(steps=(Step(GITLAB_FILE, before, after, _WHY),))
    after = edited(before, GITLAB_FILE, number, lambda jobs: {**jobs, _JOB: job})
    return Wiring(steps=(Step(GITLAB_FILE, before, after, _WHY),))
