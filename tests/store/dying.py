"""A program that is killed after each SQL statement of its writing in turn: `dying.py LEDGER`.

Each process that it forks adds one article more than the last and, after so many SQL statements,
kills itself in the middle. Prints how many died so.
"""

import os
import signal
import sys
from itertools import count

from sqlalchemy import event

from redite.store import SqlStore, open_store
from tests.store.invented import NOON, many, standing


def die_after(store: SqlStore, statements: int) -> None:
    """Let this process be killed right after so many SQL statements."""
    left = iter(range(statements - 1, -1, -1))

    def one_more(*_: object) -> None:
        if next(left) == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(store.engine, "after_cursor_execute", one_more)


def write_and_die(location: str, statements: int) -> None:
    """Write an article and what was decided about it, unless killed before the end."""
    store = open_store(location, create=False)
    assert isinstance(store, SqlStore)
    article, analysis = many(100)[4 * statements + 3]
    die_after(store, statements)
    store.add(article, analysis)
    store.decide([standing(article.key), standing(f"{article.key} again")], NOON)
    os._exit(0)


def main(location: str) -> None:
    """Let one process after another die, until one gets to the end."""
    open_store(location, create=True).close()
    for statements in count(1):
        child = os.fork()
        if child == 0:
            write_and_die(location, statements)
        _, status = os.waitpid(child, 0)
        if not os.WIFSIGNALED(status):
            print(statements - 1)
            return


if __name__ == "__main__":
    main(sys.argv[1])
