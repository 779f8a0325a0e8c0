"""Values written in flow style: on one line, or as JSON over several."""

from __future__ import annotations

import json
import re

from kubectl_inject.manifests.writing import inline_string, write_yaml

_UNSAFE_IN_FLOW = re.compile(r"[,\[\]{}?:\"'&*!|>%@`#]")


def flow_text(
    value: object, *, as_json: bool, indent: int | None = None, column: int = 0, line_break: str = "\n"
) -> str:
    """Return a value in flow style.

    ``as_json`` quotes every string, as JSON wants. With ``indent`` a collection goes over several lines, which begin
    at ``column``.
    """
    if as_json:
        text = json.dumps(value, ensure_ascii=False, indent=indent)
        return text.replace("\n", line_break + " " * column)
    match value:
        case dict():
            pairs = (
                f"{flow_text(name, as_json=False)}: {flow_text(item, as_json=False)}" for name, item in value.items()
            )
            return "{" + ", ".join(pairs) + "}"
        case list():
            return "[" + ", ".join(flow_text(item, as_json=False) for item in value) + "]"
        case str() if "\n" in value or _UNSAFE_IN_FLOW.search(value):
            return json.dumps(value, ensure_ascii=not value.isprintable())
        case str():
            return inline_string(value)
        case _:
            return write_yaml(value).rstrip("\n")
