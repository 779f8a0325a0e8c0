"""The data that an injection template sees, under the names that Istio gives it."""

from __future__ import annotations

from collections.abc import Mapping

from kubectl_inject.config.injection_config import InjectionConfig
from kubectl_inject.config.protobuf import Message
from kubectl_inject.frozen import dataclass
from kubectl_inject.gotemplate.values import GoObject, Int64, NoSuchFieldError
from kubectl_inject.injection.openshift import proxy_ids
from kubectl_inject.injection.pod import Pod, annotations_of
from kubectl_inject.injection.proxy_image import proxy_image, proxy_init_image
from kubectl_inject.injection.workload import Owner
from kubectl_inject.kubernetes.go_struct import GoStruct
from kubectl_inject.kubernetes.types import POD


class NamedValues(GoObject):
    """A Go struct made of a few named values."""

    __slots__ = ("_type", "values")

    def __init__(self, go_type: str, **values: object) -> None:
        """Name the struct's type as %T prints it, and give its fields."""
        self._type = go_type
        self.values = values

    @property
    def go_type(self) -> str:
        """The type as Go's %T prints it."""
        return self._type

    def go_field(self, name: str) -> object:
        """Return a field."""
        if name not in self.values:
            raise NoSuchFieldError(name)
        return self.values[name]

    def go_print(self) -> str:
        """Return the fields' values in braces."""
        from kubectl_inject.gotemplate.printing import sprint_value

        return "{" + " ".join(map(sprint_value, self.values.values())) + "}"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known of a Pod's surroundings: whose it is, and the annotations of its namespace."""

    owner: Owner
    namespace_annotations: Mapping[str, str]


def template_data(pod: Pod, surroundings: Surroundings, config: InjectionConfig, proxy_config: Message) -> NamedValues:
    """Return the data for a Pod: Istio's struct SidecarTemplateData.

    ``pod`` is the Pod without what an earlier injection put in; ``proxy_config`` the mesh's with the Pod's own
    annotation laid over.
    """
    owner = surroundings.owner
    annotations = annotations_of(pod)
    pod_type = POD.struct_type().by_go_name
    on_openshift = config.installation.platform == "openshift"
    user, group = proxy_ids(surroundings.namespace_annotations if on_openshift else {})
    inbound = config.mesh.get("inboundTrafficPolicy").get("mode").name.lower()
    return NamedValues(
        "*inject.SidecarTemplateData",
        TypeMeta=NamedValues("v1.TypeMeta", Kind=owner.kind, APIVersion=owner.api_version),
        DeploymentMeta=NamedValues("types.NamespacedName", Namespace=owner.namespace, Name=owner.name),
        ObjectMeta=GoStruct(pod.get("metadata") or {}, pod_type["ObjectMeta"].type),
        Spec=GoStruct(pod.get("spec") or {}, pod_type["Spec"].type),
        ProxyConfig=proxy_config,
        MeshConfig=config.mesh.with_fields(defaultConfig=proxy_config),
        Values=config.values.tree,
        Revision=config.installation.revision,
        NativeSidecars=config.installation.native_sidecars,
        ProxyImage=proxy_image(config, proxy_config, annotations),
        ProxyInitImage=proxy_init_image(config, annotations),
        ProxyUID=Int64(user),
        ProxyGID=Int64(group),
        InboundTrafficPolicyMode="localhost" if inbound == "localhost" else "passthrough",
        CompliancePolicy=config.installation.compliance_policy,
    )
