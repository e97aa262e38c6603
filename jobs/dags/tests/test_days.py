"""Around KST midnight a UTC date is another day: these are the days that a run of each kind looks at."""

from __future__ import annotations

from datetime import UTC, datetime
from types import SimpleNamespace

import pytest

from snapshothub.days import WrongDay, days_of, kst_day


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def a_run(run_type: str, begin: str | None = None) -> SimpleNamespace:
    return SimpleNamespace(run_type=run_type, data_interval_start=at(begin) if begin else None)


@pytest.mark.parametrize(
    "instant, day",
    [
        ("2026-01-18T14:59:59", "2026-01-18"),
        ("2026-01-18T15:00:00", "2026-01-19"),
        ("2026-01-19T14:59:59", "2026-01-19"),
        ("2025-12-31T15:00:00", "2026-01-01"),
    ],
)
def test_the_day_changes_at_kst_midnight(instant: str, day: str) -> None:
    assert kst_day(at(instant)).isoformat() == day


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(WrongDay, match="no time zone"):
        kst_day(datetime(2026, 1, 18))


@pytest.mark.parametrize("run_type", ["scheduled", "manual", "asset_triggered", "dataset_triggered"])
def test_a_run_that_is_asked_nothing_takes_what_is_new(run_type: str) -> None:
    assert days_of({}, a_run(run_type, "2026-01-18T14:00:00")).options == []
    assert days_of({}, a_run(run_type)).options == []


@pytest.mark.parametrize(
    "begin, first, until",
    [
        ("2026-01-18T14:00:00", "2026-01-18", "2026-01-19"),
        ("2026-01-18T15:00:00", "2026-01-19", "2026-01-20"),
        ("2026-01-31T14:00:00", "2026-01-31", "2026-02-01"),
    ],
)
def test_a_backfill_redoes_the_kst_day_of_its_interval(begin: str, first: str, until: str) -> None:
    assert days_of({}, a_run("backfill", begin)).options == ["--from", first, "--to", until]


@pytest.mark.parametrize("run_type", ["scheduled", "manual", "backfill", "asset_triggered"])
def test_the_params_win(run_type: str) -> None:
    run = a_run(run_type, "2026-01-18T14:00:00")
    assert days_of({"date": "2026-02-28"}, run).options == ["--from", "2026-02-28", "--to", "2026-03-01"]
    month = {"date": "2026-02-01", "until": "2026-03-01"}
    assert days_of(month, run).options == ["--from", "2026-02-01", "--to", "2026-03-01"]


@pytest.mark.parametrize(
    "params, message",
    [
        ({"date": "nonsense"}, 'date is "nonsense"'),
        ({"date": "2026-02-30"}, 'date is "2026-02-30"'),
        ({"date": "2026-01-18", "until": "2026-01-18"}, "expected a day after"),
        ({"date": "2026-01-18", "until": "2026-01-01"}, "expected a day after"),
        ({"until": "2026-01-18"}, "date is not given"),
        ({"date": 20260118}, "expected a KST day"),
    ],
)
def test_a_param_that_is_no_day_is_named(params: dict, message: str) -> None:
    with pytest.raises(WrongDay, match=message):
        days_of(params, a_run("manual"))
