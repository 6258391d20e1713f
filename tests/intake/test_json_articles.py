"""JSON articles."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redite.intake import read_bytes
from redite.values import Document, Rejection
from tests.intake.made import SENTENCE, SMALL, documents, reasons


def test_every_field_is_kept_verbatim() -> None:
    """Id, address, publisher, language, title and text come out as they went in."""
    fields = {
        "id": "тарск/7 ",
        "url": "https://Courier.example/a?utm_source=x#top",
        "publisher": "Hallen Courier",
        "language": "uk",
        "published": "2024-03-05T10:00:00+02:00",
        "title": " A title ",
        "text": "  Ірена\u2028Далкова\r\n\x85сказала.\n",
    }
    (found,) = documents(json.dumps(fields).encode())
    assert found == Document(
        text=fields["text"],
        origin="x",
        id=fields["id"],
        url=fields["url"],
        publisher=fields["publisher"],
        language=fields["language"],
        title=fields["title"],
        published=datetime(2024, 3, 5, 8, tzinfo=UTC),
    )


def test_only_a_text_is_needed() -> None:
    """An object with a text and nothing else is an article."""
    assert documents(json.dumps({"text": SENTENCE}).encode())[0].published is None


def test_one_a_line_or_a_list_or_printed_over_lines() -> None:
    """The ways to write two articles give the same two."""
    articles = [{"text": SENTENCE}, {"text": "«Так», — сказав Велеш."}]
    lines = "\n".join(json.dumps(a, ensure_ascii=False) for a in articles)
    for written in (lines, lines + "\r\n\n", json.dumps(articles), json.dumps(articles, indent=1)):
        assert [d.text for d in documents(written.encode())] == [a["text"] for a in articles]
    assert documents(json.dumps(articles[0], indent=2).encode())[0].text == SENTENCE


def test_lines_end_at_line_feeds_only() -> None:
    """Separators that Unicode calls line ends may stand inside a text."""
    texts = ["a\u2028b", "c\x85d", "e\x0bf"]
    lines = "\n".join(json.dumps({"text": t}, ensure_ascii=False) for t in texts[:2])
    assert [d.text for d in documents(lines.encode())] == texts[:2]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("not json", "not JSON"),
        ('{"text": "cut', "not JSON"),
        ('{"text": 5}', "a number for a text"),
        ('{"text": null}', "null for a text"),
        ('{"title": "x"}', "has no text"),
        ('{"text": "a", "text": "b"}', "stands twice"),
        ('{"text": "a", "score": NaN}', "NaN"),
        ('{"text": "half \\ud800"}', "lone surrogate"),
        ('{"text": " \\n"}', "no text"),
        ('{"text": "123 — 456!"}', "no letters"),
        ("[" * 100_000, "nested too deep"),
        ('{"text": "a", "n": 1' + "0" * 5000 + "}", "digits"),
        ('"text"', "not a string"),
    ],
)
def test_a_bad_line_costs_itself_only(line: str, reason: str) -> None:
    """The line is named with its number and a reason; its neighbours survive."""
    good = json.dumps({"text": SENTENCE})
    found = list(read_bytes(f"{good}\n{line}\n{good}\n".encode(), "a.jsonl"))
    assert [type(f) for f in found] == [Document, Rejection, Document]
    assert isinstance(found[1], Rejection)
    assert found[1].origin == "a.jsonl#2"
    assert reason in found[1].reason


def test_a_first_line_that_is_bad_hides_nothing() -> None:
    """Lines are known by the many, not by the first."""
    good = json.dumps({"text": SENTENCE})
    found = list(read_bytes(f"oops\n{good}\n{good}".encode(), "x"))
    assert [type(f) for f in found] == [Rejection, Document, Document]


@pytest.mark.parametrize("published", ["2023-02-30", "2203-05-01", 5, "soon", [], True])
def test_a_bad_date_costs_the_date_only(published: object) -> None:
    """The article is kept, its date is unknown, and a note says so."""
    (found,) = documents(json.dumps({"text": SENTENCE, "published": published}).encode())
    assert found.published is None
    assert found.notes


@pytest.mark.parametrize("name", ["id", "url", "publisher", "language", "title"])
def test_a_field_of_another_type_costs_itself_only(name: str) -> None:
    """The field is left out, and a note says so."""
    (found,) = documents(json.dumps({"text": SENTENCE, name: ["x"]}).encode())
    assert getattr(found, name) is None
    assert found.notes == (f"{name} is a list and was left out",)


def test_a_number_for_an_id_is_that_id() -> None:
    """Ids that programs count up are written as numbers."""
    assert documents(json.dumps({"text": SENTENCE, "id": 17}).encode())[0].id == "17"


def test_a_text_longer_than_we_analyse_is_rejected() -> None:
    """Without a word of it in the message, but with both lengths."""
    reason = reasons(json.dumps({"text": "a " * 6000}).encode(), limits=SMALL)[0]
    assert reason == "a text of 12000 characters is longer than the 10000 that are analysed"


def test_an_empty_list_is_said() -> None:
    """A file without articles does not end without an outcome."""
    assert reasons(b"[]") == ["an empty list: no articles in it"]


@given(st.text().filter(lambda t: any(c.isalpha() for c in t) and "\ud800" not in t))
def test_any_text_comes_back_code_point_for_code_point(text: str) -> None:
    """Whatever an article says is what is stored."""
    for ascii_only in (True, False):
        data = json.dumps({"text": text}, ensure_ascii=ascii_only).encode("utf-8", "replace")
        if b"?" not in data or "?" in text:
            assert documents(data)[0].text == text
