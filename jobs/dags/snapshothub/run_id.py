"""What a try calls its run, so that its rows of ``audit.runs`` are found again where the exit code is lost."""

from __future__ import annotations

import re
import uuid
from datetime import UTC, datetime


def of_try(task_id: str, at: datetime) -> str:
    """UTC time, task and a word of its own, e.g. ``20260118T003000-silver-4f2a09c1``; no two tries have the same.

    Airflow's own run id would not do: it is the same for every try, and says nothing of when the try began.
    """
    if at.tzinfo is None:
        raise ValueError(f"{at} has no time zone")
    task = re.sub(r"[^A-Za-z0-9._-]", "-", task_id)[:40]
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%S}-{task}-{uuid.uuid4().hex[:8]}"
