"""One word of a name by its sounds, the same letters for every script and habit of spelling.

Велеш, Velesh, Velech, Welesch and Welesz all become "veleS", where capitals stand for sounds that
languages spell with two letters or more. This rough alphabet is for finding a word in a text;
whether two names are one person's is decided by `redite.names`, with learned costs.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

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
