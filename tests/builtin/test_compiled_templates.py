"""The built-in templates as Python: what they compile to, and used where they are unchanged."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kubectl_inject.builtin import TEMPLATES, builtin_config
from kubectl_inject.builtin.compiled_templates import BuiltinTemplates, compiled_template
from kubectl_inject.gotemplate.template import Template
from kubectl_inject.injection.rendering.template_data import CONFIGURED_FIELDS
from kubectl_inject.injection.rendering.template_functions import injection_functions
from kubectl_inject.istio.releases import NEWEST_KNOWN, rules_of
from kubectl_inject.settings.template_cache import TemplateCache
from tools.write_compiled import modules

if TYPE_CHECKING:
    from pathlib import Path

SOURCES = builtin_config().templates


def test_the_modules_are_what_the_templates_compile_to() -> None:
    # make templates writes them
    assert {file: file.read_text() for file in modules()} == modules()


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_code_is_that_of_the_compiler(name: str) -> None:
    found = compiled_template(SOURCES[name], name)
    functions = injection_functions({}, rules_of(NEWEST_KNOWN))
    expected = Template(SOURCES[name], name, functions, constant_fields=CONFIGURED_FIELDS)
    assert found is not None
    assert found.sites == expected.compiled.sites
    assert sorted(found.code, key=lambda code: code.co_name) == sorted(
        expected.compiled.code, key=lambda code: code.co_name
    )
    assert [code.co_filename for code in found.code] == [code.co_filename for code in expected.compiled.code]


def test_another_template_of_that_name_is_looked_for_elsewhere(tmp_path: Path) -> None:
    assert BuiltinTemplates().get("spec:", "sidecar") is None
    store = BuiltinTemplates(TemplateCache(str(tmp_path / "cache"), str(tmp_path / "state" / "key")))
    assert store.get("spec:", "sidecar") is None
    store.put(Template("spec:", "sidecar").compiled)
    assert store.get("spec:", "sidecar") == Template("spec:", "sidecar").compiled
