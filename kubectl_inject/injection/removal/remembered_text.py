"""The text of an injected document, with what taking the injection out needs to give each byte again."""

from __future__ import annotations

from kubectl_inject.injection.pod import annotations_of
from kubectl_inject.injection.removal.restoring import remembering
from kubectl_inject.injection.removal.text_memory import remember
from kubectl_inject.injection.removal.uninjection import uninject_document
from kubectl_inject.injection.workload import items_of
from kubectl_inject.istio.names import RESTORE, SIDECAR_STATUS
from kubectl_inject.startup.frozen import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kubectl_inject.injection.removal.text_memory import TextMemory
    from kubectl_inject.injection.workload import Object
    from kubectl_inject.kubernetes.workload_kinds import WorkloadKinds
    from kubectl_inject.manifests.parsing.limits import Limits
    from kubectl_inject.manifests.reading import Reading

_MOST_TRIES = 3
"""How often a text is written with what it must remember: where that is written may change what is to be remembered."""


def with_text_remembered(
    text: str,
    injected: Object,
    reading: Reading,
    edited: Callable[[Object], str],
    *,
    limits: Limits,
    kinds: WorkloadKinds,
) -> str:
    """Return the text of an injected object with a record of those bytes that removal would spell otherwise.

    ``reading`` is the document as it was read; ``edited`` makes its text mean another object.
    """
    given = replace(reading.document, prefix="", suffix="")
    was = given.text
    if SIDECAR_STATUS in was or RESTORE in was:
        was = uninject_document(given, limits, kinds=kinds).text
    has_record = items_of(injected) is None and RESTORE in annotations_of(injected)
    for _ in range(_MOST_TRIES):
        back = uninject_document(replace(given, text=text), limits, kinds=kinds)
        if back.text == was:
            break
        memory = remember(back.from_object, was)
        text = edited(remembering(injected, _parted(memory, reading, injected), kinds))
        if has_record:  # whose value is all that changed in the text
            break
    return text


def _parted(memory: TextMemory, reading: Reading, value: Object) -> Sequence[TextMemory]:
    """Return the memory of a document's text, or for a List one for each of its items."""
    if items_of(value) is None:
        return [memory]
    (items,) = (node for key, node in reading.root.value if key.value == "items")
    return memory.parted([item.start_mark.line + 1 for item in items.value])
