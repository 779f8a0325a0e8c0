"""libyaml without the rest of PyYAML: programs that start so read, and refuse, the same."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tools.real_programs import REQUIRED

READING = """
import sys
from kubectl_inject.startup.libyaml import load_libyaml_alone
if sys.argv[1] == "alone":
    load_libyaml_alone()
from kubectl_inject.manifests.errors import ManifestError
from kubectl_inject.manifests.parsing.kubernetes_yaml import check_syntax, compose, construct, load
from kubectl_inject.manifests.stream import Document
for text in sys.argv[2:]:
    document = Document(text.encode().decode("unicode_escape"), "<input>")
    for read in (check_syntax, lambda document: construct(compose(document), document)):
        try:
            print(repr(read(document)))
        except ManifestError as error:
            print(error)
print("yaml.resolver" in sys.modules, sys.modules["yaml.nodes"].__file__, file=sys.stderr)
"""
WHOLE = """
libyaml.load_libyaml_alone()
import yaml
print(yaml.safe_load("a: 1"))
try:
    yaml.load("[", yaml.CSafeLoader)
except yaml.parser.ParserError as error:
    print(type(error).__name__)
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

Readings = dict[str, subprocess.CompletedProcess[str]]


def readings_with(folder: str = "") -> Readings:
    """Return what is read with libyaml alone, and with the whole of PyYAML: that in a folder, or that beside pytest."""
    return {
        how: subprocess.run(
            [sys.executable, "-c", READING, how, *TEXTS],
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
            env={**os.environ, "PYTHONPATH": folder},
        )
        for how in ("alone", "whole")
    }


@pytest.fixture(scope="module")
def readings() -> Readings:
    return readings_with()


def test_what_is_read_and_reported_is_the_same(readings: Readings) -> None:
    lines = readings["whole"].stdout.splitlines()
    assert len(lines) == 2 * len(TEXTS)
    assert readings["alone"].stdout.splitlines() == lines
    assert sum(line.startswith("<input>") for line in lines) > len(TEXTS) / 2


def test_the_rest_of_pyyaml_is_not_imported(readings: Readings) -> None:
    assert [readings[how].stderr.split()[0] for how in ("alone", "whole")] == ["False", "True"]


@pytest.mark.skipif(REQUIRED not in os.environ, reason="needs PyPI, which .ci/run has")
@pytest.mark.parametrize("release", ["==6.0.2", "==6.0.3", ">=6.0.3"])
def test_releases_of_pyyaml(release: str, tmp_path: Path) -> None:
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
    installed = subprocess.run(
        [*install, "--only-binary", ":all:", "--target", str(tmp_path), f"PyYAML{release}"],
        capture_output=True,
        text=True,
        check=False,
    )
    if "No matching distribution found" in installed.stderr:
        pytest.skip("this release has no wheel for this Python")
    assert installed.returncode == 0, installed.stderr
    readings = readings_with(str(tmp_path))
    assert readings["alone"].stdout == readings["whole"].stdout
    nodes = str(tmp_path / "yaml" / "nodes.py")
    assert [readings[how].stderr.split() for how in ("alone", "whole")] == [["False", nodes], ["True", nodes]]


@pytest.mark.parametrize("program", ["import yaml", "libyaml._WITH_ONE_ERROR = ('reader', 'scanner')"])
def test_pyyaml_is_whole_where_it_is_imported_already_or_is_of_an_unknown_form(program: str) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", f"from kubectl_inject.startup import libyaml\n{program}\n{WHOLE}"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert ended.stdout == "{'a': 1}\nParserError\n"
