"""Word pieces know their code points."""

from redite.models.neural.pieces import SPECIALS, UNKNOWN, cut
from training.tokens import build_tokenizer

PIECES = [*((s, 0.0) for s in SPECIALS), ("▁", -3.0), *((c, -5.0) for c in "abcdeéж“”,.fi?")]
PIECES += [("”,", -1.0), ("▁ab", -1.0), ("cd", -1.0), ("▁“", -2.0)]


def test_offsets_count_code_points_of_the_original() -> None:
    """Line breaks, ligatures and foreign scripts move nothing."""
    text = "ab\n\ncd  ﬁ 漢 ж"
    pieces = cut(build_tokenizer(PIECES), text)
    found = [(text[s:e]) for s, e in zip(pieces.starts, pieces.ends, strict=True) if e > s]
    assert found == ["ab", "cd", "ﬁ", "ﬁ", "漢", "ж"] or found == ["ab", "cd", "ﬁ", "漢", "ж"]
    assert UNKNOWN in pieces.ids
    assert max(pieces.breaks) == 2


def test_punctuation_is_cut_into_marks() -> None:
    """A span can end between a closing quotation mark and a comma."""
    text = "“ab”, c"
    pieces = cut(build_tokenizer(PIECES), text)
    found = [text[s:e] for s, e in zip(pieces.starts, pieces.ends, strict=True) if e > s]
    assert found[-3:] == ["”", ",", "c"]


def test_an_empty_text_has_no_pieces() -> None:
    """Nothing in, nothing out."""
    assert len(cut(build_tokenizer(PIECES), "")) == 0
