"""``InjectionConfig`` of the Python API: the configurations that the command line can name, by the same nouns."""

from __future__ import annotations

import os

from kubectl_inject.api.arguments import check_choice, check_labels, check_texts, check_type
from kubectl_inject.settings.injection_settings import InjectionSettings
from kubectl_inject.settings.resolved import Resolved, SettingsLayer, resolve

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any, Self

    from kubectl_inject.istio.releases import Release
    from kubectl_inject.settings.resolved import ClusterAccess

MANUAL, AUTO = "manual", "auto"
_SOURCE = "arguments"


class InjectionConfig:
    """Everything that decides what injection does: templates, values, mesh config, and facts of the installation.

    ``builtin``, ``load``, ``from_cluster`` and ``from_texts`` make one. It never changes, and may be shared.

    They take the same facts, each empty or None where the configuration itself decides: ``revision``, of the control
    plane, or a tag; ``native_sidecars``, whether the proxy is a native sidecar; ``platform``, such as ``openshift``;
    ``compliance_policy``, such as ``fips-140-3``; ``revision_tags``, the revision that each tag stands for;
    ``injection``, which is ``manual`` (all workloads that do not refuse) or ``auto`` (as the control plane's webhooks
    select); ``workload_kinds``, such as ``builtin`` or ``Deployment,Rollout``, to narrow the kinds that are injected;
    ``own_workload_kinds``, kinds of your own with the path of a Pod template, such as
    ``Game.example.com=spec.game.template``. What cannot be used raises InjectionError, an argument of a wrong type
    TypeError.
    """

    __slots__ = ("_resolved",)
    _resolved: Resolved

    def __init__(self) -> None:
        """Raise TypeError: the class methods make configurations."""
        raise TypeError("use InjectionConfig.builtin(), .load(), .from_cluster() or .from_texts()")

    @classmethod
    def builtin(
        cls,
        version: str = "",
        *,
        values: dict[str, Any] | None = None,
        mesh_config: dict[str, Any] | None = None,
        profile: str = "",
        revision: str = "",
        native_sidecars: bool | None = None,
        platform: str = "",
        compliance_policy: str = "",
        revision_tags: dict[str, str] | None = None,
        injection: str = MANUAL,
        workload_kinds: str = "",
        own_workload_kinds: Sequence[str] = (),
    ) -> Self:
        """Return the configuration of a default installation of an Istio release, such as ``1.31`` or ``1.30.3``.

        Without a version it is the newest one. ``values`` are Helm values of Istio's chart istiod, or an
        IstioOperator; ``mesh_config`` is laid over the mesh config that the chart makes; ``profile`` is one of
        Istio's, such as ``openshift``.
        """
        check_texts(version=version, profile=profile)
        for name, given in (("values", values), ("mesh_config", mesh_config)):
            check_type(name, given, (dict, type(None)), "a dict")
        return cls._of(
            _settings(
                revision,
                native_sidecars,
                platform,
                compliance_policy,
                revision_tags,
                injection,
                workload_kinds,
                own_workload_kinds,
                istio_version=version,
                profile=profile,
                values=(values,) if values else (),
                mesh_config=mesh_config or "",
            )
        )

    @classmethod
    def load(
        cls,
        *paths: str | os.PathLike[str],
        istio_version: str = "",
        revision: str = "",
        native_sidecars: bool | None = None,
        platform: str = "",
        compliance_policy: str = "",
        revision_tags: dict[str, str] | None = None,
        injection: str = MANUAL,
        workload_kinds: str = "",
        own_workload_kinds: Sequence[str] = (),
    ) -> Self:
        """Return the configuration in a file or folder, as ``--config`` reads it.

        It is what ``config capture`` or ``config freeze`` wrote, or ConfigMaps saved from a cluster. The rules are
        those of the release that it names, or of ``istio_version``.
        """
        if not paths:
            raise TypeError("paths: expected a file or a folder, at least one")
        for path in paths:
            check_type("paths", path, (str, os.PathLike), "names of files or folders")
        check_texts(istio_version=istio_version)
        return cls._of(
            _settings(
                revision,
                native_sidecars,
                platform,
                compliance_policy,
                revision_tags,
                injection,
                workload_kinds,
                own_workload_kinds,
                istio_version=istio_version,
                config=tuple(os.fspath(path) for path in paths),
            )
        )

    @classmethod
    def from_cluster(
        cls,
        *,
        context: str = "",
        kubeconfig: str | os.PathLike[str] = "",
        istio_namespace: str = "istio-system",
        revision: str = "",
        native_sidecars: bool | None = None,
        platform: str = "",
        compliance_policy: str = "",
        revision_tags: dict[str, str] | None = None,
        injection: str = MANUAL,
        workload_kinds: str = "",
        own_workload_kinds: Sequence[str] = (),
    ) -> Self:
        """Read the configuration of a control plane from its cluster, by the kubectl that is on the PATH."""
        from kubectl_inject.cluster.control_plane import ControlPlaneNames
        from kubectl_inject.cluster.kubectl import Kubectl
        from kubectl_inject.settings.resolved import ClusterAccess

        check_texts(context=context, istio_namespace=istio_namespace)
        check_type("kubeconfig", kubeconfig, (str, os.PathLike), "the name of a file")
        settings = _settings(
            revision,
            native_sidecars,
            platform,
            compliance_policy,
            revision_tags,
            injection,
            workload_kinds,
            own_workload_kinds,
            from_cluster=True,
        )
        names = ControlPlaneNames(namespace=istio_namespace, revision=revision)
        return cls._of(settings, ClusterAccess(Kubectl(context=context, kubeconfig=os.fspath(kubeconfig)), names))

    @classmethod
    def from_texts(
        cls,
        inject_config: str,
        values: str,
        mesh_config: str,
        *,
        istio_version: str = "",
        revision: str = "",
        native_sidecars: bool | None = None,
        platform: str = "",
        compliance_policy: str = "",
        revision_tags: dict[str, str] | None = None,
        injection: str = MANUAL,
        workload_kinds: str = "",
        own_workload_kinds: Sequence[str] = (),
    ) -> Self:
        """Return the configuration that the three texts of a control plane make, YAML or JSON.

        ``inject_config`` and ``values`` are the keys ``config`` and ``values`` of the ConfigMap
        istio-sidecar-injector, ``mesh_config`` is the key ``mesh`` of the ConfigMap istio.
        """
        from kubectl_inject.config.captured import captured_parts
        from kubectl_inject.config.injection_config import read_mapping

        texts = {"inject_config": inject_config, "values": values, "mesh_config": mesh_config}
        check_texts(**texts, istio_version=istio_version)
        inject, chart_values, mesh = (read_mapping(text, name) for name, text in texts.items())
        document = captured_parts(inject, chart_values, mesh).document()
        return cls._of(
            _settings(
                revision,
                native_sidecars,
                platform,
                compliance_policy,
                revision_tags,
                injection,
                workload_kinds,
                own_workload_kinds,
                istio_version=istio_version,
                config=(document,),
            )
        )

    @property
    def release(self) -> Release:
        """The release of Istio whose rules hold."""
        return self._resolved.config.release

    @property
    def revision(self) -> str:
        """The revision of the control plane; empty for the default one."""
        return self._resolved.config.installation.revision

    @property
    def source(self) -> str:
        """Where the configuration is from, in a few words."""
        return self._resolved.source

    def __repr__(self) -> str:
        """Return where it is from, and its release."""
        return f"<InjectionConfig {self.source!r}, rules of Istio {self.release}>"

    def __eq__(self, other: object) -> bool:
        """Return whether another configuration injects alike."""
        return isinstance(other, InjectionConfig) and self._resolved.config == other._resolved.config

    __hash__ = None  # type: ignore[assignment]  # its values are mappings

    @classmethod
    def _of(cls, settings: InjectionSettings, cluster: ClusterAccess | None = None) -> Self:
        made = object.__new__(cls)
        made._resolved = resolve([SettingsLayer(_SOURCE, settings)], cluster)
        return made


def _settings(
    revision: str,
    native_sidecars: bool | None,
    platform: str,
    compliance_policy: str,
    revision_tags: dict[str, str] | None,
    injection: str,
    workload_kinds: str,
    own_workload_kinds: Sequence[str],
    **others: Any,
) -> InjectionSettings:
    """Return settings of what all configurations can be given, and of others. Raises TypeError or ValueError."""
    check_texts(revision=revision, compliance_policy=compliance_policy, workload_kinds=workload_kinds)
    check_type("native_sidecars", native_sidecars, (bool, type(None)), "True, False or None")
    check_choice("platform", platform, ("", "openshift"))
    check_choice("injection", injection, (MANUAL, AUTO))
    check_labels("revision_tags", {} if revision_tags is None else revision_tags)
    check_type("own_workload_kinds", own_workload_kinds, (list, tuple), "a list of strings")
    for kind in own_workload_kinds:
        check_type("own_workload_kinds", kind, str, "strings")
    return InjectionSettings(
        revision=revision,
        native_sidecars=native_sidecars,
        platform=platform,
        compliance_policy=compliance_policy,
        revision_tags=revision_tags or {},
        injection=injection,
        workload_kinds=workload_kinds,
        own_workload_kinds=tuple(own_workload_kinds),
        **others,
    )
