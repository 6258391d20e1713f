"""What a language file says about dates: the `dates:` section."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, field_validator

Forms = tuple[str, ...]


class Dates(BaseModel):
    """The words of dates. All forms are lower case and declined where the language declines."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    months: dict[int, Forms]
    """1 is January; every form, abbreviations without their full stop."""
    weekdays: dict[int, Forms]
    """1 is Monday."""
    capital: bool
    """Names of months and days begin with a capital, so that "may" is no month."""
    month_first: bool = False
    """The day may follow the month ("October 3")."""
    ordinals: Forms = ()
    """What may follow the figure of a day ("3rd", "1er", "3.")."""
    link: Forms = ()
    """What may stand between day and month ("3rd of October")."""
    year_words: Forms = ()
    """What may follow a year ("2023 року")."""
    month_after: Forms
    """Words after which a month alone is a date ("in February")."""
    today: Forms
    yesterday: Forms
    tomorrow: Forms
    now: Forms = ()
    day_before: Forms
    """The day before the date last named; before publication where none was."""
    day_after: Forms
    events: Forms = ()
    """Words after which a day counts from an event, not a date ("the day before the vote")."""
    same_day: Forms
    last: Forms
    """Words beside a weekday that make it one before publication."""
    next: Forms
    ahead: Forms
    """Words before a weekday that make it the coming one ("until Monday")."""
    weeks: dict[int, Forms]
    """Whole weeks by their distance from that of publication (-1, 0, 1)."""

    @field_validator("months")
    @classmethod
    def _twelve(cls, months: dict[int, Forms]) -> dict[int, Forms]:
        if sorted(months) != list(range(1, 13)):
            raise ValueError("months must be numbered 1 to 12")
        return months

    @field_validator("weekdays")
    @classmethod
    def _seven(cls, weekdays: dict[int, Forms]) -> dict[int, Forms]:
        if sorted(weekdays) != list(range(1, 8)):
            raise ValueError("weekdays must be numbered 1 (Monday) to 7")
        return weekdays
