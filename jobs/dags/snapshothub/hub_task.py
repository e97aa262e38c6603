"""The task that runs the program by spark-submit and ends as the program's exit code says."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from airflow.providers.apache.spark.operators.spark_submit import SparkSubmitOperator
from airflow.providers.common.compat.sdk import (
    AirflowException,
    AirflowFailException,
    AirflowNotFoundException,
    BaseHook,
)

from snapshothub import outcome, run_id
from snapshothub.days import WrongDay
from snapshothub.deployment import Deployment, NotReady
from snapshothub.document import Document

CONNECTION = "snapshot_hub_spark"
POOL = "snapshot_hub"
MAIN_CLASS = "org.snapshothub.Main"


class HubTask(SparkSubmitOperator):
    """Runs one command of the hub, e.g. ``maintain``.

    In client mode the exit code is the truth. In cluster mode it is lost, or told as a plain failure, so each try gives
    its run a name, and ``hub status --run-id`` reads from ``audit.runs`` how that run ended. Outcomes ``usage`` and
    ``gate`` fail at once; all others are tried again.
    """

    def __init__(self, *, command: Sequence[str], jobs: Sequence[str] = (), **kwargs: Any) -> None:
        here = Deployment.here()
        super().__init__(
            application=str(here.jar),
            java_class=MAIN_CLASS,
            conn_id=CONNECTION,
            pool=POOL,
            properties_file=str(here.properties) if here.properties else None,
            **kwargs,
        )
        # A worker that died leaves its driver running. A new try finds the lake held and comes back later; it need not
        # find the driver again, which on YARN would need the address of the resource manager too.
        self.durable = False
        self._here = here
        self._command = list(command)
        self._jobs = list(jobs)
        self._document = Document()

    def execute(self, context: Mapping[str, Any]) -> dict[str, Any] | None:
        """Returns what the program said of its run: ``{"jobs": [{"job": …, "rows_written": …}, …]}``."""
        run = run_id.of_try(self.task_id, datetime.now(UTC))
        try:
            self._here.check()
            connection = self._spark_connection()
            options = self._options(context)
        except (NotReady, WrongDay) as reason:
            raise AirflowFailException(str(reason)) from None
        in_cluster = connection["deploy-mode"] == "cluster"
        self.jars = ",".join(map(str, self._here.delta_jars()))
        # Only what runs jobs leaves rows, and takes a name for them.
        name = ["--run-id", run] if self._jobs else []
        self.application_args = [*self._command, *options, *self._place(connection), *name, "--json"]
        if not in_cluster:
            self.conf = {**(self.conf or {}), "spark.driver.defaultJavaOptions": self._java_options()}
        failure = self._submit(context)
        if in_cluster and self._jobs:
            return self._told_by_the_lake(run, failure)
        if failure is not None:
            raise self._failed(outcome.word(self._exit_code()), failure)
        return self._document.value

    def _options(self, context: Mapping[str, Any]) -> list[str]:
        return []

    def _java_options(self) -> str:
        """Relative paths of a configuration mean the project's folder; Spark's own level of logging floods a log.

        These are the default options: the extra ones stay free for the cluster's own properties.
        """
        home = self._here.home
        return f'"-Dhub.home={home}" "-Dlog4j2.configurationFile=file:{home}/conf/log4j2.properties"'

    def _place(self, connection: Mapping[str, str]) -> list[str]:
        """Where the lake and the configuration are; a cluster gets the file along where it can be sent."""
        place = []
        if self._here.conf is not None:
            # A standalone master sends a driver nothing: there the file lies at the same path on every node.
            is_sent = connection["deploy-mode"] == "cluster" and re.match("yarn|k8s", connection["master"])
            if is_sent:
                self.files = str(self._here.conf)
            place += ["--conf", self._here.conf.name if is_sent else str(self._here.conf)]
        return place + self._lake()

    def _lake(self) -> list[str]:
        lake = ["--lake", self._here.lake] if self._here.lake else []
        return lake + (["--site", self._here.site] if self._here.site else [])

    def _spark_connection(self) -> dict[str, str]:
        """The connection, for which the provider silently puts ``yarn`` where it is missing or can't be parsed."""
        example = 'give it as JSON, e.g. {"conn_type": "spark", "host": "local[2]"}'
        try:
            connection = BaseHook.get_connection(CONNECTION)
        except AirflowNotFoundException:
            raise NotReady(f"there is no connection {CONNECTION}; {example}") from None
        except (AirflowException, ValueError) as reason:
            raise NotReady(f"connection {CONNECTION} can't be read ({reason}); {example}") from None
        if connection.conn_type != "spark" or not connection.host:
            raise NotReady(f"connection {CONNECTION} is no Spark connection; {example}")
        binary = connection.extra_dejson.get("spark-binary", "spark-submit")
        if shutil.which(binary) is None:
            raise NotReady(f"{binary} is not on this worker's PATH; put $SPARK_HOME/bin there")
        return {
            "master": connection.host,
            "deploy-mode": connection.extra_dejson.get("deploy-mode") or "client",
            "binary": binary,
        }

    def _get_hook(self) -> Any:
        hook = super()._get_hook()
        read = hook._process_spark_submit_log
        hook._process_spark_submit_log = lambda lines: read(self._document.listen(lines))
        return hook

    def _submit(self, context: Mapping[str, Any]) -> Exception | None:
        try:
            super().execute(context)
        except (AirflowException, RuntimeError) as failure:
            return failure
        return None

    def _exit_code(self) -> int:
        process = self._hook._submit_sp if self._hook else None
        return process.returncode if process and process.returncode else 1

    @staticmethod
    def _failed(word: str, cause: Exception | None) -> Exception:
        message = f"outcome {word} (exit code {outcome.EXIT_CODES[word]}): {outcome.ADVICE[word]}"
        exception = AirflowFailException if word in outcome.FINAL else AirflowException
        return exception(f"{message}\n{cause}" if cause else message)

    def _told_by_the_lake(self, run: str, failure: Exception | None) -> dict[str, Any]:
        status = self._status(run)
        if not status["runs"]:
            raise AirflowException(
                f"audit.runs has no run {run}: another run held the lake, the call was wrong, or the driver was "
                f"lost; its log says which\n{failure or ''}"
            )
        word = outcome.worst(job["outcome"] for job in status["runs"])
        if word != "ok":
            raise self._failed(word, failure)
        versions = {table["table"]: table["version"] for table in status["tables"]}
        return {"run_id": run, "outcome": word, "jobs": [{**job, "table_versions": versions} for job in status["runs"]]}

    def _status(self, run: str) -> dict[str, Any]:
        """``hub status`` in this worker, where stdout is ours: it only reads, so one core is enough."""
        command = [*self._hook._get_spark_binary_path(), "--master", "local[1]", "--deploy-mode", "client"]
        command += ["--properties-file", self.properties_file] if self.properties_file else []
        command += ["--jars", self.jars, "--class", MAIN_CLASS, self.application, "status", "--run-id", run]
        command += ["--conf", str(self._here.conf)] if self._here.conf else []
        command += ["--lake", self._here.lake] if self._here.lake else []
        self.log.info("The outcome is asked of the lake: %s", " ".join(command))
        done = subprocess.run([*command, "--json"], stdout=subprocess.PIPE, text=True, timeout=900, check=False)
        if done.returncode != 0:
            raise AirflowException(f"hub status ended with {done.returncode}: the outcome is not known")
        return json.loads(done.stdout)
