"""JSON as Go's encoding/json reads and writes it."""

from __future__ import annotations

from kubectl_inject.gotemplate.functions import Function, ParameterType
from kubectl_inject.gotemplate.sprig.tables import imported_when_called

ANY, STRING = ParameterType.ANY, ParameterType.STRING

_PARAMS = {
    "fromJson": STRING,
    "mustFromJson": STRING,
    "toJson": ANY,
    "mustToJson": ANY,
    "toPrettyJson": ANY,
    "mustToPrettyJson": ANY,
    "toRawJson": ANY,
    "mustToRawJson": ANY,
}


def _python_name(name: str) -> str:
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name)


FUNCTIONS = tuple(
    Function(
        name,
        imported_when_called("json.decoding" if parameter is STRING else "json.encoding", _python_name(name)),
        (parameter,),
    )
    for name, parameter in _PARAMS.items()
)
