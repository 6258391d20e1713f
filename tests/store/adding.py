"""A program that adds articles to a ledger, to be killed by its test: `adding.py LEDGER COUNT`.

It adds one article for each line on its standard input, and answers with a line of its own.
"""

import sys

from redite.store import open_store
from tests.store.invented import many


def main(location: str, count: int) -> None:
    """Go on where an earlier run stopped, as an ingest does."""
    store = open_store(location, create=True)
    for article, analysis in many(count):
        if store.article(article.key) is None:
            if not sys.stdin.readline():
                return
            store.add(article, analysis)
            print(article.key, flush=True)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
