"""What one statement adds to the few earlier ones it is compared with: the rules, in their order.

1. a reprint says what its original said;
2. a rejection of what another speaker said is a dispute, unless that rejection is on record;
3. one speaker, one occasion, one claim: the same utterance;
4. otherwise equal words, turned round (`contradiction`): a reversal or a dispute;
5. a claim on record: an update if a slot changed, a repeat of the speaker's own, else an echo;
6. else it is new.

A `strength` says how sure we are that two statements make one claim. What must be reached depends
on who speaks and how far apart the two are: the less else they have in common, the more words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from redite.compare.contradiction import contradict
from redite.compare.decisions import (
    NEARNESS,
    Decision,
    confidence_at,
    joined,
    nearest,
    reason_of,
)
from redite.compare.denials import denial
from redite.compare.index import Entry
from redite.compare.likeness import other_names
from redite.compare.matches import Match, in_one_day, match, nested, rejects
from redite.compare.slots import OPPOSITE_ACTS, changes, opposite
from redite.values import Change, Evidence, Label, Verdict

# Least strength by what two statements have in common. Set together by trying each value beside
# its neighbours on two annotated scenarios (en, fr, uk, ru, de; 269 statements): few, so expect
# less of them elsewhere. They move as a set.
NEXT_LINE = 0.06
"""Same speaker, same article, one right after the other, a report and then its quotation."""
SAME_ARTICLE = 0.33
"""Same speaker, same article otherwise: an article seldom says a thing twice in passing."""
SAME_OCCASION = 0.26
OTHER_OCCASION = 0.32
OTHER_SPEAKER = 0.36
MOST = 0.55
NOT_TOO_MUCH_ELSE = 0.3
SUBSTANCE = 0.6
"""Least containment, overlap, and weight of shared words that are no names, of one claim on two
occasions, beside its strength."""
ENOUGH_SAID = 3
"""Content words that the shorter must have to be one claim with another speaker's, by its words:
everybody says "nobody was hurt", of another night each time."""
REPRINT = 0.30
SHOWN = 0.9
"""Confidence in a contradiction that can be shown (`python -m benchmarks.contradictions`)."""
WORTH_NAMING = 0.1
"""Least strength of what is named as nearest to a new statement."""
NEXT_LINE_LETTERS = 200
IN_PASSING, ONE_DAY = "same speaker, same article", "same speaker, same day"
HEADED = "a heading, and the text below it"


def decide(
    entry: Entry,
    candidates: Sequence[Entry],
    denials: Callable[[str], Sequence[Entry]],
    original: str | None = None,
) -> Decision:
    """Say what `entry` adds to `candidates`, all of which came before it.

    Args:
        entry: the statement to judge.
        candidates: earlier ones, from the index.
        denials: returns earlier statements that deny a claim, first ones first.
        original: key of the article that this one reprints.
    """
    matches = sorted(
        (match(entry, earlier) for earlier in candidates if not nested(entry, earlier)),
        key=lambda m: (-m.strength, m.earlier.number),
    )
    return (
        reprint(matches, original)
        or denial(entry, matches, denials)
        or same_utterance(entry, matches)
        or contradiction(entry, matches)
        or claim_on_record(entry, matches)
        or _new(matches)
    )


# --- the rules --------------------------------------------------------------------------------


def reprint(matches: Sequence[Match], original: str | None) -> Decision | None:
    """Return the decision on what stands in the article that this one reprints."""
    found = [m for m in matches if m.earlier.article == original and m.strength >= REPRINT]
    if not found:
        return None
    found.sort(key=lambda m: (not m.same_speaker, -m.strength, m.earlier.number))
    return joined(Label.SAME_UTTERANCE, found, REPRINT, "reprint of the same article")


def same_utterance(entry: Entry, matches: Sequence[Match]) -> Decision | None:
    """Return the decision where this is another report of one saying, by its words."""
    own = [m for m in matches if m.one_voice and m.gap is not None]
    found = [
        m
        for m in own
        if m.strength >= _least_for_one_occasion(entry, m) and not _other_detail(entry, m)
    ]
    if not found:
        return None
    least = _least_for_one_occasion(entry, found[0])
    return joined(Label.SAME_UTTERANCE, found, least, "same speaker, same occasion")


def _least_for_one_occasion(entry: Entry, m: Match) -> float:
    assert m.gap is not None
    distance = entry.extent.start - m.earlier.extent.end
    if (
        m.same_article
        and entry.quoted
        and not m.earlier.quoted
        and 0 <= distance <= NEXT_LINE_LETTERS
    ):
        return NEXT_LINE
    if m.same_article:
        return SAME_ARTICLE
    return SAME_OCCASION + 0.06 * m.gap


def _other_detail(entry: Entry, m: Match) -> bool:
    """Say whether one gives another number or day than the other: who moves a date to July has
    spoken again. A day in place of "this week" is only closer, and differs in one direction."""
    forth = _replaced(changes(m.earlier.words, entry.words))
    return "number" in forth or (
        "date" in forth and "date" in _replaced(changes(entry.words, m.earlier.words))
    )


def _replaced(found: Sequence[Change]) -> set[str]:
    return {change.slot for change in found if change.before is not None}


def contradiction(entry: Entry, matches: Sequence[Match]) -> Decision | None:
    """Return the decision where this is the opposite of what was said, by its words.

    An act taken back is never sure, since a false accusation is worse than a missed one.
    """
    for m in matches:
        acts = opposite(m.earlier.words, entry.words, OPPOSITE_ACTS)
        if acts and m.same_speaker and m.overlap >= OTHER_OCCASION and m.gap != 0:
            against = (
                Evidence(m.earlier.statement, f"{acts[0]} became {acts[1]}; {reason_of(m)}"),
            )
            change = (Change("status", acts[0], acts[1]),)
            verdict = Verdict(Label.REVERSAL, 0.5, True, against, change)
            return Decision(verdict, denies=m.earlier.claim)
        if disagrees(entry, m):
            reason = "calls likely what is unlikely here, or the other way round; " + reason_of(m)
            evidence = (Evidence(m.earlier.statement, reason),)
            return Decision(Verdict(Label.DISPUTE, SHOWN, False, evidence), denies=m.earlier.claim)
        if contradicts(entry, m):
            label = Label.REVERSAL if m.same_speaker else Label.DISPUTE
            reason = "the same words but for what turns them; " + reason_of(m)
            against = (Evidence(m.earlier.statement, reason),)
            return Decision(Verdict(label, SHOWN, False, against), denies=m.earlier.claim)
    return None


def disagrees(entry: Entry, m: Match) -> bool:
    """Say whether somebody else called the same thing likely that is unlikely here, or the other
    way round; of one speaker it is news, and no contradiction."""
    one, other = m.earlier.estimate, entry.estimate
    if one is None or other is None or m.same_speaker or not m.one_language:
        return False
    return (
        {one.likely, other.likely} == {True, False}
        and m.overlap >= MOST
        and m.scenes_meet
        and not changes(m.earlier.words, entry.words)
    )


def contradicts(entry: Entry, m: Match) -> bool:
    """Say whether the two are the same words but for what turns them (`contradiction`)."""
    return (
        m.one_language
        and (m.same_speaker or m.scenes_meet)
        and m.likeness.shared >= SUBSTANCE
        and not rejects(entry)
        and not rejects(m.earlier)
        and not changes(m.earlier.words, entry.words)
        and not changes(entry.words, m.earlier.words)
        and contradict(m.earlier.told.content, entry.told.content, entry.words.language)
    )


def claim_on_record(entry: Entry, matches: Sequence[Match]) -> Decision | None:
    """Return the decision where the claim is on record, by its words: update, repeat or echo."""
    found = [m for m in matches if is_one_claim(m, _least_for_one_claim(m))]
    if not found:
        return None
    told_again = in_passing(entry, found[0])
    if told_again:
        return joined(Label.SAME_UTTERANCE, found[:1], _least_for_one_claim(found[0]), told_again)
    best = found[0]
    claim = [m for m in found if m.earlier.claim == best.earlier.claim]
    own = [m for m in claim if m.same_speaker]
    if all(news(entry, m.earlier) for m in claim):
        current = _current(claim)
        others = [m for m in claim if m is not current]
        least = _least_for_one_claim(current)
        decision = joined(Label.UPDATE, [current, *others], least, "changed since")
        changed = news(entry, current.earlier)
        decision = replace(decision, verdict=replace(decision.verdict, changes=changed))
    elif own:
        best = own[0]
        decision = joined(Label.REPEAT, own, _least_for_one_claim(best), "same speaker before")
    else:
        decision = joined(Label.ECHO, claim, _least_for_one_claim(best), "another speaker before")
    if other_names(entry.words, best.earlier.words):
        return replace(decision, verdict=replace(decision.verdict, unsure=True))
    return decision


def news(entry: Entry, earlier: Entry) -> tuple[Change, ...]:
    """Return what `entry` changes or adds; that it names the day on which, or after which, the
    earlier one told of it adds nothing."""
    found = (*changes(earlier.words, entry.words), *_likelier(entry, earlier))
    told = {earlier.published.date(), earlier.published.date() - timedelta(days=1)}
    said = earlier.said_on
    if said is not None:
        told |= {day for day in (said.start, said.end) if day is not None}
    known = {f"{day:%m-%d}" for day in told}
    named = {key for key, _ in entry.words.times if key[0].isdigit()}
    if named <= known:
        return tuple(each for each in found if (each.slot, each.before) != ("date", None))
    return found


def _likelier(entry: Entry, earlier: Entry) -> Iterator[Change]:
    """Yield how likely a speaker calls now what he called otherwise before."""
    one, other = earlier.estimate, entry.estimate
    if one is None or other is None or entry.speaker != earlier.speaker:
        return
    if one.term is not other.term:
        yield Change("likelihood", one.term.value, other.term.value)


def in_passing(entry: Entry, m: Match) -> str:
    """Return why an article tells a claim again that was put forward once, or "".

    A speaker's own, of one day: an article tells it in two places, two articles each in its own
    words, and seldom of two occasions without telling them apart. And the paragraph below a heading
    tells what the heading does, whatever they call who said it: "the press", then "local papers".
    """
    if m.same_speaker:
        return "" if _other_detail(entry, m) else _of_one_day(entry, m)
    if not m.same_article:
        return ""
    return HEADED if (m.earlier.paragraph, entry.paragraph) == (0, 1) else ""


def _of_one_day(entry: Entry, m: Match) -> str:
    if m.same_article:
        return IN_PASSING if m.gap == 0 else ""
    apart = other_names(entry.words, m.earlier.words)
    return ONE_DAY if in_one_day(m.gap) and not apart else ""


def _current(claim: Sequence[Match]) -> Match:
    """Return the version of a claim that an update changes: of the best ones the latest, so that
    what went from May to July to October is told as from July to October."""
    best = claim[0].strength
    near = (m for m in claim if best - m.strength < NEARNESS)
    return max(near, key=lambda m: m.earlier.number)


def is_one_claim(m: Match, least: float) -> bool:
    """Say whether most of the shorter one is there, and not too much else, and not names alone:
    a passing mention is all there in a long statement, and any two about one person share him."""
    return (
        m.strength >= least
        and m.likeness.containment >= MOST
        and m.likeness.jaccard >= NOT_TOO_MUCH_ELSE
        and m.likeness.substance >= SUBSTANCE
        and (m.same_speaker or m.likeness.of >= ENOUGH_SAID)
        and m.one_event
    )


def _least_for_one_claim(m: Match) -> float:
    return OTHER_OCCASION if m.same_speaker else OTHER_SPEAKER


def _new(matches: Sequence[Match]) -> Decision:
    margin = max((m.strength - _least_for_one_claim(m) for m in matches), default=-1.0)
    shown = [(m, reason_of(m)) for m in matches if m.strength >= WORTH_NAMING]
    return Decision(
        Verdict(Label.NEW, confidence_at(-margin), -margin < NEARNESS, nearest=nearest(shown))
    )
