"""The program ``kubectl-inject-helm``, which Helm runs on what a chart renders."""

from __future__ import annotations

import os
import sys

from kubectl_inject.errors import InjectionError
from kubectl_inject.options.option import UsageError
from kubectl_inject.startup.brief_process import collect_rarely, end_at_once
from kubectl_inject.startup.libyaml import load_libyaml_alone

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from helm_postrenderer.post_rendering import PostRendered

_LOG, _CACHE = "KUBECTL_INJECT_LOG", "KUBECTL_INJECT_CACHE"


def main(arguments: list[str] | None = None) -> None:
    """Run the post-renderer. Exits with 0, with 1 where the input is wrong, with 2 on wrong usage."""
    collect_rarely()
    load_libyaml_alone()
    from helm_postrenderer.options import read_command_line

    given = read_command_line(sys.argv[1:] if arguments is None else arguments)
    log = given["log"] or os.environ.get(_LOG, "")
    try:
        rendered = _run(given)
    except UsageError as error:
        _say([f"error: {error.flag}: {error.message}"], log)
        sys.exit(2)
    except InjectionError as error:
        _say([f"error: {error}"], log)
        sys.exit(1)
    said = [line for workload in rendered.injected.report for line in workload.lines]
    note = rendered.resolved.config.release.note
    head = [f"configuration: {rendered.resolved.source}", *([f"warning: {note}"] if note else [])]
    _say([*head, *said], log)
    sys.stdout.buffer.write(rendered.injected.text.encode())
    sys.stdout.buffer.flush()
    if arguments is None:
        end_at_once()
    sys.exit(0)


def _run(given: Mapping[str, Any]) -> PostRendered:
    from helm_postrenderer.options import options_of, settings_from_environment
    from helm_postrenderer.post_rendering import post_render
    from kubectl_inject.manifests.stream import decode
    from kubectl_inject.settings.injection_settings import read_switch
    from kubectl_inject.settings.resolved import SettingsLayer
    from kubectl_inject.settings.settings_file import settings_file_layers
    from kubectl_inject.settings.template_cache import user_cache

    options = options_of(given)
    layers = [
        *settings_file_layers(os.getcwd()),
        SettingsLayer("environment", settings_from_environment(os.environ)),
        SettingsLayer("flags", options.said),
    ]
    asked = read_switch(os.environ.get(_CACHE) or "true", _CACHE)
    cache = user_cache(os.environ) if options.cache and asked else None
    text, _ = decode(sys.stdin.buffer.read(), "<stdin>")
    return post_render(text, layers, cache=cache)


def _say(lines: Sequence[str], log: str) -> None:
    """Write lines for people on standard error, and to the end of a file, where one is named."""
    text = "".join(f"{line}\n" for line in lines)
    sys.stderr.write(text)
    if log:
        try:
            with open(log, "a", encoding="utf-8") as file:
                file.write(text)
        except OSError as error:
            sys.exit(f"error: --log {log}: {error.strerror or error}")


if __name__ == "__main__":
    main()
