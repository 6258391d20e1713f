"""What the trained models' doubts do to what words say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from math import log

import numpy as np
import pytest
from numpy.typing import NDArray

from redite.compare.by_models import decide
from redite.compare.features import NAMES
from redite.compare.index import Entry
from redite.compare.meanings import Meanings
from redite.compare.model import PairModel
from redite.compare.voices import Voice
from redite.compare.weighing import weigh
from redite.compare.words import read_words
from redite.interfaces import Comparer, Told
from redite.values import Label, Span, SpeakerKind

CONTENT = "the harbour of Tarsk stays closed to foreign ships until the spring"
OTHER_WORDS = "no vessel from abroad may call at Tarsk before April"
MONDAY = datetime(2024, 3, 4, 9, tzinfo=UTC)
PERSON, BODY, UNNAMED = SpeakerKind.PERSON, SpeakerKind.ORGANISATION, SpeakerKind.UNNAMED


class Blank:
    """An encoder to which everything means the same."""

    version = "blank"

    def embed(self, sentences: Sequence[str]) -> NDArray[np.float32]:
        """Return one and the same vector for each."""
        return np.ones((len(sentences), 2), np.float32)


def model(claim: float, saying: float) -> PairModel:
    """Return a model that expects this of every pair, whatever it looks like."""
    odds = [log(p / (1 - p)) for p in (claim, saying, 0.01)]
    weights = np.zeros((len(NAMES) + 1, 3))
    weights[-1] = odds
    reading = np.zeros(len(NAMES) + 2)
    reading[-1] = odds[0]
    return PairModel(
        "even", np.zeros(2, np.float32), {}, np.eye(2, dtype=np.float32), weights, reading
    )


def entry(number: int, kind: SpeakerKind, name: str, days: float, content: str) -> Entry:
    """Return what somebody said this many days after Monday."""
    return Entry(
        number, f"s{number}", f"a{number}", f"{kind}-{name}-{number}", Span(0, len(content)), False,
        None, MONDAY + timedelta(days=days), read_words(content, "en"), f"u{number}", f"c{number}",
        told=Told("", content, ""), voice=Voice(f"{kind}-{name}-{number}", kind, name),
        vector=np.array([1, 0], np.float32),
    )  # fmt: skip


def verdict(
    earlier: Entry, later: Entry, claim: float, saying: float = 0.5
) -> tuple[str, list[str]]:
    """Return the label of the later one, and what it rests on, where the models expect this."""
    meanings = Meanings(model(claim, saying), [], Comparer(Blank()))
    verdict = decide(later, weigh(later, [earlier], meanings), meanings, lambda _: ()).verdict
    return str(verdict.label), [each.statement for each in verdict.against]


@pytest.mark.parametrize(
    ("days", "claim", "label"),
    [(0.2, 0.4, "echo"), (0.2, 0.1, "new"), (6, 0.6, "new"), (6, 0.8, "echo")],
)
def test_the_later_the_surer_must_an_echo_be(days: float, claim: float, label: str) -> None:
    """Of equal words of two people on one day a little belief is enough; days later it is not."""
    first = entry(0, PERSON, "goran velesh", 0, CONTENT)
    again = entry(1, PERSON, "jonas hedrik", days, CONTENT)
    assert verdict(first, again, claim)[0] == label
    in_other_words = replace(again, words=read_words(OTHER_WORDS, "en"))
    if days > 1:
        assert verdict(first, in_other_words, claim)[0] == label


def test_a_speaker_who_comes_back_is_believed_sooner() -> None:
    """Who says again days later what he said repeats himself, even where the models waver."""
    first = entry(0, PERSON, "goran velesh", 0, CONTENT)
    again = entry(1, PERSON, "goran velesh", 6, CONTENT)
    own = replace(again, speaker=first.speaker)
    assert verdict(first, own, 0.4) == ("repeat", ["s0"])


def test_what_one_speaker_said_in_two_articles_must_be_likelier_than_within_one() -> None:
    """A summary and its quotation in one article share few words; equal words of two articles in
    which the models hardly believe are of two things on one topic."""
    first = entry(0, PERSON, "goran velesh", 0, CONTENT)
    again = replace(entry(1, PERSON, "goran velesh", 0.2, CONTENT), speaker=first.speaker)
    voice = replace(again, voice=first.voice, extent=Span(200, 200 + len(CONTENT)))
    assert verdict(first, voice, 0.2)[0] == "new"
    assert verdict(first, voice, 0.3) == ("same-utterance", ["s0"])
    assert verdict(first, replace(voice, article=first.article), 0.2)[0] == "same-utterance"


@pytest.mark.parametrize(
    ("one", "other", "days", "label"),
    [
        ((BODY, "velmora"), (BODY, "ministry of defence"), 0.2, "same-utterance"),
        ((BODY, "velmora"), (BODY, "ministry of defence"), 2, "echo"),
        ((UNNAMED, "drivers"), (UNNAMED, "drivers"), 2, "same-utterance"),
        ((UNNAMED, "drivers"), (UNNAMED, "farmers"), 2, "echo"),
        ((PERSON, "goran velesh"), (PERSON, "jonas hedrik"), 0.2, "echo"),
    ],
)
def test_what_those_say_who_may_be_one(
    one: tuple[SpeakerKind, str], other: tuple[SpeakerKind, str], days: float, label: str
) -> None:
    """Where the models are sure of one saying, two who may be one gave it once, and two people
    gave it twice."""
    first = entry(0, *one, 0, CONTENT)
    again = entry(1, *other, days, OTHER_WORDS)
    assert verdict(first, again, claim=0.9, saying=0.95) == (label, ["s0"])
    assert verdict(first, again, claim=0.9, saying=0.5)[0] == "echo"


@pytest.mark.parametrize(
    ("one", "other", "days", "label"),
    [
        ((UNNAMED, "some officials"), (UNNAMED, "an official in Tarsk"), 0.2, "same-utterance"),
        ((UNNAMED, "some officials"), (UNNAMED, "an official in Tarsk"), 2, "echo"),
        ((UNNAMED, "some officials"), (UNNAMED, "drivers"), 0.2, "echo"),
        ((PERSON, "velesh"), (PERSON, "goran velesh"), 0.2, "same-utterance"),
        ((PERSON, "ivan velesh"), (PERSON, "goran velesh"), 0.2, "echo"),
    ],
)
def test_who_is_called_alike_may_be_one_for_a_day(
    one: tuple[SpeakerKind, str], other: tuple[SpeakerKind, str], days: float, label: str
) -> None:
    """Papers call one source by names that share a word, and one man by his surname alone."""
    first, again = entry(0, *one, 0, CONTENT), entry(1, *other, days, OTHER_WORDS)
    assert verdict(first, again, claim=0.9, saying=0.9) == (label, ["s0"])


@pytest.mark.parametrize(
    ("days", "later", "label"),
    [
        (0.2, OTHER_WORDS, "same-utterance"),
        (2, OTHER_WORDS, "repeat"),
        (0.2, "Hedrik's company may call at no port of Velmora before April", "repeat"),
    ],
)
def test_who_makes_a_claim_twice_in_a_day_is_told_of_twice(
    days: float, later: str, label: str
) -> None:
    """Two papers put one speech in their own words; later, or of others, he has spoken again."""
    first = entry(0, PERSON, "goran velesh", 0, CONTENT)
    again = replace(entry(1, PERSON, "goran velesh", days, later), speaker=first.speaker)
    assert verdict(first, again, claim=0.9, saying=0.3) == (label, ["s0"])


@pytest.mark.parametrize(
    ("outlet", "days", "label"), [("Lisk Post", 9, "same-utterance"), ("Lisk Post", 40, "echo")]
)
def test_an_outlet_that_copies_its_own_words_tells_of_one_saying(
    outlet: str, days: float, label: str
) -> None:
    """The background of a story is printed again word for word, by whatever name it is sourced."""
    first, again = (
        replace(each, voice=replace(each.voice, outlet=outlet) if each.voice else None)
        for each in (
            entry(0, UNNAMED, "drivers", 0, CONTENT),
            replace(entry(1, UNNAMED, "drivers", days, CONTENT), quoted=True),
        )
    )
    assert verdict(first, again, claim=0.9, saying=0.3)[0] == label
    elsewhere = replace(again, voice=replace(again.voice, outlet="Tarsk Daily"))  # type: ignore[type-var]
    assert verdict(first, elsewhere, claim=0.9, saying=0.3)[0] == "echo"


@pytest.mark.parametrize(
    ("days", "content", "label"),
    [
        (6, "the army has taken the village of Orsk in the valley", "new"),
        (6, "the army has taken the village of Brod near Tarsk in the valley", "repeat"),
        (0.2, "the army has taken the village of Orsk in the valley", "repeat"),
    ],
)
def test_names_tell_events_of_two_days_apart(days: float, content: str, label: str) -> None:
    """Each names a place that the other does not and none is in both: these are two events."""
    first = entry(0, BODY, "velmora", 0, "the army has taken the village of Brod in the valley")
    again = replace(entry(1, BODY, "velmora", days, content), speaker=first.speaker)
    assert verdict(first, again, claim=0.9, saying=0.1)[0] == label


def test_what_comes_nearest_to_a_new_statement_is_the_speakers_own() -> None:
    """Of two that the models tell no difference between, what he said himself is named first, and
    what shares words before what shares none."""
    other = "rain will reach the western valleys"
    earlier = [
        entry(0, PERSON, "jonas hedrik", 0, other),
        entry(1, PERSON, "jonas hedrik", 1, CONTENT),
        entry(2, PERSON, "goran velesh", 2, CONTENT),
    ]
    later = replace(entry(3, PERSON, "goran velesh", 6, OTHER_WORDS), speaker=earlier[2].speaker)
    meanings = Meanings(model(0.1, 0.1), [], Comparer(Blank()))
    found = decide(later, weigh(later, earlier, meanings), meanings, lambda _: ()).verdict
    assert [each.statement for each in found.nearest] == ["s2", "s1"]


@pytest.mark.parametrize(("claim", "named"), [(0.72, ["s0"]), (0.9, [])])
def test_who_is_unsure_names_what_it_may_be_instead(claim: float, named: list[str]) -> None:
    """An echo that the models hardly believe names the next best; one that they do names none."""
    rain = entry(0, PERSON, "anneke rostal", 0, "rain will reach the western valleys")
    harbour = entry(1, PERSON, "goran velesh", 1, CONTENT)
    later = entry(2, PERSON, "jonas hedrik", 6, OTHER_WORDS)
    meanings = Meanings(model(claim, 0.1), [], Comparer(Blank()))
    weighed = [
        replace(w, outlook=replace(w.outlook, claim=0.2)) if w.earlier is rain else w
        for w in weigh(later, [rain, harbour], meanings)
    ]
    found = decide(later, weighed, meanings, lambda _: ()).verdict
    assert found.label is Label.ECHO
    assert [each.statement for each in found.against] == ["s1"]
    assert [each.statement for each in found.nearest] == named


@pytest.mark.parametrize(
    ("earlier", "later", "label"),
    [
        ("two of their tanks burn near Tarsk", "the brigade lost 12 vans by the river", "new"),
        ("two of their tanks burn near Tarsk", "four of their tanks burn near Tarsk", "update"),
        ("their tanks burn near Tarsk", "the brigade lost armour by the river", "repeat"),
    ],
)
def test_what_counts_something_else_in_other_words_is_another_claim(
    earlier: str, later: str, label: str
) -> None:
    """The models hear one topic in two counts; without common words nothing shows one thing."""
    first = entry(0, BODY, "velmora", 0, earlier)
    again = replace(entry(1, BODY, "velmora", 2, later), speaker=first.speaker)
    assert verdict(first, again, claim=0.9, saying=0.1)[0] == label
