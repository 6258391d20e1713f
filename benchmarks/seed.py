"""The article this program began with, a machine's translation, beside three clean reports.

    python -m benchmarks.seed

The article lies with the gold sets, beside the checkout; the three reports of the same statements
are ours and stand below. Everything goes through the command line as a user would do it: `ingest`
and `export` for who spoke via whom and when, `read` for damage and context. Prints one line a
check; exit status 1 if any fails.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.shared import DATA, redite

SEED = DATA / "seed" / "article.fr.txt"
ID = "seed"
REPORTS = (
    {
        "id": "wire.en",
        "publisher": "A wire service",
        "published": "2023-04-05T06:00:00Z",
        "language": "en",
        "title": "Institute sees little new in Russian nuclear threats",
        "text": "The Institute for the Study of War (ISW) said on April 4 that the risk of nuclear "
        "escalation remains extremely low. Russian Defense Minister Sergei Shoigu said on April 4 "
        "that Belarus had received the Iskander-M missile system, which can strike with nuclear "
        "warheads, ISW reported. Shoigu's statements contain no new information about the training "
        "of Belarusian crews, the institute said.\n\nOleksiy Danilov, secretary of Ukraine's "
        "National Security and Defense Council, said that Moscow was looking for a better position "
        "in negotiations.",
    },
    {
        "id": "daily.uk",
        "publisher": "Щоденна газета",
        "published": "2023-04-05T07:30:00Z",
        "language": "uk",
        "title": "В інституті оцінили ядерні погрози Росії",
        "text": "Інститут вивчення війни (ISW) вважає, що ризик ядерної ескалації залишається "
        "вкрай низьким. Про це йдеться у звіті від 4 квітня. За даними ISW, міністр оборони Росії "
        "Сергій Шойгу заявив, що Білорусь отримала комплекс «Іскандер-М».\n\nСекретар РНБО Олексій "
        "Данілов заявив, що Москва прагне вигіднішої позиції на переговорах.",
    },
    {
        "id": "paper.de",
        "publisher": "Eine Zeitung",
        "published": "2023-04-05T09:00:00Z",
        "language": "de",
        "title": "Denkfabrik: Atomrisiko bleibt gering",
        "text": "Das Risiko einer nuklearen Eskalation bleibt nach Einschätzung des Institute for "
        "the Study of War (ISW) äußerst gering. Der russische Verteidigungsminister Sergei Schoigu "
        "erklärte am 4. April, Belarus habe das Raketensystem Iskander-M erhalten, wie das ISW "
        "berichtet.",
    },
)
FLAGGED = (
    ("reste extrême", "meaning-flip"),
    ("ulcères", "word"),
    ("accident vasculaire cérébral", "word"),
    ("Shoig", "name"),
    ("Shoiga", "name"),
)
DAY = "2023-04-04"
EVENTS = ("Finlande", "assistance militaire à l'Ukraine", "contre-offensive")


def checks(
    read: Mapping[str, Mapping[str, Any]], statements: list[dict[str, Any]]
) -> Iterator[tuple[str, bool]]:
    """Yield every check with whether it holds, on what `read` and `export` gave."""
    seed = read[ID]
    text = str(seed["text"])
    flags = [(text[one["start"] : one["end"]], one["kind"]) for one in seed["damage"]]
    for words, kind in FLAGGED:
        found = any(flagged.split()[-1] == words.split()[-1] and kind == k for flagged, k in flags)
        yield f"“{words}” is flagged as {kind}", found
    clean = [one["id"] for id, one in read.items() if id != ID for one in one["damage"]]
    yield "nothing is flagged in the three clean reports", not clean
    own = [one for one in statements if one["article"]["id"] == ID]
    chains = [(one["speaker"]["name"] or "", [via["name"] for via in one["via"]]) for one in own]
    relayed = [via for name, via in chains if "Shoig" in name or "Шойг" in name]
    yield (
        f"ISW stands between the article and Shoigu ({sum(map(bool, relayed))} of {len(relayed)})",
        any(via and "Study of War" in str(via[-1]) for via in relayed),
    )
    others = [via for name, via in chains if "Danilov" in name or "Данілов" in name]
    yield "nobody stands between it and Danilov", bool(others) and not any(others)
    yield from _dated(own, text, seed["dates"])
    links = seed["context_links"]
    events = [text[event[0][0] : event[-1][1]] for event in (link["event"] for link in links)]
    for event in EVENTS:
        yield f"it is put beside “{event}”", any(event in one for one in events)


def _dated(
    own: list[dict[str, Any]], text: str, dates: list[dict[str, Any]]
) -> Iterator[tuple[str, bool]]:
    """Yield the checks of days, deadline and likelihood."""
    yield from _days(own, text)
    training = [one for one in own if "ont été formés" in _content(one)]
    spans = [(span["start"], span["end"]) for one in training for span in one["content"]]
    values = {
        date["value"]
        for date in dates
        if any(start <= date["start"] and date["end"] <= end for start, end in spans)
    }
    yield (
        f"the training recalled is of February 2023 ({', '.join(sorted(values))})",
        (values == {"2023-02"}),
    )
    due = {one["deadline"]["due"] for one in own if one["deadline"]}
    yield f"the one deadline is 1 July 2023 ({', '.join(sorted(due))})", due == {"2023-07-01"}
    bands = {
        (one["estimate"]["term"], one["estimate"]["low"], one["estimate"]["high"])
        for one in own
        if one["estimate"] and "restera probablement" in _content(one)
    }
    yield f"“restera probablement” has the French band {bands}", bands == {("likely", 0.63, 0.87)}


def _days(own: list[dict[str, Any]], text: str) -> Iterator[tuple[str, bool]]:
    """Yield the check that what Shoigu said in sentences that name the day has it."""
    named = [
        one
        for one in own
        if "Shoig" in (one["speaker"]["name"] or "") and "4 avril" in _sentence(one, text)
    ]
    right = [one for one in named if one["said_on"] and one["said_on"]["start"] == DAY]
    yield (
        f"what Shoigu said on 4 April is dated so ({len(right)} of {len(named)})",
        bool(named) and len(right) == len(named),
    )


def _sentence(one: Mapping[str, Any], text: str) -> str:
    """Return the sentence in which somebody is said to speak."""
    cue = one["cue"][0]
    return text[text.rfind(". ", 0, cue["start"]) + 1 :].split(". ")[0].split("\n")[0]


def _content(one: Mapping[str, Any]) -> str:
    return " ".join(span["text"] for span in one["content"])


def undated_checks(own: list[dict[str, Any]], text: str) -> Iterator[tuple[str, bool]]:
    """Yield the checks on the bare file, whose years only its other dates tell."""
    for what, holds in _days(own, text):
        yield f"without a date of publication, {what}", holds
    doubts = [one["said_on"]["doubt"] for one in own if one["said_on"]]
    yield "and every such day is marked as doubtful", bool(doubts) and all(doubts)


def main() -> int:
    """Read, check and print."""
    if not SEED.exists():
        print(f"skipped: no article at {SEED.parent}; REDITE_SHARED may name the place")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        article = {
            "id": ID,
            "publisher": "The article's outlet",
            "published": "2023-04-05T08:00:00Z",
            "language": "fr",
            "text": SEED.read_text(encoding="utf-8"),
        }
        lines = [json.dumps(one, ensure_ascii=False) for one in (article, *REPORTS)]
        (work / "articles.jsonl").write_text("\n".join(lines), encoding="utf-8")
        redite("read", str(work / "articles.jsonl"), "--quiet", output=work / "read.jsonl")
        redite("ingest", str(work / "articles.jsonl"), "-q", "--ledger", str(work / "seed.db"))
        redite("ingest", str(SEED), "-q", "--ledger", str(work / "bare.db"))
        for ledger in ("seed", "bare"):
            exported = work / f"{ledger}.jsonl"
            options = ("--what", "statements", "--ledger", str(work / f"{ledger}.db"))
            redite("export", *options, output=exported)
        read = {one["id"]: one for one in _lines(work / "read.jsonl")}
        found = list(checks(read, _lines(work / "seed.jsonl")))
        found += undated_checks(_lines(work / "bare.jsonl"), str(article["text"]))
    for what, holds in found:
        print(f"{'yes' if holds else 'NO '}  {what}")
    return 0 if all(holds for _, holds in found) else 1


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


if __name__ == "__main__":
    sys.exit(main())
