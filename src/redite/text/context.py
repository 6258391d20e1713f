"""Explicit context links: words that put what is told beside an event.

"The rhetoric comes **amid** *protests in Tarsk*"; "**à la veille de** *la contre-offensive*";
"**на тлі** *переговорів*". Three ways of saying it, each from the `context:` section:

1. a marker before an event, wherever it stands;
2. a verb of taking place, and then words of time before an event ("came hours after");
3. such a verb, and then a clause that tells the event ("comes as Ostlind votes").

Where an event ends is told by grammar, since punctuation often does not: in German at the verb
that follows the first part of a sentence, in Russian and Ukrainian where a word no longer depends
on the noun before it, elsewhere at words that begin something else. Two events under one marker
are two links.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from redite.lang import languages
from redite.lang.context import Context, context_words
from redite.text.nominative import Reading, readings
from redite.text.phrase_patterns import GAP, START, plain
from redite.values import Span, Spans

_LONGEST = 22
"""Words of an event."""
_REACH = 260
"""Code points in which an event must end."""
_TOKEN = re.compile(r"[^\W_]+(?:['-][^\W_]+)*|\S")
_END = re.compile(r"[,;:!?\n()…«»“”„\"—–]|\.(?=\s|$)|\s-\s")
_CLAUSE_END = re.compile(r"[;:!?\n()…—–]|[.](?=\s|$)|,(?=\s)|[»”\"]")
_OPENING_QUOTES = '«“„"'
_CLOSING_QUOTES = '»”“"'


@dataclass(frozen=True, slots=True)
class ContextLink:
    """A marker with the event that it puts something beside."""

    marker: Spans
    event: Spans


def find_context(text: str, language: str | None) -> tuple[ContextLink, ...]:
    """Return the context links of `text`, in text order; events do not overlap.

    A text in a language without a file has none.
    """
    if language not in languages():
        return ()
    grammar = _grammar(language)
    read = plain(text)
    found: list[ContextLink] = []
    after = 0
    for marker, clause in _markers(read, grammar):
        if marker.start < after:
            continue
        events = _clause(read, marker.end) if clause else _events(read, marker, grammar)
        for event in events:
            found.append(ContextLink((marker,), (event,)))
            after = event.end
    return tuple(found)


# --- markers ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Grammar:
    language: str
    section: Context
    marker: re.Pattern[str]
    behind: re.Pattern[str]
    """A verb, a few words, and then words of time or of a clause."""
    stop: re.Pattern[str]
    elided: frozenset[str]
    openings: frozenset[str]
    joins: frozenset[str]
    no_events: frozenset[str]
    articles: frozenset[str]
    prepositions: frozenset[str]
    small: frozenset[str]
    """Words that end no event."""


@cache
def _grammar(language: str) -> _Grammar:
    section = context_words(language)
    verbs = _any(section.verbs, section)
    beside, clauses = _any(section.beside, section), _any(section.clauses, section)
    joins = frozenset(word for form in section.joins for word in form.split()[:1])
    small = joins.union(section.openings, section.articles, section.prepositions)
    few = rf"(?:(?!{clauses}|{beside})[^\W_]{{1,20}}{GAP}){{0,2}}"
    return _Grammar(
        language,
        section,
        re.compile(START + _any(section.markers, section), re.IGNORECASE),
        re.compile(
            rf"{START}{verbs}(?:,?{GAP}){few}(?:(?P<clause>{clauses})|(?P<beside>{beside}))",
            re.IGNORECASE,
        ),
        re.compile(_any(section.stops, section), re.IGNORECASE),
        frozenset(form for form in (*section.stops, *section.openings) if form.endswith("'")),
        frozenset(section.openings),
        joins,
        frozenset(section.no_events),
        frozenset(section.articles),
        frozenset(section.prepositions),
        small,
    )


def _any(forms: Iterable[str], section: Context) -> str:
    """Return the source of a pattern for one of `forms`, the longest first."""
    written = {variant for form in forms for variant in _variants(form, section)}
    ordered = sorted(written, key=lambda form: (-len(form), form))
    return f"(?:{'|'.join(_source(form, section) for form in ordered)})"


def _variants(form: str, section: Context) -> Iterator[str]:
    yield form
    head, _, last = form.rpartition(" ")
    for contracted in section.contractions.get(last, ()):
        yield f"{head} {contracted}"


def _source(form: str, section: Context) -> str:
    pieces = [
        rf"(?:\d{{1,3}}|{'|'.join(map(re.escape, section.counts))})" if word == "#" else _word(word)
        for word in form.split()
    ]
    end = "" if form.endswith("'") else r"(?!\w)"
    return GAP.join(pieces) + end


def _word(word: str) -> str:
    return re.escape(word).replace(r"\*", r"\w{0,20}")


def _markers(read: str, grammar: _Grammar) -> list[tuple[Span, bool]]:
    """Return the markers, each with whether a clause follows."""
    found = [(Span(*m.span()), False) for m in grammar.marker.finditer(read)]
    for match in grammar.behind.finditer(read):
        kind = "clause" if match["clause"] else "beside"
        start = match.start() if kind == "clause" else match.start(kind)
        found.append((Span(start, match.end()), kind == "clause"))
    return sorted(found, key=lambda one: (one[0].start, -one[0].end))


# --- events -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Token:
    word: str
    start: int
    end: int

    @property
    def lower(self) -> str:
        return self.word.lower()


def _clause(read: str, start: int) -> list[Span]:
    limit = min(len(read), start + _REACH)
    end = _CLAUSE_END.search(read, start, limit)
    last = end.start() if end else limit
    words = read[start:last]
    if len(words.split()) < 2:
        return []
    begin = start + len(words) - len(words.lstrip())
    return [Span(begin, start + len(words.rstrip()))]


def _events(read: str, marker: Span, grammar: _Grammar) -> list[Span]:
    tokens = _tokens(read, marker.end, grammar)
    if not tokens or tokens[0].lower in grammar.no_events:
        return []
    second = tokens[1:2] if tokens[0].lower in grammar.articles else ()
    if any(token.lower in grammar.no_events for token in second):
        return []
    ending = {"german": _german, "slavic": _slavic}.get(grammar.section.grammar, _plain)
    pieces = _split(ending(tokens, grammar, read, marker), grammar)
    return [Span(piece[0].start, piece[-1].end) for piece in pieces]


def _tokens(read: str, start: int, grammar: _Grammar) -> list[_Token]:
    """Return the words up to the first mark that ends a phrase; quoted names belong to it."""
    out: list[_Token] = []
    at = start
    limit = min(len(read), start + _REACH)
    while len(out) < _LONGEST:
        match = _TOKEN.search(read, at, limit)
        if match is None:
            break
        word = match.group()
        if word[0] in _OPENING_QUOTES and out:
            close = _closing(read, match.end(), limit)
            if close is None:
                break
            out.append(_Token(read[match.start() : close], match.start(), close))
            at = close
            continue
        if _END.match(read, match.start()) or not word[0].isalnum():
            break
        out += _parts(match, grammar)
        at = match.end()
    return out


def _parts(match: re.Match[str], grammar: _Grammar) -> Iterator[_Token]:
    """Yield a word, parted from what is elided before it: "l'adhésion"."""
    word, start = match.group(), match.start()
    head, mark, rest = word.partition("'")
    if mark and rest and f"{head.lower()}'" in grammar.elided:
        yield _Token(head + mark, start, start + len(head) + 1)
        yield _Token(rest, start + len(head) + 1, match.end())
    else:
        yield _Token(word, start, match.end())


def _closing(read: str, start: int, limit: int) -> int | None:
    for at in range(start, min(limit, start + 60)):
        if read[at] in _CLOSING_QUOTES:
            return at + 1
        if read[at] in ".!?\n":
            return None
    return None


def _plain(
    tokens: Sequence[_Token], grammar: _Grammar, read: str, marker: Span
) -> Sequence[_Token]:
    for at, token in enumerate(tokens):
        if at and grammar.stop.match(read, token.start):
            return tokens[:at]
    return tokens


def _german(
    tokens: Sequence[_Token], grammar: _Grammar, read: str, marker: Span
) -> Sequence[_Token]:
    """End at the verb: a small word behind a noun that no noun follows."""
    noun = False
    first = tokens[0]
    if first.word[0].islower() and first.lower not in grammar.small:
        described = next((t for t in tokens if not _describes(t, grammar)), None)
        if described is None or not described.word[0].isupper():
            return []  # "am Vorabend hatte sie gewarnt": the evening before, and no event
    for at, token in enumerate(tokens):
        capital = token.word[0].isupper() or not token.word[0].isalpha()
        if capital:
            noun = True
            continue
        if not noun or token.lower in grammar.small:
            continue
        described = next((t for t in tokens[at + 1 :] if not _describes(t, grammar)), None)
        if (
            not _describes(token, grammar)
            or _after_noun(tokens, at)
            or described is None
            or not described.word[0].isupper()
        ):
            return tokens[:at]
    return tokens


def _describes(token: _Token, grammar: _Grammar) -> bool:
    """Say whether a word may be an adjective before a noun."""
    adjective = token.word[0].islower() and token.lower.endswith(("e", "en", "er", "es", "em"))
    return adjective and token.lower not in grammar.articles


def _after_noun(tokens: Sequence[_Token], at: int) -> bool:
    """Say whether a noun stands right before: an adjective has an article or a preposition there,
    or continues a list; a verb has the noun it goes with."""
    before = tokens[at - 1]
    return before.word[0].isupper() or before.word[0] in _OPENING_QUOTES


_OBLIQUE = frozenset({"gent", "datv", "accs", "ablt", "loct"})
_DEPENDENT = frozenset({"gent", "ablt"})
"""Cases in which a noun hangs on the one before it: "of the dam", "with missiles"."""
_SENTENCE_START = re.compile(r"(?:^|[.!?…\n»”\"–—-])\s*$")


def _slavic(
    tokens: Sequence[_Token], grammar: _Grammar, read: str, marker: Span
) -> Sequence[_Token]:
    """Go on while a word depends on the noun before it: a genitive, or a preposition's noun."""
    governed = _governed(marker.of(read), grammar)
    wanted = frozenset({governed})
    head: int | None = None
    subject: int | None = None  # the first noun behind the head that may be a subject
    at = 0
    for at, token in enumerate(tokens):
        if at and grammar.stop.match(read, token.start):
            break
        if at and token.lower in grammar.prepositions:
            wanted = _OBLIQUE
            continue
        if at and token.lower in grammar.joins:
            if not _goes_on(tokens[at + 1 :], governed, grammar):
                break
            wanted = frozenset({governed})
            continue
        known = readings(token.word, grammar.language)
        if token.word.isupper() and len(token.word) > 1:  # an abbreviation has no endings
            if head is None:
                break
            continue
        if not known or not token.word.isalpha():
            if head is None and not token.word[0].isdigit():
                break
            continue
        cases = {case for reading in known for case in reading.cases}
        if not cases & wanted:
            break
        if _is_noun(known, wanted):
            if head is None:
                head = at
            elif subject is None and "nomn" in cases and wanted != _OBLIQUE:
                subject = at
            wanted = _DEPENDENT
    else:
        at = len(tokens)
    if head is None:
        return []
    ends_in_verb = at < len(tokens) and _is_verb(tokens[at:], grammar)
    if subject is not None and ends_in_verb and _begins_sentence(read, marker):
        at = subject
    return tokens[:at]


def _governed(marker: str, grammar: _Grammar) -> str:
    last = marker.lower().split()[-1]
    return "ablt" if last in grammar.section.instrumental else "gent"


def _is_noun(known: Sequence[Reading], wanted: frozenset[str]) -> bool:
    """Say whether a word closes the phrase that waits for a noun, and does not describe one."""
    fitting = [reading for reading in known if set(reading.cases) & wanted]
    return all(reading.noun for reading in fitting)


def _goes_on(following: Sequence[_Token], governed: str, grammar: _Grammar) -> bool:
    """Say whether what follows "and" is another noun in the case of the event."""
    if not following:
        return False
    if following[0].lower in grammar.prepositions:
        return True
    known = readings(following[0].word, grammar.language)
    return any(governed in reading.cases or "gent" in reading.cases for reading in known)


def _is_verb(following: Sequence[_Token], grammar: _Grammar) -> bool:
    for token in following[:3]:
        parts = [reading.part for reading in readings(token.word, grammar.language)[:1]]
        if parts in (["VERB"], ["PRTS"], ["ADJS"]):
            return True
        if parts not in (["ADVB"], ["PRCL"]):
            return False
    return False


def _begins_sentence(read: str, marker: Span) -> bool:
    return _SENTENCE_START.search(read[max(0, marker.start - 6) : marker.start]) is not None


def _split(tokens: Sequence[_Token], grammar: _Grammar) -> list[Sequence[_Token]]:
    """Part two events under one marker where the second begins like one, and trim the ends."""
    pieces: list[Sequence[_Token]] = []
    begin = 0
    for at, token in enumerate(tokens):
        if (
            token.lower in grammar.joins
            and at - begin >= 3
            and len(tokens) - at >= 4
            and tokens[at + 1].lower in grammar.openings
        ):
            pieces.append(tokens[begin:at])
            begin = at + 1
    pieces.append(tokens[begin:])
    out: list[Sequence[_Token]] = []
    for piece in pieces:
        kept = list(piece)
        while kept and kept[-1].lower in grammar.small:
            kept.pop()
        while piece is not pieces[0] and kept and kept[0].lower in grammar.prepositions:
            kept.pop(0)
        if kept:
            out.append(kept)
    return out
