"""What a misspelt annotation or label of Istio's was meant for."""

from __future__ import annotations

from difflib import get_close_matches

from kubectl_inject.istio.annotations import names
from kubectl_inject.istio.well_known import ANNOTATION

_LIKENESS = 0.9
"""How much of two names must be alike, from 0 to 1: about one letter in ten may differ."""


def nearest_name(name: str, kind: str = ANNOTATION) -> str:
    """Return the annotation or label of Istio's that a name was meant for; empty where it is known, or none is near.

    It is near where the part behind the slash is Istio's own, in any case, under another domain of Istio's; or where
    little of the whole differs.
    """
    if name in names(kind):
        return ""
    of_istio = {known.lower(): known for known in sorted(names(kind)) if "istio" in known}
    domain, _, short = name.lower().rpartition("/")
    alike = [known for lowered, known in of_istio.items() if lowered.rpartition("/")[2] == short]
    if "istio" in domain and len(alike) == 1:
        return alike[0]
    close = get_close_matches(name.lower(), of_istio, n=1, cutoff=_LIKENESS)
    return of_istio[close[0]] if close else ""
