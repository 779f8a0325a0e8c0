"""The Typer app: which commands there are. Plain injections do without it, see ``main``."""

from __future__ import annotations

import typer

from kubectl_inject.cli import argocd, check, diff, explain, uninject, version
from kubectl_inject.cli.completion import completion
from kubectl_inject.cli.config import capture, discover, freeze, show, verify
from kubectl_inject.cli.config import diff as config_diff
from kubectl_inject.cli.init import init
from kubectl_inject.cli.inject.inject import InjectOptions, inject
from kubectl_inject.cli.serve import manifests, serve
from kubectl_inject.cli.status import status
from kubectl_inject.options.typer_commands import (
    DEFAULT_COMMAND,
    SHARED_PAGE,
    DefaultGroup,
    PageCommand,
    PageGroup,
    Version,
    typer_app,
    with_options,
)

_EXAMPLES = """
Examples:

  kubectl inject -f app.yaml

  kubectl inject -R -f deploy/ --output injected.yaml

  kubectl inject -k overlay | kubectl apply -f -
"""

_SHARED = """The options that commands share.

They go behind 'inject': kubectl takes no flags before a plugin's name.
kubectl-inject.yaml and variables (KUBECTL_INJECT_REVISION) may set some, too."""

app = typer_app("kubectl-inject", cls=DefaultGroup)


@app.callback(cls=DefaultGroup, epilog=_EXAMPLES)
def _group(_version: Version = False) -> None:
    """Inject Istio's sidecar into Kubernetes manifests, as the cluster would.
    -l and KIND/NAME select workloads. Everything else passes through unchanged.
    """  # noqa: D205  # in one paragraph, for the page must fit a screen


def _options(options: InjectOptions, invocation: typer.Context) -> None:  # noqa: ARG001  # the page names them
    typer.echo(invocation.get_help())


app.command(DEFAULT_COMMAND, cls=PageCommand, hidden=True)(with_options(inject))
app.command(cls=PageCommand, epilog=explain.EXAMPLES)(with_options(explain.explain))
app.command(cls=PageCommand, epilog=diff.EXAMPLES)(with_options(diff.diff))
app.command(cls=PageCommand, epilog=check.EXAMPLES)(with_options(check.check))
app.command(cls=PageCommand, epilog=status.EXAMPLES)(status.status)
app.command(cls=PageCommand, epilog=uninject.EXAMPLES)(with_options(uninject.uninject))
app.command(cls=PageCommand, epilog=init.EXAMPLES)(init.init)

_config = typer.Typer(name="config", cls=PageGroup, help="Capture, freeze, show, compare and verify configurations.")
_config.command(cls=PageCommand, epilog=capture.EXAMPLES)(capture.capture)
_config.command(cls=PageCommand, epilog=freeze.EXAMPLES)(freeze.freeze)
_config.command(cls=PageCommand, epilog=show.EXAMPLES)(show.show)
_config.command(cls=PageCommand, epilog=config_diff.EXAMPLES)(config_diff.diff)
_config.command(cls=PageCommand, epilog=verify.EXAMPLES)(verify.verify)
_config.command(cls=PageCommand, epilog=discover.EXAMPLES)(discover.discover)
app.add_typer(_config)

_serve = typer.Typer(name="serve", cls=PageGroup)
_serve.callback(cls=PageGroup, invoke_without_command=True, epilog=serve.EXAMPLES)(serve.serve)
_serve.command(cls=PageCommand, epilog=manifests.EXAMPLES)(manifests.manifests)
app.add_typer(_serve)

_argocd = typer.Typer(name="argocd", cls=PageGroup, help=argocd.HELP)
_argocd.command(cls=PageCommand, epilog=argocd.DISCOVER_EXAMPLE)(argocd.discover)
_argocd.command(cls=PageCommand, epilog=argocd.GENERATE_EXAMPLE)(argocd.generate)
_argocd.command(cls=PageCommand, epilog=argocd.PARAMETERS_EXAMPLE)(argocd.parameters)
app.add_typer(_argocd, hidden=True)  # Argo CD runs these, not people

app.command(cls=PageCommand, epilog=completion.EXAMPLES)(completion.completion)
app.command(cls=PageCommand, epilog=version.EXAMPLES)(version.version)
# The last lines of the help name it, as those of kubectl do.
app.command(SHARED_PAGE, cls=PageCommand, help=_SHARED, hidden=True)(with_options(_options))
