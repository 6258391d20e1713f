"""The trained tagger on texts of every kind, good and bad."""

from functools import cache
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from redite.errors import WeightsError
from redite.interfaces import Passage
from redite.models import DEFAULT, Model, open_encoder, open_tagger
from redite.models.neural import NeuralPairReader, NeuralTagger, SentenceEncoder
from redite.values import Attribution

EASY = [
    ("en", "Irena Dalkova said that the bridge would reopen in May.", "Irena Dalkova"),
    ("fr", "Selon Anneke Rostal, les pourparlers reprendront jeudi.", "Anneke Rostal"),
    ("de", "Jonas Hedrik sagte, die Brücke werde im Mai wieder geöffnet.", "Jonas Hedrik"),
    ("uk", "Мілош Тарн повідомив, що міст відкриють у травні.", "Мілош Тарн"),
    ("ru", "Мост откроют в мае, заявил Милош Тарн.", "Милош Тарн"),
    ("pl", "Milosz Tarn oświadczył, że most zostanie otwarty w maju.", "Milosz Tarn"),
    ("cs", "Milosz Tarn uvedl, že most bude otevřen v květnu.", "Milosz Tarn"),
    ("es", "Jonas Hedrik afirmó que el puente reabrirá en mayo.", "Jonas Hedrik"),
    ("pt", "Jonas Hedrik afirmou que a ponte reabre em maio.", "Jonas Hedrik"),
]


@pytest.fixture(scope="module")
def tagger() -> NeuralTagger:
    """Load the default model once."""
    return _tagger()


@pytest.fixture(scope="module")
def encoder() -> SentenceEncoder:
    """Load the encoder once."""
    return SentenceEncoder(2)


def tag(tagger: NeuralTagger, text: str) -> tuple[Attribution, ...]:
    """Return what is found in one text."""
    (found,) = tagger.tag([Passage(text, None)])
    return found


def check(text: str, found: tuple[Attribution, ...]) -> None:
    """Fail where a span lies outside the text or out of order, or a content ends in a space."""
    for one in found:
        for spans in (one.source, one.cue, one.content):
            assert all(0 <= s.start < s.end <= len(text) for s in spans)
            assert list(spans) == sorted(spans)
        assert all(s.of(text) == s.of(text).strip() for s in one.content)
    assert list(found) == sorted(found, key=lambda a: (a.content[0].start, a.content[-1].end))


@pytest.mark.parametrize(("language", "text", "speaker"), EASY)
def test_a_plain_report_is_found(
    tagger: NeuralTagger, language: str, text: str, speaker: str
) -> None:
    """Source and one content come back in every language read."""
    (found,) = tag(tagger, text)
    assert [span.of(text) for span in found.source] == [speaker], language
    assert found.cue


def test_a_report_inside_a_report_is_an_entry_of_its_own() -> None:
    """What the minister said inside what the institute said is found too."""
    text = (
        "The Institute for Border Studies noted that Defence Minister Goran Velesh had said "
        "on Monday that two brigades would leave the border."
    )
    (found,) = open_tagger().tag([Passage(text, "en")])
    outer = next(a for a in found if "Institute" in a.source[0].of(text))
    inner = next(a for a in found if "Velesh" in a.source[0].of(text))
    assert outer.content[0].contains(inner.content[0])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a",
        "“",
        "\n\n\n",
        "\u200b\u202e\u2066",
        "漢字仮名交じり文。" * 40,
        "ولم يقل الوزير شيئا. " * 20,
        "🙂⚡️" * 200,
        "word " * 3000,
        "x" * 5000,
        "\x00\x01 said \ufeff that",
    ],
    ids=lambda text: repr(text[:6]),
)
def test_bad_texts_crash_nothing(tagger: NeuralTagger, text: str) -> None:
    """One character, no punctuation, a script the vocabulary lacks, invisible characters."""
    check(text, tag(tagger, text))


@pytest.mark.parametrize("noise", ["x" * 60_000, "漢字" * 30_000, "aGVsbG8gd29ybGQ" * 4_000])
def test_a_report_behind_noise_is_found(tagger: NeuralTagger, noise: str) -> None:
    """Tens of thousands of signs that are no prose move offsets, and nothing else."""
    (_, said, name), *_ = EASY
    (found,) = tag(tagger, f"{noise}\n\n{said}")
    assert [span.start - len(noise) - 2 for span in found.source] == [said.index(name)]


@cache
def _tagger() -> NeuralTagger:
    return NeuralTagger(DEFAULT.value, 2)


FRAGMENTS = st.sampled_from(
    [text for _, text, _ in EASY] + ["\u200b", "\u202e", " ", "\n", "«", "“No.”", "e\u0301", "ﬁ"]
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(FRAGMENTS, max_size=12).map(" ".join))
def test_spans_lie_inside_the_text(text: str) -> None:
    """Whatever is put together, offsets stay those of the text as it came."""
    check(text, tag(_tagger(), text))


def test_a_result_depends_on_its_text_alone(tagger: NeuralTagger) -> None:
    """Not on neighbours in a call, not on order, not on how many come at once."""
    passages = [Passage(text, language) for language, text, _ in EASY]
    together = tagger.tag(passages)
    assert tagger.tag(passages[::-1]) == together[::-1]
    assert [tagger.tag([passage])[0] for passage in passages] == together


def test_vectors_of_translations_lie_closer_than_others(encoder: SentenceEncoder) -> None:
    """Meaning counts across languages; a text without words has no vector."""
    vectors = encoder.embed(
        [
            "The bridge at Tarsk will reopen in May.",
            "Міст у Тарську відкриють у травні.",
            "Die Zentralbank hat die Zinsen gesenkt.",
            "…",
        ]
    )
    assert vectors.shape == (4, 384)
    assert np.allclose(np.linalg.norm(vectors[:3], axis=1), 1, atol=1e-4)
    assert not vectors[3].any()
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2] + 0.05


def test_a_vector_depends_on_its_sentence_alone(encoder: SentenceEncoder) -> None:
    """Neighbours in a call change nothing, to the last bit."""
    sentences = [text for _, text, _ in EASY]
    together = encoder.embed(sentences)
    assert all((encoder.embed([s])[0] == v).all() for s, v in zip(sentences, together, strict=True))


def test_a_missing_model_is_named() -> None:
    """The error says which model is not there."""
    with pytest.raises(WeightsError, match="'huge'"):
        NeuralTagger("huge", 1)


def test_weights_that_are_missing_are_named_at_once(tmp_path: Path) -> None:
    """Not when the first text is read: a run may have taken in a thousand by then."""
    (tmp_path / "pairs").mkdir()
    (tmp_path / "pairs" / "version").write_text("pairs-0.v1")
    with pytest.raises(WeightsError, match="encoder"):
        SentenceEncoder(1, tmp_path)
    with pytest.raises(WeightsError, match="encoder"):
        NeuralPairReader(1, tmp_path)


def test_nothing_is_loaded_before_something_is_to_be_read(tmp_path: Path) -> None:
    """A tagger whose weights are not even there says its version, and reads nothing."""
    (tmp_path / "large").mkdir()
    (tmp_path / "large" / "version").write_text("quotes-0.v1\n")
    tagger = NeuralTagger("large", 1, tmp_path)
    assert tagger.version.startswith("quotes-0.v1.")
    assert tagger.tag([]) == []
    with pytest.raises(WeightsError, match="tokenizer"):
        tagger.tag([Passage("Rostal said no.", "en")])


def test_every_model_opens() -> None:
    """Each name the command line offers stands for a tagger with a version."""
    versions = {open_tagger(model).version for model in Model}
    assert len(versions) == len(Model)
    assert open_encoder().version
