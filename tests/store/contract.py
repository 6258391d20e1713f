"""What every store must do: each store has a test class that inherits these tests."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from redite.errors import LedgerError
from redite.interfaces import Decided, Store
from redite.values import Label, Outcome, Span
from redite.verify import verify
from tests.store.invented import (
    NOON,
    TEXT,
    analysis,
    article,
    correction,
    judgement,
    observed,
    rejection,
    standing,
    statement,
)


class StoreContract:
    """Inherit, and give a fixture `store`: a new, empty store for each test."""

    # --- articles and analyses

    def test_gives_back_what_was_added(self, store: Store) -> None:
        """An article and its statements come back equal, in every field."""
        theirs = statement()
        assert store.add(article(), analysis("a-1", theirs))
        assert store.article("a-1") == article()
        assert list(store.articles()) == [article()]
        assert list(store.statements()) == [theirs]
        assert list(store.statements("a-1")) == [theirs]
        assert store.analyses() == {"a-1": "quotes.v1"}

    def test_an_empty_store_has_nothing(self, store: Store) -> None:
        """Before anything is added, every question has an empty answer."""
        assert all(not answer for answer in observed(store).values())
        assert store.article("a-1") is None

    def test_adding_twice_changes_nothing(self, store: Store) -> None:
        """A known article is left as it is, even where the second looks different."""
        store.add(article(), analysis("a-1", statement()))
        before = observed(store)
        assert not store.add(article(title="Another title"), analysis("a-1"))
        assert observed(store) == before

    def test_text_comes_back_code_point_for_code_point(self, store: Store) -> None:
        """Control characters, lone combining marks and rare planes survive; nothing is normalised."""
        text = "\ufeffa\x00b\r\n\u2028e\u0301 é 𝔘\U0010ffff\ufffe й\u0306 end"
        store.add(article(text=text), analysis("a-1"))
        found = store.article("a-1")
        assert found is not None
        assert found.text == text

    def test_half_a_surrogate_pair_is_refused_by_name(self, store: Store) -> None:
        r"""JSON may bring "\ud800", which is no text: the error names the article, nothing stays."""
        with pytest.raises(LedgerError, match="article a-1"):
            store.add(article(text="half a pair: \ud800"), analysis("a-1"))
        with pytest.raises(LedgerError, match="article a-1"):
            store.add(article(title="\udc80"), analysis("a-1"))
        with pytest.raises(LedgerError, match="rejected item r-1"):
            store.add_rejection(rejection("\udfff"), "r-1", NOON)
        assert store.article("a-1") is None
        assert list(store.rejections()) == []

    def test_articles_come_in_ledger_order(self, store: Store) -> None:
        """Order is time, then id, then key, by code point, whatever the order of adding."""
        expected = [
            article("a-9", published=NOON - timedelta(microseconds=1)),
            article("a-7", given_id="A"),
            article("a-1", given_id="B"),
            article("a-2", given_id="B"),
            article("a-3"),
            article("a-6", given_id="а кирилицею"),
            article("a-5", given_id="\uffee after it"),
            article("a-4", given_id="\U0001f309 last, though UTF-16 says otherwise"),
            article("a-0", published=NOON + timedelta(microseconds=1)),
        ]
        for each in sorted(expected, key=lambda each: each.key):
            store.add(each, analysis(each.key))
        assert list(store.articles()) == expected
        assert expected == sorted(expected, key=lambda each: each.order)

    def test_statements_come_in_ledger_order(self, store: Store) -> None:
        """Order is that of the articles, then first and last code point, then id."""
        late, early = article("a-1"), article("a-2", published=NOON - timedelta(days=1))
        in_order = [
            statement("a-1", Span(8, 20), id="s-d"),
            statement("a-1", Span(8, 30), id="s-c"),
            statement("a-1", Span(9, 12), Span(20, 30), id="s-a"),
            statement("a-1", Span(9, 30), id="s-b"),
            statement("a-1", Span(10, 11), id="s-e"),
        ]
        store.add(late, analysis("a-1", *reversed(in_order)))
        first = statement("a-2", Span(50, 60))
        store.add(early, analysis("a-2", first))
        assert list(store.statements()) == [first, *in_order]
        assert list(store.statements("a-1")) == in_order
        assert list(store.statements("a-3")) == []

    def test_a_newer_analysis_replaces_the_one_in_force(self, store: Store) -> None:
        """The statements in force are those of the last analysis, also where it found none."""
        store.add(article(), analysis("a-1", statement()))
        newer = statement("a-1", Span(8, 20))
        store.add_analysis(analysis("a-1", newer, version="quotes.v2"))
        assert list(store.statements()) == [newer]
        assert store.analyses() == {"a-1": "quotes.v2"}
        store.add_analysis(analysis("a-1", version="quotes.v3"))
        assert list(store.statements()) == []
        assert store.analyses() == {"a-1": "quotes.v3"}

    def test_replaced_statements_stay_on_record(self, store: Store) -> None:
        """Every analysis ever made is sealed, and counted."""
        store.add(article(), analysis("a-1", statement()))
        store.add_analysis(analysis("a-1", statement("a-1", Span(8, 20)), version="quotes.v2"))
        (seal,) = store.seals()
        assert seal.statements_recorded == 2
        assert [each.statement.position[0] for each in seal.statements] == [77, 8]

    def test_an_analysis_must_be_of_its_article(self, store: Store) -> None:
        """What does not fit the article is refused as a whole, and nothing of it stays."""
        store.add(article(), analysis("a-1"))
        before = observed(store)
        beyond = statement("a-1", Span(8, len(TEXT) + 1))
        for wrong in (
            analysis("a-1", statement("a-2")),
            analysis("a-1", statement(), statement()),
            analysis("a-1", beyond),
            analysis("a-2", statement("a-2")),
        ):
            with pytest.raises(LedgerError):
                store.add_analysis(wrong)
            with pytest.raises(LedgerError):
                store.add(article("a-3"), wrong)
        assert observed(store) == before

    def test_a_statement_may_end_where_its_text_does(self, store: Store) -> None:
        """The end of a span is exclusive."""
        theirs = statement("a-1", Span(8, len(TEXT)))
        assert store.add(article(), analysis("a-1", theirs))
        assert list(store.statements()) == [theirs]

    def test_better_particulars_replace_those_in_force(self, store: Store) -> None:
        """A renewed article has its new place in the order, and the analysis that came with it."""
        store.add(article("a-1"), analysis("a-1", statement()))
        store.add(article("a-2"), analysis("a-2"))
        later = article("a-1", published=NOON + timedelta(hours=1), given_id="05", title=None)
        newer = statement("a-1", Span(8, 20))
        assert store.renew(article("a-1"), later, analysis("a-1", newer))
        assert list(store.articles()) == [article("a-2"), later]
        assert store.article("a-1") == later
        assert list(store.statements()) == list(store.statements("a-1")) == [newer]
        empty, seal = store.seals()
        assert (empty.article, seal.article, seal.statements_recorded) == ("a-2", "a-1", 2)
        assert list(verify(store)) == []
        again = article("a-1", given_id="04")
        assert store.renew(later, again, analysis("a-1"))
        assert list(store.articles()) == [again, article("a-2")]
        assert list(store.statements()) == []

    def test_only_what_is_in_force_can_be_renewed(self, store: Store) -> None:
        """Whoever was too slow is told so, and nothing is written; nor is where nothing changes."""
        store.add(article(), analysis("a-1", statement()))
        assert store.renew(article(), article(given_id="05"), analysis("a-1", statement()))
        before = observed(store)
        assert not store.renew(article(), article(given_id="04"), analysis("a-1"))
        assert not store.renew(article(given_id="05"), article(given_id="05"), analysis("a-1"))
        assert not store.renew(article("a-2"), article("a-2", given_id="05"), analysis("a-2"))
        assert observed(store) == before

    def test_an_article_is_not_renewed_by_another(self, store: Store) -> None:
        """Its text and its key never change, and what would not be written at first is not now."""
        store.add(article(), analysis("a-1", statement()))
        before = observed(store)
        for wrong in (article("a-2"), article(text=TEXT + " So he did."), article(title="\udc80")):
            with pytest.raises(LedgerError):
                store.renew(article(), wrong, analysis("a-1"))
        with pytest.raises(LedgerError):
            store.renew(article(), article(given_id="05"), analysis("a-2"))
        assert observed(store) == before

    def test_seals_hold_the_words_of_every_span(self, store: Store) -> None:
        """What is recorded beside a statement is what its spans cover, piece by piece."""
        store.add(article(), analysis("a-1", statement()))
        store.add(article("a-0"), analysis("a-0"))
        empty, seal = store.seals()
        assert empty.statements == ()
        assert seal.statements[0].words == (
            ("President Irena Dalkova",),
            ("said",),
            ("We shall not wait,", "for anybody."),
        )
        assert list(verify(store)) == []

    def test_a_time_without_a_zone_is_refused(self, store: Store) -> None:
        """Which moment it means would depend on who reads it."""
        naive = datetime(2024, 3, 4, 12, 0)
        with pytest.raises(LedgerError, match="without a zone"):
            store.add(article(published=naive), analysis("a-1"))
        with pytest.raises(LedgerError, match="without a zone"):
            store.add_rejection(rejection(), "r-1", naive)
        with pytest.raises(LedgerError, match="without a zone"):
            store.decide([standing()], naive)
        with pytest.raises(LedgerError, match="without a zone"):
            store.correct(replace(correction(), when=naive))
        assert all(not answer for answer in observed(store).values())

    def test_adding_while_reading(self, store: Store) -> None:
        """Whoever reads sees the ledger as it was at the start, and may write meanwhile."""
        for number in range(5):
            store.add(article(f"a-{number}"), analysis(f"a-{number}", statement(f"a-{number}")))
        seen = []
        for each in store.statements():
            seen.append(each.article)
            later = f"b-{each.article}"
            assert store.add(article(later), analysis(later, statement(later)))
            store.add_analysis(analysis(each.article, version="quotes.v2"))
        assert seen == [f"a-{number}" for number in range(5)]
        assert len(list(store.statements())) == 5

    # --- rejections

    def test_gives_back_rejections(self, store: Store) -> None:
        """A rejected item comes back equal, by key, with the time it was taken in."""
        bare = replace(rejection(), document=None)
        assert store.add_rejection(bare, "r-2", NOON)
        assert store.add_rejection(rejection(), "r-1", NOON)
        assert list(store.rejections()) == [("r-1", rejection(), NOON), ("r-2", bare, NOON)]

    def test_a_key_is_known_once(self, store: Store) -> None:
        """Rejections and articles share their keys: whichever came first stays."""
        assert store.add_rejection(rejection(), "r-1", NOON)
        assert not store.add_rejection(rejection("other"), "r-1", NOON)
        assert not store.add(article("r-1"), analysis("r-1"))
        store.add(article(), analysis("a-1"))
        assert store.article("a-1") is not None
        assert not store.add_rejection(rejection(), "a-1", NOON)
        assert len(list(store.rejections())) == 1

    # --- decisions

    def test_only_what_differs_is_decided(self, store: Store) -> None:
        """A decision equal to the one in force is not written; any change of it is."""
        assert store.decide([standing(), judgement()], NOON) == 2
        assert store.decide([standing(), judgement()], NOON + timedelta(days=1)) == 0
        changed = [standing(duplicate_of="a-0"), judgement()]
        assert store.decide(changed, NOON) == 1
        newer = replace(judgement(), version="pipeline.v2")
        assert store.decide([newer], NOON) == 1
        assert store.standings() == {"a-1": standing(duplicate_of="a-0")}
        assert store.judgements() == {"s-1": newer}

    def test_the_latest_decision_is_in_force(self, store: Store) -> None:
        """Whoever decided, also where it returns to what was said before, also in one call."""
        person = replace(judgement(label=Label.ECHO), by="Milos Tarn")
        assert store.decide([judgement(), person, person, judgement()], NOON) == 3
        assert store.judgements() == {"s-1": judgement()}
        assert store.decide([person], NOON) == 1
        assert store.judgements() == {"s-1": person}

    def test_every_judgement_stays_on_record(self, store: Store) -> None:
        """With its time and in order; another statement's are another's."""
        later = NOON + timedelta(hours=1)
        echo = judgement(label=Label.ECHO)
        store.decide([judgement(), judgement("s-2")], NOON)
        store.decide([echo], later)
        assert list(store.judged("s-1")) == [(NOON, judgement()), (later, echo)]
        assert list(store.judged("s-3")) == []

    def test_a_standing_and_a_judgement_do_not_meet(self, store: Store) -> None:
        """An article and a statement of the same name are two subjects."""
        store.decide([standing("x"), judgement("x")], NOON)
        assert store.standings() == {"x": standing("x")}
        assert store.judgements() == {"x": judgement("x")}
        found = store.standings()["x"].decision
        assert found == standing("x").decision
        assert getattr(found, "outcome", None) is Outcome.KEPT

    def test_many_decisions_come_by_subject(self, store: Store) -> None:
        """More decisions than fit one query, in any order, are all written, and sorted."""
        subjects = [f"s-{number * 7919 % 1201:04}" for number in range(1201)]
        assert store.decide((judgement(each) for each in subjects), NOON) == 1201
        assert store.decide((judgement(each) for each in subjects), NOON) == 0
        assert list(store.judgements()) == sorted(subjects)

    def test_deciding_is_all_or_nothing(self, store: Store) -> None:
        """Where the decisions break off in the middle, none of them is written."""

        def breaking_off() -> Iterator[Decided]:
            for number in range(1000):
                yield judgement(f"s-{number}")
            raise RuntimeError("no more")

        with pytest.raises(RuntimeError):
            store.decide(breaking_off(), NOON)
        with pytest.raises(LedgerError, match="confidence"):
            store.decide([judgement("s-1"), judgement("s-2", confidence=float("nan"))], NOON)
        assert store.judgements() == {}

    # --- corrections

    def test_the_mark_changes_with_what_is_decided(self, store: Store) -> None:
        """Every new decision or correction changes the mark; deciding the same again does not."""
        marks = [store.mark()]
        store.decide([judgement("s-1")], NOON)
        marks.append(store.mark())
        store.decide([judgement("s-1")], NOON)
        assert store.mark() == marks[-1]
        store.decide([judgement("s-1", Label.ECHO)], NOON)
        marks.append(store.mark())
        store.correct(correction("k-1"))
        marks.append(store.mark())
        assert len(set(marks)) == 4

    def test_what_is_written_shows_in_a_number_that_only_grows(self, store: Store) -> None:
        """Whatever decisions rest on, and they themselves; what is refused or known does not."""
        seen = [store.written()]
        for step in (
            lambda: store.add(article(), analysis("a-1")),
            lambda: store.renew(article(), article(title="Anew"), analysis("a-1")),
            lambda: store.add_analysis(analysis("a-1", version="quotes.v2")),
            lambda: store.decide([judgement("s-1")], NOON),
            lambda: store.correct(correction("k-1")),
        ):
            step()
            seen.append(store.written())
        assert seen == sorted(set(seen))
        store.add(article(), analysis("a-1"))
        store.decide([judgement("s-1")], NOON)
        assert store.written() == seen[-1]

    def test_corrections_come_oldest_first(self, store: Store) -> None:
        """In the order in which they were made, whatever their clocks said."""
        first = replace(correction("k-2"), when=NOON + timedelta(hours=1))
        second = correction("k-1")
        store.correct(first)
        store.correct(second)
        assert list(store.corrections()) == [first, second]

    def test_an_undone_correction_says_by_what(self, store: Store) -> None:
        """Both stay on record; undoing the undoing lets the first hold again."""
        store.correct(correction("k-1"))
        store.correct(correction("k-2", undoes="k-1"))
        assert [each.undone_by for each in store.corrections()] == ["k-2", None]
        store.correct(correction("k-3", undoes="k-2"))
        assert [each.undone_by for each in store.corrections()] == [None, "k-3", None]

    def test_what_cannot_be_corrected_is_refused(self, store: Store) -> None:
        """The same correction twice, and the undoing of one never made."""
        store.correct(correction("k-1"))
        with pytest.raises(LedgerError, match="on record already"):
            store.correct(correction("k-1"))
        with pytest.raises(LedgerError, match="not on record"):
            store.correct(correction("k-2", undoes="k-9"))
        assert len(list(store.corrections())) == 1
