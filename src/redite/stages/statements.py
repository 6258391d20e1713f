"""From attributions to statements: who spoke, through whom, and on which day.

For each attribution, in text order:

1. its source phrase is read (`redite.text.nominals`) and looked up among the people whom the
   article names (`redite.stages.roster`);
2. its chain is put together: a forwarded post's origin, the speakers of the attributions around
   it, and the intermediaries that the sentence names (`redite.stages.chains`);
3. its day is the date beside the cue (`redite.stages.occasions`), or that of the sentence before
   where the same speaker goes on;
4. its deadline is the one that its own words set (`redite.text.deadlines`), and its estimate the
   likelihood that they or the words beside its cue give (`redite.text.likelihood`);
5. its act is read from cue and content (`redite.text.acts`).

An attribution whose content is nothing but another one only relays: it is left out, and its
speaker lives on in the `via` of the inner one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from redite.lang import languages
from redite.lang import words as section
from redite.lang.attribution import Attribution as AttributionWords
from redite.stages.antecedents import Antecedents, Heard
from redite.stages.carried import goes_on, is_ours, owner_in
from redite.stages.chains import intermediaries, opens_details, parted
from redite.stages.interviews import interviewed
from redite.stages.occasions import Saying, closing_day, day_of, days_of
from redite.stages.people import Person, as_called
from redite.stages.roster import Roster
from redite.text.acts import act_of, is_analyst
from redite.text.asserted import states
from redite.text.damage import trusted_estimates
from redite.text.dates import DateMention, find_dates
from redite.text.deadlines import day_of_report, deadline_of
from redite.text.ids import statement_id
from redite.text.likelihood import estimate_of
from redite.text.markup import readable
from redite.text.nesting import enclosing, stretches
from redite.text.nominals import Nominal, Sort, data_for, in_foreign_letters, is_coined, read
from redite.text.nominative import nominative, nominative_body
from redite.text.office_phrases import read_body, read_office
from redite.text.parts import parts
from redite.text.places import PlaceKind, find_places
from redite.text.quotes import quotations
from redite.text.sentences import sentences
from redite.values import (
    Act,
    Analysis,
    Article,
    Attribution,
    DateInterval,
    Deadline,
    Estimate,
    Mention,
    Span,
    Spans,
    SpeakerKind,
    Statement,
)

VERSION = "statements.v11"
"""Recorded with every analysis; changes whenever speaker, chain or date may."""

_WORD = re.compile(r"\w+")
_REACH = 800
"""Code points around source and cue within which their sentence is looked at."""
_NEIGHBOURS = 20
"""Attributions before and behind that can share a sentence with one."""
_TELLING = 4
"""Letters of a noun beyond which its last one may be an ending."""
_RELAYED_WORDS = 3
"""An outer content with fewer words of its own than this says nothing beyond relaying."""


def resolve(article: Article, attributions: Sequence[Attribution], version: str) -> Analysis:
    """Return the statements that `attributions` make in `article`, in text order.

    Every attribution gives one, and a long quotation one a sentence (`redite.text.parts`); but for
    those that only relay another, those that state nothing (`redite.text.asserted`) and those whose
    content equals that of an earlier one.
    """
    ordered = sorted(set(attributions), key=_anchor)
    scene = _Scene(article, ordered)
    resolved: dict[int, _Resolved] = {}
    heard: list[Heard] = []
    for at, attribution in enumerate(ordered):
        one = scene.resolve(at, attribution, heard, resolved)
        resolved[at] = one
        heard.append(Heard(one.at, one.speaker, one.person, one.via))
    days = days_of(
        [resolved[at].saying for at in range(len(ordered))], article.text, article.language
    )
    statements: dict[str, Statement] = {}
    stating = states(ordered, article.text, article.language)
    for at, attribution in enumerate(ordered):
        if scene.only_relays(at) or not stating[at]:
            continue
        one = resolved[at]
        for content in scene.parts(at):
            key = statement_id(article.key, content)
            if key in statements and not attribution.source:
                continue
            estimate = scene.estimate(content, attribution.cue, scene.inside(at))
            deadline = scene.deadline(content, scene.inside(at), days[at])
            statements.setdefault(
                key,
                Statement(
                    id=key,
                    article=article.key,
                    item=scene.item(attribution),
                    attribution=replace(attribution, source=one.source, content=content),
                    speaker=one.speaker,
                    via=one.via,
                    said_on=days[at],
                    estimate=estimate,
                    deadline=deadline,
                    act=scene.act(at, content, one.speaker, estimate, deadline),
                ),
            )
    kept = sorted(statements.values(), key=lambda statement: statement.position)
    return Analysis(article.key, version, tuple(kept))


@dataclass(frozen=True, slots=True)
class _Resolved:
    """What has been decided about one attribution."""

    at: int
    speaker: Mention
    person: Person | None
    via: tuple[Mention, ...]
    saying: Saying
    source: Spans
    """Without the pieces that only cite the others."""


class _Scene:
    """One article with all its attributions, and what lies in what."""

    def __init__(self, article: Article, attributions: Sequence[Attribution]) -> None:
        self.article = article
        self.attributions = attributions
        text = article.text
        self._quoted = closed = [q.outer for q in quotations(text) if q.depth == 0]
        self._short = short = frozenset(_abbreviations(article.language))
        self.sentences = sentences(text, closed=closed, abbreviations=short)
        self._starts = [s.start for s in self.sentences]
        self._item_starts = [s.start for s in article.items]
        whole = [stretches(a.content, (*a.source, *a.cue)) for a in attributions]
        pieces = [(piece, at) for at, several in enumerate(whole) for piece in several]
        hulls = [_hull(a) for a in attributions]
        # What is all content lies in no other content of the same extent.
        strict = [hull in several for hull, several in zip(hulls, whole, strict=True)]
        with_extent = [(piece, (at, piece)) for piece, at in pieces]
        self.around = [
            [o for o, piece in owners if o != at and not (strict[at] and piece == hulls[at])]
            for at, owners in enumerate(enclosing(hulls, with_extent))
        ]
        published = article.published.date()
        self._published = published if article.dated else None
        self.dates = find_dates(text, article.language, published if article.dated else None)
        self.day = day_of_report(text, article.language, published if article.dated else None)
        self._date_starts = [d.span.start for d in self.dates]
        self._date_owners = enclosing([d.span for d in self.dates], pieces)
        self._estimates = trusted_estimates(text, article.language)
        self._inside: dict[int, list[int]] = {}
        for inner, owners in enumerate(self.around):
            for owner in owners[-1:]:
                self._inside.setdefault(owner, []).append(inner)
        self.roster = Roster(article, [s for a in attributions for s in a.source])
        self.interviewed = interviewed(article, self.roster, [piece for piece, _ in pieces])
        self.antecedents = Antecedents(article, self.roster, [piece for piece, _ in pieces])

    # --- places -------------------------------------------------------------------------------

    def item(self, attribution: Attribution) -> int:
        """Return the number of the digest item that the attribution begins in."""
        return max(0, bisect_right(self._item_starts, _hull(attribution).start) - 1)

    def _sentence_at(self, place: int) -> int:
        return max(0, bisect_right(self._starts, place) - 1)

    def _numbers(self, attribution: Attribution) -> range:
        """Return the numbers of the sentences in which source and cue stand."""
        spans = (*attribution.source, *attribution.cue) or attribution.content
        first = self._sentence_at(min(s.start for s in spans))
        return range(first, min(first + 3, self._sentence_at(max(s.end for s in spans) - 1) + 1))

    def _region(self, attribution: Attribution) -> Span:
        # A "sentence" may be a megabyte without a full stop: look near the source only.
        near = (*attribution.source, *attribution.cue) or attribution.content
        first, last = min(s.start for s in near), max(s.end for s in near)
        start, end = max(0, first - _REACH), min(len(self.article.text), first + 2 * _REACH)
        if self.sentences:
            numbers = self._numbers(attribution)
            start = max(start, self.sentences[numbers[0]].start)
            end = min(end, self.sentences[numbers[-1]].end)
        return Span(min(start, first), max(end, min(last, first + 2 * _REACH), first + 1))

    def parts(self, at: int) -> tuple[Spans, ...]:
        """Return the contents of the statements that an attribution makes.

        One that holds another saying stays whole: taken apart, it would lose what it relays.
        """
        content = self.attributions[at].content
        return (content,) if at in self._inside else parts(self.article.text, content, self._short)

    def only_relays(self, at: int) -> bool:
        """Say whether an attribution's content is nothing but the sayings inside it."""
        inner = self._inside.get(at)
        if not inner:
            return False
        inside = [_hull(self.attributions[i]) for i in inner]
        own = 0
        for piece in self.attributions[at].content:
            for word in _WORD.finditer(self.article.text, piece.start, piece.end):
                own += not any(s.start <= word.start() and word.end() <= s.end for s in inside)
                if own >= _RELAYED_WORDS:
                    return False
        return True

    def inside(self, at: int) -> list[Span]:
        """Return the contents of the attributions inside one."""
        return [piece for i in self._inside.get(at, ()) for piece in self.attributions[i].content]

    def deadline(
        self, content: Spans, inner: Sequence[Span], said_on: DateInterval | None
    ) -> Deadline | None:
        """Return the deadline that a content sets in words of its own, outside `inner`."""
        own = [left for piece in content for left in _without(piece, inner)]
        text, language = self.article.text, self.article.language
        return deadline_of(text, tuple(own), language, said_on, self.day, self.dates)

    def estimate(self, content: Spans, cue: Spans, inner: Sequence[Span]) -> Estimate | None:
        """Return the likelihood that a content is given, outside `inner`."""
        own = [left for piece in content for left in _without(piece, inner)]
        return estimate_of(tuple(own), cue, self._estimates, self.article.text)

    def act(
        self,
        at: int,
        content: Spans,
        speaker: Mention,
        estimate: Estimate | None,
        deadline: Deadline | None,
    ) -> Act:
        """Return what the speaker does in saying a content, by words outside those inside it."""
        text, attribution = self.article.text, self.attributions[at]
        own = [left for piece in content for left in _without(piece, self.inside(at))]
        source = _joined(text, attribution.source)
        return act_of(
            _joined(text, attribution.cue),
            _joined(text, own),
            self.article.language,
            estimate=estimate,
            deadline=deadline,
            analyst=is_analyst(f"{speaker.name} {source}", self.article.language),
        )

    # --- resolving ----------------------------------------------------------------------------

    def resolve(
        self,
        at: int,
        attribution: Attribution,
        heard: Sequence[Heard],
        resolved: dict[int, _Resolved],
    ) -> _Resolved:
        """Decide about one attribution, knowing those before it."""
        attribution, citing = parted(self.article.text, attribution, self.article.language)
        region = self._region(attribution)
        item = self.item(attribution)
        before = [h for h in heard[-12:] if self._item_of(h.at) == item]
        place = _anchor(attribution)[0]
        around = {resolved[o].speaker for o in self.around[at] if o in resolved}
        number = self._numbers(attribution)[0]
        beside = self._day_beside(at, attribution, region)
        day = (beside.end if beside else None) or self._published
        speaker, person = self._speaker(attribution, region, before, around, day)
        outer = [resolved[o] for o in self.around[at] if o in resolved]
        via = self._via(at, attribution, region, speaker, outer, before, citing)
        published = self.article.published.date()
        closing = closing_day(
            self.article.text, attribution, self._dates_in(attribution), published
        )
        saying = Saying(speaker, region, number, beside, closing)
        return _Resolved(place, speaker, person, via, saying, attribution.source)

    def _item_of(self, place: int) -> int:
        return max(0, bisect_right(self._item_starts, place) - 1)

    def _speaker(
        self,
        attribution: Attribution,
        region: Span,
        heard: Sequence[Heard],
        around: Collection[Mention],
        day: date | None,
    ) -> tuple[Mention, Person | None]:
        text = self.article.text
        if not attribution.source:
            asked = self.interviewed
            if asked is not None and not attribution.cue:
                reason = "an answer of whom the article interviews"
                return _mention(asked.name, SpeakerKind.PERSON, "", reason), asked
            return self._unsourced(attribution, region, heard, around, day)
        words = readable(" ".join(s.of(text) for s in attribution.source))
        at = attribution.source[0].start
        if heard and self._speaks_in_quotation(words, attribution.source[0]):
            last, reason = heard[-1], f"“{words}” in a quotation is whoever is quoted"
            return _mention(last.mention.name, last.mention.kind, words, reason), last.person
        if read(words, self.article.language).sort is Sort.ROLE:
            # Nobody calls himself "the minister": those who quote this saying are not meant.
            heard = [h for h in heard if h.mention not in around]
        return self.who(words, at, region, heard, day)

    def _unsourced(
        self,
        attribution: Attribution,
        region: Span,
        heard: Sequence[Heard],
        around: Collection[Mention],
        day: date | None,
    ) -> tuple[Mention, Person | None]:
        """Return whose a saying is that names no source (`redite.stages.carried`)."""
        text, language = self.article.text, self.article.language
        cue = _joined(text, attribution.cue)
        quoted = any(q.contains(span) for q in self._quoted for span in attribution.cue)
        if not around and not quoted and is_ours(text, attribution.cue, language):
            return self._outlet(cue)
        last = heard[-1] if heard else None
        owner = owner_in(cue, language)
        if owner and (last is None or last.mention.kind is not SpeakerKind.ORGANISATION):
            return self.who(owner, attribution.cue[0].start, region, heard, day)
        if last is None:
            return _mention("", SpeakerKind.UNNAMED, "", "the text names no source"), None
        if goes_on(cue, last.mention, last.person, language):
            reason = f"no source here: goes on from {last.mention.name or 'the speaker before'}"
            return _mention(last.mention.name, last.mention.kind, "", reason), last.person
        reason = f"no source here, and “{cue}” is not the last speaker's"
        return _mention("", SpeakerKind.UNNAMED, "", reason), None

    def _outlet(self, words: str) -> tuple[Mention, None]:
        """Return the outlet as what speaks of itself."""
        name = self.article.publisher
        if not name:
            return _mention(words, SpeakerKind.UNNAMED, words, "the outlet is not known"), None
        reason = f"“{words}”: the outlet speaks of itself"
        return _mention(name, SpeakerKind.ORGANISATION, words, reason), None

    def _speaks_in_quotation(self, words: str, source: Span) -> bool:
        """Say whether a source is an "I" that somebody who is quoted says of himself."""
        if self.article.language not in languages():
            return False
        data = section(self.article.language, "attribution", AttributionWords)
        return words.casefold() in data.first_person and any(
            quoted.contains(source) for quoted in self._quoted
        )

    def who(
        self, words: str, at: int, region: Span, heard: Sequence[Heard], day: date | None
    ) -> tuple[Mention, Person | None]:
        """Return whom the words of a source name, on a day."""
        phrase = read(words, self.article.language)
        roster = self.roster
        if phrase.sort in (Sort.UNNAMED, Sort.DESCRIPTION) and roster.surname(words):
            # "Moroz" is frost as well: the article knows a man of that name.
            phrase = Nominal(Sort.PERSON, words, phrase.gender, words=(words,))
        elif phrase.sort is Sort.ORGANISATION and roster.surname(phrase.name):
            phrase = Nominal(Sort.PERSON, words, phrase.gender, words=phrase.words)
        elif phrase.sort in (Sort.ORGANISATION, Sort.DESCRIPTION):
            office = read_office(words, self.article.language)
            if office is not None and office.place is not None:
                # A body begins the words, and still its chief speaks: "the NATO chief".
                phrase = Nominal(Sort.ROLE, words, phrase.gender, phrase.plural, phrase.words)
        elif phrase.sort is Sort.ROLE and roster.exactly(words.split()[-1]):
            # "Spokesman Zakharova": by its form it might be whose spokesman he is.
            phrase = Nominal(Sort.PERSON, words.split()[-1], phrase.gender, words=phrase.words)
        elif phrase.sort is Sort.ROLE and read_body(words, self.article.language) is not None:
            # "The Velmoran General Staff": a word of office in a body's name.
            first = words.find(phrase.words[0])
            phrase = Nominal(Sort.ORGANISATION, words[first:], words=phrase.words)
        if phrase.sort is Sort.PERSON and (called := self._body_called(phrase.name)):
            phrase = Nominal(Sort.ORGANISATION, called, words=phrase.words)
        if phrase.sort is Sort.PERSON:
            person, why = roster.named(phrase.name, at)
            if person is not None:
                reason = f"“{words}”: {why} as {person.name} in the article"
                return _mention(person.name, SpeakerKind.PERSON, words, reason), person
            name = nominative(phrase.name, self.article.language)
            return _mention(name, SpeakerKind.PERSON, words, "named here only"), None
        if phrase.sort is Sort.ORGANISATION:
            name = roster.body(self._body_name(phrase.name, at))
            return _mention(name, SpeakerKind.ORGANISATION, words, "a body speaks"), None
        if phrase.sort is Sort.OURSELVES:
            return self._outlet(words)
        if phrase.sort in (Sort.GENERIC, Sort.MEMBERS):
            noun = phrase.words[0] if phrase.words else ""
            body = _last_body(heard, noun)
            if body is None and (known := roster.kind_of(noun, at)):
                reason = f"“{words}” stands for the body named last with this word"
                name = nominative_body(known, self.article.language)
                return _mention(name, SpeakerKind.ORGANISATION, words, reason), None
            if body is None and self._outlet_is(noun):
                reason = f"“{words}” is the outlet itself"
                name = str(self.article.publisher)
                return _mention(name, SpeakerKind.ORGANISATION, words, reason), None
            body = body or _last_body(heard)
            if body is not None:
                reason = f"“{words}” stands for the body that spoke last"
                return _mention(body.name, body.kind, words, reason), None
            generic = phrase.sort is Sort.GENERIC
            kind = SpeakerKind.ORGANISATION if generic and phrase.name else SpeakerKind.UNNAMED
            return _mention(words, kind, words, "no body was named before"), None
        if phrase.sort is Sort.ROLE:
            person, why = self.antecedents.with_role(words, phrase, at, heard, day)
            if person is not None:
                return _mention(person.name, SpeakerKind.PERSON, words, f"“{words}”: {why}"), person
            found, why = self.antecedents.described(phrase, at, heard)
            if isinstance(found, Person):
                return _mention(found.name, SpeakerKind.PERSON, words, f"“{words}”: {why}"), found
            reason = "the article names no holder of this office"
            return _mention(words, SpeakerKind.OFFICE, words, reason), None
        if phrase.sort in (Sort.PRONOUN, Sort.DESCRIPTION):
            return self._pronoun(words, phrase, at, region, heard, day)
        return _mention(words, SpeakerKind.UNNAMED, words, "an anonymous source"), None

    def _body_name(self, name: str, at: int) -> str:
        """Return a body's name in the nominative; `at` is where the words that hold it begin."""
        text, language = self.article.text, self.article.language
        called, start = nominative_body(name, language), text.find(name, at)
        return as_called(called, text, start, language, body=True)

    def _body_called(self, name: str) -> str:
        """Return the body that a name which looks like a person's stands for here, or ""."""
        language = self.article.language
        outlet = self.article.publisher or ""
        if set(name.casefold().split()) <= set(outlet.casefold().split()):
            return outlet
        if is_coined(name) or in_foreign_letters(name, language):
            return name
        if len(name.split()) > 1 or self.roster.surname(name):
            return ""
        if any(place.kind is not PlaceKind.PEOPLE for place in find_places(name, language)):
            return name
        return self.roster.alone(name)

    def _outlet_is(self, noun: str) -> bool:
        """Say whether a noun is one of the outlet's name ("the institute" in its own report)."""
        published = (self.article.publisher or "").casefold()
        return len(noun) > _TELLING and noun.casefold()[:-1] in published

    def _pronoun(
        self,
        words: str,
        phrase: Nominal,
        at: int,
        region: Span,
        heard: Sequence[Heard],
        day: date | None,
    ) -> tuple[Mention, Person | None]:
        said_before = phrase.sort is Sort.DESCRIPTION
        topic = "" if said_before else self.antecedents.topic(region, at)
        if topic:
            mention, person = self.who(topic, at, region, heard, day)
            return replace(mention, mention=words), person
        if phrase.sort is Sort.DESCRIPTION:
            person, why = self.antecedents.compatriot(words, phrase, at)
            if person is not None:
                reason = f"“{words}”: {why}"
                return _mention(person.name, SpeakerKind.PERSON, words, reason), person
        found: Heard | Person | None = None
        if said_before:
            found, why = self.antecedents.described(phrase, at, heard)
        elif words.casefold() in data_for(self.article.language).relative:
            found, why = self.antecedents.relative(phrase, at)
        if found is None and not (said_before and phrase.plural):
            found, why = self.antecedents.standing_for(phrase, at, region, heard)
        reason = f"“{words}”: {why}"
        if isinstance(found, Heard):
            mention = found.mention
            return _mention(mention.name, mention.kind, words, reason), found.person
        if found is not None:
            return _mention(found.name, SpeakerKind.PERSON, words, reason), found
        reason = f"“{words}” stands for nobody whom the article names"
        return _mention(words, SpeakerKind.UNNAMED, words, reason), None

    # --- chain and day ------------------------------------------------------------------------

    def _via(
        self,
        at: int,
        attribution: Attribution,
        region: Span,
        speaker: Mention,
        outer: Sequence[_Resolved],
        heard: Sequence[Heard],
        citing: Sequence[Span],
    ) -> tuple[Mention, ...]:
        chain: list[Mention] = []
        if self.article.relayed_from:
            origin = self.article.relayed_from
            reason = "the post was forwarded from there"
            chain.append(_mention(origin, SpeakerKind.ORGANISATION, origin, reason))
        for one in outer:
            chain += [m for m in one.via if m not in chain]
            reason = "says that the speaker said it"
            chain.append(_mention(one.speaker.name, one.speaker.kind, one.speaker.mention, reason))
        taken = self._taken(at, region)
        language = self.article.language
        citers = [read(piece.of(self.article.text), language) for piece in citing]
        # Where a body is among several pieces, the others are words that a tagger took along.
        bodies = [nominal for nominal in citers if nominal.sort is Sort.ORGANISATION]
        for nominal in bodies or citers:
            if nominal.name and nominal.sort not in (Sort.UNNAMED, Sort.ROLE):
                chain += self._intermediary(nominal, attribution, "cites the speaker", heard)
        following = self._next_sentence(at, attribution)
        for nominal, why in intermediaries(
            self.article.text, attribution, region, taken, language, following
        ):
            chain += self._intermediary(nominal, attribution, why, heard)
        if len(chain) == (self.article.relayed_from is not None):
            chain += self._carried_chain(attribution, speaker, heard)
        if len(chain) == (self.article.relayed_from is not None):
            chain += self._detailed(region, attribution, heard)
        if speaker.kind is SpeakerKind.UNNAMED and speaker.mention != speaker.name:
            # An anonymous source taken up by a pronoun is heard through whom it was heard first.
            same_source = [h for h in heard if h.mention.name == speaker.name]
            chain += same_source[-1].via if same_source else ()
        unique: dict[str, Mention] = {}
        own = set((self.article.publisher or "").casefold().split())
        for mention in chain:
            same = mention.name == speaker.name and mention.kind is speaker.kind
            if own and set(mention.name.casefold().split()) <= own:
                continue  # its own credit line, or "told the Lamp" in The Daily Lamp
            if len(mention.name) > 1 and not same:
                unique.setdefault(" ".join(_WORD.findall(mention.name.casefold())), mention)
        return tuple(unique.values())

    def _next_sentence(self, at: int, attribution: Attribution) -> Span | None:
        """Return the sentence after the one that an attribution ends in, if nobody speaks in it."""
        end = _hull(attribution).end
        number = self._sentence_at(max(0, end - 1)) + 1
        if not 0 < number < len(self.sentences):
            return None
        sentence = self.sentences[number]
        for other in self.attributions[at + 1 : at + 3]:
            if any(sentence.overlaps(span) for span in other.content):
                return None
        return sentence

    def _carried_chain(
        self, attribution: Attribution, speaker: Mention, heard: Sequence[Heard]
    ) -> tuple[Mention, ...]:
        """Return the chain of the saying before, where the same speaker goes on in other words.

        "She added" after "Halden Wire quoted her" is still heard through Halden Wire.
        """
        if not heard:
            return ()
        last = heard[-1]
        if speaker.kind is last.mention.kind is SpeakerKind.UNNAMED:
            place = _anchor(attribution)[0]
            near = self._sentence_at(place) - self._sentence_at(last.at) <= 1
            return last.via if near and self._bare_noun(attribution) else ()
        if speaker.mention == speaker.name:
            return ()
        same = last.mention.name == speaker.name and last.mention.kind is speaker.kind
        place = _anchor(attribution)[0]
        if not same or not last.via or self._sentence_at(place) - self._sentence_at(last.at) > 1:
            return ()
        if attribution.source:
            words = " ".join(span.of(self.article.text) for span in attribution.source)
            sort = read(words, self.article.language).sort
            if sort not in (Sort.PRONOUN, Sort.DESCRIPTION, Sort.GENERIC):
                return ()
        return last.via

    def _bare_noun(self, attribution: Attribution) -> bool:
        """Say whether the source is one noun that takes up somebody ("the official")."""
        words = " ".join(span.of(self.article.text) for span in attribution.source)
        data = data_for(self.article.language)
        first = words.casefold().partition(" ")[0]
        known = first in data.small_words or not words.casefold().endswith(data.plural_endings)
        one = len(read(words, self.article.language).words) == 1
        return one and known and first not in data.single

    def _detailed(
        self, region: Span, attribution: Attribution, heard: Sequence[Heard]
    ) -> tuple[Mention, ...]:
        """Return whose report, told of in the sentence before, a sentence gives the details of.

        "The situation report of the Institute says so. In particular, the minister …".
        """
        earlier = [past for past in heard if past.at < region.start]
        last = earlier[-1] if earlier else None
        if last is None or last.mention.kind is not SpeakerKind.ORGANISATION:
            return ()
        place = _anchor(attribution)[0]
        if not opens_details(self.article.text, region.start, self.article.language):
            return ()
        near = self._sentence_at(place) - self._sentence_at(last.at) <= 2
        return (*last.via, last.mention) if near else ()

    def _intermediary(
        self, nominal: Nominal, attribution: Attribution, why: str, heard: Sequence[Heard]
    ) -> list[Mention]:
        if nominal.sort in (Sort.GENERIC, Sort.MEMBERS):
            body = _last_body(heard)
            return [_mention(body.name, body.kind, nominal.name, why)] if body else []
        if nominal.sort is Sort.PERSON:
            person, _ = self.roster.named(nominal.name, _anchor(attribution)[0])
            name = person.name if person else nominative(nominal.name, self.article.language)
            single = len(name.split()) == 1 and (person is None or not person.full)
            kind = SpeakerKind.ORGANISATION if single else SpeakerKind.PERSON
            return [_mention(name, kind, nominal.name, why)]
        name = self.roster.body(nominal.name)
        name = data_for(self.article.language).bodies.get(name.casefold(), name)
        return [_mention(name, SpeakerKind.ORGANISATION, nominal.name, why)]

    def _taken(self, at: int, region: Span) -> list[Span]:
        """Return the contents in a region, and the cues of attributions that do not enclose."""
        out: list[Span] = []
        enclosing_ones = set(self.around[at])
        for o in range(max(0, at - _NEIGHBOURS), min(at + _NEIGHBOURS, len(self.attributions))):
            other = self.attributions[o]
            if o not in enclosing_ones:
                out += other.content
                if o != at and other.source != self.attributions[at].source:
                    out += [*other.cue, *other.source]
            else:
                out += [*other.cue, *other.source]
        return out

    def _day_beside(self, at: int, attribution: Attribution, region: Span) -> DateInterval | None:
        """Return the day that stands beside the cue, or None."""
        if not self.article.dated and not self.dates:
            return None
        enclosing_ones = set(self.around[at])
        begin = bisect_right(self._date_starts, region.start - 1)
        end = bisect_right(self._date_starts, region.end - 1)
        here: list[DateMention] = [
            self.dates[n]
            for n in range(begin, end)
            if all(owner in enclosing_ones for owner in self._date_owners[n])
        ]
        return day_of(self.article.text, attribution, region, here, self.article.published.date())

    def _dates_in(self, attribution: Attribution) -> Sequence[DateMention]:
        """Return the dates in the last piece of a content."""
        last = attribution.content[-1]
        begin = bisect_right(self._date_starts, last.start - 1)
        return self.dates[begin : bisect_right(self._date_starts, last.end - 1)]


def _joined(text: str, spans: Sequence[Span]) -> str:
    return " … ".join(span.of(text) for span in spans)


def _without(piece: Span, holes: Sequence[Span]) -> list[Span]:
    """Return what is left of `piece` outside `holes`."""
    left, at = [], piece.start
    for hole in sorted(holes, key=lambda hole: (hole.start, hole.end)):
        if hole.end <= at or hole.start >= piece.end:
            continue
        if hole.start > at:
            left.append(Span(at, hole.start))
        at = hole.end
    if at < piece.end:
        left.append(Span(at, piece.end))
    return left


def _last_body(heard: Sequence[Heard], noun: str = "") -> Mention | None:
    """Return the body that spoke last, or passed something on; with a noun, one so called."""
    stem = noun.casefold()[:-1] if len(noun) > _TELLING else noun.casefold()
    for past in reversed(heard):
        for mention in (past.mention, *reversed(past.via)):
            if mention.kind is SpeakerKind.ORGANISATION and stem in mention.name.casefold():
                return mention
    return None


def _abbreviations(language: str | None) -> tuple[str, ...]:
    if language not in languages():
        return ()
    return section(language, "attribution", AttributionWords).abbreviations


def _mention(name: str, kind: SpeakerKind, words: str, reason: str) -> Mention:
    return Mention(name=name, kind=kind, mention=words, reason=reason)


def _hull(attribution: Attribution) -> Span:
    spans = (*attribution.source, *attribution.cue, *attribution.content)
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def _anchor(attribution: Attribution) -> tuple[int, int, Spans, Spans, Spans]:
    """Return the reading order: outer before inner, then by place; no two share a key."""
    hull = _hull(attribution)
    return (hull.start, -hull.end, attribution.content, attribution.cue, attribution.source)
