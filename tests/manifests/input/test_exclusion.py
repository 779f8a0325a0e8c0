"""What ``--exclude`` leaves out."""

from __future__ import annotations

import pytest

from kubectl_inject.manifests.input.exclusion import Exclusion


@pytest.mark.parametrize(
    ("pattern", "path", "root", "excluded"),
    [
        ("*-test.yaml", "deploy/apps/b-test.yaml", "deploy", True),
        ("*-test.yaml", "deploy/apps/b.yaml", "deploy", False),
        ("*-test.yaml", "b-test.yaml", "", True),
        ("apps", "deploy/apps/b.yaml", "deploy", True),
        ("apps/", "deploy/apps/b.yaml", "deploy", True),
        ("apps/b.yaml", "deploy/apps/b.yaml", "deploy", True),
        ("deploy/apps/*.yaml", "./deploy/apps/b.yaml", ".", True),
        ("apps/*", "deploy/apps/sub/b.yaml", "deploy", True),
        ("*/b.yaml", "deploy/apps/sub/b.yaml", "deploy", True),
        ("apps/**/b.yaml", "deploy/apps/b.yaml", "deploy", True),
        ("apps/**/b.yaml", "deploy/apps/x/y/b.yaml", "deploy", True),
        ("apps/x/b.yaml", "deploy/apps/x/y/b.yaml", "deploy", False),
        ("a*", "deploy/b/apps.txt", "deploy", True),
        ("deploy", "deploy/apps/b.yaml", "deploy", False),  # the user has named it
        ("home", "/home/me/deploy/b.yaml", "/home/me/deploy", False),
        ("tests", "../tests/b.yaml", "", False),
        ("[ab].yaml", "b.yaml", "", True),
    ],
)
def test_patterns(pattern: str, path: str, root: str, excluded: bool) -> None:
    assert Exclusion((pattern,)).excludes(path, root) is excluded


def test_without_patterns_nothing_is_left_out() -> None:
    assert not Exclusion().excludes("a.yaml")
