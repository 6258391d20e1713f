"""Find candidates: where a pattern matches, what it caught, which of two that overlap stays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from redite.text.dates.patterns import Pattern, patterns
from redite.text.dates.pieces import data_for
from redite.text.dates.runs import places
from redite.text.phrase_patterns import plain
from redite.values import Span

_NAMES = ("month", "month2", "weekday")


@dataclass(frozen=True, slots=True)
class Found:
    """A candidate: the kind of pattern and what it caught."""

    span: Span
    kind: str
    parts: dict[str, str]


def candidates(text: str, language: str | None) -> list[Found]:
    """Return what looks like a date, in text order; of two that overlap the earlier, the longer."""
    return _without_overlaps(_matches(text, language))


def _matches(text: str, language: str | None) -> Iterator[Found]:
    lowered = _lowered(text)
    for at, near in places(lowered, language):
        for pattern in _that_need(language, near):
            match = pattern.regex.match(lowered, at)
            if match is None:
                continue
            parts = {
                name: text[slice(*match.span(name))]
                for name, value in match.groupdict().items()
                if value
            }
            begin = match.start("whole") if "whole" in parts else match.start()
            if language is None or _written_right(text, begin, parts, pattern.kind, language):
                yield Found(Span(begin, match.end()), pattern.kind, parts)


@cache
def _that_need(language: str | None, near: frozenset[str]) -> tuple[Pattern, ...]:
    return tuple(pattern for pattern in patterns(language) if pattern.needs & near)


def _lowered(text: str) -> str:
    """Return the text in lower case, made `plain`, every character in its place."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    return plain(lowered)


def _written_right(text: str, at: int, parts: dict[str, str], kind: str, language: str) -> bool:
    """Check capitals: "may" is a verb, and "Mars" inside a French sentence a planet."""
    names = [parts[name] for name in _NAMES if name in parts]
    if data_for(language).capital:
        return all(name[0].isupper() for name in names)
    if kind in ("month_alone", "month_near") and names[0][0].isupper() and not names[0].isupper():
        return text[at : at + 1].isupper() and text[at : at + len(names[0])] != names[0]
    return True


def _without_overlaps(found: Iterable[Found]) -> list[Found]:
    kept: list[Found] = []
    for one in sorted(found, key=lambda f: (f.span.start, -f.span.end)):
        if not kept or one.span.start >= kept[-1].span.end:
            kept.append(one)
    return [one for one in kept if one.kind != "trap"]
