"""Estimates of one source over time, and how well they did."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redite.errors import LedgerError
from redite.exports.estimates import series_object, series_text
from redite.interfaces import Correction
from redite.stages.deadlines import Announced, Status
from redite.stages.estimates import CAME_ABOUT, outcomes, scores, series
from redite.text.likelihood import find_estimates
from redite.values import Label, Record
from tests.exports.build import ORGANISATION, World, article

IBS, DALKOVA = "Institute for Border Studies", "Irena Dalkova"


def said(
    world: World,
    content: str,
    day: str,
    *,
    speaker: str = IBS,
    claim: str = "c-strike",
    utterance: str | None = None,
    label: Label = Label.NEW,
    against: tuple[Record, ...] = (),
    publisher: str = "Halden Wire",
) -> Record:
    """Add a saying with the estimate that its words give, and return its record."""
    where = article(
        f"{speaker} said: {content}", publisher=publisher, published=f"2031-{day}T09:00"
    )
    record = world.say(
        where,
        content,
        speaker=speaker,
        kind=ORGANISATION,
        utterance=utterance,
        claim=claim,
        label=label,
        against=against,
    )
    estimates = find_estimates(where.text, "en")
    statement = replace(record.statement, estimate=estimates[0] if estimates else None)
    world.records[-1] = replace(record, statement=statement)
    return world.records[-1]


def correction(
    of: Record, payload: str, *, id: str = "k-1", undone_by: str | None = None
) -> Correction:
    """Return a person's word on what came about."""
    when = datetime(2031, 6, 1, tzinfo=UTC)
    return Correction(id, CAME_ABOUT, of.statement.id, payload, "Mira", when, undone_by)


def test_one_estimate_repeated() -> None:
    """A term repeated is one series that did not change."""
    world = World()
    for day in ("02-03", "02-17", "03-01"):
        said(world, f"A strike on Hallen is extremely unlikely, as of {day}.", day)
    (one,) = series(world.ordered)
    assert series_text(one) == f"{IBS}: almost no chance, 3 times since 2031-02-03, unchanged"
    assert [entry["low"] for entry in series_object(one)["estimates"]] == [0.01] * 3


def test_many_reports_of_one_assessment_count_once() -> None:
    """What several outlets report of one utterance is one estimate."""
    world = World()
    for publisher in ("Halden Wire", "Tarsk-Inform"):
        said(world, "A strike is likely.", "02-03", utterance="u-1", publisher=publisher)
    (one,) = series(world.ordered)
    assert series_text(one) == f"{IBS}: likely, once, on 2031-02-03"


def test_a_changed_mind_stays_one_series() -> None:
    """An estimate that turns to the other side of even is of the same proposition."""
    world = World()
    first = said(world, "A strike is likely.", "02-03")
    said(
        world, "A strike is unlikely.", "03-03", claim="c-2", label=Label.REVERSAL, against=(first,)
    )
    (one,) = series(world.ordered)
    assert not any(point.turned for point in one.points)
    words = "likely (2031-02-03), then unlikely (2031-03-03), 2 times in all"
    assert series_text(one) == f"{IBS}: {words}"


def test_the_contrary_estimated_is_turned_round() -> None:
    """ "It will likely not come" after "it will likely come" is low for the same proposition."""
    world = World()
    first = said(world, "They will likely sign.", "02-03")
    said(
        world,
        "They will likely not sign.",
        "03-03",
        claim="c-2",
        label=Label.REVERSAL,
        against=(first,),
    )
    (one,) = series(world.ordered)
    assert [point.turned for point in one.points] == [False, True]
    assert [round(point.probability, 3) for point in one.points] == [0.675, 0.325]


def test_speakers_have_series_of_their_own() -> None:
    """Two sources on one claim make two series."""
    world = World()
    said(world, "A strike is likely.", "02-03")
    said(world, "A strike is unlikely, we hold.", "02-04", speaker="Northern Pact")
    assert [one.speaker.name for one in series(world.ordered)] == [IBS, "Northern Pact"]


def test_brier_scores_once_a_person_resolved() -> None:
    """Who gave the higher probability to what came about has the lower score."""
    world = World()
    first = said(world, "A strike is very likely.", "02-03")
    said(world, "A strike is unlikely, we hold.", "02-04", speaker="Northern Pact")
    known = outcomes(world.ordered, [correction(first, "true")])
    found = scores(series(world.ordered), known)
    assert [(one.speaker.name, one.brier) for one in found] == [
        (IBS, 0.0156),
        ("Northern Pact", 0.4556),
    ]


def test_repeating_does_not_weigh_more() -> None:
    """The mean is over propositions: one said ten times counts as much as one said once."""
    world = World()
    often = [said(world, f"A strike is likely ({n}).", f"02-{n:02}") for n in range(1, 11)]
    once = said(world, "A truce is very likely.", "03-01", claim="c-truce")
    known = outcomes(world.ordered, [correction(often[0], "false"), correction(once, "true")])
    (score,) = scores(series(world.ordered), known)
    assert score.brier == round((0.675**2 + 0.125**2) / 2, 4)
    assert (score.series, score.estimates) == (2, 11)


def test_undone_and_open_do_not_count() -> None:
    """A correction taken back resolves nothing, and what is open has no score."""
    world = World()
    first = said(world, "A strike is likely.", "02-03")
    undone = correction(first, "true", undone_by="k-2")
    assert scores(series(world.ordered), outcomes(world.ordered, [undone])) == ()


def test_a_later_word_replaces_an_earlier() -> None:
    """Of two people's words on one thing the later holds."""
    world = World()
    first = said(world, "A strike is likely.", "02-03")
    known = outcomes(world.ordered, [correction(first, "true"), correction(first, "false", id="b")])
    assert known["c-strike"].came_about is False


def test_a_deadline_met_is_evidence() -> None:
    """A deadline of the same claim resolves it; what was said after its day is no forecast."""
    world = World()
    first = said(world, "They will probably sign by 1 May.", "04-01")
    said(world, "They have almost certainly signed by 1 May.", "05-09")
    met = Announced(
        claim="c-strike",
        speaker=IBS,
        what="sign",
        due=date(2031, 5, 1),
        status=Status.MET,
        evidence=("s-9",),
        records=(first,),
    )
    known = outcomes(world.ordered, announced=[met])
    (score,) = scores(series(world.ordered), known)
    assert (score.estimates, score.brier) == (1, round(0.325**2, 4))
    assert known["c-strike"].evidence == ("s-9",)


def test_a_damaged_correction_is_named() -> None:
    """A correction that is no answer says which it is and what to do."""
    world = World()
    first = said(world, "A strike is likely.", "02-03")
    with pytest.raises(LedgerError, match="k-1"):
        outcomes(world.ordered, [correction(first, "perhaps")])


def test_statements_without_estimate_make_no_series() -> None:
    """Who estimates nothing has no series."""
    world = World()
    said(world, "They will sign.", "02-03", speaker=DALKOVA)
    assert series(world.ordered) == ()


@given(st.permutations(range(5)), st.booleans())
def test_order_does_not_matter(order: list[int], came_about: bool) -> None:
    """Series and scores are the same whatever order records come in; scores lie in 0 to 1."""
    world = World()
    words = ("likely", "unlikely", "very likely", "almost certain", "extremely unlikely")
    for at, word in enumerate(words):
        said(world, f"A strike is {word}.", f"02-0{at + 1}")
    shuffled = [world.records[at] for at in order]
    assert series(shuffled) == series(world.records)
    answer = correction(world.records[0], "true" if came_about else "false")
    (score,) = scores(series(shuffled), outcomes(shuffled, [answer]))
    assert 0 <= score.brier <= 1
