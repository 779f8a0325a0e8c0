"""The proxy's image: hub, name, tag and variant."""

from __future__ import annotations

from kubectl_inject.gotemplate.fmt.printing import sprint_value
from kubectl_inject.istio.names import PROXY_IMAGE_TYPE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kubectl_inject.config.injection_config import InjectionConfig
    from kubectl_inject.mesh_config.protobuf import Message

_VARIANTS = ("distroless", "debug")
_DEFAULT_VARIANT = "default"
_DEFAULT_NAME = "proxyv2"


def proxy_image(config: InjectionConfig, proxy_config: Message, annotations: dict[str, str]) -> str:
    """Return the image of the proxy for a Pod with these annotations."""
    image = proxy_config.get("image")
    variant = "" if image.go_is_nil() else image.get("imageType")
    return _image(config, "global.proxy.image", variant, annotations)


def proxy_init_image(config: InjectionConfig, annotations: dict[str, str]) -> str:
    """Return the image of the init container for a Pod with these annotations: proxy config has no say in it."""
    return _image(config, "global.proxy_init.image", "", annotations)


def _image(config: InjectionConfig, name_at: str, variant: str, annotations: dict[str, str]) -> str:
    variant = annotations.get(PROXY_IMAGE_TYPE, variant or config.values.text("global.variant"))
    name = config.values.text(name_at) or _DEFAULT_NAME
    tag = config.values.at("global.tag")
    return (
        f"{config.values.text('global.hub')}/{name}:{with_variant('' if tag is None else sprint_value(tag), variant)}"
    )


def with_variant(tag: str, variant: str) -> str:
    """Return a tag for a variant of the image: ``1.31.0`` and ``debug`` give ``1.31.0-debug``.

    A variant that the tag names already is replaced; ``default`` takes it away.
    """
    if not variant:
        return tag
    for known in _VARIANTS:
        if tag.endswith(f"-{known}"):
            tag = tag.removesuffix(f"-{known}")
            break
    return tag if variant == _DEFAULT_VARIANT else f"{tag}-{variant}"
