"""### Snapshot Hub, every week: `hub maintain`

Compacts small files and removes what no version within the retention refers to; published editions stay readable. It
shares the pool of one slot with the tasks of `snapshot_hub`, so that the two never write at once.

Exit codes as in `snapshot_hub`; the long form is in `jobs/docs/runbook.md`.
"""

from __future__ import annotations

from datetime import timedelta

import pendulum
from airflow.providers.common.compat.sdk import DAG

from snapshothub.hub_task import HubTask
from snapshothub.schedule import ZONE, every

with DAG(
    dag_id="snapshot_hub_maintain",
    doc_md=__doc__,
    schedule=every("30 4 * * 0"),
    start_date=pendulum.datetime(2026, 1, 1, tz=ZONE),
    catchup=False,
    max_active_runs=1,
    dagrun_timeout=timedelta(hours=12),
    default_args={
        "owner": "snapshot-hub",
        "retries": 4,
        "retry_delay": timedelta(minutes=5),
        "retry_exponential_backoff": True,
        "max_retry_delay": timedelta(minutes=30),
        "execution_timeout": timedelta(hours=6),
    },
    tags=["snapshot-hub", "spark"],
) as dag:
    HubTask(
        task_id="maintain",
        command=["maintain"],
        name="snapshot-hub maintain",
        doc_md="`hub maintain` compacts every table, then vacuums it within its own retention.",
    )
