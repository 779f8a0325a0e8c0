"""AdmissionReviews of Kubernetes, version v1 or v1beta1: read from JSON, and answered in JSON.

https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/
"""

from __future__ import annotations

import base64
import json

from kubectl_inject.errors import InjectionError
from kubectl_inject.kubernetes.schema.decoding import describe
from kubectl_inject.printable import printable_line, printable_lines
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

KIND = "AdmissionReview"
VERSIONS = ("admission.k8s.io/v1", "admission.k8s.io/v1beta1")
_BAD_REQUEST = 400
_LONGEST_MESSAGE = 4000
"""In characters; a message may repeat what stands in a Pod, however long that is."""
_AS_JSON = json.JSONEncoder(separators=(",", ":"), check_circular=False).encode
"""What comes of reading JSON and YAML holds no value in itself, so that nobody has to look for one."""
_TOO_DEEP = "mappings and lists nest too deep"


class ReviewError(InjectionError):
    """The text is no AdmissionReview that could be answered; the message says what was found instead."""


@dataclass(frozen=True, slots=True)
class AdmissionRequest:
    """What the API server asks: whether this object may be created, and what is to be changed first.

    ``version`` is that of the review. ``object`` is None where there is none, as when something is deleted.
    """

    version: str
    uid: str
    operation: str
    subresource: str
    namespace: str
    object: Any
    dry_run: bool = False

    @property
    def creates(self) -> bool:
        """Whether an object itself is created, not changed, and not a part of it."""
        return self.operation == "CREATE" and not self.subresource


def read_review(body: bytes) -> AdmissionRequest:
    """Read the request in an AdmissionReview. Raises ReviewError."""
    try:
        review = json.loads(body.decode("utf-8"), parse_constant=_refuse_constant)
    except UnicodeDecodeError as error:
        raise ReviewError(f"expected JSON in UTF-8; byte {error.start} is none") from None
    except json.JSONDecodeError as error:
        raise ReviewError(f"expected JSON: {error.msg} at line {error.lineno}, column {error.colno}") from None
    except ValueError as error:
        raise ReviewError(f"expected JSON: {error}") from None
    except RecursionError:
        raise ReviewError(f"expected JSON of an AdmissionReview: {_TOO_DEEP}") from None
    if not isinstance(review, dict):
        raise ReviewError(f"expected an AdmissionReview, found {describe(review)}")
    version, kind = review.get("apiVersion"), review.get("kind")
    if kind != KIND or version not in VERSIONS:
        found = f"kind {describe(kind)} and apiVersion {describe(version)}"
        raise ReviewError(f"expected kind {KIND} and apiVersion {' or '.join(VERSIONS)}, found {found}")
    request = review.get("request")
    if not isinstance(request, dict):
        raise ReviewError(f"request: expected a mapping, found {describe(request)}")
    if not _text(request, "uid"):
        raise ReviewError("request.uid: expected a string that is not empty")
    return AdmissionRequest(
        version,
        _text(request, "uid"),
        _text(request, "operation"),
        _text(request, "subResource"),
        _text(request, "namespace"),
        request.get("object"),
        request.get("dryRun") is True,
    )


def _text(request: Mapping[str, Any], name: str) -> str:
    value = request.get(name)
    if value is not None and not isinstance(value, str):
        raise ReviewError(f"request.{name}: expected a string, found {describe(value)}")
    return value or ""


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is no number in JSON")


def allow(
    request: AdmissionRequest,
    patch: Sequence[Mapping[str, Any]] = (),
    *,
    notes: Mapping[str, str] | None = None,
    warnings: Sequence[str] = (),
) -> bytes:
    """Return the answer that the object may be created, after the operations of a JSON patch if there are any.

    ``notes`` go into the API server's audit log, ``warnings`` to whoever creates the object.
    """
    response: dict[str, Any] = {"allowed": True}
    if patch:
        text = _AS_JSON(patch).encode()
        response |= {"patchType": "JSONPatch", "patch": base64.b64encode(text).decode()}
    if notes:
        response["auditAnnotations"] = {name: printable_line(note) for name, note in notes.items()}
    if warnings:
        response["warnings"] = [printable_line(warning) for warning in warnings]
    return _answer(request, response)


def refuse(request: AdmissionRequest, message: str) -> bytes:
    """Return the answer that the object may not be created, for the reason that the message says."""
    shown = "\n".join(printable_lines(message))
    shown = shown if len(shown) <= _LONGEST_MESSAGE else f"{shown[:_LONGEST_MESSAGE]} ..."
    return _answer(request, {"allowed": False, "status": {"code": _BAD_REQUEST, "message": shown}})


def _answer(request: AdmissionRequest, response: Mapping[str, Any]) -> bytes:
    review = {"apiVersion": request.version, "kind": KIND, "response": {"uid": request.uid, **response}}
    return _AS_JSON(review).encode()
