"""A warning: its code, its place, and its cure. What the codes stand for is in ``table``, which few runs need."""

from __future__ import annotations

from kubectl_inject.startup.frozen import dataclass


class Warned:
    """The codes of warnings. People write them into settings and annotations, so they stay as they are."""

    # What a Pod must be.
    API_VERSION = "former-api-version"
    TWO_VALUES = "env-value-and-value-from"
    MOUNT_WITHOUT_VOLUME = "mount-without-volume"
    VOLUME_PATH = "volume-path-not-relative"
    TWO_OF_ONE_NAME = "duplicate-container-name"
    NO_NAME = "container-without-name"
    NO_IMAGE = "container-without-image"
    NO_APPLICATION = "no-application-container"
    IMAGE_AUTO = "image-auto"
    PLACEHOLDER = "placeholder"
    # The proxy.
    REQUEST_ABOVE_LIMIT = "proxy-request-above-limit"
    NO_LIMIT = "proxy-without-limit"
    NO_REQUEST = "proxy-without-request"
    TPROXY_USER = "tproxy-user"
    PROXY_WITHOUT_IMAGE = "proxy-without-image"
    USER_1337 = "user-1337"
    JOB_NEVER_ENDS = "job-never-ends"
    # Labels and annotations.
    INJECT_VALUE = "inject-value"
    INJECT_ON_WORKLOAD = "inject-label-on-workload"
    ANNOTATION_ON_WORKLOAD = "annotation-on-workload"
    UNKNOWN_ANNOTATION = "unknown-annotation"
    UNKNOWN_LABEL = "unknown-label"
    ANNOTATION_AS_LABEL = "annotation-as-label"
    LABEL_AS_ANNOTATION = "label-as-annotation"
    IGNORED_ANNOTATION = "ignored-annotation"
    INJECT_ANNOTATION = "inject-annotation"
    AMBIENT = "ambient-and-sidecar"
    # The namespace.
    NAMESPACE_DISABLED = "namespace-disabled"
    NAMESPACE_REVISION = "namespace-other-revision"
    POD_REVISION = "pod-other-revision"
    POD_SECURITY_INIT = "pod-security-istio-init"
    POD_SECURITY = "pod-security"
    # Templates and the configuration.
    UNKNOWN_FIELD = "template-unknown-field"
    SECOND_PROXY = "second-proxy"
    UNKNOWN_RELEASE = "unknown-release"
    UNKNOWN_VALUE = "unknown-value"
    OLDER_THAN_CLUSTER = "older-than-cluster"
    # What was given.
    UNKNOWN_KIND = "unknown-kind"
    UNFIT_KIND = "kind-takes-no-sidecar"
    HELM_TEMPLATE = "helm-template"
    HELM_VALUES = "helm-values"
    KUSTOMIZATION = "kustomization"
    TARGET = "target-matches-nothing"
    UNKNOWN_CODE = "unknown-warning-code"
    RENAMED = "renamed-by-kustomization"
    NOT_BUILT = "not-in-overlay"


_WORTH_READING = ("containers", "kind: Kustomization", "kustomize.config.k8s.io/", "{{")


def is_worth_reading(text: str) -> bool:
    """Whether a document that is no workload may deserve a warning; False is certain."""
    return any(word in text for word in _WORTH_READING)


@dataclass(frozen=True, slots=True)
class InjectionWarning:
    """One warning: its code, and where it applies, such as a container's name and a variable's.

    ``own_cure`` is the cure where more is known than the table has, such as what a misspelt name was meant for.
    """

    code: str
    where: str = ""
    own_cure: str = ""

    @property
    def message(self) -> str:
        """What is warned of, in a sentence."""
        from kubectl_inject.injection.reports.warnings.table import KINDS

        return KINDS[self.code].what

    @property
    def cure(self) -> str:
        """What to do about it."""
        from kubectl_inject.injection.reports.warnings.table import KINDS

        return self.own_cure or KINDS[self.code].cure

    @property
    def summary(self) -> str:
        """The warning without its place."""
        return str(InjectionWarning(self.code))

    def to_plain(self) -> dict[str, str]:
        """Return the warning as plain data, for programs."""
        return {"code": self.code, "message": self.message, "where": self.where, "cure": self.cure}

    def __str__(self) -> str:
        """Return what is warned of with its place, the cure and the code, in one line."""
        place = f" ({self.where})" if self.where else ""
        return f"{self.message}{place}: {self.cure} [{self.code}]"


@dataclass(frozen=True, slots=True)
class DocumentWarning:
    """A warning of a document that is no workload: its source, its number in that, what it is, and the warning."""

    source: str
    document: int
    title: str
    warning: InjectionWarning

    @property
    def place(self) -> str:
        """The document that it is about."""
        return f"{self.source}: document {self.document}"

    @property
    def titled(self) -> str:
        """The warning with the object that it is about, but not its place."""
        return f"{self.title}: {self.warning}" if self.title else str(self.warning)

    def to_plain(self) -> dict[str, str | int]:
        """Return the warning as plain data, by the schemas in docs."""
        return {"source": self.source, "document": self.document, "title": self.title, **self.warning.to_plain()}

    def __str__(self) -> str:
        """Return the warning with the place that it is about."""
        return f"{self.place}: {self.titled}"
