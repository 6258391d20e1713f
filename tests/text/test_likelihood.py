"""Words of estimative probability in five languages, each with its own band."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.likelihood import cases, found
from redite.lang import languages
from redite.lang.likelihood import likelihood, scales
from redite.text.likelihood import STATED, estimate_of, find_estimates
from redite.values import Estimate, Span, Term

AUTHORED = [(code, *case) for code in languages() for case in cases(code)]

PIECES = st.sampled_from(
    "not very likely unlikely extremely low risk chance one in three 50 % percent peu de chances "
    "très probable que вкрай низька ймовірність шанс із трьох вряд ли мала kaum Wahrscheinlichkeit "
    "sehr gering 70-prozentige is , . « » 50-50 less than".split()
)


def only(text: str, language: str) -> Estimate:
    """Return the one estimate of a text."""
    (estimate,) = find_estimates(text, language)
    return estimate


@pytest.mark.parametrize(("language", "sentence", "expected"), AUTHORED)
def test_authored_expressions(
    language: str, sentence: str, expected: tuple[tuple[str, str], ...]
) -> None:
    """Every authored expression is found with its words and its term, and no trap is one."""
    assert found(sentence, language) == expected


@pytest.mark.parametrize("language", languages())
def test_sixty_expressions_a_language(language: str) -> None:
    """Every language is tried with at least sixty expressions and fourteen traps."""
    sizes = [len(expected) for _, expected in cases(language)]
    assert sum(sizes) >= 60
    assert sizes.count(0) >= 14


@pytest.mark.parametrize(
    ("language", "text", "low", "high"),
    [
        ("en", "It is likely.", 0.55, 0.80),
        ("en", "It is extremely unlikely.", 0.01, 0.05),
        ("fr", "Il viendra probablement.", 0.63, 0.87),
        ("fr", "C'est peu probable.", 0.20, 0.40),
        ("fr", "C'est très peu probable.", 0.02, 0.12),
        ("de", "Das ist wahrscheinlich.", 0.66, 1.0),
        ("de", "Das ist praktisch sicher.", 0.99, 1.0),
        ("ru", "Это маловероятно.", 0.0, 0.33),
        ("uk", "Це малоймовірно.", 0.20, 0.45),
    ],
)
def test_bands_of_each_tradition(language: str, text: str, low: float, high: float) -> None:
    """A phrase has the band of its own language's scale, not that of the term in ICD 203."""
    estimate = only(text, language)
    assert (estimate.low, estimate.high) == (low, high)


def test_band_of_a_word_apart() -> None:
    """A word that a scale ranks apart from its term keeps the scale's band."""
    estimate = only("C'est improbable.", "fr")
    assert (estimate.term, estimate.low, estimate.high) == (Term.UNLIKELY, 0.02, 0.12)


@pytest.mark.parametrize("language", languages())
def test_scales_name_their_source(language: str) -> None:
    """Every language's scale says where its numbers come from, borrowed ones that they are."""
    scale = scales()[likelihood(language).scale]
    assert scale.source
    assert scale.name.startswith("derived from") is scale.derived


@pytest.mark.parametrize(
    ("text", "term", "low", "high"),
    [
        ("a 70 percent chance", Term.LIKELY, 0.7, 0.7),
        ("one chance in three", Term.UNLIKELY, 0.3333, 0.3333),
        ("a 20 to 30 percent probability", Term.UNLIKELY, 0.2, 0.3),
        ("The chance is less than 5 percent.", Term.VERY_UNLIKELY, 0.0, 0.05),
        ("The chance is more than 95 percent.", Term.VERY_LIKELY, 0.95, 1.0),
        ("The chances are fifty-fifty.", Term.EVEN_CHANCE, 0.5, 0.5),
        ("a 97.5% probability", Term.ALMOST_CERTAIN, 0.975, 0.975),
    ],
)
def test_stated_numbers(text: str, term: Term, low: float, high: float) -> None:
    """A number is kept as it is stated, and its term is the nearest one."""
    estimate = only(text, "en")
    assert (estimate.term, estimate.low, estimate.high) == (term, low, high)
    assert estimate.scale == STATED


@pytest.mark.parametrize("text", ["a 140 percent chance", "a chance of 30 to 20 percent"])
def test_numbers_that_are_no_probability(text: str) -> None:
    """What no probability can be is left out."""
    assert find_estimates(text, "en") == ()


@pytest.mark.parametrize("language", [None, "xx", "pl"])
def test_unknown_language(language: str | None) -> None:
    """A text in a language without a file has no estimates."""
    assert find_estimates("It is very likely.", language) == ()


def test_apostrophes_and_blanks() -> None:
    """Typographic apostrophes and no-break spaces make no difference."""
    assert only("It isn’t\u00a0likely.", "en").term is Term.UNLIKELY


@given(st.lists(PIECES, max_size=30), st.sampled_from(languages()))
def test_spans_hold_for_any_text(pieces: list[str], language: str) -> None:
    """Spans lie in the text, in order and apart; bands are probabilities; twice gives the same."""
    text = " ".join(pieces)
    estimates = find_estimates(text, language)
    assert all(one.span.end <= len(text) for one in estimates)
    assert all(0 <= one.low <= one.high <= 1 for one in estimates)
    assert all(left.span.end <= right.span.start for left, right in pairwise(estimates))
    assert find_estimates(text, language) == estimates


# --- which one belongs to a statement ----------------------------------------------------------


def belonging(text: str, cue: str, content: str, language: str = "fr") -> str | None:
    """Return the words of the estimate of a statement whose cue and content read so."""
    spans = [Span(text.index(part), text.index(part) + len(part)) for part in (cue, content)]
    one = estimate_of((spans[1],), (spans[0],), find_estimates(text, language), text)
    return None if one is None else one.span.of(text)


def test_estimate_inside_the_content() -> None:
    """The first estimate inside the content belongs to the statement."""
    text = "Hedrik said that a strike was unlikely and a siege almost certain."
    content = "that a strike was unlikely and a siege almost certain"
    assert belonging(text, "said", content, "en") == "unlikely"


def test_estimate_between_cue_and_content() -> None:
    """An estimate between the verb and its clause belongs to the statement."""
    text = "Les analystes jugent « peu probable » que Tarsk cède."
    assert belonging(text, "jugent", "que Tarsk cède") == "peu probable"


def test_estimate_of_another_sentence() -> None:
    """An estimate elsewhere belongs to somebody else."""
    text = "C'est peu probable. Hedrik juge que Tarsk cède. Un gel est probable."
    assert belonging(text, "juge", "que Tarsk cède") is None


def test_content_without_estimate() -> None:
    """A statement without words of likelihood has no estimate."""
    assert belonging("Velesh said he would come.", "said", "he would come", "en") is None
