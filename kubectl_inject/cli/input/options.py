"""The options that say what to read, and which workloads of it are meant."""

from __future__ import annotations

import os

from kubectl_inject.cli.input.failures import AT_ONCE, Failures
from kubectl_inject.options.option import GENERAL, INPUT, UsageError, argument, option
from kubectl_inject.options.raised_limits import RAISE_LIMITS, check_raised
from kubectl_inject.startup.frozen import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kubectl_inject.injection.selection.workload_filter import WorkloadFilter, WorkloadName
    from kubectl_inject.injection.workload import Object
    from kubectl_inject.manifests.input.exclusion import Exclusion
    from kubectl_inject.settings.resolved import SettingsLayer

_VARIABLES = "KUBECTL_INJECT_"
FILENAME_FLAGS = "-f/--filename"
_MANIFEST_SUFFIXES = (".yaml", ".yml", ".json")

WORDS = argument(
    text="Files, folders, URLs or - for standard input; and workloads by KIND/NAME, which are the only ones then.",
    metavar="[FILES] [KIND/NAME]",
    required=False,
    repeated=True,
    completes="workloads",
)


EXCLUDE = option(
    "--exclude",
    text="Leave out files and folders. Can be repeated.",
    default=None,
    repeated=True,
    metavar="GLOB",
    group=INPUT,
)


@dataclass(frozen=True, slots=True)
class InputOptions:
    """What to read, and which workloads of it are meant. Each field is an option.

    Beside them, most commands take words without a flag: ``words`` of the methods. A word is a file, or a workload
    where it reads as KIND/NAME, nothing is there by that name, and it has no suffix of manifests.
    """

    filenames: list[str] | None = option(
        "--filename",
        "-f",
        text="File, folder, URL, or - for standard input.",
        default=None,
        repeated=True,
        metavar="FILE",
        group=INPUT,
        completes="manifests",
    )
    kustomization: str = option(
        "--kustomize",
        "-k",
        text="Folder that 'kubectl kustomize' builds.",
        metavar="FOLDER",
        group=INPUT,
        completes="folders",
    )
    recursive: bool = option(
        "--recursive", "-R", text="Read the sub-folders of folders too.", default=False, group=INPUT
    )
    selector: str = option("--selector", "-l", text="Only workloads with such labels: app=web,!old.", group=INPUT)
    raise_limits: int = RAISE_LIMITS
    exclude: list[str] | None = EXCLUDE

    keep_going: bool = option(
        "--keep-going",
        text="Pass over files with errors, and fail at the end.",
        default=False,
        group=INPUT,
    )

    jobs: int = option(
        "--jobs",
        text="How many processes. Default: one for each core.",
        default=0,
        group=GENERAL,
        is_shared=True,
    )

    @property
    def failures(self) -> Failures:
        """What to do with the errors of single files."""
        return Failures(keep_going=True) if self.keep_going else AT_ONCE

    def check(self, words: Sequence[str] | None) -> None:
        """Raise UsageError where there is nothing to read, or what selects workloads cannot be read."""
        check_raised(self.raise_limits)
        if self.jobs < 0:
            raise UsageError(f"expected a whole number, found {self.jobs}", "--jobs")
        names = self.names(words)
        if "" in names:
            raise UsageError("expected the name of a file or a folder, found an empty one", FILENAME_FLAGS)
        for word in words or ():
            _check_word(word)
        workloads = _workload_names(words)
        if not names and not self.kustomization:
            cure = f"; {workloads[0]} says which workload of them" if workloads else ""
            raise UsageError(f"expected files, at least one: -f FILE, or - for standard input{cure}", FILENAME_FLAGS)
        self.workload_filter(words)

    def names(self, words: Sequence[str] | None) -> list[str]:
        """Return the names of files, folders and URLs, each by itself."""
        from kubectl_inject.manifests.input.sources import separate_names

        return separate_names([*(self.filenames or []), *(word for word in words or () if not _names_workload(word))])

    def workload_filter(self, words: Sequence[str] | None) -> WorkloadFilter | None:
        """Return what selects workloads, or None where all are meant. Raises UsageError."""
        names = _workload_names(words)
        if not (names or self.selector):
            return None
        from kubectl_inject.injection.selection.workload_filter import WorkloadFilter
        from kubectl_inject.kubernetes.label_selector import SelectorError, parse_selector_text

        try:
            return WorkloadFilter(tuple(names), parse_selector_text(self.selector))
        except SelectorError as error:
            raise UsageError(str(error), "-l/--selector") from None

    def selects(self, words: Sequence[str] | None) -> Callable[[Object], bool] | None:
        """Return what tells the workloads that are meant, or None where all are."""
        selected = self.workload_filter(words)
        return selected.selects if selected else None

    def exclusion(self) -> Exclusion | None:
        """Return what the settings file, the environment and the options leave out. Raises InjectionError."""
        patterns = [pattern for layer in settings_below_flags() for pattern in layer.settings.exclude]
        patterns += self.exclude or ()
        if not patterns:
            return None
        from kubectl_inject.manifests.input.exclusion import Exclusion

        return Exclusion(tuple(patterns))


def settings_below_flags(folder: str = "") -> list[SettingsLayer]:
    """Return the settings of the settings file and of the environment, in rising order. Raises InjectionError.

    The file is that of a folder, the current one where none is given.
    """
    from kubectl_inject.settings.settings_file import settings_file_layers

    layers = settings_file_layers(folder or os.getcwd())
    if any(name.startswith(_VARIABLES) for name in os.environ):
        from kubectl_inject.settings.environment import settings_from_environment, variables_in
        from kubectl_inject.settings.resolved import SettingsLayer

        if variables := variables_in(os.environ):
            layers.append(SettingsLayer(variables, settings_from_environment(os.environ)))
    return layers


def _check_word(word: str) -> None:
    """Raise UsageError for a word that is no file, and was meant as something else."""
    if "." in word or "/" in word or "\0" in word or word in ("", "-") or os.path.exists(word):
        return
    from difflib import get_close_matches

    from kubectl_inject.cli.command_names import COMMANDS
    from kubectl_inject.injection.selection.workload_filter import workload_name

    if word in COMMANDS:
        raise UsageError(f"a command comes first, as in: kubectl inject {word} -f FILE", word)
    if workload_name(f"{word}/NAME"):
        raise UsageError(f"expected a workload's kind and name, such as {word}/NAME, found the kind", word)
    if nearest := get_close_matches(word, COMMANDS, 1):
        raise UsageError(f"no such command, file or folder; did you mean {nearest[0]}?", word)


def _workload_names(words: Sequence[str] | None) -> list[WorkloadName]:
    return [name for word in words or () if (name := _names_workload(word))]


def _names_workload(word: str) -> WorkloadName | None:
    """Return the workload that a word names, or None where it is a file's name."""
    if "/" not in word or "\0" in word or word.endswith(_MANIFEST_SUFFIXES) or os.path.exists(word):
        return None
    from kubectl_inject.injection.selection.workload_filter import workload_name

    return workload_name(word)
