"""Rules for phrases that name a body, its members, or people that nobody names."""

from __future__ import annotations

from redite.text.heads import subject_behind
from redite.text.nominals.bodies import body_name, is_generic
from redite.text.nominals.capitals import are_several, described
from redite.text.nominals.phrase import Phrase
from redite.text.nominals.sorts import Nominal, Sort
from redite.text.nominals.words import QUOTED, Token, in_any, in_foreign_letters
from redite.text.nominative import are_people, is_body_name, is_somebody
from redite.values import Span


def members_of_body(p: Phrase) -> Nominal | None:
    """A body, for which people speak that are not named."""
    if not p.members:
        return None
    if any(f" {phrase} " in p.text.casefold() for phrase in p.data.cited_by):
        return p.some(Sort.UNNAMED, plural=True)  # "analysts polled by Halden Wire"
    if p.body or p.bodies:
        if p.roles and p.roles[0].span.start < p.members[0].span.start:
            return None
        return p.organisation(body_name(p.text, p.telling, p.data, p.language, p.body))
    if name := QUOTED.search(p.text):
        return p.quoted(name.group(1)) if not p.roles else None
    if len(p.runs) == 1 and in_foreign_letters(p.runs[0].of(p.text), p.language):
        return p.organisation(p.runs[0].of(p.text))  # "журналисты Halden Wire"
    return None


def unnamed(p: Phrase) -> Nominal | None:
    """Somebody anonymous, or members of a body that is not named here."""
    if p.anonymous and not _body_first(p.anonymous[0], p.bodies, p.body, p.text):
        if p.members and len(p.telling) == 1:
            return p.some(Sort.MEMBERS, plural=True)
        return p.some(Sort.UNNAMED, plural=_plural(p.text))
    if p.members and not p.roles:
        return p.some(Sort.MEMBERS if len(p.telling) == 1 else Sort.UNNAMED, plural=True)
    return None


def several(p: Phrase) -> Nominal | None:
    """Several people by a common noun ("врачи больницы"), of whom none is named."""
    if are_several(p.telling[0].text, p.data) and _linked(p):
        return p.some(Sort.UNNAMED, plural=True)
    head = p.head
    if head is None or not are_people(head.word, p.language):
        return None
    if not head.nominative and subject_behind(head, [t.text for t in p.found], p.language):
        return None  # "Этих людей Велеш …"
    return p.some(Sort.UNNAMED, plural=True)


def _linked(p: Phrase) -> bool:
    """Say whether a preposition follows the first word that says something ("doctors at the …")."""
    first = p.telling[0]
    known = (p.data.member_words, p.data.organisation_words, p.data.document_words)
    behind = [t for t in p.found if t.span.start > first.span.start][:1]
    return all(first.text not in words for words in known) and any(
        t.text.casefold() in p.data.linking_words for t in behind
    )


def one_of_a_body(p: Phrase) -> Nominal | None:
    """Somebody in a body who is not named ("a clerk at the district court")."""
    if p.found[0].text.casefold() not in p.data.single or not p.bodies:
        return None
    before = [t.text.casefold() for t in p.found if t.span.end <= p.bodies[0].span.start]
    in_it = any(word in p.data.linking_words for word in before[1:])
    of_it = p.telling[0] is not p.bodies[0] and p.telling[0].text not in p.data.document_words
    return p.some(Sort.UNNAMED, plural=False) if in_it and of_it else None


def body(p: Phrase) -> Nominal | None:
    """A body by its name, or one named before ("the ministry")."""
    if p.bodies or p.body:
        head = p.head
        if head is not None and not p.roles and is_somebody(head.word, p.language):
            return described(p)  # "артистка театра"
        plain = [t for t in p.telling if t.text not in p.data.document_words]
        if not p.body and is_generic(plain, p.text, p.data):
            # "Центробанк" begins like "центр".
            named = is_body_name(plain[0].text, p.language)
            return p.organisation(plain[0].text) if named else p.generic()
        return p.organisation(body_name(p.text, p.telling, p.data, p.language, p.body))
    if all(t.text in p.data.document_words for t in p.telling):
        return p.generic()
    return None


def _body_first(
    anonymous: Token, cues: list[Token], body: tuple[Span, str] | None, phrase: str
) -> bool:
    """Say whether a body heads the phrase, and the anonymous word only belongs to it."""
    starts = [t.span.start for t in cues if t.text != anonymous.text] + (
        [body[0].start] if body else []
    )
    before = [s for s in starts if s < anonymous.span.start]
    if not before:
        return False
    # "Kremlin officials" are anonymous, "the ministry's statement to officials" is not.
    return len(phrase[min(before) : anonymous.span.start].split()) > 3


def _plural(phrase: str) -> bool:
    first = phrase.strip().split()[:1]
    return not (first and first[0].casefold() in in_any("single"))
