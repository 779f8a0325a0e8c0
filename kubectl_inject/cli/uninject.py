"""``kubectl inject uninject -f``: injected manifests in, the manifests from before out."""

from __future__ import annotations

from kubectl_inject.cli.input import Stream, streams_of
from kubectl_inject.cli.input_options import WORDS, InputOptions
from kubectl_inject.cli.placement import Placement
from kubectl_inject.cli.progress import note
from kubectl_inject.cli.shared_options import (
    COLOR,
    IN_PLACE,
    OUTPUT_FILE,
    OUTPUT_FOLDER,
    QUIET,
)
from kubectl_inject.cli.spool import HeldOutput, Spool, hold
from kubectl_inject.injection.removal.uninjection import Uninjection, uninject_document
from kubectl_inject.options.option import path_of
from kubectl_inject.options.typer_commands import with_options
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from kubectl_inject.injection.workload import Object

EXAMPLES = """
Examples:

  kubectl inject uninject -f injected.yaml

  # Where the files lie

  kubectl inject uninject --in-place -R -f deploy/
"""


@with_options
def uninject(
    options: InputOptions,
    words: list[str] | None = WORDS,
    output_file: str | None = OUTPUT_FILE,
    output_folder: str | None = OUTPUT_FOLDER,
    in_place: bool = IN_PLACE,
    quiet: bool = QUIET,
    color: str = COLOR,  # noqa: ARG001  # every command takes it; nothing here is coloured
) -> None:
    """Take the sidecar out of manifests again.

    What this tool injected comes back to the byte.
    """
    options.check(words)
    placement = Placement(
        options.names(words),
        path_of(output_file),
        path_of(output_folder),
        in_place,
        kustomization=options.kustomization,
    )
    streams = run_uninject(options, words)
    for report in (report for stream in streams for report in stream.reports):
        if not quiet:
            note(str(report))
    placement.write([stream.output for stream in streams])


@dataclass(frozen=True, slots=True)
class UninjectedStream:
    """One source after its injections were taken out, and the reports of its workloads."""

    output: HeldOutput
    reports: tuple[Uninjection, ...]


def run_uninject(options: InputOptions, words: Sequence[str] | None) -> list[UninjectedStream]:
    """Take injections out of what options and words without a flag name. Raises InjectionError."""
    spool = Spool()
    selects = options.selects(words)
    streams = []
    for stream in streams_of(options, words):
        reports: list[Uninjection] = []
        output = hold(spool, stream, _texts(stream, reports, selects), stream.encoding)
        streams.append(UninjectedStream(output, tuple(reports)))
    return streams


def _texts(stream: Stream, reports: list[Uninjection], selects: Callable[[Object], bool] | None) -> Iterator[str]:
    """Yield the texts of the documents without their injections, and add what is reported to ``reports``."""
    for document in stream.documents:
        uninjected = uninject_document(document, selects=selects)
        reports += uninjected.reports
        yield uninjected.text
