"""Are an announced act and a later statement about one act?

The judge of verdicts joins what says the same; "will end in two weeks" and "is over" often do not.
Here only what is done, and to what, counts: neither when, nor how many, nor how far it has come.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from redite.compare.likeness import other_names
from redite.compare.words import COMMON, WEIGHTS, Words, read_words
from redite.text.sentences import sentences
from redite.values import Record

GENERIC = COMMON | frozenset(
    "=begin =finish =resume =suspend =plan =prepare =decide =intend =need =final =test =general"
    " =warn =demand =propose =promise =confirm =open =close =wait =arrive =people =sign =means"
    " =change =day =official =target =increase =reduce".split()
)
"""Concepts of how an act goes on, and of half the news: they single no act out."""
ONE_OBJECT = 0.9
SHARE = 0.5
TWO_OBJECTS = 1.8
"""Least shared weight, and least share of the poorer one's objects; two objects where another
speaker says it in the same language, and of what the sentences around have to lend. Set on two
scenarios, like the thresholds of `decide`, and on a month of chat posts, of which one object had
"met" or "missed" twenty dates, seventeen of them wrongly."""
POOR = 1.2
"""Words whose objects weigh less than this say too little by themselves ("the job")."""
_AROUND = 600
_NAME = WEIGHTS["name"]


@dataclass(frozen=True)
class Doing:
    """What a statement says is done, in its own words and in the sentence before."""

    record: Record

    @cached_property
    def words(self) -> Words:
        """The words of the content."""
        return read_words(self.record.content, self.record.article.language)

    @cached_property
    def objects(self) -> dict[str, float]:
        """What the content is about, weighted."""
        return _objects(self.words)

    @cached_property
    def when(self) -> frozenset[str]:
        """The keys of the words of its deadline: what is done "within" a year is not done alike."""
        deadline, article = self.record.statement.deadline, self.record.article
        if deadline is None:
            return frozenset()
        return frozenset(read_words(deadline.span.of(article.text), article.language).weights)

    @cached_property
    def around(self) -> dict[str, float]:
        """The same with the sentences before it and around it."""
        text = self.record.article.text
        content = self.record.statement.attribution.content
        start, end = content[0].start, min(content[-1].end, content[0].start + _AROUND)
        found = sentences(text, start=max(0, start - _AROUND), end=end)
        begin = [sentence.start for sentence in found if sentence.start <= start]
        first = begin[-2:][0] if begin else start
        return _objects(read_words(text[first:end], self.record.article.language))


def same_act(one: Doing, other: Doing) -> bool:
    """Say whether the two are about one act, as far as their words tell; the order is free.

    Names alone do not tell: any two things done in one town, or to one country, share them.
    """
    if not _more_than_names(one.words, other.words):
        return _by_what_stands_around(one, other)
    shared = _shared(one.objects, other.objects, one.when | other.when)
    poorer = min(sum(one.objects.values()), sum(other.objects.values()))
    if shared >= _enough(one, other) and shared >= SHARE * poorer:
        return not other_names(one.words, other.words)
    return _by_what_stands_around(one, other)


def _enough(one: Doing, other: Doing) -> float:
    """Return the least shared weight: one object of a speaker's own, or one with a name, or told in
    two languages, where the few words that are found in both are telling; else it is a topic."""
    own = one.record.judgement.speaker.id == other.record.judgement.speaker.id
    across = one.record.article.language != other.record.article.language
    named = any(
        min(weight, other.objects.get(key, 0.0)) >= _NAME for key, weight in one.objects.items()
    )
    return ONE_OBJECT if own or across or named else TWO_OBJECTS


def unrelated(one: Doing, other: Doing) -> bool:
    """Say whether two statements in one language do not share a word of what they are about.

    A judge that compares their form may still have joined them: two counts, two dates. Where one
    of them says too little by itself, or in another language, their words tell nothing.
    """
    if one.record.article.language != other.record.article.language:
        return False
    if any(sum(each.objects.values()) < POOR for each in (one, other)):
        return False
    return not (_shared(one.objects, other.around) or _shared(other.objects, one.around))


def _more_than_names(one: Words, other: Words) -> bool:
    return any(
        key in other.weights and key[0] not in "#:" and weight != _NAME
        for key, weight in one.weights.items()
    )


def _by_what_stands_around(one: Doing, other: Doing) -> bool:
    when = one.when | other.when
    for poor, rich in ((one, other), (other, one)):
        if sum(poor.objects.values()) >= POOR:
            continue
        if _shared(poor.around, rich.objects, when) >= TWO_OBJECTS:
            return True
    return False


def _shared(
    one: dict[str, float], other: dict[str, float], but: frozenset[str] = frozenset()
) -> float:
    return sum(
        min(weight, other[key]) for key, weight in one.items() if key in other and key not in but
    )


def _objects(words: Words) -> dict[str, float]:
    return {
        key: weight
        for key, weight in words.weights.items()
        if key[0] not in "#:" and key not in GENERIC
    }
