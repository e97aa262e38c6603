"""The program itself, by a real spark-submit over the sample, as Airflow runs it. Only with HUB_FULL=1.

Needs SPARK_HOME (a Spark of the line the jar was built with; pip's pyspark is one) and a built jar.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from conftest import CONNECTION, DAGS, SPARK_HOME, _is_airflow_3

pytestmark = pytest.mark.skipif(
    os.environ.get("HUB_FULL") != "1",
    reason="*** NOT RUN: the DAGs with real Spark over the sample; HUB_FULL=1 with SPARK_HOME runs them ***",
)

PROJECT = DAGS.parents[1]
AIRFLOW = str(Path(sys.executable).parent / "airflow")
QUICK = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"


@pytest.fixture
def environment(metadata_db: Path, tmp_path: Path) -> dict[str, str]:
    """An Airflow of its own, and a lake of its own."""
    assert SPARK_HOME, "HUB_FULL=1 needs SPARK_HOME"
    assert (PROJECT / "jobs/lake/target/snapshot-hub.jar").is_file(), "HUB_FULL=1 needs a built jar"
    (tmp_path / "airflow").mkdir()
    shutil.copy(metadata_db, tmp_path / "airflow/airflow.db")
    return os.environ | {
        "AIRFLOW_HOME": str(tmp_path / "airflow"),
        "AIRFLOW__CORE__PARALLELISM": "2",
        "AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_ALL_ADMINS": "True",
        "AIRFLOW__LOGGING__LOGGING_LEVEL": "INFO",
        CONNECTION: '{"conn_type": "spark", "host": "local[2]"}',
        "SPARK_HOME": SPARK_HOME,
        "SPARK_LOCAL_IP": "127.0.0.1",
        # A run over the sample is mostly the start of a JVM.
        "SPARK_LAUNCHER_OPTS": QUICK,
        "SPARK_SUBMIT_OPTS": QUICK,
        "PATH": f"{SPARK_HOME}/bin:{os.environ['PATH']}",
        "SNAPSHOT_HUB_LAKE": str(tmp_path / "lake"),
        "SNAPSHOT_HUB_SITE": str(tmp_path / "site"),
        "SNAPSHOT_HUB_SPARK": "conf/spark-local.conf",
    }


def airflow(environment: dict[str, str], *arguments: str) -> str:
    """Runs a command to its end; one that waits for another try of a failed task is ended, with all it has started."""
    with subprocess.Popen(
        [AIRFLOW, *arguments],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    ) as child:
        overdue = threading.Timer(900, os.killpg, (child.pid, signal.SIGKILL))
        overdue.start()
        try:
            output, _ = child.communicate()
        except BaseException:
            os.killpg(child.pid, signal.SIGKILL)
            raise
        finally:
            overdue.cancel()
    assert child.returncode == 0, output[-6000:]
    return output


def test_the_sample_under_dags_test(environment: dict[str, str], tmp_path: Path) -> None:
    first = airflow(environment, "dags", "test", "snapshot_hub", "2026-01-18T15:00:00+00:00")
    assert first.count("Spark-Submit cmd:") == 4
    assert (tmp_path / "lake/gold/temperature_by_region/_delta_log").is_dir()
    assert (tmp_path / "site/index.html").is_file()
    if not _is_airflow_3():  # There the second run under standalone shows it.
        again = airflow(environment, "dags", "test", "snapshot_hub", "2026-01-18T16:00:00+00:00")
        assert again.count("Spark-Submit cmd:") == 1, "the rest is skipped when pull took nothing"


def test_a_lake_that_is_held_by_another_run(environment: dict[str, str], tmp_path: Path) -> None:
    """The lock is of another host, and its heart beats: the program ends with 4, and the task is up for another try."""
    began = "2026-01-18T15:00:00Z"
    owner = {"token": "other", "run_id": "other", "host": "elsewhere.example", "pid": 1}
    lock = owner | {"process_started": began, "since": began}
    (tmp_path / "lake/_hub").mkdir(parents=True)
    (tmp_path / "lake/_hub/lock.json").write_text(json.dumps(lock))
    heart = threading.Event()

    def beat() -> None:
        while not heart.wait(2):
            os.utime(tmp_path / "lake/_hub/lock.json")

    threading.Thread(target=beat, daemon=True).start()
    tried = [AIRFLOW, "tasks", "test", "snapshot_hub", "bronze", "2026-01-18T17:00:00+00:00"]
    # Its own exit code is 0 on Airflow 3 whatever the task came to.
    done = subprocess.run(
        tried, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=900, check=False
    )
    heart.set()
    assert "outcome busy (exit code 4)" in done.stdout, done.stdout[-6000:]
    assert not (tmp_path / "lake/bronze").exists(), "nothing was written"


@pytest.fixture
def standalone(environment: dict[str, str], tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """A whole Airflow on a free port of the loopback; gives a way to call its API."""
    if not _is_airflow_3():
        pytest.skip("*** NOT RUN: airflow standalone by REST; the API and its log-in here are those of Airflow 3 ***")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    base = f"http://127.0.0.1:{port}"
    environment |= {
        "AIRFLOW__API__HOST": "127.0.0.1",
        "AIRFLOW__API__PORT": str(port),
        "AIRFLOW__API__BASE_URL": base,
        "AIRFLOW__CORE__EXECUTION_API_SERVER_URL": f"{base}/execution/",
        # The files don't change: once read is enough.
        "AIRFLOW__DAG_PROCESSOR__MIN_FILE_PROCESS_INTERVAL": "600",
    }
    log = (tmp_path / "standalone.log").open("w")
    server = subprocess.Popen([AIRFLOW, "standalone"], env=environment, stdout=log, stderr=log, start_new_session=True)
    token = ""

    def call(method: str, path: str, body: Any = None) -> Any:
        headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {token}"} if token else {})
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(base + path, data, headers, method=method)
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)

    try:
        until(lambda: call("GET", "/api/v2/monitor/health")["scheduler"]["status"] == "healthy", 240, log.name)
        token = call("GET", "/auth/token")["access_token"]
        call("POST", "/api/v2/pools", {"name": "snapshot_hub", "slots": 1, "description": "one writer at a time"})
        for dag in ("snapshot_hub", "snapshot_hub_reader"):
            until(lambda dag=dag: call("GET", f"/api/v2/dags/{dag}"), 120, log.name)
        yield call
    finally:
        end(server)


def end(server: subprocess.Popen[bytes]) -> None:
    """The parent's end leaves a scheduler behind; the group's does not."""
    last = time.monotonic() + 20
    try:
        os.killpg(server.pid, signal.SIGTERM)
        while time.monotonic() < last:
            server.poll()
            os.killpg(server.pid, 0)
            time.sleep(0.5)
        os.killpg(server.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    server.wait(30)


def until(is_so: Callable[[], Any], seconds: float, log: str) -> Any:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if answer := is_so():
                return answer
        except (OSError, KeyError, ValueError):
            pass
        time.sleep(2)
    pytest.fail(f"not within {seconds} s:\n{Path(log).read_text()[-6000:]}")


def test_the_sample_under_standalone_by_rest(standalone: Callable[..., Any], tmp_path: Path) -> None:
    log = str(tmp_path / "standalone.log")
    for dag in ("snapshot_hub_reader", "snapshot_hub"):
        standalone("PATCH", f"/api/v2/dags/{dag}", {"is_paused": False})
    runs = "/api/v2/dags/snapshot_hub/dagRuns"
    with pytest.raises(urllib.error.HTTPError, match="40[0-9]|422"):
        standalone("POST", runs, {"logical_date": None, "conf": {"date": "nonsense"}})

    def ended(run: str) -> dict[str, str]:
        until(lambda: standalone("GET", f"{runs}/{run}")["state"] in ("success", "failed"), 1200, log)
        tasks = standalone("GET", f"{runs}/{run}/taskInstances")["task_instances"]
        return {task["task_id"]: task["state"] for task in tasks}

    # Unpausing has started the last hour's run.
    (scheduled,) = until(lambda: standalone("GET", runs)["dag_runs"], 120, log)
    assert scheduled["run_type"] == "scheduled"
    assert set(ended(scheduled["dag_run_id"]).values()) == {"success"}, Path(log).read_text()[-6000:]
    assert (tmp_path / "site/index.html").is_file()
    mine = standalone("POST", runs, {"logical_date": None, "conf": {}})["dag_run_id"]
    assert ended(mine) == {"bronze": "success", "silver": "skipped", "gold": "skipped", "publish": "skipped"}

    def read() -> bool:
        of_reader = standalone("GET", "/api/v2/dags/snapshot_hub_reader/dagRuns")["dag_runs"]
        return any(run["run_type"] == "asset_triggered" and run["state"] == "success" for run in of_reader)

    until(read, 180, log)
