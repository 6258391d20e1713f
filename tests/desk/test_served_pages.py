"""What the pages say."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from redite.desk import Desk
from redite.desk.pages import environment
from redite.desk.plots import bars
from redite.desk.searching import marked
from redite.desk.today import DAYS, latest, pieces
from redite.store.sealing import text_hash
from redite.timing.intensity import Series
from redite.values import Chart, Label, Record
from tests.desk.ledger import opened, world, write
from tests.exports.build import article
from tests.exports.story import story


@pytest.fixture(scope="module")
def open_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Desk, TestClient]]:
    """A desk open on the story, for tests that change nothing."""
    with opened(tmp_path_factory.mktemp("desk") / "story.db") as desk_and_client:
        yield desk_and_client


@pytest.fixture
def client(open_desk: tuple[Desk, TestClient]) -> TestClient:
    """The client alone."""
    return open_desk[1]


def of(desk: Desk, label: Label) -> Record:
    """Return a statement with this verdict."""
    return next(r for r in desk.now.current if r.judgement.verdict.label is label)


def test_every_page_of_the_bar_opens(client: TestClient) -> None:
    """Each page that the bar leads to is there, in full, with one heading of the first level."""
    top = client.get("/stream").text.split("</nav>")[0]
    bar = re.findall(r'<li><a href="(/[^"]+)"', top)
    assert len(bar) == 7
    for address in [*bar, "/search?q=crossing", "/lenses/nuclear"]:
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert answer.text.count("<h1") == 1, address
        assert answer.text.rstrip().endswith("</html>")


def test_the_stream_begins_with_the_newest(open_desk: tuple[Desk, TestClient]) -> None:
    """Statements come newest first; those of earlier versions do not come."""
    desk, client = open_desk
    shown = re.findall(r'<li class="item[^>]+id="(s-[0-9a-f]+)"', client.get("/stream").text)
    expected = [record.statement.id for record in reversed(desk.now.current)]
    assert shown == expected[: len(shown)]
    assert len(shown) == min(30, len(expected))


def test_filters_stand_in_the_address(open_desk: tuple[Desk, TestClient]) -> None:
    """An address with filters shows what fits all of them, whoever opens it."""
    desk, client = open_desk
    page = client.get("/stream?verdict=update&language=en").text
    wanted = [
        r.statement.id
        for r in desk.now.current
        if r.judgement.verdict.label is Label.UPDATE and r.article.language == "en"
    ]
    assert wanted
    assert sorted(re.findall(r'<li class="item[^>]+id="(s-[0-9a-f]+)"', page)) == sorted(wanted)


def test_a_filter_that_is_none_is_named(client: TestClient) -> None:
    """A mistyped verdict or date gives a page that says so, not an error of the server."""
    for query in ("verdict=nwe", "since=yesterday", "act=sing", "lens=none", "before=s-0"):
        answer = client.get(f"/stream?{query}")
        assert answer.status_code == 400, query
        assert query.split("=")[1] in answer.text


def test_an_article_shows_its_spans_hash_and_original(
    open_desk: tuple[Desk, TestClient],
) -> None:
    """The text stands there whole, its statements marked and listed, with hash and link."""
    desk, client = open_desk
    record = of(desk, Label.NEW)
    page = client.get(f"/articles/{record.article.key}").text
    assert text_hash(record.article.text) in page
    assert f'href="{record.article.url}" rel="noopener noreferrer"' in page
    assert f'id="{record.statement.id}"' in page
    inside = re.search(r'<div class="text".*?</article>', page, re.S)
    assert inside is not None
    bare = re.sub(r"<ul class=\"notes\">.*?</ul>|<sup.*?</sup>|<[^>]+>", "", inside[0], flags=re.S)
    assert record.content[:40] in bare
    assert client.get(f"/articles/{record.article.key}/text").text == record.article.text


def test_an_edited_article_shows_both_versions(open_desk: tuple[Desk, TestClient]) -> None:
    """The latest version stands beside the one before, with what changed marked."""
    _, client = open_desk
    page = client.get("/articles/a-200later").text
    assert "Versions" in page
    assert re.search(r"<del>[^<]*Monday", page)
    assert re.search(r"<ins>[^<]*Tuesday", page)


def test_an_article_is_found_by_its_public_id(client: TestClient) -> None:
    """The id that exports name leads to the page of the latest version."""
    answer = client.get("/articles/hw-200", follow_redirects=False)
    assert answer.status_code == 302
    assert answer.headers["location"] == "/articles/a-200later"


def test_a_statement_says_why(open_desk: tuple[Desk, TestClient]) -> None:
    """Beside the verdict stand the earlier words it is held against, and the reason."""
    desk, client = open_desk
    record = of(desk, Label.DISPUTE)
    page = client.get(f"/statements/{record.statement.id}").text
    evidence = record.judgement.verdict.against[0]
    assert evidence.reason in page
    assert f"/statements/{evidence.statement}" in page
    assert "Somebody else said the opposite." in page


def test_a_claim_shows_what_changed(open_desk: tuple[Desk, TestClient]) -> None:
    """A changed detail stands there as it was and as it is."""
    desk, client = open_desk
    record = next(r for r in desk.now.current if r.judgement.verdict.changes)
    change = record.judgement.verdict.changes[0]
    page = client.get(f"/claims/{record.judgement.claim}").text
    assert f"<ins>{change.after}</ins>" in page


def test_a_speaker_shows_names_with_reasons_and_deadlines(
    open_desk: tuple[Desk, TestClient],
) -> None:
    """Each word that stands for a speaker has its reason; announced dates have their status."""
    desk, client = open_desk
    record = next(r for r in desk.now.current if r.statement.deadline is not None)
    page = client.get(f"/speakers/{record.judgement.speaker.id}").text
    assert record.statement.speaker.reason in page
    assert "1 Jun 2031" in page
    assert 'class="badge v-open"' in page


def test_the_brief_of_a_day_cites(client: TestClient) -> None:
    """Each sentence of the brief leads to its evidence, which can be had by itself."""
    page = client.get("/today?since=2031-04-05&until=2031-04-05").text
    evidence = re.findall(r'hx-get="(/today/evidence[^"]+)"', page)
    assert evidence
    for address in map(html.unescape, evidence):
        part = client.get(address, headers={"hx-request": "true"}).text
        assert "<mark>" in part
        assert "<html" not in part
        whole = client.get(address).text
        assert "<mark>" in whole
        assert "<html" in whole
    assert client.get("/today/evidence?sentence=none").status_code == 404


def test_a_brief_of_a_subject_says_why_now(open_desk: tuple[Desk, TestClient]) -> None:
    """Through a lens the brief draws how much was said when; an unknown lens is refused."""
    desk, client = open_desk
    page = client.get("/today?since=2031-04-01&until=2031-04-09&lens=military-aid").text
    assert '<option value="military-aid" selected>military aid</option>' in page
    told = client.get("/api/brief?since=2031-04-01&until=2031-04-09&lens=military-aid").json()
    assert told["lens"]
    if any(any(series["sayings"]) for series in told["series"]):
        assert '<svg class="plot"' in page
    taken = desk.seen("military-aid")
    assert taken is not None
    cited = {cite["statement"] for s in told["sentences"] for cite in s["cites"]}
    about = {r.judgement.utterance for r in desk.now.all if r.statement.id in cited}
    assert taken.utterances & about or not taken.records
    assert client.get("/today?lens=nothing").status_code == 400


def test_a_long_plot_shows_its_last_days() -> None:
    """However long the record, a plot has bars that can be told apart; bursts are cut with it."""
    first = date(2030, 1, 1)
    days = 3 * DAYS
    counts = tuple(range(days))
    bursts = ((first, first), (date(2030, 12, 1), first + timedelta(days=days - 1)))
    shown = latest(Chart("x", first, counts, counts, bursts, ()))
    assert shown.sayings == shown.origins == counts[-DAYS:]
    assert shown.first == first + timedelta(days=2 * DAYS)
    assert shown.bursts == ((max(shown.first, date(2030, 12, 1)), bursts[1][1]),)
    short = Chart("x", first, (1, 2), (1, 1), ((first, first),), ())
    assert latest(short) == short


def test_past_days_of_a_large_ledger_are_counted_when_asked(
    open_desk: tuple[Desk, TestClient], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Leafing through costs no counting; a link asks for it."""
    desk, client = open_desk
    monkeypatch.setattr("redite.desk.work.HELD", 1)
    address = "/today?since=2031-04-02&until=2031-04-05"
    assert "counted=1" in client.get(address).text
    assert not [name for name in desk.watch._derived if name == "why::2031-04-02:2031-04-05"]
    assert "counted=1&amp;sentence" in client.get(f"{address}&counted=1").text
    assert "Count what was said" not in client.get("/today").text


def test_a_claim_by_language(open_desk: tuple[Desk, TestClient]) -> None:
    """The timeline has a line for each language in which a claim was reported."""
    desk, client = open_desk
    by_claim = {r.judgement.claim: set[str]() for r in desk.now.current}
    for record in desk.now.current:
        if record.article.language and record.article.dated:
            by_claim[record.judgement.claim].add(record.article.language)
    claim = max(by_claim, key=lambda each: len(by_claim[each]))
    assert len(by_claim[claim]) > 1
    page = client.get(f"/claims/{claim}?by=language").text
    lanes = re.findall(r'<text class="name"[^>]*>([^<]+)<', page)
    assert set(lanes) >= by_claim[claim]


def test_what_is_new_is_shown_under_the_same_filters(client: TestClient) -> None:
    """The note that the ledger has changed leads to what the reader was looking at."""
    page = html.unescape(client.get("/stream?verdict=update&language=en").text)
    address = re.findall(r'hx-get="(/stream/fresh[^"]+)"', page)[0]
    assert "has changed" not in client.get(address).text
    later = html.unescape(client.get(address.replace("mark=", "mark=0.")).text)
    assert 'href="/stream?verdict=update&language=en"' in later


def test_a_brief_says_when_it_is_overtaken(client: TestClient) -> None:
    """An open brief asks whether the ledger has changed, and leads to the same days."""
    page = client.get("/today?since=2031-04-05&until=2031-04-05").text
    address = html.unescape(re.findall(r'hx-get="(/today/fresh[^"]+)"', page)[0])
    assert "href" not in client.get(address).text
    note = html.unescape(client.get(re.sub("mark=[0-9.]+", "mark=0", address)).text)
    assert 'href="/today?since=2031-04-05&until=2031-04-05"' in note
    assert 'href="/today"' in client.get("/today/fresh?mark=0").text


def test_search_marks_the_words(client: TestClient) -> None:
    """What was found is marked; what is not there is said to be not there."""
    page = client.get("/search?q=northern+crossing").text
    assert "<mark>northern</mark>" in page
    assert "<title>northern crossing · Search" in page
    assert "Nothing found" in client.get("/search?q=zzzzzz").text


def test_words_stand_between_one_pair_of_marks() -> None:
    """Marks around all of what was found are the page's own; those inside have others around."""
    assert marked("“Closed on Monday”", ((11, 17),)) == [
        ("Closed on ", False),
        ("Monday", True),
    ]
    two = "«Закрито» і «відкрито»"
    assert marked(two, ()) == [(two, False)]
    nested = environment("uk").filters["nested"]
    assert [nested(said) for said in ("plain", two, "the “open” door")] == ["", " angled", " curly"]


def test_a_quotation_holds_others() -> None:
    """What is quoted stands in one piece, whatever marks are inside it."""
    for quoted in ("“a”", "«a “b” c»", "„a «b» c“", "‘Russia’s “b”’"):
        assert pieces(f"He said {quoted} twice.") == [
            ("He said ", False),
            (quoted, True),
            (" twice.", False),
        ]


def test_days_below_a_plot_are_evenly_spaced() -> None:
    """As many days lie between any two that are named."""
    for days in (1, 2, 5, 6, 30, 179, 1000):
        plot = bars(Series("", date(2031, 4, 4), (1,) * days, (1,) * days))
        named = [label.day.toordinal() for label in plot.days if label.day]
        assert 1 <= len(named) <= 4
        assert len({after - before for before, after in pairwise(named)}) <= 1, days


def test_nothing_has_changed_for_who_has_it(client: TestClient) -> None:
    """Asked again with the tag of the answer, the desk says that nothing changed."""
    for address in ("/stream", "/api/statements", "/api/brief"):
        first = client.get(address)
        again = client.get(address, headers={"if-none-match": first.headers["etag"]})
        assert again.status_code == 304, address
        assert again.content == b""


def test_what_is_not_there_is_said_in_words(client: TestClient) -> None:
    """An unknown id gives a page with status 404, on every page that takes one."""
    for address in ("statements/s-0", "articles/a-0", "claims/c-0", "speakers/p-0", "lenses/x"):
        answer = client.get(f"/{address}")
        assert answer.status_code == 404, address
        assert "Not on record" in answer.text


def test_hostile_text_stays_text(open_desk: tuple[Desk, TestClient]) -> None:
    """No tag, no handler and no direction mark of an article reaches any page as such."""
    desk, client = open_desk
    record = next(r for r in desk.now.current if "gnihton" in r.content)
    pages = [
        "/stream",
        "/today?since=2031-04-06&until=2031-04-06",
        f"/articles/{record.article.key}",
        f"/statements/{record.statement.id}",
        f"/claims/{record.judgement.claim}",
        f"/speakers/{record.judgement.speaker.id}",
        "/speakers",
        "/search?q=gnihton",
    ]
    for address in pages:
        page = client.get(address).text
        assert "gnihton" in page or "Oda" in page, address
        assert not re.search(r"<script(?! src=\"/static/)|onerror=\"|<svg onload|<b>Bold", page)
        assert 'href="javascript:' not in page
        assert not re.search("[\u202a-\u202e\u2066-\u2069\x00\x1b]", page), address
        assert "49" not in re.findall(r"\{\{ 7\*7 \}\}|49 \$\{", page)


def test_right_to_left_text_is_set_so(open_desk: tuple[Desk, TestClient]) -> None:
    """Arabic words carry their language and direction wherever they stand."""
    desk, client = open_desk
    record = next(r for r in desk.now.current if r.article.language == "ar")
    for address in ("/stream", f"/articles/{record.article.key}"):
        assert 'lang="ar" dir="rtl"' in client.get(address).text


def test_the_story_has_what_these_tests_need() -> None:
    """Every verdict is told of in the story, so that no page is tested on half of them."""
    told = {record.judgement.verdict.label for record in world().records}
    assert told >= {Label.NEW, Label.UPDATE, Label.DISPUTE, Label.REPEAT, Label.SAME_UTTERANCE}


def test_a_table_for_spreadsheets_calculates_nothing(client: TestClient) -> None:
    """No cell begins as a formula does; the filters of the stream hold."""
    table = client.get("/export.csv").text
    assert "'=cmd" in table or "<img src=x" in table
    for line in table.splitlines()[1:]:
        for cell in re.findall(r'(?:^|,)"?([^",]*)', line):
            assert not cell.startswith(("=", "+", "@", "-"))
    some = client.get("/export.csv?verdict=dispute").text
    assert 1 < len(some.splitlines()) < len(table.splitlines())


def test_an_empty_ledger_says_how_to_begin(tmp_path: Path) -> None:
    """On a new ledger every page opens, and leads to where something can be taken in."""
    from redite.store import open_store

    location = tmp_path / "new.db"
    open_store(str(location), create=True).close()
    with opened(location) as (_, client):
        for address in ("/today", "/stream", "/speakers", "/deadlines", "/lenses/nuclear"):
            assert client.get(address).status_code == 200
        assert "/take-in" in client.get("/stream").text


def test_a_sentence_bears_the_verdict_that_it_tells(tmp_path: Path) -> None:
    """It may quote a further report of a saying: the badge is that of the saying all the same."""
    made = story()
    scrap = made.say(
        article("Milos Tarn said: “Open.”", id="s-1", published="2031-04-08T08:00"),
        "“Open.”",
        speaker="Milos Tarn",
    )
    whole = made.say(
        article(
            "Milos Tarn said: “The harbour is open to all ships.”",
            id="s-2",
            publisher="Tarsk-Inform",
            published="2031-04-08T09:00",
        ),
        "“The harbour is open to all ships.”",
        speaker="Milos Tarn",
        utterance=scrap.judgement.utterance,
        claim=scrap.judgement.claim,
        label=Label.SAME_UTTERANCE,
        against=[scrap],
    )
    write([scrap, whole], tmp_path / "l.db").close()
    with opened(tmp_path / "l.db") as (_, client):
        page = client.get("/today").text
    new = page.split(">New ")[1].split("</section>")[0]
    assert "The harbour is open" in new
    assert re.findall(r'class="badge v-([a-z-]+)', new) == ["new"]


def test_what_has_no_name_is_not_shown_by_a_key(tmp_path: Path) -> None:
    """An origin without a name, and an article without a title, are told in words."""
    nameless = article(
        "Milos Tarn said: “The harbour is open.”", id="n-1", publisher=None, title=None, url=None
    )
    made = story()
    told = made.say(nameless, "“The harbour is open.”", speaker="Milos Tarn")
    write([told], tmp_path / "l.db").close()
    with opened(tmp_path / "l.db") as (_, client):
        for address in (f"statements/{told.statement.id}", f"claims/{told.judgement.claim}"):
            words = re.sub(r"<[^>]+>", " ", client.get(f"/{address}").text)
            assert "an outlet not named" in words
            assert nameless.key not in words
        page = client.get(f"/articles/{nameless.key}").text
        assert "Milos Tarn said" in page.split("</h1>")[0].split("<h1")[1]
