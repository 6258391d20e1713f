"""The corpus as values: stories, articles, statements. `load` reads, and checks every rule.

The format is described in FORMAT.md beside this file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Literal, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from training.corpus.markup import Mark, Marked, MarkupError, parse

ROOT = Path(__file__).parent
TERMS = (
    "almost-no-chance very-unlikely unlikely even-chance likely very-likely almost-certain"
).split()
STYLES = (
    "wire broadsheet tabloid think-tank ministry chat digest crude interview regional blog"
).split()
_TIMEX = re.compile(
    r"\d{4}(-\d{2}(-\d{2})?|-W\d{2}(-WE)?|-Q[1-4]|-H[12]|-(SP|SU|FA|WI))?(T\S+)?|\d{3}"
    r"|P(T?\d+(\.\d+)?[YMWDHS]|X[YMWD])|(PRESENT|PAST|FUTURE)_REF"
)


class CorpusError(ValueError):
    """A file of the corpus breaks a rule; says which file, which statement, which rule."""


class Speaker(BaseModel):
    """Somebody who speaks in a story."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    name: str
    kind: Literal["person", "organisation", "office", "unnamed"]
    gender: Literal["m", "f"] | None = None
    names: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()


class Story(BaseModel):
    """What the articles of one story share."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    story: str
    author: str
    speakers: dict[str, Speaker]
    claims: dict[str, str]


class Change(BaseModel):
    """What an update changes."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    slot: Literal["number", "date", "place", "scope", "status"]
    before: str | None = None
    after: str | None = None


class Gold(BaseModel):
    """What is known about one statement beyond its spans."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    speaker: str
    via: tuple[str, ...] = ()
    said_on: str | None = None
    utterance: str
    claim: str
    verdict: Literal["new", "same-utterance", "repeat", "echo", "update", "reversal", "dispute"]
    against: tuple[str, ...] = ()
    changed: Change | None = None
    act: Literal[
        "assert", "deny", "accuse", "threaten", "warn", "promise", "demand", "announce",
        "assess", "forecast",
    ]  # fmt: skip
    status: Literal["open", "met", "moved", "missed", "unknown"] | None = None


class Head(BaseModel):
    """The first part of an article's file."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    outlet: str
    style: str
    published: str
    title: str
    url: str | None = None
    duplicate_of: str | None = None
    relayed_from: str | None = None
    digest: bool = False
    clean: bool = True


@dataclass(frozen=True, slots=True)
class Statement:
    """One marked statement: pieces of source, cue and content, and its gold."""

    number: str
    source: tuple[Mark, ...]
    cue: tuple[Mark, ...]
    content: tuple[Mark, ...]
    gold: Gold


@dataclass(frozen=True, slots=True)
class Article:
    """One article of a story."""

    number: str
    language: str
    head: Head
    marked: Marked
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A story with its articles in order of publication."""

    story: Story
    articles: tuple[Article, ...]


def load(root: Path = ROOT) -> Iterator[Told]:
    """Yield every story of the corpus, by name; raises `CorpusError` at the first broken rule."""
    for folder in sorted(path.parent for path in root.glob("*/story.yaml")):
        yield load_story(folder)


def load_story(folder: Path) -> Told:
    """Return one story; raises `CorpusError`."""
    story = _validated(Story, _yaml(folder / "story.yaml"), folder / "story.yaml")
    _require(story.story == folder.name, folder, f"story is {story.story!r}, not the folder's name")
    files = sorted(folder.glob("*.txt"))
    told = Told(story, tuple(_article(path, story) for path in files))
    _check_order(told, folder)
    _check_verdicts(told, folder)
    return told


def _article(path: Path, story: Story) -> Article:
    named = re.fullmatch(r"(\d\d)\.([a-z]{2})\.txt", path.name)
    if named is None:
        raise CorpusError(f"{path}: the name must be like 03.uk.txt")
    parts = re.split(r"^---\s*$", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    _require(len(parts) == 3, path, f"{len(parts)} parts between --- lines, not 3")
    head = _validated(Head, _parsed(parts[0], path), path)
    _require(head.style in STYLES, path, f"style {head.style!r} is none of {', '.join(STYLES)}")
    _require("{" not in head.title, path, "a title has no marks")
    try:
        marked = parse(parts[1].strip())
    except MarkupError as error:
        raise CorpusError(f"{path}: {error}") from None
    table = _parsed(parts[2], path) or {}
    golds = {str(k): _validated(Gold, v, path, f"statement {k}") for k, v in table.items()}
    _check_values(marked, path)
    statements = tuple(_statement(number, gold, marked, path) for number, gold in golds.items())
    for kind in "scq":
        for mark in marked.marks:
            if mark.kind == kind:
                for number in mark.value.split(","):
                    _require(number in golds, path, f"{kind} {number} has no line in part three")
    for statement in statements:
        _check_gold(statement, story, path)
    return Article(named[1], named[2], head, marked, statements)


def _statement(number: str, gold: Gold, marked: Marked, path: Path) -> Statement:
    pieces = {
        kind: tuple(m for m in marked.marks if m.kind == kind and number in m.value.split(","))
        for kind in "scq"
    }
    _require(bool(pieces["q"]), path, f"statement {number} has no content")
    for kind, marks in pieces.items():
        for left, right in pairwise(marks):
            _require(left.end <= right.start, path, f"statement {number}: pieces of {kind} overlap")
    for mark in pieces["q"]:
        words = marked.text[mark.start : mark.end]
        where = f"statement {number}: content {words[:40]!r}"
        _require(words == words.strip(), path, f"{where} begins or ends with a blank")
        _require(words[-1] not in ".,;", path, f"{where} ends with {words[-1]!r}")
        wrapped = (
            words[0] in '«“„"' and words[-1] in '»”“"' and not set(words[1:-1]) & set('«»“”„"')
        )
        _require(not wrapped, path, f"{where} includes its quotation marks")
    return Statement(number, pieces["s"], pieces["c"], pieces["q"], gold)


def _check_values(marked: Marked, path: Path) -> None:
    for mark in marked.marks:
        words = f"{marked.text[mark.start : mark.end][:30]!r}"
        if mark.kind == "t":
            _require(
                bool(_TIMEX.fullmatch(mark.value)), path, f"no TIMEX3 value: {mark.value} {words}"
            )
        elif mark.kind == "d":
            try:
                date.fromisoformat(mark.value)
            except ValueError:
                raise CorpusError(f"{path}: deadline {mark.value} {words} is no date") from None
        elif mark.kind == "e":
            _require(mark.value in TERMS, path, f"likelihood {mark.value!r} {words} is no term")
        elif mark.kind == "x":
            known = ("meaning-flip", "word", "name")
            _require(mark.value in known, path, f"damage {mark.value!r} {words} is none of {known}")
    links = {kind: {m.value for m in marked.marks if m.kind == kind} for kind in "mv"}
    _require(links["m"] == links["v"], path, f"context links without marker or event: {links}")


def _check_gold(statement: Statement, story: Story, path: Path) -> None:
    gold, where = statement.gold, f"statement {statement.number}"
    for who in (gold.speaker, *gold.via):
        _require(who in story.speakers, path, f"{where}: no speaker {who!r} in story.yaml")
    _require(gold.claim in story.claims, path, f"{where}: no claim {gold.claim!r} in story.yaml")
    _require(
        (gold.verdict == "new") == (not gold.against),
        path,
        f"{where}: {gold.verdict} against {gold.against}",
    )
    _require(
        (gold.changed is not None) == (gold.verdict == "update"),
        path,
        f"{where}: `changed` belongs to updates, and every update has it",
    )
    if gold.said_on is not None:
        pattern = r"\d{4}-\d{2}(-\d{2})?(/\d{4}-\d{2}-\d{2})?"
        _require(
            bool(re.fullmatch(pattern, gold.said_on)), path, f"{where}: said_on {gold.said_on!r}"
        )


def _check_order(told: Told, folder: Path) -> None:
    published = [article.head.published for article in told.articles]
    _require(published == sorted(published), folder, "articles are not numbered by publication")
    numbers = [article.number for article in told.articles]
    _require(len(set(numbers)) == len(numbers), folder, "two articles have one number")
    for article in told.articles:
        original = article.head.duplicate_of
        _require(
            original is None or original in numbers,
            folder,
            f"{article.number}: no article {original}",
        )


def _check_verdicts(told: Told, folder: Path) -> None:
    """Hold every verdict against the definitions: what they say of speaker, utterance, claim."""
    earlier: dict[str, Gold] = {}
    for article in told.articles:
        ordered = sorted(article.statements, key=lambda s: (s.content[0].start, s.content[-1].end))
        for statement in ordered:
            gold, name = statement.gold, f"{int(article.number)}.{statement.number}"
            path = folder / f"{article.number}.{article.language}.txt"
            _check_verdict(gold, name, earlier, path)
            earlier[name] = gold


def _check_verdict(gold: Gold, name: str, earlier: Mapping[str, Gold], path: Path) -> None:
    for reference in gold.against:
        _require(reference in earlier, path, f"{name}: {reference} is not an earlier statement")
    first = earlier[gold.against[0]] if gold.against else None
    on_record = {past.utterance for past in earlier.values()}
    if gold.verdict == "same-utterance":
        assert first is not None
        same = first.utterance == gold.utterance and first.claim == gold.claim
        _require(same, path, f"{name}: another report, yet of another utterance or claim")
        _require(first.speaker == gold.speaker, path, f"{name}: same utterance, other speaker")
        return
    _require(gold.utterance not in on_record, path, f"{name}: its utterance is on record already")
    if first is None:
        claims = {past.claim for past in earlier.values()}
        _require(gold.claim not in claims, path, f"{name}: new, yet its claim is on record")
    elif gold.verdict in ("repeat", "echo", "update"):
        _require(first.claim == gold.claim, path, f"{name}: {gold.verdict} of another claim")
        spoke = any(p.speaker == gold.speaker and p.claim == gold.claim for p in earlier.values())
        wanted = {"repeat": True, "echo": False}.get(gold.verdict, spoke)
        _require(spoke == wanted, path, f"{name}: {gold.verdict}, but speaker on record: {spoke}")
    else:
        _require(first.claim != gold.claim, path, f"{name}: contradicts its own claim")
        same_speaker = first.speaker == gold.speaker
        wanted = gold.verdict == "reversal"
        _require(same_speaker == wanted, path, f"{name}: {gold.verdict} against {first.speaker}")


def _yaml(path: Path) -> object:
    return _parsed(path.read_text(encoding="utf-8"), path)


class _Loader(yaml.SafeLoader):
    """YAML without dates: `2024-02` and `2024-03-04` stay words."""


_Loader.yaml_implicit_resolvers = {
    key: [(tag, pattern) for tag, pattern in found if not tag.endswith((":timestamp", ":float"))]
    for key, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _parsed(text: str, path: Path) -> dict[str, object]:
    try:
        found = yaml.load(text, Loader=_Loader)
    except yaml.YAMLError as error:
        raise CorpusError(f"{path}: not valid YAML: {error}") from None
    if found is None:
        return {}
    _require(isinstance(found, dict), path, "keys and values expected")
    return dict(found)


Model = TypeVar("Model", bound=BaseModel)


def _validated(model: type[Model], data: object, path: Path, where: str = "") -> Model:
    try:
        return model.model_validate(data)
    except ValidationError as error:
        raise CorpusError(f"{path}: {where} {error}") from None


def _require(holds: bool, path: Path, otherwise: str) -> None:
    if not holds:
        raise CorpusError(f"{path}: {otherwise}")
