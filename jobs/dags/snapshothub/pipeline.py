"""The pipeline as the program itself prints it: ``jobs/hub list --json > jobs/dags/pipeline.json``."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

PIPELINE = Path(__file__).resolve().parents[1] / "pipeline.json"


@dataclass(frozen=True)
class Job:
    name: str
    layer: str
    purpose: str
    reads: tuple[str, ...]
    writes: tuple[str, ...]


@dataclass(frozen=True)
class Layer:
    """The jobs that one task runs, in the order of the pipeline."""

    name: str
    jobs: tuple[Job, ...]

    @property
    def writes(self) -> tuple[str, ...]:
        return tuple(table for job in self.jobs for table in job.writes)

    @property
    def doc(self) -> str:
        lines = [f"`hub job {self.name}` runs, in this order:", "", "| job | what it does | writes |", "|---|---|---|"]
        for job in self.jobs:
            lines.append(f"| {job.name} | {job.purpose} | {', '.join(job.writes) or 'the report'} |")
        return "\n".join(lines)


def layers(path: Path = PIPELINE) -> list[Layer]:
    """The layers in the order of the pipeline."""
    by_name: dict[str, list[Job]] = {}
    for entry in json.loads(path.read_text(encoding="utf-8"))["jobs"]:
        job = Job(entry["name"], entry["layer"], entry["purpose"], tuple(entry["reads"]), tuple(entry["writes"]))
        by_name.setdefault(job.layer, []).append(job)
    return [Layer(name, tuple(jobs)) for name, jobs in by_name.items()]


def news(layers: list[Layer]) -> frozenset[str]:
    """The tables of the first layer that later jobs read: when these stand still, there is nothing to carry through."""
    read = {table for layer in layers[1:] for job in layer.jobs for table in job.reads}
    return frozenset(read.intersection(layers[0].writes))
