"""Mistakes that change nothing: each with what is near it and is none."""

from __future__ import annotations

from typing import Any

import pytest

from kubectl_inject.injection.injector import Injector
from kubectl_inject.injection.reports.warnings.releases import newer_release
from kubectl_inject.injection.reports.warnings.warning import Warned
from kubectl_inject.injection.selection.namespaces import NamespaceMetadata, Namespaces
from kubectl_inject.istio.releases import Release
from tests.conftest import small_config

INJECT = "sidecar.istio.io/inject"
CLASSIC = "spec: {containers: [{name: istio-proxy, image: proxy, securityContext: {runAsUser: 1337}}]}"
NATIVE = "spec: {initContainers: [{name: istio-proxy, image: proxy, restartPolicy: Always}]}"
APP = {"name": "app", "image": "nginx"}


def template(*containers: dict[str, Any], labels: Any = None, annotations: Any = None, **spec: Any) -> dict[str, Any]:
    metadata = {"labels": labels or {}, "annotations": annotations or {}}
    return {"metadata": metadata, "spec": {"containers": list(containers or [APP]), **spec}}


def deployment(pod: dict[str, Any] | None = None, **metadata: Any) -> dict[str, Any]:
    return {
        "apiVersion": "apps/v1",
        "kind": "Deployment",
        "metadata": {"name": "web", "namespace": "shop", **metadata},
        "spec": {"template": pod or template()},
    }


def job(pod: dict[str, Any] | None = None, **spec: Any) -> dict[str, Any]:
    spec = {"template": pod or template(restartPolicy="Never"), **spec}
    return {"apiVersion": "batch/v1", "kind": "Job", "metadata": {"name": "load"}, "spec": spec}


def cron_job(**metadata: Any) -> dict[str, Any]:
    job_template = {"metadata": metadata, "spec": {"template": template(restartPolicy="Never")}}
    return {
        "apiVersion": "batch/v1",
        "kind": "CronJob",
        "metadata": {"name": "load"},
        "spec": {"schedule": "* * * * *", "jobTemplate": job_template},
    }


def warnings_of(
    value: dict[str, Any],
    text: str = CLASSIC,
    namespace: dict[str, str] | None = None,
    ignored: tuple[str, ...] = (),
    **installation: Any,
) -> list[tuple[str, str]]:
    """Return the codes of the warnings for an object, and where they apply with the cure."""
    known = Namespaces({"shop": NamespaceMetadata(namespace)} if namespace is not None else {})
    installation = {"native_sidecars": False, **installation}
    injector = Injector(small_config(text, **installation), namespaces=known, ignored=ignored)
    report = injector.inject_object(value).report
    return [(each.code, f"{each.where}: {each.cure}") for workload in report for each in workload.warnings]


def codes_of(*arguments: Any, **keywords: Any) -> list[str]:
    return [code for code, _ in warnings_of(*arguments, **keywords)]


LABELLED = {INJECT: "false"}
PORTS = "traffic.sidecar.istio.io/excludeOutboundPorts"


@pytest.mark.parametrize(
    ("value", "code", "said"),
    [
        pytest.param(
            deployment(labels=LABELLED),
            Warned.INJECT_ON_WORKLOAD,
            f"label {INJECT}: 'false' in metadata: move it to spec.template.metadata.labels",
            id="label of the Deployment",
        ),
        pytest.param(
            deployment(annotations=LABELLED),
            Warned.INJECT_ON_WORKLOAD,
            f"annotation {INJECT}: 'false' in metadata: move it to spec.template.metadata.labels",
            id="annotation of the Deployment",
        ),
        pytest.param(
            cron_job(labels=LABELLED),
            Warned.INJECT_ON_WORKLOAD,
            f"label {INJECT}: 'false' in spec.jobTemplate.metadata: "
            "move it to spec.jobTemplate.spec.template.metadata.labels",
            id="label of the Job in a CronJob",
        ),
        pytest.param(
            deployment(annotations={PORTS: "3306"}),
            Warned.ANNOTATION_ON_WORKLOAD,
            f"{PORTS} in metadata: move it to spec.template.metadata.annotations",
            id="annotation for the Pod",
        ),
        pytest.param(
            deployment(template(annotations={PORTS.removesuffix("s"): "3306"})),
            Warned.UNKNOWN_ANNOTATION,
            f"{PORTS.removesuffix('s')}: did you mean {PORTS}?",
            id="a letter is missing",
        ),
        pytest.param(
            deployment(template(annotations={"sidecar.isto.io/inject": "false"})),
            Warned.UNKNOWN_ANNOTATION,
            f"sidecar.isto.io/inject: did you mean {INJECT}?",
            id="a letter of the domain is missing",
        ),
        pytest.param(
            deployment(template(annotations={"sidecar.istio.io/weather": "fine"})),
            Warned.UNKNOWN_ANNOTATION,
            "sidecar.istio.io/weather: check its name in docs/annotations.md, or remove it",
            id="like none",
        ),
        pytest.param(
            deployment(template(labels={"sidecar.istio.io/injct": "false"})),
            Warned.UNKNOWN_LABEL,
            f"sidecar.istio.io/injct: did you mean {INJECT}?",
            id="misspelt label",
        ),
        pytest.param(
            deployment(template(labels={"sidecar.istio.io/proxyCPU": "1"})),
            Warned.ANNOTATION_AS_LABEL,
            "sidecar.istio.io/proxyCPU: move it to the annotations of the Pod template",
            id="annotation as a label",
        ),
        pytest.param(
            deployment(template(annotations={"service.istio.io/canonical-name": "web"})),
            Warned.LABEL_AS_ANNOTATION,
            "service.istio.io/canonical-name: move it to the labels of the Pod template",
            id="label as an annotation",
        ),
        pytest.param(
            deployment(template(annotations={"kubectl-inject/ignore": "user-133"})),
            Warned.UNKNOWN_CODE,
            "user-133: did you mean 'user-1337'?",
            id="unknown code",
        ),
        pytest.param(
            deployment(template(APP, {"name": "other", "image": "auto"})),
            Warned.IMAGE_AUTO,
            "other: have the Pod injected, and the container named istio-proxy; or name an image",
            id="image auto of another container",
        ),
        pytest.param(
            deployment(template({"name": "istio-proxy", "image": "auto"}, labels=LABELLED)),
            Warned.IMAGE_AUTO,
            "istio-proxy: have the Pod injected, and the container named istio-proxy; or name an image",
            id="image auto of a Pod that refuses",
        ),
        pytest.param(
            deployment(template({**APP, "image": "{{ .Values.image }}"})),
            Warned.HELM_TEMPLATE,
            "app: image: {{ .Values.image }}: inject what Helm makes of it: helm template CHART | kubectl inject -f -",
            id="image of a chart",
        ),
    ],
)
def test_warned(value: dict[str, Any], code: str, said: str) -> None:
    assert warnings_of(value, ignored=(Warned.JOB_NEVER_ENDS,)) == [(code, said)]


@pytest.mark.parametrize(
    "value",
    [
        pytest.param(deployment(template(labels=LABELLED), labels=LABELLED), id="the label is on both"),
        pytest.param(deployment(template(labels={INJECT: "true"})), id="the label is on the Pod template"),
        pytest.param(deployment(template(annotations={PORTS: "1"}), annotations={PORTS: "1"}), id="annotation on both"),
        pytest.param(
            deployment(template(annotations={"prometheus.io/scrape": "true"}), annotations={"prometheus.io/port": "1"}),
            id="annotations of others",
        ),
        pytest.param(deployment(template(annotations={"networking.istio.io/exportTo": "*"})), id="of another domain"),
        pytest.param(
            deployment(template(labels={"istio": "ingressgateway", "istio.io/gateway-name": "g"})), id="labels"
        ),
        pytest.param(deployment(template({"name": "istio-proxy", "image": "auto"}, APP)), id="own proxy"),
        pytest.param(deployment(template(labels={"istio.io/dataplane-mode": "none"})), id="no ambient mode"),
    ],
)
def test_not_warned(value: dict[str, Any]) -> None:
    assert warnings_of(value) == []


def test_an_annotation_that_a_template_reads_is_none_of_ours_to_judge() -> None:
    value = deployment(template(annotations={"sidecar.istio.io/weather": "fine"}))
    assert codes_of(value) == [Warned.UNKNOWN_ANNOTATION]
    reading = CLASSIC + "\n# {{ index .ObjectMeta.Annotations `sidecar.istio.io/weather` }}"
    assert codes_of(value, reading) == []
    assert codes_of(value, reading.replace("weather", "weathers")) == [Warned.UNKNOWN_ANNOTATION]


@pytest.mark.parametrize(
    ("name", "minor", "said"),
    [
        pytest.param("prometheus.istio.io/scrape-targets", 30, "heeded since 1.31, this is Istio 1.30", id="too new"),
        pytest.param("prometheus.istio.io/scrape-targets", 31, "", id="since this one"),
        pytest.param("sidecar.istio.io/statsCompression", 29, "heeded up to 1.28, this is Istio 1.29", id="too old"),
        pytest.param("sidecar.istio.io/statsCompression", 28, "", id="up to this one"),
    ],
)
def test_an_annotation_that_the_release_ignores(name: str, minor: int, said: str) -> None:
    value = deployment(template(annotations={name: "9090:/metrics" if "targets" in name else "gzip"}))
    found = warnings_of(value, release=Release(minor))
    assert [code for code, _ in found] == ([Warned.IGNORED_ANNOTATION] if said else [])
    assert said in "".join(where for _, where in found)


# --- the proxy and the application ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pod", "said"),
    [
        pytest.param(template({**APP, "securityContext": {"runAsUser": 1337}}), "app: runAsUser: 1337", id="user"),
        pytest.param(template({**APP, "securityContext": {"runAsGroup": 1337}}), "app: runAsGroup: 1337", id="group"),
        pytest.param(template(securityContext={"runAsUser": 1337}), "app: runAsUser: 1337", id="the Pod's user"),
        pytest.param(
            template({**APP, "securityContext": {"runAsUser": 1}}, securityContext={"runAsUser": 1337}),
            "",
            id="own user",
        ),
        pytest.param(
            template(initContainers=[{**APP, "name": "early", "securityContext": {"runAsUser": 1337}}]), "", id="init"
        ),
        pytest.param(
            template(
                {**APP, "securityContext": {"runAsUser": 1337}},
                annotations={"sidecar.istio.io/interceptionMode": "NONE"},
            ),
            "",
            id="nothing is redirected",
        ),
        pytest.param(template({**APP, "securityContext": {"runAsUser": 1337}}, labels=LABELLED), "", id="not injected"),
    ],
)
def test_user_of_the_proxy(pod: dict[str, Any], said: str) -> None:
    found = [where for code, where in warnings_of(deployment(pod)) if code == Warned.USER_1337]
    assert len(found) == bool(said)
    assert said in "".join(found)


@pytest.mark.parametrize(
    ("value", "text", "warned"),
    [
        pytest.param(job(), CLASSIC, True, id="Job"),
        pytest.param(cron_job(), CLASSIC, True, id="CronJob"),
        pytest.param(
            {"apiVersion": "v1", "kind": "Pod", **template(restartPolicy="OnFailure")},
            CLASSIC,
            True,
            id="Pod that ends",
        ),
        pytest.param(job(), NATIVE, False, id="native sidecar"),
        pytest.param(deployment(), CLASSIC, False, id="Deployment"),
        pytest.param({"apiVersion": "v1", "kind": "Pod", **template()}, CLASSIC, False, id="Pod that goes on"),
        pytest.param(
            job(template({**APP, "command": ["sh", "-c", "load; curl -XPOST localhost:15020/quitquitquit"]})),
            CLASSIC,
            False,
            id="ends the sidecar itself",
        ),
        pytest.param(job(template(labels=LABELLED)), CLASSIC, False, id="not injected"),
    ],
)
def test_a_job_that_never_ends(value: dict[str, Any], text: str, warned: bool) -> None:
    assert codes_of(value, text) == [Warned.JOB_NEVER_ENDS] * warned


@pytest.mark.parametrize(
    ("greeting", "codes"),
    [
        pytest.param("containers", [Warned.SECOND_PROXY], id="beside the native sidecar"),
        pytest.param("initContainers", [], id="merged"),
    ],
)
def test_a_template_for_classic_sidecars(greeting: str, codes: list[str]) -> None:
    text = f"spec: {{{greeting}: [{{name: istio-proxy, env: [{{name: GREETING, value: hi}}]}}]}}"
    config = small_config(
        NATIVE,
        inject={"templates": {"sidecar": NATIVE, "greeting": text}, "defaultTemplates": ["sidecar", "greeting"]},
        native_sidecars=True,
    )
    (report,) = Injector(config).inject_object(deployment()).report
    assert [warning.code for warning in report.warnings] == codes


# --- the namespace ----------------------------------------------------------------------------------------------

REV = "istio.io/rev"


@pytest.mark.parametrize(
    ("labels", "installation", "code"),
    [
        pytest.param({"istio-injection": "disabled"}, {}, Warned.NAMESPACE_DISABLED, id="disabled"),
        pytest.param({"istio-injection": "enabled"}, {}, "", id="enabled"),
        pytest.param({REV: "canary"}, {"revision": "1-31"}, Warned.NAMESPACE_REVISION, id="another revision"),
        pytest.param({REV: "1-31"}, {"revision": "1-31"}, "", id="this revision"),
        pytest.param({REV: "prod"}, {"revision": "1-31", "revision_tags": {"prod": "1-31"}}, "", id="a tag of it"),
        pytest.param({REV: "canary"}, {}, "", id="the configuration's revision is not known"),
        pytest.param({"istio.io/dataplane-mode": "ambient"}, {}, Warned.AMBIENT, id="ambient mode"),
        pytest.param({"istio-injection": "disabled"}, {"automatic": True}, "", id="automatic"),
        pytest.param({}, {}, "", id="no labels"),
    ],
)
def test_labels_of_the_namespace(labels: dict[str, str], installation: dict[str, Any], code: str) -> None:
    assert codes_of(deployment(), namespace=labels, **installation) == [code] * bool(code)
    refusing = deployment(template(labels=LABELLED))
    assert codes_of(refusing, namespace=labels, **installation) == []


@pytest.mark.parametrize(
    ("installation", "codes"),
    [
        pytest.param({"revision": "1-31"}, [Warned.POD_REVISION], id="another revision"),
        pytest.param({"revision": "canary"}, [], id="this revision"),
        pytest.param({}, [], id="the configuration's revision is not known"),
    ],
)
def test_revision_of_the_pod(installation: dict[str, Any], codes: list[str]) -> None:
    assert codes_of(deployment(template(labels={REV: "canary"})), **installation) == codes


def test_no_webhook_selects_by_the_annotation() -> None:
    asking = deployment(template(annotations={INJECT: "true"}))
    assert codes_of(asking, namespace={}, automatic=True) == [Warned.INJECT_ANNOTATION]
    assert codes_of(asking, namespace={"istio-injection": "enabled"}, automatic=True) == []
    assert codes_of(asking, namespace={"istio-injection": "disabled"}, automatic=True) == []
    assert codes_of(asking) == []


def test_ambient_mode_of_the_pod() -> None:
    mode = "istio.io/dataplane-mode"
    assert codes_of(deployment(template(labels={mode: "ambient"}))) == [Warned.AMBIENT]
    assert codes_of(deployment(template(labels={mode: "none"})), namespace={mode: "ambient"}) == []


ENFORCE = "pod-security.kubernetes.io/enforce"
SAFE: dict[str, Any] = {
    "allowPrivilegeEscalation": False,
    "capabilities": {"drop": ["ALL"]},
    "runAsNonRoot": True,
    "seccompProfile": {"type": "RuntimeDefault"},
}


def adding(container: str = "", volumes: str = "[]", place: str = "initContainers") -> str:
    """Return a template with a container, whose securityContext is given in YAML, and volumes."""
    return f"spec: {{{place}: [{{name: istio-init, image: i, securityContext: {container}}}], volumes: {volumes}}}"


HARMLESS = (
    "{allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}, runAsNonRoot: true, "
    "seccompProfile: {type: RuntimeDefault}}"
)
NET_ADMIN = HARMLESS.replace("drop: [ALL]", "drop: [ALL], add: [NET_ADMIN, NET_RAW]")


@pytest.mark.parametrize(
    ("text", "level", "said"),
    [
        pytest.param(adding(NET_ADMIN), "restricted", "istio-init adds NET_ADMIN and NET_RAW", id="capabilities"),
        pytest.param(adding(NET_ADMIN), "baseline", "istio-init adds NET_ADMIN and NET_RAW", id="of baseline"),
        pytest.param(adding(NET_ADMIN), "privileged", "", id="all is allowed"),
        pytest.param(adding(HARMLESS), "restricted", "", id="harmless"),
        pytest.param(adding("{runAsUser: 0}"), "baseline", "", id="root is allowed"),
        pytest.param(
            adding(HARMLESS.replace("runAsNonRoot: true", "runAsUser: 0")), "restricted", "runs as root", id="root"
        ),
        pytest.param(
            adding(HARMLESS.replace("true", "false")), "restricted", "runAsNonRoot is false", id="root is not excluded"
        ),
        pytest.param(
            adding(HARMLESS.replace("RuntimeDefault", "Unconfined")), "baseline", "profile Unconfined", id="profile"
        ),
        pytest.param(adding("{privileged: true}"), "baseline", "is privileged", id="privileged"),
        pytest.param(
            adding(HARMLESS.replace("allowPrivilegeEscalation: false, ", "")),
            "restricted",
            "allowPrivilegeEscalation is not false",
            id="privileges",
        ),
        pytest.param(
            adding(HARMLESS.replace("drop: [ALL]", "drop: [MKNOD]")), "restricted", "does not drop ALL", id="drop"
        ),
        pytest.param(
            adding(HARMLESS, "[{name: logs, hostPath: {path: /l}}]"),
            "baseline",
            "the volume logs of type hostPath",
            id="volume",
        ),
        pytest.param(
            adding(HARMLESS, "[{name: logs, nfs: {server: s, path: /l}}]"), "restricted", "of type nfs", id="nfs"
        ),
        pytest.param(adding(HARMLESS, "[{name: logs, emptyDir: {}}]"), "restricted", "", id="a volume that is allowed"),
    ],
)
def test_pod_security(text: str, level: str, said: str) -> None:
    value = deployment(template({**APP, "securityContext": SAFE}))
    found = warnings_of(value, text, namespace={ENFORCE: level})
    assert len(found) == bool(said)
    for code, where in found:
        assert code in (Warned.POD_SECURITY_INIT, Warned.POD_SECURITY)
        assert (f"namespace shop enforces {level}: " in where, said in where) == (True, True)


def test_only_what_injection_adds_is_named() -> None:
    lacking = deployment(
        template({**APP, "securityContext": {"privileged": True, "capabilities": {"add": ["SYS_TIME"]}}})
    )
    assert warnings_of(lacking, adding(HARMLESS), namespace={ENFORCE: "restricted"}) == []
    # What the application lacks itself is nothing that injection is to blame for.
    without = HARMLESS.replace(", seccompProfile: {type: RuntimeDefault}", "").replace("runAsNonRoot: true, ", "")
    assert warnings_of(lacking, adding(without), namespace={ENFORCE: "restricted"}) == []
    # What the Pod says for all of its containers holds for those that injection adds.
    whole = template({**APP, "securityContext": SAFE}, securityContext={"seccompProfile": {"type": "RuntimeDefault"}})
    profile = HARMLESS.replace(", seccompProfile: {type: RuntimeDefault}", "")
    assert warnings_of(deployment(whole), adding(profile), namespace={ENFORCE: "restricted"}) == []
    alone = deployment(template({**APP, "securityContext": SAFE}))
    (warning,) = warnings_of(alone, adding(profile), namespace={ENFORCE: "restricted"})
    assert "istio-init has no seccomp profile" in warning[1]


# --- the cluster's injector -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("image", "where"),
    [
        pytest.param("docker.io/istio/proxyv2:1.31.2-distroless", "Istio 1.30, in the cluster 1.31.2", id="newer"),
        pytest.param("hub:5000/proxyv2:1.31.0@sha256:00", "Istio 1.30, in the cluster 1.31.0", id="with a digest"),
        pytest.param("docker.io/istio/proxyv2:1.30.9", "", id="the same"),
        pytest.param("docker.io/istio/proxyv2:1.29.0", "", id="older"),
        pytest.param("hub:5000/proxyv2", "", id="no tag"),
        pytest.param("proxyv2:latest", "", id="no release"),
    ],
)
def test_a_configuration_older_than_the_cluster(image: str, where: str) -> None:
    answered = {"spec": {"containers": [APP, {"name": "istio-proxy", "image": image}]}}
    warning = newer_release(answered, small_config(release=Release(30)))
    assert (warning.where if warning else "") == where


# --- ignoring ---------------------------------------------------------------------------------------------------

USER = {**APP, "securityContext": {"runAsUser": 1337}}
IGNORING = {"kubectl-inject/ignore": "user-1337"}


@pytest.mark.parametrize(
    "value",
    [
        pytest.param(deployment(template(USER, annotations=IGNORING)), id="on the Pod template"),
        pytest.param(deployment(template(USER), annotations=IGNORING), id="on the workload"),
        pytest.param(
            deployment(
                template(USER, annotations=IGNORING), annotations={"kubectl-inject/ignore": "image-auto, unknown-kind"}
            ),
            id="on both",
        ),
    ],
)
def test_ignored_by_an_annotation_that_stays(value: dict[str, Any]) -> None:
    assert warnings_of(value) == []
    result = Injector(small_config(CLASSIC, native_sidecars=False)).inject_object(value).object
    for given, after in ((value, result), (value["spec"]["template"], result["spec"]["template"])):
        before = given["metadata"].get("annotations", {}).get("kubectl-inject/ignore")
        assert after["metadata"].get("annotations", {}).get("kubectl-inject/ignore") == before


def test_ignored_by_the_injector() -> None:
    assert codes_of(deployment(template(USER))) == [Warned.USER_1337]
    assert codes_of(deployment(template(USER)), ignored=(Warned.USER_1337,)) == []
