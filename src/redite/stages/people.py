"""The people whom an article names: their spellings, the offices beside the name, and where.

A run of capitals is surely a person where a title stands before it, an apposition behind it, a
known given name in it, or where it is the source of an attribution. Other runs of two words and
more are kept as well: they give a surname its full name, but are never what "he" stands for.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from redite.lang.speakers import Speakers
from redite.names.declined import first_cases
from redite.names.given import is_given, sex_of
from redite.names.keys import surname_key
from redite.names.matching import same_name
from redite.offices import is_listed_surname
from redite.text.nominals import (
    Token,
    data_for,
    in_foreign_letters,
    is_coined,
    name_runs,
    sex_told,
    tokens,
)
from redite.text.nominative import (
    gender_of,
    is_declined_noun,
    is_given_name,
    is_no_name,
    is_place,
    nominative,
    nominative_of_owner,
    readings,
)
from redite.text.places import find_places
from redite.values import Article, Span

BUCKET = 20
"""Names of one surname that are looked at closely in one article; more are no one's family."""
_APPOSITION = 9
"""Words behind a name among which its apposition must end."""
_STEM = 5
"""Letters by which forms of one word are recognised; declensions change what follows."""

_LEAD_REACH = 40
"""Characters before a name among which the word that governs it is looked for."""
_LEAD = re.compile(r"([\w’'-]+)[ \u00a0]\Z")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom the article names in full, or at least by surname."""

    name: str
    full: bool
    gender: str | None
    roles: frozenset[str]
    """Marks of the words of office that stand beside the name anywhere in the article."""
    places: tuple[int, ...]
    """Where the name stands, ascending."""
    sure: bool
    """Whether something besides capitals says that this is a person."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """One place where a name is printed."""

    name: str
    at: int
    roles: frozenset[str]
    gender: str | None
    sure: bool
    again: bool = False
    """Only a place where somebody who is named elsewhere comes again."""


class Offices:
    """Marks for words of office: their stems, and the groups of words for one office."""

    def __init__(self, data: Speakers) -> None:
        self._data = data
        self._groups: dict[str, set[str]] = defaultdict(set)
        for number, group in enumerate(data.same_role):
            for word in group:
                self._groups[_key(word)].add(f"#{number}")

    def marks(self, words: Iterable[str]) -> frozenset[str]:
        """Return the marks of telling words; words for one office share one."""
        out: set[str] = set()
        for word in words:
            lower = word.casefold()
            for ending in self._data.possessive:
                lower = lower.removesuffix(ending)
            if len(lower) > 2 and lower not in self._data.small_words:
                key = _key(lower)
                out |= {key, *self._groups.get(key, ())}
        return frozenset(out)


def people_in(article: Article, sources: Iterable[Span]) -> tuple[Person, ...]:
    """Return the people of an article in order of their first place.

    Args:
        sources: where those who speak stand.
    """
    text, language = article.text, article.language
    data = data_for(language)
    offices = Offices(data)
    found = tokens(text)
    starts = [t.span.start for t in found]
    in_source: set[int] = set()
    for source in sources:
        begin, end = bisect_left(starts, source.start), bisect_left(starts, source.end)
        in_source.update(starts[begin:end])
    titles = _common_nouns(found, data)
    printed = frozenset(token.text for token in found) if data.determiners else frozenset()
    runs = [
        _without_title(_possessor(run, text, printed), text, titles)
        for run in name_runs(text, data, language, found)
        if run.end - run.start <= 80
    ]
    named = {run.start for run in runs if " " in run.of(text)}
    seen = []
    barrier = 0  # a title belongs to one name: it does not reach back over another
    for run in runs:
        name = run.of(text)
        words = name.split()
        full = len(words) > 1
        speaks = run.start in in_source
        if (
            in_foreign_letters(name, language)
            or len(words) > 5
            or (full and _is_country(name, language))
            or (not full and _nobody(name, language, speaks=speaks))
        ):
            continue
        at, after = bisect_left(starts, run.start), bisect_right(starts, run.end - 1)
        before = _title(text, found[max(barrier, at - 10) : at], run, full, data)
        behind = (
            _apposition(text, found[after : after + _APPOSITION], run, data, named) if full else []
        )
        led = [t.text for t in found[max(barrier, at - len(before) - 1) : at]]
        if full:
            barrier = after
        office = offices.marks(t.text for t in (*before, *behind))
        known = full and (is_given(words[0]) or is_given_name(words[0], language))
        # A surname alone makes nobody, but shows where somebody comes again.
        if full or speaks or office or len(name) > 2:
            gender = (sex_of(words[0]) if full else None) or sex_told(led, language)
            common = not full and is_no_name(name, language) and not is_listed_surname(name)
            sure = (speaks and not common) or known or bool(office)
            again = not (full or speaks or office)
            held = [t.text for t in before if data.is_role(t.text)][-1:]
            if held and full and is_declined_noun(held[0], language):
                name = nominative_of_owner(name, language)
            else:
                name = as_called(name, text, run.start, language)
            seen.append(_Seen(name, run.start, office, gender, sure, again))
    return _grouped(seen, language)


def as_called(name: str, text: str, start: int, language: str | None, *, body: bool = False) -> str:
    """Return a name that stands in the genitive as its bearer is called.

    "По словам Кременова", "слова губернатора Кременова": by its form it might be a woman's, by the
    word before it, which governs it, it is a man's.

    Args:
        start: where the name stands in `text`.
        body: it is a body's; a paper before it is the body's, too ("отчёт Велмостата").
    """
    lead = _LEAD.search(text, max(0, start - _LEAD_REACH), start)
    if lead is None or text[start : start + len(name)] != name:
        return name
    word, data = lead.group(1), data_for(language)
    owned = word in data.owner_words or (body and word in data.document_words)
    if owned or (data.is_role(word) and is_declined_noun(word, language)):
        return nominative_of_owner(name, language)
    return name


def is_governed(text: str, start: int, language: str | None) -> bool:
    """Say whether the word before a place governs what stands there: "по словам", a preposition."""
    lead = _LEAD.search(text, max(0, start - _LEAD_REACH), start)
    if lead is None:
        return False
    word = lead.group(1).casefold()
    return word in data_for(language).owner_words or any(
        reading.part == "PREP" for reading in readings(word, language)[:1]
    )


def _nobody(name: str, language: str | None, *, speaks: bool) -> bool:
    """Say whether one capital word is no person's name: a body's, or a place's.

    A place may speak, and be one whom a source only names ("the government of Velmora").
    """
    if is_coined(name) or in_foreign_letters(name, language):
        return True
    return _names_place(name, language) and not (speaks and is_listed_surname(name))


@lru_cache(maxsize=8192)
def _is_country(name: str, language: str | None) -> bool:
    """Say whether a name of several words is a country's, in whatever case."""
    return any(
        place.span.end - place.span.start == len(name) for place in find_places(name, language)
    )


@lru_cache(maxsize=8192)
def _names_place(name: str, language: str | None) -> bool:
    """Say whether one capital word is a country, a capital, or a place of the dictionary."""
    return is_place(name, language) or bool(find_places(name, language))


def _common_nouns(found: Sequence[Token], data: Speakers) -> frozenset[str]:
    """Return the words that a text uses as common nouns elsewhere: small, or with an article where
    all nouns have a capital."""
    if not data.determiners:
        return frozenset(token.text for token in found if not token.capital)
    pairs = pairwise(found)
    return frozenset(
        noun.text.casefold()
        for word, noun in pairs
        if word.text.casefold() in data.determiner_words
    )


def _possessor(run: Span, text: str, printed: Container[str]) -> Span:
    """Return the name in a genitive and what it possesses, where all nouns have a capital
    ("Veleshs Behauptung")."""
    first, _, rest = run.of(text).partition(" ")
    if not rest or " " in rest or not first.endswith("s") or first[:-1] not in printed:
        return run
    return Span(run.start, run.start + len(first) - 1)


def _without_title(run: Span, text: str, common: Container[str]) -> Span:
    """Leave out a title that reads like a given name ("Contractor Kornel")."""
    words = run.of(text).split()
    if len(words) != 2 or is_given(words[0]) or words[0].casefold() not in common:
        return run
    return Span(run.end - len(words[1]), run.end)


def _title(
    text: str, before: Sequence[Token], run: Span, full: bool, data: Speakers
) -> list[Token]:
    """Return the words of the title before a name; none where no word of office is among them."""
    kept: list[Token] = []
    right = run.start
    for token in reversed(before):
        gap = text[token.span.end : right].strip()
        stop = gap == "." and (token.text.casefold() in data.title_words or len(token.text) == 1)
        if gap not in ("", "-") and not stop and not (gap == "," and not kept and full):
            break
        kept.insert(0, token)
        right = token.span.start
    if not full and kept:  # a surname alone needs its title right before it
        last = _held_at(kept, data)
        if not data.is_role(last.text) and last.text.casefold() not in data.title_words:
            return []
    while kept and not data.is_role(kept[0].text):
        if len(kept) > 1 and any(data.is_role(t.text) for t in kept[1:4]):
            break
        kept.pop(0)
    return kept


def _held_at(before: Sequence[Token], data: Speakers) -> Token:
    """Return the word of a title behind which only capitals stand, the country or body of the
    office: "канцлер Австрии | Велеш". Where all nouns have one it is the last."""
    last = len(before) - 1
    while not data.determiners and last > 0 and before[last].capital:
        if data.is_role(before[last].text):
            break
        last -= 1
    return before[last]


def _apposition(
    text: str, after: Sequence[Token], run: Span, data: Speakers, named: Container[int]
) -> list[Token]:
    """Return the words of office behind a name and a comma ("Milos Tarn, the spokesman, …").

    What is not closed by a mark, or holds another name, is no apposition but a new clause.
    """
    kept: list[Token] = []
    left = run.end
    for token in after:
        gap = text[left : token.span.start].strip()
        if gap not in ("", "-") if kept else gap != ",":
            break
        if token.span.start in named:
            return []
        kept.append(token)
        left = token.span.end
    closed = len(kept) < len(after) or len(after) < _APPOSITION
    return kept if closed and any(data.is_role(t.text) for t in kept[:4]) else []


def _key(word: str) -> str:
    return word.casefold()[:_STEM]


def _grouped(seen: Sequence[_Seen], language: str | None) -> tuple[Person, ...]:
    """Put the spellings of one name together; surnames alone join the only full name they fit."""
    groups: list[list[_Seen]] = []
    by_surname: dict[str, list[list[_Seen]]] = defaultdict(list)
    for one in sorted(seen, key=lambda s: (s.again, len(s.name.split()) == 1, s.at)):
        surname = surname_key(one.name)
        matches = [
            (same_name(one.name, group[0].name), group) for group in by_surname[surname][:BUCKET]
        ]
        same = [group for match, group in matches if match.same]
        fitting = same or [group for match, group in matches if match.fits]
        if same or len(fitting) == 1:
            fitting[0].append(one)
        elif not fitting and not one.again:
            group = [one]
            groups.append(group)
            by_surname[surname].append(group)
    people = [_person(group, language) for group in groups]
    return tuple(sorted(people, key=lambda p: (p.places[0], p.name)))


def _person(group: Sequence[_Seen], language: str | None) -> Person:
    counts = Counter(one.name for one in group)
    first = {one.name: one.at for one in reversed(group)}

    first_case = first_cases(counts)

    def rank(name: str) -> tuple[bool, bool, int, int]:
        called = nominative(name, language) == name
        return (name in first_case, called, counts[name], -first[name])

    longest = max(len(name.split()) for name in counts)
    best = max((name for name in counts if len(name.split()) == longest), key=rank)
    return Person(
        name=nominative(best, language),
        full=longest > 1,
        gender=next((one.gender for one in group if one.gender), None) or gender_of(best, language),
        roles=frozenset().union(*(one.roles for one in group)),
        places=tuple(sorted({one.at for one in group})),
        sure=any(one.sure for one in group),
    )
