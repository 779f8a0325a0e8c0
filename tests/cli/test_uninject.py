"""``kubectl inject uninject``: bytes come back, and what could not be known is reported."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import CONFIG_MAP, MESH_FLAGS, POD, REFUSED, ROOT
from tests.program_runs import Run

BOOKINFO = ROOT / "examples" / "bookinfo"
RECORD = "kubectl-inject/restore"

PROBED = """\
# The probe names its port, which the injected Pod does not tell.
apiVersion: v1
kind: Pod
metadata:
  name: probed
  namespace: shop
spec:
  containers:
  - name: web
    image: nginx
    ports: [{name: http, containerPort: 8080}]
    readinessProbe: {httpGet: {path: /ready, port: http}}  # slow at first
"""
OWN_PROXY = """\
apiVersion: v1
kind: Pod
metadata:
  name: own
spec:
  containers:
  - name: istio-proxy
    image: auto
    resources: {limits: {cpu: "1"}}
  - name: web
    image: nginx
"""

Write = Callable[[str, str], Path]


@pytest.fixture
def injected(run: Run) -> Callable[..., str]:
    """Return a function that injects a text with the example mesh."""

    def inject(text: str, *flags: str) -> str:
        code, out, _ = run("-f", "-", *MESH_FLAGS, *flags, stdin=text)
        assert code == 0
        return out

    return inject


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


# --- bytes come back --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("broken", [(), (33, 61)])
def test_processes_share_documents(run: Run, injected: Callable[..., str], broken: tuple[int, ...]) -> None:
    many = "---\n".join(PROBED.replace("name: probed", f"name: probed-{number}") for number in range(70))
    texts = injected(many).split("---\n")
    for number in broken:
        texts[number] = texts[number].replace("spec:", "spec: [", 1)
    text = "---\n".join(texts)
    alone = run("uninject", "-f", "-", "--jobs", "1", stdin=text)
    assert run("uninject", "-f", "-", "--jobs", "3", stdin=text) == alone
    assert (alone.code, alone.out) == ((1, "") if broken else (0, many))


@pytest.mark.parametrize("flags", [[], ["--no-native-sidecars"]], ids=["native", "classic"])
def test_bookinfo_comes_back(run: Run, tmp_path: Path, flags: list[str]) -> None:
    folder = tmp_path / "bookinfo"
    shutil.copytree(BOOKINFO, folder)
    assert run("-f", "bookinfo", "--in-place", *MESH_FLAGS, *flags).code == 0
    assert folder.joinpath("ratings.yaml").read_bytes() != BOOKINFO.joinpath("ratings.yaml").read_bytes()
    assert run("uninject", "-f", "bookinfo", "--in-place")[:2] == (0, "")
    assert contents(folder) == contents(BOOKINFO)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(PROBED, id="named port"),
        pytest.param(OWN_PROXY, id="own proxy"),
        pytest.param(POD.rstrip("\n"), id="no final newline"),
        pytest.param(PROBED.replace("\n", "\r\n"), id="CRLF"),
        pytest.param(f"# one\n---\n{CONFIG_MAP}---\n{PROBED}---\n# nothing\n---\n{REFUSED}", id="several documents"),
        pytest.param('{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"name": "a"}]}}', id="JSON"),
    ],
)
def test_standard_input_comes_back(run: Run, injected: Callable[..., str], text: str) -> None:
    given = injected(text)
    assert "istio-proxy" in given.replace(text, "")
    code, out, _ = run("uninject", "-f", "-", stdin=given)
    assert (code, out) == (0, text)


def test_without_a_record_the_rest_comes_back(run: Run, injected: Callable[..., str]) -> None:
    given = injected(PROBED, "--no-restore")
    assert RECORD not in given
    assert run("uninject", "-f", "-", stdin=given).out == PROBED.replace("port: http}", "port: 8080}")


# --- reports ----------------------------------------------------------------------------------------------------

VALUES = (
    "volumes, labels and annotations with the names and values that the injector gives were taken for the injector's"
)
PORTS = "ports of probes are numbers now, where they may have been names"
PROXY = "the Pod's own istio-proxy container comes last, wherever it was, with the image auto if it names none"
OTHERS = "what else templates set in the Pod stays, and what injection rewrote is spelled as this tool spells it"
LOST = "of container probed still asks the proxy's agent: nothing tells what it was"
UNDECLARED = """\
apiVersion: v1
kind: Pod
metadata: {name: probed}
spec:
  containers:
  - name: probed
    image: nginx
    livenessProbe: {tcpSocket: {port: nope}}
    startupProbe: {exec: {command: ["true"]}}
    lifecycle: {preStop: {httpGet: {port: nope}}}
"""


COUNTS = {0: "no workloads found: nothing to uninject", 2: "1 uninjected, 1 unchanged"}


@pytest.mark.parametrize(
    ("text", "flags", "report"),
    [
        pytest.param(
            UNDECLARED,
            [],
            ["Pod probed: uninjected: restored from its record"],
            id="ports without a name, record",
        ),
        pytest.param(
            UNDECLARED,
            ["--no-restore"],
            [f"Pod probed: uninjected: {VALUES}; livenessProbe {LOST}; preStop {LOST}"],
            id="ports without a name, no record",
        ),
        pytest.param(PROBED, [], ["Pod shop/probed: uninjected: restored from its record"], id="record"),
        pytest.param(POD, [], [f"Pod web: uninjected: {VALUES}"], id="no record needed"),
        pytest.param(
            PROBED,
            ["--no-restore"],
            [f"Pod shop/probed: uninjected: {VALUES}; {PORTS}; {OTHERS}"],
            id="no record",
        ),
        pytest.param(
            OWN_PROXY,
            ["--no-restore"],
            [f"Pod own: uninjected: {VALUES}; {PROXY}; {OTHERS}"],
            id="own proxy, no record",
        ),
        pytest.param(REFUSED, [], ["Pod web: unchanged: it is not injected"], id="not injected"),
        pytest.param(CONFIG_MAP, [], [], id="no workload"),
        pytest.param(
            f"{REFUSED}---\n{CONFIG_MAP}---\n{PROBED}",
            [],
            ["Pod web: unchanged: it is not injected", "Pod shop/probed: uninjected: restored from its record"],
            id="several",
        ),
    ],
)
def test_report(run: Run, injected: Callable[..., str], text: str, flags: list[str], report: list[str]) -> None:
    given = injected(text, *flags)
    *lines, counts = run("uninject", "-f", "-", stdin=given).err.splitlines()
    assert (lines, counts) == (report, COUNTS.get(len(report), "1 uninjected") if text != REFUSED else "1 unchanged")
    assert run("uninject", "-f", "-", "--quiet", stdin=given).err == ""


# --- places -----------------------------------------------------------------------------------------------------


@pytest.fixture
def folder(injected: Callable[..., str], write_file: Write) -> str:
    """Write a folder with an injected file, one that is not, and an injected one further down; return its name."""
    write_file("app/a.yaml", injected(PROBED))
    write_file("app/b.yaml", REFUSED)
    write_file("app/deep/c.yaml", injected(POD))
    return "app"


def test_folder_to_standard_output(run: Run, folder: str) -> None:
    assert run("uninject", "-R", "-f", folder)[:2] == (0, "---\n".join([PROBED, REFUSED, POD]))


def test_output_file(run: Run, folder: str, tmp_path: Path) -> None:
    assert run("uninject", "-f", folder, "--output", "all.yaml")[:2] == (0, "")
    assert (tmp_path / "all.yaml").read_text() == f"{PROBED}---\n{REFUSED}"


def test_output_folder(run: Run, folder: str, tmp_path: Path) -> None:
    before = contents(tmp_path / folder)
    assert run("uninject", "-R", "-f", folder, "--output-dir", "out")[:2] == (0, "")
    expected = {"a.yaml": PROBED, "b.yaml": REFUSED, "deep/c.yaml": POD}
    assert contents(tmp_path / "out") == {name: text.encode() for name, text in expected.items()}
    assert contents(tmp_path / folder) == before


def test_in_place(run: Run, folder: str, tmp_path: Path) -> None:
    untouched = (tmp_path / folder / "b.yaml").stat()
    assert run("uninject", "-R", "-f", folder, "--in-place")[:2] == (0, "")
    expected = {"a.yaml": PROBED, "b.yaml": REFUSED, "deep/c.yaml": POD}
    assert contents(tmp_path / folder) == {name: text.encode() for name, text in expected.items()}
    now = (tmp_path / folder / "b.yaml").stat()
    assert (now.st_ino, now.st_mtime_ns) == (untouched.st_ino, untouched.st_mtime_ns)


# --- errors -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "record",
    [
        pytest.param("{", id="cut"),
        pytest.param("[]", id="list"),
        pytest.param('{"object":5}', id="object that is a number"),
        pytest.param('{"text":5}', id="text that is a number"),
        pytest.param('{"object":{"spec":{"containers":[{"image":"x"}]}}}', id="container without name"),
    ],
)
@pytest.mark.parametrize("place", [[], ["--in-place"], ["--output", "out"], ["--output-dir", "out"]], ids=" ".join)
def test_broken_record(
    run: Run, injected: Callable[..., str], write_file: Write, tmp_path: Path, record: str, place: list[str]
) -> None:
    write_file("app/a.yaml", injected(PROBED))
    broken = injected(POD).replace("metadata: {", "metadata: {namespace: shop, ")
    write_file("app/b.yaml", broken.replace("annotations: {", f"annotations: {{{RECORD}: {json.dumps(record)}, "))
    before = contents(tmp_path)
    code, out, err = run("uninject", "-f", "app", *place)
    assert (code, out) == (1, "")
    assert err.startswith("error: app/b.yaml: document 1: Pod")
    assert err.count("error: ") == 1
    assert "Traceback" not in err
    assert contents(tmp_path) == before


def test_message_of_a_broken_record_names_the_workload(run: Run) -> None:
    text = POD.replace("name: web}", f'name: web, annotations: {{{RECORD}: ""}}}}', 1)
    assert "document 1: Pod web: annotation" in run("uninject", "-f", "-", stdin=text).err


@pytest.mark.parametrize(
    ("arguments", "code", "expected"),
    [
        pytest.param([], 2, "expected files, at least one", id="nothing to read"),
        pytest.param(["-f", "-", "--in-place"], 2, "expected files and folders, found -", id="standard input in place"),
        pytest.param(["-f", "app.yaml", "--values-file", "x"], 2, "no such option", id="unknown flag"),
        pytest.param(["-f", "none.yaml"], 1, "none.yaml: no such file", id="no file"),
        pytest.param(["-f", "broken.yaml"], 1, "broken.yaml:3", id="no YAML"),
    ],
)
def test_error(run: Run, write_file: Write, arguments: list[str], code: int, expected: str) -> None:
    write_file("app.yaml", POD)
    write_file("broken.yaml", "kind: Pod\nspec: [1\nb: 2\n")
    found, out, err = run("uninject", *arguments)
    assert (found, out) == (code, "")
    assert expected in err
    assert err.count("rror: ") == 1


# --- a Pod of a cluster -----------------------------------------------------------------------------------------

STATUS = (
    '{"initContainers":["istio-init","istio-proxy"],"containers":null,"volumes":["workload-socket","istio-envoy"],'
    '"imagePullSecrets":["registry"],"revision":"default"}'
)
PRINTED = """\
 apiVersion: v1
 kind: Pod
 metadata:
   annotations:
     example.com/team: shop
+    istio.io/rev: default
+    kubectl.kubernetes.io/default-container: web
+    kubectl.kubernetes.io/default-logs-container: web
+    prometheus.io/path: /stats/prometheus
+    prometheus.io/port: "15020"
+    prometheus.io/scrape: "true"
+    sidecar.istio.io/status: 'STATUS'
   creationTimestamp: "2026-01-02T03:04:05Z"
   generateName: web-7d4b9c5f6d-
   labels:
     app: web
     pod-template-hash: 7d4b9c5f6d
+    security.istio.io/tlsMode: istio
+    service.istio.io/canonical-name: web
+    service.istio.io/canonical-revision: latest
   managedFields:
   - apiVersion: v1
     fieldsType: FieldsV1
     fieldsV1:
       f:spec:
         f:containers:
           k:{"name":"web"}:
             .: {}
             f:image: {}
     manager: kube-controller-manager
     operation: Update
     time: "2026-01-02T03:04:05Z"
   name: web-7d4b9c5f6d-x2x9k
   namespace: shop
   ownerReferences:
   - apiVersion: apps/v1
     blockOwnerDeletion: true
     controller: true
     kind: ReplicaSet
     name: web-7d4b9c5f6d
     uid: 5f0c6f0a-0000-4000-8000-000000000001
   resourceVersion: "4711"
   uid: 0d5d3c7e-0000-4000-8000-000000000002
 spec:
   containers:
   - image: nginx:1.27
     imagePullPolicy: IfNotPresent
     name: web
     ports:
     - containerPort: 8080
       name: http
       protocol: TCP
     readinessProbe:
       failureThreshold: 3
       httpGet:
-        path: /ready
-        port: 8080
+        path: /app-health/web/readyz
+        port: 15020
         scheme: HTTP
       periodSeconds: 10
     resources: {}
     terminationMessagePath: /dev/termination-log
     volumeMounts:
     - mountPath: /var/run/secrets/kubernetes.io/serviceaccount
       name: kube-api-access-abcde
       readOnly: true
   dnsPolicy: ClusterFirst
   enableServiceLinks: true
+  imagePullSecrets:
+  - name: registry
+  initContainers:
+  - args:
+    - istio-iptables
+    image: registry.example.com/proxy:1.31.0
+    name: istio-init
+    resources: {}
+  - args:
+    - proxy
+    - sidecar
+    env:
+    - name: ISTIO_META_APP_CONTAINERS
+      value: web
+    - name: ISTIO_KUBE_APP_PROBERS
+      value: '{"/app-health/web/readyz":{"httpGet":{"path":"/ready","port":8080,"scheme":"HTTP"}}}'
+    image: registry.example.com/proxy:1.31.0
+    name: istio-proxy
+    resources: {}
+    restartPolicy: Always
+    volumeMounts:
+    - mountPath: /var/run/secrets/workload-spiffe-uds
+      name: workload-socket
+    - mountPath: /var/run/secrets/kubernetes.io/serviceaccount
+      name: kube-api-access-abcde
+      readOnly: true
   nodeName: node-1
   restartPolicy: Always
   serviceAccountName: web
   volumes:
+  - emptyDir: {}
+    name: workload-socket
+  - emptyDir:
+      medium: Memory
+    name: istio-envoy
   - name: kube-api-access-abcde
     projected:
       defaultMode: 420
       sources:
       - serviceAccountToken:
           expirationSeconds: 3607
           path: token
 status:
   containerStatuses:
   - image: nginx:1.27
     lastState: {}
     name: web
     ready: true
     restartCount: 0
   initContainerStatuses:
   - image: registry.example.com/proxy:1.31.0
     lastState: {}
     name: istio-proxy
     ready: true
     restartCount: 0
   phase: Running
   qosClass: Burstable
""".replace("STATUS", STATUS)


def side(of: str, marks: str) -> str:
    """Return the lines of a diff that have one of some marks, without them."""
    return "".join(line[1:] for line in of.splitlines(keepends=True) if line[0] in marks)


def test_pod_that_a_webhook_injected(run: Run) -> None:
    """What the kubelet says in the status stays: it is no part of the injection."""
    code, out, err = run("uninject", "-f", "-", stdin=side(PRINTED, " +"))
    assert (code, err) == (0, f"Pod shop/web-7d4b9c5f6d-x2x9k: uninjected: {VALUES}; {PORTS}; {OTHERS}\n1 uninjected\n")
    assert out == side(PRINTED, " -")
