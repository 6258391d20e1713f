"""Texts as weighted keys, and how alike two of them are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redite.compare.likeness import compare
from redite.compare.words import names_a_thing, read_words

TEXTS = st.text(alphabet="abc бвг мост ракета missile border 123 %'-«»", max_size=80)
LANGUAGES = st.sampled_from(["en", "fr", "uk", "ru", "de", None])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "ballistic missiles at the border"),
        ("fr", "des missiles balistiques à la frontière"),
        ("ru", "баллистические ракеты на границе"),
        ("uk", "балістичні ракети на кордоні"),
        ("de", "ballistische Raketen an der Grenze"),
    ],
)
def test_concepts_are_one_key_in_every_language(language: str, text: str) -> None:
    """Listed words have the same keys whatever the language and the ending."""
    assert set(read_words(text, language).keys) == {"=missile", "=ballistic", "=border"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "the bridge may already be open in July"),
        ("fr", "le pont peut être déjà rouvert en juillet"),
        ("de", "die Brücke kann bereits im Juli öffnen"),
        ("ru", "мост может быть открыт уже в июле"),
        ("uk", "міст може бути відкритий уже в липні"),
    ],
)
def test_what_may_be_is_not_done(language: str, text: str) -> None:
    """ "Already in July" is still to come where it only may."""
    assert read_words(text, language).status == "planned"


def test_german_compounds() -> None:
    """A compound gives a key for each listed part."""
    assert set(read_words("Grenzbrücken", "de").keys) == {"=border", "=bridge"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Dalkova", "en"), ("Далковой", "ru")),
        (("Velesh", "en"), ("Велеша", "ru")),
        (("Welesch", "de"), ("Velesh", "en")),
        (("Kremen", "en"), ("Кременя", "uk")),
    ],
)
def test_names_across_scripts(one: tuple[str, str], other: tuple[str, str]) -> None:
    """An inflected name in another script begins like the name in Latin letters."""
    (first,) = read_words(*one).keys
    (second,) = read_words(*other).keys
    assert first == second


def test_numbers_are_keys_by_value() -> None:
    """A number is one key however it is written; a share is another than a count."""
    assert read_words("dreihundert", "de").keys == read_words("300", "en").keys
    assert read_words("20 %", "en").keys != read_words("20", "en").keys


def test_negation_and_rejection() -> None:
    """A "not" is found in content and cue; calling something false is told from denying it."""
    assert read_words("the bridge is not safe", "en").negated
    assert read_words("the bridge is safe", "en", "does not think").negated
    assert not read_words("the bridge is safe", "en").negated
    lie, denied = read_words("this is a lie", "en"), read_words("the bridge fell", "en", "denied")
    assert (lie.rejecting, lie.denied, denied.rejecting, denied.denied) == (
        True,
        False,
        False,
        True,
    )


def test_who_did_not_deny_denies_nothing() -> None:
    """A negated denial turns nothing round, in whatever language the cue is."""
    for language, cue in (("en", "did not deny"), ("ru", "не отрицал"), ("uk", "не заперечив")):
        words = read_words("the bridge fell", language, cue)
        assert not words.denied
        assert not words.negated


def test_long_content_is_read_up_to_a_limit() -> None:
    """A megabyte of text, or one word of that length, is read in bounded time."""
    assert read_words("border bridge 300 " * 60_000, "en").keys
    assert len(read_words("ab" * 500_000, "de").keys) == 1


def test_topic_alone_is_not_much() -> None:
    """Two texts on one topic are far less alike than two wordings of one thing."""
    said = read_words("The Hallen bridge will be repaired by October", "en")
    reworded = read_words("Repairs of the bridge at Hallen are to end in October", "en")
    topic = read_words("Lorries waited for hours at the Hallen bridge", "en")
    assert compare(said, reworded).score > 1.5 * compare(said, topic).score


@given(TEXTS, LANGUAGES, TEXTS, LANGUAGES)
def test_likeness_is_symmetric_and_bounded(
    one: str, language: str | None, other: str, other_language: str | None
) -> None:
    """The order of two texts does not matter, and a score lies between 0 and 1."""
    a, b = read_words(one, language), read_words(other, other_language)
    assert compare(a, b).score == pytest.approx(compare(b, a).score)
    assert 0 <= compare(a, b).score <= 1


@given(TEXTS, LANGUAGES)
def test_a_text_is_like_itself(text: str, language: str | None) -> None:
    """A text with any key at all is entirely like itself."""
    words = read_words(text, language)
    assert compare(words, words).score == pytest.approx(1.0 if words.keys else 0.0)


@given(TEXTS, LANGUAGES)
def test_whether_a_thing_is_named_is_what_its_keys_tell(text: str, language: str | None) -> None:
    """The quick look at a text finds out the same as reading all of it."""
    keys = read_words(text, language).keys
    assert names_a_thing(text, language) == any(key[0] != "#" for key in keys)


@pytest.mark.parametrize("text", ["300 000", "in March", "twenty-one", "of the", ""])
def test_numbers_and_days_name_nothing(text: str) -> None:
    """What is only a number, a day or a function word is no thing; with a noun it is one."""
    assert not names_a_thing(text, "en")
    assert names_a_thing(f"{text} border", "en")


def test_may_is_a_month_or_what_might_happen() -> None:
    """A capital tells the two apart."""
    month = read_words("The depot opens in May", "en")
    assert (month.times, month.status) == ((("05-", "May"),), None)
    verb = read_words("The depot may open", "en")
    assert (verb.times, verb.status) == ((), "planned")
