"""The table of all warnings: what each code stands for, its cure, and since which version there is such a warning.

``docs/warnings.md`` is written from it, by ``make reference``. Programs that warn of nothing do not import this.
"""

from __future__ import annotations

from kubectl_inject.injection.reports.warnings.warning import Warned
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

_FIRST = "0.1.0"


@dataclass(frozen=True, slots=True)
class WarningKind:
    """What a code stands for: ``what`` and ``cure`` are shown with it, ``why`` is for the page of the docs."""

    code: str
    what: str
    cure: str
    why: str = ""
    since: str = _FIRST


_PATCH_MAY_LACK_IT = (
    "A patch of Kustomize's for a kind of Kubernetes' own may lack it: inject what Kustomize builds, by `-k`."
)

TABLE: Mapping[str, tuple[WarningKind, ...]] = {
    "Labels and annotations": (
        WarningKind(
            Warned.INJECT_VALUE,
            "sidecar.istio.io/inject is neither 'true' nor 'false', and so counts as not set",
            "write 'true' or 'false', in quotes",
            "Before Istio 1.27, `y`, `yes` and `on` requested injection too, and anything else refused it.",
        ),
        WarningKind(
            Warned.INJECT_ON_WORKLOAD,
            "no injector looks at sidecar.istio.io/inject here; it belongs on the Pod template",
            "move it to the labels of the Pod template",
            "Istio reads the labels of the Pod, and a controller gives its Pods those of `spec.template.metadata`. A "
            'Deployment whose own label is `"false"` is injected all the same.',
        ),
        WarningKind(
            Warned.ANNOTATION_ON_WORKLOAD,
            "nothing reads this annotation here; it belongs on the Pod template",
            "move it to the annotations of the Pod template",
            "Istio reads the annotations of the Pod, and a controller gives its Pods those of "
            "`spec.template.metadata`.",
        ),
        WarningKind(
            Warned.UNKNOWN_ANNOTATION,
            "no release of Istio knows this annotation, so it has no effect",
            "check its name in docs/annotations.md, or remove it",
            "Names are looked up in the [table of annotations](annotations.md), with those that a template of the "
            "configuration reads.",
        ),
        WarningKind(
            Warned.UNKNOWN_LABEL,
            "no release of Istio knows this label, so it has no effect",
            "check its name in docs/annotations.md, or remove it",
            "Only labels whose names are nearly those of Istio's are named: labels may be for anything.",
        ),
        WarningKind(
            Warned.ANNOTATION_AS_LABEL,
            "Istio reads this as an annotation, and here it is a label",
            "move it to the annotations of the Pod template",
        ),
        WarningKind(
            Warned.LABEL_AS_ANNOTATION,
            "Istio reads this as a label, and here it is an annotation",
            "move it to the labels of the Pod template",
        ),
        WarningKind(
            Warned.IGNORED_ANNOTATION,
            "this release of Istio ignores the annotation",
            "remove it, or inject for a release that heeds it",
            "The [table of annotations](annotations.md) has the releases of each. Another release can be meant: "
            "`--istio-version`.",
        ),
        WarningKind(
            Warned.INJECT_ANNOTATION,
            "no webhook selects a Pod by the annotation sidecar.istio.io/inject, so it is not injected",
            "make it a label of the Pod template",
            "With `--injection auto`. Manual injection heeds the annotation, as does the injector for a Pod that "
            "another label selects.",
        ),
        WarningKind(
            Warned.POD_REVISION,
            "the Pod's label names another revision, and manual injection does not look at it",
            "inject with the configuration of that revision, or with --injection auto",
            "It is warned of where the configuration's revision is known.",
        ),
        WarningKind(
            Warned.AMBIENT,
            "the Pod gets a sidecar, and the label asks for ambient mode",
            "decide for one: label the Pod sidecar.istio.io/inject: 'false' for ambient mode, or "
            "istio.io/dataplane-mode: none for the sidecar",
            "A Pod with a sidecar is not served by ambient mode, whatever the label says.",
        ),
        WarningKind(
            Warned.UNKNOWN_CODE,
            "kubectl-inject/ignore names a warning that does not exist",
            "docs/warnings.md lists the codes",
        ),
    ),
    "The namespace": (
        WarningKind(
            Warned.NAMESPACE_DISABLED,
            "the namespace disables injection, and manual injection does not look at it",
            "--injection auto injects what the webhooks would",
            "Manual injection, the default, injects every workload that does not refuse, as `istioctl kube-inject` "
            "does.",
        ),
        WarningKind(
            Warned.NAMESPACE_REVISION,
            "the namespace's label names another revision, and manual injection does not look at it",
            "inject with the configuration of that revision, or with --injection auto",
            "It is warned of where the configuration's revision is known. What tags stand for is taken from the "
            "cluster, or from `--revision-tag`.",
        ),
        WarningKind(
            Warned.POD_SECURITY_INIT,
            "istio-init needs what the namespace's Pod security standard refuses, so no Pod would start",
            "use Istio's CNI plugin (--profile cni), or enforce privileged",
            "The container redirects the Pod's traffic, for which it needs `NET_ADMIN` and to be root. With Istio's "
            "CNI plugin the node does that, and Pods need no such rights.",
        ),
        WarningKind(
            Warned.POD_SECURITY,
            "injection adds what the namespace's Pod security standard refuses, so no Pod would start",
            "change the template or the Pod's annotations, or the namespace's label pod-security.kubernetes.io/enforce",
            "Only what the Pod did not do before injection is named. Of the standards, those controls are looked at "
            "that a template can have a reason to touch.",
        ),
    ),
    "The proxy and its application": (
        WarningKind(
            Warned.USER_1337,
            "the application runs as the proxy's user, so its traffic passes by the sidecar",
            "run the application as another user and group than the proxy's, which are 1337 by default",
            "What redirects the Pod's traffic lets that of the proxy's user and group pass, and tells them by their "
            "numbers.",
        ),
        WarningKind(
            Warned.JOB_NEVER_ENDS,
            "the sidecar keeps running when the work is done, so the Pod does not complete",
            "use native sidecars (--native-sidecars, or the annotation sidecar.istio.io/nativeSidecar: 'true'), or "
            "POST to localhost:15020/quitquitquit at the end",
            "A native sidecar is an init container that Kubernetes ends after the others. A call of `quitquitquit` in "
            "the container's command is noticed, and not warned of.",
        ),
        WarningKind(
            Warned.REQUEST_ABOVE_LIMIT,
            "the proxy requests more than its limit, which a cluster refuses",
            "raise the limit, or lower the request",
        ),
        WarningKind(
            Warned.NO_LIMIT,
            "the proxy is not limited: the annotations set a request without its limit, and so replace the defaults",
            "set the limit too",
        ),
        WarningKind(
            Warned.NO_REQUEST,
            "the proxy requests as much as its limit: the annotations set a limit without its request",
            "set the request too",
        ),
        WarningKind(
            Warned.TPROXY_USER,
            "TPROXY needs the proxy to run as user 0 and group 1337, the Pod asks for another",
            "leave user and group of istio-proxy out",
        ),
        WarningKind(
            Warned.PROXY_WITHOUT_IMAGE,
            "the Pod's own istio-proxy container has no image",
            "write image: auto, as Istio documents it",
        ),
    ),
    "The Pod": (
        WarningKind(
            Warned.IMAGE_AUTO,
            "nothing fills in the image auto here, so the cluster would pull an image of that name",
            "have the Pod injected, and the container named istio-proxy; or name an image",
            "Injection replaces `image: auto` of a container that a template has too: `istio-proxy`, in a Pod that is "
            "injected.",
        ),
        WarningKind(
            Warned.API_VERSION,
            "no current cluster serves the workload's API version",
            "write the version that took its place",
        ),
        WarningKind(
            Warned.TWO_VALUES,
            "a variable has both value and valueFrom, which a cluster refuses",
            "remove one of them",
            "It happens where the Pod's own `istio-proxy` sets a variable one way and the template the other.",
        ),
        WarningKind(
            Warned.MOUNT_WITHOUT_VOLUME,
            "a volume mount has no volume, which a cluster refuses",
            "add the volume, or remove the mount",
        ),
        WarningKind(
            Warned.VOLUME_PATH,
            "a path in a volume is not relative to it, which a cluster refuses",
            "write a path without a slash in front, and without '..' in it",
        ),
        WarningKind(
            Warned.TWO_OF_ONE_NAME,
            "two containers have one name, which a cluster refuses",
            "rename one of them",
        ),
        WarningKind(Warned.NO_NAME, "a container has no name, which a cluster refuses", "name it"),
        WarningKind(
            Warned.NO_IMAGE,
            "a container has no image, which a cluster refuses",
            "name its image",
            _PATCH_MAY_LACK_IT,
        ),
        WarningKind(
            Warned.NO_APPLICATION,
            "there is no application container, and a cluster wants one",
            "add a container to spec.containers",
            _PATCH_MAY_LACK_IT,
        ),
        WarningKind(
            Warned.PLACEHOLDER,
            "a placeholder stands where a value of another type is wanted, and was left as it is",
            "replace it before the manifest reaches a cluster",
            "Such as `replicas: ${N}`. Where injection reads or changes the field, it is an error instead.",
        ),
    ),
    "Templates and the configuration": (
        WarningKind(
            Warned.UNKNOWN_FIELD,
            "a template adds a field that no Pod has, which was left out",
            "correct its name in the template",
        ),
        WarningKind(
            Warned.SECOND_PROXY,
            "the proxy is a native sidecar, and a template adds a second istio-proxy, which a cluster refuses",
            "write istio-proxy under initContainers: in the template, not under containers:",
            "Templates are merged by the containers' names, in each of the two lists by itself. A template for "
            "classic sidecars has `istio-proxy` under `containers:`, and does not meet a native one.",
        ),
        WarningKind(
            Warned.UNKNOWN_RELEASE,
            "this release of Istio is not known here",
            "use a version of kubectl-inject that knows it",
            "The rules of the nearest known release are used instead.",
        ),
        WarningKind(
            Warned.UNKNOWN_VALUE,
            "Istio's chart has no value of this name, so it has no effect",
            "check its name, or remove it",
            "It is for what `--set`, `--values` and the settings file give. Names beside `global` and in it may be "
            "another chart's: of these, only what is nearly a name of Istio's is named.",
        ),
        WarningKind(
            Warned.OLDER_THAN_CLUSTER,
            "the configuration is of an older Istio than the cluster's injector",
            "name the cluster's release with --istio-version, or read its configuration with --from-cluster",
            "`kubectl inject check --against-injector` finds it, by the image of the proxy that the injector answers.",
        ),
    ),
    "What was given": (
        WarningKind(
            Warned.UNKNOWN_KIND,
            "its kind is not known here, so its Pod template was passed over",
            "name its Pod template with --workload-kind, leave its Pods to the cluster's webhook, or, if they need no "
            "sidecar, label the template sidecar.istio.io/inject: 'false'",
            "The kinds that are injected are those of [a table](workload-kinds.md), and those that you name.",
        ),
        WarningKind(
            Warned.UNFIT_KIND,
            "the kind takes no sidecar in its Pod template",
            "leave its Pods to the cluster's webhook: do not name the kind in --workload-kinds",
            "By default [such a kind](workload-kinds.md#left-alone) is left alone.",
        ),
        WarningKind(
            Warned.HELM_TEMPLATE,
            "this looks like a template of a Helm chart, before rendering",
            "inject what Helm makes of it: helm template CHART | kubectl inject -f -",
            "What is not YAML is refused, with the same cure. This warning is for what can be read, or is passed over.",
        ),
        WarningKind(
            Warned.HELM_VALUES,
            "this is a file of a Helm chart, and no manifest",
            "inject what Helm makes of it: helm template CHART | kubectl inject -f -",
        ),
        WarningKind(
            Warned.KUSTOMIZATION,
            "this is a kustomization, and was not built",
            "inject what Kustomize builds: kubectl inject -k FOLDER, or kubectl kustomize FOLDER | kubectl inject -f -",
            "The resources that it names are injected only if they are given too, and then without its changes.",
        ),
        WarningKind(
            Warned.TARGET,
            "a target of the functionConfig selects none of the items",
            "check its kind, names and selectors",
            "Of the KRM function, whose `targets` say which items to look at.",
        ),
        WarningKind(
            Warned.RENAMED,
            "a kustomization above the patches gives workloads another name or namespace than their proxies have there",
            "take the names that it builds, with --for and its folder",
            "Of `--emit`. A proxy reports its workload's name and owner, so they must be those that the cluster sees. "
            "[Overlays that rename](kustomize.md#overlays-that-rename) has an example.",
        ),
        WarningKind(
            Warned.NOT_BUILT,
            "the overlay does not build this workload, so it has no patch",
            "name the sources of this overlay alone, or add the workload to it",
            "Of `--emit` with `--for`.",
        ),
    ),
}
"""All warnings by what they are about, in the order of the page."""

KINDS: Mapping[str, WarningKind] = {kind.code: kind for kinds in TABLE.values() for kind in kinds}
"""All warnings by their codes."""
