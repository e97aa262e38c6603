"""Which KST days a run looks at.

``{{ ds }}`` has no part in it: that is a UTC date, so a day behind until 09:00 KST, and Airflow 3 has none at all for a
run by hand or by an asset.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from typing import Any

KST = timezone(timedelta(hours=9), "KST")


class WrongDay(ValueError):
    """A param that is no day, or days in the wrong order."""


@dataclass(frozen=True)
class Days:
    """Half-open: ``first`` is in, ``until`` is not. Without both: whatever is new, of any day."""

    first: date | None = None
    until: date | None = None

    @property
    def options(self) -> list[str]:
        if self.first is None or self.until is None:
            return []
        return ["--from", self.first.isoformat(), "--to", self.until.isoformat()]


def kst_day(instant: datetime) -> date:
    """The KST day of an instant; a time without a zone is refused, since it could be either day."""
    if instant.tzinfo is None:
        raise WrongDay(f"{instant} has no time zone")
    return instant.astimezone(KST).date()


def days_of(params: Mapping[str, Any], dag_run: Any) -> Days:
    """The params decide; else a backfill redoes the KST day its interval begins in; any other run takes what is new.

    A scheduled run has no days on purpose: a page that arrives late belongs to an earlier day, and the month
    ``unknown`` is counted only without days.
    """
    first = _day("date", params.get("date"))
    until = _day("until", params.get("until"))
    if first is None and until is not None:
        raise WrongDay(f'param until is "{until}" but date is not given; give both, or date alone for one day')
    if first is None and _is_backfill(dag_run):
        first = kst_day(dag_run.data_interval_start)
    if first is None:
        return Days()
    until = until or first + timedelta(days=1)
    if until <= first:
        raise WrongDay(f'param until is "{until}", expected a day after date, "{first}": it is not included itself')
    return Days(first, until)


def _is_backfill(dag_run: Any) -> bool:
    kind = getattr(dag_run.run_type, "value", dag_run.run_type)
    return kind == "backfill" and dag_run.data_interval_start is not None


def _day(name: str, value: Any) -> date | None:
    if value is None or value == "":
        return None
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise WrongDay(f'param {name} is "{value}", expected a KST day such as 2026-01-18') from None
