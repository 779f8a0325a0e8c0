"""The images: buildah builds every Containerfile, and what is in them runs as it would in a cluster."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
import requests
import yaml

from kubectl_inject import __version__
from tests.cluster.servers.processes import accepts_connections, free_port, server_process
from tests.conftest import pod
from tests.delivery.container_images import COMMIT, ImageStore, bases_of, containerfiles
from tests.printed_objects import container_names
from tests.requirements import require
from tests.webhook.reviews import patched, review_of
from tests.webhook.running_server import LOOPBACK, ServerFiles
from tools.real_programs import cache_folder

pytestmark = [pytest.mark.real, pytest.mark.xdist_group("images")]

FUNCTION, WEBHOOK = "kustomize_plugin/Containerfile", "kubectl_inject/webhook/Containerfile"


@pytest.fixture(scope="module")
def images() -> Iterator[ImageStore]:
    """Have a store of images, which keeps what the next run can use."""
    for program in ("buildah", "mmdebstrap"):
        require(shutil.which(program), f"{program} is not on the PATH; Debian has it")
    folder = cache_folder() / "images"
    folder.mkdir(parents=True, exist_ok=True)
    store = ImageStore(folder, uuid4().hex)
    yield store
    store.clean()


@pytest.mark.parametrize("containerfile", containerfiles())
def test_every_containerfile_builds_and_runs_as_no_root(images: ImageStore, containerfile: str) -> None:
    image = images.build(containerfile)
    user = images.buildah("inspect", "--format", "{{.OCIv1.Config.User}}", image).strip()
    assert int(user.partition(":")[0]) > 0
    container = images.working_container(image)
    run = images.command("run", "--isolation", "chroot", container, "--", "/opt/kubectl-inject/bin/kubectl-inject")
    printed = subprocess.run([*run, "version", "-o", "json"], capture_output=True, check=True, timeout=120).stdout
    version = json.loads(printed)
    assert (version["version"], version["commit"]) == (__version__, COMMIT)


def test_what_a_containerfile_builds_upon() -> None:
    assert bases_of(WEBHOOK) == ["python:3.13-slim", "registry.k8s.io/kubectl:v1.36.3"]


def test_the_function_in_its_image(images: ImageStore) -> None:
    container = images.working_container(images.build(FUNCTION))
    function_config = {"apiVersion": "kubectl-inject/v1alpha1", "kind": "SidecarInjector", "metadata": {"name": "x"}}
    given = {
        "apiVersion": "config.kubernetes.io/v1",
        "kind": "ResourceList",
        "items": [pod()],
        "functionConfig": {**function_config, "spec": {"istioVersion": "1.31"}},
    }
    run = subprocess.run(
        images.run(container), input=json.dumps(given), capture_output=True, text=True, check=False, timeout=120
    )
    assert run.returncode == 0, run.stderr
    (injected,) = yaml.safe_load(run.stdout)["items"]
    assert container_names(injected) == ["istio-init", "istio-proxy", "app"]


def test_the_webhook_in_its_image(images: ImageStore, tmp_path: Path) -> None:
    container = images.working_container(images.build(WEBHOOK))
    tls = tmp_path / "tls"
    tls.mkdir()
    files = ServerFiles(tls)
    made = files.write_certificate()
    authority = tmp_path / "authority.crt"
    authority.write_bytes(made.authority)
    files.key.chmod(0o644)
    port = free_port(LOOPBACK)
    flags = ("--tls-cert=/tls/tls.crt", "--tls-key=/tls/tls.key", f"--listen={LOOPBACK}:{port}")
    run = images.run(container, "serve", "--istio-version=1.31", *flags)
    run[run.index(container) : run.index(container)] = ["--volume", f"{tls}:/tls:ro"]
    given = pod(namespace="shop")
    with server_process(run, tmp_path / "webhook.log") as process:
        process.wait_until(lambda: accepts_connections(LOOPBACK, port))
        headers = {"Content-Type": "application/json"}
        answer = requests.post(
            f"https://{LOOPBACK}:{port}/inject", review_of(given), headers=headers, verify=str(authority), timeout=30
        )
    assert answer.ok
    assert container_names(patched(given, answer.content)) == ["istio-init", "istio-proxy", "app"]
