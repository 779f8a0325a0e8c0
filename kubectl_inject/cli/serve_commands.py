"""The commands ``kubectl inject serve`` and ``kubectl inject serve manifests``."""

from __future__ import annotations

import typer

from kubectl_inject.cli.serve import ServeOptions
from kubectl_inject.cli.serve_manifests import ManifestsOptions
from kubectl_inject.cli.typer_commands import with_options

_SERVE_EXAMPLE = """
Examples:

  kubectl inject serve --config mesh/default.yaml --tls-cert tls.crt --tls-key tls.key

  # What to apply to have it run in a cluster

  kubectl inject serve manifests --config mesh/default.yaml --self-signed | kubectl apply -f -
"""
_MANIFESTS_EXAMPLE = """
Examples:

  kubectl inject serve manifests --config mesh/default.yaml --image registry.example.com/kubectl-inject --self-signed

  # For a revision and its tag, with a certificate of cert-manager's

  kubectl inject serve manifests --config mesh/canary.yaml --tag prod --cert-manager
"""

app = typer.Typer(name="serve")


@app.callback(invoke_without_command=True, epilog=_SERVE_EXAMPLE)
@with_options
def serve(options: ServeOptions, invocation: typer.Context) -> None:
    """Inject Pods when they are created, as a mutating admission webhook."""
    from kubectl_inject.cli.serve import run_serve

    if invocation.invoked_subcommand is None:
        options.check()
        run_serve(options)


@app.command(epilog=_MANIFESTS_EXAMPLE)
@with_options
def manifests(options: ManifestsOptions) -> None:
    """Print what to apply to have the webhook run in a cluster, and its API server call it."""
    from kubectl_inject.cli.serve_manifests import run_manifests

    options.check()
    run_manifests(options)
