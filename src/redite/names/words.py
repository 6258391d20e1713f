"""How alike two words of names are, and in what way."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from redite.names.chunks import chunk_likeness, cyrillic, latin
from redite.names.letters import evidence, likeness
from redite.names.lore import lore
from redite.names.reading import Kind, Word
from redite.names.sounds import consonants

ALIKE = 0.6
"""Likeness from which two words count as one."""
CLOSE = 0.4
"""Likeness from which two words are too close to be called different."""
RARE, COMMON = 7.0, 3.8
"""Most evidence that a shared word can give, and one that many bear: logs of how rare it is."""
INITIAL = 1.5
_SHORTEST_STEM = 3
_HOPELESS = -0.2
"""Likeness by sounds below which no habit of writing makes two words one."""
_INITIAL_AGREES, _OTHER_INITIAL = -0.2, 0.7
"""Cost from which two sounds can begin one name (about as often as by chance), and the share of
likeness that is left where they cannot."""
_CONSONANTS_AGREE, _OTHER_CONSONANT = 0.66, 0.88
"""Likeness of consonants from which they agree, and what is left where they do not: Medvedin and
Medvedkin are two names, however long."""

# Case endings of Russian and Ukrainian as `sounds` spells them, with what translators leave of
# them in Latin letters; and endings by which Latin, Lithuanian and Latvian make a name their own.
_CASE_ENDINGS = frozenset(
    "a u om em im i e o ia iu iom oi ei oiu eiu ogo oho omu ovi evi imi ii iogo".split()
)
_FOREIGN_ENDINGS = frozenset("us ius as is s os es ems".split())
_VOWELS = ("", "a", "o", "e", "i")


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two words are, from 0 to 1, and in what way."""

    value: float
    how: str
    woman: bool = False
    """Whether they differ as a man's name in the genitive from his, or a woman's from a man's."""

    @property
    def same(self) -> bool:
        """Say whether the two count as one word."""
        return self.value >= ALIKE


_DIFFERENT = Likeness(0.0, "different")


@lru_cache(maxsize=1 << 17)
def words_alike(a: Word, b: Word) -> Likeness:
    """Say how alike two words are; less than `ALIKE` where they are two names."""
    if a.plain == b.plain:
        return Likeness(1.0, "same")
    if Kind.INITIAL in (a.kind, b.kind):
        return _initials(a, b)
    if not a.sounds or not b.sounds:
        return _DIFFERENT
    known = lore()
    if disjoint(known.spelled.get(a.plain), known.spelled.get(b.plain)):
        return _DIFFERENT
    if a.sounds == b.sounds:
        return Likeness(0.98, "same sounding")
    mine, yours = known.groups.get(a.sounds), known.groups.get(b.sounds)
    if disjoint(mine, yours):
        return _DIFFERENT
    if mine and yours:
        return Likeness(0.94, f"forms of {known.heads[min(mine & yours)]}")
    if a.bare or b.bare:
        near = _by_consonants(a.sounds, b.sounds) * 0.9
        return Likeness(near, "same consonants" if near >= ALIKE else "different")
    ending = _but_for_the_ending(a.sounds, b.sounds)
    if ending is not None:
        return ending
    mine, yours = groups_of(a.sounds), groups_of(b.sounds)
    if disjoint(mine, yours):
        return _DIFFERENT
    if mine and yours:
        woman = a.sounds[-1] in "ae" or b.sounds[-1] in "ae"
        return Likeness(0.9, f"forms of {known.heads[min(mine & yours)]}", woman)
    near = likeness(a.sounds, b.sounds)
    first, second = a.sounds[0], b.sounds[0]
    if not {first, second} <= set("aeiou") and evidence(first, second) < _INITIAL_AGREES:
        near *= _OTHER_INITIAL
    if near < 0.9 and _by_consonants(a.sounds, b.sounds) < _CONSONANTS_AGREE:
        near *= _OTHER_CONSONANT
    if near < 0.9 and a.script != b.script and a.script and b.script:
        near = max(near, _across(a, b, near))
    if CLOSE / 2 < near < ALIKE:
        near = max(near, 0.93 * _without_endings(a.sounds, b.sounds))
    if near < ALIKE and _transposed(a.plain, b.plain):
        return Likeness(0.8, "two letters changed about")
    if near < ALIKE and (a.led or b.led):
        led = max(likeness(a.led or a.sounds, b.sounds), likeness(a.sounds, b.led or b.sounds))
        if led >= 0.8:
            return Likeness(led * 0.95, "the same with and without a small word")
    near = max(0.0, near) * 0.97
    return Likeness(near, "closely spelled" if near >= ALIKE else "different")


def disjoint(a: frozenset[int] | None, b: frozenset[int] | None) -> bool:
    """Say whether two words are given names, and not one in other forms."""
    return bool(a and b and not a & b)


@lru_cache(maxsize=1 << 16)
def groups_of(sounded: str) -> frozenset[int]:
    """Return the groups of given names that a spelled word belongs to, in any case or ending."""
    known = lore().groups
    if sounded in known:
        return known[sounded]
    for length in (1, 2, 3):
        stem, ending = sounded[:-length], sounded[-length:]
        if len(stem) > 3 and stem in known and ending in _CASE_ENDINGS | _FOREIGN_ENDINGS:
            return known[stem]
    return frozenset()


def strength(a: Word, b: Word, alike: Likeness) -> float:
    """Return the evidence of a pair of words that agree, in units of log-odds."""
    if Kind.INITIAL in (a.kind, b.kind):
        return INITIAL
    common = any(groups_of(w.sounds) or w.sounds in lore().often for w in (a, b))
    cap = COMMON if common or Kind.PATRONYMIC in (a.kind, b.kind) else RARE
    return min(cap, 1.6 * min(len(a.sounds), len(b.sounds))) * max(0.0, 1.5 * alike.value - 0.5)


def joined(x: Word, y: Word, other: Word) -> float:
    """Return how alike two words written as one are to another: 0 where they cannot be."""
    whole = x.sounds + (y.led or y.sounds)
    if Kind.INITIAL in (x.kind, y.kind, other.kind) or len(whole) < 4:
        return 0.0
    if abs(len(other.sounds) - len(whole)) > 3:
        return 0.0
    return likeness(whole, other.sounds)


def _initials(a: Word, b: Word) -> Likeness:
    first, second = a.sounds[:1], b.sounds[:1]
    if first and second and (first == second or evidence(first, second) > 0.5):
        return Likeness(0.7, "same initial")
    return _DIFFERENT


def _by_consonants(a: str, b: str) -> float:
    left, right = consonants(a), consonants(b)
    if min(len(left), len(right)) < 2:
        return 0.75 if left == right and max(len(a), len(b)) > 2 else 0.0
    # "w" is a consonant to the one and a vowel to the other.
    weak = likeness(left.replace("v", ""), right.replace("v", ""))
    return max(0.0, likeness(left, right), weak)


def _across(a: Word, b: Word, near: float) -> float:
    """Return how alike a Latin and a Cyrillic word are by the ways of writing names.

    Vowels of English and French are no guide; where all consonants agree, less will do.
    """
    agree = _by_consonants(a.sounds, b.sounds)
    if near < _HOPELESS and agree < _HOPELESS:
        return 0.0
    first, second = (a, b) if a.script == "latin" else (b, a)
    spelled, spoken = latin(first.plain), cyrillic(second.plain)
    found = chunk_likeness(spelled, spoken)
    heard = spelled.rstrip("tdspxz")  # French ends in letters that nobody speaks: Fouchet, Фуше
    if heard != spelled and len(heard) > 2:
        found = max(found, 0.95 * chunk_likeness(heard, spoken))
    if max(found, near) >= 0.35 and agree >= 0.8:
        return min(0.95, max(found + 0.15, 0.75))
    return found * 0.93


def _but_for_the_ending(a: str, b: str) -> Likeness | None:
    """Return the likeness of two spelled words that only an ending tells apart, else None."""
    at = 0
    while at < min(len(a), len(b)) and a[at] == b[at]:
        at += 1
    endings = {a[at:], b[at:]}
    if at < _SHORTEST_STEM:
        return None
    if endings <= _CASE_ENDINGS | {""}:
        woman = "" in endings and not endings.isdisjoint(("a", "ia", "e", "ina"))
        return Likeness(0.9, "same but for a case ending", woman)
    # A foreign ending stands in place of a vowel or behind the whole.
    if not endings.isdisjoint(_FOREIGN_ENDINGS) and endings <= _FOREIGN_ENDINGS | set(_VOWELS):
        return Likeness(0.88, "same but for a foreign ending")
    if endings in ({"", "ova"}, {"i", "aia"}, {"ii", "aia"}):
        return Likeness(0.88, "same but for a woman's ending")
    return None


def _without_endings(a: str, b: str) -> float:
    """Return how alike two spelled words are where one of them is put in its first case."""
    best = 0.0
    for declined, other in ((a, b), (b, a)):
        for length in (1, 2):
            stem = declined[:-length]
            if len(stem) > _SHORTEST_STEM and declined[-length:] in _CASE_ENDINGS:
                best = max(best, likeness(stem, other))
    return best


def _transposed(a: str, b: str) -> bool:
    """Say whether two neighbouring letters of a word of six and more are changed about."""
    if len(a) != len(b) or len(a) < 6:
        return False
    differ = [at for at, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    return (
        len(differ) == 2
        and differ[1] == differ[0] + 1
        and a[differ[0]] == b[differ[1]]
        and a[differ[1]] == b[differ[0]]
    )
