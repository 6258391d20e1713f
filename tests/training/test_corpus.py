"""The corpus' format: what is read from it, and which broken rules are named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.corpus.markup import MarkupError, parse
from training.corpus.stories import ROOT, CorpusError, load_story

_BLOCKS = re.findall(r"```(?:yaml)?\n(.*?)```", (ROOT / "FORMAT.md").read_text("utf-8"), re.S)
STORY = _BLOCKS[0] + "  signal: The move is a signal\n"
ARTICLE = _BLOCKS[1]


def folder(tmp_path: Path, article: str = ARTICLE) -> Path:
    """Write the story that FORMAT.md shows."""
    place = tmp_path / "ferry-strike"
    place.mkdir()
    (place / "story.yaml").write_text(STORY, encoding="utf-8")
    (place / "01.en.txt").write_text(article, encoding="utf-8")
    return place


def test_example_of_the_format_is_valid(tmp_path: Path) -> None:
    """What FORMAT.md shows is read, with nested statements and all."""
    (article,) = load_story(folder(tmp_path)).articles
    inner = {s.number: s for s in article.statements}["4"]
    text = article.marked.text
    assert [text[m.start : m.end] for m in inner.cue] == ["had said"]
    assert inner.gold.via == ("ibs",)


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("verdict: repeat, against: [1.1]", "verdict: repeat", "against"),
        ("{s 2|He}", "{s 9|He}", "no line in part three"),
        ("claim: signal", "claim: nothing", "no claim"),
        ("{t 2024-02|", "{t 2024-13x|", "TIMEX3"),
        ("speaker: ibs, utterance: u3", "speaker: velesh, utterance: u1", "on record already"),
        ("{m 1|amid}", "amid", "context links"),
        ("nobody}. {b|", "nobody.} {b|", "ends with"),
        ("{b|It rained", "{b|It {rained", "no mark begins"),
    ],
)
def test_broken_rule_is_named(tmp_path: Path, old: str, new: str, complaint: str) -> None:
    """Every kind of mistake is refused with a message about it."""
    assert old in ARTICLE
    with pytest.raises(CorpusError, match=complaint):
        load_story(folder(tmp_path, ARTICLE.replace(old, new)))


@pytest.mark.parametrize("place", sorted(p.parent for p in ROOT.glob("*/story.yaml")), ids=str)
def test_every_story_keeps_the_rules(place: Path) -> None:
    """No file of the corpus breaks the format or the definitions of the verdicts."""
    assert load_story(place).articles


@given(st.text(alphabet="ab{}|sq 1", max_size=40))
def test_marks_are_read_or_refused(source: str) -> None:
    """Whatever stands in a file, marks lie inside the text or the file is refused."""
    try:
        marked = parse(source)
    except MarkupError:
        return
    assert all(0 <= m.start < m.end <= len(marked.text) for m in marked.marks)
