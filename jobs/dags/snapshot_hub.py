"""### Snapshot Hub, every hour

Pulls new page snapshots and carries them through bronze, silver, gold and the report: one task per layer, in a chain,
each `hub job LAYER`. What a layer runs stands in its task's doc; both come from `pipeline.json`, which the program
prints (`jobs/hub list --json`).

**Days.** A scheduled run has none: it takes whatever is new, of whatever day, since pages arrive late. `date` (and
`until`, not included) redo KST days; a backfill redoes the KST day its interval begins in.

**Nothing new.** When the pull took nothing, and all it ever took has been carried through, the rest is skipped.

**One writer.** All tasks that write share the pool `snapshot_hub` of one slot, with `snapshot_hub_maintain` and with
backfills. A lake that is held all the same (somebody works by hand) ends the task as `busy`: tried again later.

| outcome (exit code) | the task | what to do |
|---|---|---|
| ok (0) | succeeds | |
| bug (1) | is tried again | still failing: the stack trace is in the log; report it |
| usage (2) | fails at once | read the line that begins with `hub:`; correct the param, connection or configuration |
| gate (3) | fails at once | the last edition stays up; `hub status`, then `jobs/docs/runbook.md` |
| busy (4) | is tried again | wait; `hub status` says who holds the lake |
| storage (5) | is tried again | look at the store and its free space |

The long form: `jobs/docs/runbook.md`. To set up: the connection `snapshot_hub_spark` as JSON, and the pool.
"""

from __future__ import annotations

from datetime import timedelta

import pendulum
from airflow.providers.common.compat.sdk import DAG, Param, chain

from snapshothub.layer_task import LayerTask
from snapshothub.pipeline import layers, news
from snapshothub.schedule import ZONE, asset, every

LAYERS = layers()
NEWS = news(LAYERS)

with DAG(
    dag_id="snapshot_hub",
    doc_md=__doc__,
    schedule=every("0 * * * *"),
    start_date=pendulum.datetime(2026, 1, 1, tz=ZONE),
    catchup=False,
    max_active_runs=1,
    dagrun_timeout=timedelta(hours=12),
    params={
        "date": Param(None, type=["null", "string"], format="date", description="KST day to redo, e.g. 2026-01-18"),
        "until": Param(
            None, type=["null", "string"], format="date", description="day after the last; default: one day"
        ),
        "input": Param(None, type=["null", "string", "array"], description="path or glob to pull, or a list of them"),
        "reextract": Param(False, type="boolean", description="read pages again that an older extractor has read"),
    },
    default_args={
        "owner": "snapshot-hub",
        "retries": 4,
        "retry_delay": timedelta(minutes=2),
        "retry_exponential_backoff": True,
        "max_retry_delay": timedelta(minutes=20),
        "execution_timeout": timedelta(hours=2),
    },
    tags=["snapshot-hub", "spark"],
) as dag:
    tasks = [
        LayerTask(
            layer=layer,
            first=LAYERS[0].name,
            last=LAYERS[-1].name,
            news=NEWS,
            outlets=[asset(table) for table in layer.writes if layer.name == "gold"],
        )
        for layer in LAYERS
    ]
    chain(*tasks)
