"""Patterns of years, their parts, decades and centuries."""

from __future__ import annotations

from redite.text.dates.pieces import GAP, Pieces, Raw, flat, gapped
from redite.text.phrase_patterns import any_of

_ROMAN = r"[ivxіх]{1,5}"


def parts_of_years(pieces: Pieces) -> list[Raw]:
    """Return patterns of years, seasons, quarters, decades and centuries."""
    data = pieces.data
    season = rf"(?P<season>{any_of(flat(data.seasons))})"
    link = rf"(?:{any_of(data.link)}{GAP})?" if data.link else ""
    figure = any_of((*data.ordinals, "-й", "-го", "-му", "-м"))
    rank = rf"(?P<rank>{any_of(flat(data.ranks))}|[1-4]{figure}?|i{{1,3}}|iv|і{{1,3}}|іv)"
    name = rf"(?:(?P<quarter>{any_of(data.quarter)})|(?P<half>{any_of(data.half)}))"
    near = rf"{pieces.beside}{any_of(data.units['Y'])}"
    which = rf"(?:{GAP}{link}{pieces.articles}(?:{pieces.year_worded}|{near}))?"
    halves = rf"{pieces.articles}{rank}(?:{GAP}|-){name}{which}"
    after = rf"(?:{gapped(any_of(data.year_after))})"
    single = r"(?:(?P<year>(?:1[5-9]|20|21)\d\d))"
    out = [
        (
            "season",
            "season",
            rf"{pieces.articles}{pieces.edge}{season}{GAP}{link}{pieces.year_worded}",
        ),
        ("season", "season", rf"{pieces.edge}{pieces.beside}{season}"),
        ("season", "season", pieces.behind(season)),
        (
            "season_alone",
            "season",
            rf"(?P<ahead>{any_of(data.ahead)}){GAP}(?P<whole>{pieces.articles}{pieces.edge}{season})",
        ),
        (
            "season_alone",
            "season",
            rf"{gapped(any_of((*data.year_after, *data.month_after)))}"
            rf"(?P<whole>{pieces.edge}{season})",
        ),
        ("rank", "rank", halves),
        (
            "year",
            "figures",
            rf"(?P<whole>{pieces.edge.removesuffix('?')}{link}{single}(?:{pieces.year_word})?)"
            if data.edges
            else "",
        ),
        ("year", "figures", rf"{after}(?P<whole>{single})"),
        (
            "year",
            "figures",
            r"(?P<since>(?:19|20)\d\d)[ ]?[-–/][ ]?(?P<whole>(?P<year>(?:19|20)?\d\d))",
        ),
    ]
    if data.bare_years:
        out.append(("year", "figures", single))
    if data.year_words:
        endings = rf"(?:-{any_of(data.year_endings)})?" if data.year_endings else ""
        out.append(
            ("year", "figures", rf"{pieces.edge}(?P<year>[12]\d{{3}}){endings}{pieces.year_word}")
        )
    if data.year_endings:
        out.append(
            ("year", "figures", rf"(?P<year>(?:1[5-9]|20|21)\d\d)-{any_of(data.year_endings)}")
        )
    decade, century = r"(?P<decade>(?:1[5-9]|20)?\d)0", rf"(?P<century>\d{{1,2}}|{_ROMAN})"
    for template in data.decade:
        body = any_of([template]).replace(r"\{decade\}", decade)
        out.append(("decade", "decade figures", pieces.edge + body))
    for template in data.century:
        body = any_of([template]).replace(r"\{century\}", century)
        out.append(("century", "century", pieces.edge + body))
    return out
