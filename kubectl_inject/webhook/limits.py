"""How much callers may ask of the webhook, so that a slow or broken one harms no other."""

from __future__ import annotations

from kubectl_inject.startup.frozen import dataclass


@dataclass(frozen=True, slots=True)
class ServerLimits:
    """Bounds on what is received and done at once; times are in seconds.

    The API server sends at most about 3 MiB of an object, and waits 10 seconds by default.
    """

    body_bytes: int = 4 * 1024 * 1024
    """The size of one request's body."""

    held_bytes: int = 64 * 1024 * 1024
    """The size of the bodies of all requests under way; a further one is answered with 429."""

    head_bytes: int = 64 * 1024
    """The size of one request's head; the API server's is below 2 KiB."""

    concurrent: int = 100
    """How many requests may be under way; a further one is answered with 429."""

    request_seconds: float = 10.0
    """For how long a request may take from its headers to its answer, its body's arrival included."""

    head_seconds: float = 10.0
    """For how long a connection may be without a whole request head, from its start or from the head's first byte."""

    handshake_seconds: float = 10.0
    """For how long a TLS handshake may take."""

    goodbye_seconds: float = 2.0
    """For how long a caller may take to end TLS, once the server has."""

    idle_seconds: float = 120.0
    """For how long a connection is kept between two requests; the API server's own limit is 90 seconds."""

    connections: int = 1000
    """How many connections may be open, those in their TLS handshake included; for a further one another is closed."""

    drain_seconds: float = 20.0
    """For how long requests under way may go on after SIGTERM."""


DEFAULT_LIMITS = ServerLimits()
