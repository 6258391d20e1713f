"""The words of one language that tell whether one statement contradicts another: `contrast:`."""

from __future__ import annotations

from functools import cache

from pydantic import BaseModel, ConfigDict

from redite.lang import words


class Contrast(BaseModel):
    """The section `contrast:` of a language file; lists are written as in `comparison:`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    opposites: dict[str, str]
    """Words of one side and of the other, parted by a bar, under a name for the two."""
    all: str
    """Words that say "all": what a negation in the other statement turns."""
    guards: str
    """Words under which nothing can be held against anybody: conditions, times that pass, parts of
    a whole, doubts. Several words in a row are joined by an underscore."""


@cache
def contrast(language: str) -> Contrast:
    """Return the section of one language.

    Raises:
        LanguageDataError: there is no such language, or its section breaks the rules.
    """
    return words(language, "contrast", Contrast)
