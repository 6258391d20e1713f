"""Whose words a source stands for, where it also names those who only cite them."""

from __future__ import annotations

import re
from dataclasses import replace

from redite.stages.chains.passage import REACH, pattern, phrase_at
from redite.text.nominals import data_for
from redite.values import Attribution, Span, Spans

_NAME_BEHIND = re.compile(r"\s[«„“\"][^«»„“”\"\n]{2,50}[»“”\"]")


def parted(text: str, attribution: Attribution, language: str | None) -> tuple[Attribution, Spans]:
    """Return an attribution without the pieces of its source that only cite the others, and those.

    A tagger may mark both in "<Halden Wire>, citing <two officials>, reported", and in "according
    to <Halden Wire>, <the minister> opened the bridge". The name in quotation marks behind a piece
    that only cites is part of it.
    """
    pieces = attribution.source
    named = tuple(_with_name(text, piece) for piece in pieces)
    citing = pattern(data_for(language).citing)
    cited = _cited(text, attribution, citing)
    if cited is not None:
        return replace(attribution, source=(cited,)), named
    for at in range(len(pieces) - 1, 0, -1):
        between = text[pieces[at - 1].end : pieces[at].start]
        if len(between) <= REACH and citing.search(between):
            return replace(attribution, source=pieces[at:]), named[:at]
    if len(pieces) > 1 and _opens_content(text, attribution, language):
        return replace(attribution, source=pieces[-1:]), named[:-1]
    return attribution, ()


def _with_name(text: str, piece: Span) -> Span:
    name = _NAME_BEHIND.match(text, piece.end)
    return Span(piece.start, name.end()) if name else piece


def _opens_content(text: str, attribution: Attribution, language: str | None) -> bool:
    """Say whether the last piece of a source is the subject of what the others are said to say."""
    before, last = attribution.source[-2:]
    follows = min((s.start for s in attribution.content if s.start >= last.end), default=None)
    if follows is None or text[last.end : follows].strip() or not attribution.cue:
        return False
    cue = attribution.cue[-1]
    words = " ".join(cue.of(text).casefold().split())
    return (
        words in data_for(language).relay
        and not text[cue.end : attribution.source[0].start].strip()
        and text[before.end : last.start].strip() == ","
    )


def _cited(text: str, attribution: Attribution, citing: re.Pattern[str]) -> Span | None:
    """Return who stands behind a cue of citing, where the outlet before it was taken for him."""
    if not attribution.source or not attribution.cue:
        return None
    cue = attribution.cue[-1]
    found = citing.search(cue.of(text) + text[cue.end : cue.end + 30])
    if found is None or found.start() > cue.end - cue.start + 2:
        return None
    if any(piece.end > cue.start for piece in attribution.source):
        return None
    start = max(cue.end, cue.start + found.end())
    contents = [span.start for span in attribution.content if span.start >= start]
    phrase = phrase_at(text, start, min([start + REACH, len(text), *contents]))
    words = phrase.strip()
    if len(words) < 3:
        return None
    start += phrase.index(words)
    return Span(start, start + len(words))
