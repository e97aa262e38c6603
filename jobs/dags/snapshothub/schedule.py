"""Where Airflow 2.11 and 3 differ and the provider's common layer has no name for it."""

from __future__ import annotations

try:
    from airflow.sdk import CronDataIntervalTimetable
except ImportError:  # Airflow 2.11
    from airflow.timetables.interval import CronDataIntervalTimetable  # type: ignore[no-redef]

from airflow.providers.common.compat.sdk import Asset

ZONE = "Asia/Seoul"


def every(cron: str) -> CronDataIntervalTimetable:
    """A cron of KST whose runs have a data interval; a bare cron string has one on Airflow 2 and none on 3."""
    return CronDataIntervalTimetable(cron, timezone=ZONE)


def asset(table: str) -> Asset:
    """The asset of a table: its name in the lake, wherever the lake is."""
    return Asset(f"x-snapshothub://lake/{table}")
