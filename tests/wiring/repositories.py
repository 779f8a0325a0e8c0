"""Repositories of different shapes, as their files."""

from __future__ import annotations

from pathlib import Path


def deployment(name: str, **metadata: str) -> str:
    more = "".join(f"  {key}: {value}\n" for key, value in metadata.items())
    return f"""\
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {name}
{more}spec:
  selector: {{matchLabels: {{app: {name}}}}}
  template:
    metadata:
      labels: {{app: {name}}}
    spec:
      containers:
      - name: app
        image: nginx # the newest
        ports: [{{containerPort: 80}}]
        readinessProbe: {{httpGet: {{path: /, port: 80}}}}
"""


CHART = {
    "Chart.yaml": "apiVersion: v2\nname: web\nversion: 1.0.0\n",
    "values.yaml": "replicas: 1\n",
    "templates/web.yaml": deployment("{{ .Release.Name }}").replace(
        "spec:\n  selector", "spec:\n  replicas: {{ .Values.replicas }}\n  selector", 1
    ),
}


def _chart(folder: str) -> dict[str, str]:
    return {f"{folder}/{name}": text for name, text in CHART.items()}


PLAIN = {
    "deploy/web.yaml": f"# the site\n{deployment('web', namespace='shop')}",
    "deploy/jobs/tidy.yaml": deployment("tidy", namespace="shop"),
    ".gitlab-ci.yml": "# ours\nstages: [build]\nbuild:\n    stage: build\n    script: ['true']\n",
}
KUSTOMIZE = {
    "base/kustomization.yaml": "resources:\n- web.yaml\n- db.yaml\n",
    "base/web.yaml": deployment("web"),
    "base/db.yaml": deployment("db"),
    "overlays/prod/kustomization.yaml": "# production\nnamePrefix:   'eu-'\nnamespace: prod   # see wiki\n"
    "resources:\n    - ../../base\n",
    "overlays/dev/kustomization.yaml": "namespace: dev\nnameSuffix: -dev\nresources: [../../base]\npatches:\n"
    "- target: {kind: Deployment, name: web}\n  patch: |-\n    - op: replace\n"
    "      path: /spec/template/spec/containers/0/readinessProbe/httpGet/path\n      value: /b\n",
    ".github/CODEOWNERS": "* @platform\n",
    ".pre-commit-config.yaml": "repos:\n  # tidy\n  - repo: https://example.com/hooks\n    rev: 'v1'\n    hooks:\n"
    "      - id: tidy\n",
}
HELM = {
    **_chart("charts/web"),
    "helmfile.yaml": "# releases\nreleases:\n  - name: web\n    namespace: shop\n    chart: ./charts/web\n"
    "    values: [prod.yaml, {replicas: 3}]\n",
    "prod.yaml": "replicas: 2\n",
    "apps/web.yaml": "apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: web}\nspec:\n"
    "  source:\n    repoURL: https://example.com/shop.git\n    path: charts/web\n    helm:\n      releaseName: eu\n"
    "      parameters: [{name: replicas, value: '4'}]\n  destination: {namespace: shop}\n",
    "apps/other.yaml": "apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: other}\nspec:\n"
    "  source:\n    repoURL: https://example.com/shop.git\n    path: charts/web\n    helm:\n      skipCrds: true\n",
}
FLUX = {
    **_chart("charts/web"),
    "apps/web/kustomization.yaml": "resources:\n- release.yaml\n- worker.yaml\nnamespace: shop\n",
    "apps/web/worker.yaml": deployment("worker"),
    "apps/web/release.yaml": "# the site\napiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\n"
    "metadata:\n    name: web\nspec:\n    interval: 10m   # often\n    chart:\n        spec:\n"
    "            chart: ./charts/web\n            sourceRef: {kind: GitRepository, name: shop}\n"
    "    values: {replicas: 2}\n",
    "apps/cache/release.yaml": "apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: cache}\n"
    "spec:\n  chart: {spec: {chart: redis, sourceRef: {kind: HelmRepository, name: public}}}\n",
    "apps/cache/kustomization.yaml": "resources: [release.yaml]\n",
    "clusters/prod/apps.yaml": "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\n"
    "metadata: {name: web, namespace: flux-system}\nspec: {path: ./apps/web, sourceRef: {kind: GitRepository}}\n",
}


def write(files: dict[str, str], folder: Path) -> Path:
    """Write a repository below a folder, as if it were cloned; return the folder."""
    (folder / ".git").mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    """Return all files of a repository."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
