"""Likelihood in what is exported: of a statement, of a text read without a ledger, of a history."""

from __future__ import annotations

from dataclasses import replace

from redite.exports.jsonl import public_ids, statement_line
from redite.exports.read import read_line
from redite.exports.trace import trace_object, trace_text
from redite.stages.statements import resolve
from redite.text.likelihood import find_estimates
from redite.trace import trace
from redite.values import Attribution
from tests.exports.build import World, article, spans

TEXT = "Selon l'institut, Velmora gardera probablement les missiles."
CONTENT = "Velmora gardera probablement les missiles"
BAND = {
    "term": "likely",
    "scale": "Vocabulaire des probabilités estimatives",
    "low": 0.63,
    "high": 0.87,
}


def world() -> World:
    """Return a ledger of one statement that gives an estimate."""
    made = World()
    record = made.say(article(TEXT, language="fr"), CONTENT)
    estimate = find_estimates(TEXT, "fr")[0]
    made.records[0] = replace(record, statement=replace(record.statement, estimate=estimate))
    return made


def test_a_statement_shows_phrase_and_band() -> None:
    """The phrase stands as printed, with the term and the band of its own scale."""
    (record,) = world().records
    line = statement_line(record, {}, public_ids([record.standing]))
    assert line["estimate"] == {"phrase": "probablement", **BAND}


def test_a_statement_without_likelihood_shows_none() -> None:
    """What is not called likely or unlikely has no estimate."""
    record = World().say(article("They go."), "They go")
    assert statement_line(record, {}, public_ids([record.standing]))["estimate"] is None


def test_a_read_text_lists_its_estimates() -> None:
    """Every estimate of the text is listed with its place, whoever gives it."""
    where = article(TEXT, language="fr")
    start = TEXT.index("probablement")
    (one,) = read_line(where, [], estimates=find_estimates(TEXT, "fr"))["estimates"]
    assert one == {"start": start, "end": start + len("probablement"), **BAND}


def test_a_history_tells_the_series() -> None:
    """A trace says how likely each source called it, in words and for programs."""
    made = world()
    found = trace(made.records[0].statement.id, made.records)
    assert "Irena Dalkova: likely, once, on 2031-04-05" in trace_text(found)
    public = public_ids(record.standing for record in made.records)
    (series,) = trace_object(found, made.by_id, public)["estimates"]
    assert [point["term"] for point in series["estimates"]] == ["likely"]


def test_each_speaker_has_the_estimate_of_his_own_words() -> None:
    """What somebody else is quoted with inside a content is not the outer speaker's estimate."""
    inner = "a strike is unlikely"
    outer = f"Tarn holds that {inner} and that this will probably be denied"
    text = f"Hedrik said that {outer}."
    where = article(text)
    attributions = [
        Attribution(spans(text, "Hedrik"), spans(text, "said"), spans(text, outer)),
        Attribution(spans(text, "Tarn"), spans(text, "holds"), spans(text, inner)),
    ]
    statements = resolve(where, attributions, "v").statements
    shown = {s.speaker.mention: s.estimate and s.estimate.span.of(text) for s in statements}
    assert shown == {"Hedrik": "probably", "Tarn": "unlikely"}
