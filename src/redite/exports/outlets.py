"""The outlets on record, for people and for programs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from redite.exports.shown import harmless, one_line
from redite.outlets import Profile
from redite.outlets.grades import Grade


@dataclass(frozen=True, slots=True)
class Listed:
    """One outlet on record."""

    name: str
    articles: int
    profile: Profile | None
    grade: Grade | None


def outlets_text(listed: Sequence[Listed]) -> str:
    """Return one line an outlet: articles, name, profile, grade."""
    lines = [_line(one) for one in listed]
    return harmless("\n".join(lines) + "\n") if lines else "No outlets on record.\n"


def _line(one: Listed) -> str:
    known = one.profile
    facts = [known.country, known.language, known.owner] if known else []
    about = ", ".join(fact for fact in facts if fact) or "no profile"
    graded = (
        f"{one.grade.grade} ({one.grade.words}), says {one_line(one.grade.who)}"
        f" [{one.grade.correction}]"
        if one.grade
        else "not rated"
    )
    return f"{one.articles:>6}  {one_line(one.name)}  ·  {about}  ·  {graded}"


def outlets_object(listed: Sequence[Listed]) -> list[dict[str, Any]]:
    """Return the same for programs; what is not known is null."""
    return [
        {
            "name": one.name,
            "articles": one.articles,
            "country": one.profile.country if one.profile else None,
            "language": one.profile.language if one.profile else None,
            "state_owned": one.profile.state_owned if one.profile else None,
            "owner": one.profile.owner if one.profile else None,
            "reliability": {
                "grade": one.grade.grade,
                "words": one.grade.words,
                "by": one.grade.who,
                "when": one.grade.when.isoformat(),
                "correction": one.grade.correction,
            }
            if one.grade
            else None,
        }
        for one in listed
    ]
