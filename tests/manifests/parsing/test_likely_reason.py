"""Why a file is no manifest, as far as it shows."""

from __future__ import annotations

import pytest

from kubectl_inject.manifests.errors import ManifestError
from kubectl_inject.manifests.parsing.kubernetes_yaml import load
from kubectl_inject.manifests.parsing.likely_reason import likely_reason
from kubectl_inject.manifests.stream import decode


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a:\n<<<<<<< HEAD\n  b: 1\n=======\n  b: 2\n>>>>>>> main\n", "Git left both sides of a conflict"),
        ("a: b\n  name: {{ .Values.name }}\n  {{- end }}\n", "template of a Helm chart: render it first"),
        ("a: [\n{{ name }}\n", "this looks like a template: render it first"),
        ("{% if a %}\na: [\n{% endif %}\n", "this looks like a template: render it first"),
        ("a: 1\n\tb: 2\n", ""),
        ("a: [<<<<<<< b\n", ""),
    ],
)
def test_text(text: str, reason: str) -> None:
    with pytest.raises(ManifestError, match=r"app\.yaml:") as raised:
        load(text, "app.yaml")
    assert reason in str(raised.value)
    assert bool(likely_reason(text)) == bool(reason)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\x1f\x8b\x08\x00", "; this is a compressed file: unpack it first"),
        (b"PK\x03\x04\xff", "; this is a zip file: unpack it first"),
        (b"\x7fELF\x02\x01\0\0\0\xff", "; this is no text file"),
        (b"\0GITCRYPT\0abc", "; this is encrypted: 'git-crypt unlock' comes first"),
        (b"name: caf\xe9", ""),
        (b"a: b\0", ""),
    ],
)
def test_bytes(data: bytes, reason: str) -> None:
    with pytest.raises(ManifestError) as raised:
        decode(data, "app.yaml")
    assert str(raised.value).partition(";")[2] == reason.removeprefix(";")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("version https://git-lfs.github.com/spec/v1\noid sha256:0\n", "'git lfs pull' gets the file itself"),
        ("$ANSIBLE_VAULT;1.1;AES256\n6236\n", "'ansible-vault decrypt' comes first"),
        ("apiVersion: v1\n", ""),
    ],
)
def test_what_is_yaml_and_no_object(text: str, reason: str) -> None:
    assert reason in likely_reason(text)
    assert bool(reason) == bool(likely_reason(text))
