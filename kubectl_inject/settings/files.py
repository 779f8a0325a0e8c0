"""The text of files that settings name."""

from __future__ import annotations

from kubectl_inject.config.injection_config import ConfigError
from kubectl_inject.manifests.input.sources import read_sources
from kubectl_inject.manifests.stream import BYTE_ORDER_MARK, decode


def read_text(name: str) -> str:
    """Return the text of one file or URL. Raises ConfigError or ManifestError where it cannot be read."""
    sources = list(read_sources([name]))
    if len(sources) != 1:
        raise ConfigError(f"{name}: expected one file, found a folder of {len(sources)}")
    return text_of(sources[0].data, name)


def text_of(data: bytes, name: str) -> str:
    """Return the text of a file's bytes, without a byte order mark. Raises ManifestError where they are no text."""
    text, _ = decode(data, name)
    return text.removeprefix(BYTE_ORDER_MARK)
