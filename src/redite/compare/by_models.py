"""What one statement adds to earlier ones, where there are vectors as well as words.

The rules are those of `by_words`, in their order; only who is asked changes. Where words say that
two make one claim, that holds unless their vectors lie far apart or the network that reads both
doubts it; where words say nothing, most often because the two are in different languages, the
trained models decide: numbers of the pair, and what the network says of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from redite.compare import by_words
from redite.compare.decisions import MAX_EVIDENCE, Decision, nearest, with_runner_up
from redite.compare.denials import denial
from redite.compare.index import Entry
from redite.compare.matches import Match, in_one_day
from redite.compare.meanings import Meanings
from redite.compare.weighing import Weighed, close, nearest_first, read, reason
from redite.values import Change, Evidence, Label, Verdict

FAR_UTTERANCE, FAR_CLAIM = 0.1, 0.15
"""Cosines under which equal words are chance, for one saying and for one claim."""
WITHIN, ACROSS = 0.6, 0.35
SAID_WITHIN, SAID_ACROSS = 0.75, 0.35
"""Least probabilities of one claim, and of one saying, in one language and across two, where words
overlap little anyway. Tuned on stories the models were not trained on and on two annotated
scenarios."""
BELIEVED, SAID_BELIEVED = 0.2, 0.15
"""Least probabilities of one claim, once the pair reader has read the two, under which equal words
are a common topic: of another occasion, and of one. In a day's news every tenth statement shares
half its words with something else that was said of the matter."""
APART = 0.25
"""The same of what one speaker said in two articles in one language, of both: of 13 pairs of a chat
corpus under this that words alone held to be one saying, drawn at random and read, 1 was."""
ELSEWHERE = 0.7
"""The same of what another speaker said on another day, in one language, whatever says that it is
one: of 26 pairs of a chat corpus between this and `BELIEVED`, drawn at random and read, 3 were."""
HEARD, HEARD_SAID = 0.65, 0.85
"""Least probabilities of one claim, and of one saying, where two speakers may be one."""
PASSED_ON, PASSED_ON_SAID = 0.6, 0.84
"""The same within a day where the two, of whom neither is a person, are called alike: "some
American officials", then "some officials in Washington"."""
CHANGED = 0.5
"""Least probability of an update, where slots show no change."""
COUNTED_ALIKE = 0.25
"""Least share of all words in common, in one language, of what counts something else: of 20 updates
of a chat corpus under it, 17 told of another thing."""
NEARNESS = 0.15
"""Nearer than this to a limit, a verdict is unsure."""
SUPPORT = 0.5
"""Share of what further reports of a claim add to the best one's probability."""


def decide(
    entry: Entry,
    weighed: Sequence[Weighed],
    meanings: Meanings,
    denials: Callable[[str], Sequence[Entry]],
    original: str | None = None,
) -> Decision:
    """Say what `entry` adds to what it was weighed against; see `redite.compare.by_words`.

    What words say of two holds only where the pair reader, which reads the likeliest, does not
    think that they make two claims.
    """
    every = _alike(weighed)
    decision = by_words.reprint(every, original) or denial(entry, every, denials)
    if decision is None:
        weighed = read(entry, weighed, meanings)
        decision = _by_reading(entry, weighed)
    return with_runner_up(decision, nearest_first(weighed))


def _by_reading(entry: Entry, weighed: Sequence[Weighed]) -> Decision:
    said = [w for w in weighed if w.outlook.claim >= (APART if _apart(w) else SAID_BELIEVED)]
    one_claim = [w for w in weighed if w.cosine >= FAR_CLAIM]
    return (
        by_words.same_utterance(entry, _alike(w for w in said if w.cosine >= FAR_UTTERANCE))
        or _same_utterance(said)
        or by_words.contradiction(entry, _alike(one_claim))
        or by_words.claim_on_record(
            entry, _alike(w for w in one_claim if w.outlook.claim >= _least_believed(w))
        )
        or _claim_on_record(entry, weighed)
        or _new(weighed)
    )


def least(w: Weighed) -> float:
    """Return the least probability for what was weighed to count as one claim."""
    if not w.match.one_language:
        return ACROSS
    return WITHIN if close(w.match) else ELSEWHERE


def _least_believed(w: Weighed) -> float:
    """Return the least probability of one claim where words say that it is one."""
    if w.match.same_speaker and _apart(w):
        return APART
    return BELIEVED if close(w.match) else ELSEWHERE


def _apart(w: Weighed) -> bool:
    """Say whether two stand in different articles in one language, where words are easily alike."""
    return w.match.one_language and not w.match.same_article


def _least_said(w: Weighed) -> float:
    return SAID_WITHIN if w.match.one_language else SAID_ACROSS


def _alike(weighed: Iterable[Weighed]) -> list[Match]:
    """Return the matches, strongest words first."""
    return sorted((w.match for w in weighed), key=lambda m: (-m.strength, m.earlier.number))


def _same_utterance(weighed: Sequence[Weighed]) -> Decision | None:
    own = [w for w in weighed if w.match.one_voice and w.match.gap is not None]
    found = [w for w in own if w.outlook.utterance >= _least_said(w)]
    why = "same speaker, same occasion"
    if not found:
        found, why = _heard_again(weighed), "heard again within days"
    if not found:
        return None
    found.sort(key=lambda w: (_least_said(w) - w.outlook.utterance, w.earlier.number))
    return _joined(Label.SAME_UTTERANCE, found, found[0].outlook.utterance, why)


def _heard_again(weighed: Sequence[Weighed]) -> list[Weighed]:
    """Return reports of what was said by somebody who may be the same (`Match.perhaps_one`)."""
    return [w for w in weighed if w.match.one_event and (_perhaps_heard(w) or _passed_on(w))]


def _perhaps_heard(w: Weighed) -> bool:
    sure = w.outlook.utterance >= HEARD_SAID and w.outlook.claim >= HEARD
    return sure and w.match.perhaps_one


def _passed_on(w: Weighed) -> bool:
    sure = w.outlook.utterance >= PASSED_ON_SAID and w.outlook.claim >= PASSED_ON
    return sure and w.match.called_alike and in_one_day(w.match.gap)


def _claim_on_record(entry: Entry, weighed: Sequence[Weighed]) -> Decision | None:
    by_claim: dict[str, list[Weighed]] = {}
    for w in (each for each in weighed if each.match.one_event and _enough(entry, each)):
        by_claim.setdefault(w.earlier.claim, []).append(w)
    best = min(
        by_claim.values(),
        key=lambda ws: (least(ws[0]) - _support(ws), ws[0].earlier.number),
        default=None,
    )
    if best is None or (sure := _support(best)) < least(best[0]):
        return None
    told_again = by_words.in_passing(entry, best[0].match)
    if told_again:
        return _joined(Label.SAME_UTTERANCE, best[:1], sure, told_again)
    near = [w for w in best if w.outlook.claim >= best[0].outlook.claim / 2]
    own = [w for w in near if w.match.same_speaker]
    if min(w.outlook.update for w in near) >= CHANGED:
        ranked = sorted(near, key=lambda w: -w.earlier.number)
        slots = by_words.news(entry, ranked[0].earlier)
        return _joined(Label.UPDATE, ranked, sure, "changed since", slots)
    if own:
        ranked = sorted(own, key=lambda w: -w.earlier.number)
        return _joined(Label.REPEAT, ranked, sure, "same speaker before")
    ranked = sorted(near, key=lambda w: w.earlier.number)
    return _joined(Label.ECHO, ranked, sure, "another speaker before")


def _enough(entry: Entry, w: Weighed) -> bool:
    """Say whether enough was said alike for two to make one claim: one word is a topic, and so are
    few in common where numbers differ ("2 tanks", "12 vans")."""
    told = entry.told.content, w.earlier.told.content
    if not w.match.same_speaker and min(len(each.split()) for each in told) <= 1:
        return False
    if not w.match.one_language or w.match.likeness.jaccard >= COUNTED_ALIKE:
        return True
    return all(change.slot != "number" for change in by_words.news(entry, w.earlier))


def _support(ws: Sequence[Weighed]) -> float:
    """Return how sure it is that a statement makes a claim, from its reports, likeliest first."""
    left = 1 - ws[0].outlook.claim
    for w in ws[1:3]:
        left *= 1 - SUPPORT * w.outlook.claim
    return round(1 - left, 4)


def _new(weighed: Sequence[Weighed]) -> Decision:
    near = max((w.outlook.claim - least(w) for w in weighed), default=-1.0)
    doubt = max((w.outlook.claim for w in weighed), default=0.0)
    shown = nearest(nearest_first(weighed))
    return Decision(Verdict(Label.NEW, _confidence(1 - doubt / 2), -near < NEARNESS, nearest=shown))


def _joined(
    label: Label,
    found: Sequence[Weighed],
    sure: float,
    why: str,
    slots: tuple[Change, ...] = (),
) -> Decision:
    best = found[0]
    verdict = Verdict(
        label,
        confidence=_confidence(sure),
        unsure=sure - (_least_said if label is Label.SAME_UTTERANCE else least)(best) < NEARNESS,
        against=tuple(
            Evidence(w.earlier.statement, f"{why}; {reason(w)}") for w in found[:MAX_EVIDENCE]
        ),
        changes=slots,
    )
    utterance = best.earlier.utterance if label is Label.SAME_UTTERANCE else None
    return Decision(verdict, utterance, best.earlier.claim, best.earlier.denies)


def _confidence(probability: float) -> float:
    return round(min(0.99, max(0.01, probability)), 2)
