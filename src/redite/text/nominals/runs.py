"""Where names of people may stand: runs of capitals that are no title, role or body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from redite.lang import languages
from redite.lang.speakers import Speakers
from redite.names.given import is_given
from redite.text.nominals.words import Token, data_for, is_acronym, tokens
from redite.text.nominative import LANGUAGES, readings, without_places
from redite.values import Span

_TITLE = 60
"""Code points before a name in which its article and office are looked for."""
_OFFICE = 4
"""Words before a name among which its office is looked for: "председатель комитета НАТО"."""
_MARKS = re.compile(r"[.!?:;,\n«»„“”\"()]")
_NOUN = re.compile(r"[ \u00a0]([^\W\d_]+)")
_ANOTHER = re.compile(r"[ \u00a0][^\W\d_]+[ \u00a0]([^\W\d_]+)")
_PARTICLES = frozenset(
    "al bin da de del den der di du el ibn la le ten van von zu al- "
    "фон ван дер ден де ди дю ла ле аль эль бен бин ибн".split()
)
_AFTER_VAN = frozenset("den der ден дер".split())
_VAN = frozenset("van von Van Von ван фон Ван Фон".split())
# Where these are small words of the language, as "de la" is in French, they part two names.
_KEPT_PARTICLES = _PARTICLES - frozenset("da de del di du el la le".split())


def name_runs(
    text: str, data: Speakers, language: str | None, found: Sequence[Token] | None = None
) -> list[Span]:
    """Return where names of people may stand: runs of capitals without titles, roles, bodies."""
    runs: list[list[Token]] = []
    current: list[Token] = []

    def close() -> None:
        nonlocal current
        while current and not current[-1].capital:
            current.pop()
        if current:
            runs.append(current)
        current = []

    last: Token | None = None
    for token in tokens(text) if found is None else found:
        gap = text[last.span.end : token.span.start] if last is not None else ""
        initial = last is not None and len(last.text) == 1 and last.text.isupper()
        if current and current[-1].text.isascii() != token.text.isascii() and language in LANGUAGES:
            close()  # "Ural Airlines Горан Велеш": a name is in one script
        if gap.strip(" \t\u00a0\u202f") not in ("", "-") and not (initial and gap.strip() == "."):
            close()
        previous, last = last, token
        word = token.text
        if not token.capital:
            lower = word.casefold()
            small = lower in data.small_words and lower not in _KEPT_PARTICLES
            # "van der", but no other article stands within a name.
            small = small or (
                lower in _AFTER_VAN and previous is not None and previous.text not in _VAN
            )
            if not current or lower not in _PARTICLES or small:
                close()
            continue
        ending = next((e for e in data.possessive if word.endswith(e)), None)
        if _is_no_name(word, language) or (ending and data.is_role(word.removesuffix(ending))):
            close()
        elif ending:  # a possessor is no part of the name that follows
            end = token.span.end - len(ending)
            current.append(Token(word.removesuffix(ending), Span(token.span.start, end)))
            close()
        else:
            current.append(token)
    close()
    spans = []
    for run in runs:
        press = run[-1].text.casefold() in data.press
        if len(run) > 1 and not press and _after_determiner(run[0], text, data):
            run = run[1:]
        if len(run) > 2 and not press:
            strange = language not in languages()
            run = run[_given_at(run) if strange else _named_from(run, text, data) :]
        titled = _behind_office(run[0], text, data)
        kept = without_places([t.text for t in run], language, titled=titled)
        if len(kept) == 1 and _describes(run[-1], text, language):
            continue
        if kept:
            spans.append(Span(run[len(run) - len(kept)].span.start, run[-1].span.end))
    return spans


def _describes(word: Token, text: str, language: str | None) -> bool:
    """Say whether one capital word is the adjective of a common noun ("Тарской области", also
    "Тарской и Халленской областей")."""
    behind = _NOUN.match(text, word.span.end)
    if behind is not None and behind.group(1) in data_for(language).joining:
        behind = _ANOTHER.match(text, behind.end())
    if behind is None or language not in LANGUAGES:
        return False
    first, noun = readings(word.text, language)[:1], readings(behind.group(1), language)[:1]
    if not first or not noun or first[0].part != "ADJF" or not noun[0].noun:
        return False
    cases = {case for one in readings(word.text, language) for case in one.cases}
    return bool(cases & {case for one in readings(behind.group(1), language) for case in one.cases})


def _behind_office(first: Token, text: str, data: Speakers) -> bool:
    """Say whether words of office stand before a run, at most with their body between."""
    before = text[max(0, first.span.start - _TITLE) : first.span.start]
    clause = _MARKS.split(before)[-1].split()
    return any(data.is_role(word) for word in clause[-_OFFICE:])


def _after_determiner(first: Token, text: str, data: Speakers) -> bool:
    """Say whether a determiner stands before a capital where all nouns have one: a noun, then, and
    the name begins behind it ("der Gutachter Ruhn")."""
    before = text[max(0, first.span.start - _TITLE) : first.span.start].split()
    return bool(before) and before[-1].casefold() in data.determiners


def _given_at(run: Sequence[Token]) -> int:
    """Return where a given name stands in a run of a language without lists, else 0."""
    return next((at for at, token in enumerate(run[:-1]) if is_given(token.text)), 0)


def _named_from(run: Sequence[Token], text: str, data: Speakers) -> int:
    """Return where the name begins in a run behind an office: "president of Velmora Irena Dalkova".

    Nouns in genitives and languages without them write the country and the name together.
    """
    before = text[max(0, run[0].span.start - _TITLE) : run[0].span.start].split()
    if not before or before[-1].casefold() not in data.linking_words or is_given(run[0].text):
        linked = before and before[-1].casefold() in data.small_words
        if not linked or is_given(run[0].text):
            return 0
    if not any(data.is_role(word) for word in before[-5:]):
        return 0
    return next((at for at, token in enumerate(run) if is_given(token.text)), 1)


@lru_cache(maxsize=65536)
def _is_no_name(word: str, language: str | None) -> bool:
    """Say whether a word with a capital is none of a person's name."""
    data = data_for(language)
    lower = word.casefold()
    return (
        lower in data.opening_words
        or data.is_role(word)
        or lower in data.title_words
        or is_acronym(word)
        or (lower in data.small_words and lower not in _KEPT_PARTICLES)
        or lower in data.he
        or lower in data.she
        or lower in data.they
        or lower in data.it
        or lower in data.whose
        or lower in data.relative
        or lower in data.bodies
        or lower in data.organisation_words
        or any(c.isdigit() for c in word)
    )
