"""What a language file says about dates: the `dates:` section."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, field_validator, model_validator

Forms = tuple[str, ...]
Unit = Literal["TS", "TM", "TH", "D", "W", "M", "Q", "Y", "DE", "CE"]
"""Second, minute, hour, day, week, month, quarter, year, decade, century, as TIMEX3 has them."""


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
    day_words: dict[int, Forms] = {}
    """Days written out ("premier", "першого")."""
    link: Forms = ()
    """What may stand between day and month ("3rd of October")."""
    range_to: Forms
    """What joins the ends of a range ("to", "по")."""
    range_and: Forms
    """What joins two days of one month ("7 and 9 July")."""
    year_words: Forms = ()
    """What may follow a year ("2023 року")."""
    year_endings: Forms = ()
    """What a hyphen may join to a year ("2022-го")."""
    year_after: Forms
    """Words after which four figures are a year ("in 2012", "du", "навесні")."""
    bare_years: bool = False
    """Four figures may be a year with no such word, where no capitalised noun follows."""
    month_after: Forms
    """Words after which a month alone is a date ("in February")."""

    counts: dict[int | Literal["X"], Forms]
    """Small numbers in words; X where the text leaves the number open ("several")."""
    units: dict[Unit, Forms]
    """Singular and plural."""
    bare: Forms = ()
    """Units that are a duration without a number ("years")."""
    plural: Forms = ()
    """Those that leave their number open beside a relative word ("последние годы")."""
    lengths: dict[str, Forms] = {}
    """One word for a whole length of time ("півроку" is P6M)."""
    articles: Forms = ()
    """What belongs to an expression in front of it ("the last two years")."""
    ago: Forms
    """Templates with {n} and {unit}, counted from publication."""
    hence: Forms
    """The same into the future ("in {n} {unit}"), where words announce it; else lengths."""
    hence_plain: Forms = ()
    """Those that need no announcing words ("dans {n} {unit}")."""
    earlier: Forms
    """Templates counted back from the date last named ("{n} {unit} earlier")."""
    later: Forms
    than: Forms = ()
    """Words after which nothing is earlier or later than a date ("a month earlier than usual")."""
    last: Forms
    """Words beside a weekday or unit that make it the one before publication."""
    this: Forms
    next: Forms
    same: Forms = ()
    """Words that point at the date last named ("that year")."""
    previous: Forms = ()
    """The unit before the date last named."""
    following: Forms = ()
    noun_first: bool = False
    """Those words may follow their noun ("l'an dernier")."""
    ahead: Forms
    """Words before a date that make it the coming one ("until Monday")."""
    future: Forms
    """Words after which, within a clause, a date is rather ahead ("will", "is due").

    One with a hyphen before it is the ending of such a word ("-eront").
    """

    days: dict[int, Forms]
    """Days by their distance from publication: 0 is today."""
    moments: dict[str, Forms] = {}
    """Day and part of the day in one, as distance and TIMEX3 part ("0TNI": tonight).

    With "~" before it the distance counts from the day last named ("~0TEV": that same evening);
    with a unit behind it, it is one of weeks, months or years ("-1Y": "торік").
    """
    same_day: Forms
    day_before: Forms
    """The day before the date last named; before publication where none was."""
    day_after: Forms
    events: Forms = ()
    """Words after which a day counts from an event, not a date ("the day before the vote")."""
    parts: dict[Literal["MO", "MI", "AF", "EV", "NI"], Forms]
    """Parts of the day, alone beside a day ("Friday morning")."""
    glued: bool = False
    """A part may be one word with the weekday ("Freitagabend")."""
    weekend: Forms
    seasons: dict[Literal["SP", "SU", "FA", "WI"], Forms]
    ranks: dict[int, Forms]
    """First to fourth, for quarters and halves of a year."""
    quarter: Forms
    half: Forms
    decade: Forms
    """Templates with {decade}: "{decade}s" reads "1990s"."""
    century: Forms
    """Templates with {century}, in Arabic or Roman figures."""
    edges: dict[Literal["START", "MID", "END"], Forms]
    """Words for the beginning, middle and end of a month or a year ("early", "fin")."""

    refs: dict[Literal["PAST_REF", "PRESENT_REF", "FUTURE_REF"], Forms]
    """Vague words ("recently", "now", "soon")."""
    sets: dict[str, Forms] = {}
    """What comes again and again, in one word ("daily" is P1D)."""
    every: Forms
    """Words before a unit, a weekday or a part of the day that make it recur."""
    clock: Forms
    """Templates of times of the day with {h} and {mm} ("{h}:{mm}", "{h} pm")."""
    clock_after: Forms
    """Words after which "15:00" is a time, not a score."""
    at: Forms
    """What may stand between a day and its time ("Saturday at 20:15")."""
    night_to: Forms = ()
    """Words before a day that mean the night that ends on it ("ночь на")."""
    zones: Forms = ()
    """What may follow a time ("GMT", "за києвом")."""

    counted: Forms = ()
    """Words after which four figures are a number, not a year ("1945 km")."""
    ages: Forms = ()
    """Words after a length of time that make it somebody's age ("years old")."""
    ages_before: Forms = ()
    traps: Forms = ()
    """What only looks like a date ("sunday times", "black friday")."""
    old_style: Forms = ()
    """Words beside a date of the Julian calendar ("старого стиля")."""

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

    @model_validator(mode="after")
    def _units_known(self) -> Dates:
        known = {form for forms in self.units.values() for form in forms}
        strange = sorted({*self.bare, *self.plural} - known)
        if strange:
            raise ValueError(f"bare and plural hold forms that are no units: {strange}")
        return self
