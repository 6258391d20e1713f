"""Judge statements: what does each add to everything published before it?

`judge` goes through the cases in the order of the ledger with an index of what came before; what
it says about one case never depends on a later one. How two statements are held against each
other stands in `redite.compare`; the rules, in their order, in `redite.compare.decide`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from redite.compare.decide import decide
from redite.compare.decisions import Decision
from redite.compare.index import Entry, Index
from redite.compare.words import read_words
from redite.text.ids import group_id
from redite.values import Article, Judgement, Span, Speaker, Standing, Statement, Verdict

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

    Statements of a superseded version are judged like others, but are evidence only for a reprint
    of that version. What an edit left as it was keeps the judgement of the first version.
    """
    bench = Bench()
    return [bench.judge(case) for case in cases]


class Bench:
    """What has been judged so far. `judge` the next case; its judgement then is on record."""

    def __init__(self) -> None:
        self._index = Index()
        self._superseded = Index()
        self._denials: dict[str, list[Entry]] = {}
        self._now: dict[str, str] = {}
        self._sayings: dict[tuple[str, str, str], dict[str, list[Judgement]]] = {}

    def judge(self, case: Case) -> Judgement:
        """Return what `case` adds to all cases before, and remember it."""
        superseded = case.standing.superseded_by is not None
        entry = _entry(case, len(self._superseded if superseded else self._index))
        versions = self._sayings.setdefault(_saying(case), {})
        own = versions.setdefault(case.article.key, [])
        unedited = _unedited(versions, len(own))
        if unedited is not None:
            self._now[unedited.statement] = case.statement.id
            decision = Decision(
                self._up_to_date(unedited.verdict), unedited.utterance, unedited.claim
            )
        else:
            decision = self._decide(entry, case.standing.duplicate_of)
        utterance = decision.utterance or group_id("u", [case.statement.id])
        claim = decision.claim or group_id("c", [case.statement.id])
        self._remember(entry, decision, utterance, claim, superseded)
        judgement = Judgement(
            case.statement.id, case.speaker, case.via, utterance, claim, decision.verdict
        )
        own.append(judgement)
        return judgement

    def _up_to_date(self, verdict: Verdict) -> Verdict:
        """Return `verdict` with evidence from the same article named in its later version."""
        against = tuple(
            replace(evidence, statement=self._now.get(evidence.statement, evidence.statement))
            for evidence in verdict.against
        )
        return replace(verdict, against=against)

    def _decide(self, entry: Entry, original: str | None) -> Decision:
        articles = () if original is None else (original,)
        candidates = self._index.candidates(entry, articles)
        # A superseded version is evidence for itself and for what reprints it.
        for earlier in self._superseded.candidates(entry, articles):
            if earlier.article in (original, entry.article):
                candidates.append(earlier)
        return decide(entry, candidates, lambda claim: self._denials.get(claim, ()), original)

    def _remember(
        self, entry: Entry, decision: Decision, utterance: str, claim: str, superseded: bool
    ) -> None:
        kept = replace(entry, utterance=utterance, claim=claim, denies=decision.denies)
        if superseded:
            self._superseded.add(kept)
            return
        self._index.add(kept)
        if kept.denies is not None:
            denials = self._denials.setdefault(kept.denies, [])
            if len(denials) < MAX_DENIALS:
                denials.append(kept)


def _unedited(versions: Mapping[str, Sequence[Judgement]], at: int) -> Judgement | None:
    """Return how the first version that says the same for the `at`th time was judged, if any."""
    first, *others = versions.values()
    return first[at] if others and at < len(first) else None


def _saying(case: Case) -> tuple[str, str, str]:
    """Return what a saying shares with itself in the other versions of its article."""
    text = case.article.text
    words = " ".join(span.of(text) for span in case.statement.attribution.content)
    first = case.standing.version_of or case.article.key
    return (first, case.speaker.id, " ".join(words.split()))


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
