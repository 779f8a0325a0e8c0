"""Where output goes: ``--in-place``, ``--output-dir``, ``--output``; and the flags that say what is written."""

from __future__ import annotations

import functools
import os
import re
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from kubectl_inject.injection.injector import Injector
from tests.conftest import CONFIG_MAP, MESH_FLAGS, POD, REFUSED, mesh_config
from tests.program_runs import Run

BROKEN = POD.replace("image: nginx", "ports: [{containerPort: x}]")
UNWISE = POD.replace("image: nginx", "tty: true")

Write = Callable[[str, str], Path]


@pytest.fixture
def run_inject(run: Run) -> Run:
    """Return a function that injects with the example mesh, a Pod being on standard input."""
    return functools.partial(run, *MESH_FLAGS, stdin=POD)


INJECTED = Injector(mesh_config()).inject_text(POD).text


def tree(folder: Path) -> dict[str, str]:
    """Return the files below a folder, by name, with what is in them."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes().decode() for path in files}


def traces(folder: Path) -> dict[str, tuple[int, ...]]:
    """Return for everything below a folder what tells whether it was written."""
    found = {str(path.relative_to(folder)): path.lstat() for path in folder.rglob("*")}
    return {name: (item.st_ino, item.st_mtime_ns, item.st_mode, item.st_size) for name, item in found.items()}


# --- in place ---------------------------------------------------------------------------------------------------


def test_in_place_rewrites_what_changed_only(run_inject: Run, write_file: Write, tmp_path: Path) -> None:
    for name, text in (("a.yaml", POD), ("b.yaml", REFUSED), ("deep/c.yaml", CONFIG_MAP), ("deep/d.yaml", POD)):
        write_file(f"app/{name}", text)
    write_file("app/notes.txt", POD)
    before = traces(tmp_path)
    assert run_inject("-R", "-f", "app", "--in-place")[:2] == (0, "")
    assert tree(tmp_path / "app") == {
        "a.yaml": INJECTED,
        "b.yaml": REFUSED,
        "deep/c.yaml": CONFIG_MAP,
        "deep/d.yaml": INJECTED,
        "notes.txt": POD,
    }
    after = traces(tmp_path)
    files = {name for name in after if (tmp_path / name).is_file()}
    assert {name for name in files if before[name] != after[name]} == {"app/a.yaml", "app/deep/d.yaml"}


def test_in_place_again_writes_nothing(run_inject: Run, write_file: Write, tmp_path: Path) -> None:
    write_file("app.yaml", POD)
    run_inject("-f", "app.yaml", "--in-place")
    before = traces(tmp_path)
    assert run_inject("-f", "app.yaml", "--in-place")[:2] == (0, "")
    assert traces(tmp_path) == before


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o755, 0o664], ids=oct)
def test_permissions_are_kept(run_inject: Run, write_file: Write, mode: int) -> None:
    path = write_file("app.yaml", POD)
    path.chmod(mode)
    assert run_inject("-f", "app.yaml", "--in-place").code == 0
    assert path.read_text() == INJECTED
    assert stat.S_IMODE(path.stat().st_mode) == mode


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(POD.replace("\n", "\r\n").encode(), id="CRLF"),
        pytest.param(POD.encode("utf-8-sig"), id="byte order mark"),
        pytest.param(POD.encode("utf-16"), id="UTF-16"),
    ],
)
def test_encoding_is_kept(run_inject: Run, tmp_path: Path, text: bytes) -> None:
    path = tmp_path / "app.yaml"
    path.write_bytes(text)
    assert run_inject("-f", "app.yaml", "--in-place").code == 0
    lines, old = path.read_bytes(), text
    assert lines[:20] == old[:20]
    assert len(lines) > 4 * len(old)
    assert lines.count(b"\r") == (lines.count(b"\n") if b"\r" in old else 0)


def test_links_are_followed_and_stay(run_inject: Run, write_file: Write, tmp_path: Path) -> None:
    write_file("base/app.yaml", POD)
    (tmp_path / "overlay").mkdir()
    link = tmp_path / "overlay" / "link.yaml"
    link.symlink_to("../base/app.yaml")
    assert run_inject("-R", "-f", ".", "--in-place").code == 0
    assert str(link.readlink()) == "../base/app.yaml"
    assert tree(tmp_path) == {"base/app.yaml": INJECTED, "overlay/link.yaml": INJECTED}


@pytest.mark.parametrize("is_repository", [True, False])
@pytest.mark.parametrize("command", [[], ["uninject"]], ids=["inject", "uninject"])
def test_a_link_that_leads_out_is_not_written_through(
    run: Run, write_file: Write, tmp_path: Path, command: list[str], is_repository: bool
) -> None:
    if is_repository:
        write_file(".git/config", "")
    text = INJECTED if command else POD
    file, own = write_file("base/app.yaml", text), write_file("overlay/own.yaml", text)
    (tmp_path / "overlay" / "link.yaml").symlink_to("../base/app.yaml")
    found, out, err = run(*(command or MESH_FLAGS), "-f", "overlay", "--in-place")
    assert (found, out) == (1, "")
    assert "overlay/link.yaml: this link leads out of" in err
    assert (file.read_text(), own.read_text()) == (text, text)


def test_a_file_that_is_named_twice_is_injected_once(run_inject: Run, write_file: Write, tmp_path: Path) -> None:
    write_file("app/a.yaml", POD)
    (tmp_path / "app" / "b.yaml").symlink_to("a.yaml")
    assert run_inject("-f", "app", "-f", "app/a.yaml", "--in-place").code == 0
    assert tree(tmp_path / "app") == {"a.yaml": INJECTED, "b.yaml": INJECTED}


def test_in_place_with_a_format(run_inject: Run, write_file: Write) -> None:
    path = write_file("app.yaml", POD)
    assert run_inject("-f", "app.yaml", "--in-place", "-o", "json").code == 0
    assert path.read_text().startswith('{\n  "apiVersion": "v1",\n  "kind": "Pod",\n')


# --- a folder of output -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        pytest.param(["-R", "-f", "app"], {"a.yaml", "b.json", "deep/c.yml"}, id="tree"),
        pytest.param(["-f", "app"], {"a.yaml", "b.json"}, id="folder"),
        pytest.param(["-R", "-f", "app/"], {"a.yaml", "b.json", "deep/c.yml"}, id="slash at the end"),
        pytest.param(["-R", "-f", "."], {"app/a.yaml", "app/b.json", "app/deep/c.yml", "one.yaml"}, id="this folder"),
        pytest.param(["-f", "one.yaml"], {"one.yaml"}, id="file"),
        pytest.param(["-f", "app/deep/c.yml"], {"c.yml"}, id="file further down"),
        pytest.param(["-f", "one.yaml", "-f", "app"], {"one.yaml", "a.yaml", "b.json"}, id="file and folder"),
        pytest.param(["-f", "app/deep", "-f", "one.yaml"], {"c.yml", "one.yaml"}, id="folder and file"),
    ],
)
def test_output_folder_mirrors_the_input(
    run_inject: Run, write_file: Write, tmp_path: Path, arguments: list[str], expected: set[str]
) -> None:
    for name in ("app/a.yaml", "app/b.json", "app/deep/c.yml", "one.yaml"):
        write_file(name, REFUSED)
    before = tree(tmp_path)
    assert run_inject(*arguments, "--output-dir", "new/out")[:2] == (0, "")
    assert tree(tmp_path / "new" / "out") == dict.fromkeys(expected, REFUSED)
    assert {name: text for name, text in tree(tmp_path).items() if not name.startswith("new/")} == before


def test_output_folder_gets_every_file_injected_or_not(run_inject: Run, write_file: Write, tmp_path: Path) -> None:
    write_file("app/a.yaml", POD)
    write_file("app/b.yaml", CONFIG_MAP)
    write_file("out/a.yaml", "old").chmod(0o600)
    write_file("out/other.yaml", "other")
    assert run_inject("-f", "app", "--output-dir", "out").code == 0
    assert tree(tmp_path / "out") == {"a.yaml": INJECTED, "b.yaml": CONFIG_MAP, "other.yaml": "other"}
    assert stat.S_IMODE((tmp_path / "out" / "a.yaml").stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["-f", "one", "-f", "two"], id="two folders"),
        pytest.param(["-f", "one/app.yaml", "-f", "two/app.yaml"], id="two files"),
        pytest.param(["-f", "one", "-f", "two/app.yaml"], id="folder and file"),
    ],
)
def test_two_files_for_one_place_are_refused(
    run_inject: Run, write_file: Write, tmp_path: Path, arguments: list[str]
) -> None:
    write_file("one/app.yaml", POD)
    write_file("two/app.yaml", POD)
    code, out, err = run_inject(*arguments, "--output-dir", "out")
    assert (code, out) == (1, "")
    assert "error: two inputs would be written to out/app.yaml" in err
    assert not (tmp_path / "out").exists()


def test_nothing_is_written_outside_the_output_folder(run_inject: Run, write_file: Write, tmp_path: Path) -> None:
    write_file("app/a.yaml", POD)
    write_file("other.yaml", POD)
    run_inject("-f", "app", "-f", "app/../other.yaml", "--output-dir", "new/out")
    assert {name for name in tree(tmp_path / "new") if not name.startswith("out/")} == set()


# --- all or nothing ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("place", [["--in-place"], ["--output-dir", "out"], ["--output", "out"]], ids=lambda p: p[0])
@pytest.mark.parametrize(
    ("text", "flags"),
    [
        pytest.param(BROKEN, [], id="bad Pod"),
        pytest.param("a: [1\nb: 2\n", [], id="no YAML"),
        pytest.param("", [], id="empty"),
        pytest.param(UNWISE, ["--strict"], id="warning with --strict"),
    ],
)
def test_nothing_is_touched_where_one_file_has_an_error(
    run_inject: Run, write_file: Write, tmp_path: Path, text: str, flags: list[str], place: list[str]
) -> None:
    for name in ("a.yaml", "c.yaml"):
        write_file(f"app/{name}", POD)
    write_file("app/b.yaml", text)
    before = traces(tmp_path)
    code, out, err = run_inject("-f", "app", *flags, *place)
    assert (code, out) == (1, "")
    assert err.count("error: ") == 1
    assert traces(tmp_path) == before


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
@pytest.mark.parametrize("place", [["--in-place"], ["--output-dir", "."]], ids=lambda place: place[0])
def test_nothing_is_touched_where_one_folder_is_not_writable(
    run_inject: Run, write_file: Write, tmp_path: Path, place: list[str]
) -> None:
    write_file("app/a.yaml", POD)
    write_file("app/locked/b.yaml", POD)
    locked = tmp_path / ("app" if place == ["--in-place"] else "") / "locked"
    locked.mkdir(exist_ok=True)
    locked.chmod(0o555)
    before = tree(tmp_path)
    try:
        code, out, err = run_inject("-R", "-f", "app", *place)
    finally:
        locked.chmod(0o755)
    assert (code, out) == (1, "")
    assert re.search(r"^error: .*locked/b\.yaml: cannot be written: Permission denied", err, re.MULTILINE)
    assert tree(tmp_path) == before


def test_nothing_is_touched_where_a_folder_cannot_be_made(run_inject: Run, write_file: Write, tmp_path: Path) -> None:
    write_file("app/a.yaml", POD)
    write_file("app/deep/b.yaml", POD)
    write_file("out/deep", "a file")
    before = tree(tmp_path)
    code, out, err = run_inject("-R", "-f", "app", "--output-dir", "out")
    assert (code, out) == (1, "")
    assert "error: out/deep/b.yaml: cannot be written: " in err
    assert tree(tmp_path) == before


def test_nothing_is_touched_where_a_folder_is_in_a_place(run_inject: Run, write_file: Write, tmp_path: Path) -> None:
    for name in ("a.yaml", "b.yaml", "c.yaml"):
        write_file(f"app/{name}", POD)
    (tmp_path / "out" / "b.yaml").mkdir(parents=True)
    before = tree(tmp_path)
    code, out, err = run_inject("-f", "app", "--output-dir", "out")
    assert (code, out) == (1, "")
    assert "error: out/b.yaml: cannot be written: Is a directory" in err
    assert tree(tmp_path) == before


def test_output_to_a_pipe(run_inject: Run, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert run_inject("-f", "-", "--output", "pipe")[:2] == (0, "")
        assert pipe.is_fifo()
        assert os.read(reader, 65536).decode() == INJECTED
    finally:
        os.close(reader)


# --- usage ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        pytest.param(["-f", "app.yaml", "--in-place", "--output", "x"], "--output and --in-place", id="in place, file"),
        pytest.param(["-f", "app.yaml", "--in-place", "-o", "x.yaml"], "--output and --in-place", id="in place, -o"),
        pytest.param(
            ["-f", "app.yaml", "--in-place", "--output-dir", "x"], "--output-dir and --in-place", id="in place, folder"
        ),
        pytest.param(
            ["-f", "app.yaml", "--output", "x", "--output-dir", "y"], "--output and --output-dir", id="file, folder"
        ),
        pytest.param(["-f", "-", "--in-place"], "expected files and folders, found -", id="standard input in place"),
        pytest.param(
            ["-f", "app.yaml", "-f", "-", "--output-dir", "x"],
            "expected files and folders, found -",
            id="standard input to a folder",
        ),
        pytest.param(
            ["-f", "http://127.0.0.1:9/app.yaml", "--in-place"], "found http://127.0.0.1:9/app.yaml", id="URL in place"
        ),
        pytest.param(
            ["-f", "http://127.0.0.1:9/app.yaml", "--output-dir", "x"],
            "found http://127.0.0.1:9/app.yaml",
            id="URL to a folder",
        ),
    ],
)
def test_usage(run_inject: Run, write_file: Write, tmp_path: Path, arguments: list[str], expected: str) -> None:
    write_file("app.yaml", POD)
    before = traces(tmp_path)
    code, out, err = run_inject(*arguments)
    assert (code, out) == (2, "")
    assert expected in err
    assert traces(tmp_path) == before


PROBED = """\
apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  containers:
  - name: web
    image: nginx
    ports: [{name: http, containerPort: 8080}]
    readinessProbe: {httpGet: {port: http}}
"""


@pytest.mark.parametrize(
    ("flags", "records"),
    [
        pytest.param([], 1, id="default"),
        pytest.param(["--restore"], 1, id="restore"),
        pytest.param(["--no-restore"], 0, id="no-restore"),
    ],
)
def test_restore(run_inject: Run, write_file: Write, flags: list[str], records: int) -> None:
    write_file("app.yaml", PROBED)
    _, out, _ = run_inject("-f", "app.yaml", *flags)
    assert out.count("name: istio-proxy") == 1
    assert out.count("kubectl-inject/restore: ") == records


WARNING = "a container has no image, which a cluster refuses (web): name its image [container-without-image]"
REPORT = ["Pod web: injected (sidecar): by default"]
SKIPPED = ["Pod web: skipped: the Pod's label disables injection (sidecar.istio.io/inject: 'false')"]
SHARED = POD.replace("metadata: {name: web}", "metadata: {name: web, annotations: &shared {}}\nextra: *shared")


@pytest.mark.parametrize(
    ("text", "flags", "expected"),
    [
        pytest.param(POD, [], [*REPORT, "1 injected"], id="default"),
        pytest.param(
            f"{POD}---\n{REFUSED}",
            ["--verbose"],
            [*REPORT, *SKIPPED, "0 documents written anew", "1 injected, 1 skipped"],
            id="verbose",
        ),
        pytest.param(
            CONFIG_MAP,
            ["--verbose"],
            [
                "0 documents written anew",
                "no workloads found: nothing to inject",
            ],
            id="verbose, no workload",
        ),
        pytest.param(
            SHARED,
            ["--verbose"],
            [*REPORT, "1 document written anew", "1 injected"],
            id="verbose, shared value",
        ),
        pytest.param(
            UNWISE,
            [],
            [*REPORT, f"  warning: {WARNING}", "1 injected, 1 warning"],
            id="warning",
        ),
        pytest.param(UNWISE, ["--quiet"], [], id="quiet"),
        pytest.param(POD, ["--quiet", "--verbose"], [], id="quiet and verbose"),
        pytest.param(POD, ["--strict"], [*REPORT, "1 injected"], id="strict, no warning"),
    ],
)
def test_report(run_inject: Run, write_file: Write, text: str, flags: list[str], expected: list[str]) -> None:
    write_file("app.yaml", text)
    code, _, err = run_inject("-f", "app.yaml", *flags)
    assert (code, err.splitlines()) == (0, expected)


def test_strict_makes_a_warning_an_error(run_inject: Run, write_file: Write) -> None:
    write_file("app.yaml", UNWISE)
    code, out, err = run_inject("-f", "app.yaml", "--strict", "--quiet")
    assert (code, out) == (1, "")
    warning = f"Pod web: {WARNING}"
    assert err == f"error: warnings are errors with --strict:\n  {warning}\n"


# --- much output ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("place", [[], ["--in-place"], ["--output", "out.yaml"], ["--output-dir", "out"]])
def test_much_output_comes_out_the_same(run_inject: Run, write_file: Write, tmp_path: Path, place: list[str]) -> None:
    large = f"{CONFIG_MAP}data:\n" + "".join(f"  key{number}: {'x' * 100}\n" for number in range(60_000))
    write_file("app/a.yaml", f"{large}---\n{POD}")
    write_file("app/b.yaml", f"---\n{large}")
    code, out, _ = run_inject("-f", "app", *place)
    written = tree(tmp_path)
    del written["app/a.yaml"], written["app/b.yaml"]
    injected = {"a.yaml": f"{large}---\n{INJECTED}", "b.yaml": f"---\n{large}"}
    stream = "".join(injected.values())
    assert code == 0
    if place == ["--in-place"]:
        assert tree(tmp_path / "app") == injected
    elif place == ["--output-dir", "out"]:
        assert tree(tmp_path / "out") == injected
    else:
        assert (written.get("out.yaml"), out) == ((stream, "") if place else (None, stream))
