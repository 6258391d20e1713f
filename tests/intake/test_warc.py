"""Web archives."""

from __future__ import annotations

import gzip

import pytest

from redite.intake import read_bytes
from redite.values import Document, Rejection
from tests.intake.made import (
    SENTENCE,
    SMALL,
    article,
    capture,
    documents,
    linked_data,
    reasons,
    record,
)

URL = "https://courier.example/{}"


def archive(count: int) -> list[bytes]:
    """Return the records of that many captured pages."""
    return [capture(URL.format(n), article(f"{SENTENCE} Part {n}.")) for n in range(count)]


def packed(records: list[bytes]) -> bytes:
    """Return records as a .warc.gz, one member each."""
    return b"".join(gzip.compress(r) for r in records)


@pytest.mark.parametrize("pack", [b"".join, packed])
def test_every_capture_is_an_article_under_its_address(pack: object) -> None:
    """Packed or not, in the order of the archive, each with a place to find it."""
    assert callable(pack)
    found = documents(pack(archive(3)), "a.warc.gz")
    assert [d.url for d in found] == [URL.format(n) for n in range(3)]
    assert [d.origin for d in found] == ["a.warc.gz#1", "a.warc.gz#2", "a.warc.gz#3"]
    assert found[2].text == f"{SENTENCE} Part 2."


def test_the_time_of_capture_is_not_the_time_of_publication() -> None:
    """Only the page's own date counts."""
    dated = capture(URL, article(SENTENCE, head=linked_data(datePublished="2024-03-05")))
    assert documents(archive(1)[0])[0].published is None
    published = documents(dated)[0].published
    assert published is not None
    assert published.year == 2024


def test_requests_and_descriptions_are_no_items() -> None:
    """They are neither documents nor rejections."""
    noise = [record(kind, URL, b"GET / HTTP/1.1\r\n\r\n") for kind in ("request", "metadata")]
    assert len(documents(b"".join([noise[0], *archive(1), noise[1]]))) == 1


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (capture(URL, article(SENTENCE), status="404 Not Found"), "the server answered 404"),
        (capture(URL, b"", status="301 Moved"), "the server answered 301"),
        (capture(URL, b"\x89PNG", headers="Content-Type: image/png"), "no page but image/png"),
        (capture(URL, b"x", headers="X: y"), "no page but of no declared type"),
        (record("revisit", URL, b"HTTP/1.1 200 OK\r\n\r\n"), "a revisit record"),
        (capture(URL, b"<html><p>" + b"a " * (1 << 19) + b"</p>"), "longer than"),
        (
            capture(URL, b"x", headers="Content-Type: text/html\r\nContent-Encoding: br"),
            "packed with br",
        ),
        (
            capture(
                URL,
                gzip.compress(b"\0" * (8 << 20), mtime=0),
                headers="Content-Type: text/html\r\nContent-Encoding: gzip",
            ),
            "unpacks to more than",
        ),
    ],
)
def test_a_capture_that_is_no_page_is_rejected_alone(data: bytes, reason: str) -> None:
    """With its address and a reason; the captures around it are read."""
    found = list(read_bytes(b"".join([*archive(1), data, *archive(1)]), "x", SMALL))
    assert [type(f) for f in found] == [Document, Rejection, Document]
    assert isinstance(found[1], Rejection)
    assert reason in found[1].reason
    assert found[1].document is not None
    assert found[1].document.url == URL


def test_packed_and_chunked_answers_are_unpacked() -> None:
    """As the server sent them, so archives hold them."""
    body = gzip.compress(article(SENTENCE))
    chunked = f"{len(body):x}\r\n".encode() + body + b"\r\n0\r\n\r\n"
    headers = "Content-Type: text/html\r\nContent-Encoding: gzip"
    for data in (
        capture(URL, body, headers=headers),
        capture(URL, chunked, headers=headers + "\r\nTransfer-Encoding: chunked"),
    ):
        assert documents(data)[0].text == SENTENCE


def test_the_declared_charset_is_used() -> None:
    """The server's word on the encoding stands in the archive."""
    markup = article("Ирена Далкова заявила: мост открыт.").decode().encode("koi8-r")
    data = capture(URL, markup, headers="Content-Type: text/html; charset=koi8-r")
    assert documents(data)[0].text == "Ирена Далкова заявила: мост открыт."


@pytest.mark.parametrize("cut", [1, 40, 150, 300, 420])
@pytest.mark.parametrize("pack", [b"".join, packed])
def test_an_archive_that_breaks_off_gives_what_could_be_read(pack: object, cut: int) -> None:
    """Whole captures survive, and the last word says that something is missing."""
    assert callable(pack)
    records = archive(3)
    data = pack(records)
    last = len(pack(records[2:]))
    data = data[: len(data) - min(cut, last - 10)]
    found = list(read_bytes(data, "x"))
    assert [type(f) for f in found[:2]] == [Document, Document]
    if pack is packed or cut > 4:  # the empty lines at the end of the last record may be missing
        assert isinstance(found[-1], Rejection)
        assert "breaks off" in found[-1].reason or "damaged" in found[-1].reason


def test_damage_in_the_middle_is_said_with_its_place() -> None:
    """What stands before it is kept."""
    data = b"".join([*archive(2), b"here is no record\r\n\r\n", *archive(1)])
    found = list(read_bytes(data, "x"))
    assert [type(f) for f in found] == [Document, Document, Rejection]
    assert "breaks off after 2 captures" in reasons(data)[0]


def test_an_archive_without_captures_is_said() -> None:
    """It does not end without an outcome."""
    data = record("request", URL, b"GET / HTTP/1.1\r\n\r\n")
    assert reasons(data) == ["a web archive without captures"]


def test_a_bomb_inside_an_archive_is_refused() -> None:
    """A packed archive is unpacked under the same limits as any file."""
    bomb = capture(URL, b"<html>" + b"\0" * (3 << 20))
    found = list(read_bytes(gzip.compress(bomb), "x", SMALL))
    assert isinstance(found[-1], Rejection)
    assert "compression bomb" in found[-1].reason
