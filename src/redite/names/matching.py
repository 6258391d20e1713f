"""Whether two printed names are one person's, with a score and the reason in words.

The words of the names are paired; each pair that agrees speaks for one person by as much as its
word is rare, words that are left over on both sides speak against. The sum is turned into a score
from 0 to 1 (Fellegi and Sunter, A theory for record linkage, 1969). How the weights and the
threshold were set: docs/decisions/0010-names.md.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from redite.names.pairing import Pair, paired
from redite.names.reading import Kind, Reading, Word, read
from redite.names.words import CLOSE, words_alike

SAME = 0.7
"""Score from which two names are taken for one person's."""
FITS = 0.55
"""Score from which a surname, alone or with an initial, fits the whole name."""
UNSURE = (0.35, 0.9)
"""Scores between which a person should look."""
BIAS = -7.0
"""Log-odds that two names picked at random from people with a word in common are one person's."""
WHOLE, ENDS = 2.5, 2.0
"""For all words of both names paired, and for first and last words paired."""
OTHER_NAME, OTHER_MIDDLE, CLOSE_NAME = -9.0, -8.0, -5.5
OTHER_GENERATION, ONE_GENERATION = -9.0, -2.0
EXTRA = {"middle": -0.3, "first": -1.5, "last": -2.5, "hyphen": -1.0}
INITIAL_MISSING = -6.5
"""For an initial that one leaves out though it has others: George H. W. and George W."""
TURNED = -0.5
PART, OFF = 0.65, 0.3
"""Most that a surname, and another part of a name, can score against the whole."""


@dataclass(frozen=True, slots=True)
class NameMatch:
    """How sure it is that two names are one person's, from 0 to 1, and why, in words."""

    score: float
    reason: str
    part: bool = False
    """Whether one fits as a part of the other: a surname alone, or one with an initial."""
    flagged: bool = False
    """Whether letters of two scripts that look alike stand in one word."""
    apart: bool = False
    """Whether something says that they are two people: other names, and not by a close spelling."""

    @property
    def same(self) -> bool:
        """Say whether the score suffices to treat both as one."""
        return self.score >= SAME

    @property
    def fits(self) -> bool:
        """Say whether they are one person's, if nobody else on record bears such a name."""
        return self.same or (self.part and self.score >= FITS)

    @property
    def unsure(self) -> bool:
        """Say whether a person should look."""
        return self.flagged or UNSURE[0] <= self.score < UNSURE[1]


def same_name(a: str, b: str) -> NameMatch:
    """Say how sure it is that two names belong to one person.

    A part of a name is never enough against a full name: `part` then says that it fits, and
    whoever asks must know that no other bearer is on record.

    >>> same_name("Goran Velesh", "Горан Велеш").same
    True
    >>> same_name("Goran Velesh", "Irena Velesh").same
    False
    """
    left, right = read(a), read(b)
    if a.casefold().split() == b.casefold().split():
        return _flagged(NameMatch(1.0, "same name" if left.words else "same signs"), left, right)
    if not left.words or not right.words:
        return NameMatch(0.0, "no name to compare")
    return compared(left, right) if a <= b else compared(right, left)


def compared(left: Reading, right: Reading) -> NameMatch:
    """Say how sure it is that two readings are one person's."""
    return _flagged(_judged(left, right, paired(left.words, right.words)), left, right)


def _flagged(found: NameMatch, left: Reading, right: Reading) -> NameMatch:
    if not (left.mixed or right.mixed):
        return found
    note = "letters of two scripts that look alike stand in one word"
    return replace(found, reason=f"{found.reason}; {note}", flagged=True)


def _judged(left: Reading, right: Reading, pairs: Sequence[Pair]) -> NameMatch:
    spare_left = _spare(left.words, {i for pair in pairs for i in pair.left})
    spare_right = _spare(right.words, {j for pair in pairs for j in pair.right})
    if not pairs:
        return NameMatch(0.0, "no word in common", apart=True)
    total = BIAS + sum(pair.weight for pair in pairs)
    reasons = [_pair_reason(pair, left, right) for pair in pairs]
    against = _conflict(left, right, spare_left, spare_right)
    apart = any(weight != CLOSE_NAME for weight, _ in against)
    if left.generation != right.generation:
        both = bool(left.generation and right.generation)
        apart = apart or both
        total += OTHER_GENERATION if both else ONE_GENERATION
        reasons.append("father and son" if both else "one marked as the elder or the younger")
    if against:
        total += sum(weight for weight, _ in against)
        reasons += [why for _, why in against]
    elif spare_left or spare_right:
        extra, words = (left, spare_left) if spare_left else (right, spare_right)
        places = [_place(extra, at) for at in words]
        total += sum(EXTRA[place] for place in places)
        if _initial_missing(left, right, [extra.words[at] for at in words]):
            total += INITIAL_MISSING
        if set(places) <= {"middle", "hyphen"}:
            total += ENDS
        reasons.append("one without " + " ".join(extra.words[at].plain for at in words))
    else:
        total += WHOLE
    if _woman_and_man(left, right, pairs):
        total += OTHER_NAME
        apart = True
        reasons.append("a man's given name and a woman's")
    if _turned(left, right, pairs):
        total += TURNED
        reasons.append("in the other order")
    score = round(1 / (1 + math.exp(-max(-30.0, min(30.0, total)))), 3)
    reason = "; ".join(reasons)
    if not against and _short(left, right, pairs):
        fits = _is_part(left, right, pairs)
        surname = max(p.alike.value for p in pairs)
        if fits and not (left.full and right.full) and "one without" in reasons[-1]:
            reasons[-1] = "without a given name"
        return NameMatch(round((PART if fits else OFF) * surname, 3), "; ".join(reasons), fits)
    if len(left.words) == len(right.words) == 1:
        return NameMatch(round(pairs[0].alike.value, 3), reason)
    return NameMatch(score, reason, apart=apart)


def _spare(words: Sequence[Word], used: set[int]) -> list[int]:
    return [at for at in range(len(words)) if at not in used]


def _conflict(
    left: Reading, right: Reading, spare_left: Sequence[int], spare_right: Sequence[int]
) -> list[tuple[float, str]]:
    """Return what speaks against: words left over on both sides, each with its weight and why."""
    out = []
    for i, j in zip(spare_left, spare_right, strict=False):
        x, y = left.words[i], right.words[j]
        near = words_alike(x, y).value
        middle = "middle" in (_place(left, i), _place(right, j))
        if Kind.INITIAL in (x.kind, y.kind):
            weight, what = OTHER_MIDDLE, "initials"
        elif near >= CLOSE:
            weight, what = CLOSE_NAME, "names, though close,"
        else:
            weight, what = (OTHER_MIDDLE if middle else OTHER_NAME), "names"
        out.append((weight, f"different {what} ({x.plain}, {y.plain})"))
    return out


def _place(reading: Reading, at: int) -> str:
    """Say where a word stands in a name: first, middle, last, or behind a hyphen."""
    word = reading.words[at]
    if word.kind in (Kind.PATRONYMIC, Kind.INITIAL):
        return "middle"
    following = reading.words[at + 1 : at + 2]
    if word.hyphen or (following and following[0].hyphen):
        return "hyphen"
    surname, given = reading.surname_at, reading.given_at
    return "last" if at == surname else "first" if at == given else "middle"


def _turned(left: Reading, right: Reading, pairs: Sequence[Pair]) -> bool:
    """Say whether the names stand in another order, and no mark says that they should."""
    if left.surname_first or right.surname_first or len(pairs) < 2:
        return False
    order = sorted(pairs, key=lambda pair: pair.left)
    return any(a.right > b.right for a, b in pairwise(order))


def _initial_missing(left: Reading, right: Reading, extra: Sequence[Word]) -> bool:
    both = all(any(w.kind is Kind.INITIAL for w in reading.words) for reading in (left, right))
    return both and any(word.kind is Kind.INITIAL for word in extra)


def _woman_and_man(left: Reading, right: Reading, pairs: Sequence[Pair]) -> bool:
    """Say whether the given names differ as Daniel and Daniela do.

    In Russian that is his genitive, too; but then a surname that ends in a consonant is declined
    with it: Горана Велеша.
    """
    for pair in pairs:
        surname = left.surname_at in pair.left and right.surname_at in pair.right
        if surname or not pair.alike.woman:
            continue
        others = [p for p in pairs if p is not pair]
        if not others or any(
            p.alike.how in ("same", "same sounding")
            and left.words[p.left[-1]].sounds[-1:] not in tuple("aeiou")
            for p in others
        ):
            return True
    return False


def _short(left: Reading, right: Reading, pairs: Sequence[Pair]) -> bool:
    """Say whether one name is one word, or one with an initial, and the other says more."""
    used_left = {i for pair in pairs for i in pair.left}
    used_right = {j for pair in pairs for j in pair.right}
    if len(used_left) < len(left.words) and not right.full:
        return True
    if len(used_right) < len(right.words) and not left.full:
        return True
    return len(pairs) == 2 and sum(p.alike.how == "same initial" for p in pairs) == 1


def _is_part(left: Reading, right: Reading, pairs: Sequence[Pair]) -> bool:
    """Say whether one name is the surname of the other, alone or with one initial."""
    surnames = any(
        (not left.full or not left.surname_places.isdisjoint(p.left))
        and (not right.full or not right.surname_places.isdisjoint(p.right))
        for p in pairs
        if p.alike.how != "same initial"
    )
    return surnames and not _his_and_hers(left, right)


def _his_and_hers(a: Reading, b: Reading) -> bool:
    """Say whether two surnames differ as a man's and a woman's do (Dalkov, Dalkova)."""
    if a.surname is None or b.surname is None:
        return False
    short, long = sorted((a.surname.sounds, b.surname.sounds), key=len)
    return long == short + "a" and short.endswith(("ov", "ev", "in"))


def _pair_reason(pair: Pair, left: Reading, right: Reading) -> str:
    surname = left.surname_at in pair.left and right.surname_at in pair.right
    given = left.given_at in pair.left and right.given_at in pair.right
    what = "surname" if surname else "given name" if given else "name"
    how = pair.alike.how
    if how == "same initial":
        return how
    if how.startswith("same but") or how.startswith("the same"):
        return f"{what} {how}"
    if how.startswith("forms"):
        return f"{what}s are {how}"
    if how.startswith("two letters"):
        return f"{what} with {how}"
    if left.words[pair.left[0]].script == right.words[pair.right[0]].script:
        return f"{how} {what}"
    return f"{how.removesuffix(' sounding')} {what} after transliteration"
