"""Reading files, folders, standard input and, from a real server on the loopback, URLs."""

import io
import os
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from kubectl_inject.manifests.errors import ManifestError
from kubectl_inject.manifests.input.sources import Source, read_sources
from kubectl_inject.manifests.parsing.limits import Limits

MANIFEST = b"kind: Pod\n"


def names(*filenames: str, recursive: bool = False) -> list[str]:
    return [Path(source.name).name for source in read_sources(filenames, recursive=recursive)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sub").mkdir()
    for name in ("b.yaml", "a.yml", "c.json", "notes.txt", "sub/d.yaml"):
        (tmp_path / name).write_bytes(MANIFEST)
    return tmp_path


def test_a_file_of_any_extension_is_read(folder: Path) -> None:
    file = str(folder / "notes.txt")
    assert list(read_sources([file])) == [Source(file, MANIFEST)]


def test_the_manifests_of_a_folder_are_read_by_name(folder: Path) -> None:
    assert names(str(folder)) == ["a.yml", "b.yaml", "c.json"]
    assert names(str(folder), recursive=True) == ["a.yml", "b.yaml", "c.json", "d.yaml"]


def test_links_that_lead_in_circles_are_followed_once(folder: Path) -> None:
    (folder / "sub" / "loop").symlink_to(folder)
    assert names(str(folder), recursive=True) == ["a.yml", "b.yaml", "c.json", "d.yaml"]


def test_standard_input_is_read_once() -> None:
    assert list(read_sources(["-"], stdin=io.BytesIO(MANIFEST))) == [Source("<stdin>", MANIFEST)]
    with pytest.raises(ManifestError, match="named twice"):
        list(read_sources(["-", "-"], stdin=io.BytesIO(MANIFEST)))
    with pytest.raises(ManifestError, match="no standard input"):
        list(read_sources(["-"]))


def test_sources_are_read_on_request(folder: Path) -> None:
    sources = read_sources([str(folder / "b.yaml"), str(folder / "missing.yaml")])
    assert next(sources).data == MANIFEST
    with pytest.raises(ManifestError, match=r"missing\.yaml: no such file or folder"):
        next(sources)


@pytest.mark.parametrize("data", [b"", b" \n\n"])
def test_empty_input_is_an_error(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "empty.yaml").write_bytes(data)
    with pytest.raises(ManifestError, match=r"empty\.yaml: nothing was in it"):
        list(read_sources([str(tmp_path / "empty.yaml")]))
    with pytest.raises(ManifestError, match="<stdin>: nothing was in it"):
        list(read_sources(["-"], stdin=io.BytesIO(data)))


def test_a_folder_without_manifests_is_an_error(folder: Path) -> None:
    (folder / "none").mkdir()
    with pytest.raises(ManifestError, match=r"none: no \*\.yaml, \*\.yml or \*\.json file in the folder"):
        list(read_sources([str(folder / "none")]))


def test_input_over_the_limit_is_refused(folder: Path) -> None:
    with pytest.raises(
        ManifestError, match=r"b\.yaml: larger than the limit of 9 bytes; --raise-limits 2 allows more$"
    ):
        list(read_sources([str(folder / "b.yaml")], limits=Limits(input_bytes=9)))
    with pytest.raises(ManifestError, match="<stdin>: larger than the limit of 9 bytes"):
        list(read_sources(["-"], stdin=io.BytesIO(MANIFEST), limits=Limits(input_bytes=9)))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read every file")
def test_files_without_permission_are_named(folder: Path) -> None:
    (folder / "b.yaml").chmod(0)
    with pytest.raises(ManifestError, match=r"b\.yaml: permission denied"):
        list(read_sources([str(folder / "b.yaml")]))


class _Handler(BaseHTTPRequestHandler):
    """Answers by the path: as requested, never, in drops, too much, or elsewhere."""

    stop = threading.Event()

    def do_GET(self) -> None:
        match self.path:
            case "/good.yaml":
                self._answer(200, MANIFEST)
            case "/moved.yaml":
                self._redirect("/good.yaml")
            case "/circle.yaml":
                self._redirect("/circle.yaml")
            case "/scheme.yaml":
                self._redirect("file:///etc/hosts")
            case "/large.yaml":
                self._answer(200, b"x" * 1_000_000)
            case "/silent.yaml":
                self.stop.wait(5)
            case "/slow.yaml":
                self.send_response(200)
                self.end_headers()
                while not self.stop.wait(0.05):
                    self.wfile.write(b"x")
            case _:
                self._answer(404, b"")

    def _answer(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _redirect(self, location: str) -> None:
        self.send_response(302)
        self.send_header("Location", location)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is http.server's
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    _Handler.stop.clear()
    with ThreadingHTTPServer(("127.0.0.1", 0), _Handler) as httpd:
        httpd.daemon_threads = True
        httpd.block_on_close = False
        threading.Thread(target=httpd.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{httpd.server_port}"
        _Handler.stop.set()
        httpd.shutdown()


def fetch(url: str, timeout: float = 10, limits: Limits | None = None) -> bytes:
    (source,) = read_sources([url], timeout=timeout, limits=limits or Limits())
    return source.data


def test_urls_are_fetched_and_redirects_followed(server: str) -> None:
    assert fetch(f"{server}/good.yaml") == MANIFEST
    assert fetch(f"{server}/moved.yaml") == MANIFEST


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("/missing.yaml", "the server answered 404 Not Found, expected 200 OK"),
        ("/circle.yaml", "redirected more than 5 times"),
        ("/scheme.yaml", "cannot be fetched"),
        ("/large.yaml", "larger than the limit of 100000 bytes; --raise-limits 2 allows more"),
        ("/silent.yaml", "the server did not answer within 0.5 seconds"),
        ("/slow.yaml", "took longer than 0.5 seconds"),
    ],
)
def test_urls_that_give_no_manifest_are_errors(server: str, path: str, message: str) -> None:
    with pytest.raises(ManifestError) as caught:
        fetch(server + path, timeout=0.5, limits=Limits(input_bytes=100_000))
    assert str(caught.value).startswith(f"{server}{path}: {message}")


def test_nobody_listening_is_an_error() -> None:
    with pytest.raises(ManifestError, match="cannot be fetched"):
        fetch("http://127.0.0.1:9/a.yaml")


@pytest.mark.parametrize("url", ["ftp://example.com/a.yaml", "file:///etc/hosts"])
def test_other_schemes_are_refused(url: str) -> None:
    with pytest.raises(ManifestError, match="expected http:// or https://"):
        fetch(url)
