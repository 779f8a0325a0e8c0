"""``kubectl inject init``: a repository wired for injection, in one command."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import typer

from kubectl_inject.cli.input.failures import AT_ONCE, Failures
from kubectl_inject.cli.input.options import EXCLUDE, settings_below_flags
from kubectl_inject.cli.output.progress import note
from kubectl_inject.cli.shared_options import ConfigurationOptions, colors
from kubectl_inject.errors import InjectionError
from kubectl_inject.options.option import GENERAL, INPUT, OUTPUT, UsageError, argument, option
from kubectl_inject.options.typer_commands import with_options
from kubectl_inject.printable import printable_line
from kubectl_inject.startup.frozen import replace
from kubectl_inject.wiring.checks.ci_workflow import SYSTEMS
from kubectl_inject.wiring.delivery.helmfile import POST_RENDERERS
from kubectl_inject.wiring.delivery.kustomization import FORMS, TRANSFORMER
from kubectl_inject.wiring.repository import HELMFILE, KUSTOMIZATIONS, PIPELINE, PRE_COMMIT, STEPS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kubectl_inject.injection.injector import Injector
    from kubectl_inject.settings.resolved import SettingsLayer
    from kubectl_inject.wiring.plan import Built, Step, Wiring
    from kubectl_inject.wiring.tree import Tree

EXAMPLES = """
Examples:

  # See what would be done, then do it

  kubectl inject init --dry-run

  kubectl inject init

  # Plain manifests too, and nothing for pipelines

  kubectl inject init --in-place --skip pipeline --skip pre-commit

  # With the configuration of a cluster

  kubectl inject init --from-cluster
"""
_MOST_OF_GIT = 64 * 1024
_STEP = "|".join(STEPS)


@with_options
def init(
    options: ConfigurationOptions,
    folder: str | None = argument(
        text="Folder of the repository. Default: the current one.",
        metavar="[FOLDER]",
        required=False,
        completes="folders",
    ),
    dry_run: bool = option("--dry-run", text="Show what would change, as a diff.", default=False, group=OUTPUT),
    fail_on_change: bool = option(
        "--fail-on-change", text="With --dry-run: exit with 1 where something would.", default=False, group=OUTPUT
    ),
    only: list[str] | None = option(
        "--only", text=f"{_STEP}.", default=None, repeated=True, metavar="STEP", group=OUTPUT, completes=STEPS
    ),
    skip: list[str] | None = option(
        "--skip", text="Leave out a step.", default=None, repeated=True, metavar="STEP", group=OUTPUT, completes=STEPS
    ),
    kustomize: str = option(
        "--kustomize", text="How kustomizations inject.", default=FORMS[0], choices=FORMS, group=OUTPUT
    ),
    in_place: bool = option("--in-place", text="Inject plain manifests, where they lie.", default=False, group=OUTPUT),
    helm: str = option("--helm", text="Of helmfile. Default: that on the PATH.", choices=("", "3", "4"), group=OUTPUT),
    pipeline: str = option("--pipeline", text="Default: as the repository has.", choices=("", *SYSTEMS), group=OUTPUT),
    yes: bool = option("--yes", "-y", text="Ask nothing, on a terminal either.", default=False, group=OUTPUT),
    exclude: list[str] | None = EXCLUDE,
    keep_going: bool = option(
        "--keep-going", text="Pass over what has errors, and fail at the end.", default=False, group=INPUT
    ),
    allow_remote: bool = option("--allow-remote", text="Fetch bases that are elsewhere.", default=False, group=GENERAL),
) -> None:
    """Wire a repository: configuration, sidecars as patches, and checks.

    A second run changes nothing. On any error, nothing is written.
    """
    options.check()
    steps = _chosen(only, skip)
    root = folder or os.curdir
    from kubectl_inject.wiring.tree import read_tree

    tree = read_tree(root)
    planned = _planner(options, tree, steps, kustomize, in_place, helm, pipeline, exclude or [], allow_remote)
    wiring = planned(tree)
    failures = Failures(keep_going=True) if keep_going else AT_ONCE
    _refuse_problems(wiring, failures)
    note(*wiring.notes)
    if dry_run:
        _print_diff(wiring.changes, color=colors(options.color, sys.stdout))
        _summary(wiring, ("would have", "would have"))
        failures.conclude()
        raise typer.Exit(bool(wiring.changes) and fail_on_change)
    if wiring.changes:
        note(*map(_line, wiring.changes))
        if not yes and sys.stdin.isatty() and sys.stderr.isatty() and not typer.confirm("Write these?", err=True):
            raise typer.Exit(1)
        _write(tree, wiring.changes)
        # What is there now is built, and not what was meant to be.
        wiring = planned(read_tree(root))
    else:
        note("nothing to change")
    _summary(wiring, ("has", "have"))
    failures.conclude()


def _chosen(only: Sequence[str] | None, skip: Sequence[str] | None) -> frozenset[str]:
    for flag, names in (("--only", only), ("--skip", skip)):
        for name in names or ():
            if name not in STEPS:
                raise UsageError(f"expected one of {', '.join(STEPS)}, found {name!r}", flag)
    return frozenset(only or STEPS) - frozenset(skip or ())


def _planner(
    options: ConfigurationOptions,
    tree: Tree,
    steps: frozenset[str],
    form: str,
    in_place: bool,
    helm: str,
    pipeline: str,
    exclude: Sequence[str],
    allow_remote: bool,
) -> Callable[[Tree], Wiring]:
    """Return what plans the wiring of a tree: the configuration is resolved once. Raises InjectionError."""
    from kubectl_inject import __version__
    from kubectl_inject.cli.init.configuration import configured
    from kubectl_inject.manifests.input.exclusion import Exclusion
    from kubectl_inject.settings.injector import injector_of, template_injector
    from kubectl_inject.settings.template_cache import user_cache
    from kubectl_inject.wiring.builds import helm_major
    from kubectl_inject.wiring.checks.ci_workflow import system_of
    from kubectl_inject.wiring.repository import Request, wire_repository

    layers: list[SettingsLayer] = settings_below_flags(tree.root)
    configuration = configured(tree, layers, options, exclude)
    resolved = configuration.resolved
    note(f"configuration: {resolved.source}: {configuration.file}")
    note(*(f"warning: {warning}" for warning in resolved.warnings))
    cache = user_cache(os.environ, tree.root) if options.cache else None
    pods = template_injector(resolved, cache)

    def injector_in(namespace: str) -> Injector:
        named = replace(resolved.settings, namespace=namespace or resolved.settings.namespace)
        return injector_of(replace(resolved, settings=named), pods, records=False)

    records = injector_of(resolved, pods)
    exclusion = Exclusion((*resolved.settings.exclude, *exclude))
    major = int(helm) if helm else helm_major() if HELMFILE in steps else min(POST_RENDERERS)
    found_again = sorted(
        steps - {PRE_COMMIT, PIPELINE, "config"} - ({KUSTOMIZATIONS} if form != TRANSFORMER else set())
    )
    flags = [f"--only={name}" for name in found_again]
    flags += [f"--kustomize={form}"] if form == TRANSFORMER else []
    flags += [f"--helm={major}"] if HELMFILE in steps else []
    request = Request(
        steps=steps,
        form=form,
        in_place=in_place,
        helm=major,
        pipeline=pipeline or system_of(tree, _remote(tree.root)),
        config=configuration.file,
        configuration=(),
        allows_remote=allow_remote,
        version=__version__,
        leaves_out=lambda file: exclusion.excludes(f"r/{file}", "r"),
        init=("init", "--dry-run", "--fail-on-change", *flags),
    )

    def planned(current: Tree) -> Wiring:
        own = configuration.steps(current) if "config" in steps else ()
        return wire_repository(current, replace(request, configuration=own), injector_in, records)

    return planned


def _remote(root: str) -> str:
    """Return the address of the repository's first remote, as its own file has it; no program is run."""
    try:
        with Path(root, ".git", "config").open(encoding="utf-8", errors="replace") as file:
            text = file.read(_MOST_OF_GIT)
    except OSError:
        return ""
    lines = (line.strip().partition("=") for line in text.splitlines())
    return next((value.strip() for name, _, value in lines if name.strip() == "url"), "")


def _refuse_problems(wiring: Wiring, failures: Failures) -> None:
    """Raise InjectionError for what cannot be wired; where the rest is to be, ``failures`` keeps it."""
    for problem in wiring.problems if failures is not AT_ONCE else ():
        failures.add(InjectionError(problem))
    if wiring.problems and failures is AT_ONCE:
        listed = "\n  ".join(map(printable_line, wiring.problems))
        cure = "--exclude leaves a file or folder out, --keep-going wires the rest"
        raise InjectionError(f"nothing was written:\n  {listed}\n  {cure}")


def _line(step: Step) -> str:
    done = "new" if step.before is None else "taken away" if step.after is None else "changed"
    return f"{step.file}: {done}: {step.why}"


def _print_diff(changes: Sequence[Step], *, color: bool) -> None:
    from kubectl_inject.cli.formats.unified_diff import print_lines
    from kubectl_inject.manifests.output.unified_diff import line_edits, unified_diff_lines

    for step in changes:
        before, after = ((data or b"").decode("utf-8", "replace") for data in (step.before, step.after))
        print_lines(unified_diff_lines(before, line_edits(before, after), step.file, "wired"), color=color)


def _write(tree: Tree, changes: Sequence[Step]) -> None:
    """Write the files of steps, all of them or none. Raises InjectionError, for a link out of the repository too."""
    from kubectl_inject.cli.output.whole_file import write_whole_files
    from kubectl_inject.manifests.input.repository import is_within

    for step in changes:
        if not is_within(str(Path(tree.root, step.file)), tree.root):
            raise InjectionError(f"{step.file}: a link leads out of the repository, and is not written through")
    write_whole_files([(Path(tree.root, step.file), [step.after]) for step in changes if step.after is not None])
    for step in changes:
        if step.after is None:
            Path(tree.root, step.file).unlink(missing_ok=True)


def _summary(wiring: Wiring, verb: tuple[str, str]) -> None:
    """Report how many workloads have a sidecar, where it is from, and what a check finds."""
    for each in wiring.built:
        note(_count_line(each, verb), *(f"  {finding}" for finding in each.findings))
    injected = sum(each.injected for each in wiring.built)
    skipped = sum(each.skipped for each in wiring.built)
    note(f"{_workloads(injected, verb)} a sidecar, {skipped} stay{'s' if skipped == 1 else ''} without")


def _count_line(built: Built, verb: tuple[str, str]) -> str:
    skipped = f", {built.skipped} without" if built.skipped else ""
    return f"{built.what}: {_workloads(built.injected, verb)} a sidecar{skipped} ({built.by})"


def _workloads(count: int, verb: tuple[str, str]) -> str:
    return f"{count} workload {verb[0]}" if count == 1 else f"{count} workloads {verb[1]}"
