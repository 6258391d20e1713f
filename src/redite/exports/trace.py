"""A statement's history, for people and for programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from redite.exports.estimates import series_object, series_text
from redite.exports.jsonl import statement_line
from redite.exports.search import verdict_words, who
from redite.exports.shown import INFERRED, counted, harmless, iso, one_line
from redite.reports import Occasion, cut, outlet, printed, published_on
from redite.stages.estimates import series
from redite.trace import Cause, Judged, Trace
from redite.values import Change, DateInterval, Record


def trace_text(trace: Trace) -> str:
    """Return the history to read: the saying, who reported it, what it is held against, the rest.

    Reprints stand under their occasion, marked as such; they are no origin of their own.
    """
    return harmless("\n".join(_lines(trace)) + "\n")


def trace_object(
    trace: Trace, records: Mapping[str, Record], public: Mapping[str, str]
) -> dict[str, Any]:
    """Return the history for programs; statements have the contract's form.

    Args:
        trace: The history.
        records: Every record by statement id.
        public: The public id of every article key.
    """
    return {
        "statement": statement_line(trace.statement, records, public),
        "utterance": _occasion_object(trace.occasion, records, public),
        "earlier": [_occasion_object(occasion, records, public) for occasion in trace.earlier],
        "later": [_occasion_object(occasion, records, public) for occasion in trace.later],
        "life": _life_object(trace),
        "judged": [
            {"verdict": e.label.value, "at": iso(e.at), "by": e.by, "cause": e.cause.value}
            for e in trace.judged
        ],
        "estimates": [series_object(one) for one in series(_reports(trace))],
        "versions": [
            {
                "article": version.standing.id,
                "published": iso(version.article.published),
                "modified": iso(version.article.modified) if version.article.modified else None,
                "latest": version.standing.superseded_by is None,
                "statement": version.statement.id,
                "content": version.content,
            }
            for version in trace.versions
        ],
    }


def _reports(trace: Trace) -> list[Record]:
    """Return every report in the history, in ledger order."""
    reports = [report for occasion in trace.occasions for report in occasion.reports]
    return sorted(reports, key=lambda report: report.order)


def _occasion_object(
    occasion: Occasion, records: Mapping[str, Record], public: Mapping[str, str]
) -> dict[str, Any]:
    return {
        "utterance": occasion.utterance,
        "verdict": occasion.lead.judgement.verdict.label.value,
        "origins": list(occasion.origins),
        "independent": len(occasion.origins),
        "reports": [statement_line(report, records, public) for report in occasion.reports],
    }


def _life_object(trace: Trace) -> dict[str, Any]:
    """Return what became of the claim; its occasions stand elsewhere, by their utterance."""
    return {
        "first": trace.sayings[0].utterance,
        "sayings": [occasion.utterance for occasion in trace.sayings],
        "changes": [
            {
                "utterance": occasion.utterance,
                "slot": change.slot,
                "before": change.before,
                "after": change.after,
            }
            for occasion, change in trace.changes
        ],
        "disputed": [occasion.utterance for occasion in trace.disputes],
    }


_CAUSES = {
    Cause.FIRST: "at first",
    Cause.LEDGER: "after the ledger had changed",
    Cause.PROGRAM: "by another version of redite",
}


def _judged(judged: Judged) -> str:
    cause = _CAUSES.get(judged.cause) or f"by {one_line(judged.by)}"
    return f"judged {judged.label.value} on {judged.at:%Y-%m-%d %H:%M} UTC, {cause}"


def _lines(trace: Trace) -> Iterator[str]:
    record = trace.statement
    verdict = record.judgement.verdict
    yield f"{one_line(who(record))}: “{printed(record)}”"
    yield f"  statement {record.statement.id}"
    yield f"  utterance {record.judgement.utterance}, claim {record.judgement.claim}"
    yield f"  named so because: {one_line(record.statement.speaker.reason)}"
    yield from _who(record)
    by = "" if record.by == "machine" else f", decided by {one_line(record.by)}"
    yield ""
    yield f"Verdict: {verdict_words(record)} (confidence {verdict.confidence:.2f}{by})"
    if record.machine_label is not None:
        yield f"  the machine had said: {record.machine_label.value}"
    if len(trace.judged) > 1:
        yield from (f"  {_judged(each)}" for each in trace.judged)
    for word, named in (("against", trace.evidence), ("nearest to", trace.nearest)):
        for other, reason in named:
            yield f"  {word} {one_line(who(other))}: “{cut(printed(other), 160)}”"
            yield f"    {_report(other)}"
            yield f"    because: {one_line(reason)}"
    for change in verdict.changes:
        yield f"  {_change(change)}"
    yield ""
    yield from _life(trace)
    yield from _occasion("This saying", trace.occasion, trace)
    for title, occasions in (("Before", trace.earlier), ("After", trace.later)):
        for occasion in occasions:
            yield ""
            yield from _occasion(title, occasion, trace)
    estimates = series(_reports(trace))
    if estimates:
        yield ""
        yield "How likely it was called"
        yield from (f"  {series_text(one)}" for one in estimates)
    if len(trace.versions) > 1:
        yield ""
        yield f"Versions of the article: {len(trace.versions)}"
        for version in trace.versions:
            latest = ", in force" if version.standing.superseded_by is None else ""
            yield f"  {_day(version)}{latest}: “{cut(version.content, 100)}”"


def _life(trace: Trace) -> Iterator[str]:
    """Yield what became of the claim; nothing where it was said once and nobody disputes it."""
    sayings, disputes = trace.sayings, trace.disputes
    if len(sayings) + len(disputes) < 2:
        return
    speakers = {occasion.lead.judgement.speaker.id for occasion in sayings}
    said, by = counted(len(sayings), "occasion"), counted(len(speakers), "speaker")
    yield f"The claim: said on {said} by {by}"
    for number, occasion in enumerate(sayings):
        yield f"  {'again' if number else 'first'}: {_saying(occasion)}"
    for occasion, change in trace.changes:
        yield f"  changed: {_change(change)}, {_saying(occasion)}"
    for occasion in disputes:
        yield f"  {occasion.lead.judgement.verdict.label.value}: {_saying(occasion)}"
    yield ""


def _saying(occasion: Occasion) -> str:
    lead, count = occasion.lead, len(occasion.origins)
    said = lead.statement.said_on
    day = f"said {_interval(said)}" if said else f"reported {_day(lead)}"
    return f"{one_line(who(lead))}, {day}, {counted(count, 'independent origin')}"


def _change(change: Change) -> str:
    before, after = (one_line(value or "–") for value in (change.before, change.after))
    return f"{one_line(change.slot)}: {before} → {after}"


def _who(record: Record) -> Iterator[str]:
    """Yield why the speaker, and each intermediary, is this one of all on record."""
    judgement = record.judgement
    if judgement.reason:
        name = one_line(judgement.speaker.name or judgement.speaker.id)
        yield f"  on record as {name} ({judgement.speaker.id}): {one_line(judgement.reason)}"
    for speaker, mention, why in zip(
        judgement.via, record.statement.via, judgement.via_reasons, strict=False
    ):
        name = one_line(speaker.name or speaker.id)
        because = "; ".join(one_line(reason) for reason in (mention.reason, why) if reason)
        yield f"  via {name} ({speaker.id}): {because}"


def _occasion(title: str, occasion: Occasion, trace: Trace) -> Iterator[str]:
    origins = ", ".join(one_line(origin) for origin in occasion.origins) or "none on record"
    lead = occasion.lead
    reports = counted(len(occasion.reports), "report")
    independent = counted(len(occasion.origins), "independent origin")
    yield (
        f"{title}: {one_line(who(lead))}, [{verdict_words(lead)}], {reports}, {independent} "
        f"({origins})"
    )
    last = len(occasion.reports) - 1
    for at, report in enumerate(occasion.reports):
        branch = "└─" if at == last else "├─"
        here = " ← this one" if report.statement.id == trace.statement.statement.id else ""
        yield f"  {branch} {_report(report)}{here}"
        yield f"  {' ' if at == last else '│'}    “{cut(printed(report), 160)}”"


def _report(record: Record) -> str:
    via = " citing ".join(one_line(speaker.name or speaker.id) for speaker in record.judgement.via)
    said = record.statement.said_on
    parts = [
        _day(record),
        one_line(outlet(record.article) or "an outlet not named"),
        f"via {via}" if via else "",
        f"said {_interval(said)}" if said else "",
        "reprint" if record.standing.duplicate_of else "",
        record.statement.id,
    ]
    return ", ".join(part for part in parts if part)


def _interval(said: DateInterval) -> str:
    start, end = (day.isoformat() if day else "…" for day in (said.start, said.end))
    days = start if start == end else f"{start} to {end}"
    inferred = INFERRED.get(said.basis, "")
    told = "; ".join(one_line(part) for part in (inferred, said.doubt) if part)
    return f"{days} (printed “{one_line(said.text)}”: {told})" if told else days


def _day(record: Record) -> str:
    return published_on(record).isoformat() if record.article.dated else "undated"
