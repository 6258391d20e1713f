"""A network's answers become attributions of whole texts, window by window."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
import pytest

from redite.models.neural.decode import Found, Scores
from redite.models.neural.reading import TOGETHER, Bools, Ints, Reading, States, ranges, tag
from training.predict import records

SOURCE, CUE, CONTENT, OTHER = 10, 11, 12, 13


@dataclass(frozen=True)
class Letters:
    """Pieces of one letter each with a space between: `s` source, `q` cue, `c` content."""

    text: str

    @property
    def ids(self) -> tuple[int, ...]:
        """A number for each kind of letter."""
        return tuple({"s": SOURCE, "q": CUE, "c": CONTENT}.get(c, OTHER) for c in self.text[::2])

    @property
    def starts(self) -> tuple[int, ...]:
        """Every other code point."""
        return tuple(range(0, len(self.text), 2))

    @property
    def ends(self) -> tuple[int, ...]:
        """One further."""
        return tuple(start + 1 for start in self.starts)

    @property
    def breaks(self) -> tuple[int, ...]:
        """None at all."""
        return (0,) * len(self.ids)

    @property
    def glued(self) -> tuple[bool, ...]:
        """Every letter is a word."""
        return (False,) * len(self.ids)


class Speller:
    """A network that knows the letters, and links what lies within four of the cue."""

    def read(self, ids: Ints, mask: Bools, breaks: Ints) -> tuple[States, Scores, Scores]:
        """Find the cues."""
        cues = np.zeros((*ids.shape, 3), dtype=np.float32)
        cues[..., 0] = 5.0
        cues[ids == CUE] = (0.0, 5.0, 0.0)
        return ids, cues, np.full(ids.shape, -9.0, dtype=np.float32)

    def roles(
        self, states: States, mask: Bools, window: Ints, first: Ints, last: Ints, kind: Ints
    ) -> Scores:
        """Give letters near the anchor their roles, and the padding a wrong one."""
        assert isinstance(states, np.ndarray)
        scores = np.zeros((len(window), states.shape[1], 7), dtype=np.float32)
        scores[..., 0] = 5.0
        for anchor, (row, centre) in enumerate(zip(window, first, strict=True)):
            for at in range(states.shape[1]):
                if not mask[row, at]:
                    scores[anchor, at] = (0, 0, 0, 9, 0, 0, 0)
                elif abs(at - centre) <= 4 and (was := int(states[row, at])) in (SOURCE, CONTENT):
                    scores[anchor, at, {SOURCE: 1, CONTENT: 4}[was]] = 7.0
                    if was == CONTENT and states[row, at - 1] != CONTENT:
                        scores[anchor, at, 3] = 9.0
        return scores


TEXT = " ".join("..sqccc....ccq....sqcc.." + "." * 9 + "sqc")


def found_in(*texts: str, longest: int = 384, budget: int = 8192) -> list[list[Found]]:
    """Tag texts with the speller."""
    reading = Reading(longest=longest, overlap=min(96, longest // 2))
    return tag(Speller(), [Letters(text) for text in texts], reading, budget)


def test_each_cue_gives_its_own_attribution() -> None:
    """Source, cue and content come back as code points of the text."""
    (record,) = records(Speller(), [("x", TEXT, Letters(TEXT))], Reading())
    words = [
        tuple("".join(TEXT[s:e:2] for s, e in one[role]) for role in ("source", "cue", "content"))
        for one in record["attributions"]
    ]
    assert words == [("s", "q", "ccc"), ("", "q", "cc"), ("s", "q", "cc"), ("s", "q", "c")]


@pytest.mark.parametrize("longest", [20, 24, 384])
def test_windows_do_not_show_in_the_result(longest: int) -> None:
    """Cut into many windows or one, a text has the same attributions, each once."""
    spans = [[one.content for one in text] for text in found_in(TEXT, longest=longest)]
    assert spans == [[one.content for one in text] for text in found_in(TEXT)]


def test_neighbours_and_order_change_nothing() -> None:
    """Each text of a batch gets what it gets alone, whatever stands beside it."""
    texts = ["s q c", "", TEXT, ". .", "q c c s"]
    alone = [found_in(text)[0] for text in texts]
    assert found_in(*texts) == alone
    assert found_in(*texts, budget=10) == alone
    assert found_in(*reversed(texts)) == alone[::-1]
    many = 2 * TOGETHER // len(texts)
    assert found_in(*texts * many) == alone * many


class Talker(Speller):
    """A network to which all that follows a cue is its content, as far as it can see."""

    def roles(
        self, states: States, mask: Bools, window: Ints, first: Ints, last: Ints, kind: Ints
    ) -> Scores:
        """Give every piece behind the anchor to the content."""
        assert isinstance(states, np.ndarray)
        scores = np.zeros((len(window), states.shape[1], 7), dtype=np.float32)
        for anchor, after in enumerate(last):
            scores[anchor, : after + 1, 0] = 5.0
            scores[anchor, after + 1, 3] = 5.0
            scores[anchor, after + 2 :, 4] = 5.0
        return scores


def test_a_long_content_is_seen_whole() -> None:
    """What runs on beyond the pieces around its cue is looked at again, as far as the window."""
    text = " ".join("..q" + "." * 30)
    ((found,),) = tag(Talker(), [Letters(text)], Reading(longest=40, reach=8))
    assert found.content == ((3, 32),)
    assert not found.unfinished


def test_a_content_that_runs_out_of_its_window_is_unfinished() -> None:
    """Only where the text goes on; what is left of it is the spans' work."""
    text = " ".join("..q" + "." * 50)
    ((found,),) = tag(Talker(), [Letters(text)], Reading(longest=30, overlap=8, reach=8))
    assert found.content == ((3, 29),)
    assert found.unfinished


class Counting(Speller):
    """A network that remembers how much it was given to read."""

    def __init__(self) -> None:
        self.windows: list[int] = []

    def read(self, ids: Ints, mask: Bools, breaks: Ints) -> tuple[States, Scores, Scores]:
        """Read as a speller does."""
        self.windows.append(ids.shape[1])
        return super().read(ids, mask, breaks)


def test_what_is_read_grows_with_the_text() -> None:
    """Four times the text is four times the windows, none longer than the longest."""
    counts = []
    for times in (10, 40):
        network = Counting()
        tag(network, [Letters(" ".join(TEXT[::2] * times))], Reading(), budget=1)
        assert max(network.windows) <= Reading().longest + 2
        counts.append(len(network.windows))
    assert 3.5 * counts[0] <= counts[1] <= 4.5 * counts[0]


def test_what_is_no_prose_is_not_read() -> None:
    """One sign over and over, however long; what stands beside it is."""
    network = Counting()
    noise = " ".join("." * 5000)
    assert tag(network, [Letters(noise)], Reading(), budget=1) == [[]]
    assert network.windows == []
    ((found,),) = tag(network, [Letters(noise + " s q c")], Reading(), budget=1)
    assert found.content == ((5002, 5002),)


def test_several_windows_may_be_read_at_once() -> None:
    """A pool that takes them in its own time gives what is given one by one."""
    texts = [Letters(TEXT), Letters("s q c"), Letters(TEXT[::-1])]
    reading = Reading(longest=20, overlap=10)
    with ThreadPoolExecutor(3) as pool:
        several = tag(Speller(), texts, reading, budget=1, each=pool.map)
    assert several == tag(Speller(), texts, reading, budget=1)


def test_runs_of_white_space_are_left_out() -> None:
    """A run that holds no character is no range."""
    assert ranges([(0, 1), (2, 2)], Letters("a b c")) == [[0, 3], [4, 5]]
