"""Writes our own corpus as the jsonl that training reads.

    python -m training.from_corpus --out FILE.jsonl [--without STORY…] [--only STORY…]

One document an article, `id` being `story/number`; whole stories are left out to be tested on.
Needs no torch.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from training.corpus.stories import Told, load


def records(stories: Iterable[Told]) -> Iterator[dict[str, Any]]:
    """Yield each article in the format of `training.data`."""
    for told in stories:
        for article in told.articles:
            yield {
                "id": f"{told.story.story}/{article.number}",
                "lang": article.language,
                "author": told.story.author,
                "style": article.head.style,
                "text": article.marked.text,
                "attributions": [
                    {
                        role: [[mark.start, mark.end] for mark in marks]
                        for role, marks in (
                            ("source", one.source),
                            ("cue", one.cue),
                            ("content", one.content),
                        )
                    }
                    for one in article.statements
                ],
            }


def main() -> None:
    """Run the command that the module's docstring describes."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--without", nargs="*", default=[], help="stories to leave out")
    parser.add_argument("--only", nargs="*", default=[], help="the only stories to take")
    options = parser.parse_args()
    stories = [told for told in load() if told.story.story not in options.without]
    if options.only:
        stories = [told for told in stories if told.story.story in options.only]
    count = 0
    with options.out.open("w", encoding="utf-8") as out:
        for record in records(stories):
            out.write(json.dumps(record, ensure_ascii=False) + "\n")
            count += 1
    print(f"{count} articles of {len(stories)} stories in {options.out}")


if __name__ == "__main__":
    main()
