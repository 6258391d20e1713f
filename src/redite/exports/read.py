"""What `redite read` says about one article, without a ledger."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from redite.text.context import ContextLink
from redite.text.dates import DateMention
from redite.values import Article, Attribution, Damage, Deadline, Estimate, Spans


class Reading(NamedTuple):
    """One article with everything found in it: the arguments of `read_line`, in order."""

    article: Article
    attributions: Sequence[Attribution]
    dates: Sequence[DateMention] = ()
    deadlines: Sequence[Deadline] = ()
    estimates: Sequence[Estimate] = ()
    context: Sequence[ContextLink] = ()
    damage: Sequence[Damage] = ()


def read_line(
    article: Article,
    attributions: Sequence[Attribution],
    dates: Iterable[DateMention] = (),
    deadlines: Iterable[Deadline] = (),
    estimates: Iterable[Estimate] = (),
    context: Iterable[ContextLink] = (),
    damage: Iterable[Damage] = (),
) -> dict[str, Any]:
    """Return the contract's object for one article; a role is a list of [start, end] pieces."""
    return {
        "id": article.given_id or article.key,
        "language": article.language,
        "text": article.text,
        "attributions": [
            {
                "source": _pieces(attribution.source),
                "cue": _pieces(attribution.cue),
                "content": _pieces(attribution.content),
            }
            for attribution in attributions
        ],
        "dates": [
            {
                "start": date.span.start,
                "end": date.span.end,
                "value": date.value,
                "basis": date.basis.value,
                "doubt": date.doubt,
            }
            for date in dates
        ],
        "estimates": [
            {
                "start": one.span.start,
                "end": one.span.end,
                "term": one.term.value,
                "scale": one.scale,
                "low": one.low,
                "high": one.high,
            }
            for one in estimates
        ],
        "deadlines": [
            {"start": one.span.start, "end": one.span.end, "due": one.due.isoformat()}
            for one in deadlines
        ],
        "context_links": [
            {"marker": _pieces(link.marker), "event": _pieces(link.event)} for link in context
        ],
        "damage": [
            {
                "start": one.span.start,
                "end": one.span.end,
                "kind": one.kind.value,
                "why": one.why,
            }
            for one in damage
        ],
    }


def _pieces(spans: Spans) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]
