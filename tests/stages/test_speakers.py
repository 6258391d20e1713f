"""Who is who across articles and languages."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import count

from hypothesis import given, settings
from hypothesis import strategies as st

from redite.stages.speakers import Identified, identify
from redite.values import Article, Attribution, Mention, Span, SpeakerKind, Statement

PERSON, ORGANISATION = SpeakerKind.PERSON, SpeakerKind.ORGANISATION
OFFICE, UNNAMED = SpeakerKind.OFFICE, SpeakerKind.UNNAMED


def article(key: str, language: str, publisher: str = "Tarsk Courier") -> Article:
    """Return an article of which only language and publisher matter."""
    day = datetime(2023, 4, 5, tzinfo=UTC)
    return Article(
        key, None, None, publisher, day, True, None, language, None, "x", (), None, day, "test"
    )


ARTICLES = {code: article(code, code) for code in ("en", "fr", "uk", "ru", "de")}
ARTICLES["other"] = article("other", "en", "Hallen Post")


def statement(
    number: int, name: str, kind: SpeakerKind = PERSON, language: str = "en", *via: Mention
) -> Statement:
    """Return a statement of which only the speakers matter."""
    attribution = Attribution((), (), (Span(number, number + 1),))
    mention = Mention(name, kind, name, "test")
    return Statement(f"s-{number:03}", language, 0, attribution, mention, via)


def grouped(*names: str, kind: SpeakerKind = PERSON) -> list[set[str]]:
    """Return which of `names` were taken for one speaker."""
    numbers = count()
    statements = [statement(next(numbers), name, kind) for name in names]
    found = identify(statements, ARTICLES)
    groups: dict[str, set[str]] = {}
    for one in statements:
        groups.setdefault(found[one.id].speaker.id, set()).add(one.speaker.name)
    return sorted(groups.values(), key=min)


def test_spellings_of_one_person_are_one_speaker() -> None:
    """Scripts and romanisations of five languages meet; the Latin, English one is printed."""
    statements = [
        statement(1, "Goran Velesh", PERSON, "en"),
        statement(2, "Gorane Velech", PERSON, "fr"),
        statement(3, "Горан Велеш", PERSON, "ru"),
        statement(4, "Goran Welesch", PERSON, "de"),
        statement(5, "Горан Велеш", PERSON, "uk"),
    ]
    found = {one.speaker for one in identify(statements, ARTICLES).values()}
    assert [speaker.name for speaker in found] == ["Goran Velesh"]


def test_a_surname_joins_the_only_person_who_bears_it() -> None:
    """A surname, an initial, a patronymic add nothing new where one bearer is known."""
    assert grouped("Goran Velesh", "Велеш", "G. Velesh", "Велеш Горан Иванович") == [
        {"Goran Velesh", "Велеш", "G. Velesh", "Велеш Горан Иванович"}
    ]


def test_a_surname_with_two_bearers_stays_alone() -> None:
    """A wrong merge is worse than a missed one."""
    assert grouped("Goran Velesh", "Pavlo Velesh", "Velesh") == [
        {"Goran Velesh"},
        {"Pavlo Velesh"},
        {"Velesh"},
    ]


def test_his_surname_is_not_hers() -> None:
    """A man's form of a surname does not join a woman."""
    assert grouped("Irena Dalkova", "Dalkov") == [{"Dalkov"}, {"Irena Dalkova"}]


def test_different_given_names_are_different_people() -> None:
    """Sharing a surname, or the consonants of a given name, is not enough."""
    assert grouped("Anna Dalkova", "Inna Dalkova") == [{"Anna Dalkova"}, {"Inna Dalkova"}]


def test_anonymous_sources_are_never_merged() -> None:
    """Two papers' "senior official" may be two officials."""
    statements = [statement(n, "a senior official", UNNAMED) for n in range(3)]
    assert len({one.speaker.id for one in identify(statements, ARTICLES).values()}) == 3


def test_an_office_is_one_within_a_publisher_only() -> None:
    """Equal words in one outlet mean one office, in another outlet perhaps another country's."""
    statements = [
        statement(1, "the interior minister", OFFICE, "en"),
        statement(2, "The interior minister", OFFICE, "en"),
        statement(3, "the interior minister", OFFICE, "other"),
    ]
    ids = [one.speaker.id for one in identify(statements, ARTICLES).values()]
    assert ids[0] == ids[1] != ids[2]


def test_a_short_form_joins_the_body_that_explains_it() -> None:
    """ "IBS" is the institute where an article says so; the full name is printed."""
    statements = [
        statement(1, "Institute for Border Studies (IBS)", ORGANISATION, "en"),
        statement(2, "IBS", ORGANISATION, "uk"),
        statement(3, "Институт изучения границ (IBS)", ORGANISATION, "ru"),
    ]
    (speaker,) = {one.speaker for one in identify(statements, ARTICLES).values()}
    assert speaker.name == "Institute for Border Studies"


def test_a_short_form_explained_in_two_ways_joins_nobody() -> None:
    """Where two bodies share their initials, each stays by itself."""
    names = ("Institute for Border Studies (IBS)", "Interior Bank of Sarn (IBS)", "IBS")
    assert len(grouped(*names, kind=ORGANISATION)) == 3


def test_intermediaries_are_speakers_too() -> None:
    """A body has one id whether it speaks or passes on."""
    wire = Mention("Halden Wire", ORGANISATION, "Halden Wire", "test")
    statements = [
        statement(1, "Goran Velesh", PERSON, "en", wire),
        statement(2, "Halden Wire", ORGANISATION, "en"),
    ]
    found = identify(statements, ARTICLES)
    assert [speaker.id for speaker in found["s-001"].via] == [found["s-002"].speaker.id]


_NAMES = st.sampled_from(
    "Goran Velesh|Горан Велеш|Velesh|Велеш|Pavlo Velesh|G. Velesh|Irena Dalkova|Ирена Далкова|"
    "Dalkov|Anna Dalkova|Inna Dalkova|Pavlo Kremen|Kremen Pavlo|Милош Тарн|Тарн|Milos B. Tarn|"
    "Milos K. Tarn|IBS|Institute for Border Studies (IBS)|Halden Wire||X|李明".split("|")
)


@st.composite
def _ledgers(draw: st.DrawFn) -> list[Statement]:
    kinds = st.sampled_from(SpeakerKind)
    languages = st.sampled_from(sorted(ARTICLES))
    out = []
    for number in range(draw(st.integers(0, 12))):
        via = [Mention(draw(_NAMES), draw(kinds), "x", "r") for _ in range(draw(st.integers(0, 2)))]
        out.append(statement(number, draw(_NAMES), draw(kinds), draw(languages), *via))
    return out


@settings(deadline=None)  # the first names read the lists
@given(_ledgers(), st.randoms())
def test_order_never_matters(statements: list[Statement], random: object) -> None:
    """Who is who is a function of the set of statements."""
    shuffled = list(statements)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert identify(statements, ARTICLES) == identify(shuffled, ARTICLES)


@settings(deadline=None)
@given(_ledgers())
def test_one_id_has_one_name(statements: list[Statement]) -> None:
    """Every statement is answered, and an id never has two names or two kinds."""
    found: dict[str, Identified] = identify(statements, ARTICLES)
    assert set(found) == {one.id for one in statements}
    faces: dict[str, tuple[str | None, SpeakerKind]] = {}
    for one in statements:
        assert len(found[one.id].via) == len(one.via)
        for speaker in (found[one.id].speaker, *found[one.id].via):
            if speaker.kind is not UNNAMED:
                face = (speaker.name, speaker.kind)
                assert faces.setdefault(speaker.id, face) == face


def test_bare_surname_goes_to_the_bearer_who_is_by_far_the_most_named() -> None:
    """A garbled name that was read once does not split a president in two."""
    names = ["Irena Dalkova"] * 12 + ["Vesna Dalkova", "Dalkova"]
    assert grouped(*names) == [{"Irena Dalkova", "Dalkova"}, {"Vesna Dalkova"}]


def test_bare_surname_of_two_known_people_stays_alone() -> None:
    """Where two are named about as often, nobody can say who is meant."""
    names = ["Irena Dalkova"] * 3 + ["Vesna Dalkova"] * 2 + ["Dalkova"]
    assert len(grouped(*names)) == 3
