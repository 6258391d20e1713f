"""Read a text into weighted keys that mean the same in every language we have words for.

A word becomes one key:

- a number its value (`#300000`), whatever its spelling;
- a word on the lists of its language the name of the place or concept (`:kyiv`, `=missile`), so
  that "ракета" and "Rakete" are one key; a German compound may give two;
- any other word a crude stem: endings of its language cut off, transliterated, spelling habits
  levelled ("sch", "ch", "ш" are one), six letters kept. That joins names across scripts and
  cognates across languages, and sometimes joins strangers; hence the low weight of short stems.

Weights stand in one table. They come from the kind and length of a word only.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from anyascii import anyascii

from redite.lang.comparison import KEPT, Lexicon, comparison, known, lexicon
from redite.text.numbers import APOSTROPHES, Quantity, find_numbers, first_number

WEIGHTS = {
    "number": 1.5,
    "name": 1.2,
    "concept": 1.0,
    "word": 0.9,
    "place": 0.6,
    "common": 0.6,
    "short": 0.5,
}
COMMON = frozenset(
    f"={concept}"
    for concept in (
        "attack military missile nuclear people possible see state strike talk territory"
        " use war weapon world believe inform system threat country government minister"
        " president security"
    ).split()
)
"""Concepts that half the news is about: two statements that share them share little more than
a topic. Fixed, not counted, so that no verdict depends on what else is in a ledger."""
STEM_LETTERS = 6
MAX_LETTERS = 20_000
"""Of a longer content the beginning is compared: no sentence needs more."""
LONGEST_WORD = 60

WORD = re.compile(r"[^\W_]+(?:['’ʼ-][^\W_]+)*")
_DAY_NUMBER = re.compile(r"\d{1,2}(?=$|st$|nd$|rd$|th$|er$|-)")
_LEVELLED = (
    *(("shch", "s"), ("tsch", "s"), ("sch", "s"), ("tch", "s"), ("sh", "s"), ("ch", "s")),
    *(("zh", "s"), ("kh", "h"), ("ph", "f"), ("th", "t"), ("ou", "u"), ("oo", "u"), ("ck", "k")),
    *(("qu", "k"), ("ts", "s"), ("q", "k"), ("c", "k"), ("w", "v"), ("y", "i"), ("j", "i")),
    *(("x", "ks"), ("z", "s"), ("'", "")),
)
_TWICE = re.compile(r"(.)\1+")


@dataclass(frozen=True, slots=True)
class Words:
    """What a statement's words come to. Two with equal keys say the same as far as we can see."""

    language: str
    weights: Mapping[str, float]
    """Key to weight, in the order of first mention."""
    quantities: tuple[tuple[Quantity, str], ...]
    """Each with the words that printed it."""
    times: tuple[tuple[str, str], ...]
    """Days as "10-31", months as "10-" and words such as "monday" and "week", each as printed."""
    status: str | None
    negated: bool
    rejecting: bool
    """True where the words call something false."""
    denied: bool
    """True where the cue does: "denied", "objected"."""

    keys: tuple[str, ...]
    """All keys, heaviest first."""
    totals: tuple[float, float, float]
    """Sums of the weights of numbers, of listed words (places, concepts), and of other words."""


def kind_of(key: str) -> int:
    """Return where in `Words.totals` the weight of `key` is counted."""
    return 0 if key[0] == "#" else 1 if key[0] in ":=" else 2


class _Language:
    """The lists of one language, ready to be looked up."""

    def __init__(self, language: str) -> None:
        section = comparison(language)
        self.stop_words = frozenset(section.stop_words.split())
        self.endings = tuple(sorted(section.endings.split(), key=lambda e: (-len(e), e)))
        self.compounds = section.compounds
        self.negations = lexicon(section.negations)
        self.rejections = lexicon(section.rejections)
        self.months = Lexicon({f"{month:02}": line for month, line in section.months.items()})
        self.times = Lexicon(section.times)
        self.statuses = Lexicon(section.statuses)
        self.places = Lexicon({f":{key}": line for key, line in section.places.items()})
        self.concepts = Lexicon({f"={key}": line for key, line in section.concepts.items()})


@cache
def _language(language: str) -> _Language:
    return _Language(language)


class _Told(NamedTuple):
    """What the lists of a language tell of one word."""

    negates: bool
    rejects: bool
    status: str | None
    month: str | None
    time: str | None
    """Key of a word that says when."""
    small: bool
    """A stop word, or digits: it has no key."""


@lru_cache(maxsize=65_536)
def _told(lower: str, code: str) -> _Told:
    lists = _language(code)
    month = lists.months.find(lower)
    return _Told(
        lower in lists.negations,
        lower in lists.rejections,
        lists.statuses.find(lower),
        month,
        lists.times.find(lower) if month is None else None,
        lower in lists.stop_words or lower.isdigit(),
    )


@lru_cache(maxsize=KEPT)
def read_words(content: str, language: str | None, cue: str = "") -> Words:
    """Return the keys of `content`; of `cue` only what turns or rejects the content counts.

    A language without lists is read like English: numbers and names still count.
    """
    code = known(language)
    content = content[:MAX_LETTERS].translate(APOSTROPHES)
    quantities = find_numbers(content, code)
    weights: dict[str, float] = {}
    for quantity in quantities:
        percent = "%" if quantity.unit == "%" else ""
        weights.setdefault(f"#{quantity.value}{percent}", WEIGHTS["number"])
    covered = {position for q in quantities for position in range(q.span.start, q.span.end)}
    times: list[tuple[str, str]] = []
    statuses: list[str] = []
    negated = rejecting = False
    printed = [(match.group(), match.start()) for match in WORD.finditer(content)]
    for place, (word, start) in enumerate(printed):
        told = _told(word.lower(), code)
        if told.month is not None and told.status is not None:  # "they may" is not "in May"
            month = word[0].isupper()
            told = told._replace(status=None) if month else told._replace(month=None, small=True)
        negated = negated or told.negates
        rejecting = rejecting or told.rejects
        if told.status is not None:
            statuses.append(told.status)
        if start in covered:
            continue
        if told.month is not None:
            times.append(_day(printed, place, told.month))
        elif told.time is not None:
            times.append((told.time, word))
        elif not told.small:
            for key, weight in keys_of(word[:LONGEST_WORD], code):
                weights.setdefault(key, weight)
    cues = [match.group().lower() for match in WORD.finditer(cue.translate(APOSTROPHES))]
    refused = any(_told(word, code).negates for word in cues)
    denied = any(_told(word, code).rejects for word in cues)
    if denied and refused:  # who "did not deny" denies nothing, and says nothing either way
        refused = denied = False
    negated = negated or refused
    totals = [0.0, 0.0, 0.0]
    for key, weight in weights.items():
        totals[kind_of(key)] += weight
    return Words(
        language=code,
        weights=weights,
        quantities=tuple((q, _shown(content, q)) for q in quantities),
        times=tuple(times),
        status=_furthest(statuses),
        negated=negated,
        rejecting=rejecting,
        denied=denied,
        keys=tuple(sorted(weights, key=lambda key: (-weights[key], key))),
        totals=(totals[0], totals[1], totals[2]),
    )


def names_a_thing(content: str, language: str | None) -> bool:
    """Say whether `content` has a key that is no number, without reading more than it takes."""
    code = known(language)
    read = content[:MAX_LETTERS].translate(APOSTROPHES)
    numbers = first_number(read, code)
    for match in WORD.finditer(read):
        if match.start() >= numbers:  # what stands from here on may be part of one
            break
        word = match.group()
        told = _told(word.lower(), code)
        says = told.month is None and told.time is None and not told.small
        if says and keys_of(word[:LONGEST_WORD], code):
            return True
    return any(key[0] != "#" for key in read_words(content, language).keys)


def _shown(content: str, quantity: Quantity) -> str:
    words = quantity.span.of(content)
    return words if quantity.unit is None else f"{words} {quantity.unit}"


def figures(words: Words) -> frozenset[str]:
    """Return the keys of the days and numbers: of what happens every night, they tell which."""
    days = {key for key, _ in words.times if key[0].isdigit()}
    return frozenset(days | {key for key in words.weights if key[0] == "#"})


def unit_key(quantity: Quantity, language: str) -> str:
    """Return what is counted as one key for all languages; empty where nothing is named."""
    unit = quantity.unit
    if unit is None or unit == "%" or unit.isupper():
        return unit or ""
    keys = keys_of(unit, language)
    return keys[0][0] if keys else ""


def says_when(word: str, code: str) -> bool:
    """Say whether a word is a month, a weekday or another word of time."""
    lists, lower = _language(code), word.lower()
    return lists.months.find(lower) is not None or lists.times.find(lower) is not None


def _furthest(statuses: list[str]) -> str | None:
    """Return how far the thing has come: what is planned is planned, whatever else is said."""
    return next((s for s in ("planned", "done", "under-way") if s in statuses), None)


def _day(printed: list[tuple[str, int]], place: int, month: str) -> tuple[str, str]:
    """Return a month with the day beside it, if there is one: its key, and as printed."""
    word = printed[place][0]
    for beside in (place - 1, place + 1):
        if 0 <= beside < len(printed):
            number = printed[beside][0]
            day = _DAY_NUMBER.match(number)
            if day is not None and 1 <= int(day.group()) <= 31:
                shown = f"{number} {word}" if beside < place else f"{word} {number}"
                return f"{month}-{int(day.group()):02}", shown
    return f"{month}-", word


@lru_cache(maxsize=65_536)
def keys_of(word: str, code: str) -> tuple[tuple[str, float], ...]:
    """Return the keys of one word that is neither a number nor a stop word."""
    lists = _language(code)
    lower = word.lower()
    if len(lower) < 2:
        return ()
    found = lists.places.find_prefix(lower) or lists.concepts.find_prefix(lower)
    if found is not None:
        rest = lower[found[1] :]
        second = lists.concepts.find_prefix(rest) if lists.compounds and len(rest) > 3 else None
        return (_listed(found[0]),) if second is None else (_listed(found[0]), _listed(second[0]))
    parts = lower.split("-")
    if len(parts) > 1:
        return tuple(
            pair
            for part in parts[:4]
            if part not in lists.stop_words
            for pair in keys_of(part if lower == word else part.capitalize(), code)
        )
    stem = _stem(lower, lists)
    if len(stem) < 2:
        return ()
    if word[0].isupper():
        return ((stem, WEIGHTS["name"] if len(stem) > 3 else WEIGHTS["word"]),)
    return ((stem, WEIGHTS["word"] if len(stem) > 4 else WEIGHTS["short"]),)


def _listed(key: str) -> tuple[str, float]:
    """Return the key of a listed word with its weight."""
    kind = "place" if key[0] == ":" else "common" if key in COMMON else "concept"
    return key, WEIGHTS[kind]


def _stem(lower: str, lists: _Language) -> str:
    if "'" in lower:  # "l'attaque", "don't": the longest part carries the meaning
        lower = max(lower.split("'"), key=len) if lists.endings and "'" in lower[:3] else lower
    for ending in lists.endings:
        if lower.endswith(ending) and len(lower) - len(ending) >= 4:
            lower = lower[: -len(ending)]
            break
    plain = anyascii(lower).lower()
    for spelling, level in _LEVELLED:
        plain = plain.replace(spelling, level)
    return _TWICE.sub(r"\1", plain)[:STEM_LETTERS]
