"""``python -m kubectl_inject`` is the program ``kubectl-inject``."""

from __future__ import annotations

from kubectl_inject.cli.main import main

if __name__ == "__main__":
    main()
