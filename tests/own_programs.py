"""The programs of this project, as they are installed beside this Python."""

from __future__ import annotations

import os
import sys
from pathlib import Path

FOLDER = Path(sys.executable).parent
KUBECTL_INJECT = FOLDER / "kubectl-inject"


def with_own_programs() -> dict[str, str]:
    """Return this process's environment, with the programs of this project on the PATH, and no settings for them."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("KUBECTL_INJECT_")}
    return {**inherited, "PATH": f"{FOLDER}{os.pathsep}{os.environ['PATH']}"}
