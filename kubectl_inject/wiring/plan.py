"""A plan: the files of a repository that would be written, each with its bytes before and after, and why."""

from __future__ import annotations

from kubectl_inject.errors import InjectionError
from kubectl_inject.startup.frozen import dataclass, field

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


class WiringError(InjectionError):
    """A repository, or a part of it, cannot be wired."""


@dataclass(frozen=True, slots=True)
class Step:
    """A file, by its path below the repository's root, and its bytes; None where it is not there.

    ``why`` says in a few words what the change is for.
    """

    file: str
    before: bytes | None
    after: bytes | None
    why: str


@dataclass(frozen=True, slots=True)
class Built:
    """What a part of the repository comes to once it is wired: how many workloads have a sidecar, and how many not.

    ``by`` says what puts it there. ``findings`` are what ``check`` finds in it.
    """

    what: str
    by: str
    injected: int
    skipped: int
    findings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wiring:
    """What wiring one part of a repository comes to.

    ``notes`` are for people: what is left as it is, and why. ``problems`` keep the part from being wired. ``checks``
    are the arguments of ``kubectl inject check`` that hold the part to what it should be; ``needs_init``: only a run
    of ``init`` can.
    """

    steps: tuple[Step, ...] = ()
    built: tuple[Built, ...] = ()
    notes: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    checks: tuple[tuple[str, ...], ...] = ()
    needs_init: bool = field(default=False)

    def __add__(self, other: Wiring) -> Wiring:
        """Return both together; where both write a file, the later bytes count."""
        return Wiring(
            steps=_merged((*self.steps, *other.steps)),
            built=(*self.built, *other.built),
            notes=(*self.notes, *other.notes),
            problems=(*self.problems, *other.problems),
            checks=(*self.checks, *other.checks),
            needs_init=self.needs_init or other.needs_init,
        )

    @property
    def changes(self) -> tuple[Step, ...]:
        """The steps that change anything."""
        return tuple(step for step in self.steps if step.before != step.after)


NOTHING = Wiring()


def _merged(steps: Iterable[Step]) -> tuple[Step, ...]:
    by_file: dict[str, Step] = {}
    for step in steps:
        first = by_file.get(step.file)
        before = step.before if first is None else first.before
        by_file[step.file] = Step(step.file, before, step.after, step.why)
    return tuple(by_file.values())
