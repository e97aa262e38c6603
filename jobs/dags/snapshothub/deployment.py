"""Where the program is on this machine. Read from the environment of the scheduler and of every worker.

========================  =============================================================================================
``SNAPSHOT_HUB_HOME``     folder of the project; default: the one these DAGs lie in
``SNAPSHOT_HUB_CONF``     the hub's configuration, e.g. ``conf/cluster.conf``; default: ``conf/hub.conf`` of the project
``SNAPSHOT_HUB_LAKE``     where the tables are; default: what the configuration says
``SNAPSHOT_HUB_SITE``     folder of the report; default: what the configuration says
``SNAPSHOT_HUB_SPARK``    properties for spark-submit, e.g. ``conf/spark-defaults.conf``; default: Spark's own
========================  =============================================================================================
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path


class NotReady(RuntimeError):
    """Something that no further try will bring."""


@dataclass(frozen=True)
class Deployment:
    home: Path
    conf: Path | None
    lake: str | None
    site: str | None
    properties: Path | None

    @staticmethod
    def here() -> Deployment:
        home = Path(os.environ.get("SNAPSHOT_HUB_HOME") or Path(__file__).resolve().parents[3])

        def file(name: str) -> Path | None:
            value = os.environ.get(name)
            return home / value if value else None

        return Deployment(
            home=home,
            conf=file("SNAPSHOT_HUB_CONF"),
            lake=os.environ.get("SNAPSHOT_HUB_LAKE") or None,
            site=os.environ.get("SNAPSHOT_HUB_SITE") or None,
            properties=file("SNAPSHOT_HUB_SPARK"),
        )

    @property
    def jar(self) -> Path:
        return self.home / "jobs/lake/target/snapshot-hub.jar"

    def delta_jars(self) -> list[Path]:
        return sorted((self.home / "jobs/lake/target/delta").glob("*.jar"))

    def check(self) -> None:
        """Says in one line what is missing, instead of a stack trace out of spark-submit."""
        build = "build it with 'mvn -DskipTests package', or point SNAPSHOT_HUB_HOME at a built project"
        if not self.jar.is_file():
            raise NotReady(f"{self.jar} isn't there; {build}")
        if not self.delta_jars():
            raise NotReady(f"no Delta jar in {self.jar.parent / 'delta'}; {build}")
        for file in (self.conf, self.properties):
            if file and not file.is_file():
                raise NotReady(f"{file} isn't there; see SNAPSHOT_HUB_CONF and SNAPSHOT_HUB_SPARK")
        self._check_spark_line()

    def _check_spark_line(self) -> None:
        """Delta has one artefact per Spark line; on another line it dies of a NoSuchMethodError in the middle."""
        spark_home = os.environ.get("SPARK_HOME")
        cores = sorted(Path(spark_home, "jars").glob("spark-core_*.jar")) if spark_home else []
        spark = re.match(r"spark-core_[\d.]+-(\d+\.\d+)", cores[0].name) if cores else None
        lines = [m[1] for jar in self.delta_jars() if (m := re.match(r"delta-spark_(\d+\.\d+)_", jar.name))]
        if spark and lines and spark[1] not in lines:
            raise NotReady(
                f"SPARK_HOME {spark_home} is Spark {spark[1]}, but {self.jar.name} was built with Delta for Spark "
                f"{lines[0]}; point SPARK_HOME at Spark {lines[0]}, or build with -Dspark.line={spark[1]}"
            )
