"""What translations have damaged: words, names, and meanings turned round.

1. Each text is looked at alone (`redite.text.damage`), and its names are held against those that
   other texts print. With a sign it is suspected of being translated by a machine.
2. A statement is held against other reports of the same saying, or of the same speaker's claim,
   nearest in time first. In a suspected text it is flagged where most of them put the
   likelihood on the other side, or deny what it affirms, or give another number or day; and
   where it has lost the word that its degree belongs to. In any other text only what two other
   reports of the very same saying contradict is flagged, or what its source contradicted both
   before and after: people correct themselves, and a changed estimate is news and no damage.

A pure function of what is on record: nothing is stored, and a late report corrects the flags.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from redite.compare.likeness import compare
from redite.compare.slots import changes
from redite.compare.words import Words, read_words
from redite.lang.comparison import comparison, known, lexicon
from redite.reports import outlet
from redite.text.damage import ENOUGH, SUSPECT, Signs, signs
from redite.text.likelihood import doubly_denied, find_estimates
from redite.text.numbers import find_numbers
from redite.text.stray_names import bare, sounded, strays_from
from redite.values import Article, Damage, DamageKind, Estimate, Record, Span, SpeakerKind

NEAR = timedelta(days=30)
"""Apart from which two sayings are of different times."""
ALIKE = 0.4
"""Least containment of two statements by one speaker that may report one claim."""
SURE = 0.6
"""The same, of two estimates of one thing that are held against each other in any text."""
SHARED = 1.4
"""Least weight that two estimates share besides their words of likelihood: one word is a topic."""
EQUAL = 0.5
"""Least overlap of two that are held against each other for a "not"."""
TOLD = 2
"""Other texts in which a name, a number or a day stands before a text is measured by it."""
MOST = 5
"""Other reports that are asked, the nearest ones."""
LISTED = 200
"""Statements of one speaker looked at, the nearest ones."""


def flags(records: Iterable[Record]) -> dict[str, tuple[Damage, ...]]:
    """Return what is damaged in the articles of `records`, by article key, in text order.

    An article without damage has no entry. Words under a flag must never be quoted without it.
    """
    reported = list(records)
    articles = {record.article.key: record.article for record in reported}
    return find(list(articles.values()), reported)


def find(articles: Sequence[Article], records: Sequence[Record]) -> dict[str, tuple[Damage, ...]]:
    """Return what is damaged in `articles`, by article key; `records` are their statements.

    Articles without statements are looked at too, which `flags` cannot do.
    """
    shown = {article.key: signs(article.text, article.language) for article in articles}
    named = _Names(records, shown)
    strays = {article.key: named.strays(article) for article in articles}
    count = {key: one.count + len(strays[key]) for key, one in shown.items()}
    suspect = {key for key, number in count.items() if number >= SUSPECT}
    reports = _Reports(records, shown, suspect)
    found: dict[str, list[Damage]] = {}
    for article in articles:
        one = shown[article.key]
        own = [*filter(named.not_attested(article), one.damage), *strays[article.key]]
        translated = count[article.key] >= ENOUGH
        own += one.doubtful if translated else ()
        own += reports.lost(article, one.lost, translated)
        found[article.key] = own
    by_article: dict[str, list[Record]] = {}
    for record in records:
        by_article.setdefault(record.article.key, []).append(record)
    for article in articles:
        stated = by_article.get(article.key, [])
        found[article.key] += (
            _in_translation(article, stated, reports)
            if article.key in suspect
            else _in_any_text(stated, reports)
        )
    return {key: _ordered(own) for key, own in found.items() if own}


def _in_any_text(records: Sequence[Record], reports: _Reports) -> Iterator[Damage]:
    """Yield the flips of a text that may be as its author wrote it."""
    for record in records:
        flip = reports.contradicted(record) or reports.between(record)
        if flip is not None:
            yield flip


def _in_translation(
    article: Article, records: Sequence[Record], reports: _Reports
) -> Iterator[Damage]:
    """Yield the flips of a text that a machine may have translated."""
    yield from _double(article)
    for said in (*map(reports.said, records), *_loose(article, records)):
        flip = reports.turned(said)
        if flip is None and said.record is not None:
            flip = reports.differs(said.record)
        if flip is not None:
            yield flip


_FLIPS_FIRST = (DamageKind.MEANING_FLIP, DamageKind.NAME, DamageKind.WORD)


def _ordered(found: Iterable[Damage]) -> tuple[Damage, ...]:
    """Return flags in text order, none overlapping one that is worse."""
    kept: list[Damage] = []
    for one in sorted(found, key=lambda d: (_FLIPS_FIRST.index(d.kind), d.span, d.why)):
        if not any(one.span.overlaps(other.span) for other in kept):
            kept.append(one)
    return tuple(sorted(kept, key=lambda one: one.span))


# --- names --------------------------------------------------------------------------------------


class _Names:
    """The full names that speakers go by in all texts, in every script."""

    def __init__(self, records: Sequence[Record], shown: Mapping[str, Signs]) -> None:
        self._shown = shown
        self._by: dict[str, dict[str, set[str]]] = {}
        self._shape: dict[str, str] = {}
        for record in sorted(records, key=lambda record: record.order):
            name = " ".join(record.statement.speaker.name.split())
            if record.judgement.speaker.kind is not SpeakerKind.PERSON or " " not in name:
                continue
            if shown[record.article.key].count:
                continue
            sound = " ".join(map(sounded, name.split()))
            forms = self._by.setdefault(bare(name.split()[-1]), {})
            forms.setdefault(sound, set()).add(record.article.key)
            if sound not in self._shape or (name.isascii() and not self._shape[sound].isascii()):
                self._shape[sound] = name

    def not_attested(self, article: Article) -> Callable[[Damage], bool]:
        """Return what says of a flag that it is not on a name which other texts print so."""

        def holds(flag: Damage) -> bool:
            if flag.kind is not DamageKind.NAME:
                return True
            surname = flag.span.of(article.text).split()[-1]
            forms = self._by.get(bare(surname), {})
            return not any(
                form.split()[-1] == sounded(surname) and keys - {article.key}
                for form, keys in forms.items()
            )

        return holds

    def strays(self, article: Article) -> list[Damage]:
        """Return the names of an article that others print with another ending."""
        shown = self._shown[article.key]
        least = 1 if shown.count else TOLD
        have = [one.span for one in shown.damage]

        def known(stem: str) -> list[str]:
            told = {
                form: len(keys - {article.key}) for form, keys in self._by.get(stem, {}).items()
            }
            # What a text that declines names gives for a nominative is partly guessed.
            fitting = sorted(
                (f for f in told if told[f] >= (TOLD if _declines(self._shape[f]) else 1)),
                key=lambda f: (-told[f], f),
            )
            enough = bool(fitting) and told[fitting[0]] >= least
            return [self._shape[form] for form in fitting] if enough else []

        return [
            one
            for one in strays_from(article.text, shown.names, known)
            if not any(one.span.overlaps(span) for span in have)
        ]


def _declines(name: str) -> bool:
    return any("\u0400" <= letter <= "\u052f" for letter in name)


# --- meanings -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Said:
    """Something said, with what it can be compared by."""

    article: Article
    record: Record | None
    """None where it is no statement that was found, only a sentence with an estimate."""
    words: Words
    likely: bool | None
    """On which side of even it puts the likelihood; None where on none."""
    where: Span | None
    """The words that say so."""


class _Reports:
    """Everything that was said, to be asked for other reports of one thing."""

    def __init__(
        self, records: Sequence[Record], shown: Mapping[str, Signs], suspect: set[str]
    ) -> None:
        self._shown = shown
        self._said: dict[str, _Said] = {}
        self._by: dict[str, list[Record]] = {}
        self._utterances: dict[str, list[Record]] = {}
        self._clean = [
            record
            for record in sorted(records, key=lambda record: record.order)
            if record.article.key not in suspect and record.standing.duplicate_of is None
        ]
        for record in self._clean:
            self._by.setdefault(record.judgement.speaker.id, []).append(record)
            self._utterances.setdefault(record.judgement.utterance, []).append(record)
        self._sided = [one for one in map(self.said, self._clean) if _takes_a_side(one)]
        self._when = [one.article.published for one in self._sided]

    def said(self, record: Record) -> _Said:
        """Return what a statement can be compared by."""
        found = self._said.get(record.statement.id)
        if found is None:
            found = _said(record, self._shown[record.article.key])
            self._said[record.statement.id] = found
        return found

    def contradicted(self, record: Record) -> Damage | None:
        """Flag an estimate that all other reports of the very same saying contradict."""
        if record.statement.estimate is None:
            return None
        own = self.said(record)
        reports = self._utterances.get(record.judgement.utterance, [])[: MOST * 4]
        others = [
            self.said(one)
            for one in reports
            if one.article.key != record.article.key
            and one.article.language != record.article.language
        ]
        sides = [one for one in others if one.likely is not None]
        if len(sides) < 2 or own.likely is None or any(s.likely is own.likely for s in sides):
            return None
        return _flip(own, sides)

    def between(self, record: Record) -> Damage | None:
        """Flag an estimate on the other side of what its source said both before and after.

        In a text that no sign calls a translation, or only one: sources change their minds, and
        seldom for one day.
        """
        own = self.said(record)
        if own.likely is None or record.statement.estimate is None:
            return None
        alike = [
            one
            for one in self._near(own.article)
            if _one_speaker(own, one) and compare(own.words, one.words).containment >= SURE
        ]
        when = own.article.published
        sides = {one.article.published < when for one in alike}
        if len(sides) < 2 or any(one.likely is own.likely for one in alike):
            return None
        return _flip(own, alike[:MOST])

    def turned(self, own: _Said) -> Damage | None:
        """Flag an estimate in a translation that lies on the other side of most like it."""
        if own.likely is None or own.where is None:
            return None
        alike = [one for one in self._near(own.article) if _about_one_thing(own, one)]
        alike.sort(key=lambda one: not _one_speaker(own, one))
        against = [one for one in alike[:MOST] if one.likely is not own.likely]
        if not against or against[0] is not alike[0] or 2 * len(against) <= len(alike[:MOST]):
            return None
        return _flip(own, against)

    def lost(self, article: Article, spans: Sequence[Span], translated: bool) -> Iterator[Damage]:
        """Flag estimates that have lost their word: in a translation, or where others have it."""
        for span in spans:
            keys = _keys(article, span)
            own = _Said(article, None, keys, True, span)
            alike = [one for one in self._near(article) if _about_one_thing(own, one)]
            others = [one for one in alike if one.likely is False]
            if not translated and (not others or len(others) < len(alike)):
                continue
            why = "it says how much and not of what: a word such as “low” or “likely” is missing"
            if others and others[0].where is not None:
                words = others[0].where.of(others[0].article.text)
                why = f"{why}; {_outlets(others)}: “{words}”"
            yield Damage(span, DamageKind.MEANING_FLIP, why)

    def _near(self, article: Article) -> list[_Said]:
        """Return the estimates of other articles, the nearest in time first."""
        low = bisect_left(self._when, article.published - NEAR)
        high = bisect_right(self._when, article.published + NEAR)
        found = [one for one in self._sided[low:high][-LISTED:] if one.article.key != article.key]
        return sorted(found, key=lambda one: abs(one.article.published - article.published))

    def differs(self, record: Record) -> Damage | None:
        """Flag what a translation denies or counts otherwise than all reports of the saying."""
        own = self.said(record)
        if own.likely is not None:
            return None
        listed = self._by.get(record.judgement.speaker.id, [])
        at = bisect_left(listed, record.order, key=lambda one: one.order)
        near = [
            self.said(one)
            for one in listed[max(0, at - LISTED) : at + LISTED]
            if abs(one.article.published - record.article.published) <= NEAR
        ]
        alike = [one for one in near if _equal(own, one)][:MOST]
        if alike and all(one.words.negated is not own.words.negated for one in alike):
            return Damage(_negation(record, own), DamageKind.MEANING_FLIP, _denied(own, alike))
        return _other_detail(record, own, alike)


def _said(record: Record, shown: Signs) -> _Said:
    language, estimate = record.article.language, record.statement.estimate
    if estimate is not None:
        words = read_words(_without(record, estimate.span), language)
        return _Said(record.article, record, words, _side(estimate), estimate.span)
    words = read_words(record.content, language)
    attribution = record.statement.attribution
    own = (*attribution.content, *attribution.cue)
    certain = next((s for s in shown.certain if any(piece.contains(s) for piece in own)), None)
    return _Said(record.article, record, words, None if certain is None else True, certain)


def _side(estimate: Estimate) -> bool | None:
    middle = (estimate.low + estimate.high) / 2
    return None if 0.4 <= middle <= 0.6 else middle > 0.5


def _takes_a_side(one: _Said) -> bool:
    """Say whether it calls something likely or unlikely, and not by two negations."""
    if one.record is None or one.record.statement.estimate is None or one.where is None:
        return False
    if one.likely is None:
        return False
    denied = doubly_denied(one.article.text, one.article.language)
    return not any(span.overlaps(one.where) for span in denied)


def _without(record: Record, hole: Span) -> str:
    """Return what was said without the words of its estimate, which are compared by themselves."""
    text = record.article.text
    pieces = []
    for piece in record.statement.attribution.content:
        if piece.overlaps(hole):
            pieces += [text[piece.start : hole.start], text[max(hole.end, 0) : piece.end]]
        else:
            pieces.append(piece.of(text))
    return " ".join(pieces)


def _loose(article: Article, records: Sequence[Record]) -> Iterator[_Said]:
    """Yield the estimates of an article that stand in none of its statements, by sentence."""
    taken = [
        piece
        for record in records
        for piece in (
            *record.statement.attribution.content,
            *record.statement.attribution.cue,
        )
    ]
    text = article.text
    for estimate in find_estimates(text, article.language):
        if any(piece.overlaps(estimate.span) for piece in taken):
            continue
        keys = _keys(article, estimate.span)
        yield _Said(article, None, keys, _side(estimate), estimate.span)


def _keys(article: Article, hole: Span) -> Words:
    """Return the words of the sentence around some others."""
    text = article.text
    start = max(text.rfind(mark, 0, hole.start) for mark in ".!?\n") + 1
    ends = [text.find(mark, hole.end) for mark in ".!?\n"]
    end = min((at for at in ends if at >= 0), default=len(text))
    return read_words(f"{text[start : hole.start]} {text[hole.end : end]}", article.language)


def _one_speaker(own: _Said, other: _Said) -> bool:
    if own.record is None or other.record is None:
        return False
    return own.record.judgement.speaker.id == other.record.judgement.speaker.id


def _about_one_thing(own: _Said, other: _Said) -> bool:
    if own.record is not None and other.record is not None and _one_claim(own.record, other.record):
        return True
    found = compare(own.words, other.words)
    return found.containment >= ALIKE and found.shared >= SHARED


def _one_claim(one: Record, other: Record) -> bool:
    if one.judgement.utterance == other.judgement.utterance:
        return True
    if one.judgement.claim == other.judgement.claim:
        return True
    pairs = ((one, other), (other, one))
    return any(
        evidence.statement == of.statement.id
        for held, of in pairs
        for evidence in held.judgement.verdict.against
    )


def _equal(own: _Said, other: _Said) -> bool:
    return other.likely is None and compare(own.words, other.words).jaccard >= EQUAL


def _negation(record: Record, own: _Said) -> Span:
    """Return the word that denies, or all that was said where none is there to be shown."""
    content, text = record.statement.attribution.content, record.article.text
    negations = lexicon(comparison(known(own.words.language)).negations)
    for piece in content:
        at = piece.start
        for word in piece.of(text).split():
            start = text.index(word, at)
            at = start + len(word)
            if word.strip(".,;:!?«»“”\"'").lower() in negations:
                return Span(start, at)
    return content[0]


def _other_detail(record: Record, own: _Said, alike: Sequence[_Said]) -> Damage | None:
    """Flag a number or a day where two other reports of what was said that day give another.

    The judge takes another number for another saying, as it should: only the day tells.
    """
    same = [one for one in alike if one.record is not None and _one_day(record, one.record)]
    if len(same) < TOLD:
        return None
    for slot in ("number", "date"):
        told = [
            [c for c in changes(one.words, own.words) if c.slot == slot and c.before is not None]
            for one in same
        ]
        if not told or not all(told) or told[0][0].after is None:
            continue
        span = _printed(record, str(told[0][0].after))
        if span is not None:
            what = "number" if slot == "number" else "day"
            why = f"another {what} than in {_outlets(same)} (“{told[0][0].before}”)"
            return Damage(span, DamageKind.MEANING_FLIP, why)
    return None


def _one_day(one: Record, other: Record) -> bool:
    """Say whether both texts date the saying, and to the same day."""
    here, there = one.statement.said_on, other.statement.said_on
    if here is None or there is None or here.start is None:
        return False
    return (here.start, here.end) == (there.start, there.end) and here.start == here.end


def _printed(record: Record, words: str) -> Span | None:
    """Return where the content prints `words`, or a quantity that they begin with."""
    for piece in record.statement.attribution.content:
        content = piece.of(record.article.text)
        at = content.find(words)
        if at >= 0:
            return Span(piece.start + at, piece.start + at + len(words))
        for quantity in find_numbers(content, record.article.language):
            if words.startswith(quantity.span.of(content)):
                return quantity.span.shifted(piece.start)
    return None


def _double(article: Article) -> Iterator[Damage]:
    """Yield estimates with one negation on the other: translations add them, or lose one."""
    for span in doubly_denied(article.text, article.language):
        why = "one negation upon another in an estimate, in a translation: which way is it meant?"
        yield Damage(span, DamageKind.MEANING_FLIP, why)


def _flip(own: _Said, others: Sequence[_Said]) -> Damage:
    assert own.where is not None
    shown = others[0]
    words = shown.where.of(shown.article.text) if shown.where else ""
    side, contrary = ("likely", "unlikely") if own.likely else ("unlikely", "likely")
    why = f"calls {side} what {_outlets(others)} called {contrary} (“{words}”)"
    return Damage(own.where, DamageKind.MEANING_FLIP, why)


def _denied(own: _Said, others: Sequence[_Said]) -> str:
    if own.words.negated:
        return f"denies what {_outlets(others)} reported as said"
    return f"affirms what {_outlets(others)} reported as denied"


def _outlets(others: Sequence[_Said]) -> str:
    names = dict.fromkeys(outlet(one.article) or "another report" for one in others)
    return " and ".join(list(names)[:2])
