"""Whether what was said is a proposition, as far as its words show: no scrap, and no topic."""

from __future__ import annotations

import re
from functools import lru_cache

from redite.briefing.quoting import How, how
from redite.compare.words import WORD, names_a_thing
from redite.lang import languages
from redite.lang.comparison import comparison
from redite.reports import is_verbatim
from redite.text.clause_ends import CLAUSES_PARTED
from redite.text.nominative import LANGUAGES as INFLECTED
from redite.text.nominative import readings
from redite.values import Record

WORDS = 3
"""Words from which what was said may be a sentence; two do where neither is a function word."""
_BROKEN_OFF = re.compile(r"[*_~]*\s+[*_~\[]*\w")
_NEXT = re.compile(r"[*_~]*\s+[*_~\[]*(\w+)")
_BEFORE = re.compile(r"\b(\w+)(?:\]\([^()\s]{0,300}\))?[ \u00a0*_~]+$")
"""The word before, which may be a link in Markdown."""
_WITHIN = re.compile(r"[\w,][ \u00a0*_~]+$")
_PREDICATES = frozenset(("VERB", "PRTS", "ADJS", "PRED", "COMP"))
"""Parts of speech that say something of something, as the dictionary abbreviates them."""
_COPULA = re.compile(r"[^\W\d_»”\"]\s[—–]\s(?!\s)|^(?:это|це)\b|,\s(?:это|це)\s", re.IGNORECASE)
"""A dash, or the word for "this", stands for "is" in Russian and Ukrainian."""

_TIME = re.compile(
    r"(?:(?:с|від|з) (?:того |тех |тієї )?(?:момента|моменту|пор|часу?|дня|миті),? "
    r"(?:как|когда|коли|як)|(?:после|до|перед|після) (?:того|тем|тим),? (?:как|як)"
    r"|когда|коли|пока|поки)\b",
    re.IGNORECASE,
)
"""Opens when something happens: without a clause behind a comma it does not say what."""
_PURPOSE = re.compile(r"(?:чтобы|щоб|аби)\b", re.IGNORECASE)
"""Opens what is wanted: without the verb that wants it, it says nothing."""


def says_something(record: Record) -> bool:
    """Say whether what was said is a proposition, as far as its words show: no scrap, no topic."""
    text, language = record.article.text, known_language(record)
    content = record.statement.attribution.content
    if language is None:
        return len(WORD.findall(record.content)) > 1
    small = _function_words(language)
    words = [word.lower() for word in WORD.findall(record.content)]
    telling = [word for word in words if word not in small and not word[0].isdigit()]
    direct = is_verbatim(record)
    if len(words) < WORDS and len(telling) < len(words) and not direct:
        return False
    if len(words) < 2 or not (direct or (telling and names_a_thing(record.content, language))):
        return False
    if words[-1] in small and _BROKEN_OFF.match(text, content[-1].end):
        return False
    if _lacks_its_infinitive(record, words[-1]) or _lacks_its_main_clause(record):
        return False
    # Where a comma or a "that" opens every clause, what follows a bare word is an object.
    if direct:
        return True
    if how(record) is How.TOLD:
        return not (_is_object(record, small) or _is_not_the_subject(record, small))
    if _PURPOSE.match(record.content):
        return False
    lacking = _lacks_its_verb(record, small) or _lacks_its_subject(record, small)
    return len(telling) > 1 and not (lacking or _is_object(record, small))


def _is_object(record: Record, small: frozenset[str]) -> bool:
    """Say whether the words only complete what stands before them, where clauses are parted.

    There a comma, or a "that" behind a comma, opens every clause. Right behind the verb that
    reports them an object may be told with that verb, and not without.
    """
    if record.article.language not in CLAUSES_PARTED:
        return False
    text, said = record.article.text, record.statement.attribution
    start = said.content[0].start
    before = _BEFORE.search(text, max(0, start - 360), start)
    if before is None:
        return False
    if any(span.start <= before.start(1) < span.end for span in said.cue):
        return how(record) is How.PUT
    if before.group(1).lower() in small:
        return text[: before.start()].rstrip(" \u00a0*_~")[-1:].isalnum()
    return not any(span.start <= before.start(1) < span.end for span in said.source)


def _lacks_its_verb(record: Record, small: frozenset[str]) -> bool:
    """Say whether words that are told without the verb that reports them have none of their own."""
    language = record.article.language or ""
    if language not in INFLECTED:
        return False
    if _COPULA.search(record.content):
        return False
    parts: set[str] = set()
    for word in WORD.findall(record.content):
        read = readings(word, language)
        # "Will", "was", "may" are function words and verbs at once; "or" is a verb only by chance.
        parts.update(one.part for one in (read[:1] if word.lower() in small else read))
    return _PREDICATES.isdisjoint(parts)


def _lacks_its_infinitive(record: Record, last: str) -> bool:
    """Say whether words end in a verb whose infinitive stands right behind them: "cannot" act."""
    language = record.article.language or ""
    behind = _NEXT.match(record.article.text, record.statement.attribution.content[-1].end)
    if language not in INFLECTED or behind is None:
        return False
    read = [readings(word, language)[:1] for word in (last, behind.group(1))]
    return [one.part for each in read for one in each] == ["VERB", "INFN"]


def _lacks_its_main_clause(record: Record) -> bool:
    """Say whether words that are not quoted only tell when, where a comma parts clauses."""
    if record.article.language not in INFLECTED or is_verbatim(record):
        return False
    when = _TIME.match(record.content)
    return when is not None and "," not in record.content[when.end() :]


def _lacks_its_subject(record: Record, small: frozenset[str]) -> bool:
    """Say whether words begin with their verb in the middle of a sentence that tells no saying."""
    language, text = record.article.language or "", record.article.text
    said = record.statement.attribution
    start = said.content[0].start
    within = _WITHIN.search(text, max(0, start - 20), start)
    if language not in INFLECTED or within is None:
        return False
    # "By her words, is built": behind the comma of what tells who spoke, a clause begins.
    if any(span.end in (within.start(), within.start() + 1) for span in (*said.source, *said.cue)):
        return False
    first = next((w for w in WORD.findall(record.content) if w.lower() not in small), "")
    parts = {reading.part for reading in readings(first, language)} if first else set()
    return parts == {"VERB"}


def _is_not_the_subject(record: Record, small: frozenset[str]) -> bool:
    """Say whether who is said to speak stands in no case of a subject: "him threaten ten years".

    Behind a preposition it is a place or a body in which somebody spoke.
    """
    language, text = record.article.language or "", record.article.text
    source = record.statement.attribution.source[0]
    before = _BEFORE.search(text, max(0, source.start - 360), source.start)
    words = WORD.findall(source.of(text))
    if language not in INFLECTED or (before is not None and before.group(1).lower() in small):
        return False
    first = [readings(word.lower(), language)[:1] for word in words]
    if len(words) == 1 and first[0] and first[0][0].part == "NPRO":
        return "nomn" not in first[0][0].cases
    read = [one for word in words for one in readings(word, language) if one.nominal]
    return bool(read) and not any("nomn" in one.cases or not one.cases for one in read)


def known_language(record: Record) -> str | None:
    """Return the language of a report where there is a file for it."""
    language = record.article.language
    return language if language in languages() else None


@lru_cache(maxsize=16)
def _function_words(language: str) -> frozenset[str]:
    return frozenset(comparison(language).stop_words.split())
