"""A series of estimates in words and as an object."""

from __future__ import annotations

from typing import Any

from redite.exports.shown import one_line
from redite.stages.estimates import Series


def series_text(series: Series) -> str:
    """Return a series on one line.

    "Institute for Border Studies: almost no chance, 14 times since 2031-02-03, unchanged"; where
    it changed, every change with its day.
    """
    who = one_line(series.speaker.name or series.speaker.id)
    first, count = series.points[0], len(series.points)
    if count == 1:
        return f"{who}: {first.estimate.term}, once, on {first.day}"
    if len(series.changes) == 1:
        return f"{who}: {first.estimate.term}, {count} times since {first.day}, unchanged"
    steps = ", then ".join(f"{point.estimate.term} ({point.day})" for point in series.changes)
    return f"{who}: {steps}, {count} times in all"


def series_object(series: Series) -> dict[str, Any]:
    """Return a series for programs, oldest estimate first."""
    return {
        "speaker": {
            "id": series.speaker.id,
            "name": series.speaker.name,
            "kind": series.speaker.kind.value,
        },
        "claim": series.claim,
        "estimates": [
            {
                "statement": point.record.statement.id,
                "day": point.day.isoformat(),
                "term": point.estimate.term.value,
                "scale": point.estimate.scale,
                "low": point.estimate.low,
                "high": point.estimate.high,
                "of_the_contrary": point.turned,
            }
            for point in series.points
        ],
    }
