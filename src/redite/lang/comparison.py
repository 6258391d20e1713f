"""The words of one language that tell whether two statements say the same: `comparison:`.

Lists are written as plain lines of words. A trailing `*` makes a word a prefix: `nuclear*` covers
"nuclear" and "nuclearisation"; without it the word must stand exactly so. Words may be written in
the language's own script and spelling, in lower case.

`concepts` and `places` are keyed by an English word which is the same in every language file:
two words under one key count as the same word, within a language and across languages.
"""

from __future__ import annotations

from functools import cache, lru_cache

from pydantic import BaseModel, ConfigDict

from redite.lang import languages, words

KEPT = 4096
"""Words whose answer a lexicon keeps."""
MIN_PREFIX = 3
"""Shorter prefixes would swallow unrelated words."""


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class NumberWords(_Part):
    """How this language writes numbers."""

    decimal_point: str
    """The character before decimals; the other of ".," then groups thousands."""
    values: dict[int, str]
    """Words that add up: "five", "twenty", "двести"."""
    hundred: str = ""
    """Words that multiply what stands before them by a hundred."""
    scores: str = ""
    """Words that multiply "four" by twenty ("quatre-vingts")."""
    scales: dict[int, str]
    """Words that multiply by a thousand and more, abbreviations included."""
    links: str = ""
    """Words between the parts of one number ("and")."""
    article_like: str = ""
    """Forms of "one" that mostly mean "a": no number when they stand alone."""
    vague: str = ""
    """Plurals that are no number when nothing stands before them ("thousands of people")."""
    compounds: bool = False
    """True where number words are written together ("zweiundzwanzig")."""
    percent: str
    currencies: dict[str, str]
    approximate: str
    """Words right before a number that make it an estimate or a bound."""


class Comparison(_Part):
    """The section `comparison:` of a language file."""

    stop_words: str
    endings: str
    """Endings cut off a word, longest first, where at least four letters remain."""
    compounds: bool = False
    """True where a word may be several written together ("Atomwaffen")."""
    negations: str
    rejections: str
    """Words that call what somebody else said wrong: "lie", "denied", "absurd"."""
    rejoinders: str
    """Phrases, parted by commas, with which somebody turns against what was said right before
    him: "retorted", "not so"; written as `redite.text.phrase_patterns` reads them."""
    months: dict[int, str]
    times: dict[str, str]
    """Words that say when: weekdays, "tomorrow", "week"."""
    statuses: dict[str, str]
    """`planned`, `under-way`, `done`: words that say how far a thing has come."""
    numbers: NumberWords
    places: dict[str, str]
    concepts: dict[str, str]


class Lexicon:
    """Words and prefixes, each with a key; looks a word up in time linear in its length."""

    def __init__(self, entries: dict[str, str]) -> None:
        self._exact: dict[str, str] = {}
        self._prefixes: dict[str, str] = {}
        self._longest = MIN_PREFIX
        for key, line in entries.items():
            for word in line.split():
                if word.endswith("*"):
                    self._prefixes.setdefault(word[:-1], key)
                    self._longest = max(self._longest, len(word) - 1)
                else:
                    self._exact.setdefault(word, key)
        # News says the same words again and again; bounded, for a text may be made of new ones.
        self.find_prefix = lru_cache(maxsize=KEPT)(self._find_prefix)

    def find(self, word: str) -> str | None:
        """Return the key of `word`: of the exact word, else of its longest known prefix."""
        found = self.find_prefix(word)
        return None if found is None else found[0]

    def _find_prefix(self, word: str) -> tuple[str, int] | None:
        """Return the key and how many letters of `word` it accounts for."""
        key = self._exact.get(word)
        if key is not None:
            return key, len(word)
        for length in range(min(len(word), self._longest), MIN_PREFIX - 1, -1):
            key = self._prefixes.get(word[:length])
            if key is not None:
                return key, length
        return None

    def __contains__(self, word: str) -> bool:
        return self.find(word) is not None


@cache
def lexicon(line: str) -> Lexicon:
    """Return a lexicon of one list, every word under the key "yes"."""
    return Lexicon({"yes": line})


@cache
def comparison(language: str) -> Comparison:
    """Return the section of one language.

    Raises:
        LanguageDataError: there is no such language, or its section breaks the rules.
    """
    return words(language, "comparison", Comparison)


def known(language: str | None) -> str:
    """Return `language` where there is a file for it, else "en": numerals and names still count."""
    return language if language is not None and language in languages() else "en"
