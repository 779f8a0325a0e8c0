"""An application as Argo CD's plugin server hands it over: a folder of a repository, and environment variables.

The variables are those of Argo CD's "build environment", and of its plugins' parameters.
"""

from __future__ import annotations

from pathlib import Path

from kubectl_inject.argocd.parameters import Parameters, read_parameters
from kubectl_inject.manifests.input.repository import repository_of
from kubectl_inject.settings.resolved import SettingsLayer
from kubectl_inject.settings.settings_file import find_settings_file
from kubectl_inject.startup.frozen import dataclass, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

_APPLICATION = "application"


@dataclass(frozen=True, slots=True)
class Application:
    """What to render: ``folder`` lies below ``root``, which nothing in it may lead out of."""

    folder: str
    root: str
    name: str = ""
    namespace: str = ""
    kube_version: str = ""
    api_versions: tuple[str, ...] = ()
    parameters: Parameters = Parameters()

    @property
    def settings_file(self) -> str | None:
        """The settings file in the folder, or else in the nearest one above it within the root."""
        return find_settings_file(self.folder, self.root)

    @property
    def layer(self) -> SettingsLayer:
        """The settings that the Application gives: its parameters, and its namespace."""
        return SettingsLayer(_APPLICATION, replace(self.parameters.settings, namespace=self.namespace))


def source_root(folder: str, environment: Mapping[str, str]) -> str:
    """Return the root of what the application's folder is part of.

    It is the repository's, if Argo CD hands over that as it is. Without its ``.git`` (an OCI artifact, or where
    ``--plugin-tar-exclude`` leaves it out), it is as far above the folder as ``ARGOCD_APP_SOURCE_PATH`` is long.
    """
    root = repository_of(folder)
    if root is not None:
        return root
    place, steps = Path(folder).resolve(), Path(environment.get("ARGOCD_APP_SOURCE_PATH", "")).parts
    is_below = bool(steps) and place.parts[-len(steps) :] == steps
    return str(place.parents[len(steps) - 1] if is_below else place)


def read_application(folder: str, environment: Mapping[str, str]) -> Application:
    """Read the application in a folder from the variables that describe it. Raises InjectionError."""
    api_versions = environment.get("KUBE_API_VERSIONS", "").split(",")
    return Application(
        folder,
        source_root(folder, environment),
        name=environment.get("ARGOCD_APP_NAME", ""),
        namespace=environment.get("ARGOCD_APP_NAMESPACE", ""),
        kube_version=environment.get("KUBE_VERSION", ""),
        api_versions=tuple(filter(None, map(str.strip, api_versions))),
        parameters=read_parameters(environment.get("ARGOCD_APP_PARAMETERS") or "[]"),
    )
