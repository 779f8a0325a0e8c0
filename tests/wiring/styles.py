"""Kustomizations and HelmReleases in 30 styles: how people indent, quote, comment and end their lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

BASES = {
    "kustomization": """\
apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
namespace: shop
namePrefix: eu-

resources:
- ../../base
- ingress.yaml

images:
- name: web
  newTag: 1.2.3

patches:
- path: replicas.yaml
  target:
    kind: Deployment
    name: web

configMapGenerator:
- name: settings
  literals:
  - LEVEL=info
  - GREETING=hello
""",
    "release": """\
apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata:
  name: web
  namespace: shop
  labels:
    team: front
spec:
  interval: 10m
  releaseName: web
  dependsOn:
  - name: db
  chart:
    spec:
      chart: ./charts/web
      sourceRef:
        kind: GitRepository
        name: shop
  values:
    replicas: 2
    image:
      tag: 1.2.3
""",
}


def _lines(text: str, change: Callable[[str], str]) -> str:
    return "".join(change(line) for line in text.splitlines(keepends=True))


def _indented_lists(text: str) -> str:
    """Indent the items of lists below their keys."""
    return _lines(text, lambda line: f"  {line}" if line.startswith(("- ", "  ", "    ")) and "- " in text else line)


def _indent(columns: int) -> Callable[[str], str]:
    def indented(line: str) -> str:
        body = line.lstrip(" ")
        body = f"- {' ' * (columns - 2)}{body[2:]}" if body.startswith("- ") else body
        return " " * ((len(line) - len(line.lstrip(" "))) // 2 * columns) + body

    return lambda text: _lines(text, indented)


def _quoted(mark: str) -> Callable[[str], str]:
    def quoted(line: str) -> str:
        name, colon, value = line.rstrip("\n").partition(": ")
        return f"{name}: {mark}{value}{mark}\n" if colon and value and "2" not in value else line

    return lambda text: _lines(text, quoted)


def _aligned(line: str) -> str:
    name, colon, value = line.partition(": ")
    return f"{name + ':':<16}{value}" if colon and value.strip() else line


def _commented(line: str) -> str:
    return line.rstrip("\n") + "   # why it is so\n" if line.strip() and not line.strip().endswith(":") else line


STYLES: dict[str, Callable[[str], str]] = {
    "as kubectl writes it": lambda text: text,
    "lists indented": _indented_lists,
    "4 columns": _indent(4),
    "single quotes": _quoted("'"),
    "double quotes": _quoted('"'),
    "aligned values": lambda text: _lines(text, _aligned),
    "comments behind": lambda text: _lines(text, _commented),
    "comments above": lambda text: _lines(text, lambda line: f"# about it\n{line}" if line[:1].isalpha() else line),
    "lines of Windows": lambda text: text.replace("\n", "\r\n"),
    "no line end": lambda text: text.rstrip("\n"),
    "documents marked": lambda text: f"---\n{text}...\n",
    "licence above": lambda text: f"# Copyright of nobody\n#\n#   indented\n\n---\n{text}",
    "blank lines": lambda text: text.replace("\n\n", "\n\n\n") + "\n\n",
    "flow": lambda text: (
        text.replace("[", "[ ")
        .replace("    kind: Deployment\n    name: web\n", "    { kind: Deployment,  name: web }\n")
        .replace("  labels:\n    team: front\n", "  labels: { team: front,  tier: 'web' }\n")
    ),
    "comment at the end": lambda text: f"{text}# the end\n#  of it\n",
}


@dataclass(frozen=True, slots=True)
class Styled:
    """A file in a style, and which of BASES it is."""

    base: str
    style: str
    text: str


def corpus() -> Iterator[Styled]:
    """Yield each of BASES in each of STYLES."""
    for base, text in BASES.items():
        for style, change in STYLES.items():
            yield Styled(base, style, change(text))
