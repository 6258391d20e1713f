"""Cues that no list holds: beside a quotation any finite verb says that somebody spoke.

"«C», — роняет X", "“C”, spottete der Minister", "X, role, усміхається: “C”". The structure
decides, so it works without a language file too: a quotation, a comma or a dash, a lower-case
word and a subject; or a clause that ends in a verb and a colon before the quotation.
"""

from __future__ import annotations

from redite.models.rules.frames import Cue, Frame, Item
from redite.models.rules.lexicon import Entry, Lexicon
from redite.models.rules.phrases import clause_start, is_name, step_over

_SMALL = (
    "prepositions",
    "conjunctions",
    "that",
    "relatives",
    "determiners",
    "pronouns",
    "linking",
    "negations",
    "auxiliaries",
    "titles",
    "adverbs",
    "time",
    "outlets",
)
_DASHES = ("-", "–", "—")


def add_open_cues(frame: Frame, lexicon: Lexicon) -> None:
    """Add to `frame` the verbs beside its quotations that are not among its cues yet."""
    fresh: list[Cue] = []
    for at, item in enumerate(frame.items):
        if item.quotation is None or is_name(item):
            continue
        cue = _before_colon(frame, at, lexicon) or _after(frame, at, lexicon)
        if cue is not None:
            fresh.append(cue)
    if not fresh and (spoken := _in_dialogue(frame, lexicon)) is not None:
        fresh.append(spoken)
    for cue in fresh:
        if any(i in frame.cue_at for i in range(cue.first, cue.last)):
            continue
        frame.cues.append(cue)
        frame.cues.sort(key=lambda other: other.first)
        for i in range(cue.first, cue.last):
            frame.cue_at[i] = cue


def _after(frame: Frame, at: int, lexicon: Lexicon) -> Cue | None:
    """Read the verb of "“C”, V S" and of the English "“C,” S V"."""
    item = frame.items[at]
    size = len(frame.items)
    begin = at + 1
    while begin < size and frame.key(begin) in (",", "—"):
        begin += 1
    dash = frame.key(begin - 1) == "—"
    set_off = begin > at + 1 or (at == 0 and item.words >= 3)
    if not set_off or begin >= size or (item.words < 3 and not (dash or item.closed)):
        return None
    if lexicon.bare and (trailing := _after_subject(frame, begin, lexicon)) is not None:
        return trailing
    cue = _verb_and_subject(frame, begin, lexicon, "direct")
    if cue is not None and lexicon.quotations_only and not dash and not _short(frame, cue.last):
        return None
    return cue


def _short(frame: Frame, at: int) -> bool:
    """Say whether an article, a pronoun or a name begins at item `at`, by its look."""
    item = frame.items[at] if at < len(frame.items) else None
    return item is not None and (item.capital or len(item.key) <= 3)


def _verb_and_subject(frame: Frame, begin: int, lexicon: Lexicon, kind: str) -> Cue | None:
    size = len(frame.items)
    at = step_over(frame, begin, size, lexicon)
    while at < size and lexicon.has("auxiliaries", frame.key(at)) and not frame.items[at].capital:
        at += 1
    inverted = at > begin and lexicon.has("subjects", frame.key(at))
    if inverted:
        at += 1
    first = at
    if lexicon.has("negations", frame.key(at)) or lexicon.has("reflexives", frame.key(at)):
        at += 1
    if any(i in frame.cue_at for i in range(begin, min(size, at + 1))):
        return None
    if not _is_verb(frame, at, lexicon) or (not inverted and not _subject(frame, at + 1, lexicon)):
        return None
    return _cue(frame, first, at + 1, kind)


def _after_subject(frame: Frame, begin: int, lexicon: Lexicon) -> Cue | None:
    item = frame.items[begin]
    if not (
        (item.word and item.capital)
        or lexicon.has("determiners", item.key)
        or lexicon.has("pronouns", item.key)
    ):
        return None
    for at in range(begin + 1, min(len(frame.items), begin + 9)):
        if at in frame.cue_at or not frame.items[at].word:
            return None
        if _is_verb(frame, at, lexicon):
            after = frame.items[at + 1] if at + 1 < len(frame.items) else None
            closes = after is None or not after.word or _is_small(after, lexicon)
            return _cue(frame, at, at + 1, "direct") if closes else None
    return None


def _before_colon(frame: Frame, at: int, lexicon: Lexicon) -> Cue | None:
    """Read the verb of "S V …: “C”"."""
    colon = at - 1
    if colon < 2 or frame.key(colon) != ":" or frame.items[at].words < 2:
        return None
    begin = clause_start(frame, colon, lexicon)
    if begin >= colon or any(i in frame.cue_at for i in range(begin, colon)):
        return None
    last = colon - 1
    while last > begin and (
        lexicon.has("adverbs", frame.key(last)) or lexicon.has("time", frame.key(last))
    ):
        last -= 1
    if _is_verb(frame, last, lexicon) and not _is_noun(frame, last, lexicon):
        verb = last
    elif lexicon.finite:
        verbs = (
            i
            for i in range(begin + 1, last)
            if _is_verb(frame, i, lexicon) and not _is_noun(frame, i, lexicon)
        )
        verb = next(verbs, -1)
    else:
        return None
    if verb < 0 or not _named(frame.items[max(0, begin - 12) : colon], lexicon):
        return None
    first = verb
    if lexicon.has("reflexives", frame.key(first - 1)) or lexicon.has(
        "negations", frame.key(first - 1)
    ):
        first -= 1
    return _cue(frame, first, verb + 1, "direct") if first > 0 else None


def _in_dialogue(frame: Frame, lexicon: Lexicon) -> Cue | None:
    """Read the verb of a line of dialogue "— C, — V S" that has a dash for its marks."""
    opens = frame.bullet in _DASHES if frame.bullet else frame.key(0) == "—"
    if not opens or frame.depth:
        return None
    for at in range(2, len(frame.items) - 1):
        if frame.key(at) != "—" or frame.items[at].end - frame.items[at].start > 1:
            continue
        cue = _verb_and_subject(frame, at + 1, lexicon, "say")
        if cue is not None:
            return cue
    return None


def _cue(frame: Frame, first: int, last: int, kind: str) -> Cue:
    keys = tuple(item.key for item in frame.items[first:last])
    return Cue(first, last, Entry(keys, frozenset({kind, "open"})))


def _is_small(item: Item, lexicon: Lexicon) -> bool:
    return any(lexicon.has(group, item.key) for group in _SMALL)


def _is_verb(frame: Frame, at: int, lexicon: Lexicon) -> bool:
    """Say whether item `at` may be a finite verb, by its form."""
    if at >= len(frame.items):
        return False
    item = frame.items[at]
    plain = item.word and not item.capital and len(item.key) > 2 and item.key.isalpha()
    if not plain and not (item.word and "-" in item.key and not item.capital):
        return False
    if _is_small(item, lexicon):
        return False
    return not lexicon.finite or item.key.endswith(lexicon.finite)


def _is_noun(frame: Frame, at: int, lexicon: Lexicon) -> bool:
    """Say whether the word before item `at` makes it a noun ("le panneau de la gare : …")."""
    before = frame.key(at - 1)
    return lexicon.has("determiners", before) or lexicon.has("linking", before)


def _subject(frame: Frame, at: int, lexicon: Lexicon) -> bool:
    """Say whether a subject may begin at item `at`, after adverbs and times."""
    at = step_over(frame, at, len(frame.items), lexicon)
    if at >= len(frame.items):
        return False
    item = frame.items[at]
    if not item.word:
        return is_name(item)
    if item.capital or any(lexicon.has(g, item.key) for g in ("titles", "determiners", "pronouns")):
        return True
    articles = lexicon.bare or lexicon.auxiliary_in_cue or lexicon.bare_after_comma
    if lexicon.has("prepositions", item.key):
        # Where it was said may stand before who did ("роняет в микрофон зампред").
        return not articles and at + 2 < len(frame.items) and frame.items[at + 2].word
    return not articles and not lexicon.has("that", item.key)


def _named(items: list[Item], lexicon: Lexicon) -> bool:
    return any(
        is_name(item)
        or lexicon.has("titles", item.key)
        or lexicon.has("subjects", item.key)
        or lexicon.has("determiners", item.key)
        for item in items
    )
