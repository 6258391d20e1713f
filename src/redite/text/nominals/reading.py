"""What a phrase names, by rules over its words; the first that fits decides."""

from __future__ import annotations

from collections.abc import Callable

from redite.lang.speakers import Speakers
from redite.text.nominals.capitals import described, in_marks, nameless, single_name
from redite.text.nominals.collectives import body, members_of_body, one_of_a_body, several, unnamed
from redite.text.nominals.persons import holder, of_a_name, office, person
from redite.text.nominals.phrase import Phrase, seen
from redite.text.nominals.sorts import Nominal, Sort
from redite.text.nominals.words import Token, data_for, tokens

_LONGEST = 300
_ACRONYM = 4

_RULES: tuple[Callable[[Phrase], Nominal | None], ...] = (
    in_marks,
    of_a_name,
    person,
    members_of_body,
    unnamed,
    several,
    holder,
    office,
    one_of_a_body,
    body,
    single_name,
    nameless,
    described,
)
"""The first that fits says what the phrase names; the last one always does."""


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
    if len(telling) > 1 and all(t.text in data.owner_words for t in telling[1:]):
        whose = _pronoun(telling[:1], data)  # "seinen Worten"
        if whose is not None:
            return whose
    whole = seen(phrase, language, found, telling)
    return next(named for rule in _RULES if (named := rule(whole)) is not None)


def _uncapitalised(phrase: str) -> str:
    """Return a headline in capitals with capitals at the heads of words only; acronyms, which
    are short, keep theirs. It stays as long as it was."""
    words = phrase.split(" ")
    if len(words) < 2 or not phrase.isupper() or len(phrase.lower()) != len(phrase):
        return phrase
    return " ".join(word if len(word) <= _ACRONYM else word[0] + word[1:].lower() for word in words)


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
