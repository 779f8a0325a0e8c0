"""Fields that are not known, and what was probably meant."""

from __future__ import annotations

import pytest

from kubectl_inject.config.injection_config import ConfigError
from kubectl_inject.config.spelling import refuse_unknown

KNOWN = ("istioVersion", "profile", "namespaceFiles")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("istioversion", "did you mean 'istioVersion'?", id="case"),
        pytest.param("PROFIL", "did you mean 'profile'?", id="a letter is missing"),
        pytest.param("namespaceFile", "did you mean 'namespaceFiles'?", id="singular"),
        pytest.param("x", "there are: istioVersion, profile, namespaceFiles", id="like nothing"),
    ],
)
def test_refused(name: str, expected: str) -> None:
    with pytest.raises(ConfigError) as refused:
        refuse_unknown({"profile": 1, name: 2}, KNOWN, "file.yaml")
    assert str(refused.value) == f"file.yaml: unknown field {name!r}; {expected}"


def test_known_fields_pass() -> None:
    refuse_unknown({"profile": 1}, KNOWN, "file.yaml")
