"""Reports of one utterance: which words to quote, who carried it, how many of them independently.

Briefs and traces count in the same way:

- a reprint (`duplicate_of`) adds no outlet and no origin;
- several articles of one outlet are one outlet;
- what outlets took from the same intermediary, or relayed from the same place, has one origin.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date
from functools import lru_cache
from itertools import islice
from urllib.parse import urlsplit

from redite.lang import languages
from redite.lang.comparison import comparison, lexicon
from redite.outlets import outlet_key
from redite.text.markup import readable
from redite.text.quotes import LONGEST, Quotation, quotations
from redite.values import Article, Attribution, Label, Record, Span, Spans

KEPT = 4096
"""Sayings of which it is remembered how they are quoted: a brief asks for each many times."""
_PAIRS = {
    "“": "”",
    "„": "“”",
    "«": "»",
    "»": "«",
    "‘": "’",
    "‚": "‘’",
    '"': '"',
    "‹": "›",
    "「": "」",
}

_AFTER_DASH = re.compile(r"[^\w\s]\s?[—–-]\s(?:[^\W\d_]+\s){0,4}$")
_AFTER_COMMA = re.compile(r",\s$")


def outlet(article: Article) -> str | None:
    """Return the name of who published `article`: publisher, else host of its address."""
    if article.publisher and article.publisher.strip():
        return " ".join(article.publisher.split())
    if article.url:
        try:
            return urlsplit(article.url).hostname
        except ValueError:
            return None
    return None


def of_its_own(record: Record) -> bool:
    """Say whether an outlet tells what it says itself: "as the Courier has learnt"."""
    name, own = record.judgement.speaker.name, outlet(record.article)
    return name is not None and own is not None and name.casefold() in own.casefold()


def published_on(record: Record) -> date:
    """Return the day of publication, in UTC."""
    return record.article.published.astimezone(UTC).date()


def by_utterance(records: Iterable[Record]) -> list[tuple[Record, ...]]:
    """Return the reports of each utterance, in ledger order; utterances by their first report."""
    groups: dict[str, list[Record]] = {}
    for record in sorted(records, key=lambda record: record.order):
        groups.setdefault(record.judgement.utterance, []).append(record)
    return [tuple(group) for group in groups.values()]


@dataclass(frozen=True, slots=True)
class Occasion:
    """One occasion of saying something, with all that report it."""

    utterance: str
    lead: Record
    """The report whose verdict is the utterance's."""
    reports: tuple[Record, ...]
    """In ledger order, reprints included."""
    origins: tuple[str, ...]
    """Where the reports come from, independently of one another."""

    @property
    def languages(self) -> tuple[str, ...]:
        """Return the languages of its reports."""
        return tuple(sorted({r.article.language for r in self.reports if r.article.language}))


def occasions(records: Iterable[Record]) -> list[Occasion]:
    """Return the occasions that `records` report, in ledger order."""
    return [
        Occasion(reports[0].judgement.utterance, leading(reports), reports, tuple(origins(reports)))
        for reports in by_utterance(records)
    ]


def leading(reports: Sequence[Record]) -> Record:
    """Return the report whose verdict is the utterance's: the first that is no mere further one.

    Where all are (the utterance is older than `reports`), the first that is no reprint.
    """
    for record in reports:
        if record.judgement.verdict.label is not Label.SAME_UTTERANCE:
            return record
    return next((r for r in reports if r.standing.duplicate_of is None), reports[0])


def independent(reports: Iterable[Record]) -> list[Record]:
    """Return one report an outlet, the first, leaving out reprints."""
    found: dict[str, Record] = {}
    for record in reports:
        if record.standing.duplicate_of is None:
            found.setdefault(outlet(record.article) or record.article.key, record)
    return list(found.values())


def origins(reports: Iterable[Record]) -> list[str]:
    """Return where the reports come from, independently of one another, in order of appearance.

    That is the innermost link of a report's chain, else the outlet: ten papers citing one wire have
    one origin, and so have the wire itself and a reprint of it, under whatever name.
    """
    found: dict[str, str] = {}
    for record in reports:
        if record.standing.duplicate_of is not None:
            continue
        chain = [speaker.name or speaker.id for speaker in record.judgement.via]
        relayed = record.article.relayed_from
        name = (chain[-1] if chain else None) or relayed or outlet(record.article)
        shown = " ".join((name or record.article.key).split())
        found.setdefault(outlet_key(shown), shown)
    return list(found.values())


def utterance_origins(records: Iterable[Record]) -> dict[str, list[str]]:
    """Return the independent origins of every utterance; reports of old versions add none."""
    current = [record for record in records if record.standing.superseded_by is None]
    return {reports[0].judgement.utterance: origins(reports) for reports in by_utterance(current)}


def words(record: Record) -> tuple[Span, ...]:
    """Return the pieces of the content, as they are quoted.

    Blanks, a pair of quotation marks and the stop at the end are left out.
    """
    return _pieces(record.article.text, record.statement.attribution.content)


@lru_cache(maxsize=KEPT)
def _pieces(text: str, content: tuple[Span, ...]) -> tuple[Span, ...]:
    return tuple(_bare(span, text) for span in content)


def is_verbatim(record: Record) -> bool:
    """Say whether the article prints the content between quotation marks, as the speaker's own.

    The marks must be this saying's: where its source or cue stands inside them too, the words
    are what somebody else, who is quoted, says that the speaker said.
    """
    return _is_quoted(record.article.text, record.statement.attribution)


@lru_cache(maxsize=KEPT)
def _is_quoted(text: str, attribution: Attribution) -> bool:
    frame = attribution.source + attribution.cue
    return all(
        any(
            quotation.inner.contains(span) and not _tells(quotation, frame, attribution, text)
            for quotation in _quotations_around(span, text)
        )
        for span in _pieces(text, attribution.content)
    )


def _tells(quotation: Quotation, frame: Spans, attribution: Attribution, text: str) -> bool:
    """Say whether it is whoever is quoted who says, inside the quotation, that they spoke.

    Words of the article that interrupt a quotation are set off, by dashes, or by commas with the
    verb first: "«We went, — she said. — And we came back»".
    """
    within = [part for part in frame if quotation.outer.contains(part)]
    if not within:
        return False
    first = min(within)
    before = text[max(quotation.outer.start, first.start - 60) : first.start]
    verb_first = first in attribution.cue
    return not (_AFTER_DASH.search(before) or (verb_first and _AFTER_COMMA.search(before)))


def _quotations_around(span: Span, text: str) -> Iterator[Quotation]:
    """Yield the quotations that may hold `span`: those that begin before it, and not far off."""
    found = _quotations(text)
    start = bisect_left(found, span.start - LONGEST, key=lambda quotation: quotation.outer.start)
    for quotation in islice(found, start, None):
        if quotation.outer.start > span.start:
            return
        yield quotation


@lru_cache(maxsize=256)
def _quotations(text: str) -> tuple[Quotation, ...]:
    return quotations(text)


def cue_words(record: Record) -> str:
    """Return the words that say that somebody spoke, as a reader sees them."""
    text = record.article.text
    return " … ".join(readable(span.of(text)) for span in record.statement.attribution.cue)


def stance(record: Record) -> str:
    """Say what the cue makes of the words: `affirmed`, `rejected`, `negated` or `not_rejected`.

    "Denied that the pact was dead" does not say that the pact was dead. The words are those of
    the article's language; a language without a file is taken to affirm.
    """
    language = record.article.language
    if language is None or language not in languages():
        return "affirmed"
    data = comparison(language)
    tokens = re.findall(r"[^\W_]+(?:['’][^\W_]+)?", cue_words(record).casefold())
    rejects = any(token in lexicon(data.rejections) for token in tokens)
    negates = any(token in lexicon(data.negations) for token in tokens)
    if rejects:
        return "not_rejected" if negates else "rejected"
    return "negated" if negates else "affirmed"


def printed(record: Record, limit: int = 240) -> str:
    """Return the words that were said as a reader sees them, pieces joined by " … ".

    Longer than `limit` code points they are cut after a word, and end in " …".
    """
    text = record.article.text
    longest = 10 * limit  # of a whole page taken for a quotation only the beginning is looked at
    pieces = words(record)
    said = " … ".join(
        readable(text[span.start : min(span.end, span.start + longest)]) for span in pieces
    )
    short = cut(said, limit)
    if short == said and any(span.end - span.start > longest for span in pieces):
        return short + " …"
    return short


def cut(text: str, limit: int) -> str:
    """Return `text`, or its first words up to `limit` code points followed by " …"."""
    if len(text) <= limit:
        return text
    head = text[: limit + 1]
    at = head.rfind(" ")
    if at < limit // 2:  # one very long word, or a script without blanks
        return text[:limit] + "…"
    return head[:at].rstrip(" ,;:–—-…") + " …"


def _bare(span: Span, text: str) -> Span:
    """Return `span` without blanks and quotation marks around it and the stop at its end."""
    start, end = span.start, span.end
    for _ in _PAIRS:  # more marks than there are kinds cannot be nested
        piece = text[start:end]
        bare = piece.strip().rstrip(",;")
        if len(bare) < 3:
            break
        start += len(piece) - len(piece.lstrip())
        end = start + len(bare)
        if _ends_in_full_stop(bare):
            end -= 1
        closers = _PAIRS.get(text[start], "")
        inside = text[start + 1 : end - 1]
        if text[end - 1] not in closers or any(mark in inside for mark in text[start] + closers):
            break
        start, end = start + 1, end - 1
    return Span(start, end)


def _ends_in_full_stop(piece: str) -> bool:
    """Say whether the last point ends a sentence, not an abbreviation or an ellipsis."""
    last = piece.rsplit(None, 1)[-1][:-1]
    return piece.endswith(".") and "." not in last and len(last) > 1
