"""Who is who across articles and languages.

`identify` is a function of the set of statements and of what people have corrected: neither their
order nor what was known before matters. Each sort of speaker is grouped by its own rule:

- people by name (`redite.stages.persons`);
- bodies by their words, and by a short form that an article explains;
- offices of a country or body by what they are in every language, and then by the one person whom
  the ledger names with that office; other offices by their words and the publisher, since "the
  minister" is another man elsewhere (`redite.stages.held`);
- anonymous sources never.

What people decided (`redite.stages.corrected`) is laid over it and has the last word.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from redite.interfaces import Correction
from redite.names.declined import first_cases
from redite.names.reading import read
from redite.stages.bodies import body_groups
from redite.stages.corrected import Known, Partition, split_off
from redite.stages.held import only_holders, post_of
from redite.stages.persons import people_groups
from redite.text.ids import digest
from redite.values import Article, Mention, Speaker, SpeakerKind, Statement

VERSION = "speakers.v2"
"""Recorded with every judgement; changes whenever who is who may."""


@dataclass(frozen=True, slots=True)
class Identified:
    """The speakers of one statement: its own, and its `via` in the same order."""

    speaker: Speaker
    via: tuple[Speaker, ...]
    reason: str = ""
    """Why the speaker is this one of all on record, for a person to read."""
    via_reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Use:
    """One mention in one statement; `place` is 0 for the speaker, 1 and up for `via`."""

    statement: str
    place: int
    mention: Mention
    language: str | None
    publisher: str | None
    known: Known
    """How the speaker is met here: what one decision about a speaker is about."""


def identify(
    statements: Sequence[Statement],
    articles: Mapping[str, Article],
    corrections: Sequence[Correction] = (),
) -> dict[str, Identified]:
    """Return the speakers of every statement by its id.

    Args:
        articles: by article key; an absent one only costs its language and publisher.
        corrections: oldest first; those that are not about speakers are passed over.
    """
    uses = [use for statement in statements for use in _uses(statement, articles)]
    found, reasons = _found(uses)
    who = Partition(found)
    who.correct(corrections)
    apart = split_off(corrections, statements)
    by_statement: dict[str, list[tuple[Speaker, str]]] = defaultdict(list)
    for use in uses:
        given = apart.get(use.statement) if use.place == 0 else None
        if given is not None:
            by_statement[use.statement].append((given.speaker, given.reason))
        else:
            reason = who.reasons.get(use.known) or reasons.get(use.known, "")
            by_statement[use.statement].append((who.speakers[use.known], reason))
    return {
        statement: Identified(
            of_all[0][0],
            tuple(speaker for speaker, _ in of_all[1:]),
            of_all[0][1],
            tuple(reason for _, reason in of_all[1:]),
        )
        for statement, of_all in by_statement.items()
    }


def _uses(statement: Statement, articles: Mapping[str, Article]) -> Iterable[_Use]:
    article = articles.get(statement.article)
    language = article.language if article else None
    publisher = article.publisher if article else None
    for place, mention in enumerate((statement.speaker, *statement.via)):
        known = Known(mention.kind, mention.name)
        if mention.kind is SpeakerKind.UNNAMED:
            known = Known(mention.kind, mention.name, f"{statement.id} {place}")
        elif mention.kind is SpeakerKind.OFFICE:
            words = " ".join(mention.name.casefold().split())
            post = post_of(mention, language)
            # One office in every language and outlet, where the words say whose it is.
            known = Known(mention.kind, post or words, "" if post else publisher or "")
        yield _Use(statement.id, place, mention, language, publisher, known)


def _found(uses: Sequence[_Use]) -> tuple[dict[Known, Speaker], dict[Known, str]]:
    """Return the speaker that the machine finds for every way of being met, and why."""
    found: dict[Known, Speaker] = {}
    reasons: dict[Known, str] = {}
    of_kind: dict[SpeakerKind, list[_Use]] = defaultdict(list)
    for use in uses:
        of_kind[use.mention.kind].append(use)
    for use in of_kind[SpeakerKind.UNNAMED]:
        key = "u-" + digest("unnamed", use.statement, str(use.place))
        found[use.known] = Speaker(key, use.mention.name or None, SpeakerKind.UNNAMED)
        reasons[use.known] = "a source that is not named is nobody else's"
    spelled: dict[Known, str] = {}
    for use in of_kind[SpeakerKind.OFFICE]:
        spelled[use.known] = min(spelled.get(use.known, use.mention.name), use.mention.name)
        key = "f-" + digest("office", use.known.words, use.known.where or None)
        found[use.known] = Speaker(key, spelled[use.known] or None, SpeakerKind.OFFICE)
        same = "the same words in the same outlet" if use.known.where else "the same office"
        reasons[use.known] = same
    counts = _counted(of_kind[SpeakerKind.PERSON])
    people = people_groups(counts)
    why = {name: reason for one in people for name, reason in one.reasons.items()}
    groups = [(one.base, sorted(one.reasons)) for one in people]
    for name, speaker in _named(groups, counts, SpeakerKind.PERSON).items():
        found[Known(SpeakerKind.PERSON, name)] = speaker
        reasons[Known(SpeakerKind.PERSON, name)] = why[name]
    titled = [(use.mention, use.language) for use in of_kind[SpeakerKind.PERSON]]
    for post, name in only_holders(titled, lambda name: found[Known(SpeakerKind.PERSON, name)].id):
        office, person = Known(SpeakerKind.OFFICE, post), Known(SpeakerKind.PERSON, name)
        if office in found:
            found[office] = found[person]
            reasons[office] = f"{found[person].name} is the only one on record with this office"
    counts = _counted(of_kind[SpeakerKind.ORGANISATION])
    bodies = body_groups(counts)
    for name, speaker in _named(bodies, counts, SpeakerKind.ORGANISATION).items():
        found[Known(SpeakerKind.ORGANISATION, name)] = speaker
        reasons[Known(SpeakerKind.ORGANISATION, name)] = "the same words, or a short form explained"
    return found, reasons


# --- one name, one id ---------------------------------------------------------------------------

Counts = Mapping[str, Counter[str | None]]
"""How often each printed name is met, by language of the article."""
Groups = Sequence[tuple[str, Sequence[str]]]
"""Names that belong together, each group with what its id is made of."""


def _counted(uses: Sequence[_Use]) -> dict[str, Counter[str | None]]:
    counts: dict[str, Counter[str | None]] = defaultdict(Counter)
    for use in uses:
        counts[use.mention.name][use.language] += 1
    return {name: counts[name] for name in sorted(counts)}


def _named(groups: Groups, counts: Counts, kind: SpeakerKind) -> dict[str, Speaker]:
    prefix = "p" if kind is SpeakerKind.PERSON else "o"
    bases = Counter(base for base, _ in groups)
    out: dict[str, Speaker] = {}
    for base, names in groups:
        # Two groups may sound alike to the ear of the base; then the spellings tell them apart.
        parting = None if bases[base] == 1 else min(names)
        speaker = Speaker(f"{prefix}-{digest(kind, base, parting)}", _printed(names, counts), kind)
        out.update(dict.fromkeys(names, speaker))
    return out


def _printed(names: Sequence[str], counts: Counts) -> str:
    """Return the name to print: Latin before others, full, in its first case, most often met.

    A spelling of English articles goes before all others in Latin letters.
    """
    first_case = first_cases({name: counts[name].total() for name in names})

    def rank(name: str) -> tuple[bool, int, int, bool, int, str]:
        words = read(name).words
        full = 2 if read(name).full else len(words) > 1
        met = sum(counts[name].values())
        latin = name.isascii() or _latin(name)
        return (not latin, -full, -counts[name]["en"], name not in first_case, -met, name)

    best = min(names, key=rank)
    return best.rsplit(" (", 1)[0] if best.endswith(")") else best


def _latin(name: str) -> bool:
    return all(ord(c) < 0x250 or not c.isalpha() for c in name)
