"""Which outlet a saying was heard through: spoken to, reporting beside it, or behind its source."""

from __future__ import annotations

import re

from redite.outlets import is_outlet
from redite.stages.chains.passage import (
    BODIES,
    REACH,
    Found,
    Passage,
    before_citing,
    pattern,
    phrase_at,
)
from redite.text.nominals import Nominal, Sort, data_for, read, tokens
from redite.values import Span


def names_outlet(nominal: Nominal, phrase: str, language: str | None) -> bool:
    """Say whether a phrase names an outlet: by its noun, or because it is on the list."""
    data = data_for(language)
    if nominal.sort is Sort.GENERIC:
        return any(t.text in data.carrier_words for t in tokens(phrase))
    if nominal.sort not in BODIES and nominal.sort is not Sort.PERSON:
        return False
    if not any(c.isupper() for c in nominal.name):
        return False
    return is_outlet(nominal.name) or any(
        t.text in data.carrier_words or (t.capital and t.text in data.press_words)
        for t in tokens(phrase)
    )


def spoken_to(passage: Passage) -> Found:
    """Return the outlet right behind cue or source ("told the agency Halden Wire that")."""
    text, data = passage.text, passage.data
    found: Found = []
    for span in passage.own:
        if not text[span.end : span.end + 1].isspace():
            continue
        behind = (other.start for other in passage.busy if other.start > span.end)
        stop = min([passage.sentence.end, span.end + REACH, *behind])
        phrase = phrase_at(text, span.end, stop)
        if not any(
            t.capital or t.text in data.carrier_words or t.text.casefold() in data.small_words
            for t in tokens(phrase[:40])[:1]
        ):
            continue
        nominal = _listed(phrase, passage.language) or read(phrase, passage.language)
        if names_outlet(nominal, phrase, passage.language):
            found.append((nominal, "the speaker spoke to it"))
    return found


def _listed(phrase: str, language: str | None) -> Nominal | None:
    """Return the outlet of the list that a phrase names, without what stands around it."""
    line = tokens(phrase)
    owners = data_for(language).possessive
    for at, token in enumerate(line):
        before = line[at - 1] if at else None
        if before is not None and before.capital and not before.text.endswith(owners or ("\0",)):
            continue  # the "Times" of "Tarsk Times" is another
        for end in range(min(len(line), at + 4), at, -1):
            name = phrase[token.span.start : line[end - 1].span.end]
            if token.capital and is_outlet(name):
                return Nominal(Sort.ORGANISATION, name)
    return None


def reporting(passage: Passage) -> Found:
    """Return the outlet whose verb stands beside the saying ("…, Halden Wire reported")."""
    text, sentence, language = passage.text, passage.sentence, passage.language
    found: Found = []
    for match in pattern(passage.data.reporting).finditer(text, sentence.start, sentence.end):
        verb = Span(match.start(), match.end())
        if any(verb.overlaps(span) for span in passage.busy):
            continue
        before = (span.end for span in passage.busy if span.end <= verb.start)
        start = max([sentence.start, verb.start - 60, *before])
        phrase = before_citing(re.split(r"[,;:—–()]", text[start : verb.start])[-1], language)
        if not phrase.strip():
            continue
        nominal = read(phrase, language)
        if names_outlet(nominal, phrase, language):
            found.append((nominal, f"“{match.group()}”"))
    return found


def reported_next(text: str, following: Span, language: str | None) -> Found:
    """Return the outlet that the next sentence says reported this one ("Об этом пишет …")."""
    data = data_for(language)
    stop = min(following.end, following.start + 2 * REACH)
    opening = pattern(data.about_this).match(text, following.start, stop)
    if opening is None:
        return []
    phrase = before_citing(phrase_at(text, opening.end(), stop), language)
    nominal = read(phrase, language) if phrase.strip() else None
    if nominal is None or nominal.sort not in BODIES:
        return []
    named = any(mark in phrase for mark in "«„“") or names_outlet(nominal, phrase, language)
    if not named or not pattern(data.reporting).search(phrase):
        return []
    return [(nominal, "the next sentence says who reported it")]


def behind_anonymous(source: str, language: str | None) -> Found:
    """Return the outlet whose anonymous source speaks ("a source of Halden Wire")."""
    data = data_for(language)
    if read(source, language).sort is not Sort.UNNAMED:
        return []
    pieces = source.split()
    heads = [i for i, p in enumerate(pieces) if p.strip('«»"“”,') in data.unnamed_words]
    if not heads or heads[0] + 1 >= len(pieces):
        return []
    follows = pieces[heads[0] + 1 : heads[0] + 4]
    if not (follows[0][0].isupper() or follows[0][0] in '«„“"'):
        return []
    forms = (" ".join(follows[:length]).casefold() for length in (3, 2, 1))
    known = next((data.bodies[form] for form in forms if form in data.bodies), None)
    quoted = re.match(r"[«„“\"]([^«»„“”\"]{2,50})[»“”\"]", " ".join(follows))
    name = known or (quoted.group(1) if quoted else None)
    return [(Nominal(Sort.ORGANISATION, name), "its anonymous source speaks")] if name else []
