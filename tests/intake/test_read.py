"""Files and folders to documents."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import redite.intake
from redite.intake import Limits, read, read_bytes
from redite.values import Document, Rejection
from tests.intake.made import SENTENCE, SMALL, article, documents, reasons, rss


def test_the_public_names() -> None:
    """What other packages may use."""
    assert redite.intake.__all__ == ["Found", "Limits", "read", "read_bytes"]


def test_a_folder_is_read_in_the_order_of_its_names(tmp_path: Path) -> None:
    """Files first, then folders; hidden ones not at all; names do not decide the kind."""
    (tmp_path / "b.png").write_text(SENTENCE)
    (tmp_path / "a.txt").write_bytes(article(SENTENCE))
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / "feed").write_bytes(rss([f"<description>{SENTENCE}</description>"]))
    (tmp_path / ".hidden").write_text(SENTENCE)
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "x").write_text(SENTENCE)
    found = list(read(str(tmp_path)))
    assert [f.origin for f in found] == [
        str(tmp_path / name) for name in ("a.txt", "b.png", "c/feed#1")
    ]
    assert all(isinstance(f, Document) and f.text == SENTENCE for f in found)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\t", "empty"),
        (b"\xef\xbb\xbf", "no text"),
        (b"12.5 % \xe2\x80\x94 7!", "no letters in the text"),
        (b"%PDF-1.7 ...", "not a text but a PDF"),
        (b"\x89PNG\r\n\x1a\n...", "not a text but a PNG image"),
        (bytes(range(256)), "not a text: it holds zero bytes"),
        (b'<?xml version="1.0"?><note>x</note>', "XML, but neither a feed nor a page"),
        (b'<!DOCTYPE note [<!ENTITY a "b">]><note>x</note>', "XML with a DOCTYPE declaration"),
        (b'{"text": "cut', "not JSON"),
        (b"[" * 100_000, "nested too deep"),
    ],
)
def test_what_is_not_for_us_is_rejected_with_its_reason(data: bytes, reason: str) -> None:
    """Every file has an outcome, and none stops the run."""
    (found,) = reasons(data)
    assert reason in found


def test_plain_text_is_kept_code_point_for_code_point() -> None:
    """All but a byte order mark: line ends, separators, spaces."""
    text = "  Ирена сказала:\r\n\u2028«Да» \x0b\x85\n\n"
    (found,) = documents(text.encode("utf-8-sig"))
    assert (found.text, found.title) == (text, None)


def test_a_garbled_plain_text_is_kept_and_noted() -> None:
    """The input string is not ours to change; a page's text would be repaired."""
    garbled = SENTENCE + " Ð¡ÐµÑ€Ð³ÐµÐ¹"
    (found,) = documents(garbled.encode())
    assert found.text == garbled
    assert "looks like UTF-8" in found.notes[0]


def test_one_enormous_line_is_rejected_with_its_length() -> None:
    """As text, as JSON, and as a page."""
    line = "Irena said so. " * 3_000
    limits = Limits(text_length=10_000)
    for data in (line, json.dumps({"text": line}), f"<html><p>{line}"):
        assert "longer than the 10000" in reasons(data.encode(), limits=limits)[0]


def test_more_bytes_than_one_document_has_are_rejected() -> None:
    """Before anything is made of them."""
    assert "more than the 1048576" in reasons(b"Irena " * 200_000, limits=SMALL)[0]
    assert "longer than the 2097152" in reasons(b"Irena " * 400_000, limits=SMALL)[0]


def test_a_path_that_does_not_exist_is_a_rejection() -> None:
    """So that the run goes on, and can name it."""
    (found,) = read("no/such/file")
    assert found == Rejection("no/such/file", "there is no such file or folder")
    (odd,) = read("a\0b")
    assert isinstance(odd, Rejection)


def test_no_path_is_not_the_working_directory() -> None:
    """A script whose variable is empty takes in nothing, and is told."""
    assert list(read("")) == [Rejection("''", "no path and no address")]


def test_loops_of_links_end(tmp_path: Path) -> None:
    """A link to a folder is named and not followed; one to a file is."""
    (tmp_path / "a.txt").write_text(SENTENCE)
    (tmp_path / "b.txt").symlink_to("a.txt")
    (tmp_path / "loop").symlink_to(".")
    (tmp_path / "nowhere").symlink_to("gone")
    (tmp_path / "self").symlink_to("self")
    found = list(read(str(tmp_path)))
    assert [type(f) for f in found] == [Document, Document, Rejection, Rejection, Rejection]


def test_pipes_and_devices_are_not_waited_for(tmp_path: Path) -> None:
    """A pipe that nobody writes to would hang the run."""
    os.mkfifo(tmp_path / "pipe")
    (found,) = read(str(tmp_path))
    assert isinstance(found, Rejection)
    assert found.reason == "neither a file nor a folder"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_named(tmp_path: Path) -> None:
    """A folder and a file without permission cost themselves only."""
    (tmp_path / "a").mkdir()
    (tmp_path / "b").write_text(SENTENCE)
    (tmp_path / "c").write_text(SENTENCE)
    (tmp_path / "a").chmod(0)
    (tmp_path / "b").chmod(0)
    found = list(read(str(tmp_path)))
    (tmp_path / "a").chmod(0o700)
    assert sum(isinstance(f, Document) for f in found) == 1
    assert sum("permission" in f.reason for f in found if isinstance(f, Rejection)) == 2


def test_a_refusal_of_the_system_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same, where the system says so to a program that is root."""
    (tmp_path / "a").mkdir()
    (tmp_path / "b").write_text(SENTENCE)

    def refuse(*_: object, **__: object) -> object:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    (refused,) = read(str(tmp_path))
    assert isinstance(refused, Rejection)
    assert refused.reason == "permission to read it is missing"
    monkeypatch.setattr(os, "listdir", refuse)
    (refused,) = read(str(tmp_path))
    assert refused == Rejection(str(tmp_path), "permission to read it is missing")


def test_a_name_that_is_no_text_can_be_printed(tmp_path: Path) -> None:
    """Origins are written to terminals and ledgers, whatever bytes the name has."""
    name = os.fsencode(tmp_path) + b"/\xff.txt"
    Path(os.fsdecode(name)).write_text(SENTENCE)
    (found,) = read(str(tmp_path))
    assert found.origin.endswith("/\\xff.txt")
    found.origin.encode("utf-8")


def test_the_same_input_gives_the_same_output(tmp_path: Path) -> None:
    """Twice the same folder, twice the same documents in the same order."""
    for number in range(5):
        (tmp_path / f"{number}").write_bytes(article(f"{SENTENCE} Part {number}."))
    assert list(read(str(tmp_path))) == list(read(str(tmp_path)))


@given(st.binary(max_size=300) | st.text(max_size=100).map(str.encode))
def test_no_bytes_stop_the_run(data: bytes) -> None:
    """Whatever is in a file, it has at least one outcome, and nothing is raised."""
    assert list(read_bytes(data, "x", SMALL))


@pytest.mark.parametrize(
    "start", [b"<html>", b"<rss>", b'{"text":', b"WARC/1.0\r\n", b"\x1f\x8b\x08"]
)
@given(st.binary(max_size=200))
def test_no_damage_stops_the_run(start: bytes, data: bytes) -> None:
    """The same behind the beginning of every format."""
    assert list(read_bytes(start + data, "x", SMALL))
