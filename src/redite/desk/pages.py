"""Making a page: the templates, what they may call, and how the answer is sent.

Whatever came from outside is text: templates escape everything, direction marks and controls are
taken out, and every piece of it stands in an element of its own direction.
"""

from __future__ import annotations

import getpass
import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import cache, lru_cache
from hashlib import sha256
from typing import Any
from urllib.parse import quote, unquote

from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from redite import __version__
from redite.briefing.quoting import whole
from redite.corrections import names_in, payload
from redite.desk import words
from redite.desk.reasons import reason
from redite.exports.search import who
from redite.exports.shown import direction, harmless, link, one_line
from redite.reports import cut, outlet
from redite.values import Act, DateInterval, Label, Record

_EMPHASIS = re.compile(r"(\*{2,}|_{2,}|~{2,}|`{2,})")


@cache
def environment(language: str) -> Environment:
    """Return the templates with the words of one language."""
    made = Environment(
        loader=PackageLoader("redite.desk", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
        auto_reload=False,
    )
    messages = words.translations(language)
    made.install_gettext_translations(messages, newstyle=True)  # type: ignore[attr-defined]
    made.filters |= {
        "who": lambda record: _who(record, messages.gettext),
        "said": _said,
        "outlet": lambda article: one_line(outlet(article) or ""),
        "line": one_line,
        "harmless": harmless,
        "faded": _faded,
        "link": link,
        "dir": direction,
        "cut": cut,
        "day": lambda value: _day(value, language),
        "moment": lambda value: _moment(value, language),
        "interval": lambda value: _interval(value, language),
        "seg": lambda value: quote(str(value), safe=""),
        "reason": lambda why: reason(one_line(why), language),
        "percent": lambda value: f"{100 * value:.0f}",
        "hundredths": lambda value: format_decimal(value, "0.00", locale=language),
        "nested": _nested,
    }
    made.globals |= {
        "LABELS": words.LABELS,
        "EXPLAINED": words.EXPLAINED,
        "ACTS": words.ACTS,
        "KINDS": words.KINDS,
        "TERMS": words.TERMS,
        "STATUSES": words.STATUSES,
        "SLOTS": words.SLOTS,
        "STAGES": words.STAGES,
        "LENSES": words.LENSES,
        "ABOUT": words.ABOUT,
        "CORRECTED": words.CORRECTED,
        "FATES": words.FATES,
        "LANGUAGES": words.LANGUAGES,
        "version": __version__,
        "payload": payload,
        "names_in": names_in,
        "label": _label,
        "act": lambda value: words.ACTS[Act(value)] if value else words.mark("not told"),
    }
    return made


def prepare(language: str) -> None:
    """Compile every template, so that the first reader need not wait for it."""
    made = environment(language)
    for name in made.list_templates():
        made.get_template(name)


def page(
    request: Request,
    template: str,
    status: int = 200,
    **values: Any,  # noqa: ANN401
) -> Response:
    """Return a page in the reader's language, or nothing where the reader has this very page."""
    language = words.language_of(request)
    desk = request.app.state.desk
    html = (
        environment(language)
        .get_template(template)
        .render(
            ui=language,
            path=request.url.path,
            here=str(request.url.path) + (f"?{request.url.query}" if request.url.query else ""),
            token=desk.token.value,
            author=author(request),
            told=request.query_params.get("told", ""),
            jobs_running=desk.jobs.busy,
            **values,
        )
    )
    return tagged(request, HTMLResponse(html, status))


def json(request: Request, value: object, status: int = 200) -> Response:
    """Return an object for programs, or nothing where they have this very one."""
    return tagged(request, JSONResponse(value, status))


def tagged(request: Request, response: Response) -> Response:
    """Return `response` with its ETag; an empty one where the reader has it already."""
    if response.status_code != 200 or request.method not in ("GET", "HEAD"):
        return response
    tag = f'"{sha256(bytes(response.body)).hexdigest()[:32]}"'
    wanted = request.headers.get("if-none-match", "")
    if tag in [each.strip().removeprefix("W/") for each in wanted.split(",")]:
        return Response(status_code=304, headers={"etag": tag})
    response.headers["etag"] = tag
    response.headers["vary"] = "cookie, accept-language"
    return response


def author(request: Request) -> str:
    """Return the name under which the reader corrects: the one given here, else the user's."""
    given = one_line(unquote(request.cookies.get("who", "")))[:80]
    return given or _user()


@cache
def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "desk"


def _label(value: str) -> str:
    return words.LABELS[Label(value)] if value in set(Label) else value


def _who(record: Record, say: Callable[[str], str]) -> str:
    named = record.judgement.speaker.name or record.statement.speaker.name
    return one_line(who(record)) if named.strip() else say("an unnamed source")


def _said(record: Record, limit: int = 400) -> str:
    return harmless(whole(record, limit))


def _nested(said: str) -> str:
    """Return what the style sheet calls words with quotation marks inside: its own then differ."""
    angled, curly = not {"«", "»"}.isdisjoint(said), not {"“", "”"}.isdisjoint(said)
    return (" angled" if angled else "") + (" curly" if curly else "")


def _faded(text: str) -> Markup:
    """Return `text` with the emphasis marks that chats leave in it set back: all of it stays."""
    pieces = enumerate(_EMPHASIS.split(text))
    return Markup("").join(
        Markup('<span class="mark-up">{}</span>').format(piece) if at % 2 else piece
        for at, piece in pieces
    )


def _day(value: date | datetime | None, language: str) -> str:
    if value is None:
        return "…"
    if isinstance(value, datetime):
        value = value.astimezone(UTC).date()
    return _written(value, language)


@lru_cache(maxsize=4096)
def _written(day: date, language: str) -> str:
    return format_date(day, "d MMM y", locale=language)


def _moment(value: datetime, language: str) -> str:
    return format_datetime(value.astimezone(UTC), "d MMM y, HH:mm", locale=language) + " UTC"


def _interval(value: DateInterval, language: str) -> str:
    if value.start == value.end:
        return _day(value.start, language)
    return f"{_day(value.start, language)} – {_day(value.end, language)}"
