"""Why a text is no YAML or no Kubernetes object, as far as it shows: mostly, it was to go through another program."""

from __future__ import annotations

from kubectl_inject.manifests.parsing.unrendered import HINT, looks_like_helm

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

_HEAD, _STRAY_ZEROS = 512, 2
_BEGINNINGS: Mapping[bytes, str] = {
    b"\x1f\x8b": "this is a compressed file: unpack it first",
    b"PK\x03\x04": "this is a zip file: unpack it first",
    b"version https://git-lfs.github.com/": "this is a pointer of Git LFS: 'git lfs pull' gets the file itself",
    b"$ANSIBLE_VAULT": "this is encrypted: 'ansible-vault decrypt' comes first",
    b"-----BEGIN PGP MESSAGE-----": "this is encrypted: decrypt it first",
    b"\0GITCRYPT": "this is encrypted: 'git-crypt unlock' comes first",
    b"age-encryption.org/": "this is encrypted: decrypt it first",
}


def likely_reason(text: str) -> str:
    """Return why a text cannot be read as manifests, and the cure, in a clause; empty where it does not show."""
    if "<<<<<<< " in text and "\n>>>>>>> " in text:
        return "Git left both sides of a conflict in it: resolve it first"
    if looks_like_helm(text):
        return HINT
    if "{{" in text or "{%" in text:
        return "this looks like a template: render it first, or put quotes around what begins with braces"
    return reason_of_bytes(text[:_HEAD].encode(errors="replace"))


def reason_of_value(value: object) -> str:
    """Return what a document may be that holds no object, and the cure."""
    items = [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []
    if any("op" in item and "path" in item for item in items):
        return (
            "this looks like a JSON patch: inject what Kustomize builds with it, by -k; --exclude leaves the file out"
        )
    if any("kind" in item for item in items):
        return "write its items as documents with '---' between them, or as items of a List"
    return "if it is no manifest, --exclude leaves the file out"


def reason_of_bytes(data: bytes) -> str:
    """Return why bytes are no text of manifests, and the cure; empty where it does not show."""
    for beginning, reason in _BEGINNINGS.items():
        if data.startswith(beginning):
            return reason
    return "this is no text file" if data[:_HEAD].count(0) > _STRAY_ZEROS else ""
