"""Words of names by their sounds, as texts are searched for them.

A word of a name is spelled by its sounds (`folded`): Велеш, Velesh, Velech, Welesch and Welesz all
become "veleS", where capitals stand for sounds that languages spell with two letters or more. The
consonants of that (`skeleton`) are the same for every case ending that does not add one. Whether
two names are one person's is the business of `redite.names`.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii

from redite.names.matching import SAME, NameMatch, same_name

__all__ = [
    "SAME",
    "NameMatch",
    "PersonName",
    "folded",
    "name_words",
    "parts",
    "same_name",
    "skeleton",
]

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
