"""A stand-in for kubectl, in front of a cluster that is a folder of files: for what needs no API server."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from kubectl_inject.builtin import builtin_parts
from kubectl_inject.cluster.listing import MAKERS_OF_PODS, PODS
from kubectl_inject.manifests.output.writing import write_yaml
from tests.cluster.servers.installation import IstioInstallation
from tests.cluster.servers.istio_injector import ControlPlaneFiles

Object = dict[str, Any]
PAGE = 250
_SCRIPT = r"""#!/bin/sh
cd '{folder}' || exit 1
echo $(echo "$*") >> calls
if [ -e refusal ]; then cat refusal >&2; exit 1; fi
if [ "$1 $2" = "get --raw" ]; then
  name=${3##*/} number=1
  case $name in *continue=*) number=${name##*continue=} ;; esac
  exec cat "${name%%\?*}.$number"
fi
case "$1 $2" in
  "get mutating"*) exec cat webhooks ;;
  "get configmaps") exec cat configmaps ;;
  "get namespace") exec cat namespace ;;
  "get nodes") echo v1.34.0 ;;
  "config view") echo shop ;;
  *) echo "not for the stand-in: $*" >&2; exit 1 ;;
esac
"""


@dataclass(frozen=True, slots=True)
class StandIn:
    """A cluster with a namespace ``shop`` that is injected, by the built-in configuration of a release."""

    folder: Path

    def start(self, version: str = "1.31.0") -> None:
        """Write the program, the control plane and the namespace; there are no workloads yet."""
        self.folder.mkdir(exist_ok=True)
        program = self.folder / "kubectl"
        program.write_text(_SCRIPT.replace("{folder}", str(self.folder)))
        program.chmod(0o755)
        namespace = {"name": "shop", "labels": {"istio-injection": "enabled"}}
        self._write("namespace", {"apiVersion": "v1", "kind": "Namespace", "metadata": namespace})
        self.hold("namespaces", [{"metadata": namespace}])
        for resource in (*MAKERS_OF_PODS, PODS):
            self.hold(resource.name, [])
        self.configure(version)

    def configure(self, version: str) -> None:
        """Have another release's configuration."""
        inject, values, mesh = builtin_parts(version, values=None, mesh=None, profile="")
        files = ControlPlaneFiles(*(self.folder / name for name in ("config", "values", "mesh")))
        files.config.write_text(write_yaml(inject))
        files.values.write_text(json.dumps(values))
        files.mesh.write_text(write_yaml(mesh))
        objects = IstioInstallation(files).objects()
        for name, kind in (("configmaps", "ConfigMap"), ("webhooks", "MutatingWebhookConfiguration")):
            items = [each for each in objects if each["kind"] == kind]
            self._write(name, {"apiVersion": "v1", "kind": "List", "items": items})

    def hold(self, resource: str, objects: Iterable[Object]) -> None:
        """Have these objects of a resource, such as ``pods``."""
        rest = iter(objects)
        number, items = 1, list(islice(rest, PAGE))
        while True:
            following = list(islice(rest, PAGE))
            more = {"continue": str(number + 1)} if following else {}
            self._write(f"{resource}.{number}", {"metadata": more, "items": items})
            if not following:
                return
            number, items = number + 1, following

    def refuse(self, message: str) -> None:
        """Fail with a message from now on; without one, work again."""
        refusal = self.folder / "refusal"
        if message:
            refusal.write_text(message)
        else:
            refusal.unlink()

    def calls(self) -> list[str]:
        """Return the command lines of all calls."""
        return (self.folder / "calls").read_text().splitlines()

    def environment(self) -> dict[str, str]:
        """Return the variables by which programs find the stand-in."""
        return {"PATH": f"{self.folder}{os.pathsep}{os.environ['PATH']}"}

    def _write(self, name: str, value: Object) -> None:
        new = self.folder / f"{name}.new"
        new.write_text(json.dumps(value))
        new.rename(self.folder / name)
