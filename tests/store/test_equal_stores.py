"""Whatever is done to them, the store in SQLite shows what the reference shows."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redite.errors import LedgerError
from redite.interfaces import Store
from redite.store import MemoryStore, open_store
from redite.values import Analysis, Article, Attribution, Label, Span, Statement
from tests.store.invented import (
    NOON,
    analysis,
    article,
    correction,
    judgement,
    observed,
    rejection,
    standing,
    statement,
)

Step = Callable[[Store], object]
"""Something done to a store, with its answer."""

KEYS = st.sampled_from(["a-1", "a-2", "a-3", "r-1"])
TIMES = st.timedeltas(timedelta(days=-1), timedelta(days=1)).map(lambda by: NOON + by)
IDS = st.sampled_from([None, "", "я", "z", "\uffee", "\U0001f309"])
SPANS = st.tuples(st.integers(0, 7), st.integers(1, 4)).map(lambda at: Span(at[0], sum(at)))


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """Draw an article whose text has at least eight code points, of any script."""
    text = draw(st.text(min_size=8, max_size=12))
    made = article(draw(KEYS), text, draw(st.sampled_from([NOON]) | TIMES), draw(IDS))
    return replace(made, title=draw(st.none() | st.text(max_size=5)), dated=draw(st.booleans()))


@st.composite
def statements(draw: st.DrawFn, key: str) -> Statement:
    """Draw a statement; its id may be that of another, its spans may run beyond the text."""
    made = statement(key, draw(SPANS), id=draw(st.sampled_from(["s-1", "s-2", "s-3", "s-4"])))
    return replace(made, attribution=Attribution((), (), made.attribution.content))


@st.composite
def analyses(draw: st.DrawFn, key: str) -> Analysis:
    """Draw an analysis of the article with this key."""
    found = draw(st.lists(statements(key), max_size=3))
    return analysis(key, *found, version=draw(st.sampled_from(["quotes.v1", "quotes.v2"])))


@st.composite
def steps(draw: st.DrawFn) -> Step:
    """Draw one thing that can be done to a store."""
    what = draw(st.sampled_from(["add", "add", "renew", "analyse", "reject", "decide", "correct"]))
    key = draw(KEYS)
    if what == "add":
        new = draw(articles())
        first = draw(analyses(new.key))
        return lambda store: store.add(new, first)
    if what == "renew":
        other, later = draw(articles()), draw(analyses(key))
        return lambda store: renewed(store, key, other, later)
    if what == "analyse":
        newer = draw(analyses(key))
        return lambda store: store.add_analysis(newer)
    if what == "reject":
        item, time = rejection(draw(st.text(max_size=5))), draw(TIMES)
        return lambda store: store.add_rejection(item, key, time)
    if what == "decide":
        labels = st.builds(judgement, st.sampled_from(["s-1", "s-2"]), st.sampled_from(Label))
        reprints = st.builds(standing, KEYS, st.just("machine"), st.none() | KEYS)
        decided = draw(st.lists(labels | reprints, max_size=4))
        return lambda store: store.decide(decided, NOON)
    names = st.sampled_from(["k-1", "k-2", "k-3"])
    made = correction(draw(names), undoes=draw(st.none() | names))
    return lambda store: store.correct(made)


def renewed(store: Store, key: str, other: Article, later: Analysis) -> bool:
    """Renew what is on record under `key`, if anything, with the particulars of `other`."""
    known = store.article(key)
    if known is None:
        return store.renew(other, replace(other, title="anew"), replace(later, article=other.key))
    return store.renew(known, replace(other, key=key, text=known.text), later)


def answer(step: Step, store: Store) -> object:
    """Return what a step gives, or the words with which it is refused."""
    try:
        return step(store)
    except LedgerError as error:
        return str(error)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a ledger with nothing in it, to be copied."""
    path = tmp_path_factory.mktemp("empty") / "redite.db"
    open_store(str(path), create=True).close()
    return path


@settings(max_examples=60, deadline=None)
@given(done=st.lists(steps(), max_size=12))
def test_any_sequence_of_steps_gives_the_same(empty: Path, done: Sequence[Step]) -> None:
    """Every answer on the way, every refusal, and all that can be seen at the end is equal."""
    reference = MemoryStore()
    with tempfile.TemporaryDirectory() as place:
        path = shutil.copy(empty, Path(place) / "redite.db")
        with closing(open_store(str(path), create=False)) as store:
            for step in done:
                assert answer(step, store) == answer(step, reference)
            assert observed(store) == observed(reference)
