"""``kubectl inject argocd``: what Argo CD's plugin server runs in an application's folder."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from kubectl_inject.cli.output.progress import note

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kubectl_inject.settings.resolved import SettingsLayer

HELP = "Render and inject applications, as Argo CD's plugin."
DISCOVER_EXAMPLE = """
Example:

  kubectl inject argocd discover
"""
GENERATE_EXAMPLE = """
Example:

  kubectl inject argocd generate
"""
PARAMETERS_EXAMPLE = """
Example:

  kubectl inject argocd parameters
"""


def discover() -> None:
    """Print the kubectl-inject.yaml that holds for the current folder; nothing where none does.

    Argo CD uses the plugin for the folders of which something is printed.
    """
    from kubectl_inject.argocd.application import source_root
    from kubectl_inject.settings.settings_file import find_settings_file

    # Nothing else is read here: what goes wrong would have Argo CD deploy the application without the plugin.
    folder = str(Path.cwd())
    file = find_settings_file(folder, source_root(folder, os.environ))
    if file is not None:
        sys.stdout.write(f"{os.path.relpath(file)}\n")


def generate() -> None:
    """Render the current folder, and print its manifests with sidecars.

    The folder is a kustomization, a Helm chart, or one of manifests. ARGOCD_APP_NAME, ARGOCD_APP_NAMESPACE,
    KUBE_VERSION, KUBE_API_VERSIONS and ARGOCD_APP_PARAMETERS are Argo CD's.
    """
    from kubectl_inject.argocd import generation
    from kubectl_inject.argocd.application import read_application
    from kubectl_inject.settings.template_cache import user_cache

    folder = str(Path.cwd())
    application = read_application(folder, os.environ)
    generated = generation.generate(application, _environment(), cache=user_cache(os.environ, folder))
    note(*generated.lines)
    sys.stdout.buffer.write(generated.manifests)
    sys.stdout.buffer.flush()


def parameters() -> None:
    """Print the parameters that an application of the current folder takes, for Argo CD's user interface."""
    import json

    from kubectl_inject.argocd.application import read_application
    from kubectl_inject.argocd.generation import settings_layers
    from kubectl_inject.argocd.parameters import announcements
    from kubectl_inject.argocd.rendering import SourceKind, kind_of
    from kubectl_inject.settings.resolved import merged

    folder = str(Path.cwd())
    # What it takes is asked with the parameters that an Application has so far: they may be wrong, and are not read.
    application = read_application(folder, {**os.environ, "ARGOCD_APP_PARAMETERS": ""})
    settings = merged(settings_layers(application, _environment()))
    announced = announcements(settings, is_chart=kind_of(folder) is SourceKind.CHART)
    sys.stdout.write(json.dumps(announced, indent=2) + "\n")


def _environment() -> list[SettingsLayer]:
    from kubectl_inject.settings.environment import settings_from_environment, variables_in
    from kubectl_inject.settings.resolved import SettingsLayer

    variables = variables_in(os.environ)
    return [SettingsLayer(variables, settings_from_environment(os.environ))] if variables else []
