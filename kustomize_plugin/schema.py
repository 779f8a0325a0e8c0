"""The JSON schema of the functionConfig, made of the settings: ``python -m kustomize_plugin.schema``."""

from __future__ import annotations

import json
import sys

from kubectl_inject.config.injection_config import API_VERSION
from kubectl_inject.settings.fields import Form, SettingField
from kubectl_inject.settings.injection_settings import OBJECT_FIELDS
from kustomize_plugin.function_config import KIND

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_STRING = {"type": "string"}
_STRINGS = {"type": "object", "additionalProperties": _STRING}
_SELECTOR = {
    "oneOf": [
        {"type": "string", "description": "KEY=VALUE,..."},
        {
            "type": "object",
            "properties": {"matchLabels": _STRINGS, "matchExpressions": {"type": "array", "items": {"type": "object"}}},
            "additionalProperties": False,
        },
    ]
}
_PATTERNS = ("group", "version", "kind", "name", "namespace")


def function_config_schema() -> dict[str, Any]:
    """Return the schema of a SidecarInjector."""
    targets = {
        "type": "array",
        "description": "Which items to look at; all where there are none. * stands for any text.",
        "items": {
            "type": "object",
            "properties": {
                **dict.fromkeys(_PATTERNS, _STRING),
                "labelSelector": _SELECTOR,
                "annotationSelector": _SELECTOR,
            },
            "additionalProperties": False,
        },
    }
    restore = {"type": "boolean", "description": "Note on workloads what uninject needs beside the Pod."}
    cache = {"type": "boolean", "description": "Keep compiled templates in your cache folder, for the next run."}
    spec = {field.key: {**_form(field), "description": field.help} for field in OBJECT_FIELDS}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"{KIND} of {API_VERSION}",
        "type": "object",
        "properties": {
            "apiVersion": {"const": API_VERSION},
            "kind": {"const": KIND},
            "metadata": {"type": "object"},
            "spec": {
                "type": "object",
                "properties": {**spec, "targets": targets, "restore": restore, "cache": cache},
                "additionalProperties": False,
            },
        },
        "required": ["apiVersion", "kind"],
        "additionalProperties": False,
    }


def _form(field: SettingField) -> dict[str, Any]:
    one: dict[str, Any] = {"enum": list(field.choices)} if field.choices else _STRING
    if field.name == "istio_version":
        one = {"type": ["string", "number"]}
    if field.form.takes_inline:
        one = {"type": ["string", "object"]}
    if field.form is Form.PAIRS:
        return _STRINGS
    if field.form is Form.SWITCH:
        return {"type": "boolean"}
    return {"anyOf": [one, {"type": "array", "items": one}]} if field.form.is_list else one


if __name__ == "__main__":
    sys.stdout.write(json.dumps(function_config_schema(), indent=2) + "\n")
