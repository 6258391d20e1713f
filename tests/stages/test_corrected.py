"""What people decided about who is who."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from redite.corrections import Kind, make
from redite.interfaces import UNDO, Correction
from redite.stages.corrected import Known, Partition, parting
from redite.values import Speaker, SpeakerKind

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
