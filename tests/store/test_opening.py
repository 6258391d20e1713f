"""Opening a ledger: whatever is wrong with the place is said in one sentence."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from redite.errors import LedgerError, LedgerVersionError
from redite.store import open_store
from redite.store.schema import REVISION, VERSION_TABLE
from tests.store.invented import NOON, analysis, article, judgement, observed, statement


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where a ledger could be."""
    return tmp_path / "redite.db"


def make(path: Path) -> None:
    """Make a ledger with one article at `path`."""
    with closing(open_store(str(path), create=True)) as store:
        store.add(article(), analysis("a-1", statement()))
        store.decide([judgement()], NOON)
        observed(store)


def set_revision(path: Path, revision: str) -> None:
    """Let the ledger say that it has another schema."""
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute(f"UPDATE {VERSION_TABLE} SET version_num = ?", (revision,))


@pytest.fixture
def plain_place() -> Iterator[Path]:
    """Return a directory that is used without the powers of an administrator.

    Those may write everywhere, and permissions could not be tested.
    """
    place = Path(tempfile.mkdtemp())
    make(place / "warm up what is imported late")
    make(place / "redite.db")
    nobody, me = 65534, os.geteuid()
    if me == 0:
        os.chown(place, nobody, nobody)
        os.chown(place / "redite.db", nobody, nobody)
        os.seteuid(nobody)
    try:
        if not os.access(place, os.W_OK, effective_ids=True):
            pytest.skip("only an administrator can reach the temporary directory")
        yield place
    finally:
        os.seteuid(me)
        place.chmod(0o700)
        shutil.rmtree(place)


def test_a_missing_ledger_is_not_made_unasked(path: Path) -> None:
    """Reading verbs say which command makes one, and leave nothing behind."""
    with pytest.raises(LedgerError, match=r"no ledger at .*redite\.db; `redite ingest --ledger"):
        open_store(str(path), create=False)
    assert not path.exists()


def test_a_missing_directory_is_named(tmp_path: Path) -> None:
    """A ledger is made, its directory is not: the name may be mistyped."""
    with pytest.raises(LedgerError, match=r"no directory .*nowhere"):
        open_store(str(tmp_path / "nowhere" / "redite.db"), create=True)


def test_a_name_is_taken_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Signs that mean something to a database or a parser mean nothing in a file name."""
    monkeypatch.chdir(tmp_path)
    for name in ("file:a?mode=memory", "100% sure #1.db", "журнал 🌉.db"):
        make(Path(name))
        with closing(open_store(name, create=False)) as store:
            assert store.article("a-1") is not None
        assert (tmp_path / name).is_file()


def test_a_ledger_in_memory_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The name that SQLite users know makes no file; each such ledger is another."""
    monkeypatch.chdir(tmp_path)
    open_store(":memory:", create=True).add(article(), analysis("a-1"))
    assert open_store(":memory:", create=True).article("a-1") is None
    with pytest.raises(LedgerError, match="no ledger at :memory:"):
        open_store(":memory:", create=False)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("location", ["postgresql://tarsk/redite", "postgres://a:b@c/d"])
def test_postgresql_is_not_supported_yet(location: str) -> None:
    """The contract names it; until then the error says what to give instead."""
    with pytest.raises(LedgerError, match="PostgreSQL is not supported yet; give the name"):
        open_store(location, create=True)


@pytest.mark.parametrize("location", ["", "a\0b", "https://ledger.example/x", "x" * 5000])
def test_what_is_no_file_name_is_refused(location: str) -> None:
    """No traceback from the operating system reaches the user."""
    with pytest.raises(LedgerError):
        open_store(location, create=True)


def test_a_directory_is_no_ledger(tmp_path: Path) -> None:
    """The error says so, not "unable to open database file"."""
    with pytest.raises(LedgerError, match="is a directory"):
        open_store(str(tmp_path), create=True)


def test_a_device_is_no_ledger() -> None:
    """Reading one could go on for ever."""
    with pytest.raises(LedgerError, match="not an ordinary file"):
        open_store(os.devnull, create=True)


@pytest.mark.parametrize("create", [True, False])
def test_what_is_no_database_is_left_alone(path: Path, create: bool) -> None:
    """A text file under the name of the ledger is an error, and stays as it is."""
    path.write_text("Dalkova said that the bridge would open.\n" * 500)
    before = path.read_bytes()
    with pytest.raises(LedgerError, match="not a SQLite database"):
        open_store(str(path), create=create)
    assert path.read_bytes() == before


@pytest.mark.parametrize("create", [True, False])
def test_the_database_of_another_program_is_left_alone(path: Path, create: bool) -> None:
    """Not a byte of it changes, not even its mode of writing."""
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("CREATE TABLE articles (key TEXT)")
    before = path.read_bytes()
    with pytest.raises(LedgerError, match="not a ledger of redite"):
        open_store(str(path), create=create)
    assert path.read_bytes() == before


def test_an_empty_file_is_made_a_ledger_only_when_asked(path: Path) -> None:
    """It is what remains where a first run is killed very early."""
    path.touch()
    with pytest.raises(LedgerError, match="is empty"):
        open_store(str(path), create=False)
    make(path)
    with closing(open_store(str(path), create=False)) as store:
        assert store.article("a-1") is not None


@pytest.mark.parametrize("create", [True, False])
def test_a_ledger_of_a_newer_version_is_refused(path: Path, create: bool) -> None:
    """The error names both schemas and the way out, and the ledger stays as it is."""
    make(path)
    set_revision(path, "know_the_weather")
    before = path.read_bytes()
    with pytest.raises(LedgerVersionError, match=r"know_the_weather.*newer redite") as caught:
        open_store(str(path), create=create)
    assert REVISION in str(caught.value)
    assert path.read_bytes() == before


def test_a_damaged_ledger_is_said_to_be_damaged(path: Path) -> None:
    """Half a file, as a broken copy leaves it, is an error and not a traceback."""
    make(path)
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    with pytest.raises(LedgerError, match="damaged"):
        observed(open_store(str(path), create=False))


def test_four_at_once_make_one_ledger(path: Path) -> None:
    """Whoever comes second finds the ledger made, and goes on."""
    errors: list[BaseException] = []

    def add(key: str) -> None:
        try:
            with closing(open_store(str(path), create=True)) as store:
                store.add(article(key), analysis(key))
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=add, args=(f"a-{number}",)) for number in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert errors == []
    with closing(open_store(str(path), create=False)) as store:
        assert [each.key for each in store.articles()] == [f"a-{number}" for number in range(4)]


def test_a_file_that_may_not_be_written_is_read(plain_place: Path) -> None:
    """Reading goes on; writing says why it cannot."""
    path = plain_place / "redite.db"
    path.chmod(0o444)
    with closing(open_store(str(path), create=False)) as store:
        assert store.article("a-1") is not None
        with pytest.raises(LedgerError, match="may not be written to"):
            store.add(article("a-2"), analysis("a-2"))


def test_a_ledger_in_a_folder_for_reading_only_is_read(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is written beside it; what would write says why it cannot, and the way out."""
    make(path)
    monkeypatch.setattr(os, "access", lambda *_: False)
    with closing(open_store(str(path), create=False)) as store:
        assert store.article("a-1") is not None
        assert [each.name for each in path.parent.iterdir()] == [path.name]
        with pytest.raises(LedgerError, match=r"may not be written to.*a copy of it"):
            store.add(article("a-2"), analysis("a-2"))


def test_a_file_that_may_not_be_read_is_named(plain_place: Path) -> None:
    """The error says that it is a matter of permissions."""
    path = plain_place / "redite.db"
    path.chmod(0)
    with pytest.raises(LedgerError, match=r"redite\.db: .*permissions"):
        open_store(str(path), create=False)


def test_a_directory_without_permission_is_an_error(plain_place: Path) -> None:
    """Neither making a ledger in it nor looking into it gives a traceback."""
    plain_place.chmod(0o555)
    with pytest.raises(LedgerError, match="permission"):
        open_store(str(plain_place / "new.db"), create=True)
    plain_place.chmod(0)
    with pytest.raises(LedgerError, match="Permission denied"):
        open_store(str(plain_place / "redite.db"), create=False)
