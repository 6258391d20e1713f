"""Which of a sentence's dates is the day of the saying."""

from __future__ import annotations

from datetime import date

import pytest

from redite.stages.occasions import day_of
from redite.text.dates import find_dates
from redite.values import Attribution, Span

PUBLISHED = date(2023, 4, 5)


def said_on(text: str, source: str, cue: str) -> str | None:
    """Return the words that date a saying which fills the rest of the sentence."""
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in (source, cue)]
    content = Span(spans[1].end + 1, len(text) - 1)
    attribution = Attribution((spans[0],), (spans[1],), (content,))
    dates = [d for d in find_dates(text, "en", PUBLISHED) if d.span.start < content.start]
    found = day_of(text, attribution, Span(0, len(text)), dates, PUBLISHED)
    return None if found is None else found.text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("On Monday, after the talks of 3 March, Velesh said on Tuesday it was over.", "Tuesday"),
        ("In February Velesh said it was over.", "February"),
        ("After the treaty of 2021 Velesh said it was over.", None),
        ("After two hours of talks Velesh said it was over.", None),
        ("With a vote due on 9 April Velesh said it was over.", None),
    ],
)
def test_the_date_nearest_to_the_cue_counts(text: str, words: str | None) -> None:
    """The nearest day up to publication; never a year, a length of time or a day to come."""
    cue = "said on Tuesday" if "said on Tuesday" in text else "said"
    assert said_on(text, "Velesh", cue) == words
