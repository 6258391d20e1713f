"""Whom a role, a pronoun or a description in an article stands for.

Built once from the whole text; asking changes nothing. What has been said so far comes in as
`Heard`, so that each answer depends on the text before it only. The evidence, strongest first: the
same words stood for somebody before; the article gives somebody this office; the dated list does
(`redite.offices`); the speaker before fits in office, sex and number.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from redite.lang.speakers import Speakers
from redite.names.matching import same_name
from redite.offices import Post, Tenure
from redite.stages.people import Offices, Person
from redite.stages.posts import Posts, listed, may_be
from redite.stages.roster import Roster
from redite.stages.whereabouts import NEAR, Whereabouts
from redite.text.nominals import Nominal, Sort, data_for
from redite.text.office_phrases import aide_post, read_office
from redite.text.places import PlaceKind, find_places
from redite.values import Article, Mention, Span, SpeakerKind

_CAPITAL = re.compile(r"(?<!\w)[A-ZÀ-ÞА-ЯҐЄІЇЁ][^\W\d_]{3,}")
_HEADS = ("president", "prime_minister", "supreme_leader", "monarch", "secretary_general")
"""Whose own people are known by an office of theirs."""
_TELLING = 4
"""Letters of a noun that tells somebody from others."""
_REMEMBERED = 8
"""Speakers who may be taken up by a noun that was said of them."""


@dataclass(frozen=True, slots=True)
class Heard:
    """The speaker of an attribution that has been resolved, and where it stands."""

    at: int
    mention: Mention
    person: Person | None
    via: tuple[Mention, ...] = ()


class Antecedents:
    """The people of one article by their offices and places, to be asked about."""

    def __init__(self, article: Article, roster: Roster, contents: Sequence[Span]) -> None:
        self._text, self._language = article.text, article.language
        self._data = data_for(article.language)
        self._offices = Offices(self._data)
        self._roster = roster
        self.people = roster.people
        day = article.published.date() if article.dated else None
        self._posts = Posts(article.text, article.language, self.people, day)
        self._named = Whereabouts(article, self.people, contents)

    # --- roles --------------------------------------------------------------------------------

    def with_role(
        self, words: str, phrase: Nominal, at: int, heard: Sequence[Heard], day: date | None
    ) -> tuple[Person | None, str]:
        """Return the person whom words of office stand for on a day, and why."""
        for past in reversed(heard):
            if past.person and past.mention.mention.casefold() == words.casefold():
                return past.person, "the same words stood for this person before"
        asked = self._of_somebody(words, day) or read_office(words, self._language)
        if asked is not None:
            person, why = self._holding(asked, phrase, at, heard, day)
            if person is not None:
                return person, why
        return self._by_words(asked, phrase, at, heard)

    def _holding(
        self, asked: Post, phrase: Nominal, at: int, heard: Sequence[Heard], day: date | None
    ) -> tuple[Person | None, str]:
        """Return who holds an office, by the article's own words and by the list."""
        holder = self._posts.holder(asked, day)
        fitting = []
        for person in self.people:
            if person.places[0] > at or not self._gender_fits(person, phrase.gender):
                continue
            held = [post for post in self._posts.of(person) if may_be(asked, post)]
            if not held:
                continue
            placed = any(post.place is not None for post in held) and asked.place is not None
            if not placed and holder is not None and not _is(person, holder):
                continue  # an office whose country nobody names is not this one
            exact = any(post.post == asked.post for post in held)
            own = any(may_be(asked, post) for post in self._posts.own(person))
            last = self._last_before(person, at)
            fitting.append(((placed, exact, own, last, person.name), person))
        if fitting:
            last_speaker = self._last_person(heard, at)
            for _, person in fitting:
                if asked.place is None and person is last_speaker:
                    return person, "the last speaker, who holds this office"
            best, person = max(fitting, key=lambda pair: pair[0])
            if best[2]:
                return person, "introduced with this office in the article"
            return person, "named in the article, and held this office then"
        if holder is not None and (phrase.gender is None or phrase.gender == holder.gender):
            return self.person_of(holder, at), f"held this office on {day}"
        if asked.place is None:
            person_before = self._surname_before(asked, at, day)
            if person_before is not None:
                return person_before, f"named before it, and held this office on {day}"
        return None, ""

    def _of_somebody(self, words: str, day: date | None) -> Post | None:
        """Return the office of a holder's own people ("Dalkova's spokesman")."""
        for word in words.split():
            if not word[:1].isupper() or " " not in words:
                continue
            owner = self._owner(word, day)
            if owner is None:
                continue
            rest = " ".join(other for other in words.split() if other != word)
            post = aide_post(rest, self._language)
            return Post(owner.place, post) if post else None
        return None

    def _owner(self, word: str, day: date | None) -> Post | None:
        """Return the high office of somebody named in whatever case, by the list."""
        bare = word.strip(',.«»“”"')
        for ending in self._data.possessive:
            bare = bare.removesuffix(ending)
        for cut in range(3):
            _, held = listed(bare[: len(bare) - cut], day)
            for post in sorted(held, key=lambda p: p.key):
                if post.post in _HEADS:
                    return post
        return None

    def _surname_before(self, asked: Post, at: int, day: date | None) -> Person | None:
        """Return the one holder by the list whose surname alone stands in the text before."""
        found: dict[str, Tenure] = {}
        for match in _CAPITAL.finditer(self._text, max(0, at - NEAR), at):
            tenure, held = listed(match.group(), day)
            if tenure is not None and any(may_be(asked, post) for post in held):
                found[tenure.name] = tenure
        return self.person_of(next(iter(found.values())), at) if len(found) == 1 else None

    def person_of(self, tenure: Tenure, at: int) -> Person:
        """Return the holder of an office as the article names him, or as the list does."""
        for person in self.people:
            if _is(person, tenure) and person.full:
                return person
        return Person(tenure.name, True, tenure.gender, frozenset(), (at,), True)

    def _by_words(
        self, asked: Post | None, phrase: Nominal, at: int, heard: Sequence[Heard]
    ) -> tuple[Person | None, str]:
        """Return the person beside whose name words of this office stand."""
        heads = [self._offices.marks([w]) for w in phrase.words if self._data.is_role(w)]
        others = [
            self._offices.marks([w])
            for w in phrase.words
            # "The head of the agency": whose agency, the text before tells.
            if not self._data.is_role(w) and w not in self._data.generic_words
        ]
        modifiers = [marks for marks in others if marks]

        def holds(person: Person) -> bool:
            return all(person.roles & marks for marks in heads if marks) and self._free(
                person, asked
            )

        fitting = []
        for person in self.people:
            if person.places[0] > at or not holds(person):
                continue
            shared = sum(bool(person.roles & marks) for marks in modifiers)
            if (modifiers and not shared) or not self._gender_fits(person, phrase.gender):
                continue
            fitting.append((shared, self._last_before(person, at), person.name, person))
        last = self._last_person(heard, at)
        if fitting and not (not modifiers and last and last.roles and holds(last)):
            person = max(fitting, key=lambda f: f[:3])[3]
            return person, "introduced with this office in the article"
        if (
            last is None
            or not self._gender_fits(last, phrase.gender)
            or not self._free(last, asked)
        ):
            return None, ""
        # "Tarsk's mayor" is somebody else than the minister who spoke, and so is "her lawyer".
        if any(word[:1].isupper() for word in phrase.words[1:]) or self._someones(phrase.name):
            return None, ""
        brief = len(heads) + len(modifiers) <= 2
        if last.roles and holds(last) and brief:
            return last, "the last speaker, who holds such an office"
        if not last.roles and brief:
            named = self._named.named_since(heard[-1].at, at, self._fits(phrase))
            if named is not None and self._free(named, asked):
                return named, "the person named last; nobody else holds this office"
            return last, "the last speaker; nobody else in the article holds this office"
        return None, ""

    def below(self, phrase: Nominal, passage: Span) -> tuple[Person | None, str]:
        """Return the one person whom the passage below a heading names with an office, and why.

        A heading has "the mayor" before the text says who that is.
        """
        fitting = [
            person
            for person in self.people
            if any(passage.start <= place < passage.end for place in person.places)
            and person.sure
            and self._gender_fits(person, phrase.gender)
            and self._bears(person, phrase)
        ]
        if len(fitting) != 1:
            return None, ""
        return fitting[0], "the text below the heading names one with this office"

    def _bears(self, person: Person, phrase: Nominal) -> bool:
        """Say whether every word of an office, and of whose it is, stands beside a name."""
        marks = [self._offices.marks([word]) for word in phrase.words]
        return any(map(self._data.is_role, phrase.words)) and all(
            person.roles & each for each in marks if each
        )

    def _someones(self, words: str) -> bool:
        """Say whether a possessive begins the words ("her lawyer")."""
        first = words.casefold().split()[:1]
        data = self._data
        return bool(first) and any(
            first[0] in each for each in (data.he, data.she, data.they, data.whose)
        )

    def _free(self, person: Person, asked: Post | None) -> bool:
        """Say whether nothing known of a person speaks against an office."""
        held = self._posts.of(person)
        return asked is None or not held or any(may_be(asked, post) for post in held)

    # --- pronouns and descriptions --------------------------------------------------------------

    def standing_for(
        self, phrase: Nominal, at: int, sentence: Span, heard: Sequence[Heard]
    ) -> tuple[Heard | Person | None, str]:
        """Return whom a pronoun or a description stands for, and why."""
        fits = self._fits(phrase)
        if not phrase.plural:
            subject = self._named.subject_of(sentence, at, fits)
            if subject is not None:
                return subject, "named at the head of the same sentence"
            since = heard[-1].at if heard else -1
            subject = self._named.subject_since(since, sentence.start, fits)
            if subject is not None and phrase.sort is Sort.PRONOUN:
                return subject, "the subject of a sentence before, since anybody spoke"
        for past in reversed(heard[-4:]):
            if at - past.at > NEAR:
                break
            anonymous = past.mention.kind is SpeakerKind.UNNAMED
            if past.person is not None and not phrase.plural:
                if self._gender_fits(past.person, phrase.gender):
                    return past, "the last speaker"
            elif phrase.plural and past.person is None:
                return past, "the last speakers"
            elif (
                anonymous
                and not phrase.plural
                and not _reads_plural(past.mention.mention, self._data)
            ):
                return past, "the last speaker, who stays unnamed"
        if phrase.plural:
            return None, ""
        person = self._named.last_named(at, fits)
        if person is not None:
            return person, "the person named last before it"
        for past in reversed(heard[-2:]):
            if past.mention.kind is SpeakerKind.ORGANISATION and at - past.at <= NEAR:
                return past, "the body that spoke last; nobody is named before it"
        if phrase.sort is not Sort.PRONOUN:
            return None, ""
        person = self._named.last_named(at, fits, sure=False)
        return person, "the name that stands last before it" if person else ""

    def relative(self, phrase: Nominal, at: int) -> tuple[Person | None, str]:
        """Return whom a relative pronoun takes up, and why."""
        person = self._named.right_before(at, self._fits(phrase))
        return person, "named right before it" if person else ""

    def described(
        self, phrase: Nominal, at: int, heard: Sequence[Heard]
    ) -> tuple[Heard | Person | None, str]:
        """Return whom a noun stands for that was said of somebody before ("the broker")."""
        noun = phrase.words[0] if len(phrase.words) == 1 else ""
        if len(noun) < _TELLING:
            return None, ""
        for past in reversed(heard[-_REMEMBERED:]):
            words = past.mention.mention.casefold().replace(past.mention.name.casefold(), " ")
            if noun.casefold()[: max(4, len(noun) - 2)] in words or (
                past.person is None and noun.casefold() in past.mention.mention.casefold()
            ):
                return past, "the same noun stood for this speaker before"
        person = None if phrase.plural else self._named.beside(noun, at, self._fits(phrase))
        return person, "the same noun stands beside this name" if person else ""

    def compatriot(self, words: str, phrase: Nominal, at: int) -> tuple[Person | None, str]:
        """Return the last person named who holds an office of the country that `words` name."""
        found = {
            place.code
            for place in find_places(words, self._language)
            if place.kind is PlaceKind.PEOPLE
        }
        if not found:
            return None, ""
        fitting = [
            (self._last_before(person, at), person.name, person)
            for person in self.people
            if person.places[0] < at
            and self._gender_fits(person, phrase.gender)
            and found & {post.place for post in self._posts.of(person)}
        ]
        if not fitting:
            return None, ""
        return max(fitting, key=lambda each: each[:2])[2], "holds an office of that country"

    def topic(self, sentence: Span, at: int) -> str:
        """Return the words of office that a pronoun right behind a comma takes up, or "".

        "As for the spokeswoman of the ministry, she …".
        """
        before = self._text[max(sentence.start, at - 120) : at].rstrip()
        if not before.endswith(","):
            return ""
        segment = before[:-1].rpartition(",")[2]
        pieces = segment.split()
        for start in range(len(pieces)):
            words = " ".join(pieces[start:])
            if read_office(words, self._language) is not None:
                return words
        return ""

    def _last_person(self, heard: Sequence[Heard], at: int) -> Person | None:
        past = heard[-1] if heard else None
        if past is None or at - past.at > NEAR:
            return None
        return past.person

    def _fits(self, phrase: Nominal) -> Callable[[Person], bool]:
        return lambda person: (
            self._gender_fits(person, phrase.gender) and not self._roster.alone(person.name)
        )

    def _gender_fits(self, person: Person, gender: str | None) -> bool:
        known = self._posts.gender(person)
        return known is None or gender is None or known == gender

    @staticmethod
    def _last_before(person: Person, at: int) -> int:
        where = bisect_right(person.places, at)
        return person.places[where - 1] if where else -1


def _is(person: Person, tenure: Tenure) -> bool:
    """Say whether a name of the article may be that of a holder of office."""
    return any(
        (match := same_name(person.name, form)).same or (not person.full and match.fits)
        for form in (tenure.name, *tenure.cyrillic)
    )


def _reads_plural(words: str, data: Speakers) -> bool:
    return words.casefold().rstrip('»"” ').endswith(data.plural_endings)
