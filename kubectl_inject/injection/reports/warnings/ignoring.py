"""Codes of warnings that are ignored, as people write them."""

from __future__ import annotations

from kubectl_inject.config.spelling import nearest
from kubectl_inject.injection.reports.warnings.table import KINDS
from kubectl_inject.injection.reports.warnings.warning import InjectionWarning, Warned

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


def codes_in(text: str) -> list[str]:
    """Return the codes in a text, with commas or blanks between them."""
    return text.replace(",", " ").split()


def unknown_codes(text: str) -> Iterator[InjectionWarning]:
    """Yield a warning for each code in an annotation's text that no warning has."""
    for code in codes_in(text):
        if code not in KINDS:
            yield InjectionWarning(Warned.UNKNOWN_CODE, code, nearest_code(code))


def nearest_code(code: str) -> str:
    """Return what to say of a code that no warning has: the nearest one, or where all of them are."""
    likely = nearest(code.replace("_", "-"), KINDS)
    return f"did you mean {likely!r}?" if likely else "docs/warnings.md lists the codes"
