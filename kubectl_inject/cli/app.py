"""The Typer app: which commands there are. Plain injections do without it, see ``main``."""

from __future__ import annotations

import typer

from kubectl_inject.cli import (
    check,
    config_capture,
    config_diff,
    config_show,
    config_verify,
    diff,
    explain,
    serve,
    serve_manifests,
    uninject,
)
from kubectl_inject.cli.inject import InjectOptions, inject
from kubectl_inject.options.typer_commands import Version, typer_app, with_options

_EXAMPLES = """
Examples:

  # Inject a file, with the built-in configuration, which covers Istio 1.28 to 1.31

  kubectl inject -f app.yaml

  # With your mesh's own configuration: captured once, or read from the cluster

  kubectl inject config capture -o mesh/

  kubectl inject -f app.yaml --config mesh/

  kubectl inject -f app.yaml --from-cluster

  # Inject a folder and its sub-folders into one file

  kubectl inject -R -f deploy/ --output injected.yaml ...

  # Inject what another tool renders, and apply it

  kustomize build . | kubectl inject -f - ... | kubectl apply -f -

  # Say what would be done, and why

  kubectl inject explain -f app.yaml ...
"""

app = typer_app("kubectl-inject")


@app.callback(invoke_without_command=True, epilog=_EXAMPLES)
@with_options
def _inject(options: InjectOptions, invocation: typer.Context, _version: Version = False) -> None:
    """Put the Istio sidecar into Kubernetes manifests, as the cluster's injector would."""
    if invocation.invoked_subcommand is None:
        inject(options)


app.command(epilog=explain.EXAMPLES)(explain.explain)
app.command(epilog=diff.EXAMPLES)(diff.diff)
app.command(epilog=check.EXAMPLES)(check.check)
app.command(epilog=uninject.EXAMPLES)(uninject.uninject)

_config = typer.Typer(name="config", no_args_is_help=True, help="The configuration to inject with.")
_config.command(epilog=config_capture.EXAMPLES)(config_capture.capture)
_config.command(epilog=config_show.EXAMPLES)(config_show.show)
_config.command(epilog=config_diff.EXAMPLES)(config_diff.diff)
_config.command(epilog=config_verify.EXAMPLES)(config_verify.verify)
app.add_typer(_config)

_serve = typer.Typer(name="serve")
_serve.callback(invoke_without_command=True, epilog=serve.EXAMPLES)(serve.serve)
_serve.command(epilog=serve_manifests.EXAMPLES)(serve_manifests.manifests)
app.add_typer(_serve)
