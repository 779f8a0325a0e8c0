"""The server stays small, whatever strangers send: ``bench/webhook_memory.py`` in small numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.webhook_memory import GROWTH, measured_webhook

pytestmark = pytest.mark.real

AT_MOST = 256 * 1024
"""In KiB, and half of the limit that installation sets: a bound on connections holds while they are open, too."""


def test_memory_comes_back(tmp_path: Path) -> None:
    with measured_webhook(tmp_path) as measured:
        ways = [measured.handshakes, measured.requests, measured.connections, measured.reloads]
        steps = [way(number) for way, number in zip(ways, (1000, 2000, 1500, 10), strict=True)]
    for step in steps:
        assert step.grown < GROWTH, str(step)
        assert step.most < AT_MOST, str(step)
