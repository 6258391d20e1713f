"""Runs of word pieces become the spans the contract asks for."""

from dataclasses import dataclass

import pytest

from redite.models.neural.decode import Found
from redite.models.neural.spans import attributions_in


@dataclass(frozen=True)
class Letters:
    """A piece a code point."""

    text: str

    @property
    def ids(self) -> tuple[int, ...]:
        """Unused here."""
        return (9,) * len(self.text)

    @property
    def starts(self) -> tuple[int, ...]:
        """One after the other."""
        return tuple(range(len(self.text)))

    @property
    def ends(self) -> tuple[int, ...]:
        """One further."""
        return tuple(range(1, len(self.text) + 1))

    @property
    def breaks(self) -> tuple[int, ...]:
        """Unused here."""
        return (0,) * len(self.text)

    @property
    def glued(self) -> tuple[bool, ...]:
        """Unused here."""
        return (False,) * len(self.text)


def read(
    text: str,
    content: str,
    cue: str = "said",
    source: str = "Dalkova",
    unfinished: bool = False,
) -> list[list[str]]:
    """Return the contents found where the network marked these words."""

    def run(words: str) -> tuple[tuple[int, int], ...]:
        at = text.index(words)
        return ((at, at + len(words) - 1),)

    found = Found(run(source), run(cue), run(content), 1.0, unfinished)
    return [
        [piece.of(text) for piece in one.content]
        for one in attributions_in(text, Letters(text), [found])
    ]


@pytest.mark.parametrize(
    ("text", "marked", "kept"),
    [
        ("“We wait,” said Dalkova.", "“We wait,”", "We wait"),
        ("Dalkova said: « Nous attendons. »", "« Nous attendons. »", "Nous attendons"),
        ("Dalkova said the port would open.", "the port would open.", "the port would open"),
        ("— Ждём, — said Dalkova", "— Ждём, —", "Ждём"),
        ("Dalkova said: „Wir warten“.", "„Wir warten“", "Wir warten"),
        ("Dalkova said: 5% more!", "5% more!", "5% more!"),
        ("Dalkova said: wait…", "wait…", "wait"),
    ],
)
def test_a_content_loses_the_marks_around_it(text: str, marked: str, kept: str) -> None:
    """Quotation marks, dashes and the full stop at its edges are no part of a content."""
    assert read(text, marked) == [[kept]]


@pytest.mark.parametrize(
    ("text", "marked", "kept"),
    [
        ("Dalkova said ice is thinning. We wait.", "ice is thin", "ice is thinning"),
        ("Dalkova said at 5.30 it opens! We wait.", "at 5", "at 5.30 it opens!"),
        ("“Dalkova said so and it opens,” she said.", "it op", "it opens"),
        ("Dalkova said it opens\nWe wait.", "it op", "it opens"),
        ("Dalkova said it opens and so on and on", "it op", "it op"),
    ],
)
def test_a_content_that_was_cut_off_is_finished(text: str, marked: str, kept: str) -> None:
    """It goes on to the end of its sentence, quotation or paragraph, where that is near."""
    assert read(text, marked, unfinished=True) == [[kept]]
    assert read(text, marked) == [[marked]]


def test_pieces_with_only_marks_between_them_are_one() -> None:
    """A name in quotation marks, or a comma, breaks nothing; words and line breaks do."""
    text = "The «Tarsk» port, which waits, said yes, perhaps, and no.\nNo."

    def runs(*words: str) -> tuple[tuple[int, int], ...]:
        return tuple((at, at + len(word) - 1) for word in words if (at := text.index(word)) >= 0)

    source, content = runs("The", "Tarsk", "port", "which"), runs("yes", "perhaps", "and no", "No")
    found = Found(source, runs("said"), content, 1.0)
    (one,) = attributions_in(text, Letters(text), [found])
    assert [span.of(text) for span in one.source] == ["The «Tarsk» port, which"]
    assert [span.of(text) for span in one.content] == ["yes, perhaps, and no", "No"]


def test_two_nouns_side_by_side_are_two() -> None:
    """A title and its name are one source; an outlet and its source, without a mark, are not."""
    text = "Мэр Тарн, цитирует издание свой источник: мост закрыт."

    def sources(*words: str) -> list[str]:
        runs = tuple((at, at + len(word) - 1) for word in words for at in [text.index(word)])
        found = Found(runs, ((10, 17),), ((len(text) - 11, len(text) - 2),), 1.0)
        (one,) = attributions_in(text, Letters(text), [found])
        return [span.of(text) for span in one.source]

    assert sources("Мэр", "Тарн") == ["Мэр Тарн"]
    assert sources("издание", "свой источник") == ["издание", "свой источник"]


def test_points_of_a_list_are_statements_of_their_own() -> None:
    """One cue over a list gives a statement a point."""
    text = "Dalkova said:\n- the port opens;\n- the bridge stays shut.\n2) the ferry sails."
    assert read(text, text[len("Dalkova said:") :]) == [
        ["the port opens"],
        ["the bridge stays shut"],
        ["the ferry sails"],
    ]


def test_a_content_of_marks_alone_is_none() -> None:
    """Nothing that could be read is left, so there is no statement."""
    assert read("Dalkova said “ ”.", "“ ”") == []


def test_a_colon_may_be_a_cue() -> None:
    """A cue without letters stays as printed."""
    text = "Dalkova: the port opens"
    found = Found(((0, 6),), ((7, 7),), ((9, len(text) - 1),), 1.0)
    (one,) = attributions_in(text, Letters(text), [found])
    assert [piece.of(text) for piece in (*one.source, *one.cue, *one.content)] == [
        "Dalkova",
        ":",
        "the port opens",
    ]
