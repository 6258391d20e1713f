"""The whole way, from documents to a settled ledger, on a few invented articles."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from redite import pipeline, records, without_ledger
from redite.errors import LedgerError
from redite.exports import jsonl
from redite.exports.trace import trace_text
from redite.interfaces import Passage, Store
from redite.models.rules import RuleTagger
from redite.stages import statements
from redite.store import open_store, sqlite
from redite.store.memory import MemoryStore
from redite.trace import Cause, trace
from redite.values import Article, Attribution, Document, Label, Rejection, Standing, Statement

START = datetime(2024, 3, 1, 9, tzinfo=UTC)

# Invented people, countries and outlets.
TEXTS = [
    ("en", 'Velmora will move two brigades to the border, Defence Minister Goran Velesh said on Friday. "The step is routine," he added.'),
    ("en", 'TARSK (Halden Wire) - Velmora will move two brigades to the border, Defence Minister Goran Velesh said Friday. "The step is routine," he added.'),
    ("fr", "La Velmora déplacera deux brigades vers la frontière, a déclaré vendredi le ministre de la Défense Goran Velech."),
    ("ru", "Велмора перебросит две бригады к границе, заявил министр обороны Горан Велеш."),
    ("uk", "За словами міністра оборони Горана Велеша, Велмора перекине до кордону дві бригади."),
    ("de", "Velmora werde drei Brigaden an die Grenze verlegen, sagte Verteidigungsminister Goran Velesh am Montag."),
    ("en", 'Goran Velesh said on Monday that Velmora would move three brigades to the border. Prime Minister Anneke Rostal called the step "a threat to Ostlind".'),
    ("en", "According to the Institute for Border Studies, Velesh said that the brigades would stay until summer."),
    ("fr", "« Nous ne voulons pas de guerre », a assuré Anneke Rostal. La météo reste douce à Hallen."),
]  # fmt: skip


def documents() -> list[Document]:
    """Return a handful of articles, one of them in two versions."""
    found = [
        Document(
            text=text,
            origin=f"test#{number}",
            id=str(number),
            url=f"https://outlet{number}.example/a",
            publisher=f"Outlet {number}",
            language=language,
            published=START + timedelta(hours=7 * number),
        )
        for number, (language, text) in enumerate(TEXTS)
    ]
    edited = Document(
        text=TEXTS[0][1] + " Spokesman Milos Tarn said that no date had been set.",
        origin="test#edited",
        id="0",
        url="https://outlet0.example/a",
        publisher="Outlet 0",
        published=START,
        modified=START + timedelta(hours=3),
    )
    return [*found, edited]


def sightings() -> list[Document]:
    """Return `documents`, and each again, some twice, as a feed gives them: an hour, but no id."""
    again = [
        replace(
            document,
            origin=f"feed.xml#{number}",
            id=None,
            url=f"{document.url}?utm_source=feed",
            publisher=None,
            title="As the feed has it",
            notes=("no zone given, read as UTC",),
            published=START + timedelta(hours=7 * number, days=days),
        )
        for number, document in enumerate(documents())
        for days in ((0,), (-3, 1), (2,))[number % 3]
        if number < len(TEXTS)
    ]
    by_day = [
        replace(document, published=document.published and document.published.replace(hour=0))
        for document in documents()[:4]
    ]
    return [*by_day, *documents()[4:], *again]


def clock() -> pipeline.Clock:
    """Return a clock that goes on a second each time it is looked at."""
    seconds = count()
    return lambda: START + timedelta(days=30, seconds=next(seconds))


def taken(
    store: Store, found: Iterable[Document | Rejection], settle: bool = True
) -> Counter[pipeline.Fate]:
    """Take in `found`, settle, and return what became of the items."""
    now = clock()
    fates = Counter(item.fate for item in pipeline.take_in(found, store, RuleTagger(), now))
    if settle:
        pipeline.settle(store, now)
    return fates


def exported(store: Store) -> str:
    """Return the full export of statements, as bytes would be compared."""
    standings = [each.decision for each in store.standings().values()]
    public = jsonl.public_ids(each for each in standings if isinstance(each, Standing))
    found = list(records.load(store, all_versions=True))
    by_id = {record.statement.id: record for record in found}
    lines = [jsonl.dumps(jsonl.statement_line(record, by_id, public)) for record in found]
    return "".join(lines)


def days_said(store: Store) -> set[date | None]:
    """Return the days on which something was said."""
    dates = [record.statement.said_on for record in records.load(store)]
    return {each.start for each in dates if each is not None}


def both_exports(store: Store) -> str:
    """Return the full exports of statements and of articles, as bytes would be compared."""
    standings = [each.decision for each in store.standings().values()]
    public = jsonl.public_ids(each for each in standings if isinstance(each, Standing))
    by_key = {each.article: each for each in standings if isinstance(each, Standing)}
    placed = [
        jsonl.dumps(jsonl.article_line(article, by_key[article.key], public))
        for article in store.articles()
        if article.key in by_key
    ]
    return "".join([exported(store), *placed])


def exported_of(found: Iterable[Document]) -> str:
    """Return the full export of a ledger that holds only `found`."""
    store = MemoryStore()
    taken(store, found)
    return both_exports(store)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty ledger on disk."""
    opened = open_store(str(tmp_path / "redite.db"), create=True)
    yield opened
    opened.close()


def test_twenty_orders_of_arrival_give_the_same_export() -> None:
    """Whatever order articles arrive in, the export is the same, byte for byte."""
    first = MemoryStore()
    taken(first, documents())
    expected = both_exports(first)
    assert expected.count("\n") >= 8
    for seed in range(20):
        rng = random.Random(seed)
        shuffled = rng.sample(documents(), len(documents()))
        late = rng.randrange(1, len(shuffled))
        store = MemoryStore()
        taken(store, shuffled[:late])
        taken(store, shuffled[late:])
        assert both_exports(store) == expected


def test_twenty_orders_of_two_sightings_give_the_same_export() -> None:
    """What is known of a text met twice does not rest on which came first, nor on the batches."""
    first = MemoryStore()
    taken(first, sightings())
    expected = both_exports(first)
    assert expected != exported_of(documents())
    for seed in range(20):
        rng = random.Random(seed)
        shuffled = rng.sample(sightings(), len(sightings()))
        late = rng.randrange(1, len(shuffled))
        store = MemoryStore()
        taken(store, shuffled[:late])
        taken(store, shuffled[late:])
        assert both_exports(store) == expected


def test_an_id_that_comes_late_is_given_back_verbatim(store: Store) -> None:
    """A feed brings a text first; the file that brings it again with an id has that id exported."""
    document = documents()[0]
    feed = replace(document, id=None, published=START + timedelta(days=2), origin="feed.xml#1")
    taken(store, [feed])
    assert [record.standing.id for record in records.load(store)] != ["0"]
    fates = taken(store, [document])
    assert fates == {pipeline.Fate.KNOWN: 1}
    assert {record.standing.id for record in records.load(store)} == {"0"}
    assert both_exports(store) == exported_of([document])
    assert taken(store, [feed, document]) == {pipeline.Fate.KNOWN: 2}
    assert both_exports(store) == exported_of([document])


def test_a_better_date_dates_what_was_said_again(store: Store) -> None:
    """A weekday counts from the day of the article: another day, another date."""
    document = documents()[0]
    late = replace(document, published=START + timedelta(days=7))
    taken(store, [late])
    assert days_said(store) == {START.date() + timedelta(days=7)}
    taken(store, [document])
    assert days_said(store) == {START.date()}


def test_a_text_that_another_run_was_faster_with_is_seen_again(store: Store) -> None:
    """What both runs know of it is put together, whoever writes first."""
    document = documents()[0]
    feed = replace(document, id=None, title="As the feed has it", origin="feed.xml#1")
    on_record = store.article
    with pytest.MonkeyPatch.context() as patch:

        def overtaken(key: str) -> Article | None:
            found = on_record(key)
            patch.undo()
            taken(store, [feed])
            return found

        patch.setattr(store, "article", overtaken)
        assert taken(store, [document]) == {pipeline.Fate.KNOWN: 1}
    (article,) = store.articles()
    assert (article.given_id, article.title) == ("0", "As the feed has it")


def test_late_article_judges_again_what_it_affects(store: Store) -> None:
    """What was new stops being new when an older article that said it first arrives."""
    early, *others = documents()
    taken(store, [others[1]])
    before = {record.judgement.verdict.label for record in records.load(store)}
    assert before == {Label.NEW}
    taken(store, [early])
    after = {r.standing.id: r.judgement.verdict.label for r in records.load(store)}
    assert after["2"] is not Label.NEW


def test_a_trace_tells_that_a_verdict_was_another_before(store: Store) -> None:
    """Each verdict with its day and what changed it; one that stayed is told once."""
    early, *others = documents()
    taken(store, [others[1]])
    taken(store, [early])
    found = {record.standing.id: record for record in records.load(store)}
    late = trace(found["2"].statement.id, found.values(), store.judged)
    assert [(each.label is Label.NEW, each.cause) for each in late.judged] == [
        (True, Cause.FIRST),
        (False, Cause.LEDGER),
    ]
    assert "after the ledger had changed" in trace_text(late)
    stayed = next(record for record in found.values() if record.standing.id != "2")
    first = trace(stayed.statement.id, found.values(), store.judged)
    assert [each.cause for each in first.judged] == [Cause.FIRST]
    assert "at first" not in trace_text(first)


def test_what_comes_while_decisions_are_worked_out_is_decided_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are then worked out once more, and until they are written another run has to wait."""
    monkeypatch.setattr(sqlite, "WAIT_SECONDS", 0.05)
    ledger = str(tmp_path / "redite.db")
    early, late, *others = documents()
    with (
        closing(open_store(ledger, create=True)) as store,
        closing(open_store(ledger, create=True)) as other,
    ):
        taken(store, others, settle=False)
        listed, looks = store.articles, count()

        def articles() -> Iterator[Article]:
            yield from listed()
            if next(looks) == 0:
                taken(other, [early], settle=False)
            else:
                with pytest.raises(LedgerError, match="another program is writing"):
                    taken(other, [late], settle=False)

        monkeypatch.setattr(store, "articles", articles)
        assert pipeline.settle(store, clock())
        assert next(looks) == 2
        assert not pipeline.unsettled(store)


def test_decisions_are_worked_out_once_where_nothing_comes_meanwhile(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What took longest is not done again while no other program can write."""
    taken(store, documents(), settle=False)
    listed, looks = store.statements, count()

    def statements_in_force() -> Iterator[Statement]:
        next(looks)
        return listed()

    monkeypatch.setattr(store, "statements", statements_in_force)
    pipeline.settle(store, clock())
    assert next(looks) == 1


def test_what_comes_while_it_is_read_is_left_for_the_next_reading(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another run may take in an article between two looks at the ledger; no reader minds."""
    early, *others = documents()
    taken(store, others)
    expected = exported(store)
    before = list(store.articles())
    taken(store, [early], settle=False)
    monkeypatch.setattr(store, "articles", lambda: iter(before))
    assert exported(store) == expected


def test_same_input_twice_changes_nothing(store: Store) -> None:
    """Taking in what is known writes nothing and says so."""
    taken(store, documents())
    before = exported(store)
    fates = taken(store, documents())
    assert fates == {pipeline.Fate.KNOWN: len(documents())}
    assert exported(store) == before
    assert pipeline.settle(store, clock()) == 0


def test_every_item_ends_with_an_outcome(store: Store) -> None:
    """Kept, known and rejected add up to what came in, duplicates within one run included."""
    found: list[Document | Rejection] = [
        *documents(),
        documents()[0],
        Document(text="— 12 —", origin="numbers.txt"),
        Rejection("broken.json", "not JSON"),
    ]
    fates = taken(store, found)
    assert fates.total() == len(found)
    assert fates[pipeline.Fate.REJECTED] == 2
    assert fates[pipeline.Fate.KNOWN] == 1
    reasons = {rejection.reason for _, rejection, _ in store.rejections()}
    assert reasons == {"not JSON", "the text has no letters"}


def test_only_the_latest_version_is_read_unless_asked(store: Store) -> None:
    """An edited article speaks with its latest text; the earlier one is still on record."""
    taken(store, documents())
    latest = {record.standing.id for record in records.load(store)}
    everything = {record.standing.id for record in records.load(store, all_versions=True)}
    assert "0" not in latest
    assert "0" in everything
    assert any(public.startswith("0~") for public in latest)


def test_wire_copy_is_another_report_of_the_same_saying(store: Store) -> None:
    """The reports of a reprint are exported, and are nothing new."""
    taken(store, documents()[:2])
    copied = [r for r in records.load(store) if r.standing.duplicate_of is not None]
    assert copied
    assert {r.judgement.verdict.label for r in copied} == {Label.SAME_UTTERANCE}


def test_interrupted_run_is_finished_by_the_next(store: Store) -> None:
    """A run that stopped before settling is noticed, and settling gives what it would have."""
    taken(store, documents(), settle=False)
    assert pipeline.unsettled(store)
    pipeline.settle(store, clock())
    assert not pipeline.unsettled(store)
    whole = MemoryStore()
    taken(whole, documents())
    assert exported(store) == exported(whole)


class _Deaf:
    """A newer tagger that hears nothing."""

    version = "deaf.v2"

    def tag(self, passages: Sequence[Passage]) -> list[tuple[Attribution, ...]]:
        """Return no attribution for any passage."""
        return [() for _ in passages]


def test_newer_version_replaces_what_is_in_force_and_keeps_the_old(store: Store) -> None:
    """Re-analysis adds: the new analysis is in force, and going back finds the old one's ids."""
    taken(store, documents())
    before = exported(store)
    assert len(list(pipeline.reanalyse(store, _Deaf()))) == len(documents())
    pipeline.settle(store, clock())
    assert exported(store) == ""
    assert set(store.analyses().values()) == {f"deaf.v2 {statements.VERSION}"}
    list(pipeline.reanalyse(store, RuleTagger()))
    pipeline.settle(store, clock())
    assert exported(store) == before


def test_reading_without_a_ledger_keeps_order_and_names_rejects() -> None:
    """One outcome an item, in the order of the input."""
    found: list[Document | Rejection] = [documents()[0], Rejection("x", "no"), documents()[2]]
    outcomes = list(without_ledger.read(found, RuleTagger(), clock()))
    assert isinstance(outcomes[1], Rejection)
    assert [o.article.given_id for o in outcomes if not isinstance(o, Rejection)] == ["0", "2"]
