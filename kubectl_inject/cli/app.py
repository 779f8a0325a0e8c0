"""The Typer app: every command with its help. Plain injections do without it, see ``main``."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from kubectl_inject import __version__
from kubectl_inject.cli.check import FORMATS as CHECK_FORMATS
from kubectl_inject.cli.config import app as config_app
from kubectl_inject.cli.inject import (
    IN_PLACE,
    OUTPUT_FILE,
    OUTPUT_FOLDER,
    QUIET,
    STRICT,
    InjectOptions,
    inject,
)
from kubectl_inject.cli.placement import Placement
from kubectl_inject.cli.serve_commands import app as serve_app
from kubectl_inject.cli.settings import FILENAMES, RECURSIVE, Settings, check_choice, check_filenames
from kubectl_inject.cli.spool import HeldOutput
from kubectl_inject.cli.typer_commands import with_options
from kubectl_inject.errors import InjectionError
from kubectl_inject.options.option import path_of
from kubectl_inject.startup.frozen import replace

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
_DIFF_EXAMPLE = """
Example:

  kubectl inject diff -R -f deploy/ ...
"""
_CHECK_EXAMPLE = """
Examples:

  kubectl inject check -R -f deploy/ -o sarif --output findings.sarif ...

  # Compare injection with what the cluster's own injector answers

  kubectl inject check -f app.yaml --against-injector
"""
_UNINJECT_EXAMPLE = """
Example:

  kubectl inject uninject -f injected.yaml --output app.yaml
"""
_EXPLAIN_EXAMPLE = """
Example:

  kubectl inject explain -f app.yaml --injection auto --namespace-file namespaces.yaml ...
"""

app = typer.Typer(
    name="kubectl-inject",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

app.add_typer(config_app)
app.add_typer(serve_app)


def _show_version(asked: bool) -> None:
    if asked:
        typer.echo(f"kubectl-inject {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True, epilog=_EXAMPLES)
@with_options
def _inject(
    options: InjectOptions,
    invocation: typer.Context,
    _version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Put the Istio sidecar into Kubernetes manifests, as the cluster's injector would."""
    if invocation.invoked_subcommand is None:
        inject(options)


@app.command(epilog=_EXPLAIN_EXAMPLE)
@with_options
def explain(
    settings: Settings,
    output: Annotated[str, typer.Option("-o", help="json or yaml, for programs.")] = "",
    strict: bool = STRICT,
) -> None:
    """Say for each workload whether it is injected, by which rule, what changes, and where settings come from."""
    from kubectl_inject.cli.explain import FORMATS, print_explanations, run_explain
    from kubectl_inject.cli.inject import refuse_warnings

    settings.check()
    check_choice("-o", output, FORMATS)
    explanations = run_explain(settings)
    if strict:
        refuse_warnings([explanation.report for explanation in explanations])
    print_explanations(explanations, output)


@app.command(epilog=_DIFF_EXAMPLE)
@with_options
def diff(settings: Settings) -> None:
    """Show what injection would change. Exits with 0 for nothing, 1 for something, 2 on an error."""
    from kubectl_inject.cli.diff import print_diff
    from kubectl_inject.cli.inject import run_inject

    settings.check()
    try:
        code = print_diff(run_inject(settings, settings.injector()), os.environ.get("KUBECTL_EXTERNAL_DIFF"))
    except InjectionError as error:
        typer.echo(f"error: {error}", err=True)
        code = 2
    raise typer.Exit(code)


@app.command(epilog=_CHECK_EXAMPLE)
@with_options
def check(
    settings: Settings,
    files: Annotated[list[str] | None, typer.Argument(help="More files, as pre-commit names them.")] = None,
    output: Annotated[str, typer.Option("-o", help="text, json, junit or sarif.")] = "text",
    output_file: str | None = OUTPUT_FILE,
    against_injector: Annotated[
        bool,
        typer.Option("--against-injector", help="Compare what injection makes with the answer of the cluster's own."),
    ] = False,
) -> None:
    """Say whether manifests are injected just as they should be, for pipelines. Exits with 0 or 1."""
    from kubectl_inject.cli.check import formatted, run_check

    settings = replace(settings, filenames=[*(settings.filenames or []), *(files or [])])
    settings.check(asks_cluster=against_injector)
    check_choice("-o", output, CHECK_FORMATS)
    checked = run_check(settings, against_injector=against_injector)
    Placement([], path_of(output_file)).write([HeldOutput("", [formatted(checked, output)])])
    raise typer.Exit(any(item.finding for item in checked))


@app.command(epilog=_UNINJECT_EXAMPLE)
@with_options
def uninject(
    filenames: list[str] | None = FILENAMES,
    recursive: bool = RECURSIVE,
    output_file: str | None = OUTPUT_FILE,
    output_folder: str | None = OUTPUT_FOLDER,
    in_place: bool = IN_PLACE,
    quiet: bool = QUIET,
) -> None:
    """Take an injection out of manifests again: what this tool injected comes back to the byte."""
    from kubectl_inject.cli.inject import say
    from kubectl_inject.cli.uninject import run_uninject

    check_filenames(filenames)
    placement = Placement(filenames or [], path_of(output_file), path_of(output_folder), in_place)
    streams = run_uninject(filenames or [], recursive=recursive)
    for report in (report for stream in streams for report in stream.reports):
        if not quiet:
            say(str(report))
    placement.write([stream.output for stream in streams])
