"""The program ``kubectl-inject-helm``, which Helm runs on what a chart renders."""

from __future__ import annotations

import os
import sys

from kubectl_inject.errors import InjectionError
from kubectl_inject.options.option import UsageError
from kubectl_inject.printable import error_text, printable_line
from kubectl_inject.program import run_program
from kubectl_inject.startup.brief_process import collect_rarely, end_at_once
from kubectl_inject.startup.frozen import replace
from kubectl_inject.startup.libyaml import load_libyaml_alone
from kubectl_inject.startup.own_modules import find_own_modules

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from helm_postrenderer.options import HelmOptions
    from helm_postrenderer.post_rendering import PostRendered

_LOG, _RAISE_LIMITS = "KUBECTL_INJECT_LOG", "KUBECTL_INJECT_RAISE_LIMITS"


def main(arguments: list[str] | None = None) -> None:
    """Run the post-renderer. Exits with 0, with 1 where the input is wrong, with 2 on wrong usage."""
    collect_rarely()
    find_own_modules()
    load_libyaml_alone()
    given = sys.argv[1:] if arguments is None else arguments
    status = run_program(lambda: _run(given))
    if status == 0 and arguments is None:
        end_at_once()
    sys.exit(status)


def _run(arguments: list[str]) -> None:
    from helm_postrenderer.options import HelmOptions
    from kubectl_inject.options.option_groups import OptionGroup
    from kubectl_inject.options.quick_parsing import quick_parse, separated

    given = separated(arguments)
    group = OptionGroup(HelmOptions)
    values = quick_parse(given, group)
    if values is None:
        from helm_postrenderer.app import app
        from kubectl_inject.options.typer_commands import run_app

        run_app(app, given, "kubectl-inject-helm")
        return
    log = values["log"]
    try:
        run(group.value_of(values))
    except UsageError as error:
        _report([f"error: {error.flag}: {error.message}"], log)
        sys.exit(2)


def run(options: HelmOptions) -> None:
    """Post-render standard input. Exits with 1 where anything is wrong. Raises UsageError."""
    from kubectl_inject.options.raised_limits import check_raised

    check_raised(options.raise_limits)
    try:
        rendered = _rendered(options)
    except InjectionError as error:
        _report(error_text(error).splitlines(), options.log)
        sys.exit(1)
    resolved, report = rendered.resolved, rendered.injected.report
    above = [f"settings: {rendered.settings_file}"] if rendered.settings_file else []
    warnings = [f"warning: {warning}" for warning in (*resolved.warnings, *report.passed_over)]
    done = [line for workload in report for line in workload.lines]
    _report([*above, f"configuration: {resolved.source}", *warnings, *done, report.counts_line], options.log)
    sys.stdout.buffer.write(rendered.injected.text.encode())
    sys.stdout.buffer.flush()


def _rendered(options: HelmOptions) -> PostRendered:
    from helm_postrenderer.post_rendering import post_render
    from kubectl_inject.manifests.stream import decode
    from kubectl_inject.options.raised_limits import read_times
    from kubectl_inject.settings.environment import settings_from_environment
    from kubectl_inject.settings.resolved import SettingsLayer
    from kubectl_inject.settings.settings_file import settings_file_above, settings_file_layers
    from kubectl_inject.settings.template_cache import user_cache

    layers = [
        *settings_file_layers(os.getcwd()),
        SettingsLayer("environment", settings_from_environment(os.environ)),
        SettingsLayer("flags", options.given),
    ]
    cache = user_cache(os.environ, os.getcwd()) if options.cache else None
    times = read_times(os.environ.get(_RAISE_LIMITS) or "", _RAISE_LIMITS) or options.raise_limits
    text, _ = decode(sys.stdin.buffer.read(), "<stdin>")
    rendered = post_render(text, layers, cache=cache, factor=times)
    return replace(rendered, settings_file=settings_file_above(layers, os.getcwd()))


def _report(lines: Sequence[str], log: str) -> None:
    """Write lines for people on standard error, and to the end of a file, where one is named."""
    text = "".join(f"{printable_line(line)}\n" for line in lines)
    sys.stderr.write(text)
    log = log or os.environ.get(_LOG, "")
    if log:
        try:
            with open(log, "a", encoding="utf-8") as file:
                file.write(text)
        except OSError as error:
            raise InjectionError(f"--log {log}: {error.strerror or error}") from None


if __name__ == "__main__":
    main()
