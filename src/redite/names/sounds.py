"""A word of a name in one alphabet of sounds, whatever script or habit of spelling it came in.

Шойгу, Shoygu, Choïgou, Schoigu, Szojgu: languages write one sound in many ways, and one letter for
many sounds. What is written alike in most of them is brought together here; what remains ("ch" in
Polish or English, "j" in German or English) is left to the costs of `letters`.

The alphabet is `SOUNDS`. Capitals stand for sounds that languages write with two letters and more:
`S` ш, `C` ч, `Z` ж, `T` ц, `J` дж. Small `c` and `j` are the Latin letters, whatever their sound.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

SOUNDS = "abcdefghijklmnoprstuvzSCZTJ"
LONGEST = 60
"""Letters of a word that are read; no name is longer, and work must stay bounded."""

# χ is an "h" that is no part of a Latin spelling: Исхак is no Ишак.
_CYRILLIC = {
    **dict(zip("абвгґдеёзиіїйклмнопрстуфхыэў", "abvggdeeziiiiklmnoprstufχieu", strict=True)),
    **{"ж": "Z", "ц": "T", "ч": "C", "ш": "S", "щ": "S", "ю": "iu", "я": "ia", "є": "e", "ь": ""},
    **{"ј": "j", "ђ": "J", "љ": "l", "њ": "n", "ћ": "C", "џ": "J", "ѓ": "g", "ќ": "k", "ѕ": "z"},
    **{"ә": "a", "ғ": "g", "қ": "k", "ң": "n", "ө": "o", "ұ": "u", "ү": "u", "һ": "χ", "ҳ": "χ"},
    **{"ҷ": "J", "ҡ": "k", "ӯ": "u", "ӣ": "i", "ҙ": "z", "ҫ": "s", "ҥ": "n", "ҝ": "g", "ҹ": "J"},
}
_GREEK = {
    **dict(zip("αβγδεζηικλμνξοπρσςτυφχω", "avgdeziiklmn*oprsstifχo", strict=True)),
    **{"θ": "t", "ξ": "ks", "ψ": "ps"},
}
_GREEK_PAIRS = {
    **{"ου": "u", "αι": "e", "ει": "i", "οι": "i", "υι": "i", "αυ": "av", "ευ": "ev"},
    **{"γκ": "g", "γγ": "ng", "μπ": "b", "ντ": "d", "τζ": "J", "τσ": "C", "γχ": "nh"},
}
# Letters whose mark changes the sound; other marks are dropped. What papers drop, "Milos" for
# "Miloš", costs little: the table of `letters` has learned that, too.
_MARKED = {
    **dict.fromkeys("šşșśŝ", "S"),
    **dict.fromkeys("čçćĉ", "C"),
    **dict.fromkeys("žżźẑ", "Z"),
    **{"ñ": "ni", "ń": "n", "ł": "l", "đ": "J", "ə": "a", "ı": "i", "ä": "e", "å": "o", "æ": "e"},
    **{"ø": "o", "ß": "s", "þ": "t", "ð": "d", "ę": "en", "ą": "on", "ř": "rZ", "œ": "o", "ŵ": "v"},
}
# Spellings of one sound in English, French, German, Polish and others; the longest go first.
_SPELLINGS = {
    **dict.fromkeys(("schtsch", "chtch", "shch", "szcz", "sch", "sh", "sz"), "S"),
    **dict.fromkeys(("tsch", "tch", "cz", "ch", "tsj"), "C"),
    **dict.fromkeys(("dzh", "dsch", "dj", "dZ", "xh"), "J"),
    **dict.fromkeys(("zh",), "Z"),
    **dict.fromkeys(("ts", "tz"), "T"),
    **dict.fromkeys(("eaux", "eau", "aux", "oe"), "o"),
    **dict.fromkeys(("ae", "ie", "ye", "je"), "e"),
    **dict.fromkeys(("ou", "oo", "ue"), "u"),
    **dict.fromkeys(("iy", "yi", "ij", "yj", "ee", "y"), "i"),
    **{"ya": "ia", "ja": "ia", "yu": "iu", "ju": "iu", "yo": "io", "jo": "io"},
    **{"ck": "k", "ce": "ce", "ci": "ci", "cy": "ci", "c": "k", "q": "k", "x": "ks", "w": "v"},
    **{"kh": "h", "gh": "g", "ph": "f", "th": "t", "dt": "t", "gue": "ge", "gui": "gi"},
}
_SPELLED = re.compile("|".join(sorted(_SPELLINGS, key=lambda s: (-len(s), s))))
_TURKIC = "əğış"
"""Letters of languages that write дж as "c"."""
# Scripts that leave vowels out; their words are compared by consonants alone.
_ABJAD = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_LONG_VOWELS = str.maketrans("ويىیוי", "uiaiui")
_HARD_SIGN = re.compile(r"(?<=[бвгджзклмнпрстфхцчшщ])ъ(?=[бвгджзклмнпрстфхцчшщ]|$)")


@lru_cache(maxsize=1 << 17)
def sounds(word: str) -> str:
    """Spell one word by its sounds.

    >>> {sounds(word) for word in ("Шойгу", "Shoygu", "Schoigu")}
    {'Soigu'}
    """
    plain = unicodedata.normalize("NFC", word[:LONGEST]).casefold().replace("\u0301", "")
    if "ъ" in plain:  # a vowel in Bulgarian; elsewhere it stands before a vowel and is mute
        plain = _HARD_SIGN.sub("а", plain).replace("ъ", "")
    plain = plain.replace("дж", "џ").replace("тс", "ц").replace("ие", "е").replace("ье", "е")
    if plain[:1] == "у" and plain[1:2] in tuple("эоиа"):  # Уолтер, Уэйн: a "w" that is spoken
        plain = "в" + plain[1:]
    if _ABJAD.search(plain):  # letters that stand for long vowels, unless they begin the word
        plain = plain[:1] + plain[1:].translate(_LONG_VOWELS)
    if any("\u0370" <= c < "\u0400" for c in plain):
        plain = _greek(plain)
    if "w" not in plain and any(c in _TURKIC for c in plain):
        plain = plain.replace("c", "џ")
    out: list[str] = []
    for letter in plain:
        if letter in _CYRILLIC:
            out.append(_CYRILLIC[letter])
        elif letter in _MARKED:
            out.append(_MARKED[letter])
        elif letter.isascii():
            out.append(letter)
        else:
            out.append(_plain(letter))
    return _spelled("".join(out), polish="rz" in plain)


def consonants(sounded: str) -> str:
    """Return a spelled word without its vowels; the first sound if there is nothing else."""
    return re.sub(r"(.)\1+", r"\1", re.sub("[aeioujJ]", "", sounded)) or sounded[:1]


def is_abjad(word: str) -> bool:
    """Say whether a word is in a script that leaves vowels out (Arabic, Hebrew, Syriac)."""
    return _ABJAD.search(word) is not None


def _greek(word: str) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
    for pair, sound in _GREEK_PAIRS.items():
        bare = bare.replace(pair, sound)
    return "".join(_GREEK.get(c, c) for c in bare)


def _plain(letter: str) -> str:
    base = unicodedata.normalize("NFD", letter)[0]
    if base.isascii():
        return base
    return _CYRILLIC.get(base) or str(anyascii(letter)).lower()


def _spelled(letters: str, polish: bool) -> str:
    """Bring spellings of one sound together in a word of ASCII letters and capitals for sounds."""
    word = re.sub("[^a-zSCZTJχ]", "", letters)
    if word.startswith("mc"):
        word = "mak" + word[2:]
    if word.startswith("x"):
        word = "s" + word[1:]
    if polish:
        word = re.sub("(?<=[^aeiou])rz|rz$", "Z", word)
    spelled = _SPELLED.sub(lambda match: _SPELLINGS[match.group()], word)
    return re.sub(r"(.)\1+", r"\1", spelled.replace("χ", "h"))
