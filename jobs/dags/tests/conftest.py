"""A throw-away Airflow, a project with an empty jar, and a spark-submit that only writes down what it is asked."""

from __future__ import annotations

import atexit
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

DAGS = Path(__file__).resolve().parents[1]
SCRATCH = Path(tempfile.mkdtemp(prefix="snapshot-hub-dags-"))
atexit.register(shutil.rmtree, SCRATCH, ignore_errors=True)
CONNECTION = "AIRFLOW_CONN_SNAPSHOT_HUB_SPARK"

# Airflow reads these when it is imported.
os.environ.update(
    AIRFLOW_HOME=str(SCRATCH / "airflow"),
    AIRFLOW__CORE__DAGS_FOLDER=str(DAGS),
    AIRFLOW__CORE__LOAD_EXAMPLES="False",
    AIRFLOW__CORE__UNIT_TEST_MODE="False",
    AIRFLOW__LOGGING__LOGGING_LEVEL="WARNING",
)
# Ended from outside as from the keyboard: what the tests have started ends with them.
signal.signal(signal.SIGTERM, signal.default_int_handler)
SPARK_HOME = os.environ.get("SPARK_HOME")
for name in [*(name for name in os.environ if name.startswith("SNAPSHOT_HUB_")), "SPARK_HOME", CONNECTION]:
    os.environ.pop(name, None)
sys.path.insert(0, str(DAGS))

STUB = """#!{python} -S
import json, os, sys
folder = {folder!r}
arguments = sys.argv[1:]
with open(folder + "/calls", "a") as calls:
    calls.write(json.dumps({{"arguments": arguments, "spark_home": os.environ.get("SPARK_HOME")}}) + "\\n")
jar = next(i for i, a in enumerate(arguments) if a.endswith("snapshot-hub.jar"))
command = " ".join(arguments[jar + 1 : jar + 3]) if arguments[jar + 1] == "job" else arguments[jar + 1]
path = folder + "/" + command.replace(" ", "-")
answers = json.load(open(path)) if os.path.exists(path) else [{{}}]
answer = answers.pop(0) if len(answers) > 1 else answers[0]
json.dump(answers, open(path, "w"))
print("26/01/18 00:00:00 WARN a line of the log", file=sys.stderr)
if "report" in answer:
    print(json.dumps(answer["report"], indent=2), flush=True)
sys.exit(answer.get("exit", 0))
"""


def _find(words: list[str], word: str) -> int:
    return words.index(word) if word in words else -1


class SparkSubmit:
    """What spark-submit was asked, and what it answers next."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        binary = folder / "bin" / "spark-submit"
        binary.parent.mkdir(parents=True)
        binary.write_text(STUB.format(python=sys.executable, folder=str(folder)))
        binary.chmod(0o755)
        self.path = str(binary.parent)

    @property
    def calls(self) -> list[list[str]]:
        file = self._folder / "calls"
        return [json.loads(line)["arguments"] for line in file.read_text().splitlines()] if file.exists() else []

    @property
    def commands(self) -> list[list[str]]:
        """The calls from the program's own command on, without the name of the run, which is never the same."""
        jar = [next(i for i, word in enumerate(call) if word.endswith("/snapshot-hub.jar")) for call in self.calls]
        commands = [call[at + 1 :] for call, at in zip(self.calls, jar, strict=True)]
        return [[*c[:at], *c[at + 2 :]] if (at := _find(c, "--run-id")) >= 0 else c for c in commands]

    @property
    def run_ids(self) -> list[str | None]:
        """What each call names its run, or the run it asks for."""
        return [call[at + 1] if (at := _find(call, "--run-id")) >= 0 else None for call in self.calls]

    def answers(self, command: str, *answers: dict[str, Any]) -> None:
        """In turn; the last one is repeated."""
        (self._folder / command.replace(" ", "-")).write_text(json.dumps(answers))


def report(job: str, rows_written: int = 1, **versions: int) -> dict[str, Any]:
    """A report as ``hub job --json`` prints it; ``bronze_pages=3`` means table bronze.pages at version 3."""
    tables = {name.replace("_", ".", 1): version for name, version in versions.items()}
    line = {"job": job, "outcome": "ok", "rows_written": rows_written, "table_versions": tables}
    return {"report": {"run_id": "20260118T000000-00000000", "outcome": "ok", "exit_code": 0, "jobs": [line]}}


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Iterator[Any]:
    """Where ``HUB_REQUIRE=all`` (as in CI) a skip is a failure."""
    report = yield
    if report.skipped and os.environ.get("HUB_REQUIRE") == "all":
        report.outcome = "failed"
        report.longrepr = report.longrepr[-1]
    return report


@pytest.fixture(scope="session")
def metadata_db() -> Path:
    """Of this process's Airflow; gives a copy of it from before any run."""
    airflow = Path(sys.executable).parent / "airflow"
    subprocess.run([airflow, "db", "migrate"], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return Path(shutil.copy(SCRATCH / "airflow/airflow.db", SCRATCH / "blank.db"))


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    target = tmp_path / "project/jobs/lake/target"
    (target / "delta").mkdir(parents=True)
    (target / "snapshot-hub.jar").touch()
    (target / "delta/delta-spark_4.0_2.13-4.4.0.jar").touch()
    (target / "delta/delta-storage-4.4.0.jar").touch()
    monkeypatch.setenv("SNAPSHOT_HUB_HOME", str(tmp_path / "project"))
    return tmp_path / "project"


@pytest.fixture
def spark_submit(tmp_path: Path, project: Path, monkeypatch: pytest.MonkeyPatch) -> SparkSubmit:
    stub = SparkSubmit(tmp_path / "stub")
    monkeypatch.setenv("PATH", stub.path + os.pathsep + os.environ["PATH"])
    monkeypatch.setenv(CONNECTION, '{"conn_type": "spark", "host": "local[2]"}')
    return stub


@pytest.fixture
def bag(metadata_db: Path) -> Any:
    return dag_bag()


def dag_bag() -> Any:
    """Fresh for every use: ``dag.test(run_conf=…)`` leaves its params in the DAG."""
    try:
        from airflow.dag_processing.dagbag import DagBag
    except ImportError:  # Airflow 2.11
        from airflow.models.dagbag import DagBag
    return DagBag(dag_folder=str(DAGS))


@pytest.fixture
def run(metadata_db: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Any]]:
    """Runs a DAG in this process as a run of some kind, at some logical date, and gives its tasks' states."""
    from airflow.models import Variable

    kind: dict[str, str] = {}
    _say_kind(monkeypatch, kind)

    def run(at: Any, conf: dict[str, Any] | None = None, run_type: str = "manual", dag_id: str = "snapshot_hub") -> Any:
        kind["run_type"] = run_type
        dag = dag_bag().dags[dag_id]
        for task in dag.tasks:
            task.retry_delay = timedelta(milliseconds=1)
            task.retry_exponential_backoff = False
        date = "logical_date" if _is_airflow_3() else "execution_date"
        of_run = dag.test(run_conf=conf, **{date: at})
        states = {ti.task_id: str(getattr(ti.state, "value", ti.state)) for ti in of_run.get_task_instances()}
        return str(getattr(of_run.state, "value", of_run.state)), states

    yield run
    Variable.delete("snapshot_hub_carried_through")


def _is_airflow_3() -> bool:
    import airflow

    return not airflow.__version__.startswith("2.")


def _say_kind(monkeypatch: pytest.MonkeyPatch, kind: dict[str, str]) -> None:
    """``dag.test`` makes runs by hand only; here the run it has made is told to be of the kind that is tested."""
    if _is_airflow_3():
        import airflow.models.dagrun as module

        name = "get_or_create_dagrun"
    else:
        import airflow.models.dag as module

        name = "_get_or_create_dagrun"
    create = getattr(module, name)

    def create_of_kind(**arguments: Any) -> Any:
        made = create(**arguments)
        made.run_type = kind["run_type"]
        arguments["session"].commit()
        return made

    monkeypatch.setattr(module, name, create_of_kind)
