"""Lenses: what belongs to one subject, in every language, as a file that an analyst can write.

A lens takes a statement in where what was said, or the words that report it, hold one of its
words, and where speaker and act are among those it asks for, if it asks for any. Words are
looked up in the list of the article's own language; a text in a language that the lens has no
list for is held against all of them.

docs/lenses.md tells how to write one; `redite lens check` shows what it takes in and just misses.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError, field_validator

from redite.errors import UsageError, unreadable
from redite.names.matching import same_name
from redite.values import Act, Record, Span
from redite.yaml_files import parse_theirs

LARGEST = 1_000_000
"""A lens file is a page or two; what is larger is something else."""
AROUND = 400
"""Code points around the content that may still report it."""
# Accents of Latin letters do not count; «й» is no «и», and shows as it is printed.
_PLAIN = str.maketrans(
    {
        chr(code): base
        for code in range(0xC0, 0x250)
        if (base := unicodedata.normalize("NFKD", chr(code))[0]).isascii()
    }
    | dict.fromkeys("’ʼ`´", "'")
    | {"ё": "е", "ß": "ss", "ł": "l", "ø": "o", "æ": "ae", "œ": "oe"}
)

Words = dict[str, tuple[str, ...]]


class Lens(BaseModel):
    """One subject: its words by language, and whose and what sort of statements it asks for."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    description: str
    words: Words = {}
    except_: Words = {}
    """Phrases that do not count ("nuclear family"), `except` in the file."""
    speakers: tuple[str, ...] = ()
    """Names in any script; empty takes in everybody."""
    acts: tuple[Act, ...] = ()
    """Empty takes in all."""

    @field_validator("words", "except_", mode="after")
    @classmethod
    def _no_empty_word(cls, words: Words) -> Words:
        for language, entries in words.items():
            for entry in entries:
                if not re.search(r"\w", entry) or re.search(r"\*(?=\S)", entry):
                    raise ValueError(f"{language}: {entry!r} is no word; '*' may only end one")
        return words

    @cached_property
    def patterns(self) -> dict[str, re.Pattern[str]]:
        """Return the words of each language as one pattern over folded text."""
        return {language: _pattern(entries) for language, entries in self.words.items() if entries}

    @cached_property
    def exceptions(self) -> dict[str, re.Pattern[str]]:
        """Return the phrases that do not count, as one pattern a language."""
        return {
            language: _pattern(entries) for language, entries in self.except_.items() if entries
        }


@dataclass(frozen=True, slots=True)
class Look:
    """How a lens sees one statement: taken in, or why not."""

    hits: tuple[str, ...]
    """The words that were found, folded, each once."""
    excepted: tuple[str, ...]
    """Phrases found that do not count."""
    speaker: bool
    act: bool

    @property
    def taken(self) -> bool:
        """Say whether the lens takes the statement in."""
        return self.speaker and self.act and bool(self.hits)


def take_in(lens: Lens, records: Sequence[Record]) -> list[Record]:
    """Return the records that a lens takes in, in their order."""
    return [record for record in records if look(lens, record).taken]


def utterances(lens: Lens, records: Sequence[Record]) -> list[Record]:
    """Return all reports of every utterance of which a lens takes a report in, in their order.

    One paper names the weapon and another says "it": both report what was said of it.
    """
    wanted = {record.judgement.utterance for record in take_in(lens, records)}
    return [record for record in records if record.judgement.utterance in wanted]


def look(lens: Lens, record: Record) -> Look:
    """Return how a lens sees one statement."""
    hits, excepted = _hits(lens, normal(reported(record)), record.article.language)
    return Look(
        hits=hits,
        excepted=excepted,
        speaker=not lens.speakers or _is_among(record, lens.speakers),
        act=not lens.acts or record.statement.act in lens.acts,
    )


def words_in(lens: Lens, text: str, language: str | None) -> tuple[str, ...]:
    """Return the words of a lens that a text holds, folded, each once."""
    return _hits(lens, normal(text), language)[0]


def reported(record: Record) -> str:
    """Return what was said with the words that report it, where these stand close by."""
    attribution, text = record.statement.attribution, record.article.text
    content = attribution.content
    start, end = content[0].start, content[-1].end
    near = [
        piece
        for piece in (*attribution.source, *attribution.cue)
        if start - AROUND <= piece.start and piece.end <= end + AROUND
    ]
    first = min([start, *(piece.start for piece in near)])
    last = max([end, *(piece.end for piece in near)])
    return Span(first, min(last, first + 20_000)).of(text)


def normal(text: str) -> str:
    """Return `text` as lens words are compared: without case, accents and kinds of apostrophe."""
    composed = unicodedata.normalize("NFC", text).casefold().translate(_PLAIN)
    return re.sub(r"\s+", " ", composed)


def shipped() -> tuple[str, ...]:
    """Return the names of the lenses that come with the program, sorted."""
    names = (entry.name for entry in resources.files(__name__).iterdir())
    return tuple(sorted(name.removesuffix(".yaml") for name in names if name.endswith(".yaml")))


def load(name_or_file: str) -> Lens:
    """Return a lens by the name of one that is shipped, or by the path of a file.

    Raises:
        UsageError: there is no such lens, or the file is none; says which key breaks which rule.
    """
    if name_or_file in shipped():
        return _shipped(name_or_file)
    path = Path(name_or_file)
    try:
        if path.stat().st_size > LARGEST:
            raise UsageError(f"{name_or_file} is larger than {LARGEST} bytes: no lens")
        text = path.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise UsageError(
            f"no lens is called {name_or_file!r}, and no file can be read there "
            f"({unreadable(error)}); "
            f"there are {', '.join(shipped())}"
        ) from None
    return _read(text, name_or_file)


@cache
def _shipped(name: str) -> Lens:
    source = resources.files(__name__) / f"{name}.yaml"
    return _read(source.read_text(encoding="utf-8"), f"{name}.yaml")


def _read(text: str, origin: str) -> Lens:
    try:
        data = parse_theirs(text)
    except yaml.YAMLError as error:
        where = getattr(error, "problem_mark", None)
        line = f" in line {where.line + 1}" if where is not None else ""
        raise UsageError(f"{origin} is no YAML{line}") from None
    if not isinstance(data, dict):
        raise UsageError(f"{origin} is no lens: it must hold name, description and words")
    if "except" in data:
        data["except_"] = data.pop("except")
    try:
        lens = Lens.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"]).replace("except_", "except")
        raise UsageError(f"{origin}: {key}: {first['msg']}") from None
    if not lens.words and not lens.speakers:
        raise UsageError(f"{origin}: a lens needs words or speakers")
    return lens


def _hits(lens: Lens, text: str, language: str | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if not lens.words:
        return ("*",), ()
    own = lens.patterns.get(language or "")
    patterns = [own] if own is not None else [lens.patterns[key] for key in sorted(lens.patterns)]
    exceptions = [
        pattern
        for key, pattern in sorted(lens.exceptions.items())
        if own is None or key == language
    ]
    excepted = [match[0] for pattern in exceptions for match in pattern.finditer(text)]
    for pattern in exceptions:
        text = pattern.sub(lambda match: "\x00" * len(match[0]), text)
    hits = [match[0] for pattern in patterns for match in pattern.finditer(text)]
    return tuple(dict.fromkeys(hits)), tuple(dict.fromkeys(excepted))


def _pattern(entries: Sequence[str]) -> re.Pattern[str]:
    """Return a pattern that finds every entry in normal text; longer ones first."""
    parts = []
    for entry in entries:
        tokens = [re.escape(token) for token in normal(entry).split()]
        parts.append(r"[ '-]".join(token.replace(r"\*", r"\w*") for token in tokens))
    parts.sort(key=lambda part: (-len(part), part))
    return re.compile(rf"(?<![\w])(?:{'|'.join(parts)})(?![\w])")


def _is_among(record: Record, speakers: Sequence[str]) -> bool:
    names = {record.judgement.speaker.name, record.statement.speaker.name}
    known = [name for name in names if name]
    return any(
        normal(name) == normal(wanted) or same_name(name, wanted).same
        for name in known
        for wanted in speakers
    )
