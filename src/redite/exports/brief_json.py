"""A brief for programs: the object of the contract."""

from __future__ import annotations

from typing import Any

from redite.values import Brief


def brief_object(brief: Brief) -> dict[str, Any]:
    """Return the contract's object: every sentence with the spans that it cites."""
    return {
        "since": brief.since.isoformat() if brief.since else None,
        "until": brief.until.isoformat() if brief.until else None,
        "lens": brief.lens,
        "sentences": [
            {
                "text": sentence.text,
                "section": sentence.section,
                "cites": [
                    {
                        "article": cite.article,
                        "statement": cite.statement,
                        "start": cite.span.start,
                        "end": cite.span.end,
                    }
                    for cite in sentence.cites
                ],
            }
            for sentence in brief.sentences
        ],
        "method": brief.method,
        "counts": dict(brief.counts),
        "language": brief.language,
        "series": [
            {
                "name": chart.name,
                "first": chart.first.isoformat(),
                "sayings": list(chart.sayings),
                "origins": list(chart.origins),
                "bursts": [[first.isoformat(), last.isoformat()] for first, last in chart.bursts],
                "events": [[day.isoformat(), name] for day, name in chart.events],
            }
            for chart in brief.charts
        ],
    }
