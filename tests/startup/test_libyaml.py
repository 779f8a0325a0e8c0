"""libyaml without the rest of PyYAML: programs that start so read, and refuse, the same."""

from __future__ import annotations

import subprocess
import sys

import pytest

READING = """
import sys
from kubectl_inject.startup.libyaml import load_libyaml_alone
if sys.argv[1] == "alone":
    load_libyaml_alone()
from kubectl_inject.manifests.errors import ManifestError
from kubectl_inject.manifests.kubernetes_yaml import check_syntax, compose, construct, load
from kubectl_inject.manifests.stream import Document
for text in sys.argv[2:]:
    document = Document(text.encode().decode("unicode_escape"), "<input>")
    for read in (check_syntax, lambda document: construct(compose(document), document)):
        try:
            print(repr(read(document)))
        except ManifestError as error:
            print(error)
print("yaml.resolver" in sys.modules, file=sys.stderr)
"""
TEXTS = [
    "{a: [1, 'x', ~, 2026-01-02], b: |\\n  text\\n}",
    "a: &a {b: 1}\\nc: *a\\nd: {<<: *a, e: 2}\\n",
    "a: &a 1\\nb: &a 2\\nc: *a\\n",
    "a: *unknown",
    "a: [1",
    "a: b: c",
    "a: @b",
    "\\ta: 1",
    "a: \\ud800",
    "a: \\u0001",
    "!!int x",
    "!!binary \\u00e9",
    "{}\\n---\\n{}",
]


@pytest.fixture(scope="module")
def readings() -> dict[str, subprocess.CompletedProcess[str]]:
    return {
        how: subprocess.run(
            [sys.executable, "-c", READING, how, *TEXTS], capture_output=True, text=True, encoding="utf-8", check=True
        )
        for how in ("alone", "whole")
    }


def test_what_is_read_and_said_is_the_same(readings: dict[str, subprocess.CompletedProcess[str]]) -> None:
    lines = readings["whole"].stdout.splitlines()
    assert len(lines) == 2 * len(TEXTS)
    assert readings["alone"].stdout.splitlines() == lines
    assert sum(line.startswith("<input>") for line in lines) > len(TEXTS) / 2


def test_the_rest_of_pyyaml_is_not_imported(readings: dict[str, subprocess.CompletedProcess[str]]) -> None:
    assert [readings[how].stderr.strip() for how in ("alone", "whole")] == ["False", "True"]


def test_pyyaml_stays_whole_where_it_is_imported_already() -> None:
    program = (
        "import yaml\nfrom kubectl_inject.startup.libyaml import load_libyaml_alone\n"
        "load_libyaml_alone()\nprint(yaml.safe_load('a: 1'))"
    )
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ended.stdout == "{'a': 1}\n"
