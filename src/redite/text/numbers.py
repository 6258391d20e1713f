"""Find the quantities of a text: digits and number words of five languages, in one normal form.

    >>> [(str(q.value), q.unit) for q in find_numbers("about three hundred thousand men", "en")]
    [('300000', 'men')]

The text is cut into tokens once; a small machine then reads number words from left to right and
stops at the first word that does not continue the number. Dates, clock times, years and
designations ("T-72") are no quantities. The time taken is linear in the length of the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from redite.lang.comparison import Lexicon, comparison, known, lexicon
from redite.values import Span

APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "`": "'"})
CURRENCY_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "₽": "RUB", "₴": "UAH", "¥": "JPY"}

# Order matters: what is no quantity is taken first, so that its digits are used up.
_TOKEN = re.compile(
    r"(?P<skip>\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{1,2}:\d{2}(?::\d{2})?)"
    r"|(?P<digits>\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3}){1,6}(?![\d.,]?\d)"
    r"|\d{1,40}(?:[.,]\d{1,40}){0,12})"
    r"|(?P<word>[^\W\d_]{1,60}(?:['’ʼ][^\W\d_]{1,60}){0,3})"
    r"|(?P<sign>[%$€£₽₴¥])"
    r"|(?P<other>[^\s])"
)
_YEAR_FROM, _YEAR_TO = 1900, 2099
_MAX_SCALE_DIGITS = 18


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number with what it counts. Two spellings of one number have equal values."""

    span: Span
    value: Decimal
    unit: str | None
    """"%", a currency code, or the word that follows, in lower case; None where nothing does."""
    approximate: bool
    """True where the text calls it an estimate or a bound ("about", "up to")."""


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    start: int
    end: int


class _Words:
    """The number words of one language, ready to be looked up."""

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

    def _atoms(self) -> dict[str, int]:
        parts = {w: v for v, line in self.numbers.values.items() for w in line.split() if v}
        parts |= {w: v for v, line in self.numbers.scales.items() for w in line.split()}
        parts |= dict.fromkeys(self.hundred, 100)
        parts |= dict.fromkeys(self.links, 0)
        return parts


@cache
def _words(language: str) -> _Words:
    return _Words(language)


def find_numbers(text: str, language: str | None) -> tuple[Quantity, ...]:
    """Return the quantities of `text`, in text order; spans do not overlap.

    A language without a file is read like English, whose number words it will rarely hold.
    """
    words = _words(known(language))
    tokens = [
        _Token(m.lastgroup or "", m.group().lower().translate(APOSTROPHES), m.start(), m.end())
        for m in _TOKEN.finditer(text)
    ]
    found: list[Quantity] = []
    at = 0
    while at < len(tokens):
        read = _read(tokens, at, words, text)
        if read is None:
            at += 1
            continue
        value, after = read
        if value is not None:
            found.append(_quantity(tokens, at, after, value, words))
        at = after + 2 if _is_per_cent(tokens, after, words) else after
    return tuple(found)


def _read(
    tokens: list[_Token], at: int, words: _Words, text: str
) -> tuple[Decimal | None, int] | None:
    """Read one number; None where none begins, (None, after) where it is no quantity."""
    token = tokens[at]
    if token.kind == "digits":
        if _is_designation(text, token):
            return None, at + 1
        value, after = _scaled(_digits(token.text, words), tokens, at + 1, words)
        if after == at + 1 and _is_date(tokens, at, words):
            return None, after
        return value, after
    if token.kind == "word":
        return _read_words(tokens, at, words)
    return None


def _digits(printed: str, words: _Words) -> Decimal:
    """Return the value of digits with separators, as this language writes them."""
    groups = re.split(r"[^\d]", printed)
    separators = set(re.sub(r"\d", "", printed))
    if not separators:
        return Decimal(printed)
    last = printed[-len(groups[-1]) - 1]
    in_threes = all(len(group) == 3 for group in groups[1:]) and len(groups[0]) <= 3
    if separators <= set(".,"):
        point = words.numbers.decimal_point
        if len(separators) == 2:
            return Decimal("".join(groups[:-1]) + "." + groups[-1])
        if len(groups) == 2 and not (in_threes and last != point and groups[0] != "0"):
            return Decimal(f"{groups[0]}.{groups[1]}")
    return Decimal("".join(groups))


def _scaled(value: Decimal, tokens: list[_Token], at: int, words: _Words) -> tuple[Decimal, int]:
    """Multiply digits by the scale words that follow ("300 thousand", "1.5 Mio.")."""
    while at < len(tokens) and tokens[at].kind == "word":
        scale = words.scales.find(tokens[at].text)
        if scale is None or value.adjusted() > _MAX_SCALE_DIGITS:
            break
        value *= int(scale)
        at += 1
        if at < len(tokens) and tokens[at].text == "." and tokens[at].start == tokens[at - 1].end:
            at += 1
    return value, at


def _read_words(tokens: list[_Token], at: int, words: _Words) -> tuple[Decimal | None, int] | None:
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
    if after == at + 1 and _is_date(tokens, at, words):
        return None, after
    return Decimal(total + current), after


def _add(total: int, current: int, word: str, words: _Words) -> tuple[int, int] | None:
    """Take one more word into the number; None where it does not continue it.

    `total` is what is complete, in thousands; `current` what a thousand may still multiply.
    """
    step = _step(word, words)
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


def _step(word: str, words: _Words) -> tuple[str, int] | None:
    if word in words.hundred:
        return "hundred", 100
    value = words.values.find(word)
    if value is not None:
        return "value", int(value)
    scale = words.scales.find(word)
    if scale is not None:
        return "scale", int(scale)
    if words.atoms:
        value_of_compound = _compound(word, words.atoms)
        if value_of_compound is not None:
            return "value", value_of_compound
    return None


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


def _is_designation(text: str, token: _Token) -> bool:
    """Say whether the digits are part of a name: "T-72", "Х-101", "covid19", "p46"."""
    start, end = token.start, token.end
    before = text[start - 1] if start else " "
    if before in "-‑–" and start > 1 and text[start - 2].isalpha():
        return True
    if before.isalpha() or before == "_":
        return True
    after = text[end] if end < len(text) else " "
    return after.isalpha() and after not in "kKmM"


def _is_date(tokens: list[_Token], at: int, words: _Words) -> bool:
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
    if following.kind == "sign" or _unit(following.text, words) in {"%", *words.numbers.currencies}:
        return False
    if words.times.find(following.text) == "year" or following.text in words.stop_words:
        return True
    before = tokens[at - 1].text if at else ""
    return before in words.stop_words or words.months.find(before) is not None


def _unit(word: str, words: _Words) -> str | None:
    if word in words.percent:
        return "%"
    return words.currencies.find(word)


def _quantity(tokens: list[_Token], at: int, after: int, value: Decimal, words: _Words) -> Quantity:
    start, end, unit = tokens[at].start, tokens[after - 1].end, None
    before = tokens[at - 1] if at else None
    following = tokens[after] if after < len(tokens) else None
    if before is not None and before.kind == "sign" and before.text in CURRENCY_SIGNS:
        unit = CURRENCY_SIGNS[before.text]
    elif _is_per_cent(tokens, after, words):
        unit = "%"
    elif following is not None and following.kind == "sign":
        unit = "%" if following.text == "%" else CURRENCY_SIGNS[following.text]
    elif following is not None and following.kind == "word":
        unit = _unit(following.text, words) or _counted(tokens, after, words)
    back = [t.text for t in tokens[max(0, at - 2) : at] if t.kind == "word"]
    return Quantity(
        Span(start, end), value.normalize() + 0, unit, any(w in words.approximate for w in back)
    )


def _is_per_cent(tokens: list[_Token], at: int, words: _Words) -> bool:
    """Say whether two words stand here for "%" ("per cent", listed as "per-cent")."""
    return "-".join(token.text for token in tokens[at : at + 2]) in words.percent


def _counted(tokens: list[_Token], after: int, words: _Words) -> str | None:
    """Return the word counted: the next one that is no particle ("three hundred of the men")."""
    for token in tokens[after : after + 3]:
        if token.kind != "word":
            return None
        if token.text not in words.stop_words:
            return token.text
    return None
