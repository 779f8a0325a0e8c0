"""Versions by the rules of Masterminds/semver v3: semantic versions, and what comes close to them."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from kubectl_inject.gotemplate.functions import Function, FunctionError, ParameterType
from kubectl_inject.gotemplate.go_types import type_name
from kubectl_inject.gotemplate.quoting import quote
from kubectl_inject.gotemplate.sprig.json.encoding import JSONMarshaler
from kubectl_inject.gotemplate.values import GoObject, Uint64

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

DIGITS = "0123456789"
IDENTIFIER_CHARACTERS = DIGITS + "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-"
MAX_UINT64 = 2**64 - 1


class VersionError(ValueError):
    """A text is no version; str() of it is what semver says."""


class Parts(NamedTuple):
    """The parts of a version as they are written, absent ones as empty texts."""

    major: str
    minor: str
    patch: str
    prerelease: str
    metadata: str


def scan_version(text: str, start: int, number_characters: str) -> tuple[Parts, int] | None:
    """Return the parts of the version that begins at a place, and where it ends; None where none begins."""

    def run_end(place: int, characters: str) -> int:
        while place < len(text) and text[place] in characters:
            place += 1
        return place

    def suffix_end(mark: str, place: int) -> int:
        """Return the end of dotted identifiers after a mark, or the place itself where there are none."""
        separator, end = mark, place
        while text.startswith(separator, end) and (after := run_end(end + 1, IDENTIFIER_CHARACTERS)) > end + 1:
            separator, end = ".", after
        return end

    start += text.startswith("v", start)
    place = run_end(start, number_characters)
    if place == start:
        return None
    numbers = [text[start:place]]
    while len(numbers) < 3 and text.startswith(".", place):
        end = run_end(place + 1, number_characters)
        if end == place + 1:
            break
        numbers.append(text[place + 1 : end])
        place = end
    numbers += [""] * (3 - len(numbers))
    prerelease_end = suffix_end("-", place)
    end = suffix_end("+", prerelease_end)
    return Parts(
        numbers[0], numbers[1], numbers[2], text[place + 1 : prerelease_end], text[prerelease_end + 1 : end]
    ), end


class Version(NamedTuple):
    """A version; its tuple's order is not the order of versions, which compare() tells."""

    major: int
    minor: int
    patch: int
    prerelease: str = ""
    metadata: str = ""
    original: str = ""

    @classmethod
    def parse(cls, text: str) -> Version:
        """Read a version, of which only the major number is needed."""
        scanned = scan_version(text, 0, DIGITS)
        if scanned is None or scanned[1] != len(text):
            raise VersionError("Invalid Semantic Version")
        parts = scanned[0]
        major, minor, patch = (_segment(number or "0") for number in parts[:3])
        for identifier in parts.prerelease.split("."):
            if len(identifier) > 1 and identifier[0] == "0" and not identifier.strip(DIGITS):
                raise VersionError("Version segment starts with 0")
        return cls(major, minor, patch, parts.prerelease, parts.metadata, text)

    def __str__(self) -> str:
        """Return the version in full."""
        prerelease = f"-{self.prerelease}" if self.prerelease else ""
        metadata = f"+{self.metadata}" if self.metadata else ""
        return f"{self.major}.{self.minor}.{self.patch}{prerelease}{metadata}"

    def compare(self, other: Version) -> int:
        """Return -1, 0 or 1 if the version is before, at or after the other; metadata does not count."""
        if self[:3] != other[:3]:
            return -1 if self[:3] < other[:3] else 1
        return compare_prereleases(self.prerelease, other.prerelease)

    def next(self, part: str) -> Version:
        """Return the next version that differs in the part of that name."""
        major, minor, patch = self[:3]
        if part == "Major":
            major, minor, patch = major + 1, 0, 0
        elif part == "Minor":
            minor, patch = minor + 1, 0
        else:
            # A prerelease comes before the version that it prepares.
            patch += not self.prerelease
        following = Version(major & MAX_UINT64, minor & MAX_UINT64, patch & MAX_UINT64)
        return following.with_prefix_of(self)

    def with_prefix_of(self, other: Version) -> Version:
        """Return the version with itself as its original text, and with the v of another's, if it has one."""
        return self._replace(original=("v" if other.original.startswith("v") else "") + str(self))


def _segment(digits: str) -> int:
    digits = digits.lstrip("0") or "0"
    if len(digits) > 20 or int(digits) > MAX_UINT64:
        raise VersionError(
            f"Error parsing version segment: strconv.ParseUint: parsing {quote(digits)}: value out of range"
        )
    return int(digits)


def compare_prereleases(one: str, other: str) -> int:
    """Compare what follows the hyphen of two versions; nothing is after anything."""
    if one == other:
        return 0
    if not one or not other:
        return 1 if not one else -1
    ones, others = one.split("."), other.split(".")
    for left, right in zip(ones, others, strict=False):
        if left != right:
            return 1 if _identifier_order(left) > _identifier_order(right) else -1
    return (len(ones) > len(others)) - (len(ones) < len(others))


def _identifier_order(identifier: str) -> tuple[bool, int, str]:
    """Return a key to sort by: numbers are before words."""
    is_number = not identifier.strip(DIGITS) and len(identifier) <= 20 and int(identifier) <= MAX_UINT64
    return (False, int(identifier), "") if is_number else (True, 0, identifier)


class VersionObject(GoObject, JSONMarshaler):
    """A version as templates see it."""

    __slots__ = ("_is_pointer", "version")

    def __init__(self, version: Version, *, is_pointer: bool) -> None:
        """Show a version, as a pointer or as a struct, whose methods are fewer."""
        self.version = version
        self._is_pointer = is_pointer

    def __eq__(self, other: object) -> bool:
        """Say whether the other is an equal version of the same type."""
        return isinstance(other, VersionObject) and (self.version, self.go_type) == (other.version, other.go_type)

    def __hash__(self) -> int:
        """Return a hash that equal versions share."""
        return hash(self.version)

    @property
    def go_type(self) -> str:
        """The type as Go prints it."""
        return "*semver.Version" if self._is_pointer else "semver.Version"

    def go_contents(self) -> str:
        """Return the version as it was written."""
        return self.version.original

    def go_print(self) -> str:
        """Return the version in full."""
        return str(self.version)

    def go_json(self) -> str:
        """Return the version in full."""
        return str(self.version)

    def go_method(self, name: str) -> Function | None:
        """Return a method of the version."""
        version = self.version
        calls: dict[str, Callable[[], object]] = {
            "Major": partial(Uint64, version.major),
            "Minor": partial(Uint64, version.minor),
            "Patch": partial(Uint64, version.patch),
            "Prerelease": lambda: version.prerelease,
            "Metadata": lambda: version.metadata,
            "String": lambda: str(version),
            "IncMajor": lambda: _struct(version.next("Major")),
            "IncMinor": lambda: _struct(version.next("Minor")),
            "IncPatch": lambda: _struct(version.next("Patch")),
        }
        if name in calls:
            return Function(name, calls[name])
        if name in ("SetPrerelease", "SetMetadata"):
            return Function(name, partial(_with_suffix, version, name), (ParameterType.STRING,))
        return self._pointer_method(name) if self._is_pointer else None

    def _pointer_method(self, name: str) -> Function | None:
        if name == "Original":
            return Function(name, lambda: self.version.original)
        comparisons: dict[str, Callable[[int], object]] = {
            "Compare": lambda order: order,
            "Equal": lambda order: order == 0,
            "LessThan": lambda order: order < 0,
            "LessThanEqual": lambda order: order <= 0,
            "GreaterThan": lambda order: order > 0,
            "GreaterThanEqual": lambda order: order >= 0,
        }
        answer = comparisons.get(name)
        if answer is None:
            return None
        return Function(name, lambda other: answer(self.version.compare(_pointed_to(other))), (ParameterType.ANY,))


def _struct(version: Version) -> VersionObject:
    return VersionObject(version, is_pointer=False)


def _pointed_to(value: object) -> Version:
    if isinstance(value, VersionObject) and value.go_type == "*semver.Version":
        return value.version
    raise FunctionError(f"wrong type for value; expected *semver.Version; got {type_name(value)}")


def _with_suffix(version: Version, method: str, suffix: str) -> VersionObject:
    identifiers = suffix.split(".")
    is_metadata = method == "SetMetadata"
    for identifier in identifiers if suffix else ():
        if identifier.strip(IDENTIFIER_CHARACTERS):
            raise FunctionError(f"Invalid {'Metadata' if is_metadata else 'Prerelease'} string")
        if not is_metadata and len(identifier) > 1 and identifier[0] == "0" and not identifier.strip(DIGITS):
            raise FunctionError("Version segment starts with 0")
    changed = version._replace(metadata=suffix) if is_metadata else version._replace(prerelease=suffix)
    return _struct(changed.with_prefix_of(version))


def semver(text: str) -> VersionObject:
    """Read a version."""
    return VersionObject(parse_version(text), is_pointer=True)


def parse_version(text: str) -> Version:
    """Read a version or raise FunctionError."""
    try:
        return Version.parse(text)
    except VersionError as problem:
        raise FunctionError(str(problem)) from None
