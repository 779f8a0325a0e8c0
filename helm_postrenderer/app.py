"""The Typer app: help, and the message for whatever is wrong with a command line. Plain ones do without it."""

from __future__ import annotations

from helm_postrenderer.main import run
from helm_postrenderer.options import HelmOptions
from kubectl_inject.options.typer_commands import PageCommand, Version, typer_app, with_options

_EXAMPLES = """
Examples:

  # Helm 3

  helm install web chart/ --post-renderer kubectl-inject-helm

  # Helm 4

  helm install web chart/ --post-renderer inject --post-renderer-args --profile=cni
"""

app = typer_app("kubectl-inject-helm")


@app.command(cls=PageCommand, epilog=_EXAMPLES)
@with_options
def _post_render(options: HelmOptions, _version: Version = False) -> None:
    """Inject Istio's sidecar into what Helm renders, from standard input to standard output.

    Options may also be set in kubectl-inject.yaml, or in variables, such as KUBECTL_INJECT_ISTIO_VERSION.
    """
    run(options)
