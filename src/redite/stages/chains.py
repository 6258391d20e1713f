"""Through whom a saying reached the article, as far as the words around it tell.

The whole chain is put together in `redite.stages.relayed`; here are the phrases:
"citing", "as reported by", "передаёт ТАСС", "Об этом пишет …", the outlet that was spoken to, and
the outlet beside an anonymous source. The article's own credit line is none of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from redite.outlets import is_outlet
from redite.text.nominals import Nominal, Sort, data_for, read, tokens
from redite.values import Attribution, Span

_STOP = re.compile(r"[,;:!?…\n—–()\[\]“”]|\.(?=\s|$)")
_QUOTED_NAME = re.compile(r"[^,;:!?…\n—–()\[\].«»„“”\"]{0,48}[«„“\"][^«»„“”\"\n]{2,50}[»“”\"]")
_NAME_BEHIND = re.compile(r"\s[«„“\"][^«»„“”\"\n]{2,50}[»“”\"]")
_REACH = 110
_BODIES = (Sort.ORGANISATION, Sort.GENERIC)
_WITNESSES = (Sort.ORGANISATION, Sort.PERSON, Sort.GENERIC, Sort.MEMBERS)

Found = list[tuple[Nominal, str]]
"""Intermediaries, outermost first, each with the reason."""


def intermediaries(
    text: str,
    attribution: Attribution,
    sentence: Span,
    taken: Sequence[Span],
    language: str | None,
    following: Span | None = None,
) -> Found:
    """Return those whom the text names as passing the saying on, outermost first, and why.

    Args:
        sentence: where to look.
        taken: what belongs to contents, and to other attributions' cues.
        following: the next sentence, which may say who reported this one.
    """
    data = data_for(language)
    own = (*attribution.source, *attribution.cue)
    busy = (*own, *taken)
    cue_words = " ".join(s.of(text) for s in attribution.cue).casefold()
    source = attribution.source[0] if attribution.source else None
    found: Found = []
    cites = _contains(cue_words, data.citing)
    if cites or _citing_nearby(text, attribution, data.citing):
        # A cue may stand before the words of citing ("claims the Lamp, citing <officials>").
        anchor = _anchor(attribution) if cites or source is None else source.start
        found += _citers(text, anchor, sentence, taken, language, "cites the speaker")
        if not found:
            found += _behind(text, attribution, sentence, taken, language)
    elif source is not None and _contains(cue_words, data.quoting):
        found += _around(text, attribution, sentence, taken, language)
    elif source is not None and source.start <= min(s.start for s in (*attribution.cue, source)):
        found += _citers(text, _anchor(attribution), sentence, taken, language, "")
    for phrase, told in _phrases(text, sentence, language):
        if any(phrase.overlaps(s) for s in busy):
            continue
        nominal, where = _after(text, phrase.end, sentence.end, own, language)
        if nominal is None or where is None or nominal.sort not in _WITNESSES:
            continue
        if told and not _names_outlet(nominal, where.of(text), language):
            continue
        if not any(where.overlaps(s) for s in busy):
            found.append((nominal, f"“{phrase.of(text).strip()}”"))
    for piece in attribution.source:
        found += _in_source(text, piece, language)
    found += _spoken_to(text, attribution, sentence, taken, language)
    found += _reporting(text, sentence, busy, language)
    if following is not None:
        found += _reported_next(text, following, language)
    if source is not None:
        found += _outlet_of(source.of(text), language)
    unique: dict[str, tuple[Nominal, str]] = {}
    for nominal, reason in found:
        unique.setdefault(nominal.name.casefold(), (nominal, reason))
    return list(unique.values())


def _in_source(text: str, source: Span, language: str | None) -> Found:
    """Return who passes on what a source says by its own words ("officials cited by the Lamp")."""
    passed_on = _pattern(data_for(language).cited_by).search(text, source.start + 1, source.end)
    if passed_on is None:
        return []
    nominal, _ = _after(text, passed_on.end(), source.end, (), language)
    if nominal is None or nominal.sort not in _WITNESSES:
        return []
    return [(nominal, f"“{passed_on.group()}”")]


def parted(
    text: str, attribution: Attribution, language: str | None
) -> tuple[Attribution, tuple[Span, ...]]:
    """Return an attribution without the pieces of its source that only cite the others, and those.

    A tagger may mark both in "<Halden Wire>, citing <two officials>, reported", and in "according
    to <Halden Wire>, <the minister> opened the bridge". The name in quotation marks behind a piece
    that only cites is part of it.
    """
    pieces = attribution.source
    named = tuple(_with_name(text, piece) for piece in pieces)
    citing = _pattern(data_for(language).citing)
    cited = _cited(text, attribution, citing)
    if cited is not None:
        return replace(attribution, source=(cited,)), named
    for at in range(len(pieces) - 1, 0, -1):
        between = text[pieces[at - 1].end : pieces[at].start]
        if len(between) <= _REACH and citing.search(between):
            return replace(attribution, source=pieces[at:]), named[:at]
    if len(pieces) > 1 and _opens_content(text, attribution, language):
        return replace(attribution, source=pieces[-1:]), named[:-1]
    return attribution, ()


def _with_name(text: str, piece: Span) -> Span:
    name = _NAME_BEHIND.match(text, piece.end)
    return Span(piece.start, name.end()) if name else piece


def opens_details(text: str, start: int, language: str | None) -> bool:
    """Say whether the sentence at `start` begins as one that gives details of a report."""
    opening = _pattern(data_for(language).elaborating).match(text, start)
    return opening is not None and text[opening.end() : opening.end() + 1] == ","


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
    segment = _cut(text, start, min([start + _REACH, len(text), *contents]))
    words = segment.strip()
    if len(words) < 3:
        return None
    start += segment.index(words)
    return Span(start, start + len(words))


def _phrases(text: str, sentence: Span, language: str | None) -> Iterator[tuple[Span, bool]]:
    """Yield where an intermediary follows; True where only an outlet can ("told the agency")."""
    data = data_for(language)
    for match in _pattern((*data.relay, *data.told)).finditer(text, sentence.start, sentence.end):
        words = " ".join(match.group().casefold().split())
        yield Span(match.start(), match.end()), words in data.told and words not in data.relay


@cache
def _pattern(entries: tuple[str, ...]) -> re.Pattern[str]:
    phrases = sorted(set(entries), key=lambda p: (-len(p), p))
    gap = r"\s(?:\w{1,30}\s){0,3}"
    body = "|".join(
        gap.join(re.escape(piece).replace(r"\ ", r"\s{1,3}") for piece in phrase.split(" … "))
        for phrase in phrases
    )
    return re.compile(rf"(?<!\w)(?:{body})(?!\w)" if body else r"(?!)", re.IGNORECASE)


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


def _anchor(attribution: Attribution) -> int:
    return min(s.start for s in (*attribution.cue, *attribution.source))


def _citers(
    text: str,
    anchor: int,
    sentence: Span,
    taken: Sequence[Span],
    language: str | None,
    reason: str,
) -> Found:
    """Return who stands before `anchor`, through as many links as cite one another there.

    "A, citing B, which quotes <source>" gives A and B. Without a `reason` of its own only what
    cites explicitly counts.
    """
    start = max([sentence.start, *(s.end for s in taken if s.end <= anchor)])
    start = max(start, anchor - 2 * _REACH)
    found: Found = []
    left = start
    for match in _pattern(data_for(language).citing).finditer(text, start, anchor):
        if match.end() >= anchor - 1:
            return found + _last_phrase(text[left : match.start()], language, "cites the speaker")
        found += _last_phrase(text[left : match.start()], language, "cites another")
        left = match.end()
        nominal, _ = _after(text, left, anchor, (), language)
        if nominal is not None and nominal.sort in _WITNESSES:
            found.append((nominal, f"“{match.group().strip()}”"))
        left += _REACH  # what follows has been read
    if found or not reason:
        return found
    return _last_phrase(text[max(start, anchor - _REACH) : anchor], language, reason)


def _last_phrase(segment: str, language: str | None, reason: str) -> Found:
    """Return the last phrase of a segment, if it is somebody who can pass a saying on."""
    segment = segment.rstrip(" ,\u00a0")
    # "A, which in turn" is still about A.
    pieces = re.split(r"[,;:—–]\s|\s-\s|\]\([^)]{0,200}\)", segment)
    for piece in reversed(pieces[-3:]):
        nominal = read(piece, language)
        if nominal.sort in _WITNESSES and nominal.name:
            return [(nominal, reason)]
        if len(piece.split()) > 3:
            break
    return []


def _behind(
    text: str,
    attribution: Attribution,
    sentence: Span,
    taken: Sequence[Span],
    language: str | None,
) -> Found:
    """Return the subject behind the source ("Citing <source>, the agency Halden Wire writes")."""
    if not attribution.source:
        return []
    start = attribution.source[-1].end
    stop = min([sentence.end, start + _REACH, *(s.start for s in taken if s.start >= start)])
    match = re.match(r"\s*,?\s*", text[start:stop])
    start += match.end() if match else 0
    segment = _cut(text, start, stop)
    if not segment.strip():
        return []
    nominal = read(segment, language)
    return [(nominal, "cites the speaker")] if nominal.sort in _BODIES else []


def _around(
    text: str,
    attribution: Attribution,
    sentence: Span,
    taken: Sequence[Span],
    language: str | None,
) -> Found:
    """Return the subject of a verb of quoting: between it and its object, behind, or before."""
    source, cue = attribution.source[-1], attribution.cue[-1]
    between = text[min(cue.end, source.end) : max(cue.start, source.start)]
    behind = _cut(text, source.end, min(source.end + _REACH, sentence.end))
    for segment in (between, behind):
        nominal = read(segment, language)
        if nominal.sort in _BODIES:
            return [(nominal, "quotes the speaker")]
    return _citers(text, _anchor(attribution), sentence, taken, language, "quotes the speaker")


def _cut(text: str, start: int, stop: int) -> str:
    """Return the phrase that begins at `start`, with the name in quotation marks whole."""
    stop = max(start, stop)
    quoted = _QUOTED_NAME.match(text, start, stop)
    return quoted.group() if quoted else _STOP.split(text[start:stop])[0]


def _after(
    text: str, start: int, stop: int, own: Sequence[Span], language: str | None
) -> tuple[Nominal | None, Span | None]:
    end = min([stop, start + _REACH, *(s.start for s in own if s.start >= start)])
    segment = _cut(text, start, end)
    other = _pattern(data_for(language).citing).search(segment)
    if other and other.start():
        segment = segment[: other.start()]
    if not segment.strip():
        return None, None
    nominal = read(segment, language)
    return nominal, Span(start, start + len(segment))


def _names_outlet(nominal: Nominal, segment: str, language: str | None) -> bool:
    """Say whether a phrase names an outlet: by its noun, or because it is on the list."""
    data = data_for(language)
    if nominal.sort is Sort.GENERIC:
        return any(t.text in data.carrier_words for t in tokens(segment))
    if nominal.sort not in _BODIES and nominal.sort is not Sort.PERSON:
        return False
    if not any(c.isupper() for c in nominal.name):
        return False
    return is_outlet(nominal.name) or any(
        t.text in data.carrier_words or (t.capital and t.text in data.press_words)
        for t in tokens(segment)
    )


def _spoken_to(
    text: str,
    attribution: Attribution,
    sentence: Span,
    taken: Sequence[Span],
    language: str | None,
) -> Found:
    """Return the outlet right behind cue or source ("told the agency Halden Wire that")."""
    found: Found = []
    own = (*attribution.source, *attribution.cue)
    for span in own:
        if not text[span.end : span.end + 1].isspace():
            continue
        stop = min(
            [
                sentence.end,
                span.end + _REACH,
                *(s.start for s in (*own, *taken) if s.start > span.end),
            ]
        )
        segment = _cut(text, span.end, stop)
        opening = tokens(segment[:40])
        data = data_for(language)
        if not any(
            t.capital or t.text in data.carrier_words or t.text.casefold() in data.small_words
            for t in opening[:1]
        ):
            continue
        nominal = _listed(segment, language) or read(segment, language)
        if _names_outlet(nominal, segment, language):
            found.append((nominal, "the speaker spoke to it"))
    return found


def _listed(segment: str, language: str | None) -> Nominal | None:
    """Return the outlet of the list that a phrase names, without what stands around it."""
    line = tokens(segment)
    owners = data_for(language).possessive
    for at, token in enumerate(line):
        before = line[at - 1] if at else None
        if before is not None and before.capital and not before.text.endswith(owners or ("\0",)):
            continue  # the "Times" of "Tarsk Times" is another
        for end in range(min(len(line), at + 4), at, -1):
            name = segment[token.span.start : line[end - 1].span.end]
            if token.capital and is_outlet(name):
                return Nominal(Sort.ORGANISATION, name)
    return None


def _reporting(text: str, sentence: Span, busy: Sequence[Span], language: str | None) -> Found:
    """Return the outlet whose verb stands beside the saying ("…, Halden Wire reported")."""
    found: Found = []
    verbs = _pattern(data_for(language).reporting)
    for match in verbs.finditer(text, sentence.start, sentence.end):
        verb = Span(match.start(), match.end())
        if any(verb.overlaps(s) for s in busy):
            continue
        start = max(
            [sentence.start, verb.start - 60, *(s.end for s in busy if s.end <= verb.start)]
        )
        segment = re.split(r"[,;:—–()]", text[start : verb.start])[-1]
        segment = _pattern(data_for(language).citing).split(segment)[0]
        if not segment.strip():
            continue
        nominal = read(segment, language)
        if _names_outlet(nominal, segment, language):
            found.append((nominal, f"“{match.group()}”"))
    return found


def _reported_next(text: str, following: Span, language: str | None) -> Found:
    """Return the outlet that the next sentence says reported this one ("Об этом пишет …")."""
    stop = min(following.end, following.start + 2 * _REACH)
    opening = _pattern(data_for(language).about_this).match(text, following.start, stop)
    if opening is None:
        return []
    segment = _cut(text, opening.end(), stop)
    other = _pattern(data_for(language).citing).search(segment)
    if other:
        segment = segment[: other.start()]
    nominal = read(segment, language) if segment.strip() else None
    if nominal is None or nominal.sort not in _BODIES:
        return []
    named = any(mark in segment for mark in "«„“") or _names_outlet(nominal, segment, language)
    if not named or not _pattern(data_for(language).reporting).search(segment):
        return []
    return [(nominal, "the next sentence says who reported it")]


def _outlet_of(source: str, language: str | None) -> Found:
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
