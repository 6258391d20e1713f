"""Sources that a tagger ended inside a name."""

from __future__ import annotations

import re
from dataclasses import replace

from redite.lang import words
from redite.lang.speakers import Speakers
from redite.text.nominative import LANGUAGES
from redite.values import Attribution, Span

_HYPHENED = re.compile(r"(?<=[^\W\d_])-[^\W\d_][\w-]*")
_CARRIED = re.compile(
    r"[ \u00a0](?:[A-Z][\w-]*(?: [A-Z][\w-]*){0,3}|«[^«»\n]{2,40}»|\"[^\"\n]{2,40}\")"
)
_FOREIGN = re.compile(r"(?<=[A-Za-z]) [A-Z][\w-]*")


def with_whole_name(one: Attribution, text: str, language: str | None) -> Attribution:
    """Return a report whose source does not end inside a name: one with a hyphen ("Tarsk|-Inform"),
    one in other letters than the text ("Le | Monde"), one behind its noun
    ("газета | Tarsk Times")."""
    if not one.source:
        return one
    *others, last = one.source
    rest = _HYPHENED.match(text, last.end)
    if rest is None and language in LANGUAGES:
        rest = _FOREIGN.match(text, last.end) or _behind_noun(last, text, language)
    if rest is None or any(
        span.overlaps(Span(last.end, rest.end())) for span in (*one.cue, *one.content)
    ):
        return one
    return replace(one, source=(*others, Span(last.start, rest.end())))


def _behind_noun(source: Span, text: str, language: str | None) -> re.Match[str] | None:
    """Return the name behind a noun that only tells of what sort a body is, or None."""
    noun = source.of(text).rpartition(" ")[2]
    carriers = words(str(language), "speakers", Speakers).carrier_words
    return _CARRIED.match(text, source.end) if noun in carriers else None
