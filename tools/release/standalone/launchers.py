"""What starts the programs in a self-contained archive, wherever that was unpacked."""

from __future__ import annotations

from importlib import resources
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, ZipInfo

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tools.release.standalone.platforms import Platform

# POSIX's readlink takes no flags; krew and people link to the programs.
_SCRIPT = """\
#!/bin/sh
self=$0
while [ -L "$self" ]; do
  link=$(readlink "$self")
  case $link in
    /*) self=$link ;;
    *) self=${{self%/*}}/$link ;;
  esac
done
exec "${{self%/*}}/python/bin/python3" -I -c 'from {module} import {function}; {function}()' "$@"
"""

_STARTERS = {"amd64": "t64.exe", "arm64": "t64-arm.exe"}
"""distlib's programs for Windows, which pip has in it: each starts the Python that its own end names, with the zip that
follows. https://github.com/pypa/distlib/issues/117 is about names relative to the program."""
_NAMED = b"#!<launcher_dir>\\python\\python.exe -I\r\n"
_STARTED = "from {module} import {function}\n{function}()\n"


def write_launcher(folder: Path, name: str, entry: str, platform: Platform) -> None:
    """Write the program that runs an entry point, ``module:function``, by the Python beside it.

    On Windows it is no batch file: cmd would read what stands in the arguments.
    """
    module, _, function = entry.partition(":")
    if platform.os == "windows":
        (folder / f"{name}.exe").write_bytes(_windows_program(module, function, platform.arch))
        return
    script = folder / name
    script.write_text(_SCRIPT.format(module=module, function=function), encoding="utf-8", newline="\n")
    script.chmod(0o755)


def _windows_program(module: str, function: str, arch: str) -> bytes:
    starter = resources.files("pip._vendor.distlib").joinpath(_STARTERS[arch]).read_bytes()
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        main = ZipInfo("__main__.py")
        main.create_system = 0  # elsewhere it would be Unix
        archive.writestr(main, _STARTED.format(module=module, function=function))
    return starter + _NAMED + packed.getvalue()
