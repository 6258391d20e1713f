"""What sources called how likely, what came of it, and how well each judged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from redite.exports.estimates import series_object, series_text
from redite.exports.shown import counted, harmless, one_line
from redite.reports import cut, printed
from redite.stages.estimates import Known, Point, Score, Series, scores


def forecasts_text(found: Sequence[Series], known: Mapping[str, Known]) -> str:
    """Return every series to read, open ones first, then the scores of their sources."""
    return harmless("\n".join(_lines(found, known)) + "\n")


def forecasts_object(found: Sequence[Series], known: Mapping[str, Known]) -> dict[str, Any]:
    """Return every series, with what came of it, and the scores of their sources."""
    return {
        "series": [_series_object(one, known) for one in found],
        "scores": [
            {
                "speaker": {"id": score.speaker.id, "name": score.speaker.name},
                "brier": score.brier,
                "series": score.series,
                "estimates": score.estimates,
            }
            for score in scores(found, known)
        ],
    }


def _series_object(one: Series, known: Mapping[str, Known]) -> dict[str, Any]:
    resolved = known.get(one.claim)
    own = scores([one], known)
    return {
        **series_object(one),
        "what": printed(_telling(one).record),
        "outcome": None
        if resolved is None
        else {
            "came_about": resolved.came_about,
            "by": resolved.by,
            "on": resolved.on.isoformat() if resolved.on else None,
            "evidence": list(resolved.evidence),
        },
        "brier": own[0].brier if own else None,
    }


def _lines(found: Sequence[Series], known: Mapping[str, Known]) -> Iterator[str]:
    if not found:
        yield "Nothing on record says how likely anything is."
        return
    yield "Open"
    open_ones = [one for one in found if one.claim not in known]
    for one in open_ones:
        yield from _told(one)
    if not open_ones:
        yield "  none"
    resolved = [one for one in found if one.claim in known]
    if not resolved:
        return
    yield ""
    yield "Resolved"
    for one in resolved:
        yield from _told(one)
        yield f"    {_outcome(known[one.claim], scores([one], known))}"
    yield ""
    yield "Brier scores: 0 is best, always saying even gives 0.25"
    for score in scores(found, known):
        name = one_line(score.speaker.name or score.speaker.id)
        yield (
            f"  {name}: {score.brier:.2f}, {counted(score.series, 'forecast')}, "
            f"{counted(score.estimates, 'estimate')}"
        )


def _told(one: Series) -> Iterator[str]:
    point = _telling(one)
    yield f"  {series_text(one)}"
    yield f"    “{cut(printed(point.record), 160)}” ({point.record.statement.id})"


def _telling(one: Series) -> Point:
    """Return the first estimate of what the series is about, not of its contrary."""
    return next((point for point in one.points if not point.turned), one.points[0])


def _outcome(known: Known, own: Sequence[Score]) -> str:
    what = "came about" if known.came_about else "did not come about"
    by = "as what is on record shows" if known.by == "evidence" else f"says {one_line(known.by)}"
    day = f", known on {known.on.isoformat()}" if known.on else ""
    score = f"; scores {own[0].brier:.2f}" if own else "; said too late to be scored"
    return f"{what}, {by}{day}{score}"
