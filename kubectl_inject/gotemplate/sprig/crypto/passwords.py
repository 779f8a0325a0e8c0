"""The passwords of the Master Password algorithm, derived from a secret and the name of a site."""

from __future__ import annotations

import hashlib
import hmac

from kubectl_inject.gotemplate.encoding import to_bytes
from kubectl_inject.gotemplate.functions import FunctionError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kubectl_inject.gotemplate.execution.meter import Meter

_STEPS = 200_000  # it is meant to be slow
SCOPE = b"com.lyndir.masterpassword"
MAX_COUNTER = 2**32 - 1

# Every letter stands for a kind of character.
TEMPLATES = {
    "maximum": ("anoxxxxxxxxxxxxxxxxx", "axxxxxxxxxxxxxxxxxno"),
    "long": (
        *("CvcvnoCvcvCvcv", "CvcvCvcvnoCvcv", "CvcvCvcvCvcvno", "CvccnoCvcvCvcv", "CvccCvcvnoCvcv"),
        *("CvccCvcvCvcvno", "CvcvnoCvccCvcv", "CvcvCvccnoCvcv", "CvcvCvccCvcvno", "CvcvnoCvcvCvcc"),
        *("CvcvCvcvnoCvcc", "CvcvCvcvCvccno", "CvccnoCvccCvcv", "CvccCvccnoCvcv", "CvccCvccCvcvno"),
        *("CvcvnoCvccCvcc", "CvcvCvccnoCvcc", "CvcvCvccCvccno", "CvccnoCvcvCvcc", "CvccCvcvnoCvcc"),
        "CvccCvcvCvccno",
    ),
    "medium": ("CvcnoCvc", "CvcCvcno"),
    "short": ("Cvcn",),
    "basic": ("aaanaaan", "aannaaan", "aaannaaa"),
    "pin": ("nnnn",),
}
CHARACTERS = {
    "C": "BCDFGHJKLMNPQRSTVWXYZ",
    "v": "aeiou",
    "c": "bcdfghjklmnpqrstvwxyz",
    "a": "AEIOUaeiouBCDFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxyz",
    "n": "0123456789",
    "o": "@&%?,=[]_:-+*$#!'^~;()/.",
    "x": "AEIOUaeiouBCDFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxyz0123456789!@#$%^&*()",
}


def derive_password(counter: int, kind: str, password: str, user: str, site: str, *, meter: Meter) -> str:
    """Return the password of a user for a site."""
    if counter < 0:
        raise FunctionError(f"expected unsigned integer; found {counter}")
    if kind not in TEMPLATES:
        return f"cannot find password template {kind}"
    meter.work(_STEPS)
    key = hashlib.scrypt(
        to_bytes(password), salt=SCOPE + _with_length(user), n=32768, r=8, p=2, maxmem=64 * 1024 * 1024, dklen=64
    )
    message = SCOPE + _with_length(site) + (counter & MAX_COUNTER).to_bytes(4, "big")
    seed = hmac.digest(key, message, "sha256")
    template = TEMPLATES[kind][seed[0] % len(TEMPLATES[kind])]
    return "".join(
        CHARACTERS[letter][byte % len(CHARACTERS[letter])] for letter, byte in zip(template, seed[1:], strict=False)
    )


def _with_length(text: str) -> bytes:
    data = to_bytes(text)
    return len(data).to_bytes(4, "big") + data
