"""TLS for the webhook: a certificate with its key, and the authority of callers' certificates, read from files."""

from __future__ import annotations

import ssl
from datetime import UTC, datetime
from pathlib import Path

from cryptography import x509

from kubectl_inject.errors import InjectionError
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

_CIPHERS = "ECDHE+AESGCM:ECDHE+CHACHA20"
"""For TLS 1.2: those with forward secrecy and authenticated encryption. TLS 1.3 has no others."""


class TlsError(InjectionError):
    """A certificate or key cannot be used; the message names the file."""


@dataclass(frozen=True, slots=True)
class TlsFiles:
    """The files: a certificate with those that lead to its authority, its key, and the authority of callers."""

    certificate: str
    key: str
    client_authority: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """Their names."""
        return tuple(filter(None, (self.certificate, self.key, self.client_authority)))


@dataclass(frozen=True, slots=True)
class TlsIdentity:
    """What the files hold, ready for connections, and until when the certificate is valid."""

    context: ssl.SSLContext
    expires: datetime

    def is_expired(self, now: datetime) -> bool:
        """Whether callers refuse the certificate for its age."""
        return now >= self.expires


def read_tls(files: TlsFiles, now: datetime | None = None) -> TlsIdentity:
    """Read the files. Raises TlsError for what cannot be used, such as a certificate that has expired."""
    now = now or datetime.now(UTC)
    chain = _certificates(files.certificate)
    expires = min(certificate.not_valid_after_utc for certificate in chain)
    if now >= expires:
        raise TlsError(f"{files.certificate}: the certificate expired at {_shown(expires)}")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.set_ciphers(_CIPHERS)
    context.set_alpn_protocols(["http/1.1"])
    context.options |= ssl.OP_NO_COMPRESSION | ssl.OP_NO_RENEGOTIATION | ssl.OP_CIPHER_SERVER_PREFERENCE
    try:
        context.load_cert_chain(files.certificate, files.key, password=_refuse_password)
    except OSError as error:
        what = "do not belong together" if "MISMATCH" in str(error) else f"cannot be used: {_reason(error)}"
        raise TlsError(f"{files.certificate} and {files.key} {what}") from None
    if files.client_authority:
        _certificates(files.client_authority)
        context.load_verify_locations(cafile=files.client_authority)
        # Probes and scrapers have no certificate; the application asks for one where it matters.
        context.verify_mode = ssl.CERT_OPTIONAL
    return TlsIdentity(context, expires)


def _certificates(file: str) -> list[x509.Certificate]:
    try:
        found = x509.load_pem_x509_certificates(Path(file).read_bytes())
    except OSError as error:
        raise TlsError(f"{file}: cannot be read: {error.strerror or error}") from None
    except ValueError:
        raise TlsError(f"{file}: expected certificates in PEM format") from None
    return found


def _refuse_password() -> bytes:
    raise TlsError("the key is encrypted, and nobody is there to ask for its password")


def _reason(error: OSError) -> str:
    return error.strerror or getattr(error, "reason", None) or str(error)


def _shown(time: datetime) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ")


class ReloadableContext(ssl.SSLContext):
    """A context for a listening socket that begins each connection with the identity of the moment.

    Connections that are open keep the one they began with.
    """

    identity: TlsIdentity

    @classmethod
    def beginning_with(cls, identity: TlsIdentity) -> ReloadableContext:
        """Begin with an identity; another can be put in its place at any time."""
        context = cls(ssl.PROTOCOL_TLS_SERVER)
        context.identity = identity
        return context

    def wrap_bio(self, *arguments: Any, **named: Any) -> ssl.SSLObject:
        """Begin a connection."""
        return self.identity.context.wrap_bio(*arguments, **named)


def names_in(certificate: Mapping[str, Any] | None) -> frozenset[str]:
    """Return the names in a caller's certificate, as ``ssl`` describes one: its common name and alternative ones."""
    if not certificate:
        return frozenset()
    subject: Iterable[Any] = certificate.get("subject", ())
    common = [value for part in subject for name, value in part if name == "commonName"]
    return frozenset([*common, *(value for _, value in certificate.get("subjectAltName", ()))])
