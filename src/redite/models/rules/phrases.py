"""Where phrases and clauses begin and end, without a parser.

Names are runs of capitals; phrases begin with a determiner, a title or a capital and end before a
preposition that does not link nouns. What a language calls a title, a determiner or a preposition
is in its data.
"""

from __future__ import annotations

from redite.models.rules.frames import Frame, Item
from redite.models.rules.lexicon import Lexicon

Range = tuple[int, int]
"""Items `first` to `last`, last exclusive."""

BREAKS = frozenset(",;:—().!?…")
_REACH = 40
_NO_BORDER = ("nouns", "headings", "anaphora", "citing", "quote", "according")


def is_name(item: Item) -> bool:
    """Say whether `item` looks like a word of a name: a capital, or a short quoted name."""
    if item.quotation is not None:
        return item.capital and not item.spoken
    return item.word and item.capital


def is_mood(frame: Frame, at: int, lexicon: Lexicon) -> bool:
    """Say whether item `at` shows reported speech by its mood: a listed form, or in German a verb
    in -e before a determiner ("schulde der Konzern")."""
    item = frame.items[at]
    if lexicon.has("mood", item.key):
        return True
    if not lexicon.bare_after_comma or item.capital or not item.key.endswith(lexicon.mood_endings):
        return False
    if (
        item.key.endswith(lexicon.no_mood_endings)
        or lexicon.has("no_mood", item.key)
        or len(item.key) < 5
    ):
        return False
    small = ("determiners", "prepositions", "adverbs", "negations", "pronouns", "conjunctions")
    if any(lexicon.has(group, item.key) for group in small):
        return False
    before, after = frame.key(at - 1), frame.key(at + 1)
    free = not (lexicon.has("determiners", before) or lexicon.has("prepositions", before))
    return free and at > 0 and lexicon.has("determiners", after)


def clause_start(frame: Frame, at: int, lexicon: Lexicon) -> int:
    """Return the first item of the clause that item `at` stands in, by the marks before it."""
    begin = at
    while begin > 0 and at - begin < _REACH:
        item = frame.items[begin - 1]
        if item.key == ")" and (opening := _opening(frame, begin - 1)):
            begin = opening
            continue
        if (
            item.key == "."
            and item.end < frame.items[begin].start + 2
            and _inside_name(frame, begin - 1)
        ):
            begin -= 1
            continue
        if item.key in BREAKS or (item.quotation is not None and not is_name(item)):
            break
        if item.quotation is not None and item.words > 3:
            break
        cue = frame.cue_at.get(begin - 1)
        if cue is not None and not cue.may_be(*_NO_BORDER):
            break
        if lexicon.has("conjunctions", item.key) and not lexicon.coordinates(item.key):
            break
        begin -= 1
    return begin


def after_colon(frame: Frame, at: int) -> int:
    """Return the item after the last colon before `at`, 0 where there is none."""
    while at > 0 and frame.key(at - 1) != ":":
        at -= 1
    return at


def _opening(frame: Frame, closing: int) -> int:
    """Return the bracket that a short aside began with, 0 for none."""
    for at in range(closing - 1, max(0, closing - 12), -1):
        if frame.key(at) == "(":
            return at
    return 0


def step_over(frame: Frame, at: int, end: int, lexicon: Lexicon) -> int:
    """Return the index after adverbs and time phrases that begin at `at`."""
    while at < end:
        key = frame.key(at)
        if frame.items[at].quotation is not None:
            break
        if lexicon.has("adverbs", key) and not _name_begins(frame, at):
            at += 1
        elif (beyond := time_phrase(frame, at, end, lexicon)) > at:
            at = beyond
        else:
            break
    return at


def _name_begins(frame: Frame, at: int) -> bool:
    item = frame.items[at]
    return item.capital and at > 0 and at + 1 < len(frame.items) and frame.items[at + 1].capital


def time_phrase(frame: Frame, at: int, end: int, lexicon: Lexicon) -> int:
    """Return the index after the time phrase at `at` ("on Monday", "am 3. April"), else `at`."""
    probe = at
    if lexicon.has("prepositions", frame.key(probe)) or lexicon.has("linking", frame.key(probe)):
        probe += 1
    heads = 0
    while probe < end and probe - at < 8:
        key = frame.key(probe)
        if lexicon.has("time", key):
            heads = probe + 1
        elif not (key[:1].isdigit() or lexicon.has("determiners", key) or key == "."):
            break
        elif key[:1].isdigit() and heads:
            heads = probe + 1
        probe += 1
    return heads or at


def noun_phrase_end(frame: Frame, begin: int, end: int, lexicon: Lexicon) -> int:
    """Return the index after the noun phrase that begins at `begin`."""
    at = begin
    noun_seen = False
    while at < end and at - begin < 25:
        item = frame.items[at]
        key = item.key
        if key == "/" and at > begin:
            at += 1
            continue
        if key == "(" and at + 2 < end and frame.key(at + 2) == ")":
            at += 3
            continue
        if key in BREAKS and not (key == "." and _inside_name(frame, at)):
            break
        if (
            at in frame.cue_at
            and at > begin
            and not frame.cue_at[at].may_be("nouns", "headings")
            and not lexicon.has("linking", key)
        ):
            break
        if at > begin and not item.capital:
            if lexicon.has("relatives", key) and not lexicon.has("determiners", key):
                break
            if lexicon.has("prepositions", key) and not lexicon.has("linking", key):
                break
            if lexicon.has("conjunctions", key) and not _joins(frame, at, end, lexicon):
                break
            if time_phrase(frame, at, end, lexicon) > at and not item.capital:
                break
            if lexicon.has("pronouns", key) and not lexicon.has("determiners", key) and noun_seen:
                break
            if lexicon.has("auxiliaries", key) or lexicon.has("negations", key):
                break
            if lexicon.bare_after_comma and noun_seen and lexicon.has("object_starts", key):
                break
        if at > begin and item.capital and lexicon.has("time", key):
            break
        if item.quotation is not None and not is_name(item):
            break
        noun_seen = noun_seen or item.capital or lexicon.has("titles", key)
        at += 1
        if at - 1 == begin and lexicon.has("pronouns", key):
            break
    return at


def _inside_name(frame: Frame, at: int) -> bool:
    """Say whether the full stop at `at` belongs to an abbreviation ("Lt. Gen.")."""
    before = frame.items[at - 1] if at else None
    after = frame.items[at + 1] if at + 1 < len(frame.items) else None
    return bool(before and after and before.word and after.word)


def _joins(frame: Frame, at: int, end: int, lexicon: Lexicon) -> bool:
    """Say whether the "and" at `at` joins two nouns of one source."""
    if not lexicon.coordinates(frame.key(at)) or at + 1 >= end:
        return False
    after = frame.items[at + 1]
    return (
        after.capital or lexicon.has("titles", after.key) or lexicon.has("determiners", after.key)
    )


def with_apposition(
    frame: Frame, found: Range, end: int, lexicon: Lexicon, *, names_only: bool = False
) -> Range:
    """Return `found` with a name or a description set off by a comma after it.

    `names_only` where a clause may begin after the comma as well ("According to X, Y …").
    """
    first, last = found
    if frame.key(last) != "," or last + 1 >= end or lexicon.has("pronouns", frame.key(first)):
        return found
    begin = last + 1
    item = frame.items[begin]
    if begin in frame.cue_at or not item.word:
        return found
    if not (
        item.capital
        or lexicon.has("titles", item.key)
        or (lexicon.has("determiners", item.key) and _has_title(frame, begin, end, lexicon))
    ):
        return found
    beyond = noun_phrase_end(frame, begin, end, lexicon)
    while beyond < end and beyond - begin < 14 and lexicon.has("prepositions", frame.key(beyond)):
        if time_phrase(frame, beyond, end, lexicon) > beyond:
            break
        further = noun_phrase_end(frame, beyond + 1, end, lexicon)
        if further <= beyond + 1:
            break
        beyond = further
    closed = beyond >= end or frame.key(beyond) in BREAKS
    if names_only and not all(
        is_name(i) or lexicon.has("titles", i.key) or lexicon.has("linking", i.key)
        for i in frame.items[begin:beyond]
    ):
        return found
    return (first, beyond) if closed and beyond - begin <= 12 else found


def _has_title(frame: Frame, begin: int, end: int, lexicon: Lexicon) -> bool:
    return any(lexicon.has("titles", frame.key(at)) for at in range(begin, min(end, begin + 6)))


def insertion_before(frame: Frame, at: int, lexicon: Lexicon) -> tuple[int, bool] | None:
    """Look for an insertion between commas that ends before `at` ("X, spokesman for Y, said").

    Returns the index of its first comma and whether it describes the noun before it.
    """
    if at < 2 or frame.key(at - 1) not in (",", "—", ")"):
        return None
    close = frame.key(at - 1)
    opener = "(" if close == ")" else close
    for begin in range(at - 2, max(-1, at - 30), -1):
        key = frame.key(begin)
        if key in ".!?;:":
            return None
        if key == opener:
            first = frame.items[begin + 1]
            if begin == 0:
                return None
            inside = any(i in frame.cue_at for i in range(begin + 1, at - 1))
            nominal = (
                not inside
                and not lexicon.has("relatives", first.key)
                and not first.key.endswith(lexicon.participles)
                and not lexicon.has("prepositions", first.key)
                and at - begin <= 16
            )
            return begin, nominal
    return None


def trim(frame: Frame, first: int, last: int, lexicon: Lexicon) -> Range | None:
    """Return the range without marks and stray adverbs at its edges, or None if none is left."""
    while first < last and not (frame.items[first].word or is_name(frame.items[first])):
        first += 1
    while last > first:
        item = frame.items[last - 1]
        stray = not item.capital and any(
            lexicon.has(group, item.key) for group in ("adverbs", "prepositions", "conjunctions")
        )
        if (item.word or is_name(item) or item.key == ")") and not stray:
            break
        last -= 1
    return (first, last) if first < last and last - first <= 40 else None
