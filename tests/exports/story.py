"""A week of the invented world in five languages, with every verdict: what examples are made of."""

from __future__ import annotations

from redite.values import Change, Label
from tests.exports.build import OFFICE, ORGANISATION, UNNAMED, World, article


def story() -> World:
    """Return fifteen-odd records: new, changed, disputed and repeated sayings, one reprint."""
    world = World()
    closing = article(
        "President Irena Dalkova said on Friday: “We will close the northern crossing by 1 June.” "
        "She spoke in Tarsk, the capital of Velmora.",
        id="hw-101",
        title="Velmora to close northern crossing",
        published="2031-04-04T16:05",
        url="https://halden.example/2031/04/04/crossing",
    )
    first = world.say(
        closing,
        "“We will close the northern crossing by 1 June.”",
        source="President Irena Dalkova",
        cue="said",
        said_on="2031-04-04",
        utterance="u-1",
        claim="c-1",
    )
    wire = article(
        "President Irena Dalkova said on Friday: “We will close the northern crossing by 1 June.” "
        "She spoke in Tarsk.",
        id="mp-7",
        publisher="Morning Post of Hallen",
        title="Velmora to close crossing",
        published="2031-04-05T05:00",
        url="https://post.example/7",
    )
    world.say(
        wire,
        "“We will close the northern crossing by 1 June.”",
        said_on="2031-04-04",
        utterance="u-1",
        claim="c-1",
        label=Label.SAME_UTTERANCE,
        against=[first],
        duplicate_of=closing,
    )
    ukrainian = article(
        "За словами президентки Ірени Далкової, північний пропускний пункт закриють до 1 червня.",
        id="ti-55",
        publisher="Тарськ-Інформ",
        language="uk",
        title="Північний пропускний пункт закриють",
        published="2031-04-05T08:30",
        url="https://tarsk.example/55",
    )
    world.say(
        ukrainian,
        "північний пропускний пункт закриють до 1 червня",
        mention="президентки Ірени Далкової",
        utterance="u-1",
        claim="c-1",
        label=Label.SAME_UTTERANCE,
        against=[first],
    )
    paper = article(
        "Selon l'Institut, le ministre Goran Velesh a affirmé le 3 avril que « trois cents "
        "gardes ont déjà quitté la frontière », ce que personne n'a pu vérifier.",
        id="cf-12",
        publisher="Courrier de Hallen",
        language="fr",
        title="Trois cents gardes auraient quitté la frontière",
        published="2031-04-05T10:00",
        url="https://courrier.example/12",
    )
    guards = world.say(
        paper,
        "« trois cents gardes ont déjà quitté la frontière »",
        speaker="Goran Velesh",
        via=["Institute for Border Studies"],
        said_on="2031-04-03",
        claim="c-2",
    )
    moved = article(
        "«Ми закриємо північний пропускний пункт до 1 липня», — заявила Ірена Далкова 9 квітня.",
        id="ti-70",
        publisher="Тарськ-Інформ",
        language="uk",
        title="Закриття перенесено на липень",
        published="2031-04-09T11:00",
        url="https://tarsk.example/70",
    )
    july = world.say(
        moved,
        "Ми закриємо північний пропускний пункт до 1 липня",
        mention="Ірена Далкова",
        said_on="2031-04-09",
        utterance="u-3",
        claim="c-1",
        label=Label.UPDATE,
        against=[first],
        changes=[Change("date", "1 June", "1 липня")],
    )
    german = article(
        "Präsidentin Irena Dalkova sagte am Mittwoch, der nördliche Übergang werde bis zum 1. Juli "
        "geschlossen.",
        id="nz-3",
        publisher="Neue Zeitung Hallen",
        language="de",
        title="Velmora schließt Übergang erst im Juli",
        published="2031-04-09T15:00",
        url="https://zeitung.example/3",
    )
    world.say(
        german,
        "der nördliche Übergang werde bis zum 1. Juli geschlossen",
        said_on="2031-04-09",
        utterance="u-3",
        claim="c-1",
        label=Label.SAME_UTTERANCE,
        against=[july],
    )
    russian = article(
        "Генерал Павло Кремень заявил: «Ни один пограничник не покинул границу». Других "
        "подробностей он не привёл.",
        id="kv-9",
        publisher="Кварский вестник",
        language="ru",
        title="Кремень опроверг отвод",
        published="2031-04-09T12:30",
        url="https://vestnik.example/9",
    )
    world.say(
        russian,
        "Ни один пограничник не покинул границу",
        speaker="Pavlo Kremen",
        mention="Генерал Павло Кремень",
        claim="c-2b",
        label=Label.DISPUTE,
        unsure=True,
        against=[guards],
    )
    rally = article(
        "Prime Minister Anneke Rostal told reporters in Hallen that the crossing would stay open "
        "for freight. “Ostlind was not consulted,” she added. A senior Northern Pact official said "
        "the alliance “is watching”. The defence minister of Kareth declined to “speculate”.",
        id="hw-130",
        title="Ostlind wants freight to pass",
        published="2031-04-09T18:20",
        url="https://halden.example/2031/04/09/freight",
    )
    world.say(
        rally,
        "that the crossing would stay open for freight",
        speaker="Anneke Rostal",
        source="Prime Minister Anneke Rostal",
    )
    consulted = world.say(rally, "“Ostlind was not consulted,”", speaker="Anneke Rostal")
    world.say(rally, "is watching", speaker="A senior Northern Pact official", kind=UNNAMED)
    world.say(rally, "speculate", speaker="defence minister of Kareth", kind=OFFICE)
    pact = article(
        "The Northern Pact said in a statement it “takes note of the decision of Velmora”.",
        id=None,
        publisher=None,
        title=None,
        published="2031-04-09T19:00",
        url="javascript:alert(1)",
    )
    world.say(
        pact, "takes note of the decision of Velmora", speaker="Northern Pact", kind=ORGANISATION
    )
    again = article(
        "“We will close the northern crossing by 1 June,” Irena Dalkova repeated in Quor. Foreign "
        "Minister Jonas Hedrik agreed: “Ostlind was not consulted.” Spokesman Milos Tarn said "
        "Ostlind had been “consulted at every step”.",
        id="hw-131",
        title="Dalkova in Quor",
        published="2031-04-09T20:00",
        url="https://halden.example/2031/04/09/quor",
    )
    world.say(
        again,
        "We will close the northern crossing by 1 June",
        claim="c-1",
        label=Label.REPEAT,
        against=[first],
    )
    world.say(
        again,
        "Ostlind was not consulted",
        speaker="Jonas Hedrik",
        label=Label.ECHO,
        claim=consulted.judgement.claim,
        against=[consulted],
    )
    world.say(
        again,
        "consulted at every step",
        speaker="Milos Tarn",
        label=Label.DISPUTE,
        against=[consulted],
    )
    late = article(
        "כפי שדווח, הנשיאה אירנה דלקובה אמרה: “המעבר הצפוני ייסגר עד 1 ביוני”.",
        id="he-1",
        publisher="כתב הגבול",
        language="he",
        title="המעבר הצפוני ייסגר",
        published="2031-04-09T21:00",
        url="https://border.example/1",
    )
    world.say(
        late,
        "המעבר הצפוני ייסגר עד 1 ביוני",
        mention="אירנה דלקובה",
        utterance="u-1",
        claim="c-1",
        label=Label.SAME_UTTERANCE,
        against=[first],
    )
    return world
