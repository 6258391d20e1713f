"""One saying as a sentence: who said it, the words, who carried it, and what it adds."""

from __future__ import annotations

from collections.abc import Sequence

from redite.briefing.identity import identified, one_body
from redite.briefing.matter import Matter, Reports, Saying, Told, cites, standing_of
from redite.briefing.quoting import EARLIER, FULL, SHORT, How, Quote, quote
from redite.briefing.solid import shows
from redite.briefing.telling import leans, only_wanted
from redite.reports import is_verbatim, of_its_own, stance
from redite.values import Cite, Label, Record, Span, SpeakerKind

REPEATING = (Label.REPEAT, Label.ECHO, Label.SAME_UTTERANCE)
CONTRASTING = (Label.DISPUTE, Label.REVERSAL)
_WEIGHTS = {
    Label.REVERSAL: 6.0,
    Label.DISPUTE: 5.0,
    Label.UPDATE: 4.0,
    Label.NEW: 1.0,
}
"""How much a verdict matters; what only repeats matters by how widely it is reported."""
_SCRAP = 1.5
"""What one or two words weigh less: a scrap of a sentence tells a reader little."""
_LEANS = 1.5
"""The same where the words point at others that are not shown."""
_NOBODY = 3.0
"""What it weighs less where a reader does not learn who spoke, or only the outlet did."""
_KINDS = {SpeakerKind.PERSON: 1.0, SpeakerKind.ORGANISATION: 0.8, SpeakerKind.OFFICE: 0.4}


def sentence(matter: Matter, saying: Saying, again: Sequence[Saying] = ()) -> Told:
    """Return the sentence of a saying, its verdict told where the evidence decides it.

    Args:
        matter: What the brief is made from.
        saying: The saying.
        again: Later sayings of the period that only say the same; they are told with it.
    """
    text = plain(matter, saying.lead, saying.reports)
    records = list(saying.reports)
    held: Reports = ()
    lead, label = saying.lead, saying.verdict.label
    if label is not Label.NEW and not saying.verdict.unsure:
        named, held = against(matter, saying)
        text += _verdict(matter, saying, named, held)
        records += held
    if again:
        text += _again(matter, lead, again)
        records += [record for one in again for record in one.reports]
    return Told(
        text=finished(text),
        cites=quoted_cites(matter, records, lead),
        weight=weight(matter, saying),
        short=_short(matter, saying, held),
        short_cites=quoted_cites(matter, [*saying.reports, *held], lead),
        speaker=lead.judgement.speaker.id,
        about=frozenset((saying.utterance, *(one.utterance for one in again))),
    )


def plain(matter: Matter, lead: Record, reports: Sequence[Record], limit: int = FULL) -> str:
    """Return who said what, and who carried it, without a final stop."""
    say, quoted = matter.say, quote(lead, limit)
    pattern = "direct" if quoted.how is How.DIRECT else quoted.how.value
    if quoted.how is How.TOLD and only_wanted(lead):
        pattern = "wanted"
    return say.said[pattern].format(
        who=say.speaker(lead),
        verb=say.verb(lead),
        on=say.on(lead.statement.said_on, matter.year),
        via=say.chain(lead),
        words=say.quoted(quoted.text),
        flag=flag(matter, lead, quoted.spans),
        sources=say.carried(reports),
    )


def short(matter: Matter, record: Record) -> str:
    """Return who said what in a line, without a final stop."""
    say, quoted = matter.say, quote(record, SHORT)
    pattern = "short_told" if quoted.how is How.TOLD else "short"
    if quoted.how is How.TOLD and only_wanted(record):
        pattern = "short_wanted"
    return say.said[pattern].format(
        who=say.speaker(record),
        via=say.chain(record),
        words=_words(matter, record, quoted),
        flag=flag(matter, record, quoted.spans),
    )


def listed(matter: Matter, record: Record) -> str:
    """Return what somebody said in a list of it: the words, their flag, and through whom."""
    quoted = quote(record, SHORT)
    told = _words(matter, record, quoted) + flag(matter, record, quoted.spans)
    return told + matter.say.chain(record)


def _words(matter: Matter, record: Record, quoted: Quote) -> str:
    """Return quoted words, with the verb where it turns them round and does not stand in them."""
    words = matter.say.quoted(quoted.text)
    if quoted.how is How.TOLD or stance(record) == "affirmed" or is_verbatim(record):
        return words
    return matter.say.said["turned"].format(verb=matter.say.verb(record), words=words)


def flag(matter: Matter, record: Record, spans: Sequence[Span]) -> str:
    """Return what is wrong with the quoted words; empty where nothing is known to be."""
    found = [
        one
        for one in matter.flags.get(record.article.key, ())
        if any(one.span.overlaps(span) for span in spans)
    ]
    if not found:
        return ""
    reasons = dict.fromkeys(matter.say.damaged(one, record.article.text) for one in found)
    return matter.say.said["flag"].format(why=matter.say.list["semicolon"].join(reasons))


def against(matter: Matter, saying: Saying) -> tuple[Record, Reports]:
    """Return the report that a verdict is held against, and all earlier reports of that saying.

    What only repeats is held against the first time it was said.
    """
    named = saying.evidence[0]
    if saying.verdict.label in REPEATING:
        named = _said_first(matter, saying)
    held = matter.earlier_reports(named, saying.lead)
    if named not in held:
        named = held[0]
    return named, tuple(r for r in held if r not in saying.reports) or (named,)


def quoted_cites(matter: Matter, records: Sequence[Record], *leads: Record) -> tuple[Cite, ...]:
    """Return the cites of `records`; those of `leads` are what a sentence quotes of them."""
    first = [*leads, *records]
    return cites(first, {lead.statement.id: quote(lead).spans for lead in leads})


def weight(matter: Matter, saying: Saying) -> float:
    """Return how much a saying matters."""
    label = Label.NEW if saying.verdict.unsure else saying.verdict.label
    kind = _KINDS.get(saying.lead.judgement.speaker.kind, 0.0)
    if of_its_own(saying.lead) or not identified(saying.lead):
        kind = -_NOBODY
    known = matter.sayings_of.get(saying.lead.judgement.speaker.id, 0) if kind > 0 else 0
    scrap = _SCRAP if len(saying.lead.content.split()) < 3 else 0.0
    scrap += _LEANS if leans(saying.lead) else 0.0
    standing = standing_of(saying.reports) + kind + min(1.5, known / 20)
    return _WEIGHTS.get(label, 0.0) + standing - scrap


def finished(text: str) -> str:
    """Return `text` as a sentence: a capital first, a stop last."""
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?")) else ".")


def _verdict(matter: Matter, saying: Saying, named: Record, held: Reports) -> str:
    say, label = matter.say, saying.verdict.label
    same = named.judgement.speaker.id == saying.lead.judgement.speaker.id
    quoted = quote(named, EARLIER)
    key = label.value.replace("-", "_")
    if label is Label.DISPUTE and quoted.how is not How.DIRECT:
        key = f"{key}_{quoted.how.value}"
    reported = label is Label.SAME_UTTERANCE
    return say.verdicts[key].format(
        whom=say.verdicts["same_speaker"] if same else say.speaker(named),
        verb=say.verb(named),
        when=say.when_reported(named, matter.year) if reported else say.when(named, matter.year),
        words=say.quoted(quoted.text),
        flag=flag(matter, named, quoted.spans),
        sources=say.carried(held),
        changes=_changes(matter, saying, named, quoted.text),
    )


def _changes(matter: Matter, saying: Saying, named: Record, words: str) -> str:
    """Return what changed; values of words that are flagged as damaged bear their flag."""
    told = matter.say.changed(saying.verdict.changes, named, saying.lead, words)
    return told + flag(matter, named, named.statement.attribution.content)


def _again(matter: Matter, lead: Record, again: Sequence[Saying]) -> str:
    """Return who said the same again; nobody is named where it was only the speaker."""
    say = matter.say
    others = [one.lead for one in again if not one_body(one.lead, lead)]
    own = not others
    names = list(dict.fromkeys(map(say.speaker, others)))
    shown = names[:3] if len(names) <= 4 else names[:2]
    if len(names) > len(shown):
        shown = [*shown, say.count(len(names) - len(shown), "others")]
    key = ("own_" if own else "") + ("one" if len(again) == 1 else "many")
    return say.again[key].format(
        names=say.listed(shown),
        count=say.count(len(again), "times"),
        sources=say.carried([record for one in again for record in one.reports]),
    )


def _short(matter: Matter, saying: Saying, held: Reports) -> str:
    """Return the saying as a key takeaway, without a final stop; empty where it is none."""
    lead, say, label = saying.lead, matter.say, saying.verdict.label
    if saying.verdict.unsure and label is not Label.NEW:
        return ""
    # Whom nobody names is no key point, however much it differs from what is on record.
    unnamed = lead.judgement.speaker.kind is SpeakerKind.UNNAMED
    if label in REPEATING or unnamed or not identified(lead):
        return ""
    if label is Label.NEW and leans(lead):
        return ""
    if label is Label.NEW:
        return say.takeaways["saying"].format(
            saying=short(matter, lead), sources=say.carried(saying.reports)
        )
    named, _ = against(matter, saying)
    quoted, other = quote(lead, SHORT), quote(named, SHORT)
    key = {Label.UPDATE: "changed", Label.DISPUTE: "disputed", Label.REVERSAL: "reversed"}[label]
    return say.takeaways[key].format(
        saying=short(matter, lead),
        who=say.speaker(lead),
        whom=say.speaker(named),
        when=say.when(named, matter.year),
        words=say.quoted(quoted.text),
        other=say.quoted(other.text) + flag(matter, named, other.spans),
        flag=flag(matter, lead, quoted.spans),
        changes=_changes(matter, saying, named, other.text),
        sources=say.carried(saying.reports),
        held=say.carried(held),
    )


def _said_first(matter: Matter, saying: Saying) -> Record:
    """Return the earliest report of what only repeats: of the claim, else of the evidence.

    A repeat is the speaker's own, so another speaker's earlier words are not its beginning.
    """
    lead, label = saying.lead, saying.verdict.label
    candidates = list(saying.evidence[:1])
    first = matter.firsts.get(lead.judgement.claim)
    if first is not None and first.judgement.utterance != lead.judgement.utterance:
        same = first.judgement.speaker.id == lead.judgement.speaker.id
        if same is (label is Label.REPEAT):
            candidates.append(first)
    candidates += [one for one in saying.evidence[1:] if one is not first]
    # A claim grows report by report: its first one need not be like this one any more.
    candidates[1:] = [one for one in candidates[1:] if shows(label, lead, one)]
    return min(candidates, key=lambda record: record.order)
