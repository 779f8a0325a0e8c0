"""The webhook costs the other commands nothing, and says what it lacks."""

from __future__ import annotations

import subprocess
import sys

import pytest

EXTRA = ("uvicorn", "httptools", "cryptography", "prometheus_client", "asyncio")


def python(program: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False)


def test_nothing_of_it_is_imported_by_other_commands() -> None:
    run = python("import sys; import kubectl_inject.cli.app; print(*sys.modules)")
    imported = set(run.stdout.split())
    assert "kubectl_inject.cli.serve.serve" in imported
    assert imported.isdisjoint(EXTRA)


@pytest.mark.parametrize(
    ("missing", "arguments", "code", "message"),
    [
        (
            "uvicorn",
            ["serve", "--tls-cert=x", "--tls-key=x"],
            1,
            "error: the webhook needs the package uvicorn; install it with: pip install 'kubectl-inject[serve]'\n",
        ),
        (
            "cryptography",
            ["serve", "manifests", "--self-signed"],
            1,
            "--self-signed needs the package cryptography; install it with: pip install 'kubectl-inject[serve]'\n",
        ),
        ("cryptography", ["serve", "manifests", "--cert-manager"], 0, "no configuration files were given\n"),
    ],
)
def test_what_is_not_installed(missing: str, arguments: list[str], code: int, message: str) -> None:
    given = f"sys.modules[{missing!r}] = None; from kubectl_inject.cli.main import main; main({arguments!r})"
    run = python(f"import sys; {given}")
    assert (run.returncode, run.stderr.endswith(message), bool(run.stdout)) == (code, True, not code)
