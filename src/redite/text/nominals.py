"""What a short noun phrase names: a person, a body, a role, an anonymous source, a pronoun.

`read` looks at one phrase by itself; who a pronoun or a role stands for is decided by
`redite.stages.roster` in the light of the article.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum, auto
from functools import cache, lru_cache

from redite.lang import languages, words
from redite.lang.speakers import Speakers
from redite.offices import is_listed_surname
from redite.text.nominative import (
    gender_of,
    is_common_noun,
    is_dependent,
    is_given_name,
    without_places,
)
from redite.values import Span

_TOKEN = re.compile(r"[^\W_](?:\w|['’ʼ\u0301-](?=\w)|\.(?=\w))*")
_ELISION = re.compile(r"(?:l|d|qu|s|n|j|c|m|t)['’]", re.IGNORECASE)
_QUOTED = re.compile(r"[«„“\"]([^«»„“”\"\n]{2,60})[»“”\"]")
_ACRONYM = re.compile(r"[^\W\d_]{2,8}")
_DEFINITION = re.compile(r"\(([^\W\d_]{2,8})\)")
_PARTICLES = frozenset(
    "al bin da de del den der di du el ibn la le ten van von zu al- фон ван".split()
)
# Where these are small words of the language, as "de la" is in French, they part two names.
_KEPT_PARTICLES = _PARTICLES - frozenset("da de del di du el la le".split())
_LONGEST = 300


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
class Token:
    """One word of a phrase; offsets count in the phrase."""

    text: str
    span: Span

    @property
    def capital(self) -> bool:
        """Say whether it begins with a capital."""
        return self.text[0].isupper()

    @property
    def acronym(self) -> bool:
        """Say whether it is written in capitals throughout ("МИД", "IBS", "U.N")."""
        return is_acronym(self.text)


@dataclass(frozen=True, slots=True)
class Nominal:
    """What a phrase names. `name` is cleaned of titles and roles; empty for pronouns and roles."""

    sort: Sort
    name: str
    gender: str | None = None
    plural: bool = False
    words: tuple[str, ...] = ()
    """The words that say something: no articles, titles or name."""


def is_acronym(word: str) -> bool:
    """Say whether a word is two to eight capitals, with or without full stops."""
    bare = word.replace(".", "")
    return 2 <= len(bare) <= 8 and bare.isupper()


def data_for(language: str | None) -> Speakers:
    """Return the words of `language`; English stands in where the language is not known."""
    return words(language if language in languages() else "en", "speakers", Speakers)


@cache
def _in_any(key: str) -> tuple[str, ...]:
    """Return the entries of one list in all languages: phrases of other languages come too."""
    sections = [words(code, "speakers", Speakers) for code in languages()]
    return tuple(sorted({entry for section in sections for entry in getattr(section, key)}))


@cache
def _list_marks() -> re.Pattern[str]:
    return re.compile("|".join([",", *(f" {re.escape(word)} " for word in _in_any("joining"))]))


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Return the words of a text; French elisions are cut off, so that l'IBS gives "IBS"."""
    out = []
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        begin, word = match.start(), match.group()
        elision = _ELISION.match(word)
        if elision and len(word) > elision.end():
            begin, word = begin + elision.end(), word[elision.end() :]
        out.append(Token(word, Span(begin, match.end())))
    return out


def name_runs(
    text: str, data: Speakers, language: str | None, found: Sequence[Token] | None = None
) -> list[Span]:
    """Return where names of people may stand: runs of capitals without titles, roles, bodies."""
    runs: list[list[Token]] = []
    current: list[Token] = []

    def close() -> None:
        nonlocal current
        while current and not current[-1].capital:
            current.pop()
        if current:
            runs.append(current)
        current = []

    last: Token | None = None
    for token in tokens(text) if found is None else found:
        gap = text[last.span.end : token.span.start] if last is not None else ""
        initial = last is not None and len(last.text) == 1 and last.text.isupper()
        if gap.strip(" \t\u00a0\u202f") not in ("", "-") and not (initial and gap.strip() == "."):
            close()
        last = token
        word = token.text
        if not token.capital:
            lower = word.casefold()
            small = lower in data.small_words and lower not in _KEPT_PARTICLES
            if not current or lower not in _PARTICLES or small:
                close()
            continue
        ending = next((e for e in data.possessive if word.endswith(e)), None)
        if _is_no_name(word, language) or (ending and data.is_role(word.removesuffix(ending))):
            close()
        elif ending:  # a possessor is no part of the name that follows
            end = token.span.end - len(ending)
            current.append(Token(word.removesuffix(ending), Span(token.span.start, end)))
            close()
        else:
            current.append(token)
    close()
    spans = []
    for run in runs:
        kept = without_places([t.text for t in run], language)
        if kept:
            spans.append(Span(run[len(run) - len(kept)].span.start, run[-1].span.end))
    return spans


@lru_cache(maxsize=65536)
def _is_no_name(word: str, language: str | None) -> bool:
    """Say whether a word with a capital is none of a person's name."""
    data = data_for(language)
    lower = word.casefold()
    return (
        lower in data.opening_words
        or data.is_role(word)
        or lower in data.title_words
        or is_acronym(word)
        or (lower in data.small_words and lower not in _KEPT_PARTICLES)
        or lower in data.he
        or lower in data.she
        or lower in data.they
        or lower in data.bodies
        or lower in data.organisation_words
        or any(c.isdigit() for c in word)
    )


def read(phrase: str, language: str | None) -> Nominal:
    """Say what `phrase` names."""
    data = data_for(language)
    phrase = phrase[:_LONGEST]
    found = tokens(phrase)
    telling = [t for t in found if t.text.casefold() not in data.small_words]
    if found and found[0].text.casefold() in data.we and not any(t.capital for t in telling[1:]):
        return Nominal(Sort.OURSELVES, phrase.strip(), plural=True)
    if not telling:
        return _pronoun(found, data) or Nominal(Sort.NOBODY, "")
    pronoun = _pronoun(telling, data)
    if pronoun is not None and len(telling) == 1:
        return pronoun
    said = tuple(t.text for t in telling)
    runs = name_runs(phrase, data, language, found)
    people = [
        s for s in runs if len(phrase[s.start : s.end].split()) >= 2 and not _quoted(phrase, s)
    ]
    body = _body(phrase, telling, data)
    roles = [t for t in telling if data.is_role(t.text)]
    anonymous = [t for t in telling if t.text in data.unnamed_words]
    members = [t for t in telling if t.text in data.member_words]
    cues = [t for t in telling if t.text in data.organisation_words]
    gender = _gender(phrase, telling, people, data)

    people = [s for s in people if not _heads_body(s, cues, phrase)]
    if people and not (
        cues
        and cues[0].span.start < people[0].start
        and not roles
        and not _apposed(phrase, people[0])
    ):
        best = _best_person(people, roles, phrase)
        if not (_is_outlet(phrase, best, data) and not roles):
            return Nominal(Sort.PERSON, phrase[best.start : best.end], gender, words=said)
    if members and _QUOTED.search(phrase) and not roles and not body and not cues:
        name = next(m.group(1) for m in _QUOTED.finditer(phrase))
        return Nominal(Sort.ORGANISATION, data.bodies.get(name.casefold(), name), words=said)
    if members and (body or cues) and not (roles and roles[0].span.start < members[0].span.start):
        return Nominal(Sort.ORGANISATION, _body_name(phrase, telling, data, body), words=said)
    if anonymous and not _body_first(anonymous[0], cues, body, phrase):
        if members and len(telling) == 1:
            return Nominal(Sort.MEMBERS, phrase.strip(), plural=True, words=said)
        return Nominal(Sort.UNNAMED, phrase.strip(), plural=_plural(phrase, data), words=said)
    if members and not roles:
        sort = Sort.MEMBERS if len(telling) == 1 else Sort.UNNAMED
        return Nominal(sort, phrase.strip(), plural=True, words=said)
    early_role = roles and (not cues or roles[0].span.start <= cues[0].span.start)
    if (
        early_role
        and (not body or roles[0].span.start <= body[0].start)
        and not _alone_capital(runs, roles, phrase, language)
    ):
        return Nominal(Sort.ROLE, phrase.strip(), gender, words=said)
    if cues or body:
        plain = [t for t in telling if t.text not in data.document_words]
        if not body and _is_generic(plain, phrase, data):
            return Nominal(Sort.GENERIC, phrase.strip(), words=said)
        return Nominal(Sort.ORGANISATION, _body_name(phrase, telling, data, body), words=said)
    if all(t.text in data.document_words for t in telling):
        return Nominal(Sort.GENERIC, phrase.strip(), words=said)
    if runs:
        run = runs[-1]
        name = phrase[run.start : run.end]
        before = [t for t in found if t.span.end <= run.start]
        if not roles and _is_common(phrase, run, found, language):
            return _described(phrase, telling, gender, said, data)
        if _quoted(phrase, run):
            name = next(
                m.group(1)
                for m in _QUOTED.finditer(phrase)
                if m.start(1) <= run.start and run.end <= m.end(1)
            )
            return Nominal(Sort.ORGANISATION, data.bodies.get(name.casefold(), name), words=said)
        if before and before[-1].text.casefold() == "the":
            return Nominal(Sort.ORGANISATION, name, words=said)
        return Nominal(Sort.PERSON, name, gender, words=said)
    if roles:
        return Nominal(Sort.ROLE, phrase.strip(), gender, words=said)
    quoted = _QUOTED.search(phrase)
    if quoted:
        return Nominal(Sort.ORGANISATION, quoted.group(1), words=said)
    if any(t.acronym for t in telling):
        acronym = next(t for t in telling if t.acronym)
        return Nominal(Sort.ORGANISATION, acronym.text, words=said)
    return _described(phrase, telling, gender, said, data)


def _described(
    phrase: str, telling: list[Token], gender: str | None, said: tuple[str, ...], data: Speakers
) -> Nominal:
    """Say what common nouns name: somebody known ("the diplomat"), a body, or nobody by name.

    One noun takes up somebody; with more beside it the phrase is no pronoun any more, but a body
    ("the maritime chamber") or, where it begins like one of several, somebody unnamed.
    """
    before = [t.text.casefold() for t in tokens(phrase) if t.span.end <= telling[0].span.start]
    if any(word in data.neuter for word in before):
        return Nominal(Sort.ORGANISATION, phrase[telling[0].span.start :].strip(), words=said)
    if any(t.text in data.taking_up_words for t in telling[:1]) and len(telling) == 1:
        return Nominal(Sort.DESCRIPTION, phrase.strip(), gender, words=said)
    if not before or any(word in _in_any("single") for word in before):
        return Nominal(Sort.UNNAMED, phrase.strip(), gender, words=said)
    return Nominal(Sort.DESCRIPTION, phrase.strip(), gender, words=said)


def _is_common(phrase: str, run: Span, found: list[Token], language: str | None) -> bool:
    """Say whether one capital word is no name: where it stands tells, or the dictionary.

    It belongs to the noun before it ("eine Mutter aus Lipnov"), or begins a sentence.
    """
    data = data_for(language)
    if " " in phrase[run.start : run.end].strip() or _quoted(phrase, run):
        return False
    word = phrase[run.start : run.end]
    before = [t for t in found if t.span.end <= run.start]
    behind = [t for t in found if t.span.start >= run.end]
    heads = [t for t in before if t.text.casefold() not in data.small_words]
    if heads and before and before[-1].text.casefold() in data.linking_words:
        return True
    if (
        language == "de"
        and before
        and (
            before[-1].text.casefold() in data.determiner_words
            or (heads and heads[-1] is before[-1] and not before[-1].capital)
        )
    ):
        return True
    if not before and behind and not behind[0].capital and language != "de":
        gap = phrase[run.end : behind[0].span.start]
        if not gap.strip() and behind[0].text.casefold() not in data.small_words:
            return not is_given_name(word, language)
    return is_common_noun(word, language) and not is_listed_surname(word)


def _pronoun(found: list[Token], data: Speakers) -> Nominal | None:
    for token in found:
        word = token.text.casefold()
        if word.startswith("t-"):  # a-t-il
            word = word.removeprefix("t-")
        for forms, gender, plural in (
            (data.he, "m", False),
            (data.she, "f", False),
            (data.they, None, True),
        ):
            if word in forms and not (token.capital and token.acronym):
                return Nominal(Sort.PRONOUN, "", gender, plural)
    return None


def _best_person(people: list[Span], roles: list[Token], phrase: str) -> Span:
    """Return the name beside its role: what stands before is a place or a body."""
    if not roles:
        return people[0]
    before_role = [p for p in people if p.end <= roles[0].span.start]
    if before_role and "," in phrase[before_role[0].end : roles[0].span.start]:
        return before_role[0]
    after = [p for p in people if p.start >= roles[0].span.end]
    return after[-1] if after else people[0]


def _heads_body(name: Span, cues: list[Token], phrase: str) -> bool:
    """Say whether a run of capitals only begins a body's name ("British Defence Ministry")."""
    return any(
        cue.capital and cue.span.start > name.end and not phrase[name.end : cue.span.start].strip()
        for cue in cues
    )


def _apposed(phrase: str, name: Span) -> bool:
    return phrase[: name.start].rstrip().endswith(",")


def _is_outlet(phrase: str, name: Span, data: Speakers) -> bool:
    inside = tokens(phrase, name.start, name.end)
    whole = phrase[name.start : name.end].casefold()
    return whole in data.bodies or any(t.text in data.organisation_words for t in inside)


def _quoted(phrase: str, span: Span) -> bool:
    return any(m.start(1) <= span.start and span.end <= m.end(1) for m in _QUOTED.finditer(phrase))


def _alone_capital(runs: list[Span], roles: list[Token], phrase: str, language: str | None) -> bool:
    """Say whether a single name follows the role directly ("President Dalkova").

    A declined name after a role that is not belongs to somebody else ("советник Далковой").
    """
    return any(
        run.start >= roles[-1].span.end
        and not phrase[roles[-1].span.end : run.start].strip(" ,.")
        and not is_dependent(phrase[run.start : run.end], roles[-1].text, language)
        for run in runs
    )


def _body(phrase: str, telling: list[Token], data: Speakers) -> tuple[Span, str] | None:
    """Return a body known by name, or an acronym, with where it stands."""
    for at, token in enumerate(telling):
        for length in (4, 3, 2, 1):
            piece = telling[at : at + length]
            if len(piece) < length:
                continue
            span = Span(token.span.start, piece[-1].span.end)
            form = " ".join(_bare(phrase[span.start : span.end], data).casefold().split())
            if form in data.bodies and (token.capital or not token.text[0].isascii()):
                return span, data.bodies[form]
    for token in telling:
        if (
            token.acronym
            and _ACRONYM.fullmatch(token.text)
            and token.text.casefold() not in data.title_words
        ):
            return token.span, token.text
    return None


def _bare(word: str, data: Speakers) -> str:
    for ending in data.possessive:
        if word.endswith(ending):
            return word.removesuffix(ending)
    return word


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


def _plural(phrase: str, data: Speakers) -> bool:
    first = phrase.strip().split()[:1]
    return not (first and first[0].casefold() in _in_any("single"))


def _is_generic(telling: list[Token], phrase: str, data: Speakers) -> bool:
    if not telling or telling[0].text not in data.generic_words:
        return False
    rest = phrase[telling[0].span.end :].strip()
    return not rest or rest.startswith(_in_any("generic_then"))


def _several(phrase: str, data: Speakers) -> bool:
    """Say whether the phrase is a list of bodies ("Tarsk, Hallen and Quor")."""
    pieces = [p.strip() for p in _list_marks().split(phrase)]
    return len(pieces) > 1 and all(p.casefold() in data.bodies for p in pieces)


def _carried(phrase: str, telling: list[Token], data: Speakers) -> str:
    """Return the name right behind a noun that only says what sort of body it is, or ""."""
    for at, token in enumerate(telling):
        if token.text not in data.carrier_words:
            continue
        if any(t.capital for t in telling[1:at]) or _quoted(phrase, token.span):
            return ""
        rest = phrase[token.span.end :]
        quoted = _QUOTED.match(rest.lstrip())
        if quoted:
            return quoted.group(1)
        if at and telling[at - 1].capital:
            return ""  # "Новая газета" is a name itself
        run: list[Token] = []
        for word in tokens(phrase, token.span.end):
            before = run[-1].span.end if run else token.span.end
            if not word.capital or phrase[before : word.span.start].strip(" -"):
                break
            run.append(word)
        return phrase[run[0].span.start : run[-1].span.end] if run else ""
    return ""


def _body_name(
    phrase: str, telling: list[Token], data: Speakers, body: tuple[Span, str] | None
) -> str:
    """Return the body's name without articles, members and documents before it."""
    if _several(phrase, data):
        return phrase.strip()
    definition = _DEFINITION.search(phrase)
    apposed = phrase.rfind(", ")
    if apposed > 0 and definition is None:
        tail = phrase[apposed + 2 :].strip()
        if tail[:1].isupper() and len(tail.split()) <= 4:
            return data.bodies.get(tail.casefold(), tail)
    quoted = _QUOTED.search(phrase)
    if definition is None and (name := _carried(phrase, telling, data)):
        return data.bodies.get(name.casefold(), name)
    if quoted and definition is None:
        outside = [t for t in telling if not quoted.start() <= t.span.start < quoted.end()]
        if all(not t.capital or t.text in data.organisation_words for t in outside):
            return data.bodies.get(quoted.group(1).casefold(), quoted.group(1))
    kept = list(telling)
    while len(kept) > 1 and (
        kept[0].text in data.member_words
        or kept[0].text in data.document_words
        or (kept[0].text in data.unnamed_words and kept[0].text not in data.organisation_words)
        or (not kept[0].capital and kept[0].text not in data.organisation_words and definition)
    ):
        kept.pop(0)
    name = phrase[kept[0].span.start : kept[-1].span.end]
    if definition and definition.start() > kept[0].span.start:
        name = phrase[kept[0].span.start : definition.end()]
    if body is not None and definition is None:
        others = [t for t in kept if not body[0].contains(t.span)]
        telling_others = [
            t
            for t in others
            if t.text in data.organisation_words and t.text not in data.generic_words
        ]
        if not telling_others and (not others or body[1] in data.names):
            return body[1]
    return name.strip(' «»"“”„')


def _gender(phrase: str, telling: list[Token], people: list[Span], data: Speakers) -> str | None:
    for person in people[:1]:
        given = phrase[person.start : person.end].split()[0]
        if given in data.female_names:
            return "f"
        for language in ("ru", "uk"):
            if not given.isascii() and (known := gender_of(given, language)):
                return known
    lowered = [t.text.casefold() for t in telling]
    if any(w.endswith(_in_any("female_endings")) for w in lowered):
        return "f"
    if phrase.casefold().startswith(tuple(f"{a} " for a in _in_any("female_articles"))):
        return "f"
    return None
