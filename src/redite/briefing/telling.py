"""What a reader can make of words that stand alone, and whether anybody said them.

Neither makes a saying less true. A brief says whose words tell what somebody wants, and puts what
leans on words that are not shown behind what does not.
"""

from __future__ import annotations

import re
from functools import cache

from redite.lang import languages
from redite.lang import words as section
from redite.lang.attribution import Attribution
from redite.reports import cue_words
from redite.text.phrase_patterns import END, START, any_of, plain
from redite.values import Record


def only_wanted(record: Record) -> bool:
    """Say whether the cue tells what somebody wants or has decided, and not that they said so."""
    wanting, _ = _known(record.article.language)
    return wanting.match(plain(cue_words(record))) is not None


def leans(record: Record) -> bool:
    """Say whether what was said begins with words that point at others: "this conclusion …"."""
    _, leaning = _known(record.article.language)
    return leaning.match(plain(record.content)) is not None


@cache
def _known(language: str | None) -> tuple[re.Pattern[str], re.Pattern[str]]:
    if language not in languages():
        return (re.compile(r"(?!)"), re.compile(r"(?!)"))
    cues = section(language, "attribution", Attribution)
    wanting = rf"(?:.*?{START})?{any_of(cues.wanting)}{END}"
    leaning = rf"[^\w]*{any_of(cues.leaning)}{END}"
    return (re.compile(wanting, re.IGNORECASE), re.compile(leaning, re.IGNORECASE))
