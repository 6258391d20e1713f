"""What `admit` keeps, and how `place` tells versions and reprints apart."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redite.stages.articles import MAX_CHARACTERS, admit, article_identity, merge, place
from redite.values import Article, Document, Outcome, Rejection, Span, Standing

NOW = datetime(2024, 3, 20, 12, tzinfo=UTC)
DAY = timedelta(days=1)

WIRE = (
    "TARSK, March 4 - Velmora will move two brigades to the river line before the end of the "
    "month, Defence Minister Goran Velesh said on Monday. Speaking to reporters outside the "
    "ministry, he called the step routine and promised to tell the Northern Pact of every train. "
    "The pact's office in Hallen confirmed that a letter had come. Residents of the border town "
    "of Lisk said that the first columns had passed on Sunday night."
)
EDITED_COPY = (
    "TARSK (Halden Wire) - Velmora will move two brigades to the river line before the end of "
    "the month, Velmoran Defence Minister Goran Velesh said Monday. Speaking to journalists "
    "outside the ministry, he called the step routine and promised to tell the Northern Pact of "
    "every train. Residents of the border town of Lisk said that the first columns had passed on "
    "Sunday night."
)
OWN_WORDS = (
    "Two brigades are going to Velmora's river frontier this month. The country's defence chief, "
    "Goran Velesh, described the transfer on Monday as a routine matter; the Northern Pact, he "
    "added, would be kept informed. In Lisk people watched columns of lorries from Sunday."
)


def article(text: str, *, published: datetime = NOW - 9 * DAY, **fields: object) -> Article:
    """Return an admitted article of an invented outlet."""
    found = admit(Document(text=text, origin="test", published=published, **fields), NOW)  # type: ignore[arg-type]
    assert isinstance(found, Article)
    return found


BRIEF = "Velesh spoke."
URL = "https://halden-wire.example/1"
MIDNIGHT = datetime(2024, 3, 4, tzinfo=UTC)
STRINGS = st.sampled_from([None, "", "05", "https://halden-wire.example/1", "я"])
TIMES = st.sampled_from([MIDNIGHT + each * timedelta(hours=11) for each in range(-3, 4)])
SIGHTINGS = st.builds(
    Article,
    key=st.just("a-1"),
    given_id=STRINGS,
    url=STRINGS,
    publisher=STRINGS,
    published=TIMES,
    dated=st.booleans(),
    modified=st.none() | TIMES,
    language=st.sampled_from([None, "en", "uk"]),
    title=STRINGS,
    text=st.just(BRIEF),
    items=st.sampled_from([(Span(0, 13),), (Span(0, 6), Span(7, 13))]),
    relayed_from=STRINGS,
    taken_in=TIMES,
    origin=st.sampled_from(["a.json", "feed.xml#1"]),
    notes=st.sampled_from([(), ("no zone given, read as UTC",)]),
)
"""Sightings of one text; few values, so that ties are frequent."""


def placed(*articles: Article) -> dict[str, Standing]:
    """Return standings by public id."""
    return {standing.id: standing for standing in place(articles).values()}


def test_text_is_stored_unchanged() -> None:
    """The stored text is the input string, code point for code point."""
    text = "\ufeff Tarsk\u2028\u200b — «so»\r\n said Velesh \U0001f680 "
    assert article(text).text == text


def test_undated_article_says_so() -> None:
    """An article without a date takes the time it was taken in, and says so."""
    found = admit(Document(text="Velesh spoke.", origin="test"), NOW)
    assert isinstance(found, Article)
    assert (found.published, found.dated) == (NOW, False)


def test_text_without_letters_is_rejected_with_its_reason() -> None:
    """Nothing was said in a text without letters."""
    found = admit(Document(text="123 — 456 !!!", origin="a.txt"), NOW)
    assert isinstance(found, Rejection)
    assert found.reason == "the text has no letters"


def test_endless_text_is_rejected_with_its_length() -> None:
    """A text no article has is refused, and the reason names both lengths."""
    found = admit(Document(text="a" * (MAX_CHARACTERS + 1), origin="a.txt"), NOW)
    assert isinstance(found, Rejection)
    assert "2,000,001 characters" in found.reason


@given(SIGHTINGS, SIGHTINGS, SIGHTINGS)
def test_merging_knows_no_order(one: Article, two: Article, three: Article) -> None:
    """It is commutative, associative and idempotent; what is merged again changes nothing."""
    merged = merge(merge(one, two), three)
    assert merge(two, one) == merge(one, two)
    assert merge(one, merge(two, three)) == merged
    assert merge(one, one) == one
    assert merge(merged, two) == merged


@pytest.mark.parametrize("text", [BRIEF, WIRE, "Le pont rouvrira, a dit Velech.", "Kyjiw 12:30"])
@pytest.mark.parametrize("first", [None, "en-GB", "uk", "?"])
@pytest.mark.parametrize("again", [None, "en", "de-AT", "?"])
def test_a_known_text_is_read_as_an_unknown_one(
    text: str, first: str | None, again: str | None
) -> None:
    """Where its language is not found again, it is because nothing new could be found."""
    known = article(text, language=first)
    seen = Document(text=text, origin="test", published=known.published, language=again)
    at_first, on_record = admit(seen, NOW), admit(seen, NOW, known)
    assert isinstance(at_first, Article)
    assert isinstance(on_record, Article)
    assert merge(known, on_record) == merge(known, at_first)


def test_what_one_sighting_lacks_the_other_gives() -> None:
    """A feed knows the hour and the title, a file the id and the outlet."""
    feed = article(BRIEF, url=URL + "?utm_source=feed", title="He spoke", published=NOW)
    file = article(BRIEF, url=URL, id="05", publisher="Halden Wire", published=NOW.replace(hour=0))
    merged = merge(feed, file)
    assert (merged.given_id, merged.publisher, merged.title) == ("05", "Halden Wire", "He spoke")
    assert (merged.published, merged.dated) == (NOW, True)
    assert article_identity(merged) == article_identity(feed)


def test_an_id_is_kept_before_an_address_in_its_place() -> None:
    """Many feeds repeat the address where an id belongs; the id of a file says more."""
    feed = article(BRIEF, url=URL, id=URL)
    file = article(BRIEF, url=URL, id="report-05")
    assert merge(feed, file).given_id == merge(file, feed).given_id == "report-05"


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (MIDNIGHT + DAY, None),
        (MIDNIGHT, MIDNIGHT + DAY + timedelta(hours=9)),
        (MIDNIGHT + timedelta(hours=9), MIDNIGHT),
        (MIDNIGHT + timedelta(hours=9), MIDNIGHT + timedelta(hours=10)),
    ],
)
def test_of_two_dates_the_better_is_kept(better: datetime, worse: datetime | None) -> None:
    """A given one before none, an earlier day, and on one day an hour before a bare date."""
    one = article(BRIEF, published=better)
    other = admit(Document(text=BRIEF, origin="test", published=worse), MIDNIGHT)
    assert isinstance(other, Article)
    assert (merge(other, one).published, merge(other, one).dated) == (better, True)


def test_two_articles_are_not_merged() -> None:
    """Merging is for sightings of one text under one address."""
    with pytest.raises(ValueError, match="two articles"):
        merge(article("Velesh spoke."), article("Rostal spoke."))


def test_edited_text_is_a_version_of_the_first() -> None:
    """Another text under a known address is a later version; the first is superseded."""
    url = "https://halden-wire.example/1"
    before = article("Velesh said: two brigades.", url=url, id="1")
    after = article("Velesh said: three brigades.", url=url, id="1", modified=NOW)
    standings = placed(after, before)
    assert standings["1"].superseded_by == after.key
    assert standings["1"].outcome == Outcome.KEPT
    version = place([before, after])[after.key]
    assert (version.outcome, version.version_of) == (Outcome.VERSION, before.key)
    assert version.id.startswith("1~")


def test_lightly_edited_wire_copy_is_a_duplicate() -> None:
    """A copy that dropped a sentence and changed words here and there is still a copy."""
    original = article(WIRE, id="wire", url="https://halden-wire.example/2")
    copy = article(EDITED_COPY, id="copy", published=NOW - 8 * DAY, url="https://lisk.example/2")
    assert placed(copy, original)["copy"].duplicate_of == original.key


def test_a_report_in_other_words_is_no_duplicate() -> None:
    """Two reports of one event are two articles."""
    original = article(WIRE, id="wire")
    other = article(OWN_WORDS, id="other", published=NOW - 8 * DAY)
    assert placed(original, other)["other"].duplicate_of is None


def test_yesterdays_template_with_todays_figures_is_no_duplicate() -> None:
    """A text that adds a number is another report, however alike the rest."""
    text = "Air defence brought down {} drones over the Lisk district during the night, says Tarn."
    first = article(text.format("seven"), id="1", published=NOW - 3 * DAY)
    more = article(text.format("12"), id="2", published=NOW - 2 * DAY)
    assert placed(first, more)["2"].duplicate_of is None


def test_short_post_about_another_town_is_no_duplicate() -> None:
    """One template, two towns: two events."""
    text = "Explosions were heard in {} tonight, write the local channels. Subscribe to us here!"
    first = article(text.format("Lisk"), id="1", published=NOW - 3 * DAY)
    other = article(text.format("Quor"), id="2", published=NOW - 2 * DAY)
    assert placed(first, other)["2"].duplicate_of is None


@pytest.mark.parametrize(
    ("hours", "copied"),
    [pytest.param(6, True, id="the same evening"), pytest.param(18, False, id="the next night")],
)
def test_the_next_alert_in_the_same_words_is_no_duplicate(hours: int, copied: bool) -> None:
    """A text of few words says the same of every night; only at once is it the same report."""
    first = article("Explosions heard in Lisk", id="1", published=NOW - 3 * DAY)
    again = article(
        "Explosions heard in Lisk!", id="2", published=NOW - 3 * DAY + timedelta(hours=hours)
    )
    assert (placed(first, again)["2"].duplicate_of == first.key) is copied


def test_an_alert_dated_to_the_day_is_a_duplicate_until_the_next() -> None:
    """Where no hour is known, a day apart may be an hour apart."""
    first = article("Explosions heard in Lisk", id="1", published=MIDNIGHT)
    again = article("Explosions heard in Lisk!", id="2", published=MIDNIGHT + DAY)
    later = article("Explosions heard in Lisk.", id="3", published=MIDNIGHT + 2 * DAY)
    standings = placed(first, again, later)
    assert [standings[id].duplicate_of for id in "23"] == [first.key, None]


def test_a_copy_of_a_copy_names_the_original() -> None:
    """An original is never itself a duplicate."""
    original = article(WIRE, id="1", url="https://halden-wire.example/2")
    copy = article(EDITED_COPY, id="2", published=NOW - 8 * DAY, url="https://lisk.example/2")
    again = article(EDITED_COPY, id="3", published=NOW - 7 * DAY, url="https://quor.example/2")
    standings = placed(again, copy, original)
    assert {standings["2"].duplicate_of, standings["3"].duplicate_of} == {original.key}


def test_two_texts_with_one_id_are_both_kept_apart() -> None:
    """An id that two addresses claim stays with the first; the other has an id of its own."""
    first = article("Velesh spoke.", id="7", url="https://a.example/1", published=NOW - 2 * DAY)
    second = article("Rostal spoke.", id="7", url="https://b.example/1", published=NOW - DAY)
    standings = place([second, first])
    assert standings[first.key].id == "7"
    assert standings[second.key].id.startswith("7~")
    assert standings[second.key].outcome == Outcome.KEPT


def test_order_of_arrival_does_not_matter() -> None:
    """Standings are a function of the set of articles."""
    texts = [WIRE, EDITED_COPY, OWN_WORDS, "Velesh said: two.", "Velesh said: three.", WIRE]
    urls = [None, None, None, "https://a.example/x", "https://a.example/x", "https://b.example"]
    articles = [
        article(text, url=url, published=NOW - (9 - i) * DAY)
        for i, (text, url) in enumerate(zip(texts, urls, strict=True))
    ]
    expected = place(articles)
    for seed in range(20):
        shuffled = random.Random(seed).sample(articles, len(articles))
        assert place(shuffled) == expected
