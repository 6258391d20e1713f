"""Build a web archive of invented news pages, to measure intake on.

    python -m benchmarks.make_warc pages.warc.gz --pages 1000

Every page has what real ones have around their article: scripts, a consent banner, navigation,
related links, advertising, comments, hidden text. All of it carries fake statements that mention
the Marsh Treaty, which no article does, so that one word tells whether anything got through. The
same number of pages and the same seed give the same archive.
"""

from __future__ import annotations

import argparse
import gzip
import io
import json
import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

from fastwarc import WarcRecord, WarcRecordType

PEOPLE = (
    "President Irena Dalkova",
    "Defence Minister Goran Velesh",
    "Prime Minister Anneke Rostal",
    "Foreign Minister Jonas Hedrik",
    "General Pavlo Kremen",
)
SUBJECTS = ("the Tarsk bridge", "the northern pipeline", "the border post at Quor", "the ferry")
STATES = ("will reopen", "has been inspected", "remains closed", "is under repair", "will move")
DAYS = ("on Monday", "before the end of June", "within two weeks", "on 14 May", "this autumn")
OUTLETS = ("Hallen Courier", "Tarsk Gazette", "Quor Observer", "Ostlind Today")
FAKE = "Goran Velesh said the Marsh Treaty is dead."


def build(path: Path, pages: int, seed: int = 7) -> None:
    """Write an archive with that many pages to `path`, a gzip member for each record."""
    rng = random.Random(seed)
    with path.open("wb") as file:
        for number in range(pages):
            file.write(gzip.compress(_record(number, page(number, rng)), 6, mtime=0))


def page(number: int, rng: random.Random) -> str:
    """Return one page with its chrome."""
    outlet = rng.choice(OUTLETS)
    published = datetime(2024, 3, 1, 6, tzinfo=UTC) + timedelta(minutes=37 * number)
    subject = rng.choice(SUBJECTS)
    title = f"{rng.choice(PEOPLE)} speaks of {subject}"
    described = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": title,
        "datePublished": published.isoformat(),
        "inLanguage": "en",
        "publisher": {"@type": "Organization", "name": outlet},
    }
    links = "".join(f'<li><a href="/{i}">Section {i}</a></li>' for i in range(12))
    related = "".join(f'<li><a href="/r/{i}">{FAKE}</a></li>' for i in range(6))
    comments = "".join(
        f'<div class="comment"><b>reader{i}</b><p>{FAKE} I always knew.</p></div>'
        for i in range(rng.randrange(30))
    )
    paragraphs = "".join(f"<p>{_paragraph(rng, subject)}</p>\n" for _ in range(rng.randint(5, 14)))
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title} | {outlet}</title>
<script type="application/ld+json">{json.dumps(described)}</script>
<style>.teaser-x{{display:none}}</style>
<script>window.q=[];document.write('<p>{FAKE}</p>');{"q.push(1);" * 400}</script></head>
<body><div id="cookie-banner"><p>We use cookies. {FAKE}</p></div>
<header><nav><ul>{links}</ul></nav></header>
<main><article><h1>{title}</h1><div class="byline">By our staff</div>
{paragraphs}<aside><ul>{related}</ul></aside>
<div class="ad-slot"><noscript>{FAKE}</noscript></div></article>
<section class="related"><ul>{related}</ul></section>
<section class="comments">{comments}</section></main>
<footer><p>{FAKE} All rights reserved.</p></footer><div class="teaser-x"><p>{FAKE}</p></div>
</body></html>"""


def _paragraph(rng: random.Random, subject: str) -> str:
    who, other = rng.sample(PEOPLE, 2)
    state, day = rng.choice(STATES), rng.choice(DAYS)
    number = rng.randint(2, 900)
    return rng.choice(
        (
            f"{who} said {day} that {subject} {state}, at a cost of {number} million crowns.",
            f"“We counted {number} lorries,” {who} told reporters. {other} did not comment.",
            f"According to {who}, {subject} {state} {day}; {other} disputed {number}.",
        )
    )


def _record(number: int, markup: str) -> bytes:
    record = WarcRecord()
    record.init_headers(WarcRecordType.response, record_urn=f"<urn:uuid:{number:032x}>".encode())
    record.headers["WARC-Target-URI"] = f"https://courier.example/news/{number}"
    record.headers["WARC-Date"] = "2024-06-01T00:00:00Z"
    record.headers["Content-Type"] = "application/http; msgtype=response"
    body = markup.encode()
    head = (
        f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(body)}"
    )
    record.set_bytes_content(head.encode() + b"\r\n\r\n" + body)
    plain = io.BytesIO()
    record.write(plain)
    return plain.getvalue()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("path", type=Path)
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    build(options.path, options.pages, options.seed)
