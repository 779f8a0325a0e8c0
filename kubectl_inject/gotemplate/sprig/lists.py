"""Functions of lists; none of them changes the list it is given."""

from __future__ import annotations

from kubectl_inject.gotemplate.fmt.printing import sprint_value
from kubectl_inject.gotemplate.functions import Function, FunctionError, ParameterType, Work
from kubectl_inject.gotemplate.sprig.conversion import to_int, to_strings
from kubectl_inject.gotemplate.sprig.defaults import empty
from kubectl_inject.gotemplate.sprig.limits import check_item_count, check_text_length
from kubectl_inject.gotemplate.sprig.reflection import NIL_DEREFERENCE, Members, kind_of
from kubectl_inject.gotemplate.sprig.tables import named, with_must
from kubectl_inject.gotemplate.values import StringList

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from kubectl_inject.gotemplate.execution.meter import Meter

ANY, STRING, INT = ParameterType.ANY, ParameterType.STRING, ParameterType.INT


def _items(value: object, refusal: str) -> Sequence[object]:
    """Return the items of a list; ``refusal`` is what sprig says before the kind of anything else."""
    if isinstance(value, list):
        return value
    if value is None:
        raise FunctionError(NIL_DEREFERENCE)
    raise FunctionError(f"{refusal} {kind_of(value)}")


def new_list(*values: object) -> list[object]:
    """Return a list of the arguments."""
    return list(values)


def append(items: object, value: object) -> list[object]:
    """Return the list with one more item at its end."""
    return [*_items(items, "Cannot push on type"), value]


def prepend(items: object, value: object) -> list[object]:
    """Return the list with one more item at its beginning."""
    return [value, *_items(items, "Cannot prepend on type")]


def concat(*lists: object) -> list[object]:
    """Return one list of the items of all lists."""
    concatenated: list[object] = []
    for items in lists:
        if items is not None and not isinstance(items, list):
            raise FunctionError(f"Cannot concat type {kind_of(items)} as list")
        concatenated.extend(_items(items, "Cannot concat type"))
        check_item_count(len(concatenated))
    return concatenated


def first(items: object) -> object:
    """Return the first item, nil if there is none."""
    return next(iter(_items(items, "Cannot find first on type")), None)


def last(items: object) -> object:
    """Return the last item, nil if there is none."""
    return next(reversed(_items(items, "Cannot find last on type")), None)


def rest(items: object) -> list[object]:
    """Return all items but the first."""
    return list(_items(items, "Cannot find rest on type")[1:])


def initial(items: object) -> list[object]:
    """Return all items but the last."""
    return list(_items(items, "Cannot find initial on type")[:-1])


def reverse(items: object) -> list[object]:
    """Return the items in the opposite order."""
    return list(reversed(_items(items, "Cannot find reverse on type")))


def compact(items: object) -> list[object]:
    """Return the items that are not empty."""
    return [item for item in _items(items, "Cannot compact on type") if not empty(item)]


def uniq(items: object, *, meter: Meter) -> list[object]:
    """Return every item once, where it comes first."""
    seen = Members(meter)
    return [item for item in _items(items, "Cannot find uniq on type") if seen.add(item)]


def without(items: object, *omitted: object, meter: Meter) -> list[object]:
    """Return the items that equal none of the other arguments."""
    left_out = Members(meter, omitted)
    return [item for item in _items(items, "Cannot find without on type") if item not in left_out]


def has(value: object, items: object, *, meter: Meter) -> bool:
    """Say whether the list has an item that equals the value; nil has none."""
    return items is not None and value in Members(meter, _items(items, "Cannot find has on type"))


def slice_list(items: object, *bounds: object) -> object:
    """Return the items from the first bound (0) up to the second (the end); nil for an empty list."""
    sliced = _items(items, "list should be type of slice or array but")
    if not sliced:
        return None
    start = to_int(bounds[0]) if bounds else 0
    end = to_int(bounds[1]) if len(bounds) > 1 else len(sliced)
    if not 0 <= start <= end <= len(sliced):
        raise FunctionError("reflect.Value.Slice: slice index out of bounds")
    return StringList(items[start:end]) if isinstance(items, StringList) else sliced[start:end]


def chunk(size: int, items: object) -> list[list[object]]:
    """Return lists of ``size`` items each, the last of which may be shorter."""
    chunked = _items(items, "Cannot chunk type")
    # sprig divides floats, so that a size without sense only fails where the number of lists has none.
    count = (len(chunked) - 1) // size + 1 if size else -1
    if len(chunked) == 1 and size < -1:
        return [list(chunked)]
    if count < 0 or (size < 0 and count > 0):
        raise FunctionError("runtime error: makeslice: len out of range")
    return [list(chunked[start : start + size]) for start in range(0, count * size, size)] if count else []


def join(separator: str, items: object) -> str:
    """Print the items of a list one after another."""
    texts = to_strings(items)
    check_text_length(sum(map(len, texts)) + len(separator) * len(texts))
    return separator.join(texts)


def sort_alpha(items: object) -> StringList:
    """Print the items of a list and sort the texts."""
    return StringList(sorted(to_strings(items))) if isinstance(items, list) else StringList([sprint_value(items)])


FUNCTIONS = (
    *named(Function("list", new_list, variadic=ANY, work=Work.CONSTANT), "tuple"),
    *with_must(
        (
            Function("append", append, (ANY, ANY), work=Work.COPYING),
            Function("push", append, (ANY, ANY), work=Work.COPYING),
            Function("prepend", prepend, (ANY, ANY), work=Work.COPYING),
            Function("first", first, (ANY,), work=Work.CONSTANT),
            Function("last", last, (ANY,), work=Work.CONSTANT),
            Function("rest", rest, (ANY,), work=Work.COPYING),
            Function("initial", initial, (ANY,), work=Work.COPYING),
            Function("reverse", reverse, (ANY,), work=Work.COPYING),
            Function("compact", compact, (ANY,), work=Work.COPYING),
            Function("uniq", uniq, (ANY,), work=Work.COPYING, metered=True),
            Function("without", without, (ANY,), variadic=ANY, work=Work.COPYING, metered=True),
            Function("has", has, (ANY, ANY), work=Work.COPYING, metered=True),
            Function("slice", slice_list, (ANY,), variadic=ANY, work=Work.COPYING),
            Function("chunk", chunk, (INT, ANY), work=Work.COPYING),
        )
    ),
    Function("concat", concat, variadic=ANY, work=Work.COPYING),
    Function("join", join, (STRING, ANY)),
    Function("sortAlpha", sort_alpha, (ANY,)),
)
