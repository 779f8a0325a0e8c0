"""The names of the program's commands, for those who look at a command line before the commands are imported."""

from __future__ import annotations

COMMANDS = (
    *("explain", "diff", "check", "status", "uninject", "init", "config", "serve", "argocd"),
    *("completion", "version", "options", "inject"),
)
"""The first words that are commands. Any other first word begins what ``inject`` itself is given."""
