"""What a language file says about context links: the `context:` section.

A phrase is written as it is read, in lower case, with straight apostrophes. Where its last word
runs together with an article, `contractions` gives the forms: "sur fond de" stands for "sur fond
du" as well. `*` stands for any ending of a word, `#` for a number or one of `counts`.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

from redite.lang import words

Forms = tuple[str, ...]


class Context(BaseModel):
    """The words that put what is told beside an event."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    grammar: Literal["plain", "german", "slavic"]
    """How an event ends: at a word of `stops`; at the verb; where no noun depends on the last."""
    markers: Forms
    """Words before an event, wherever they stand: "amid", "на тлі"."""
    verbs: Forms
    """Verbs by which something told takes place: "comes", "survient" …"""
    beside: Forms
    """… and the words before an event that mark it only behind one of these: "hours after"."""
    clauses: Forms
    """Words behind such a verb after which a whole clause tells the event: "comes as"."""
    counts: Forms
    """Words for a number of days: "a few", "three"."""
    contractions: dict[str, Forms] = {}
    stops: Forms
    """Words at which an event is over: "which", "while", "has"; of two, the second in full."""
    joins: Forms
    """Words between two events: "and"."""
    openings: Forms
    """Words that begin a second event behind one of `joins`: articles, prepositions."""
    no_events: Forms
    """First words of what is no event: "en plein air"."""
    articles: Forms = ()
    prepositions: Forms = ()
    instrumental: Forms = ()
    """Last words of markers that take the instrumental, where the others take the genitive."""


def context_words(language: str) -> Context:
    """Return the section of one language.

    Raises:
        LanguageDataError: there is no such language, or its section breaks the rules.
    """
    return words(language, "context", Context)
