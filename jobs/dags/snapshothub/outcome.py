"""How a run of the program ended: its exit codes, and the same as words in ``audit.runs.outcome``."""

from __future__ import annotations

from collections.abc import Iterable

EXIT_CODES = {"ok": 0, "bug": 1, "usage": 2, "gate": 3, "busy": 4, "storage": 5}
WORDS = {code: word for word, code in EXIT_CODES.items()}

#: Trying again gives the same: somebody must correct the call (2), or look at the numbers (3).
FINAL = frozenset({"usage", "gate"})

#: Which outcome a run has whose jobs had several: the first of these that is there.
WORST_FIRST = ("bug", "storage", "busy", "usage", "gate", "ok")

ADVICE = {
    "bug": "a bug, or spark-submit itself failed: the last lines above say which",
    "usage": "wrong usage or configuration, nothing was written: the line above that begins with 'hub:' names it",
    "gate": "a quality gate failed: what was good is committed, nothing is published",
    "busy": "another run holds the lake, nothing was written: tried again later",
    "storage": "storage or network failed, or the disk is full: safe to run again",
}


def word(exit_code: int) -> str:
    """The outcome of an exit code; a code of nobody's (137: killed) is told as a bug."""
    return WORDS.get(exit_code, "bug")


def worst(outcomes: Iterable[str]) -> str:
    """Of several outcomes the one that the exit code would tell."""
    there = set(outcomes)
    return next(outcome for outcome in WORST_FIRST if outcome in there)
