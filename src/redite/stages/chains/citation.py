"""Who cites or quotes the speaker: before the source, behind it, or in its own words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from redite.stages.chains.passage import (
    BODIES,
    REACH,
    WITNESSES,
    Found,
    Passage,
    named_at,
    pattern,
    phrase_at,
)
from redite.text.nominals import data_for, read
from redite.values import Span

_CITES, _QUOTES = "cites the speaker", "quotes the speaker"


def citers(passage: Passage) -> Found:
    """Return who is said, by verb or phrase, to cite or to quote the source of a saying."""
    attribution, data = passage.attribution, passage.data
    cue_words = " ".join(s.of(passage.text) for s in attribution.cue).casefold()
    source = attribution.source[0] if attribution.source else None
    cites = _contains(cue_words, data.citing)
    if cites or _follows_citing(passage):
        # A cue may stand before the words of citing ("claims the Lamp, citing <officials>").
        anchor = passage.anchor if cites or source is None else source.start
        return _before(passage, anchor, _CITES) or _behind(passage)
    if source is None:
        return []
    if _contains(cue_words, data.quoting):
        return _around(passage)
    return _before(passage, source.start, "") if source.start == passage.anchor else []


def cited_by(text: str, source: Span, language: str | None) -> Found:
    """Return who passes on what a source says by its own words ("officials cited by the Lamp")."""
    passed_on = pattern(data_for(language).cited_by).search(text, source.start + 1, source.end)
    found = named_at(text, passed_on.end(), source.end, language) if passed_on else None
    if passed_on is None or found is None or found[0].sort not in WITNESSES:
        return []
    return [(found[0], f"“{passed_on.group()}”")]


def _contains(words: str, phrases: Sequence[str]) -> bool:
    """Say whether one of `phrases` is in `words`, or is begun by them (a cue may be cut short)."""
    return bool(words) and any(
        p in words or (len(words) > 4 and p.startswith(words)) for p in phrases
    )


def _follows_citing(passage: Passage) -> bool:
    """Say whether the source directly follows a word of citing that the cue does not hold."""
    if not passage.attribution.source:
        return False
    start = passage.attribution.source[0].start
    before = passage.text[max(0, start - 30) : start]
    return before.casefold().rstrip().endswith(tuple(passage.data.citing))


def _before(passage: Passage, anchor: int, reason: str) -> Found:
    """Return who stands before `anchor`, through as many links as cite one another there.

    "A, citing B, which quotes <source>" gives A and B. Without a `reason` of its own only what
    cites explicitly counts.
    """
    text, language = passage.text, passage.language
    start = max([passage.sentence.start, *(s.end for s in passage.taken if s.end <= anchor)])
    start = max(start, anchor - 2 * REACH)
    found: Found = []
    left = start
    for match in pattern(passage.data.citing).finditer(text, start, anchor):
        if match.end() >= anchor - 1:
            return found + _last_phrase(text[left : match.start()], language, _CITES)
        found += _last_phrase(text[left : match.start()], language, "cites another")
        left = match.end()
        named = named_at(text, left, anchor, language)
        if named is not None and named[0].sort in WITNESSES:
            found.append((named[0], f"“{match.group().strip()}”"))
        left += REACH  # what follows has been read
    if found or not reason:
        return found
    return _last_phrase(text[max(start, anchor - REACH) : anchor], language, reason)


def _last_phrase(segment: str, language: str | None, reason: str) -> Found:
    """Return the last phrase of a segment, if it is somebody who can pass a saying on."""
    segment = segment.rstrip(" ,\u00a0")
    # "A, which in turn" is still about A.
    pieces = re.split(r"[,;:—–]\s|\s-\s|\]\([^)]{0,200}\)", segment)
    for piece in reversed(pieces[-3:]):
        nominal = read(piece, language)
        if nominal.sort in WITNESSES and nominal.name:
            return [(nominal, reason)]
        if len(piece.split()) > 3:
            break
    return []


def _behind(passage: Passage) -> Found:
    """Return the subject behind the source ("Citing <source>, the agency Halden Wire writes")."""
    if not passage.attribution.source:
        return []
    start = passage.attribution.source[-1].end
    behind = (span.start for span in passage.taken if span.start >= start)
    stop = min([passage.sentence.end, start + REACH, *behind])
    comma = re.match(r"\s*,?\s*", passage.text[start:stop])
    phrase = phrase_at(passage.text, start + (comma.end() if comma else 0), stop)
    nominal = read(phrase, passage.language) if phrase.strip() else None
    return [(nominal, _CITES)] if nominal is not None and nominal.sort in BODIES else []


def _around(passage: Passage) -> Found:
    """Return the subject of a verb of quoting: between it and its object, behind, or before."""
    text, source, cue = passage.text, passage.attribution.source[-1], passage.attribution.cue[-1]
    between = text[min(cue.end, source.end) : max(cue.start, source.start)]
    behind = phrase_at(text, source.end, min(source.end + REACH, passage.sentence.end))
    for phrase in (between, behind):
        nominal = read(phrase, passage.language)
        if nominal.sort in BODIES:
            return [(nominal, _QUOTES)]
    return _before(passage, passage.anchor, _QUOTES)
