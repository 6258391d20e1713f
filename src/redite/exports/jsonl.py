"""Statements and articles as JSON objects, one a line: the contract other programs read.

Names and their order are a contract: fields are added freely, never renamed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from redite.exports.shown import iso
from redite.outlets.grades import Grade, Grades
from redite.values import (
    Article,
    Damage,
    DateInterval,
    Deadline,
    Estimate,
    Outcome,
    Record,
    Rejection,
    Span,
    Speaker,
    Standing,
)

# What some readers take for the end of a line, and what UTF-8 cannot hold. Controls below U+0020
# are escaped by json itself.
_UNSAFE = re.compile("[\x7f\x85\u2028\u2029\ud800-\udfff]")


def dumps(value: object) -> str:
    r"""Return `value` as one line of compact JSON that ends in "\n".

    Letters of any script stay readable; whatever a reader might take for a line separator, and
    lone surrogates, are escaped. The same value gives the same bytes.

    >>> dumps({"a": "é\u2028"})
    '{"a":"é\\u2028"}\n'
    """
    line = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", line) + "\n"


def public_ids(standings: Iterable[Standing]) -> dict[str, str]:
    """Return the id the world sees for every article key."""
    return {standing.article: standing.id for standing in standings}


def statement_line(
    record: Record,
    records: Mapping[str, Record],
    public: Mapping[str, str],
    damaged: Mapping[str, Sequence[Damage]] | None = None,
    independent: Mapping[str, Sequence[str]] | None = None,
    graded: Grades | None = None,
) -> dict[str, Any]:
    """Return the contract's object for one statement.

    Args:
        record: The statement with all that is in force about it.
        records: Every record by statement id: where the dates of the evidence are looked up.
        public: The public id of every article key (`public_ids`).
        damaged: What is damaged, by article key (`redite.stages.damage`).
        independent: The independent origins of every utterance, where they are to be named.
        graded: What people said of outlets and statements.
    """
    reliability = graded.of_outlet(record.article.publisher) if graded else None
    credibility = graded.statements.get(record.statement.id) if graded else None
    article, statement, judgement = record.article, record.statement, record.judgement
    attribution, text = statement.attribution, article.text
    return {
        "id": statement.id,
        "article": {
            "id": record.standing.id,
            "url": article.url,
            "publisher": article.publisher,
            "published": iso(article.published),
            "language": article.language,
            "title": article.title,
            "version_of": _public(record.standing.version_of, public),
            "duplicate_of": _public(record.standing.duplicate_of, public),
            "item": statement.item,
            "dated": article.dated,
            "reliability": _grade(reliability),
        },
        "source": _spans(attribution.source, text),
        "cue": _spans(attribution.cue, text),
        "content": _spans(attribution.content, text),
        "speaker": {
            **_speaker(judgement.speaker),
            "mention": statement.speaker.mention,
            "reason": statement.speaker.reason,
        },
        "via": [_speaker(speaker) for speaker in judgement.via],
        "said_on": _interval(statement.said_on),
        "utterance": judgement.utterance,
        "claim": judgement.claim,
        "verdict": _verdict(record, records),
        "estimate": _estimate(statement.estimate, text),
        "deadline": _deadline(statement.deadline, text),
        "act": statement.act.value if statement.act else None,
        "damage": [
            one
            for one in _damage((damaged or {}).get(article.key, ()), text)
            if any(
                piece.start < one["end"] and one["start"] < piece.end
                for piece in (*attribution.source, *attribution.cue, *attribution.content)
            )
        ],
        "origins": list((independent or {}).get(judgement.utterance, ())),
        "credibility": _grade(credibility),
        "version": record.version,
    }


def _grade(grade: Grade | None) -> dict[str, str] | None:
    if grade is None:
        return None
    return {"grade": grade.grade, "words": grade.words, "by": grade.who}


def article_line(
    article: Article,
    standing: Standing,
    public: Mapping[str, str],
    damaged: Mapping[str, Sequence[Damage]] | None = None,
) -> dict[str, Any]:
    """Return the contract's object for one article on record."""
    return {
        "id": standing.id,
        "url": article.url,
        "publisher": article.publisher,
        "published": iso(article.published),
        "language": article.language,
        "title": article.title,
        "text": article.text,
        "version_of": _public(standing.version_of, public),
        "duplicate_of": _public(standing.duplicate_of, public),
        "outcome": standing.outcome.value,
        "reason": standing.reason,
        "dated": article.dated,
        "damage": _damage((damaged or {}).get(article.key, ()), article.text),
        "notes": list(article.notes),
    }


def rejected_line(key: str, rejection: Rejection) -> dict[str, Any]:
    """Return the contract's object for an item that was not kept: whatever of it could be read."""
    document = rejection.document
    published = document.published if document else None
    return {
        "id": (document.id if document else None) or key,
        "url": document.url if document else None,
        "publisher": document.publisher if document else None,
        "published": iso(published) if published else None,
        "language": document.language if document else None,
        "title": document.title if document else None,
        "text": document.text if document else None,
        "version_of": None,
        "duplicate_of": None,
        "outcome": Outcome.REJECTED.value,
        "reason": rejection.reason,
        "dated": published is not None,
        "damage": [],
        "notes": list(document.notes) if document else [],
        "origin": rejection.origin,
    }


def _public(key: str | None, public: Mapping[str, str]) -> str | None:
    return None if key is None else public.get(key, key)


def _spans(spans: Iterable[Span], text: str) -> list[dict[str, Any]]:
    return [{"start": span.start, "end": span.end, "text": span.of(text)} for span in spans]


def _damage(found: Iterable[Damage], text: str) -> list[dict[str, Any]]:
    return [
        {
            "start": one.span.start,
            "end": one.span.end,
            "text": one.span.of(text),
            "kind": one.kind.value,
            "why": one.why,
        }
        for one in found
    ]


def _speaker(speaker: Speaker) -> dict[str, Any]:
    return {"id": speaker.id, "name": speaker.name, "kind": speaker.kind.value}


def _interval(interval: DateInterval | None) -> dict[str, Any] | None:
    if interval is None:
        return None
    return {
        "start": interval.start.isoformat() if interval.start else None,
        "end": interval.end.isoformat() if interval.end else None,
        "text": interval.text,
        "basis": interval.basis,
        "doubt": interval.doubt,
    }


def _estimate(estimate: Estimate | None, text: str) -> dict[str, Any] | None:
    if estimate is None:
        return None
    return {
        "phrase": estimate.span.of(text),
        "term": estimate.term.value,
        "scale": estimate.scale,
        "low": estimate.low,
        "high": estimate.high,
    }


def _deadline(deadline: Deadline | None, text: str) -> dict[str, Any] | None:
    if deadline is None:
        return None
    return {"phrase": deadline.span.of(text), "due": deadline.due.isoformat()}


def _verdict(record: Record, records: Mapping[str, Record]) -> dict[str, Any]:
    verdict = record.judgement.verdict
    against = []
    for evidence in (*verdict.against, *verdict.nearest):
        earlier = records.get(evidence.statement)
        against.append(
            {
                "statement": evidence.statement,
                "published": iso(earlier.article.published) if earlier else None,
                "reason": evidence.reason,
            }
        )
    line: dict[str, Any] = {
        "label": verdict.label.value,
        "confidence": verdict.confidence,
        "unsure": verdict.unsure,
        "by": record.by,
        "against": against,
        "changes": [
            {"slot": change.slot, "before": change.before, "after": change.after}
            for change in verdict.changes
        ],
    }
    if record.machine_label is not None:
        line["machine_label"] = record.machine_label.value
    return line
