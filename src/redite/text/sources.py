"""Sources as far as they name somebody: words that a tagger took along or left out are put right.

A tagger that labels word by word takes the adverb before a noun ("недавно лодочник"), the verb of
another clause ("женщина обратилась"), the noun of "по его словам", or the question in a heading
("Что сказал президент:"), and lets go of the noun behind its adjective. Where nothing is left that
could speak, the report has no source here. For languages whose dictionary is at hand.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from redite.lang import words
from redite.lang.attribution import Attribution as AttributionWords
from redite.lang.speakers import Speakers
from redite.text.cut_names import with_whole_name
from redite.text.heads import WORD, Head, head_of, oblique, words_of
from redite.text.nominative import LANGUAGES, Reading, is_animate_noun, is_place, readings
from redite.values import Attribution, Span

_HEADED = re.compile(r"[ \u00a0*_]+([^\n:.!?«»“”\"\[\]()]{2,60}?)[*_ ]*:")
_BEFORE = re.compile(r"(?<![\w-])([^\W\d_]+)[ \u00a0]\Z")
_REACH = 40
"""Code points before a source in which its adjective is looked for."""
_NEXT = re.compile(r"[ \u00a0]+(\w+(?:[’'-]\w+)*)")
_CLAUSE = re.compile(r"[*_]*,[ \u00a0*_]+(\w+)")
_QUOTED = re.compile(r"[«„“\"(]")
_PARTNERS = {"datv", "ablt"}
"""Cases of those to whom, and with whom, somebody speaks."""
_SMALL = ("ADVB", "PRCL", "CONJ", "INTJ", "COMP", "PREP")
"""Parts of speech that stand for nobody."""


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    span: Span
    read: tuple[Reading, ...]
    """How the dictionary reads it, the likeliest first; nothing where it does not hold the word."""
    asks: bool = False
    """Whether it is a question word."""

    def is_of(self, *parts: str) -> bool:
        return bool(self.read) and self.read[0].part in parts

    @property
    def small(self) -> bool:
        """Say whether it is a word that stands for nobody."""
        if self.asks:
            return True
        return self.is_of(*_SMALL) and not any(one.nominal for one in self.read)

    @property
    def undeclined(self) -> bool:
        """Say whether it is a name in other letters, or in capitals, which shows no case."""
        return self.text.isascii() or (len(self.text) > 1 and self.text.isupper())

    @property
    def led(self) -> bool:
        """Say whether a tagger may have taken it along before a subject ("от радник …")."""
        return self.is_of("ADVB", "CONJ") or (self.is_of("PRCL") and self.small)

    @property
    def stands_alone(self) -> bool:
        """Say whether it is a pronoun, and no possessive before a noun."""
        return bool(self.read) and all(one.part == "NPRO" for one in self.read)

    @property
    def subject(self) -> bool:
        """Say whether it may begin the name of a subject, first of all."""
        return self.is_of("NOUN", "ADJF", "PRTF", "NPRO") and "nomn" in self.read[0].cases

    @property
    def cases(self) -> set[str]:
        """Return the cases that it may stand in."""
        return {case for one in self.read for case in one.cases}


def mended(
    attributions: Sequence[Attribution], text: str, language: str | None
) -> tuple[Attribution, ...]:
    """Return the attributions with sources that hold a speaker and nothing else."""
    whole = tuple(with_whole_name(one, text, language) for one in attributions)
    if language not in LANGUAGES:
        return whole
    return tuple(_mended(one, text, language) for one in whole)


def _mended(one: Attribution, text: str, language: str) -> Attribution:
    one = _pointing(_addressed(_of_one_paragraph(one, text), text, language), text, language)
    one = _spoken_to(one, text, language)
    if len(one.source) != 1 or _QUOTED.search(one.source[0].of(text)):
        return one
    found = _read(one.source[0], text, language)
    asked = _asked(one, found, text)
    if asked is not None or not found:
        return one if asked is None else replace(one, source=(asked,))
    data = words(language, "speakers", Speakers)
    if all(word.small and word.text.casefold() not in data.it for word in found):
        return replace(one, source=())
    if found[-1].is_of("INFN") and all(word.small for word in found[:-1]):
        return replace(one, source=())  # "скоро увеличить"
    if _ends_in_predicate(found):
        return replace(one, source=())
    kept = _without_owner(found, data)
    if "," not in one.source[0].of(text):
        behind = any(cue.end <= one.source[0].start for cue in one.cue)
        kept = _clause(kept, data, language, governed=behind)
    kept = _trimmed(kept)
    if kept == found:
        kept = _described(one, _grown(one, kept, text, language), text, language)
    if kept == found:
        return one
    return replace(one, source=(Span(kept[0].span.start, kept[-1].span.end),) if kept else ())


def _of_one_paragraph(one: Attribution, text: str) -> Attribution:
    """Leave out pieces in other paragraphs than the cue, or than the last: those of a heading."""
    if len(one.source) < 2:
        return one
    near = one.cue[-1] if one.cue else one.source[-1]
    kept = tuple(
        piece
        for piece in one.source
        if "\n" not in text[min(piece.end, near.end) : max(piece.start, near.start)]
    )
    return replace(one, source=kept) if kept else one


def _addressed(one: Attribution, text: str, language: str) -> Attribution:
    """Leave out to whom it was said, between verb and subject: "рассказали Halden Wire врачи".

    A name in other letters, or in capitals, may stand in any case; what follows tells, where it is
    a nominative: people, somebody's name, or "в порту" behind a verb for several.
    """
    if not one.source or not one.cue:
        return one
    start, verb = one.source[0].start, one.cue[-1]
    if not verb.end < start or text[verb.end : start].strip(" \u00a0"):
        return one
    said = [reading for word in words_of(verb.of(text)) for reading in readings(word, language)[:1]]
    if not any(reading.part == "VERB" for reading in said):
        return one
    found = [word for piece in one.source for word in _read(piece, text, language)]
    at = next((n for n, word in enumerate(found) if not word.undeclined), len(found))
    if not 0 < at < len(found):
        return one
    behind = found[at:]
    if behind[0].is_of("PREP"):
        spoke = all(reading.plural for reading in said if reading.part == "VERB")
        speaks = spoke and behind[0].text in words(language, "speakers", Speakers).placing
    else:
        speaks = _speaks(behind, language)
    if not speaks or any(word.text.isascii() for word in behind[:1]):
        return one
    begins = behind[0].span.start
    pieces = (Span(max(each.start, begins), each.end) for each in one.source if each.end > begins)
    return replace(one, source=tuple(pieces))


def _pointing(one: Attribution, text: str, language: str) -> Attribution:
    """Leave out the word that only points to the content: "сообщения о том, что …"."""
    if not one.source:
        return one
    data = words(language, "attribution", AttributionWords)
    last = one.source[-1]
    found = _read(last, text, language)
    alone = len(found) == 1 or (len(found) == 2 and found[0].is_of("PREP"))
    if not alone or found[-1].text.casefold() not in data.pointing:
        return one
    behind = _CLAUSE.match(text, last.end)
    if behind is None or behind.group(1).casefold() not in data.that:
        return one
    return replace(one, source=one.source[:-1])


def _spoken_to(one: Attribution, text: str, language: str) -> Attribution:
    """Leave out pieces that are no subject beside one that is: "Тарн во встрече с | Велешем".

    Whom somebody met, or told it, stands in another case. Beside a passive it is by whom.
    """
    if len(one.source) < 2 or _is_passive(one, text, language):
        return one
    found = [_read(piece, text, language) for piece in one.source]
    heads = [_named_head(words, language) for words in found]
    subjects = [head is not None and bool(head.nominative) for head in heads]
    if not any(subjects):
        return one
    kept = [
        piece
        for piece, words, head, subject in zip(one.source, found, heads, subjects, strict=True)
        if subject or not (_is_oblique(words) or (head is not None and head.cases <= _PARTNERS))
    ]
    return replace(one, source=tuple(kept))


def _is_oblique(found: Sequence[_Word]) -> bool:
    """Say whether some word is in another case, and none in the nominative."""
    known = [word.cases for word in found if word.cases]
    return bool(known) and all("nomn" not in cases for cases in known)


def _is_passive(one: Attribution, text: str, language: str) -> bool:
    """Say whether by whom something is said may stand in another case ("названо экспертами")."""
    cue = [word for piece in one.cue for word in words_of(piece.of(text))]
    return any(reading.part == "PRTS" for word in cue for reading in readings(word, language)[:1])


def _named_head(found: Sequence[_Word], language: str) -> Head | None:
    """Return the head of a piece behind words that show no case ("Би-би-си Стиву Розенбергу")."""
    known = [at for at, word in enumerate(found) if word.read and not word.undeclined]
    return _head(found[known[0] :], language) if known else None


def _speaks(found: Sequence[_Word], language: str) -> bool:
    """Say whether words may be the subject of a verb of saying: people, or a person's name."""
    head = _head(found, language)
    if head is None:
        return found[0].text[0].isupper() and not found[0].text.isupper()
    if not head.nominative:
        return False
    known = readings(head.word, language)[:1]
    pronoun = any(reading.part in ("ADJF", "NPRO") for reading in known)  # "одна из туристок"
    named = [reading for reading in head.nominative if not reading.plural]
    proper = any(reading.proper and reading.sure for reading in named)
    strange = head.word[0].isupper() and not any(reading.sure for reading in known)
    name = (proper and not is_place(head.word, language)) or (strange and bool(named))
    return pronoun or name or is_animate_noun(head.word, language)


def _read(source: Span, text: str, language: str) -> list[_Word]:
    matches = WORD.finditer(text, source.start, source.end)
    return [_word(match.group(), Span(*match.span()), language) for match in matches]


def _word(text: str, span: Span, language: str) -> _Word:
    known = readings(text, language)
    asks = text.casefold() in words(language, "speakers", Speakers).asking
    return _Word(text, span, known if known and known[0].sure else (), asks)


def _asked(one: Attribution, found: Sequence[_Word], text: str) -> Span | None:
    """Return who is asked about in a heading: "Что сказал президент:"."""
    if len(found) != 1 or not found[0].asks or len(one.cue) != 1:
        return None
    behind = _HEADED.match(text, one.cue[0].end)
    return Span(*behind.span(1)) if behind else None


def _without_owner(found: list[_Word], data: Speakers) -> list[_Word]:
    """Leave out the noun of "по его словам": whose they are is all that names somebody."""
    owned = len(found) == 2 and found[1].text.casefold() in data.owner_words
    whose = (*data.he, *data.she, *data.they, *data.whose)
    return found[:1] if owned and found[0].text.casefold() in whose else found


def _ends_in_predicate(found: Sequence[_Word]) -> bool:
    """Say whether words are a whole clause: they end in its predicate ("такой шаг осуществим")."""
    last = found[-1]
    alone = not any(reading.nominal for reading in last.read)
    return len(found) > 1 and last.is_of("ADJS") and alone and last.text.islower()


def _clause(found: list[_Word], data: Speakers, language: str, *, governed: bool) -> list[_Word]:
    """Return the subject of a whole clause: what stands before its verb, or else behind."""
    if found[0].is_of("INFN"):
        return []
    if governed and (found[0].stands_alone or found[0].text.casefold() in data.relative):
        return found[:1]
    verb = next(
        (n for n, word in enumerate(found) if n and word.is_of("VERB") and word.text.islower()),
        None,
    )
    if verb is None and all(word.small for word in found[:1]):
        verb = 1 if len(found) > 2 and found[1].is_of("INFN") else None  # "бы написать мы"
    if verb is None:
        return found
    for part in (_trimmed(found[:verb]), _trimmed(found[verb + 1 :])):
        head = _head(part, language)
        if head is not None and not oblique(head, name=head.word[0].isupper()):
            return part
    return []


def _trimmed(found: list[_Word]) -> list[_Word]:
    """Return words without small ones around them, but for those that count ("почти сто")."""
    start, end = 0, len(found)
    while end - start > 1 and found[end - 1].small:
        end -= 1
    while end - start > 1 and found[start].led and found[start + 1].subject:
        start += 1
    return found[start:end]


def _grown(one: Attribution, found: list[_Word], text: str, language: str) -> list[_Word]:
    """Return a source with the noun behind its last adjective ("Западные | издания пишут")."""
    last, read = found[-1], readings(found[-1].text, language)
    behind = _NEXT.match(text, last.span.end)
    describing = [r for r in read if r.part in ("ADJF", "PRTF")]
    told = bool(describing) and read[0] is describing[0]
    if behind is None or not told or any(r.part == "NPRO" for r in read):
        return found
    noun = _word(behind.group(1), Span(*behind.span(1)), language)
    agreeing = noun.cases & {c for r in describing for c in r.cases}
    taken = any(noun.span.overlaps(span) for span in (*one.cue, *one.content))
    if agreeing and not taken and noun.is_of("ADJF"):  # "Тарская | областная администрация"
        whole = _grown(one, [*found, noun], text, language)
        return whole if len(whole) > len(found) + 1 else found
    return [*found, noun] if agreeing and not taken and noun.is_of("NOUN") else found


def _described(one: Attribution, found: list[_Word], text: str, language: str) -> list[_Word]:
    """Return a source with the adjectives before its noun ("областная военная | администрация")."""
    noun = found[0]
    while noun.is_of("NOUN"):
        start = found[0].span.start
        lead = _BEFORE.search(text, max(0, start - _REACH), start)
        if lead is None:
            break
        adjective = _word(lead.group(1), Span(*lead.span(1)), language)
        agrees = adjective.is_of("ADJF") and adjective.cases & noun.cases
        taken = any(adjective.span.overlaps(span) for span in (*one.cue, *one.content))
        if not agrees or taken or adjective.read[0].plural != noun.read[0].plural:
            break
        found = [adjective, *found]
    return found


def _head(found: Sequence[_Word], language: str) -> Head | None:
    return head_of([word.text for word in found], language)
