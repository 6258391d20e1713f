"""Articles, analyses and decisions of an invented world, for the tests of the stores."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from redite.interfaces import UNDO, Correction, Decided, Store
from redite.values import (
    Analysis,
    Article,
    Attribution,
    DateInterval,
    Document,
    Evidence,
    Judgement,
    Label,
    Mention,
    Outcome,
    Rejection,
    Span,
    Speaker,
    SpeakerKind,
    Standing,
    Statement,
    Verdict,
)

NOON = datetime(2024, 3, 4, 12, 0, 0, tzinfo=UTC)
TEXT = (
    "Міністр оборони Горан Велеш заявив, що міст у Тарську відкриють у червні 🌉. "
    "“We shall not wait,” President Irena Dalkova said on Monday, “for anybody.”"
)


def article(
    key: str = "a-1",
    text: str = TEXT,
    published: datetime = NOON,
    given_id: str | None = None,
    title: str | None = "The bridge at Tarsk",
) -> Article:
    """Return an article of the agency Halden Wire."""
    return Article(
        key=key,
        given_id=given_id,
        url=f"https://halden-wire.example/{key}",
        publisher="Halden Wire",
        published=published,
        dated=True,
        modified=published + timedelta(minutes=5),
        language="uk",
        title=title,
        text=text,
        items=(Span(0, 75), Span(76, len(text))) if len(text) > 76 else (),
        relayed_from=None,
        taken_in=NOON + timedelta(days=1, microseconds=7),
        origin="posts.json#3",
        notes=("no zone given, read as UTC",),
    )


def statement(key: str = "a-1", *content: Span, id: str | None = None) -> Statement:
    """Return a statement in the article with this key, over `content` or "We shall not wait,"."""
    pieces = content or (Span(77, 95), Span(138, 150))
    return Statement(
        id=id or f"s-{key}-{pieces[0].start}",
        article=key,
        item=0,
        attribution=Attribution((Span(97, 120),), (Span(121, 125),), pieces),
        speaker=Mention("Irena Dalkova", SpeakerKind.PERSON, "Irena Dalkova", "named in full"),
        via=(Mention("Tarsk-Inform", SpeakerKind.ORGANISATION, "Tarsk-Inform", "the agency"),),
        said_on=DateInterval(NOON.date(), None, "on Monday"),
    )


def analysis(key: str = "a-1", *statements: Statement, version: str = "quotes.v1") -> Analysis:
    """Return an analysis of the article with this key."""
    return Analysis(key, version, statements)


def rejection(text: str = "—") -> Rejection:
    """Return an item that was not kept."""
    document = Document(text=text, origin="posts.json#4", published=NOON, notes=("no letters",))
    return Rejection("posts.json#4", "the text has no letters", document)


def standing(key: str = "a-1", by: str = "machine", duplicate_of: str | None = None) -> Decided:
    """Return a decision on an article."""
    outcome = Outcome.DUPLICATE if duplicate_of else Outcome.KEPT
    return Decided(
        Standing(key, f"id {key}", outcome, "first of its kind", duplicate_of=duplicate_of),
        by,
        "pipeline.v1",
    )


def judgement(
    statement: str = "s-1", label: Label = Label.NEW, confidence: float = 0.1 + 0.2
) -> Decided:
    """Return a decision on a statement."""
    dalkova = Speaker("p-1", "Irena Dalkova", SpeakerKind.PERSON)
    against = () if label is Label.NEW else (Evidence("s-0", "the same words a day before"),)
    verdict = Verdict(label, confidence, unsure=False, against=against)
    return Decided(
        Judgement(statement, dalkova, (), "u-1", "c-1", verdict), "machine", "pipeline.v1"
    )


def correction(id: str = "k-1", undoes: str | None = None) -> Correction:
    """Return the correction of an editor, or the undoing of an earlier one."""
    return Correction(
        id=id,
        kind="label" if undoes is None else UNDO,
        subject="s-1" if undoes is None else undoes,
        payload='{"label": "echo"}',
        who="Milos Tarn",
        when=NOON,
    )


def many(count: int) -> list[tuple[Article, Analysis]]:
    """Return `count` articles with their analyses, in no particular order of time."""
    made = []
    for number in range(count):
        key = f"a-{number:04}"
        published = NOON + timedelta(minutes=number * 37 % 60)
        found = [statement(key, Span(start, start + 9)) for start in range(8, 8 + number % 4)]
        made.append((article(key, published=published), analysis(key, *found)))
    return made


def observed(store: Store) -> dict[str, object]:
    """Return all that a store shows of itself."""
    articles = list(store.articles())
    return {
        "articles": articles,
        "each": [store.article(each.key) for each in articles],
        "rejections": list(store.rejections()),
        "statements": list(store.statements()),
        "by article": [list(store.statements(each.key)) for each in articles],
        "analyses": list(store.analyses().items()),
        "standings": list(store.standings().items()),
        "judgements": list(store.judgements().items()),
        "corrections": list(store.corrections()),
        "seals": list(store.seals()),
    }
