"""The commands `outlets list`, `rate`, `credit` and `undo`.

Profiles say where an outlet is and whose; grades say what people think of it. The machine never
sets a grade, and no verdict rests on one: nothing is settled anew.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from redite import corrections
from redite.commands.app import app
from redite.commands.correcting import Undone, Who, confirm, standing
from redite.commands.ledgers import load_records, now, settled
from redite.commands.options import LEDGER, Format, Ledger, Quiet, TextOrJson
from redite.commands.output import answer
from redite.corrections import Kind
from redite.errors import UsageError

outlets = typer.Typer(
    help="Outlets: profiles, and how reliable people call them.",
    rich_markup_mode=None,
)
app.add_typer(outlets, name="outlets")

Profiles = Annotated[
    Path | None,
    typer.Option(
        "--profiles",
        envvar="REDITE_OUTLETS",
        metavar="FILE",
        help="Your own profiles, which count for more than those redite brings.",
    ),
]


@outlets.command("list", epilog="Example: redite outlets list")
def list_command(
    format: Format = TextOrJson.TEXT,
    profiles: Profiles = None,
    ledger: Ledger = LEDGER,
    quiet: Quiet = False,
) -> None:
    """List the outlets on record with their profiles and grades, by number of articles."""
    from redite.exports.outlets import Listed, outlets_object, outlets_text
    from redite.outlets import load
    from redite.outlets.grades import grades

    known = load(profiles)
    with settled(ledger, quiet) as store:
        graded = grades(store.corrections())
        counts: Counter[str] = Counter()
        urls: dict[str, str | None] = {}
        for article in store.articles():
            if article.publisher:
                counts[article.publisher] += 1
                urls.setdefault(article.publisher, article.url)
    listed = [
        Listed(name, count, known.named(name) or known.at(urls[name]), graded.of_outlet(name))
        for name, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    ]
    answer(format, lambda: outlets_object(listed), lambda: outlets_text(listed))


@outlets.command("rate", epilog="Example: redite outlets rate 'Tarsk-Inform' D --who Mira")
def rate_command(
    outlet: Annotated[str, typer.Argument(metavar="OUTLET", help="Its name.")],
    grade: Annotated[str, typer.Argument(metavar="A-F", help="How reliable you call it.")],
    who: Who,
    ledger: Ledger = LEDGER,
    quiet: Quiet = False,
) -> None:
    """Say how reliable a source is: A completely reliable … E unreliable, F cannot be judged."""
    from redite.outlets import outlet_key
    from redite.outlets.grades import RELIABILITY

    if not outlet.strip():
        raise UsageError("an outlet needs a name")
    body = {"grade": grade.upper(), "name": outlet}
    made = corrections.make(Kind.RELIABILITY, outlet_key(outlet), body, who, now())
    with settled(ledger, quiet) as store:
        store.correct(made)
    confirm(quiet, made, f"{outlet} is {RELIABILITY[grade.upper()]} ({grade.upper()})")


@outlets.command("credit", epilog="Example: redite outlets credit s-1f2e3d4c 2 --who Mira")
def credit_command(
    statement: Annotated[
        str, typer.Argument(metavar="STATEMENT", help="Its id, or the beginning of it.")
    ],
    grade: Annotated[str, typer.Argument(metavar="1-6", help="How credible you call it.")],
    who: Who,
    ledger: Ledger = LEDGER,
    quiet: Quiet = False,
) -> None:
    """Say how credible one statement is, whoever made it: 1 confirmed … 5 improbable, 6 unknown."""
    from redite.outlets.grades import CREDIBILITY
    from redite.trace import find

    with settled(ledger, quiet) as store:
        subject = find(statement, load_records(store, all_versions=True)).statement.id
        made = corrections.make(Kind.CREDIBILITY, subject, {"grade": grade}, who, now())
        store.correct(made)
    confirm(quiet, made, f"{subject} is {CREDIBILITY[grade]} ({grade})")


@outlets.command("undo", epilog="Example: redite outlets undo k-1f2e3d4c --who Mira")
def undo_command(
    correction: Undone,
    who: Who,
    ledger: Ledger = LEDGER,
    quiet: Quiet = False,
) -> None:
    """Take back a grade."""
    with settled(ledger, quiet) as store:
        found = standing(correction, corrections.GRADES, store)
        store.correct(corrections.make(Kind.UNDO, found.id, {}, who, now()))
    confirm(quiet, found, "taken back")
