"""A phrase with what the lists of its language tell about its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from redite.lang.speakers import Speakers
from redite.names.given import sex_of
from redite.text.heads import Head, head_of
from redite.text.nominals.bodies import known_body, quoted_name
from redite.text.nominals.runs import name_runs
from redite.text.nominals.sexes import sex_told
from redite.text.nominals.sorts import Nominal, Sort
from redite.text.nominals.words import Token, data_for, in_quotes
from redite.text.nominative import LANGUAGES, gender_of, is_somebody, readings
from redite.values import Span


@dataclass(frozen=True, slots=True)
class Phrase:
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

    @property
    def head(self) -> Head | None:
        """Return the word that bears the case, where nouns are declined, past numbers."""
        words = [token.text for token in self.found]
        while words and (words[0].isdigit() or _governs(words[0], self.language)):
            words.pop(0)
        return head_of(words, self.language)

    def quoted(self, name: str) -> Nominal:
        """Return the body of that name, which stands in quotation marks."""
        return self.organisation(quoted_name(self.text, name, self.data, self.language))

    def generic(self) -> Nominal:
        """Return a body that was named before."""
        return Nominal(Sort.GENERIC, self.text.strip(), words=self._said())

    def _said(self) -> tuple[str, ...]:
        return tuple(token.text for token in self.telling)


def seen(phrase: str, language: str | None, found: list[Token], telling: list[Token]) -> Phrase:
    """Return a phrase of these words, `telling` those that say something."""
    data = data_for(language)
    runs = name_runs(phrase, data, language, found)
    full = [s for s in runs if len(s.of(phrase).split()) >= 2 and not in_quotes(phrase, s)]
    bodies = [
        t
        for t in telling
        # "Охранники" begin like "охрана", and are people.
        if t.text in data.organisation_words and not is_somebody(t.text, language)
    ]
    return Phrase(
        phrase,
        language,
        data,
        found,
        telling,
        runs,
        [s for s in full if not _heads_body(s, bodies, phrase)],
        _gender(phrase, found, full, language),
        known_body(phrase, telling, data),
        [
            token
            for at, token in enumerate(telling)
            if data.is_role(token.text)
            and not _only_body(token, data, language)
            and not _describes(token, telling[at + 1 : at + 2], data, language)
        ],
        [t for t in telling if t.text in data.unnamed_words],
        [t for t in telling if t.text in data.member_words],
        bodies,
    )


def _governs(word: str, language: str | None) -> bool:
    return any(reading.part == "PREP" for reading in readings(word, language)[:1])


def _only_body(token: Token, data: Speakers, language: str | None) -> bool:
    """Say whether a noun that begins like an office's is a body's ("секретариат")."""
    return language in LANGUAGES and token.text in data.organisation_words


def _describes(token: Token, behind: Sequence[Token], data: Speakers, language: str | None) -> bool:
    """Say whether a word like an office's is the adjective of a body ("Генеральный штаб")."""
    adjective = any(one.part == "ADJF" for one in readings(token.text, language)[:1])
    return adjective and any(other.text in data.organisation_words for other in behind)


def _heads_body(name: Span, cues: list[Token], phrase: str) -> bool:
    """Say whether a run of capitals only begins a body's name ("British Defence Ministry")."""
    return any(
        cue.capital and cue.span.start > name.end and not phrase[name.end : cue.span.start].strip()
        for cue in cues
    )


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
