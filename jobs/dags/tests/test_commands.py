"""What spark-submit is asked for by a run of each kind."""

from __future__ import annotations

from typing import Any

import pendulum
import pytest

from conftest import CONNECTION, _is_airflow_3, report

# The hour before KST midnight of the 18th ends at 15:00 UTC.
MIDNIGHT = pendulum.datetime(2026, 1, 18, 15, tz="UTC")
DAY_18 = ["--from", "2026-01-18", "--to", "2026-01-19"]
DAY_19 = ["--from", "2026-01-19", "--to", "2026-01-20"]
LAYERS = ["bronze", "silver", "gold", "publish"]


def test_a_scheduled_run_takes_what_is_new_and_no_day_can_shift(run: Any, spark_submit: Any) -> None:
    state, tasks = run(MIDNIGHT.subtract(days=1), run_type="scheduled")
    assert state == "success", tasks
    assert spark_submit.commands == [["job", layer, "--json"] for layer in LAYERS]


def test_the_whole_call(run: Any, spark_submit: Any, project: Any) -> None:
    run(MIDNIGHT.add(days=1), run_type="scheduled")
    call = spark_submit.calls[0]
    target = project / "jobs/lake/target"
    assert call[call.index("--master") + 1] == "local[2]"
    assert call[call.index("--class") + 1] == "org.snapshothub.Main"
    assert call[call.index("--name") + 1] == "snapshot-hub bronze"
    jars = [f"{target}/delta/delta-spark_4.0_2.13-4.4.0.jar", f"{target}/delta/delta-storage-4.4.0.jar"]
    assert call[call.index("--jars") + 1].split(",") == jars
    assert any(w.startswith(f'spark.driver.defaultJavaOptions="-Dhub.home={project}"') for w in call)
    assert call[-6:-1] == [f"{target}/snapshot-hub.jar", "job", "bronze", "--run-id", spark_submit.run_ids[0]]
    assert call[-1] == "--json"


@pytest.mark.parametrize("hour, days", [(0, DAY_18), (1, DAY_19)], ids=["until midnight", "from midnight"])
def test_a_backfill_redoes_the_kst_day(run: Any, spark_submit: Any, hour: int, days: list[str]) -> None:
    state, tasks = run(MIDNIGHT.add(hours=hour), run_type="backfill")
    assert state == "success", tasks
    assert spark_submit.commands == [["job", layer, *days, "--json"] for layer in LAYERS]


def test_a_run_by_hand_redoes_the_day_it_names(run: Any, spark_submit: Any) -> None:
    state, tasks = run(MIDNIGHT.add(days=2), {"date": "2026-01-18", "reextract": True, "input": ["a b", "c/*.gz"]})
    assert state == "success", tasks
    assert spark_submit.commands == [
        ["job", "bronze", *DAY_18, "--input", "a b", "--input", "c/*.gz", "--json"],
        ["job", "silver", *DAY_18, "--reextract", "--json"],
        ["job", "gold", *DAY_18, "--json"],
        ["job", "publish", *DAY_18, "--json"],
    ]


def test_a_month_is_one_run(run: Any, spark_submit: Any) -> None:
    run(MIDNIGHT.add(days=3), {"date": "2026-01-01", "until": "2026-02-01", "input": "pages"})
    month = ["--from", "2026-01-01", "--to", "2026-02-01"]
    assert spark_submit.commands[0] == ["job", "bronze", *month, "--input", "pages", "--json"]


@pytest.mark.parametrize("run_type", ["manual", "asset_triggered"])
def test_a_run_without_a_logical_date(run: Any, spark_submit: Any, run_type: str) -> None:
    if not _is_airflow_3():
        pytest.skip("Airflow 2 gives every run a logical date")
    state, tasks = run(None, run_type=run_type)
    assert state == "success", tasks
    assert spark_submit.commands == [["job", layer, "--json"] for layer in LAYERS]


def test_the_configuration_is_named_when_it_is_not_the_usual_one(
    run: Any, spark_submit: Any, project: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "conf").mkdir()
    (project / "conf/cluster.conf").touch()
    (project / "conf/spark-defaults.conf").touch()
    monkeypatch.setenv("SNAPSHOT_HUB_CONF", "conf/cluster.conf")
    monkeypatch.setenv("SNAPSHOT_HUB_SPARK", "conf/spark-defaults.conf")
    monkeypatch.setenv("SNAPSHOT_HUB_LAKE", "hdfs://nn/hub/lake")
    monkeypatch.setenv("SNAPSHOT_HUB_SITE", "/srv/site")
    run(MIDNIGHT.add(days=4))
    place = ["--conf", f"{project}/conf/cluster.conf", "--lake", "hdfs://nn/hub/lake", "--site", "/srv/site"]
    assert spark_submit.commands[0] == ["job", "bronze", *place, "--json"]
    call = spark_submit.calls[0]
    assert call[call.index("--properties-file") + 1] == f"{project}/conf/spark-defaults.conf"


def test_maintain(run: Any, spark_submit: Any) -> None:
    state, tasks = run(MIDNIGHT, dag_id="snapshot_hub_maintain")
    assert state == "success", tasks
    assert spark_submit.commands == [["maintain", "--json"]]
    assert spark_submit.run_ids == [None]


def test_the_rest_is_skipped_when_pull_took_nothing(run: Any, spark_submit: Any) -> None:
    spark_submit.answers("job bronze", report("pull-pages", 7, bronze_pages=1), report("pull-pages", 0, bronze_pages=1))
    assert run(MIDNIGHT.add(days=5))[0] == "success"
    state, tasks = run(MIDNIGHT.add(days=5, hours=1))
    assert state == "success"
    assert tasks == {"bronze": "success", "silver": "skipped", "gold": "skipped", "publish": "skipped"}
    assert [command[1] for command in spark_submit.commands] == [*LAYERS, "bronze"]


def test_the_rest_is_skipped_when_live_pages_were_asked_and_had_not_changed(run: Any, spark_submit: Any) -> None:
    spark_submit.answers(
        "job bronze",
        report("fetch-pages", 7, bronze_pages=1, bronze_http_validators=1),
        report("fetch-pages", 0, bronze_pages=1, bronze_http_validators=2),
    )
    assert run(MIDNIGHT.add(days=12))[0] == "success"
    assert run(MIDNIGHT.add(days=12, hours=1))[0] == "success"
    assert [command[1] for command in spark_submit.commands] == [*LAYERS, "bronze"]


def test_days_asked_for_are_done_though_pull_took_nothing(run: Any, spark_submit: Any) -> None:
    spark_submit.answers("job bronze", report("pull-pages", 0, bronze_pages=1))
    run(MIDNIGHT.add(days=6))
    run(MIDNIGHT.add(days=6, hours=1), {"date": "2026-01-18"})
    assert [command[1] for command in spark_submit.commands] == LAYERS * 2


def test_pages_whose_run_broke_off_are_carried_through_by_the_next(run: Any, spark_submit: Any) -> None:
    spark_submit.answers("job bronze", report("pull-pages", 7, bronze_pages=1), report("pull-pages", 0, bronze_pages=1))
    spark_submit.answers("job gold", {"exit": 2}, {})
    assert run(MIDNIGHT.add(days=7))[0] == "failed"
    assert run(MIDNIGHT.add(days=7, hours=1))[0] == "success"
    assert [command[1] for command in spark_submit.commands] == ["bronze", "silver", "gold", *LAYERS]


def test_a_run_of_some_days_has_not_carried_all_through(run: Any, spark_submit: Any) -> None:
    spark_submit.answers("job bronze", report("pull-pages", 0, bronze_pages=1))
    run(MIDNIGHT.add(days=8), {"date": "2026-01-18"})
    run(MIDNIGHT.add(days=8, hours=1))
    assert [command[1] for command in spark_submit.commands] == LAYERS * 2


def test_a_report_that_can_not_be_read_skips_nothing(run: Any, spark_submit: Any) -> None:
    run(MIDNIGHT.add(days=9))
    run(MIDNIGHT.add(days=9, hours=1))
    assert [command[1] for command in spark_submit.commands] == LAYERS * 2


def test_the_reader_runs_without_a_logical_date_or_an_event(run: Any, project: Any) -> None:
    at = None if _is_airflow_3() else MIDNIGHT
    assert run(at, run_type="asset_triggered", dag_id="snapshot_hub_reader")[0] == "success"


def test_the_parent_of_a_lineage_travels_to_spark(run: Any, spark_submit: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The provider adds it to whatever conf the task has; ours must not take its place."""
    from airflow.providers.apache.spark.operators import spark_submit as provider

    from snapshothub.hub_task import HubTask

    def inject(conf: dict[str, str], context: Any) -> dict[str, str]:
        return {**conf, "spark.openlineage.parentJobName": f"{context['dag'].dag_id}.{context['ti'].task_id}"}

    monkeypatch.setattr(provider, "inject_parent_job_information_into_spark_properties", inject)
    init = HubTask.__init__

    def with_lineage(self: Any, **arguments: Any) -> None:
        init(self, openlineage_inject_parent_job_info=True, **arguments)

    monkeypatch.setattr(HubTask, "__init__", with_lineage)
    run(MIDNIGHT.add(days=10))
    assert "spark.openlineage.parentJobName=snapshot_hub.bronze" in spark_submit.calls[0]
    assert any(word.startswith("spark.driver.defaultJavaOptions=") for word in spark_submit.calls[0])


def test_the_connection_decides_where(run: Any, spark_submit: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CONNECTION, '{"conn_type": "spark", "host": "spark://master", "port": 7077}')
    run(MIDNIGHT.add(days=11))
    call = spark_submit.calls[0]
    assert call[call.index("--master") + 1] == "spark://master:7077"
