"""A statement's whole history."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from redite.errors import UsageError
from redite.exports.jsonl import public_ids, statement_line
from redite.exports.trace import trace_object, trace_text
from redite.trace import trace
from redite.values import DateInterval, Evidence, Label, Record, Verdict
from tests.exports.build import World, article
from tests.exports.story import story


def update_of(world: World) -> Record:
    """Return the one update of the story."""
    return next(r for r in world.records if r.judgement.verdict.label is Label.UPDATE)


def test_a_trace_holds_what_came_before_and_after() -> None:
    """Reports of the saying, the claim's earlier and later sayings, and the evidence."""
    world = story()
    found = trace(update_of(world).statement.id, world.records)
    assert [report.standing.id for report in found.occasion.reports] == ["ti-70", "nz-3"]
    assert [occasion.utterance for occasion in found.earlier] == ["u-1"]
    assert [occasion.lead.standing.id for occasion in found.later] == ["hw-131"]
    assert [record.standing.id for record, _ in found.evidence] == ["hw-101"]


def test_reprints_are_listed_and_add_no_origin() -> None:
    """Four reports, one of them a reprint, have three origins."""
    world = story()
    first = world.ordered[0]
    found = trace(first.statement.id, world.records)
    assert len(found.occasion.reports) == 4
    assert found.occasion.origins == ("Halden Wire", "Тарськ-Інформ", "כתב הגבול")


def test_a_dispute_belongs_to_the_history_of_what_it_disputes() -> None:
    """Evidence links sayings of different claims, in both directions."""
    world = story()
    dispute = next(r for r in world.records if r.judgement.verdict.unsure)
    (disputed,) = trace(dispute.statement.id, world.records).earlier
    assert disputed.lead.judgement.speaker.name == "Goran Velesh"
    (later,) = trace(disputed.lead.statement.id, world.records).later
    assert later.lead is dispute


def test_versions_of_the_article_are_listed() -> None:
    """An edited article brings its earlier text's statement along."""
    old, new = article("“By June”", id="1"), article("“By June, we hope”", id="1")
    world = World()
    first = world.say(old, "By June", utterance="u", superseded_by=new)
    later = world.say(new, "By June, we hope", utterance="u", version_of=old)
    for record in (first, later):
        found = trace(record.statement.id, world.records)
        assert set(v.statement.id for v in found.versions) == set(world.by_id)
    assert "Versions of the article: 2" in trace_text(trace(first.statement.id, world.records))


def test_a_beginning_of_an_id_is_enough_where_it_is_unique() -> None:
    """With or without "s-"; too short or unknown points to search."""
    world = story()
    record = update_of(world)
    for prefix in (record.statement.id[:8], record.statement.id[2:8]):
        assert trace(prefix, world.records).statement is record
    for unknown in ("s-zzzz", "", "s-", "s-a"):
        with pytest.raises(UsageError, match="redite search"):
            trace(unknown, world.records)


def test_an_ambiguous_beginning_lists_what_it_may_mean() -> None:
    """Two ids with the same beginning are both named."""
    world = World()
    by_prefix: dict[str, list[Record]] = {}
    number = 0
    while not any(len(records) > 1 for records in by_prefix.values()):
        record = world.say(article(f"“Saying {number}”"), f"Saying {number}")
        by_prefix.setdefault(record.statement.id[:6], []).append(record)
        number += 1
    prefix, records = next((p, r) for p, r in by_prefix.items() if len(r) > 1)
    with pytest.raises(UsageError, match="give more of it") as error:
        trace(prefix, world.records)
    assert all(record.statement.id in str(error.value) for record in records)


def test_the_text_tells_the_whole_history() -> None:
    """Who, verdict with evidence and reason, what changed, every report with its outlet."""
    world = story()
    text = trace_text(trace(update_of(world).statement.id, world.records))
    assert text.startswith("Irena Dalkova: “Ми закриємо північний пропускний пункт до 1 липня”\n")
    assert "Verdict: update (confidence 0.75)" in text
    assert "against Irena Dalkova: “We will close the northern crossing by 1 June”" in text
    assert "date: 1 June → 1 липня" in text
    assert "Before: Irena Dalkova, [new], 4 reports, 3 independent origins" in text
    assert "Morning Post of Hallen, said 2031-04-04, reprint" in text
    assert "After: Irena Dalkova, [repeat], 1 report, 1 independent origin" in text


def test_a_new_statement_is_shown_with_what_comes_nearest_to_it() -> None:
    """What was looked at and held to be another claim stands in text and contract, as such."""
    world = story()
    first, later = world.ordered[0], world.ordered[-1]
    near = (Evidence(first.statement.id, "nearest on record, held to be another claim"),)
    verdict = Verdict(Label.NEW, 0.6, unsure=True, nearest=near)
    changed = replace(later, judgement=replace(later.judgement, verdict=verdict))
    records = [changed if record is later else record for record in world.records]
    found = trace(later.statement.id, records)
    assert found.nearest == ((first, near[0].reason),)
    assert f"nearest to {first.judgement.speaker.name}: “" in trace_text(found)
    public = public_ids(r.standing for r in records)
    against = statement_line(changed, world.by_id, public)["verdict"]["against"]
    assert [one["statement"] for one in against] == [first.statement.id]


def test_a_day_that_was_counted_or_is_in_doubt_says_so() -> None:
    """Beside the day of saying stands from what its year was counted, and why it may be wrong."""
    world = story()
    record = update_of(world)
    doubtful = DateInterval(
        date(2030, 4, 4), date(2030, 4, 4), "4 April", "published", "the dateline says 2031"
    )
    changed = replace(record, statement=replace(record.statement, said_on=doubtful))
    records = [changed if r is record else r for r in world.records]
    text = trace_text(trace(record.statement.id, records))
    assert (
        "said 2030-04-04 (printed “4 April”: counted from the day of publication; "
        "the dateline says 2031)" in text
    )


def test_json_holds_the_contracts_statements() -> None:
    """Reports are whole statements; origins are counted."""
    world = story()
    record = update_of(world)
    public = public_ids(r.standing for r in world.records)
    found = trace_object(trace(record.statement.id, world.records), world.by_id, public)
    assert found["statement"]["id"] == record.statement.id
    assert found["earlier"][0]["independent"] == 3
    assert found["earlier"][0]["reports"][1]["article"]["duplicate_of"] == "hw-101"
    assert found["life"]["first"] == found["earlier"][0]["utterance"]
    assert found["life"]["changes"] == [
        {
            "utterance": found["utterance"]["utterance"],
            "slot": "date",
            "before": "1 June",
            "after": "1 липня",
        }
    ]


def test_a_claim_s_life_is_told_from_each_of_its_reports() -> None:
    """First said by whom, every repetition, each change; the same wherever one begins."""
    world = story()
    claim = update_of(world).judgement.claim
    reports = [record for record in world.records if record.judgement.claim == claim]
    told = []
    for record in reports:
        found = trace(record.statement.id, world.records)
        told.append((found.sayings, found.changes, found.disputes))
        assert len(found.sayings) == 3
    assert all(each == told[0] for each in told)
    lines = trace_text(trace(reports[0].statement.id, world.records)).splitlines()
    at = lines.index("The claim: said on 3 occasions by 1 speaker")
    assert lines[at + 1].startswith("  first: Irena Dalkova, ")
    assert lines[at + 1].endswith(", 3 independent origins")
    assert lines[at + 4].startswith("  changed: date: 1 June → 1 липня, Irena Dalkova, ")


def test_who_disputed_a_claim_is_told_at_each_of_its_sayings() -> None:
    """Also where the dispute answers another saying of the claim."""
    world = World()
    first = world.say(article("“By June”", id="1"), "By June", utterance="u-1", claim="c-1")
    world.say(article("“By July”", id="2"), "By July", utterance="u-2", claim="c-2")
    again = world.say(article("“By June.”", id="3"), "By June", utterance="u-3", claim="c-1")
    against = world.say(
        article("“Never by June”", id="4"),
        "Never by June",
        utterance="u-4",
        claim="c-4",
        label=Label.DISPUTE,
        against=[first],
    )
    found = trace(again.statement.id, world.records)
    assert [occasion.lead for occasion in found.disputes] == [against]
    assert "  dispute: " in trace_text(found)
