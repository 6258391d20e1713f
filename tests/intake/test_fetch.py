"""Fetching, from real servers on this machine."""

from __future__ import annotations

import ast
import gzip
import socket
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

import redite
from redite.errors import FetchError
from redite.intake import read
from redite.intake.addresses import Address
from redite.intake.fetch import FetchLimits, HttpFetcher
from redite.values import Document, Rejection
from tests.intake.local_server import body, local, redirect, server
from tests.intake.made import SENTENCE, article


def test_what_a_server_says_is_kept() -> None:
    """Content, type, charset, and what the next conditional request needs."""
    answer = body(
        b"hello",
        Content_Type="text/html; charset=koi8-r",
        ETag='"7"',
        Last_Modified="Tue, 05 Mar 2024 10:00:00 GMT",
    )
    with server(answer) as url:
        got = local().fetch(url)
    assert (got.url, got.content, got.charset, got.etag) == (url, b"hello", "koi8-r", '"7"')
    assert got.content_type == "text/html; charset=koi8-r"
    assert got.last_modified == "Tue, 05 Mar 2024 10:00:00 GMT"


def test_requests_say_who_asks_and_no_more() -> None:
    """Name and version, the condition, and no cookie from an earlier answer."""
    seen: list[dict[str, str]] = []

    def answer(request: BaseHTTPRequestHandler) -> None:
        seen.append({k.lower(): v for k, v in request.headers.items()})
        body(b"x", Set_Cookie="a=b")(request)

    with server(answer) as url:
        fetcher = local()
        fetcher.fetch(url)
        fetcher.fetch(url, etag='"7"', last_modified="Tue, 05 Mar 2024 10:00:00 GMT")
    assert seen[0]["user-agent"] == f"redite/{redite.__version__}"
    assert seen[1]["if-none-match"] == '"7"'
    assert seen[1]["if-modified-since"] == "Tue, 05 Mar 2024 10:00:00 GMT"
    assert "cookie" not in seen[1]


def test_nothing_new_is_said_without_content() -> None:
    """304 is an answer, not an error."""
    with server(body(b"", 304, ETag='"7"')) as url:
        got = local().fetch(url, etag='"7"')
    assert got.not_modified
    assert got.content == b""


def test_packed_answers_are_unpacked() -> None:
    """Gzip is asked for, and undone."""
    with server(body(gzip.compress(b"hello" * 99), Content_Encoding="gzip")) as url:
        assert local().fetch(url).content == b"hello" * 99


def test_redirects_are_followed_to_where_they_lead() -> None:
    """The address of the answer is the last one."""
    with server(body(b"there")) as there, server(redirect(there)) as url:
        got = local().fetch(url)
    assert (got.content, got.url) == (b"there", there)


@pytest.mark.parametrize(
    "target",
    [
        "http://169.254.169.254/latest/meta-data/",
        "http://10.0.0.1/",
        "http://100.64.0.1/",
        "http://192.168.0.1:8080/",
        "http://[::1]/",
        "http://[::ffff:10.0.0.1]/",
        "http://[fd00:ec2::254]/",
        "http://0x0a000001/",
        "http://167772161/",
        "//10.0.0.1/",
    ],
)
def test_a_redirect_inwards_is_refused(target: str) -> None:
    """However the address is written; nothing is sent there."""
    with server(redirect(target)) as url, pytest.raises(FetchError, match="open internet") as error:
        local().fetch(url)
    assert url in str(error.value)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "127.1", "2130706433", "0"])
def test_this_machine_is_refused(host: str) -> None:
    """By name and by number, and the server never hears of it."""
    seen: list[str] = []
    with server(lambda request: seen.append(request.path)) as url:
        inward = url.replace("127.0.0.1", host)
        with pytest.raises(FetchError, match="open internet"):
            HttpFetcher().fetch(inward)
    assert seen == []


def test_a_name_with_one_inward_address_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A host that is both public and private is not tried at all."""
    monkeypatch.setattr(socket, "getaddrinfo", _resolver("93.184.216.34", "10.0.0.1"))
    with pytest.raises(FetchError, match=r"10\.0\.0\.1, which is not"):
        HttpFetcher().fetch("http://courier.example/")


def test_a_second_look_up_cannot_lead_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """The name is resolved once, and the connection goes to the address that was judged."""
    asked: list[str] = []
    resolve = _resolver("127.0.0.1")

    def counting(host: str, *rest: object, **options: object) -> object:
        asked.append(host)
        return resolve(host, *rest, **options)

    with server(body(b"hello")) as url:
        monkeypatch.setattr(socket, "getaddrinfo", counting)
        got = local().fetch(url.replace("127.0.0.1", "courier.example"))
    assert got.content == b"hello"
    assert [host for host in asked if host == "courier.example"] == ["courier.example"]


def test_the_connected_address_is_judged_too() -> None:
    """What the socket is connected to counts, even after the first judgement was good."""
    judged: list[Address] = []

    def first_only(address: Address) -> bool:
        judged.append(address)
        return len(judged) == 1

    with server(body(b"x")) as url, pytest.raises(FetchError, match="open internet"):
        HttpFetcher(allow=first_only).fetch(url)
    assert len(judged) == 2


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("ftp://courier.example/", "only http and https"),
        ("file:///etc/passwd", "only http and https"),
        ("http://irena:secret@courier.example/", "name and a password"),
        ("http:///path", "without a host"),
        ("http://[::1", "no valid address"),
        ("https://nowhere.invalid/", "cannot be found"),
    ],
)
def test_an_address_that_is_none_of_ours_is_refused(url: str, reason: str) -> None:
    """The error names address and reason, and never a password."""
    with pytest.raises(FetchError, match=reason) as error:
        HttpFetcher().fetch(url)
    assert "secret" not in str(error.value)


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "gopher://127.0.0.1/", "http://u:p@8.8.8.8/"]
)
def test_a_redirect_to_what_we_do_not_fetch_is_refused(target: str) -> None:
    """A redirect takes the same way as the first address."""
    with server(redirect(target)) as url, pytest.raises(FetchError):
        local().fetch(url)


def test_redirects_without_end_are_refused() -> None:
    """After five."""
    with server(redirect("/again")) as url, pytest.raises(FetchError, match="more than 5"):
        local().fetch(url)


@pytest.mark.parametrize("status", [301, 400, 403, 404, 500, 503])
def test_what_is_no_success_is_an_error(status: int) -> None:
    """The status is named; a redirect without a target is none."""
    with server(body(b"x", status)) as url, pytest.raises(FetchError, match=str(status) + "|leads"):
        local().fetch(url)


@pytest.mark.parametrize("status", [429, 503])
def test_when_the_server_wants_to_be_asked_again_is_kept(status: int) -> None:
    """As it wrote it, where the status means that it is to be asked again."""
    with server(body(b"x", status, Retry_After="120")) as url, pytest.raises(FetchError) as error:
        local().fetch(url)
    assert error.value.retry_after == "120"
    with server(body(b"x", 404, Retry_After="120")) as url, pytest.raises(FetchError) as error:
        local().fetch(url)
    assert error.value.retry_after is None


def test_a_body_that_is_too_long_is_refused() -> None:
    """With and without its length announced."""
    few = FetchLimits(max_bytes=1000)

    def endless(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.end_headers()
        while True:
            request.wfile.write(b"x" * 4096)

    for answer in (endless, body(b"x" * 1001)):
        with server(answer) as url, pytest.raises(FetchError, match="longer than 1000"):
            local(few).fetch(url)


def test_a_packed_bomb_is_refused() -> None:
    """The size after unpacking counts, and is never reached."""
    bomb = gzip.compress(b"\0" * (8 << 20))
    few = FetchLimits(max_bytes=1 << 20)
    with (
        server(body(bomb, Content_Encoding="gzip")) as url,
        pytest.raises(FetchError, match="longer than"),
    ):
        local(few).fetch(url)


@pytest.mark.parametrize(
    ("content", "encoding", "reason"),
    [
        (b"not gzip", "gzip", "damaged"),
        (gzip.compress(b"hello" * 99, mtime=0)[:-9], "gzip", "cut off"),
        (b"x", "br", "not asked for"),
    ],
)
def test_an_answer_that_cannot_be_unpacked_is_refused(
    content: bytes, encoding: str, reason: str
) -> None:
    """No half content is taken for whole."""
    with (
        server(body(content, Content_Encoding=encoding)) as url,
        pytest.raises(FetchError, match=reason),
    ):
        local().fetch(url)


def test_an_answer_that_breaks_off_is_refused() -> None:
    """Less than was announced is an error."""

    def short(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Length", "100")
        request.end_headers()
        request.wfile.write(b"half")

    with server(short) as url, pytest.raises(FetchError):
        local().fetch(url)


def test_a_silent_server_is_given_up() -> None:
    """A step may not take longer than its limit."""
    stop = threading.Event()

    def wait(_: BaseHTTPRequestHandler) -> None:
        stop.wait(5)

    with server(wait) as url:
        with pytest.raises(FetchError, match="too long"):
            local(FetchLimits(step_seconds=0.1)).fetch(url)
        stop.set()


def test_a_dripping_server_is_given_up() -> None:
    """The whole may not take longer than its limit, however lively each step is."""

    def drip(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.end_headers()
        for _ in range(500):
            request.wfile.write(b"x")
            time.sleep(0.01)

    with server(drip) as url, pytest.raises(FetchError, match="too long"):
        local(FetchLimits(step_seconds=5, whole_seconds=0.2)).fetch(url)


def test_proxies_of_the_environment_are_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy would connect for us to what we must not visit."""
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    with server(body(b"direct")) as url:
        assert local().fetch(url).content == b"direct"


def test_a_page_is_read_from_its_address() -> None:
    """Its kind is found by content, whatever the server calls it."""
    with server(body(article(SENTENCE), Content_Type="application/octet-stream")) as url:
        (found,) = read(url, local())
    assert isinstance(found, Document)
    assert (found.text, found.url, found.origin) == (SENTENCE, url, url)


def test_an_address_that_cannot_be_fetched_is_a_rejection() -> None:
    """Reading goes on with the next input; nothing is raised."""
    (found,) = read("http://127.0.0.1:1/")
    assert isinstance(found, Rejection)
    assert found.origin == "http://127.0.0.1:1/"
    assert "open internet" in found.reason


def test_nothing_but_the_fetcher_opens_connections() -> None:
    """Nothing else under `redite` can, but the client of the desk, and the desk to listen."""
    banned = {"httpx2", "httpcore2", "socket", "urllib.request", "http.client", "requests"}
    root = Path(redite.__file__).parent
    guilty = set()
    for path in root.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            if banned.intersection(names):
                guilty.add(path.relative_to(root).as_posix())
    assert guilty == {"intake/connecting.py", "intake/fetch.py", "client.py", "desk/app.py"}


def _resolver(*addresses: str) -> Callable[..., object]:
    real = socket.getaddrinfo

    def resolve(host: str, port: int, *rest: object, **options: object) -> object:
        if host != "courier.example":
            return real(host, port, *rest, **options)  # type: ignore[arg-type]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (a, port)) for a in addresses]

    return resolve
