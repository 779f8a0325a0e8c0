"""The program ``kubectl-inject``, which kubectl runs as ``kubectl inject``."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from kubectl_inject import __version__
from kubectl_inject.cli.config import app as config_app
from kubectl_inject.cli.istioctl import without_istioctl_spellings
from kubectl_inject.cli.placement import Placement
from kubectl_inject.cli.settings import Filenames, Recursive, Settings, check_choice, check_filenames, takes_settings
from kubectl_inject.errors import InjectionError

_EXAMPLES = """
Examples:

  # Inject a file, with the built-in configuration of Istio's newest release

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

Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing on standard error but errors.")]
OutputFile = Annotated[Path | None, typer.Option("--output", help="Write to this file, whole or not at all.")]
OutputFolder = Annotated[
    Path | None, typer.Option("--output-dir", help="Write each file below this folder, at its own place.")
]
InPlace = Annotated[bool, typer.Option("--in-place", help="Rewrite the files where they lie.")]
Strict = Annotated[bool, typer.Option("--strict", help="Take warnings for errors.")]


def _show_version(asked: bool) -> None:
    if asked:
        typer.echo(f"kubectl-inject {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True, epilog=_EXAMPLES)
@takes_settings
def inject(
    settings: Settings,
    invocation: typer.Context,
    output: Annotated[str, typer.Option("-o", help="yaml or json. Documents keep their own format by default.")] = "",
    output_file: OutputFile = None,
    output_folder: OutputFolder = None,
    in_place: InPlace = False,
    restore: Annotated[
        bool, typer.Option("--restore/--no-restore", help="Note on workloads what uninject needs beside the Pod.")
    ] = True,
    strict: Strict = False,
    via_injector: Annotated[
        bool, typer.Option("--via-injector", help="Ask the cluster's own injector, and do what it answers.")
    ] = False,
    emit: Annotated[
        tuple[str, Path] | None,
        typer.Option(
            "--emit",
            metavar="KIND FOLDER",
            help="Write patches instead: kustomize-patches or flux-patches. The sources stay as they are.",
        ),
    ] = None,
    patch_type: Annotated[
        str, typer.Option("--patch-type", help="Of --emit: strategic or json6902. Default: strategic where it can.")
    ] = "auto",
    quiet: Quiet = False,
    verbose: Annotated[bool, typer.Option("--verbose", help="Count what was done.")] = False,
    _version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Put the Istio sidecar into Kubernetes manifests, as the cluster's injector would."""
    if invocation.invoked_subcommand is not None:
        return
    from kubectl_inject.cli.inject import output_choice, print_report, refuse_warnings, report_of, run_inject

    settings.check(asks_cluster=via_injector)
    if emit is not None:
        from kubectl_inject.cli.emit import FORMS, emit_patches

        check_choice("--emit", emit[0], FORMS)
        check_choice("--patch-type", patch_type, ("auto", "strategic", "json6902"))
        report = emit_patches(settings, *emit, patch_type, quiet=quiet)
        if not quiet:
            print_report(report, verbose=verbose)
        return
    form, path = output_choice(output, output_file)
    placement = Placement(settings.filenames or [], path, output_folder, in_place, form)
    if via_injector:
        with settings.cluster_injector() as asked:
            streams = run_inject(settings, settings.asking(asked, records=restore), form)
    else:
        streams = run_inject(settings, settings.injector(records=restore, quiet=quiet), form)
    report = report_of(streams)
    if not quiet:
        print_report(report, verbose=verbose)
    if strict:
        refuse_warnings(report)
    placement.write([(stream.name, stream.before, stream.after) for stream in streams])


@app.command(epilog=_EXPLAIN_EXAMPLE)
@takes_settings
def explain(
    settings: Settings,
    output: Annotated[str, typer.Option("-o", help="json or yaml, for programs.")] = "",
    strict: Strict = False,
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
@takes_settings
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
@takes_settings
def check(
    settings: Settings,
    files: Annotated[list[str] | None, typer.Argument(help="More files, as pre-commit names them.")] = None,
    output: Annotated[str, typer.Option("-o", help="text, json, junit or sarif.")] = "text",
    output_file: OutputFile = None,
    against_injector: Annotated[
        bool,
        typer.Option("--against-injector", help="Compare what injection makes with the answer of the cluster's own."),
    ] = False,
) -> None:
    """Say whether manifests are injected just as they should be, for pipelines. Exits with 0 or 1."""
    from kubectl_inject.cli.check import FORMATS, formatted, run_check

    settings = replace(settings, filenames=[*(settings.filenames or []), *(files or [])])
    settings.check(asks_cluster=against_injector)
    check_choice("-o", output, FORMATS)
    checked = run_check(settings, against_injector=against_injector)
    Placement([], output_file).write([("", b"", formatted(checked, output))])
    raise typer.Exit(any(item.finding for item in checked))


@app.command(epilog=_UNINJECT_EXAMPLE)
def uninject(
    filenames: Filenames = None,
    recursive: Recursive = False,
    output_file: OutputFile = None,
    output_folder: OutputFolder = None,
    in_place: InPlace = False,
    quiet: Quiet = False,
) -> None:
    """Take an injection out of manifests again: what this tool injected comes back to the byte."""
    from kubectl_inject.cli.inject import say
    from kubectl_inject.cli.uninject import run_uninject

    check_filenames(filenames)
    placement = Placement(filenames or [], output_file, output_folder, in_place)
    streams = run_uninject(filenames or [], recursive=recursive)
    for report in (report for stream in streams for report in stream.reports):
        if not quiet:
            say(str(report))
    placement.write([(stream.name, stream.before, stream.after) for stream in streams])


def main(arguments: list[str] | None = None) -> None:
    """Run the program. Exits with 0, 1 on an error in the input, or 2 on wrong usage."""
    given = sys.argv[1:] if arguments is None else arguments
    try:
        app(without_istioctl_spellings(given))
    except InjectionError as error:
        sys.exit(f"error: {error}")
    except BrokenPipeError:
        # Whoever read the output has gone; nothing more can be said to them.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
