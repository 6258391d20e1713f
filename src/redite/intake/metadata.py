"""What a page says about itself: JSON-LD first, then meta elements. Nothing is guessed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from redite.intake.dates import When, when
from redite.intake.markup import Element, words
from redite.intake.prose import even
from redite.intake.source import Limits
from redite.values import Document

_ARTICLES = ("Article", "NewsArticle", "BlogPosting", "Report", "Posting")
"""Ends of the schema.org types of texts that are published."""
_PUBLISHED = (
    *("article:published_time", "og:article:published_time", "datepublished", "pubdate"),
    *("publishdate", "date", "dc.date", "dc.date.issued", "dcterms.issued", "dcterms.created"),
    *("parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime"),
)
_MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified")
_ENOUGH = 2000
"""JSON-LD nodes looked at; real pages have fewer than a hundred."""


@dataclass(frozen=True, slots=True)
class _Said:
    """The two places a page speaks of itself in, each by lower-case name."""

    linked: dict[str, object]
    meta: dict[str, str]


def describe(tree: Element, document: Document, limits: Limits) -> Document:
    """Return `document` with all that the page in `tree` says about itself.

    `document.url`, where it is set, is the address the page came from.
    """
    said = _Said(_linked(tree), _meta(tree))
    notes = list(document.notes)
    published, note = _time(said, "datePublished", _PUBLISHED, limits, "date")
    notes += [note] if note else []
    modified, note = _time(said, "dateModified", _MODIFIED, limits, "time of the last edit")
    notes += [note] if note else []
    publisher = _name(said.linked.get("publisher")) or said.meta.get("og:site_name")
    url, note = _address(tree, said, document.url)
    notes += [note] if note else []
    return Document(
        text=document.text,
        origin=document.origin,
        url=url,
        publisher=publisher,
        language=_language(tree, said),
        title=_title(tree, said, publisher),
        published=published,
        modified=modified,
        notes=tuple(notes),
    )


def _linked(tree: Element) -> dict[str, object]:
    """Return the JSON-LD object that describes the article, the first where there are several."""
    for script in tree.iter("script"):
        if (script.get("type") or "").partition(";")[0].strip().lower() != "application/ld+json":
            continue
        try:
            data = json.loads((script.text or "").strip())
        except (ValueError, RecursionError):
            continue
        for node in _nodes(data):
            kinds = node.get("@type")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(kind, str) and kind.endswith(_ARTICLES) for kind in kinds):
                return node
    return {}


def _nodes(data: object) -> Iterator[dict[str, object]]:
    waiting, seen = [data], 0
    while waiting and seen < _ENOUGH:
        seen += 1
        node = waiting.pop(0)
        if isinstance(node, list):
            waiting.extend(node)
        elif isinstance(node, dict):
            yield node
            waiting.extend(node[key] for key in ("@graph", "mainEntity") if key in node)


def _meta(tree: Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        content = even(meta.get("content") or "")
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        name = name or meta.get("http-equiv")
        if name and content:
            found.setdefault(name.strip().lower(), content)
    for time in tree.iter("time"):
        name = time.get("itemprop") or ("pubdate" if time.get("pubdate") is not None else None)
        if name and time.get("datetime"):
            found.setdefault(name.strip().lower(), even(time.get("datetime") or ""))
    return found


def _time(said: _Said, key: str, names: tuple[str, ...], limits: Limits, what: str) -> When:
    """Return the first of the declared times that is one, else why the first is none."""
    first_note = None
    for value in (said.linked.get(key), *(said.meta.get(name) for name in names)):
        found, note = when(value, limits, what)
        if found is not None:
            return found, None
        first_note = first_note or note
    return None, first_note


def _name(value: object) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("name")
    return even(value) or None if isinstance(value, str) else None


def _language(tree: Element, said: _Said) -> str | None:
    declared = said.linked.get("inLanguage")
    if isinstance(declared, list) and len(declared) == 1:
        declared = declared[0]
    if isinstance(declared, dict):
        declared = declared.get("alternateName") or declared.get("name")
    for value in (
        declared,
        tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang"),
        said.meta.get("content-language"),
        said.meta.get("og:locale"),
    ):
        if isinstance(value, str) and value.strip() and len(value) < 36:
            return value.strip().replace("_", "-")
    return None


def _title(tree: Element, said: _Said, publisher: str | None) -> str | None:
    headings = [even(words(h)) for h in tree.iter("h1")]
    heading = next((h for h in headings if h and h != publisher), None)
    title = _name(said.linked.get("headline")) or said.meta.get("og:title") or heading
    if title:
        return title
    element = tree.find(".//title")
    text = "" if element is None else even(words(element))
    for mark in (" | ", " – ", " — ", " - "):
        if publisher and text.endswith(mark + publisher):
            text = text[: -len(mark + publisher)]
    return text or None


def _address(tree: Element, said: _Said, came_from: str | None) -> tuple[str | None, str | None]:
    """Return the address the page goes by, and a note where its own word was not taken.

    A page may not claim to be another site's: its text would become a version of their article.
    """
    main = said.linked.get("mainEntityOfPage") or said.linked.get("url")
    main = main.get("@id") if isinstance(main, dict) else main
    links = [e.get("href") for e in tree.iter("link") if _is_canonical(e)]
    claims = [v.strip() for v in (*links, said.meta.get("og:url"), main) if isinstance(v, str)]
    refused = None
    for claim in claims:
        try:
            address = urljoin(came_from or "", claim) if came_from else claim
            parts = urlsplit(address)
        except ValueError:
            continue
        if parts.scheme not in ("http", "https") or not parts.netloc:
            continue
        if not parts.path.strip("/") and not parts.query:
            continue  # the front page, by a mistake that many sites make
        if came_from and _site(urlsplit(came_from).netloc) != _site(parts.netloc):
            refused = f"the page says it belongs to {parts.netloc}; not believed"
            continue
        return address, None
    return came_from, refused


def _is_canonical(element: Element) -> bool:
    return "canonical" in (element.get("rel") or "").lower().split()


def _site(host: str) -> str:
    host = host.lower()
    for prefix in ("www.", "m.", "amp.", "mobile."):
        host = host.removeprefix(prefix)
    return host
