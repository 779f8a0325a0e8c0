"""What messages must not repeat: passwords in URLs, and tokens in what other programs print."""

from __future__ import annotations

from kubectl_inject.startup.pattern import pattern

_HIDDEN = "***"
_USER = pattern(
    r"(?i)(?<=://)(?:[^\s/?#\"'<>]*"  # up to the last @ of the authority
    r"|[^\s/?#@:\[\"'<>]*:(?!\d*(?:[/?#\s\"'<>]|\Z))[^\s\"'<>]*)@"  # a password with a slash that was not encoded
)
_SECRET_WORD = r"(?:token|passw(?:or)?d|secret|signature|credentials?|(?:api|access|private|account)[_-]?key)"
_PARAMETER = pattern(rf"(?i)([?&;](?:[\w.%-]*{_SECRET_WORD}[\w.%-]*|sig|key|auth|code)=)[^&#\s\"'<>]+")
_ASSIGNED = pattern(
    rf"(?i)(\b[\w-]*{_SECRET_WORD}(?:=|\\?[\"']\s*[:=]\s*))(\\?[\"'](?:[^\"'\\]|\\[^\"'])*|[^\s\"'&,;}})]+)"
)
_NAMED = pattern(r"(?i)(\b(?:bearer|basic|token|password|passwd)\b:?\s+[\"']?)(?=[^\s\"']*\d)[\w.~+/=-]{8,}")
_KNOWN = pattern(
    r"\beyJ[\w-]{8,}(?:\.[\w-]*){0,2}"  # a JSON web token
    r"|\bk8s-aws-v1\.[\w-]+|\bya29\.[\w-]+|\bsha256~[\w-]{20,}"  # of EKS, Google Cloud, OpenShift
    r"|\bgh[pousr]_\w{20,}|\bgithub_pat_\w{20,}|\bglpat-[\w-]{20,}"
    r"|\b[a-z0-9]{6}\.[a-z0-9]{16}\b"  # a bootstrap token
)


def without_secrets(text: str) -> str:
    """Return a text in which passwords in URLs, and what looks like a token or a password, are not to be read."""
    text = _PARAMETER.sub(rf"\1{_HIDDEN}", _USER.sub(f"{_HIDDEN}@", text))
    text = _NAMED.sub(rf"\1{_HIDDEN}", _KNOWN.sub(_HIDDEN, text))
    return _ASSIGNED.sub(rf"\1{_HIDDEN}", text)
