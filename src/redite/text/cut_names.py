"""Sources that a tagger ended inside a name."""

from __future__ import annotations

import re
from dataclasses import replace

from redite.text.nominative import LANGUAGES
from redite.values import Attribution, Span

_HYPHENED = re.compile(r"(?<=[^\W\d_])-[^\W\d_][\w-]*")
_FOREIGN = re.compile(r"(?<=[A-Za-z]) [A-Z][\w-]*")


def with_whole_name(one: Attribution, text: str, language: str | None) -> Attribution:
    """Return a report whose source does not end inside a name: one with a hyphen ("Tarsk|-Inform"),
    or one in other letters than the text ("Le | Monde")."""
    if not one.source:
        return one
    *others, last = one.source
    rest = _HYPHENED.match(text, last.end)
    if rest is None and language in LANGUAGES:
        rest = _FOREIGN.match(text, last.end)
    if rest is None or any(
        span.overlaps(Span(last.end, rest.end())) for span in (*one.cue, *one.content)
    ):
        return one
    return replace(one, source=(*others, Span(last.start, rest.end())))
