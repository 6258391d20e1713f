"""Through whom a saying reached the article: its whole chain, outermost first.

Its links are, in this order: where a forwarded post came from; the speakers of the attributions
around it, with theirs; whom its source or the words around it name (`redite.stages.chains`). Where
nothing but the forwarding is found, the chain of the saying before may go on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from redite.stages.antecedents import Heard
from redite.stages.chains.intermediaries import intermediaries
from redite.stages.chains.passage import Passage, pattern
from redite.stages.layout import Layout, hull
from redite.stages.roster import Roster
from redite.stages.whose import Turn, last_body
from redite.text.bare_names import bare_name
from redite.text.heads import head_of, oblique, words_of
from redite.text.nominals import Nominal, Sort, data_for, read
from redite.text.nominals.words import QUOTED
from redite.text.nominative import nominative, nominative_body
from redite.values import Mention, Span, SpeakerKind

_WORD = re.compile(r"\w+")
_MARKS = ("»", "”", "“", '"')
"""Ends of a name in quotation marks."""
_DETAILS = 2
"""Sentences behind a report in which its details may begin."""


class Relayed:
    """The chains of one article, to be asked for in reading order."""

    def __init__(self, layout: Layout, roster: Roster) -> None:
        self._layout, self._roster = layout, roster
        self._text, self._language = layout.article.text, layout.article.language
        self._data = data_for(self._language)
        self._outlet_words = set((layout.article.publisher or "").casefold().split())
        origin = layout.article.relayed_from
        why = "the post was forwarded from there"
        self._origin = [Mention(origin, SpeakerKind.ORGANISATION, origin, why)] if origin else []

    def chain(
        self, turn: Turn, speaker: Mention, outer: Sequence[Heard], citing: Sequence[Span]
    ) -> tuple[Mention, ...]:
        """Return through whom a saying came.

        Args:
            outer: those whose attributions enclose it, outermost first.
            citing: the pieces of its source that only cite the others.
        """
        chain = list(self._origin)
        for one in outer:
            chain += [link for link in one.via if link not in chain]
            said = one.mention
            why = "says that the speaker said it"
            chain.append(Mention(said.name, said.kind, said.mention, why))
        for nominal, why in [*self._citing(citing), *self._named_around(turn)]:
            chain += self._link(nominal, turn, why)
        if len(chain) == len(self._origin):
            chain += self._carried(turn, speaker) or self._detailed(turn)
        if speaker.kind is SpeakerKind.UNNAMED and self._takes_up(speaker):
            # An anonymous source taken up by a pronoun is heard through whom it was heard first.
            same_source = [past for past in turn.heard if past.mention.name == speaker.name]
            chain += same_source[-1].via if same_source else ()
        return self._links_of(chain, speaker)

    def _links_of(self, chain: Sequence[Mention], speaker: Mention) -> tuple[Mention, ...]:
        """Return each link of a chain once, without the speaker and without the outlet itself."""
        unique: dict[str, Mention] = {}
        for link in chain:
            same = link.name == speaker.name and link.kind is speaker.kind
            if self._outlet_words and set(link.name.casefold().split()) <= self._outlet_words:
                continue  # its own credit line, or "told the Lamp" in The Daily Lamp
            if len(link.name) > 1 and not same:
                quoted = QUOTED.search(link.name)  # «издание "Тарская весть"» is "Тарская весть"
                called = quoted.group(1) if quoted else link.name
                key = " ".join(_WORD.findall(called.casefold()))
                if key not in unique or (not quoted and unique[key].name.endswith(_MARKS)):
                    unique[key] = link
        return tuple(unique.values())

    # --- what the words name ------------------------------------------------------------------

    def _citing(self, pieces: Sequence[Span]) -> list[tuple[Nominal, str]]:
        """Return those whom the citing pieces of a source name."""
        # A tagger may take the verb along: "пишет «Тарский вестник»".
        relay = pattern(self._data.relay)
        said = [piece.of(self._text) for piece in pieces]
        begun = [(words, relay.match(words)) for words in said]
        bare = [words[verb.end() :].strip() if verb else words for words, verb in begun]
        citers = [read(words, self._language) for words in bare if words]
        # Where a body is among several pieces, the others are words that a tagger took along.
        bodies = [nominal for nominal in citers if nominal.sort is Sort.ORGANISATION]
        return [
            (nominal, "cites the speaker")
            for nominal in bodies or citers
            if nominal.name and nominal.sort not in (Sort.UNNAMED, Sort.ROLE)
        ]

    def _named_around(self, turn: Turn) -> list[tuple[Nominal, str]]:
        taken = tuple(self._layout.taken(turn.at))
        following = self._layout.silent_after(turn.at, hull(turn.attribution).end)
        passage = Passage(self._text, turn.attribution, turn.region, taken, self._language)
        return intermediaries(passage, following)

    def _link(self, nominal: Nominal, turn: Turn, why: str) -> list[Mention]:
        """Return who is meant by a phrase that names who passed a saying on, if anybody."""
        called = bare_name(nominal.name, self._language)
        if called != nominal.name:
            nominal = read(called, self._language)
            if nominal.sort is Sort.NOBODY or not called:
                return []
        if nominal.sort in (Sort.GENERIC, Sort.MEMBERS):
            body = last_body(turn.heard)
            return [Mention(body.name, body.kind, nominal.name, why)] if body else []
        if nominal.sort is Sort.PERSON:
            person, _ = self._roster.named(nominal.name, hull(turn.attribution).start)
            name = person.name if person else nominative(nominal.name, self._language)
            single = len(name.split()) == 1 and (person is None or not person.full)
            kind = SpeakerKind.ORGANISATION if single else SpeakerKind.PERSON
            return [Mention(name, kind, nominal.name, why)]
        name = self._roster.body(nominal.name)
        head = head_of(words_of(name), self._language) if " " in name else None
        declined = head is not None and oblique(head, name=False)
        called = nominative_body(name, self._language) if declined else name
        name = self._data.bodies.get(name.casefold(), called)
        return [Mention(name, SpeakerKind.ORGANISATION, nominal.name, why)]

    # --- what goes on from before -------------------------------------------------------------

    def _carried(self, turn: Turn, speaker: Mention) -> tuple[Mention, ...]:
        """Return the chain of the saying before, where the same speaker goes on in other words.

        "She added" after "Halden Wire quoted her" is still heard through Halden Wire.
        """
        last = turn.heard[-1] if turn.heard else None
        if last is None or self._sentences_since(last, turn) > 1:
            return ()
        source = " ".join(span.of(self._text) for span in turn.attribution.source)
        if speaker.kind is last.mention.kind is SpeakerKind.UNNAMED:
            return last.via if self._bare_noun(source) else ()
        if speaker.mention == speaker.name:
            return ()
        same = last.mention.name == speaker.name and last.mention.kind is speaker.kind
        if not same or not last.via:
            return ()
        if turn.attribution.source:
            sort = read(source, self._language).sort
            if sort not in (Sort.PRONOUN, Sort.DESCRIPTION, Sort.GENERIC):
                return ()
        return last.via

    def _takes_up(self, speaker: Mention) -> bool:
        """Say whether a mention of somebody unnamed only points back at an earlier one."""
        sort = read(speaker.mention, self._language).sort
        return sort in (Sort.PRONOUN, Sort.DESCRIPTION, Sort.NOBODY)

    def _bare_noun(self, words: str) -> bool:
        """Say whether a source is one noun that takes up somebody ("the official")."""
        first = words.casefold().partition(" ")[0]
        small = self._data.small_words
        known = first in small or not words.casefold().endswith(self._data.plural_endings)
        one = len(read(words, self._language).words) == 1
        return one and known and first not in self._data.single

    def _detailed(self, turn: Turn) -> tuple[Mention, ...]:
        """Return whose report, told of in the sentence before, a sentence gives the details of.

        "The situation report of the Institute says so. In particular, the minister …".
        """
        earlier = [past for past in turn.heard if past.at < turn.region.start]
        last = earlier[-1] if earlier else None
        if last is None or last.mention.kind is not SpeakerKind.ORGANISATION:
            return ()
        if not self._opens_details(turn.region.start):
            return ()
        near = self._sentences_since(last, turn) <= _DETAILS
        return (*last.via, last.mention) if near else ()

    def _opens_details(self, start: int) -> bool:
        """Say whether the sentence at `start` begins as one that gives details of a report."""
        opening = pattern(self._data.elaborating).match(self._text, start)
        return opening is not None and self._text[opening.end() : opening.end() + 1] == ","

    def _sentences_since(self, past: Heard, turn: Turn) -> int:
        begins = self._layout.sentence_at(hull(turn.attribution).start)
        return begins - self._layout.sentence_at(past.at)
