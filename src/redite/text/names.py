"""Whether two printed names can be the same person's, across scripts and romanisations.

A word of a name is first spelled by its sounds (`folded`): Велеш, Velesh, Velech, Welesch and
Welesz all become "veleS", where capitals stand for sounds that languages spell with two letters
or more. The consonants of that (`skeleton`) are the same for every case ending that does not add
one, and serve as the key under which candidates meet; `same_name` then looks closely.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii

SAME = 0.8
"""Score from which two names are taken for one person's. Set on invented pairs so that another
given name, or another initial, always stays below it: a wrong merge is worse than a missed one."""

_CYRILLIC = str.maketrans(
    dict(zip("абвгґдезиіїйклмнопрстуфхыэєёў", "abvggdeziiiiklmnoprstufhieeeu", strict=True))
    | {"ж": "Z", "ц": "ts", "ч": "S", "ш": "S", "щ": "S", "ю": "iu", "я": "ia", "ъ": "", "ь": ""}
    | {"’": "", "'": "", "ʼ": "", "`": ""}
)
# Spellings of one sound, longest first. English, French, German and Polish habits side by side:
# what one writes "sh" another writes "ch", "sch" or "sz", so that they must all fall together.
_LATIN = {
    **dict.fromkeys(
        ("schtsch", "chtch", "shch", "tsch", "tch", "sch", "sh", "ch", "sz", "cz"), "S"
    ),
    **dict.fromkeys(("ya", "ja"), "ia"),
    **dict.fromkeys(("yu", "ju", "iou"), "iu"),
    **dict.fromkeys(("ye", "je"), "e"),
    **dict.fromkeys(("y", "j", "iy", "yi", "ij", "ii"), "i"),
    **dict.fromkeys(("ou", "oo"), "u"),
    **{"ce": "se", "ci": "si", "cy": "si", "ck": "k", "c": "k", "q": "k", "x": "ks"},
    **{"zh": "Z", "kh": "h", "gh": "g", "ph": "f", "th": "t", "tz": "ts", "w": "v"},
}
_SPELLINGS = re.compile("|".join(sorted(_LATIN, key=lambda s: (-len(s), s))))
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’ʼ\u0301])*")
_PATRONYMIC = re.compile(
    r"(?:ович|евич|ьич|ич|овна|евна|ична|івна|ївна|ovich|evich|ovych|ivna|ovna|evna)$"
)
_PARTICLES = frozenset(
    "al bin da de del den der di du el ibn la le ten van von zu фон ван де".split()
)


@dataclass(frozen=True, slots=True)
class NameMatch:
    """How sure it is that two names are one person's, from 0 to 1, and why, in words."""

    score: float
    reason: str

    @property
    def same(self) -> bool:
        """Say whether the score suffices to treat both as one."""
        return self.score >= SAME


def name_words(name: str) -> tuple[str, ...]:
    """Return the words of a name; hyphens part them, apostrophes do not."""
    return tuple(_WORD.findall(unicodedata.normalize("NFC", name)))


@lru_cache(maxsize=65536)
def folded(word: str) -> str:
    """Spell one word of a name by its sounds, the same for every script and romanisation.

    >>> folded("Velech"), folded("Велеш")
    ('veleS', 'veleS')
    """
    plain = unicodedata.normalize("NFC", word[:80]).casefold().replace("\u0301", "")
    plain = plain.replace("дж", "и").replace("кс", "ks").translate(_CYRILLIC)
    out = []
    for run in re.findall(r"[SZ]|[^SZ]+", plain):
        spelled = run if run in "SZ" else anyascii(run).lower()
        out.append(_SPELLINGS.sub(lambda m: _LATIN[m.group()], spelled) if run not in "SZ" else run)
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[^a-zSZ]", "", "".join(out)))


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """Return the consonants of one word, in one spelling: the key of its bucket.

    >>> skeleton("Velesha") == skeleton("Велеш")
    True
    """
    sounds = folded(word)
    bare = re.sub(r"[aeiou]", "", sounds).replace("g", "h")
    return re.sub(r"(.)\1+", r"\1", bare) or sounds[:1]


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name in its parts. `given` is empty where only a surname is printed."""

    given: str
    middle: tuple[str, ...]
    surname: str

    @property
    def initial(self) -> bool:
        """Say whether the given name is only an initial."""
        return len(self.given) == 1


@lru_cache(maxsize=65536)
def parts(name: str) -> PersonName:
    """Take a name apart; "Surname Given Patronymic" is understood by its patronymic."""
    found = name_words(name) or ("",)
    if len(found) == 1:
        return PersonName("", (), found[0])
    if len(found) == 3 and _PATRONYMIC.search(found[-1].casefold()):
        return PersonName(found[1], (found[2],), found[0])
    surname = found[-1]
    pieces = name.split()
    if "-" in pieces[-1] and len(pieces) > 1:  # a compound surname counts as one word
        surname = "".join(name_words(pieces[-1]))
        found = (*name_words(" ".join(pieces[:-1])), surname)
    middle = tuple(w for w in found[1:-1] if w.casefold() not in _PARTICLES)
    return PersonName(found[0], middle, surname)


def same_name(a: str, b: str) -> NameMatch:
    """Say how sure it is that two names belong to one person.

    A surname alone is never enough against a full name: that scores below `SAME`, and whoever
    asks must know that no other bearer is on record.

    >>> same_name("Goran Velesh", "Горан Велеш").same
    True
    >>> same_name("Goran Velesh", "Irena Velesh").same
    False
    """
    if a.casefold() == b.casefold():
        return NameMatch(1.0, "same name")
    left, right = parts(a), parts(b)
    straight = _compared(left, right)
    if straight.same or not (left.given and right.given):
        return straight
    turned = _compared(left, PersonName(right.surname, right.middle, right.given))
    if turned.same:
        return NameMatch(turned.score * 0.95, f"{turned.reason}, in the other order")
    return straight


def _compared(left: PersonName, right: PersonName) -> NameMatch:
    surname, how = _alike(left.surname, right.surname)
    if surname == 0:
        return NameMatch(0.0, "different surnames")
    reason = f"{how} surname"
    if not left.given and not right.given:
        return NameMatch(surname, reason)
    if not left.given or not right.given:
        return NameMatch(round(surname * 0.7, 3), f"{reason}, one without a given name")
    if left.initial or right.initial:
        if folded(left.given)[:1] != folded(right.given)[:1]:
            return NameMatch(0.1, f"{reason}, different initials")
        return NameMatch(round(surname * 0.75, 3), f"{reason}, same initial")
    given, how_given = _alike(left.given, right.given)
    if given == 0:
        return NameMatch(0.1, f"{reason}, different given names")
    score = surname * given
    if left.middle and right.middle and not _middles_agree(left.middle, right.middle):
        return NameMatch(round(score * 0.6, 3), f"{reason} and given name, other middle names")
    return NameMatch(round(score, 3), f"{reason}, {how_given} given name")


@lru_cache(maxsize=65536)
def _alike(a: str, b: str) -> tuple[float, str]:
    """Return 1 for equal words, less for equal sounds and close ones, 0 for different ones."""
    if a.casefold() == b.casefold():
        return 1.0, "same"
    left, right = folded(a), folded(b)
    if left == right:
        return 0.98, "same sounding"
    if not left or not right:
        return 0.0, "different"
    if left.casefold() == right.casefold():  # "Miloš" is often printed "Milos"
        return 0.93, "same but for an accent"
    framed = skeleton(a) == skeleton(b)
    if not framed and (left[0] != right[0] or abs(len(left) - len(right)) > 3):
        return 0.0, "different"
    near = closeness(left, right)
    if framed and near >= 0.6 and (left[0] == right[0] or near >= 0.75):
        return 0.92, "closely spelled"
    if near >= 0.86 and left[0] == right[0]:
        return 0.9, "closely spelled"
    return 0.0, "different"


def _middles_agree(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    pairs = zip(left, right, strict=False)
    return all(folded(x)[:1] == folded(y)[:1] for x, y in pairs)


def closeness(a: str, b: str) -> float:
    """Return 1 minus the share of letters that must change (Levenshtein), of at most 40 each."""
    a, b = a[:40], b[:40]
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        diagonal, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            diagonal, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, diagonal + (x != y))
    return 1 - row[-1] / max(len(a), len(b), 1)
