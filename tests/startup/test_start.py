"""What the programs import for a plain injection: nothing that takes long and is not needed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kubectl_inject.startup.frozen import dataclass, field, fields
from kubectl_inject.startup.pattern import pattern
from tests.conftest import ROOT

DEPLOYMENT = """\
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 2
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      annotations:
        prometheus.io/scrape: "true"
        prometheus.io/port: "9102"
      labels:
        app: web
    spec:
      containers:
      - name: web
        image: registry.example.com/web:1.0
        ports:
        - containerPort: 8080
        readinessProbe:
          httpGet:
            path: /ready
            port: 8080
"""
ITEMS = (
    "apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:\n- "
    + DEPLOYMENT.replace("\n", "\n  ").rstrip()
    + "\n"
)
EXPENSIVE = {
    *("typing", "dataclasses", "inspect", "pathlib", "contextlib", "argparse", "decimal", "hashlib", "tempfile"),
    *("shutil", "urllib", "ipaddress", "threading", "typer", "rich", "importlib"),
    *("jinja2", "markupsafe"),
    *("re", "json", "math", "struct", "binascii", "yaml.reader", "yaml.scanner"),
    *("kubectl_inject.gotemplate.compiling", "kubectl_inject.gotemplate.parsing"),
}


@pytest.mark.parametrize(
    ("module", "arguments", "given", "needed"),
    [
        # The way back of probes is recorded, in JSON, whose package imports re.
        pytest.param("kubectl_inject.cli.main", ["-f", "web.yaml"], "", {"json", "re"}, id="kubectl-inject"),
        pytest.param("kustomize_plugin.main", [], ITEMS, set(), id="kubectl-inject-krm"),
        pytest.param("helm_postrenderer.main", [], DEPLOYMENT, set(), id="kubectl-inject-helm"),
    ],
)
def test_a_plain_injection_imports_nothing_expensive(
    module: str, arguments: list[str], given: str, needed: set[str], tmp_path: Path
) -> None:
    (tmp_path / "web.yaml").write_text(DEPLOYMENT)
    root = ROOT
    program = (
        f"import sys; sys.path.insert(0, {str(root)!r}); before = set(sys.modules)\n"
        f"from {module} import main; early = set(sys.modules)\n"
        f"try: main({arguments!r})\n"
        "except SystemExit as end: assert not end.code\n"
        "ours = [each for each in set(sys.modules) - early if each.startswith('kubectl_inject.')]\n"
        "loaders = {type(sys.modules[each].__loader__).__module__ for each in ours}\n"
        "assert loaders == {'kubectl_inject.startup.own_modules'}, loaders\n"
        "print(*sorted(set(sys.modules) - before), file=sys.stderr)"
    )
    # Without site, which may import anything for an installation that can be edited.
    path = f"import sys; sys.path[:] = {sys.path!r}\n"
    ended = subprocess.run(
        [sys.executable, "-S", "-c", path + program],
        input=given,
        capture_output=True,
        text=True,
        cwd=tmp_path,
        check=True,
    )
    assert "istio-proxy" in ended.stdout
    assert set(ended.stderr.splitlines()[-1].split()) & EXPENSIVE == needed


@pytest.mark.parametrize(
    ("arguments", "imported"),
    [
        (["explain", "-f", "web.yaml", "--report", "report.md"], set()),
        (["check", "-f", "web.yaml", "-o", "sarif", "--report", "report.md"], set()),
        (["diff", "-f", "web.yaml", "--output", "out.diff", "--report", "report.json"], set()),
        (["config", "diff", "1.30", "1.31", "-f", "web.yaml", "--report", "report.md"], set()),
        (["check", "-f", "web.yaml", "-o", "html"], {"jinja2", "markupsafe"}),
    ],
)
def test_only_pages_import_what_makes_them(arguments: list[str], imported: set[str], tmp_path: Path) -> None:
    (tmp_path / "web.yaml").write_text(DEPLOYMENT)
    program = (
        f"import sys; sys.path[:] = {sys.path!r}\n"
        "from kubectl_inject.cli.main import main\n"
        f"try: main({arguments!r})\n"
        "except SystemExit as end: assert end.code in (None, 0, 1)\n"
        "print(*sorted(sys.modules), file=sys.stderr)"
    )
    ended = subprocess.run(
        [sys.executable, "-S", "-c", program], capture_output=True, text=True, cwd=tmp_path, check=True
    )
    assert set(ended.stderr.splitlines()[-1].split()) & {"jinja2", "markupsafe"} == imported


def test_fields_tell_their_names_defaults_and_metadata() -> None:
    @dataclass(frozen=True, slots=True)
    class Place:
        name: str
        height: int = field(default=3, metadata={"unit": "m"})

    (_, height) = fields(Place)
    assert [each.name for each in fields(Place("top"))] == ["name", "height"]
    assert (height.default, dict(height.metadata)) == (3, {"unit": "m"})


def test_a_pattern_has_the_methods_of_a_compiled_one() -> None:
    found = pattern(r"(\d)x").search("a1x")
    assert found is not None
    assert (found[1], pattern("x").sub("y", "axx"), pattern("x").fullmatch("xx")) == ("1", "ayy", None)
