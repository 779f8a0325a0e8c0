"""``Injector`` of the Python API: what the commands do, on texts and on objects."""

from __future__ import annotations

from typing import overload

from kubectl_inject.api.arguments import check_choice, check_labels, check_texts, check_type
from kubectl_inject.api.injection_config import InjectionConfig
from kubectl_inject.gotemplate.limits import DEFAULT as TEMPLATE_LIMITS
from kubectl_inject.injection.injector import Injector as _ByConfig
from kubectl_inject.injection.pod_injector import TemplateInjector
from kubectl_inject.injection.selection.namespaces import Namespaces, namespaces_in
from kubectl_inject.manifests.parsing.limits import DEFAULT_LIMITS
from kubectl_inject.manifests.stream import split
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from kubectl_inject.injection.injected import InjectedObject, InjectedText
    from kubectl_inject.injection.removal.uninjection import Uninjection
    from kubectl_inject.injection.reports.checking import CheckedWorkload
    from kubectl_inject.injection.reports.explanation import Explanation

    Object = dict[str, Any]


_TEXT, _OBJECT = "<text>", "<object>"


@dataclass(frozen=True, slots=True)
class UninjectedText:
    """A stream of manifests without their injections, and a report of each workload."""

    text: str
    workloads: tuple[Uninjection, ...]


@dataclass(frozen=True, slots=True)
class UninjectedObject:
    """An object without its injection, the very object that was given where it had none, and reports of workloads."""

    object: Object
    workloads: tuple[Uninjection, ...]


class Injector:
    """Injects workloads by one configuration, any number of them; threads may share it.

    Its methods take manifests as text (YAML or JSON, any number of documents) or as one parsed object (a dict: a
    workload, a List, or anything else, which passes through). An object that is given is not changed. ``source`` is
    what messages and reports call the manifests. What goes wrong raises InjectionError, an argument of a wrong type
    TypeError.
    """

    __slots__ = ("_injector", "_limits")

    def __init__(
        self,
        config: InjectionConfig,
        *,
        namespace: str = "",
        namespaces: Sequence[Object] = (),
        namespace_labels: dict[str, str] | None = None,
        hooks: str = "",
        restore: bool = True,
        raise_limits: int = 1,
    ) -> None:
        """Use a configuration.

        ``namespace`` is that of objects which name none. ``namespaces`` are Namespace objects, beside those among the
        manifests; ``namespace_labels`` are the labels of all others, where these are known. Their labels matter for
        automatic injection. ``hooks`` is for Helm's hooks: ``inject`` or ``skip`` all; empty skips those that would
        never end. ``restore``: note on a workload what ``uninject`` needs and the Pod does not tell.
        ``raise_limits``: how many times as large as by default manifests and the work of templates may be.
        """
        check_type("config", config, InjectionConfig, "an InjectionConfig")
        check_texts(namespace=namespace)
        check_choice("hooks", hooks, ("", "inject", "skip"))
        check_type("restore", restore, bool, "True or False")
        check_type("raise_limits", raise_limits, int, "a whole number")
        if raise_limits < 1:
            raise ValueError(f"raise_limits: expected a whole number from 1 on, found {raise_limits}")
        if namespace_labels is not None:
            check_labels("namespace_labels", namespace_labels)
        check_type("namespaces", namespaces, (list, tuple), "a list of Namespace objects")
        for value in namespaces:
            check_type("namespaces", value, dict, "Namespace objects, each a dict")
        own = config._resolved.config  # noqa: SLF001  # it is this room's own
        self._limits = DEFAULT_LIMITS.times(raise_limits)
        self._injector = _ByConfig(
            own,
            namespace=namespace,
            namespaces=Namespaces(namespaces_in(namespaces), namespace_labels),
            records=restore,
            limits=self._limits,
            pods=TemplateInjector(own, limits=TEMPLATE_LIMITS.times(raise_limits)),
            hooks=hooks,
        )

    @overload
    def inject(self, manifests: str, *, source: str = ...) -> InjectedText: ...
    @overload
    def inject(self, manifests: Object, *, source: str = ...) -> InjectedObject: ...

    def inject(self, manifests: str | Object, *, source: str = "") -> InjectedText | InjectedObject:
        """Put the sidecar in, as the cluster's injector would. What injection does not change stays as it is."""
        _check(manifests, source)
        if isinstance(manifests, str):
            return self._injector.inject_text(manifests, source or _TEXT)
        return self._injector.inject_object(manifests, source or _OBJECT)

    @overload
    def uninject(self, manifests: str, *, source: str = ...) -> UninjectedText: ...
    @overload
    def uninject(self, manifests: Object, *, source: str = ...) -> UninjectedObject: ...

    def uninject(self, manifests: str | Object, *, source: str = "") -> UninjectedText | UninjectedObject:
        """Take the sidecar out again. What this project injected comes back to the byte."""
        from kubectl_inject.injection.removal.uninjection import uninject_document, uninject_object

        _check(manifests, source)
        kinds = self._injector.kinds
        if not isinstance(manifests, str):
            return UninjectedObject(*uninject_object(manifests, source or _OBJECT, kinds))
        documents = [
            uninject_document(document, self._limits, kinds=kinds) for document in split(manifests, source or _TEXT)
        ]
        reports = tuple(report for document in documents for report in document.reports)
        return UninjectedText("".join(document.text for document in documents), reports)

    def check(self, manifests: str | Object, *, source: str = "") -> list[CheckedWorkload]:
        """Return for each workload whether it is injected just as it should be, and what is wrong where it is not."""
        _check(manifests, source)
        if not isinstance(manifests, str):
            return self._injector.check_object(manifests, source or _OBJECT)
        name = source or _TEXT
        return self._injector.check_documents(split(manifests, name), self._injector.namespaces_of(manifests, name))

    def explain(self, manifests: str | Object, *, source: str = "") -> list[Explanation]:
        """Return for each workload why it is injected or not, and what injection changes."""
        _check(manifests, source)
        if not isinstance(manifests, str):
            return self._injector.explain_object(manifests, source or _OBJECT)
        name = source or _TEXT
        return self._injector.explain_documents(split(manifests, name), self._injector.namespaces_of(manifests, name))

    def diff(self, manifests: str | Object, *, source: str = "") -> str:
        """Return a unified diff of what injection would change, of objects in YAML; empty where it changes nothing."""
        from kubectl_inject.manifests.output.unified_diff import text_edits, unified_diff_lines

        _check(manifests, source)
        name = source or (_TEXT if isinstance(manifests, str) else _OBJECT)
        if isinstance(manifests, str):
            before, after = manifests, self._injector.inject_text(manifests, name).text
        else:
            from kubectl_inject.manifests.output.writing import write_yaml

            injected = self._injector.inject_object(manifests, name).object
            before, after = write_yaml(manifests), write_yaml(injected)
        return "".join(unified_diff_lines(before, text_edits(before, after), name))


def _check(manifests: object, source: object) -> None:
    """Raise TypeError for what is no manifests, or no name of them."""
    if isinstance(manifests, bytes | bytearray):
        raise TypeError("manifests: expected text or one object as a dict, found bytes: decode them first")
    if isinstance(manifests, list | tuple):
        raise TypeError("manifests: expected text or one object as a dict, found a list: give its objects one by one")
    check_type("manifests", manifests, (str, dict), "text or one object as a dict")
    check_texts(source=source)
