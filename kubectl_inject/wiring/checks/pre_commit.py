"""pre-commit runs the checks: a hook for each, with the version of this program.

https://pre-commit.com/#repository-local-hooks
"""

from __future__ import annotations

import posixpath

from kubectl_inject.manifests.output.writing import write_yaml
from kubectl_inject.wiring.plan import NOTHING, Step, Wiring
from kubectl_inject.wiring.yaml_file import edited, read_documents

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from kubectl_inject.wiring.tree import Tree
    from kubectl_inject.wiring.yaml_file import Object

FILE = ".pre-commit-config.yaml"
HOOK = "kubectl-inject-check"
_WHY = "checks before each commit"


def wire_pre_commit(tree: Tree, checks: Sequence[Sequence[str]], version: str) -> Wiring:
    """Return the wiring of pre-commit. Raises ManifestError where its file cannot be read."""
    if not checks:
        return NOTHING
    repository = {"repo": "local", "hooks": [_hook(each, version) for each in checks]}
    before = tree.found(FILE)
    if before is None or not before.strip():
        return Wiring(steps=(Step(FILE, before, write_yaml({"repos": [repository]}).encode(), _WHY),))
    documents = read_documents(before, FILE)
    if len(documents) != 1 or not isinstance(documents[0].value.get("repos") or [], list):
        return Wiring(notes=(f"{FILE}: not wired: expected a mapping with a list of repos",))

    def wired(value: Object) -> Object:
        others = [each for each in value.get("repos") or [] if not _is_own(each)]
        place = next((index for index, each in enumerate(value.get("repos") or []) if _is_own(each)), len(others))
        return {**value, "repos": [*others[:place], repository, *others[place:]]}

    return Wiring(steps=(Step(FILE, before, edited(before, FILE, documents[0].number, wired), _WHY),))


def _hook(check: Sequence[str], version: str) -> Object:
    places = [part for part in check if not part.startswith("-")]
    return {
        "id": HOOK,
        "name": f"kubectl inject check {' '.join(check)}",
        "entry": "kubectl-inject check",
        "args": list(check),
        "language": "python",
        "additional_dependencies": [f"kubectl-inject=={version}"],
        "pass_filenames": False,
        **({"files": _below(places)} if "-k" not in check else {"types": ["yaml"]}),
    }


def _below(places: Sequence[str]) -> str:
    """Return a regular expression of pre-commit's for files and folders."""
    import re

    escaped = [
        re.escape(place).replace("\\-", "-") + ("$" if posixpath.splitext(place)[1] else "/") for place in places
    ]
    return f"^({'|'.join(escaped)})"


def _is_own(value: object) -> bool:
    hooks = value.get("hooks") if isinstance(value, dict) and value.get("repo") == "local" else None
    return isinstance(hooks, list) and bool(hooks) and all(isinstance(h, dict) and h.get("id") == HOOK for h in hooks)
