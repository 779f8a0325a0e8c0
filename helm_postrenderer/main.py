"""The program ``kubectl-inject-helm``, which Helm runs on what a chart renders."""

from __future__ import annotations

import argparse
import os
import sys

from helm_postrenderer.hooks import CHOICES
from helm_postrenderer.post_rendering import PostRendered, post_render
from kubectl_inject import __version__
from kubectl_inject.errors import InjectionError
from kubectl_inject.manifests.stream import decode
from kubectl_inject.settings.fields import FIELDS, Form, SettingField
from kubectl_inject.settings.injection_settings import InjectionSettings, SettingError, settings_from_texts
from kubectl_inject.settings.settings_file import settings_file_layers
from kubectl_inject.settings.settled import SettingsLayer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

PREFIX = "KUBECTL_INJECT_"
"""What the names of environment variables begin with: KUBECTL_INJECT_ISTIO_VERSION is --istio-version."""
_HOOKS, _LOG = f"{PREFIX}HOOKS", f"{PREFIX}LOG"
_DESCRIPTION = "Put Istio's sidecars into what Helm has rendered: standard input to standard output."
_EXAMPLES = f"""\
examples:
  Helm 3: helm install app ./chart --post-renderer kubectl-inject-helm --post-renderer-args --config=mesh/default.yaml
  Helm 4: helm install app ./chart --post-renderer inject --post-renderer-args --config=mesh/default.yaml

Each option is an environment variable too, for tools that pass no arguments: {PREFIX}CONFIG, {PREFIX}SET, ...
"""


def main(arguments: list[str] | None = None) -> None:
    """Run the post-renderer. Exits with 0, with 1 where the input is wrong, with 2 on wrong usage."""
    given = _parser().parse_args(arguments)
    log = given.log or os.environ.get(_LOG, "")
    try:
        rendered = _run(given)
    except InjectionError as error:
        _say([f"error: {error}"], log)
        sys.exit(1)
    said = [line for workload in rendered.injected.report for line in workload.lines]
    _say([f"configuration: {rendered.settled.source}", *said], log)
    sys.stdout.buffer.write(rendered.injected.text.encode())
    sys.stdout.buffer.flush()
    sys.exit(0)


def _run(given: argparse.Namespace) -> PostRendered:
    layers = [
        *settings_file_layers(os.getcwd()),
        SettingsLayer("environment", settings_from_environment(os.environ)),
        SettingsLayer("flags", settings_from_texts(vars(given), lambda setting: setting.flag)),
    ]
    hooks = given.hooks or os.environ.get(_HOOKS, "")
    if hooks not in CHOICES:
        raise SettingError(_HOOKS, f"expected inject or skip, found {hooks!r}")
    text, _ = decode(sys.stdin.buffer.read(), "<stdin>")
    return post_render(text, layers, hooks=hooks)


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


def settings_from_environment(environment: Mapping[str, str]) -> InjectionSettings:
    """Return what environment variables say; lists have an item on each line. Raises SettingError."""
    texts: dict[str, str | Sequence[str]] = {}
    for setting in FIELDS:
        text = environment.get(_variable(setting), "")
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        texts[setting.name] = lines if setting.form.is_list else text
    return settings_from_texts(texts, _variable)


def _variable(setting: SettingField) -> str:
    return PREFIX + setting.flag.removeprefix("--").replace("-", "_").upper()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "kubectl-inject-helm",
        description=_DESCRIPTION,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    text = "inject or skip; by default hooks are injected with native sidecars and skipped without"
    parser.add_argument("--hooks", choices=CHOICES[1:], default="", help=text)
    text = "write what is said on standard error to the end of this file too, for Helm 4 shows none of it"
    parser.add_argument("--log", metavar="FILE", default="", help=text)
    for setting in FIELDS:
        if setting.form is Form.SWITCH:
            action: Any = argparse.BooleanOptionalAction
        else:
            action = "append" if setting.form.is_repeated else "store"
        parser.add_argument(*setting.flags, dest=setting.name, help=setting.help, action=action, default=None)
    return parser


if __name__ == "__main__":
    main()
