"""libyaml's parser without the rest of PyYAML, for programs that start for one document.

PyYAML's extension module imports the whole package, for the classes that it makes. Most of that is a second parser in
Python, whose patterns and imports take longer than Python itself takes to start, and which is never called here.
"""

from __future__ import annotations

import sys
from types import ModuleType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_OTHERS = ("reader", "scanner", "parser", "composer", "constructor", "emitter", "serializer", "representer", "tokens")
"""The modules of PyYAML that the extension asks for nothing but the class of their errors, or of tokens never made."""


def load_libyaml_alone() -> None:
    """Import ``yaml._yaml`` and the nodes, events and errors that it makes, in a ``yaml`` that has nothing else.

    It is for the start of a program, and changes nothing where PyYAML is imported already, nor where it is not found.
    Other modules import from ``yaml._yaml``, ``yaml.nodes``, ``yaml.events`` and ``yaml.error`` as ever.
    """
    if "yaml" in sys.modules:
        return
    spec = next((spec for finder in sys.meta_path if (spec := finder.find_spec("yaml", None))), None)
    if spec is None:
        return
    package = ModuleType("yaml")
    package.__spec__ = spec
    package.__path__ = spec.submodule_search_locations or []
    sys.modules["yaml"] = package
    import yaml.error
    import yaml.events
    import yaml.nodes

    others = {"reader": _reader_error(yaml.error.YAMLError), "tokens": object}
    for name in _OTHERS:
        setattr(package, name, _Classes(others.get(name, yaml.error.MarkedYAMLError)))
    import yaml._yaml


class _Classes:
    """Stands for a module, and has the class that is asked of it, whatever its name."""

    def __init__(self, base: type) -> None:
        self._base = base

    def __getattr__(self, name: str) -> type:
        return type(name, (self._base,), {})


def _reader_error(base: type[Exception]) -> type[Exception]:
    class ReaderError(base):  # type: ignore[misc, valid-type]
        """What is wrong with a character, in the form in which the extension says it."""

        def __init__(self, name: Any, position: int, character: Any, encoding: str, reason: str) -> None:
            self.name = name
            self.position = position
            self.character = character
            self.encoding = encoding
            self.reason = reason

    return ReaderError
