"""Downloads from servers that send elsewhere, never end, or are given with a password."""

from __future__ import annotations

import base64
import contextlib
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from kubectl_inject.manifests.errors import ManifestError
from kubectl_inject.manifests.input.downloads import download, name_of_url
from kubectl_inject.manifests.input.sources import read_sources

MANIFEST = b"kind: Pod\n"
LONG_HOST = "a" * 70_000
LOCATIONS = {
    "ftp": "ftp://example.com/a.yaml",
    "file": "file:///etc/hosts",
    "https": "https://127.0.0.1:9/a.yaml",
    "unix": "http+unix://%2Fvar%2Frun%2Fdocker.sock/a",
    "javascript": "javascript:alert(1)",
    "malformed": "http://[::1",
    "bracket": "http://]/",
    "port": "http://example.com:port-of-secrets/",
    "blank": "http://a b/",
    "dots": "http://a..b/",
    "no-host": "http:///a.yaml",
    "long": f"http://{LONG_HOST}/",
    "colour": "http://\x1b[31m/\x9b",
}


class _Handler(BaseHTTPRequestHandler):
    """Redirects by the path, sends a body without end beside a redirect, or wants a password."""

    stop = threading.Event()

    def do_GET(self) -> None:
        name = self.path.strip("/")
        if name == "endless":
            self._head(302, Location="/good")
            with contextlib.suppress(ConnectionError):
                while not self.stop.wait(0.001):
                    self.wfile.write(b"x" * 65536)
        elif name in ("private", "private-moved"):
            wanted = "Basic " + base64.b64encode(b"ann:pa55").decode()
            if self.headers.get("Authorization") != wanted:
                self._head(401)
            elif name == "private":
                self._head(200)
                self.wfile.write(MANIFEST)
            else:
                self._head(302, Location=f"http://{self.headers['Host']}/private")
        elif name == "good":
            self._head(200)
            self.wfile.write(MANIFEST)
        else:
            self._head(302, Location=LOCATIONS[name])

    def _head(self, status: int, **headers: str) -> None:
        self.send_response(status)
        for header, value in headers.items():
            self.send_header(header, value)
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
        yield f"127.0.0.1:{httpd.server_port}"
        _Handler.stop.set()
        httpd.shutdown()


@pytest.mark.parametrize("name", LOCATIONS)
def test_a_redirect_leads_to_no_other_scheme_and_to_no_malformed_url(server: str, name: str) -> None:
    with pytest.raises(ManifestError, match="cannot be fetched") as caught:
        download(f"http://{server}/{name}", 1000, timeout=5)
    assert len(str(caught.value)) < 1000


def test_what_comes_with_a_redirect_is_not_read(server: str) -> None:
    started = time.monotonic()
    assert download(f"http://{server}/endless", 1000, timeout=5) == MANIFEST
    assert time.monotonic() - started < 4


@pytest.mark.parametrize(
    ("url", "message"),
    [
        (f"http://{LONG_HOST}/a.yaml", "found a host of 70000 characters, the limit is 253"),
        (f"http://{LONG_HOST}@127.0.0.1/", "found a URL of 70018 characters, the limit is 16384"),
        (f"http://{'a' * 64}.example.com/", "cannot be fetched"),
        ("http://[::1", "found a malformed URL"),
        ("http://ann:pa55@127.0.0.1:x/", "found a malformed URL"),
        ("http://", "found a URL without a host"),
        ("gopher://127.0.0.1/", "found a URL of another scheme"),
        ("http://ann:pa55@127.0.0.1:9/a.yaml?token=pa55", "cannot be fetched: Connection refused"),
        ("http://ann:pa55/word@127.0.0.1:9/a.yaml", "found a malformed URL"),
        ("http://x\x00y/", ""),
    ],
)
def test_urls_that_cannot_be_fetched(url: str, message: str) -> None:
    with pytest.raises(ManifestError) as caught:
        download(url, 1000, timeout=5)
    assert message in str(caught.value)
    assert "pa55" not in str(caught.value)
    assert len(str(caught.value)) < 1000


@pytest.mark.parametrize("path", ["private", "private-moved"])
def test_a_password_is_used_and_not_shown(server: str, path: str) -> None:
    (source,) = read_sources([f"http://ann:pa55@{server}/{path}"])
    assert source.data == MANIFEST
    assert source.name == f"http://***@{server}/{path}"


def test_names_of_urls_are_not_endless() -> None:
    assert len(name_of_url(f"http://{LONG_HOST}/")) < 300
