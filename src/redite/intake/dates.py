"""When something was published, as its own input says. Never guessed."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from email.utils import parsedate_to_datetime

from redite.intake.source import Limits

_UNSET = (datetime(1970, 1, 1, tzinfo=UTC), datetime(1970, 1, 1, 0, 0, 1, tzinfo=UTC))
"""What clocks that were never set print."""

When = tuple[datetime | None, str | None]
"""A time in UTC, or None and a note that says why it is none."""


def when(value: object, limits: Limits, what: str = "date") -> When:
    """Return the time that `value` gives, in UTC, or None with the reason.

    A day is its first instant, and a time without a zone is UTC. ISO 8601 and the form of e-mail
    and RSS ("Wed, 05 Apr 2023 09:12:00 +0200") are understood. What is absent gives no note.

    >>> when("2023-02-30", Limits())
    (None, "date '2023-02-30' is none and was left out")
    """
    if value is None or value == "":
        return None, None
    if not isinstance(value, str):
        return None, f"{what} is not written as text and was left out"
    shown = repr(value if len(value) <= 60 else value[:60] + "…")
    found = _parsed(value.strip())
    if found is None:
        return None, f"{what} {shown} is none and was left out"
    return believed(found, limits, what)


def at_second(seconds: int, limits: Limits, what: str = "date") -> When:
    """Return the time that many seconds after the start of 1970, or None with the reason."""
    try:
        return believed(datetime.fromtimestamp(seconds, UTC), limits, what)
    except (ValueError, OverflowError, OSError):
        return None, f"{what} {seconds} is none and was left out"


def believed(found: datetime, limits: Limits, what: str = "date") -> When:
    """Return `found`, or None with a note where no article can be of that time."""
    if not limits.earliest <= found <= limits.latest or found in _UNSET:
        return None, f"{what} in the year {found.year} ({found:%Y-%m-%d}) not believed"
    return found, None


def _parsed(value: str) -> datetime | None:
    for parse in (datetime.fromisoformat, _midnight, parsedate_to_datetime):
        try:
            found = parse(value)
            return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
        except (ValueError, OverflowError, TypeError, IndexError):
            continue
    return None


def _midnight(value: str) -> datetime:
    return datetime.combine(date.fromisoformat(value), time())
