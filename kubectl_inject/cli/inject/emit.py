"""``kubectl inject --emit``: injection as patches beside the sources, which stay as they are."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from kubectl_inject.cli.input.streams import objects_in, read_streams, workload_documents
from kubectl_inject.cli.output.whole_file import write_whole_files
from kubectl_inject.errors import InjectionError
from kubectl_inject.injection.reports.report import Report
from kubectl_inject.injection.reports.warnings.warning import DocumentWarning, InjectionWarning, Warned
from kubectl_inject.injection.workload import name_of
from kubectl_inject.kustomization.overlay import BuiltName, built_names, marking_files
from kubectl_inject.kustomization.patches import (
    HEADER,
    PatchType,
    WorkloadPatch,
    component,
    flux_post_renderers,
    workload_patch,
)
from kubectl_inject.kustomization.renaming import renamings_above
from kubectl_inject.manifests.input.repository import relative_path
from kubectl_inject.manifests.parsing.kubernetes_yaml import compose, construct
from kubectl_inject.manifests.parsing.limits import DEFAULT_LIMITS, Limits
from kubectl_inject.manifests.stream import decode, split
from kubectl_inject.options.option import UsageError
from kubectl_inject.startup.frozen import dataclass, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kubectl_inject.cli.shared_options import ManifestOptions
    from kubectl_inject.injection.injector import Injector
    from kubectl_inject.injection.selection.namespaces import NamespaceMetadata
    from kubectl_inject.injection.workload import Object
    from kubectl_inject.kubernetes.workload_kinds import WorkloadKinds
    from kubectl_inject.manifests.stream import Document

KUSTOMIZE, FLUX = "kustomize-patches", "flux-patches"
FORMS = (KUSTOMIZE, FLUX)
_FLUX_FILE = "post-renderers.yaml"


@dataclass(frozen=True, slots=True)
class Emission:
    """What to write: one of FORMS, into which folder, which type of patches, and for whom.

    ``overlay`` is the folder of the kustomization whose names count, empty for those of the sources.
    """

    form: str
    folder: Path
    patch_type: PatchType
    overlay: str = ""

    def check(self, kustomization: str) -> None:
        """Raise UsageError for what does not go together; ``kustomization`` is what -k names."""
        if self.overlay and self.form != KUSTOMIZE:
            raise UsageError(f"is for --emit {KUSTOMIZE}", "--for")
        if self.overlay and kustomization and os.path.realpath(kustomization) == os.path.realpath(self.overlay):
            message = "is what -k names: patches are for what the overlay takes in; name that with -f or -k"
            raise UsageError(message, "--for")

    def write(self, patches: list[WorkloadPatch]) -> None:
        """Write the patches, and take away those that an earlier run wrote. Raises InjectionError."""
        if self.form == FLUX:
            text = flux_post_renderers(patches)
            write_whole_files([(self.folder / _FLUX_FILE, [text.encode()])])
            return
        names = [patch.file for patch in patches]
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise InjectionError(f"two workloads would have the patch {twice[0]}: their kind, namespace and name agree")
        kustomization = self.folder / "kustomization.yaml"
        stale = _written_before(kustomization) - set(names)
        files = [(self.folder / patch.file, [(HEADER + patch.text).encode()]) for patch in patches]
        write_whole_files([*files, (kustomization, [component(patches).encode()])])
        for name in stale:
            (self.folder / name).unlink(missing_ok=True)


def emit_patches(options: ManifestOptions, emission: Emission, *, quiet: bool) -> tuple[list[WorkloadPatch], Report]:
    """Inject what the options name, and return a patch for each workload that is injected, with the report of all.

    Nothing is written. Raises InjectionError.
    """
    injector = options.injector(records=False, quiet=quiet, all_meant=bool(emission.overlay))
    streams, found = read_streams(options, namespaces=injector.reads_namespaces)
    limits = DEFAULT_LIMITS.times(options.times)
    selects = options.selects
    given = [
        _Given(document, item)
        for document, value in workload_documents(streams, limits, injector.kinds)
        for item in objects_in(value)
        if selects is None or selects(item)
    ]
    warnings: list[DocumentWarning] = []
    if emission.overlay:
        given, found, warnings = _as_built(given, injector, found, emission.overlay, limits)
    patches: list[WorkloadPatch] = []
    reports = []
    for each in given:
        injected = injector.inject_object(each.built, each.document.source, found)
        reports += [replace(report, document=each.document.index) for report in injected.report]
        if injected.report.injected:
            patches.append(workload_patch(each.object, each.under_own_name(injected.object), emission.patch_type))
    if emission.form == KUSTOMIZE and not emission.overlay:
        warnings = list(_renamings(emission.folder, patches))
    passed_over = (
        *(warning for stream in streams for warning in injector.passed_over_in(stream.documents)),
        *(warning for warning in warnings if warning.warning.code not in injector.ignored),
    )
    return patches, Report(tuple(reports), sources=tuple(stream.name for stream in streams), passed_over=passed_over)


@dataclass(frozen=True, slots=True)
class _Given:
    """An object that was read, its document, and the name that it has once it is built, if that is another."""

    document: Document
    object: Object
    name: BuiltName | None = None

    @property
    def built(self) -> Object:
        return self.object if self.name is None else self.name.given_to(self.object)

    def under_own_name(self, value: Object) -> Object:
        """Return the object after injection as patches see it."""
        return value if self.name is None else BuiltName.of(self.object).given_to(value)


def _as_built(
    given: list[_Given], injector: Injector, found: Mapping[str, NamespaceMetadata], overlay: str, limits: Limits
) -> tuple[list[_Given], dict[str, NamespaceMetadata], list[DocumentWarning]]:
    """Return the objects with the names that an overlay builds, without what it does not, which is warned of.

    The namespaces that it builds are found too.
    """
    places = [place for place, each in enumerate(given) if _is_named_workload(each.object, injector.kinds)]
    workloads = [given[place].object for place in places]
    text = _build(overlay, workloads, limits)
    names = dict(zip(places, built_names(workloads, _objects_of(text, overlay, limits), overlay), strict=True))
    if names and not any(names.values()):
        raise InjectionError(f"--for {overlay}: builds none of the workloads that were read")
    kept, warnings = [], []
    for place, each in enumerate(given):
        if place in names and names[place] is None:
            warning = InjectionWarning(Warned.NOT_BUILT, overlay)
            title = name_of(each.object)
            warnings.append(DocumentWarning(each.document.source, each.document.index, title, warning))
        else:
            kept.append(replace(each, name=names.get(place)))
    return kept, {**found, **injector.namespaces_of(text, overlay)}, warnings


def _is_named_workload(value: Object, kinds: WorkloadKinds) -> bool:
    row = kinds.find(value.get("apiVersion"), value.get("kind"))
    return row is not None and bool(row.places) and kinds.includes(row) and bool(BuiltName.of(value).name)


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


def _build(overlay: str, workloads: list[Object], limits: Limits) -> str:
    """Return what an overlay builds, with marks on what became of workloads. Raises KustomizeError."""
    from kubectl_inject.cluster.kustomize_build import KustomizeError, build_kustomization

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        way = relative_path(os.path.realpath(overlay), str(folder))
        if way is None:
            raise InjectionError(f"--for {overlay}: expected a folder on the drive of temporary files, {folder.drive}")
        for file, text in marking_files(way, workloads).items():
            (folder / file).write_text(text, encoding="utf-8")
        try:
            built = build_kustomization(str(folder), limits.input_bytes, flag="--for")
        except KustomizeError:
            # If it is the overlay that cannot be built, the message is about that.
            build_kustomization(overlay, limits.input_bytes, flag="--for")
            raise
    return decode(built, overlay)[0]


def _objects_of(text: str, source: str, limits: Limits) -> Iterator[Object]:
    for document in split(text, source):
        value = construct(compose(document, limits), document)
        if isinstance(value, dict):
            yield value


def _renamings(folder: Path, patches: list[WorkloadPatch]) -> Iterable[DocumentWarning]:
    """Yield a warning where a kustomization above gives the workloads of patches other names."""
    namespaces = {patch.namespace for patch in patches}
    for renaming in renamings_above(folder) if patches else ():
        if renaming.changes(namespaces):
            file = Path(relative_path(str(renaming.file)) or renaming.file)
            cure = f"take the names that it builds: --for {file.parent}"
            yield DocumentWarning(str(file), 1, "", InjectionWarning(Warned.RENAMED, str(renaming), cure))
            return
