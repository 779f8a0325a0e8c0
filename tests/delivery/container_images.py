"""The repository's Containerfiles, built by the real buildah without a registry.

What they build upon has the name of the real image, and is made here: Debian with its Python, by mmdebstrap, in the
place of Docker's Python image; this machine's Go and kubectl. Digests in FROM are left out, for a stand-in has another.
"""

from __future__ import annotations

import re
import shutil
import ssl
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.conftest import ROOT
from tools.real_programs import cache_folder

SUITE = "bookworm"
PYTHON_PACKAGES = ("python3", "python3-venv", "ca-certificates")
_TRUSTED = "/etc/ssl/certs/ca-certificates.crt"
_PYTHON = f"""\
FROM scratch
ADD debian.tar /
COPY trusted.crt {_TRUSTED}
RUN ln -s python3 /usr/bin/python && printf '[global]\\ncert = {_TRUSTED}\\n' >/etc/pip.conf
"""
_KUBECTL = "FROM scratch\nCOPY kubectl /bin/kubectl\n"
_MINUTES = 20
COMMIT = "0123456789abcdef0123456789abcdef01234567"
"""What images are built as, so that layers stay the same."""

_OWN = "localhost/"


def containerfiles() -> list[str]:
    """Return the Containerfiles of the repository, by their paths in it."""
    folders = [path for path in ROOT.iterdir() if path.is_dir() and not path.name.startswith(".")]
    found = [path for folder in folders for path in folder.rglob("Containerfile")]
    return sorted(str(path.relative_to(ROOT)) for path in found)


def bases_of(containerfile: str) -> list[str]:
    """Return the images that a Containerfile builds upon, without digests, and without its own stages."""
    text = (ROOT / containerfile).read_text()
    stages = set(re.findall(r"^FROM .* AS (\S+)$", text, re.MULTILINE))
    images = re.findall(r"^FROM ([^\s@]+)", text, re.MULTILINE)
    return [image for image in dict.fromkeys(images) if image not in stages]


@dataclass(frozen=True, slots=True)
class ImageStore:
    """Where buildah keeps images: in a folder, by copying, so that it needs no rights to mount anything.

    ``tag`` is that of the images that are built; layers of earlier ones are used again where nothing of them changed.
    """

    folder: Path
    tag: str

    def command(self, *arguments: str) -> list[str]:
        """Return a command of buildah's for this store."""
        roots = ["--root", str(self.folder / "root"), "--runroot", str(self.folder / "run")]
        return ["buildah", *roots, "--storage-driver", "vfs", *arguments]

    def buildah(self, *arguments: str, stdin: str = "") -> str:
        """Run buildah, and return what it printed; RuntimeError where it fails."""
        run = subprocess.run(
            self.command(*arguments),
            input=stdin,
            capture_output=True,
            text=True,
            timeout=_MINUTES * 60,
            check=False,
        )
        if run.returncode:
            raise RuntimeError(f"buildah {arguments[0]}: {run.stderr[-4000:]}")
        return run.stdout

    def build(self, containerfile: str) -> str:
        """Build a Containerfile of the repository upon the stand-ins, once, and return the image's name."""
        name = f"{_OWN}{Path(containerfile).parent.name}:{self.tag}"
        if self._has(name):
            return name
        for image in bases_of(containerfile):
            self._make_base(image)
        text = re.sub(r"^(FROM [^\s@]+)@\S+", r"\1", (ROOT / containerfile).read_text(), flags=re.MULTILINE)
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder, "Containerfile")
            file.write_text(text)
            volumes = _go_caches() if "golang:" in text else []
            self._build(name, file, ROOT, f"--build-arg=COMMIT={COMMIT}", *volumes)
        return name

    def working_container(self, image: str) -> str:
        """Make a container of an image, in which commands can be run, and return its name."""
        return self.buildah("from", "--pull-never", image).strip()

    def bare_container(self, root: Path, files: Mapping[str, Path]) -> str:
        """Make a container of a root file system with files at some places, and return its name."""
        container = self.buildah("from", "scratch").strip()
        self.buildah("add", container, str(root), "/")
        for place, path in files.items():
            self.buildah("copy", container, str(path), place)
        return container

    def run(self, container: str, *arguments: str) -> list[str]:
        """Return the command that runs what an image's ENTRYPOINT is in a container, with arguments."""
        entry = self.buildah("inspect", "--format", "{{range .OCIv1.Config.Entrypoint}}{{println .}}{{end}}", container)
        return self.command("run", "--isolation", "chroot", container, "--", *entry.split(), *arguments)

    def _build(self, name: str, file: Path, context: Path, *flags: str) -> None:
        own = ["--isolation", "chroot", "--network", "host", "--layers", "--pull-never", "-t", name, "-f", str(file)]
        self.buildah("bud", *own, *flags, str(context))

    def clean(self) -> None:
        """Remove containers, and what was built under other tags than this one's."""
        self.buildah("rm", "--all")
        stale = [name for name in self._names() if name.startswith(_OWN) and not name.endswith(f":{self.tag}")]
        if stale:
            self.buildah("rmi", *stale)
        self.buildah("rmi", "--prune")

    def _has(self, name: str) -> bool:
        return name in self._names()

    def _names(self) -> list[str]:
        return self.buildah("images", "--format", "{{.Name}}:{{.Tag}}").split()

    def _make_base(self, image: str) -> None:
        name = image if "/" in image else f"docker.io/library/{image}"
        if self._has(name):
            return
        with tempfile.TemporaryDirectory() as folder:
            context = Path(folder)
            (context / "Containerfile").write_text(self._base(image, context))
            self._build(name, context / "Containerfile", context)

    def _base(self, image: str, context: Path) -> str:
        """Return the Containerfile of a stand-in, and put what it copies into a folder. LookupError for no such."""
        kind = image.rpartition("/")[2].partition(":")[0]
        if kind == "kubectl":
            shutil.copyfile(str(shutil.which("kubectl")), context / "kubectl")
            (context / "kubectl").chmod(0o755)
            return _KUBECTL
        if kind not in ("python", "golang"):
            raise LookupError(f"no stand-in is known for the image {image}")
        shutil.copyfile(debian(PYTHON_PACKAGES), context / "debian.tar")
        trusted = ssl.get_default_verify_paths().cafile or _TRUSTED
        shutil.copyfile(trusted, context / "trusted.crt")
        return _PYTHON + (f"ENV PATH={_go('GOROOT')}/bin:/usr/bin:/bin\n" if kind == "golang" else "")


def debian(packages: Sequence[str]) -> Path:
    """Return a root file system of a minimal Debian with packages, which is made once."""
    made = cache_folder() / f"debian-{SUITE}-{'-'.join(packages) or 'minimal'}.tar"
    if not made.exists():
        made.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=made.parent) as folder:
            tar = Path(folder, "debian.tar")
            included = [f"--include={','.join(packages)}"] if packages else []
            subprocess.run(["mmdebstrap", "--quiet", "--variant=minbase", *included, SUITE, str(tar)], check=True)
            tar.replace(made)
    return made


@cache
def _go(name: str) -> str:
    return subprocess.run(["go", "env", name], check=True, capture_output=True, text=True).stdout.strip()


def _go_caches() -> Sequence[str]:
    """Return the flags that give a build this machine's Go, and what it has downloaded and compiled before."""
    root, modules, compiled = _go("GOROOT"), _go("GOMODCACHE"), _go("GOCACHE")
    volumes = {root: root, modules: "/root/go/pkg/mod", compiled: "/root/.cache/go-build"}
    return [f"--volume={here}:{there}" for here, there in volumes.items()]
