"""Sayings a day as a drawing: SVG for pages, a line of blocks for plain text."""

from __future__ import annotations

from datetime import date, timedelta

from markupsafe import Markup, escape

from redite.exports.shown import one_line
from redite.reports import cut
from redite.values import Chart

WIDTH, HEIGHT, LEFT, TOP, BOTTOM = 720, 190, 34, 40, 24
_BLOCKS = "▁▂▃▄▅▆▇█"
LINE = 60
"""Days that a line of blocks shows, the last ones."""
LABELS = 6
"""Events that are named; further ones are only marked."""


def svg(chart: Chart, since: date | None, until: date | None, axis: str, period: str) -> Markup:
    """Return a bar a day, the origins darker in front, events marked, the period shaded.

    Presentation is in attributes and classes, never in `style`, so that a strict policy shows it.

    Args:
        chart: What to draw.
        since: First day of the brief.
        until: Last day of the brief.
        axis: What the bars count, in words.
        period: What the shaded days are, in words.
    """
    days = max(1, len(chart.sayings))
    top = max(1, *chart.sayings, *chart.origins) if chart.sayings else 1
    wide = (WIDTH - LEFT - 4) / days
    floor = HEIGHT - BOTTOM
    scale = (floor - TOP) / top
    last = chart.first + timedelta(days=days - 1)

    def x(day: date) -> float:
        return LEFT + (day - chart.first).days * wide

    parts = [
        Markup(
            '<svg class="plot" viewBox="0 0 {w} {h}" role="img" aria-label="{name}: {axis}">'
        ).format(w=WIDTH, h=HEIGHT, name=one_line(chart.name), axis=axis),
        Markup("<title>{}: {}</title>").format(one_line(chart.name), axis),
    ]
    if since is not None and until is not None and since <= last and until >= chart.first:
        begin, end = max(since, chart.first), min(until, last)
        parts.append(_box(x(begin), TOP, x(end) + wide - x(begin), floor - TOP, "period", period))
    for first, final in chart.bursts:
        parts.append(_box(x(first), floor, x(final) + wide - x(first), 4, "burst", ""))
    for number, (said, origins) in enumerate(zip(chart.sayings, chart.origins, strict=True)):
        day = chart.first + timedelta(days=number)
        told = f"{day.isoformat()}: {said} / {origins}"
        if said or origins:
            left, bar = LEFT + number * wide + wide * 0.1, wide * 0.8
            parts.append(_box(left, floor - said * scale, bar, said * scale, "bar", told))
            high = origins * scale
            parts.append(_box(left + bar * 0.3, floor - high, bar * 0.4, high, "origins", told))
    shown = [(day, name) for day, name in chart.events if chart.first <= day <= last]
    for number, (day, name) in enumerate(shown):
        middle = x(day) + wide / 2
        parts.append(
            Markup(
                '<line class="event" x1="{x}" x2="{x}" y1="{t}" y2="{f}"><title>{n}</title></line>'
            ).format(x=_n(middle), t=TOP - 6, f=floor, n=f"{day.isoformat()}: {one_line(name)}")
        )
        if number < LABELS:
            anchor = "end" if middle > WIDTH * 0.7 else "start"
            parts.append(_text(middle, 10 + (number % 3) * 11, anchor, cut(one_line(name), 48)))
    parts.append(
        Markup('<line class="axis" x1="{a}" x2="{b}" y1="{y}" y2="{y}"/>').format(
            a=LEFT, b=WIDTH - 4, y=floor
        )
    )
    parts.append(_text(LEFT - 6, TOP + 8, "end", str(top)))
    parts.append(_text(LEFT - 6, floor, "end", "0"))
    parts.append(_text(LEFT, HEIGHT - 6, "start", chart.first.isoformat()))
    parts.append(_text(WIDTH - 4, HEIGHT - 6, "end", last.isoformat()))
    parts.append(Markup("</svg>"))
    return Markup("").join(parts)


def blocks(chart: Chart) -> str:
    """Return the last days as one line: "2024-02-05 ▁▁▃█▂ 2024-02-09, at most 9 a day"."""
    counts = chart.sayings[-LINE:]
    if not any(counts):
        return ""
    top = max(counts)
    drawn = "".join(
        " " if not count else _BLOCKS[min(7, (count * 8 - 1) // top)] for count in counts
    )
    first = chart.first + timedelta(days=len(chart.sayings) - len(counts))
    last = chart.first + timedelta(days=len(chart.sayings) - 1)
    return f"{first.isoformat()} {drawn} {last.isoformat()} (max {top})"


def _box(left: float, top: float, width: float, height: float, kind: str, told: str) -> Markup:
    title = Markup("<title>{}</title>").format(told) if told else Markup("")
    return Markup(
        '<rect class="{kind}" x="{x}" y="{y}" width="{w}" height="{h}">{title}</rect>'
    ).format(
        kind=kind, x=_n(left), y=_n(top), w=_n(max(0.5, width)), h=_n(max(0.0, height)), title=title
    )


def _text(x: float, y: float, anchor: str, words: str) -> Markup:
    return Markup('<text x="{x}" y="{y}" text-anchor="{a}">{w}</text>').format(
        x=_n(x), y=_n(y), a=anchor, w=escape(words)
    )


def _n(value: float) -> str:
    return f"{value:.1f}"
