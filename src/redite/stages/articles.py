"""Stage 1: from a document as found to an article as stored, and its place among the others.

`admit` looks at one document alone. `merge` puts together what several sightings of one text know
about it. `place` looks at all articles on record and says which are
versions or reprints of which; it is a pure function of the set, so that no order of arrival can
matter, with one exception it cannot avoid: of two texts under one address that claim the same
time, the later is the one that redite saw later, because there is no other evidence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from redite.text.digests import find_items
from redite.text.duplicates import MIN_WORDS, MinHashCandidates, reprints, words
from redite.text.ids import article_key, digest, identity
from redite.text.languages import claimed_language, find_language
from redite.values import Article, Document, Outcome, Rejection, Spans, Standing

VERSION = "articles.v2"

MAX_CHARACTERS = 2_000_000
"""A longer text is no article; analysing it would hold up everything behind it."""

REPRINT_WINDOW = timedelta(days=30)
"""A text that comes back after longer is a reminder or boilerplate, not a wire copy."""
ALERT_WINDOW, ALERT_DAYS = timedelta(hours=12), timedelta(days=1)
"""The same of an alert, a text too short to tell one occasion from the next ("explosions heard in
Tarsk"): it is sent out again the night after. The second where only days are known."""


def admit(document: Document, now: datetime, known: Article | None = None) -> Article | Rejection:
    """Return `document` as an article, or why it is none.

    `now` (aware) becomes the publication time of a document without one, and says so in `dated`.
    `known` is this very text as it is on record: then its language need not be found again.
    """
    text = document.text
    if not any(map(str.isalpha, text)):
        reason = "the text is empty" if not text.strip() else "the text has no letters"
        return Rejection(document.origin, reason, document)
    if len(text) > MAX_CHARACTERS:
        reason = f"the text has {len(text):,} characters, more than {MAX_CHARACTERS:,}; split it"
        return Rejection(document.origin, reason, document)
    if known is not None and claimed_language(document.language) in (None, known.language):
        # Found again it would be the same, or none, which `merge` would pass over.
        language, items = known.language, known.items
    else:
        language = find_language(text, document.language)
        items = find_items(text, language)
    return Article(
        key=article_key(document),
        given_id=document.id,
        url=document.url,
        publisher=document.publisher,
        published=document.published or now,
        dated=document.published is not None,
        modified=document.modified,
        language=language,
        title=document.title,
        text=text,
        items=items,
        relayed_from=document.relayed_from,
        taken_in=now,
        origin=document.origin,
        notes=document.notes,
    )


def merge(one: Article, other: Article) -> Article:
    """Return what two sightings of one text under one address know together.

    Each particular is chosen by an order of its own, what is there before what is missing, so that
    merging is commutative, associative and idempotent: no order of arrival matters.

    - the id: one that is no address, as the guid of a feed often is, then the first by code point;
    - the address, publisher, title and outlet relayed: the first by code point;
    - the date: one that was given; of several the earliest day, and on that day the earliest time
      that is not midnight, which is what a bare date is read as;
    - the time of the last edit: the earliest, since the text has stood since then;
    - the language, with the items found by it: one that was recognised, then by its code;
    - what intake had to repair: the fewest notes, then by code point;
    - where and when it was taken in: as it was first.
    """
    if one.key != other.key:
        raise ValueError(f"{one.key} and {other.key} are two articles")
    both = (one, other)
    dated = min(both, key=_date_given)
    spoken = min(both, key=_reading)
    first = min(both, key=lambda article: (article.taken_in, article.origin))
    edits = [article.modified for article in both if article.modified is not None]
    return Article(
        key=one.key,
        given_id=min(one.given_id, other.given_id, key=_id_given),
        url=_given(one.url, other.url),
        publisher=_given(one.publisher, other.publisher),
        published=dated.published,
        dated=dated.dated,
        modified=min(edits, default=None),
        language=spoken.language,
        title=_given(one.title, other.title),
        text=one.text,
        items=spoken.items,
        relayed_from=_given(one.relayed_from, other.relayed_from),
        taken_in=first.taken_in,
        origin=first.origin,
        notes=min(one.notes, other.notes, key=lambda notes: (len(notes), notes)),
    )


def _given(one: str | None, other: str | None) -> str | None:
    """Return the first by code point; nothing, or an empty string, only where both are."""
    return min(one, other, key=lambda value: (not value, value is None, value or ""))


def _id_given(value: str | None) -> tuple[bool, bool, bool, str]:
    """Sort key of the ids that sightings bring, the best first."""
    return (not value, value is None, "://" in (value or ""), value or "")


def _date_given(article: Article) -> tuple[bool, date, bool, datetime]:
    """Sort key of the sightings by their date, the best first."""
    published = article.published.astimezone(UTC)
    midnight = article.dated and published.time() == time.min
    return (not article.dated, published.date(), midnight, published)


def _reading(article: Article) -> tuple[bool, str, Spans]:
    """Sort key of the sightings by their language, the best first."""
    return (article.language is None, article.language or "", article.items)


def article_identity(article: Article) -> str:
    """Return what `article` shares with its other versions: address, else id, else nothing."""
    return identity(
        Document(
            text=article.text,
            origin=article.origin,
            id=article.given_id,
            url=article.url,
            publisher=article.publisher,
        )
    )


def place(articles: Sequence[Article]) -> dict[str, Standing]:
    """Return the standing of every article among all those on record, by key."""
    ordered = sorted(articles, key=lambda article: article.order)
    first, latest = _versions(ordered)
    copies = _copies(ordered, first)
    ids = _public_ids(ordered)
    return {
        article.key: _standing(
            article, ids[article.key], first[article.key], latest[article.key], copies
        )
        for article in ordered
    }


def _standing(
    article: Article, public_id: str, first: str, latest: str, copies: dict[str, str]
) -> Standing:
    original = copies.get(article.key)
    if first != article.key:
        outcome, reason = Outcome.VERSION, "another text was published under this address before"
    elif original is not None:
        outcome, reason = Outcome.DUPLICATE, "its words stand in an article published before"
    else:
        outcome, reason = Outcome.KEPT, "an article of its own"
    return Standing(
        article=article.key,
        id=public_id,
        outcome=outcome,
        reason=reason,
        version_of=first if first != article.key else None,
        superseded_by=latest if latest != article.key else None,
        duplicate_of=original,
    )


def _versions(ordered: Sequence[Article]) -> tuple[dict[str, str], dict[str, str]]:
    """Return for each key the first and the latest version of that article."""
    groups: dict[str, list[Article]] = defaultdict(list)
    for article in ordered:
        groups[article_identity(article)].append(article)
    first, latest = {}, {}
    for group in groups.values():
        versions = sorted(group, key=_edition)
        for article in group:
            first[article.key] = versions[0].key
            latest[article.key] = versions[-1].key
    return first, latest


def _edition(article: Article) -> tuple[datetime, datetime, str]:
    """Sort key of the versions of one article."""
    return (article.modified or article.published, article.taken_in, article.key)


def _copies(ordered: Sequence[Article], first: dict[str, str]) -> dict[str, str]:
    """Return the original of every reprint; an original is never itself a reprint."""
    candidates = MinHashCandidates()
    copies: dict[str, str] = {}
    for number, article in enumerate(ordered):
        for earlier in (ordered[i] for i in candidates.like(article.text)):
            if (
                first[earlier.key] != first[article.key]
                and article.published - earlier.published <= _reprint_window(article, earlier)
                and reprints(article.text, earlier.text)
            ):
                copies[article.key] = earlier.key
                break
        else:
            candidates.add(number, article.text)
    return copies


def _reprint_window(one: Article, other: Article) -> timedelta:
    """Return how far apart two texts may be published and one still be a copy of the other."""
    if min(len(words(each.text)) for each in (one, other)) >= MIN_WORDS:
        return REPRINT_WINDOW
    to_the_day = any(each.published.time() == time.min for each in (one, other))
    return ALERT_DAYS if to_the_day else ALERT_WINDOW


def _public_ids(ordered: Sequence[Article]) -> dict[str, str]:
    """Return each article's id as the world sees it: verbatim, where an input brought one.

    Where several texts bring the same id, the first in ledger order has it, and the others a
    suffix from their content.
    """
    taken: set[str] = set()
    ids = {}
    for article in ordered:
        wanted = article.given_id or article.key
        ids[article.key] = wanted if wanted not in taken else f"{wanted}~{digest(article.key)[:8]}"
        taken.add(ids[article.key])
    return ids
