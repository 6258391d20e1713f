"""Finding the noun phrase that names a source, without a parser.

Names are runs of capitals; phrases begin with a determiner, a title or a capital and end before a
preposition that does not link nouns. What a language calls a title, a determiner or a preposition
is in its data.
"""

from __future__ import annotations

from redite.models.rules.frames import Frame, Item
from redite.models.rules.lexicon import Lexicon

Range = tuple[int, int]
"""Items `first` to `last`, last exclusive."""

_BREAKS = frozenset(",;:—().!?…")
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
        if item.key in _BREAKS or (item.quotation is not None and not is_name(item)):
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


def subject_before(frame: Frame, first: int, at: int, lexicon: Lexicon) -> Range | None:
    """Return the noun phrase that ends before the cue at `at`, in a clause from `first`."""
    end = at
    while end > first and _between(frame.items[end - 1], lexicon):
        end -= 1
    begin = step_over(frame, first, end, lexicon)
    while begin < end and (
        lexicon.has("auxiliaries", frame.key(begin))
        or (lexicon.has("that", frame.key(begin)) and not frame.items[begin].capital)
    ):
        begin += 1
    if begin >= end:
        return None
    if lexicon.has("subjects", frame.key(end - 1)):
        return (end - 1, end)
    if lexicon.has("relatives", frame.key(begin)) and begin > 0 and frame.key(begin - 1) == ",":
        return antecedent(frame, begin - 1, lexicon)
    begin = _after_opening_phrase(frame, begin, end, lexicon)
    begin = step_over(frame, begin, end, lexicon)
    if begin >= end:
        return None
    last = _name_end(frame, begin, end, lexicon)
    if lexicon.has("prepositions", frame.key(begin)) and not any(
        is_name(frame.items[i]) for i in range(begin + 1, last)
    ):
        return None
    return trim(frame, begin, last, lexicon)


def _between(item: Item, lexicon: Lexicon) -> bool:
    """Say whether `item` may stand between a subject and its verb."""
    return item.word and any(
        lexicon.has(group, item.key) for group in ("adverbs", "auxiliaries", "negations")
    )


def _after_opening_phrase(frame: Frame, begin: int, end: int, lexicon: Lexicon) -> int:
    """Step over an opening phrase with a preposition ("В телеобращении Горан Велеш …")."""
    if not lexicon.has("prepositions", frame.key(begin)):
        return begin
    for at in range(begin + 2, end):
        item = frame.items[at]
        before = frame.items[at - 1]
        if lexicon.has("pronouns", item.key):
            return at
        if lexicon.has("titles", item.key) and not lexicon.has("determiners", before.key):
            return at
        if item.capital and not before.capital and at - begin >= 2:
            return at
    return begin


def _name_end(frame: Frame, begin: int, end: int, lexicon: Lexicon) -> int:
    """Return where the phrase from `begin` ends: after its last free name, or before what
    is no noun phrase any more."""
    if lexicon.has("pronouns", frame.key(begin)):
        return begin + 1
    last = 0
    at = begin
    while at < end:
        if is_name(frame.items[at]) and not (at > begin and lexicon.has("time", frame.key(at))):
            run = at
            while at < end and is_name(frame.items[at]):
                at += 1
            # Of "the spokeswoman in Hallen Irena Dalkova" the place is one word of the run.
            governed = (
                run > begin and at - run < 3 and lexicon.has("prepositions", frame.key(run - 1))
            )
            if not governed or run == begin:
                last = at
        else:
            at += 1
    plain = noun_phrase_end(frame, begin, end, lexicon)
    return max(last, plain) if last else plain


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
        if key in _BREAKS and not (key == "." and _inside_name(frame, at)):
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


def subject_after(frame: Frame, at: int, end: int, lexicon: Lexicon) -> Range | None:
    """Return the noun phrase after a cue that stands before its subject."""
    begin = step_over(frame, at, end, lexicon)
    if begin < end and lexicon.has("prepositions", frame.key(begin)):
        begin = _title_or_name(frame, begin, end, lexicon)
    if begin >= end or frame.key(begin) in _BREAKS:
        return None
    item = frame.items[begin]
    if lexicon.has("that", item.key):
        return None
    if item.quotation is not None and not is_name(item):
        return None
    last = noun_phrase_end(frame, begin, end, lexicon)
    if (
        lexicon.bare
        and lexicon.has("indefinite", frame.key(begin))
        and not frame.items[last - 1].capital
    ):
        # Of an unnamed source all is said at once ("a diplomat in Hallen who asked …").
        while last < end and frame.key(last) not in _BREAKS:
            last += 1
        return trim(frame, begin, last, lexicon)
    found = trim(frame, begin, last, lexicon)
    return with_apposition(frame, found, end, lexicon) if found else None


def _title_or_name(frame: Frame, begin: int, end: int, lexicon: Lexicon) -> int:
    for at in range(begin + 2, min(end, begin + 10)):
        item = frame.items[at]
        if item.key in _BREAKS:
            return end
        governed = lexicon.has("prepositions", frame.key(at - 1))
        if not governed and (lexicon.has("titles", item.key) or lexicon.has("pronouns", item.key)):
            determined = lexicon.has("determiners", frame.key(at - 1))
            if determined and at - 1 == begin + 1:
                continue
            return at - 1 if determined else at
        if item.capital and not frame.items[at - 1].capital and not governed:
            return at
    return end


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
    closed = beyond >= end or frame.key(beyond) in _BREAKS
    if names_only and not all(
        is_name(i) or lexicon.has("titles", i.key) or lexicon.has("linking", i.key)
        for i in frame.items[begin:beyond]
    ):
        return found
    return (first, beyond) if closed and beyond - begin <= 12 else found


def _has_title(frame: Frame, begin: int, end: int, lexicon: Lexicon) -> bool:
    return any(lexicon.has("titles", frame.key(at)) for at in range(begin, min(end, begin + 6)))


def antecedent(frame: Frame, comma: int, lexicon: Lexicon) -> Range | None:
    """Return the noun phrase before the comma at `comma`: what a relative pronoun stands for."""
    begin = clause_start(frame, comma, lexicon)
    start = comma
    while start > begin and is_name(frame.items[start - 1]):
        start -= 1
    if start == comma:
        start = begin
    else:
        while start > begin and (
            lexicon.has("titles", frame.key(start - 1))
            or lexicon.has("determiners", frame.key(start - 1))
        ):
            start -= 1
    return trim(frame, start, comma, lexicon)


def main_subject(frame: Frame, at: int, lexicon: Lexicon) -> Range | None:
    """Return the subject of the sentence, for a participle at `at` that shares it."""
    begin = step_over(frame, 0, at, lexicon)
    if begin >= at:
        return None
    if lexicon.has("pronouns", frame.key(begin)):
        return (begin, begin + 1)
    begin = _after_opening_phrase(frame, begin, at, lexicon)
    if lexicon.has("determiners", frame.key(begin)) and not lexicon.bare_after_comma:
        found = trim(frame, begin, noun_phrase_end(frame, begin, at, lexicon), lexicon)
        if found is not None and found[1] - found[0] > 1:
            return found
    end = begin
    alone = end + 1 < at and not is_name(frame.items[end + 1])
    if is_name(frame.items[end]) and lexicon.has("titles", frame.key(end)) and alone:
        end += 1
    while end < at and not is_name(frame.items[end]) and end - begin < 8:
        if frame.key(end) in _BREAKS and frame.key(end) != ",":
            break
        end += 1
    if end < at and is_name(frame.items[end]):
        while end < at and is_name(frame.items[end]):
            end += 1
        return trim(frame, begin, end, lexicon)
    return trim(frame, begin, noun_phrase_end(frame, begin, at, lexicon), lexicon)


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
