"""``kubectl inject uninject -f``: injected manifests in, the manifests from before out."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from kubectl_inject.cli.input import streams_of
from kubectl_inject.injection.uninjection import uninject_document
from kubectl_inject.manifests.output_format import joined


def run_uninject(filenames: Sequence[str], *, recursive: bool, quiet: bool) -> bytes:
    """Return what the names stand for without injections, and say on standard error what was done."""
    outputs = []
    for stream in streams_of(filenames, recursive=recursive):
        documents = [uninject_document(document) for document in stream.documents]
        outputs.append("".join(document.text for document in documents).encode(stream.encoding))
        for report in (report for document in documents for report in document.reports):
            if not quiet:
                print(report, file=sys.stderr)  # noqa: T201  # the report is for people, beside the output
    return joined(outputs, None)
