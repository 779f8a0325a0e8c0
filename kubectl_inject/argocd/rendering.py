"""What an application's folder renders to: a kustomization, a Helm chart, or manifests as they are."""

from __future__ import annotations

import os
from enum import Enum
from pathlib import Path

from kubectl_inject.argocd.parameters import NAME as PARAMETERS
from kubectl_inject.argocd.parameters import VALUE_FILES
from kubectl_inject.errors import InjectionError
from kubectl_inject.manifests.input.repository import is_within
from kubectl_inject.manifests.input.sources import Source, read_sources
from kubectl_inject.manifests.parsing.limits import DEFAULT_LIMITS
from kubectl_inject.settings.settings_file import NAME as SETTINGS_FILE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from kubectl_inject.argocd.application import Application
    from kubectl_inject.settings.injection_settings import InjectionSettings

_KUSTOMIZATIONS = ("kustomization.yaml", "kustomization.yml", "Kustomization")
_CHART = "Chart.yaml"
_MISSING_DEPENDENCIES = "missing in charts/ directory"
"""In what Helm prints (``action.CheckDependencies``) where a chart's dependencies are declared and not there."""
_SKIPPED = b"+argocd:skip-file-rendering"
"""A comment that has Argo CD pass over a file of a plain folder."""


class RenderingError(InjectionError):
    """An application cannot be rendered."""


class SourceKind(Enum):
    """What a folder is, in the words for people."""

    KUSTOMIZATION = "kustomization"
    CHART = "Helm chart"
    FOLDER = "folder of manifests"


def kind_of(folder: str) -> SourceKind:
    """Return what a folder is. As in Argo CD, it is a kustomization where it could be a chart too."""
    if any(Path(folder, name).is_file() for name in _KUSTOMIZATIONS):
        return SourceKind.KUSTOMIZATION
    return SourceKind.CHART if Path(folder, _CHART).is_file() else SourceKind.FOLDER


def render(application: Application, settings: InjectionSettings) -> list[Source]:
    """Return the manifests that an application's folder stands for. ``settings`` name files that are none.

    Raises InjectionError.
    """
    kind = kind_of(application.folder)
    if kind is not SourceKind.CHART and (given := application.parameters.chart.given):
        raise RenderingError(f"{PARAMETERS}: {', '.join(given)}: for a Helm chart, and this is a {kind.value}")
    match kind:
        case SourceKind.KUSTOMIZATION:
            built = _run(["kustomize", "build", "."], application.folder)
            return [Source("<kustomize build>", built)] if built.strip() else []
        case SourceKind.CHART:
            rendered = _helm_template(application)
            return [Source("<helm template>", rendered)] if rendered.strip() else []
        case SourceKind.FOLDER:
            return _manifests(application, settings)


def _helm_template(application: Application) -> bytes:
    from tempfile import NamedTemporaryFile

    from kubectl_inject.cluster.bounded_process import ProgramError

    chart = application.parameters.chart
    with NamedTemporaryFile(suffix=".yaml") as values:
        files = [f"--values={_as_list_of_one(_value_file(application, name))}" for name in chart.value_files]
        if chart.values_text:
            values.write(chart.values_text.encode())
            values.flush()
            files.append(f"--values={values.name}")
        command = [
            "helm",
            "template",
            "--include-crds",
            *([f"--namespace={application.namespace}"] if application.namespace else []),
            *([f"--kube-version={application.kube_version}"] if application.kube_version else []),
            *(f"--api-versions={version}" for version in application.api_versions),
            *files,
            *(f"--set={name}={_set_value(value)}" for name, value in (chart.values or {}).items()),
            "--",
            _release_name(application),
            ".",
        ]
        try:
            return _run(command, application.folder)
        except ProgramError as error:
            if _MISSING_DEPENDENCIES not in str(error):
                raise
        _run(["helm", "dependency", "build", "."], application.folder)
        return _run(command, application.folder)


def _release_name(application: Application) -> str:
    name = application.parameters.chart.release_name or application.name
    if not name:
        raise RenderingError("ARGOCD_APP_NAME is not set; a chart needs a name for its release")
    return name


def _set_value(value: str) -> str:
    """Return a value as ``helm template --set`` reads it as one, a list in braces apart, as Argo CD does."""
    if value.startswith("{") and value.endswith("}"):
        return value
    return value.replace("\\,", ",").replace(",", "\\,")


def _value_file(application: Application, name: str) -> str:
    """Return the path of a value file, which a ``/`` in front looks for from the root. Raises RenderingError."""
    path = f"{PARAMETERS}: {VALUE_FILES.name}: {name}"
    if "://" in name or "\0" in name or not name:
        raise RenderingError(f"{path}: expected a file of the repository")
    file = Path(application.root if name.startswith("/") else application.folder, name.lstrip("/"))
    if not is_within(str(file), application.root):
        raise RenderingError(f"{path}: leads out of the repository, and an Application may name files in it alone")
    if not file.is_file():
        raise RenderingError(f"{path}: no such file in the repository")
    return str(file.resolve())


def _as_list_of_one(text: str) -> str:
    """Return a text as one item of a list: Helm reads these as CSV, where a comma would begin another file's name."""
    return '"{}"'.format(text.replace('"', '""'))


def _manifests(application: Application, settings: InjectionSettings) -> list[Source]:
    """Return the manifests of a folder, without those of its sub-folders, and without what configures the injection."""
    from kubectl_inject.manifests.input.exclusion import Exclusion

    named = [*settings.config, *settings.files.values(), *settings.values, settings.mesh_config]
    ours = {os.path.realpath(name) for name in named if isinstance(name, str) and name}
    excluded = Exclusion(settings.exclude) if settings.exclude else None

    def leaves_out(path: str, root: str) -> bool:
        is_ours = Path(path).name == SETTINGS_FILE or os.path.realpath(path) in ours
        return is_ours or (excluded is not None and excluded.excludes(path, root))

    sources = read_sources([os.path.relpath(application.folder)], leaves_out=leaves_out)
    return [source for source in sources if _SKIPPED not in source.data]


def _run(command: Sequence[str], folder: str) -> bytes:
    """Return what a program prints in a folder. Raises InjectionError."""
    from kubectl_inject.cluster.bounded_process import MissingProgramError, output_of

    try:
        return output_of(command, DEFAULT_LIMITS.input_bytes, folder=folder)
    except MissingProgramError as error:
        raise RenderingError(f"{error}; the sidecar's image must have it") from None
