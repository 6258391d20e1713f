"""Stage 1: from a document as found to an article as stored, and its place among the others.

`admit` looks at one document alone. `place` looks at all articles on record and says which are
versions or reprints of which; it is a pure function of the set, so that no order of arrival can
matter, with one exception it cannot avoid: of two texts under one address that claim the same
time, the later is the one that redite saw later, because there is no other evidence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta

from redite.text.digests import find_items
from redite.text.duplicates import MinHashCandidates, reprints
from redite.text.ids import article_key, digest, identity
from redite.text.languages import find_language
from redite.values import Article, Document, Outcome, Rejection, Standing

VERSION = "articles.v1"

MAX_CHARACTERS = 2_000_000
"""A longer text is no article; analysing it would hold up everything behind it."""

REPRINT_WINDOW = timedelta(days=30)
"""A text that comes back after longer is a reminder or boilerplate, not a wire copy."""


def admit(document: Document, now: datetime) -> Article | Rejection:
    """Return `document` as an article, or why it is none.

    `now` (aware) becomes the publication time of a document without one, and says so in `dated`.
    """
    text = document.text
    if not any(map(str.isalpha, text)):
        reason = "the text is empty" if not text.strip() else "the text has no letters"
        return Rejection(document.origin, reason, document)
    if len(text) > MAX_CHARACTERS:
        reason = f"the text has {len(text):,} characters, more than {MAX_CHARACTERS:,}; split it"
        return Rejection(document.origin, reason, document)
    language = find_language(text, document.language)
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
        items=find_items(text, language),
        relayed_from=document.relayed_from,
        taken_in=now,
        origin=document.origin,
        notes=document.notes,
    )


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
                and article.published - earlier.published <= REPRINT_WINDOW
                and reprints(article.text, earlier.text)
            ):
                copies[article.key] = earlier.key
                break
        else:
            candidates.add(number, article.text)
    return copies


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
