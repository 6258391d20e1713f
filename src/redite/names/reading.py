"""A printed name as its words: titles taken off, initials, patronymics and small words marked."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from redite.names.lore import Lore, lore
from redite.names.sounds import is_abjad, sounds

MOST_WORDS = 10
"""Words of a name that are read; no name has more, and work must stay bounded."""
LONGEST_NAME = 400
"""Code points of a name that are read."""

_PATRONYMIC = re.compile(
    r"(?:[oe]vi[cč]h?|[oe]wi(?:cz|tsch)|[oe]vitch|[oe]vitsj|ovych|yovych|[oei]vna|[oe]wna|[iї]chna"
    r"|ович|евич|йович|ьич|овна|евна|ична|івна|ївна)$"
)
_APOSTROPHES = "'’ʼ`´‘ʹʻ\u05f3"
# Letters that look alike, as attackers and keyboards mix them.
_LATIN_TWINS = dict(zip("аеорсухіјѕԁһӏʟ", "aeopcyxijsdhll", strict=True)) | dict(
    zip("АВЕКМНОРСТХУІЈЅαοΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEKMHOPCTXYIJSaoABEZHIKMNOPTYX", strict=True)
)
_CYRILLIC_TWINS = dict(zip("aeopcyxijsABEKMHOPCTXYIJS", "аеорсухіјѕАВЕКМНОРСТХУІЈЅ", strict=True))


_NAMES_TOO = frozenset("al ben el la mac van аль бен ван ле".split())
"""Small words that are a name where they come first."""


class Kind(StrEnum):
    """What sort of word of a name a word is."""

    NAME = "name"
    INITIAL = "initial"
    PATRONYMIC = "patronymic"
    PARTICLE = "particle"


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a name."""

    plain: str
    """As printed, in small letters, look-alikes put right."""
    sounds: str
    kind: Kind
    bare: bool
    """Whether its script leaves vowels out."""
    script: str = ""
    """"latin", "cyrillic", or "" for another."""
    mixed: bool = False
    """Whether letters of two scripts that look alike stood in it."""
    hyphen: bool = False
    """Whether a hyphen joins it to the word before."""
    led: str = ""
    """Its sounds with those of a small word before it, if there is one (al-Tamimi, Altamimi)."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A name in its words, as printed; `surname_first` where a comma or capitals say so."""

    words: tuple[Word, ...]
    small: tuple[Word, ...]
    generation: str
    surname_first: bool
    mixed: bool

    @property
    def surname_at(self) -> int:
        """Return the place of the surname: the last name word, unless a mark puts it first."""
        if self.surname_first or not self.words:
            return 0
        at = len(self.words) - 1
        while at and self.words[at].kind in (Kind.INITIAL, Kind.PATRONYMIC):
            at -= 1
        return at

    @property
    def surname_places(self) -> frozenset[int]:
        """Return the places of the surname and of what a hyphen joins to it."""
        first = last = self.surname_at
        while first and self.words[first].hyphen:
            first -= 1
        while last + 1 < len(self.words) and self.words[last + 1].hyphen:
            last += 1
        return frozenset(range(first, last + 1))

    @property
    def given_at(self) -> int:
        """Return the place of the given name, or its initial."""
        return 1 if self.surname_at == 0 and len(self.words) > 1 else 0

    @property
    def surname(self) -> Word | None:
        """Return the surname, or the only word; None where there are no words."""
        return self.words[self.surname_at] if self.words else None

    @property
    def given(self) -> Word | None:
        """Return the given name or its initial; None where only one word is printed."""
        return self.words[self.given_at] if len(self.words) > 1 else None

    @property
    def full(self) -> bool:
        """Say whether a given name is printed beside the surname, not its initial alone.

        Words that a hyphen joins are one name: Жан-Пьер is a surname, or a given name.
        """
        parts = [word for word in self.words if word.kind is not Kind.INITIAL]
        return sum(not word.hyphen for word in parts) > 1


@lru_cache(maxsize=1 << 16)
def read(name: str) -> Reading:
    """Take a printed name apart.

    >>> [word.plain for word in read("Dr. VELESH, Goran K.").words]
    ['velesh', 'goran', 'k']
    """
    text = unicodedata.normalize("NFKC", name[:LONGEST_NAME]).replace("\u0301", "")
    text = re.sub(r"\([^)]{0,100}\)", " ", text) if not text.startswith("(") else text
    known = lore()
    raw = _split(text)
    words: list[Word] = []
    small: list[Word] = []
    generation = ""
    before_comma, led_at = 0, -2
    for at, piece in enumerate(raw[: 2 * MOST_WORDS]):
        repaired, mixed = _untangled(piece.text)
        plain = repaired.casefold()
        bare = plain.replace(".", "")
        others = len(raw) - 1
        if bare in known.generations and at and others > 1 and len(words) > 1:
            generation = _generation(bare)
            continue
        # "m." and "a." are initials in one name and degrees in another: those stay.
        if (
            bare in known.titles
            and others > 1
            and (len(bare) > 1 or piece.dot)
            and (len(bare) > 1 or at == 0)
        ):
            continue
        kind = _kind(bare, piece, others, known, first=not words)
        before = small[-1].plain if small and led_at == at - 1 else ""
        word = Word(
            plain,
            sounds(plain),
            kind,
            is_abjad(plain),
            _script(plain),
            mixed,
            piece.hyphen and bool(words),
            sounds(before + plain) if before and kind is Kind.NAME else "",
        )
        if kind is Kind.PARTICLE:
            led_at = at
        (small if kind is Kind.PARTICLE else words).append(word)
        if piece.comma and not before_comma:
            before_comma = len(words)
    if not words:
        words, small = small, []
    return Reading(
        tuple(words[:MOST_WORDS]),
        tuple(small[:MOST_WORDS]),
        generation,
        before_comma > 0 or _begins_with_surname(words, raw, known),
        any(word.mixed for word in words),
    )


def _kind(bare: str, piece: _Piece, others: int, known: Lore, *, first: bool) -> Kind:
    """Say what a word is, of a name with so many others; `first` where no name word is before."""
    if len(bare) == 1 or (piece.dot and len(bare) <= 2 and others):
        return Kind.INITIAL if others and not _ideograph(bare) else Kind.NAME
    if others < 2:
        return Kind.NAME
    if bare in known.particles and (not first or piece.joins or bare not in _NAMES_TOO):
        return Kind.PARTICLE
    if len(bare) > 5 and _PATRONYMIC.search(bare):
        return Kind.PATRONYMIC
    return Kind.NAME


def _begins_with_surname(words: Sequence[Word], raw: Sequence[_Piece], known: Lore) -> bool:
    """Say whether the surname stands first without a comma: by capitals, patronymic or custom."""
    capitals = [len(piece.text) > 2 and piece.text.isupper() for piece in raw]
    if capitals and capitals[0] and not all(capitals) and not capitals[-1]:
        return True
    if len(words) > 2 and words[-1].kind is Kind.PATRONYMIC:
        return True
    return (
        len(words) > 1
        and words[0].kind is Kind.NAME
        and words[0].sounds in known.going_first
        and not any(word.sounds in known.groups for word in words[1:])
    )


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    dot: bool
    comma: bool
    hyphen: bool
    """Whether a hyphen joins it to the word before."""
    joins: bool
    """Whether a hyphen joins it to the word behind."""


def _split(text: str) -> list[_Piece]:
    """Part a name at what is no letter; apostrophes and marks belong to words."""
    pieces: list[_Piece] = []
    at, hyphen = 0, False
    while at < len(text):
        start = at
        while at < len(text) and _in_word(text[at]):
            at += 1
        word = text[start:at].strip(_APOSTROPHES)
        follows = text[at : at + 1]
        if word:
            joins = follows in ("-", "‐", "‑", "–", "־")
            pieces.append(_Piece(word, follows == ".", follows in (",", "،", "、"), hyphen, joins))
            hyphen = joins
        at += 1
    return pieces


def _in_word(letter: str) -> bool:
    return letter.isalpha() or letter in _APOSTROPHES or unicodedata.category(letter)[0] == "M"


def _untangled(word: str) -> tuple[str, bool]:
    """Put letters of one script that look like another's right, and say whether there were any."""
    if word.isascii():
        return word, False
    latin = sum(c.isascii() or "\u00c0" <= c <= "\u024f" for c in word if c.isalpha())
    cyrillic = sum("\u0400" <= c <= "\u052f" for c in word)
    letters = sum(c.isalpha() for c in word)
    if not latin or latin == letters:
        return word, False
    if latin >= cyrillic:
        out = "".join(_LATIN_TWINS.get(c, c) for c in word)
    else:
        out = "".join(_CYRILLIC_TWINS.get(c, c) for c in word)
    return out, out != word


def _script(plain: str) -> str:
    letters = [c for c in plain if c.isalpha()]
    if all(c < "\u0250" or "\u1e00" <= c <= "\u1eff" for c in letters):
        return "latin"
    return "cyrillic" if all("\u0400" <= c <= "\u052f" for c in letters) else ""


def _ideograph(letter: str) -> bool:
    return "\u2e80" <= letter <= "\u9fff" or "\uac00" <= letter <= "\ud7af" or letter > "\uffff"


def _generation(bare: str) -> str:
    if bare in ("jr", "jnr", "junior", "filho", "ii", "мл", "младший", "fils"):
        return "junior"
    return "senior" if bare in ("sr", "snr", "senior", "ст", "старший", "père") else bare
