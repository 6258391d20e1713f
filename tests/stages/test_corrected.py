"""What people decided about who is who."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from redite.corrections import Kind, make
from redite.interfaces import UNDO, Correction
from redite.stages.corrected import Known, Partition, parting, remembered, split_off, splitting
from redite.values import Judgement, Record, Span, Speaker, SpeakerKind, Standing
from tests.store import invented

PERSON, OFFICE = SpeakerKind.PERSON, SpeakerKind.OFFICE
DAY = datetime(2024, 3, 4, tzinfo=UTC)


def known(*names: str) -> dict[Known, Speaker]:
    """Return speakers, each met by one name; the id is the name."""
    return {Known(PERSON, name): Speaker(f"p-{name}", name, PERSON) for name in names}


def correct(kind: Kind, subject: str, said: dict[str, str], minutes: int = 0) -> Correction:
    """Return a correction by Mira."""
    return make(kind, subject, said, "Mira", DAY + timedelta(minutes=minutes))


def who(found: Partition) -> dict[str, str | None]:
    """Return the name of the speaker that each name stands for."""
    return {each.words: speaker.name for each, speaker in found.speakers.items()}


def test_merges_follow_one_another() -> None:
    """A into B and B into C make all three C, whoever came first."""
    found = Partition(known("A", "B", "C"))
    found.correct(
        [
            correct(Kind.MERGE_SPEAKERS, "p-A", {"into": "p-B"}),
            correct(Kind.MERGE_SPEAKERS, "p-B", {"into": "p-C"}, 1),
        ]
    )
    assert who(found) == {"A": "C", "B": "C", "C": "C"}
    assert found.reasons[Known(PERSON, "A")] == "merged with C by Mira on 2024-03-04"


def test_a_circle_of_merges_ends() -> None:
    """A into B and B into A is one speaker, and no endless search."""
    found = Partition(known("A", "B"))
    found.correct(
        [
            correct(Kind.MERGE_SPEAKERS, "p-A", {"into": "p-B"}),
            correct(Kind.MERGE_SPEAKERS, "p-B", {"into": "p-A"}, 1),
        ]
    )
    assert len(set(who(found).values())) == 1


def test_a_merge_is_found_by_its_names_where_ids_have_changed() -> None:
    """Ids rest on names that others may join; the names that were kept say who was meant."""
    found = Partition(known("A", "B"))
    kept = {"into": "p-old", "names": '["A"]', "into_names": '["B"]'}
    found.correct([correct(Kind.MERGE_SPEAKERS, "p-older", kept)])
    assert who(found) == {"A": "B", "B": "B"}


def test_what_was_taken_back_says_nothing() -> None:
    """An undone correction leaves what the machine found."""
    merge = correct(Kind.MERGE_SPEAKERS, "p-A", {"into": "p-B"})
    undone = Correction(
        merge.id, merge.kind, merge.subject, merge.payload, merge.who, merge.when, "k-undo"
    )
    found = Partition(known("A", "B"))
    found.correct([undone, correct(Kind(UNDO), merge.id, {}, 1)])
    assert who(found) == {"A": "A", "B": "B"}


def test_names_told_apart_are_one_new_speaker() -> None:
    """Names that are split off together stay together, apart from the rest."""
    found = Partition({Known(PERSON, n): Speaker("p-A", "A", PERSON) for n in ("A", "B", "C")})
    found.correct([correct(Kind.PART_NAMES, "p-A", parting(["B", "C"]))])
    assert who(found) == {"A": "A", "B": "B", "C": "B"}


def test_an_office_can_be_said_to_be_a_person() -> None:
    """Words of office that no rule resolves are tied to a person by one."""
    office = Known(OFFICE, "the defence minister", "Tarsk Courier")
    found = Partition({**known("A"), office: Speaker("f-1", "the defence minister", OFFICE)})
    found.correct([correct(Kind.ALIAS, "p-A", {"name": "The Defence  Minister"})])
    assert found.speakers[office].name == "A"


def test_a_broken_or_strange_correction_stops_nothing() -> None:
    """Unknown speakers and payloads of other programs are passed over."""
    found = Partition(known("A", "B"))
    found.correct(
        [
            correct(Kind.MERGE_SPEAKERS, "p-nobody", {"into": "p-nowhere"}),
            Correction("k-1", Kind.MERGE_SPEAKERS, "p-A", "not json", "Mira", DAY),
            Correction("k-2", Kind.PART_NAMES, "p-A", '{"names": "{"}', "Mira", DAY),
            Correction("k-3", "something.else", "p-A", "{}", "Mira", DAY),
        ]
    )
    assert who(found) == {"A": "A", "B": "B"}


def record(*content: Span, id: str | None = None) -> Record:
    """Return one statement of Irena Dalkova, passed on by Tarsk-Inform, with all about it."""
    made = invented.statement("a-1", *content, id=id)
    judged, placed = invented.judgement(made.id).decision, invented.standing().decision
    assert isinstance(judged, Judgement)
    assert isinstance(placed, Standing)
    return Record(invented.article(), placed, made, judged, "machine", "v1")


def test_a_statement_that_has_moved_is_found_in_its_place() -> None:
    """A newer analysis gave it other words, and so another id; it is still somebody else's."""
    before = record(Span(77, 95), Span(138, 150))
    split = correct(Kind.SPLIT_SPEAKER, before.statement.id, splitting(before))

    def given(*content: Span) -> list[str]:
        now = [invented.statement("a-1", *content, id="s-now")]
        return list(split_off([split], now))

    assert given(Span(80, 140)) == given(Span(149, 151)) == given(Span(70, 78)) == ["s-now"]
    assert given(Span(8, 77)) == given(Span(150, 153)) == []
    elsewhere = invented.statement("a-2", Span(77, 95), id="s-now")
    assert split_off([split], [elsewhere]) == {}


def test_in_the_place_of_a_statement_only_the_same_name_is_meant() -> None:
    """Whoever else the newer analysis hears there was not called somebody else."""
    before = record(Span(77, 95))
    said = splitting(before) | {"name": "Milos Tarn"}
    assert split_off([correct(Kind.SPLIT_SPEAKER, "s-gone", said)], [before.statement]) == {}


def test_a_statement_with_its_old_id_is_meant_wherever_it_stands() -> None:
    """By a name that a person gave, else by the one that it is met with."""
    one = record().statement
    (found,) = split_off([correct(Kind.SPLIT_SPEAKER, one.id, {})], [one]).values()
    assert found.speaker.name == "Irena Dalkova"
    assert found.reason == "somebody else than it seems by Mira on 2024-03-04"
    named = correct(Kind.SPLIT_SPEAKER, one.id, {"as": "Ivo Orvan"})
    (other,) = split_off([named], [one]).values()
    assert other.speaker.name == "Ivo Orvan"


def test_corrections_are_remembered_with_the_names_of_today() -> None:
    """Ids may change, names stay; what is not about speakers comes back as it is."""
    one = record()
    of_speaker = {"p-1": [one]}.get
    of_statement = {one.statement.id: one}.get

    def kept(kind: Kind, subject: str, said: dict[str, str]) -> dict[str, str]:
        return remembered(kind, subject, said, lambda id: of_speaker(id, []), of_statement)

    merged = kept(Kind.MERGE_SPEAKERS, "p-1", {"into": "p-2"})
    assert merged == {"into": "p-2", "names": '["Irena Dalkova"]', "into_names": "[]"}
    split = kept(Kind.SPLIT_SPEAKER, one.statement.id, {"as": "Ivo Orvan"})
    assert split == {**splitting(one), "as": "Ivo Orvan"}
    assert kept(Kind.SPLIT_SPEAKER, "s-gone", {}) == {}
    assert kept(Kind.VERDICT, one.statement.id, {"label": "new"}) == {"label": "new"}
