"""Patterns of units: lengths of time, what recurs, and dates so many units away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from redite.text.dates.pieces import GAP, RELATIVES, Pieces, Raw, flat, gapped
from redite.text.phrase_patterns import any_of


def units(pieces: Pieces) -> list[Raw]:
    """Return patterns of units, counted, bare, recurring or beside a relative word."""
    data = pieces.data
    counted = rf"{pieces.number}[ \u00a0-]{{1,3}}{pieces.unit}"
    stretch = "|".join(any_of(getattr(data, name)) for name in RELATIVES)
    lengths = rf"(?P<length>{any_of(flat(data.lengths))})"
    ages = rf"(?:{gapped(any_of(data.ages_before))})" if data.ages_before else "(?!)"
    age = rf"{ages}?{counted}[ -]{{1,2}}{any_of(data.ages)}" if data.ages else ""
    than = rf"(?!{GAP}{any_of(data.than)})" if data.than else ""
    edge = pieces.edge.removesuffix("?")
    out = [
        ("trap", "unit", rf"{pieces.articles}{age}" if age else ""),
        ("trap", "unit", rf"{ages}{counted}"),
        ("length", "unit", rf"{pieces.articles}(?:(?:{stretch}){GAP})?{counted}"),
        (
            "length",
            "unit",
            rf"{pieces.articles}{pieces.number}{GAP}(?:{stretch}){GAP}{pieces.unit}",
        ),
        ("length", "unit", rf"{pieces.articles}{lengths}"),
        ("every", "unit", rf"{gapped(any_of(data.every))}(?:{pieces.number}{GAP})?{pieces.unit}"),
        ("every", "part", rf"{gapped(any_of(data.every))}{pieces.part}"),
        (
            "unit_near",
            "unit",
            rf"{pieces.articles}{pieces.edge}{pieces.articles}{pieces.beside}{pieces.unit}",
        ),
        (
            "unit_near",
            "unit",
            rf"{pieces.edge}{pieces.articles}{pieces.behind(pieces.unit)}"
            if data.noun_first
            else "",
        ),
        ("unit_near", "unit", rf"{pieces.articles}{edge}{pieces.articles}{pieces.unit}"),
        ("weekend_near", "weekend", rf"{pieces.articles}{pieces.beside}{any_of(data.weekend)}"),
        ("weekend_near", "weekend", pieces.behind(any_of(data.weekend))),
        ("weekend", "weekend", rf"{pieces.articles}{any_of(data.weekend)}"),
        ("bare", "unit", rf"(?P<unit>{any_of(data.bare)})" if data.bare else ""),
    ]
    for kind in ("ago", "hence", "hence_plain", "earlier", "later"):
        tail = than if kind in ("earlier", "later") else ""
        for body in _templates(pieces, getattr(data, kind)):
            out.append((kind, f"unit {kind}", body + tail))
    return out


def _templates(pieces: Pieces, templates: Iterable[str]) -> Iterator[str]:
    """Yield templates as patterns; those with words on one side of the length share one."""
    lengths = any_of(flat(pieces.data.lengths))
    counted = rf"(?:{pieces.number}[ \u00a0-]{{1,3}}{pieces.unit}|(?P<length>{lengths}))"
    before: list[str] = []
    after: list[str] = []
    for template in templates:
        head, found, tail = (part.strip() for part in template.partition("{n} {unit}"))
        if found and not head:
            after.append(tail)
        elif found and not tail:
            before.append(head)
        elif found:
            yield gapped(any_of([head])) + counted + rf"(?:{GAP}|(?=')){any_of([tail])}"
        else:
            yield any_of([template]).replace(r"\{unit\}", pieces.unit)
    if after:
        yield counted + GAP + any_of(after)
    if before:
        yield gapped(any_of(before)) + counted
