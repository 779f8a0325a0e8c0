"""Changes of a control plane's ConfigMaps, reported by ``kubectl get --watch``."""

from __future__ import annotations

import asyncio

from kubectl_inject.cluster.bounded_process import kill_group
from kubectl_inject.startup.frozen import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from kubectl_inject.settings.resolved import ClusterAccess

_WATCH_SECONDS = 300.0
"""After how long a watch is begun anew. What it missed, if anything, is seen then."""
_PAUSE = 5.0


async def config_map_changes(access: ClusterAccess, revision: str) -> AsyncIterator[None]:
    """Yield, without end, when one of the two ConfigMaps of a revision may have changed.

    It takes the right to watch them by name. Where kubectl cannot watch, each try counts as a change: reading the
    ConfigMaps says then what is wrong.
    """
    events: asyncio.Queue[None] = asyncio.Queue()
    async with asyncio.TaskGroup() as watches:
        for name in dict.fromkeys(access.names.config_maps(revision)):
            watches.create_task(_watch(access, name, events))
        while True:
            await events.get()
            yield


async def _watch(access: ClusterAccess, name: str, events: asyncio.Queue[None]) -> None:
    kubectl = replace(access.kubectl, timeout=_WATCH_SECONDS)
    flags = ("-n", access.names.namespace, f"--field-selector=metadata.name={name}", "-o", "name")
    while True:
        # The first line is for the ConfigMap as it is: from then on nothing is missed.
        await _lines_to(events, kubectl.command("get", "configmaps", "--watch", *flags))
        events.put_nowait(None)
        await asyncio.sleep(_PAUSE)


async def _lines_to(events: asyncio.Queue[None], command: Sequence[str]) -> None:
    null = asyncio.subprocess.DEVNULL
    process = await asyncio.create_subprocess_exec(
        *command, stdin=null, stdout=asyncio.subprocess.PIPE, stderr=null, start_new_session=True
    )
    try:
        while process.stdout is not None and await process.stdout.readline():
            events.put_nowait(None)
    finally:
        if process.returncode is None:
            kill_group(process)
        await process.wait()
