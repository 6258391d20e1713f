"""The desk in a real browser: Chromium of the system, driven through Playwright.

Skipped, and said so, where there is no Chromium; REDITE_CHROMIUM names one elsewhere.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.desk.ledger import world
from tests.desk.serving import served

if TYPE_CHECKING:
    from playwright import sync_api
else:
    sync_api = pytest.importorskip("playwright.sync_api")
axe = pytest.importorskip("axe_playwright_python.sync_playwright")

CHROMIUM = os.environ.get("REDITE_CHROMIUM") or shutil.which("chromium") or ""
pytestmark = [
    pytest.mark.skipif(not CHROMIUM, reason="no Chromium here: apt-get install chromium"),
    pytest.mark.xdist_group("browser"),
]
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
RECORDS = world().ordered
HOSTILE = next(r for r in RECORDS if "gnihton" in r.content)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a desk that is served on the story."""
    with served(tmp_path_factory.mktemp("desk") / "story.db") as (_, address):
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[sync_api.Browser]:
    """A browser for all tests; each has a context of its own."""
    with sync_api.sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield launched
        launched.close()


@pytest.fixture
def page(browser: sync_api.Browser, base: str) -> Iterator[sync_api.Page]:
    """A page whose errors fail the test: those of scripts, and of the policy."""
    context = browser.new_context(base_url=base, locale="en-GB", viewport=WIDE)
    opened = context.new_page()
    problems: list[str] = []
    opened.on("pageerror", lambda error: problems.append(str(error)))
    opened.on("console", lambda said: problems.append(said.text) if said.type == "error" else None)
    yield opened
    context.close()
    assert not [each for each in problems if "404" not in each and "409" not in each]


WIDE: sync_api.ViewportSize = {"width": 1440, "height": 900}
NARROW: sync_api.ViewportSize = {"width": 360, "height": 740}


def addresses() -> list[str]:
    """Return one address a page."""
    record = next(r for r in RECORDS if r.judgement.verdict.changes)
    return [
        "/today?since=2031-04-04&until=2031-04-06",
        "/stream",
        "/articles/a-200later",
        f"/statements/{record.statement.id}",
        f"/claims/{record.judgement.claim}",
        f"/speakers/{record.judgement.speaker.id}",
        "/speakers",
        "/deadlines",
        "/lenses/nuclear",
        "/search?q=crossing",
        "/take-in",
        "/corrections",
    ]


def test_no_page_shuts_anybody_out(page: sync_api.Page) -> None:
    """No violation of WCAG's level AA on any page, wide in the light and narrow in the dark.

    Colours are looked at in both.
    """
    checker = axe.Axe()
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
    level = {"runOnly": {"type": "tag", "values": tags}}
    found = {}
    for address in [*addresses(), f"/articles/{HOSTILE.article.key}", "/statements/none"]:
        page.set_viewport_size(WIDE)
        page.emulate_media(color_scheme="light")
        page.goto(address)
        results = [checker.run(page, options=level)]
        page.set_viewport_size(NARROW)
        page.emulate_media(color_scheme="dark")
        page.goto(address)
        results.append(checker.run(page, options=level))
        for result in results:
            if result.violations_count:
                found[address] = result.generate_report()
    assert not found, "\n".join(f"{k}\n{v}" for k, v in found.items())


def test_every_page_fits_a_telephone(page: sync_api.Page, base: str) -> None:
    """At 360 pixels nothing sticks out to the side, with the longer words of Ukrainian.

    The bar leads to every page there, too, without being pushed to the side.
    """
    page.set_viewport_size(NARROW)
    page.context.add_cookies([{"name": "lang", "value": "uk", "url": base}])
    for address in [*addresses(), f"/articles/{HOSTILE.article.key}"]:
        page.goto(address)
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= NARROW["width"], (address, wide)
        for link in page.locator("nav").first.locator("a").all():
            sides = link.evaluate("(a) => [a.offsetLeft, a.offsetLeft + a.offsetWidth]")
            assert 0 <= sides[0] < sides[1] <= NARROW["width"], address


def test_the_stream_by_keys_alone(page: sync_api.Page) -> None:
    """j and k walk, Enter opens, / searches, and Escape leaves the field."""
    page.goto("/stream")
    ids = page.eval_on_selector_all("[data-open]", "rows => rows.map(row => row.id)")
    for key, at in (("j", 0), ("j", 1), ("j", 2), ("k", 1)):
        page.keyboard.press(key)
        assert page.eval_on_selector(".at", "row => row.id") == ids[at]
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/statements/{ids[1]}")
    page.keyboard.press("/")
    page.keyboard.type("crossing")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=crossing")
    assert page.locator("mark").count() > 0


def test_correct_and_undo_by_key(page: sync_api.Page) -> None:
    """A changed verdict shows at once, stands on the audit page, and goes with u."""
    record = next(r for r in RECORDS if r.judgement.verdict.label.value == "new")
    page.goto(f"/statements/{record.statement.id}")
    page.select_option("#v-label", "echo")
    page.click("text=Change")
    page.wait_for_selector(".told")
    assert page.locator(".box .badge").first.inner_text() == "echo"
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("c")
    page.wait_for_selector("text=confirmed the verdict")
    page.keyboard.press("u")
    page.wait_for_selector("text=Taken back")
    page.goto("/corrections")
    assert "changed the verdict" in page.inner_text(".history")
    page.keyboard.press("u")
    page.wait_for_selector(".told")
    page.goto(f"/statements/{record.statement.id}")
    assert page.locator(".box .badge").first.inner_text().startswith("new")


def test_who_is_meant_is_chosen_from_a_list(page: sync_api.Page) -> None:
    """Typing a name offers those who bear it; the keyboard chooses and merges, u takes it back."""
    one, other = (
        next(r.judgement.speaker.id for r in RECORDS if r.judgement.speaker.name == name)
        for name in ("Milos Tarn", "Pavlo Kremen")
    )
    page.goto(f"/speakers/{one}")
    page.focus("#merge-into")
    page.keyboard.type("krem")
    page.wait_for_selector(f'.picks input[value="{other}"]')
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/speakers/{other}?told=*")
    assert page.locator(".aliases li").count() > 1
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("u")
    page.wait_for_selector("text=Taken back")
    page.goto(f"/speakers/{one}")
    assert page.locator("h1").inner_text() == "Milos Tarn"


def test_two_people_at_one_thing(browser: sync_api.Browser, base: str) -> None:
    """Who comes second sees the first one's decision with his or her own, and loses neither."""
    statement = RECORDS[1].statement.id
    pages = []
    for name in ("Mira", "Oleh"):
        context = browser.new_context(base_url=base, locale="en-GB")
        context.add_cookies([{"name": "who", "value": name, "url": base}])
        pages.append(context.new_page())
        pages[-1].goto(f"/statements/{statement}")
    for page, label in zip(pages, ("echo", "dispute"), strict=True):
        page.select_option("#v-label", label)
        page.click("text=Change")
        page.wait_for_load_state()
    assert "Somebody was faster" in pages[1].inner_text("h1")
    assert "Mira" in pages[1].inner_text(".history")
    pages[1].click("text=Record mine as well")
    pages[1].wait_for_selector(".told")
    assert pages[1].locator(".box .badge").first.inner_text() == "dispute"
    assert pages[1].locator(".history > li").count() >= 2
    for page in pages:
        page.context.close()


def test_evidence_opens_in_place(page: sync_api.Page) -> None:
    """On the brief a click shows the evidence below its sentence, a second hides it."""
    page.goto("/today?since=2031-04-04&until=2031-04-06")
    link = page.locator("[data-toggle]").first
    link.click()
    page.wait_for_selector(".evidence")
    assert "/today" in page.url
    link.click()
    page.wait_for_selector(".evidence", state="detached")


def test_key_points_open_their_evidence(page: sync_api.Page) -> None:
    """Each key point opens in place the words that it rests on."""
    page.goto("/today?since=2031-03-01&until=2031-04-30")
    points = page.locator("section", has_text="Key points").first.locator("li.sentence")
    assert points.count() > 1
    for point in points.all():
        point.locator("[data-toggle]").click()
        point.locator(".evidence mark").first.wait_for()


def test_no_page_logs_an_error(page: sync_api.Page) -> None:
    """No page says anything on the console, with all opened that opens, nor strains its policy.

    What the browser itself does to an element, as when a text field is drawn larger, is left to
    it: what is put in its place later does not bring it as a style of the page.
    """
    said: list[str] = []
    page.on("console", lambda message: said.append(f"{page.url}: {message.text}"))
    page.context.add_init_script(
        "addEventListener('securitypolicyviolation', (e) => console.error(e.violatedDirective))"
    )
    for address in [*addresses(), f"/articles/{HOSTILE.article.key}"]:
        page.goto(address)
        page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true")
        for link in page.locator("[data-toggle]").all()[:3]:
            link.click()
            page.locator(".evidence").first.wait_for()
        page.evaluate(
            """() => {
                const place = document.querySelector("main"), sent = place.innerHTML;
                for (const one of place.querySelectorAll("[id]")) one.style.width = "auto";
                htmx.swap(place, sent, { swapStyle: "innerHTML" });
            }"""
        )
        page.wait_for_timeout(50)
    assert said == []


def test_take_in_a_file(page: sync_api.Page, tmp_path: Path) -> None:
    """A file is chosen, read while one watches, and what it holds is listed with its outcome."""
    file = tmp_path / "ferry.txt"
    file.write_text("The ferry to Quor will sail on Friday, Minister Goran Velesh said.\n" * 2)
    page.goto("/take-in")
    page.set_input_files("#files", file)
    page.locator("form:has(#files) button").click()
    page.wait_for_selector("#job:not([hx-get])", timeout=30_000)
    assert "ferry.txt" in page.inner_text("#job table")
    assert "taken in" in page.inner_text("#job table")


def test_take_in_by_dropping(page: sync_api.Page) -> None:
    """A file dropped on the field is the one that is taken in."""
    page.goto("/take-in")
    dropped = page.evaluate_handle(
        """() => {
            const brought = new DataTransfer();
            const words = "The mole at Quor will be closed, Minister Goran Velesh said.";
            brought.items.add(new File([words], "mole.txt", { type: "text/plain" }));
            return brought;
        }"""
    )
    page.dispatch_event("[data-drop]", "drop", {"dataTransfer": dropped})
    page.locator("form:has(#files) button").click()
    page.wait_for_selector("#job:not([hx-get])", timeout=30_000)
    assert "mole.txt" in page.inner_text("#job table")


def test_nothing_hostile_runs_or_breaks_a_page(page: sync_api.Page, base: str) -> None:
    """A hostile article, title, outlet and name: no script runs, nothing else is fetched."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: asked.append("a dialog opened"))
    for address in (
        f"/articles/{HOSTILE.article.key}",
        f"/statements/{HOSTILE.statement.id}",
        f"/claims/{HOSTILE.judgement.claim}",
        f"/speakers/{HOSTILE.judgement.speaker.id}",
        "/stream",
        "/search?q=gnihton",
        "/today?since=2031-04-06&until=2031-04-06",
    ):
        page.goto(address)
        assert "owned" not in page.title()
        assert page.locator("main svg[onload], main img, main script, main style").count() == 0
        assert page.locator(".top").is_visible()
        assert page.locator(".foot").is_visible()
        order = page.eval_on_selector(
            "main", "m => /[\u202a-\u202e\u2066-\u2069]/.test(m.innerText)"
        )
        assert not order
    assert all(url.startswith(base) for url in asked), [u for u in asked if u[:16] != base[:16]]


def test_every_page_works_without_scripts(browser: sync_api.Browser, base: str) -> None:
    """Filters, evidence and corrections are links and forms; scripts only spare a step."""
    context = browser.new_context(base_url=base, java_script_enabled=False, locale="en-GB")
    page = context.new_page()
    page.goto("/stream")
    page.click("text=update")
    assert "verdict=update" in page.url
    page.click(".item a.open >> nth=0")
    page.click("text=Confirm")
    assert page.locator(".told").count() == 1
    page.goto("/today?since=2031-04-04&until=2031-04-06")
    page.click("text=Evidence >> nth=0")
    assert "/evidence" in page.url
    context.close()


def test_it_prints(page: sync_api.Page) -> None:
    """On paper every page stands without bars, forms and buttons, and in black on white."""
    page.emulate_media(media="print", color_scheme="dark")
    for address in addresses():
        page.goto(address)
        for hidden in (".top", ".foot", ".correct", ".filters", ".period"):
            assert not page.locator(hidden).first.is_visible(), (address, hidden)
        assert page.locator("h1").is_visible()
        paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert paper == "rgb(255, 255, 255)", address
