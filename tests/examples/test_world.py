"""The invented world: every file is read, nothing in it is real, and its annotation holds."""

from __future__ import annotations

import copy
import gzip
import importlib.util
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from redite.intake import read
from redite.intake.source import Found
from redite.values import Document, Rejection

EXAMPLES = Path(__file__).parents[2] / "examples"
WORLD = EXAMPLES / "world"
Gold = dict[str, Any]

SPECIFICATIONS = {"www.w3.org", "purl.org", "schema.org", "jsonfeed.org"}


def program(name: str) -> ModuleType:
    """Load a program of examples/, which is no package."""
    spec = importlib.util.spec_from_file_location(name, EXAMPLES / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def found() -> list[Found]:
    """Everything that intake finds in the world."""
    return list(read(str(WORLD)))


@pytest.fixture(scope="module")
def checker() -> ModuleType:
    """The program that checks the annotation."""
    return program("check_gold")


@pytest.fixture(scope="module")
def stored(checker: ModuleType) -> dict[str, str]:
    """The world's texts by the names that the annotation uses."""
    return dict(checker.texts(WORLD))


@pytest.fixture
def gold() -> Gold:
    """The annotation, free to be spoilt."""
    text = (EXAMPLES / "gold" / "world.json").read_text(encoding="utf-8")
    return dict(json.loads(text))


def test_every_file_gives_articles(found: list[Found]) -> None:
    """Each file of the world yields at least one article, and only the wordless photo is lost."""
    files = {str(path) for path in WORLD.rglob("*") if path.is_file()}
    read_from = {item.origin.partition("#")[0] for item in found if isinstance(item, Document)}
    assert read_from == files
    lost = [item.reason for item in found if isinstance(item, Rejection)]
    assert lost == ["no text in the message, only a photo"]


def test_every_dated_article_keeps_its_date(found: list[Found]) -> None:
    """All but the two plain texts are dated between the first and the last day of the story."""
    documents = [item for item in found if isinstance(item, Document)]
    undated = [item.origin for item in documents if item.published is None]
    assert len(undated) == 2
    assert all("/plain/" in origin for origin in undated)
    days = [item.published.date().isoformat() for item in documents if item.published is not None]
    assert (min(days), max(days)) == ("2024-02-05", "2024-03-08")
    assert all(item.notes == () for item in documents)


def test_what_nobody_said_is_left_out(found: list[Found]) -> None:
    """Words in scripts, hidden text, comments and link boxes of the pages are in no article."""
    texts = "\n".join(item.text for item in found if isinstance(item, Document))
    for words in (
        "der Krieg habe begonnen",
        "would surrender",
        "протоку замінували",
        "Rostal sagte: Wir treten zurück",
        "said she would resign",
        "Rostal hat gesagt, dass die Steuern",
        "Velesh said on the radio",
        "Марск сама сказала",
        "Kremen kündigte Manöver an",
        "admitted all",
        "Арнвік заявив, що не любить",
        "Datenschutzbeauftragter",
    ):
        assert any(
            words in path.read_text(encoding="utf-8")
            for folder in (WORLD / "pages", EXAMPLES / "world-src")
            for path in folder.iterdir()
        ), f"no page holds {words!r} any more"
        assert words not in texts


def test_all_addresses_are_invented() -> None:
    """Every address in the world ends in .example, names a specification or a made-up chat."""
    for path in (*WORLD.rglob("*"), *(EXAMPLES / "world-src").iterdir()):
        if not path.is_file() or path.suffix == ".gz":
            continue
        for host in re.findall(r"https?://([^/\s\"'<>?#]+)", path.read_text(encoding="utf-8")):
            assert host.endswith(".example") or host in SPECIFICATIONS, f"{path.name}: {host}"


def test_archive_is_built_from_its_pages() -> None:
    """The web archive in the repository is the one that its program builds."""
    built = program("build_warc").archive()
    assert gzip.decompress((WORLD / "archive" / "world.warc.gz").read_bytes()) == built


def test_annotation_is_in_place(checker: ModuleType, stored: dict[str, str], gold: Gold) -> None:
    """Every annotated string and reference is found, and the offsets are those of the texts."""
    assert list(checker.problems(gold, stored)) == []
    verbatim = checker.texts(*(WORLD / name for name in checker.VERBATIM))
    assert checker.filled(gold, verbatim) == gold


def test_annotation_has_all_verdicts_and_languages(found: list[Found], gold: Gold) -> None:
    """All seven verdicts occur several times, in a world of five languages."""
    verdicts = Counter(statement["verdict"] for statement in gold["statements"])
    assert len(verdicts) == 7
    assert min(verdicts.values()) >= 4
    declared = {item.language for item in found if isinstance(item, Document)}
    assert declared >= {"en", "fr", "uk", "ru", "de"}


def spoilt(gold: Gold) -> Iterator[tuple[str, Gold]]:
    """Yield what the checker should say, and an annotation with that fault."""
    for fault, spoil in (
        ("its content is not in the text", {"content": "what nobody wrote"}),
        ("its cue is not in the text", {"cue": "whispered"}),
        ("no speaker nobody", {"speaker": "nobody"}),
        ("no claim C0", {"claim": "C0"}),
        ("no article 99", {"article": "99"}),
        ("maybe is no verdict", {"verdict": "maybe"}),
        ("is not earlier", {"verdict": "repeat", "against": ["30.1"]}),
        ("new with the evidence", {"verdict": "new", "against": ["30.1"]}),
    ):
        worse = copy.deepcopy(gold)
        worse["statements"][0].update(spoil)
        yield fault, worse


def test_checker_finds_each_fault(checker: ModuleType, stored: dict[str, str], gold: Gold) -> None:
    """A spoilt annotation is reported with the fault that was put in."""
    for fault, worse in spoilt(gold):
        assert any(fault in problem for problem in checker.problems(worse, stored)), fault


def test_checker_finds_a_statement_marked_as_none(
    checker: ModuleType, stored: dict[str, str], gold: Gold
) -> None:
    """What is said cannot be in the list of what is not."""
    first = gold["statements"][0]
    gold["not_statements"].append(
        {"article": first["article"], "span": first["content"], "occurrence": 1, "why": "spoilt"}
    )
    problems = list(checker.problems(gold, stored))
    assert [problem for problem in problems if "both said and not said" in problem]
