"""Judge statements: what does each add to everything published before it?

`judge` goes through the cases in the order of the ledger with an index of what came before; what
it says about one case never depends on a later one. How two statements are held against each
other stands in `redite.compare`; the rules, in their order, in `redite.compare.by_words`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import pairwise, zip_longest

from redite.compare import by_models, by_words
from redite.compare.decisions import Decision, calibrated
from redite.compare.index import Entry, Index
from redite.compare.meanings import Meanings
from redite.compare.model import Floats, pair_model
from redite.compare.neighbours import Neighbours
from redite.compare.rejoinders import rejoins
from redite.compare.scenes import scene
from redite.compare.voices import voice
from redite.compare.weighing import weigh
from redite.compare.words import read_words
from redite.interfaces import Comparer, Correction, Told
from redite.stages.grouped import Grouped
from redite.stages.recalled import Keeper, Recall
from redite.text.ids import group_id
from redite.text.markup import readable
from redite.values import (
    Article,
    DateInterval,
    Judgement,
    Label,
    Span,
    Speaker,
    Standing,
    Statement,
    Verdict,
)

VERSION = "judge.v7"

BEFORE, AFTER = 240, 80
"""Letters around what was said that help to understand it."""
LEAD = 40
"""Letters before it in its own paragraph; with fewer the paragraph before is read as well."""
AHEAD = 256
"""Cases whose earlier decisions are fetched together."""
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


def version(comparer: Comparer | None) -> str:
    """Return what is recorded with every judgement; changes whenever a verdict may."""
    return VERSION if comparer is None else f"{VERSION} {pair_model().version} {comparer.version}"


def judge(
    cases: Sequence[Case],
    comparer: Comparer | None = None,
    corrections: Sequence[Correction] = (),
    keeper: Keeper | None = None,
) -> list[Judgement]:
    """Return one judgement a case, in the order given, which must be that of the ledger.

    Without a comparer words alone decide. What people merged or split stays so, whatever joins it.
    A `keeper` saves work and changes nothing: what it holds is decided again only where something
    that it rests on has changed.

    Statements of a superseded version are judged like others, but are evidence only for a reprint
    of that version. What an edit left as it was keeps the judgement of the first version.
    """
    meanings = None
    if comparer is not None:
        texts = [said(case.article.text, case.statement) for case in cases]
        meanings = Meanings(pair_model(), texts, comparer)
    recall = None if keeper is None else Recall(keeper, version(comparer))
    bench = Bench(meanings, Grouped(corrections), recall)
    judged = []
    for at, case in enumerate(cases):
        if recall is not None and at % AHEAD == 0:
            recall.read_ahead([each.statement.id for each in cases[at : at + AHEAD]])
        judged.append(bench.judge(case))
    if recall is not None:
        recall.read_ahead([])
    return judged


class Bench:
    """What has been judged so far. `judge` the next case; its judgement then is on record."""

    def __init__(
        self,
        meanings: Meanings | None = None,
        grouped: Grouped | None = None,
        recall: Recall | None = None,
    ) -> None:
        self._meanings = meanings
        self._grouped = grouped or Grouped()
        self._recall = recall
        self._near = None if meanings is None else Neighbours(meanings.dimensions)
        self._index = Index()
        self._superseded = Index()
        self._denials: dict[str, list[Entry]] = {}
        self._opened: dict[str, tuple[DateInterval | None, datetime]] = {}
        self._now: dict[str, str] = {}
        self._sayings: dict[tuple[str, str, str], dict[str, list[Judgement]]] = {}

    def judge(self, case: Case) -> Judgement:
        """Return what `case` adds to all cases before, and remember it."""
        superseded = case.standing.superseded_by is not None
        number = len(self._superseded if superseded else self._index)
        entry = entry_of(case, number, self._meanings)
        if self._recall is not None:
            self._recall.begin(entry.statement, _inputs(case))
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
            decision = replace(decision, verdict=calibrated(decision.verdict))
        id = case.statement.id
        utterance = self._grouped.utterance(id, decision.utterance or group_id("u", [id]))
        claim = self._grouped.claim(id, decision.claim or group_id("c", [id]))
        self._remember(entry, decision, utterance, claim, superseded)
        judgement = Judgement(
            case.statement.id, case.speaker, case.via, utterance, claim, decision.verdict
        )
        if self._recall is not None:
            self._recall.end(judgement)
        own.append(judgement)
        return judgement

    def remember(self, case: Case, vector: Floats | None = None) -> None:
        """Put `case` on record without judging it, as an utterance and a claim of its own."""
        entry = replace(entry_of(case, len(self._index)), vector=vector)
        id = case.statement.id
        nothing = Decision(Verdict(Label.NEW, 0.0, True))
        self._remember(entry, nothing, group_id("u", [id]), group_id("c", [id]), False)

    def _up_to_date(self, verdict: Verdict) -> Verdict:
        """Return `verdict` with evidence from the same article named in its later version."""
        against, nearest = (
            tuple(
                replace(one, statement=self._now.get(one.statement, one.statement)) for one in some
            )
            for some in (verdict.against, verdict.nearest)
        )
        return replace(verdict, against=against, nearest=nearest)

    def _decide(self, entry: Entry, original: str | None) -> Decision:
        if self._recall is None:
            return self._weigh(entry, self.candidates(entry, original), original)
        return self._recall.decision(
            entry.statement,
            lambda: self.candidates(entry, original),
            self._denials_of,
            lambda candidates: self._weigh(entry, candidates, original),
        )

    def _weigh(self, entry: Entry, candidates: Sequence[Entry], original: str | None) -> Decision:
        if self._meanings is None:
            return by_words.decide(entry, candidates, self._denials_of, original)
        weighed = weigh(entry, candidates, self._meanings)
        return by_models.decide(entry, weighed, self._meanings, self._denials_of, original)

    def candidates(self, entry: Entry, original: str | None = None) -> list[Entry]:
        """Return the few earlier statements that `entry` is held against, likeliest first.

        Args:
            entry: the statement to judge.
            original: key of the article that its article reprints.
        """
        articles = () if original is None else (original,)
        by_words = self._index.candidates(entry, articles)
        near = [] if self._near is None else self._near.nearest(entry.vector)
        by_vectors = [self._index[number] for number in near]
        both = (each for pair in zip_longest(by_words, by_vectors) for each in pair)
        found = list({each.number: each for each in both if each is not None}.values())
        # A superseded version is evidence for itself and for what reprints it.
        for earlier in self._superseded.candidates(entry, articles):
            if earlier.article in (original, entry.article):
                found.append(earlier)
        return found

    def _denials_of(self, claim: str) -> Sequence[Entry]:
        return self._denials.get(claim, ())

    def _remember(
        self, entry: Entry, decision: Decision, utterance: str, claim: str, superseded: bool
    ) -> None:
        opened = self._opened.setdefault(utterance, (entry.said_on, entry.published))
        kept = replace(
            entry, utterance=utterance, claim=claim, denies=decision.denies, opened=opened
        )
        if superseded:
            self._superseded.add(kept)
            return
        self._index.add(kept)
        if self._near is not None and kept.vector is not None:
            self._near.add(kept.vector)
        if kept.denies is not None:
            denials = self._denials.setdefault(kept.denies, [])
            if len(denials) < MAX_DENIALS:
                denials.append(kept)


def _unedited(versions: Mapping[str, Sequence[Judgement]], at: int) -> Judgement | None:
    """Return how the first version that says the same for the `at`th time was judged, if any."""
    first, *others = versions.values()
    return first[at] if others and at < len(first) else None


def _inputs(case: Case) -> tuple[object, ...]:
    """Return all of a case that a verdict, its own or a later one, may depend on."""
    article, standing, statement = case.article, case.standing, case.statement
    return (
        article.key,  # and with it the text
        article.language,
        article.published,
        standing.superseded_by is None,
        standing.version_of,
        standing.duplicate_of,
        statement.attribution,
        statement.said_on,
        statement.act,
        case.speaker.id,
        case.speaker.kind,
        case.speaker.name,
        tuple(each.id for each in case.via),
    )


def _saying(case: Case) -> tuple[str, str, str]:
    """Return what a saying shares with itself in the other versions of its article."""
    words = said(case.article.text, case.statement)
    first = case.standing.version_of or case.article.key
    return (first, case.speaker.id, " ".join(words.split()))


def entry_of(case: Case, number: int, meanings: Meanings | None = None) -> Entry:
    """Return what is kept of a case so that later ones can be compared with it."""
    text, language = case.article.text, case.article.language
    told = around(case)
    apart = (case.speaker.name, case.statement.speaker.mention, case.article.publisher)
    words = told.content
    attribution = case.statement.attribution
    pieces, cue = attribution.content, " ".join(each.of(text) for each in attribution.cue)
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
        told=told,
        voice=voice(case.speaker, case.via, case.article.publisher or "", language),
        paragraph=_paragraph(case.article, extent.start),
        scene=scene(text, case.article.items, pieces, language, apart),
        act=case.statement.act,
        estimate=case.statement.estimate,
        rejoins=rejoins(told.before, cue, language),
        vector=None if meanings is None else meanings.of(words, language),
        words=read_words(words, language, cue),
    )


def said(text: str, statement: Statement) -> str:
    """Return the words that were said, as words are compared and vectors are made of them."""
    return readable(" ".join(span.of(text) for span in statement.attribution.content))


def around(case: Case) -> Told:
    """Return what was said with what stands around it, as the pair reader gets it."""
    text, pieces = case.article.text, case.statement.attribution.content
    start, end = pieces[0].start, pieces[-1].end
    gaps = [text[one.end : other.start] for one, other in pairwise(pieces)]
    lead, _, before = text[max(0, start - BEFORE) : start].rpartition("\n\n")
    if len(before) < LEAD:
        before = lead.rpartition("\n\n")[2] + " " + before
    after = text[end : end + AFTER].partition("\n\n")[0]
    return Told(readable(before), said(text, case.statement), readable(" ".join((*gaps, after))))


def _paragraph(article: Article, place: int) -> int:
    """Return how many paragraphs of its item stand before the one in which a place lies."""
    start = max((item.start for item in article.items if item.start <= place), default=0)
    before = article.text[start:place].split("\n")[:-1]
    return sum(any(char.isalnum() for char in line) for line in before)


def _is_quoted(text: str, extent: Span) -> bool:
    """Say whether the content stands in quotation marks, or begins a line of speech (a dash)."""
    before = text[max(0, extent.start - 3) : extent.start].rstrip(" \u00a0\u202f*_")
    return (before[-1:] in _QUOTES and before != "") or text[extent.start] in _QUOTES
