"""Argo CD's repository server, with this project's plugin in its plugin server, and a git repository for them."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.cluster.servers.processes import accepts_connections, free_port, server_process
from tests.conftest import ROOT
from tests.own_programs import with_own_programs
from tools.real_programs import ARGOCD

PLUGIN = ROOT / "examples" / "argo-cd" / "plugin.yaml"
TRACKING = "argocd.argoproj.io/tracking-id"
"""The annotation by which Argo CD knows the objects of an application."""

_LOOPBACK = "127.0.0.1"
_NAME, _NAMESPACE = "web", "shop"
_VERIFIER = "git-verify-wrapper.sh"
"""A script that Argo CD's images have, and its Go module does not install: it prints who signed a commit."""
_API_VERSIONS = ["v1", "apps/v1", "batch/v1", "example.com/v1"]

Object = dict[str, Any]


class ArgoCdError(Exception):
    """What Argo CD shows of an application in place of its manifests."""


@dataclass(frozen=True, slots=True)
class ArgoCd:
    """The running servers, by the address of the one, and the log of the plugin server."""

    address: str
    plugin_log: Path
    plugins: Path
    """The folder with the sockets of plugin servers."""

    def manifests(self, repository: str, source: Mapping[str, Any], *, namespace: str = _NAMESPACE) -> list[Object]:
        """Return an application's objects, as its controller gets them. Raises ArgoCdError."""
        answer = self._ask("manifests", _request(repository, source, namespace))
        return [json.loads(manifest) for manifest in answer.get("manifests", [])]

    def source_type(self, repository: str, source: Mapping[str, Any]) -> str:
        """Return what the repository server takes a source for, such as Plugin."""
        return str(self._details(repository, source)["type"])

    def announced(self, repository: str, source: Mapping[str, Any]) -> dict[str, Object]:
        """Return the parameters that the user interface offers, by name."""
        found = self._details(repository, source)["plugin"]["parametersAnnouncement"]
        return {each["name"]: each for each in found}

    def _details(self, repository: str, source: Mapping[str, Any]) -> Object:
        request = _request(repository, source, _NAMESPACE)
        return self._ask("details", {**request, "source": request["applicationSource"]})

    def _ask(self, command: str, request: Mapping[str, Any]) -> Object:
        run = _run_argocd([command, self.address], request)
        if run.returncode:
            raise ArgoCdError(run.stderr)
        answer: Object = json.loads(run.stdout)
        return answer


def differences(
    wanted: Sequence[Object], live: Sequence[Object], ignored: Sequence[Mapping[str, Any]] = ()
) -> list[Object]:
    """Return which live objects Argo CD finds to differ; ``ignored`` is as in an Application's specification."""
    run = _run_argocd(["differences"], {"wanted": wanted, "live": live, "ignoreDifferences": list(ignored)})
    if run.returncode:
        raise ArgoCdError(run.stderr)
    found: list[Object] = json.loads(run.stdout)
    return found


def health_of(live: Object) -> str:
    """Return the health that Argo CD shows of a live object, such as Progressing."""
    run = _run_argocd(["health"], live)
    if run.returncode:
        raise ArgoCdError(run.stderr)
    return str(json.loads(run.stdout)["status"])


def git_repository(folder: Path, files: Mapping[str, str]) -> str:
    """Commit files to a new repository, and return its URL."""
    for name, text in files.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text)
    author = ["-c", "user.name=You", "-c", "user.email=you@example.com"]
    for command in (["init", "-q", "-b", "main"], ["add", "-A"], [*author, "commit", "-q", "-m", "Everything"]):
        subprocess.run(["git", *command], cwd=folder, check=True, timeout=60)
    return folder.as_uri()


@contextmanager
def running_argocd(folder: Path, programs: Path) -> Iterator[ArgoCd]:
    """Run redis and Argo CD's two servers, with all their files in a folder, until the block ends.

    The plugin server finds kustomize and helm in the folder ``programs``.
    """
    for name in ("plugins", "config", "plugin-work", "repo-work", "home"):
        (folder / name).mkdir()
    verifier = folder / "home" / _VERIFIER
    verifier.write_text("#!/bin/sh\n")
    verifier.chmod(0o700)
    shutil.copy(PLUGIN, folder / "config" / "plugin.yaml")
    redis, port, metrics = (free_port(_LOOPBACK) for _ in range(3))
    shared = {
        "ARGOCD_PLUGINSOCKFILEPATH": str(folder / "plugins"),
        "ARGOCD_GPG_ENABLED": "false",
        "ARGOCD_ASK_PASS_SOCK": str(folder / "ask-pass.sock"),
        "HOME": str(folder / "home"),
        "GIT_CONFIG_GLOBAL": os.devnull,
    }
    own = with_own_programs()
    path = os.pathsep.join([str(programs / "helm-3"), str(programs), own["PATH"]])
    repo_server = [
        *(
            str(ARGOCD.path),
            "argocd-repo-server",
            "--disable-tls",
            "--client-ca-path",
            "",
            "--address",
            _LOOPBACK,
            "--port",
            str(port),
        ),
        *("--metrics-address", _LOOPBACK, "--metrics-port", str(metrics), "--redis", f"{_LOOPBACK}:{redis}"),
    ]
    plugin_server = [str(ARGOCD.path), "argocd-cmp-server", "--config-dir-path", str(folder / "config")]
    redis_server = ["redis-server", "--bind", _LOOPBACK, "--port", str(redis), "--save", "", "--dir", str(folder)]
    argocd = ArgoCd(f"{_LOOPBACK}:{port}", folder / "plugin-server.log", folder / "plugins")
    with (
        server_process(redis_server, folder / "redis.log") as cache,
        server_process(
            plugin_server, argocd.plugin_log, **shared, PATH=path, ARGOCD_CMP_WORKDIR=str(folder / "plugin-work")
        ) as plugin,
        server_process(
            repo_server,
            folder / "repo-server.log",
            **shared,
            PATH=f"{verifier.parent}{os.pathsep}{path}",
            TMPDIR=str(folder / "repo-work"),
        ) as server,
    ):
        cache.wait_until(lambda: accepts_connections(_LOOPBACK, redis))
        plugin.wait_until(lambda: _accepts(folder / "plugins" / "kubectl-inject.sock"))
        server.wait_until(lambda: accepts_connections(_LOOPBACK, port))
        yield argocd


def _accepts(path: Path) -> bool:
    with socket.socket(socket.AF_UNIX) as client:
        try:
            client.connect(str(path))
        except OSError:
            return False
    return True


def _request(repository: str, source: Mapping[str, Any], namespace: str) -> Object:
    return {
        "repo": {"repo": repository, "type": "git"},
        "revision": "HEAD",
        "noCache": True,
        "appName": _NAME,
        "namespace": namespace,
        "applicationSource": {"repoURL": repository, "targetRevision": "HEAD", **source},
        "appLabelKey": "app.kubernetes.io/instance",
        "trackingMethod": "annotation",
        "kubeVersion": "1.36.3",
        "apiVersions": _API_VERSIONS,
        "projectName": "default",
        "projectSourceRepos": ["*"],
    }


def _run_argocd(arguments: Sequence[str], request: Mapping[str, Any]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(ARGOCD.path), *arguments],
        input=json.dumps(request),
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
