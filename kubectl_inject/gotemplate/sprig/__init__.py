"""sprig's functions for templates (github.com/Masterminds/sprig v3.3), as far as they are pure.

The same template and the same data give the same result on every machine: local time is UTC, maps are walked in
the order of their keys, and what reads a clock, an environment or a source of chance is refused.
"""

from __future__ import annotations

from types import MappingProxyType

from kubectl_inject.gotemplate.sprig import (
    conversion,
    defaults,
    deferred,
    dicts,
    encoding,
    hashes,
    json,
    lists,
    numbers,
    paths,
    reflection,
    strings,
    text,
)
from kubectl_inject.gotemplate.sprig.refused import REFUSED as _REFUSED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from kubectl_inject.gotemplate.functions import Function

_MODULES = (
    conversion,
    defaults,
    deferred,
    dicts,
    encoding,
    hashes,
    json,
    lists,
    numbers,
    paths,
    reflection,
    strings,
    text,
)

# Every function offered, by the name that templates call it by.
FUNCTIONS: Mapping[str, Function] = MappingProxyType(
    {function.name: function for module in _MODULES for function in module.FUNCTIONS}
)

# The names of sprig's other functions, and why each is not offered.
REFUSED: Mapping[str, str] = MappingProxyType(_REFUSED)
