"""The proxy's image: hub, name, tag and variant."""

from __future__ import annotations

from kubectl_inject.config.injection_config import InjectionConfig
from kubectl_inject.config.protobuf import Message
from kubectl_inject.gotemplate.printing import sprint_value
from kubectl_inject.injection.names import PROXY_IMAGE_TYPE

_VARIANTS = ("distroless", "debug")
_DEFAULT_VARIANT = "default"
_DEFAULT_NAME = "proxyv2"


def proxy_image(config: InjectionConfig, proxy_config: Message, annotations: dict[str, str]) -> str:
    """Return the image of the proxy for a Pod with these annotations."""
    return _image(config, proxy_config, annotations, "global.proxy.image")


def proxy_init_image(config: InjectionConfig, proxy_config: Message, annotations: dict[str, str]) -> str:
    """Return the image of the init container for a Pod with these annotations."""
    return _image(config, proxy_config, annotations, "global.proxy_init.image")


def _image(config: InjectionConfig, proxy_config: Message, annotations: dict[str, str], name_at: str) -> str:
    image = proxy_config.get("image")
    variant = config.values.text("global.variant") if image.go_is_nil() else image.get("imageType")
    tag = config.values.at("global.tag")
    return (
        f"{config.values.text('global.hub')}/{config.values.text(name_at) or _DEFAULT_NAME}"
        f":{with_variant('' if tag is None else sprint_value(tag), annotations.get(PROXY_IMAGE_TYPE, variant))}"
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
