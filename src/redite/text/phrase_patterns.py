"""Phrases of the language files as regular expressions.

A phrase is words with one space between them; `likely|probable` means either word, `*` any ending
or beginning of at most 30 letters, a comma a comma. Every pattern is linear in the text: words are
separated by at most three blanks, and nothing that repeats stands inside something that repeats.
`Finder` tries a pattern only where a phrase can begin, which is what makes it fast.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

GAP = r"[ \t\n\u00a0\u202f]{1,3}"
START = r"(?<![\w-])"
END = r"(?!\w)"
_TOKEN = re.compile(r"\w+")
_ANY = r"\w{0,30}"
_ALIKE = {"’": "'", "‘": "'", "ʼ": "'", "ё": "е", "Ё": "Е", "‑": "-"}


def plain(text: str) -> str:
    """Return `text`, as long as before, with one apostrophe, one hyphen, and no "ё"."""
    for letter, one in _ALIKE.items():  # far quicker than `translate` on Cyrillic
        text = text.replace(letter, one)
    return text


def key(form: str) -> str:
    """Return a form as tables have it: `plain`, in lower case, one space between words."""
    return " ".join(plain(form).lower().split())


def any_of(phrases: Iterable[str]) -> str:
    """Return the source of a pattern for one of `phrases`, the longest that fits; never matches
    where there are none."""
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase.split()), -len(phrase), phrase))
    return f"(?:{'|'.join(map(_source, ordered))})" if ordered else r"(?!)"


def _source(phrase: str) -> str:
    words = [_word(word) for word in plain(phrase).split()]
    source = words[0]
    for word in words[1:]:
        source += rf"[ \u00a0]?{word}" if word == "," else GAP + word
    return source


def _word(word: str) -> str:
    options = [re.escape(option).replace(r"\*", _ANY) for option in word.split("|")]
    return options[0] if len(options) == 1 else f"(?:{'|'.join(options)})"


def marker(forms: Iterable[str], endings: Sequence[str] = ()) -> re.Pattern[str]:
    """Return a pattern for any of `forms` as whole words, or any word with one of `endings`."""
    ending = rf"|[^\W\d_]{{2,30}}{any_of(endings)}" if endings else ""
    return re.compile(rf"(?<!\w)(?:{any_of(forms)}{ending}){END}", re.IGNORECASE)


Places = Mapping[str, Sequence[int]]
"""Where each word of a text begins; words in lower case."""


@lru_cache(maxsize=16)  # what looks for several things in a text asks each time
def places(text: str) -> Places:
    """Return where the words of `text` begin: runs of letters and digits."""
    found: dict[str, list[int]] = {}
    for match in _TOKEN.finditer(text):
        found.setdefault(match.group().lower(), []).append(match.start())
    return found


class Openings:
    """The words with which any phrase of a list may begin."""

    def __init__(self, phrases: Iterable[str]) -> None:
        exact, prefixes, suffixes = set(), set(), set()
        for phrase in phrases:
            for option in plain(phrase.lower()).split()[0].split("|"):
                first = _TOKEN.search(option)
                if first is None:
                    raise ValueError(f"no phrase begins with {option!r}")
                if option.startswith("*"):
                    suffixes.add(first.group())
                elif option[first.end() :].startswith("*"):
                    prefixes.add(first.group())
                else:
                    exact.add(first.group())
        self._exact = frozenset(exact)
        self._prefixes, self._suffixes = tuple(sorted(prefixes)), tuple(sorted(suffixes))

    def among(self, words: Iterable[str]) -> list[str]:
        """Return those of `words`, which are in lower case, with which a phrase may begin."""
        exact, prefixes, suffixes = self._exact, self._prefixes, self._suffixes
        if not (prefixes or suffixes):
            return [word for word in words if word in exact]
        return [
            word
            for word in words
            if word in exact or word.startswith(prefixes) or word.endswith(suffixes)
        ]


class Finder:
    """Finds the phrases of a list, the longest at each place, none overlapping another."""

    def __init__(self, phrases: Iterable[str]) -> None:
        listed = tuple(phrases)
        self._pattern = re.compile(rf"{START}{any_of(listed)}{END}", re.IGNORECASE)
        self._openings = Openings(listed)

    def find(self, text: str, words: Places) -> Iterator[re.Match[str]]:
        """Yield the matches in `text`, whose words are at `words`, in order."""
        after = 0
        for start in sorted(at for word in self._openings.among(words) for at in words[word]):
            match = self._pattern.match(text, start) if start >= after else None
            if match is not None:
                after = match.end()
                yield match
