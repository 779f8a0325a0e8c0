"""How the ``config`` commands print: for people, and for programs."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict

from kubectl_inject.config.value_tree import leaf_differences, path_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from kubectl_inject.config.captured import CapturedConfig
    from kubectl_inject.injection.config_comparison import Comparison, SettingDifference
    from kubectl_inject.settings.provenance import SourcedValue

SHOW_FORMATS = ("text", "json", "yaml")
DIFF_FORMATS = ("text", "json")
_LONGEST = 60
_PLACES = 3


def print_values(values: Sequence[SourcedValue], output: str) -> None:
    """Print values with their sources, a line each, or as JSON or YAML."""
    if output == "text":
        rows = [(value.path, _shown(value.value), value.source) for value in values]
        widths = [max(len(row[column]) for row in rows) for column in (0, 1)]
        for path, shown, source in rows:
            sys.stdout.write(f"{path:{widths[0]}}  {shown:{widths[1]}}  [{source}]\n")
        return
    plain = {"values": [asdict(value) for value in values]}
    if output == "json":
        sys.stdout.write(json.dumps(plain, indent=2, ensure_ascii=False) + "\n")
        return
    from kubectl_inject.manifests.writing import write_yaml

    sys.stdout.write(write_yaml(plain))


def _shown(value: Any) -> str:
    text = value if isinstance(value, str) and value else json.dumps(value, ensure_ascii=False)
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"


def print_comparison(comparison: Comparison, output: str) -> None:
    """Print what differs: first what changes Pods, with places in them, then the rest."""
    if output == "json":
        plain = {
            "samePods": comparison.same_pods,
            "differences": [asdict(difference) for difference in comparison.differences],
        }
        sys.stdout.write(json.dumps(plain, indent=2, ensure_ascii=False) + "\n")
        return
    changing, inert = comparison.changing, comparison.inert
    if not comparison.differences:
        sys.stdout.write("the configurations are the same\n")
        return
    sys.stdout.write(f"settings that change injected Pods: {len(changing)}\n")
    for difference in changing:
        more = f" and {len(difference.places) - _PLACES} more" if len(difference.places) > _PLACES else ""
        sys.stdout.write(f"  {_line(difference)}\n    in {', '.join(difference.places[:_PLACES])}{more}\n")
    sys.stdout.write(f"settings that change none of the workloads tried: {len(inert)}\n")
    for difference in inert:
        sys.stdout.write(f"  {_line(difference)}\n")


def _line(difference: SettingDifference) -> str:
    return f"{difference.path}: {difference.old} -> {difference.new}"


def print_verification(file: str, captured: CapturedConfig, *, edited: bool, now: CapturedConfig | None) -> bool:
    """Print whether a captured file is as it was written, and as the cluster is; return whether it is not."""
    if edited:
        sys.stdout.write(f"{file}: edited since it was captured: its digest is of another content\n")
    else:
        sys.stdout.write(f"{file}: as it was captured\n")
    if now is None:
        return edited
    found = list(leaf_differences(captured.content(), now.content()))
    for difference in found:
        there = _shown(difference.new) if isinstance(difference.new, str) else _plain(difference.new)
        here = _shown(difference.old) if isinstance(difference.old, str) else _plain(difference.old)
        sys.stdout.write(f"{file}: {path_text(difference.path)}: {here} here, {there} in the cluster\n")
    if not found:
        sys.stdout.write(f"{file}: the same as the cluster {now.source.server}\n")
    return edited or bool(found)


def _plain(value: Any) -> str:
    return _shown(json.loads(json.dumps(value, default=str)))
