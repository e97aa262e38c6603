"""How a task ends by each exit code, and by what is missing before Spark is asked at all."""

from __future__ import annotations

import json
import subprocess
from types import SimpleNamespace
from typing import Any

import pendulum
import pytest

from conftest import CONNECTION, dag_bag

AT = pendulum.datetime(2026, 3, 1, 15, tz="UTC")
CLUSTER = json.dumps({"conn_type": "spark", "host": "yarn", "extra": {"deploy-mode": "cluster"}})


@pytest.mark.parametrize("code", [2, 3])
def test_an_exit_code_that_stays_is_not_tried_again(run: Any, spark_submit: Any, code: int) -> None:
    spark_submit.answers("job bronze", {"exit": code})
    state, tasks = run(AT.add(hours=code))
    assert state == "failed"
    assert tasks["bronze"] == "failed" and tasks["silver"] == "upstream_failed"
    assert len(spark_submit.calls) == 1


@pytest.mark.parametrize("code", [1, 4, 5, 137])
def test_an_exit_code_that_may_pass_is_tried_again(run: Any, spark_submit: Any, code: int) -> None:
    spark_submit.answers("job bronze", {"exit": code}, {"exit": 0})
    state, tasks = run(AT.add(days=1, hours=code % 24))
    assert state == "success", tasks
    assert [command[1] for command in spark_submit.commands] == ["bronze", "bronze", "silver", "gold", "publish"]
    assert len(set(spark_submit.run_ids)) == 5


def test_a_lake_held_for_ever_fails_in_the_end(run: Any, spark_submit: Any) -> None:
    spark_submit.answers("job bronze", {"exit": 4})
    assert run(AT.add(days=2))[0] == "failed"
    assert len(spark_submit.calls) == 1 + dag_bag().dags["snapshot_hub"].get_task("bronze").retries


def test_a_gate_that_fails_leaves_the_other_layers_done(run: Any, spark_submit: Any) -> None:
    spark_submit.answers("job publish", {"exit": 3})
    state, tasks = run(AT.add(days=3))
    assert state == "failed"
    assert tasks == {"bronze": "success", "silver": "success", "gold": "success", "publish": "failed"}


def why(capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture) -> str:
    seen = capfd.readouterr()
    return seen.out + seen.err + caplog.text


@pytest.mark.parametrize(
    "value",
    [None, "spark://local[*]", '{"conn_type": "http", "host": "local"}', '{"conn_type": "spark"}'],
    ids=["missing", "a URI that doesn't parse", "of another kind", "without a master"],
)
def test_a_connection_that_would_silently_be_yarn_is_refused(
    run: Any, spark_submit: Any, monkeypatch: pytest.MonkeyPatch, capfd: Any, caplog: Any, value: str | None
) -> None:
    monkeypatch.delenv(CONNECTION) if value is None else monkeypatch.setenv(CONNECTION, value)
    state, tasks = run(AT.add(days=4, hours=len(value or "")))
    assert state == "failed" and tasks["bronze"] == "failed"
    assert spark_submit.calls == []
    assert "snapshot_hub_spark" in why(capfd, caplog)


def test_a_jar_that_is_not_there_is_named(run: Any, spark_submit: Any, project: Any, capfd: Any, caplog: Any) -> None:
    (project / "jobs/lake/target/snapshot-hub.jar").unlink()
    assert run(AT.add(days=5))[0] == "failed"
    assert spark_submit.calls == []
    assert "snapshot-hub.jar isn't there; build it" in why(capfd, caplog)


def test_a_folder_without_delta_is_named(run: Any, spark_submit: Any, project: Any, capfd: Any, caplog: Any) -> None:
    for jar in (project / "jobs/lake/target/delta").iterdir():
        jar.unlink()
    assert run(AT.add(days=6))[0] == "failed"
    assert "no Delta jar in" in why(capfd, caplog)


def test_a_spark_home_of_another_line_is_named(
    run: Any, spark_submit: Any, tmp_path: Any, monkeypatch: pytest.MonkeyPatch, capfd: Any, caplog: Any
) -> None:
    (tmp_path / "spark/jars").mkdir(parents=True)
    (tmp_path / "spark/jars/spark-core_2.13-4.1.4.jar").touch()
    monkeypatch.setenv("SPARK_HOME", str(tmp_path / "spark"))
    assert run(AT.add(days=7))[0] == "failed"
    assert spark_submit.calls == []
    assert "is Spark 4.1, but snapshot-hub.jar was built with Delta for Spark 4.0" in why(capfd, caplog)


def test_a_param_that_is_no_date_never_reaches_spark(run: Any, spark_submit: Any) -> None:
    with pytest.raises(Exception, match="(?i)nonsense|date"):
        run(AT.add(days=8), {"date": "nonsense"})
        pytest.fail("the run was taken")
    assert spark_submit.calls == []


def test_days_in_the_wrong_order_fail_at_once(run: Any, spark_submit: Any, capfd: Any, caplog: Any) -> None:
    assert run(AT.add(days=9), {"date": "2026-01-18", "until": "2026-01-18"})[0] == "failed"
    assert spark_submit.calls == []
    assert "expected a day after date" in why(capfd, caplog)


def status(job: str, word: str) -> dict[str, Any]:
    """What ``hub status --run-id`` answers of a run of one job."""
    runs = [{"run_id": "as asked for", "job": job, "outcome": word, "rows_written": 0}]
    return {"report": {"runs": runs, "tables": [{"table": "bronze.pages", "version": 3, "rows": 9}]}}


@pytest.fixture
def in_cluster(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CONNECTION, CLUSTER)


def alone(task_id: str) -> Any:
    return dag_bag().dags["snapshot_hub"].get_task(task_id)


@pytest.mark.parametrize("code", [0, 1], ids=["told as a success", "told as a failure"])
@pytest.mark.parametrize("word", ["ok", "gate", "usage", "busy", "storage", "bug"])
def test_in_cluster_mode_the_lake_tells_the_outcome(spark_submit: Any, in_cluster: None, word: str, code: int) -> None:
    from airflow.providers.common.compat.sdk import AirflowException, AirflowFailException

    spark_submit.answers("job bronze", {"exit": code})
    spark_submit.answers("status", status("pull-pages", word))
    task = alone("bronze")
    context: dict[str, Any] = {"params": {}, "dag_run": a_scheduled_run(), "outlet_events": {}}
    if word == "ok":
        told = task.execute(context)
        assert told["jobs"][0]["table_versions"] == {"bronze.pages": 3}
    else:
        with pytest.raises(AirflowException, match=f"outcome {word}") as raised:
            task.execute(context)
        assert isinstance(raised.value, AirflowFailException) == (word in {"gate", "usage"})
    asked = spark_submit.calls[-1]
    assert spark_submit.run_ids[-1] == spark_submit.run_ids[0] is not None
    assert spark_submit.commands[-1] == ["status", "--json"]
    assert asked[asked.index("--master") + 1] == "local[1]"
    assert asked[asked.index("--deploy-mode") + 1] == "client"


def test_in_cluster_mode_a_run_that_left_no_row_is_no_success(spark_submit: Any, in_cluster: None) -> None:
    from airflow.providers.common.compat.sdk import AirflowException, AirflowFailException

    spark_submit.answers("status", {"report": {"runs": [], "tables": []}})
    with pytest.raises(AirflowException, match=r"audit.runs has no run \d{8}T\d{6}-bronze-") as raised:
        alone("bronze").execute({"params": {}, "dag_run": a_scheduled_run(), "outlet_events": {}})
    assert not isinstance(raised.value, AirflowFailException)


def test_in_cluster_mode_the_configuration_goes_along(
    spark_submit: Any, in_cluster: None, project: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "conf").mkdir()
    (project / "conf/cluster.conf").touch()
    monkeypatch.setenv("SNAPSHOT_HUB_CONF", "conf/cluster.conf")
    spark_submit.answers("status", status("pull-pages", "ok"))
    alone("bronze").execute({"params": {}, "dag_run": a_scheduled_run(), "outlet_events": {}})
    call = spark_submit.calls[0]
    assert call[call.index("--files") + 1] == f"{project}/conf/cluster.conf"
    assert spark_submit.commands[0] == ["job", "bronze", "--conf", "cluster.conf", "--json"]


def a_scheduled_run() -> Any:
    return SimpleNamespace(run_type="scheduled", data_interval_start=None)


def test_a_task_that_is_killed_ends_its_process(spark_submit: Any, project: Any) -> None:
    task = alone("bronze")
    task._hook = task._get_hook()
    task._hook._submit_sp = subprocess.Popen(["sleep", "60"])
    task.on_kill()
    assert task._hook._submit_sp.wait(10) == -9
