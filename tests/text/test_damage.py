"""What one text shows of damage done by a translating machine."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redite.lang import languages
from redite.lang.damage import damage_words
from redite.text.damage import ENOUGH, NO_SIGNS, signs, trusted_estimates
from redite.text.stray_names import bare
from redite.values import DamageKind


def found(text: str, language: str) -> list[tuple[str, str]]:
    """Return kind and words of everything damaged."""
    return [(one.kind.value, one.span.of(text)) for one in signs(text, language).damage]


WAR = {
    "en": "The army of Velmora moved its missiles and troops to the border of Ostlind.",
    "fr": "L'armée de Velmora a déplacé ses missiles et ses troupes à la frontière d'Ostlind.",
    "de": "Die Armee Velmoras verlegte Raketen und Truppen an die Grenze zu Ostlind.",
    "ru": "Армия Велморы перебросила ракеты и войска к границе с Остлиндом.",
    "uk": "Армія Велмори перекинула ракети та війська до кордону з Остліндом.",
}
ILL = {
    "en": ("The missiles can bring a heart attack to Hallen.", "heart attack", "hospital"),
    "fr": ("Les missiles peuvent porter un infarctus à Hallen.", "infarctus", "hôpital"),
    "de": ("Die Raketen können Hallen einen Schlaganfall bringen.", "Schlaganfall", "Klinik"),
    "ru": ("Ракеты могут нанести инсульт по Халлену.", "инсульт", "больницу"),
    "uk": ("Ракети можуть завдати інсульт по Халлену.", "інсульт", "лікарню"),
}


@pytest.mark.parametrize("language", sorted(WAR))
def test_a_medical_word_in_news_of_war_is_flagged(language: str) -> None:
    """A term of medicine cannot be meant where nothing else in news of war is medical."""
    text, word, _ = ILL[language]
    assert found(f"{WAR[language]} {text}", language) == [("word", word)]


@pytest.mark.parametrize("language", sorted(WAR))
def test_a_medical_word_is_at_home_beside_others(language: str) -> None:
    """One other word of medicine is enough for it to be meant, and so is peaceful news."""
    text, _, home = ILL[language]
    assert found(f"{WAR[language]} {text} ({home})", language) == []
    assert found(text.replace("missiles", "singers"), language) == []


@pytest.mark.parametrize(
    ("language", "text", "stray"),
    [
        (
            "fr",
            "Le ministre Goran Velesh a menacé. Selon Velesha, tout est prêt. Velesh a souri.",
            ["Velesha"],
        ),
        ("en", "Goran Velesh spoke. Velesh warned. Goran Velesha denied it.", ["Velesha"]),
        ("de", "Der Analyst Detlev Brandt sprach. Brandt warnte. Brandta schwieg.", ["Brandta"]),
        ("en", "The general Radim Kolvarskogo denied it.", ["Radim Kolvarskogo"]),
        ("de", "Am Montag sprach Minister Radim Kolvarskogo.", ["Radim Kolvarskogo"]),
        ("fr", "Le général Kirill Temnova a démenti.", ["Kirill Temnova"]),
    ],
)
def test_names_with_endings_of_another_language_are_flagged(
    language: str, text: str, stray: list[str]
) -> None:
    """A surname in two forms, a man's in a woman's form, an adjective's case left standing."""
    assert found(text, language) == [("name", words) for words in stray]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Irena Dalkova met Milos Dalkov in Tarsk. Dalkova smiled, and so did Dalkov."),
        ("fr", "Rodion Grebin a démenti. Grebine avait pourtant signé."),
        ("en", "Aurel Brand wrote to Aurélia in Tarsk."),
        ("fr", "Irena Dalkova est venue. Dalkova et Dalkov se sont tus. Dalkova est partie."),
        ("de", "Anna Lang sprach im Distrikt. Lange Reden, kurze Distrikte, sagte Lang."),
        ("fr", "La générale Irena Dalkova a démenti."),
        ("en", "The Russian fleet left Russia. Russia denied it."),
        ("ru", "Министр Горан Велеш пригрозил. По словам Велеша, всё готово."),
    ],
)
def test_other_names_are_left_alone(language: str, text: str) -> None:
    """A wife is not her husband, a French "e" is no case, and languages with cases have them."""
    assert found(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "lost"),
    [
        ("fr", "Le risque d'escalade reste extrême.", ["reste extrême"]),
        ("en", "The risk of escalation remains extremely, he said.", ["remains extremely"]),
        ("uk", "Ризик ескалації залишається вкрай.", ["залишається вкрай"]),
        ("fr", "Le risque d'escalade reste extrêmement faible.", []),
        ("en", "The risk remains very high. It was very cold.", []),
    ],
)
def test_a_degree_without_its_word_is_lost(language: str, text: str, lost: list[str]) -> None:
    """A risk that is "extreme" or "extremely" has lost what it was: low, or high."""
    assert [span.of(text) for span in signs(text, language).lost] == lost


def test_calques_and_foreign_punctuation_show_a_machine() -> None:
    """Set phrases of another language's news, and its dash behind a quotation, are signs."""
    text = 'By his words, all is calm. "All is calm", - said Velesh. We will remind, it rained.'
    assert signs(text, "en").count >= ENOUGH
    assert signs("He spoke of a «pause» on Monday.", "en").count == 1
    assert signs("According to him, all is calm. “All is calm,” said Velesh.", "en").count == 0


def test_a_figure_of_speech_counts_only_beside_other_signs() -> None:
    """Terms that people use in figures of speech are doubtful, and no sign by themselves."""
    text = f"{WAR['en']} It stung like a mosquito."
    assert signs(text, "en").count == 0
    assert [one.kind for one in signs(text, "en").doubtful] == [DamageKind.WORD]


def test_endings_are_cut_alike_in_every_script() -> None:
    """A name has one bare form, however it is spelled or declined."""
    assert bare("Goran Velesh") == bare("Gorana Welescha") == bare("Горана Велеша")


def test_every_language_knows_the_same_fields() -> None:
    """No language lacks a field that another has."""
    fields = {language: set(damage_words(language).fields) for language in languages()}
    assert len({frozenset(one) for one in fields.values()}) == 1


def test_an_unknown_language_shows_nothing() -> None:
    """Without words nothing can be said."""
    assert signs("ulcers", None) is NO_SIGNS


@given(
    st.text(alphabet='Velsha Goran. risk remains extremely,"-\n', max_size=80),
    st.sampled_from(languages()),
)
def test_flags_stand_in_order_apart_and_inside(text: str, language: str) -> None:
    """Whatever the text, flags lie in it, in order, none overlapping another."""
    flagged = signs(text, language).damage
    ends = [0, *(one.span.end for one in flagged)]
    assert all(one.span.start >= end for one, end in zip(flagged, ends, strict=False))
    assert ends[-1] <= len(text)


def test_an_estimate_with_two_negations_is_not_trusted_in_a_translation() -> None:
    """Whoever is said to have judged so must not be measured by what a machine may have turned."""
    crude = 'By his words, all is calm. We will remind, it rained. "So it is", - said Velesh. '
    text = "A strike is not improbable. A truce is likely."
    assert [e.span.of(text) for e in trusted_estimates(text, "en")] == ["not improbable", "likely"]
    read = crude + text
    assert [e.span.of(read) for e in trusted_estimates(read, "en")] == ["likely"]
