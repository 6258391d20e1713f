"""Pairs of texts: what was judged of them, and what people decided, for a model to learn from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from redite.compare.pairs import Compared
from redite.corrections import Kind, payload, standing
from redite.interfaces import Correction
from redite.values import Label, Record

LABELS = {
    Label.SAME_UTTERANCE: "same",
    Label.REPEAT: "same",
    Label.ECHO: "same",
    Label.UPDATE: "update",
    Label.REVERSAL: "contradicts",
    Label.DISPUTE: "contradicts",
    Label.NEW: "different",
}


def compared_line(id: object, compared: Compared) -> dict[str, Any]:
    """Return what was judged of a pair that whoever asked calls `id`."""
    return {
        "id": id,
        "label": compared.label.value,
        "confidence": compared.confidence,
        "unsure": compared.unsure,
        "changes": [
            {"slot": change.slot, "before": change.before, "after": change.after}
            for change in compared.changes
        ],
    }


def corrected_pairs(
    records: Sequence[Record], corrections: Iterable[Correction]
) -> Iterator[dict[str, Any]]:
    """Yield one object a corrected or confirmed verdict that names evidence.

    Each is a line for `redite compare` with the person's label, who gave it and when.
    """
    by_id = {record.statement.id: record for record in records}
    for correction in standing(corrections):
        record = by_id.get(correction.subject)
        said = payload(correction).get("label", "")
        if correction.kind not in (Kind.VERDICT, Kind.CONFIRM) or record is None:
            continue
        if said not in set(Label):
            continue
        for evidence in record.judgement.verdict.against[:1]:
            if (earlier := by_id.get(evidence.statement)) is not None:
                yield {
                    "id": correction.id,
                    "earlier": _side(earlier),
                    "later": _side(record),
                    "label": LABELS[Label(said)],
                    "who": correction.who,
                    "when": correction.when.isoformat(),
                }


def _side(record: Record) -> dict[str, Any]:
    said = record.statement.said_on
    day = None if said is None or said.start is None else said.start.isoformat()
    return {
        "text": record.content,
        "speaker": record.judgement.speaker.name,
        "said_on": day,
        "language": record.article.language,
    }
