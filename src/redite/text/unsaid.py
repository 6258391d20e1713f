"""Reports in which nobody says anything: left out.

A tagger that has learned how reports look takes three things for reports that are none:

- a sentence without source and cue that no quotation holds: a headline, what the outlet itself
  tells, an advertisement. It stays where it goes on with a report: a point of a list, an answer to
  a question, a sentence of a post right behind what somebody said, German reported speech;
- what is expected, with nobody who expects it ("Ожидается, что …");
- what is concluded from what was said ("This shows that …");
- silence: "did not say whether", "отказался комментировать".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cache

from redite.lang import languages, words
from redite.lang.attribution import Attribution as Lexicon
from redite.text.nesting import enclosing
from redite.text.phrase_patterns import END, START, any_of, plain
from redite.text.quotes import quotations
from redite.values import Attribution, Span

POST = 900
"""Code points of a text up to which it is a post, whose sentences hang together."""
_BEFORE = 24
"""Code points before a cue that may belong to it: "did not", "Es wird"."""
_BEHIND = 40
"""Code points of a content that may belong to its cue: "to comment on …"."""
_POINT = re.compile(r"(?:^|\n)[ \u00a0*_]*[-–—•▪▫◾◽🔹🔸🔻✔✅\ufe0f0-9.)]+[ \u00a0*_\ufe0f]*\Z")
_ANSWERS = re.compile(r"\?[*_»”\" \u00a0]*\n\s*[*_–—-]*\s*\Z")
_WORD = re.compile(r"\w+")
_NEAR = 200
"""Code points before a content that are looked at."""


def spoken(
    attributions: Sequence[Attribution], text: str, language: str | None
) -> tuple[Attribution, ...]:
    """Return the attributions in which somebody says something, in the same order."""
    marked = [(quotation.outer, True) for quotation in quotations(text)]
    starts = [Span(one.content[0].start, one.content[0].start + 1) for one in attributions]
    ends = {_end(one) for one in attributions if one.source or one.cue}
    out = []
    for one, within in zip(attributions, enclosing(starts, marked), strict=True):
        if not (one.source or one.cue or within):
            if not _goes_on(one, ends, text, language):
                continue
            ends.add(_end(one))
        if not (
            _expected(one, text, language)
            or _silent(one, text, language)
            or _concluded(one, text, language)
        ):
            out.append(one)
    return tuple(out)


def _end(one: Attribution) -> int:
    return max(span.end for span in (*one.source, *one.cue, *one.content))


def _goes_on(one: Attribution, ends: Collection[int], text: str, language: str | None) -> bool:
    """Say whether a content without source and cue belongs to what somebody is saying."""
    start = one.content[0].start
    before = text[max(0, start - _NEAR) : start]
    if _POINT.search(before) or _ANSWERS.search(before):
        return True
    if language in languages():
        mood = words(language, "attribution", Lexicon).mood
        said = " ".join(span.of(text) for span in one.content)
        if any(word in mood for word in _WORD.findall(said)):
            return True
    if len(text) > POST:
        return False
    paragraph = start - len(before.rpartition("\n")[2])
    return any(paragraph < end <= start and not _WORD.search(text, end, start) for end in ends)


def _expected(one: Attribution, text: str, language: str | None) -> bool:
    """Say whether a cue without source names nobody's expectation."""
    return not one.source and bool(one.cue) and _found("impersonal", one, text, language)


def _silent(one: Attribution, text: str, language: str | None) -> bool:
    """Say whether a cue says that somebody did not speak."""
    return bool(one.cue) and _found("silent", one, text, language)


def _concluded(one: Attribution, text: str, language: str | None) -> bool:
    """Say whether a pronoun that stands for nobody is all the source there is."""
    if language not in languages() or len(one.source) != 1 or not one.cue:
        return False
    source = " ".join(one.source[0].of(text).casefold().split())
    return source in words(language, "attribution", Lexicon).pointing_alone


def _found(name: str, one: Attribution, text: str, language: str | None) -> bool:
    """Say whether a phrase of a list stands where the cue does, or begins or ends beside it."""
    if language not in languages():
        return False
    first, last = one.cue[0], one.cue[-1]
    start, end = max(0, first.start - _BEFORE), last.end
    if last.end <= one.content[0].start <= last.end + _BEHIND:
        end = min(one.content[0].start + _BEHIND, one.content[0].end)
    found = _patterns(name, language).finditer(plain(text[start:end]))
    return any(
        match.start() + start < last.end and match.end() + start > first.start for match in found
    )


@cache
def _patterns(name: str, language: str) -> re.Pattern[str]:
    phrases = getattr(words(language, "attribution", Lexicon), name)
    return re.compile(f"{START}{any_of(phrases)}{END}", re.IGNORECASE)
