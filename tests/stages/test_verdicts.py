"""What a statement adds to everything published before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redite.models import open_comparer
from redite.stages.verdicts import Case, judge
from redite.text.ids import digest, group_id, statement_id
from redite.text.likelihood import find_estimates
from redite.values import (
    Article,
    Attribution,
    Change,
    DateInterval,
    Judgement,
    Label,
    Mention,
    Outcome,
    Span,
    Speaker,
    SpeakerKind,
    Standing,
    Statement,
)

DALKOVA, VELESH, TARN = "Irena Dalkova", "Goran Velesh", "Milos Tarn"
ROSTAL, HEDRIK, KREMEN = "Anneke Rostal", "Jonas Hedrik", "Pavlo Kremen"
MAY_1 = datetime(2031, 5, 1, 9, tzinfo=UTC)


def said(
    content: str,
    speaker: str = DALKOVA,
    *,
    language: str = "en",
    day: float = 0,
    on: date | None = None,
    cue: str = "",
    article: str | None = None,
    superseded_by: str | None = None,
    duplicate_of: str | None = None,
    version_of: str | None = None,
) -> Case:
    """Return the case of an article that holds one statement and nothing else."""
    return told(
        f"{content} § {cue}" if cue else content,
        [(content, speaker, cue)],
        language=language,
        day=day,
        on=on,
        article=article,
        superseded_by=superseded_by,
        duplicate_of=duplicate_of,
        version_of=version_of,
    )[0]


def told(
    text: str,
    statements: Sequence[tuple[str, str, str]],
    *,
    language: str = "en",
    day: float = 0,
    on: date | None = None,
    article: str | None = None,
    superseded_by: str | None = None,
    duplicate_of: str | None = None,
    version_of: str | None = None,
) -> list[Case]:
    """Return the cases of one article: (content, speaker, cue), each found in `text`."""
    key = article or "a-" + digest(text, language, str(day))
    published = MAY_1 + timedelta(days=day)
    article_value = Article(
        key=key,
        given_id=None,
        url=None,
        publisher="Halden Wire",
        published=published,
        dated=True,
        modified=None,
        language=language,
        title=None,
        text=text,
        items=(Span(0, len(text)),),
        relayed_from=None,
        taken_in=published,
        origin="test",
    )
    standing = Standing(
        article=key,
        id=key,
        outcome=Outcome.DUPLICATE if duplicate_of else Outcome.KEPT,
        reason="",
        version_of=version_of,
        superseded_by=superseded_by,
        duplicate_of=duplicate_of,
    )
    cases = []
    for content, speaker, cue in statements:
        where = re.search(re.escape(content), text)
        assert where is not None
        cue_at = text.find(cue) if cue else -1
        spans = (Span(*where.span()),)
        cues = (Span(cue_at, cue_at + len(cue)),) if cue_at >= 0 else ()
        statement = Statement(
            id=statement_id(key, spans),
            article=key,
            item=0,
            attribution=Attribution((), cues, spans),
            speaker=Mention(speaker, SpeakerKind.PERSON, speaker, "named"),
            said_on=None if on is None else DateInterval(on, on, ""),
        )
        who = Speaker("p-" + digest(speaker), speaker, SpeakerKind.PERSON)
        cases.append(Case(article_value, standing, statement, who))
    return cases


def labels(*cases: Case) -> list[str]:
    """Return the labels of `cases`, judged in this order."""
    return [judgement.verdict.label.value for judgement in judge(cases)]


def last(*cases: Case) -> Judgement:
    """Return the judgement of the last of `cases`."""
    return judge(cases)[-1]


def test_first_statement_is_new() -> None:
    """With nothing on record everything is new, without evidence, in groups of its own."""
    case = said("The border with Ostlind will be closed in June")
    (judgement,) = judge([case])
    assert judgement.verdict.label is Label.NEW
    assert judgement.verdict.against == ()
    assert judgement.utterance == group_id("u", [case.statement.id])
    assert judgement.claim == group_id("c", [case.statement.id])


def test_nothing_to_judge() -> None:
    """No cases give no judgements."""
    assert judge([]) == []


def test_second_report_of_one_speech() -> None:
    """Another outlet's report of one occasion is the same utterance, and names the first."""
    first = said("The border with Ostlind will be closed to lorries", day=0)
    second = said("Velmora is going to close its border with Ostlind to lorries", day=1)
    one, two = judge([first, second])
    assert two.verdict.label is Label.SAME_UTTERANCE
    assert two.utterance == one.utterance
    assert two.claim == one.claim
    assert [e.statement for e in two.verdict.against] == [first.statement.id]
    assert "content words" in two.verdict.against[0].reason


def test_an_agency_and_its_unnamed_source_are_one_voice() -> None:
    """What an agency tells and what it lets a source tell is one saying; each has its speaker."""
    agency = Speaker("o-1", "Halden Wire", SpeakerKind.ORGANISATION)
    source = Speaker("u-1", "a source", SpeakerKind.UNNAMED)
    first = replace(said("Smugglers have mined the grain corridor"), speaker=agency)
    again = said("The grain corridor through Quor has been mined by smugglers", day=0.1)
    assert labels(first, replace(again, speaker=source)) == ["new", "echo"]
    judged = judge([first, replace(again, speaker=source, via=(agency,))])
    assert [each.verdict.label for each in judged] == [Label.NEW, Label.SAME_UTTERANCE]
    assert [each.speaker for each in judged] == [agency, source]


def test_words_passed_on_under_another_name_within_a_day() -> None:
    """The very words of a spokesman that another outlet gives to his ministry were said once."""
    words = "No reservist of Tarsk province will be called up before the harvest of wheat and barley is brought in"
    ministry = Speaker("o-1", "Defence Ministry", SpeakerKind.ORGANISATION)
    first = said(words, TARN)
    assert labels(first, replace(said(words, day=0.2), speaker=ministry))[1] == "same-utterance"
    assert labels(first, replace(said(words, day=2), speaker=ministry))[1] == "echo"
    assert labels(first, said(words, HEDRIK, day=0.2))[1] == "echo"


def test_what_is_said_day_after_day_is_not_one_saying() -> None:
    """Each day is near the one before; the occasion is that of the first report none the less."""
    words = "Nobody was hurt in the shelling of Tarsk province"
    days = [said(words, VELESH, day=day) for day in (0, 2, 4)]
    one, two, three = judge(days)
    assert two.verdict.label is Label.SAME_UTTERANCE
    assert three.verdict.label is Label.REPEAT
    assert one.utterance == two.utterance != three.utterance


def test_repeat_on_another_day() -> None:
    """The same speaker on another occasion repeats: one claim, two utterances."""
    first = said("The border with Ostlind will be closed to lorries", on=date(2031, 5, 1))
    second = said("We will close the border with Ostlind to lorries", day=9, on=date(2031, 5, 10))
    one, two = judge([first, second])
    assert two.verdict.label is Label.REPEAT
    assert two.claim == one.claim
    assert two.utterance != one.utterance


@pytest.mark.parametrize(
    ("between", "label"),
    [("\n\n", "same-utterance"), ("\n\nIt rained.\n\n", "echo"), (" It rained. ", "echo")],
)
def test_a_heading_tells_what_the_paragraph_below_it_does(between: str, label: str) -> None:
    """The two are of one saying, by whatever names; what stands further below is told of others."""
    heading = "the bridge at Tarsk will reopen on Friday"
    text = f"{heading}, the press says{between}{heading} after repairs, local papers wrote"
    cases = told(
        text,
        [(heading, VELESH, "says"), (f"{heading} after repairs", TARN, "wrote")],
    )
    assert [str(each.verdict.label) for each in judge(cases)] == ["new", label]


def test_echo_by_another_speaker() -> None:
    """Somebody else's assertion of a claim on record is an echo."""
    first = said("The grain corridor through Quor has been mined by smugglers", KREMEN)
    second = said("Smugglers have mined the grain corridor through Quor", HEDRIK, day=1)
    assert labels(first, second) == ["new", "echo"]


def test_update_of_a_number() -> None:
    """A changed number is an update, which says what it was and what it is."""
    first = said("300 reservists have been called up in Tarsk province", VELESH, day=0)
    second = said("450 reservists have been called up in Tarsk province", VELESH, day=10)
    judgement = last(first, second)
    assert judgement.verdict.label is Label.UPDATE
    (change,) = judgement.verdict.changes
    assert (change.slot, change.before, change.after) == (
        "number",
        "300 reservists",
        "450 reservists",
    )


def test_a_moved_day_is_no_further_report() -> None:
    """Two days after, another day for the same thing changes it; a closer one does not."""
    opening = "The bridge over the Lind will open"
    moved = judge([said(f"{opening} on 1 May"), said(f"{opening} on 1 July", day=2)])[1].verdict
    assert moved.label is Label.UPDATE
    assert [(c.slot, c.before, c.after) for c in moved.changes] == [("date", "1 May", "1 July")]
    closer = judge([said(f"{opening} this month"), said(f"{opening} on 1 July", day=2)])[1]
    assert closer.verdict.label is Label.SAME_UTTERANCE


def test_update_of_a_status() -> None:
    """What was planned and then is done is an update, not a contradiction."""
    first = said("The call-up of reservists will be completed in two weeks", VELESH)
    second = said("The call-up of reservists has been completed", VELESH, day=14)
    judgement = last(first, second)
    assert judgement.verdict.label is Label.UPDATE
    assert ("status", "planned", "done") in [
        (c.slot, c.before, c.after) for c in judgement.verdict.changes
    ]


def test_rounding_and_dropping_are_no_update() -> None:
    """A rounded number, and a detail left out, add nothing."""
    first = said("some 4,980 lorries crossed the northern border at Hallen in May", HEDRIK)
    rounded = said("about 5,000 lorries crossed the northern border at Hallen", HEDRIK, day=20)
    assert labels(first, rounded) == ["new", "repeat"]


@pytest.mark.parametrize(
    ("language", "content"),
    [
        ("fr", "300 000 réservistes seront mobilisés pour défendre la frontière"),
        ("ru", "для защиты границы будет мобилизовано 300 тысяч резервистов"),
        ("uk", "для захисту кордону буде мобілізовано 300 тисяч резервістів"),
        ("de", "300.000 Reservisten sollen zur Verteidigung der Grenze mobilisiert werden"),
    ],
)
def test_one_speech_in_two_languages(language: str, content: str) -> None:
    """A report in another language of one occasion is the same utterance."""
    first = said("300,000 reservists will be mobilised to defend the border", VELESH)
    second = said(content, VELESH, language=language, day=0.5)
    assert labels(first, second) == ["new", "same-utterance"]


@pytest.mark.parametrize(
    ("language", "content"),
    [
        ("fr", "le budget de la santé sera réduit l'année prochaine"),
        ("ru", "переговоры о рыболовстве возобновятся осенью"),
        ("uk", "вибори мера відбудуться восени"),
        ("de", "die Eisenbahnbrücke wird im Herbst repariert"),
    ],
)
def test_other_topics_in_other_languages_are_new(language: str, content: str) -> None:
    """The same speaker on something else is new, in whatever language."""
    first = said("300,000 reservists will be mobilised to defend the border", VELESH)
    assert labels(first, said(content, VELESH, language=language)) == ["new", "new"]


def test_summary_followed_by_its_quotation() -> None:
    """An indirect summary and the direct quotation right after it are one utterance."""
    text = (
        "Rostal warned that the bridge at Hallen was in danger. "
        "“Nobody should drive over this bridge today,” she said."
    )
    summary, quotation = told(
        text,
        [
            ("the bridge at Hallen was in danger", ROSTAL, "warned"),
            ("Nobody should drive over this bridge today", ROSTAL, "said"),
        ],
    )
    one, two = judge([summary, quotation])
    assert two.verdict.label is Label.SAME_UTTERANCE
    assert two.utterance == one.utterance


@pytest.mark.parametrize(
    ("language", "accusation", "rejection"),
    [
        ("en", "Ostlind has mined the harbour of Tarsk", "This is a lie"),
        ("fr", "Ostlind a miné le port de Tarsk", "C'est un mensonge"),
        ("ru", "Остлинд заминировал гавань Тарска", "Это ложь"),
        ("uk", "Остлінд замінував гавань Тарська", "Це брехня"),
        ("de", "Ostlind hat den Hafen von Tarsk vermint", "Das ist eine Lüge"),
    ],
)
def test_rejection_next_to_what_it_rejects(language: str, accusation: str, rejection: str) -> None:
    """ "This is a lie" right after another speaker's words disputes them."""
    text = f"Velesh: {accusation}. Hedrik: «{rejection}»."
    cases = told(text, [(accusation, VELESH, ""), (rejection, HEDRIK, "")], language=language)
    judgement = last(*cases)
    assert judgement.verdict.label is Label.DISPUTE
    assert judgement.verdict.against[0].statement == cases[0].statement.id


@pytest.mark.parametrize(
    ("language", "text", "answer", "cue"),
    [
        (
            "en",
            "The ship never called at Tarsk, Velesh said. Not so, according to Hedrik: "
            "the manifest names two days in May.",
            "the manifest names two days in May",
            "according to",
        ),
        (
            "fr",
            "Le navire n'a jamais touché Tarsk, a dit Velesh. « Le manifeste cite deux jours de "
            "mai », a rétorqué Hedrik.",
            "Le manifeste cite deux jours de mai",
            "a rétorqué",
        ),
        (
            "uk",
            "Судно ніколи не заходило до Тарська, сказав Велеш. «У маніфесті два дні травня», — "
            "парирував Гедрік.",
            "У маніфесті два дні травня",
            "парирував",
        ),
    ],
)
def test_retort_in_other_words(language: str, text: str, answer: str, cue: str) -> None:
    """Who retorts disputes what stands right before, though he repeats no word of it."""
    claim = text[: text.index(",")]
    cases = told(text, [(claim, VELESH, ""), (answer, HEDRIK, cue)], language=language)
    first, second = judge(cases)
    assert [first.verdict.label, second.verdict.label] == [Label.NEW, Label.DISPUTE]
    assert [each.statement for each in second.verdict.against] == [first.statement]


def test_a_retort_means_what_it_shares_a_word_with() -> None:
    """Of what stands before it in the article it answers that, not merely the nearest."""
    signed, sail, never = (
        "The envoy signed a written guarantee",
        "Ships will sail on Wednesday",
        "no guarantee was ever given",
    )
    text = f"{signed}, Velesh said. {sail}, he added. Not so, according to Hedrik: {never}."
    first, _, answer = judge(
        told(
            text, [(signed, VELESH, "said"), (sail, VELESH, "added"), (never, HEDRIK, "according")]
        )
    )
    assert answer.verdict.label is Label.DISPUTE
    assert [each.statement for each in answer.verdict.against] == [first.statement]


def test_what_follows_a_retort_answers_nothing() -> None:
    """A retort ends with its sentence; what somebody says after it is not held against anybody."""
    text = (
        "The ship never called at Tarsk, Velesh said. Hedrik disagreed. Rain will reach the "
        "western valleys by evening, Rostal said."
    )
    claim, rain = text[: text.index(",")], "Rain will reach the western valleys by evening"
    cases = told(text, [(claim, VELESH, ""), (rain, ROSTAL, "said")])
    assert labels(*cases) == ["new", "new"]


@pytest.mark.parametrize(
    ("kind", "label"),
    [(SpeakerKind.UNNAMED, Label.SAME_UTTERANCE), (SpeakerKind.PERSON, Label.ECHO)],
)
def test_a_report_that_names_nobody(kind: SpeakerKind, label: Label) -> None:
    """Told again within a day without a name it is one saying; by somebody else it is an echo."""
    first = said("Velmora will close the harbour of Tarsk to every foreign ship from Monday")
    again = said("Velmora will close its harbour at Tarsk to foreign ships on Monday", day=0.1)
    name = None if kind is SpeakerKind.UNNAMED else VELESH
    again = replace(again, speaker=Speaker("x-1", name, kind))
    one, two = judge([first, again], open_comparer())
    assert two.verdict.label is label
    assert [each.statement for each in two.verdict.against] == [one.statement]


def estimated(case: Case) -> Case:
    """Return a case with the estimate that its text holds."""
    (estimate,) = find_estimates(case.article.text, case.article.language)
    return replace(case, statement=replace(case.statement, estimate=estimate))


LEAVES = "that Ostlind will leave the Northern Pact before the summer"


@pytest.mark.parametrize(
    ("speaker", "degree", "label", "changes"),
    [
        (HEDRIK, "unlikely", Label.DISPUTE, ()),
        (HEDRIK, "likely", Label.ECHO, ()),
        (VELESH, "unlikely", Label.UPDATE, (Change("likelihood", "very likely", "unlikely"),)),
        (VELESH, "likely", Label.UPDATE, (Change("likelihood", "very likely", "likely"),)),
        (VELESH, "very likely", Label.REPEAT, ()),
    ],
)
def test_how_likely_one_thing_is_called(
    speaker: str, degree: str, label: Label, changes: tuple[Change, ...]
) -> None:
    """Who calls likely what another called unlikely disputes it; who changes an estimate of his
    own brings news, and who is a little surer or less sure than another does not."""
    first = estimated(said(f"it is very likely {LEAVES}", VELESH))
    again = estimated(said(f"it is {degree} {LEAVES}", speaker, day=6))
    verdict = last(first, again).verdict
    assert (verdict.label, verdict.changes) == (label, changes)


def test_the_day_that_everybody_knows_is_no_update() -> None:
    """To name the day of a report that left it out adds nothing to the claim; another day does."""
    first = said("The army shelled the harbour of Tarsk with six rockets", VELESH)
    named = said("On 1 May the army shelled the harbour of Tarsk with six rockets", HEDRIK, day=1)
    other = said("On 4 April the army shelled the harbour of Tarsk with six rockets", HEDRIK, day=1)
    assert labels(first, named) == ["new", "echo"]
    assert labels(first, other) == ["new", "update"]


@pytest.mark.parametrize(
    "content",
    [
        "False teeth have become cheaper in every pharmacy of Hallen",
        "the lie of the land around the mountain road favours smugglers",
    ],
)
def test_a_rejecting_word_is_no_rejection(content: str) -> None:
    """A statement with a theme of its own rejects nobody because of one word."""
    text = f"Velesh: Ostlind has mined the harbour of Tarsk. Hedrik: {content}."
    cases = told(
        text, [("Ostlind has mined the harbour of Tarsk", VELESH, ""), (content, HEDRIK, "")]
    )
    assert labels(*cases) == ["new", "new"]


def test_nobody_disputes_himself() -> None:
    """ "This is a lie" after one's own words rejects what somebody else said, or nothing."""
    text = "Velesh: Ostlind has mined the harbour of Tarsk. Velesh: This is a lie."
    cases = told(
        text,
        [("Ostlind has mined the harbour of Tarsk", VELESH, ""), ("This is a lie", VELESH, "")],
    )
    assert last(*cases).verdict.label is not Label.DISPUTE


@pytest.mark.parametrize(("called", "disputes"), [("the official", False), ("a farmer", True)])
def test_a_source_without_a_name_does_not_dispute_itself(called: str, disputes: bool) -> None:
    """One article's "the official" is one man, though nobody says who."""
    text = "The official: Ostlind has mined the harbour of Tarsk. The official: This is a lie."
    cases = [
        replace(case, speaker=Speaker(f"u-{number}", name, SpeakerKind.UNNAMED))
        for number, (case, name) in enumerate(
            zip(
                told(
                    text,
                    [
                        ("Ostlind has mined the harbour of Tarsk", VELESH, ""),
                        ("This is a lie", HEDRIK, ""),
                    ],
                ),
                ("the official", called),
                strict=True,
            )
        )
    ]
    assert (last(*cases).verdict.label is Label.DISPUTE) is disputes


def test_denial_on_record_is_echoed() -> None:
    """Who rejects what somebody else has already rejected echoes the rejection."""
    text = (
        "Velesh: Ostlind has mined the harbour of Tarsk. Hedrik: «This is a lie». "
        "Rostal: «The mined harbour of Tarsk is a lie»."
    )
    cases = told(
        text,
        [
            ("Ostlind has mined the harbour of Tarsk", VELESH, ""),
            ("This is a lie", HEDRIK, ""),
            ("The mined harbour of Tarsk is a lie", ROSTAL, ""),
        ],
    )
    one, two, three = judge(cases)
    assert [j.verdict.label.value for j in (one, two, three)] == ["new", "dispute", "echo"]
    assert three.claim == two.claim != one.claim


def test_denying_with_the_cue() -> None:
    """A denial whose content is the denied claim disputes it."""
    first = said("Ostlind has mined the harbour of Tarsk", VELESH)
    second = said("Ostlind has mined the harbour of Tarsk", HEDRIK, cue="denied", day=1)
    judgement = last(first, second)
    assert judgement.verdict.label is Label.DISPUTE
    assert judgement.claim != judge([first])[0].claim


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("the convoy is under way to Quor", "the convoy has reached Quor"),
        ("prices of gas rose in Kareth in May", "prices of gas fell in Kareth in June"),
        ("troops will be deployed at the border", "troops were withdrawn from the border"),
        ("if the bridge falls we will not stay", "we will stay at the bridge"),
        ("the election will not be held in March", "the election will be held in May"),
    ],
)
def test_time_passing_is_no_contradiction(earlier: str, later: str) -> None:
    """Courses of events, conditions and other days never accuse anybody of a contradiction."""
    judgement = last(said(earlier, KREMEN), said(later, KREMEN, day=30))
    assert judgement.verdict.label not in (Label.REVERSAL, Label.DISPUTE)


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("The Hallen bridge will be repaired by October", "Lorries were burnt near the bridge"),
        ("In Hallen Anneke Rostal was elected", "In Hallen Anneke Rostal is hardly known"),
        ("Missiles hit a depot near Quor", "Missiles of this kind are made in Ostlind"),
    ],
)
def test_one_topic_is_not_one_claim(earlier: str, later: str) -> None:
    """What another speaker says about the same thing is new, unless it is the same thing said."""
    assert labels(said(earlier, KREMEN), said(later, HEDRIK, day=2)) == ["new", "new"]


def test_what_is_new_names_what_comes_nearest_to_it() -> None:
    """An earlier statement that shares words and is another claim is named; it is no evidence."""
    bridge = said("the bridge at Tarsk will be closed for repairs until autumn", VELESH)
    tower = said("the tower at Tarsk will be painted", ROSTAL, day=3)
    harvest = said("the harvest of plums was poor", HEDRIK, day=4)
    _, near, far = (judgement.verdict for judgement in judge((bridge, tower, harvest)))
    assert (near.label, near.against) == (Label.NEW, ())
    assert [one.statement for one in near.nearest] == [bridge.statement.id]
    assert "held to be another claim" in near.nearest[0].reason
    assert (far.label, far.nearest) == (Label.NEW, ())


def test_set_phrase_with_another_name_is_unsure() -> None:
    """Where only a name differs between two equal phrases, the judge says that it is not sure."""
    first = said("The army has taken the village of Lumsk in the north", KREMEN)
    same = said("The army has taken the village of Lumsk in the north", HEDRIK, day=2)
    other = said("The army has taken the village of Orvan in the north", HEDRIK, day=2)
    assert not last(first, same).verdict.unsure
    assert last(first, other).verdict.unsure


def test_taking_an_act_back() -> None:
    """Who suspends and then resumes reverses, but the judge is never sure of that."""
    first = said("Velmora suspends its participation in the grain agreement", on=date(2031, 5, 1))
    second = said(
        "Velmora resumes its participation in the grain agreement", day=4, on=date(2031, 5, 5)
    )
    verdict = last(first, second).verdict
    assert verdict.label is Label.REVERSAL
    assert verdict.unsure


def test_same_words_with_not() -> None:
    """Equal words but for a negation contradict: a reversal or a dispute."""
    first = said("Velmora will send engineers to the Quor dam", TARN)
    own = last(first, said("Velmora will not send engineers to the Quor dam", TARN, day=9))
    other = last(first, said("Velmora will not send engineers to the Quor dam", KREMEN, day=9))
    assert (own.verdict.label, own.verdict.unsure) == (Label.REVERSAL, False)
    assert (other.verdict.label, other.verdict.unsure) == (Label.DISPUTE, False)


def test_reprint() -> None:
    """A reprint says what its original said, even where the speaker was made out differently."""
    first = said("The grain corridor through Quor is open again", article="a-1")
    copy = said(
        "The grain corridor through Quor is open again",
        "President",
        article="a-2",
        duplicate_of="a-1",
        day=20,
    )
    one, two = judge([first, copy])
    assert two.verdict.label is Label.SAME_UTTERANCE
    assert two.utterance == one.utterance
    assert two.verdict.against[0].statement == first.statement.id


def test_superseded_version_is_no_evidence() -> None:
    """What only an earlier version said is judged, but no later statement rests on it."""
    content = "The border with Ostlind will be closed to lorries"
    old = said(content, article="a-1", superseded_by="a-2")
    new = said(content, article="a-2", version_of="a-1", day=1)
    other = said(content, KREMEN, article="a-3", day=2)
    judged = judge([old, new, other])
    assert [j.verdict.label.value for j in judged] == ["new", "new", "echo"]
    assert judged[0].utterance == judged[1].utterance
    assert [e.statement for e in judged[2].verdict.against] == [new.statement.id]


def test_reprint_of_an_article_that_was_edited_later_is_a_reprint() -> None:
    """The copy rests on the version it copied, and the edited original not on its own copy."""
    content = "The border with Ostlind will be closed to lorries"
    old = said(content, article="a-1", superseded_by="a-3")
    copy = said(content, article="a-2", duplicate_of="a-1", day=1)
    edited = said(content, article="a-3", version_of="a-1", day=2)
    judged = judge([old, copy, edited])
    assert [j.verdict.label.value for j in judged] == ["new", "same-utterance", "new"]
    assert [e.statement for e in judged[1].verdict.against] == [old.statement.id]
    assert len({j.utterance for j in judged}) == 1


def test_unedited_sentence_names_its_evidence_in_the_later_version() -> None:
    """A quotation that only repeats the line before does so in the new version, too."""
    text = "Dalkova said the border would be closed to lorries. “The border will be closed to lorries.”"
    sayings = [
        ("the border would be closed to lorries", DALKOVA, "said"),
        ("The border will be closed to lorries", DALKOVA, ""),
    ]
    old = told(text, sayings, article="a-1", superseded_by="a-2")
    new = told(text + " It rained.", sayings, article="a-2", version_of="a-1", day=1)
    judged = judge([*old, *new])
    assert judged[3].verdict.label is Label.SAME_UTTERANCE
    assert [e.statement for e in judged[3].verdict.against] == [new[0].statement.id]


def test_one_word_statements() -> None:
    """A statement of one light word matches nothing, not even itself."""
    assert labels(said("Yes"), said("No"), said("Да", language="ru")) == ["new"] * 3


def test_what_is_said_inside_is_not_said_again() -> None:
    """A saying inside a saying is no echo of the outer one: the words are the same ones."""
    text = "Tarn said Velesh had promised to reopen the mountain road to Quor."
    outer, inner = told(
        text,
        [
            ("Velesh had promised to reopen the mountain road to Quor", TARN, "said"),
            ("to reopen the mountain road to Quor", VELESH, "promised"),
        ],
    )
    assert labels(outer, inner) == ["new", "new"]


def test_thousands_of_identical_statements() -> None:
    """Identical statements make one utterance, each with at most three pieces of evidence."""
    content = "The border with Ostlind will be closed to lorries"
    cases = [said(content, article=f"a-{n:05}", day=n / 10_000) for n in range(1_000)]
    judged = judge(cases)
    assert len({j.utterance for j in judged}) == 1
    assert {j.verdict.label.value for j in judged[1:]} == {"same-utterance"}
    assert max(len(j.verdict.against) for j in judged) == 3


# --- laws -------------------------------------------------------------------------------------

_WORDS = (
    "border closed missile lorries 300 400 not Tarsk Quor will reservists lie suspend resume"
    " grain agreement Hallen false граница ракета 20% мост October".split()
)
_CASES = st.lists(
    st.builds(
        lambda words, speaker, language, cue: (" ".join(words), speaker, language, cue),
        st.lists(st.sampled_from(_WORDS), min_size=1, max_size=7),
        st.sampled_from([DALKOVA, VELESH, HEDRIK]),
        st.sampled_from(["en", "ru", None]),
        st.sampled_from(["", "denied"]),
    ),
    max_size=14,
)


def _cases(drawn: list[tuple[str, str, str | None, str]]) -> list[Case]:
    return [
        said(content, speaker, language=language or "xx", cue=cue, article=f"a-{n:03}", day=n / 4)
        for n, (content, speaker, language, cue) in enumerate(drawn)
    ]


@settings(max_examples=60, deadline=None)
@given(_CASES, st.integers(min_value=0, max_value=14))
def test_never_looks_ahead(drawn: list[tuple[str, str, str | None, str]], cut: int) -> None:
    """Judging the first few gives what judging all says of them."""
    cases = _cases(drawn)
    assert judge(cases[:cut]) == judge(cases)[:cut]


@settings(max_examples=60, deadline=None)
@given(_CASES)
def test_evidence(drawn: list[tuple[str, str, str | None, str]]) -> None:
    """Every verdict but `new` names one to three earlier statements; `new` names none."""
    cases = _cases(drawn)
    earlier: set[str] = set()
    for case, judgement in zip(cases, judge(cases), strict=True):
        named = [evidence.statement for evidence in judgement.verdict.against]
        assert set(named) <= earlier
        assert len(named) <= 3
        assert len(set(named)) == len(named)
        assert (judgement.verdict.label is Label.NEW) == (not named)
        assert 0 <= judgement.verdict.confidence <= 1
        assert bool(judgement.verdict.changes) <= (
            judgement.verdict.label in (Label.UPDATE, Label.REVERSAL)
        )
        earlier.add(case.statement.id)


@settings(max_examples=60, deadline=None)
@given(_CASES)
def test_groups_are_named_by_their_first_statement(
    drawn: list[tuple[str, str, str | None, str]],
) -> None:
    """The id of an utterance or claim comes from the statement that started it."""
    cases = _cases(drawn)
    judged = judge(cases)
    for prefix, groups in (
        ("u", [j.utterance for j in judged]),
        ("c", [j.claim for j in judged]),
    ):
        for group in set(groups):
            assert group == group_id(prefix, [judged[groups.index(group)].statement])


def test_update_is_told_from_the_latest_version_of_the_claim() -> None:
    """What moved twice moved last from where it had been moved to."""
    content = "The depot at Cape Orlen will be finished by 1 {}"
    moves = [said(content.format(m), day=d) for m, d in (("May", 0), ("July", 9), ("October", 20))]
    third = judge(moves)[2].verdict
    assert third.label is Label.UPDATE
    assert third.against[0].statement == moves[1].statement.id
    assert [(c.before, c.after) for c in third.changes] == [("1 July", "1 October")]


@pytest.mark.parametrize(
    ("firm", "share", "label"),
    [("Orvane", "91", "new"), ("Selmar", "91", "update"), ("Selmar", "64", "repeat")],
)
def test_a_number_of_another_firm_is_no_update(firm: str, share: str, label: str) -> None:
    """Of another name and another number nothing is left but the phrase, even on one day."""
    first = said("the yearly profit of the shipyard Selmar fell by 64 percent", on=date(2031, 5, 1))
    words = f"the yearly profit of the shipyard {firm} fell by {share} percent"
    assert labels(first, said(words, day=0.2, on=date(2031, 5, 2)))[-1] == label


@pytest.mark.parametrize(("town", "label"), [("Tarsk", "new"), ("Hallen", "echo")])
def test_people_hurt_in_another_town_are_not_the_same_people(town: str, label: str) -> None:
    """The words are the same every night; the passage around them names the town."""
    hurt = "five women were injured when a drone hit the market"
    first = told(f"A drone came down in Hallen. Doctors: {hurt}", [(hurt, ROSTAL, "")])
    later = told(f"A drone came down in {town}. Doctors: {hurt}", [(hurt, TARN, "")], day=5)
    assert labels(*first, *later)[-1] == label


@pytest.mark.parametrize(
    ("when", "label"), [("", "new"), (" on 1 May", "repeat"), (" on 9 May", "new")]
)
def test_an_incident_of_another_day_happened_again(when: str, label: str) -> None:
    """A week later the wounded are others, unless both reports name one day."""
    wounded = "Women were injured by the shelling of the market in Tarsk"
    first = said(f"{wounded} on 1 May", VELESH)
    assert labels(first, said(wounded + when, VELESH, day=9))[-1] == label


@pytest.mark.parametrize(
    ("content", "label"),
    [
        ("the army attacked the arms depot in Tarsk with missiles", "new"),
        ("the army will attack the arms depot in Tarsk with missiles", "repeat"),
    ],
)
def test_a_threat_is_the_same_a_week_later_and_an_attack_is_not(content: str, label: str) -> None:
    """What is only threatened has not happened again."""
    assert labels(said(content), said(content, day=9))[-1] == label


@pytest.mark.parametrize(("day", "label"), [(0.3, "same-utterance"), (1.5, "new")])
def test_an_alert_of_the_next_night_is_another_one(day: float, label: str) -> None:
    """Two words that something happened are the same words every night."""
    assert labels(said("explosions in Tarsk"), said("explosions in Tarsk", day=day))[-1] == label


@pytest.mark.parametrize(("town", "label"), [("Tarsk", "new"), ("Hallen", "dispute")])
def test_nobody_is_contradicted_about_another_town(town: str, label: str) -> None:
    """Equal words but for a "not" stand against each other only where they may be of one event."""
    hurt, safe = "the market women were injured", "the market women were not injured"
    first = told(f"A drone came down in Hallen. Doctors: {hurt}", [(hurt, ROSTAL, "")])
    later = told(f"A drone came down in {town}. Doctors: {safe}", [(safe, TARN, "")], day=5)
    assert labels(*first, *later)[-1] == label
