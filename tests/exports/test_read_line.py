"""What `redite read` says about one article."""

from __future__ import annotations

from dataclasses import replace

from redite.exports.read import read_line
from redite.text.dates import DateMention
from redite.values import Attribution, Span
from tests.exports.build import article, day, spans


def test_a_line_has_the_shape_of_the_contract() -> None:
    """Roles are lists of [start, end] pieces; what is not found yet is an empty list."""
    text = "“We go,” she said on 4 April 2031, “now.”"
    attribution = Attribution(
        spans(text, "she"), spans(text, "said"), spans(text, "“We go,”", "“now.”")
    )
    where = article(text, id="hw-1")
    read = DateMention(Span(21, 33), "2031-04-04", day("2031-04-04"), day("2031-04-04"))
    date = replace(read, doubt="4 April 2031 is a Friday")
    assert read_line(where, [attribution], [date]) == {
        "id": "hw-1",
        "language": "en",
        "text": text,
        "attributions": [{"source": [[9, 12]], "cue": [[13, 17]], "content": [[0, 8], [35, 41]]}],
        "dates": [
            {
                "start": 21,
                "end": 33,
                "value": "2031-04-04",
                "basis": "words",
                "doubt": "4 April 2031 is a Friday",
            }
        ],
        "estimates": [],
        "deadlines": [],
        "context_links": [],
        "damage": [],
    }


def test_an_article_without_id_gets_one_from_its_content() -> None:
    """Two readings of one text give the same id."""
    assert read_line(article("a"), [])["id"] == read_line(article("a"), [])["id"]
