"""What Windows does otherwise than Linux, as far as it shows here: missing parts of Unix, encodings, line ends."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Mapping
from io import BytesIO, TextIOWrapper
from pathlib import Path
from types import MappingProxyType

import pytest

from kubectl_inject.cluster.api_proxy import api_proxy
from kubectl_inject.cluster.kubectl import ClusterError, Kubectl
from kubectl_inject.program import run_program
from tests.conftest import MESH_FLAGS, POD, ROOT

WEB = ROOT / "examples" / "kpt" / "web.yaml"
BOOKINFO = ROOT / "examples" / "bookinfo"
PODS = "---\n".join(POD.replace("name: web}", f"name: web-{number}}}", 1) for number in range(100))
LIST = "apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:\n- " + POD.replace("\n", "\n  ").strip() + "\n"
NAMED = POD.replace("name: web}", 'name: web, annotations: {owner: "Zoë – 数据 ✓"}}', 1)

# What other packages import of Unix, they import where it is there: they are loaded once before it goes.
WITHOUT_UNIX = """
import os, pkgutil, signal, socket, sys, sysconfig
from importlib import import_module

PACKAGES = "kubectl_inject", "kustomize_plugin", "helm_postrenderer"

def import_all():
    for package in map(import_module, PACKAGES):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not module.name.endswith("__main__"):
                import_module(module.name)

class Missing:
    def find_spec(self, name, path, target=None):
        if name in ("_posixsubprocess", "curses", "fcntl", "grp", "pty", "pwd", "resource", "syslog", "termios", "tty"):
            raise ModuleNotFoundError(name)

import_all()
sysconfig.get_config_vars()
for name in [name for name in sys.modules if name.partition(".")[0] in PACKAGES]:
    del sys.modules[name]
for name in ("fcntl", "grp", "pty", "pwd", "resource", "syslog", "termios", "tty"):
    sys.modules.pop(name, None)
sys.meta_path.insert(0, Missing())
for module, names in {
    os: "fork forkpty getuid geteuid getgid getegid getgroups getpgid setpgid setsid killpg wait waitid WNOHANG "
    "WEXITED chown lchown fchown fchmod mkfifo nice pread pwrite sched_getaffinity listxattr getxattr setxattr statvfs "
    "sysconf uname register_at_fork O_NOFOLLOW O_NONBLOCK O_CLOEXEC O_DIRECTORY O_NOCTTY",
    signal: "SIGHUP SIGALRM SIGKILL SIGUSR1 SIGUSR2 SIGPIPE SIGCHLD SIGQUIT SIGSTOP setitimer alarm ITIMER_REAL "
    "pthread_sigmask",
    socket: "AF_UNIX SO_REUSEPORT MSG_DONTWAIT send_fds recv_fds",
}.items():
    for name in names.split():
        delattr(module, name)
sys.platform = "win32"
import_all()
module, _, function = sys.argv.pop(1).partition(":")
getattr(import_module(module), function)(sys.argv[1:])
"""
INJECT, KRM, HELM = "kubectl_inject.cli.main:main", "kustomize_plugin.main:main", "helm_postrenderer.main:main"


def run(
    *arguments: str | Path,
    stdin: bytes = b"",
    folder: Path = ROOT,
    environment: Mapping[str, str] = MappingProxyType({}),
) -> subprocess.CompletedProcess[bytes]:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("KUBECTL_INJECT_", "LC_"))}
    return subprocess.run(
        [sys.executable, "-P", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        cwd=folder,
        env={**inherited, "PYTHONPATH": str(ROOT), **environment},
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize(
    ("program", "arguments", "stdin"),
    [
        pytest.param(INJECT, ["-f", BOOKINFO], "", id="inject"),
        pytest.param(INJECT, ["-q", "-f", "-", "--jobs", "2"], PODS, id="--jobs"),
        pytest.param(INJECT, ["explain", "-f", WEB, *MESH_FLAGS], "", id="explain"),
        pytest.param(INJECT, ["check", "-f", WEB, "-o", "json"], "", id="check"),
        pytest.param(INJECT, ["diff", "-f", WEB], "", id="diff"),
        pytest.param(INJECT, ["config", "show"], "", id="config show"),
        pytest.param(KRM, [], LIST, id="krm"),
        pytest.param(HELM, [], POD, id="helm"),
    ],
)
def test_programs_without_what_only_unix_has(program: str, arguments: list[str | Path], stdin: str) -> None:
    module, _, function = program.partition(":")
    usual = run("-c", f"from {module} import {function}; {function}()", *arguments, stdin=stdin.encode())
    without = run("-c", WITHOUT_UNIX, program, *arguments, stdin=stdin.encode())
    assert without.stderr == usual.stderr
    assert (without.returncode, without.stdout) == (usual.returncode, usual.stdout)
    assert usual.stdout


def test_files_are_written_without_what_only_unix_has(tmp_path: Path) -> None:
    for name in ("usual.yaml", "without.yaml"):
        shutil.copy(WEB, tmp_path / name)
    run("-m", "kubectl_inject", "-q", "--in-place", "-f", "usual.yaml", folder=tmp_path)
    run("-c", WITHOUT_UNIX, INJECT, "-q", "--in-place", "-f", "without.yaml", folder=tmp_path)
    usual, without = (tmp_path / name for name in ("usual.yaml", "without.yaml"))
    assert without.read_bytes() == usual.read_bytes() != WEB.read_bytes()


def test_the_webhook_says_what_it_needs() -> None:
    served = run("-c", WITHOUT_UNIX, INJECT, "serve", "--tls-cert", "tls.crt", "--tls-key", "tls.key")
    assert served.returncode == 1
    assert served.stderr.startswith(b"error: the webhook needs the alarm signals of Linux or macOS"), served.stderr


def test_the_injector_of_a_cluster_is_asked_through_a_unix_socket(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(socket, "AF_UNIX")
    with pytest.raises(ClusterError, match="run this on Linux or macOS, or in WSL"), api_proxy(Kubectl(), "/"):
        pass


@pytest.mark.parametrize(
    "console",
    [
        pytest.param({"PYTHONIOENCODING": "cp1252"}, id="cp1252"),
        pytest.param({"PYTHONIOENCODING": "cp437"}, id="cp437"),
        pytest.param({"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "C"}, id="C"),
    ],
)
@pytest.mark.parametrize("command", ["inject", "explain", "check", "diff", "config show", "--help"])
def test_pipes_and_files_get_utf_8(command: str, console: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "web.yaml").write_text(NAMED, encoding="utf-8")
    words = ["-f", "web.yaml"] if command == "inject" else [*command.split()]
    words += ["-f", "web.yaml"] if command in ("explain", "check", "diff") else []
    expected = run("-m", "kubectl_inject", *words, folder=tmp_path, environment={"PYTHONIOENCODING": "utf-8"})
    given = run("-m", "kubectl_inject", *words, folder=tmp_path, environment=console)
    assert (given.returncode, given.stdout) == (expected.returncode, expected.stdout)
    assert given.stderr == expected.stderr


def test_a_terminal_is_shown_escapes_for_what_it_has_not(tmp_path: Path) -> None:
    openpty = getattr(os, "openpty", None)
    if openpty is None:
        pytest.skip("this system has no terminals to run programs in")
    (tmp_path / "web.yaml").write_text(NAMED, encoding="utf-8")
    terminal, end = openpty()
    command = [sys.executable, "-P", "-m", "kubectl_inject", "diff", "-f", "web.yaml", "--color=never"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "cp1252"}
    with subprocess.Popen(command, stdout=end, stderr=subprocess.PIPE, cwd=tmp_path, env=environment) as process:
        os.close(end)
        with open(terminal, "rb", buffering=0) as shown:  # noqa: PTH123  # a descriptor
            written = b""
            try:
                while piece := shown.read(65536):
                    written += piece
            except OSError:  # Linux says so where the other end is closed
                pass
        assert process.wait(60) == 1
    assert "Zoë – ".encode("cp1252") + rb"\u6570\u636e \u2713" in written


@pytest.mark.parametrize("name", ["Zoë.yaml", "数据.yaml"])
@pytest.mark.parametrize("console", [{"PYTHONIOENCODING": "cp437"}, {"PYTHONUTF8": "0", "LC_ALL": "C"}])
def test_names_of_files_do_no_harm(name: str, console: dict[str, str], tmp_path: Path) -> None:
    missing = run("-m", "kubectl_inject", "-f", name, folder=tmp_path, environment=console)
    assert missing.returncode == 1
    assert missing.stderr.endswith(b": no such file or folder\n")
    (tmp_path / name).write_text(POD, encoding="utf-8")
    assert run("-m", "kubectl_inject", "-f", name, folder=tmp_path, environment=console).returncode == 0


def test_line_ends_are_written_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    written, reported = BytesIO(), BytesIO()
    # Windows' own streams have its encoding, and write each \n as \r\n.
    monkeypatch.setattr("os.linesep", "\r\n")
    monkeypatch.setattr("sys.stdout", TextIOWrapper(written, encoding="cp1252", newline="\r\n"))
    monkeypatch.setattr("sys.stderr", TextIOWrapper(reported, encoding="cp437", newline="\r\n"))

    def work() -> None:
        sys.stdout.write("a\r\n✓\n")
        sys.stderr.write("– b\n")

    assert run_program(work) == 0
    sys.stderr.flush()
    assert (written.getvalue(), reported.getvalue()) == ("a\r\n✓\n".encode(), "– b\n".encode())


@pytest.mark.parametrize("arguments", [["-q"], ["diff"], ["uninject", "-q"]], ids=lambda arguments: arguments[0])
def test_manifests_keep_windows_line_ends(arguments: list[str]) -> None:
    manifest = WEB.read_bytes()
    if arguments[0] == "uninject":
        manifest = run("-m", "kubectl_inject", "-q", "-f", "-", stdin=manifest).stdout
    plain = run("-m", "kubectl_inject", *arguments, "-f", "-", stdin=manifest)
    windows = run("-m", "kubectl_inject", *arguments, "-f", "-", stdin=manifest.replace(b"\n", b"\r\n"))
    assert (plain.returncode, plain.stderr) == (windows.returncode, windows.stderr)
    # The lines of a diff that are its own end as on Unix.
    assert windows.stdout.replace(b"\r\n", b"\n") == plain.stdout
    assert b"\r\r" not in windows.stdout
    assert arguments[0] == "diff" or windows.stdout == plain.stdout.replace(b"\n", b"\r\n")


@pytest.mark.parametrize(
    "arguments", [["-f", BOOKINFO], ["explain", "-f", WEB, *MESH_FLAGS], ["version"], ["config", "show"]]
)
def test_no_file_is_read_in_the_encoding_of_the_system(arguments: list[str | Path]) -> None:
    strict = ["-X", "warn_default_encoding", "-W", "error::EncodingWarning"]
    ended = run(*strict, "-m", "kubectl_inject", *arguments)
    assert ended.returncode == 0, ended.stderr.decode()
