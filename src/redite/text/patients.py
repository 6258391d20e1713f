"""Reports whose source does not speak but suffers the verb: left out.

Where nouns are declined, who stands in another case than the nominative right before a finite verb
is its object, whoever the subject may be: "Бывшего адвоката попросили …", "Ему грозит …". A tagger
that goes by the order of words takes them for speakers. Two things look alike and are speakers: who
stands behind a preposition ("У бывшего адвоката считают"), and to whom something seems or is known
("Ему кажется").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from redite.lang import begun, languages, words
from redite.lang.attribution import Attribution as Lexicon
from redite.values import Attribution

_WORD = re.compile(r"[\w'’-]+")
_BEFORE = re.compile(r"([\w'’-]+)[^\w.!?;:,\n]*$")
_REACH = 40
"""Code points before a source in which its preposition is looked for."""


def speaking(
    attributions: Sequence[Attribution], text: str, language: str | None
) -> tuple[Attribution, ...]:
    """Return the attributions but those whose source is the object of its verb."""
    if language not in (*languages(), *begun()):
        return tuple(attributions)
    lexicon = words(language, "attribution", Lexicon)
    return tuple(one for one in attributions if not _suffers(one, text, lexicon))


def _suffers(one: Attribution, text: str, lexicon: Lexicon) -> bool:
    if len(one.source) != 1 or len(one.cue) != 1:
        return False
    (source,), (cue,) = one.source, one.cue
    if cue.start < source.end or text[source.end : cue.start].strip(" *_\u00a0"):
        return False
    named = [found.group().casefold() for found in _WORD.finditer(source.of(text))]
    if not _oblique(named, lexicon) or cue.of(text).casefold() in lexicon.felt:
        return False
    before = _BEFORE.search(text, max(0, source.start - _REACH), source.start)
    return before is None or before.group(1).casefold() not in lexicon.prepositions


def _oblique(named: Sequence[str], lexicon: Lexicon) -> bool:
    if not named or named[0] in lexicon.objects:  # Before a noun "его" is a possessive.
        return len(named) == 1
    return len(named) > 1 and named[0].endswith(lexicon.object_endings)
