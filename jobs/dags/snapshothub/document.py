"""The JSON document that the program prints, picked out of the lines of spark-submit, where the log stands too."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any


class Document:
    def __init__(self) -> None:
        self._lines: list[str] | None = None
        self.value: dict[str, Any] | None = None

    def listen(self, lines: Iterable[str]) -> Iterator[str]:
        """Passes every line on and keeps the last whole document; one that a log line cuts in two is no document."""
        for line in lines:
            self._hear(line.rstrip("\r\n"))
            yield line

    def _hear(self, line: str) -> None:
        if line == "{":
            self._lines = []
        if self._lines is None:
            return
        self._lines.append(line)
        if line == "}":
            try:
                self.value = json.loads("\n".join(self._lines))
            except ValueError:
                self.value = None
            self._lines = None
