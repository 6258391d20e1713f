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

from redite.lang.comparison import known
from redite.text.number_words import (
    Numerals,
    Token,
    is_date,
    numerals,
    read_number_words,
    unit_of,
)
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
_MAX_SCALE_DIGITS = 18
LONGEST_NAME = 24
_IN_NAME = re.compile(r"[^\W\d_][-‑–]?\d{1,6}\Z")
"""What stands before the stroke of "Х-101/55"."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number with what it counts. Two spellings of one number have equal values."""

    span: Span
    value: Decimal
    unit: str | None
    """"%", a currency code, or the word that follows, in lower case; None where nothing does."""
    approximate: bool
    """True where the text calls it an estimate or a bound ("about", "up to")."""


def find_numbers(text: str, language: str | None) -> tuple[Quantity, ...]:
    """Return the quantities of `text`, in text order; spans do not overlap.

    A language without a file is read like English, whose number words it will rarely hold.
    """
    words = numerals(known(language))
    tokens = [
        Token(m.lastgroup or "", _plain(m.group().lower()), *m.span())
        for m in _TOKEN.finditer(text)
    ]
    found: list[Quantity] = []
    at = 0
    while at < len(tokens):
        kind, word = tokens[at][:2]
        begins = kind == "digits" or (kind == "word" and words.step(word) is not None)
        read = _read(tokens, at, words, text) if begins else None
        if read is None:
            at += 1
            continue
        value, after = read
        if value is not None:
            found.append(_quantity(tokens, at, after, value, words))
        at = after + 2 if _is_per_cent(tokens, after, words) else after
    return tuple(found)


def first_number(text: str, language: str | None) -> int:
    """Return where the first word stands that may begin a number; the end where there is none.

    Nothing before it is part of a quantity: that is known much sooner than the quantities are.
    """
    words = numerals(known(language))
    for token in _TOKEN.finditer(text):
        if token.lastgroup == "digits":
            return token.start()
        if token.lastgroup == "word" and words.step(_plain(token.group().lower())) is not None:
            return token.start()
    return len(text)


def _plain(word: str) -> str:
    return word if word.isalpha() else word.translate(APOSTROPHES)


def _read(
    tokens: list[Token], at: int, words: Numerals, text: str
) -> tuple[Decimal | None, int] | None:
    """Read one number; None where none begins, (None, after) where it is no quantity."""
    token = tokens[at]
    if token.kind == "digits":
        if _is_designation(text, token):
            return None, at + 1
        value, after = _scaled(_digits(token.text, words), tokens, at + 1, words)
        if after == at + 1 and is_date(tokens, at, words):
            return None, after
        return value, after
    if token.kind == "word":
        return read_number_words(tokens, at, words)
    return None


def _digits(printed: str, words: Numerals) -> Decimal:
    """Return the value of digits with separators, as this language writes them."""
    if printed.isdigit():
        return Decimal(printed)
    groups = re.split(r"[^\d]", printed)
    separators = set(re.sub(r"\d", "", printed))
    last = printed[-len(groups[-1]) - 1]
    in_threes = all(len(group) == 3 for group in groups[1:]) and len(groups[0]) <= 3
    if separators <= set(".,"):
        point = words.numbers.decimal_point
        if len(separators) == 2:
            return Decimal("".join(groups[:-1]) + "." + groups[-1])
        if len(groups) == 2 and not (in_threes and last != point and groups[0] != "0"):
            return Decimal(f"{groups[0]}.{groups[1]}")
    return Decimal("".join(groups))


def _scaled(value: Decimal, tokens: list[Token], at: int, words: Numerals) -> tuple[Decimal, int]:
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


def _is_designation(text: str, token: Token) -> bool:
    """Say whether the digits are part of a name: "T-72", "Х-101/55", "covid19", "p46"."""
    start, end = token.start, token.end
    before = text[start - 1] if start else " "
    if before == "/" and _IN_NAME.search(text, max(0, start - LONGEST_NAME), start - 1):
        return True
    if before in "-‑–" and start > 1 and text[start - 2].isalpha():
        return True
    if before.isalpha() or before == "_":
        return True
    after = text[end] if end < len(text) else " "
    return after.isalpha() and after not in "kK"


def _quantity(
    tokens: list[Token], at: int, after: int, value: Decimal, words: Numerals
) -> Quantity:
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
        unit = unit_of(following.text, words) or _counted(tokens, after, words)
    back = [t.text for t in tokens[max(0, at - 2) : at] if t.kind == "word"]
    return Quantity(
        Span(start, end), value.normalize() + 0, unit, any(w in words.approximate for w in back)
    )


def _is_per_cent(tokens: list[Token], at: int, words: Numerals) -> bool:
    """Say whether two words stand here for "%" ("per cent", listed as "per-cent")."""
    return "-".join(token.text for token in tokens[at : at + 2]) in words.percent


def _counted(tokens: list[Token], after: int, words: Numerals) -> str | None:
    """Return the word counted: the next one that is no particle ("three hundred of the men")."""
    for token in tokens[after : after + 3]:
        if token.kind != "word":
            return None
        if token.text not in words.stop_words:
            return token.text
    return None
