"""The Typer app: help, and the message for whatever is wrong with a command line. Plain ones do without it."""

from __future__ import annotations

from helm_postrenderer.main import run
from helm_postrenderer.options import PREFIX, HelmOptions
from kubectl_inject.options.typer_commands import Version, typer_app, with_options

_EXAMPLES = f"""
Examples:

\b
  Helm 3: helm install app ./chart --post-renderer kubectl-inject-helm --post-renderer-args --config=mesh/default.yaml
  Helm 4: helm install app ./chart --post-renderer inject --post-renderer-args --config=mesh/default.yaml

Each option is an environment variable too, for tools that pass no arguments: {PREFIX}CONFIG, {PREFIX}SET, ...
"""

app = typer_app("kubectl-inject-helm")


@app.command(epilog=_EXAMPLES)
@with_options
def _post_render(options: HelmOptions, _version: Version = False) -> None:
    """Put Istio's sidecars into what Helm has rendered: standard input to standard output."""
    run(options)
