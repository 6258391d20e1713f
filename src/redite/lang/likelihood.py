"""What a language file says about likelihood: the `likelihood:` section, and the numeric scales.

A phrase is written as it is read, in lower case, one space between words. `likely|probable` in a
place means either; `*` before or after a word stands for any beginning or ending of it.

The words of a phrase are composed, not listed: "extremely" + "unlikely", "not" + "very" +
"likely". What each kind of modifier does is said in `redite.text.likelihood`.
"""

from __future__ import annotations

from functools import cache
from importlib import resources

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError, field_validator

from redite.errors import LanguageDataError
from redite.lang import words
from redite.values import Term
from redite.yaml_files import parse_ours

Forms = tuple[str, ...]
Degrees = dict[Term, Forms]
Band = tuple[float, float]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Bearer(_Part):
    """Nouns that have a likelihood, and the words that size them ("slim chance")."""

    nouns: Forms
    sizes: Degrees


class Likelihood(_Part):
    """The section `likelihood:` of a language file."""

    scale: str
    """Key of the scale in scales/likelihood.yaml."""
    words: Degrees
    """Estimates wherever they stand."""
    adjectives: Degrees = {}
    """Estimates only with a modifier or beside one of `before` or `after`: elsewhere they
    describe a noun ("un candidat probable")."""
    before: Forms = ()
    after: Forms = ()
    strong: Forms
    """Modifiers that move a word one degree away from even."""
    utmost: Forms
    """Modifiers that move it to the end of the scale."""
    mild: Forms = ()
    """Modifiers that belong to the phrase and change nothing."""
    turn: Forms
    """Modifiers that turn it round: "not likely", "peu probable"."""
    traps: Forms = ()
    """Phrases whose words are no estimate: "probable cause", "more likely"."""
    determiners: Forms = ()
    """Words before an attributive "likely": "a likely candidate" is no estimate …"""
    estimated: Forms = ()
    """… unless one of these follows: "a likely explanation"."""
    bearers: tuple[Bearer, ...]
    copulas: Forms
    """Words that join a noun to its size: "the risk is low", "rated the risk as low"."""
    bare_predicates: bool = False
    """True where the language does without a copula: "риск низкий"."""
    clause_starts: Forms
    """Words that may follow a size which ends its clause: "the risk is low because …"."""
    percent: Forms
    """What may follow a figure; a leading hyphen is written to it ("-prozentig*")."""
    joins: Forms
    """Words between the ends of a range: "20 to 30 percent"."""
    links: Forms
    """Words between noun and figure: "a probability of 70 percent"."""
    near_links: Forms = ()
    """Those that count only right between the two: elsewhere "of" begins something else."""
    below: Forms = ()
    above: Forms = ()
    of: Forms = ()
    """Words between figure and noun: "70 % de chances"."""
    in_words: Forms
    """Words of a ratio: "one in three", "three out of ten"."""
    small_numbers: dict[int, Forms]
    """One to ten, as ratios spell them."""
    evens: Forms
    """Even odds, of a noun that stands near: "50-50"."""


class Scale(_Part):
    """What the seven terms stand for in one tradition."""

    name: str
    source: str
    derived: bool
    bands: dict[Term, Band]
    words: dict[str, Band] = {}

    @field_validator("bands")
    @classmethod
    def _all_seven(cls, bands: dict[Term, Band]) -> dict[Term, Band]:
        if set(bands) != set(Term):
            raise ValueError("a scale gives each of the seven terms a band")
        if any(not 0 <= low <= high <= 1 for low, high in bands.values()):
            raise ValueError("a band runs from a probability to one not below it")
        return bands

    def band(self, term: Term, phrase: str) -> Band:
        """Return the band of `phrase`, in lower case, which means `term`."""
        return self.words.get(phrase, self.bands[term])


@cache
def scales() -> dict[str, Scale]:
    """Return the scales by key.

    Raises:
        LanguageDataError: scales/likelihood.yaml breaks its rules.
    """
    path = resources.files("redite.lang") / "scales" / "likelihood.yaml"
    try:
        data = parse_ours(path.read_text(encoding="utf-8"))
        return {key: Scale.model_validate(value) for key, value in data.items()}
    except (yaml.YAMLError, ValidationError) as error:
        raise LanguageDataError(f"scales/likelihood.yaml: {error}") from None


def likelihood(language: str) -> Likelihood:
    """Return the section of one language, whose scale is known to exist.

    Raises:
        LanguageDataError: there is no such language, or its section breaks the rules.
    """
    section = words(language, "likelihood", Likelihood)
    if section.scale not in scales():
        known = ", ".join(scales())
        raise LanguageDataError(
            f"{language}.yaml, section 'likelihood': no scale {section.scale!r}; there are: {known}"
        )
    return section
