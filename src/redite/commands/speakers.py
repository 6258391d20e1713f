"""The commands `speakers list`, `show`, `merge`, `split`, `alias` and `undo`.

Each correction is an entry of the ledger with who and when; it is settled at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from redite import corrections
from redite.commands.app import app
from redite.commands.correcting import Who, confirm, correct, standing
from redite.commands.ledgers import load_records, settled
from redite.commands.options import LEDGER, Format, Ledger, Quiet, TextOrJson
from redite.commands.output import answer
from redite.corrections import Kind
from redite.errors import UsageError

if TYPE_CHECKING:
    from redite.interfaces import Correction, Store
    from redite.speakers_on_record import Met

speakers = typer.Typer(
    help="Who speaks: list them, and say who is who.",
    rich_markup_mode=None,
)
app.add_typer(speakers, name="speakers")

Speaker = Annotated[
    str, typer.Argument(metavar="SPEAKER", help="Id, the beginning of one, or a name.")
]


@speakers.command("list", epilog="Example: redite speakers list Velesh")
def list_command(
    words: Annotated[
        list[str] | None, typer.Argument(metavar="WORDS", help="Only names that hold all of them.")
    ] = None,
    format: Format = TextOrJson.TEXT,
    ledger: Ledger = LEDGER,
    quiet: Quiet = False,
) -> None:
    """List the speakers on record, the most often met first."""
    from redite.exports.speakers import speakers_object, speakers_text
    from redite.speakers_on_record import met

    with settled(ledger, quiet) as store:
        found = met(load_records(store))
    wanted = [word.casefold() for word in words or ()]
    kept = [one for one in found if _holds(one, wanted)]
    answer(format, lambda: speakers_object(kept), lambda: speakers_text(kept))


def _holds(one: Met, wanted: Sequence[str]) -> bool:
    names = [name.casefold() for name in (one.speaker.name or "", *one.names)]
    return not wanted or any(all(word in name for word in wanted) for name in names)


@speakers.command("show", epilog="Example: redite speakers show 'Goran Velesh'")
def show_command(
    speaker: Speaker,
    format: Format = TextOrJson.TEXT,
    ledger: Ledger = LEDGER,
    quiet: Quiet = False,
) -> None:
    """Show one speaker: every name and why it is his or hers, corrections, last words."""
    from redite.exports.speakers import speaker_object, speaker_text
    from redite.speakers_on_record import meant, met

    with settled(ledger, quiet) as store:
        one = meant(speaker, met(load_records(store)))
        made = [c for c in store.corrections() if _about(c, one)]
    answer(format, lambda: speaker_object(one, made), lambda: speaker_text(one, made))


def _about(correction: Correction, one: Met) -> bool:
    said = corrections.payload(correction)
    subjects = {one.speaker.id, *(record.statement.id for record in one.records)}
    return correction.subject in subjects or said.get("into") == one.speaker.id


@speakers.command("merge", epilog="Example: redite speakers merge p-1f2e 'Goran Velesh' --who Mira")
def merge_command(
    speaker: Speaker,
    into: Annotated[str, typer.Argument(metavar="INTO", help="The speaker that he or she is.")],
    who: Who,
    ledger: Ledger = LEDGER,
    quiet: Quiet = False,
) -> None:
    """Say that one speaker is another."""
    from redite.speakers_on_record import meant, met
    from redite.stages import corrected

    with settled(ledger, quiet) as store:
        records = load_records(store, all_versions=True)
        everybody = met(records)
        one, other = meant(speaker, everybody), meant(into, everybody)
        if one.speaker.id == other.speaker.id:
            raise UsageError(f"{speaker!r} and {into!r} are one speaker already")
        body = corrected.merging(one.speaker.id, other.speaker.id, records)
        made = correct(store, ledger, Kind.MERGE_SPEAKERS, one.speaker.id, body, who)
    confirm(quiet, made, f"{_named(one)} is {_named(other)}")


@speakers.command(
    "split", epilog="Example: redite speakers split Velesh --name 'G. Velesh' --who Mira"
)
def split_command(
    speaker: Speaker,
    who: Who,
    name: Annotated[
        list[str] | None,
        typer.Option("--name", help="A name that is somebody else's; may be given again."),
    ] = None,
    statement: Annotated[
        list[str] | None,
        typer.Option("--statement", help="A statement that is somebody else's; again, too."),
    ] = None,
    ledger: Ledger = LEDGER,
    quiet: Quiet = False,
) -> None:
    """Say that some names, or some statements, of a speaker are somebody else's."""
    from redite.speakers_on_record import meant, met
    from redite.stages import corrected

    if not name and not statement:
        raise UsageError("say what is somebody else's: --name or --statement")
    with settled(ledger, quiet) as store:
        records = load_records(store, all_versions=True)
        one = meant(speaker, met(records))
        made = []
        if name:
            own = {known.casefold(): known for known in one.names}
            strange = [each for each in name if each.casefold() not in own]
            if strange:
                raise UsageError(f"{_named(one)} is not met as {strange[0]!r} on record")
            names = sorted({own[each.casefold()] for each in name})
            if len(names) == len(own):
                raise UsageError(f"these are all the names of {_named(one)}: nobody would be left")
            body = corrected.parting(names)
            made.append(correct(store, ledger, Kind.PART_NAMES, one.speaker.id, body, who))
        for each in statement or ():
            found = [r for r in one.records if r.statement.id.startswith(each)]
            if len(found) != 1:
                raise UsageError(f"{_named(one)} has no one statement with the id {each!r}")
            body = corrected.splitting(found[0])
            made.append(
                correct(store, ledger, Kind.SPLIT_SPEAKER, found[0].statement.id, body, who)
            )
    for correction in made:
        confirm(quiet, correction, f"told apart from {_named(one)}")


@speakers.command("alias", epilog="Example: redite speakers alias Velesh 'the Marshal' --who Mira")
def alias_command(
    speaker: Speaker,
    name: Annotated[str, typer.Argument(metavar="NAME", help="Words that stand for the speaker.")],
    who: Who,
    ledger: Ledger = LEDGER,
    quiet: Quiet = False,
) -> None:
    """Say that a name stands for a speaker, wherever it is met from now on and was before."""
    from redite.speakers_on_record import meant, met
    from redite.stages import corrected

    if not name.strip():
        raise UsageError("an alias needs words")
    with settled(ledger, quiet) as store:
        records = load_records(store, all_versions=True)
        one = meant(speaker, met(records))
        body = corrected.naming(one.speaker.id, name, records)
        made = correct(store, ledger, Kind.ALIAS, one.speaker.id, body, who)
    confirm(quiet, made, f"{name!r} is {_named(one)}")


@speakers.command("undo", epilog="Example: redite speakers undo k-1f2e3d4c --who Mira")
def undo_command(
    who: Who,
    correction: Annotated[
        str | None,
        typer.Argument(metavar="CORRECTION", help="Its id, or the beginning; else your last."),
    ] = None,
    ledger: Ledger = LEDGER,
    quiet: Quiet = False,
) -> None:
    """Take back a correction about speakers."""
    from redite.stages import corrected

    with settled(ledger, quiet) as store:
        if correction is None:
            found = _own_last(who, store)
        else:
            found = standing(correction, corrected.KINDS, store)
        correct(store, ledger, Kind.UNDO, found.id, {}, who)
    confirm(quiet, found, "taken back")


def _own_last(who: str, store: Store) -> Correction:
    from redite.stages import corrected

    own = [
        made
        for made in corrections.standing(store.corrections())
        if made.kind in corrected.KINDS and made.who == " ".join(who.split())
    ]
    if not own:
        raise UsageError(f"{who} has made no correction about speakers that stands")
    return own[-1]


def _named(one: Met) -> str:
    return f"{one.speaker.name or 'not named'} ({one.speaker.id})"
