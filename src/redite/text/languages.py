"""The language of a text, found with abstention: better none than a wrong one."""

from __future__ import annotations

import re
from functools import cache

from lingua import IsoCode639_1, LanguageDetector, LanguageDetectorBuilder

from redite.text.markup import without_markup

# Languages of news that may reach us: the detector must know a language to be able to tell the
# five we read from it (Bulgarian from Russian, Dutch from German). Rare languages are left out:
# each one more steals short texts from the others ("Le ministre a déclaré" went to Azerbaijani).
_CANDIDATES = (
    "AR BE BG CS DA DE EL EN ES ET FA FI FR HE HI HR HU HY IT JA KA KK KO LT LV MK NB NL PL PT RO "
    "RU SK SL SQ SR SV TR UK VI ZH"
).split()

MIN_LETTERS = 12
"""Texts with fewer letters are never judged: names and exclamations belong to no language."""

MIN_CONFIDENCE = 0.6
"""Under it, what lingua offers for short headlines is as often wrong as right."""

_SAMPLE = 2000
"""Code points that are looked at: a longer text does not get clearer, only slower."""


@cache
def _detector() -> LanguageDetector:
    codes = [getattr(IsoCode639_1, code) for code in _CANDIDATES]
    builder = LanguageDetectorBuilder.from_iso_codes_639_1(*codes)
    return builder.with_low_accuracy_mode().build()


def find_language(text: str, declared: str | None = None) -> str | None:
    """Return the ISO 639-1 code of the language `text` is in, or None where that is unclear.

    What the input declared decides where the text is too short or too mixed to tell, and yields
    where the text is clearly in another language.

    >>> find_language("Der Minister sagte, die Übung werde stattfinden.")
    'de'
    >>> find_language("OK!") is None
    True
    """
    claimed = claimed_language(declared)
    sample = without_markup(text[:_SAMPLE])
    if sum(map(str.isalpha, sample)) < MIN_LETTERS:
        return claimed
    best = _detector().compute_language_confidence_values(sample)[0]
    if best.value < MIN_CONFIDENCE:
        return claimed
    return best.language.iso_code_639_1.name.lower()


def claimed_language(declared: str | None) -> str | None:
    """Return the language part of a BCP 47 tag ("de-AT" gives "de"), if it looks like one."""
    if not declared:
        return None
    primary = re.split(r"[-_]", declared.strip().lower(), maxsplit=1)[0]
    return primary if re.fullmatch(r"[a-z]{2}", primary) else None
