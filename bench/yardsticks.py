"""Two yardsticks that are taken beside each measurement, so that results of different machines can be compared."""

from __future__ import annotations

import sys
from pathlib import Path

from bench.inputs import deployments
from bench.processes import Command, measure
from kubectl_inject.startup.frozen import dataclass

PARSED = 1000
"""How many Deployments are read."""
_PARSE = """
import sys, time, yaml
text = open(sys.argv[1]).read()
start = time.process_time()
for _ in yaml.load_all(text, yaml.CSafeLoader): pass
print(time.process_time() - start)
"""


@dataclass(frozen=True, slots=True)
class Yardsticks:
    """Processor seconds: of a process that imports PyYAML, and of its C loader reading ``PARSED`` Deployments."""

    start: float
    parse: float


def take_yardsticks(folder: Path, *, starts: int = 20, parses: int = 5) -> Yardsticks:
    """Measure the yardsticks, each the best of so many runs."""
    start = measure(Command([sys.executable, "-c", "import yaml"]), folder, starts).seconds
    stream = folder / "parsed.yaml"
    stream.write_text(deployments(PARSED))
    parse = Command([sys.executable, "-c", _PARSE, str(stream)])
    return Yardsticks(start, min(float(measure(parse, folder, 1).output.read_text()) for _ in range(parses)))
