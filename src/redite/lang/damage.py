"""What a language file says about damage done by translating machines: the `damage:` section.

Phrases are written as in `likelihood:`: lower case, one space between words, `a|b` for either word,
`*` for any beginning or ending. None of it decides alone: see `redite.text.damage`.
"""

from __future__ import annotations

from functools import cache
from importlib import resources

from pydantic import BaseModel, ConfigDict

from redite.errors import LanguageDataError
from redite.lang import words
from redite.yaml_files import parse_ours

Forms = tuple[str, ...]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Field(_Part):
    """A field of life whose words do not belong into news of another."""

    terms: Forms
    """Words that cannot be meant where nothing else in the text is of this field."""
    alone: bool = False
    """True where one term is evidence by itself; terms of other fields are used in figures of
    speech too, and count in a text that shows other signs of a machine."""
    home: Forms
    """Words that show that the text is about it after all."""


class Turning(_Part):
    """Words that turn a saying round, written as in `comparison:`, with `*` at an end only."""

    negations: str
    """Any number of them in one clause turn it once: two of them are one negation in French."""
    denying: str
    """Verbs that turn what they govern: "refuse". `a+b` is `b` further on in a clause with `a`."""
    conditions: str
    """Words under which nothing is said to be so: "if", "otherwise"."""
    opposites: dict[str, str]
    """Words of one side and of the other, parted by a bar, under a name common to all languages."""


class DamageWords(_Part):
    """The section `damage:` of a language file."""

    here: Forms
    """Words of politics, war and weapons: what the news that is read is about."""
    fields: dict[str, Field]
    """By an English name of the field: "medicine"."""
    garbled: dict[str, Forms] = {}
    """Phrases that no native writes, by what they are known to be made of: the English word for
    what was meant."""
    calques: Forms = ()
    """Set phrases of another language's news, word for word. They flag nothing; they show that a
    machine translated the text."""
    marks: str = ""
    """Quotation marks that texts of this language do not use: a sign like a calque."""
    intensifiers: Forms = ()
    """Adjectives that say how much, and not of what, behind a risk or chance: "extrême"."""
    muddled: Forms = ()
    """Estimates that no native writes, because they say nothing: "almost uncertain"."""
    certain: Forms = ()
    """Phrases by which a thing is as good as certain: "little doubt"."""
    turning: Turning
    """What turns a saying into its contrary."""


@cache
def mens_names() -> tuple[str, ...]:
    """Return given names of Slavic men, in Latin letters.

    Raises:
        LanguageDataError: world/slavic_men.yaml is no list of lines.
    """
    path = resources.files("redite.lang") / "world" / "slavic_men.yaml"
    lines = parse_ours(path.read_text(encoding="utf-8"))
    if not isinstance(lines, list):
        raise LanguageDataError("world/slavic_men.yaml must be a list of lines of names")
    return tuple(name for line in lines for name in str(line).split())


def damage_words(language: str) -> DamageWords:
    """Return the section of one language.

    Raises:
        LanguageDataError: there is no such language, or its section breaks the rules.
    """
    return words(language, "damage", DamageWords)
