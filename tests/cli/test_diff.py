"""``kubectl inject diff``: a unified diff, colours on a terminal only, and the exit status of ``diff``."""

from __future__ import annotations

import functools
import os
import pty
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kubectl_inject.injection.injector import Injector
from tests.conftest import CONFIG_MAP, MESH_FLAGS, POD, REFUSED, mesh_config
from tests.program_runs import Ended, Run

Write = Callable[[str, str], Path]


@pytest.fixture
def run_diff(run: Run) -> Run:
    """Return a function that runs ``diff`` with the example mesh."""
    return functools.partial(run, "diff", *MESH_FLAGS)


def injected(text: str) -> str:
    return Injector(mesh_config()).inject_text(text).text


@pytest.mark.skipif(shutil.which("patch") is None, reason="the program patch is not installed")
@pytest.mark.parametrize(
    "text",
    [
        pytest.param(POD, id="one document"),
        pytest.param(CONFIG_MAP + "---\n" + POD + "---\n" + CONFIG_MAP + "---\n" + POD, id="several documents"),
        pytest.param(POD.rstrip("\n"), id="no final newline"),
        pytest.param(POD + "---\n" + CONFIG_MAP.rstrip("\n"), id="no final newline, far from the change"),
        pytest.param(POD.replace("\n", "\r\n"), id="CRLF"),
        pytest.param(f"# größe: 日本 🚢\n{POD}", id="other scripts"),
        pytest.param(f"# a\tb\n{POD}", id="tab"),
        pytest.param(
            POD.replace("spec:", "# one\u2028# two\nspec:"),
            id="line separator",
        ),
    ],
)
def test_patch_makes_of_a_file_what_inject_makes_of_it(run_diff: Run, tmp_path: Path, text: str) -> None:
    path = tmp_path / "app.yaml"
    path.write_bytes(text.encode())
    code, out, err = run_diff("-f", "app.yaml")
    assert (code, err) == (1, "")
    subprocess.run(["patch", "-p0", "--binary"], input=out.encode(), capture_output=True, check=True)
    assert path.read_bytes().decode() == injected(text)


def test_unified_diff(run_diff: Run, write_file: Write) -> None:
    write_file("app.yaml", POD.rstrip("\n"))
    _, out, _ = run_diff("-f", "app.yaml")
    lines = out.splitlines()
    assert lines[:6] == [
        "--- app.yaml",
        "+++ app.yaml (injected)",
        "@@ -1,5 +1,81 @@",
        " apiVersion: v1",
        " kind: Pod",
        "-metadata: {name: web}",
    ]
    place = lines.index("-  containers: [{name: web, image: nginx}]")
    assert lines[place + 1 : place + 3] == [
        "\\ No newline at end of file",
        "+  containers: [{name: web, image: nginx}]",
    ]
    assert "\x1b" not in out


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(CONFIG_MAP, id="no workload"),
        pytest.param(REFUSED, id="refused"),
        pytest.param(injected(POD), id="injected already"),
        pytest.param("\n# only a comment\n", id="no object"),
    ],
)
def test_nothing_differs(run_diff: Run, write_file: Write, text: str) -> None:
    write_file("app.yaml", text)
    assert run_diff("-f", "app.yaml") == (0, "", "")


def test_files_that_differ_come_one_after_another(run_diff: Run, write_file: Write) -> None:
    for name, text in (("a.yaml", POD), ("b.yaml", REFUSED), ("deep/c.yml", POD), ("deep/d.txt", POD)):
        write_file(f"app/{name}", text)
    code, out, err = run_diff("-R", "-f", "app")
    assert (code, err) == (1, "")
    assert re.findall(r"^(?:---|\+\+\+) .*", out, re.MULTILINE) == [
        "--- app/a.yaml",
        "+++ app/a.yaml (injected)",
        "--- app/deep/c.yml",
        "+++ app/deep/c.yml (injected)",
    ]


def test_standard_input(run_diff: Run) -> None:
    assert run_diff("-f", "-", stdin=POD).out.startswith("--- <stdin>\n+++ <stdin> (injected)\n@@ ")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        pytest.param(["-f", "no-such-file.yaml"], "error: no-such-file.yaml: no such file or folder\n", id="no file"),
        pytest.param(["-f", "good.yaml", "-f", "broken.yaml"], "error: broken.yaml:2:", id="no YAML"),
        pytest.param(["-f", "good.yaml", "-f", "port.yaml"], "error: port.yaml: document 1: Pod web: ", id="bad Pod"),
        pytest.param(["-f", "good.yaml", "--values-file", "none"], "error: none: no such file", id="no configuration"),
        pytest.param([], "error: -f/--filename: expected files", id="nothing to read"),
        pytest.param(["-f", "good.yaml", "--in-place"], "error: no such option: --in-place", id="unknown flag"),
        pytest.param(
            ["-f", "good.yaml", "--platform", "vms"], "error: --platform: expected openshift", id="unknown value"
        ),
    ],
)
def test_error(run_diff: Run, write_file: Write, arguments: list[str], expected: str) -> None:
    write_file("good.yaml", POD)
    write_file("broken.yaml", "a: [1\nb: 2\n")
    write_file("port.yaml", POD.replace("image: nginx", "ports: [{containerPort: x}]"))
    code, out, err = run_diff(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith(expected)
    assert err.count("rror: ") == 1
    assert "Traceback" not in err


# --- stat -------------------------------------------------------------------------------------------------------


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_stat_counts_as_git_does(run_diff: Run, write_file: Write, tmp_path: Path) -> None:
    texts = {"a.yaml": POD, "b/c.yaml": f"{POD}---\n{CONFIG_MAP}---\n{POD}", "same.yaml": REFUSED}
    for name, text in texts.items():
        write_file(f"app/{name}", text)
        write_file(f"injected/{name}", injected(text))
    code, out, err = run_diff("-R", "-f", "app", "--stat")
    assert (code, err) == (1, "")
    command = ["git", "diff", "--no-index", "--stat=100", "--no-ext-diff", "app", "injected"]
    given = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False).stdout.splitlines()
    ours = out.splitlines()
    assert [line.split("|")[0].strip() for line in ours[:-1]] == ["app/a.yaml", "app/b/c.yaml"]
    assert [line.split("|")[1].split()[0] for line in ours[:-1]] == [
        line.split("|")[1].split()[0] for line in given[:-1]
    ]
    assert ours[-1] == given[-1]


def test_stat_of_a_page(run_diff: Run, write_file: Write) -> None:
    write_file("app.yaml", POD)
    ended = run_diff("-f", "app.yaml", "--stat", "-o", "html")
    assert (ended.code, ended.out) == (2, "")
    assert "--stat: cannot be used with -o html" in ended.err


def test_stat_of_nothing(run_diff: Run, write_file: Write) -> None:
    write_file("app.yaml", REFUSED)
    assert run_diff("-f", "app.yaml", "--stat") == (0, "", "")


@pytest.mark.parametrize("width", [60, 80])
def test_stat_fits_the_terminal(run_diff: Run, write_file: Write, monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    name = f"{'deep/' * 20}app.yaml"
    for file, text in ((name, POD), ("many.yaml", "---\n".join([POD] * 9))):
        write_file(file, text)
    first, second, total = run_diff("-f", "many.yaml", "-f", name, "--stat").out.splitlines()
    assert len(first) == width
    assert re.fullmatch(r" many\.yaml +\| \d+ \++-", first)
    assert re.fullmatch(r" \.\.\.[a-z/]*deep/app\.yaml \|  78 \+-", second)
    assert len(second) < width
    assert total.startswith(" 2 files changed, ")


# --- KUBECTL_EXTERNAL_DIFF --------------------------------------------------------------------------------------


@pytest.fixture
def external(run_diff: Run, write_file: Write, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that runs ``diff`` for two files of one name, with a program to show what differs."""
    write_file("one/app.yaml", POD)
    write_file("two/app.yaml", POD)
    write_file("same.yaml", REFUSED)

    def diff(command: str, *files: str) -> Ended:
        monkeypatch.setenv("KUBECTL_EXTERNAL_DIFF", command)
        return run_diff(*(f"--filename={name}" for name in files or ("one", "same.yaml", "two")))

    return diff


def python(program: str, *arguments: str) -> str:
    return shlex.join([sys.executable, "-c", program, *arguments])


@pytest.mark.skipif(shutil.which("diff") is None, reason="the program diff is not installed")
def test_external_diff(external: Run) -> None:
    code, out, err = external("diff -u -N")
    assert (code, err) == (1, "")
    places = re.findall(r"^\+\+\+ .*/(\w+/[\w.-]+)\t", out, re.MULTILINE)
    assert places == ["INJECTED/1-app.yaml", "INJECTED/2-app.yaml"]
    assert out.count("\n+  - name: istio-proxy\n") == 2


def test_external_diff_gets_two_folders_after_its_own_arguments(external: Run) -> None:
    program = "import os, sys; print(*sys.argv[1:3], *map(os.listdir, sys.argv[3:]), sys.argv[3:], sep='\\n')"
    code, out, err = external(python(program, "--label", "two words"), "one/app.yaml")
    *arguments, folders = out.splitlines()
    assert (code, err) == (0, "")
    assert arguments == ["--label", "two words", "['1-app.yaml']", "['1-app.yaml']"]
    before, after = re.findall(r"'([^']+)'", folders)
    assert (Path(before).name, Path(after).name) == ("BEFORE", "INJECTED")
    assert not Path(before).parent.exists()


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        pytest.param(python("raise SystemExit(3)"), (3, "", ""), id="status 3"),
        pytest.param("", (1, None, ""), id="empty is none"),
        pytest.param(
            "no-such-program -u",
            (
                2,
                "",
                "error: KUBECTL_EXTERNAL_DIFF: 'no-such-program -u' cannot be run: No such file or directory\n",
            ),
            id="no such program",
        ),
        pytest.param(
            "diff '-u",
            (2, "", None),
            id="quote without end",
        ),
    ],
)
def test_status_of_external_diff(external: Run, command: str, expected: tuple[int, str | None, str | None]) -> None:
    found = external(command)
    assert tuple(new if old is not None else None for new, old in zip(found, expected, strict=True)) == expected
    assert "Traceback" not in found.err


def test_external_diff_is_not_run_where_nothing_differs(external: Run) -> None:
    assert external(python("raise SystemExit(3)"), "same.yaml") == (0, "", "")


# --- a terminal -------------------------------------------------------------------------------------------------


def terminal_output(*arguments: str | Path, **environment: str) -> bytes:
    """Return what a process of ``diff`` writes on a terminal, with the terminal's line ends made plain."""
    inherited = {key: os.environ[key] for key in ("PATH", "HOME") if key in os.environ}
    tool = Path(sys.executable).with_name("kubectl-inject")
    reader, writer = pty.openpty()

    def pieces() -> Iterator[bytes]:
        while True:
            try:
                piece = os.read(reader, 65536)
            except OSError:  # how Linux says that the other end was closed
                return
            if not piece:
                return
            yield piece

    try:
        with subprocess.Popen(
            [tool, "diff", *arguments, *MESH_FLAGS],
            stdout=writer,
            stderr=subprocess.PIPE,
            env={**inherited, "TERM": "xterm-256color", **environment},
        ) as process:
            os.close(writer)
            output = b"".join(pieces())
    finally:
        os.close(reader)
    assert process.returncode == 1
    return output.replace(b"\r\n", b"\n")


def test_a_file_gets_our_own_diff(run_diff: Run, write_file: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    write_file("app.yaml", POD)
    shown, stat = run_diff("-f", "app.yaml").out, run_diff("-f", "app.yaml", "--stat").out
    monkeypatch.setenv("KUBECTL_EXTERNAL_DIFF", "no-such-program")
    for flags, expected in (([], shown), (["--stat"], stat)):
        assert run_diff("-f", "app.yaml", *flags, "--output", "out", "--color", "always") == (1, "", "")
        assert Path("out").read_text() == expected


def test_texts_in_other_encodings(run_diff: Run, tmp_path: Path) -> None:
    text = POD.replace("name: web}", "name: web, annotations: {a: ü}}", 1)
    (tmp_path / "app.yaml").write_bytes(text.encode("utf-16"))
    assert run_diff("-f", "app.yaml", "--report", "report.md") == run_diff("-f", "app.yaml")
    assert "annotations: {a: ü" in (tmp_path / "report.md").read_text()


def test_colours_on_a_terminal(run_diff: Run, write_file: Write) -> None:
    path = write_file("app.yaml", f"# {'long ' * 60}\n# [red]no markup[/] :ship:\n{POD}".rstrip("\n"))
    shown = terminal_output("-f", path).decode()
    for line in (
        f"\x1b[1m--- {path}\x1b[0m",
        f"\x1b[1m+++ {path} (injected)\x1b[0m",
        "\x1b[31m-metadata: {name: web}\x1b[0m",
        "\x1b[32m+  - name: istio-proxy\x1b[0m",
        " apiVersion: v1",
    ):
        assert line in shown.splitlines()
    assert re.search(r"^\x1b\[36m@@ .* @@\x1b\[0m$", shown, re.MULTILINE)
    assert re.sub(r"\x1b\[\d+m", "", shown) == run_diff("-f", str(path)).out


def test_no_colours_where_they_are_not_wanted(write_file: Write) -> None:
    path = write_file("app.yaml", POD)
    assert b"\x1b[3" not in terminal_output("-f", path, NO_COLOR="1")
