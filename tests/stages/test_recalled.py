"""Decisions made before are given again only where judging would come to the same ones."""

from __future__ import annotations

import ast
import random
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redite import corrections, pipeline
from redite.compare.decisions import Decision
from redite.compare.index import Entry
from redite.interfaces import Decided
from redite.models.rules import RuleTagger
from redite.stages import recalled, verdicts
from redite.stages.recalled import Held
from redite.store.judged import KeptDecisions
from redite.store.memory import MemoryStore
from redite.values import Document, Judgement

START = datetime(2031, 5, 1, 9, tzinfo=UTC)
SAYINGS = (
    'Defence Minister Goran Velesh said: "Two brigades will move to the Kareth border."',
    'Goran Velesh said on Monday that "two brigades will move to the Kareth border".',
    'Velesh told Halden Wire: "Three brigades will move to the Kareth border in May."',
    'General Pavlo Kremen said: "Two brigades will move to the Kareth border."',
    "General Pavlo Kremen denied that brigades would move to the Kareth border.",
    "Milos Tarn denied that brigades would move to the Kareth border.",
    'Prime Minister Anneke Rostal said: "The dam at Hallen will be finished in October."',
    'Anneke Rostal said: "The dam at Hallen will be finished in December."',
    'Foreign Minister Jonas Hedrik said: "The dam at Hallen will be finished in October."',
    'Anneke Rostal said: "The dam at Hallen will be finished in December, not in October."',
)
DOCUMENTS = (
    *(
        Document(
            text=f"{saying} The meeting in Tarsk took {number + 2} hours.",
            origin=str(number),
            id=str(number),
            publisher=f"Outlet {number % 3}",
            published=START + timedelta(hours=9 * number),
        )
        for number, saying in enumerate(SAYINGS)
    ),
    # An edited version of the third, and a reprint of the seventh.
    Document(
        text=f"{SAYINGS[2]} {SAYINGS[6]}",
        origin="edit",
        id="2",
        publisher="Outlet 2",
        published=START + timedelta(hours=18),
        modified=START + timedelta(hours=40),
    ),
    Document(
        text=f"{SAYINGS[6]} The meeting in Tarsk took 8 hours.",
        origin="reprint",
        id="11",
        publisher="Outlet 1",
        published=START + timedelta(hours=70),
    ),
)


class Kept:
    """A keeper in memory that counts what is asked of it."""

    def __init__(self) -> None:
        self.held: dict[str, Held] = {}
        self.written: list[str] = []

    def read(self, statements: Sequence[str]) -> Mapping[str, Held]:
        """Return what is there."""
        return {each: self.held[each] for each in statements if each in self.held}

    def write(self, held: Mapping[str, Held]) -> None:
        """Keep it."""
        self.held.update(held)
        self.written += held


def now() -> datetime:
    """Return a day after all texts."""
    return START + timedelta(days=9)


def settled(batches: Sequence[Sequence[int]], kept: Kept | None) -> Mapping[str, Decided]:
    """Return the judgements after the documents came in these batches."""
    store = MemoryStore()
    for batch in batches:
        found = [DOCUMENTS[number] for number in batch]
        list(pipeline.take_in(found, store, RuleTagger(), now))
        pipeline.settle(store, now, None, kept)
    return store.judgements()


def judged(decided: Decided) -> Judgement:
    """Return a decision as the judgement that it is."""
    assert isinstance(decided.decision, Judgement)
    return decided.decision


@settings(max_examples=8, deadline=None)
@given(st.permutations(range(len(DOCUMENTS))), st.sets(st.integers(1, len(DOCUMENTS) - 1)))
def test_any_order_in_any_batches_is_one_batch(order: list[int], cuts: set[int]) -> None:
    """What was decided on the way never shows in the end."""
    edges = [0, *sorted(cuts), len(order)]
    batches = [order[a:b] for a, b in pairwise(edges)]
    assert settled(batches, Kept()) == at_once()


@cache
def at_once() -> Mapping[str, Decided]:
    """Return the judgements where all came together and nothing had been decided before."""
    return settled([range(len(DOCUMENTS))], None)


def test_what_comes_after_all_else_is_judged_alone() -> None:
    """What stands before the first new article is neither looked up nor judged again."""
    kept = Kept()
    before = settled([range(9)], kept)
    kept.written.clear()
    after = settled([range(10)], kept)
    assert set(kept.written) == set(after) - set(before) != set()


def test_a_late_article_has_judged_anew_what_it_touches(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What was new until then is no longer; what is of other things is not judged again."""
    weighed: list[str] = []
    weigh = verdicts.Bench._weigh

    def counting(
        bench: verdicts.Bench, entry: Entry, candidates: Sequence[Entry], original: str | None
    ) -> Decision:
        weighed.append(entry.told.content)
        return weigh(bench, entry, candidates, original)

    monkeypatch.setattr(verdicts.Bench, "_weigh", counting)
    store, kept = MemoryStore(), Kept()
    others = [
        Document(text=f"Milos Tarn said: “{words}.”", origin=words, published=START)
        for words in ("Harvests fail in Quor", "Taxes rise again", "Trains run late in Tarsk")
    ]
    list(pipeline.take_in([DOCUMENTS[8], *others], store, RuleTagger(), now))
    pipeline.settle(store, now, None, kept)
    labels = {judged(each).verdict.label for each in store.judgements().values()}
    assert labels == {"new"}
    weighed.clear()
    late = Document(text=DOCUMENTS[6].text, origin="late", published=START - timedelta(days=40))
    list(pipeline.take_in([late], store, RuleTagger(), now))
    assert pipeline.settle(store, now, None, kept) == 3  # its standing, its verdict, and another's
    assert len(weighed) == 2
    verdicts_now = [judged(each).verdict.label for each in store.judgements().values()]
    assert sorted(verdicts_now) == ["echo", "new", "new", "new", "new"]


def test_a_person_s_merge_reaches_what_joins_the_group_later() -> None:
    """Decisions kept from before a correction do not stand against it."""
    kept, store = Kept(), MemoryStore()
    list(pipeline.take_in(DOCUMENTS, store, RuleTagger(), now))
    pipeline.settle(store, now, None, kept)
    claims = sorted({judged(each).claim for each in store.judgements().values()})
    store.correct(
        corrections.make(
            corrections.Kind.MERGE_CLAIMS, claims[0], {"into": claims[1]}, "Mira", now()
        )
    )
    other = MemoryStore()
    list(pipeline.take_in(DOCUMENTS, other, RuleTagger(), now))
    for each in store.corrections():
        other.correct(each)
    pipeline.settle(store, now, None, kept)
    pipeline.settle(other, now)
    assert store.judgements() == other.judgements()


def test_another_program_s_decisions_are_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the code or the word lists are others, all is judged again."""
    kept = Kept()
    first = settled([range(10)], kept)
    kept.written.clear()
    monkeypatch.setattr(recalled, "code_digest", lambda: b"another program")
    assert settled([range(10)], kept) == first
    assert set(kept.written) == set(first)


def test_the_digest_of_the_code_covers_word_lists_and_weights() -> None:
    """It has the same length as others, and is the same each time."""
    names = {file.name for part in recalled.judging() for file in recalled.files_of(part)}
    assert {"en.yaml", "uk.yaml", "by_words.py", "pairs.npz", "verdicts.py", "numbers.py"} <= names


def test_whatever_the_judge_imports_is_in_the_digest() -> None:
    """But the shapes of values, and what decides nothing: else a change there would not be seen."""
    shapes = {"redite.values", "redite.interfaces", "redite.errors", "redite.corrections"}
    neutral = {"redite.stages.recalled", "redite.yaml_files", "redite.lang"}
    root = Path(str(files("redite")))
    covered = {Path(str(part)).relative_to(root) for part in recalled.judging()}
    for part in covered:
        for path in [root / part] if part.suffix else (root / part).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                module = (node.module or "") if isinstance(node, ast.ImportFrom) else ""
                if module.startswith("redite.") and module not in shapes | neutral:
                    where = Path(*module.split(".")[1:])
                    inside = any(where.is_relative_to(each.with_suffix("")) for each in covered)
                    assert inside, f"{path} imports {module}"


def test_decisions_are_kept_in_a_file_as_they_were(tmp_path: Path) -> None:
    """What is read back is equal, whatever else the file holds."""
    kept = Kept()
    settled([range(10)], kept)
    KeptDecisions(tmp_path / "kept").write(kept.held)
    assert KeptDecisions(tmp_path / "kept").read([*kept.held, "s-unknown"]) == kept.held


@pytest.mark.parametrize("seed", range(3))
def test_a_damaged_file_costs_time_only(tmp_path: Path, seed: int) -> None:
    """What cannot be read is judged again."""
    kept, path = Kept(), tmp_path / "kept"
    wanted = settled([range(10)], kept)
    KeptDecisions(path).write(kept.held)
    data = bytearray(path.read_bytes())
    rng = random.Random(seed)
    for at in rng.sample(range(len(data)), 400):
        data[at] = rng.randrange(256)
    path.write_bytes(data)
    store = MemoryStore()
    list(pipeline.take_in(DOCUMENTS[:10], store, RuleTagger(), now))
    pipeline.settle(store, now, None, KeptDecisions(path))
    assert store.judgements() == wanted
