"""Which post the words of an office make: "deputy", "head", "security_council" make one of its own.

What words say comes from the section `offices` of the language files.
"""

from __future__ import annotations

from redite.lang.offices import FACTS

DEPARTMENTS = (
    "interior finance justice health energy economy trade emergencies transport education "
    "agriculture culture environment"
).split()
_MINISTER = ("minister", "secretary", "secretary_of_state", "head")
_RULES: tuple[tuple[tuple[str, ...], str], ...] = (
    (("deputy", "chair", "security_council"), "security_council_deputy"),
    (("deputy", "head", "security_council"), "security_council_deputy"),
    *(
        (("spokesperson", *about), post)
        for about, post in (
            (("foreign",), "spokesperson_foreign"),
            (("defence",), "spokesperson_defence"),
            (("general_staff",), "spokesperson_general_staff"),
            (("security_council",), "spokesperson_security_council"),
            (("government",), "spokesperson_government"),
            (("prime_minister",), "spokesperson_government"),
            (("state",), "spokesperson_state"),
            (("president",), "spokesperson_state"),
            (("presidential_office",), "spokesperson_state"),
            (("head_of_state",), "spokesperson_state"),
            ((), "spokesperson"),
        )
    ),
    (("secretary", "security_council"), "security_council_secretary"),
    (("head", "security_council"), "security_council_secretary"),
    (("security_adviser",), "security_adviser"),
    (("adviser", "national_security"), "security_adviser"),
    (("adviser",), ""),
    (("foreign_minister",), "foreign_minister"),
    *(
        ((role, department), post)
        for department, post in (
            ("presidential_office", "presidential_office"),
            ("general_staff", "chief_of_staff"),
            ("military_intelligence", "military_intelligence"),
            ("foreign_intelligence", "foreign_intelligence"),
            ("domestic_intelligence", "domestic_intelligence"),
            ("parliament", "parliament_speaker"),
        )
        for role in ("head", "chair", "president")
    ),
    (("speaker", "parliament"), "parliament_speaker"),
    (("speaker",), "parliament_speaker"),
    (("commander",), "commander"),
    *(((role, "defence"), "defence_minister") for role in _MINISTER),
    *(((role, "foreign"), "foreign_minister") for role in _MINISTER),
    *(
        ((role, department), f"{department}_minister")
        for department in DEPARTMENTS
        for role in _MINISTER
    ),
    (("secretary_of_state",), "secretary_of_state"),
    (("minister", "government"), "prime_minister"),
    (("head", "government"), "prime_minister"),
    (("head", "ministry"), "minister"),
    *(((post,), post) for post in "vice_president prime_minister head_of_state".split()),
    *(((role, "state"), "leader") for role in ("head", "leader", "president")),
    *(
        ((post,), post)
        for post in (
            "supreme_leader crown_prince secretary_general director_general high_commissioner "
            "pope prosecutor mayor president monarch leader minister"
        ).split()
    ),
    (("head",), "leader"),
    (("chair",), "chair"),
)
"""What must be said for which post; the first rule that fits. `other` is kept out before."""

SPEAKING = frozenset(
    "state government security_council presidential_office general_staff military_intelligence "
    "foreign_intelligence domestic_intelligence parliament".split()
)
"""Departments that speak without being called a ministry."""

_DEPARTMENTS = SPEAKING | {"defence", "foreign", "ministry", "national_security", *DEPARTMENTS}
OF_PEOPLE = FACTS - _DEPARTMENTS - {"filler"}
"""What is said of people: a phrase with one of these names no body."""

POSTS = frozenset(post for _, post in _RULES if post) | {"head"}
"""Every post that a phrase can be read as."""


def _deputised(roles: frozenset[str]) -> frozenset[str]:
    """Read "deputy" where it makes an office of its own: in a security council."""
    if "other" in roles and "security_council" in roles and roles & {"chair", "head"}:
        return roles - {"other"} | {"deputy"}
    return roles


def post_of(facts: frozenset[str]) -> str | None:
    """Return the post that the facts of a phrase make; None where they make none, "" for aides."""
    roles = _deputised(facts)
    if "other" in roles:
        return None
    for wanted, post in _RULES:
        if roles.issuperset(wanted):
            return post
    return None
