"""Who retorts turns against what was said right before him, whatever words he does it in.

"Not so, according to the harbour: the ship had called twice" shares no word with the report that
it answers. That it is an answer, and against what, stands in the verb or at the head of its
sentence, and in what the article tells before it.
"""

from __future__ import annotations

import re
from functools import cache

from redite.lang.comparison import comparison, known
from redite.text.phrase_patterns import marker, plain
from redite.text.sentences import sentences


def rejoins(before: str, cue: str, language: str | None) -> bool:
    """Say whether a statement answers, and contradicts, what was told before it.

    Args:
        before: what its article tells before its content; of that, its own sentence counts.
        cue: the words that report it ("retorted").
        language: of both; without lists for it, nothing is taken for an answer.
    """
    pattern = _pattern(known(language))
    if pattern.search(plain(cue)):
        return True
    own = sentences(before)
    opening = before[own[-1].start :] if own and not _ended(before) else ""
    return pattern.search(plain(opening)) is not None


def _ended(before: str) -> bool:
    """Say whether the last sentence is over, so that what follows begins one."""
    return before.rstrip(" \"«„“'*_")[-1:] in tuple(".!?…")


@cache
def _pattern(language: str) -> re.Pattern[str]:
    return marker(each.strip() for each in comparison(language).rejoinders.split(","))
