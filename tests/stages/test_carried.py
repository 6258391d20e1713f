"""Where a saying without a source goes on from the speaker before, and where it does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redite.lang import languages
from redite.stages.carried import goes_on, is_ours, owner_in
from redite.stages.people import Person
from redite.values import Mention, Span, SpeakerKind

TARN = Mention("Milos Tarn", SpeakerKind.PERSON, "Milos Tarn", "")
PACT = Mention("Northern Pact", SpeakerKind.ORGANISATION, "Northern Pact", "")
HE = Person("Milos Tarn", True, "m", frozenset(), (0,), True)
SHE = Person("Irena Dalkova", True, "f", frozenset(), (0,), True)

NOBODYS = [
    ("en", "it emerged"),
    ("en", "It turned out"),
    ("en", "confirmation"),
    ("fr", "il s’avère"),
    ("fr", "on sait"),
    ("ru", "Позже стало известно"),
    ("ru", "Подтверждений"),
    ("uk", "з’ясувалося"),
    ("uk", "підтверджень"),
    ("de", "Es stellte sich heraus"),
    ("de", "Beweise"),
]


@pytest.mark.parametrize(("language", "cue"), NOBODYS)
def test_nobody_in_particular(language: str, cue: str) -> None:
    """What emerged, and what nobody has confirmed, is not the last speaker's."""
    assert not goes_on(cue, TARN, HE, language)
    assert not goes_on(cue, PACT, None, language)


@pytest.mark.parametrize(
    ("language", "cue"),
    [
        ("ru", "Сообщается также"),
        ("uk", "зазначається"),
        ("en", "it was reported"),
        ("fr", "il est précisé"),
        ("de", "hieß es"),
    ],
)
def test_a_verb_without_a_subject_is_a_bodys_and_no_persons(language: str, cue: str) -> None:
    """Such verbs go on from a report, not from a man who was quoted."""
    assert goes_on(cue, PACT, None, language)
    assert not goes_on(cue, TARN, HE, language)


@pytest.mark.parametrize(
    ("language", "cue"),
    [("en", "added"), ("fr", "ajoutant"), ("ru", "добавив"), ("uk", "додавши"), ("de", "so")],
)
def test_the_same_speaker(language: str, cue: str) -> None:
    """A cue that tells of nobody else is the last speaker's."""
    assert goes_on(cue, TARN, HE, language)
    assert goes_on(cue, PACT, None, language)


@pytest.mark.parametrize(
    ("language", "cue", "his", "hers"),
    [
        ("ru", "добавил", True, False),
        ("ru", "никак не объяснила", False, True),
        ("ru", "попросили", False, False),
        ("ru", "было предложено", False, False),
        ("ru", "говорит", True, True),
        ("uk", "пояснила", False, True),
        ("uk", "додав", True, False),
        ("uk", "вимагають", False, False),
    ],
)
def test_the_verb_tells_whose_it_is_not(language: str, cue: str, his: bool, hers: bool) -> None:
    """A verb of the other sex, or of several, has another subject than the last speaker."""
    assert goes_on(cue, TARN, HE, language) is his
    assert goes_on(cue, TARN, SHE, language) is hers
    assert goes_on(cue, PACT, None, language)


@pytest.mark.parametrize(
    ("language", "text", "cue"),
    [
        ("en", "To our knowledge, the port is shut.", "To our knowledge"),
        ("fr", "Selon nos informations, le port est fermé.", "Selon nos informations"),
        ("ru", "Как нам стало известно, порт закрыт.", "стало известно"),
        ("uk", "За нашими даними, порт закрито.", "За нашими даними"),
        ("de", "Nach unseren Informationen ist der Hafen zu.", "Nach unseren Informationen"),
    ],
)
def test_what_the_outlet_knows_itself(language: str, text: str, cue: str) -> None:
    """“Our” in a cue, or right before it, is the outlet's."""
    at = text.index(cue)
    assert is_ours(text, (Span(at, at + len(cue)),), language)


@pytest.mark.parametrize(
    ("language", "cue", "owner"),
    [
        ("ru", "По её словам", "её"),
        ("ru", "с его слов", "его"),
        ("uk", "за його словами", "його"),
        ("ru", "назвал его", ""),
        ("en", "told him", ""),
    ],
)
def test_whose_words_a_cue_says_they_are(language: str, cue: str, owner: str) -> None:
    """A possessive beside a noun for what was said tells whose words they are; no other does."""
    assert owner_in(cue, language) == owner


@given(st.text(min_size=1, max_size=40), st.sampled_from([*languages(), "xx"]))
def test_any_words_are_judged(cue: str, language: str) -> None:
    """No cue is too strange, and what cannot be a body's cannot be a person's."""
    is_ours(cue, (Span(0, len(cue)),), language)
    if not goes_on(cue, PACT, None, language):
        assert not goes_on(cue, TARN, HE, language)
