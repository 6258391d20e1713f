"""All whom the words around a saying name as having passed it on."""

from __future__ import annotations

from redite.stages.chains import citation, outlets
from redite.stages.chains.passage import WITNESSES, Found, Passage, named_at, pattern
from redite.text.nominals import Nominal
from redite.values import Span


def intermediaries(passage: Passage, following: Span | None = None) -> Found:
    """Return those whom the text names as passing a saying on, outermost first, and why.

    Args:
        following: the next sentence, which may say who reported this one.
    """
    text, language = passage.text, passage.language
    found = citation.citers(passage) + _by_phrase(passage)
    for piece in passage.attribution.source:
        found += citation.cited_by(text, piece, language)
    found += outlets.spoken_to(passage)
    found += outlets.reporting(passage)
    if following is not None:
        found += outlets.reported_next(text, following, language)
    for piece in passage.attribution.source[:1]:
        found += outlets.behind_anonymous(piece.of(text), language)
    unique: dict[str, tuple[Nominal, str]] = {}
    for nominal, reason in found:
        unique.setdefault(nominal.name.casefold(), (nominal, reason))
    return list(unique.values())


def _by_phrase(passage: Passage) -> Found:
    """Return who follows a phrase such as "as reported by", or, an outlet only, "told"."""
    text, data, sentence = passage.text, passage.data, passage.sentence
    found: Found = []
    for match in pattern((*data.relay, *data.told)).finditer(text, sentence.start, sentence.end):
        phrase = Span(match.start(), match.end())
        if any(phrase.overlaps(span) for span in passage.busy):
            continue
        behind = (span.start for span in passage.own if span.start >= phrase.end)
        named = named_at(text, phrase.end, min([sentence.end, *behind]), passage.language)
        if named is None:
            continue
        nominal, where = named
        words = " ".join(match.group().casefold().split())
        if words in data.told and words not in data.relay:
            passes_on = outlets.names_outlet(nominal, where.of(text), passage.language)
        else:
            passes_on = nominal.sort in WITNESSES
        if passes_on and not any(where.overlaps(span) for span in passage.busy):
            found.append((nominal, f"“{match.group().strip()}”"))
    return found
