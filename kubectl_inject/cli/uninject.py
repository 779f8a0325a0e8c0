"""``kubectl inject uninject -f``: injected manifests in, the manifests from before out."""

from __future__ import annotations

from kubectl_inject.cli.input import Stream, streams_of
from kubectl_inject.cli.placement import Placement
from kubectl_inject.cli.progress import note
from kubectl_inject.cli.shared_options import (
    FILENAMES,
    IN_PLACE,
    OUTPUT_FILE,
    OUTPUT_FOLDER,
    QUIET,
    RECURSIVE,
    check_filenames,
)
from kubectl_inject.cli.spool import HeldOutput, Spool, hold
from kubectl_inject.injection.removal.uninjection import Uninjection, uninject_document
from kubectl_inject.manifests.limits import DEFAULT_LIMITS, Limits
from kubectl_inject.options.option import path_of
from kubectl_inject.options.raised_limits import RAISE_LIMITS, check_raised
from kubectl_inject.options.typer_commands import with_options
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


EXAMPLES = """
Example:

  kubectl inject uninject -f injected.yaml --output app.yaml
"""


@with_options
def uninject(
    filenames: list[str] | None = FILENAMES,
    recursive: bool = RECURSIVE,
    output_file: str | None = OUTPUT_FILE,
    output_folder: str | None = OUTPUT_FOLDER,
    in_place: bool = IN_PLACE,
    quiet: bool = QUIET,
    raise_limits: int = RAISE_LIMITS,
) -> None:
    """Take an injection out of manifests again: what this tool injected comes back to the byte."""
    check_filenames(filenames)
    check_raised(raise_limits)
    placement = Placement(filenames or [], path_of(output_file), path_of(output_folder), in_place)
    limits = DEFAULT_LIMITS.times(raise_limits)
    streams = run_uninject(filenames or [], recursive=recursive, limits=limits)
    for report in (report for stream in streams for report in stream.reports):
        if not quiet:
            note(str(report))
    placement.write([stream.output for stream in streams])


@dataclass(frozen=True, slots=True)
class UninjectedStream:
    """One source after its injections were taken out, and the reports of its workloads."""

    output: HeldOutput
    reports: tuple[Uninjection, ...]


def run_uninject(
    filenames: Sequence[str], *, recursive: bool, limits: Limits = DEFAULT_LIMITS
) -> list[UninjectedStream]:
    """Take injections out of what the names stand for. Raises InjectionError."""
    spool = Spool()
    streams = []
    for stream in streams_of(filenames, recursive=recursive, limits=limits):
        reports: list[Uninjection] = []
        output = hold(spool, stream, _texts(stream, reports, limits), stream.encoding)
        streams.append(UninjectedStream(output, tuple(reports)))
    return streams


def _texts(stream: Stream, reports: list[Uninjection], limits: Limits) -> Iterator[str]:
    """Yield the texts of the documents without their injections, and add what is reported to ``reports``."""
    for document in stream.documents:
        uninjected = uninject_document(document, limits)
        reports += uninjected.reports
        yield uninjected.text
