"""Exit codes, the rows of audit.runs that stand for them in cluster mode, and the document in a log."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from snapshothub import outcome
from snapshothub.document import Document

SINCE = datetime(2026, 1, 18, 15, 0, 0, 999, tzinfo=UTC)


def row(run_id: str, job: str, word: str = "ok") -> dict[str, Any]:
    return {"run_id": run_id, "job": job, "outcome": word}


@pytest.mark.parametrize("code, word", [(0, "ok"), (1, "bug"), (2, "usage"), (3, "gate"), (4, "busy"), (5, "storage")])
def test_exit_codes_are_those_of_the_contract(code: int, word: str) -> None:
    assert outcome.word(code) == word
    assert outcome.EXIT_CODES[word] == code


def test_a_killed_process_is_no_final_outcome() -> None:
    assert outcome.word(137) not in outcome.FINAL


@pytest.mark.parametrize(
    "words, worst",
    [
        (["ok", "ok"], "ok"),
        (["ok", "gate"], "gate"),
        (["gate", "usage"], "usage"),
        (["busy", "storage"], "storage"),
        (["storage", "bug"], "bug"),
    ],
)
def test_the_worst_outcome_is_told(words: list[str], worst: str) -> None:
    assert outcome.worst(words) == worst


def test_an_older_run_is_not_taken_for_ours() -> None:
    older = row("20260118T145959-aaaaaaaa", "pull-pages")
    assert outcome.of_run([older], ["pull-pages"], SINCE) == []


def test_a_run_of_the_same_second_is_ours() -> None:
    ours = row("20260118T150000-aaaaaaaa", "pull-pages")
    assert outcome.of_run([ours], ["pull-pages"], SINCE) == [ours]


def test_the_newest_run_counts_and_other_jobs_do_not() -> None:
    first = row("20260118T150010-aaaaaaaa", "pull-pages", "storage")
    second = row("20260118T150020-bbbbbbbb", "pull-pages")
    other = row("20260118T150030-cccccccc", "publish-report", "gate")
    assert outcome.of_run([other, second, first], ["pull-pages"], SINCE) == [second]


def heard(text: str) -> Any:
    document = Document()
    lines = text.splitlines(keepends=True)
    assert list(document.listen(lines)) == lines
    return document.value


def test_the_document_is_found_among_the_log() -> None:
    value = {"outcome": "ok", "jobs": [{"job": "pull-pages", "rows_written": 3}]}
    assert heard(f"WARN before\n{json.dumps(value, indent=2)}\nWARN after\n") == value


def test_a_document_cut_by_a_log_line_is_none() -> None:
    assert heard('{\n  "outcome" : WARN a line in between\n"ok"\n}\n') is None


def test_no_document_is_none() -> None:
    assert heard("WARN {\n}\n") is None
