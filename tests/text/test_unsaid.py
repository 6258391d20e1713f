"""Reports in which nobody says anything."""

from __future__ import annotations

import pytest

from redite.text.unsaid import POST, spoken
from redite.values import Attribution, Span


def read(marked: str) -> tuple[str, Attribution]:
    """Return a text, and the report whose cue and content stand between bars."""
    lead, cue, between, content, _ = marked.split("|")
    start = len(lead) + len(cue) + len(between)
    source = (Span(0, len(lead)),) if lead.strip() else ()
    how = (Span(len(lead), len(lead) + len(cue)),) if cue else ()
    said = (Span(start, start + len(content)),)
    return marked.replace("|", ""), Attribution(source, how, said)


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", "Tarn |did not say| whether |the president would return|."),
        ("en", "Tarn |declined| |to comment on the harbour|."),
        ("en", "The ministry |has not| confirmed that |the bridge is closed|."),
        ("fr", "Tarn n'|a pas précisé| si |le pont serait rouvert|."),
        ("fr", "Le ministère |a refusé| |de commenter l'accord|."),
        ("de", "Tarn |ließ offen|, ob |die Brücke wieder öffnet|."),
        ("ru", "Тарн |не уточнил|, |когда откроют мост|."),
        ("ru", "Далкова |отказалась| |комментировать соглашение|."),
        ("uk", "Тарн |не підтвердив|, що |міст закрито|."),
        ("uk", "Речник |відмовився| |коментувати угоду|."),
    ],
)
def test_silence_is_no_saying(language: str, marked: str) -> None:
    """Who does not say, confirm or comment says nothing."""
    text, one = read(marked)
    assert spoken([one], text, language) == ()


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", "This |shows| that |the bridge is unsafe|."),
        ("fr", "Cela |montre| que |le pont est dangereux|."),
        ("de", "Das |zeigt|, dass |die Brücke unsicher ist|."),
        ("ru", "Это |говорит| о том, что |мост опасен|."),
        ("uk", "Це |свідчить| про те, що |міст небезпечний|."),
    ],
)
def test_what_was_said_is_nobody_who_speaks(language: str, marked: str) -> None:
    """A pronoun for what was said before shows something, and is no speaker."""
    text, one = read(marked)
    named = Attribution((Span(0, len(text.split()[0])),), one.cue, one.content)
    assert spoken([named], text, language) == ()


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", "Tarn |said| |the army did not say where it was|."),
        ("en", "Tarn |does not believe| |the bridge will open|."),
        ("fr", "Tarn |a dit| que |l'armée n'a pas commenté|."),
        ("de", "Tarn |sagte|, |die Brücke öffne nicht|."),
        ("ru", "Тарн |заявил|, что |порт не подтвердил закрытие|."),
        ("uk", "Тарн |не виключив|, що |міст закриють|."),
    ],
)
def test_a_negation_in_what_is_said_is_no_silence(language: str, marked: str) -> None:
    """Only a cue can be silent, and only by saying so."""
    text, one = read(marked)
    assert spoken([one], text, language) == (one,)


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", "|It is expected| that |the bridge will open|."),
        ("fr", "|Il est prévu| que |le pont rouvre|."),
        ("de", "|Es wird erwartet|, dass |die Brücke öffnet|."),
        ("ru", "|Ожидается|, что |мост откроют вечером|."),
        ("uk", "|Очікується|, що |міст відкриють увечері|."),
    ],
)
def test_what_nobody_expects_is_no_saying(language: str, marked: str) -> None:
    """An expectation without anybody who has it is the outlet's own sentence."""
    text, one = read(marked)
    assert spoken([one], text, language) == ()


def test_a_line_of_the_outlet_itself_is_no_saying() -> None:
    """A headline without source, cue and quotation marks is nobody's words."""
    text, one = read("||**|The harbour of Tarsk is closed|**\n\nTarn said so.")
    assert spoken([one], text, "en") == ()


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", "||“|The harbour is closed|.”"),
        ("xx", "||«|Porto klosita|»."),
        ("ru", "||Главное:\n\n— |Мост открыт|;\n"),
        ("en", "||Is the bridge open?\n\n|It has been open since May|."),
        ("de", "||Danach |sei die Brücke gesperrt|."),
    ],
)
def test_words_of_somebody_need_neither_source_nor_cue(language: str, marked: str) -> None:
    """Quotations, points of a list, answers and German reported speech say whose they are."""
    text, one = read(marked)
    assert spoken([one], text, language) == (one,)


def test_a_post_goes_on_with_what_somebody_says() -> None:
    """Right behind a report a sentence of a post is the same speaker's; in an article it is not."""
    text = "Tarn said the bridge is closed. Nobody was hurt."
    said = Attribution((Span(0, 4),), (Span(5, 9),), (Span(10, 30),))
    more = Attribution((), (), (Span(32, 47),))
    assert spoken([said, more], text, "en") == (said, more)
    assert spoken([said, more], text + "\n" + "The port. " * POST, "en") == (said,)
    assert spoken([more], text, "en") == ()
