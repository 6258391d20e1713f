"""The contract's objects, one a line."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redite.exports.jsonl import (
    article_line,
    dumps,
    public_ids,
    rejected_line,
    statement_line,
)
from redite.values import Change, Document, Label, Rejection
from tests.exports.build import World, article, standing


@given(st.text(st.characters(codec=None)))
def test_any_text_makes_one_line_that_reads_back(text: str) -> None:
    """Whatever a text holds, its JSON is one line for every reader, is UTF-8, and reads back."""
    line = dumps({"text": text})
    assert line.endswith("\n")
    assert len(line.splitlines()) == 1
    line.encode("utf-8")
    if not any("\ud800" <= char <= "\udfff" for char in text):
        assert json.loads(line) == {"text": text}


@pytest.mark.parametrize("char", ["\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1c", "\ud800"])
def test_separators_and_lone_surrogates_are_escaped(char: str) -> None:
    """Raw line separators and what UTF-8 cannot hold come as escapes, and read back the same."""
    line = dumps([char])
    assert char not in line
    assert json.loads(line) == [char]


def test_letters_of_any_script_stay_readable() -> None:
    """Only what is dangerous is escaped."""
    assert dumps({"a": "Ірена «Далкова» كتب"}) == '{"a":"Ірена «Далкова» كتب"}\n'


def test_a_statement_has_the_fields_of_the_contract_in_its_order() -> None:
    """Names, order and spans of an exported statement are those of the contract."""
    where = article("Irena Dalkova said “We will close it by June”.", id="hw-1")
    world = World()
    record = world.say(
        where,
        "We will close it by June",
        source="Irena Dalkova",
        cue="said",
        via=["Institute for Border Studies"],
        said_on=("2031-04-01", None),
    )
    line = statement_line(record, world.by_id, public_ids([record.standing]))
    assert list(line) == [
        *("id", "article", "source", "cue", "content", "speaker", "via", "said_on"),
        *("utterance", "claim", "verdict", "estimate", "deadline", "act", "damage"),
        *("origins", "credibility", "version"),
    ]
    assert line["article"] == {
        "id": "hw-1",
        "url": None,
        "publisher": "Halden Wire",
        "published": "2031-04-05T09:12:00+00:00",
        "language": "en",
        "title": "A day in Tarsk",
        "version_of": None,
        "duplicate_of": None,
        "item": 0,
        "dated": True,
        "reliability": None,
    }
    assert line["source"] == [{"start": 0, "end": 13, "text": "Irena Dalkova"}]
    assert line["content"][0]["text"] == "We will close it by June"
    assert line["speaker"]["name"] == "Irena Dalkova"
    assert line["speaker"]["kind"] == "person"
    assert [via["name"] for via in line["via"]] == ["Institute for Border Studies"]
    assert line["said_on"] == {
        "start": "2031-04-01",
        "end": None,
        "text": "as the text has it",
        "basis": "words",
        "doubt": "",
    }
    assert line["estimate"] is None
    assert line["deadline"] is None
    assert line["act"] is None
    assert "machine_label" not in line["verdict"]


def test_a_verdict_names_its_evidence_with_its_date() -> None:
    """Evidence comes with the publication date of its article, changes with both values."""
    world = World()
    first = world.say(article("“By June”, she said.", published="2031-04-01T08:00"), "By June")
    later = world.say(
        article("“By July”, she said."),
        "By July",
        label=Label.UPDATE,
        against=[first],
        changes=[Change("date", "June", "July")],
        by="Ada",
        machine_label=Label.NEW,
    )
    verdict = statement_line(later, world.by_id, {})["verdict"]
    assert verdict == {
        "label": "update",
        "confidence": 0.75,
        "unsure": False,
        "by": "Ada",
        "against": [
            {
                "statement": first.statement.id,
                "published": "2031-04-01T08:00:00+00:00",
                "reason": "the same words",
            }
        ],
        "changes": [{"slot": "date", "before": "June", "after": "July"}],
        "machine_label": "new",
    }


def test_other_articles_are_named_by_their_public_ids() -> None:
    """`version_of` and `duplicate_of` hold ids the world knows, never keys of ours."""
    original, copy = article("“By June”", id="hw-1"), article("“By June” (HW)", id="mp-1")
    world = World()
    record = world.say(copy, "By June", duplicate_of=original, version_of=original)
    public = public_ids([standing(original), record.standing])
    assert statement_line(record, {}, public)["article"]["duplicate_of"] == "hw-1"
    line = article_line(copy, record.standing, public)
    assert (line["id"], line["version_of"], line["duplicate_of"]) == ("mp-1", "hw-1", "hw-1")
    assert line["outcome"] == "duplicate"


def test_an_article_line_holds_the_whole_text_unchanged() -> None:
    """The text of an exported article is the stored one, code point for code point."""
    where = article("a\r\n b\u2028 \ud800 c", dated=False)
    line = json.loads(dumps(article_line(where, standing(where), {})))
    assert line["text"] == where.text
    assert line["dated"] is False


def test_a_rejected_item_says_why_and_what_could_be_read() -> None:
    """An item without document has its key as id; one with a document keeps what it brought."""
    bare = rejected_line("r-1", Rejection("feed.xml#3", "no text"))
    assert (bare["id"], bare["outcome"], bare["reason"]) == ("r-1", "rejected", "no text")
    document = Document("…", "x", id="hw-9", published=datetime(2031, 4, 5, tzinfo=UTC))
    kept = rejected_line("r-2", Rejection("x", "no letters", document))
    assert (kept["id"], kept["published"]) == ("hw-9", "2031-04-05T00:00:00+00:00")
    assert list(bare) == list(kept)
