"""The webhook in the API server's place of work: as ``serve manifests`` prints it, called at a loopback address."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import requests
from requests.adapters import HTTPAdapter

from tests.cluster.servers.api_server import ADMIN, ApiServer
from tests.own_programs import KUBECTL_INJECT
from tests.printed_objects import objects_in
from tests.webhook.running_server import WebhookServer

Object = dict[str, Any]
_CALLERS = 8
_PATIENCE = 60.0
_PROBED = "webhook-probed"


def printed_manifests(*flags: str) -> list[Object]:
    """Return what ``serve manifests`` prints."""
    import subprocess

    run = subprocess.run(
        [str(KUBECTL_INJECT), "serve", "manifests", *flags], capture_output=True, text=True, check=True
    )
    return objects_in(run.stdout)


def leading_to(server: WebhookServer, printed: Iterable[Object]) -> list[Object]:
    """Return the webhook configurations among some objects, with the Service replaced by the server's URL."""
    found = [value for value in printed if value["kind"] == "MutatingWebhookConfiguration"]
    for webhook in (webhook for value in found for webhook in value["webhooks"]):
        path = webhook["clientConfig"]["service"]["path"]
        webhook["clientConfig"] = {"url": server.url + path, "caBundle": server.ca_bundle}
    return found


@contextmanager
def webhooks_installed(api: ApiServer, configurations: Sequence[Object]) -> Iterator[None]:
    """Have webhooks in the API server until the block ends; both take effect a moment later than they are applied."""
    labels = {"istio.io/rev": configurations[0]["metadata"]["labels"]["istio.io/rev"]}
    api.create_namespaces(_PROBED, labels=labels)
    pods = Pods(api)
    probe = {"metadata": {"name": "probe"}, "spec": {"containers": [{"name": "app", "image": "x"}]}}

    def is_injected() -> bool:
        answer = pods.post(_PROBED, probe, dry_run=True)
        return not answer.ok or len(answer.json()["spec"].get("initContainers", [])) > 0

    api.apply(configurations)
    try:
        _wait(is_injected)
        yield
    finally:
        api.delete(configurations)
        _wait(lambda: not is_injected())


def _wait(ready: Any) -> None:
    give_up = time.monotonic() + _PATIENCE
    while not ready():
        if time.monotonic() > give_up:
            raise TimeoutError("the API server did not take notice of the webhooks")
        time.sleep(0.1)


@dataclass
class Pods:
    """Creates Pods by the API server's own interface: kubectl would take a process for each."""

    api: ApiServer
    session: requests.Session = field(default_factory=requests.Session)

    def __post_init__(self) -> None:
        self.session.trust_env = False
        self.session.verify = str(self.api.certificate)
        self.session.headers["Authorization"] = f"Bearer token-of-{ADMIN}"
        self.session.mount("https://", HTTPAdapter(pool_maxsize=_CALLERS))

    def post(self, namespace: str, pod: Object, *, dry_run: bool = False) -> requests.Response:
        """Create a Pod, or only see what would be stored."""
        typed = {"apiVersion": "v1", "kind": "Pod", **pod}
        return self.create(f"/api/v1/namespaces/{namespace}/pods", typed, dry_run=dry_run)

    def create(self, path: str, value: Object, *, dry_run: bool = False) -> requests.Response:
        """Post any object."""
        parameters = {"dryRun": "All"} if dry_run else {}
        return self.session.post(self.api.url + path, json=value, params=parameters, timeout=60)

    def create_all(self, pods: Iterable[Object], *, dry_run: bool = False) -> list[Object]:
        """Create Pods that name their namespaces, many at once; return them as they are stored, in the same order."""

        def create(pod: Object) -> Object:
            answer = self.post(pod["metadata"]["namespace"], pod, dry_run=dry_run)
            assert answer.ok, answer.text
            return as_stored(answer.json())

        with ThreadPoolExecutor(_CALLERS) as pool:
            return list(pool.map(create, pods))

    def create_namespaces(self, namespaces: Sequence[Object]) -> None:
        """Create namespaces, with the ServiceAccount that a controller would put there."""

        def create(namespace: Object) -> None:
            name = namespace["metadata"]["name"]
            account = {"apiVersion": "v1", "kind": "ServiceAccount", "metadata": {"name": "default"}}
            for path, value in (("", namespace), (f"/{name}/serviceaccounts", account)):
                answer = self.create(f"/api/v1/namespaces{path}", value)
                assert answer.ok or answer.status_code == 409, answer.text

        with ThreadPoolExecutor(_CALLERS) as pool:
            list(pool.map(create, namespaces))

    def delete_all(self, pods: Iterable[Object]) -> None:
        """Delete Pods at once."""

        def delete(pod: Object) -> None:
            metadata = pod["metadata"]
            path = f"/api/v1/namespaces/{metadata['namespace']}/pods/{metadata['name']}"
            parameters = {"gracePeriodSeconds": "0"}
            assert self.session.delete(self.api.url + path, params=parameters, timeout=60).ok

        with ThreadPoolExecutor(_CALLERS) as pool:
            list(pool.map(delete, pods))


def as_stored(pod: Object) -> Object:
    """Return a stored Pod without what is made anew for each: identity, times, and the name of the token's volume."""
    import json

    token = next((v["name"] for v in pod["spec"].get("volumes", []) if v["name"].startswith("kube-api-access-")), "")
    text = json.dumps(pod)
    found: Object = json.loads(text.replace(token, "kube-api-access") if token else text)
    for name in ("uid", "creationTimestamp", "resourceVersion", "managedFields", "generation"):
        found["metadata"].pop(name, None)
    if "generateName" in found["metadata"]:
        found["metadata"].pop("name", None)
    # Kubernetes puts the token's volume where its ServiceAccount controller finds the Pod: before injection or after.
    found["spec"]["volumes"] = sorted(found["spec"].get("volumes", []), key=lambda volume: str(volume["name"]))
    return found
