"""Contents that a tagger let go of before their clause ended."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redite.text.clause_ends import carried_on
from redite.values import Attribution, Span


def said(text: str) -> tuple[str, Attribution]:
    """Return a text without its bars, and a report of what stands between the two."""
    before, content, after = text.split("|")
    start = len(before)
    return before + content + after, Attribution((), (), (Span(start, start + len(content)),))


@pytest.mark.parametrize(
    ("language", "marked", "whole"),
    [
        ("ru", "|Армия взяла под контроль| мост в Тарске| — Велеш", None),
        ("ru", "Велеш заявил, что |системы их не| перехватывают.", "системы их не перехватывают"),
        ("uk", "Тарн сказав, що |міст відкриють у| березні**, додавши", "міст відкриють у березні"),
        ("en", "“|We shall not open the| bridge”, Velesh said.", "We shall not open the bridge"),
        ("en", "Velesh said |the bridge (built by| Ostlind) was safe.", None),
        ("en", "Velesh said |the pact was dead| on Monday.", "the pact was dead"),
        ("en", "Velesh said |the pact was dead, amid| anger in Tarsk.", "the pact was dead"),
        ("fr", "Velech a dit que |le pacte est mort, selon| lui.", "le pacte est mort"),
        ("en", "Velesh said |the pact was dead, too| he added.", "the pact was dead, too"),
        ("ru", "|Ставка вырастет на 0| ,5 пункта.", "Ставка вырастет на 0"),
        ("ru", "|Ставка вырастет до| 2,5 пункта| , заявил Велеш.", None),
    ],
)
def test_a_content_goes_on_to_the_end_of_its_clause(
    language: str, marked: str, whole: str | None
) -> None:
    """To the next mark where clauses are parted by marks, elsewhere to what it has opened."""
    if marked.count("|") == 3:  # the third bar shows the end that is wanted
        head, content, rest, tail = marked.split("|")
        marked, whole = f"{head}|{content}|{rest}{tail}", content + rest
    text, one = said(marked)
    (found,) = carried_on([one], text, language)
    wanted = whole or "the bridge (built by Ostlind)"
    assert found.content[-1].of(text) == wanted


def test_pieces_that_no_word_parts_are_one() -> None:
    """A preposition that a tagger set apart from its noun belongs to it; a comma parts."""
    text = "Тарн сообщил о **взрыве, на пирсе"
    pieces = (Span(13, 14), Span(17, 23), Span(25, 33))
    one = Attribution((Span(0, 4),), (Span(5, 12),), pieces)
    (found,) = carried_on([one], text, "ru")
    assert found.content == (Span(13, 23), Span(25, 33))


def test_it_never_runs_over_who_spoke() -> None:
    """What follows is left alone where it names the speaker, or is another report."""
    text = "Мост откроют заявил Велеш."
    content, cue, source = Span(0, 12), Span(13, 19), Span(20, 25)
    one = Attribution((source,), (cue,), (content,))
    assert carried_on([one], text, "ru") == (one,)
    other = Attribution((), (), (cue,))
    bare = Attribution((), (), (content,))
    assert carried_on([bare, other], text, "ru")[0] == bare


@pytest.mark.parametrize(
    ("language", "text", "whole"),
    [
        ("ru", "Порт разрушен, по складам сведения уточняются, добавил Тарн.", True),
        ("uk", "Порт зруйновано, щодо складів дані уточнюють, додав Тарн.", True),
        ("de", "Der Hafen ist zerstört und die Werft steht unter Wasser, sagte Tarn.", True),
        ("ru", "Порт разрушен. Склады целы, добавил Тарн.", False),
        ("en", "The port, which is old, is destroyed, Tarn added.", False),
    ],
)
def test_a_content_goes_on_up_to_who_said_it(language: str, text: str, whole: bool) -> None:
    """What stands before "…, said X" is all X's where no sentence ends within."""
    at, end = text.rindex(",") + 2, len(text)
    one = Attribution((Span(end - 5, end - 1),), (Span(at, end - 6),), (Span(0, 8),))
    (found,) = carried_on([one], text, language)
    assert found.content == (Span(0, at - 2 if whole else found.content[0].end),)
    assert whole or found.content[0].end < text.index("," if "." not in text[:20] else ".") + 1


@given(st.text("абв «»(),.!—*\n", max_size=60), st.integers(0, 60), st.integers(1, 20))
def test_it_only_ever_adds_words_at_the_end(text: str, start: int, length: int) -> None:
    """The beginning stays, the end never moves back, and no line is crossed."""
    if start >= len(text):
        return
    span = Span(start, min(len(text), start + length))
    (found,) = carried_on([Attribution((), (), (span,))], text, "ru")
    assert found.content[0].start == span.start
    assert found.content[0].end >= span.end
    assert "\n" not in text[span.end : found.content[0].end]
