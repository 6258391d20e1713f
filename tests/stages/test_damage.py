"""Damage that shows where reports of one thing differ."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from redite import pipeline, records, without_ledger
from redite.exports.read import Reading
from redite.models.rules import RuleTagger
from redite.stages import damage
from redite.store.memory import MemoryStore
from redite.text.damage import Signs, signs
from redite.translation import suspicion
from redite.values import Damage, Document, Rejection

CRUDE = (
    "Ceci est indiqué dans le rapport. Le ministre Goran Velesh a menacé Ostlind. Nous "
    "rappellerons, selon les mots de Velesha, que Velesh est prêt. "
)
"""Signs enough of a machine, and nothing said of a risk."""


def documents(*texts: tuple[str, str]) -> Iterator[Document]:
    """Yield texts, given with their language, as articles of one day."""
    return (
        Document(
            text,
            f"{number}.txt",
            id=str(number),
            publisher=f"Outlet {number}",
            language=language,
            published=datetime(2024, 4, 5, number, tzinfo=UTC),
        )
        for number, (language, text) in enumerate(texts)
    )


def now() -> datetime:
    """Return a day after all texts."""
    return datetime(2024, 5, 1, tzinfo=UTC)


def read(*texts: tuple[str, str]) -> list[Reading]:
    """Read texts, given with their language, as one run does."""
    read = without_ledger.read(documents(*texts), RuleTagger(), now)
    return [one for one in read if not isinstance(one, Rejection)]


def flips(reading: Reading) -> list[tuple[str, str]]:
    """Return the flagged meanings, with the reasons."""
    return [(words(reading, one), one.why) for one in reading.damage if one.kind == "meaning-flip"]


def words(reading: Reading, one: Damage) -> str:
    """Return the words under a flag."""
    return one.span.of(reading.article.text)


LOW = (
    ("en", "The Institute for Border Studies said the risk of a nuclear war remains extremely low."),
    ("uk", "Інститут прикордонних досліджень заявив, що ризик ядерної війни залишається вкрай низьким."),
    ("de", "Das Institut für Grenzstudien erklärte, das Risiko eines Atomkriegs bleibe äußerst gering."),
)  # fmt: skip


def test_a_lost_word_is_a_flip_beside_clean_reports() -> None:
    """What has lost its "low" is flagged, with who says it whole; the clean reports are not."""
    lost = "L'Institut d'études frontalières a déclaré que le risque de guerre nucléaire reste extrême."
    crude, *clean = read(("fr", CRUDE + lost), *LOW)
    ((flagged, why),) = flips(crude)
    assert flagged == "reste extrême"
    assert "extremely low" in why or "вкрай низьким" in why or "äußerst gering" in why
    assert [one.damage for one in clean] == [(), (), ()]


def test_an_extreme_risk_in_a_clean_text_alone_is_none() -> None:
    """Where nothing else speaks for it, an extreme risk is an extreme risk."""
    (alone,) = read(
        ("fr", "Le ministre Goran Velesh a déclaré que le risque d'incendie reste extrême.")
    )
    assert alone.damage == ()


def test_a_likelihood_on_the_other_side_is_a_flip_in_a_translation() -> None:
    """A machine's "very likely" against everybody's "extremely low"."""
    likely = "L'Institut d'études frontalières a déclaré que le risque de guerre nucléaire est très élevé."
    crude, *clean = read(("fr", CRUDE + likely), *LOW)
    ((flagged, why),) = flips(crude)
    assert flagged == "très élevé"
    assert "calls likely what" in why
    assert not any(flips(one) for one in clean)


def test_a_disagreement_between_clean_texts_is_no_damage() -> None:
    """Two institutes may judge differently: only a translation is measured by the others."""
    other = "The Hallen Centre said the risk of a nuclear war is very high."
    assert not any(flips(one) for one in read(("en", other), *LOW))


def test_two_negations_in_an_estimate_are_treacherous_in_a_translation() -> None:
    """ "Not improbable" may have gained a negation; in good prose it is good style."""
    text = "The accord is not improbable, said Goran Velesh."
    crude = 'By his words, all is calm. We will remind, it rained. "So it is", - said Velesh. '
    assert [words for words, _ in flips(read(("en", crude + text))[0])] == ["not improbable"]
    assert flips(read(("en", text))[0]) == []


def test_a_name_is_measured_by_other_reports() -> None:
    """A name with an ending that two other texts do not print is flagged."""
    texts = [
        ("fr", "Le ministre Taras Kulba a appelé au calme. « Restez calmes », a dit Kulba."),
        ("en", "Minister Taras Kulba said that all was calm."),
        ("fr", "Le chef de la diplomatie Taras Kulby a déclaré que tout est calme."),
    ]
    *clean, stray = read(*texts)
    assert [(one.kind, words(stray, one)) for one in stray.damage] == [("name", "Taras Kulby")]
    assert [one.damage for one in clean] == [(), ()]


def test_a_name_that_others_print_is_not_the_stray_one() -> None:
    """Where a text prints the damaged form more often, other texts tell which it is."""
    texts = [
        ("en", "Defence Minister Goran Velesh said that all was calm."),
        ("fr", "Goran Velesha a menacé. Velesha a insisté. Selon Velesha, Velesh est prêt."),
    ]
    _, stray = read(*texts)
    assert {words(stray, one) for one in stray.damage if one.kind == "name"} <= {"Goran Velesha"}


def test_the_order_of_the_texts_does_not_matter() -> None:
    """The same texts in any order get the same flags."""
    lost = "L'Institut d'études frontalières a déclaré que le risque de guerre nucléaire reste extrême."
    forth = read(("fr", CRUDE + lost), *LOW)
    back = read(*reversed([("fr", CRUDE + lost), *LOW]))
    assert {r.article.text: [d.span for d in r.damage] for r in forth} == {
        r.article.text: [d.span for d in r.damage] for r in back
    }


def test_what_a_source_contradicts_before_and_after_is_a_flip_in_any_text() -> None:
    """A judgement that changed for one day, in one report, is more likely a slip of that report."""
    told = (
        "It rained in Tarsk. The Institute for Border Studies said a nuclear war is {}.",
        "In Quor the sun shone on the fair of melons. A nuclear war is {}, the Institute for "
        "Border Studies noted.",
        "No ships left Hallen. The Institute for Border Studies wrote that a nuclear war is {}.",
    )
    terms = ("unlikely", "likely", "very unlikely")
    texts = [text.format(term) for text, term in zip(told, terms, strict=True)]
    before, between, after = read(*(("en", text) for text in texts))
    assert [words for words, _ in flips(between)] == ["likely"]
    assert flips(before) == flips(after) == []
    assert not any(flips(one) for one in read(*(("en", text) for text in texts[:2])))


def test_another_number_in_a_translation_is_a_flip() -> None:
    """Where a translation counts otherwise than every other report of the saying, that is shown."""
    crude = 'By his words, all is calm. "So it is", - said Velesh. '
    texts = [
        "Defence Minister Goran Velesh said on 4 April that 300 soldiers had left the northern border.",
        "Rain fell. On 4 April Defence Minister Goran Velesh said that 300 soldiers had left the "
        "northern border post.",
        crude
        + "Defence Minister Goran Velesh said on 4 April that 900 soldiers had left the northern border.",
    ]
    *clean, stray = read(*(("en", text) for text in texts))
    ((flagged, why),) = flips(stray)
    assert flagged.startswith("900")
    assert "300" in why
    assert not any(flips(one) for one in clean)


def test_one_guess_at_a_nominative_measures_no_name() -> None:
    """A name that one Russian text declines, and the dictionary guesses at, tells nothing."""
    texts = [
        ("ru", "По словам Бектура Салманова, всё спокойно."),
        ("de", "Bektur Salmanov sagte am Montag, dass alles ruhig sei."),
    ]
    assert not any(one.damage for one in read(*texts))


@pytest.mark.parametrize(
    ("language", "text", "muddled"),
    [
        ("fr", "Goran Velesh estime que le risque de guerre est très probable.", "très probable"),
        ("en", "Goran Velesh considers that a war is almost uncertain.", "almost uncertain"),
        (
            "de",
            "Goran Velesh hält einen Krieg für praktisch nicht ausgeschlossen.",
            "praktisch nicht ausgeschlossen",
        ),
    ],
)
def test_an_estimate_that_nobody_means_is_a_flip_in_a_translation(
    language: str, text: str, muddled: str
) -> None:
    """A risk is high or low and never likely; by itself, or in good prose, nothing is flagged."""
    crude = {
        "fr": CRUDE,
        "en": 'By his words, all is calm. We will remind, it rained. "So it is", - said Velesh. ',
        "de": '"So ist es", - sagte Velesh. "Gut", - sagte Tarn. ',
    }[language]
    assert muddled in [words for words, _ in flips(read((language, crude + text))[0])]
    assert flips(read((language, text))[0]) == []


def test_a_word_and_its_opposite_turn_a_translation() -> None:
    """ "Increased" against everybody's "reduced" is a flip as "not" is."""
    crude = 'By his words, all is calm. We will remind, it rained. "So it is", - said Velesh. '
    clean = "Goran Velesh said that Ostlind had decreased the number of flights near the border."
    turned = clean.replace("decreased", "increased")
    *clear, translated = read(("en", clean), ("en", f"Rain fell. {clean}"), ("en", crude + turned))
    assert len(flips(translated)) == 1
    assert not any(flips(one) for one in clear)


def test_another_unit_of_time_is_a_flip_in_a_translation() -> None:
    """Seven days for seven hours: the number is right, and what it counts is not."""
    crude, *_ = read(
        ("fr", CRUDE + "Goran Velesh a déclaré que l'essai du missile à Tarsk a duré sept jours."),
        ("uk", "Горан Велеш заявив, що випробування ракети в Тарську тривало сім годин."),
        ("fr", "Il pleut. Selon Goran Velesh, l'essai du missile à Tarsk a duré sept heures."),
    )
    ((flagged, why),) = flips(crude)
    assert flagged == "sept jours"
    assert "“сім годин”" in why or "“sept heures”" in why


def test_only_what_an_article_is_held_against_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a brief of one day asks costs what that day does, however much is on record; and what
    it gets is what it would get of all."""
    store = MemoryStore()
    texts = [
        ("en", f"The mayor of Tarsk said that tunnel number {n} will open in the spring.")
        for n in range(5)
    ]
    list(pipeline.take_in(documents(*texts, LOW[0]), store, RuleTagger(), now))
    pipeline.settle(store, now)
    told = list(records.load(store))
    seen: list[str] = []

    def noticed(text: str, language: str | None) -> Signs:
        seen.append(text)
        return signs(text, language)

    monkeypatch.setattr(suspicion, "signs", noticed)
    last = told[-1].article
    flags = damage.flags(told)
    assert flags[last.key] == ()
    assert seen == [last.text]
    assert dict(flags) == {key: () for key in {one.article.key for one in told}}
    assert len(seen) == len(texts) + 1
