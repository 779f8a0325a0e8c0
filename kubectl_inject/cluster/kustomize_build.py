"""What kubectl's own kustomize builds of a folder, as ``kubectl apply -k`` uses it."""

from __future__ import annotations

from kubectl_inject.cluster.bounded_process import TooMuchOutputError, finish, start
from kubectl_inject.concealment import without_secrets
from kubectl_inject.errors import InjectionError

_SECONDS = 120.0
"""How long a build may take. It may fetch remote bases."""
_MOST_SHOWN = 1000
_OTHER_WAY = {"-k": ", or pipe what another tool builds: kustomize build FOLDER | kubectl-inject -f -"}


class KustomizeError(InjectionError):
    """A kustomization cannot be built."""


def build_kustomization(
    folder: str, most_bytes: int, *, flag: str = "-k", seconds: float = _SECONDS, program: str = "kubectl"
) -> bytes:
    """Return what ``kubectl kustomize FOLDER`` prints, no more than ``most_bytes``.

    ``flag`` is the one that named the folder. Raises KustomizeError.
    """
    name = f"{flag} {without_secrets(folder)}"
    try:
        process = start([program, "kustomize", "--", folder])
    except FileNotFoundError:
        raise KustomizeError(
            f"{name}: {program} is not on the PATH, and {flag} builds with it. Install it{_OTHER_WAY.get(flag, '')}"
        ) from None
    except (OSError, ValueError) as error:
        raise KustomizeError(f"{name}: {program} cannot be run: {error}") from None
    try:
        built = finish(process, seconds, most_bytes)
    except TimeoutError:
        raise KustomizeError(f"{name}: {program} kustomize took longer than {seconds:g} seconds") from None
    except TooMuchOutputError:
        raise KustomizeError(f"{name}: {program} kustomize printed more than the limit of {most_bytes} bytes") from None
    if built.status != 0:
        message = built.err.decode("utf-8", "replace").strip().removeprefix("error: ")[-_MOST_SHOWN:]
        raise KustomizeError(f"{name}: {program} kustomize failed: {without_secrets(message) or built.status}")
    return built.out
