"""An application's manifests with sidecars, as Argo CD is to deploy them."""

from __future__ import annotations

import os

from kubectl_inject.argocd.rendering import SourceKind, kind_of, render
from kubectl_inject.injection.reports.report import Report, together
from kubectl_inject.manifests.output.output_format import one_stream
from kubectl_inject.manifests.stream import decode, split
from kubectl_inject.settings.injector import inject_streams
from kubectl_inject.settings.resolved import Resolved, SettingsLayer, merged, resolve
from kubectl_inject.settings.settings_file import read_settings_file
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from kubectl_inject.argocd.application import Application
    from kubectl_inject.settings.template_cache import TemplateCache


@dataclass(frozen=True, slots=True)
class Generated:
    """The manifests, the report of their workloads, and the settings file and configuration that were used."""

    manifests: bytes
    report: Report
    resolved: Resolved
    settings_file: str
    kind: SourceKind

    @property
    def lines(self) -> list[str]:
        """What people should know of it, for the log of the plugin server."""
        report, warnings = self.report, [*self.resolved.warnings, *map(str, self.report.passed_over)]
        if not len(report):
            warnings.append(f"no workloads in this {self.kind.value}: nothing has a sidecar")
        return [
            f"settings: {self.settings_file or 'none'}",
            f"configuration: {self.resolved.source}",
            *(f"warning: {warning}" for warning in warnings),
            *(line for workload in report for line in workload.lines),
        ]


def settings_layers(application: Application, environment: Sequence[SettingsLayer] = ()) -> list[SettingsLayer]:
    """Return the settings of an application's file, of the ``environment``, and its own, in rising order.

    Raises InjectionError.
    """
    files = [os.path.relpath(file)] if (file := application.settings_file) else []
    return [*(SettingsLayer(name, read_settings_file(name)) for name in files), *environment, application.layer]


def generate(
    application: Application, environment: Sequence[SettingsLayer] = (), *, cache: TemplateCache | None = None
) -> Generated:
    """Render an application and inject what comes of it; ``cache`` keeps compiled templates. Raises InjectionError.

    No record for uninjection is written: what an application was without sidecars lies in its repository.
    """
    layers = settings_layers(application, environment)
    resolved = resolve(layers)
    sources = render(application, merged(layers))
    documents = [list(split(decode(source.data, source.name)[0], source.name)) for source in sources]
    injected = inject_streams(documents, resolved, cache, records=False)
    manifests = b"".join(one_stream([[each.text.encode()] for each in injected], None))
    report = together((each.report for each in injected), tuple(source.name for source in sources))
    file = application.settings_file
    return Generated(manifests, report, resolved, os.path.relpath(file) if file else "", kind_of(application.folder))
