"""Reads claim families: claims on one topic that lie close together, each reported many times.

    python -m training.pairs.families [FILE…]

prints how many families, claims and reports the files hold (all of `families/` without arguments)
and every line that is not in form. The format is told in `README.md`, "Claim families".
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from redite.interfaces import Told

HERE = Path(__file__).parent / "families"
LANGUAGES = ("en", "fr", "uk", "ru", "de", "pl", "es", "cs", "pt")

_TOPIC = re.compile(r"== (?P<topic>\S.*)")
_CLAIM = re.compile(
    r"= (?P<claim>[a-z]) (?P<label>[^<]*[^<\s])(?: < (?P<against>[a-z](?: [a-z])*))?"
)
_REPORT = re.compile(
    r"(?P<claim>[a-z])(?P<occasion>\d+)(?P<mark>[+!]?) (?P<language>\w\w) \| "
    r"(?P<before>[^\[\]]*)\[\[(?P<content>[^\[\]]+)\]\](?P<after>[^\[\]]*)"
)


@dataclass(frozen=True, slots=True)
class Report:
    """One passage that reports a claim."""

    claim: str
    occasion: int
    version: int
    """Of the claim's details: 0, and one more from each occasion marked as changed."""
    turned: bool
    """Whether it is a translation whose words turn the meaning."""
    language: str
    told: Told


@dataclass(slots=True)
class Family:
    """Claims on one topic and their reports, in the order in which they were made."""

    author: str
    topic: str
    labels: dict[str, str] = field(default_factory=dict)
    against: set[frozenset[str]] = field(default_factory=set)
    reports: list[Report] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Relation:
    """What is known of two reports; None where the family does not say."""

    claim: bool | None
    utterance: bool
    update: bool | None
    contradicts: bool


APART = Relation(claim=False, utterance=False, update=None, contradicts=False)


def relation(family: Family, earlier: Report, later: Report) -> Relation:
    """Return how two reports of one family stand to each other."""
    if earlier.claim != later.claim:
        against = frozenset((earlier.claim, later.claim)) in family.against
        if earlier.turned or later.turned:
            # What its words turn round may agree with what it was written to oppose.
            return replace(APART, claim=None if against else False)
        return replace(APART, contradicts=against)
    occasion = earlier.occasion == later.occasion
    if earlier.turned or later.turned:
        return Relation(None, occasion, None, earlier.turned != later.turned)
    changed = later.version - earlier.version
    return Relation(True, occasion, None if changed < 0 else changed > 0, False)


def read(path: Path) -> tuple[list[Family], list[str]]:
    """Return the families of a file, and a complaint for every line that is not in form."""
    found, faults, claim = list[Family](), list[str](), ""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        if topic := _TOPIC.fullmatch(line):
            found.append(Family(path.stem, topic["topic"]))
            claim = ""
        elif found and (told := _CLAIM.fullmatch(line)):
            family, claim = found[-1], told["claim"]
            opposed = (told["against"] or "").split()
            if claim in family.labels or not set(opposed) <= set(family.labels):
                faults.append(f"{path.name}:{number}: claim twice, or against a claim not yet told")
            family.labels[claim] = told["label"]
            family.against |= {frozenset((claim, other)) for other in opposed}
        elif found and (said := _REPORT.fullmatch(line)):
            fault = _fault(said, claim)
            if fault:
                faults.append(f"{path.name}:{number}: {fault}")
            found[-1].reports.append(_report(said, found[-1].reports))
        else:
            faults.append(f"{path.name}:{number}: not in form: {line[:60]}")
    faults += [
        f"{path.name}: {family.topic}: fewer than two claims, or a claim without a report"
        for family in found
        if len(family.labels) < 2 or set(family.labels) != {r.claim for r in family.reports}
    ]
    return found, faults


def load(folder: Path = HERE) -> list[Family]:
    """Return all families; ValueError names the lines that are not in form."""
    found, faults = list[Family](), list[str]()
    for path in sorted(folder.glob("*.txt")):
        families, wrong = read(path)
        found += families
        faults += wrong
    if faults:
        raise ValueError("\n".join(faults))
    return found


def _fault(said: re.Match[str], claim: str) -> str:
    if said["claim"] != claim:
        return f"a report of {said['claim']} under claim {claim or 'none'}"
    if said["language"] not in LANGUAGES:
        return f"language {said['language']}, not one of {' '.join(LANGUAGES)}"
    return ""


def _report(said: re.Match[str], earlier: Sequence[Report]) -> Report:
    claim, occasion = said["claim"], int(said["occasion"])
    versions = [r.version for r in earlier if r.claim == claim]
    known = [r.version for r in earlier if (r.claim, r.occasion) == (claim, occasion)]
    version = known[0] if known else max(versions, default=0)
    if said["mark"] == "+" and not known:
        version += 1
    told = Told(said["before"].strip(), said["content"].strip(), said["after"].strip())
    return Report(claim, occasion, version, said["mark"] == "!", said["language"], told)


def main(arguments: Sequence[str]) -> int:
    """Check files and print what they hold."""
    wrong = 0
    for path in [Path(one) for one in arguments] or sorted(HERE.glob("*.txt")):
        families, faults = read(path)
        claims = sum(len(family.labels) for family in families)
        reports = sum(len(family.reports) for family in families)
        print(f"{path.name}: {len(families)} families, {claims} claims, {reports} reports")
        print(*faults, sep="\n", end="\n" if faults else "")
        wrong += len(faults)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
