"""Through whom a saying reached the article, as far as the words around it tell.

Enclosing attributions are the business of `redite.stages.statements`; here are the phrases:
"citing", "as reported by", "передаёт ТАСС", and the outlet beside an anonymous source.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from redite.text.nominals import Nominal, Sort, data_for, read
from redite.values import Attribution, Span

_STOP = re.compile(r"[,;:!?…\n—–()\[\]“”]|\.(?=\s|$)")
_REACH = 110
_BODIES = (Sort.ORGANISATION, Sort.GENERIC)
_WITNESSES = (Sort.ORGANISATION, Sort.PERSON, Sort.GENERIC)


def intermediaries(
    text: str,
    attribution: Attribution,
    sentence: Span,
    taken: Sequence[Span],
    language: str | None,
) -> list[tuple[Nominal, str]]:
    """Return those whom the sentence names as passing the saying on, outermost first, and why.

    Args:
        sentence: where to look.
        taken: what belongs to contents, and to other attributions' cues.
    """
    data = data_for(language)
    cue = [s.of(text) for s in attribution.cue]
    own = (*attribution.source, *attribution.cue)
    found: list[tuple[Nominal, str]] = []
    cue_words = " ".join(cue).casefold()
    source = attribution.source[0] if attribution.source else None
    if _contains(cue_words, data.citing) or _citing_nearby(text, attribution, data.citing):
        found += _before(text, attribution, sentence, taken, language, "cites the speaker")
    elif source is not None and _contains(cue_words, data.quoting):
        found += _around(text, attribution, sentence, taken, language)
    for match in _pattern(language).finditer(text, sentence.start, sentence.end):
        phrase = Span(match.start(), match.end())
        if any(phrase.overlaps(s) for s in (*own, *taken)):
            continue
        nominal, where = _after(text, match.end(), sentence.end, own, language)
        if nominal is None or where is None or nominal.sort not in _WITNESSES:
            continue
        if not any(where.overlaps(s) for s in (*own, *taken)):
            found.append((nominal, f"“{match.group().strip()}”"))
    if source is not None:
        found += _outlet_of(source.of(text), language)
    unique: dict[str, tuple[Nominal, str]] = {}
    for nominal, reason in found:
        unique.setdefault(nominal.name.casefold(), (nominal, reason))
    return list(unique.values())


@cache
def _pattern(language: str | None) -> re.Pattern[str]:
    phrases = sorted(data_for(language).relay, key=lambda p: (-len(p), p))
    body = "|".join(re.escape(p).replace(r"\ ", r"\s{1,3}") for p in phrases)
    return re.compile(rf"(?<!\w)(?:{body})(?!\w)", re.IGNORECASE)


def _contains(words: str, phrases: Sequence[str]) -> bool:
    """Say whether one of `phrases` is in `words`, or is begun by them (a cue may be cut short)."""
    return bool(words) and any(
        p in words or (len(words) > 4 and p.startswith(words)) for p in phrases
    )


def _citing_nearby(text: str, attribution: Attribution, phrases: Sequence[str]) -> bool:
    """Say whether the source directly follows a word of citing that the cue does not hold."""
    if not attribution.source:
        return False
    before = text[max(0, attribution.source[0].start - 30) : attribution.source[0].start]
    return before.casefold().rstrip().endswith(tuple(phrases))


def _before(
    text: str,
    attribution: Attribution,
    sentence: Span,
    taken: Sequence[Span],
    language: str | None,
    reason: str,
) -> list[tuple[Nominal, str]]:
    """Return who stands before the cue: the last phrase there that is no content."""
    anchor = min(s.start for s in (*attribution.cue, *attribution.source))
    start = max([sentence.start, *(s.end for s in taken if s.end <= anchor)])
    segment = text[max(start, anchor - _REACH) : anchor].rstrip(" ,\u00a0")
    segment = re.split(r"[,;:—–]\s|\s-\s|\]\([^)]{0,200}\)", segment)[-1]
    nominal = read(segment, language)
    return [(nominal, reason)] if nominal.sort in _WITNESSES else []


def _around(
    text: str,
    attribution: Attribution,
    sentence: Span,
    taken: Sequence[Span],
    language: str | None,
) -> list[tuple[Nominal, str]]:
    """Return the subject of a verb of quoting: between it and its object, behind, or before."""
    source, cue = attribution.source[-1], attribution.cue[-1]
    between = text[min(cue.end, source.end) : max(cue.start, source.start)]
    behind = _STOP.split(text[source.end : min(source.end + _REACH, sentence.end)])[0]
    for segment in (between, behind):
        nominal = read(segment, language)
        if nominal.sort in _BODIES:
            return [(nominal, "quotes the speaker")]
    return _before(text, attribution, sentence, taken, language, "quotes the speaker")


def _after(
    text: str, start: int, stop: int, own: Sequence[Span], language: str | None
) -> tuple[Nominal | None, Span | None]:
    end = min([stop, start + _REACH, *(s.start for s in own if s.start >= start)])
    segment = _STOP.split(text[start:end])[0]
    if not segment.strip():
        return None, None
    nominal = read(segment, language)
    return nominal, Span(start, start + len(segment))


def _outlet_of(source: str, language: str | None) -> list[tuple[Nominal, str]]:
    """Return the outlet whose anonymous source speaks ("a source of Halden Wire")."""
    data = data_for(language)
    if read(source, language).sort is not Sort.UNNAMED:
        return []
    pieces = source.split()
    heads = [i for i, p in enumerate(pieces) if p.strip('«»"“”,') in data.unnamed_words]
    if not heads or heads[0] + 1 >= len(pieces):
        return []
    follows = " ".join(pieces[heads[0] + 1 : heads[0] + 4])
    first = follows.split()[0]
    if not (first[0].isupper() or first[0] in '«„“"'):
        return []
    known = next(
        (
            data.bodies[form]
            for length in (3, 2, 1)
            if (form := " ".join(follows.split()[:length]).casefold()) in data.bodies
        ),
        None,
    )
    quoted = re.match(r"[«„“\"]([^«»„“”\"]{2,50})[»“”\"]", follows)
    name = known or (quoted.group(1) if quoted else None)
    return [(Nominal(Sort.ORGANISATION, name), "its anonymous source speaks")] if name else []
