"""What a phrase names, by rules over its words; the first that fits decides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum, auto

from redite.lang.speakers import Speakers
from redite.names.given import is_given, sex_of
from redite.offices import is_listed_surname
from redite.text.heads import head_of
from redite.text.nominals.bodies import body_name, is_generic, is_outlet, known_body
from redite.text.nominals.runs import name_runs
from redite.text.nominals.sexes import sex_told
from redite.text.nominals.words import QUOTED, Token, data_for, in_any, in_quotes, tokens
from redite.text.nominative import (
    LANGUAGES,
    gender_of,
    is_animate_noun,
    is_dependent,
    is_given_name,
    is_no_name,
    is_place,
    is_plural_noun,
    nominative,
    readings,
)
from redite.text.places import find_places
from redite.values import Span

_LONGEST = 300
_ACRONYM = 4
_DEPARTMENT = 3
"""Words that say of what somebody is the minister."""


class Sort(StrEnum):
    """What a noun phrase is, before the article is asked."""

    NOBODY = auto()
    OURSELVES = auto()
    """The outlet speaks of itself ("we", "our analysts")."""
    PRONOUN = auto()
    PERSON = auto()
    ORGANISATION = auto()
    GENERIC = auto()
    """A body named before ("the ministry")."""
    MEMBERS = auto()
    """People who speak for a body, here not named ("the analysts")."""
    UNNAMED = auto()
    ROLE = auto()
    DESCRIPTION = auto()
    """A definite description without an office ("der Ostlinder")."""


@dataclass(frozen=True, slots=True)
class Nominal:
    """What a phrase names. `name` is cleaned of titles and roles; empty for pronouns and roles."""

    sort: Sort
    name: str
    gender: str | None = None
    plural: bool = False
    words: tuple[str, ...] = ()
    """The words that say something: no articles, titles or name."""


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A phrase with what the language's lists tell about its words."""

    text: str
    language: str | None
    data: Speakers
    found: list[Token]
    telling: list[Token]
    """The words that say something, at least one."""
    runs: list[Span]
    people: list[Span]
    """Those runs that are names of two words or more, and do not begin a body's name."""
    gender: str | None
    body: tuple[Span, str] | None
    roles: list[Token]
    anonymous: list[Token]
    members: list[Token]
    bodies: list[Token]
    """Nouns that make a phrase an organisation."""

    def one(self, sort: Sort, name: str | None = None) -> Nominal:
        """Return somebody whose gender may show; without a name it is the phrase itself."""
        shown = self.text.strip() if name is None else name
        return Nominal(sort, shown, self.gender, words=self._said())

    def some(self, sort: Sort, *, plural: bool) -> Nominal:
        """Return people that nobody names."""
        return Nominal(sort, self.text.strip(), None, plural, self._said())

    def organisation(self, name: str) -> Nominal:
        """Return the body of that name."""
        return Nominal(Sort.ORGANISATION, name, words=self._said())

    def generic(self) -> Nominal:
        """Return a body that was named before."""
        return Nominal(Sort.GENERIC, self.text.strip(), words=self._said())

    def _said(self) -> tuple[str, ...]:
        return tuple(token.text for token in self.telling)


def read(phrase: str, language: str | None) -> Nominal:
    """Say what `phrase` names."""
    data = data_for(language)
    phrase = _uncapitalised(phrase[:_LONGEST])
    found = tokens(phrase)
    telling = [t for t in found if t.text.casefold() not in data.small_words]
    if found and found[0].text.casefold() in data.we and not any(t.capital for t in telling[1:]):
        return Nominal(Sort.OURSELVES, phrase.strip(), plural=True)
    if len(telling) < 2:
        pronoun = _pronoun(telling or found, data)
        if pronoun is not None or not telling:
            return pronoun or Nominal(Sort.NOBODY, "")
    seen = _seen(phrase, language, found, telling)
    return next(named for rule in _RULES if (named := rule(seen)) is not None)


def _uncapitalised(phrase: str) -> str:
    """Return a headline in capitals with capitals at the heads of words only; acronyms, which
    are short, keep theirs. It stays as long as it was."""
    words = phrase.split(" ")
    if len(words) < 2 or not phrase.isupper() or len(phrase.lower()) != len(phrase):
        return phrase
    return " ".join(word if len(word) <= _ACRONYM else word[0] + word[1:].lower() for word in words)


def _seen(phrase: str, language: str | None, found: list[Token], telling: list[Token]) -> _Phrase:
    data = data_for(language)
    runs = name_runs(phrase, data, language, found)
    full = [s for s in runs if len(s.of(phrase).split()) >= 2 and not in_quotes(phrase, s)]
    bodies = [t for t in telling if t.text in data.organisation_words]
    return _Phrase(
        phrase,
        language,
        data,
        found,
        telling,
        runs,
        [s for s in full if not _heads_body(s, bodies, phrase)],
        _gender(phrase, found, full, language),
        known_body(phrase, telling, data),
        [t for t in telling if data.is_role(t.text) and not _only_body(t, data, language)],
        [t for t in telling if t.text in data.unnamed_words],
        [t for t in telling if t.text in data.member_words],
        bodies,
    )


def _only_body(token: Token, data: Speakers, language: str | None) -> bool:
    """Say whether a noun that begins like an office's is a body's ("секретариат")."""
    return language in LANGUAGES and token.text in data.organisation_words


def _of_a_name(p: _Phrase) -> Nominal | None:
    """Something or somebody of the one named, whom nobody names ("защита Далковой")."""
    if p.language not in LANGUAGES or p.roles or p.bodies or p.body or p.anonymous or p.members:
        return None
    head = head_of([token.text for token in p.found], p.language)
    if head is None or not is_no_name(head.word, p.language):
        return None
    if head.word in p.data.document_words or head.word in p.data.owner_words:
        return None
    after = p.found[head.at].span.end
    name = next((run for run in p.runs if not p.text[after : run.start].strip()), None)
    if name is None or name.start < after or p.text[name.start].isascii():
        return None
    things = not is_animate_noun(head.word, p.language)
    if things or is_dependent(name.of(p.text), head.word, p.language):
        return p.some(Sort.UNNAMED, plural=is_plural_noun(head.word, p.language))
    return None


def _person(p: _Phrase) -> Nominal | None:
    """A full name, unless a body's noun before it makes it part of that body's name."""
    if not p.people:
        return None
    first = p.people[0]
    if _of_somebody(p, first):
        return None
    if _led(p, first) and not _apposed(p.text, first) and not _own_name(p, first):
        return None
    best = _best_person(p.people, p.roles, p.text)
    if is_outlet(p.text, best, p.data) and not p.roles:
        return None
    return p.one(Sort.PERSON, best.of(p.text))


def _members_of_body(p: _Phrase) -> Nominal | None:
    """A body, for which people speak that are not named."""
    if not p.members:
        return None
    if p.body or p.bodies:
        if p.roles and p.roles[0].span.start < p.members[0].span.start:
            return None
        return p.organisation(body_name(p.text, p.telling, p.data, p.body))
    name = QUOTED.search(p.text)
    return _quoted_body(p, name.group(1)) if name and not p.roles else None


def _quoted_body(p: _Phrase, name: str) -> Nominal:
    return p.organisation(p.data.bodies.get(name.casefold(), name))


def _unnamed(p: _Phrase) -> Nominal | None:
    """Somebody anonymous, or members of a body that is not named here."""
    if p.anonymous and not _body_first(p.anonymous[0], p.bodies, p.body, p.text):
        if p.members and len(p.telling) == 1:
            return p.some(Sort.MEMBERS, plural=True)
        return p.some(Sort.UNNAMED, plural=_plural(p.text))
    if p.members and not p.roles:
        return p.some(Sort.MEMBERS if len(p.telling) == 1 else Sort.UNNAMED, plural=True)
    return None


def _holder(p: _Phrase) -> Nominal | None:
    """A surname behind an office and the body that it is held in ("глава «Тарскнефти» Велеш")."""
    if not p.roles or not p.runs or p.language not in LANGUAGES:
        return None
    name, role = p.runs[-1], p.roles[-1]
    if _led(p, name):
        return None
    gap = p.text[role.span.end : name.start]
    bodies = [
        w
        for w in gap.split()
        if w in p.data.organisation_words or w.isupper() or _place(w, p.language)
    ]
    left = [w for w in QUOTED.sub(" ", gap).split() if w not in bodies]
    # "Министр обороны Велеш", but no "представитель из Тарска".
    said = [w for w in left if not w.islower() or w in p.data.linking_words | p.data.small_words]
    if (
        not gap.strip()
        or said
        or len(left) > _DEPARTMENT
        or name.end < len(p.text.rstrip())
        or gap.strip() == ","
    ):
        return None
    word = name.of(p.text)
    declined = is_dependent(word, role.text, p.language) or is_no_name(word, p.language)
    return None if declined else p.one(Sort.PERSON, word)


def _place(word: str, language: str | None) -> bool:
    return bool(find_places(word, language)) or is_place(word, language)


def _office(p: _Phrase) -> Nominal | None:
    """A role that stands before any body, and before no single name of whoever holds it."""
    if not p.roles:
        return None
    if p.found[0].text.casefold() in p.data.single and not p.runs:
        return p.some(Sort.UNNAMED, plural=False)
    at = p.roles[0].span.start
    if (p.bodies and at > p.bodies[0].span.start) or (p.body and at > p.body[0].start):
        return None
    if _alone_capital(p.runs, p.roles, p.text, p.language) and not _of_holder(p):
        return None
    sex = sex_told([token.text for token in p.found], p.language)
    return replace(p.one(Sort.ROLE), gender=sex)


def _one_of_a_body(p: _Phrase) -> Nominal | None:
    """Somebody in a body who is not named ("a clerk at the district court")."""
    if p.found[0].text.casefold() not in p.data.single or not p.bodies:
        return None
    before = [t.text.casefold() for t in p.found if t.span.end <= p.bodies[0].span.start]
    in_it = any(word in p.data.linking_words for word in before[1:])
    of_it = p.telling[0] is not p.bodies[0] and p.telling[0].text not in p.data.document_words
    return p.some(Sort.UNNAMED, plural=False) if in_it and of_it else None


def _body(p: _Phrase) -> Nominal | None:
    """A body by its name, or one named before ("the ministry")."""
    if p.bodies or p.body:
        plain = [t for t in p.telling if t.text not in p.data.document_words]
        if not p.body and is_generic(plain, p.text, p.data):
            return p.generic()
        return p.organisation(body_name(p.text, p.telling, p.data, p.body))
    if all(t.text in p.data.document_words for t in p.telling):
        return p.generic()
    return None


def _single_name(p: _Phrase) -> Nominal | None:
    """A surname alone, a quoted name, or a capital that is no name at all."""
    if not p.runs:
        return None
    run = p.runs[-1]
    before = [t for t in p.found if t.span.end <= run.start]
    if not p.roles and _is_common(p.text, run, p.found, p.language):
        return _described(p)
    for name in QUOTED.finditer(p.text):
        if name.start(1) <= run.start and run.end <= name.end(1):
            return _quoted_body(p, name.group(1))
    if not p.roles and _never_before_names(p, before, run):
        called = p.text[run.start : p.telling[-1].span.end] if len(before) < 2 else run.of(p.text)
        return p.organisation(nominative(called, p.language))
    if not p.roles and before and before[-1].capital and _is_adjective(before[-1].text, p.data):
        return p.organisation(p.text[before[-1].span.start : run.end])
    return p.one(Sort.PERSON, run.of(p.text))


def _never_before_names(p: _Phrase, before: list[Token], run: Span) -> bool:
    """Say whether a word stands right before a capital that stands before nobody's name."""
    elided = p.text[: run.start].casefold().strip().replace("’", "'") in ("l'", "d'")
    return elided or bool(before and before[-1].text.casefold() in p.data.placing)


def _is_adjective(word: str, data: Speakers) -> bool:
    return word.casefold().endswith(data.adjective_endings or ("\0",))


def _nameless(p: _Phrase) -> Nominal | None:
    """A role behind a body, a quoted name without capitals, an acronym."""
    if p.roles:
        return p.one(Sort.ROLE)
    if name := QUOTED.search(p.text):
        return p.organisation(name.group(1))
    acronym = next((t.text for t in p.telling if t.acronym), None)
    return None if acronym is None else p.organisation(acronym)


def _described(p: _Phrase) -> Nominal:
    """Somebody known ("the diplomat"), a body, or nobody by name: common nouns.

    One noun takes up somebody; with more beside it the phrase is no pronoun any more, but a body
    ("the maritime chamber") or, where it begins like one of several, somebody unnamed.
    """
    first = p.telling[0]
    before = [t.text.casefold() for t in p.found if t.span.end <= first.span.start]
    if any(word in p.data.neuter for word in before):
        return p.organisation(p.text[first.span.start :].strip())
    if first.text in p.data.taking_up_words and len(p.telling) == 1:
        return p.one(Sort.DESCRIPTION)
    if not before or any(word in in_any("single") for word in before):
        return p.one(Sort.UNNAMED)
    several = any(word in p.data.plural_articles for word in before)
    several = several or is_plural_noun(first.text, p.language)
    if several or first.text.endswith(p.data.plural_nouns or ("\0",)):
        return p.some(Sort.DESCRIPTION, plural=True)
    sex = "f" if before[-1] in p.data.female_articles else None
    sex = sex or ("m" if before[-1] in p.data.male_articles else None)
    return replace(p.one(Sort.DESCRIPTION), gender=p.gender or sex)


_RULES: tuple[Callable[[_Phrase], Nominal | None], ...] = (
    _of_a_name,
    _person,
    _members_of_body,
    _unnamed,
    _holder,
    _office,
    _one_of_a_body,
    _body,
    _single_name,
    _nameless,
    _described,
)
"""The first that fits says what the phrase names; the last one always does."""


# --- what the rules ask --------------------------------------------------------------------------


def _pronoun(found: list[Token], data: Speakers) -> Nominal | None:
    for token in found:
        word = token.text.casefold()
        if word.startswith("t-"):  # a-t-il
            word = word.removeprefix("t-")
        if word in data.it:
            return Nominal(Sort.GENERIC, "")
        for forms, gender, plural in (
            (data.he, "m", False),
            (data.she, "f", False),
            (data.they, None, True),
        ):
            if word in forms and not (token.capital and token.acronym):
                return Nominal(Sort.PRONOUN, "", gender, plural)
        if word in data.relative or word in data.whose:
            return Nominal(Sort.PRONOUN, "")
    return None


def _is_common(phrase: str, run: Span, found: list[Token], language: str | None) -> bool:
    """Say whether one capital word is no name: where it stands tells, or the dictionary.

    It belongs to the noun before it ("eine Mutter aus Lipnov"), or begins a sentence.
    """
    data = data_for(language)
    if " " in phrase[run.start : run.end].strip() or in_quotes(phrase, run):
        return False
    word = phrase[run.start : run.end]
    before = [t for t in found if t.span.end <= run.start]
    behind = [t for t in found if t.span.start >= run.end]
    heads = [t for t in before if t.text.casefold() not in data.small_words]
    if heads and before and before[-1].text.casefold() in data.linking_words:
        return True
    if (
        data.determiners  # in a language where every noun has a capital
        and before
        and (
            before[-1].text.casefold() in data.determiner_words
            or (heads and heads[-1] is before[-1] and not before[-1].capital)
        )
    ):
        return True
    if not before and behind and not behind[0].capital and not data.determiners:
        gap = phrase[run.end : behind[0].span.start]
        if not gap.strip() and behind[0].text.casefold() not in data.small_words:
            return not is_given_name(word, language)
    return is_no_name(word, language) and not is_listed_surname(word)


def _best_person(people: list[Span], roles: list[Token], phrase: str) -> Span:
    """Return the name beside its role: what stands before is a place or a body."""
    if not roles:
        return people[0]
    before_role = [p for p in people if p.end <= roles[0].span.start]
    if before_role and "," in phrase[before_role[0].end : roles[0].span.start]:
        return before_role[0]
    after = [p for p in people if p.start >= roles[0].span.end]
    return after[-1] if after else people[0]


def _of_somebody(p: _Phrase, name: Span) -> bool:
    """Say whether a phrase means somebody else, who belongs to the one named ("her lawyer")."""
    head = p.telling[0]
    if head.span.start >= name.start or _apposed(p.text, name):
        return False
    before = [t.text.casefold() for t in p.found if t.span.end <= name.start]
    if head.text in p.data.unnamed_words and not p.data.is_role(head.text) and len(before) > 1:
        return True
    anonymous = any(token.span.end <= name.start for token in p.anonymous)
    if anonymous and before[-1] in p.data.linking_words:
        return True
    given = name.of(p.text).split()[0]
    if before[-1] in p.data.linking_words and is_given(given) and not p.bodies:
        return True
    nearest = [t for t in p.telling if t.span.end <= name.start][-1]
    named = nearest.capital and not p.data.is_role(nearest.text)
    if named or not (is_given(given) or is_given_name(given, p.language)):
        return False
    return is_dependent(name.of(p.text), nearest.text, p.language)


def _of_holder(p: _Phrase) -> bool:
    """Say whether the last of several offices only tells whose the first is ("an adviser to
    President Dalkova")."""
    first, last = p.roles[0], p.roles[-1]
    if first is last:
        return False
    between = [t for t in p.found if first.span.end <= t.span.start < last.span.start]
    linked = any(t.text.casefold() in p.data.linking_words for t in between)
    if linked:
        return between[-1].text.casefold() in p.data.linking_words | p.data.small_words
    return not between and is_dependent(last.text, first.text, p.language)


def _led(p: _Phrase, name: Span) -> bool:
    """Say whether a noun for a body stands before a name, with none but its holder's title between
    ("the administration of President Irena Dalkova")."""
    if not p.bodies or p.bodies[0].span.start > name.start:
        return False
    head = head_of([token.text for token in p.found], p.language)
    if head is not None and is_animate_noun(head.word, p.language):
        return False  # "смотритель порта Милос Тарн"
    if not p.roles:
        return True
    role = p.roles[0]
    between = [t for t in p.found if p.bodies[0].span.end <= t.span.start < role.span.start]
    gap = p.text[p.bodies[0].span.end : role.span.start]
    if role.span.start < p.bodies[0].span.end or role.span.start > name.start or "," in gap:
        return False
    linked = bool(between) and all(t.text.casefold() in p.data.small_words for t in between)
    read = [one for one in readings(role.text, p.language) if one.noun]
    return linked or (
        bool(read) and not any("nomn" in one.cases and not one.plural for one in read)
    )


def _own_name(p: _Phrase, name: Span) -> bool:
    """Say whether a name behind a body's is no part of it: it is in the nominative."""
    words = name.of(p.text)
    first = words.split()[0]
    # "Джо" is the same in every case and tells nothing.
    told = not any("gent" in one.cases and not one.plural for one in readings(first, p.language))
    return told and is_given_name(first, p.language) and nominative(words, p.language) == words


def _heads_body(name: Span, cues: list[Token], phrase: str) -> bool:
    """Say whether a run of capitals only begins a body's name ("British Defence Ministry")."""
    return any(
        cue.capital and cue.span.start > name.end and not phrase[name.end : cue.span.start].strip()
        for cue in cues
    )


def _apposed(phrase: str, name: Span) -> bool:
    return phrase[: name.start].rstrip().endswith(",")


def _alone_capital(runs: list[Span], roles: list[Token], phrase: str, language: str | None) -> bool:
    """Say whether a single name follows the role directly ("President Dalkova").

    A declined name after a role that is not belongs to somebody else ("советник Далковой").
    """
    related = roles[-1].text in data_for(language).related_words
    return any(
        run.start >= roles[-1].span.end
        and not phrase[roles[-1].span.end : run.start].strip(" ,.")
        and not is_dependent(phrase[run.start : run.end], roles[-1].text, language, related=related)
        for run in runs
    )


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


def _gender(
    phrase: str, found: list[Token], people: list[Span], language: str | None
) -> str | None:
    for person in people[:1]:
        given = phrase[person.start : person.end].split()[0]
        for dictionary in ("ru", "uk"):
            if not given.isascii() and (known := gender_of(given, dictionary)):
                return known
        if (sex := sex_of(given)) is not None:
            return sex
    return sex_told([token.text for token in found], language)
