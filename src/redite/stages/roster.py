"""Who an article names, and who of them a name, a role or a pronoun in it stands for.

The roster is built once from the whole text: every name with its spellings, the words of office
beside it, and where it stands. Asking it changes nothing; what has been said so far comes in as
`Heard`, so that each answer depends on the text before it only.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from redite.text.names import parts, same_name, skeleton
from redite.text.nominals import Nominal, Sort, Token, data_for, name_runs, read, tokens
from redite.text.nominative import gender_of, is_given_name, nominative
from redite.values import Article, Mention, Span, SpeakerKind

_STEM = 5
"""Letters by which forms of one word are recognised; declensions change what follows."""
_NEAR = 600
"""Code points after which the last speaker is no longer the one a bare "he" stands for."""
_BUCKET = 40


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom the article names in full, or at least by surname."""

    name: str
    full: bool
    gender: str | None
    roles: frozenset[str]
    """Stems of the words of office that stand beside the name anywhere in the article."""
    places: tuple[int, ...]
    """Where the name stands, ascending."""
    sure: bool
    """Whether something besides capitals says that this is a person."""


@dataclass(frozen=True, slots=True)
class Heard:
    """The speaker of an attribution that has been resolved, and where it stands."""

    at: int
    mention: Mention
    person: Person | None


@dataclass(frozen=True, slots=True)
class _Seen:
    """One place where a name is printed."""

    name: str
    at: int
    roles: frozenset[str]
    gender: str | None
    sure: bool


class Roster:
    """The people of one article."""

    def __init__(self, article: Article, sources: Iterable[Span]) -> None:
        self._language = article.language
        self._data = data_for(article.language)
        self._groups = {
            _key(word): number
            for number, group in enumerate(self._data.same_role)
            for word in group
        }
        found = tokens(article.text)
        seen = self._seen(article.text, found, sources)
        self.people = _grouped(seen, article.language)
        self._by_surname: dict[str, list[Person]] = defaultdict(list)
        for person in self.people:
            self._by_surname[skeleton(parts(person.name).surname)].append(person)
        self._places = sorted(
            (at, n) for n, p in enumerate(self.people) if p.sure for at in p.places
        )
        self._bodies = _definitions(article.text)

    # --- building -----------------------------------------------------------------------------

    def _seen(self, text: str, found: Sequence[Token], sources: Iterable[Span]) -> list[_Seen]:
        data, language = self._data, self._language
        starts = [t.span.start for t in found]
        in_source: set[int] = set()
        for source in sources:
            begin, end = bisect_left(starts, source.start), bisect_left(starts, source.end)
            in_source.update(starts[begin:end])
        seen = []
        for run in name_runs(text, data, language, found):
            name = run.of(text)
            if len(name) > 80 or len(name.split()) > 5:
                continue
            at = bisect_left(starts, run.start)
            after = bisect_right(starts, run.end - 1)
            full = len(name.split()) > 1
            office = self._office(text, found, at, after, full)
            known = full and is_given_name(name.split()[0], language)
            sure = bool(office) or known or run.start in in_source
            if full or run.start in in_source or office:
                gender = "f" if name.split()[0] in data.female_names else None
                seen.append(_Seen(name, run.start, office, gender, sure))
        return seen

    def _office(
        self, text: str, found: Sequence[Token], at: int, after: int, full: bool
    ) -> frozenset[str]:
        """Return the stems of a title before a name, or of an apposition beside a full name."""
        before: list[Token] = []
        right = found[at].span.start if at < len(found) else len(text)
        for token in reversed(found[max(0, at - 10) : at]):
            gap = text[token.span.end : right].strip()
            if gap not in ("", "-", ".") and not (gap == "," and not before and full):
                break
            before.insert(0, token)
            right = token.span.start
        while before and not self._data.is_role(before[0].text):
            if len(before) > 1 and any(self._data.is_role(t.text) for t in before[1:4]):
                break
            before.pop(0)
        behind: list[Token] = []
        left = found[after - 1].span.end if after else 0
        for token in found[after : after + 9] if full else ():
            gap = text[left : token.span.start].strip()
            if gap not in ("", "-") and not (gap == "," and not behind):
                break
            if gap == "" and not behind:
                break
            behind.append(token)
            left = token.span.end
        if not any(self._data.is_role(t.text) for t in behind[:3]):
            behind = []
        return self.stems(t.text for t in (*before, *behind))

    def stems(self, words: Iterable[str]) -> frozenset[str]:
        """Return the stems of telling words; words for one office share a stem."""
        out = set()
        for word in words:
            lower = word.casefold()
            for ending in self._data.possessive:
                lower = lower.removesuffix(ending)
            if len(lower) > 2 and lower not in self._data.small_words:
                key = _key(lower)
                out.add(f"#{self._groups[key]}" if key in self._groups else key)
        return frozenset(out)

    # --- asking -------------------------------------------------------------------------------

    def named(self, name: str, at: int) -> tuple[Person | None, str]:
        """Return the person of this article whom a printed name stands for, and why."""
        wanted = parts(name)
        close = [
            (same_name(name, person.name), person)
            for person in self._by_surname.get(skeleton(wanted.surname), [])[:_BUCKET]
        ]
        if wanted.given:
            fitting = [
                (match, person) for match, person in close if match.same or match.score >= 0.7
            ]
        else:
            fitting = [(match, person) for match, person in close if match.score >= 0.6]
        if not fitting:
            return None, ""
        full = [pair for pair in fitting if pair[1].full] or fitting
        before = [pair for pair in full if pair[1].places[0] <= at] or full
        match, person = max(
            before, key=lambda pair: (pair[0].score, self._last_before(pair[1], at), pair[1].name)
        )
        if len({p.name for _, p in full}) > 1 and not wanted.given:
            return person, f"{match.reason}; of several with it the one named last"
        return person, match.reason

    def with_role(
        self, phrase: Nominal, at: int, heard: Sequence[Heard]
    ) -> tuple[Person | None, str]:
        """Return the person whom words of office stand for, and why."""
        asked = self.stems(phrase.words)
        heads = self.stems(w for w in phrase.words if self._data.is_role(w))
        modifiers = asked - heads
        fitting = []
        for person in self.people:
            shared = person.roles & asked
            if not (person.roles & heads) or not self._gender_fits(person, phrase.gender):
                continue
            if modifiers and not (shared & modifiers):
                continue
            if person.places[0] <= at:
                fitting.append((len(shared), self._last_before(person, at), person.name, person))
        last = self._last_person(heard, at)
        if fitting and not (not modifiers and last and last.roles & heads):
            person = max(fitting, key=lambda f: f[:3])[3]
            return person, "introduced with this office in the article"
        if last is None or not self._gender_fits(last, phrase.gender):
            return None, ""
        held = bool(last.roles & heads)
        if held and (not modifiers or len(asked) <= 2):
            return last, "the last speaker, who holds such an office"
        if not last.roles and len(asked) <= 2:
            return last, "the last speaker; nobody else in the article holds this office"
        return None, ""

    def standing_for(
        self, phrase: Nominal, at: int, sentence: Span, heard: Sequence[Heard]
    ) -> tuple[Heard | Person | None, str]:
        """Return whom a pronoun or a description stands for, and why."""
        if not phrase.plural:
            subject = self._first_in(sentence, at, phrase.gender)
            if subject is not None:
                return subject, "named at the head of the same sentence"
        for past in reversed(heard[-4:]):
            if at - past.at > _NEAR:
                break
            anonymous = past.mention.kind is SpeakerKind.UNNAMED
            if past.person is not None and not phrase.plural:
                if self._gender_fits(past.person, phrase.gender):
                    return past, "the last speaker"
            elif phrase.plural and past.person is None:
                return past, "the last speakers"
            elif anonymous and not phrase.plural and not _reads_plural(past.mention.mention):
                return past, "the last speaker, who stays unnamed"
        if phrase.plural:
            return None, ""
        person = self._last_named(at, phrase.gender)
        return person, "the person named last before it" if person else ""

    def body(self, name: str) -> str:
        """Return the full name of a body whose short form the article explains, else `name`."""
        return self._bodies.get(name.casefold(), name)

    def _first_in(self, sentence: Span, at: int, gender: str | None) -> Person | None:
        start = bisect_left(self._places, (sentence.start, -1))
        for place, number in self._places[start : start + 8]:
            if place >= at:
                return None
            person = self.people[number]
            if person.roles and self._gender_fits(person, gender):
                return person
        return None

    def _last_named(self, at: int, gender: str | None) -> Person | None:
        end = bisect_left(self._places, (at, -1))
        for place, number in reversed(self._places[max(0, end - 8) : end]):
            if at - place > _NEAR:
                return None
            if self._gender_fits(self.people[number], gender):
                return self.people[number]
        return None

    def _last_person(self, heard: Sequence[Heard], at: int) -> Person | None:
        past = heard[-1] if heard else None
        if past is None or at - past.at > _NEAR:
            return None
        return past.person

    @staticmethod
    def _gender_fits(person: Person, gender: str | None) -> bool:
        return person.gender is None or gender is None or person.gender == gender

    @staticmethod
    def _last_before(person: Person, at: int) -> int:
        where = bisect_right(person.places, at)
        return person.places[where - 1] if where else -1


def _key(word: str) -> str:
    return word.casefold()[:_STEM]


def _reads_plural(words: str) -> bool:
    return words.casefold().rstrip('»"” ').endswith(("s", "и", "ы", "ів", "ов", "ей"))


def _grouped(seen: Sequence[_Seen], language: str | None) -> tuple[Person, ...]:
    """Put the spellings of one name together; surnames alone join the only full name they fit."""
    clusters: dict[str, list[list[_Seen]]] = defaultdict(list)
    for one in sorted(seen, key=lambda s: (len(s.name.split()) == 1, s.at)):
        bucket = clusters[skeleton(parts(one.name).surname)]
        single = len(one.name.split()) == 1
        fitting = [
            group
            for group in bucket[:_BUCKET]
            if (match := same_name(one.name, group[0].name)).same or (single and match.score >= 0.6)
        ]
        if len(fitting) == 1 or (fitting and not single):
            fitting[0].append(one)
        elif not fitting:
            bucket.append([one])
    people = [_person(group, language) for bucket in clusters.values() for group in bucket]
    return tuple(sorted(people, key=lambda p: (p.places[0], p.name)))


def _person(group: Sequence[_Seen], language: str | None) -> Person:
    counts = Counter(one.name for one in group)
    first = {one.name: one.at for one in reversed(group)}

    def rank(name: str) -> tuple[bool, int, int, int]:
        return (nominative(name, language) == name, len(name.split()), counts[name], -first[name])

    longest = max(len(name.split()) for name in counts)
    best = max((name for name in counts if len(name.split()) == longest), key=rank)
    return Person(
        name=nominative(best, language),
        full=longest > 1,
        gender=next((one.gender for one in group if one.gender), None) or _gender(best, language),
        roles=frozenset().union(*(one.roles for one in group)),
        places=tuple(sorted({one.at for one in group})),
        sure=any(one.sure for one in group),
    )


def _gender(name: str, language: str | None) -> str | None:
    return gender_of(name, language)


def _definitions(text: str) -> dict[str, str]:
    """Return the bodies whose short form is explained: "Institute for Border Studies (IBS)"."""
    found: dict[str, str] = {}
    for match in re.finditer(r"\(([^\W\d_]{2,8})\)", text):
        short = match.group(1)
        if not short.isupper():
            continue
        before = text[max(0, match.start() - 90) : match.start()]
        phrase = read(re.split(r"[.,;:!?»”\"\n]", before)[-1] + match.group(), None)
        if phrase.sort is Sort.ORGANISATION and phrase.name.endswith(match.group()):
            found.setdefault(short.casefold(), phrase.name)
    return found
