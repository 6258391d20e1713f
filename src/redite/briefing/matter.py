"""Everything that a brief is made from, and where to look it up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from redite.briefing.called import called
from redite.briefing.parted import alike, parted, within_another
from redite.briefing.propositions import says_something
from redite.briefing.solid import shown_changes, shows
from redite.briefing.wording import Wording
from redite.reports import by_utterance, leading, origins, published_on, words
from redite.text.advertising import is_advertised
from redite.text.markup import readable
from redite.values import Cite, Damage, Label, Record, Sentence, Span, Verdict

Reports = tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence before it has found its place."""

    text: str
    cites: tuple[Cite, ...]
    weight: float = 0.0
    """How much it matters: what is weightier stands higher, and may be a key takeaway."""
    short: str = ""
    """The same for the key takeaways; empty where it is none."""
    short_cites: tuple[Cite, ...] = ()
    """What that rests on."""
    speaker: str = ""
    about: frozenset[str] = frozenset()
    """Utterances that it tells in full: who reads it needs no other sentence on them."""

    def in_section(self, section: str) -> Sentence:
        """Return the sentence in a section."""
        return Sentence(self.text, section, self.cites)


@dataclass(frozen=True, slots=True)
class Saying:
    """One utterance, or what hangs together of it, as the period reports it."""

    reports: Reports
    """Those of the period, in ledger order."""
    lead: Record
    """The report whose verdict is the utterance's."""
    evidence: Reports
    """What the verdict is held against and is still on record, best first."""
    verdict: Verdict
    """What it adds; unsure where the words do not bear that out."""
    shown: bool = True
    """Whether they do (see `redite.briefing.solid`)."""

    @property
    def id(self) -> str:
        """Id of the report that leads it: what one utterance holds may be several sayings."""
        return self.lead.statement.id

    @property
    def utterance(self) -> str:
        """Id of the utterance."""
        return self.lead.judgement.utterance


@dataclass(frozen=True, slots=True)
class Matter:
    """What is reported in the period, and all that is on record."""

    sayings: tuple[Saying, ...]
    """In ledger order; those whose evidence is no longer on record are not among them."""
    left_out: int
    scraps: int
    """Sayings of which no report has more than a scrap, or a piece of a longer one that is told;
    they are not among `sayings` either."""
    advertised: int
    """Sayings that only advertisements report; nor are these."""
    known: Mapping[str, Record]
    """Everything on record by statement id."""
    utterances: Mapping[str, Reports]
    """All reports on record by utterance, in ledger order."""
    firsts: Mapping[str, Record]
    """The first report on record of every claim."""
    since: date | None
    until: date | None
    say: Wording
    flags: Mapping[str, tuple[Damage, ...]] = field(default_factory=dict)
    """Damaged words by article key."""
    sayings_of: Mapping[str, int] = field(default_factory=dict)
    """How many utterances of each speaker are on record."""

    @property
    def year(self) -> int | None:
        """The year that needs no mention: that of a period within one year."""
        if self.since is None or self.until is None or self.since.year != self.until.year:
            return None
        return self.until.year

    def inside(self, record: Record) -> bool:
        """Say whether a report was published in the period."""
        day = published_on(record)
        return (self.since is None or self.since <= day) and (
            self.until is None or day <= self.until
        )

    def earlier_reports(self, named: Record, than: Record) -> Reports:
        """Return all reports of the utterance of `named` that stand before `than` on record."""
        found = self.utterances.get(named.judgement.utterance, (named,))
        return tuple(r for r in found if r.order < than.order) or (named,)


def gather(
    inside: Iterable[Record],
    known: Mapping[str, Record],
    since: date | None,
    until: date | None,
    say: Wording,
    flags: Mapping[str, tuple[Damage, ...]],
    sayings_of: Mapping[str, int] | None = None,
) -> Matter:
    """Return what a brief on the records `inside` is made from.

    Args:
        inside: The statements of the period.
        known: What may be looked up by statement id.
        since: First day of the period.
        until: Last day of it.
        say: The words to write in; names of people are added to them.
        flags: Damaged words by article key.
        sayings_of: Utterances on record by speaker; counted in `known` where nobody has counted.
    """
    sayings, left_out, scraps, advertised = [], 0, 0, 0
    inside = tuple(inside)
    pieces = within_another(inside)
    for found in by_utterance(inside):
        news = tuple(report for report in found if not in_advertisement(report))
        reports = tuple(report for report in news if report.statement.id not in pieces)
        if not reports:
            advertised += not news
            scraps += bool(news)
            continue
        for told in parted(reports):
            lead = leading(told)
            verdict = _of_part(lead, known) if lead is not leading(reports) else None
            verdict = verdict or lead.judgement.verdict
            evidence = tuple(known[e.statement] for e in verdict.against if e.statement in known)
            if verdict.label is not Label.NEW and not evidence:
                left_out += 1
            elif (whole := next((r for r in (lead, *told) if says_something(r)), None)) is None:
                scraps += 1
            else:
                sayings.append(_saying(told, _with_verdict(whole, verdict), evidence))
    utterances: dict[str, Reports] = {}
    firsts: dict[str, Record] = {}
    for reports in by_utterance(known.values()):
        utterances[reports[0].judgement.utterance] = reports
        for record in reports:
            firsts.setdefault(record.judgement.claim, record)
    busy = sayings_of
    if busy is None:
        busy = Counter(reports[0].judgement.speaker.id for reports in utterances.values())
    say = say.model_copy(update={"names": called(known.values(), say)})
    return Matter(
        tuple(sayings),
        left_out,
        scraps,
        advertised,
        known,
        utterances,
        firsts,
        since,
        until,
        say,
        flags,
        busy,
    )


def _of_part(report: Record, known: Mapping[str, Record]) -> Verdict | None:
    """Return another verdict on what the judge joined to its utterance, where words show none.

    It is called new, with little confidence, unless it tells what it was joined to.
    """
    verdict = report.judgement.verdict
    joined = verdict.label is Label.SAME_UTTERANCE and verdict.against
    first = known.get(verdict.against[0].statement) if joined else None
    if not joined or (first is not None and alike(report, first)):
        return None
    return Verdict(Label.NEW, verdict.confidence, unsure=True)


def in_advertisement(report: Record) -> bool:
    """Say whether a report stands in an advertisement."""
    return is_advertised(report.article, report.statement.attribution.content[0].start)


def _with_verdict(report: Record, verdict: Verdict) -> Record:
    """Return a report with the verdict of its utterance, which another report may have brought."""
    if report.judgement.verdict is verdict:
        return report
    return replace(report, judgement=replace(report.judgement, verdict=verdict))


def _saying(reports: Reports, lead: Record, evidence: Reports) -> Saying:
    verdict = lead.judgement.verdict
    if verdict.label is Label.NEW:
        return Saying(reports, lead, evidence, verdict)
    if not shows(verdict.label, lead, evidence[0]):
        return Saying(reports, lead, evidence, replace(verdict, unsure=True), shown=False)
    if verdict.label is Label.UPDATE:
        changes = shown_changes(verdict.changes, lead, evidence[0])
        verdict = replace(verdict, changes=changes)
        lead = _with_verdict(lead, verdict)
    return Saying(reports, lead, evidence, verdict)


def cites(
    records: Iterable[Record], quoted: Mapping[str, Sequence[Span]] | None = None
) -> tuple[Cite, ...]:
    """Return one cite a piece of every record, each record once, in this order.

    Args:
        records: The reports that a sentence rests on.
        quoted: By statement id, the spans it quotes, where they are others than the words said.
    """
    found: dict[str, list[Cite]] = {}
    for record in records:
        id = record.statement.id
        if id not in found:
            spans = (quoted or {}).get(id) or words(record)
            found[id] = [Cite(record.standing.id, span, id) for span in spans]
    return tuple(cite for each in found.values() for cite in each)


def distinct(say: Wording, told: Iterable[Told]) -> list[Told]:
    """Return the sentences with those that read alike made one, which says how many they were."""
    groups: dict[str, list[Told]] = {}
    for one in told:
        groups.setdefault(one.text, []).append(one)
    found = []
    for text, each in groups.items():
        if len(each) > 1:
            times = say.count(len(each), "times")
            all_cites = dict.fromkeys(cite for one in each for cite in one.cites)
            one = Told(f"{text.rstrip('.')} ({times}).", tuple(all_cites), each[0].weight)
            found.append(one)
        else:
            found += each
    return found


def amount(say: Wording, utterances: Sequence[Sequence[Record]]) -> str:
    """Return how much was said: sayings, the reports of them where there are more, and characters.

    A sentence that counts and quotes nothing says by this that all it cites is there. Words would
    read better, but once in eighty cites as many others came to stand for those cut out.
    """
    reports = sum(len(each) for each in utterances)
    said = sum(
        len(readable(span.of(record.article.text)))
        for each in utterances
        for record in each
        for span in words(record)
    )
    return say.amount["sayings" if reports == len(utterances) else "reports"].format(
        sayings=say.count(len(utterances), "sayings"),
        reports=say.count(reports, "in_reports"),
        size=say.count(said, "characters"),
    )


def standing_of(reports: Sequence[Record]) -> float:
    """Return how widely something is reported: more by independent origins than by outlets."""
    originals = [r for r in reports if r.standing.duplicate_of is None]
    outlets = {r.article.publisher or r.article.key for r in originals}
    return len(origins(originals)) + 0.25 * len(outlets)
