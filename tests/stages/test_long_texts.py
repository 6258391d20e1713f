"""Work on one text grows with its length, not with the square of it."""

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from types import FrameType

import pytest

from redite.models.rules import RuleTagger
from redite.pipeline import analyse, decide
from redite.stages import articles, damage
from redite.text.context import find_context
from redite.text.dates import find_dates
from redite.text.likelihood import find_estimates
from redite.values import Article, Document

NOW = datetime(2026, 3, 2, tzinfo=UTC)
FEW, TIMES = 6, 4
PARAGRAPHS = {
    "en": "The mayor of Tarsk, {name}, said on Monday that bridge {number} would probably reopen by"
    " 3 May, after the flood. “We have no other road”, {last} added. The Northern Pact denied it.",
    "uk": "Міністр оборони Вельмори {name} заявив у понеділок, що міст {number}, ймовірно, відкриють"
    " до 3 травня, після повені. «Іншої дороги немає», — додав {last}. Північний пакт це заперечив.",
}
SYLLABLES = {
    "en": "ba do ke li mu ra so te vi zu".split(),
    "uk": "ба до ке лі му ра со те ві зу".split(),
}


def prose(language: str, first: int, paragraphs: int) -> str:
    """Return as many paragraphs, each with a person and a number of its own."""
    parts = SYLLABLES[language]
    told = []
    for number in range(first, first + paragraphs):
        last = "".join(parts[int(digit)] for digit in f"{number:03d}").title()
        name = f"{(parts[number % 10] * 2).title()} {last}"
        told.append(PARAGRAPHS[language].format(name=name, last=last, number=number))
    return "\n\n".join(told)


def calls(work: Callable[[], object]) -> int:
    """Return how many functions were called while `work` ran, built-in ones too."""
    count = 0

    def seen(frame: FrameType, event: str, called: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(seen)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def read(text: str, language: str) -> None:
    """Do with one text all that is done with it, but for what the network reads."""
    document = Document(text, "page", language=language, published=NOW)
    article = articles.admit(document, NOW)
    assert isinstance(article, Article)
    (analysis,) = analyse([article], RuleTagger())
    decide([article], list(analysis.statements))
    dict(damage.Flags([article], []))
    find_dates(text, language, NOW.date())
    find_estimates(text, language)
    find_context(text, language)


@pytest.mark.parametrize("language", PARAGRAPHS)
@pytest.mark.parametrize("bare", [False, True], ids=["prose", "without punctuation"])
def test_four_times_the_text_takes_no_more_than_six_times_the_calls(
    language: str, bare: bool
) -> None:
    """Counted and not timed; sixteen times as many would be its square."""
    # No two name the same people: what is known of one is not recalled in the other.
    shapes = ((100, FEW), (200, FEW), (300, FEW * TIMES))
    texts = [prose(language, *shape) for shape in shapes]
    if bare:
        kept = ["".join(c if c.isalnum() else " " for c in text) for text in texts]
        texts = [" ".join(text.split()) for text in kept]
    read(texts[0], language)  # what is loaded once is loaded
    few, many = (calls(partial(read, text, language)) for text in texts[1:])
    assert many < 6 * few
