"""The data that an injection template sees, under the names that Istio gives it."""

from __future__ import annotations

from kubectl_inject.gotemplate.values import ConstantFields, Int64, NoSuchFieldError
from kubectl_inject.injection.pod import Pod, annotations_of
from kubectl_inject.injection.postprocessing.openshift import proxy_ids
from kubectl_inject.injection.rendering.proxy_image import proxy_image, proxy_init_image
from kubectl_inject.istio.names import PROXY_IMAGE_TYPE
from kubectl_inject.kubernetes.go_struct import GoStruct
from kubectl_inject.kubernetes.schema.types import POD
from kubectl_inject.startup.frozen import dataclass, field

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from kubectl_inject.config.injection_config import InjectionConfig
    from kubectl_inject.injection.workload import Owner
    from kubectl_inject.mesh_config.protobuf import Message

KnownFields = dict[str, object]


class NamedValues(ConstantFields):
    """A Go struct made of a few named values."""

    __slots__ = ("_type", "values")

    def __init__(
        self,
        go_type: str,
        values: Mapping[str, object],
        constant: frozenset[str] = frozenset(),
        known: KnownFields | None = None,
    ) -> None:
        """Name the struct's type as %T prints it, and give its fields; for the others see ConstantFields."""
        super().__init__(constant, {} if known is None else known)
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

    def go_contents(self) -> object:
        """Return the fields."""
        return self.values

    def go_print(self) -> str:
        """Return the fields' values in braces."""
        from kubectl_inject.gotemplate.fmt.printing import sprint_value

        return "{" + " ".join(map(sprint_value, self.values.values())) + "}"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known of a Pod's surroundings: whose it is, and the annotations of its namespace.

    ``proxy_variables`` are for the proxy's environment, as the path of a webhook names them.
    """

    owner: Owner
    namespace_annotations: Mapping[str, str]
    proxy_variables: Mapping[str, str] = field(default_factory=dict)


CONFIGURED_FIELDS = frozenset(
    {
        "ProxyConfig",
        "MeshConfig",
        "Values",
        "Revision",
        "NativeSidecars",
        "InboundTrafficPolicyMode",
        "CompliancePolicy",
    }
)
"""The fields of the data that a configuration gives."""


@dataclass(frozen=True, slots=True)
class ConfiguredData:
    """What templates see of the configuration, whatever the Pod: for one proxy config."""

    proxy_config: Message
    images: Mapping[str, str]
    """Those of the proxy and of the init container, for Pods that ask for no other type."""

    fields: Mapping[str, object]
    known: KnownFields | None
    """Where the fields that templates read are noted; None where a template may change them."""


def configured_data(config: InjectionConfig, proxy_config: Message, *, private: bool = False) -> ConfiguredData:
    """Return the part of the data that a configuration gives. ``private``: a template may change the values in it."""
    inbound = config.mesh.get("inboundTrafficPolicy").get("mode").name.lower()
    fields = {
        "ProxyConfig": proxy_config,
        "MeshConfig": config.mesh.with_fields(defaultConfig=proxy_config),
        "Values": _copied(config.values.tree) if private else config.values.tree,
        "Revision": config.installation.revision,
        "NativeSidecars": config.installation.native_sidecars,
        "InboundTrafficPolicyMode": "localhost" if inbound == "localhost" else "passthrough",
        "CompliancePolicy": config.installation.compliance_policy,
    }
    return ConfiguredData(proxy_config, _images(config, proxy_config, {}), fields, None if private else {})


def _copied(value: Any) -> Any:
    """Return plain data whose mappings and lists are its own."""
    if isinstance(value, dict):
        return {name: _copied(item) for name, item in value.items()}
    return [_copied(item) for item in value] if isinstance(value, list) else value


def _images(config: InjectionConfig, proxy_config: Message, annotations: dict[str, str]) -> dict[str, str]:
    return {
        "ProxyImage": proxy_image(config, proxy_config, annotations),
        "ProxyInitImage": proxy_init_image(config, annotations),
    }


def template_data(
    pod: Pod, surroundings: Surroundings, config: InjectionConfig, configured: ConfiguredData
) -> NamedValues:
    """Return the data for a Pod: Istio's struct SidecarTemplateData.

    ``pod`` is the Pod without what an earlier injection put in; ``configured`` is for the mesh's proxy config with the
    Pod's own annotation laid over.
    """
    owner = surroundings.owner
    annotations = annotations_of(pod)
    pod_type = POD.struct_type().by_go_name
    on_openshift = config.installation.platform == "openshift"
    user, group = proxy_ids(surroundings.namespace_annotations if on_openshift else {})
    given = configured.fields
    asks_for_images = PROXY_IMAGE_TYPE in annotations
    images = _images(config, configured.proxy_config, annotations) if asks_for_images else configured.images
    fields = {
        "TypeMeta": NamedValues("v1.TypeMeta", {"Kind": owner.kind, "APIVersion": owner.api_version}),
        "DeploymentMeta": NamedValues("types.NamespacedName", {"Namespace": owner.namespace, "Name": owner.name}),
        "ObjectMeta": GoStruct(pod.get("metadata") or {}, pod_type["ObjectMeta"].type),
        "Spec": GoStruct(pod.get("spec") or {}, pod_type["Spec"].type),
        "ProxyConfig": given["ProxyConfig"],
        "MeshConfig": given["MeshConfig"],
        "Values": given["Values"],
        "Revision": given["Revision"],
        "NativeSidecars": given["NativeSidecars"],
        **images,
        "ProxyUID": Int64(user),
        "ProxyGID": Int64(group),
        "InboundTrafficPolicyMode": given["InboundTrafficPolicyMode"],
        "CompliancePolicy": given["CompliancePolicy"],
    }
    for name in config.rules.missing_data:
        del fields[name]
    constant = CONFIGURED_FIELDS if configured.known is not None else frozenset[str]()
    return NamedValues("*inject.SidecarTemplateData", fields, constant, configured.known)
