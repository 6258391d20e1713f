"""Who is who across articles and languages.

`identify` is a function of the set of statements: neither their order nor what was known before
matters. Each sort of speaker is grouped by its own rule:

- people by name (`redite.text.names`): full names that match make one person; an initial or a
  surname alone joins the only person on record whom it fits, or the one who is by far the most
  often named, and else stays alone;
- bodies by their words, and by a short form that an article explains;
- offices by their words and the publisher, since "the minister" is another man elsewhere;
- anonymous sources never.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from redite.stages.bodies import body_groups
from redite.text.ids import digest
from redite.text.names import folded, name_words, parts, same_name, skeleton
from redite.values import Article, Mention, Speaker, SpeakerKind, Statement

VERSION = "speakers.v1"
"""Recorded with every judgement; changes whenever who is who may."""


_CROWD = 200
"""Names in one bucket up to which every pair is looked at."""

FOREMOST = 10
"""How many times as often as its namesakes a person must be named to own a bare surname. A wrong
merge is worse than a missed one: at 10 a garbled name read once or twice cannot split a president
in two, while two ministers of one surname stay apart."""


@dataclass(frozen=True, slots=True)
class Identified:
    """The speakers of one statement: its own, and its `via` in the same order."""

    speaker: Speaker
    via: tuple[Speaker, ...]


@dataclass(frozen=True, slots=True)
class _Use:
    """One mention in one statement; `place` is 0 for the speaker, 1 and up for `via`."""

    statement: str
    place: int
    mention: Mention
    language: str | None
    publisher: str | None


def identify(
    statements: Sequence[Statement], articles: Mapping[str, Article]
) -> dict[str, Identified]:
    """Return the speakers of every statement by its id.

    Args:
        articles: by article key; an absent one only costs its language and publisher.
    """
    uses = [use for statement in statements for use in _uses(statement, articles)]
    found: dict[tuple[str, int], Speaker] = {}
    of_kind: dict[SpeakerKind, list[_Use]] = defaultdict(list)
    for use in uses:
        of_kind[use.mention.kind].append(use)
    for use in of_kind[SpeakerKind.UNNAMED]:
        key = "u-" + digest("unnamed", use.statement, str(use.place))
        found[use.statement, use.place] = _speaker(key, use.mention.name, SpeakerKind.UNNAMED)
    for use in of_kind[SpeakerKind.OFFICE]:
        words = " ".join(use.mention.name.casefold().split())
        key = "f-" + digest("office", words, use.publisher)
        found[use.statement, use.place] = _speaker(key, use.mention.name, SpeakerKind.OFFICE)
    _same_words(of_kind[SpeakerKind.OFFICE], found)
    for kind, group in (
        (SpeakerKind.PERSON, _people),
        (SpeakerKind.ORGANISATION, body_groups),
    ):
        counts = _counted(of_kind[kind])
        speakers = _named(group(counts), counts, kind)
        for use in of_kind[kind]:
            found[use.statement, use.place] = speakers[use.mention.name]
    return {
        statement.id: Identified(
            found[statement.id, 0],
            tuple(found[statement.id, place] for place in range(1, len(statement.via) + 1)),
        )
        for statement in statements
    }


def _uses(statement: Statement, articles: Mapping[str, Article]) -> Iterable[_Use]:
    article = articles.get(statement.article)
    language = article.language if article else None
    publisher = article.publisher if article else None
    for place, mention in enumerate((statement.speaker, *statement.via)):
        yield _Use(statement.id, place, mention, language, publisher)


def _speaker(key: str, name: str, kind: SpeakerKind) -> Speaker:
    return Speaker(key, name or None, kind)


def _same_words(uses: Sequence[_Use], found: dict[tuple[str, int], Speaker]) -> None:
    """Give an office one spelling: the first in order of code points."""
    names: dict[str, str] = {}
    for use in uses:
        speaker = found[use.statement, use.place]
        names[speaker.id] = min(names.get(speaker.id, use.mention.name), use.mention.name)
    for use in uses:
        speaker = found[use.statement, use.place]
        found[use.statement, use.place] = _speaker(speaker.id, names[speaker.id], speaker.kind)


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
    """Return the name to print: Latin before others, full, English spelling, most often met."""

    def rank(name: str) -> tuple[bool, int, int, int, str]:
        found = name_words(name)
        full = 2 if len(found) > 1 and min(map(len, found)) > 1 else len(found) > 1
        met = sum(counts[name].values())
        return (not name.isascii() and not _latin(name), -full, -counts[name]["en"], -met, name)

    best = min(names, key=rank)
    return best.rsplit(" (", 1)[0] if best.endswith(")") else best


def _latin(name: str) -> bool:
    return all(ord(c) < 0x250 or not c.isalpha() for c in name)


# --- people -------------------------------------------------------------------------------------


def _people(counts: Counts) -> Groups:
    full = [n for n in counts if parts(n).given and not parts(n).initial]
    whole = set(full)
    short = [n for n in counts if n not in whole]
    groups = _matching(full)
    by_surname: dict[str, list[int]] = defaultdict(list)
    for number, names in enumerate(groups):
        for key in sorted({skeleton(parts(n).surname) for n in names}):
            by_surname[key].append(number)
    alone: list[str] = []
    joined: dict[int, list[str]] = defaultdict(list)
    for name in short:
        fitting = [
            number
            for number in by_surname.get(skeleton(parts(name).surname), ())
            if any(_carries(name, bearer) for bearer in groups[number])
        ]
        bearer = _only_or_foremost(fitting, groups, counts)
        if bearer is None:
            alone.append(name)
        else:
            joined[bearer].append(name)
    complete = [(_base(names), [*names, *joined[n]]) for n, names in enumerate(groups)]
    return [*complete, *((_base(names), names) for names in _same_sounds(alone))]


def _only_or_foremost(
    fitting: Sequence[int], groups: Sequence[Sequence[str]], counts: Counts
) -> int | None:
    """Return the one person a surname stands for where no article says who, or None.

    That is the only bearer on record, or one who is named `FOREMOST` times as often as all the
    others together: "Dalkova" by itself is the president, not her cousin who was once quoted.
    """
    if not fitting:
        return None
    named = {n: sum(counts[name].total() for name in groups[n]) for n in fitting}
    best = min(fitting, key=lambda n: (-named[n], n))
    others = sum(named.values()) - named[best]
    return best if named[best] >= FOREMOST * others else None


def _matching(names: Sequence[str]) -> list[list[str]]:
    """Group full names that match, straight or in the other order, pair by pair in buckets."""
    buckets: dict[tuple[str, str], list[str]] = defaultdict(list)
    sounding: dict[tuple[str, str, tuple[str, ...]], str] = {}
    links: list[tuple[str, str]] = []
    for name in names:
        read = parts(name)
        sounds = (folded(read.given), folded(read.surname), tuple(map(folded, read.middle)))
        if sounds in sounding:
            links.append((sounding[sounds], name))
            continue
        sounding[sounds] = name
        first, last = skeleton(read.given), skeleton(read.surname)
        buckets[last, first[:1]].append(name)
        if first != last:
            buckets[min(first, last), max(first, last)].append(name)
    for bucket in _bounded(buckets.values()):
        for at, left in enumerate(bucket):
            links += [(left, right) for right in bucket[at + 1 :] if same_name(left, right).same]
    return _components(names, links)


def _bounded(buckets: Iterable[list[str]]) -> Iterable[list[str]]:
    """Part crowded buckets by the consonants of the given name, so that time stays near linear."""
    for bucket in buckets:
        if len(bucket) <= _CROWD:
            yield bucket
            continue
        closer: dict[str, list[str]] = defaultdict(list)
        for name in bucket:
            closer[skeleton(parts(name).given)].append(name)
        yield from closer.values()


def _components(names: Sequence[str], links: Iterable[tuple[str, str]]) -> list[list[str]]:
    parent = {name: name for name in names}

    def root(name: str) -> str:
        while parent[name] != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    for left, right in links:
        a, b = root(left), root(right)
        parent[max(a, b)] = min(a, b)
    groups: dict[str, list[str]] = defaultdict(list)
    for name in names:
        groups[root(name)].append(name)
    return [groups[key] for key in sorted(groups)]


def _carries(short: str, full: str) -> bool:
    """Say whether a surname, with or without an initial, fits a full name."""
    match = same_name(short, full)
    if match.score < (0.66 if parts(short).given else 0.6):
        return False
    return not _his_and_hers(parts(short).surname, parts(full).surname)


def _his_and_hers(a: str, b: str) -> bool:
    """Say whether two surnames differ as a man's and a woman's do ("Dalkov", "Dalkova")."""
    short, long = sorted((folded(a), folded(b)), key=len)
    return long == short + "a" and short.endswith(("ov", "ev", "in"))


def _same_sounds(names: Sequence[str]) -> list[list[str]]:
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name in names:
        read = parts(name)
        groups[folded(read.given), folded(read.surname) or name].append(name)
    return [groups[key] for key in sorted(groups)]


def _base(names: Sequence[str]) -> str:
    return min(f"{skeleton(parts(n).given)} {skeleton(parts(n).surname)}" for n in names)
