"""Annotated documents become labelled windows, and nothing shifts on the way."""

import json
import random
import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redite.models.neural.reading import Role
from redite.models.neural.views import Kind
from redite.models.neural.windows import overlapping, territories
from training.data import (
    IGNORED,
    Document,
    Gold,
    batches,
    cut_points,
    label,
    pieces_in,
    read_documents,
    restyled,
    training_windows,
    window_of,
)

TEXT = (
    "Irena Dalkova said on Monday that “the bridge” would reopen.\n\n"
    "According to Halden Wire, Goran Velesh replied that he had “no plans”. It rained."
)


@dataclass(frozen=True)
class Words:
    """A stand-in for word pieces: one a word or punctuation mark."""

    ids: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    breaks: tuple[int, ...]
    glued: tuple[bool, ...]


def words(text: str) -> Words:
    """Cut a text into the stand-ins."""
    found = list(re.finditer(r"\w+|[^\w\s]", text))
    ends = [0, *(m.end() for m in found)]
    breaks = (min(2, text.count("\n", ends[i], m.start())) for i, m in enumerate(found))
    return Words(
        tuple(range(10, 10 + len(found))),
        tuple(m.start() for m in found),
        tuple(m.end() for m in found),
        tuple(breaks),
        (False,) * len(found),
    )


def at(part: str) -> tuple[int, int]:
    """Return where a part of TEXT stands."""
    start = TEXT.index(part)
    return start, start + len(part)


OUTER = Gold(
    (at("Halden Wire"),),
    (at("According to"),),
    (at("Goran Velesh replied that he had “no plans”"),),
)
INNER = Gold((at("Goran Velesh"),), (at("replied"),), (at("he had “no plans”"),))
FIRST = Gold((at("Irena Dalkova"),), (at("said"),), (at("“the bridge” would reopen"),))
DOCUMENT = Document("d", "en", TEXT, (FIRST, OUTER, INNER))


def spans(pieces: Words, roles: tuple[int, ...], begins: int) -> list[str]:
    """Return the words of one role."""
    out: list[list[int]] = []
    for index, role in enumerate(roles):
        if role == begins:
            out.append([pieces.starts[index], pieces.ends[index]])
        elif role == begins + 1:
            out[-1][1] = pieces.ends[index]
    return [TEXT[s:e] for s, e in out]


def test_roles_of_every_anchor_give_its_attribution_back() -> None:
    """Nested attributions keep their own source, cue and content through labels and back."""
    pieces = words(TEXT)
    window = window_of(label(DOCUMENT, pieces), 0, 0, len(pieces.ids))
    read = {
        (
            *spans(pieces, anchor.roles, Role.B_SOURCE),
            *spans(pieces, anchor.roles, Role.B_CUE),
            *spans(pieces, anchor.roles, Role.B_CONTENT),
        )
        for anchor in window.anchors
    }
    assert read == {
        tuple(TEXT[s:e] for s, e in (*one.source, *one.cue, *one.content))
        for one in (FIRST, OUTER, INNER)
    }


def test_an_attribution_without_cue_hangs_on_the_start_of_its_content() -> None:
    """Its anchor is the first piece of the content, and no cue is labelled."""
    document = Document("d", "en", TEXT, (Gold(FIRST.source, (), FIRST.content),))
    pieces = words(TEXT)
    window = window_of(label(document, pieces), 0, 0, len(pieces.ids))
    (anchor,) = window.anchors
    assert anchor.kind is Kind.START
    assert pieces.starts[anchor.first] == FIRST.content[0][0]
    assert window.starts[anchor.first] == 1
    assert not any(window.cues)


def test_attributions_that_share_a_cue_are_one() -> None:
    """Two contents under one cue are two pieces of one content."""
    left, right = (at("“the bridge”"),), (at("would reopen"),)
    document = Document(
        "d", "en", TEXT, (Gold(FIRST.source, FIRST.cue, left), Gold(FIRST.source, FIRST.cue, right))
    )
    ((source, cue, content),) = label(document, words(TEXT)).attributions
    assert (len(source), len(cue), len(content)) == (1, 1, 2)


def test_a_cue_cut_by_the_edge_of_a_window_teaches_nothing() -> None:
    """The visible half of a cue is neither a cue nor none."""
    pieces = words(TEXT)
    labelled = label(DOCUMENT, pieces)
    second = pieces.starts.index(at("According to")[1] - 2)
    window = window_of(labelled, 0, second, len(pieces.ids))
    assert window.cues[0] == IGNORED
    assert len(window.anchors) == 1


def test_a_content_cut_by_the_edge_of_a_window_begins_there() -> None:
    """No range of a window begins with a continuation."""
    pieces = words(TEXT)
    second = pieces.starts.index(at("Velesh")[0])
    window = window_of(label(DOCUMENT, pieces), 0, second, len(pieces.ids))
    (inner,) = window.anchors
    assert inner.roles[0] == Role.B_SOURCE
    assert spans(pieces, (0,) * second + inner.roles, Role.B_SOURCE) == ["Velesh"]


def test_reading_names_the_line_that_is_wrong(tmp_path: Path) -> None:
    """A range outside its text is an error with file and line."""
    good = {"id": "1", "text": "abc", "attributions": []}
    bad = {"id": "2", "text": "abc", "attributions": [{"content": [[1, 9]]}]}
    path = tmp_path / "x.jsonl"
    path.write_text(f"{json.dumps(good)}\n\n{json.dumps(bad)}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"x\.jsonl, line 3: content 1-9 is outside"):
        list(read_documents([path]))


def test_reading_takes_extra_fields_and_missing_roles(tmp_path: Path) -> None:
    """Fields of the corpus that training does not use are passed over."""
    record = {"id": 7, "language": "uk", "text": "Мовчить.", "chain": 3,
              "attributions": [{"content": [[0, 7]], "speaker": "x"}]}  # fmt: skip
    path = tmp_path / "x.jsonl"
    path.write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    (document,) = read_documents([path])
    assert document == Document("7", "uk", "Мовчить.", (Gold((), (), ((0, 7),)),))


def test_other_quotation_marks_move_nothing() -> None:
    """A restyled document differs from its own in quotation marks alone."""
    text = 'He said "yes" (“or "no"”), they said. The 5" gun.'
    document = Document("d", "en", text, (Gold((), (), ((8, 13),)),))
    seen = {restyled(document, random.Random(seed)).text for seed in range(30)}
    assert any("«yes» («or «no»»)" in one for one in seen)
    for one in seen:
        assert len(one) == len(text)
        assert re.sub("[«»„“”]", '"', one) == re.sub("[«»„“”]", '"', text)


@given(st.integers(0, len(TEXT) - 1), st.integers(1, 40))
def test_a_range_takes_the_pieces_of_which_it_has_half(start: int, length: int) -> None:
    """Exactly the pieces with at least half of their characters inside are taken."""
    pieces = words(TEXT)
    end = min(len(TEXT), start + length)
    taken = {i for a, b in pieces_in(pieces, ((start, end),)) for i in range(a, b + 1)}
    for index, (s, e) in enumerate(zip(pieces.starts, pieces.ends, strict=True)):
        inside = max(0, min(e, end) - max(s, start))
        assert (index in taken) == (2 * inside >= e - s)


BREAKS = st.lists(st.sampled_from([0, 0, 0, 0, 1, 2]), min_size=1, max_size=300)


@given(BREAKS, st.lists(st.integers(5, 60), min_size=1, max_size=4))
def test_training_windows_follow_each_other(breaks: list[int], longest: list[int]) -> None:
    """Every piece is in one window, and none is longer than asked."""
    windows = cut_points(breaks, longest)
    assert [i for first, end in windows for i in range(first, end)] == list(range(len(breaks)))
    assert all(0 < end - first <= max(longest) for first, end in windows)


@given(BREAKS, st.integers(20, 60), st.integers(1, 15))
def test_territories_share_out_every_piece(breaks: list[int], longest: int, overlap: int) -> None:
    """Overlapping windows answer for every piece once, each only for pieces it holds."""
    windows = overlapping(breaks, longest, overlap)
    shares = territories(windows)
    assert [i for first, end in shares for i in range(first, end)] == list(range(len(breaks)))
    for (first, end), (own_first, own_end) in zip(windows, shares, strict=True):
        assert first <= own_first <= own_end <= end <= first + longest


def test_epochs_are_cut_differently_and_the_same_again() -> None:
    """The same seed and epoch give the same windows; another epoch gives others."""
    labelled = [label(DOCUMENT, words(TEXT))] * 5
    one = training_windows(labelled, 1, 0, 8, 20)
    assert one == training_windows(labelled, 1, 0, 8, 20)
    assert one != training_windows(labelled, 1, 1, 8, 20)


def test_batches_hold_every_window_within_budget() -> None:
    """Grouping loses no window and pads no batch beyond the budget."""
    windows = training_windows([label(DOCUMENT, words(TEXT))] * 20, 1, 0, 8, 20)
    groups = batches(windows, 60, "1 0")
    flat = [w for group in groups for w in group]
    assert sorted(map(hash, flat)) == sorted(map(hash, windows))
    assert all(len(g) * (max(len(w.ids) for w in g) + 2) <= 60 for g in groups)


def test_words_inside_a_report_teach_nothing_where_nested_reports_are_not_annotated() -> None:
    """PolNeAR has no nested reports: a cue inside a content must not be taught to be none there."""
    outer = Gold((at("Goran Velesh"),), (at("replied"),), (at("he had “no plans”"),))
    taught = label(Document("a", "en", TEXT, (outer,)), words(TEXT))
    silent = label(Document("a", "en", TEXT, (outer,), nested=False), words(TEXT))
    count = len(words(TEXT).ids)
    here = window_of(silent, 0, 0, count)
    inside = [i for i, (_, content) in enumerate(here.plain) if content]
    assert inside
    assert {here.cues[i] for i in inside} == {IGNORED}
    assert {window_of(taught, 0, 0, count).cues[i] for i in inside} == {0}
    assert [c for i, c in enumerate(here.cues) if i not in inside].count(1) == 1
