"""AES, by the package cryptography and without it."""

from __future__ import annotations

import sys

import pytest

from tests.gotemplate.sprig.calls import call

# From NIST SP 800-38A, F.2.5: CBC-AES256, and a last block whose last byte takes 0 bytes away.
_KEY = bytes.fromhex("603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4")
_VECTOR = bytes.fromhex("000102030405060708090a0b0c0d0e0f")
_ENCRYPTED = bytes.fromhex("f58c4c04d6e5f1ba779eabfb5f7bfbd69cfc4e967edb808d679f777bc6702c7d")
_PLAIN = bytes.fromhex("6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51")


@pytest.mark.parametrize("is_there", [True, False])
def test_what_sprig_encrypted(is_there: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if not is_there:
        monkeypatch.setitem(sys.modules, "cryptography.hazmat.primitives.ciphers", None)
    encrypted = "30tEfhuJSVRhpG97XCuWgz2okj7L8vQ1s6V9zVUPeDQ="
    assert call("decryptAES", "secretkey", encrypted) == "plaintext"


@pytest.mark.parametrize("is_there", [True, False])
def test_blocks_of_the_standard(is_there: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    from kubectl_inject.gotemplate.sprig.crypto import aes

    if not is_there:
        monkeypatch.setitem(sys.modules, "cryptography.hazmat.primitives.ciphers", None)
    assert aes._decrypted(_KEY, _VECTOR + _ENCRYPTED) == _PLAIN  # noqa: SLF001  # decryptAES has keys of text alone
