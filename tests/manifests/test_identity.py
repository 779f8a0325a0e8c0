"""What is known of very objects: found by the object, never by one that is equal, and never by one in its place."""

from __future__ import annotations

import gc

from kubectl_inject.manifests.identity import NOTHING_KNOWN, ByIdentity


def test_an_equal_object_is_another() -> None:
    part: list[int] = [1]
    known = ByIdentity([part])
    assert (part in known, known.get(part), [1] in known, known.get([1])) == (True, part, False, None)


def test_no_other_object_gets_the_place_of_one_that_is_known() -> None:
    known = ByIdentity()
    for number in range(100):
        known.note([number], str(number))
    gc.collect()
    assert len(known) == 100
    assert not any([number] in known for number in range(100))


def test_merging_changes_neither_side_and_keeps_their_objects() -> None:
    first, second = ByIdentity(), ByIdentity()
    shared: dict[str, int] = {}
    first.note(shared, "first")
    first.note([1], "one")
    second.note(shared, "second")
    merged = first.merged(second)
    assert (merged.get(shared), first.get(shared), second.get(shared)) == ("second", "first", "second")
    assert (len(merged), len(first), len(second)) == (2, 2, 1)
    del first
    gc.collect()
    assert [1] not in merged


def test_with_nothing_the_whole_is_the_same() -> None:
    known = ByIdentity([[1]])
    assert known.merged(NOTHING_KNOWN) is known
    assert NOTHING_KNOWN.merged(known) is known
    assert not NOTHING_KNOWN
