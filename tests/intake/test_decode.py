"""Bytes to text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redite.errors import IntakeError
from redite.intake.decode import decode, looks_garbled, mojibake

RUSSIAN = "Министр обороны Велморы Горан Велеш заявил в среду, что учения завершены."
UKRAINIAN = "Міністр оборони Велмори Горан Велеш заявив у середу, що навчання завершено. Її їжа."
FRENCH = "Le ministre de la Défense a déclaré que l'exercice est terminé, où l'été s'achève."
GERMAN = "Der Außenminister sagte „Nein“ – die Übung läuft über Ostern."


@pytest.mark.parametrize("text", [RUSSIAN, UKRAINIAN, FRENCH, GERMAN])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_is_read_with_and_without_a_mark(text: str, encoding: str) -> None:
    """The mark is not part of the text, and UTF-16 is known without it."""
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *((RUSSIAN, e) for e in ("cp1251", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic")),
        *((UKRAINIAN, e) for e in ("cp1251", "koi8-u")),
        *((FRENCH, e) for e in ("cp1252", "iso8859-15")),
        (GERMAN, "cp1252"),
    ],
)
def test_old_encodings_are_found_without_a_declaration(text: str, encoding: str) -> None:
    """The encodings that newspapers used are told apart, and the guess is noted."""
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert any("guessed" in note for note in decoded.notes)


def test_a_declaration_decides_where_the_bytes_allow_it() -> None:
    """What the server or a meta element declares is taken, without a note."""
    assert decode("à Tarsk".encode("cp1250", "replace"), "cp1250").notes == ()
    page = b'<meta charset="koi8-r"><p>' + RUSSIAN.encode("koi8-r")
    assert decode(page).text.endswith(RUSSIAN)
    assert decode(page).notes == ()


def test_bytes_that_are_utf_8_beat_a_wrong_declaration() -> None:
    """UTF-8 declared as windows-1251 is read right, and the disagreement noted."""
    decoded = decode(RUSSIAN.encode(), "windows-1251")
    assert decoded.text == RUSSIAN
    assert "windows-1251" in decoded.notes[0]


def test_a_declared_encoding_that_does_not_exist_is_passed_over() -> None:
    """An invented name costs nothing but a note."""
    assert decode(GERMAN.encode("cp1252"), "x-velmoran").text == GERMAN


def test_utf_7_is_never_believed() -> None:
    """An encoding that can hide markup is not used, whoever declares it."""
    assert decode(b"+ADw-script+AD4-", "utf-7").text == "+ADw-script+AD4-"


def test_a_few_broken_places_do_not_spoil_the_rest() -> None:
    """One bad byte in a UTF-8 text becomes U+FFFD and is counted."""
    decoded = decode(RUSSIAN.encode() + b"\xff" + RUSSIAN.encode())
    assert decoded.text == f"{RUSSIAN}�{RUSSIAN}"
    assert decoded.notes[0].startswith("1 places")


def test_binary_data_are_no_text() -> None:
    """Zero bytes that are not those of UTF-16 end the attempt."""
    with pytest.raises(IntakeError, match="zero bytes"):
        decode(bytes(range(256)))


@pytest.mark.parametrize("text", [RUSSIAN, UKRAINIAN, FRENCH, GERMAN])
@pytest.mark.parametrize("wrong", ["latin-1", "cp1252", "cp1251"])
def test_utf_8_read_wrongly_is_undone(text: str, wrong: str) -> None:
    """Text that was decoded with the wrong table is regained, code point for code point."""
    garbled = "".join(_read_as(byte, wrong) for byte in text.encode())
    assert mojibake(garbled) == text
    assert mojibake(text) is None


@pytest.mark.parametrize("text", ["Café à Tarsk", "ÀÉÎÕÜ", "«Ні» — 5 %", "Ã", "naïve façade ©"])
def test_text_that_people_write_is_left_alone(text: str) -> None:
    """Accents, symbols and single odd letters are never taken for an accident."""
    assert mojibake(text) is None
    assert not looks_garbled(text)


def test_a_garbled_passage_is_seen_where_the_whole_cannot_be_undone() -> None:
    """A sound sentence beside a garbled one keeps the repair from being certain."""
    mixed = f"{RUSSIAN} Ð¡ÐµÑ€Ð³ÐµÐ¹"
    assert mojibake(mixed) is None
    assert looks_garbled(mixed)


@given(st.binary(max_size=400))
def test_no_bytes_make_it_fail(data: bytes) -> None:
    """Bytes are a text that UTF-8 can write, or an `IntakeError`."""
    try:
        text = decode(data).text
    except IntakeError:
        return
    text.encode("utf-8")


@given(st.text(min_size=1))
def test_valid_utf_8_comes_back_unchanged(text: str) -> None:
    """Whatever text is encoded as UTF-8 is that text again, but for a mark at its start."""
    if "\0" not in text:
        assert decode(text.encode()).text == text.removeprefix("\ufeff")


def _read_as(byte: int, wrong: str) -> str:
    try:
        return bytes([byte]).decode(wrong)
    except UnicodeDecodeError:
        return chr(byte)
