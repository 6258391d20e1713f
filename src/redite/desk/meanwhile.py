"""What was decided while a page was open.

A page carries the latest correction on record when it was made. A form that it sends is too late
where somebody has since corrected what the form is about, or put something together with it.
Whatever else was corrected meanwhile disturbs nobody.
"""

from __future__ import annotations

from redite import corrections as correcting
from redite.corrections import Kind
from redite.desk.snapshot import Snapshot
from redite.interfaces import Correction

NONE = "-"
"""What a page carries where nothing has been corrected yet."""


def latest(snapshot: Snapshot) -> str:
    """Return the latest correction on record, as a page carries it."""
    return snapshot.corrections[-1].id if snapshot.corrections else NONE


def since(snapshot: Snapshot, known: str, subject: str) -> list[Correction]:
    """Return what holds of a subject and was decided after the correction `known`, oldest first.

    Notes stand side by side, so they are none of it. Where nothing on record is called `known`,
    it is all that holds.
    """
    places = {correction.id: at for at, correction in enumerate(snapshot.corrections)}
    later = snapshot.corrections[places.get(known, -1) + 1 :]
    return [
        correction
        for correction in correcting.standing(later)
        if correction.kind != Kind.NOTE
        and subject in (correction.subject, correcting.payload(correction).get("into"))
    ]
