"""The words around a saying, and the phrases that begin in them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from redite.lang.speakers import Speakers
from redite.text.nominals import Nominal, Sort, data_for, read
from redite.values import Attribution, Span, Spans

REACH = 110
"""Code points in which a phrase that belongs to another must begin and end."""

BODIES = (Sort.ORGANISATION, Sort.GENERIC)
WITNESSES = (*BODIES, Sort.PERSON, Sort.MEMBERS)
"""The sorts of phrase that name somebody who can pass a saying on."""

Found = list[tuple[Nominal, str]]
"""Intermediaries, outermost first, each with the reason."""

_STOP = re.compile(r"[,;:!?…\n—–()\[\]“”]|\.(?=\s|$)")
_QUOTED_NAME = re.compile(r"[^,;:!?…\n—–()\[\].«»„“”\"]{0,48}[«„“\"][^«»„“”\"\n]{2,50}[»“”\"]")


@dataclass(frozen=True, slots=True)
class Passage:
    """A saying and the sentence around it, in which those who passed it on may be named."""

    text: str
    attribution: Attribution
    sentence: Span
    taken: Spans
    """What belongs to contents, and to other attributions' cues."""
    language: str | None

    @property
    def data(self) -> Speakers:
        """What the language has words for."""
        return data_for(self.language)

    @property
    def own(self) -> Spans:
        """Source and cue."""
        return (*self.attribution.source, *self.attribution.cue)

    @property
    def busy(self) -> Spans:
        """Where nobody else can be named."""
        return (*self.own, *self.taken)

    @property
    def anchor(self) -> int:
        """Where source and cue begin; there must be one of them."""
        return min(span.start for span in self.own)


@cache
def pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern for any of `phrases`, in which " … " stands for up to three words."""
    ordered = sorted(set(phrases), key=lambda p: (-len(p), p))
    gap = r"\s(?:\w{1,30}\s){0,3}"
    body = "|".join(
        gap.join(re.escape(piece).replace(r"\ ", r"\s{1,3}") for piece in phrase.split(" … "))
        for phrase in ordered
    )
    return re.compile(rf"(?<!\w)(?:{body})(?!\w)" if body else r"(?!)", re.IGNORECASE)


def phrase_at(text: str, start: int, stop: int) -> str:
    """Return the phrase that begins at `start`, with the name in quotation marks whole."""
    stop = max(start, stop)
    quoted = _QUOTED_NAME.match(text, start, stop)
    return quoted.group() if quoted else _STOP.split(text[start:stop])[0]


def before_citing(phrase: str, language: str | None) -> str:
    """Return what of a phrase stands before the first word of citing."""
    citing = pattern(data_for(language).citing).search(phrase)
    return phrase[: citing.start()] if citing else phrase


def named_at(text: str, start: int, stop: int, language: str | None) -> tuple[Nominal, Span] | None:
    """Return who is named by the phrase at `start`, and where; None where there is no phrase.

    Whom that phrase cites in turn is left out.
    """
    phrase = phrase_at(text, start, min(stop, start + REACH))
    phrase = before_citing(phrase, language) or phrase
    if not phrase.strip():
        return None
    return read(phrase, language), Span(start, start + len(phrase))
