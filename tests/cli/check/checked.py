"""What ``check`` is given in its tests, and the messages of its findings."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kubectl_inject.injection.injector import Injector
from tests.conftest import mesh_config

FORMATS = ["text", "json", "junit", "sarif", "github"]

CRON_JOB = """\
apiVersion: batch/v1
kind: CronJob
metadata: {name: nightly, namespace: shop}
spec:
  schedule: "17 3 * * *"
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: Never
          containers: [{name: count, image: nginx}]
"""

Write = Callable[[str, str], Path]
IMAGES = ["spec.initContainers[istio-init].image", "spec.initContainers[istio-proxy].image"]
STATUS = "metadata.annotations[sidecar.istio.io/status]"
DIFFERENT = (
    "CronJob shop/nightly is injected, but not as this configuration does it: an older one did, or it was edited by "
    f"hand ({', '.join(IMAGES)}). Reason: by default"
)
REFUSAL = "the Pod's label disables injection (sidecar.istio.io/inject: 'false')"
INJECTED = f"Pod web is injected and should not be. Reason: {REFUSAL}"
NOT_INJECTED = "Pod web should be injected and is not. Reason: by default"


@functools.cache
def injected(text: str, **installation: Any) -> str:
    return Injector(mesh_config(**installation)).inject_text(text).text


def pod_list(*pods: str) -> str:
    items = (f"- {pod}".replace("\n", "\n  ").rstrip() + "\n" for pod in pods)
    return "apiVersion: v1\nkind: List\nitems:\n" + "".join(items)


def without_init_container(text: str) -> str:
    """Return an injected Pod's text without the container istio-init."""
    before, mark, after = text.partition("  - name: istio-init\n")
    assert mark
    return before + "  - name: istio-proxy\n" + after.partition("  - name: istio-proxy\n")[2]
