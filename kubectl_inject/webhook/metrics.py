"""What the server counts, for Prometheus."""

from __future__ import annotations

import time
from enum import Enum

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, Info, generate_latest
from prometheus_client.process_collector import ProcessCollector

from kubectl_inject.webhook.review.pod_review import Outcome, Verdict

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
_BUCKETS = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0)


class Failure(Enum):
    """Why a request was not decided."""

    BAD_REQUEST = "bad_request"
    TOO_LARGE = "too_large"
    TOO_SLOW = "too_slow"
    CUT_OFF = "cut_off"
    OVERLOAD = "overload"
    NO_CLIENT_CERTIFICATE = "no_client_certificate"
    INTERNAL = "internal"


class Reloaded(Enum):
    """What is read again when it changes."""

    CONFIGURATION = "configuration"
    CERTIFICATE = "certificate"


class Metrics:
    """The counters of one server, in a registry of their own."""

    def __init__(self) -> None:
        """Start with nothing counted."""
        registry = self._registry = CollectorRegistry()
        ProcessCollector(registry=registry)
        prefix = "kubectl_inject"
        self._requests = Counter(
            f"{prefix}_requests",
            "Answers to requests for an injection, by status of HTTP.",
            ["code"],
            registry=registry,
        )
        self._injected = Counter(f"{prefix}_injected", "Pods that were injected.", registry=registry)
        self._skipped = Counter(
            f"{prefix}_skipped", "Pods left as they are, by the reason.", ["reason"], registry=registry
        )
        self._refused = Counter(
            f"{prefix}_refused", "Pods that cannot be injected, and are refused.", registry=registry
        )
        self._failures = Counter(
            f"{prefix}_failures", "Requests that were not decided, by the reason.", ["reason"], registry=registry
        )
        self.in_flight = Gauge(f"{prefix}_requests_in_flight", "Requests under way.", registry=registry)
        self._duration = Histogram(
            f"{prefix}_request_duration_seconds",
            "From a request's head to its answer.",
            buckets=_BUCKETS,
            registry=registry,
        )
        self._config = Info(f"{prefix}_config", "The configuration in force.", registry=registry)
        age = Gauge(
            f"{prefix}_config_age_seconds", "Since the configuration in force was last read.", registry=registry
        )
        self._loaded = time.time()
        age.set_function(lambda: time.time() - self._loaded)
        self._expiry = Gauge(
            f"{prefix}_certificate_expiry_timestamp_seconds",
            "When the certificate in force expires.",
            registry=registry,
        )
        self._reloads = Counter(f"{prefix}_reloads", "What was read again, by what it is.", ["what"], registry=registry)
        self._reload_failures = Counter(
            f"{prefix}_reload_failures", "What could not be read again, by what it is.", ["what"], registry=registry
        )
        self._reload_failed = Gauge(
            f"{prefix}_last_reload_failed", "1 where what is in force is not the newest.", ["what"], registry=registry
        )
        self._workers_lost = Counter(
            f"{prefix}_workers_lost", "Processes that were stopped for their slowness, or ended.", registry=registry
        )
        self._background_failures = Counter(
            f"{prefix}_background_failures",
            "What went wrong besides requests, by the task.",
            ["task"],
            registry=registry,
        )
        self._background_failing = Gauge(
            f"{prefix}_background_failing", "1 while a task besides requests goes wrong.", ["task"], registry=registry
        )
        for failure in Failure:
            self._failures.labels(failure.value)
        for what in Reloaded:
            self._reload_failures.labels(what.value)
            self._reload_failed.labels(what.value)

    def count_answer(self, status: int, seconds: float) -> None:
        """Count the answer to a request, with the time that it took."""
        self._requests.labels(str(status)).inc()
        self._duration.observe(seconds)

    def count_outcome(self, outcome: Outcome) -> None:
        """Count what became of a Pod."""
        match outcome.verdict:
            case Verdict.INJECTED:
                self._injected.inc()
            case Verdict.SKIPPED:
                self._skipped.labels(outcome.reason).inc()
            case Verdict.REFUSED:
                self._refused.inc()

    def count_failure(self, failure: Failure) -> None:
        """Count a request that was not decided."""
        self._failures.labels(failure.value).inc()

    def count_lost_worker(self) -> None:
        """Count a process that had to be replaced."""
        self._workers_lost.inc()

    def note_config(self, digest: str, revision: str, source: str) -> None:
        """Note that a configuration came into force."""
        self._loaded = time.time()
        self._config.info({"digest": digest, "revision": revision, "source": source})

    def note_certificate(self, expiry: float) -> None:
        """Note that a certificate came into force; ``expiry`` is in seconds since 1970."""
        self._expiry.set(expiry)

    def count_reload(self, what: Reloaded, *, failed: bool = False) -> None:
        """Count that something was read again, or could not be."""
        (self._reload_failures if failed else self._reloads).labels(what.value).inc()
        self._reload_failed.labels(what.value).set(failed)

    def note_newest(self, what: Reloaded) -> None:
        """Note that what is in force is the newest there is."""
        self._reload_failed.labels(what.value).set(0)

    def note_background(self, task: str, *, failing: bool) -> None:
        """Count a failure of a task besides requests, or note that it goes well again."""
        if failing:
            self._background_failures.labels(task).inc()
        self._background_failing.labels(task).set(failing)

    def text(self) -> bytes:
        """Return all of them in Prometheus' text format."""
        return generate_latest(self._registry)
