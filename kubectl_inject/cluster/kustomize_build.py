"""What kubectl's own kustomize builds of a folder, as ``kubectl apply -k`` uses it."""

from __future__ import annotations

from kubectl_inject.cluster.bounded_process import MissingProgramError, ProgramError, output_of
from kubectl_inject.concealment import without_secrets
from kubectl_inject.errors import InjectionError

_OTHER_WAY = {"-k": ", or pipe what another tool builds: kustomize build FOLDER | kubectl-inject -f -"}


class KustomizeError(InjectionError):
    """A kustomization cannot be built."""


def build_kustomization(folder: str, most_bytes: int, *, flag: str = "-k") -> bytes:
    """Return what ``kubectl kustomize FOLDER`` prints, no more than ``most_bytes``.

    ``flag`` is the one that named the folder. Raises KustomizeError.
    """
    name = f"{flag} {without_secrets(folder)}"
    try:
        return output_of(["kubectl", "kustomize", "--", folder], most_bytes)
    except MissingProgramError as error:
        cure = f"{flag} builds with it. Install it{_OTHER_WAY.get(flag, '')}"
        raise KustomizeError(f"{name}: {error}, and {cure}") from None
    except ProgramError as error:
        raise KustomizeError(f"{name}: {error}") from None
