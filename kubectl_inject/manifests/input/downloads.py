"""What is behind a URL, from servers that may send anything, slowly, or send elsewhere."""

from __future__ import annotations

from queue import Empty, SimpleQueue
from threading import Thread
from urllib.parse import SplitResult, urljoin, urlsplit

import requests
from urllib3.exceptions import HTTPError

from kubectl_inject.concealment import without_secrets
from kubectl_inject.manifests.errors import ManifestError
from kubectl_inject.manifests.parsing.limits import too_large

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_CHUNK = 64 * 1024
_REDIRECTS = 5
_LONGEST_URL = 16 * 1024
_LONGEST_HOST = 253
"""Of names in DNS: https://www.rfc-editor.org/rfc/rfc1035#section-2.3.4, without the last dot."""
_SILENCE = 10.0
"""For how many seconds a server may send nothing; never longer than the timeout for the whole."""
_GRACE = 0.5
"""For how many seconds more to wait, so that silence from the start is reported as such."""
_SHOWN = 200


def name_of_url(url: str) -> str:
    """Return what messages and reports call a URL: without passwords in it, and not too long."""
    name = without_secrets(url)
    return name if len(name) <= _LONGEST_URL else f"{name[:_SHOWN]}…"


def download(url: str, most_bytes: int, timeout: float) -> bytes:
    """Return what is behind an http(s) URL, within ``timeout`` seconds. Raises ManifestError.

    Redirects are followed where they stay with the scheme.
    """
    _Download(url, most_bytes, min(timeout, _SILENCE)).parts_of(url)
    # A server that sends a byte now and then never runs into a timeout of requests', nor does a slow name server.
    # A thread can be left behind: it ends with the process.
    results: SimpleQueue[bytes | BaseException] = SimpleQueue()

    def run() -> None:
        try:
            results.put(_Download(url, most_bytes, min(timeout, _SILENCE)).data())
        except BaseException as error:  # noqa: BLE001  # raised where it is waited for
            results.put(error)

    Thread(target=run, daemon=True).start()
    try:
        result = results.get(timeout=timeout + _GRACE)
    except Empty:
        raise ManifestError(f"took longer than {timeout:g} seconds", source=name_of_url(url)) from None
    if isinstance(result, BaseException):
        raise result
    return result


class _Session(requests.Session):
    """Leaves redirects, and what comes with them, to others: requests itself reads that to its end."""

    def get_redirect_target(self, resp: requests.Response) -> str | None:  # noqa: ARG002  # the name is requests'
        """Return nothing."""
        return None

    def location_in(self, response: requests.Response) -> str | None:
        """Return where a redirect leads to; nothing where the response is none."""
        return super().get_redirect_target(response)


class _Download:
    """One download; its errors name the URL that it began with."""

    def __init__(self, url: str, most_bytes: int, silence: float) -> None:
        self._url = url
        self._most_bytes = most_bytes
        self._silence = silence

    def data(self) -> bytes:
        """Return all of it. Raises ManifestError."""
        try:
            with _Session() as session:
                return self._followed(session)
        except requests.Timeout:
            raise self._error(f"the server did not answer within {self._silence:g} seconds") from None
        except (OSError, ValueError, HTTPError) as error:  # all that requests, urllib3 and the system raise
            raise self._error(f"cannot be fetched: {_reason(error)}") from None

    def _followed(self, session: _Session) -> bytes:
        url = self._url
        for _ in range(_REDIRECTS + 1):
            # What comes with a redirect is never read: it may have no end.
            with session.get(url, stream=True, timeout=self._silence, allow_redirects=False) as response:
                location = session.location_in(response)
                if location is None:
                    return b"".join(self._chunks(response))
            url = self._redirected(url, location)
        raise self._error(f"redirected more than {_REDIRECTS} times")

    def _chunks(self, response: requests.Response) -> Iterator[bytes]:
        if response.status_code != requests.codes.ok:
            answer = f"{response.status_code} {response.reason or ''}"[:_SHOWN].rstrip()
            raise self._error(f"the server answered {answer}, expected 200 OK")
        size = 0
        for chunk in response.iter_content(_CHUNK):
            size += len(chunk)
            if size > self._most_bytes:
                raise self._error(too_large(self._most_bytes))
            yield chunk

    def _redirected(self, url: str, location: str) -> str:
        before = urlsplit(url)
        try:
            target = urljoin(url, location)
        except ValueError:
            target = location
        after = self.parts_of(target, f"cannot be fetched: redirected to {without_secrets(location)[:_SHOWN]!r}: ")
        if after.scheme != before.scheme:
            raise self._error(
                f"cannot be fetched: redirected from {before.scheme} to another scheme, "
                f"{without_secrets(target)[:_SHOWN]}; name that URL if you trust it"
            )
        user = before.netloc.rpartition("@")[0]
        same_server = (before.hostname, before.port) == (after.hostname, after.port)
        if user and same_server and "@" not in after.netloc:
            return after._replace(netloc=f"{user}@{after.netloc}").geturl()
        return target

    def parts_of(self, url: str, led: str = "") -> SplitResult:
        """Return the parts of a URL; ``led`` says how it was come to. Raises ManifestError."""
        try:
            parts = urlsplit(url)
            host = parts.hostname
            _ = parts.port
        except ValueError:  # its text may repeat a password
            raise self._error(f"{led}found a malformed URL") from None
        if parts.scheme not in ("http", "https"):
            raise self._error(f"{led}found a URL of another scheme, expected http:// or https://")
        if not host:
            raise self._error(f"{led}found a URL without a host")
        if len(host) > _LONGEST_HOST:
            raise self._error(f"{led}found a host of {len(host)} characters, the limit is {_LONGEST_HOST}")
        if len(url) > _LONGEST_URL:
            raise self._error(f"{led}found a URL of {len(url)} characters, the limit is {_LONGEST_URL}")
        return parts

    def _error(self, problem: str) -> ManifestError:
        return ManifestError(problem, source=name_of_url(self._url))


def _reason(error: BaseException) -> str:
    """Return why a request failed, in the words of what it was that failed first: others repeat the whole URL."""
    causes = [error]
    while cause := causes[-1].__cause__ or causes[-1].__context__:
        causes.append(cause)
    words = [cause.strerror for cause in causes if isinstance(cause, OSError) and cause.strerror]
    return (words[-1] if words else without_secrets(str(causes[-1])) or type(causes[-1]).__name__)[:_SHOWN]
