"""A brief with every section, in every language, as a reader gets it."""

from __future__ import annotations

from pathlib import Path

import pytest

from redite.briefing.wording import wording, written
from redite.exports.brief_html import brief_html
from redite.exports.brief_markdown import brief_markdown
from tests.briefing.week import brief

GOLDEN = Path(__file__).parent / "golden"


def markdown(language: str) -> str:
    """Return the brief of the week as Markdown."""
    made, world = brief(language)
    return brief_markdown(made, world.by_id)


@pytest.mark.parametrize("language", written())
def test_the_week_reads_as_it_did(language: str) -> None:
    """The golden files; refresh them with `python -m tests.briefing.test_golden_briefs`."""
    golden = (GOLDEN / f"week.{language}.md").read_text(encoding="utf-8")
    assert markdown(language) == golden


@pytest.mark.parametrize("language", written())
def test_the_week_has_every_section(language: str) -> None:
    """Otherwise the golden files would not show how a section reads."""
    made, _ = brief(language)
    headings = wording(language).headings
    told = {sentence.section for sentence in made.sentences}
    assert told == {headings[key] for key in headings if key not in ("brief", "method")}


@pytest.mark.parametrize("language", written())
def test_the_page_is_in_the_language_of_the_brief(language: str) -> None:
    """Headings, labels and counts; no English word is left around the sentences of another."""
    made, world = brief(language)
    page = brief_html(made, world.by_id)
    assert f'<html lang="{language}">' in page
    assert wording(language).headings["method"] in page
    assert "<svg" in page
    if language != "en":
        for english in (
            "Evidence:",
            "Held against",
            "How this was made",
            "in Tarsk</h2>",
        ):
            assert english not in page


if __name__ == "__main__":
    for each in written():
        (GOLDEN / f"week.{each}.md").write_text(markdown(each), encoding="utf-8")
