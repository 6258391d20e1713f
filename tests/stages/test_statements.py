"""Who spoke, through whom and on which day, in five languages.

Texts are marked: <s>source</s>, <c>cue</c>, <q>content</q>; a number ties several pieces to one
attribution (<q1>…</q1>), and marks may nest.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redite.stages.statements import resolve
from redite.text.asserted import states
from redite.text.ids import statement_id
from redite.values import Act, Article, Attribution, Span, SpeakerKind, Statement

# A Wednesday.
PUBLISHED = datetime(2023, 4, 5, 9, 0, tzinfo=UTC)
_MARK = re.compile(r"<(/?)([scq])(\d*)>")


def marked(text: str) -> tuple[str, list[Attribution]]:
    """Return a marked text without its marks, and the attributions that they tell."""
    plain, at = "", 0
    open_marks: list[tuple[str, str, int]] = []
    spans: dict[tuple[str, str], list[Span]] = {}
    for match in _MARK.finditer(text):
        plain += text[at : match.start()]
        at = match.end()
        if match.group(1):
            kind, number, start = open_marks.pop()
            spans.setdefault((number, kind), []).append(Span(start, len(plain)))
        else:
            open_marks.append((match.group(2), match.group(3), len(plain)))
    plain += text[at:]
    return plain, [
        Attribution(
            tuple(sorted(spans.get((number, "s"), []))),
            tuple(sorted(spans.get((number, "c"), []))),
            tuple(sorted(spans[number, "q"])),
        )
        for number in sorted({number for number, _ in spans})
    ]


def article(
    text: str, language: str | None = "en", *, dated: bool = True, origin: str | None = None
) -> Article:
    """Return an article of our invented world."""
    return Article(
        key="a-test",
        given_id=None,
        url=None,
        publisher="Tarsk Courier",
        published=PUBLISHED,
        dated=dated,
        modified=None,
        language=language,
        title=None,
        text=text,
        items=(Span(0, max(1, len(text))),),
        relayed_from=origin,
        taken_in=PUBLISHED,
        origin="test",
    )


def said(text: str, language: str = "en", **options: object) -> list[Statement]:
    """Return the statements of a marked text."""
    plain, attributions = marked(text)
    found = article(plain, language, **options)  # type: ignore[arg-type]
    return list(resolve(found, attributions, "test").statements)


NAMES = [
    # language, marked text, name, kind of the last statement
    ("en", "<s>President Irena Dalkova of Velmora</s> <c>said</c> <q>it is over</q>.", "Irena Dalkova", "person"),
    ("en", "<s>the commander, Lt. Gen. Pavlo Kremen</s>, <c>said</c> <q>it is over</q>.", "Pavlo Kremen", "person"),
    ("en", "Irena Dalkova flew in. It is late, <c>said</c> <s>Dalkova</s>: <q>it is over</q>.", "Irena Dalkova", "person"),
    ("en", "<s1>Defence Minister Goran Velesh</s1> <c1>said</c1> <q1>not yet</q1>. <q2>It is over</q2>, <s2>the defence minister</s2> <c2>said</c2>.", "Goran Velesh", "person"),
    ("en", "<s1>Irena Dalkova</s1> <c1>said</c1> <q1>not yet</q1>. <q2>It is over</q2>, <s2>she</s2> <c2>added</c2>.", "Irena Dalkova", "person"),
    ("en", "<q>It is over</q>, <c>said</c> <s>the Ostlind interior minister</s>.", "the Ostlind interior minister", "office"),
    ("en", "<q>It is over</q>, <c>said</c> <s>a senior official in Hallen</s>.", "a senior official in Hallen", "unnamed"),
    ("en", "<q>It is over</q>, <c>said</c> <s>Velmora's Ministry of Defence</s>.", "Velmora's Ministry of Defence", "organisation"),
    ("en", "The Institute for Border Studies (IBS) met. <q>It is over</q>, <c>said</c> <s>analysts at IBS</s>.", "Institute for Border Studies (IBS)", "organisation"),
    ("fr", "<q>C'est fini</q>, <c>a dit</c> <s>le ministre velmorien de la Défense, Goran Velech</s>.", "Goran Velech", "person"),
    ("fr", "<s1>La présidente Irena Dalkova</s1> <c1>a dit</c1> <q1>non</q1>. <q2>C'est fini</q2>, <c2>a-t-elle ajouté</c2> <s2>elle</s2>.", "Irena Dalkova", "person"),
    ("fr", "Le secrétaire velmorien à la défense, Goran Velesh, est arrivé. <s>Le chef du Département de la Défense</s> <c>a dit</c> que <q>tout va bien</q>.", "Goran Velesh", "person"),
    ("fr", "<q>C'est fini</q>, <c>selon</c> <s>des responsables ostlindais</s>.", "des responsables ostlindais", "unnamed"),
    ("de", "<q>Es ist vorbei</q>, <c>sagte</c> <s>Velmoras Außenminister Jonas Hedrik</s>.", "Jonas Hedrik", "person"),
    ("de", "<s1>Ministerpräsidentin Anneke Rostal</s1> <c1>sagte</c1>, <q1>nein</q1>. <q2>Es ist vorbei</q2>, <c2>so</c2> <s2>die Ostlinderin</s2>.", "Anneke Rostal", "person"),
    ("ru", "<q>Всё кончено</q>, <c>заявил</c> <s>заместитель министра обороны Милош Тарн</s>.", "Милош Тарн", "person"),
    ("ru", "<c>По словам</c> <s>Ирены Далковой</s>, <q>всё кончено</q>.", "Ирена Далкова", "person"),
    ("ru", "<s1>Министерство обороны Велморы</s1> <c1>сообщило</c1>: <q1>нет</q1>. <q2>Всё кончено</q2>, <c2>уточнили</c2> <s2>в ведомстве</s2>.", "Министерство обороны Велморы", "organisation"),
    ("uk", "<q>Усе скінчено</q>, <c>заявив</c> <s>міністр оборони Велмори Горан Велеш</s>.", "Горан Велеш", "person"),
    ("uk", "<s1>Міністр оборони Горан Велеш</s1> <c1>сказав</c1>: <q1>ні</q1>. <q2>Усе скінчено</q2>, <c2>додав</c2> <s2>очільник оборонного відомства</s2>.", "Горан Велеш", "person"),
    ("uk", "<c>За словами</c> <s>джерела в уряді</s>, <q>усе скінчено</q>.", "джерело в уряді", "unnamed"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "name", "kind"), NAMES)
def test_the_speaker_is_named_in_full(language: str, text: str, name: str, kind: str) -> None:
    """Titles go, short and declined forms become the full name, roles find their holder."""
    speaker = said(text, language)[-1].speaker
    assert (speaker.name, speaker.kind) == (name, kind), speaker
    assert speaker.reason


GOVERNED = [
    # language, marked text, name
    ("ru", "Блогер Горан Кременов приехал. <c>По данным</c> <s>Кременова</s>, <q>всё кончено</q>.", "Горан Кременов"),
    ("ru", "<c>По словам</c> <s>губернатора Кременова</s>, <q>всё кончено</q>.", "Кременов"),
    ("ru", "<c>По данным</c> <s>Велмостата</s>, <q>всё кончено</q>.", "Велмостат"),
    ("ru", "Блогер Ирена Кременова приехала. <c>По словам</c> <s>Кременовой</s>, <q>всё кончено</q>.", "Ирена Кременова"),
    ("ru", "<s>Кременова</s> <c>заявила</c>, что <q>всё кончено</q>.", "Кременова"),
    ("uk", "<c>За словами</c> <s>Кременова</s>, <q>усе скінчено</q>.", "Кременов"),
]  # fmt: skip


def test_the_mark_up_of_a_link_is_no_part_of_a_name() -> None:
    """A chat export writes the address of a link into the source."""
    text = "В <s>[сообщении**](https://x.example/1)** министерства порта</s> <c>говорится</c>: <q>всё кончено</q>."
    (statement,) = said(text, "ru")
    assert statement.speaker.name == "министерство порта"
    assert statement.speaker.mention == "сообщении министерства порта"


@pytest.mark.parametrize(("language", "text", "name"), GOVERNED)
def test_a_surname_is_read_in_the_case_that_the_word_before_it_governs(
    language: str, text: str, name: str
) -> None:
    """Behind "in the words of" a surname is a genitive, whatever it may be by its form."""
    assert said(text, language)[-1].speaker.name == name


def test_a_continuation_goes_on_with_the_speaker_before() -> None:
    """A quotation without a source belongs to whoever spoke last, and says so."""
    first, second = said(
        "<s1>Milos Tarn</s1> <c1>said</c1> <q1>not yet</q1>. “<q2>Never again.</q2>”"
    )
    assert second.speaker.name == first.speaker.name == "Milos Tarn"
    assert "goes on" in second.speaker.reason


def test_an_i_in_a_quotation_is_whoever_is_quoted() -> None:
    """Who says "I repeat" in quotation marks is known already."""
    text = (
        "“<q1>It is late</q1>,” <c1>wrote</c1> <s1>Milos Tarn</s1>. “And <s2>I</s2> "
        "<c2>repeat</c2>: <q2>it is over</q2>.”"
    )
    assert said(text)[-1].speaker.name == "Milos Tarn"


def test_a_digest_item_does_not_borrow_a_speaker_from_the_item_before() -> None:
    """What another item said is another text: nothing is carried over."""
    plain, attributions = marked(
        "<s1>Milos Tarn</s1> <c1>said</c1> <q1>not yet</q1>.\n“<q2>Never again.</q2>”"
    )
    cut = plain.index("\n")
    parted = article(plain)
    items = (Span(0, cut), Span(cut + 1, len(plain)))
    from dataclasses import replace

    first, second = resolve(replace(parted, items=items), attributions, "test").statements
    assert (first.item, second.item) == (0, 1)
    assert second.speaker.kind is SpeakerKind.UNNAMED


def test_a_foreign_role_is_not_given_to_the_last_speaker() -> None:
    """The spokeswoman of another ministry is nobody who spoke before."""
    statements = said(
        "<s1>Jonas Hedrik</s1> <c1>said</c1> <q1>not yet</q1>. <q2>Both sides should calm down</q2>, "
        "<c2>said</c2> <s2>the spokeswoman of the Karethi foreign ministry</s2>."
    )
    assert statements[-1].speaker.kind is SpeakerKind.OFFICE


CHAINS = [
    ("en", "<q>It is over</q>, <s>Milos Tarn</s> <c>said</c>, as reported by Halden Wire.", ["Halden Wire"]),
    ("en", "<q>It is over</q>, <s>Milos Tarn</s> <c>said</c>, according to a transcript released by the Kremlin.", ["Kremlin"]),
    ("en", "Halden Wire, <c>citing</c> <s>two officials</s>, reported that <q>it is over</q>.", ["Halden Wire"]),
    ("fr", "Selon l'agence Halden Wire, <s>Goran Velesh</s> <c>a dit</c> <q>que tout va bien</q>.", ["Halden Wire"]),
    ("fr", "<q>C'est fini</q>, <c>selon</c> <s>des responsables</s> cités par Reuters.", ["Reuters"]),
    ("ru", "<q>Всё кончено</q>, <c>заявил</c> <s>Горан Велеш</s>, передаёт «Тарск-Информ».", ["Тарск-Информ"]),
    ("ru", "Газета «Вестник Тарска» <c>со ссылкой на</c> <s>источник в правительстве</s> написала, что <q>всё кончено</q>.", ["Вестник Тарска"]),
    ("uk", "<q>Усе скінчено</q>, <c>цитує</c> «Тарск-Інформ» <s>Горана Велеша</s>.", ["Тарск-Інформ"]),
    ("de", "Laut Reuters <c>sagte</c> <s>Jonas Hedrik</s>, <q>es sei vorbei</q>.", ["Reuters"]),
    ("ru", "<q>Всё кончено</q>, <c>сообщил</c> <s>источник Reuters в Тарске</s>.", ["Reuters"]),
    ("en", "<q>It is over</q>, <s>Milos Tarn</s> <c>said</c>.", []),
    ("en", "<s>Milos Tarn</s> <c>told</c> the newspaper Tarsk Herald that <q>it is over</q>.", ["Tarsk Herald"]),
    ("en", "<s>Milos Tarn</s> <c>told</c> reporters that <q>it is over</q>.", []),
    ("fr", "<c>D'après</c> <s>Goran Velesh</s>, que cite l'agence Halden Wire, <q>tout va bien</q>.", ["Halden Wire"]),
    ("fr", "<q>C'est fini</q>, <c>affirme</c> <s>une note</s> publiée jeudi par le quotidien Le Phare.", ["Le Phare"]),
    ("ru", "<c>Согласно</c> <s>Институту границ</s>, на который ссылается портал «Вестник Тарска», <q>всё кончено</q>.", ["Вестник Тарска"]),
    ("ru", "Как пишет «Вестник Тарска» со ссылкой на агентство «Тарск-Информ», которое, в свою очередь, <c>цитирует</c> <s>дипломата из Халлена</s>, <q>всё кончено</q>.", ["Вестник Тарска", "Тарск-Информ"]),
    ("ru", "<q>Всё кончено</q>, <c>заявил</c> <s>Горан Велеш</s>. Об этом сообщает агентство «Тарск-Информ».", ["Тарск-Информ"]),
    ("ru", "<q>Всё кончено</q>, <c>сообщил</c> журналистам <s>Горан Велеш</s>.", []),
    ("uk", "<c>Посилаючись на</c> <s>міністра Горана Велеша</s>, агенція «Тарск-Інформ» пише, що <q>усе скінчено</q>.", ["Тарск-Інформ"]),
    ("uk", "<q>Усе скінчено</q>, <c>заявив</c> <s>Горан Велеш</s>. Про це пише «Вісник Тарська».", ["Вісник Тарська"]),
    ("de", "<c>Unter Berufung auf</c> <s>Goran Velesh</s> schreibt die Agentur Halden Wire, <q>es sei vorbei</q>.", ["Halden Wire"]),
    ("de", "<q>Es sei vorbei</q>, <c>sagte</c> <s>Jonas Hedrik</s>, meldete die Agentur Halden Wire.", ["Halden Wire"]),
    ("fr", "<q>C'est fini</q>, <c>selon</c> <s>des responsables ostlindais cités par le quotidien Le Phare</s>.", ["Le Phare"]),
    ("en", "<q>It is over</q>, <c>said</c> <s>officials in Tarsk quoted by Halden Wire</s>.", ["Halden Wire"]),
    ("ru", "<q>Всё кончено</q>, <c>утверждает</c> издание «Вестник Тарска», ссылаясь на <s>анонимный источник</s>.", ["Вестник Тарска"]),
    ("ru", "<c>По словам</c> <s>президента Ирены Далковой</s>, <s>Горан Велеш</s> <q>известил Халлен, что порт закрыт</q>.", ["Ирена Далкова"]),
    ("ru", "<s1>Источник Reuters в Тарске</s1> <c1>сообщил</c1>, что <q1>порт закрыт</q1>. <c2>По словам</c2> <s2>чиновника</s2>, <q2>он откроется летом</q2>.", ["Reuters"]),
    ("ru", "<q>Всё кончено</q>, утверждает <s>издание</s> «Вестник Тарска», <c>ссылаясь на</c> <s>анонимный источник</s>.", ["Вестник Тарска"]),
    ("en", "<s1>A Reuters source</s1>, cited by Halden Wire, <c1>said</c1> <q1>not yet</q1>. <s2>Officials</s2> <c2>said</c2> <q2>it is over</q2>.", []),
    ("en", "<q1>The port is shut</q1>, <c1>says</c1> <s1>the Institute for Border Studies</s1>. In particular, <s2>Milos Tarn</s2> <c2>promised</c2> <q2>an opening in May</q2>.", ["Institute for Border Studies"]),
    ("en", "<q1>The port is shut</q1>, <c1>says</c1> <s1>the Institute for Border Studies</s1>. Thus, <s2><s3>Milos Tarn</s3></s2> <c2>defended</c2> <q2>the closure</q2>, <c3>accusing</c3> <q3>Ostlind of smuggling</q3>.", ["Institute for Border Studies"]),
    ("en", "<q1>The port is shut</q1>, <c1>says</c1> <s1>the Institute for Border Studies</s1>. Meanwhile, <s2>Milos Tarn</s2> <c2>promised</c2> <q2>an opening in May</q2>.", []),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "chain"), CHAINS)
def test_intermediaries_beside_the_saying_are_the_chain(
    language: str, text: str, chain: list[str]
) -> None:
    """Whoever passes the saying on stands in `via`, and is not taken for the speaker."""
    assert [mention.name for mention in said(text, language)[-1].via] == chain


def test_the_speaker_around_a_saying_is_its_chain() -> None:
    """In "the institute noted that Velesh had said", Velesh speaks and the institute passes on."""
    statements = said(
        "<s1>The Institute for Border Studies</s1> <c1>noted</c1> that <q1>the crossings will "
        "soon be shut, as <s2>Goran Velesh</s2> had <c2>said</c2> that <q2>trucks must wait</q2></q1>."
    )
    inner = next(s for s in statements if s.speaker.name == "Goran Velesh")
    assert [m.name for m in inner.via] == ["Institute for Border Studies"]
    assert len(statements) == 2


def test_a_saying_around_another_may_be_marked_without_its_small_words() -> None:
    """A tagger leaves "that", or the comma before "he said", out of the outer content."""
    for text in (
        "<s1>Halden Wire</s1> <c1>reported</c1> that <q1><s2>Goran Velesh</s2> <c2>promised</c2></q1> "
        "that <q1><q2>trucks may pass</q2></q1>.",
        "“<q1><q2>Trucks may pass</q2></q1>,” <q1><s2>Goran Velesh</s2> <c2>said</c2></q1>, "
        "<c1>according to</c1> <s1>Halden Wire</s1>.",
    ):
        (statement,) = said(text)
        assert statement.speaker.name == "Goran Velesh"
        assert [mention.name for mention in statement.via] == ["Halden Wire"]


def test_an_outer_saying_that_only_relays_is_left_out() -> None:
    """What consists of the inner saying alone is no statement of its own, only a chain."""
    (statement,) = said(
        "<s1>Halden Wire</s1> <c1>reported</c1> that <q1><s2>Goran Velesh</s2> <c2>said</c2> "
        "<q2>trucks must wait</q2></q1>."
    )
    assert statement.speaker.name == "Goran Velesh"
    assert [m.name for m in statement.via] == ["Halden Wire"]


def test_an_outlet_marked_as_the_source_is_parted_from_whom_it_cites() -> None:
    """Taggers mark the outlet, or both; the one behind the citing words speaks."""
    for text in (
        "<q>Всё кончено</q>, пишет <s>Reuters</s> <c>со ссылкой</c> на источник.",
        "<s>Reuters</s> со ссылкой на <s>источник</s> <c>сообщает</c>, что <q>всё кончено</q>.",
        "<s>Тарна</s> <s>агентство Reuters</s> <c>передало</c> со ссылкой на источник, что <q>всё кончено</q>.",
    ):
        statement = said(text, "ru")[-1]
        assert statement.speaker.kind is SpeakerKind.UNNAMED
        assert statement.speaker.name == "источник"
        assert [mention.name for mention in statement.via] == ["Reuters"]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        (
            "<q>Всё кончено</q>, <s>пишет «Тарская весть»</s> <c>со ссылкой на</c> <s>источники</s>.",
            ["Тарская весть"],
        ),
        (
            "«<q>Всё кончено</q>», — <c>сказал</c> <s>Горан Велеш</s> в интервью газете "
            "«Тарская весть», пишет «Тарская весть».",
            ["Тарская весть"],
        ),
    ],
)
def test_a_link_is_named_once_and_without_its_verb(text: str, chain: list[str]) -> None:
    """A chain has an outlet once, whatever noun or verb stands beside its name in quotes."""
    assert [mention.name for mention in said(text, "ru")[-1].via] == chain


OFFICES = [
    # language, text, name, kind of the last statement; published on 5 April 2023
    ("en", "<q>It is over</q>, <c>said</c> <s>the French president</s>.", "Emmanuel Macron", "person"),
    ("en", "<q>It is over</q>, <c>said</c> <s>Macron's spokesman</s>.", "Macron's spokesman", "office"),
    ("en", "<q>It is over</q>, <c>said</c> <s>the NATO chief</s>.", "Jens Stoltenberg", "person"),
    ("en", "Mark Rutte met Irena Dalkova. <q>It is over</q>, <c>said</c> <s>the NATO chief</s>.", "Jens Stoltenberg", "person"),
    ("en", "In Tarsk, Defence Minister Goran Velesh waited. <q>It is over</q>, <c>said</c> <s>the British defence secretary</s>.", "Ben Wallace", "person"),
    ("en", "Britain's Defence Secretary Goran Velesh waited. <q>It is over</q>, <c>said</c> <s>the British defence secretary</s>.", "Goran Velesh", "person"),
    ("en", "<q>It is over</q>, <c>said</c> <s>a Kremlin official</s>.", "a Kremlin official", "unnamed"),
    ("en", "<q>It is over</q>, <c>said</c> <s>the spokesman of the Chinese foreign ministry</s>.", "the spokesman of the Chinese foreign ministry", "office"),
    ("fr", "<q>C'est fini</q>, <c>a dit</c> <s>la ministre allemande des Affaires étrangères</s>.", "Annalena Baerbock", "person"),
    ("de", "<q>Es ist vorbei</q>, <c>sagte</c> <s>der deutsche Kanzler</s>.", "Olaf Scholz", "person"),
    ("ru", "Макрон не ответил на вопрос. <q>Всё кончено</q>, <c>заявил</c> <s>президент</s>.", "Emmanuel Macron", "person"),
    ("ru", "Макрон и Дуда встретились. <q>Всё кончено</q>, <c>заявил</c> <s>президент</s>.", "президент", "office"),
    ("ru", "<c>По словам</c> <s>губернатора Тарской области</s>, <q>всё кончено</q>.", "губернатор Тарской области", "office"),
    ("uk", "<q>Усе скінчено</q>, <c>заявив</c> <s>міністр оборони Велмори</s>.", "міністр оборони Велмори", "office"),
    ("de", "<s1>Ostlinds Außenminister Jonas Hedrik</s1> <c1>sagte</c1>, <q1>nein</q1>. <q2>Es ist vorbei</q2>, <c2>so</c2> <s2>der Minister</s2>.", "Jonas Hedrik", "person"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "name", "kind"), OFFICES)
def test_an_office_finds_its_holder_on_the_day(
    language: str, text: str, name: str, kind: str
) -> None:
    """The article's own words first, then the dated list; where neither knows, the office stays."""
    speaker = said(text, language)[-1].speaker
    assert (speaker.name, speaker.kind) == (name, kind), speaker


def test_the_day_of_saying_counts_and_not_that_of_publication() -> None:
    """A holder who has gone since is still who spoke then."""
    text = "<q>It is over</q>, <s>the British prime minister</s> <c>said</c> on 4 October 2022."
    assert said(text)[-1].speaker.name == "Liz Truss"
    assert said(text, dated=False)[-1].speaker.name == "Liz Truss"
    handover = (
        "<q>It is over</q>, <s>the British prime minister</s> <c>said</c> on 25 October 2022."
    )
    assert said(handover)[-1].speaker.kind is SpeakerKind.OFFICE


def test_a_source_without_a_name_is_never_an_office_holder() -> None:
    """ "A senior official" stays nobody, whatever office is near."""
    text = (
        "<q>It is over</q>, <c>said</c> <s>a senior official of the Russian defence ministry</s>."
    )
    assert said(text)[-1].speaker.kind is SpeakerKind.UNNAMED


def test_who_goes_on_is_heard_through_the_same_outlet() -> None:
    """A pronoun in the next sentence takes the chain up; a name begins anew."""
    quoted = (
        "<s1>Milos Tarn</s1>, quoted by Reuters, <c1>said</c1> <q1>not yet</q1>. "
        "<q2>It is late</q2>, <s2>{}</s2> <c2>added</c2>."
    )
    assert [m.name for m in said(quoted.format("he"))[-1].via] == ["Reuters"]
    assert said(quoted.format("Milos Tarn"))[-1].via == ()


def test_an_outlet_is_no_link_in_its_own_chain() -> None:
    """What an outlet says of itself is its credit line."""
    statement = said("<q>It is over</q>, <s>Milos Tarn</s> <c>told</c> the Tarsk Courier.")[-1]
    assert statement.via == ()


def test_a_forwarded_post_begins_its_chain_with_its_origin() -> None:
    """The channel that a post was forwarded from is the outermost intermediary."""
    (statement,) = said(
        "<q>It is over</q>, <s>Milos Tarn</s> <c>said</c>, as reported by Halden Wire.",
        origin="Quor Channel",
    )
    assert [m.name for m in statement.via] == ["Quor Channel", "Halden Wire"]


DAYS = [
    ("en", "<s>Goran Velesh</s> <c>said</c> on Monday <q>the bridge would open on 1 March</q>.", "2023-04-03"),
    ("en", "<s>Goran Velesh</s> <c>said</c> <q>the bridge opened on 1 March</q>.", None),
    ("en", "<s>Goran Velesh</s> <c>said</c> <q>no</q>; the bridge opens on 1 July 2023.", None),
    ("en", "<s1>Goran Velesh</s1> <c1>said</c1> on Monday <q1>not yet</q1>. <q2>Never</q2>, <s2>he</s2> <c2>added</c2>.", "2023-04-03"),
    ("en", "<s1>Goran Velesh</s1> <c1>said</c1> on Monday <q1>not yet</q1>. <q2>Never</q2>, <s2>Milos Tarn</s2> <c2>added</c2>.", None),
    ("fr", "Le 4 avril, <s>Goran Velesh</s> <c>a dit</c> <q>que tout va bien</q>.", "2023-04-04"),
    ("de", "<q>Es ist vorbei</q>, <c>sagte</c> <s>Jonas Hedrik</s> am Dienstag.", "2023-04-04"),
    ("ru", "<q>Всё кончено</q>, <c>заявил</c> в понедельник <s>Горан Велеш</s>.", "2023-04-03"),
    ("uk", "<q>Усе скінчено</q>, <c>заявив</c> 3 квітня <s>Горан Велеш</s>.", "2023-04-03"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "day"), DAYS)
def test_the_day_is_the_one_the_article_fixes(language: str, text: str, day: str | None) -> None:
    """A date beside the cue counts, one inside the content or in the future does not."""
    found = said(text, language)[-1].said_on
    assert (found.start.isoformat() if found and found.start else None) == day
    if found is not None:
        assert found.start == found.end


ELSEWHERE = "<s2>Goran Velesh</s2> <c2>said</c2> on 3 April <q2>that it is over</q2>."


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("<s1>Velesh</s1> <c1>accused</c1> <q1>Ostlind of arming rebels on 3 April</q1>. ", 3),
        ("<s1>Velesh</s1> <c1>accused</c1> <q1>Ostlind of arming rebels on 2 April</q1>. ", None),
        ("<s1>Hedrik</s1> <c1>accused</c1> <q1>Ostlind of arming rebels on 3 April</q1>. ", None),
        ("<s1>Velesh</s1> <c1>said</c1> that <q1>Ostlind armed rebels on 3 April</q1>. ", None),
    ],
)
def test_a_closing_date_counts_where_the_speaker_spoke_on_that_day(
    text: str, day: int | None
) -> None:
    """A date that may be of the deed or of the saying is of the saying if the article says so."""
    found = said(text + ELSEWHERE)[0].said_on
    assert (found.start.day if found and found.start else None) == day
    assert found is None or found.doubt


def test_an_undated_article_fixes_no_weekday() -> None:
    """Where publication is unknown, "on Monday" is no date; one with its year still is."""
    text = "<s>Goran Velesh</s> <c>said</c> on Monday <q>no</q>."
    assert said(text, dated=False)[0].said_on is None
    (statement,) = said("<s>Velesh</s> <c>said</c> on 3 May 2022 <q>no</q>.", dated=False)
    assert statement.said_on is not None
    assert statement.said_on.start == date(2022, 5, 3)


def test_ids_come_from_the_content_alone() -> None:
    """The same content at the same place has the same id whatever source and cue were found."""
    plain, (attribution,) = marked("<s>Tarn</s> <c>said</c> <q>no</q>.")
    (statement,) = resolve(article(plain), [attribution], "test").statements
    bare = Attribution((), (), attribution.content)
    (other,) = resolve(article(plain), [bare], "test").statements
    assert statement.id == other.id == statement_id("a-test", attribution.content)


_WORDS = ["Goran", "Velesh", "he", "said", "the", "minister", "Halden", "Wire", "on", "Monday", "."]


@st.composite
def _scenes(draw: st.DrawFn) -> tuple[str, list[Attribution]]:
    text = " ".join(draw(st.lists(st.sampled_from(_WORDS), min_size=6, max_size=40)))
    places = st.integers(0, len(text) - 1)
    attributions = []
    for _ in range(draw(st.integers(0, 6))):
        spans = []
        for _ in range(3):
            start = draw(places)
            spans.append(Span(start, draw(st.integers(start + 1, len(text)))))
        source = (spans[0],) if draw(st.booleans()) else ()
        attributions.append(Attribution(source, (spans[1],), (spans[2],)))
    return text, attributions


@settings(deadline=None)  # the first text of a language reads its words
@given(_scenes(), st.sampled_from(["en", "fr", "uk", "ru", "de", None]))
def test_every_attribution_is_kept_or_relays(
    scene: tuple[str, list[Attribution]], language: str | None
) -> None:
    """Each content comes back once, whole or sentence by sentence; only one that holds another
    attribution or states nothing may be missing."""
    text, attributions = scene
    analysis = resolve(article(text, language), attributions, "test")
    kept = {s.attribution.content for s in analysis.statements}
    assert len(analysis.statements) == len(kept)
    for attribution in attributions:
        inside = any(
            piece.contains(span) and other is not attribution
            for other in attributions
            for piece in attribution.content
            for span in other.content
        )
        ((start, end),) = {(piece.start, piece.end) for piece in attribution.content}
        parts = [s for (s, *_) in kept if start <= s.start and s.end <= end]
        covered = parts and (min(s.start for s in parts), max(s.end for s in parts)) == (start, end)
        (stating,) = states([attribution], text, language)
        assert covered or inside or not stating
    assert all(s.speaker.reason for s in analysis.statements)


@settings(deadline=None)
@given(_scenes(), st.randoms())
def test_the_order_of_attributions_does_not_matter(
    scene: tuple[str, list[Attribution]], random: object
) -> None:
    """The analysis is a function of the set of attributions."""
    text, attributions = scene
    shuffled = list(attributions)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert resolve(article(text), attributions, "t") == resolve(article(text), shuffled, "t")


def test_who_quotes_a_minister_is_not_the_minister() -> None:
    """A role inside somebody's saying is not the one who says it."""
    statements = said(
        "<s1>Milos Tarn</s1> <c1>recalled</c1> that <q1>all had been told in good time and "
        "<s2>the defence minister</s2> had <c2>said</c2> that <q2>trucks must wait</q2></q1>."
    )
    inner = next(s for s in statements if s.via)
    assert inner.speaker.kind is SpeakerKind.OFFICE


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("<s>Goran Velesh</s> <c>denied</c> that <q>the depot had burnt</q>.", Act.DENY),
        ("<s>Goran Velesh</s> <c>said</c> that <q>Ostlind must return the ship</q>.", Act.DEMAND),
        (
            "<s>Analysts at the Institute for Border Studies</s> <c>said</c> that "
            "<q>Kareth will leave the pact</q>.",
            Act.FORECAST,
        ),
    ],
)
def test_a_statement_tells_what_is_done_in_saying_it(text: str, act: Act) -> None:
    """Cue, content and the speaker's trade together give the act."""
    plain, attributions = marked(text)
    (statement,) = resolve(article(plain), attributions, "v").statements
    assert statement.act is act


def test_what_others_say_inside_makes_no_act() -> None:
    """The words of an inner saying are not the outer speaker's."""
    plain, attributions = marked(
        "<s1>Milos Tarn</s1> <c1>said</c1> <q1>the winter was mild in the whole country, and "
        "<s2>Jonas Hedrik</s2> <c2>said</c2> <q2>Velmora must pay</q2></q1>."
    )
    acts = {s.speaker.name: s.act for s in resolve(article(plain), attributions, "v").statements}
    assert acts == {"Milos Tarn": Act.ASSERT, "Jonas Hedrik": Act.DEMAND}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("<q>Порт откроют</q>, <c>заявил</c> <s>глава Минфина Тарнов</s>.", "Тарнов", "person"),
        ("<q>Порт откроют</q>, — <s>спикер Госдумы Велешов</s>.", "Велешов", "person"),
        (
            "<q>Порт откроют</q>, <c>заявил</c> <s>глава компании «Тарскпорт»</s>. Ранее компания"
            " закрыла мост. <q2>Мост опасен</q2>, <c2>сообщила</c2> <s2>компания</s2>.",
            "Тарскпорт",
            "organisation",
        ),
    ],
)
def test_who_holds_an_office_at_a_body_is_a_person(text: str, name: str, kind: str) -> None:
    """The name behind "глава Минфина" is no part of the ministry's; "Earlier" is of none."""
    speaker = said(text, "ru")[-1].speaker
    assert (speaker.name, speaker.kind.value) == (name, kind)


@pytest.mark.parametrize(
    "text",
    [
        ("<q>Порт закрыт</q>, передает Halden Wire <c>со ссылкой на</c> <s>рыбаков</s>."),
        ("Газета Halden Wire утверждает, ссылаясь на <s>рыбаков</s>, что <q>порт закрыт</q>."),
    ],
)
def test_the_verb_beside_an_outlet_is_no_part_of_its_name(text: str) -> None:
    """An outlet is called without what it does."""
    names = [one.name for one in said(text, "ru")[-1].via]
    assert names
    assert not [name for name in names if "перед" in name or "утверж" in name]


@pytest.mark.parametrize("outlet", ["Белта", "Медуза"])
def test_an_outlet_of_one_word_is_no_person(outlet: str) -> None:
    """What stands alone like a surname, or a common noun, is the outlet that is called so."""
    (one,) = said(f"<q>Порт откроют</q>, <c>пишет</c> <s>{outlet}</s>.", "ru")
    assert (one.speaker.name, one.speaker.kind) == (outlet, SpeakerKind.ORGANISATION)


def test_a_rank_behind_a_comma_names_who_speaks_for_a_body() -> None:
    """Whatever body stands before it, an admiral by name is the speaker."""
    (one,) = said(
        "<q>Мост закрыт</q>, <c>сказал</c> <s>представитель Портового командования (PORTCOM), "
        "контр-адмирал Веленов</s>.",
        "ru",
    )
    assert (one.speaker.name, one.speaker.kind) == ("Веленов", SpeakerKind.PERSON)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Горан Велеш молчал. <s>Чем</s> это <c>грозит</c> <q>порту и городу</q>?"),
        ("uk", "Горан Велеш мовчав. <s>Чим</s> це <c>загрожує</c> <q>порту і місту</q>?"),
    ],
)
def test_a_word_that_points_at_something_else_names_nobody(language: str, text: str) -> None:
    """Of "what does this threaten" nobody is the speaker, nor is whoever was named before."""
    speaker = said(text, language)[-1].speaker
    assert (speaker.name, speaker.kind) == ("", SpeakerKind.UNNAMED)


@pytest.mark.parametrize(
    "text",
    [
        "Основатель верфи Илон Тарн предложил мост. <s>Он</s> <c>обещает</c> <q>открыть порт</q>.",
        "Канцлер Австрии Тарн подал иск. По <s>его</s> <c>словам</c>, <q>порт закрыт</q>.",
        "Политика Соединённых Штатов ошибочна, считает Милош Тарн. <s>Он</s> <c>написал</c>:"
        " «<q>порт закрыт</q>».",
    ],
)
def test_he_is_the_only_person_named(text: str) -> None:
    """A name that reads as several women's is a man's; a country is nobody, but has a chancellor."""
    assert said(text, "ru")[-1].speaker.name in ("Илон Тарн", "Милош Тарн", "Тарн")
