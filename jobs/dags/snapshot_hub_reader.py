"""### An example: work that begins when gold has changed

A DAG of yours that reads the tables of Snapshot Hub needs no clock: it names the tables it reads as assets, and runs
after each change. Such a run has no logical date, no data interval and no `{{ ds }}`; what it can rest on is the
table's version, which travels with the event. Reading that very version (`versionAsOf`) gives the same numbers however
late the run comes.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pendulum
from airflow.providers.common.compat.sdk import DAG, task

from snapshothub.schedule import ZONE, asset

TABLES = [asset("gold.temperature_by_region"), asset("gold.use_cases_total")]

with DAG(
    dag_id="snapshot_hub_reader",
    doc_md=__doc__,
    schedule=TABLES,
    start_date=pendulum.datetime(2026, 1, 1, tz=ZONE),
    catchup=False,
    max_active_runs=1,
    dagrun_timeout=timedelta(hours=1),
    default_args={
        "owner": "snapshot-hub",
        "retries": 2,
        "retry_delay": timedelta(minutes=5),
        "execution_timeout": timedelta(minutes=30),
    },
    tags=["snapshot-hub", "example"],
) as dag:

    @task(doc_md="The version of each table to read; by hand there is no event, and the newest is meant.")
    def versions_to_read(**context: Any) -> dict[str, int | None]:
        events = context.get("triggering_asset_events") or context.get("triggering_dataset_events") or {}
        newest: dict[str, int | None] = {table.uri: None for table in TABLES}
        for key, of_table in events.items():
            uri = getattr(key, "uri", key)
            if uri in newest and of_table:
                newest[uri] = (of_table[-1].extra or {}).get("version")
        for uri, version in newest.items():
            print(f"{uri.rsplit('/', 1)[-1]} is to be read at version {'the newest' if version is None else version}")
        return newest

    versions_to_read()
