"""Acts told from cue and content, on authored cases of five languages.

A case is `act: cue | content`, with `!` before the act where the speaker is one whose trade is to
judge. Everybody in them is invented.
"""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redite.lang import languages, words
from redite.lang.acts import Acts
from redite.text.acts import act_of, is_analyst
from redite.values import Act, Deadline, Estimate, Span, Term

CASES = {
    "en": """
deny: denied | the barracks had been moved to Hallen
deny: said | Not a single barrel has left our port
deny: dismissed | the report on the tunnel
deny: told reporters | Nothing of the kind was ever discussed
accuse: accused | Kareth of jamming the radio masts
accuse: said | They shelled the market on a Sunday
accuse: blamed | the outage on a foreign crew
threaten: threatened | to close the strait to Ostlind's ferries
threaten: warned | if the crew is not released, there will be sanctions
warn: warned | the ice on the lake had become too thin
warn: cautioned | the old bridge may not carry lorries
promise: pledged | to double the pensions of miners
promise: assured | we will pay every farmer in full
demand: urged | both sides to meet in Quor
demand: said | Ostlind must open the archive
announce: announced | a new envoy to the Northern Pact
announce: said | the ministry will reopen the embassy on Monday
forecast: predicted | a cold and quiet spring for the border towns
! forecast: said | Kareth will leave the pact within the year
assess: considers | the reform a success
assess: believes | the army is short of drivers
assert: said | four hundred lorries stand in the yard
assert: confirmed | the train had stopped at Tarsk
assert: | The road was open all night
""",
    "fr": """
deny: a démenti | toute livraison de carburant à Kareth
deny: a répondu | Il n'y a pas la moindre mine dans ce port
deny: rejette | les conclusions du rapport
accuse: accuse | l'Ostlind de brouiller les radars
accuse: a déclaré | Ils ont bombardé le marché un dimanche
accuse: dénonce | une mascarade
threaten: menace | de fermer le détroit aux ferries
threaten: a averti | si l'équipage n'est pas libéré, il y aura des sanctions
warn: met en garde | contre la fonte des glaces
promise: promet | de rouvrir l'école à l'automne
promise: assure | nous paierons chaque éleveur
demand: exige | la publication des listes
demand: a dit | Il faut rendre le navire
announce: a annoncé | l'arrivée d'un nouvel ambassadeur
announce: a indiqué | le ministère rouvrira l'ambassade lundi
forecast: prévoit | un hiver calme à la frontière
! forecast: écrit | le Kareth quittera le pacte
assess: juge | la réforme réussie
assess: estime | l'armée à court de chauffeurs
assert: a dit | quatre cents camions stationnent dans la cour
assert: a confirmé | le train était arrêté à Tarsk
""",
    "uk": """
deny: заперечив | передачу казарм сусідам
deny: сказав | Жоден корабель не покидав порту
deny: спростувала | чутки про відставку
accuse: звинуватив | Остлінд у глушінні зв'язку
accuse: заявив | Вони обстріляли ринок у неділю
threaten: погрожує | закрити протоку для поромів
threaten: попередив | якщо екіпаж не відпустять, будуть санкції
warn: попередив | лід на озері став надто тонким
promise: пообіцяла | відкрити школу восени
promise: запевнив | ми виплатимо все кожному фермеру
demand: закликав | обидві сторони зустрітися в Кворі
demand: сказав | Остлінд повинен відкрити архів
announce: оголосив | про призначення нового посла
announce: повідомив | міністерство відкриє посольство в понеділок
forecast: прогнозує | тиху зиму на кордоні
! forecast: сказав | Карет вийде з пакту
assess: вважає | реформу вдалою
assess: на думку | армії бракує водіїв
assert: сказав | на подвір'ї стоїть чотириста вантажівок
assert: підтвердив | потяг стояв у Тарську
""",
    "ru": """
deny: опроверг | передачу казарм соседям
deny: сказал | Ни один корабль не покидал порта
deny: отверг | выводы доклада
accuse: обвинил | Остлинд в глушении связи
accuse: заявил | Они обстреляли рынок в воскресенье
threaten: пригрозил | закрыть пролив для паромов
threaten: предупредил | если экипаж не отпустят, последуют санкции
warn: предупредил | лёд на озере стал слишком тонким
promise: пообещала | открыть школу осенью
promise: заверил | мы выплатим всё каждому фермеру
demand: призвал | обе стороны встретиться в Кворе
demand: сказал | Остлинд должен открыть архив
announce: объявил | о назначении нового посла
announce: сообщил | министерство откроет посольство в понедельник
forecast: прогнозирует | тихую зиму на границе
! forecast: сказал | Карет выйдет из пакта
assess: считает | реформу удачной
assess: по мнению | армии не хватает водителей
assert: сказал | во дворе стоят четыреста грузовиков
assert: подтвердил | поезд стоял в Тарске
""",
    "de": """
deny: dementierte | die Verlegung der Kaserne
deny: sagte | Kein einziges Schiff hat den Hafen verlassen
deny: wies … zurück | den Bericht über den Tunnel
accuse: beschuldigte | Ostlind, den Funk zu stören
accuse: warf … vor | Kareth, die Masten zu stören
accuse: sagte | Das ist Erpressung
threaten: drohte | die Meerenge für Fähren zu sperren
threaten: warnte | wenn die Besatzung nicht freikommt, gibt es Sanktionen
warn: warnte | das Eis auf dem See sei zu dünn geworden
promise: versprach | die Schule im Herbst zu öffnen
promise: versicherte | wir werden jeden Bauern bezahlen
demand: forderte | beide Seiten zu einem Treffen auf
demand: sagte | Ostlind muss das Archiv öffnen
announce: kündigte … an | einen neuen Botschafter
announce: sagte | das Ministerium werde die Botschaft am Montag öffnen
forecast: prognostiziert | einen ruhigen Winter an der Grenze
! forecast: schrieb | Kareth wird den Pakt verlassen
assess: hält | die Reform für gelungen
assess: nach Ansicht | der Armee fehle es an Fahrern
assert: sagte | im Hof stehen vierhundert Lastwagen
assert: bestätigte | der Zug habe in Tarsk gestanden
""",
}


def _cases() -> list[tuple[str, str]]:
    return [
        (language, line) for language, lines in CASES.items() for line in lines.strip().splitlines()
    ]


def _act(cue: str, content: str, language: str | None, **given: object) -> Act:
    known: dict[str, object] = {"estimate": None, "deadline": None, "analyst": False, **given}
    return act_of(cue, content, language, **known)  # type: ignore[arg-type]


LIKELY = Estimate(Span(0, 6), Term.LIKELY, "as stated", 0.55, 0.8)
DUE = Deadline(Span(0, 6), date(2031, 6, 1))


@pytest.mark.parametrize(("language", "case"), _cases())
def test_the_act_of_an_authored_case(language: str, case: str) -> None:
    """Cue and content tell the act in each language."""
    told, _, said = case.partition(":")
    cue, _, content = said.partition("|")
    act = _act(cue.strip(), content.strip(), language, analyst=told.startswith("!"))
    assert act.value == told.removeprefix("!").strip()


def test_every_act_has_cases_in_every_language() -> None:
    """No act goes untested in a language that has a file."""
    for language in languages():
        told = {case.partition(":")[0].strip("! ") for code, case in _cases() if code == language}
        assert told == {act.value for act in Act}


def test_an_estimate_makes_a_judgement_and_with_the_future_a_forecast() -> None:
    """Likelihood of what is, and of what will be."""
    assert _act("said", "the engine was probably old", "en", estimate=LIKELY) is Act.ASSESS
    assert _act("said", "the engine will probably fail", "en", estimate=LIKELY) is Act.FORECAST


def test_a_deadline_makes_an_announcement() -> None:
    """What is due is still to come, whatever the tense."""
    assert _act("said", "delivery of the ships by 1 June", "en", deadline=DUE) is Act.ANNOUNCE


def test_the_cue_goes_before_the_content() -> None:
    """One who denies that somebody must pay demands nothing."""
    assert _act("denied", "that Velmora must pay", "en") is Act.DENY


def test_what_is_only_reported_is_not_laid_at_a_door() -> None:
    """A word of blame in a confirmation makes no accusation."""
    assert _act("said", "the yard was shelled at noon", "en") is Act.ACCUSE
    assert _act("confirmed", "the yard was shelled at noon", "en") is Act.ASSERT


@pytest.mark.parametrize("language", [None, "xx", "pl"])
def test_a_language_without_a_file_leaves_likelihood_and_deadline(language: str | None) -> None:
    """Without words the rest still tells."""
    assert _act("denied", "we must go", language) is Act.ASSERT
    assert _act("", "we must go", language, estimate=LIKELY) is Act.ASSESS
    assert _act("", "we must go", language, deadline=DUE) is Act.ANNOUNCE


@pytest.mark.parametrize(
    ("speaker", "language", "expected"),
    [
        ("analysts at the Institute for Border Studies", "en", True),
        ("Institute for Border Studies", "uk", True),
        ("експерти інституту", "uk", True),
        ("une politologue de Hallen", "fr", True),
        ("Defence Minister Goran Velesh", "en", False),
        ("Говорливый Милош Тарн", "ru", False),
        ("", None, False),
    ],
)
def test_those_whose_trade_is_to_judge(speaker: str, language: str | None, expected: bool) -> None:
    """Institutes and analysts are told from officials, in English in any language's text."""
    assert is_analyst(speaker, language) is expected


@pytest.mark.parametrize("language", languages())
def test_the_lists_are_lower_case_and_hold_no_word_twice(language: str) -> None:
    """What the file's rules ask of it."""
    section = words(language, "acts", Acts)
    for name, forms in [*section.cues.items(), *(pair for pair in section if pair[0] != "cues")]:
        assert len(set(forms)) == len(forms), (name, sorted(f for f in forms if forms.count(f) > 1))
        assert all(form == form.lower() for form in forms), name


@given(st.text(max_size=80), st.text(max_size=200), st.sampled_from((*languages(), None)))
def test_any_words_have_an_act(cue: str, content: str, language: str | None) -> None:
    """Nothing that can be printed is without an act."""
    assert _act(cue, content, language) in Act


@pytest.mark.parametrize("language", languages())
def test_a_megabyte_is_read_no_further_than_its_beginning(language: str) -> None:
    """Text without an end changes nothing about the act of its beginning."""
    assert _act("", "x " * 600 + "must", language) is Act.ASSERT
    assert _act("", "a" * 1_000_000, language) is Act.ASSERT
