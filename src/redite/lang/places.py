"""What a language file says about countries: the `places:` section, and the capitals of the world.

The plain name of every country, and of most capitals, comes from CLDR through Babel; a file holds
only what CLDR lacks. A form is words as they are printed; `*` after the last one stands for any
ending. What is written with a capital must be printed with one, what is all capitals exactly so.
"""

from __future__ import annotations

from functools import cache
from importlib import resources

from pydantic import BaseModel, ConfigDict, Field

from redite.errors import LanguageDataError
from redite.lang import words
from redite.yaml_files import parse_ours

Forms = tuple[str, ...]


class PlaceWords(BaseModel):
    """The section `places:` of a language file; keys are ISO 3166 codes of two letters."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    ambiguous: Forms = ()
    """Names that are other words where they begin a sentence."""
    endings: Forms = ()
    """Case endings that a name may take, where no dictionary declines it ("Frankreichs")."""
    names: dict[str, Forms] = Field(default_factory=dict)
    people: dict[str, Forms] = Field(default_factory=dict)
    """Adjectives, and words for the country's people."""
    capitals: dict[str, Forms] = Field(default_factory=dict)


def place_words(language: str) -> PlaceWords:
    """Return the section of one language.

    Raises:
        LanguageDataError: there is no such language, or its section breaks the rules.
    """
    return words(language, "places", PlaceWords)


@cache
def capital_zones() -> dict[str, str]:
    """Return the time zone whose example city is the capital, by code of the country."""
    path = resources.files("redite.lang") / "world" / "capitals.yaml"
    data = parse_ours(path.read_text(encoding="utf-8"))
    if not isinstance(data, dict):
        raise LanguageDataError("world/capitals.yaml must hold one zone a country")
    return {str(code): str(zone) for code, zone in data.items()}
