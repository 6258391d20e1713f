"""How quickly the desk answers on a large ledger, and what it costs an ingest beside it.

    python -m benchmarks.desk [--statements 100000] [--articles 4000] [--keep FILE]
                              [--skip-ingest | --skip-pages]

Builds a ledger of generated statements (nothing is tagged or judged: the stages that decide are
measured elsewhere), opens the desk on it, and reports for every page the server's time at the
median and at p95, its processor time, and its weight. Then 50 readers read while articles are
taken in by another process, whose time is held against that of the same ingest without readers.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from http.client import HTTPConnection
from pathlib import Path
from threading import Event
from typing import NamedTuple
from urllib.parse import quote

import httpx2

from redite.interfaces import Decided
from redite.store import open_store
from redite.text.ids import digest, statement_id
from redite.values import (
    Act,
    Analysis,
    Article,
    Attribution,
    Change,
    DateInterval,
    Deadline,
    Estimate,
    Evidence,
    Judgement,
    Label,
    Mention,
    Outcome,
    Span,
    Speaker,
    SpeakerKind,
    Standing,
    Statement,
    Term,
    Verdict,
)

PORT = 8797
START = datetime(2029, 1, 1, 6, tzinfo=UTC)
FIRST = (
    "Irena Goran Milos Anneke Jonas Pavlo Marta Elin Oda Tomas Vera Lukas Sofia Bran Nadia".split()
)
LAST = "Dalk Vel Tarn Rost Hedr Krem Ilv Marsk Lien Borg Strand Polt Venn Karsk Oster Lund".split()
ENDS = "ov a en ik er ova sen ic ström by".split()
THINGS = {
    "en": "brigade border depot pact tariff harbour treaty battery bridge pipeline summit reactor".split(),
    "fr": "brigade frontière dépôt pacte tarif port traité batterie pont gazoduc sommet réacteur".split(),
    "de": "Brigade Grenze Depot Pakt Zoll Hafen Vertrag Batterie Brücke Leitung Gipfel Reaktor".split(),
    "uk": "бригада кордон склад пакт тариф гавань договір батарея міст трубопровід саміт реактор".split(),
    "ru": "бригада граница склад пакт тариф гавань договор батарея мост трубопровод саммит реактор".split(),
}  # fmt: skip
VERBS = {
    "en": "will open close inspect extend guard review suspend restore".split(),
    "fr": "va ouvrir fermer inspecter prolonger garder revoir suspendre rétablir".split(),
    "de": "wird öffnen schließen prüfen verlängern bewachen überdenken aussetzen herstellen".split(),
    "uk": "буде відкрито закрито перевірено продовжено захищено переглянуто зупинено відновлено".split(),
    "ru": "будет открыто закрыто проверено продлено защищено пересмотрено остановлено восстановлено".split(),
}  # fmt: skip
PLACES = "Tarsk Hallen Quor Orlen Zelnice Brava Sund Karelin Molde Ostby".split()


def build(location: Path, statements: int, seed: int = 7) -> None:
    """Write a ledger of about so many generated statements."""
    rng = random.Random(seed)
    people = [
        Speaker(f"p-{digest('person', str(n))}", _name(rng), SpeakerKind.PERSON)
        for n in range(max(20, statements // 50))
    ]
    outlets = [f"The {place} {kind}" for place in PLACES for kind in ("Wire", "Courier", "Lamp")]
    store = open_store(str(location), create=True)
    written, number = 0, 0
    claims: list[tuple[str, str, str, Speaker]] = []
    decided: list[Decided] = []
    while written < statements:
        published = START + timedelta(minutes=number * 100)
        made = _article(rng, number, published, rng.choice(outlets), people)
        article, found = made
        store.add(article, Analysis(article.key, "generated", tuple(s for s, _ in found)))
        decided.append(
            Decided(
                Standing(article.key, article.given_id or article.key, Outcome.KEPT, "its own"),
                "machine",
                "generated",
            )
        )
        for statement, speaker in found:
            decided.append(
                Decided(_judged(rng, statement, speaker, claims), "machine", "generated")
            )
        written += len(found)
        number += 1
        if len(decided) > 5000:
            store.decide(decided, published)
            decided = []
    store.decide(decided, START)
    store.close()


def _name(rng: random.Random) -> str:
    return f"{rng.choice(FIRST)} {rng.choice(LAST)}{rng.choice(ENDS)}{rng.choice(ENDS)}"


def _article(
    rng: random.Random, number: int, published: datetime, outlet: str, people: list[Speaker]
) -> tuple[Article, list[tuple[Statement, Speaker]]]:
    language = rng.choice(["en", "en", "en", "fr", "de", "uk", "ru"])
    text, spans = "", []
    for _ in range(rng.randint(4, 12)):
        speaker = people[min(int(rng.paretovariate(0.7)) - 1, len(people) - 1)]
        name = str(speaker.name)
        said = " ".join(
            f"{rng.choice(THINGS[language])} {VERBS[language][0]} {rng.choice(VERBS[language][1:])}"
            f" {rng.randint(2, 90)} {rng.choice(PLACES)}"
            for _ in range(rng.randint(1, 3))
        )
        start = len(text)
        text += f"{name}: {said}.\n"
        begins = start + len(name) + 2
        spans.append((speaker, Span(start, start + len(name)), Span(begins, begins + len(said))))
        text += " ".join(rng.choice(THINGS[language]) for _ in range(20)) + ".\n\n"
    key = f"a-{digest(outlet, str(number), text)}"
    article = Article(
        key=key,
        given_id=str(number),
        url=f"https://outlet.example/{number}",
        publisher=outlet,
        published=published,
        dated=True,
        modified=None,
        language=language,
        title=f"{rng.choice(PLACES)}: {rng.choice(THINGS[language])}",
        text=text,
        items=(Span(0, len(text)),),
        relayed_from=None,
        taken_in=published,
        origin="generated",
    )
    found = []
    for speaker, source, content in spans:
        day = published.date()
        statement = Statement(
            id=statement_id(key, (content,)),
            article=key,
            item=0,
            attribution=Attribution((source,), (), (content,)),
            speaker=Mention(str(speaker.name), speaker.kind, str(speaker.name), "named in full"),
            said_on=DateInterval(day, day, "today") if rng.random() < 0.4 else None,
            deadline=Deadline(content, day + timedelta(days=rng.randint(5, 200)))
            if rng.random() < 0.02
            else None,
            estimate=Estimate(content, Term.LIKELY, "generated", 0.55, 0.8)
            if rng.random() < 0.03
            else None,
            act=rng.choice(list(Act)),
        )
        found.append((statement, speaker))
    return article, found


def _judged(
    rng: random.Random,
    statement: Statement,
    speaker: Speaker,
    claims: list[tuple[str, str, str, Speaker]],
) -> Judgement:
    """Return a judgement: half of all statements are new, the others go back to recent ones."""
    if not claims or rng.random() < 0.5:
        claim = f"c-{digest('claim', statement.id)}"
        verdict = Verdict(Label.NEW, 0.9, unsure=rng.random() < 0.2)
    else:
        earlier, claim, utterance, other = claims[
            -1 - min(int(rng.expovariate(0.002)), len(claims) - 1)
        ]
        own = [Label.REPEAT, Label.UPDATE, Label.SAME_UTTERANCE, Label.REVERSAL]
        label = rng.choice(
            own if other.id == speaker.id else [Label.ECHO, Label.UPDATE, Label.DISPUTE]
        )
        against = (Evidence(earlier, "5 of 6 content words"),)
        changes = (Change("number", "8", "12"),) if label is Label.UPDATE else ()
        verdict = Verdict(label, 0.7, rng.random() < 0.3, against, changes)
        if label is Label.SAME_UTTERANCE:
            judged = Judgement(statement.id, speaker, (), utterance, claim, verdict)
            claims.append((statement.id, claim, utterance, speaker))
            return judged
    utterance = f"u-{digest('utterance', statement.id)}"
    claims.append((statement.id, claim, utterance, speaker))
    return Judgement(statement.id, speaker, (), utterance, claim, verdict)


@contextmanager
def served(ledger: Path) -> Iterator[tuple[str, int]]:
    """Serve the desk on a ledger while the block runs; gives its address and process."""
    command = [sys.executable, "-m", "redite", "serve", "--ledger", str(ledger)]
    begun = time.perf_counter()
    with subprocess.Popen([*command, "--port", str(PORT), "--quiet"]) as process:
        base = f"http://127.0.0.1:{PORT}"
        try:
            for _ in range(4000):
                try:
                    httpx2.get(f"{base}/corrections", timeout=5)
                    break
                except httpx2.TransportError:
                    time.sleep(0.1)
            print(f"opened in {time.perf_counter() - begun:.1f} s")
            yield base, process.pid
        finally:
            process.terminate()


def addresses(base: str) -> dict[str, Callable[[int], str]]:
    """Return what each page is asked for, the nth time."""
    with httpx2.Client(base_url=base, timeout=60) as client:
        found = client.get("/api/statements?limit=200").json()["items"]
        people = [s["id"] for s in client.get("/api/speakers?limit=200").json()["items"]]
    days = [date(2029, 1, 3) + timedelta(days=37 * n) for n in range(20)]
    verdicts = [label.value for label in Label]
    pairs = ["brigade border", "depot tarsk", "бригада", "réacteur", "pont orlen 12", "dalkova"]

    def nth(things: list[str]) -> Callable[[int], str]:
        return lambda n: things[n % len(things)]

    return {
        "today": nth([f"/today?since={day}&until={day}" for day in days] + ["/today"]),
        "stream": nth(["/stream", *(f"/stream?verdict={v}&language=en" for v in verdicts)]),
        "article": nth([f"/articles/{s['article']['id']}" for s in found[::10]]),
        "statement": nth([f"/statements/{s['id']}" for s in found]),
        "claim": nth([f"/claims/{s['claim']}" for s in found]),
        "speaker": nth([f"/speakers/{p}" for p in people[:50]]),
        "speakers": nth(["/speakers", "/speakers?q=dalk"]),
        "deadlines": nth(["/deadlines", "/deadlines?status=open"]),
        "lens": nth(["/lenses/nuclear", "/lenses/negotiations"]),
        "audit": nth(["/corrections"]),
        "search": nth([f"/search?q={words}" for words in pairs]),
        "api statements": nth(["/api/statements?limit=50", "/api/statements?verdict=update"]),
        "api search": nth([f"/api/search?q={words}" for words in pairs]),
    }


def worked_by(process: int) -> float:
    """Return the seconds of processor time that a process has had; 0 where nobody tells."""
    stat = Path(f"/proc/{process}/stat")
    if not stat.exists():
        return 0.0
    fields = stat.read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def pages(base: str, process: int, times: int) -> dict[str, dict[str, float]]:
    """Return the milliseconds of every page, and the kilobytes of the heaviest answer."""
    wanted = addresses(base)
    with httpx2.Client(base_url=base, timeout=120, follow_redirects=True) as client:
        slow_ones = ["/deadlines", "/lenses/nuclear", "/lenses/negotiations", "/search?q=depot"]
        for slow in (*slow_ones, "/today", wanted["speaker"](0)):
            for _ in range(300):  # until what is worked out beside the pages is there
                if "delay:2s" not in client.get(slow).text:
                    break
                time.sleep(1)
        for _ in range(60):  # and until nothing more is made ready for the first readers
            worked = worked_by(process)
            time.sleep(1)
            if worked_by(process) - worked < 0.1:
                break
        figures = {}
        for name, address in wanted.items():
            taken, busy, weight = [], [], 0
            for n in range(times):
                begun, worked = time.perf_counter(), worked_by(process)
                answer = client.get(address(n))
                taken.append((time.perf_counter() - begun) * 1000)
                busy.append((worked_by(process) - worked) * 1000)
                if answer.status_code != 200:
                    raise SystemExit(f"{address(n)}: {answer.status_code}\n{answer.text[:500]}")
                weight = max(weight, len(answer.content))
            taken.sort()
            busy.sort()
            figures[name] = {
                "median_ms": round(taken[len(taken) // 2], 1),
                "p95_ms": round(taken[int(len(taken) * 0.95)], 1),
                "processor_ms": round(sum(busy) / len(busy), 1),
                "processor_p95_ms": round(busy[int(len(busy) * 0.95)], 1),
                "kB": round(weight / 1000, 1),
            }
        page = client.get("/").text
        assets = set(re.findall(r'(?:src|href)="(/static/[^"]+)"', page))
        first = len(page.encode()) + sum(len(client.get(a).content) for a in assets)
        figures["first page, all assets"] = {"kB": round(first / 1000, 1)}
    return figures


class Ingested(NamedTuple):
    """How long an ingest took, on the clock and of the processor."""

    seconds: float
    processor: float


def ingest(ledger: Path, folder: Path, salt: str, articles: int) -> Ingested:
    """Return how long an ingest of so many generated articles takes."""
    rng = random.Random(salt)
    lines = []
    for n in range(articles):
        name, place = _name(rng), rng.choice(PLACES)
        text = (
            f"{name} said on Monday that {rng.randint(2, 90)} depots near {place} would be closed. "
            f'"We shall open the bridge at {rng.choice(PLACES)}," {_name(rng)} said. ' * 3
        )
        lines.append(json.dumps({"id": f"{salt}-{n}", "text": text, "published": "2033-01-02"}))
    file = folder / f"{salt}.jsonl"
    file.write_text("\n".join(lines), encoding="utf-8")
    command = [sys.executable, "-m", "benchmarks.desk", "--take-in", str(file), str(ledger)]
    begun, worked = time.perf_counter(), _children()
    subprocess.run(command, check=True)
    return Ingested(time.perf_counter() - begun, _children() - worked)


def _children() -> float:
    """Return the seconds of processor time that ended processes started here have had."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def take_in(file: str, ledger: str) -> None:
    """Take a file in without judging the whole ledger again, which is measured elsewhere."""
    from redite import intake, pipeline
    from redite.models.rules import RuleTagger

    store = open_store(ledger, create=False)
    for _ in pipeline.take_in(intake.read(file), store, RuleTagger(), lambda: datetime.now(UTC)):
        pass
    store.close()


def crowded(
    base: str, process: int, ledger: Path, folder: Path, articles: int, readers: int = 50
) -> dict[str, float]:
    """Return how an ingest goes beside so many readers, one page every two seconds each.

    The readers are as light as can be, since they run on the same processors. What an ingest takes
    of the processor shows whether it was disturbed, also on a machine that others use.
    """
    alone = ingest(ledger, folder, "alone", articles)
    wanted, ended = addresses(base), Event()
    names = [name for name in wanted if not name.startswith("api")]

    def read(reader: int) -> tuple[int, int, float]:
        asked = failed = 0
        slowest = 0.0
        rng = random.Random(reader)
        client = HTTPConnection("127.0.0.1", PORT, timeout=60)
        while not ended.wait(rng.uniform(1, 3)):
            begun = time.perf_counter()
            address = wanted[rng.choice(names)](rng.randint(0, 100))
            while True:
                client.request("GET", quote(address, safe="/?&=%"))
                answer = client.getresponse()
                answer.read()
                if answer.status not in (302, 307):
                    break
                address = answer.headers["location"]
            slowest = max(slowest, time.perf_counter() - begun)
            asked += 1
            failed += answer.status != 200
        client.close()
        return asked, failed, slowest

    with ThreadPoolExecutor(readers) as pool:
        reading = [pool.submit(read, reader) for reader in range(readers)]
        served = worked_by(process)
        beside = ingest(ledger, folder, "beside", articles)
        served = worked_by(process) - served
        ended.set()
        told = [each.result() for each in reading]
    again = ingest(ledger, folder, "again", articles)
    usual = (alone.seconds + again.seconds) / 2
    return {
        "ingest_alone_s": round(usual, 1),
        "ingest_beside_readers_s": round(beside.seconds, 1),
        "slower_by": round(beside.seconds / usual - 1, 2),
        "ingest_alone_processor_s": round((alone.processor + again.processor) / 2, 1),
        "ingest_beside_readers_processor_s": round(beside.processor, 1),
        "desk_processor_s": round(served, 1),
        "pages_read": sum(asked for asked, _, _ in told),
        "errors": sum(failed for _, failed, _ in told),
        "slowest_ms": round(max(slowest for _, _, slowest in told) * 1000),
    }


def main() -> int:
    """Build, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--statements", type=int, default=100_000)
    parser.add_argument("--times", type=int, default=40, help="requests a page")
    parser.add_argument("--keep", type=Path, help="a ledger to keep, or to use again")
    parser.add_argument("--articles", type=int, default=4000, help="taken in beside the readers")
    parser.add_argument("--skip-ingest", action="store_true")
    parser.add_argument("--skip-pages", action="store_true")
    parser.add_argument("--take-in", nargs=2, metavar=("FILE", "LEDGER"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.take_in:
        take_in(*given.take_in)
        return 0
    with tempfile.TemporaryDirectory() as work:
        ledger = given.keep or Path(work) / "desk.db"
        if not ledger.exists():
            build(ledger, given.statements)
            print(f"built {ledger.stat().st_size / 1e6:.0f} MB")
        served_on = Path(work) / "served.db"  # what is kept stays as it was built
        shutil.copy(ledger, served_on)
        with served(served_on) as (base, process):
            if not given.skip_pages:
                print(json.dumps(pages(base, process, given.times), indent=1))
            if not given.skip_ingest:
                told = crowded(base, process, served_on, Path(work), given.articles)
                print(json.dumps(told, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
