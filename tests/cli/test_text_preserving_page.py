"""``docs/text-preserving.md`` shows what the commands do: its sessions are run here, with the example mesh."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from kubectl_inject.cli.main import main
from tests.conftest import MESH, ROOT

PAGE = (ROOT / "docs" / "text-preserving.md").read_text()


def blocks(language: str) -> list[str]:
    """Return the page's blocks of code in a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def test_page(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    before, after = blocks("yaml")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("KUBECTL_EXTERNAL_DIFF", raising=False)
    Path("app.yaml").write_text(before)
    for mesh in ("mesh", "new-mesh"):
        shutil.copytree(MESH, mesh)
    Path("new-mesh/values.json").write_text((MESH / "values.json").read_text().replace("1.31.0", "1.31.1"))
    status: object = None
    for session in blocks("console"):
        _, *commands = re.split(r"^\$ (.*)\n", session, flags=re.MULTILINE)
        for command, printed in zip(commands[::2], commands[1::2], strict=True):
            if command == "echo $?":
                assert printed == f"{int(bool(status))}\n"
                continue
            words = shlex.split(command.removeprefix("kubectl inject "))
            with pytest.raises(SystemExit) as exited:
                main(words)
            status = exited.value.code
            captured = capfdbinary.readouterr()
            assert (captured.err + captured.out).decode() == printed, command
    assert Path("injected.yaml").read_text() == after
    assert Path("back.yaml").read_text() == before
