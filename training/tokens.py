"""Builds the tokenizer of the encoder (what cuts texts with it: `redite.models.neural.pieces`)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tokenizers import Regex, Tokenizer
from tokenizers.models import Unigram
from tokenizers.normalizers import NFKC, Nmt, Replace
from tokenizers.normalizers import Sequence as Steps
from tokenizers.pre_tokenizers import Metaspace

from redite.models.neural.pieces import UNKNOWN


def build_tokenizer(pieces: Sequence[tuple[str, float]]) -> Tokenizer:
    """Return a tokenizer over these pieces with their scores."""
    tokenizer = Tokenizer(Unigram(list(pieces), unk_id=UNKNOWN, byte_fallback=False))
    tokenizer.normalizer = Steps([Nmt(), NFKC(), Replace(Regex(" {2,}"), " ")])
    tokenizer.pre_tokenizer = Metaspace(replacement="▁", prepend_scheme="always", split=True)
    return tokenizer


def load_tokenizer(folder: Path) -> Tokenizer:
    """Return the tokenizer that `training.checkpoint` wrote into `folder`."""
    return Tokenizer.from_file(str(folder / "tokenizer.json"))
