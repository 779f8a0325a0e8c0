"""The program ``kubectl-inject``, which kubectl runs as ``kubectl inject``."""

from __future__ import annotations

import os
import sys

import typer

from kubectl_inject import __version__
from kubectl_inject.cli import options
from kubectl_inject.errors import InjectionError

_EXAMPLES = """
Examples:

  # Inject a file, with the configuration saved from a cluster

  kubectl inject -f app.yaml --inject-config-file inject-config.yaml --mesh-config-file mesh.yaml
  --values-file values.json

  # Inject a folder and its sub-folders into one file

  kubectl inject -R -f deploy/ --output injected.yaml ...

  # Inject what another tool renders, and apply it

  kustomize build . | kubectl inject -f - ... | kubectl apply -f -
"""

app = typer.Typer(
    name="kubectl-inject",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(asked: bool) -> None:
    if asked:
        typer.echo(f"kubectl-inject {__version__}")
        raise typer.Exit


@app.command(help="Put the Istio sidecar into Kubernetes manifests, as the cluster's injector would.", epilog=_EXAMPLES)
def inject(
    filenames: options.Filenames = None,
    recursive: options.Recursive = False,
    namespace: options.Namespace = "",
    output: options.Output = "",
    output_file: options.OutputFile = None,
    inject_config_file: options.InjectConfigFile = None,
    values_file: options.ValuesFile = None,
    mesh_config_file: options.MeshConfigFile = None,
    revision: options.Revision = "",
    native_sidecars: options.NativeSidecars = True,
    platform: options.Platform = "",
    compliance_policy: options.CompliancePolicy = "",
    injection: options.Injection = "manual",
    revision_tags: options.RevisionTags = None,
    namespace_files: options.NamespaceFiles = None,
    namespace_labels: options.NamespaceLabels = "",
    quiet: options.Quiet = False,
    _version: bool = typer.Option(False, "--version", callback=_show_version, is_eager=True, help="Print the version."),
) -> None:
    """Inject manifests and print them."""
    from kubectl_inject.cli.configuration import INJECTION_MODES, PLATFORMS, configuration_from_files, known_namespaces
    from kubectl_inject.cli.inject import print_report, run_inject, write_output
    from kubectl_inject.config.injection_config import Installation

    if not filenames:
        raise typer.BadParameter("expected at least one; - reads standard input", param_hint="-f/--filename")
    options.check_choice("--platform", platform, PLATFORMS)
    options.check_choice("--injection", injection, INJECTION_MODES)
    form, path = options.output_choice(output, output_file)
    config = configuration_from_files(
        inject_config_file,
        values_file,
        mesh_config_file,
        Installation(
            revision=revision,
            native_sidecars=native_sidecars,
            platform=platform,
            compliance_policy=compliance_policy,
            automatic=injection == "auto",
            revision_tags=options.key_values("--revision-tag", revision_tags or []),
        ),
    )
    labels = options.key_values("--namespace-labels", namespace_labels.split(",") if namespace_labels else [])
    run = run_inject(
        filenames,
        config,
        recursive=recursive,
        namespace=namespace,
        namespaces=known_namespaces(namespace_files or [], labels if namespace_labels else None),
        form=form,
    )
    if not quiet:
        print_report(run.report)
    write_output(run.output, path)


def main(arguments: list[str] | None = None) -> None:
    """Run the program. Exits with 0, 1 on an error in the input, or 2 on wrong usage."""
    given = sys.argv[1:] if arguments is None else arguments
    try:
        app(options.without_istioctl_spellings(given))
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
