"""The rule tagger, by tables of invented sentences, by laws, and on hostile text."""

from __future__ import annotations

import importlib.util
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from redite.interfaces import Passage
from redite.models.rules import RuleTagger
from redite.values import Attribution

_HERE = Path(__file__).parent
LANGUAGES = ("de", "en", "fr", "ru", "uk")
BEGUN = ("cs", "es", "pl", "pt")


def _load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, _HERE / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


unmark = _load("marked").unmark


def _cases() -> list[tuple[str, str]]:
    found = []
    for language in LANGUAGES + BEGUN:
        rows = yaml.safe_load((_HERE / "cases" / f"{language}.yaml").read_text(encoding="utf-8"))
        found += [(language, row) for row in rows]
    return found


CASES = _cases()


def tag(text: str, language: str | None) -> tuple[Attribution, ...]:
    """Return what the tagger finds in one text."""
    return RuleTagger().tag([Passage(text, language)])[0]


def shown(text: str, attribution: Attribution) -> tuple[list[str], list[str], list[str]]:
    """Return the words of the three roles, so that a failure can be read."""
    return (
        [span.of(text) for span in attribution.source],
        [span.of(text) for span in attribution.cue],
        [span.of(text).rstrip(".") for span in attribution.content],
    )


@pytest.mark.parametrize(("language", "marked"), CASES)
def test_case(language: str, marked: str) -> None:
    """Each text of the tables gives the attributions marked in it, and no others."""
    text, expected = unmark(marked)
    found = tag(text, language)
    assert sorted(shown(text, a) for a in found) == sorted(shown(text, a) for a in expected)


@pytest.mark.parametrize("language", LANGUAGES)
def test_tables_are_large_enough(language: str) -> None:
    """Each language has at least 25 cases, five of them without any report."""
    rows = [marked for code, marked in CASES if code == language]
    assert len(rows) >= 25
    assert sum("[c" not in row for row in rows) >= 5


def _check(text: str, found: tuple[Attribution, ...]) -> None:
    for attribution in found:
        for pieces in (attribution.source, attribution.cue, attribution.content):
            assert all(span.end <= len(text) for span in pieces)
            assert all(a.end <= b.start for a, b in pairwise(pieces))
        for span in attribution.content:
            piece = span.of(text)
            assert piece == piece.strip()


_FRAGMENTS = st.sampled_from(
    [
        *" .,:;—-!?\n",
        *"«»„“”\"‘’'()[]*_",
        " said ",
        " Dalkova ",
        " that ",
        " сказал ",
        ", что ",
        " по словам ",
        " Тарн ",
        " selon ",
        " a-t-il ajouté ",
        " sagte er, ",
        " laut ",
        " according to ",
        "\u200b",
        "\u202e",
        "⚡️",
        "the port reopens",
        "порт откроется",
        "- ",
        "X said:\n",
        "](https://example.org/a)",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_FRAGMENTS, max_size=40).map("".join), st.sampled_from([*LANGUAGES, None, "xx"]))
def test_spans_lie_in_the_text_and_in_order(text: str, language: str | None) -> None:
    """Whatever the text, spans lie in it, pieces are in order, contents have no space at the edge."""
    _check(text, tag(text, language))


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(range(len(CASES))), min_size=1, max_size=6), st.randoms())
def test_a_result_depends_on_its_passage_alone(chosen: list[int], random: object) -> None:
    """A passage gives the same alone, among others, and in any order."""
    passages = [Passage(unmark(CASES[i][1])[0], CASES[i][0]) for i in chosen]
    together = RuleTagger().tag(passages)
    backwards = RuleTagger().tag(passages[::-1])[::-1]
    assert together == [RuleTagger().tag([p])[0] for p in passages] == backwards


def test_offsets_count_invisible_characters() -> None:
    """Zero-width and direction marks are stepped over, and counted."""
    plain = "“We will wait,” said Jonas Hedrik."
    text = "\u200e" + plain.replace("said", "sa\u200bid").replace("Hedrik", "\u202aHedrik\u202c")
    (found,) = tag(text, "en")
    assert found.cue[0].of(text) == "sa\u200bid"
    assert found.content[0].of(text) == "We will wait"
    assert "Hedrik" in found.source[0].of(text)


def test_markup_is_outside_the_spans() -> None:
    """A chat's bold marks, links and emoji stay in the text and out of the edges of spans."""
    text = "**⚡️Порт в Тарске откроется в июне, **[заявил](https://example.org/1) Милош Тарн.\n"
    (found,) = tag(text, "ru")
    assert found.content[0].of(text) == "Порт в Тарске откроется в июне"
    assert found.cue[0].of(text) == "заявил"
    assert found.source[0].of(text) == "Милош Тарн"


def test_unknown_language_is_read_by_its_quotation_marks() -> None:
    """Without a language, a quotation beside any language's cue counts, a that-clause does not."""
    text = "«Порт откроется в июне», — сказал Тарн. “The port is closed,” said Tarn."
    assert len(tag(text, None)) == 2
    assert tag("Tarn said that the port was closed.", None) == ()


@pytest.mark.parametrize(
    ("language", "text", "source", "cue"),
    [
        ("it", "«Il porto resta chiuso», borbottò Milos Tarn.", "Milos Tarn", "borbottò"),
        ("sk", "„Prístav zostáva zatvorený,“ zavrčal Milos Tarn.", "Milos Tarn", "zavrčal"),
        ("bg", "„Пристанището остава затворено“, измърмори Милош Тарн.", "Милош Тарн", "измърмори"),
        (
            "nl",
            "Milos Tarn mopperde: “De haven blijft deze winter dicht.”",
            "Milos Tarn",
            "mopperde",
        ),
    ],
)
def test_unknown_verb_beside_a_quotation_is_a_cue(
    language: str, text: str, source: str, cue: str
) -> None:
    """In a language without a file, quotation, verb and name in their places are a report."""
    (found,) = tag(text, language)
    assert found.source[0].of(text) == source
    assert found.cue[0].of(text) == cue


@pytest.mark.parametrize(
    "text",
    [
        "«Aurora di ferro», nave ammiraglia di Kareth, è salpata ieri.",
        "«Alba» e «Tramonto» sono le navi di Kareth.",
        "Il cartello: «Chiuso».",
    ],
)
def test_quoted_name_is_no_report(text: str) -> None:
    """A quoted name with a description, and a bare label, report nothing."""
    assert tag(text, "it") == ()


def test_outer_report_that_only_relays_gives_way() -> None:
    """Of "X says that Y said C" the inner saying stands, and the outer is left to the chain."""
    text = "The institute said that Goran Velesh said that the drills would end in May."
    (found,) = tag(text, "en")
    assert found.source[0].of(text) == "Goran Velesh"


def test_quotation_goes_on_over_paragraphs() -> None:
    """A second paragraph in quotation marks continues the quotation before it."""
    text = "“The port is closed,” said Milos Tarn.\n\n“It will not open before June.”"
    (found,) = tag(text, "en")
    assert [s.of(text).rstrip(".") for s in found.content] == [
        "The port is closed,".rstrip(","),
        "It will not open before June",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        '"',
        "—",
        "said",
        ":",
        "\x00\x01\x02",
        "\ud800",
        "« « « «",
        "Tarn said:",
        "— ",
        "1234567890",
        "🙂" * 50,
        "сказал " * 3000,
        "word said that " * 2000,
        '"' * 5000,
        "( " * 5000,
        "- a\n" * 3000,
    ],
)
@pytest.mark.parametrize("language", ["en", "ru", None])
def test_hostile_text_is_read_without_harm(text: str, language: str | None) -> None:
    """Single marks, control characters, lone surrogates and endless repetition do no harm."""
    _check(text, tag(text, language))


def test_long_text_without_punctuation() -> None:
    """A text of 300,000 characters without a full stop is read in pieces, not squared."""
    text = "the port in Tarsk is closed and the road to Quor too " * 6000
    assert tag(text, "en") == ()


def test_version_names_the_tagger() -> None:
    """The version is what every statement is recorded with."""
    assert RuleTagger().version == "rules.v1"
