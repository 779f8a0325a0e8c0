"""The status of workloads as an HTML page."""

from __future__ import annotations

from kubectl_inject.cli.formats.html.page import Count, Entry, Page, Section
from kubectl_inject.cli.formats.status_table import summary_line, words
from kubectl_inject.status.verdicts import Finding

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kubectl_inject.status.changed_settings import ChangedSetting
    from kubectl_inject.status.verdicts import PodVerdict, Status, WorkloadVerdict

_SHOWN = 3


def status_page(status: Status, commands: Sequence[str]) -> Page:
    """Return the page of a status; ``commands`` would bring workloads up to date."""
    counts = status.counts()
    current = counts["workloads"] - counts["stale"] - counts["unknown"]
    return Page(
        "Sidecars in the cluster",
        summary_line(status),
        (
            Count("current", current, "good"),
            Count("stale", counts["stale"], "bad"),
            Count("unknown", counts["unknown"], "open"),
            Count("Pods", counts["pods"]),
        ),
        ("Namespace", "Current", "Injected by", "Proxy", "Control plane"),
        tuple(map(_entry, status.workloads)),
        tuple(f"not read: {line}" for line in status.unread),
        tuple(commands),
    )


def _entry(each: WorkloadVerdict) -> Entry:
    cells = (
        each.namespace,
        f"{each.current}/{len(each.pods)}",
        ", ".join(each.injectors),
        ", ".join(each.versions) or "none",
        each.control_plane or "none",
    )
    tone = "good" if each.finding is Finding.CURRENT else "open" if each.finding is Finding.UNKNOWN else "bad"
    return Entry(f"{each.kind.lower()}/{each.name}", cells, words(each, _SHOWN), tone, tuple(_sections(each)))


def _sections(each: WorkloadVerdict) -> Iterator[Section]:
    by = f" (revision {each.requested})" if each.requested else ""
    yield Section("Decision", lines=(f"{each.decision or each.problem}{by}",))
    if each.notes:
        yield Section("Notes", lines=each.notes)
    if each.changes:
        rows = tuple(map(_change, each.changes))
        yield Section("What differs", rows, ("Setting", "Running", "Made now"))
    if each.pods:
        yield Section("Pods", tuple(map(_pod, each.pods)), ("Pod", "Verdict", "Proxy", "Ready", "Restarts"))


def _change(change: ChangedSetting) -> tuple[str, ...]:
    return change.name, "nothing" if change.old is None else change.old, "nothing" if change.new is None else change.new


def _pod(pod: PodVerdict) -> tuple[str, ...]:
    sidecar = pod.sidecar
    verdict = f"{pod.finding.value}: {pod.problem}" if pod.problem else pod.finding.value
    if sidecar is None:
        return pod.name, verdict, "none", "", ""
    ready = "yes" if sidecar.ready else f"no{f' ({sidecar.trouble})' if sidecar.trouble else ''}"
    return pod.name, verdict, sidecar.version, ready, str(sidecar.restarts)
