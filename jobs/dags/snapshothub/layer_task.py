"""The task of one layer: which days it looks at, when there is nothing to do, and what it announces."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from airflow.providers.common.compat.sdk import AirflowFailException, AirflowSkipException, Asset, Variable

from snapshothub.days import WrongDay, days_of
from snapshothub.hub_task import HubTask
from snapshothub.pipeline import Layer


class LayerTask(HubTask):
    """Runs the jobs of one layer, on the days of the run.

    A later layer is skipped when nothing moved: that is when those tables of bronze that later jobs read (``news``)
    stand at the versions that the last run carried through to the end. The rows of this pull alone would not do: a try
    that is killed after its commit leaves a next one that finds nothing new, with pages nobody has read.
    """

    def __init__(
        self,
        *,
        layer: Layer,
        first: str,
        last: str,
        news: Collection[str],
        outlets: Sequence[Asset] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(
            task_id=layer.name,
            command=["job", layer.name],
            jobs=[job.name for job in layer.jobs],
            name=f"snapshot-hub {layer.name}",
            doc_md=layer.doc,
            outlets=list(outlets),
            **kwargs,
        )
        self._layer = layer.name
        self._first = first
        self._last = last
        self._news = frozenset(news)

    def execute(self, context: Mapping[str, Any]) -> dict[str, Any] | None:
        is_first = self._layer == self._first
        pulled = None if is_first else self._pulled(context["ti"].xcom_pull(task_ids=self._first))
        if not is_first and pulled and pulled == self._carried(context) and not self._asked_for(context):
            raise AirflowSkipException("pull took nothing, and all it ever took has been carried through")
        report = super().execute(context)
        for asset in self.outlets:
            table = asset.uri.rsplit("/", 1)[-1]
            if (version := _versions(report).get(table)) is not None:
                context["outlet_events"][asset].extra = {"version": version}
        if self._layer == self._last and pulled and not self._asked_for(context):
            # A run of some days read only the pages of those: it has not carried all there is.
            Variable.set(self._mark(context), json.dumps(pulled, sort_keys=True))
        return report

    def _pulled(self, report: Mapping[str, Any] | None) -> dict[str, int]:
        return {table: version for table, version in _versions(report).items() if table in self._news}

    def _options(self, context: Mapping[str, Any]) -> list[str]:
        params = context["params"]
        options = days_of(params, context["dag_run"]).options
        if self._layer == self._first:
            inputs = params.get("input") or []
            for path in [inputs] if isinstance(inputs, str) else inputs:
                options += ["--input", path]
        elif params.get("reextract") and self._layer == "silver":
            options += ["--reextract"]
        return options

    @staticmethod
    def _asked_for(context: Mapping[str, Any]) -> bool:
        """Whether somebody wants work done again, new pages or not: some days, or all pages by newer extractors."""
        try:
            days = days_of(context["params"], context["dag_run"])
        except WrongDay as reason:
            raise AirflowFailException(str(reason)) from None
        return bool(days.options or context["params"].get("reextract"))

    @staticmethod
    def _mark(context: Mapping[str, Any]) -> str:
        return f"{context['dag'].dag_id}_carried_through"

    def _carried(self, context: Mapping[str, Any]) -> dict[str, int]:
        try:
            return json.loads(Variable.get(self._mark(context), "{}"))
        except ValueError:
            return {}


def _versions(report: Mapping[str, Any] | None) -> dict[str, int]:
    """The table versions that a report tells of; empty when there is none, and then nothing is taken for granted."""
    versions: dict[str, int] = {}
    for job in (report or {}).get("jobs", []):
        versions.update(job.get("table_versions") or {})
    return versions
