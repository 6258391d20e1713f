"""Which attributions state something, so that it could be confirmed, repeated or disputed.

An attribution, as PARC has it, is any report of what somebody said, thinks, wants or feels. A
statement is one that puts something forward. None is made by

- a deed: "the court fined the company", whose cue has no word of saying, unless a quotation or a
  "that" shows that something was said;
- what somebody did in public: "published a photo", "signed the act", "called his dog Bo";
- a topic: "spoke about the war", "asked about the harbour".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from redite.lang import languages, words
from redite.lang.attribution import Attribution as Lexicon
from redite.lang.speakers import Speakers
from redite.text.cue_words import means_saying
from redite.text.nesting import enclosing
from redite.text.nominative import LANGUAGES, Reading, readings
from redite.text.phrase_patterns import END, START, any_of, plain
from redite.text.quotes import quotations
from redite.values import Attribution, Span

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_BETWEEN = 60
"""Code points between a cue and the content that a "that" introduces."""
_ABOUT = 12
"""Code points between a cue and its topic, a preposition among them."""
_OBJECT = 40
"""Code points of an object by which it is told what was done with it."""
_SET_OFF = re.compile(r"[»”\"*_.!?…]{0,6},")
_NAME = 3
"""Words that a quotation may have and yet be only a name."""
_NEAR = 4
"""Code points before a quotation in which a colon stands that opens it."""
_COLON = re.compile(r":[\s*_]*\Z")
_CLAUSE = re.compile(r"[«„“\",:—–]")


def states(
    attributions: Sequence[Attribution], text: str, language: str | None
) -> tuple[bool, ...]:
    """Return for each attribution whether it states something; all do without a language file."""
    if language not in languages():
        return (True,) * len(attributions)
    marked = [(quotation.outer, quotation.outer) for quotation in quotations(text)]
    pieces = [(number, span) for number, one in enumerate(attributions) for span in one.content]
    starts = [Span(span.start, span.start + 1) for _, span in pieces]
    within: list[list[Span]] = [[] for _ in attributions]
    for (number, _), around in zip(pieces, enclosing(starts, marked), strict=True):
        within[number].extend(around)
    return tuple(
        not one.cue
        or _quoted(one, around, text)
        or _introduced(one, text, language)
        or (
            _means_saying(one, text, language)
            and not _with_object(one, text, language)
            and not _ordered(one, text, language)
        )
        for one, around in zip(attributions, within, strict=True)
    )


def _quoted(one: Attribution, around: Sequence[Span], text: str) -> bool:
    """Say whether a piece of a content begins in a quotation that its cue is no part of.

    A word or two in marks that nothing sets off are a name: "declared a “foreign agent”".
    """
    return any(
        not any(span.overlaps(cue) for cue in one.cue)
        and (
            len(_WORD.findall(span.of(text))) > _NAME
            or _COLON.search(text[max(0, span.start - _NEAR) : span.start]) is not None
            or _SET_OFF.match(text, span.end - 1) is not None
        )
        for span in around
    )


def _introduced(one: Attribution, text: str, language: str) -> bool:
    """Say whether a "that" stands between cue and content, or a comma sets the content off.

    Where any verb may stand before its subject, that comma tells nothing.
    """
    first, last = one.content[0].start, one.content[-1].end
    cue = one.cue[-1].end
    if cue <= first <= cue + _BETWEEN:
        that = words(language, "attribution", Lexicon).that
        return any(word.casefold() in that for word in _WORD.findall(text, cue, first))
    if language in LANGUAGES or one.cue[0].start < last:
        return False
    return _SET_OFF.match(text, last) is not None


def _means_saying(one: Attribution, text: str, language: str) -> bool:
    return means_saying(" ".join(span.of(text) for span in one.cue), language)


def _with_object(one: Attribution, text: str, language: str) -> bool:
    """Say whether a content is what somebody spoke about, or what he made, showed or did."""
    start, cue = one.content[0].start, one.cue[-1]
    if not cue.end <= start <= cue.end + _ABOUT or _CLAUSE.search(text, cue.end, start):
        return False
    region = plain(text[one.cue[0].start : min(start + _OBJECT, one.content[0].end)])
    near = region[: min(start + _ABOUT, one.content[0].end) - one.cue[0].start]
    if _phrases("topical", language).search(near):
        return True
    length = cue.end - one.cue[0].start
    found = _phrases("deeds", language).finditer(region)
    # A further piece tells more than the object: "approved a plan [by which ferries stop]".
    done = len(one.content) == 1 and any(match.start() < length for match in found)
    return done and not _in_paper(one, text, language)


def _in_paper(one: Attribution, text: str, language: str) -> bool:
    """Say whether a paper speaks: what a poll shows or a report presents, it says."""
    papers = words(language, "speakers", Speakers).document_words
    return any(word in papers for span in one.source for word in _WORD.findall(span.of(text)))


def _ordered(one: Attribution, text: str, language: str) -> bool:
    """Say whether a cue asks readers to speak ("предупредите близких"): nobody has spoken."""
    if language not in LANGUAGES:
        return False
    said = (word for span in one.cue for word in _WORD.findall(span.of(text)))
    verbs = [known for word in said if (known := _verbal(word, language))]
    return bool(verbs) and all(any(one.ordering for one in known) for known in verbs)


def _verbal(word: str, language: str) -> list[Reading]:
    known = readings(word, language)
    verbs = [one for one in known if one.part in ("VERB", "INFN", "GRND")]
    return verbs if known[:1] == tuple(verbs[:1]) else []


@cache
def _phrases(name: str, language: str) -> re.Pattern[str]:
    phrases = getattr(words(language, "attribution", Lexicon), name)
    return re.compile(f"{START}{any_of(phrases)}{END}", re.IGNORECASE)
