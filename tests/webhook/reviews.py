"""AdmissionReviews as an API server writes them, and what their answers make of a Pod."""

from __future__ import annotations

import base64
import json
from typing import Any

import jsonpatch

Object = dict[str, Any]
UID = "705ab4f5-6393-11e8-b7cc-42010a800002"


def review_of(pod: Any, *, version: str = "v1", **request: Any) -> bytes:
    """Return the AdmissionReview for an object that is to be created; ``request`` replaces fields of the request."""
    kind = {"group": "", "version": "v1", "kind": "Pod"}
    requested = {"uid": UID, "kind": kind, "namespace": "shop", "operation": "CREATE", "object": pod, **request}
    review = {"apiVersion": f"admission.k8s.io/{version}", "kind": "AdmissionReview", "request": requested}
    return json.dumps(review).encode()


def response_in(answer: bytes) -> Object:
    """Return the response in an AdmissionReview, which must be one."""
    review = json.loads(answer)
    assert (review["kind"], review["response"]["uid"]) == ("AdmissionReview", UID)
    assert isinstance(review["response"]["allowed"], bool)
    found: Object = review["response"]
    return found


def operations_in(answer: bytes) -> list[Object]:
    """Return the operations of the JSON patch in an answer, none where it has no patch."""
    response = response_in(answer)
    assert response["allowed"], response
    if "patch" not in response:
        return []
    assert response["patchType"] == "JSONPatch"
    found: list[Object] = json.loads(base64.b64decode(response["patch"]))
    return found


def patched(pod: Object, answer: bytes) -> Object:
    """Return the Pod that the API server would make of an answer."""
    made: Object = jsonpatch.apply_patch(pod, operations_in(answer))
    return made
