"""YAML as others read it: PyYAML with Kubernetes' scalars, and ruamel.yaml, whose parser is another one."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import Any, ClassVar

import yaml
from ruamel.yaml import YAML

_SCALARS = {
    "bool": r"(?:y|Y|yes|Yes|YES|n|N|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)\Z",
    "int": r"[-+]?(?:0b[01_]+|0[0-7_]+|0|[1-9][0-9_]*|0x[0-9a-fA-F_]+)\Z",
    "float": r"[-+]?(?:\.[0-9_]+|[0-9][0-9_]*(?:\.[0-9_]*)?)(?:[eE][-+]?[0-9]+)?\Z",
    "null": r"(?:~|null|Null|NULL|)\Z",
    "merge": r"<<\Z",
}


class _KubernetesLoader(yaml.CSafeLoader):
    """Reads scalars as Kubernetes does."""

    bool_values: ClassVar[dict[str, bool]] = {**yaml.CSafeLoader.bool_values, "y": True, "n": False}


_KubernetesLoader.yaml_implicit_resolvers = {}
for _name, _pattern in _SCALARS.items():
    _KubernetesLoader.add_implicit_resolver(f"tag:yaml.org,2002:{_name}", re.compile(_pattern), None)


def read_with_pyyaml(text: str) -> Any:
    """Return the one document in a text."""
    return yaml.load(text, _KubernetesLoader)


def read_with_ruamel(text: str) -> Any:
    """Return the one document in a text."""
    reader = YAML(typ="safe", pure=True)
    reader.version = (1, 1)
    return reader.load(text)


def comments(text: str) -> Counter[str]:
    """Return the comments of a text, and how often each is there."""
    found: Counter[str] = Counter()
    for token in YAML().scan(text.replace("\r\n", "\n").replace("\r", "\n")):
        for comment in _flattened(getattr(token, "comment", None)):
            lines = map(str.strip, getattr(comment, "value", comment).split("\n"))
            found.update(line for line in lines if line.startswith("#"))
    return found


def _flattened(comment: Any) -> list[Any]:
    if isinstance(comment, list | tuple):
        return [each for item in comment for each in _flattened(item)]
    return [comment] if comment is not None else []


@lru_cache(maxsize=10_000)
def is_plain(text: str, *, in_flow: bool) -> bool:
    """Whether a string means itself without quotes, to both."""
    whole, means = (f"[{text}, {text}]", [text, text]) if in_flow else (f"{text}: {text}", {text: text})
    try:
        return bool(read_with_pyyaml(whole) == means == read_with_ruamel(whole))
    except Exception:  # noqa: BLE001  # there are many that the two raise
        return False
