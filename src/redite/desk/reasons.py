"""Why the machine thinks so, or cannot do what was asked, in the reader's language.

Reasons are written in English with what they are about: they are on record, and programs read
them. Here each is taken apart again by the sentences that stages write, and put together in
another language. A reason that is not known here is shown as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from redite.desk import words
from redite.desk.refusals import REFUSALS
from redite.desk.words import FAULT, mark

_KNOWN = (
    mark("another speaker before"),
    mark("same speaker before"),
    mark("same speaker, same occasion"),
    mark("changed since"),
    mark("denial of the same claim"),
    mark("rejected here"),
    mark("said right before this answer"),
    mark("heard again within days"),
    mark("calls likely what is unlikely here, or the other way round"),
    mark("nearest on record, held to be another claim"),
    mark("perhaps rather this one"),
    mark("same speaker, same article"),
    mark("a heading, and the text below it"),
    mark("reprint of the same article"),
    mark("the same words but for what turns them"),
    mark("%(shared)s of %(all)s content words"),
    mark("%(shared)s of %(all)s content words, meaning %(share)s alike"),
    # who speaks
    mark("a body speaks"),
    mark("an anonymous source"),
    mark("named here only"),
    mark("no body was named before"),
    mark("no source here: goes on from the speaker before"),
    mark("no source here: goes on from %(name)s"),
    mark("nobody else holds this office"),
    mark("nobody else in the article holds this office"),
    mark("nobody is named before it"),
    mark("the article names no holder of this office"),
    mark("the text names no source"),
    mark("“%(words)s” in a quotation is whoever is quoted"),
    mark("“%(words)s” stands for nobody whom the article names"),
    mark("“%(words)s” stands for the body named last with this word"),
    mark("“%(words)s” stands for the body that spoke last"),
    mark("held this office on %(day)s"),
    mark("holds an office of that country"),
    mark("introduced with this office in the article"),
    mark("named at the head of the same sentence"),
    mark("named before it, and held this office on %(day)s"),
    mark("named in the article, and held this office then"),
    mark("named right before it"),
    mark("of several with it the one named last"),
    mark("the body that spoke last"),
    mark("the given name alone of the only bearer in the article"),
    mark("the last speaker"),
    mark("the last speaker, who holds such an office"),
    mark("the last speaker, who holds this office"),
    mark("the last speaker, who stays unnamed"),
    mark("the last speakers"),
    mark("the name that stands last before it"),
    mark("the outlet speaks of itself"),
    mark("the person named last"),
    mark("the person named last before it"),
    mark("the same noun stands beside this name"),
    mark("the same noun stood for this speaker before"),
    mark("the same words stood for this person before"),
    mark("the subject of a sentence before, since anybody spoke"),
    # names
    mark("%(name)s is the only one on record with this office"),
    mark("a man's given name and a woman's"),
    mark("a source that is not named is nobody else's"),
    mark("closely spelled surname"),
    mark("closely spelled surname after transliteration"),
    mark("given name same but for a case ending"),
    mark("given names are forms of %(name)s"),
    mark("name same but for a case ending"),
    mark("one without %(words)s"),
    mark("same given name"),
    mark("same given name after transliteration"),
    mark("same initial"),
    mark("same name"),
    mark("same name after transliteration"),
    mark("same sounding given name"),
    mark("same sounding surname"),
    mark("same surname"),
    mark("same surname after transliteration"),
    mark("surname same but for a case ending"),
    mark("the name on record"),
    mark("the same office"),
    mark("the same words in the same outlet"),
    mark("the same words, or a short form explained"),
    mark("without a given name"),
    # damage
    mark("it is known to stand for “%(words)s”"),
    mark("names take no case endings here"),
    mark("no such phrase is in use"),
    mark("other reports name “%(name)s”"),
    mark("the same name stands as “%(name)s” in this text"),
    mark("the surname stands in a case that this language does not have"),
    # why something cannot be done
    mark("no statement on record has the id %(id)s"),
    mark("no article on record has the id %(id)s"),
    mark("no claim on record has the id %(id)s"),
    mark("no speaker on record has the id %(id)s"),
    mark("no speaker on record has the id or the name %(id)s"),
    mark("no lens is called %(name)s"),
    mark("no verdict is called %(name)s"),
    mark("no act is called %(name)s"),
    mark("no status is called %(name)s"),
    mark("%(text)s is not a date"),
    mark("write it as 2024-03-31"),
    mark("nothing to search for in %(words)s: give words"),
    mark("the brief has changed: no sentence of it reads so now"),
    mark("choose which names are somebody else's"),
    mark("these are all the names of this speaker: nobody would be left"),
    mark("an alias needs words"),
    mark("nothing was brought: choose a file, paste a text, or give an address"),
    mark("no such job since the desk was opened"),
    mark("this form is not of this desk, or of an earlier start: reload"),
    FAULT,
)
_ABOUT = mark("“%(words)s”: %(why)s")
_LIKE = mark("%(why)s as %(name)s")
_LAST = (
    mark("%(why)s in the article"),
    mark("%(why)s, the only one on record"),
    mark("%(why)s, by far the most often named on record"),
)
_HOLE = re.compile(r"%\((\w+)\)s")
LONGEST = 600
"""Code points of a reason that is taken apart: none that a stage writes is longer."""


def reason(why: str, language: str) -> str:
    """Return a reason in one of the languages of the desk."""
    if language == "en" or len(why) > LONGEST:
        return why
    say = words.translations(language).gettext
    return "; ".join(_told(part, say) for part in why.split("; "))


def _told(part: str, say: Callable[[str], str]) -> str:
    for message in (*_KNOWN, *REFUSALS, _ABOUT, *_LAST, _LIKE):
        if (found := _pattern(message).fullmatch(part)) is not None:
            held = found.groupdict()
            inner = {"why": _told(held["why"], say)} if "why" in held else {}
            return say(message) % (held | inner)
    return part


@cache
def _pattern(message: str) -> re.Pattern[str]:
    pieces = _HOLE.split(message)
    return re.compile(
        "".join(
            f"(?P<{piece}>.+?)" if at % 2 else re.escape(piece) for at, piece in enumerate(pieces)
        )
    )
