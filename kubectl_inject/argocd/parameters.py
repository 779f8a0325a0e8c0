"""The parameters of an Application: what Argo CD's user interface offers, and what ``plugin.parameters`` gives."""

from __future__ import annotations

import json
from enum import Enum

from kubectl_inject.config.spelling import suggestion
from kubectl_inject.errors import InjectionError
from kubectl_inject.kubernetes.schema.decoding import describe
from kubectl_inject.settings.injection_settings import FIELDS, InjectionSettings, settings_from_texts
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

NAME = "plugin.parameters"
"""What messages call them, after the field of an Application's source."""


class ParameterError(InjectionError):
    """An Application's parameters cannot be used."""


class Collection(Enum):
    """What a parameter's value is. The values are Argo CD's field names, and what it calls ``collectionType``."""

    STRING = "string"
    ARRAY = "array"
    MAP = "map"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter: its title and help for people, and what its value may be, first what is announced."""

    name: str
    title: str
    help: str
    collections: tuple[Collection, ...] = (Collection.STRING,)
    setting: str = ""
    """The setting of an injection that it is, by its name in InjectionSettings; the rest is for Helm charts."""


VALUES = Parameter(
    "values", "Helm values", "Values by their paths; or all as text.", (Collection.MAP, Collection.STRING)
)
VALUE_FILES = Parameter(
    "valueFiles", "Helm value files", "Files of the repository, the last one wins.", (Collection.ARRAY,)
)
RELEASE_NAME = Parameter("releaseName", "Helm release name", "Default: the application's name.")
PARAMETERS = (
    VALUES,
    VALUE_FILES,
    RELEASE_NAME,
    Parameter("istioVersion", "Istio version", "Such as 1.31 or 1.30.3.", setting="istio_version"),
    Parameter("revision", "Istio revision", "Of the control plane, or a tag.", setting="revision"),
    Parameter(
        "injection", "Injection", "manual: all that do not refuse; auto: as webhooks select.", setting="injection"
    ),
)
_BY_NAME = {parameter.name: parameter for parameter in PARAMETERS}


@dataclass(frozen=True, slots=True)
class ChartParameters:
    """How a chart is rendered: files of values, values as text over them, single values over both."""

    release_name: str = ""
    value_files: tuple[str, ...] = ()
    values_text: str = ""
    values: Mapping[str, str] | None = None

    @property
    def given(self) -> tuple[str, ...]:
        """The names of the parameters that are given."""
        each = {
            VALUES.name: self.values_text or self.values,
            VALUE_FILES.name: self.value_files,
            RELEASE_NAME.name: self.release_name,
        }
        return tuple(name for name, value in each.items() if value)


@dataclass(frozen=True, slots=True)
class Parameters:
    """All parameters of an Application."""

    chart: ChartParameters = ChartParameters()
    settings: InjectionSettings = InjectionSettings()


def read_parameters(text: str) -> Parameters:
    """Read parameters in the form of Argo CD's variable ``ARGOCD_APP_PARAMETERS``. Raises InjectionError."""
    try:
        given = json.loads(text)
    except ValueError as error:
        raise ParameterError(f"{NAME}: expected JSON: {error}") from None
    if not isinstance(given, list):
        raise ParameterError(f"{NAME}: expected a list, found {describe(given)}")
    values: dict[Parameter, dict[Collection, Any]] = {}
    for number, entry in enumerate(given):
        parameter = _parameter_of(entry, f"{NAME}[{number}]")
        values.setdefault(parameter, {}).update(_values_of(parameter, entry))
    texts = {parameter.setting: value[Collection.STRING] for parameter, value in values.items() if parameter.setting}
    spelled = {
        setting.name: f"{NAME}: {parameter.name}"
        for parameter in values
        for setting in FIELDS
        if setting.name == parameter.setting
    }
    return Parameters(
        ChartParameters(
            release_name=values.get(RELEASE_NAME, {}).get(Collection.STRING, ""),
            value_files=tuple(values.get(VALUE_FILES, {}).get(Collection.ARRAY, ())),
            values_text=values.get(VALUES, {}).get(Collection.STRING, ""),
            values=values.get(VALUES, {}).get(Collection.MAP),
        ),
        settings_from_texts(texts, lambda setting: spelled[setting.name]),
    )


def announcements(settings: InjectionSettings, *, is_chart: bool) -> list[dict[str, Any]]:
    """Return the parameters that an application takes, in the form that Argo CD reads of a plugin.

    Those of the injection have the values of the settings that hold without them.
    """
    return [
        {
            "name": parameter.name,
            "title": parameter.title,
            "tooltip": parameter.help,
            "collectionType": parameter.collections[0].value,
            **({"string": getattr(settings, parameter.setting)} if parameter.setting else {}),
        }
        for parameter in PARAMETERS
        if is_chart or parameter.setting
    ]


def _parameter_of(entry: Any, path: str) -> Parameter:
    name = entry.get("name") if isinstance(entry, dict) else None
    if not isinstance(name, str):
        raise ParameterError(f"{path}: expected a parameter with a name, found {describe(entry)}")
    if name not in _BY_NAME:
        raise ParameterError(f"{path}: unknown parameter {name!r}; {suggestion(name, _BY_NAME)}")
    return _BY_NAME[name]


def _values_of(parameter: Parameter, entry: Mapping[str, Any]) -> dict[Collection, Any]:
    """Return the values that an entry has, by what they are. Raises ParameterError."""
    found = {each: entry[each.value] for each in Collection if entry.get(each.value) is not None}
    path = f"{NAME}: {parameter.name}"
    wanted = " or ".join(each.value for each in parameter.collections)
    if not found or not all(each in parameter.collections for each in found):
        given = ", ".join(each.value for each in found) or "none"
        raise ParameterError(f"{path}: expected its value as {wanted}, found {given}")
    for each, value in found.items():
        if not _fits(each, value):
            raise ParameterError(f"{path}: {each.value}: expected text throughout, found {describe(value)}")
    return found


def _fits(collection: Collection, value: Any) -> bool:
    match collection:
        case Collection.STRING:
            return isinstance(value, str)
        case Collection.ARRAY:
            return isinstance(value, list) and all(isinstance(item, str) for item in value)
        case Collection.MAP:
            return isinstance(value, dict) and all(isinstance(item, str) for item in value.values())
