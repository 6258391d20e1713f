"""The words of the desk: which language a reader gets, and the names of what the ledger knows.

Templates and pages hold English; `locale/<language>/desk.po` holds the rest, in the form that
gettext and its editors know. The files are read as they are: nothing needs compiling.
"""

from __future__ import annotations

import io
from functools import cache
from importlib.resources import files

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations
from starlette.requests import Request

from redite.stages.deadlines import Status
from redite.values import Act, Label, SpeakerKind, Term

LANGUAGES = {"en": "English", "fr": "Français", "uk": "Українська"}


def mark(message: str) -> str:
    """Return `message`: marks it for translators where it is translated later."""
    return message


LABELS = {
    Label.NEW: mark("new"),
    Label.SAME_UTTERANCE: mark("same saying"),
    Label.REPEAT: mark("repeat"),
    Label.ECHO: mark("echo"),
    Label.UPDATE: mark("update"),
    Label.REVERSAL: mark("reversal"),
    Label.DISPUTE: mark("dispute"),
}
EXPLAINED = {
    Label.NEW: mark("Nothing published earlier matches it."),
    Label.SAME_UTTERANCE: mark("This very saying is on record already."),
    Label.REPEAT: mark("The same speaker said so before, on another occasion."),
    Label.ECHO: mark("Somebody else said so before."),
    Label.UPDATE: mark("A known claim has a changed or an added detail."),
    Label.REVERSAL: mark("The speaker says the opposite of what he or she said."),
    Label.DISPUTE: mark("Somebody else said the opposite."),
}
ACTS = {
    Act.ASSERT: mark("asserts"),
    Act.DENY: mark("denies"),
    Act.ACCUSE: mark("accuses"),
    Act.THREATEN: mark("threatens"),
    Act.WARN: mark("warns"),
    Act.PROMISE: mark("promises"),
    Act.DEMAND: mark("demands"),
    Act.ANNOUNCE: mark("announces"),
    Act.ASSESS: mark("assesses"),
    Act.FORECAST: mark("forecasts"),
}
KINDS = {
    SpeakerKind.PERSON: mark("person"),
    SpeakerKind.ORGANISATION: mark("organisation"),
    SpeakerKind.OFFICE: mark("office"),
    SpeakerKind.UNNAMED: mark("unnamed source"),
}
TERMS = {
    Term.ALMOST_NO_CHANCE: mark("almost no chance"),
    Term.VERY_UNLIKELY: mark("very unlikely"),
    Term.UNLIKELY: mark("unlikely"),
    Term.EVEN_CHANCE: mark("roughly even chance"),
    Term.LIKELY: mark("likely"),
    Term.VERY_LIKELY: mark("very likely"),
    Term.ALMOST_CERTAIN: mark("almost certain"),
}
STATUSES = {
    Status.OPEN: mark("open"),
    Status.MISSED: mark("missed"),
    Status.UNKNOWN: mark("passed, not heard of again"),
    Status.MOVED: mark("moved"),
    Status.MET: mark("met"),
}
SLOTS = {
    "date": mark("date"),
    "likelihood": mark("likelihood"),
    "number": mark("number"),
    "place": mark("place"),
    "scope": mark("scope"),
    "status": mark("status"),
}
STAGES = {"planned": mark("planned"), "under-way": mark("under way"), "done": mark("done")}
"""How far a thing has come, as a change of status tells it."""
LENSES = {
    "military-aid": mark("military aid"),
    "negotiations": mark("negotiations"),
    "nuclear": mark("nuclear"),
}
ABOUT = {
    "military-aid": mark(
        "Military aid: weapons, ammunition, training and money that one country gives, lends,"
        " sells or refuses to another that is at war, and leave to use them."
    ),
    "negotiations": mark(
        "Negotiations: ceasefires, truces, peace talks and plans, their conditions, mediators and"
        " guarantees, offers and refusals of them."
    ),
    "nuclear": mark(
        "Nuclear rhetoric: threats, postures, deployments and assessments that concern nuclear"
        " weapons, their carriers where they are named as such, and doctrine. Power stations and"
        " ballistic missiles of shorter reach, which carry other warheads every day, are left out."
    ),
}
"""What each lens takes in, as its file says."""
CORRECTED = {
    "verdict": mark("changed the verdict"),
    "confirm": mark("confirmed the verdict"),
    "dismiss": mark("dismissed the extraction"),
    "note": mark("noted"),
    "speakers.merge": mark("merged two speakers"),
    "speakers.part": mark("parted a speaker's names"),
    "speakers.alias": mark("gave a speaker another name"),
    "speakers.split": mark("set a statement's speaker apart"),
    "utterances.merge": mark("merged two sayings"),
    "utterances.split": mark("set a saying apart"),
    "claims.merge": mark("merged two claims"),
    "claims.split": mark("set a claim apart"),
    "undo": mark("took back"),
    "came-about": mark("said whether it came about"),
    "outlets.reliability": mark("graded an outlet"),
    "statements.credibility": mark("graded a statement"),
}
FATES = {
    "taken in": mark("taken in"),
    "already known": mark("already known"),
    "rejected": mark("rejected"),
}
FAULT = mark("a fault of the program, whose cause stands in the log under %(number)s")
"""What became of work that met something that nobody had foreseen."""


@cache
def translations(language: str) -> NullTranslations:
    """Return the messages of one of `LANGUAGES`."""
    if language == "en":
        return NullTranslations()
    source = files("redite.desk").joinpath("locale", language, "desk.po")
    compiled = io.BytesIO()
    write_mo(compiled, read_po(io.BytesIO(source.read_bytes()), locale=language))
    compiled.seek(0)
    return Translations(compiled)


def language_of(request: Request) -> str:
    """Return the language that a reader chose, or else the browser asks for."""
    chosen = request.cookies.get("lang", "")
    if chosen in LANGUAGES:
        return chosen
    wanted = request.headers.get("accept-language", "")[:200]
    for part in wanted.split(","):
        code = part.split(";")[0].strip().lower().split("-")[0]
        if code in LANGUAGES:
            return code
    return "en"
