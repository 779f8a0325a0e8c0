"""Plain objects written as YAML in a random style, and random changes of them."""

from __future__ import annotations

import copy
import json
from random import Random
from typing import Any

from tests.manifests.readers import is_plain, read_with_pyyaml

_COMMENTS = ["# why", "#", "# a: b", "# - x", "#{[", "# é, 'q\"", "#   ---"]
_STRINGS = [
    "a",
    "b c",
    "x: y",
    "- z",
    "",
    "true",
    "5",
    "it's",
    '"q"',
    "a, b",
    "[x]",
    "é😀",
    "l1\nl2\n",
    "t\nu",
    "#n",
    "~",
]
_SCALARS = [*_STRINGS, 0, 7, -3, 1.5, True, False, None]
_KEYS = ["name", "image", "a", "b", "c-d", "app.kubernetes.io/name", "y", "1", "x y", "k: v", "é", "it's", ""]


class RandomStyle:
    """Writes one object, every choice of style left to chance."""

    def __init__(self, random: Random, *, aliases: bool = True) -> None:
        self._random = random
        self._aliases = random.choice([0, 0.3, 0.8]) if aliases else 0
        self._anchors: dict[str, str] = {}
        self._mapping = random.choice([1, 2, 2, 2, 3, 4])
        self._list = random.choice([0, 0, 2, self._mapping])
        self._item = random.choice([2, 2, 2, 4])
        self._comments = random.choice([0, 0.1, 0.3])
        self._flow = random.choice([0, 0.1, 0.4])
        self._break = random.choice(["\n", "\n", "\r\n", "\r"])

    def document(self, value: dict[str, Any]) -> str:
        """Return the text of a document that means ``value``."""
        head = self._random.choice(["", "", "# head\n", "---\n", "--- # first\n", "%YAML 1.1\n---\n", "\n\n"])
        lines = self._block(value, 0) if value and not self._chance(self._flow / 4) else [self._flow_value(value, 0)]
        tail = self._random.choice(["", "", "\n", "\n# end", "\n...", "\n\n\n"])
        text = head + "\n".join(lines) + tail
        return (text + "\n" * self._chance(0.8)).replace("\n", self._break)

    def _chance(self, share: float) -> bool:
        return self._random.random() < share

    def _trailing(self) -> str:
        return self._random.choice([" ", "  "]) + self._random.choice(_COMMENTS) if self._chance(self._comments) else ""

    def _above(self, column: int) -> list[str]:
        lines = []
        if self._chance(self._comments / 2):
            lines.append("")
        if self._chance(self._comments):
            lines.append(" " * self._random.choice([column, column, 0]) + self._random.choice(_COMMENTS))
        return lines

    def _block(self, value: Any, column: int) -> list[str]:
        """Return the lines of a block collection that has something in it."""
        lines: list[str] = []
        margin = " " * column
        entries = value.items() if isinstance(value, dict) else [("", item) for item in value]
        for key, item in entries:
            above = self._above(column)
            if isinstance(value, dict):
                name = self._scalar(key)
                explicit = self._chance(0.02)
                head = (
                    f"{margin}? {name}\n{margin}:"
                    if explicit
                    else f"{margin}{name}{'' if self._chance(0.98) else ' '}:"
                )
                lines += above + self._entry(head, item, column)
            else:
                lines += above + self._list_item(margin, item, column)
        return lines

    def _entry(self, head: str, item: Any, column: int) -> list[str]:
        if (alias := self._alias_of(item)) is not None:
            return [f"{head} {alias}{self._trailing()}"]
        if isinstance(item, dict | list) and item and not self._chance(self._flow):
            distance = self._mapping if isinstance(item, dict) else self._list
            if anchor := self._anchor_for(item):
                return [f"{head} {anchor}{self._trailing()}", *self._block(item, column + distance)]
            tag = self._random.choice(
                [" !!map" if isinstance(item, dict) else " !!seq", f" &x{self._random.randrange(10**9)}"]
            )
            return [head + tag * self._chance(0.02) + self._trailing(), *self._block(item, column + distance)]
        return self._inline(head, item, column)

    def _alias_of(self, item: Any) -> str | None:
        """Return the alias for a value that was written with an anchor before, by chance."""
        anchor = self._anchors.get(json.dumps(item))
        return f"*{anchor}" if anchor is not None and self._chance(self._aliases) else None

    def _anchor_for(self, item: Any) -> str:
        """Return a new anchor for a value, by chance; else nothing."""
        text = json.dumps(item)
        if text in self._anchors or not self._chance(self._aliases / 2):
            return ""
        self._anchors[text] = f"a{len(self._anchors)}"
        return f"&{self._anchors[text]}"

    def _list_item(self, margin: str, item: Any, column: int) -> list[str]:
        if isinstance(item, dict | list) and item and not self._chance(self._flow):
            inner = column + self._item
            lines = self._block(item, inner)
            if lines[0].startswith(" " * inner + "#") or not lines[0].strip() or self._chance(0.05):
                return [margin + "-" + self._trailing(), *lines]
            if lines[0].startswith("#"):
                return [margin + "-", *lines]
            return [margin + "-" + " " * (self._item - 1) + lines[0][inner:], *lines[1:]]
        return self._inline(margin + "-", item, column)

    def _inline(self, head: str, item: Any, column: int) -> list[str]:
        if isinstance(item, dict | list):
            flow = self._flow_value(item, column + 2)
            anchor = self._anchor_for(item)
            return [f"{head} {anchor}{' ' * bool(anchor)}{flow}{self._trailing()}"]
        if (
            isinstance(item, str)
            and item.strip() == item.rstrip("\n") != ""
            and self._chance(0.3 + 0.5 * ("\n" in item))
        ):
            body = item.rstrip("\n").split("\n")
            inner = " " * (column + self._random.choice([1, 2, 4]))
            header = "|" if item.endswith("\n") else "|-"
            if not item.endswith("\n\n"):
                return [f"{head} {header}{self._trailing()}", *(inner + line for line in body)]
        if item is None and self._chance(0.4):
            return [head + self._trailing()]
        anchor = self._anchor_for(item)
        blank = self._random.choice([" ", " ", "  "])
        return [f"{head}{blank}{anchor}{' ' * bool(anchor)}{self._scalar(item)}{self._trailing()}"]

    def _flow_value(self, value: Any, column: int) -> str:
        if (alias := self._alias_of(value)) is not None:
            return f"{alias} "
        if not isinstance(value, dict | list):
            return self._scalar(value, in_flow=True)
        begin, end = "{}" if isinstance(value, dict) else "[]"
        if not value:
            return begin + end
        parts = (
            [f"{self._scalar(key, in_flow=True)}: {self._flow_value(item, column + 2)}" for key, item in value.items()]
            if isinstance(value, dict)
            else [self._flow_value(item, column + 2) for item in value]
        )
        comma = "," * self._chance(0.2)
        if self._chance(0.7):
            padding = " " * self._chance(0.2)
            return begin + padding + self._random.choice([", ", ", ", ","]).join(parts) + comma + padding + end
        margin = "\n" + " " * (column + 2)
        lines = [part + "," + self._trailing() for part in parts[:-1]] + [parts[-1] + comma + self._trailing()]
        return begin + margin + margin.join(lines) + "\n" + " " * column + end

    def _scalar(self, value: Any, *, in_flow: bool = False) -> str:
        if not isinstance(value, str):
            return self._random.choice(["null", "~"]) if value is None else str(value).lower()
        choices = [json.dumps(value, ensure_ascii=False)]
        if value.isprintable():
            choices.append("'" + value.replace("'", "''") + "'")
        if is_plain(value, in_flow=in_flow):
            choices += [value] * 6
        return self._random.choice(choices)


def random_value(random: Random, depth: int) -> Any:
    """Return a random plain object."""
    kind = random.random()
    if depth and kind < 0.35:
        return random_mapping(random, depth - 1)
    if depth and kind < 0.6:
        if random.random() < 0.5:
            names = random.sample(["one", "two", "three", "four"], random.randint(0, 4))
            return [{"name": name, **random_mapping(random, depth - 1)} | {"name": name} for name in names]
        return [random_value(random, depth - 1) for _ in range(random.randint(0, 3))]
    return random.choice(_SCALARS)


def random_mapping(random: Random, depth: int) -> dict[str, Any]:
    """Return a random mapping."""
    return {key: random_value(random, depth) for key in random.sample(_KEYS, random.randint(0, 5))}


def randomly_changed(random: Random, value: dict[str, Any], depth: int) -> dict[str, Any]:
    """Return a copy of an object with one to three changes."""
    changed = copy.deepcopy(value)
    for _ in range(random.randint(1, 3)):
        _change(random, changed, depth)
    return changed


def _change(random: Random, value: Any, depth: int) -> None:
    """Change a mapping or a list, or one in it."""
    places = list(value) if isinstance(value, dict) else list(range(len(value)))
    inner = [place for place in places if isinstance(value[place], dict | list)]
    if inner and random.random() < 0.7:
        _change(random, value[random.choice(inner)], depth - 1)
        return
    what = random.choice(["add", "add", "remove", "replace", "move"])
    if what == "remove" and places:
        del value[random.choice(places)]
    elif what == "replace" and places:
        value[random.choice(places)] = random_value(random, max(depth, 0))
    elif what == "move" and isinstance(value, list):
        random.shuffle(value)
    elif isinstance(value, list):
        value.insert(random.randint(0, len(value)), random_value(random, max(depth, 0)))
    else:
        pairs = list(value.items())
        pairs.insert(random.randint(0, len(pairs)), (random.choice(_KEYS), random_value(random, max(depth, 0))))
        value.clear()
        value.update(dict(pairs))


def written(random: Random, value: dict[str, Any], *, aliases: bool = True) -> str:
    """Return a random text of an object, which is known to mean it; ``aliases``: what is twice may be written once."""
    text = RandomStyle(random, aliases=aliases).document(value)
    if not is_alike(read_with_pyyaml(text), value):
        text += "\n"  # the last scalar is a block that ends with a line break
    assert is_alike(read_with_pyyaml(text), value), text
    return text


def is_alike(first: Any, second: Any) -> bool:
    """Whether two plain objects are the same as JSON."""
    return json.dumps(first, sort_keys=True) == json.dumps(second, sort_keys=True)
