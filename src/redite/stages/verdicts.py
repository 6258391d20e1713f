"""Judge statements: what does each add to everything published before it?

`judge` goes through the cases in the order of the ledger with an index of what came before; what
it says about one case never depends on a later one. How two statements are held against each
other stands in `redite.compare`; the rules, in their order, in `redite.compare.decide`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from redite.compare.decide import decide
from redite.compare.decisions import Decision
from redite.compare.index import Entry, Index
from redite.compare.words import read_words
from redite.text.ids import group_id
from redite.values import Article, Judgement, Span, Speaker, Standing, Statement

VERSION = "judge.v1"
"""Recorded with every judgement; changes whenever a verdict may."""

MAX_DENIALS = 8
"""Denials kept of one claim: the first ones, which are what later ones echo."""
_QUOTES = "\"“”„«»‹›‘’'"


@dataclass(frozen=True, slots=True)
class Case:
    """One statement with what else its verdict may depend on."""

    article: Article
    standing: Standing
    statement: Statement
    speaker: Speaker
    via: tuple[Speaker, ...] = ()


def judge(cases: Sequence[Case]) -> list[Judgement]:
    """Return one judgement a case, in the order given, which must be that of the ledger.

    Statements of a superseded version are judged like others, but are evidence for none and
    start no group that others could join.
    """
    bench = Bench()
    return [bench.judge(case) for case in cases]


class Bench:
    """What has been judged so far. `judge` the next case; its judgement then is on record."""

    def __init__(self) -> None:
        self._index = Index()
        self._denials: dict[str, list[Entry]] = {}

    def judge(self, case: Case) -> Judgement:
        """Return what `case` adds to all cases before, and remember it."""
        entry = _entry(case, len(self._index))
        original = case.standing.duplicate_of
        articles = () if original is None else (original,)
        decision = decide(
            entry,
            self._index.candidates(entry, articles),
            lambda claim: self._denials.get(claim, ()),
            original,
        )
        utterance = decision.utterance or group_id("u", [case.statement.id])
        claim = decision.claim or group_id("c", [case.statement.id])
        if case.standing.superseded_by is None:
            self._remember(entry, decision, utterance, claim)
        return Judgement(
            case.statement.id, case.speaker, case.via, utterance, claim, decision.verdict
        )

    def _remember(self, entry: Entry, decision: Decision, utterance: str, claim: str) -> None:
        kept = replace(entry, utterance=utterance, claim=claim, denies=decision.denies)
        self._index.add(kept)
        if kept.denies is not None:
            denials = self._denials.setdefault(kept.denies, [])
            if len(denials) < MAX_DENIALS:
                denials.append(kept)


def _entry(case: Case, number: int) -> Entry:
    text, attribution = case.article.text, case.statement.attribution
    pieces, cues = attribution.content, attribution.cue
    extent = Span(pieces[0].start, pieces[-1].end)
    return Entry(
        number=number,
        statement=case.statement.id,
        article=case.article.key,
        speaker=case.speaker.id,
        extent=extent,
        quoted=_is_quoted(text, extent),
        said_on=case.statement.said_on,
        published=case.article.published,
        words=read_words(
            " ".join(span.of(text) for span in pieces),
            case.article.language,
            " ".join(span.of(text) for span in cues),
        ),
    )


def _is_quoted(text: str, extent: Span) -> bool:
    """Say whether the content stands in quotation marks, or begins a line of speech (a dash)."""
    before = text[max(0, extent.start - 3) : extent.start].rstrip(" \u00a0\u202f*_")
    return (before[-1:] in _QUOTES and before != "") or text[extent.start] in _QUOTES
