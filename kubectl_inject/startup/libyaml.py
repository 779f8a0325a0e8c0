"""libyaml's parser without the rest of PyYAML, for programs that start for one document.

PyYAML's extension module imports the whole package, for the classes that it makes. Most of that is a second parser in
Python, whose patterns and imports take longer than Python itself takes to start, and which is never called here.
"""

from __future__ import annotations

import sys
from types import ModuleType, SimpleNamespace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_WITH_ONE_ERROR = ("reader", "scanner", "parser", "composer", "constructor", "emitter", "serializer", "representer")
"""The modules of PyYAML of which the extension uses nothing but the class of their errors, named as they are."""


def load_libyaml_alone() -> None:
    """Import ``yaml._yaml`` and the nodes, events, tokens and errors that it makes, in a ``yaml`` with nothing else.

    It is for the start of a program, and changes nothing where PyYAML is imported already, nor where it is not found.
    Other modules import from ``yaml._yaml``, ``yaml.nodes``, ``yaml.events`` and ``yaml.error`` as ever. Where the
    extension uses anything else of PyYAML, as a later release may, the whole of it is imported instead.
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
    try:
        _import_extension(package)
    except (AttributeError, ImportError):
        for name in [name for name in sys.modules if name == "yaml" or name.startswith("yaml.")]:
            del sys.modules[name]


def _import_extension(package: ModuleType) -> None:
    import yaml.error
    import yaml.events
    import yaml.nodes
    import yaml.tokens

    for module in _WITH_ONE_ERROR:
        name = f"{module.capitalize()}Error"
        setattr(package, module, SimpleNamespace(**{name: type(name, (yaml.error.MarkedYAMLError,), {})}))
    package.reader.ReaderError = _reader_error(yaml.error.YAMLError)
    import yaml._yaml


def _reader_error(base: type[Exception]) -> type[Exception]:
    class ReaderError(base):  # type: ignore[misc, valid-type]
        """What is wrong with a character, with the fields that the extension gives it."""

        def __init__(self, name: Any, position: int, character: Any, encoding: str, reason: str) -> None:
            self.name = name
            self.position = position
            self.character = character
            self.encoding = encoding
            self.reason = reason

    return ReaderError
