"""Whom pronouns, nouns and half names stand for, in five languages. Marks as in `test_statements`:
<s>source</s>, <c>cue</c>, <q>content</q>; a number ties several pieces to one attribution."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest

from redite.stages.statements import resolve
from redite.values import Article, Attribution, Span

_MARK = re.compile(r"<(/?)([scq])(\d*)>")

CASES = [
    # language, marked text, name and kind of the last statement
    (
        "de",
        "Die Richterin <s1>Anneke Rostal</s1> <c1>sagte</c1>: <q1>„Ruhe!“</q1> Goran Velesh nickte. Dann "
        "stand Velesh auf. <q2>„Ich bin unschuldig“</q2>, <c2>sagte</c2> <s2>er</s2>.",
        ("Goran Velesh", "person"),
    ),
    (
        "fr",
        "Irena Dalkova a regardé le tribunal. <q1>C’était un ordre</q1>, a-t-<s1>elle</s1> "
        "<c1>raconté</c1>.",
        ("Irena Dalkova", "person"),
    ),
    (
        "ru",
        "Вопрос задали Ольге Далковой, <s1>которая</s1> <c1>заявила</c1>, что <q1>мост цел</q1>.",
        ("Ольга Далкова", "person"),
    ),
    (
        "en",
        "Mr Velesh met Anneke Rostal, <s1>who</s1> <c1>said</c1> <q1>the bridge was safe</q1>.",
        ("Anneke Rostal", "person"),
    ),
    (
        "en",
        "The Tarsk Bridge Company <c1>denied</c1> it. <s2>The Tarsk Bridge Company</s2> <c2>said</c2> "
        "<q2>nothing fell</q2>. In a letter <s3>it</s3> <c3>said</c3> <q3>it would sue</q3>.",
        ("Tarsk Bridge Company", "organisation"),
    ),
    (
        "en",
        "<s1>Goran Velesh</s1> <c1>said</c1> <q1>it holds</q1>. <s2>An engineer at the dam</s2> "
        "<c2>said</c2> <q2>it leaks</q2>.",
        ("An engineer at the dam", "unnamed"),
    ),
    (
        "de",
        "<s1>Goran Velesh</s1> <c1>sagte</c1>, <q1>er gehe</q1>. <s2>Seine Anwältin</s2> "
        "<c2>widersprach</c2>: <q2>Er bleibt</q2>.",
        ("Seine Anwältin", "office"),
    ),
    (
        "en",
        "Broker Milos Tarn sold the engines. <s1>Goran Velesh</s1> <c1>said</c1> <q1>so</q1>. Days later "
        "<s2>the broker</s2> <c2>said</c2> <q2>he had papers</q2>.",
        ("Milos Tarn", "person"),
    ),
    (
        "fr",
        "<s1>Irena Dalkova</s1> <c1>a dit</c1> <q1>oui</q1>. <s2>Les agriculteurs</s2> <c2>assurent</c2> "
        "que <q2>c’est non</q2>.",
        ("Les agriculteurs", "unnamed"),
    ),
    (
        "ru",
        "Горан Велеш уехал. Позднее <s1>Горан</s1> <c1>сказал</c1>, что <q1>вернётся</q1>.",
        ("Горан Велеш", "person"),
    ),
    (
        "en",
        "Perran Kremen sailed at dawn; the contractor waited. <s1>Contractor Kremen</s1> <c1>said</c1> "
        "<q1>the sea was calm</q1>.",
        ("Perran Kremen", "person"),
    ),
    (
        "en",
        "The Selmar Institute counted ships. <s1>Selmar</s1> <c1>says</c1> <q1>there were nine</q1>.",
        ("Selmar Institute", "organisation"),
    ),
    (
        "ru",
        "<s>PortWatch</s> <c>сообщает</c>, что <q>порт закрыт</q>.",
        ("PortWatch", "organisation"),
    ),
    ("de", "<s>Polen</s> <c>erklärt</c>, <q>die Grenze bleibe zu</q>.", ("Polen", "organisation")),
    (
        "fr",
        "Goran Velech reçoit au port.\n\nReste-t-il des navires ?\n\n<q1>Neuf</q1>.\n\n<s2>Le "
        "ministère</s2> <c2>dit</c2> <q2>onze</q2>. Qui a raison ?\n\n<q3>Le port a raison</q3>.",
        ("Goran Velech", "person"),
    ),
    (
        "en",
        "<s1>Goran Velesh</s1> <c1>said</c1> <q1>so</q1>. <s2>A clerk at the district court</s2> "
        "<c2>denied</c2> <q2>it</q2>.",
        ("A clerk at the district court", "unnamed"),
    ),
    (
        "fr",
        "L’institut Selmar a compté. <s1>Tarsk</s1> <c1>dit</c1> <q1>neuf</q1>. <s2>L’institut</s2> "
        "<c2>dit</c2> <q2>onze</q2>.",
        ("institut Selmar", "organisation"),
    ),
    (
        "ru",
        "**<q1>Над Тарском сбит дрон</q1> — <s1>мэр</s1>**\n\nМэр Тарска Горан Кременов рассказал о ночи.",
        ("Горан Кременов", "person"),
    ),
    (
        "uk",
        "<s1>Міністр</s1>: <q1>дрон влучив у дім</q1>\n\nПро це розповів міністр оборони Вельмори Остап Гаркуша.",
        ("Остап Гаркуша", "person"),
    ),
    (
        "en",
        "<s1>Deputy mayor</s1>: <q1>the bridge stays shut</q1>\n\nDeputy mayor Goran Velesh met deputy mayor Anneke "
        "Rostal.",
        ("Deputy mayor", "office"),
    ),
    (
        "en",
        "Tarsk slept.\n\n<s1>The deputy mayor</s1> <c1>said</c1> <q1>the bridge stays shut</q1>.\n\nDeputy mayor "
        "Anneke Rostal, slept as well.",
        ("The deputy mayor", "office"),
    ),
    (
        "de",
        "<q1>Betrüger haben einen neuen Trick</q1>, <c1>warnt</c1> <s1>die Behörde</s1>\n\nDie Behörde Selmar hat "
        "Opfer gezählt.",
        ("Behörde Selmar", "organisation"),
    ),
]


def marked(text: str) -> tuple[str, list[Attribution]]:
    """Return a marked text without its marks, and the attributions with a content."""
    plain, at = "", 0
    opened: list[int] = []
    spans: dict[tuple[str, str], list[Span]] = {}
    for match in _MARK.finditer(text):
        plain += text[at : match.start()]
        at = match.end()
        if match.group(1):
            spans.setdefault((match.group(3), match.group(2)), []).append(
                Span(opened.pop(), len(plain))
            )
        else:
            opened.append(len(plain))
    plain += text[at:]
    numbers = sorted({number for number, kind in spans if kind == "q"})
    return plain, [
        Attribution(
            tuple(spans.get((number, "s"), [])),
            tuple(spans.get((number, "c"), [])),
            tuple(spans[number, "q"]),
        )
        for number in numbers
    ]


@pytest.mark.parametrize(("language", "text", "wanted"), CASES)
def test_a_mention_stands_for_whom_a_reader_takes_it_for(
    language: str, text: str, wanted: tuple[str, str]
) -> None:
    """Subjects before others, the nearest for "who"; "a colonel" and "her lawyer" are somebody
    else; a noun or half a name takes up the one of whom it was said; a heading's office is his whom
    the text below names with it, if that is one."""
    plain, attributions = marked(text)
    moment = datetime(2023, 4, 5, 9, 0, tzinfo=UTC)
    article = Article(
        key="a-test",
        given_id=None,
        url=None,
        publisher="Tarsk Courier",
        published=moment,
        dated=True,
        modified=None,
        language=language,
        title=None,
        text=plain,
        items=(Span(0, len(plain)),),
        relayed_from=None,
        taken_in=moment,
        origin="test",
    )
    last = resolve(article, attributions, "test").statements[-1]
    assert (last.speaker.name, str(last.speaker.kind)) == wanted
