"""Context links: a marker, and the event that it puts something beside."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redite.lang import languages
from redite.text.context import find_context
from redite.values import Span


def links(text: str, language: str) -> list[tuple[str, str]]:
    """Return marker and event of every link, as printed."""
    return [
        (link.marker[0].of(text), link.event[0].of(text)) for link in find_context(text, language)
    ]


CASES = [
    ("en", "The threat comes amid a rapid advance near Quor.", "a rapid advance near Quor"),
    ("en", "Against the backdrop of naval drills, Velesh spoke of war.", "naval drills"),
    ("en", "His visit coincides with the debate that Ostlind called for.", "the debate"),
    ("en", "The denial came two days after the blast at Hallen.", "the blast at Hallen"),
    ("en", "The statement comes as Ostlind prepares to vote.", "Ostlind prepares to vote"),
    ("fr", "Il menace, sur fond de pourparlers enlisés.", "pourparlers enlisés"),
    ("fr", "À la veille du sommet de Quor, il a menacé.", "sommet de Quor"),
    ("fr", "L’appel survient alors que l’armée vient de quitter Hallen.", "l’armée vient de quitter Hallen"),
    ("fr", "En pleine campagne pour les municipales, il se tait.", "campagne pour les municipales"),
    ("de", "Vor dem Hintergrund der Proteste in Tarsk warnte sie erneut.", "der Proteste in Tarsk"),
    ("de", "Die Warnung fällt mitten in die stockenden Gespräche.", "die stockenden Gespräche"),
    ("de", "Angesichts neuer Angriffe auf Hallen hält er daran fest.", "neuer Angriffe auf Hallen"),
    ("ru", "На фоне учений флота в проливе министр заявил о готовности.", "учений флота в проливе"),
    ("ru", "Накануне визита президента он пригрозил войной.", "визита президента"),
    ("uk", "Заяви пролунали на тлі переговорів про новий бюджет.", "переговорів про новий бюджет"),
    ("uk", "На тлі цієї суперечки міністр знову погрожує.", "цієї суперечки"),
    ("uk", "Це збігається з відведенням військ і новою угодою.", "відведенням військ і новою угодою"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "event"), CASES)
def test_an_event_is_found_as_far_as_it_goes(language: str, text: str, event: str) -> None:
    """Behind a marker the event is found, and ends where the rest of the sentence goes on."""
    assert [found for _, found in links(text, language)] == [event]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "She came home and stood in the middle of the road before the rain came."),
        ("fr", "Le dépôt est en plein air, en pleine nuit il fait froid."),
        ("de", "Mitten in der Stadt steht ein Turm."),
        (
            "de",
            "Wie sie am Vorabend mitgeteilt hatte, war alles ruhig; am Vorabend hatte sie gewarnt.",
        ),
        ("ru", "Накануне министр заявил, что накануне утром всё было тихо."),
        ("uk", "Напередодні він заявив, що напередодні ввечері було тихо."),
        (None, "amid protests"),
    ],
)
def test_what_marks_no_event_is_no_link(language: str | None, text: str) -> None:
    """ "накануне" for "yesterday", a place in the open air, a night: none of these is an event."""
    assert find_context(text, language) == ()


def test_two_events_under_one_marker_are_two_links() -> None:
    """What begins anew behind "and" is an event of its own."""
    text = "Cela coïncide avec l'adhésion d'Ostlind au Pacte et à une nouvelle aide militaire."
    assert links(text, "fr") == [
        ("coïncide avec", "l'adhésion d'Ostlind au Pacte"),
        ("coïncide avec", "une nouvelle aide militaire"),
    ]


def test_a_quoted_name_belongs_to_its_event() -> None:
    """A name in quotation marks does not end the event."""
    assert links("Он сказал это накануне учений «Щит».", "ru") == [("накануне", "учений «Щит»")]


def test_who_speaks_is_no_event() -> None:
    """Behind "the day before" stands who spoke, where the same words name a source."""
    text = "Накануне Минобороны Велморы заявило, что мост закрыт."
    at = text.index("Минобороны")
    source = Span(at, at + len("Минобороны Велморы"))
    assert find_context(text, "ru")
    assert not find_context(text, "ru", [(source,)])
    visit = "Он сказал это накануне визита министра."
    source = Span(visit.index("министра"), visit.index("министра") + 8)
    assert find_context(visit, "ru", [(source,)])


@given(
    st.lists(
        st.sampled_from(
            "amid comes as на тлі переговорів à la veille du , . « ' X и і the".split()
        ),
        max_size=40,
    ).map(" ".join),
    st.sampled_from(languages()),
)
def test_events_stand_in_order_behind_their_markers(text: str, language: str) -> None:
    """Events follow their markers, in text order, apart from each other, inside the text."""
    found = find_context(text, language)
    for link in found:
        assert link.marker[-1].end <= link.event[0].start < link.event[-1].end <= len(text)
    ends = [0, *(link.event[-1].end for link in found)]
    assert all(link.event[0].start >= end for link, end in zip(found, ends, strict=False))
