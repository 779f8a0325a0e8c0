"""``kubectl inject serve``: the options of the webhook, and what they make."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

import typer

from kubectl_inject.cli.shared_options import ConfigurationOptions
from kubectl_inject.errors import InjectionError
from kubectl_inject.options.option import SERVER, UsageError, check_choice, option
from kubectl_inject.options.typer_commands import with_options
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kubectl_inject.webhook.reloading.served_config import ServedConfig
    from kubectl_inject.webhook.server import Events, ServerOptions

EXAMPLES = """
Examples:

  kubectl inject serve --tls-cert tls.crt --tls-key tls.key

  # What to apply to have it run in a cluster

  kubectl inject serve manifests --self-signed
"""
_MEBIBYTE = 1024 * 1024
_HIGHEST_PORT = 65535


@dataclass(frozen=True, slots=True)
class ServeOptions(ConfigurationOptions):
    """The options of the server, beside those of the configuration."""

    tls_cert: str = option(
        "--tls-cert", text="Certificate in PEM format, with its chain.", metavar="FILE", group=SERVER, completes="files"
    )
    tls_key: str = option("--tls-key", text="Its key.", metavar="FILE", group=SERVER, completes="files")
    listen: str = option(
        "--listen", text="Address and port. Default: :8443.", metavar="HOST:PORT", default=":8443", group=SERVER
    )
    client_ca: str = option(
        "--client-ca",
        text="Authority of client certificates, which are required then.",
        metavar="FILE",
        group=SERVER,
        completes="files",
    )
    client_name: list[str] | None = option(
        "--client-name",
        text="Name that a client certificate must have. Can be repeated.",
        default=None,
        repeated=True,
        group=SERVER,
    )
    workers: int = option(
        "--workers", text="Processes that inject. Default: one for each core.", default=0, group=SERVER
    )
    max_body: int = option("--max-body", text="Largest request, in MiB.", default=4, group=SERVER)
    max_requests: int = option("--max-requests", text="Most requests under way at once.", default=100, group=SERVER)
    request_timeout: int = option(
        "--request-timeout", text="Seconds that a request may take.", default=10, group=SERVER
    )
    drain_timeout: int = option(
        "--drain-timeout", text="Seconds for requests under way after SIGTERM.", default=20, group=SERVER
    )
    log_format: str = option(
        "--log-format", text="Format of the log.", metavar="text|json", default="text", group=SERVER
    )
    log_details: bool = option(
        "--log-details",
        text="Log messages in full; they may repeat what stands in Pods.",
        default=False,
        group=SERVER,
    )

    def check(self, *, reads_cluster: bool = False) -> None:
        """Raise UsageError for what cannot be used."""
        from kubectl_inject.webhook.event_log import FORMATS

        ConfigurationOptions.check(self, reads_cluster=reads_cluster)
        if self.given.hooks:
            raise UsageError("is for manifests; a webhook sees Pods, and not the hooks behind them", "--hooks")
        for flag, name in (("--tls-cert", self.tls_cert), ("--tls-key", self.tls_key)):
            if not name:
                raise UsageError("expected a file; the API server calls webhooks by HTTPS only", flag)
        if self.client_name and not self.client_ca:
            raise UsageError("needs --client-ca, which says whose certificates count", "--client-name")
        check_choice("--log-format", self.log_format, FORMATS)
        numbers = {
            "--max-body": self.max_body,
            "--max-requests": self.max_requests,
            "--request-timeout": self.request_timeout,
        }
        for flag, number in numbers.items():
            if number < 1:
                raise UsageError(f"expected 1 or more, found {number}", flag)
        if self.workers < 0:
            raise UsageError(f"expected 0 or more, found {self.workers}", "--workers")
        self._address()

    def _address(self) -> tuple[str, int]:
        host, colon, port = self.listen.rpartition(":")
        if not (colon and port.isascii() and port.isdigit() and int(port) <= _HIGHEST_PORT):
            raise UsageError(f"expected HOST:PORT or :PORT, found {self.listen!r}", "--listen")
        return host.removeprefix("[").removesuffix("]"), int(port)

    def server_options(self) -> ServerOptions:
        """Return the options of the server itself."""
        from kubectl_inject.injection.parallel import usable_cores
        from kubectl_inject.webhook.application import Clients
        from kubectl_inject.webhook.limits import ServerLimits
        from kubectl_inject.webhook.server import ServerOptions
        from kubectl_inject.webhook.transport.tls import TlsFiles

        host, port = self._address()
        return ServerOptions(
            host,
            port,
            TlsFiles(self.tls_cert, self.tls_key, self.client_ca),
            workers=self.workers or usable_cores(),
            limits=ServerLimits(
                body_bytes=self.max_body * _MEBIBYTE,
                concurrent=self.max_requests,
                request_seconds=self.request_timeout,
                head_seconds=self.request_timeout,
                handshake_seconds=self.request_timeout,
                drain_seconds=self.drain_timeout,
            ),
            clients=Clients(bool(self.client_ca), frozenset(self.client_name or ())),
        )


@with_options
def serve(options: ServeOptions, invocation: typer.Context) -> None:
    """Inject Pods at creation, as a mutating admission webhook."""
    if invocation.invoked_subcommand is None:
        options.check()
        run_serve(options)


def run_serve(options: ServeOptions) -> None:
    """Serve until a signal ends it. Raises InjectionError."""
    if not hasattr(signal, "setitimer"):
        raise InjectionError("the webhook needs the alarm signals of Linux or macOS, which this system has not")
    try:
        from kubectl_inject.webhook.server import run_server
    except ModuleNotFoundError as error:
        raise missing_package("the webhook", error) from None
    from kubectl_inject.startup.brief_process import collect_again
    from kubectl_inject.webhook.event_log import EventLog

    collect_again()
    log = EventLog(sys.stderr, options.log_format, options.log_details)
    run_server(options.server_options(), lambda: _load(options), log, _events(options))


def missing_package(what: str, error: ModuleNotFoundError) -> InjectionError:
    """Return the error for what needs a package of the extra ``serve`` that is not installed."""
    return InjectionError(
        f"{what} needs the package {error.name}; install it with: pip install 'kubectl-inject[serve]'"
    )


def _events(options: ServeOptions) -> Events | None:
    if not options.reads_cluster:
        return None
    from kubectl_inject.webhook.reloading.cluster_changes import config_map_changes

    return lambda revision: config_map_changes(options.cluster_access, revision)


def _load(options: ServeOptions) -> ServedConfig:
    from kubectl_inject.settings.settings_file import find_settings_file
    from kubectl_inject.webhook.reloading.served_config import served_config

    settings_file = find_settings_file(Path.cwd())
    resolved = options.resolve(quiet=True)
    access = options.cluster_access if options.reads_cluster else None
    return served_config(resolved, access, [settings_file] if settings_file else [])
