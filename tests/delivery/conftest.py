"""Servers of delivery tools, started once for all tests that ask for them."""

from __future__ import annotations

from tests.cluster.conftest import (
    api_server as api_server,
)
