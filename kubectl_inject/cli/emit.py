"""``kubectl inject --emit``: injection as patches beside the sources, which stay as they are."""

from __future__ import annotations

from pathlib import Path

from kubectl_inject.cli.input import Stream, objects_in, read_streams, workload_documents
from kubectl_inject.cli.whole_file import write_whole_files
from kubectl_inject.errors import InjectionError
from kubectl_inject.injection.reports.report import Report
from kubectl_inject.kustomization.patches import (
    HEADER,
    PatchType,
    WorkloadPatch,
    component,
    flux_post_renderers,
    workload_patch,
)
from kubectl_inject.manifests.limits import DEFAULT_LIMITS, Limits
from kubectl_inject.startup.frozen import dataclass, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from kubectl_inject.cli.shared_options import ManifestOptions
    from kubectl_inject.injection.injector import Injector
    from kubectl_inject.injection.selection.namespaces import NamespaceMetadata

KUSTOMIZE, FLUX = "kustomize-patches", "flux-patches"
FORMS = (KUSTOMIZE, FLUX)
_FLUX_FILE = "post-renderers.yaml"


@dataclass(frozen=True, slots=True)
class EmittedPatches:
    """The patches of all workloads that are injected."""

    patches: list[WorkloadPatch]

    def write(self, form: str, folder: Path) -> None:
        """Write the patches, in one of FORMS, and take away those that an earlier run wrote. Raises InjectionError."""
        if form == FLUX:
            write_whole_files([(folder / _FLUX_FILE, [flux_post_renderers(self.patches).encode()])])
            return
        names = [patch.file for patch in self.patches]
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise InjectionError(f"two workloads would have the patch {twice[0]}: their kind, namespace and name agree")
        kustomization = folder / "kustomization.yaml"
        stale = _written_before(kustomization) - set(names)
        files = [(folder / patch.file, [(HEADER + patch.text).encode()]) for patch in self.patches]
        write_whole_files([*files, (kustomization, [component(self.patches).encode()])])
        for name in stale:
            (folder / name).unlink(missing_ok=True)


def emit_patches(options: ManifestOptions, patch_type: str, *, quiet: bool) -> tuple[EmittedPatches, Report]:
    """Inject what the options name, and return it as patches, with the report. Raises InjectionError."""
    injector = options.injector(records=False, quiet=quiet)
    streams, found = read_streams(options, namespaces=injector.reads_namespaces)
    limits = DEFAULT_LIMITS.times(options.times)
    patches, report = _patches_of(streams, injector, found, PatchType(patch_type), limits)
    return EmittedPatches(patches), report


def _written_before(kustomization: Path) -> set[str]:
    """Return the patch files that a kustomization of ours names. Raises InjectionError where it is not ours."""
    if not kustomization.is_file():
        return set()
    try:
        text = kustomization.read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        raise InjectionError(f"{kustomization}: cannot be read: {error.strerror or error}") from None
    if not text.startswith(HEADER):
        raise InjectionError(f"{kustomization}: is not one that --emit wrote; name a folder of its own")
    from kubectl_inject.config.injection_config import read_mapping

    entries = read_mapping(text, str(kustomization)).get("patches") or []
    names = {str(entry.get("path")) for entry in entries if isinstance(entry, dict)}
    return {name for name in names if Path(name).name == name}


def _patches_of(
    streams: list[Stream],
    injector: Injector,
    found: Mapping[str, NamespaceMetadata],
    patch_type: PatchType,
    limits: Limits,
) -> tuple[list[WorkloadPatch], Report]:
    """Return a patch for each workload that is injected, and the report of all. Raises InjectionError."""
    patches: list[WorkloadPatch] = []
    reports = []
    for document, value in workload_documents(streams, limits, injector.kinds):
        for item in objects_in(value):
            injected = injector.inject_object(item, document.source, found)
            reports += [replace(report, document=document.index) for report in injected.report]
            if injected.report.injected:
                patches.append(workload_patch(item, injected.object, patch_type))
    return patches, Report(
        tuple(reports),
        sources=tuple(stream.name for stream in streams),
        passed_over=tuple(warning for stream in streams for warning in injector.passed_over_in(stream.documents)),
    )
