"""Read number words, one token after the other: "two hundred and fifty", "zweiundzwanzig".

A small machine takes words from left to right and stops at the first that does not continue the
number. What the words are stands in the language files.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from redite.lang.comparison import KEPT, Lexicon, comparison, lexicon

_YEAR_FROM, _YEAR_TO = 1900, 2099


class Token(NamedTuple):
    """A word, a run of digits or a sign, in lower case, with its place in the text."""

    kind: str
    text: str
    start: int
    end: int


class Numerals:
    """The number words of one language, ready to be looked up, and the words beside numbers."""

    def __init__(self, language: str) -> None:
        section = comparison(language)
        self.numbers = section.numbers
        numbers = section.numbers
        self.values = Lexicon({str(value): line for value, line in numbers.values.items()})
        self.scales = Lexicon({str(value): line for value, line in numbers.scales.items()})
        self.hundred = frozenset(numbers.hundred.split())
        self.scores = frozenset(numbers.scores.split())
        self.links = frozenset(numbers.links.split())
        self.article_like = frozenset(numbers.article_like.split())
        self.vague = frozenset(numbers.vague.split())
        self.percent = lexicon(numbers.percent)
        self.currencies = Lexicon(numbers.currencies)
        self.approximate = lexicon(numbers.approximate)
        self.months = Lexicon({str(month): line for month, line in section.months.items()})
        self.times = Lexicon(section.times)
        self.stop_words = frozenset(section.stop_words.split())
        self.atoms = self._atoms() if numbers.compounds else {}
        # Most words are none of a number, and the same ones come again and again.
        self.step = lru_cache(maxsize=KEPT)(self._step)

    def _atoms(self) -> dict[str, int]:
        parts = {w: v for v, line in self.numbers.values.items() for w in line.split() if v}
        parts |= {w: v for v, line in self.numbers.scales.items() for w in line.split()}
        parts |= dict.fromkeys(self.hundred, 100)
        parts |= dict.fromkeys(self.links, 0)
        return parts

    def _step(self, word: str) -> tuple[str, int] | None:
        """Return what a word does to a number, and by how much; None where it is no part of one."""
        if word in self.hundred:
            return "hundred", 100
        value = self.values.find(word)
        if value is not None:
            return "value", int(value)
        scale = self.scales.find(word)
        if scale is not None:
            return "scale", int(scale)
        compound = _compound(word, self.atoms) if self.atoms else None
        return None if compound is None else ("value", compound)


@cache
def numerals(language: str) -> Numerals:
    """Return the number words of `language`, which must have a file."""
    return Numerals(language)


def read_number_words(
    tokens: list[Token], at: int, words: Numerals
) -> tuple[Decimal | None, int] | None:
    """Read a number written out; the machine keeps what is below the last thousand apart."""
    first = tokens[at].text
    if first in words.vague:
        return None
    total = current = 0
    here, after = at, at  # `after` stays behind a link that no number word follows
    while here < len(tokens):
        token = tokens[here]
        if after > at and (token.text in words.links or token.text == "-"):
            here += 1
            if here < len(tokens) and tokens[here].kind == "word":
                token = tokens[here]
        if token.kind != "word":
            break
        added = _add(total, current, token.text, words)
        if added is None:
            break
        total, current = added
        here += 1
        after = here
    if after == at:
        return None
    if after == at + 1 and first in words.article_like:
        return None
    if after == at + 1 and is_date(tokens, at, words):
        return None, after
    return Decimal(total + current), after


def _add(total: int, current: int, word: str, words: Numerals) -> tuple[int, int] | None:
    """Take one more word into the number; None where it does not continue it.

    `total` is what is complete, in thousands; `current` what a thousand may still multiply.
    """
    step = words.step(word)
    if step is None:
        return None
    kind, amount = step
    if kind == "scale":
        return None if total and amount >= total else (total + (current or 1) * amount, 0)
    if kind == "hundred":
        return None if current >= 100 else (total, (current or 1) * 100)
    if word in words.scores and current % 100 == 4:
        return total, current + 76  # "quatre-vingt": four times twenty
    if not _fits(current, amount, 20 if words.scores else 10):
        return None
    return total, current + amount


def _fits(current: int, amount: int, below: int) -> bool:
    """Say whether `amount` may be added: "twenty" takes "three", "three" takes nothing more."""
    if current == 0:
        return True
    if amount >= 100:
        return False
    if current % 100 == 0:
        return True
    return current % 10 == 0 and current % 100 >= 20 and amount < below


def _compound(word: str, atoms: dict[str, int]) -> int | None:
    """Read "zweihundertdreiundzwanzigtausend"; None where a part is no number word."""
    total = current = 0
    parts = 0
    while word:
        size = next((n for n in range(min(len(word), 12), 2, -1) if word[:n] in atoms), 0)
        if size == 0:
            return None
        amount, word = atoms[word[:size]], word[size:]
        parts += 1
        if amount == 100:
            current = (current or 1) * 100
        elif amount >= 1000:
            total += (current or 1) * amount
            current = 0
        else:
            current += amount
    return total + current if parts > 1 and total + current > 0 else None


def is_date(tokens: list[Token], at: int, words: Numerals) -> bool:
    """Say whether the number is a day beside a month, or a year."""
    text = tokens[at].text
    near = [tokens[i] for i in (at - 1, at + 1, at + 2) if 0 <= i < len(tokens)]
    small = text.isdigit() and len(text) <= 2 and 1 <= int(text) <= 31
    neighbours = [t.text for t in near if t.kind == "word" and words.months.find(t.text)]
    if neighbours and (small or text.isalpha()):
        return small
    if not (text.isdigit() and len(text) == 4 and _YEAR_FROM <= int(text) <= _YEAR_TO):
        return False
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or following.kind == "other":
        return True
    if following.kind == "sign" or unit_of(following.text, words) in {
        "%",
        *words.numbers.currencies,
    }:
        return False
    if words.times.find(following.text) == "year" or following.text in words.stop_words:
        return True
    before = tokens[at - 1].text if at else ""
    return before in words.stop_words or words.months.find(before) is not None


def unit_of(word: str, words: Numerals) -> str | None:
    """Return "%" or a currency code where `word` is one, else None."""
    if word in words.percent:
        return "%"
    return words.currencies.find(word)
