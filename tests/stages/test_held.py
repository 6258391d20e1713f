"""Offices and bodies across articles: one in every language, and who holds it by the ledger."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from redite.stages.speakers import identify
from redite.values import Article, Attribution, Mention, Span, Speaker, SpeakerKind, Statement

DAY = datetime(2023, 4, 5, tzinfo=UTC)
ARTICLES = {
    code: Article(
        code, None, None, f"Outlet {code}", DAY, True, None, code, None, "x", (), None, DAY, "test"
    )
    for code in ("en", "fr", "uk", "ru", "de")
}


def speakers(*mentions: tuple[str, str, SpeakerKind, str]) -> list[Speaker]:
    """Return who speaks, for (language, name, kind, words as printed) each."""
    statements = [
        Statement(
            f"s-{number:03}",
            language,
            0,
            Attribution((), (), (Span(number, number + 1),)),
            Mention(name, kind, words, "test"),
        )
        for number, (language, name, kind, words) in enumerate(mentions)
    ]
    found = identify(statements, ARTICLES)
    return [found[one.id].speaker for one in statements]


def offices(*mentions: tuple[str, str]) -> list[Speaker]:
    """Return who speaks, for (language, words of office) each."""
    return speakers(*((code, words, SpeakerKind.OFFICE, words) for code, words in mentions))


def bodies(*mentions: tuple[str, str]) -> set[str]:
    """Return the ids of bodies, for (language, name) each."""
    found = speakers(*((code, n, SpeakerKind.ORGANISATION, n) for code, n in mentions))
    return {speaker.id for speaker in found}


def test_an_office_is_one_in_every_language_and_outlet() -> None:
    """Where the words say whose office it is; "the minister" stays with its outlet."""
    one, other = offices(
        ("en", "the spokesman of the Chinese foreign ministry"),
        ("fr", "la porte-parole de la diplomatie chinoise"),
    )
    assert one.id == other.id
    assert one.kind is SpeakerKind.OFFICE
    one, other = offices(("en", "the minister"), ("de", "der Minister"))
    assert one.id != other.id


def test_the_ledger_itself_tells_who_holds_an_office() -> None:
    """Whoever alone is named with it in any article is who speaks under it in another."""
    person, office = speakers(
        ("en", "Goran Velesh", SpeakerKind.PERSON, "Velmora's Defence Minister Goran Velesh"),
        ("uk", "велморський міністр оборони", SpeakerKind.OFFICE, "велморський міністр оборони"),
    )
    assert office == person


def test_an_office_with_two_holders_on_record_stays_an_office() -> None:
    """A wrong merge is worse than a missed one."""
    *_, office = speakers(
        ("en", "Goran Velesh", SpeakerKind.PERSON, "Velmora's Defence Minister Goran Velesh"),
        ("en", "Milos Tarn", SpeakerKind.PERSON, "Milos Tarn, the defence minister of Velmora"),
        ("ru", "министр обороны Велморы", SpeakerKind.OFFICE, "министр обороны Велморы"),
    )
    assert office.kind is SpeakerKind.OFFICE


@pytest.mark.parametrize(
    "mentions",
    [
        [("en", "Russian MoD"), ("ru", "Минобороны России"), ("ru", "российское Минобороны"),
         ("de", "russische Verteidigungsministerium"), ("fr", "ministère russe de la Défense")],
        [("en", "Pentagon"), ("ru", "Министерство обороны США"), ("fr", "Pentagone")],
        [("en", "Kyiv"), ("ru", "Киев"), ("de", "Ukraine"), ("fr", "Kiev")],
        [("en", "IAEA"), ("ru", "МАГАТЭ"), ("fr", "AIEA"),
         ("en", "International Atomic Energy Agency (IAEA)")],
        [("en", "Velmora's Ministry of Defence"), ("ru", "Министерство обороны Велморы")],
        [("en", "Reuters"), ("ru", "Рейтер")],
    ],
)  # fmt: skip
def test_a_body_is_one_in_every_language(mentions: list[tuple[str, str]]) -> None:
    """Ministries, states by their capitals, and the bodies most in the news."""
    assert len(bodies(*mentions)) == 1


def test_other_ministries_and_countries_stay_apart() -> None:
    """What differs in place or in department is another body."""
    names = [
        ("en", "Russian Ministry of Defence"),
        ("en", "Russian Foreign Ministry"),
        ("en", "Ukrainian Ministry of Defence"),
        ("ru", "Минобороны"),
        ("en", "Moscow"),
        ("en", "Russian government"),
        ("en", "Kremlin"),
    ]
    assert len(bodies(*names)) == len(names)
