"""Exit codes, the names by which runs are found again in cluster mode, and the document in a log."""

from __future__ import annotations

import json
import re
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest

from snapshothub import outcome, run_id
from snapshothub.document import Document

AT = datetime(2026, 1, 18, 9, 30, tzinfo=timezone(timedelta(hours=9)))


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


def test_a_run_is_named_by_utc_time_task_and_a_word_of_its_own() -> None:
    assert re.fullmatch(r"20260118T003000-silver-[0-9a-f]{8}", run_id.of_try("silver", AT))
    assert run_id.of_try("silver", AT) != run_id.of_try("silver", AT)


@pytest.mark.parametrize("task_id", ["group.silver", "이름 with spaces/", "x" * 200])
def test_the_program_takes_the_name_whatever_the_task_is_called(task_id: str) -> None:
    assert re.fullmatch(r"\d{8}T\d{6}-[A-Za-z0-9._-]{1,64}", run_id.of_try(task_id, AT))


def test_a_time_without_a_zone_names_nothing() -> None:
    with pytest.raises(ValueError, match="no time zone"):
        run_id.of_try("silver", AT.replace(tzinfo=None))


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
