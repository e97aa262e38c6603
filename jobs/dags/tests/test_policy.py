"""What every DAG of ours keeps to."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

from conftest import DAGS, dag_bag
from snapshothub.pipeline import layers

WRITERS = {"snapshot_hub", "snapshot_hub_maintain"}


def test_every_file_imports(bag: Any) -> None:
    assert not bag.import_errors
    assert set(bag.dags) == WRITERS | {"snapshot_hub_reader"}


def test_every_dag_is_limited_and_explained(bag: Any) -> None:
    for dag in bag.dags.values():
        assert dag.max_active_runs == 1
        assert dag.catchup is False
        assert dag.dagrun_timeout is not None
        assert dag.doc_md and "snapshot-hub" in dag.tags
        for task in dag.tasks:
            assert task.execution_timeout is not None
            assert task.retries >= 1
            assert task.doc_md


def test_all_that_writes_shares_one_pool(bag: Any) -> None:
    pools = {task.pool for dag_id in WRITERS for task in bag.dags[dag_id].tasks}
    assert pools == {"snapshot_hub"}
    assert all(task.pool_slots == 1 for dag_id in WRITERS for task in bag.dags[dag_id].tasks)


def test_retries_back_off(bag: Any) -> None:
    for dag_id in WRITERS:
        for task in bag.dags[dag_id].tasks:
            assert task.retry_exponential_backoff
            assert task.max_retry_delay > task.retry_delay


def test_the_layers_are_a_chain_in_the_order_of_the_pipeline(bag: Any) -> None:
    dag = bag.dags["snapshot_hub"]
    names = [layer.name for layer in layers()]
    assert names == ["bronze", "silver", "gold", "publish"]
    assert [task.task_id for task in dag.tasks] == names
    for one, next_one in zip(names, names[1:], strict=False):
        assert dag.get_task(one).downstream_task_ids == {next_one}


def test_each_task_tells_its_jobs(bag: Any) -> None:
    told = {task.task_id: task.doc_md for task in bag.dags["snapshot_hub"].tasks}
    for layer in layers():
        for job in layer.jobs:
            assert job.name in told[layer.name] and job.purpose in told[layer.name]


def test_gold_announces_its_tables_and_nothing_else_does(bag: Any) -> None:
    announced = {task.task_id: {a.uri for a in task.outlets} for task in bag.dags["snapshot_hub"].tasks}
    jobs = json.loads((DAGS / "pipeline.json").read_text(encoding="utf-8"))["jobs"]
    tables = [table for job in jobs if job["layer"] == "gold" for table in job["writes"]]
    assert announced.pop("gold") == {f"x-snapshothub://lake/{table}" for table in tables}
    assert not any(announced.values())


def test_the_hour_is_an_hour_of_kst(bag: Any) -> None:
    dag = bag.dags["snapshot_hub"]
    assert type(dag.timetable).__name__ == "CronDataIntervalTimetable"
    assert str(dag.timezone) == "Asia/Seoul"


def test_no_utc_date_is_rested_on() -> None:
    for file in [*DAGS.glob("*.py"), *DAGS.glob("snapshothub/*.py")]:
        code = file.read_text().replace("``{{ ds }}``", "").replace("`{{ ds }}`", "")
        assert "{{" not in code and "execution_date" not in code, file.name


def test_a_dag_with_other_jobs_is_built_from_other_data(tmp_path: Path) -> None:
    job = {"name": "count-things", "layer": "gold", "purpose": "counts", "reads": [], "writes": ["gold.things"]}
    file = tmp_path / "pipeline.json"
    file.write_text(json.dumps({"jobs": [job]}))
    (layer,) = layers(file)
    assert layer.name == "gold" and layer.writes == ("gold.things",) and "count-things" in layer.doc


def test_parsing_takes_less_than_half_a_second(bag: Any) -> None:
    began = time.process_time()
    dag_bag()
    assert time.process_time() - began < 0.5
