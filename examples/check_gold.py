"""Check `examples/gold/world.json` against the texts it annotates, and fill in its `spans`.

    python examples/check_gold.py [--write]

Every annotated string must occur in its article, every reference must lead somewhere, and every
verdict must rest on something published earlier. Offsets are filled in (with `--write`) where the
stored text is the input unchanged: JSON, JSON lines and plain text. Exit status 1 where something
is wrong; each problem is a line.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from redite.intake import read
from redite.text.ids import article_key
from redite.values import Document

HERE = Path(__file__).parent
WORLD = HERE / "world"
GOLD = HERE / "gold" / "world.json"
VERBATIM = ("articles", "archive/regional-press.jsonl", "plain")
"""The inputs whose stored text is the input string unchanged."""
LABELS = ("new", "same-utterance", "repeat", "echo", "update", "reversal", "dispute")

Gold = dict[str, Any]
Texts = dict[str, str]


def texts(*paths: Path) -> Texts:
    """Return every text under `paths` by the id, and by the address, that gold may call it."""
    found: Texts = {}
    for path in paths:
        for document in read(str(path)):
            if isinstance(document, Document):
                for name in (document.id, document.url, article_key(document)):
                    # An edited article stands under its address with its latest text.
                    if name is not None and (name not in found or document.modified is not None):
                        found[name] = document.text
    return found


def place(text: str, words: str, occurrence: int = 1) -> list[int] | None:
    """Return where `words` stand in `text` for the `occurrence`th time, or None."""
    at = -1
    for _ in range(occurrence):
        at = text.find(words, at + 1)
        if at < 0:
            return None
    return [at, at + len(words)]


def spans(statement: Gold, text: str) -> Gold:
    """Return the offsets of a statement's content, cue and source, as far as they are found."""
    content = statement["content"]
    pieces = [content] if isinstance(content, str) else content
    first = statement.get("content_occurrence", 1) if isinstance(content, str) else 1
    placed = [place(text, piece, first) for piece in pieces]
    out: Gold = {"content": [found for found in placed if found is not None]}
    for role in ("cue", "source"):
        if statement[role] is not None:
            found = place(text, statement[role], statement.get(f"{role}_occurrence", 1))
            if found is not None:
                out[role] = found
    return out


def problems(gold: Gold, stored: Texts) -> Iterator[str]:
    """Yield what is wrong with `gold`, one sentence each."""
    statements = gold["statements"]
    yield from _doubled("statement", [s["id"] for s in statements])
    yield from _doubled("speaker", [s["id"] for s in gold["speakers"]])
    yield from _doubled("claim", [c["id"] for c in gold["claims"]])
    earlier: dict[str, Gold] = {}
    speakers = {s["id"] for s in gold["speakers"]}
    claims = {c["id"] for c in gold["claims"]}
    for statement in statements:
        yield from _statement(statement, stored, speakers, claims)
        yield from _verdict(statement, earlier)
        earlier[statement["id"]] = statement
    for row in (*gold["not_statements"], *gold["translation_damage"]):
        yield from _found(row["article"], row["span"], row["occurrence"], stored)
    for link in gold["context_links"]:
        for role in ("marker", "event"):
            yield from _found(link["article"], link[role], link[f"{role}_occurrence"], stored)
    for row in gold["deadlines"]:
        for name in (row["announced_in"], row["evidence"]):
            if name is not None and name not in earlier:
                yield f"deadline {row['due']}: no statement {name}"
        if row["claim"] not in claims:
            yield f"deadline {row['due']}: no claim {row['claim']}"
    yield from _overlaps(gold, stored)


def _doubled(what: str, ids: list[str]) -> Iterator[str]:
    for name in sorted({name for name in ids if ids.count(name) > 1}):
        yield f"two of {what} {name}"


def _found(article: str, words: str, occurrence: int, stored: Texts) -> Iterator[str]:
    if article not in stored:
        yield f"no article {article}"
    elif place(stored[article], words, occurrence) is None:
        yield f"{article}: not in the text: {words}"


def _statement(
    statement: Gold, stored: Texts, speakers: set[str], claims: set[str]
) -> Iterator[str]:
    name, article = statement["id"], statement["article"]
    for who in (statement["speaker"], *statement["via"]):
        if who not in speakers:
            yield f"{name}: no speaker {who}"
    if statement["claim"] not in claims:
        yield f"{name}: no claim {statement['claim']}"
    if article not in stored:
        yield f"{name}: no article {article}"
        return
    found, pieces = spans(statement, stored[article]), statement["content"]
    if len(found["content"]) != (1 if isinstance(pieces, str) else len(pieces)):
        yield f"{name}: its content is not in the text"
    for role in ("cue", "source"):
        if statement[role] is not None and role not in found:
            yield f"{name}: its {role} is not in the text"
    estimate = statement["estimate"]
    if estimate is not None:
        yield from _found(article, estimate["phrase"], 1, stored)


def _verdict(statement: Gold, earlier: dict[str, Gold]) -> Iterator[str]:
    name, verdict = statement["id"], statement["verdict"]
    if verdict not in LABELS:
        yield f"{name}: {verdict} is no verdict"
    if (verdict == "new") is bool(statement["against"]):
        yield f"{name}: {verdict} with the evidence {statement['against']}"
    for other in statement["against"]:
        if other not in earlier:
            yield f"{name}: {other} is not earlier"
        elif verdict == "same-utterance" and any(
            earlier[other][part] != statement[part] for part in ("speaker", "claim", "utterance")
        ):
            yield f"{name}: not the same utterance as {other}"


def _overlaps(gold: Gold, stored: Texts) -> Iterator[str]:
    said: dict[str, list[list[int]]] = {}
    for statement in gold["statements"]:
        text = stored.get(statement["article"], "")
        said.setdefault(statement["article"], []).extend(spans(statement, text)["content"])
    for row in gold["not_statements"]:
        unsaid = place(stored.get(row["article"], ""), row["span"], row["occurrence"])
        for start, end in said.get(row["article"], []):
            if unsaid is not None and start < unsaid[1] and unsaid[0] < end:
                yield f"{row['article']}: both said and not said: {row['span']}"


def filled(gold: Gold, verbatim: Texts) -> Gold:
    """Return `gold` with the offsets of every statement whose article is stored verbatim."""
    statements = [
        {**statement, "spans": spans(statement, verbatim[statement["article"]])}
        if statement["article"] in verbatim
        else {name: value for name, value in statement.items() if name != "spans"}
        for statement in gold["statements"]
    ]
    return {**gold, "statements": statements}


def main() -> None:
    """Print what is wrong; write the offsets if asked to."""
    parser = argparse.ArgumentParser(description="Check the gold annotation of the example world.")
    parser.add_argument("--write", action="store_true", help="also write the offsets into the file")
    write = parser.parse_args().write
    gold = json.loads(GOLD.read_text(encoding="utf-8"))
    found = list(problems(gold, texts(WORLD)))
    complete = filled(gold, texts(*(WORLD / name for name in VERBATIM)))
    if write:
        rendered = json.dumps(complete, ensure_ascii=False, indent=1) + "\n"
        GOLD.write_text(rendered, encoding="utf-8")
    elif complete != gold:
        found.append("the offsets are not those of the texts: run with --write")
    print("\n".join(found) or f"{len(gold['statements'])} statements, all in place")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
